#include <prognos/target_file.h>

#include "target_reference.h"

#define HEADING "Id;Indikator;Typ;Riktning;Mål;Enhet;Grupper;Till och med;Frekvens;Utfall;Av\n"

static void test_swedish_and_english_say_the_same(void **state) {
  (void)state;
  prg_target_book swedish, english;
  read_book(&swedish,
            HEADING "a1;Köer;väntetid;inom;10,5;dagar;Män, Kvinnor;juni 2018;kvartal;;\n"
                    "b2;Besök;antal;upp;1234;;;2018-08-15;månad;731;\n"
                    "c3;Andel;andel;inom;12,5–20 %;;;2018;år;17;81\n"
                    "d4;Samverkan;kvalitativ;;;;;;;;\n",
            NULL);
  read_book(&english,
            "goal,Unit,groups,direction,data through,KIND,frequency,id,name,outcome,of\n"
            "10.5,dagar,\"Män,Kvinnor\",within,June 2018,waiting time,quarterly,a1,Köer,,\n"
            "at least 1234,,,,2018-08-15,count,monthly,b2,Besök,731,\n"
            "12.5 to 20,%,,between,2018,share,annual,c3,Andel,17,81\n"
            ",,,,,qualitative,,d4,Samverkan,,\n",
            NULL);
  assert_int_equal(swedish.n, 4);
  assert_int_equal(english.n, 4);
  for (size_t i = 0; i < 4; i++) {
    const prg_indicator *s = &swedish.indicator[i], *e = &english.indicator[i];
    assert_string_equal(s->id, e->id);
    assert_string_equal(s->name, e->name);
    assert_int_equal(s->kind, e->kind);
    assert_int_equal(s->has_goal, e->has_goal);
    assert_int_equal(s->goal.relation, e->goal.relation);
    assert_close(s->goal.lower, e->goal.lower, 0);
    assert_close(s->goal.upper, e->goal.upper, 0);
    assert_int_equal(s->n_group, e->n_group);
    assert_int_equal(s->frequency, e->frequency);
    assert_close(s->through.to, e->through.to, 0);
  }
  assert_int_equal(swedish.indicator[0].goal.relation, PRG_GOAL_AT_MOST);
  assert_string_equal(swedish.indicator[0].group[1], "Kvinnor");
  assert_close(swedish.indicator[0].through.to, 6, 0);
  assert_close(swedish.indicator[1].through.to, 7 + 15 / 31.0, 1e-15);
  assert_close(swedish.indicator[2].goal.lower, 0.125, 1e-15);
  assert_close(swedish.indicator[2].goal.upper, 0.20, 1e-15);
  assert_true(swedish.indicator[2].once_a_year);
  assert_int_equal(swedish.n_outcome, 2);
  assert_close(swedish.outcome[1].of, 81, 0);
  prg_target_book_clear(&swedish);
  prg_target_book_clear(&english);
}

static void test_kinds_that_need_not_be_said(void **state) {
  (void)state;
  prg_target_book book;
  read_book(&book,
            "Indikator;Mål;Enhet;Till och med;Utfall;Av\nA;> 12;personer;2018;;\nB;≥ 12;%;2018;;\n"
            "C;högst 7;veckor;2018;;\nD;över 80;index;2018;;\nE;;;;;\nF;minst 30;;2018;7;21\n",
            NULL);
  const prg_indicator_kind kind[] = {PRG_INDICATOR_COUNT, PRG_INDICATOR_SHARE, PRG_INDICATOR_WAIT,
                                     PRG_INDICATOR_INDEX, PRG_INDICATOR_TEXT,  PRG_INDICATOR_SHARE};
  for (size_t i = 0; i < 6; i++)
    assert_int_equal(book.indicator[i].kind, kind[i]);
  assert_string_equal(book.indicator[3].id, "D");
  assert_close(book.indicator[1].goal.lower, 0.12, 1e-15);
  prg_target_book_clear(&book);
}

