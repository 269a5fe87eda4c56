/*
 * Every model on every awkward series: a forecast whose figures are finite, whose intervals have a
 * width and do not go below 0 where no figure does, or a refusal in words. Near and far ahead.
 */
#include "forecast_test.h"

enum { LONGEST = 40 };

typedef struct awkward {
  const char *name;
  size_t n;
  double y[LONGEST];
} awkward;

#define N NAN
static const awkward series[] = {
    {"constant", 26, {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
                      7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7}},
    {"zeros", 26, {0}},
    {"one outlier", 16, {12, 14, 13, 12, 15, 13, 1e9, 14, 12, 15, 14, 13, 12, 14, 13, 15}},
    {"negative", 14, {-4, -7, -3, -8, -5, -6, -9, -2, -5, -7, -4, -6, -3, -8}},
    {"some negative", 14, {3.1, -2.2, .4, -1.7, 2.6, -3.3, .9, -.2, 1.4, -2.8, 3.7, -1.1, .6, -.7}},
    {"first missing", 12, {N, N, 14, 13, 15, 18, 17, 19, 22, 21, 23, 25}},
    {"last missing", 12, {14, 13, 15, 18, 17, 19, 22, 21, 23, 25, N, N}},
    {"long gap", 40, {31, 27, 35, 29, 33, 28, 36, 30, N,  N,  N,  N,  N,  N,
                      N,  N,  N,  N,  N,  N,  N,  N,  34, 29, 38, 32, 35, 30,
                      39, 31, 37, 33, 41, 34, 38, 33, 42, 35, 40, 34}},
    {"a month never seen", 40, {31, 27, 35, N,  33, 28, 36, 30, 29, 33, 35, 31, 34, 29,
                                38, N,  35, 30, 39, 31, 30, 37, 38, 33, 36, 31, 40, N,
                                37, 32, 41, 33, 31, 38, 40, 34, 37, 33, 42, N}},
    {"every sixth year", 31, {1070, N, N,    N, N, N, 1240, N, N,    N, N, N, 1190, N, N,   N,
                              N,    N, 1420, N, N, N, N,    N, 1510, N, N, N, N,    N, 1630}},
    {"fewer than a season", 3, {212, 245, 198}},
    {"one figure", 1, {1070}},
    {"one figure of 0", 1, {0}},
    {"two figures", 2, {168, 183}},
    {"two equal figures", 2, {5, 5}},
    {"three figures", 3, {.5, .7, .4}},
    {"four figures", 4, {4, 2, 3, 1}},
    {"small counts", 6, {4, 2, 3, 1, 2, 1}},
    {"1e15",
     12,
     {1.1e15, 1.3e15, 1.2e15, 1.5e15, 1.4e15, 1.7e15, 1.6e15, 1.8e15, 1.9e15, 1.7e15, 2e15,
      2.1e15}},
    {"1e-9",
     12,
     {1.1e-9, 1.3e-9, 1.2e-9, 1.5e-9, 1.4e-9, 1.7e-9, 1.6e-9, 1.8e-9, 1.9e-9, 1.7e-9, 2e-9,
      2.1e-9}},
    {"whole to 1e9",
     12,
     {999999871, 1000000007, 999999751, 1000000103, 999999937, 1000000021, 999999883, 1000000087,
      999999797, 1000000033, 999999929, 1000000009}},
    {"from 1 to 1e9", 10, {1, 12, 95, 1103, 9871, 120034, 980017, 11020033, 99800123, 1000000007}},
    {"two values", 16, {0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0}},
    {"two values in turn", 16, {3, 9, 3, 9, 3, 9, 3, 9, 3, 9, 3, 9, 3, 9, 3, 9}},
    {"one event", 16, {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}},
    {"dying out", 12, {61, 48, 37, 29, 21, 14, 9, 5, 3, 1, 0, 0}},
    {"falling line", 14, {41, 38, 35, 32, 29, 26, 23, 20, 17, 14, 11, 8, 5, 2}},
    {"rising line", 14, {3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29}},
    {"doubling", 14, {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192}},
    {"exactly seasonal", 36, {5,  9, 14, 8, 5,  9, 14, 8, 5,  9, 14, 8, 5,  9, 14, 8, 5,  9,
                              14, 8, 5,  9, 14, 8, 5,  9, 14, 8, 5,  9, 14, 8, 5,  9, 14, 8}},
    {"shares", 10, {.912, .934, .951, .948, .967, .972, .981, .979, .988, .991}},
};
#undef N

static void fail_at(const trial *t, const awkward *a, int season, size_t h, const char *what) {
  fail_msg("%s, season %d, %s, h %zu: %s: %g %g %g %g %g", t->forecast.model, season, a->name, h,
           what, quantile_of(t, h, .025), quantile_of(t, h, .1), quantile_of(t, h, .5),
           quantile_of(t, h, .9), quantile_of(t, h, .975));
}

static void check_forecast(const trial *t, const awkward *a, int season, size_t horizon) {
  bool positive = prg_series_minimum(&t->series) >= 0;
  for (size_t h = 1; h <= horizon; h++) {
    const double q[] = {quantile_of(t, h, .025), quantile_of(t, h, .1), quantile_of(t, h, .5),
                        quantile_of(t, h, .9), quantile_of(t, h, .975)};
    for (size_t i = 0; i < COUNT_OF(q); i++)
      if (!isfinite(q[i]) || (i > 0 && q[i] < q[i - 1]) || (positive && q[i] < 0))
        fail_at(t, a, season, h, "unsound");
    if (!(q[4] > q[0]))
      fail_at(t, a, season, h, "no width");
  }
}

static void check_refusal(const trial *t) {
  assert_true(t->status == PRG_EREFUSED || t->status == PRG_EINPUT);
  for (prg_language language = PRG_SWEDISH; language <= PRG_ENGLISH; language++) {
    prg_buffer words;
    prg_buffer_init(&words);
    prg_error_write(&t->error, language, &words);
    assert_true(words.length > 20);
    prg_buffer_free(&words);
  }
}

static void check(const char *model, prg_frequency every, const awkward *a, size_t horizon) {
  trial t;
  trial_run(&t, &(trial_options){.model = model, .every = every, .start = 8100, .horizon = horizon},
            a->y, a->n);
  if (t.status == PRG_OK)
    check_forecast(&t, a, t.series.season, horizon);
  else
    check_refusal(&t);
  trial_close(&t);
}

static void check_all(size_t horizon) {
  static const prg_frequency every[] = {PRG_YEAR, PRG_QUARTER, PRG_MONTH};
  for (size_t k = 0; prg_models[k] != NULL; k++)
    for (size_t i = 0; i < COUNT_OF(series); i++)
      for (size_t f = 0; f < COUNT_OF(every); f++)
        check(prg_models[k]->name, every[f], &series[i], horizon);
}

static void test_near(void **state) {
  (void)state;
  check_all(5);
}

/* Two seasons of months: farther than most of the series are long. */
static void test_far(void **state) {
  (void)state;
  check_all(24);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_near),
      cmocka_unit_test(test_far),
  };
  gsl_set_error_handler_off();
  return cmocka_run_group_tests(tests, NULL, NULL);
}
