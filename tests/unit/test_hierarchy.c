#include <prognos/hierarchy.h>
#include <prognos/reading.h>

#include <stdlib.h>

#include "test.h"

static void read_panel(const char *text, prg_reading *reading) {
  prg_read_options options;
  prg_error error;
  prg_read_options_init(&options);
  options.keep_totals = true;
  assert_int_equal(prg_read_bytes("t.csv", text, strlen(text), &options, reading, &error), PRG_OK);
}

static const char land[] = "Region;Kön;2024\n"
                           "Riket;;61\nNorr;;29\nSöder;;32\nflickor;;27\npojkar;;34\n"
                           "Norr;flickor;13\nNorr;pojkar;16\nSöder;flickor;14\nSöder;pojkar;18\n"
                           "Utland;;3\n";
static const char land_structure[] =
    "total;del;indelning\n"
    "Riket;Norr;region\nRiket;flickor;kön\nRiket;Söder;region\nRiket;pojkar;kön\n"
    "Norr;flickor;\nNorr;pojkar;\n# Söder\nSöder;Söder · flickor;\nSöder;Söder · pojkar;\n"
    "flickor;Norr · flickor;\nflickor;Söder · flickor;\n"
    "pojkar;Norr · pojkar;\npojkar;Söder · pojkar;\n";

static prg_status read_structure(const char *text, const prg_panel *panel, prg_hierarchy *h,
                                 prg_error *error) {
  prg_error_clear(error);
  return prg_hierarchy_read(h, "s.csv", text, strlen(text), panel, error);
}

/* A total summed in two ways, and parts of two totals. "Norr;flickor" is Norr's, not the nation's.
 */
static void test_sums_in_several_ways(void **state) {
  (void)state;
  static const size_t level[] = {2, 1, 1, 1, 1, 0, 0, 0, 0, 0};
  prg_reading reading;
  prg_hierarchy h;
  prg_error error;
  read_panel(land, &reading);
  assert_int_equal(read_structure(land_structure, &reading.panel, &h, &error), PRG_OK);
  assert_int_equal(h.n_sum, 6);
  assert_int_equal(h.n_part, 12);
  assert_int_equal(h.n_levels, 3);
  assert_memory_equal(h.level, level, sizeof level);
  const prg_sum *regions = &h.sum[0], *sexes = &h.sum[1], *north = &h.sum[2];
  assert_int_equal(regions->total, 0);
  assert_int_equal(regions->line, 2);
  assert_int_equal(h.part[regions->first], 1);
  assert_int_equal(h.part[regions->first + 1], 2);
  assert_int_equal(sexes->total, 0);
  assert_int_equal(sexes->line, 3);
  assert_int_equal(h.part[sexes->first + 1], 4);
  assert_int_equal(h.part[north->first], 5);
  prg_hierarchy_clear(&h);
  prg_reading_clear(&reading);
}

static void test_matrix(void **state) {
  (void)state;
  static const double expected[10][5] = {
      {1, 1, 1, 1, 0}, {1, 1, 0, 0, 0}, {0, 0, 1, 1, 0}, {1, 0, 1, 0, 0}, {0, 1, 0, 1, 0},
      {1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}};
  prg_reading reading;
  prg_hierarchy h;
  prg_error error;
  size_t *leaf, n;
  double *matrix;
  read_panel(land, &reading);
  assert_int_equal(read_structure(land_structure, &reading.panel, &h, &error), PRG_OK);
  assert_int_equal(prg_hierarchy_matrix(&h, &reading.panel, &leaf, &n, &matrix, &error), PRG_OK);
  assert_int_equal(n, 5);
  assert_memory_equal(matrix, expected, sizeof expected);
  for (size_t i = 0; i < 10; i++) { /* y = S · y[leaf] */
    double sum = 0;
    for (size_t j = 0; j < n; j++)
      sum += matrix[i * n + j] * reading.panel.series[leaf[j]].value[0];
    assert_close(sum, reading.panel.series[i].value[0], 0);
  }
  free(leaf);
  free(matrix);
  prg_hierarchy_clear(&h);
  assert_int_equal(read_structure("total;del;indelning\nRiket;Norr;a\nRiket;Söder;a\n"
                                  "Riket;pojkar;b\nRiket;flickor;b\n",
                                  &reading.panel, &h, &error),
                   PRG_OK);
  assert_int_equal(prg_hierarchy_matrix(&h, &reading.panel, &leaf, &n, &matrix, &error),
                   PRG_EREFUSED);
  assert_null(leaf);
  assert_null(matrix);
  prg_hierarchy_clear(&h);
  prg_reading_clear(&reading);
}

