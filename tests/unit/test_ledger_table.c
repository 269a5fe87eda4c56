#include "ledger_fixture.h"

#include <prognos/ledger_table.h>

/* A forecast with two of its three outcomes, one of them revised; and a plan of points. */
static prg_ledger *fill(void) {
  static const double point[] = {229.28, 244.25, 259.3}, plan_point[] = {235};
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series known = yearly("Grund\nskola", 2017, ledger_known, 4);
  prg_series later = yearly("Grund\nskola", 2017, ledger_later, 6);
  known.kind = later.kind = PRG_KIND_PEOPLE;
  record_plan(ledger, &known, &(plan){"pooled", "Plan 2021", "2021-01-10", point, 3, 6});
  record_plan(ledger, &known, &(plan){"plan", "Andras", "2021-02-10", plan_point, 1, 0});
  see(ledger, &later, "2023-01-10");
  later.value[5] = 252;
  see(ledger, &later, "2023-05-10");
  prg_series_clear(&known);
  prg_series_clear(&later);
  return ledger;
}

typedef prg_status writer(prg_ledger *, const prg_ledger_view *, size_t *, prg_buffer *,
                          prg_error *);

static void assert_written(writer *write, const prg_ledger_view *view, size_t rows,
                           const char *expected) {
  prg_ledger *ledger = fill();
  prg_buffer out = {0};
  size_t n;
  assert_int_equal(write(ledger, view, &n, &out, NULL), PRG_OK);
  assert_int_equal(n, rows);
  assert_string_equal(prg_buffer_string(&out), expected);
  prg_buffer_free(&out);
  prg_ledger_close(ledger);
}

static void test_list(void **state) {
  (void)state;
  assert_written(prg_ledger_list_write, &(prg_ledger_view){.language = PRG_ENGLISH}, 2,
                 "ID   Series       Origin  Made        Model   Periods  Outcomes  Plan\n"
                 "──────────────────────────────────────────────────────────────────────────\n"
                 "1-1  Grund skola  2020    2021-01-10  pooled        3         2  Plan 2021\n"
                 "1-2  Grund skola  2020    2021-02-10  plan          1         1  Andras\n");
}

static void test_list_of_nothing(void **state) {
  (void)state;
  prg_ledger_view view = {.format = PRG_LEDGER_CSV};
  view.filter.model = "theta";
  assert_written(prg_ledger_list_write, &view, 0, "");
}

static void test_show(void **state) {
  (void)state;
  prg_ledger_view view = {.latest = true};
  prg_ledger_id_parse("1-1", &view.filter.id);
  assert_written(prg_ledger_show_write, &view, 1,
                 "Grund skola · pooled · Plan 2021\n"
                 "Gjord 2021-01-10, utgår från 2020, prognos 1.2\n\n"
                 "Period  Utfall  Prognos  8 av 10  Fel  Fel %  Höll\n"
                 "──────────────────────────────────────────────────\n"
                 "2021       240      229  222–237  −11  −4,47  nej\n"
                 "2022       252      244  237–252   −8  −3,08  nej\n"
                 "2023                259  252–267\n");
}

static void test_show_first_outcome(void **state) {
  (void)state;
  prg_ledger_view view = {.format = PRG_LEDGER_CSV};
  prg_ledger_id_parse("1-2", &view.filter.id);
  assert_written(
      prg_ledger_show_write, &view, 1,
      "id,series,period,lead,outcome,value,lower_80,upper_80,lower_95,upper_95,error,error_percent,"
      "inside_80,status\n"
      "1-2,\"Grund\nskola\",2021,1,240,235,,,,,-5,-2.083333333,,\n");
}

static void test_export_under_a_veil(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  const prg_ledger_filter everything = {0};
  prg_ledger_veil veil;
  assert_int_equal(prg_ledger_veil_read(ledger, &everything, 250, &veil, NULL), PRG_OK);
  prg_ledger_close(ledger);
  prg_ledger_view view = {.format = PRG_LEDGER_CSV, .veil = &veil, .filter.model = "pooled"};
  assert_written(prg_ledger_export_write, &view, 1,
                 "id,series,kind,unit,label,made,model,options,version,input,origin,period,lead,"
                 "value,lower_80,"
                 "upper_80,lower_95,upper_95,outcome,seen,outcome_latest,seen_latest,status\n"
                 "1-1,\"Grund\nskola\",people,,Plan "
                 "2021,2021-01-10,pooled,,1.2,8f3a2b1c9d7e6f50,2020,2021,1,,,,,"
                 ",,,,,suppressed\n"
                 "1-1,\"Grund\nskola\",people,,Plan "
                 "2021,2021-01-10,pooled,,1.2,8f3a2b1c9d7e6f50,2020,2022,2,,,,,"
                 ",,,,,suppressed\n"
                 "1-1,\"Grund\nskola\",people,,Plan "
                 "2021,2021-01-10,pooled,,1.2,8f3a2b1c9d7e6f50,2020,2023,3,,,,,"
                 ",,,,,suppressed\n");
  prg_ledger_veil_clear(&veil);
}

