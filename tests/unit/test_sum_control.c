#include <prognos/reading.h>
#include <prognos/sum_control.h>

#include "test.h"

/* Controls the sums of a table by its rows called Totalt, or of its parents if it has that column.
 */
static void control(const char *text, prg_kind kind, const prg_sum_options *options,
                    prg_sum_account *account) {
  prg_read_options read;
  prg_reading reading;
  prg_hierarchy h;
  prg_notes notes = {0};
  prg_error error;
  prg_read_options_init(&read);
  read.keep_totals = true;
  read.kind = kind;
  assert_int_equal(prg_read_bytes("t.csv", text, strlen(text), &read, &reading, &error), PRG_OK);
  size_t d;
  bool parents = prg_panel_dimension(&reading.panel, "Ingår i", &d);
  assert_int_equal(parents
                       ? prg_hierarchy_from_parents(&h, &reading.panel, "Ingår i", &notes, &error)
                       : prg_hierarchy_from_totals(&h, &reading.panel, &error),
                   PRG_OK);
  prg_sum_control(&h, &reading.panel, options, account);
  prg_hierarchy_clear(&h);
  prg_reading_clear(&reading);
}

static void assert_counts(const prg_sum_account *account, const size_t expected[PRG_SUM_OUTCOMES]) {
  for (int i = 0; i < PRG_SUM_OUTCOMES; i++)
    assert_int_equal(account->count[i], expected[i]);
}

#define COUNTS(...) ((const size_t[PRG_SUM_OUTCOMES]){__VA_ARGS__})

static void test_outcomes(void **state) {
  (void)state;
  prg_sum_options options;
  prg_sum_account account;
  prg_sum_options_init(&options);
  options.tolerance = 1.5;
  control("Del;Ingår i;2018;2019;2020;2021;2022;2023\nGrund;;249;251;252;253;..;7\n"
          "Grund;Grund;149;149;149;149;149;\nTräning;Grund;96;96;96;96;96;\n"
          "Fri;Grund;4;4;4;x;4;\n",
          PRG_KIND_UNKNOWN, &options, &account);
  /* 2018 right, 2019 off by 2, 2020 by 3; 2021 hidden, 2022 missing, 2023 blank. */
  assert_counts(&account, COUNTS(1, 0, 0, 2, 3, 0));
  assert_close(account.first[PRG_SUM_WRONG].parts, 249, 0);
  assert_close(account.first[PRG_SUM_WRONG].total, 251, 0);
  assert_int_equal(account.first[PRG_SUM_WRONG].period.ordinal, 2019);
  assert_int_equal(account.first[PRG_SUM_UNCHECKED].period.ordinal, 2021);
  options.tolerance = 2;
  control("Del;Ingår i;2018;2019\nGrund;;249;251\nGrund;Grund;149;149\nTräning;Grund;96;96\n"
          "Fri;Grund;4;4\n",
          PRG_KIND_UNKNOWN, &options, &account);
  assert_counts(&account, COUNTS(1, 1, 0, 0, 0, 0));
}

/* 0.1 + 0.2 is 0.3; 0.30001 is not. */
static void test_decimals(void **state) {
  (void)state;
  prg_sum_options options;
  prg_sum_account account;
  prg_sum_options_init(&options);
  control("Del;Ingår i;2021;2022\nSumman;;0,3;0,30001\nA;Summan;0,1;0,1\nB;Summan;0,2;0,2\n",
          PRG_KIND_ECONOMY, &options, &account);
  assert_counts(&account, COUNTS(1, 0, 0, 1, 0, 0));
}

/* A difference of 3 at two parts is within 3 √3 = 5.2, one of 7 is not. */
static void test_noise(void **state) {
  (void)state;
  static const char people[] = "Del;Ingår i;2024;2025;2026\nRiket;;1000;1000;1000\n"
                               "Norr;Riket;401;401;404\nSöder;Riket;602;602;603\n";
  prg_sum_options options;
  prg_sum_account account;
  prg_sum_options_init(&options);
  control(people, PRG_KIND_UNKNOWN, &options, &account);
  assert_counts(&account, COUNTS(0, 0, 0, 3, 0, 0));
  control(people, PRG_KIND_AREA_TOTAL, &options, &account);
  assert_counts(&account, COUNTS(0, 0, 1, 2, 0, 0));
  options.noise_from = 2024;
  control(people, PRG_KIND_PEOPLE, &options, &account);
  assert_counts(&account, COUNTS(0, 0, 2, 1, 0, 0));
  assert_int_equal(account.first[PRG_SUM_NOISE].period.ordinal, 2024);
}

static void test_what_is_not_summed(void **state) {
  (void)state;
  prg_sum_options options;
  prg_sum_account account;
  prg_sum_options_init(&options);
  control("Skola;2021;2022\nA;78 %;80 %\nB;70 %;71 %\nTotalt;75 %;76 %\n", PRG_KIND_UNKNOWN,
          &options, &account);
  assert_counts(&account, COUNTS(0, 0, 0, 0, 0, 2));
  static const char mean[] = "Skola;2021;2022\nA;78;80\nB;70;71\nTotalt;75;76\n";
  control(mean, PRG_KIND_UNKNOWN, &options, &account);
  assert_counts(&account, COUNTS(0, 0, 0, 2, 0, 0));
  options.cautious = true;
  control(mean, PRG_KIND_UNKNOWN, &options, &account);
  assert_counts(&account, COUNTS(0, 0, 0, 0, 0, 2));
  /* No mean of anything: it is a wrong sum. */
  control("Skola;2021;2022\nA;78;80\nB;70;71\nTotalt;148;150\n", PRG_KIND_UNKNOWN, &options,
          &account);
  assert_counts(&account, COUNTS(1, 0, 0, 1, 0, 0));
  /* One part alone is its total's equal. */
  control("Skola;2021\nA;78\nTotalt;78\n", PRG_KIND_UNKNOWN, &options, &account);
  assert_counts(&account, COUNTS(1, 0, 0, 0, 0, 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_outcomes),
      cmocka_unit_test(test_decimals),
      cmocka_unit_test(test_noise),
      cmocka_unit_test(test_what_is_not_summed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
