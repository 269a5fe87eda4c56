#include "canvas_test.h"

#include <prognos/chart_lead.h>

#define LEADS 4
#define MODELS 7

static const prg_model_type *model[MODELS];
static prg_accuracy accuracy[MODELS * (LEADS + 1)];
static size_t admitted[MODELS], better[MODELS];
static prg_backtest_summary summary;
static prg_lead_subject subject;
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

/* Mean per cent wrong at lead 1 … LEADS, from 9, 8, 7, 6 forecasts. */
static void add(const char *name, const double per_cent[LEADS]) {
  size_t k = summary.n_model++;
  model[k] = prg_model_find(name);
  assert_non_null(model[k]);
  admitted[k] = summary.n_series;
  prg_accuracy *all = &accuracy[k * (LEADS + 1)];
  *all = (prg_accuracy){0};
  for (size_t h = 1; h <= LEADS; h++) {
    size_t n = 10 - h;
    all[h] = (prg_accuracy){.n = n,
                            .n_interval = n,
                            .n_scaled = n,
                            .n_relative = n,
                            .inside_80 = n - 2,
                            .inside_95 = n - 1,
                            .scaled = 0.1 * per_cent[h - 1] * (double)n,
                            .relative = per_cent[h - 1] * (double)n};
    all->n += n;
    all->n_interval += n;
    all->n_scaled += n;
    all->n_relative += n;
    all->inside_80 += n - 2;
    all->inside_95 += n - 1;
    all->scaled += all[h].scaled;
    all->relative += all[h].relative;
  }
}

static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  subject = (prg_lead_subject){PRG_YEAR, NULL};
  summary = (prg_backtest_summary){.model = model,
                                   .horizon = LEADS,
                                   .n_series = 3,
                                   .n_origin = 27,
                                   .n_admitted = admitted,
                                   .n_better = better,
                                   .accuracy = accuracy};
  add("naive", (const double[]){3.3, 5.9, 7.94, 10.2});
  add("pooled", (const double[]){2.2, 3.4, 4.14, 5.7});
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  prg_drawing_clear(&drawing);
  return 0;
}

static const char *draw(void) {
  prg_drawing_clear(&drawing);
  assert_int_equal(prg_lead_draw(&summary, &subject, &options, &drawing, &error), PRG_OK);
  return prg_buffer_string(&drawing.script);
}

static void test_forecast_beside_no_change(void **state) {
  (void)state;
  const char *text = draw();
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "3 år fram har prognosen i genomsnitt varit 4,1 procent fel, att anta ingen "
                      "förändring 7,9 procent");
  assert_holds(text, "# pooled: periods ahead, mean error in per cent (MAPE)\n$error_1 << END\n"
                     "1 2.2\n2 3.4\n3 4.14\n4 5.7\nEND\n");
  assert_holds(text, "$error_2 << END\n1 3.3\n2 5.9\n3 7.94\n4 10.2\nEND\n");
  assert_holds(text, "'ingen förändring'");
  assert_holds(text, "3 serier, 27 prognostillfällen'");
  assert_holds(text, "set label '78 %'"); /* 7 of 9 within 8 in 10, and 8 of 9 within 95 in 100 */
  assert_holds(text, "set label '89 %'");
  assert_holds(text, "set label '10,2'");
  assert_holds(prg_buffer_string(&drawing.description),
               "Prognosen: sammanvägd exponentiell utjämning: ett år fram 2,2, 2 år 3,4, 3 år 4,1, "
               "4 år 5,7. Ingen förändring: ett år fram 3,3");
  assert_holds(prg_buffer_string(&drawing.description),
               "Inom intervallet 8 av 10 låg 73 procent av utfallen, inom 95 av 100 87 procent.");
}

static void test_english_and_months(void **state) {
  (void)state;
  options.language = PRG_ENGLISH;
  subject = (prg_lead_subject){PRG_MONTH, "Visits"};
  draw();
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "4 months ahead the forecast has been 5.7 per cent wrong on average, "
                      "assuming no change 10.2 per cent");
  assert_holds(prg_buffer_string(&drawing.script), "'Months ahead'");
  assert_holds(prg_buffer_string(&drawing.script), "Visits, 27 forecast origins'");
}

