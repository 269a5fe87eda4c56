#include <prognos/forecast_csv.h>

#include "forecast_test.h"

static const double level[] = {.8, .95};

/* --- writing --- */

static prg_buffer written(const trial *t, const double *levels, size_t n, prg_csv_style style,
                          prg_language language) {
  prg_buffer out;
  prg_buffer_init(&out);
  prg_forecast_csv_head(levels, n, style, &out);
  prg_forecast_csv_write(&t->forecast, levels, n, style, language, &out);
  assert_false(out.failed);
  return out;
}

/* A forecast of round figures, made by hand. */
static void by_hand(trial *t) {
  static const double y[] = {NAN, 12.25, NAN, 13}, probability[] = {.025, .1, .5, .9, .975};
  static const double quantile[] = {10, 11.5, 14.125, 15, 16.75, 9, 10.1, 14.2, 17, 1 / 3.0 + 20};
  *t = (trial){0};
  prg_period start = {PRG_SCHOOL_YEAR, 2019};
  assert_int_equal(prg_series_init_values(&t->series, "Kö, \"ny\"", start, y, 4, NULL), PRG_OK);
  assert_int_equal(prg_distribution_init(&t->forecast.distribution, 2, probability, 5, NULL),
                   PRG_OK);
  memcpy(t->forecast.distribution.quantile, quantile, sizeof quantile);
  t->series.observation[0] = PRG_SUPPRESSED;
  t->series.observation[3] = PRG_PRELIMINARY;
  t->forecast.series = &t->series;
  t->forecast.model = "drift";
  t->forecast.origin = prg_period_add(start, 3);
  prg_notes_add(&t->forecast.notes, PRG_TEXT_NOTE_MISSING_INSIDE, PRG_ARGS(prg_integer(1)));
  prg_notes_add(&t->forecast.notes, PRG_TEXT_NOTE_TAKEN_AS_STOCK, NULL);
}

#define HAND_HEAD "series,period,kind,value,lower_80,upper_80,lower_95,upper_95,model,origin,note\n"
#define HAND_NAME "\"Kö, \"\"ny\"\"\""

static void test_written_exactly(void **state) {
  (void)state;
  trial t;
  by_hand(&t);
  prg_buffer out = written(&t, level, 2, PRG_CSV_PLAIN, PRG_SWEDISH);
  assert_string_equal(
      prg_buffer_string(&out), HAND_HEAD HAND_NAME
      ",2019/20,actual,,,,,,,,suppressed\n" HAND_NAME ",2020/21,actual,12.25,,,,,,,\n" HAND_NAME
      ",2021/22,actual,,,,,,,,gap\n" HAND_NAME ",2022/23,actual,13,,,,,,,preliminary\n" HAND_NAME
      ",2023/24,forecast,14.125,11.5,15,10,16.75,drift,2022/23,\"Perioder utan uppgift inne "
      "i serien: 1. De har hoppats över, inte fyllts i. Talen är hela och inte negativa "
      "och räknas som ett antal vid en tidpunkt; säg annat med --kind.\"\n" HAND_NAME
      ",2024/25,forecast,14.2,10.1,17,9,20.33333333,drift,2022/23,\n");
  prg_buffer_free(&out);
  trial_close(&t);
}

static void test_written_for_excel(void **state) {
  (void)state;
  static const double one[] = {.9};
  trial t;
  by_hand(&t);
  t.forecast.notes.n = 1;
  prg_buffer out = written(&t, one, 1, PRG_CSV_EXCEL, PRG_ENGLISH);
  const char *text = prg_buffer_string(&out);
  assert_memory_equal(text, "\xEF\xBB\xBFseries;period;kind;value;lower_90;upper_90;model;", 52);
  assert_non_null(strstr(text, ";forecast;14,125;"));
  assert_non_null(strstr(text, "Periods without a figure inside the series: 1."));
  assert_null(strstr(text, "Perioder"));
  prg_buffer_free(&out);
  trial_close(&t);
}

