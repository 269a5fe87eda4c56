#include "test.h"

#include <prognos/status.h>

static void test_exit_codes_are_those_of_the_manual(void **state) {
  (void)state;
  assert_int_equal(prg_status_exit_code(PRG_OK), 0);
  assert_int_equal(prg_status_exit_code(PRG_EIO), 1);
  assert_int_equal(prg_status_exit_code(PRG_ENOMEM), 1);
  assert_int_equal(prg_status_exit_code(PRG_EUSAGE), 2);
  assert_int_equal(prg_status_exit_code(PRG_EINPUT), 3);
  assert_int_equal(prg_status_exit_code(PRG_EREFUSED), 4);
  assert_int_equal(prg_status_exit_code(PRG_ELOCKED), 5);
  assert_int_equal(prg_status_exit_code(PRG_EALARM), 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_exit_codes_are_those_of_the_manual)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