static void assert_refused(const char *structure, prg_text why, size_t line) {
  prg_reading reading;
  prg_hierarchy h;
  prg_error error;
  read_panel(land, &reading);
  assert_int_equal(read_structure(structure, &reading.panel, &h, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, why);
  assert_string_equal(error.file, "s.csv");
  assert_int_equal(error.line, line);
  assert_null(h.sum);
  prg_hierarchy_clear(&h);
  prg_reading_clear(&reading);
}

static void test_errors_have_a_place(void **state) {
  (void)state;
  assert_refused("total;del\nRiket;Norr\nRiket;Väster\n", PRG_TEXT_HIERARCHY_NAME_UNKNOWN, 3);
  assert_refused("total;del\nRike;Norr\n", PRG_TEXT_HIERARCHY_NAME_UNKNOWN, 2);
  assert_refused("total;del\nRiket;\n", PRG_TEXT_HIERARCHY_NAME_BLANK, 2);
  assert_refused("total;del\n;Norr\n", PRG_TEXT_HIERARCHY_NAME_BLANK, 2);
  assert_refused("total;del\nRiket;Norr\nRiket;Söder\n\nRiket;Norr\n",
                 PRG_TEXT_HIERARCHY_PART_TWICE, 5);
  assert_refused("total;del\nRiket;Riket\n", PRG_TEXT_HIERARCHY_CYCLE, 2);
  assert_refused("total;del\nUtland;Riket\nRiket;Norr\nNorr;Söder\nSöder;Riket\n",
                 PRG_TEXT_HIERARCHY_CYCLE, 3);
  assert_refused("total;delen\nRiket;Norr\n", PRG_TEXT_LISTING_COLUMN_MISSING, 1);
  assert_refused("total;del;del\nRiket;Norr;x\n", PRG_TEXT_LISTING_COLUMN_TWICE, 1);
  assert_refused("total;del\n# Riket\n", PRG_TEXT_HIERARCHY_EMPTY, 0);
  assert_refused("# total;del\n", PRG_TEXT_LISTING_COLUMN_MISSING, 0);
}

/* A chain as long as a panel: a level for each, and no quadratic time to find them. */
static void test_long_chain(void **state) {
  (void)state;
  enum { N = 20000 };
  prg_buffer table = {0}, structure = {0};
  prg_buffer_add(&table, "Namn;2024\n");
  prg_buffer_add(&structure, "total;del\n");
  for (int i = 0; i < N; i++) {
    prg_buffer_printf(&table, "n%d;7\n", i);
    if (i > 0)
      prg_buffer_printf(&structure, "n%d;n%d\n", i - 1, i);
  }
  prg_reading reading;
  prg_hierarchy h;
  prg_error error;
  read_panel(prg_buffer_string(&table), &reading);
  assert_int_equal(read_structure(prg_buffer_string(&structure), &reading.panel, &h, &error),
                   PRG_OK);
  assert_int_equal(h.n_levels, N);
  assert_int_equal(h.level[0], N - 1);
  assert_int_equal(h.level[N - 1], 0);
  prg_hierarchy_clear(&h);
  prg_reading_clear(&reading);
  prg_buffer_free(&table);
  prg_buffer_free(&structure);
}

static void test_parents(void **state) {
  (void)state;
  prg_reading reading;
  prg_hierarchy h;
  prg_notes notes = {0};
  prg_error error;
  /* A part that bears the name of its total, a total two levels up, and one that is not there. */
  read_panel("Del;Ingår i;2022\nRiket;;253\nGrund;Riket;249\nGrund;Grund;149\nTräning;Grund;100\n"
             "Natt;Riket;4\nDag;Saknas;2\n",
             &reading);
  assert_int_equal(prg_hierarchy_from_parents(&h, &reading.panel, "ingår I", &notes, &error),
                   PRG_OK);
  assert_int_equal(h.n_sum, 2);
  assert_int_equal(h.sum[0].total, 0);
  assert_int_equal(h.part[h.sum[0].first], 1);
  assert_int_equal(h.part[h.sum[0].first + 1], 4);
  assert_int_equal(h.sum[1].total, 1);
  assert_int_equal(h.part[h.sum[1].first], 2);
  assert_int_equal(h.part[h.sum[1].first + 1], 3);
  assert_int_equal(h.level[0], 2);
  assert_true(prg_notes_has(&notes, PRG_TEXT_PARENT_MISSING));
  assert_int_equal(notes.n, 1);
  prg_hierarchy_clear(&h);
  assert_int_equal(prg_hierarchy_from_parents(&h, &reading.panel, "Kön", &notes, &error),
                   PRG_EUSAGE);
  prg_reading_clear(&reading);
}

/* The other dimensions keep apart what belongs to different groups. */
static void test_parents_by_group(void **state) {
  (void)state;
  prg_reading reading;
  prg_hierarchy h;
  prg_notes notes = {0};
  prg_error error;
  read_panel("Ingår i;Del;Kön;2022\n;Grund;flickor;13\n;Grund;pojkar;17\nGrund;A;flickor;6\n"
             "Grund;A;pojkar;9\nGrund;B;flickor;7\nGrund;B;pojkar;8\n",
             &reading);
  assert_int_equal(prg_hierarchy_from_parents(&h, &reading.panel, "Ingår i", &notes, &error),
                   PRG_OK);
  assert_int_equal(h.n_sum, 2);
  assert_int_equal(h.sum[0].total, 0);
  assert_int_equal(h.part[h.sum[0].first], 2);
  assert_int_equal(h.part[h.sum[0].first + 1], 4);
  assert_int_equal(h.sum[1].total, 1);
  assert_int_equal(h.part[h.sum[1].first + 1], 5);
  prg_hierarchy_clear(&h);
  prg_reading_clear(&reading);
}

static void test_totals_in_words(void **state) {
  (void)state;
  prg_reading reading;
  prg_hierarchy h;
  prg_error error;
  read_panel("Kön;Ålder;2022\nflickor;7;11\npojkar;7;13\nTotalt;7;24\nflickor;8;8\npojkar;8;7\n"
             "Totalt;8;15\nflickor;Totalt;19\npojkar;Totalt;20\nTotalt;Totalt;39\nSumma;;39\n",
             &reading);
  assert_int_equal(prg_hierarchy_from_totals(&h, &reading.panel, &error), PRG_OK);
  assert_int_equal(h.n_sum, 7);
  size_t over_all = 0;
  for (size_t s = 0; s < h.n_sum; s++) {
    double sum = 0;
    for (size_t k = 0; k < h.sum[s].n; k++)
      sum += reading.panel.series[h.part[h.sum[s].first + k]].value[0];
    assert_close(sum, reading.panel.series[h.sum[s].total].value[0], 0);
    over_all += h.sum[s].n == 4;
  }
  assert_int_equal(over_all, 1);
  prg_hierarchy_clear(&h);
  prg_reading_clear(&reading);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sums_in_several_ways),
      cmocka_unit_test(test_matrix),
      cmocka_unit_test(test_errors_have_a_place),
      cmocka_unit_test(test_long_chain),
      cmocka_unit_test(test_parents),
      cmocka_unit_test(test_parents_by_group),
      cmocka_unit_test(test_totals_in_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
