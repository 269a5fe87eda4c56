#include "ledger_fixture.h"

#include <prognos/ledger_moved.h>

static const double before_points[] = {229.3, 244.2, 259.6}, after_points[] = {255.4, 271.9, 280.1};
static const double between_points[] = {252.1, 268.7};

static void test_moves_by_hand(void **state) {
  (void)state;
  prg_series known = yearly("A", 2017, ledger_known, 4), later = yearly("A", 2017, ledger_later, 5);
  prg_forecast before = forecast_of(&known, "damped", before_points, 3, 10);
  prg_forecast after = forecast_of(&later, "pooled", after_points, 3, 5);
  prg_forecast between = forecast_of(&later, "damped", between_points, 2, 7);
  prg_ledger_move move[3];
  assert_int_equal(prg_ledger_moves(&before, &after, &between, move), 2); /* 2022 and 2023 */
  assert_int_equal(move[0].period.ordinal, 2022);
  assert_digits(move[0].before, 244.2, 13);
  assert_digits(move[0].after, 255.4, 13);
  assert_digits(move[0].data, 252.1 - 244.2, 11);
  assert_digits(move[0].method, 255.4 - 252.1, 11);
  assert_digits(move[1].data + move[1].method, 271.9 - 259.6, 11);
  assert_digits(move[1].upper, 259.6 + 10 * 1.2815515655446004, 9);
  assert_int_equal(prg_ledger_moves(&before, &after, NULL, move), 2);
  assert_true(isnan(move[0].data) && isnan(move[0].method));
  assert_int_equal(prg_ledger_moves(&before, &after, &after, move), 2);
  assert_true(move[0].method == 0);
  assert_digits(move[0].data, 255.4 - 244.2, 11);
  prg_forecast points = forecast_of(&known, "plan", before_points, 3, 0);
  assert_int_equal(prg_ledger_moves(&points, &after, NULL, move), 2);
  assert_true(isnan(move[0].lower) && isnan(move[0].upper));
  points.distribution.quantile[1] = NAN; /* a plan that does not speak of 2022 */
  assert_int_equal(prg_ledger_moves(&points, &after, NULL, move), 1);
  before.origin.ordinal = 2010;
  assert_int_equal(prg_ledger_moves(&before, &after, NULL, move), 0);
  prg_forecast_clear(&before);
  prg_forecast_clear(&after);
  prg_forecast_clear(&between);
  prg_forecast_clear(&points);
  prg_series_clear(&known);
  prg_series_clear(&later);
}

static void assert_sentence(const prg_ledger_move *move, int decimals, prg_language language,
                            const char *expected) {
  prg_message message;
  prg_buffer words = {0};
  prg_ledger_move_message("Ekskolan", move, decimals, language, &message);
  prg_message_write(&message, language, &words);
  assert_string_equal(prg_buffer_string(&words), expected);
  prg_buffer_free(&words);
}

static void test_sentences(void **state) {
  (void)state;
  const prg_period year = {PRG_YEAR, 2027};
  prg_ledger_move m = {.period = year, .before = 280.2, .after = 292.4, .data = 9.1, .method = 3.1};
  assert_sentence(&m, 0, PRG_SWEDISH,
                  "Ekskolan: prognosen för 2027 har höjts med 12: 9 av nya uppgifter, 3 av ändrad "
                  "metod.");
  assert_sentence(&m, 1, PRG_ENGLISH,
                  "Ekskolan: the forecast for 2027 was raised by 12.2: 9.1 by new figures, 3.1 by "
                  "another method.");
  m = (prg_ledger_move){
      .period = year, .before = 280.2, .after = 271.9, .data = -6.4, .method = -1.9};
  assert_sentence(&m, 0, PRG_SWEDISH,
                  "Ekskolan: prognosen för 2027 har sänkts med 8: 6 av nya uppgifter, 2 av ändrad "
                  "metod.");
  m = (prg_ledger_move){
      .period = year, .before = 280.2, .after = 271.9, .data = 4.1, .method = -12.4};
  assert_sentence(&m, 0, PRG_SWEDISH,
                  "Ekskolan: prognosen för 2027 har sänkts med 8: 4 av nya uppgifter och −12 av "
                  "ändrad metod.");
  /* 137.4 → 124.9: 12.5 less, which is 137 → 125 to whoever reads it. */
  m = (prg_ledger_move){
      .period = year, .before = 137.4, .after = 124.9, .data = -12.5, .method = 0};
  assert_sentence(&m, 0, PRG_SWEDISH,
                  "Ekskolan: prognosen för 2027 har sänkts med 12, helt av nya uppgifter.");
  m = (prg_ledger_move){.period = year, .before = 280.2, .after = 292.4, .data = .2, .method = 12};
  assert_sentence(&m, 0, PRG_ENGLISH,
                  "Ekskolan: the forecast for 2027 was raised by 12, all of it by another method.");
  m = (prg_ledger_move){
      .period = year, .before = 280.2, .after = 292.4, .data = NAN, .method = NAN};
  assert_sentence(&m, 0, PRG_SWEDISH,
                  "Ekskolan: prognosen för 2027 har höjts med 12; hur mycket som är nya uppgifter "
                  "och hur mycket ändrad metod är inte känt.");
  m = (prg_ledger_move){.period = year, .before = 280.2, .after = 280.4, .data = .1, .method = .1};
  assert_sentence(&m, 0, PRG_SWEDISH, "Ekskolan: prognosen för 2027 är oförändrad, 280.");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_moves_by_hand),
      cmocka_unit_test(test_sentences),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
