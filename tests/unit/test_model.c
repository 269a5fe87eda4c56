#include <prognos/model.h>

#include "test.h"

static void test_table(void **state) {
  (void)state;
  size_t n = 0;
  for (; prg_models[n] != NULL; n++) {
    const prg_model_type *model = prg_models[n];
    assert_true(model->alloc && model->free && model->fit && model->predict && model->paths);
    assert_true(model->min_n >= 1);
    assert_true(*prg_text_get(model->title, PRG_SWEDISH) != '\0');
    assert_true(*prg_text_get(model->title, PRG_ENGLISH) != '\0');
    assert_ptr_equal(prg_model_find(model->name), model); /* so names are unique */
  }
  assert_true(n >= 19);
  assert_string_equal(prg_models[0]->name, "pooled");
}

static void test_find(void **state) {
  (void)state;
  assert_string_equal(prg_model_find("seasonal-naive")->name, "seasonal-naive");
  assert_null(prg_model_find("seasonal"));
  assert_null(prg_model_find(""));
  assert_null(prg_model_find("Pooled"));
}

static void test_options(void **state) {
  (void)state;
  prg_model_options options;
  memset(&options, 255, sizeof options);
  prg_model_options_init(&options);
  assert_int_equal(options.prior, PRG_PRIOR_MIXTURE);
  assert_false(options.has_break);
  assert_int_equal(options.seed, 1);
}

static prg_error fit_error(const prg_model_type *model, const double *y, size_t n) {
  prg_model_options options;
  prg_series series;
  prg_notes notes = {0};
  prg_error error = {0};
  prg_model_options_init(&options);
  prg_period start = {PRG_YEAR, 2011};
  assert_int_equal(prg_series_init_values(&series, "Kö", start, y, n, NULL), PRG_OK);
  void *fitted = model->alloc(&options);
  assert_non_null(fitted);
  prg_status status = prg_model_fit(model, fitted, &series, &notes, &error);
  assert_int_equal(status, error.status);
  model->free(fitted);
  prg_series_clear(&series);
  return error;
}

/* One figure less than a model needs is refused by name and number; gaps are no figures. */
static void test_too_few_for_each(void **state) {
  (void)state;
  static const double y[] = {4.7, NAN, 6.31, 5.2, 9.04, 8.8, 7.13, 6.6, 5.9, 8.1, 9.9, 7.7};
  for (size_t i = 0; prg_models[i] != NULL; i++) {
    const prg_model_type *model = prg_models[i];
    size_t n = model->min_n == 2 ? 1 : model->min_n; /* with its gap: min_n − 1 figures */
    if (model->min_n == 1)
      continue;
    assert_true(n <= sizeof y / sizeof y[0]);
    prg_error error = fit_error(model, y, n);
    assert_int_equal(error.status, PRG_EREFUSED);
    assert_int_equal(error.message.text, PRG_TEXT_MODEL_TOO_FEW);
    assert_string_equal(error.message.argument[0].string, "Kö");
    assert_close(error.message.argument[1].number, (double)model->min_n - 1, 0);
    assert_string_equal(error.message.argument[2].string, model->name);
    assert_close(error.message.argument[3].number, (double)model->min_n, 0);
  }
}

/* No model is asked to square what cannot be squared. */
static void test_sizes_are_checked_for_each(void **state) {
  (void)state;
  double large[12], tiny[12];
  for (int t = 0; t < 12; t++) {
    large[t] = (1.5 + .1 * t) * 1e100;
    tiny[t] = (1.5 + .1 * t) * 1e-105;
  }
  for (size_t i = 0; prg_models[i] != NULL; i++) {
    prg_error error = fit_error(prg_models[i], large, 12);
    assert_int_equal(error.status, PRG_EINPUT);
    assert_int_equal(error.message.text, PRG_TEXT_SMOOTHING_TOO_LARGE);
    error = fit_error(prg_models[i], tiny, 12);
    assert_int_equal(error.status, PRG_EINPUT);
    assert_int_equal(error.message.text, PRG_TEXT_FIGURES_TOO_SMALL);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_table),
      cmocka_unit_test(test_find),
      cmocka_unit_test(test_options),
      cmocka_unit_test(test_too_few_for_each),
      cmocka_unit_test(test_sizes_are_checked_for_each),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
