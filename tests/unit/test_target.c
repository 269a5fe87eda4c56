#include <prognos/target.h>

#include <gsl/gsl_errno.h>

#include "target_reference.h"

/* A book of one indicator, assessed on the usual scale in Swedish. */
typedef struct assessed {
  prg_target_book book;
  prg_target_result result;
  prg_status status;
  prg_error error;
  prg_buffer follow_up, assessment;
} assessed;

static void assess(assessed *a, const char *indicators, const char *outcomes) {
  prg_target_scale scale;
  prg_error_clear(&a->error);
  assert_true(prg_target_scale_of_name("outlook", PRG_SWEDISH, &scale));
  read_book(&a->book, indicators, outcomes);
  a->status = prg_target_assess(&a->book, 0, &scale, PRG_SWEDISH, &a->result, &a->error);
  prg_buffer_init(&a->follow_up);
  prg_buffer_init(&a->assessment);
  prg_sentences_write(&a->result.follow_up, PRG_SWEDISH, &a->follow_up);
  prg_sentences_write(&a->result.assessment, PRG_SWEDISH, &a->assessment);
}

static void finish(assessed *a) {
  prg_target_result_clear(&a->result);
  prg_target_book_clear(&a->book);
  prg_buffer_free(&a->follow_up);
  prg_buffer_free(&a->assessment);
}

static void assert_says(const prg_buffer *text, const char *what) {
  if (strstr(prg_buffer_string(text), what) == NULL)
    print_error("\"%s\" is not in \"%s\"\n", what, prg_buffer_string(text));
  assert_non_null(strstr(prg_buffer_string(text), what));
}

#define MORE "Id;Riktning;Mål;Enhet\nk;fler än;föregående år;personer\n"

static void test_more_than_last_year(void **state) {
  (void)state;
  assessed a;
  assess(&a, MORE, "Id;År;Till och med;Utfall\nk;2017;;17\nk;2018;juni;7\n");
  assert_int_equal(a.status, PRG_OK);
  assert_int_equal(a.result.state, PRG_TARGET_FORECAST);
  assert_close(a.result.probability, reference("n", "probability"), 1e-9);
  assert_string_equal(a.result.verdict, "bedöms ej uppnås");
  assert_close(a.result.part[0].outlook.median, 14, 0);
  assert_close(a.result.part[0].difference.lower, reference("rate", "lower"), 1e-8);
  assert_says(&a.follow_up, "Till och med juni 2018: 7 personer. Hela 2017: 17 personer.");
  assert_says(&a.assessment, "omkring 14 personer (8 av 10: 10–20)");
  assert_says(&a.assessment, "Räknat på 6 av årets 12 månader");
  finish(&a);
}

/* The same figures month by month, and last year's months as the profile. */
static void test_months_add_up_and_give_the_profile(void **state) {
  (void)state;
  assessed a;
  assess(&a, MORE,
         "Id;Period;Utfall\nk;2018M01;2\nk;2018M02;0\nk;2018M03;1\nk;2018K2;4\nk;2017M01;3\n"
         "k;2017M02;1\nk;2017M03;0\nk;2017M04;0\nk;2017M05;1\nk;2017M06;0\nk;2017H2;12\n");
  assert_int_equal(a.status, PRG_OK);
  assert_close(a.result.through.to, 6, 0);
  assert_close(a.result.part[0].value, 7, 0);
  assert_close(a.result.part[0].last, 17, 0);
  assert_close(a.result.part[0].before, 5, 0);
  assert_close(a.result.probability, reference("few", "probability"), 1e-9);
  assert_string_equal(a.result.verdict, "osäkert om målet uppnås");
  assert_says(&a.assessment, "Räknat med att 5 av 17 tidigare års fall");
  finish(&a);
}

/* Months that both years have one by one tell how much they vary. */
static void test_months_tell_their_variation(void **state) {
  (void)state;
  static const int visits[2][6] = {{153, 118, 190, 131, 84, 49}, {140, 151, 139, 122, 97, 31}};
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add(&text, "Id;Period;Utfall\nk;2017H2;599\n");
  for (int y = 0; y < 2; y++)
    for (int m = 0; m < 6; m++)
      prg_buffer_printf(&text, "k;%dM%02d;%d\n", 2018 - y, m + 1, visits[y][m]);
  assessed a;
  assess(&a, MORE, prg_buffer_string(&text));
  assert_int_equal(a.status, PRG_OK);
  assert_digits(a.result.part[0].dispersion, reference("visits", "dispersion"), 10);
  prg_difference d = a.result.part[0].difference;
  double alone = prg_difference_of_counts((const double[]){725, 680}, (const double[]){6, 6}).lower;
  assert_true(d.lower < alone && d.upper > d.value);
  assert_says(&a.assessment, "Månaderna varierar 3,3 gånger så mycket");
  finish(&a);
  prg_buffer_free(&text);
}