static void test_goals(void **state) {
  (void)state;
  const struct {
    const char *direction, *target;
    prg_goal_relation relation;
    bool last_year;
    double lower, upper;
  } goals[] = {
      {"upp", "37", PRG_GOAL_AT_LEAST, false, 37, NAN},
      {"ner", "37", PRG_GOAL_AT_MOST, false, 37, NAN},
      {"över", "80", PRG_GOAL_ABOVE, false, 80, NAN},
      {"Inom", "10", PRG_GOAL_AT_MOST, false, 10, NAN},
      {"inom", "10 – 20", PRG_GOAL_WITHIN, false, 10, 20},
      {"", "10 till 20", PRG_GOAL_WITHIN, false, 10, 20},
      {"", "mellan 10 och 20", PRG_GOAL_WITHIN, false, 10, 20},
      {"", "<37", PRG_GOAL_BELOW, false, 37, NAN},
      {"upp", "fler än föregående år", PRG_GOAL_ABOVE, true, NAN, NAN},
      {"", "more than last year", PRG_GOAL_ABOVE, true, NAN, NAN},
      {"färre än föregående år", "", PRG_GOAL_BELOW, true, NAN, NAN},
      {"minst", "förra året", PRG_GOAL_AT_LEAST, true, NAN, NAN},
  };
  for (size_t i = 0; i < sizeof goals / sizeof *goals; i++) {
    char text[256];
    prg_target_book book;
    snprintf(text, sizeof text, "Indikator;Typ;Riktning;Mål\nA;antal;%s;%s\n", goals[i].direction,
             goals[i].target);
    read_book(&book, text, NULL);
    const prg_goal *goal = &book.indicator[0].goal;
    assert_int_equal(goal->relation, goals[i].relation);
    assert_int_equal(goal->last_year, goals[i].last_year);
    assert_close(goal->lower, goals[i].lower, 0);
    assert_close(goal->upper, goals[i].upper, 0);
    prg_target_book_clear(&book);
  }
}

static void test_ranges_of_goals(void **state) {
  (void)state;
  prg_goal goal = {PRG_GOAL_ABOVE, true, NAN, NAN};
  assert_false(prg_goal_range_holds(&(prg_goal_range){17, INFINITY, true, false}, 17));
  prg_goal_range range = prg_goal_range_of(&goal, 17);
  assert_true(range.lower_open && !prg_goal_range_holds(&range, 17));
  assert_true(prg_goal_range_holds(&range, 18));
  goal = (prg_goal){PRG_GOAL_AT_MOST, false, 10, NAN};
  range = prg_goal_range_of(&goal, NAN);
  assert_true(prg_goal_range_holds(&range, 10) && !prg_goal_range_holds(&range, 10.01));
  goal.relation = PRG_GOAL_BELOW;
  range = prg_goal_range_of(&goal, NAN);
  assert_false(prg_goal_range_holds(&range, 10));
  goal = (prg_goal){PRG_GOAL_WITHIN, false, 10, 20};
  range = prg_goal_range_of(&goal, NAN);
  assert_true(prg_goal_range_holds(&range, 20) && !prg_goal_range_holds(&range, 9.9));
}

static void test_outcomes_in_every_notation(void **state) {
  (void)state;
  static const char indicators[] = "Id;Mål;Enhet\nk;minst 5;st\n";
  const struct {
    const char *text;
    int year;
    double from, to;
  } rows[] = {
      {"Id;År;Till och med;Utfall\nk;2018;juni;7\n", 2018, 0, 6},
      {"Id;År;Till och med;Utfall\nk;2018;;7\n", 2018, 0, 12},
      {"Id;År;Till och med;Utfall\nk;2018;2018-02-14;7\n", 2018, 0, 1.5},
      {"Id;År;Månad;Utfall\nk;2018;6;7\n", 2018, 5, 6},
      {"Id;År;Månad;Utfall\nk;2018;juni;7\n", 2018, 5, 6},
      {"Id,Period,Utfall\nk,2018M06,7\n", 2018, 5, 6},
      {"Id,Period,Utfall\nk,2018K2,7\n", 2018, 3, 6},
      {"Id,Period,Utfall\nk,2018H2,7\n", 2018, 6, 12},
      {"Id,Period,Utfall\nk,2017,7\n", 2017, 0, 12},
      {"Id,Through,Outcome\nK,August 2018,7\n", 2018, 0, 8},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    prg_target_book book;
    read_book(&book, indicators, rows[i].text);
    assert_int_equal(book.n_outcome, 1);
    assert_int_equal(book.outcome[0].span.year, rows[i].year);
    assert_close(book.outcome[0].span.from, rows[i].from, 1e-12);
    assert_close(book.outcome[0].span.to, rows[i].to, 1e-12);
    prg_target_book_clear(&book);
  }
}

