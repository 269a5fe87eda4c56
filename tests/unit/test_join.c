#include "panel_text.h"

#include <prognos/join.h>

/* The two texts joined. */
static prg_status join(const char *first, const char *second, bool later_wins, prg_panel *joined,
                       prg_error *error) {
  prg_join_options options = {.file = "a.csv", .added = "b.csv", .later_wins = later_wins};
  *joined = panel_of(first);
  prg_panel added = panel_of(second);
  prg_status status = prg_panel_join(joined, &added, &options, error);
  assert_int_equal(added.n, 0);
  return status;
}

static void check_join(const char *first, const char *second, bool later_wins,
                       const char *expected) {
  prg_panel joined;
  assert_int_equal(join(first, second, later_wins, &joined, NULL), PRG_OK);
  assert_panel(&joined, expected);
  prg_panel_clear(&joined);
}

static void test_a_series_goes_on(void **state) {
  (void)state;
  check_join("s;2020;2021\nA;31;37\nB;41;43\n", "s;2022;2023\nC;47;53\nA;59;61\n", false,
             "A,2020,31,\nA,2021,37,\nA,2022,59,\nA,2023,61,\nB,2020,41,\nB,2021,43,\n"
             "C,2022,47,\nC,2023,53,\n");
  check_join("s;2022\nA;31\n", "s;2018;2019\nA;37;41\n", false,
             "A,2018,37,\nA,2019,41,\nA,2020,,gap\nA,2021,,gap\nA,2022,31,\n");
}

static void test_periods_of_both(void **state) {
  (void)state;
  /* a figure for what was none, and the later status */
  check_join("s;2020;2021;2022;2023\nA;31;..;37p;41\n", "s;2020;2021;2022;2023\nA;;43;37;x\n",
             false, "A,2020,31,\nA,2021,43,\nA,2022,37,\nA,2023,41,\n");
  check_join("s;2020;2021\nA;31;37\n", "s;2021;2022\nA;37,5r;41\n", true,
             "A,2020,31,\nA,2021,37.5,revised\nA,2022,41,\n");
}

static void test_figures_that_differ(void **state) {
  (void)state;
  prg_panel joined;
  prg_error error;
  assert_int_equal(join("s;2020;2021\nA;31;37\n", "s;2021;2022\nA;38;41\n", false, &joined, &error),
                   PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_JOIN_VALUES);
  assert_string_equal(error.file, "b.csv");
  assert_string_equal(error.message.argument[1].string, "2021");
  assert_close(error.message.argument[2].number, 38, 0);
  assert_close(error.message.argument[3].number, 37, 0);
  prg_panel_clear(&joined);
  assert_int_equal(
      join("s;2020;2021\nA;31;37\n", "s;2021K1;2021K2\nA;38;41\n", true, &joined, &error),
      PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_JOIN_FREQUENCIES);
  prg_panel_clear(&joined);
}

static void test_dimensions_of_both(void **state) {
  (void)state;
  prg_panel joined;
  assert_int_equal(join("s;k;2020\nA;f;31\n", "s;k;2021\nA;f;37\nA;p;41\n", false, &joined, NULL),
                   PRG_OK);
  assert_int_equal(joined.n_dimension, 2);
  assert_string_equal(prg_series_member(&joined.series[1], 1), "p");
  prg_panel_clear(&joined);
  assert_int_equal(join("s;k;2020\nA;f;31\n", "namn;2021\nA · f;37\n", false, &joined, NULL),
                   PRG_OK);
  assert_int_equal(joined.n_dimension, 0);
  assert_null(joined.series[0].members);
  assert_panel(&joined, "A · f,2020,31,\nA · f,2021,37,\n");
  prg_panel_clear(&joined);
}

/* Series of one panel that got one name. */
static void test_series_of_one_panel(void **state) {
  (void)state;
  prg_panel joined = {0}, panel = panel_of("s;2020;2021;2022\nA;31;37;\nB;;37;41\n");
  prg_join_options options = {.file = "a.csv", .added = "a.csv"};
  panel.series[1].name[0] = 'A';
  assert_int_equal(prg_panel_join(&joined, &panel, &options, NULL), PRG_OK);
  assert_panel(&joined, "A,2020,31,\nA,2021,37,\nA,2022,41,\n");
  assert_string_equal(joined.dimension[0], "s");
  prg_panel_clear(&joined);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_series_goes_on),    cmocka_unit_test(test_periods_of_both),
      cmocka_unit_test(test_figures_that_differ), cmocka_unit_test(test_dimensions_of_both),
      cmocka_unit_test(test_series_of_one_panel),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