static void test_shares(void **state) {
  (void)state;
  assessed a;
  assess(&a, "Id;Typ;Riktning;Mål;Av helår\ns;andel;över;föregående år;42\n",
         "Id;År;Till och med;Utfall;Av\ns;2017;;17;81\ns;2018;juni;7;21\n");
  assert_int_equal(a.status, PRG_OK);
  assert_close(a.result.probability, reference("half", "probability"), 1e-9);
  assert_says(&a.follow_up, "7 av 21, 33,3 % (95 %: 17,2–54,6)");
  assert_says(&a.follow_up, "17 av 81, 21,0 % (95 %: 13,5–31,1)");
  assert_says(&a.follow_up, "är inte säkerställd");
  assert_false(a.result.part[0].difference.proven);
  finish(&a);
}

#define SATISFIED                                                                                  \
  "Id;Riktning;Mål;Enhet;Grupper;Frekvens;Till och med\n"                                         \
  "n;över;80;index;män, kvinnor, flickor, pojkar;år;2018-08\n"

static void test_not_measured_is_never_met(void **state) {
  (void)state;
  assessed a;
  assess(&a, SATISFIED, "Id;Grupp;År;Utfall\nn;män;2018;ej mätt\nn;kvinnor;2017;91\n");
  assert_int_equal(a.status, PRG_OK);
  assert_int_equal(a.result.state, PRG_TARGET_UNMEASURED);
  assert_string_equal(a.result.verdict, "ej mätt – uppfylls inte");
  assert_true(isnan(a.result.probability));
  assert_string_equal(prg_buffer_string(&a.follow_up), "Ej mätt 2018.");
  finish(&a);
}