static void test_not_measured(void **state) {
  (void)state;
  prg_target_book book;
  read_book(&book, "Id;Riktning;Mål;Enhet;Grupper\nn;över;80;index;män, kvinnor\n",
            "Id;Grupp;År;Utfall;Spridning;Antal svar\nn;män;2018;ej mätt;;\nn;KVINNOR;2018;..;;\n"
            "n;män;2017;78,5;21,3;54\n");
  assert_int_equal(book.n_outcome, 3);
  assert_true(isnan(book.outcome[0].value) && isnan(book.outcome[1].value));
  assert_close(book.outcome[2].value, 78.5, 0);
  assert_close(book.outcome[2].spread, 21.3, 0);
  assert_close(book.outcome[2].n, 54, 0);
  prg_target_book_clear(&book);
}

/* One error each, with its place; the row before is kept. */
static void test_malformed_indicators(void **state) {
  (void)state;
  const struct {
    const char *row;
    prg_text what;
    size_t column;
  } bad[] = {
      {";;antal;upp;5;;;;;;", PRG_TEXT_TARGET_NO_NAME, 2},
      {"A;Sund;antal;upp;5;;;;;;", PRG_TEXT_TARGET_TWICE, 1},
      {"x;X;antl;upp;5;;;;;;", PRG_TEXT_TARGET_KIND_UNKNOWN, 3},
      {"x;X;;upp;5;;;;;;", PRG_TEXT_TARGET_KIND_NEEDED, 6},
      {"x;X;;upp;5;poäng;;;;;", PRG_TEXT_TARGET_KIND_NEEDED, 6},
      {"x;X;antal;uppåt;5;;;;;;", PRG_TEXT_TARGET_DIRECTION_WRONG, 4},
      {"x;X;antal;upp hit;5;;;;;;", PRG_TEXT_TARGET_DIRECTION_WRONG, 4},
      {"x;X;antal;;5;;;;;;", PRG_TEXT_TARGET_NO_DIRECTION, 5},
      {"x;X;antal;upp;5O;;;;;;", PRG_TEXT_TARGET_GOAL_WRONG, 5},
      {"x;X;antal;upp;10 dagar;;;;;;", PRG_TEXT_TARGET_GOAL_WRONG, 5},
      {"x;X;antal;inom;20–10;;;;;;", PRG_TEXT_TARGET_GOAL_WRONG, 5},
      {"x;X;antal;upp;10–20;;;;;;", PRG_TEXT_TARGET_CONTRADICTION, 5},
      {"x;X;antal;upp;högst 5;;;;;;", PRG_TEXT_TARGET_CONTRADICTION, 5},
      {"x;X;antal;fler än föregående år;17;;;;;;", PRG_TEXT_TARGET_GOAL_WRONG, 5},
      {"x;X;kvalitativ;upp;5;;;;;;", PRG_TEXT_TARGET_TEXT_HAS_FIGURES, 5},
      {"x;X;antal;upp;5;;män, ,kvinnor;;;;", PRG_TEXT_TARGET_GROUPS_WRONG, 7},
      {"x;X;antal;upp;5;;män, Män;;;;", PRG_TEXT_TARGET_GROUPS_WRONG, 7},
      {"x;X;antal;upp;5;;;juni;;;", PRG_TEXT_TARGET_THROUGH_WRONG, 8},
      {"x;X;antal;upp;5;;;2018/19;;;", PRG_TEXT_TARGET_THROUGH_WRONG, 8},
      {"x;X;antal;upp;5;;;2018;ofta;;", PRG_TEXT_TARGET_FREQUENCY_WRONG, 9},
      {"x;X;antal;upp;5;;;2018;;12O;", PRG_TEXT_TARGET_NOT_A_FIGURE, 10},
      {"x;X;antal;upp;5;;;2018;;33 %;", PRG_TEXT_TARGET_NOT_A_FIGURE, 10},
      {"x;X;antal;upp;5;;;2018;;7,5;", PRG_TEXT_TARGET_NOT_WHOLE, 10},
      {"x;X;antal;upp;5;;;2018;;-7;", PRG_TEXT_TARGET_OUTSIDE, 10},
      {"x;X;antal;upp;5;;;2018;;<5;", PRG_TEXT_TARGET_HIDDEN, 10},
      {"x;X;andel;upp;5;;;2018;;22;21", PRG_TEXT_TARGET_OUTSIDE, 10},
      {"x;X;andel;upp;5;;;2018;;0;0", PRG_TEXT_TARGET_OUTSIDE, 11},
      {"x;X;antal;upp;5;;;;;7;", PRG_TEXT_TARGET_NO_THROUGH, 8},
      {"x;X;antal;upp;5;;a, b;2018;;7;", PRG_TEXT_TARGET_GROUPS_ELSEWHERE, 10},
      {"x;X;;;;;;2018;;7;", PRG_TEXT_TARGET_TEXT_HAS_FIGURES, 10},
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char text[512];
    prg_target_book book = {0};
    prg_error error;
    snprintf(text, sizeof text, HEADING "a;A;antal;upp;5;;;2018;;7;\n%s\n", bad[i].row);
    const prg_target_read_options options = {.dialect = {.decimal = ','}};
    assert_int_equal(
        prg_target_indicators_read(&book, "mål.csv", text, strlen(text), &options, &error), PRG_OK);
    assert_int_equal(book.n, 1);
    assert_int_equal(book.n_malformed, 1);
    assert_string_equal(book.row_error[0].file, "mål.csv");
    assert_int_equal(book.row_error[0].message.text, bad[i].what);
    assert_int_equal(book.row_error[0].line, 3);
    assert_int_equal(book.row_error[0].column, bad[i].column);
    prg_target_book_clear(&book);
  }
}