/* What lies after the last figure is forecast, not written as a blank figure. */
static void test_blank_end_is_not_written(void **state) {
  (void)state;
  static const double y[] = {5.5, 6.25, 7.125, NAN, NAN};
  trial t;
  trial_run(&t, &(trial_options){.model = "naive", .every = PRG_YEAR, .start = 2018}, y, 5);
  prg_buffer out = written(&t, level, 2, PRG_CSV_PLAIN, PRG_SWEDISH);
  assert_null(strstr(prg_buffer_string(&out), "2021,actual"));
  assert_non_null(strstr(prg_buffer_string(&out), "2021,forecast,7.125,"));
  prg_buffer_free(&out);
  trial_close(&t);
}

/* --- reading --- */

static void test_is(void **state) {
  (void)state;
  assert_true(prg_forecast_csv_is(HAND_HEAD, strlen(HAND_HEAD)));
  assert_false(prg_forecast_csv_is("series,period,kind,valu", 23));
  assert_false(prg_forecast_csv_is("series,period,value,status\n", 27));
  assert_false(prg_forecast_csv_is("", 0));
}

static void test_read_back(void **state) {
  (void)state;
  trial t;
  by_hand(&t);
  prg_buffer out = written(&t, level, 2, PRG_CSV_PLAIN, PRG_SWEDISH);
  prg_forecast_set set;
  assert_int_equal(prg_forecast_csv_read("p.csv", out.data, out.length, &set, NULL), PRG_OK);
  assert_int_equal(set.panel.n, 1);
  const prg_forecast *f = &set.forecast[0];
  assert_ptr_equal(f->series, &set.panel.series[0]);
  assert_string_equal(f->series->name, "Kö, \"ny\"");
  assert_int_equal(f->series->n, 4);
  assert_true(isnan(f->series->value[0]) && isnan(f->series->value[2]));
  assert_int_equal(f->series->observation[0], PRG_SUPPRESSED);
  assert_int_equal(f->series->observation[2], PRG_GAP);
  assert_int_equal(f->series->observation[3], PRG_PRELIMINARY);
  assert_int_equal(f->series->observation[1], PRG_OBSERVED);
  assert_close(f->series->value[1], 12.25, 0);
  assert_string_equal(f->model, "drift");
  assert_int_equal(prg_period_compare(f->origin, t.forecast.origin), 0);
  assert_int_equal(f->distribution.horizon, 2);
  assert_int_equal(f->distribution.n_probability, 5);
  for (size_t i = 0; i < 5; i++) {
    assert_close(f->distribution.probability[i], t.forecast.distribution.probability[i], 1e-15);
    assert_close(f->distribution.quantile[i], t.forecast.distribution.quantile[i], 0);
  }
  assert_close(prg_forecast_quantile(f, 2, .975), 20.33333333, 0);
  prg_forecast_set_clear(&set);
  prg_buffer_free(&out);
  trial_close(&t);
}

/* A file with narrow limits is asked for wide ones: for counts they end at 0. */
static void test_narrow_limits_keep_the_bound(void **state) {
  (void)state;
  static const double narrow[] = {.5, .8}, few[] = {4, 2, 3, 1, 2, 1};
  static const double balance[] = {4.5, -2.25, 3.75, -1.5, 2.25, 1.75};
  trial t;
  trial_run(&t, &(trial_options){.every = PRG_YEAR, .start = 2017}, few, 6);
  prg_buffer out = written(&t, narrow, 2, PRG_CSV_PLAIN, PRG_SWEDISH);
  prg_forecast_set set;
  assert_int_equal(prg_forecast_csv_read("p.csv", out.data, out.length, &set, NULL), PRG_OK);
  for (size_t h = 1; h <= 5; h++)
    assert_close(prg_forecast_quantile(&set.forecast[0], h, .025), 0, 0);
  prg_forecast_set_clear(&set);
  prg_buffer_free(&out);
  trial_close(&t);

  trial_run(&t, &(trial_options){.every = PRG_YEAR, .start = 2017}, balance, 6);
  out = written(&t, narrow, 2, PRG_CSV_PLAIN, PRG_SWEDISH);
  assert_int_equal(prg_forecast_csv_read("p.csv", out.data, out.length, &set, NULL), PRG_OK);
  assert_true(prg_forecast_quantile(&set.forecast[0], 1, .025) < 0);
  prg_forecast_set_clear(&set);
  prg_buffer_free(&out);
  trial_close(&t);
}