static void test_groups_must_all_pass(void **state) {
  (void)state;
  static const struct {
    const char *outcomes, *verdict;
    size_t n_reached, n_measured;
  } cases[] = {
      {"n;män;2018;81\nn;kvinnor;2018;84\nn;flickor;2018;80,1\nn;pojkar;2018;93\n",
       "målet har uppnåtts", 4, 4},
      {"n;män;2018;81\nn;kvinnor;2018;84\nn;flickor;2018;80\nn;pojkar;2018;93\n",
       "målet har delvis uppnåtts", 3, 4},
      {"n;män;2018;61\nn;kvinnor;2018;64\nn;flickor;2018;80\nn;pojkar;2018;73\n",
       "målet har inte uppnåtts", 0, 4},
      {"n;män;2018;81\nn;kvinnor;2018;84\n", "målet har delvis uppnåtts", 2, 2},
      {"n;män;2018;71\n", "målet har inte uppnåtts", 0, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[256];
    assessed a;
    snprintf(text, sizeof text, "Id;Grupp;År;Utfall\n%s", cases[i].outcomes);
    assess(&a,
           "Id;Riktning;Mål;Enhet;Grupper;Frekvens\n"
           "n;över;80;index;män, kvinnor, flickor, pojkar;år\n",
           text);
    assert_int_equal(a.status, PRG_OK);
    assert_string_equal(a.result.verdict, cases[i].verdict);
    assert_int_equal(a.result.n_reached, cases[i].n_reached);
    assert_int_equal(a.result.n_measured, cases[i].n_measured);
    finish(&a);
  }
}

static void test_forecast_groups_multiply(void **state) {
  (void)state;
  assessed a;
  assess(&a, "Id;Typ;Riktning;Mål;Grupper\nk;antal;minst;18;norr, söder\n",
         "Id;Grupp;År;Till och med;Utfall\nk;norr;2018;juni;7\nk;söder;2018;juni;7\n");
  assert_int_equal(a.status, PRG_OK);
  double p = reference("n", "probability");
  assert_close(a.result.probability, p * p, 1e-9);
  assert_string_equal(a.result.verdict, "bedöms ej uppnås");
  finish(&a);
}

static void test_waiting_times(void **state) {
  (void)state;
  assessed a;
  static const char goal[] = "Id;Riktning;Mål;Enhet\nv;inom;10;dagar\n";
  assess(&a, goal, "Id;År;Till och med;Utfall;Spridning;Antal mätta\nv;2018;augusti;11,3;6,7;37\n");
  assert_int_equal(a.result.state, PRG_TARGET_FORECAST);
  assert_digits(a.result.probability, reference("wait", "probability"), 8);
  assert_says(&a.assessment, "medelvärde väntas bli omkring 11,3 dagar (8 av 10: 10,5–12,1)");
  finish(&a);
  assess(&a, goal, "Id;År;Till och med;Utfall\nv;2018;augusti;11,3\n");
  assert_int_equal(a.result.state, PRG_TARGET_SO_FAR);
  assert_true(isnan(a.result.probability));
  assert_string_equal(a.result.verdict, "målet nås inte hittills");
  assert_says(&a.assessment, "kan helårets osäkerhet inte räknas");
  finish(&a);
  assess(&a, goal, "Id;År;Till och med;Utfall\nv;2018;augusti;9,9\n");
  assert_string_equal(a.result.verdict, "målet nås hittills");
  finish(&a);
}

static void test_means_with_history(void **state) {
  (void)state;
  assessed a;
  assess(&a, "Id;Riktning;Mål;Enhet\nx;över;80;index\n",
         "Id;År;Till och med;Utfall\nx;2018;augusti;78,6\nx;2017;augusti;75,3\nx;2017;;77\n"
         "x;2016;augusti;80,4\nx;2016;;80\nx;2015;augusti;71,1\nx;2015;;74\nx;2014;augusti;79,2\n"
         "x;2014;;80\n");
  assert_int_equal(a.result.part[0].n_history, 4);
  assert_digits(a.result.probability, reference("history", "probability"), 8);
  assert_says(&a.assessment, "i 4 tidigare år");
  finish(&a);
}

static void test_a_year_that_is_over(void **state) {
  (void)state;
  assessed a;
  assess(&a, MORE, "Id;År;Utfall\nk;2017;17\nk;2018;18\n");
  assert_int_equal(a.result.state, PRG_TARGET_KNOWN);
  assert_string_equal(a.result.verdict, "målet har uppnåtts");
  assert_says(&a.follow_up, "Hela 2018: 18 personer.");
  finish(&a);
}

static void test_without_a_goal_there_is_no_verdict(void **state) {
  (void)state;
  assessed a;
  assess(&a, "Id;Typ;Enhet\nk;antal;personer\n", "Id;År;Till och med;Utfall\nk;2018;juni;1\n");
  assert_string_equal(a.result.verdict, "");
  assert_true(isnan(a.result.probability));
  assert_says(&a.follow_up, "juni 2018: 1.");
  assert_says(&a.assessment, "omkring 2 personer (8 av 10: 1–5; medelvärde 2,5)");
  finish(&a);
}

static void test_words_are_carried_through(void **state) {
  (void)state;
  assessed a;
  assess(&a, "Id;Uppföljning delår 08;Bedömning helår 2018\nt;Arbete pågår;Enligt plan\n", NULL);
  assert_int_equal(a.result.state, PRG_TARGET_TEXT);
  assert_string_equal(a.result.verdict, "");
  assert_string_equal(a.result.indicator->follow_up, "Arbete pågår");
  assert_string_equal(a.result.indicator->assessment, "Enligt plan");
  finish(&a);
}

static void test_what_cannot_be_judged(void **state) {
  (void)state;
  static const struct {
    const char *indicators, *outcomes;
    prg_text what;
    prg_status status;
  } cases[] = {
      {MORE, "Id;År;Till och med;Utfall\nk;2018;juni;7\n", PRG_TEXT_TARGET_NO_LAST_YEAR,
       PRG_EREFUSED},
      {MORE, "Id;Period;Utfall\nk;2018M01;2\nk;2018M03;1\nk;2017;17\n", PRG_TEXT_TARGET_HOLE,
       PRG_EINPUT},
      {MORE, "Id;År;Till och med;Utfall\nk;2018;juni;7\nk;2017;juni;18\nk;2017;;17\n",
       PRG_TEXT_TARGET_PART_LARGER, PRG_EINPUT},
      {"Id;Riktning;Mål;Till och med;Enhet\nk;upp;5;augusti 2018;st\n",
       "Id;År;Till och med;Utfall\nk;2018;juni;7\n", PRG_TEXT_TARGET_THROUGH_CONFLICT, PRG_EINPUT},
      {"Id;Typ;Riktning;Mål;Av helår\ns;andel;upp;30;20\n",
       "Id;År;Till och med;Utfall;Av\ns;2018;juni;7;21\n", PRG_TEXT_TARGET_OF_YEAR_SMALL,
       PRG_EINPUT},
      {"Id;Riktning;Mål;Enhet\nv;inom;10;dagar\n", "Id;Period;Utfall\nv;2018M01;12\nv;2018M02;9\n",
       PRG_TEXT_TARGET_HOLE, PRG_EINPUT},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assessed a;
    assess(&a, cases[i].indicators, cases[i].outcomes);
    assert_int_equal(a.status, cases[i].status);
    assert_int_equal(a.error.message.text, cases[i].what);
    assert_string_equal(a.error.file, "mål.csv");
    assert_int_equal(a.error.line, 2);
    finish(&a);
  }
}

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_more_than_last_year),
      cmocka_unit_test(test_months_add_up_and_give_the_profile),
      cmocka_unit_test(test_months_tell_their_variation),
      cmocka_unit_test(test_shares),
      cmocka_unit_test(test_not_measured_is_never_met),
      cmocka_unit_test(test_groups_must_all_pass),
      cmocka_unit_test(test_forecast_groups_multiply),
      cmocka_unit_test(test_waiting_times),
      cmocka_unit_test(test_means_with_history),
      cmocka_unit_test(test_a_year_that_is_over),
      cmocka_unit_test(test_without_a_goal_there_is_no_verdict),
      cmocka_unit_test(test_words_are_carried_through),
      cmocka_unit_test(test_what_cannot_be_judged),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
