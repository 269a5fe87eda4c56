#include "test.h"

#include <prognos/sparkline.h>

static void check(const double *value, size_t n, double low, double high, const char *expected) {
  prg_buffer out;
  prg_buffer_init(&out);
  prg_sparkline_add(&out, value, n, low, high);
  assert_string_equal(prg_buffer_string(&out), expected);
  prg_buffer_free(&out);
}

static void test_heights(void **state) {
  (void)state;
  check((double[]){168, 183, 198, 214, 240, 249}, 6, 168, 249, "▁▂▃▅██");
  check((double[]){0, 1, 2, 3, 4, 5, 6, 7}, 8, 0, 8, "▁▂▃▄▅▆▇█");
}

static void test_gap_is_blank(void **state) {
  (void)state;
  check((double[]){12.5, NAN, 17.25}, 3, 12.5, 17.25, "▁ █");
}

static void test_constant_and_outside(void **state) {
  (void)state;
  check((double[]){41.7, 41.7}, 2, 41.7, 41.7, "▄▄");
  check((double[]){-3.1, 99.9}, 2, 0, 10, "▁█");
  check(NULL, 0, 0, 1, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_heights),
      cmocka_unit_test(test_gap_is_blank),
      cmocka_unit_test(test_constant_and_outside),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