/* Columns in another order, two series, no intervals at all. */
static void test_read_other_columns(void **state) {
  (void)state;
  static const char mixed[] = "series,period,kind,value,upper_95,model,lower_50,lower_95,upper_50\n"
                              "A,2021,actual,3.5,,,,,\n"
                              "A,2022,forecast,4,9,naive,3,1,5\n"
                              "B,2019M12,actual,7,,,,,\n"
                              "B,2020M01,forecast,6,8,naive,5.5,5,7\n"
                              "B,2020M02,forecast,6,9,naive,5.25,4,7.5\n";
  static const char bare[] = "series,period,kind,value,\nA,2021,actual,3.5,\nA,2022,forecast,4,\n";
  prg_forecast_set set;
  assert_int_equal(prg_forecast_csv_read("m", mixed, strlen(mixed), &set, NULL), PRG_OK);
  assert_int_equal(set.panel.n, 2);
  assert_close(prg_forecast_quantile(&set.forecast[0], 1, .025), 1, 0);
  assert_close(prg_forecast_quantile(&set.forecast[0], 1, .25), 3, 0);
  assert_close(prg_forecast_quantile(&set.forecast[1], 2, .75), 7.5, 0);
  assert_close(prg_forecast_quantile(&set.forecast[1], 2, .975), 9, 0);
  assert_int_equal(set.forecast[1].distribution.horizon, 2);
  assert_int_equal(set.forecast[1].series->season, 12);
  prg_forecast_set_clear(&set);
  assert_int_equal(prg_forecast_csv_read("b", bare, strlen(bare), &set, NULL), PRG_OK);
  assert_close(prg_forecast_point(&set.forecast[0], 1), 4, 0);
  prg_forecast_set_clear(&set);
}

