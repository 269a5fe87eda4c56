#include "test.h"

#include <math.h>
#include <stddef.h>

#include "present/figure.h"

typedef struct row {
  char before;
  double persons, share;
} row;

static const figure columns[] = {
    {"persons", PRG_TEXT_CAPACITY_DEMAND, FIGURE_NUMBER, 1, offsetof(row, persons)},
    {"share", PRG_TEXT_CAPACITY_USE, FIGURE_PER_CENT, 0, offsetof(row, share)},
};

static const row filled = {'x', 248.75, .9231}, blank = {'x', NAN, NAN};

static void test_values_are_found(void **state) {
  (void)state;
  assert_true(figure_value(&columns[0], &filled) == 248.75);
  assert_true(figure_value(&columns[1], &filled) == .9231);
  assert_true(isnan(figure_value(&columns[1], &blank)));
}

static void test_cells(void **state) {
  (void)state;
  prg_text_table table;
  prg_text_table_init(&table, 2);
  figure_cell(&columns[0], 248.75, PRG_SWEDISH, &table);
  figure_cell(&columns[1], .9231, PRG_SWEDISH, &table);
  figure_cell(&columns[1], NAN, PRG_SWEDISH, &table);
  const char *cell = prg_buffer_string(&table.text);
  assert_string_equal(cell, "248,8");
  assert_string_equal(cell + 6, "92\xC2\xA0%");
  assert_string_equal(cell + 12, "");
  prg_text_table_free(&table);
}

static void test_csv(void **state) {
  (void)state;
  prg_buffer out = {0};
  prg_csv_writer csv;
  prg_csv_begin(&csv, &out, PRG_CSV_PLAIN);
  figures_csv_names(columns, 2, &csv);
  prg_csv_end_row(&csv);
  figures_csv(columns, 2, &filled, &csv);
  prg_csv_end_row(&csv);
  figures_csv(columns, 2, &blank, &csv);
  assert_string_equal(prg_buffer_string(&out), "persons,share\n248.75,0.9231\n,");
  prg_buffer_free(&out);
}

static void test_json(void **state) {
  (void)state;
  prg_buffer out = {0};
  prg_json json;
  prg_json_init(&json, &out);
  prg_json_object(&json, PRG_JSON_FLAT);
  figures_json(columns, 2, &filled, &json);
  prg_json_close(&json);
  assert_string_equal(prg_buffer_string(&out), "{\"persons\": 248.75, \"share\": 0.9231}");
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_values_are_found),
      cmocka_unit_test(test_cells),
      cmocka_unit_test(test_csv),
      cmocka_unit_test(test_json),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
