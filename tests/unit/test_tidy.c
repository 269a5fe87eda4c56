#include "test.h"

#include <prognos/reading.h>
#include <prognos/tidy.h>

static void test_tidy(void **state) {
  (void)state;
  prg_panel panel;
  prg_panel_init(&panel);
  prg_series series;
  prg_period start = {PRG_QUARTER, 4 * 2022};
  const double value[] = {168.5, NAN, NAN, 0.1};
  prg_series_init_values(&series, "A, \"b\"", start, value, 4, NULL);
  series.observation[1] = PRG_SUPPRESSED;
  series.observation[3] = PRG_PRELIMINARY;
  prg_panel_add(&panel, &series, NULL);
  prg_buffer out;
  prg_buffer_init(&out);
  assert_int_equal(prg_tidy_write(&panel, PRG_CSV_PLAIN, &out, NULL), PRG_OK);
  assert_string_equal(prg_buffer_string(&out), "series,period,value,status\n"
                                               "\"A, \"\"b\"\"\",2022K1,168.5,\n"
                                               "\"A, \"\"b\"\"\",2022K2,,suppressed\n"
                                               "\"A, \"\"b\"\"\",2022K3,,gap\n"
                                               "\"A, \"\"b\"\"\",2022K4,0.1,preliminary\n");
  prg_buffer_clear(&out);
  assert_int_equal(prg_tidy_write(&panel, PRG_CSV_EXCEL, &out, NULL), PRG_OK);
  assert_non_null(strstr(prg_buffer_string(&out), ";2022K1;168,5;\r\n"));
  prg_panel_clear(&panel);
  prg_buffer_free(&out);
}

static void test_no_memory_is_told(void **state) {
  (void)state;
  prg_panel panel;
  prg_panel_init(&panel);
  prg_buffer out;
  prg_buffer_init(&out);
  out.failed = true;
  assert_int_equal(prg_tidy_write(&panel, PRG_CSV_PLAIN, &out, NULL), PRG_ENOMEM);
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tidy),
      cmocka_unit_test(test_no_memory_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