/* An outcome of 0 has no per cent. */
static void test_zeros_are_measured_in_usual_changes(void **state) {
  (void)state;
  accuracy[1 * (LEADS + 1) + 2].n_relative--;
  draw();
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "3 år fram har prognosens fel i genomsnitt varit 0,41 gånger en vanlig "
                      "ändring, att anta ingen förändring 0,79 gånger");
  assert_holds(prg_buffer_string(&drawing.script), "mean error (MASE)\n$error_1 << END\n1 0.22\n");
}

/* A mean of four forecasts is not told in the headline. */
static void test_few_forecasts_make_no_headline(void **state) {
  (void)state;
  for (size_t k = 0; k < 2; k++) {
    accuracy[k * (LEADS + 1) + 3].n = accuracy[k * (LEADS + 1) + 3].inside_95 = 4;
    accuracy[k * (LEADS + 1) + 3].inside_80 = 3;
  }
  draw();
  assert_holds(prg_buffer_string(&drawing.title), "2 år fram har prognosen");
}

/* Five lines at most: the forecast, no change, the best others. One that was left out of a series
 * cannot be compared. */
static void test_the_best_others_are_drawn(void **state) {
  (void)state;
  add("drift", (const double[]){4.1, 6.1, 8.1, 9.1});
  add("linear", (const double[]){9.3, 9.4, 9.5, 9.6});
  add("theta", (const double[]){2.7, 3.7, 4.7, 5.3});
  add("damped", (const double[]){2.9, 4.9, 6.9, 8.9});
  add("auto", (const double[]){1.1, 1.2, 1.3, 1.4});
  admitted[6] = 2;
  const char *text = draw();
  assert_holds(text, "# theta: periods ahead, mean error in per cent (MAPE)\n$error_3 <<");
  assert_holds(text, "# damped: periods ahead, mean error in per cent (MAPE)\n$error_4 <<");
  assert_holds(text, "# drift: periods ahead, mean error in per cent (MAPE)\n$error_5 <<");
  assert_holds(text, "med större fel: 1'");
  assert_null(strstr(text, "$error_6"));
}

static void test_naive_alone(void **state) {
  (void)state;
  summary.n_model = 1;
  draw();
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "3 år fram har prognosen i genomsnitt varit 7,9 procent fel");
}

static void test_refusals(void **state) {
  (void)state;
  options.height = 2000;
  assert_int_equal(prg_lead_draw(&summary, &subject, &options, &drawing, &error), PRG_EUSAGE);
  prg_chart_options_init(&options);
  memset(accuracy, 0, sizeof accuracy);
  assert_int_equal(prg_lead_draw(&summary, &subject, &options, &drawing, &error), PRG_EINPUT);
}

static void test_gnuplot_draws_it_without_a_word(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  char folder[64], path[128], command[400];
  fixture_folder(folder);
  accuracy[2].n_relative = accuracy[2].n = 0; /* a lead without outcomes: a gap in the line */
  snprintf(path, sizeof path, "%s/a.gp", folder);
  fixture_write(path, draw());
  snprintf(command, sizeof command,
           "cd %s && test -z \"$(LC_ALL=C.UTF-8 gnuplot a.gp 2>&1)\" && test -s a.svg",
           folder); /* in the C locale of a bare machine it has a word about its degree sign */
  assert_int_equal(system(command), 0);
  static const char *const file[] = {"a.gp", "a.svg", NULL};
  fixture_remove_folder(folder, file);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_forecast_beside_no_change),
      TEST(test_english_and_months),
      TEST(test_zeros_are_measured_in_usual_changes),
      TEST(test_few_forecasts_make_no_headline),
      TEST(test_the_best_others_are_drawn),
      TEST(test_naive_alone),
      TEST(test_refusals),
      TEST(test_gnuplot_draws_it_without_a_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