static void test_malformed_outcomes(void **state) {
  (void)state;
  static const char indicators[] =
      "Id;Riktning;Mål;Enhet;Grupper\nk;upp;5;st;\nn;över;80;index;män, kvinnor\nt;;;;\n";
  const struct {
    const char *row;
    prg_text what;
    size_t column;
  } bad[] = {
      {"x;;2018;juni;7", PRG_TEXT_TARGET_UNKNOWN, 1},
      {"n;pojkar;2018;juni;7", PRG_TEXT_TARGET_GROUP_UNKNOWN, 2},
      {"n;;2018;juni;7", PRG_TEXT_TARGET_GROUP_UNKNOWN, 2},
      {"k;;2O18;;7", PRG_TEXT_TARGET_PERIOD_WRONG, 3},
      {"k;;2018;juno;7", PRG_TEXT_TARGET_PERIOD_WRONG, 4},
      {"k;;2018;2017-06-30;7", PRG_TEXT_TARGET_PERIOD_WRONG, 4},
      {"k;;2018;V07;7", PRG_TEXT_TARGET_PERIOD_WRONG, 4},
      {"k;;2018;juni;sju", PRG_TEXT_TARGET_NOT_A_FIGURE, 5},
      {"k;;2017;december;7", PRG_TEXT_TARGET_OUTCOME_TWICE, 5},
      {"t;;2018;juni;7", PRG_TEXT_TARGET_TEXT_HAS_FIGURES, 5},
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char text[512];
    prg_target_book book;
    prg_error error;
    const prg_target_read_options options = {0};
    read_book(&book, indicators, NULL);
    snprintf(text, sizeof text, "Id;Grupp;År;Till och med;Utfall\nk;;2017;;17\n%s\n", bad[i].row);
    assert_int_equal(
        prg_target_outcomes_read(&book, "utfall.csv", text, strlen(text), &options, &error),
        PRG_OK);
    assert_int_equal(book.n_outcome, 1);
    assert_int_equal(book.n_malformed, 1);
    assert_string_equal(book.row_error[0].file, "utfall.csv");
    assert_int_equal(book.row_error[0].message.text, bad[i].what);
    assert_int_equal(book.row_error[0].line, 3);
    assert_int_equal(book.row_error[0].column, bad[i].column);
    prg_target_book_clear(&book);
  }
}

