#include <prognos/target_scale.h>

#include "test.h"

static prg_status read_text(const char *text, prg_target_scale *scale, prg_error *error) {
  prg_error_clear(error);
  return prg_target_scale_read("skala.csv", text, strlen(text), PRG_SWEDISH, scale, error);
}

static void test_built_in_scales(void **state) {
  (void)state;
  prg_target_scale scale;
  assert_true(prg_target_scale_of_name("outlook", PRG_SWEDISH, &scale));
  assert_string_equal(prg_target_scale_word(&scale, 0.2018), "bedöms ej uppnås");
  assert_string_equal(prg_target_scale_word(&scale, 0.40), "osäkert om målet uppnås");
  assert_string_equal(prg_target_scale_word(&scale, 0.75), "bedöms uppnås");
  assert_string_equal(scale.unmeasured, "ej mätt – uppfylls inte");
  assert_true(prg_target_scale_of_name("plan", PRG_ENGLISH, &scale));
  assert_string_equal(prg_target_scale_word(&scale, 0.999), "on plan");
  assert_true(prg_target_scale_of_name("fulfilled", PRG_SWEDISH, &scale));
  assert_string_equal(scale.missed, "ej");
  assert_false(prg_target_scale_of_name("skala.csv", PRG_SWEDISH, &scale));
}

static void test_a_scale_of_ones_own(void **state) {
  (void)state;
  prg_target_scale scale;
  prg_error error;
  assert_int_equal(read_text("Minst;Bedömning\n90 %;Grön\n62,5;Gul\n0;Röd\nDelvis;Randig\n"
                             "ej mätt;Grå\n",
                             &scale, &error),
                   PRG_OK);
  assert_int_equal(scale.n, 3);
  assert_string_equal(prg_target_scale_word(&scale, 0.9), "Grön");
  assert_string_equal(prg_target_scale_word(&scale, 0.63), "Gul");
  assert_string_equal(prg_target_scale_word(&scale, 0.62), "Röd");
  assert_string_equal(scale.partly, "Randig");
  assert_string_equal(scale.unmeasured, "Grå");
  assert_string_equal(scale.reached, "Grön");
  assert_string_equal(scale.missed, "Röd");
}

static void test_what_is_wrong_is_told_with_its_place(void **state) {
  (void)state;
  const struct {
    const char *text;
    prg_text what;
    size_t line, column;
  } bad[] = {
      {"Minst;Bedömning\n75;Ja\n80;Kanske\n0;Nej\n", PRG_TEXT_SCALE_ORDER, 3, 1},
      {"Minst;Bedömning\n101;Ja\n0;Nej\n", PRG_TEXT_SCALE_ORDER, 2, 1},
      {"Minst;Bedömning\n75;Ja\nkanske;Nej\n0;Nej\n", PRG_TEXT_SCALE_STEP_WRONG, 3, 1},
      {"Minst;Bedömning\n75;Ja\nej mätt;\n0;Nej\n", PRG_TEXT_SCALE_NO_WORD, 3, 2},
      {"Minst;Bedömning\n75;Ja\n10;Nej\n", PRG_TEXT_SCALE_NO_END, 0, 0},
      {"Minst;Bedömning\n75;Ja\n0;Nej\nej mätt;Ja\n", PRG_TEXT_SCALE_UNMEASURED_BEST, 0, 0},
      {"Minst;Bedömning\n9;a\n8;b\n7;c\n6;d\n5;e\n4;f\n3;g\n2;h\n0;i\n", PRG_TEXT_SCALE_TOO_MANY,
       10, 1},
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    prg_target_scale scale;
    prg_error error;
    assert_int_equal(read_text(bad[i].text, &scale, &error), PRG_EINPUT);
    assert_int_equal(error.message.text, bad[i].what);
    assert_int_equal(error.line, bad[i].line);
    assert_int_equal(error.column, bad[i].column);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_built_in_scales),
      cmocka_unit_test(test_a_scale_of_ones_own),
      cmocka_unit_test(test_what_is_wrong_is_told_with_its_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
