#include "test.h"

#include <prognos/observation.h>

static void test_names_read_back(void **state) {
  (void)state;
  for (int i = 0; i < PRG_OBSERVATION_COUNT; i++) {
    prg_observation back = PRG_OBSERVATION_COUNT;
    const char *name = prg_observation_name((prg_observation)i);
    assert_true(prg_observation_from_name(name, strlen(name), &back));
    assert_int_equal(back, i);
  }
}

static void test_synonyms(void **state) {
  (void)state;
  static const struct {
    const char *name;
    prg_observation expected;
  } cases[] = {{"PRELIMINÄR", PRG_PRELIMINARY},
               {"r", PRG_REVISED},
               {"k", PRG_CORRECTED},
               {"EXISTS", PRG_OBSERVED},
               {"Sekretess", PRG_SUPPRESSED},
               {"..", PRG_MISSING}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    prg_observation found = PRG_OBSERVATION_COUNT;
    assert_true(prg_observation_from_name(cases[i].name, strlen(cases[i].name), &found));
    assert_int_equal(found, cases[i].expected);
  }
  prg_observation untouched = PRG_GAP;
  assert_false(prg_observation_from_name("kanske", 6, &untouched));
  assert_int_equal(untouched, PRG_GAP);
}

static void test_which_have_values(void **state) {
  (void)state;
  assert_true(prg_observation_has_value(PRG_OBSERVED));
  assert_true(prg_observation_has_value(PRG_APPROXIMATE));
  assert_false(prg_observation_has_value(PRG_MISSING));
  assert_false(prg_observation_has_value(PRG_GAP));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_read_back),
      cmocka_unit_test(test_synonyms),
      cmocka_unit_test(test_which_have_values),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
