#include "ledger_fixture.h"

#include <prognos/ledger_veil.h>

static const double small[] = {9, 7, 6, 4}, large[] = {88, 91, 94, 96}, middle[] = {40, 41, 43, 38};

/* Forecasts from 2020 of a small, a large and a middling series, for 2021 and 2022. */
static prg_ledger *fill(prg_kind kind) {
  static const double few[] = {5.2, 6.1}, many[] = {98, 99}, some[] = {39, 40};
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  const double *figure[] = {small, large, middle}, *point[] = {few, many, some};
  static const char *const name[] = {"Träningsskola", "Grundsärskola", "Gymnasiesärskola"};
  for (size_t i = 0; i < 3; i++) {
    prg_series series = yearly(name[i], 2017, figure[i], 4);
    series.kind = kind;
    const plan p = {"pooled", "", "2021-01-10", point[i], 2, .1};
    record_plan(ledger, &series, &p);
    prg_series_clear(&series);
  }
  return ledger;
}

/* What of 2021 and 2022 is hidden, series by series: "hh.h.." */
typedef struct looking {
  const prg_ledger_veil *veil;
  char seen[16];
} looking;

static prg_status look(void *data, const prg_ledger_forecast *forecast, prg_error *error) {
  looking *l = data;
  (void)error;
  for (int year = 2021; year <= 2022; year++)
    strcat(l->seen, prg_ledger_veil_hides(l->veil, forecast->series, year) ? "h" : ".");
  return PRG_OK;
}

static void assert_hidden(prg_ledger *ledger, double threshold, const char *expected) {
  const prg_ledger_filter everything = {0};
  prg_ledger_veil veil;
  assert_int_equal(prg_ledger_veil_read(ledger, &everything, threshold, &veil, NULL), PRG_OK);
  looking l = {.veil = &veil};
  assert_int_equal(prg_ledger_each(ledger, &everything, look, &l, NULL), PRG_OK);
  assert_string_equal(l.seen, expected);
  prg_ledger_veil_clear(&veil);
}

static void test_what_began_with_few_is_hidden(void **state) {
  (void)state;
  prg_ledger *ledger = fill(PRG_KIND_PEOPLE);
  assert_hidden(ledger, 5, "hh..hh"); /* 4 at the origin; and the next smallest with it */
  assert_hidden(ledger, 4, "......");
  prg_ledger_close(ledger);
}

static void test_small_outcomes_are_hidden(void **state) {
  (void)state;
  prg_ledger *ledger = fill(PRG_KIND_PEOPLE);
  static const double came[] = {88, 91, 94, 96, 101, 3};
  prg_series series = yearly("Grundsärskola", 2017, came, 6);
  see(ledger, &series, "2023-01-10");
  assert_hidden(ledger, 4, ".h.h.."); /* 3 in 2022, and 6 of the small series beside it */
  prg_ledger_close(ledger);
  prg_series_clear(&series);
}

static void test_amounts_are_not(void **state) {
  (void)state;
  prg_ledger *ledger = fill(PRG_KIND_ECONOMY);
  assert_hidden(ledger, 1000, "......");
  assert_false(prg_ledger_veil_hides(NULL, NULL, 2021));
  prg_ledger_veil_clear(NULL);
  prg_ledger_close(ledger);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_what_began_with_few_is_hidden),
      IN_FOLDER(test_small_outcomes_are_hidden),
      IN_FOLDER(test_amounts_are_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