static void test_score(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  const prg_ledger_score_options options = {.by = PRG_LEDGER_BY_MODEL, .latest = true};
  prg_ledger_score score;
  prg_buffer out = {0};
  assert_int_equal(prg_ledger_score_read(ledger, &options, &score, NULL), PRG_OK);
  prg_ledger_score_write(&score, &(prg_ledger_view){.language = PRG_ENGLISH}, &out);
  assert_string_equal(
      prg_buffer_string(&out),
      "The forecasts one year ahead have been 3.3 per cent too low on average (n = 2). The "
      "intervals of 80\n"
      "per cent held in 0 per cent of the cases (n = 1). The errors were 74 per cent smaller than "
      "those of\n"
      "the last figure (n = 3). The errors were 53 per cent smaller than those of the previous "
      "plan for the\n"
      "same periods (n = 1).\n\n"
      "Model   n  Bias  Bias %  MAPE  MASE  80 % held  95 % held  CRPS  vs naive  vs previous\n"
      "──────────────────────────────────────────────────────────────────────────────────────\n"
      "pooled  2  −9.2   −3.77   3.8  0.60          0        100   6.2      0.29\n"
      "plan    1  −5.0   −2.08   2.1  0.33                         5.0      0.19         0.47\n"
      "all     3  −7.8   −3.21   3.2  0.51          0        100   5.8      0.26         0.47\n");
  prg_buffer_clear(&out);
  prg_ledger_score_write(&score, &(prg_ledger_view){.format = PRG_LEDGER_CSV}, &out);
  assert_non_null(strstr(prg_buffer_string(&out),
                         "by,name,n,bias,bias_percent,mape,mase,n_interval,coverage_80,"));
  assert_non_null(strstr(prg_buffer_string(&out), "\nmodel,plan,1,-5,-2.083333333,"));
  assert_non_null(strstr(prg_buffer_string(&out), "\nall,,3,"));
  prg_buffer_free(&out);
  prg_ledger_score_clear(&score);
  prg_ledger_close(ledger);
}

static void test_moves(void **state) {
  (void)state;
  const prg_ledger_move move = {.period = {PRG_YEAR, 2027},
                                .before = 280.2,
                                .after = 292.4,
                                .data = 9.1,
                                .method = 3.1,
                                .lower = 270.5,
                                .upper = 290.25};
  const prg_ledger_move_list list = {"Ekskolan", &move, 1, 0};
  prg_buffer out = {0};
  prg_ledger_moves_write(&list, 1, &(prg_ledger_view){0}, &out);
  assert_string_equal(
      prg_buffer_string(&out),
      "Ekskolan: prognosen för 2027 har höjts med 12: 9 av nya uppgifter, 3 av ändrad "
      "metod.\n\n"
      "Serie     Period  Förra   Nu  Ändring  av uppgifter  av metod\n"
      "─────────────────────────────────────────────────────────────\n"
      "Ekskolan  2027      280  292       12             9         3\n");
  prg_buffer_clear(&out);
  prg_ledger_moves_write(&list, 1, &(prg_ledger_view){.format = PRG_LEDGER_JSON}, &out);
  assert_string_equal(prg_buffer_string(&out),
                      "[\n  {\"series\": \"Ekskolan\", \"period\": \"2027\", \"before\": 280.2, "
                      "\"after\": 292.4, \"change\": 12.2, \"data\": 9.1, \"method\": 3.1, "
                      "\"lower_80_before\": 270.5, \"upper_80_before\": 290.25, \"sentence\": "
                      "\"Ekskolan: prognosen för 2027 har höjts med 12: 9 av nya uppgifter, 3 av "
                      "ändrad metod.\"}\n]\n");
  prg_buffer_free(&out);
}

static void test_format_names(void **state) {
  (void)state;
  prg_ledger_format format;
  assert_true(prg_ledger_format_from_name("excel", &format));
  assert_int_equal(format, PRG_LEDGER_EXCEL);
  assert_false(prg_ledger_format_from_name("html", &format));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      IN_FOLDER(test_list),
      IN_FOLDER(test_list_of_nothing),
      IN_FOLDER(test_show),
      IN_FOLDER(test_show_first_outcome),
      IN_FOLDER(test_export_under_a_veil),
      IN_FOLDER(test_score),
      cmocka_unit_test(test_moves),
      cmocka_unit_test(test_format_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