static void test_headings(void **state) {
  (void)state;
  prg_target_book book = {0};
  prg_error error;
  const prg_target_read_options options = {0};
  static const char none[] = "Mål;Enhet\n5;dagar\n", twice[] = "Id;Mål;Target\na;5;5\n",
                    extra[] = "Id;Mål;Ansvarig;Typ\na;minst 5;nämnden;antal\n",
                    out[] = "Id;Utfall\na;5\n";
  assert_int_equal(prg_target_indicators_read(&book, "f", none, strlen(none), &options, &error),
                   PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_TARGET_NO_NAME_COLUMN);
  prg_target_book_clear(&book);
  assert_int_equal(prg_target_indicators_read(&book, "f", twice, strlen(twice), &options, &error),
                   PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_TARGET_COLUMN_TWICE);
  assert_int_equal(error.column, 3);
  prg_target_book_clear(&book);
  assert_int_equal(prg_target_indicators_read(&book, "f", extra, strlen(extra), &options, &error),
                   PRG_OK);
  assert_int_equal(book.left_out.n, 1);
  assert_string_equal(book.left_out.item[0].what, "Ansvarig");
  assert_int_equal(prg_target_outcomes_read(&book, "f", out, strlen(out), &options, &error),
                   PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_TARGET_OUTCOME_COLUMNS);
  prg_target_book_clear(&book);
}

static void test_many_errors_are_counted(void **state) {
  (void)state;
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add(&text, "Id;Riktning;Mål;Typ\n");
  for (int i = 0; i < 73; i++)
    prg_buffer_printf(&text, "i%d;upp;%s;antal\n", i, i % 2 == 0 ? "5" : "fem");
  prg_target_book book = {0};
  prg_error error;
  const prg_target_read_options options = {0};
  assert_int_equal(prg_target_indicators_read(&book, "f", text.data, text.length, &options, &error),
                   PRG_OK);
  assert_int_equal(book.n, 37);
  assert_int_equal(book.n_malformed, 36);
  assert_int_equal(book.n_row_error, 36);
  prg_target_book_clear(&book);
  prg_buffer_free(&text);
}

static void test_spans_through(void **state) {
  (void)state;
  prg_span span;
  assert_true(prg_span_through("2018-06-30", 10, &span));
  assert_close(span.to, 6, 0);
  assert_true(prg_span_through("2018K3", 6, &span));
  assert_close(span.to, 9, 0);
  assert_close(span.from, 0, 0);
  assert_false(prg_span_through("HT2018", 6, &span));
  assert_false(prg_span_through("8", 1, &span));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_swedish_and_english_say_the_same),
      cmocka_unit_test(test_kinds_that_need_not_be_said),
      cmocka_unit_test(test_goals),
      cmocka_unit_test(test_ranges_of_goals),
      cmocka_unit_test(test_outcomes_in_every_notation),
      cmocka_unit_test(test_not_measured),
      cmocka_unit_test(test_malformed_indicators),
      cmocka_unit_test(test_malformed_outcomes),
      cmocka_unit_test(test_headings),
      cmocka_unit_test(test_many_errors_are_counted),
      cmocka_unit_test(test_spans_through),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