static void refuse(const char *rows, prg_text text, size_t line, size_t column) {
  char bytes[1024];
  prg_forecast_set set;
  prg_error error = {0};
  int n =
      snprintf(bytes, sizeof bytes, "%s%s",
               rows[0] == 's' ? "" : "series,period,kind,value,lower_80,upper_80,model\n", rows);
  assert_int_equal(prg_forecast_csv_read("fel.csv", bytes, (size_t)n, &set, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, text);
  assert_string_equal(error.file, "fel.csv");
  assert_int_equal(error.line, line);
  assert_int_equal(error.column, column);
  prg_forecast_set_clear(&set);
}

static void test_refusals(void **state) {
  (void)state;
  refuse("A,2021,actual,3,,,\nA,2022,prognos,4,3,5,x\n", PRG_TEXT_FORECAST_CSV_KIND, 3, 3);
  refuse("A,2021,actual,3,,,\nA,2022,forecast,4,3,5,x\nA,2023,actual,4,,,\n",
         PRG_TEXT_FORECAST_CSV_KIND, 4, 3);
  refuse("A,2021,actual,3,,,\nB,2022,forecast,4,3,5,x\n", PRG_TEXT_FORECAST_CSV_PART, 2, 1);
  refuse("A,2022,forecast,4,3,5,x\n", PRG_TEXT_FORECAST_CSV_PART, 2, 1);
  refuse("A,2021,actual,3,,,\nA,2023,forecast,4,3,5,x\n", PRG_TEXT_FORECAST_CSV_ORDER, 3, 2);
  refuse("A,2020,actual,3,,,\nA,2020,actual,3,,,\n", PRG_TEXT_FORECAST_CSV_PART, 2, 1);
  refuse("A,2021,actual,3,,,\nA,2022,forecast,4,3,5,x\nA,2022,forecast,4,3,5,x\n",
         PRG_TEXT_FORECAST_CSV_ORDER, 4, 2);
  refuse("A,2021,actual,3,,,\nA,2022K1,forecast,4,3,5,x\n", PRG_TEXT_FORECAST_CSV_ORDER, 3, 2);
  refuse("A,2o21,actual,3,,,\nA,2022,forecast,4,3,5,x\n", PRG_TEXT_PERIOD_BROKEN, 2, 2);
  refuse("A,2021,actual,12O,,,\nA,2022,forecast,4,3,5,x\n", PRG_TEXT_CELL_NOT_NUMBER, 2, 4);
  refuse("A,2021,actual,3,,,\nA,2022,forecast,4,,5,x\n", PRG_TEXT_CELL_NOT_NUMBER, 3, 5);
  refuse("A,2021,actual,3,,,\nA,2022,forecast,4,3\n", PRG_TEXT_CELL_NOT_NUMBER, 3, 6);
  refuse("A,2021,actual,3,,,\nA,2022,forecast,4,nan,5,x\n", PRG_TEXT_CELL_NOT_NUMBER, 3, 5);
  refuse("A,2021,actual,3,,,\nA,2022,forecast,4,3,1e999,x\n", PRG_TEXT_CELL_NOT_NUMBER, 3, 6);
  refuse("A,2021,actual,3,,,\nA,2022,forecast,4,4.5,5,x\n", PRG_TEXT_FORECAST_CSV_LIMITS, 3, 4);
  refuse("series,period,kind,value,lower_80\n", PRG_TEXT_HEADER_ONLY, 1, 1);
  refuse("series,period,kind,value,lower_101\nA,2021,actual,3,\nA,2022,forecast,4,3\n",
         PRG_TEXT_FORECAST_CSV_COLUMN, 1, 5);
  refuse("series,period,kind\nA,2021,actual\nA,2022,forecast\n", PRG_TEXT_FORECAST_CSV_HEADING, 1,
         4);
  static const char noted[] = "series,period,kind,value,lower_80,upper_80,note\n";
  for (int i = 0; i < 3; i++) {
    static const char *const actual[] = {"A,2021,actual,3,,,missing", "A,2021,actual,,,,revised",
                                         "A,2021,actual,3,,,prelim"};
    prg_buffer text = {0};
    prg_buffer_printf(&text, "%s%s\nA,2022,forecast,4,3,5,\n", noted, actual[i]);
    refuse(text.data, PRG_TEXT_STATUS_UNKNOWN, 2, 7);
    prg_buffer_free(&text);
  }
  refuse("series,period,kind,value,upper_åttio\nA,2021,actual,3,\nA,2022,forecast,4,3\n",
         PRG_TEXT_FORECAST_CSV_COLUMN, 1, 5);
}

static void test_too_many_columns(void **state) {
  (void)state;
  prg_buffer text;
  prg_forecast_set set;
  prg_error error = {0};
  prg_buffer_init(&text);
  prg_buffer_add(&text, "series,period,kind,value");
  for (int i = 1; i <= 90; i++)
    prg_buffer_printf(&text, ",lower_%d", i);
  prg_buffer_add(&text, "\nA,2021,actual,3\n");
  assert_int_equal(prg_forecast_csv_read("f", text.data, text.length, &set, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_FORECAST_CSV_COLUMN);
  prg_forecast_set_clear(&set);
  prg_forecast_set_clear(NULL);
  prg_buffer_free(&text);
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_written_exactly),
      cmocka_unit_test(test_written_for_excel),
      cmocka_unit_test(test_blank_end_is_not_written),
      cmocka_unit_test(test_is),
      cmocka_unit_test(test_read_back),
      cmocka_unit_test(test_narrow_limits_keep_the_bound),
      cmocka_unit_test(test_read_other_columns),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_too_many_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
