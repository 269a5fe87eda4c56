#include "canvas_test.h"

#include <prognos/chart_size.h>
#include <prognos/chart_target.h>
#include <prognos/render.h>

#include <gsl/gsl_errno.h>

#include "target_reference.h"

#define MOST 64

static const char indicators[] =
    "Id;Indikator;Typ;Riktning;Mål;Enhet;Grupper;Till och med\n"
    "k;\"Besök på \"\"gården\"\"\";antal;mer än;föregående år;besök;;juni 2018\n"
    "v;Väntetid;väntetid;inom;10;dagar;;juni 2018\n"
    "n;Nöjdhet;index;över;80;index;män, kvinnor;juni 2018\n"
    "b;Bemötande;index;minst;75;index;;\n"
    "u;Ungdomar i praktik;antal;;;personer;;juni 2018\n"
    "t;Samverkan;;;;;;\n";
static const char outcomes[] = "Id;Grupp;År;Till och med;Utfall;Spridning;Antal svar\n"
                               "k;;2017;;17;;\nk;;2018;juni;7;;\n"
                               "v;;2018;juni;14,2;;\n"
                               "n;män;2018;juni;83;18;41\nn;kvinnor;2018;juni;79,5;21;57\n"
                               "n;kvinnor;2017;;71;20;63\n"
                               "u;;2018;juni;4;;\n";

static prg_target_book book;
static prg_target_result result[MOST];
static size_t n_result;
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  prg_chart_options_init(&options);
  n_result = 0;
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < n_result; i++)
    prg_target_result_clear(&result[i]);
  prg_target_book_clear(&book);
  prg_drawing_clear(&drawing);
  return 0;
}

static void assess(const char *asked, const char *known) {
  prg_target_scale scale;
  read_book(&book, asked, known);
  assert_true(prg_target_scale_of_name("outlook", options.language, &scale));
  for (n_result = 0; n_result < book.n; n_result++)
    assert_int_equal(
        prg_target_assess(&book, n_result, &scale, options.language, &result[n_result], &error),
        PRG_OK);
}

static const char *draw(size_t page) {
  prg_drawing_clear(&drawing);
  assert_int_equal(prg_target_draw(result, n_result, page, &options, &drawing, &error), PRG_OK);
  return prg_buffer_string(&drawing.script);
}

static void test_rows_have_their_figures_and_scales(void **state) {
  (void)state;
  assess(indicators, outcomes);
  const char *text = draw(0);
  /* the goal 17 at 0.6 of the scale; 7 so far; an interval of 8 in 10 as the table has it */
  assert_holds(text, "\n0.5 0 28.33333333 14 10 20 17 7 17 28.33333333 17 NaN\n");
  /* what is beyond the goal by more than 15 per cent: from 0, the goal is reached below 10 */
  assert_holds(text, "\n1.5 0 16.66666667 14.2 NaN NaN NaN NaN 0 10 NaN 10\n");
  /* near the goal: 0.36 · 80 = 28.8 wide, 80 at 0.6 of it; a heading has no row */
  assert_holds(text, "\n3.5 62.72 91.52 83 ");
  assert_holds(text, "\n4.5 62.72 91.52 79.5 ");
  assert_holds(text, " 71 NaN 80 91.52 80 NaN\n");
  /* never measured; without a goal: nothing to reach */
  assert_holds(text, "\n5.5 0 125 NaN NaN NaN NaN NaN 75 125 75 NaN\n");
  assert_holds(text, " NaN NaN NaN NaN\nEND\n");
  assert_holds(text, "'//'");
  assert_null(strstr(text, "Samverkan"));
  assert_holds(text, "1 indikator");
}

static void test_words_of_the_chart(void **state) {
  (void)state;
  assess(indicators, outcomes);
  const char *text = draw(0);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "Inget av 4 mål bedöms uppnås, 2 är osäkra, 1 är inte mätt");
  assert_holds(text, "'Måluppföljning 2018: utfall och bedömning av helåret'");
  assert_holds(text, "'över 17 besök'");
  assert_holds(text, "'– kvinnor'");
  assert_holds(text, "'inget mål angivet'");
  assert_holds(prg_buffer_string(&drawing.description),
               "Besök på \"gården\": mål över 17 besök, helår 14 (10–20), föregående år 17, "
               "bedöms ej uppnås.");
  assert_holds(prg_buffer_string(&drawing.description),
               "Väntetid: mål högst 10 dagar, helår 14,2 hittills, målet nås inte hittills.");
  assert_holds(prg_buffer_string(&drawing.description),
               "Bemötande: mål minst 75, ej mätt – uppfylls inte.");
  options.title = "Egen rubrik";
  options.source = "Kommunen";
  options.today = "2018-09-03";
  text = draw(0);
  assert_string_equal(prg_buffer_string(&drawing.title), "Egen rubrik");
  assert_holds(text, "'Källa: Kommunen · Prognos 2018-09-03, data t.o.m. juni 2018");
}

static void test_english(void **state) {
  (void)state;
  options.language = PRG_ENGLISH;
  assess(indicators, outcomes);
  const char *text = draw(0);
  assert_string_equal(prg_buffer_string(&drawing.title),
                      "None of 4 goals is expected to be reached, 2 uncertain, 1 not measured");
  assert_holds(text, "'so far this year'");
}

static void test_lights_have_a_shape_each(void **state) {
  (void)state;
  assess(indicators, outcomes);
  static const prg_target_light light[] = {PRG_LIGHT_MISSED,    PRG_LIGHT_UNCERTAIN,
                                           PRG_LIGHT_UNCERTAIN, PRG_LIGHT_UNMEASURED,
                                           PRG_LIGHT_NONE,      PRG_LIGHT_NONE};
  for (size_t i = 0; i < n_result; i++)
    assert_int_equal(result[i].light, light[i]);
  const char *text = draw(0);
  assert_holds(text, "pointtype 13 linecolor rgb bad");
  assert_holds(text, "pointtype 9 linecolor rgb doubtful");
  assert_holds(text, "pointtype 4 linewidth 3 linecolor rgb quiet");
  assert_null(strstr(text, "pointtype 7 linecolor rgb good"));
}

static void test_a_year_that_is_over(void **state) {
  (void)state;
  assess("Indikator;Riktning;Mål;Enhet;Till och med;Utfall\n"
         "Bad;minst;23;personer;2018;29\nGym;högst;31;personer;2018;37\n"
         "Spår;;;personer;;\nTorg;inom;10–20;personer;2018;13\n",
         NULL);
  draw(0);
  assert_string_equal(prg_buffer_string(&drawing.title), "2 av 3 mål uppnåddes");
  assert_int_equal(result[0].light, PRG_LIGHT_MET);
  assert_int_equal(result[1].light, PRG_LIGHT_MISSED);
  assert_holds(prg_buffer_string(&drawing.script), " 10 20 10 20\nEND");
}

/* Neither in the data nor in words, the goal of last year's figure included. */
static void test_hidden_figures_stay_hidden(void **state) {
  (void)state;
  assess("Id;Indikator;Riktning;Mål;Enhet;Till och med;Utfall;Föregående år\n"
         "k;Barn;fler än;föregående år;barn;juni 2018;3;4321\n",
         NULL);
  assert_true(prg_target_hide(&result[0], 5));
  const char *text = draw(0);
  assert_holds(text, "$rows << END\n0.5 0 1 NaN NaN NaN NaN NaN NaN NaN NaN NaN\nEND\n");
  assert_holds(text, "'visas inte'");
  assert_null(strstr(text, "4321"));
  assert_string_equal(prg_buffer_string(&drawing.description),
                      "Måluppföljning, en rad per indikator. Barn: mål mer än föregående år, helår "
                      "visas inte, bedöms ej uppnås.");
}

static void test_many_indicators_take_pages(void **state) {
  (void)state;
  prg_buffer file = {0};
  prg_buffer_add(&file, "Indikator;Riktning;Mål;Enhet;Till och med;Utfall\n");
  for (int i = 1; i <= 41; i++)
    prg_buffer_printf(&file, "Mål %d;minst;%d;personer;2018;29\n", i, i);
  assess(prg_buffer_string(&file), NULL);
  prg_buffer_free(&file);
  assert_int_equal(prg_target_pages(result, n_result, &options), 3);
  assert_holds(draw(0), "'Mål 14'");
  assert_null(strstr(draw(0), "'Mål 15'"));
  assert_holds(draw(2), "'Mål 41'");
  assert_holds(draw(2), "(bild 3 av 3)'");
  assert_string_equal(prg_buffer_string(&drawing.title), "29 av 41 mål uppnåddes");
}

/* 45 characters, on a page that is full. */
static void test_long_names_are_told_whole(void **state) {
  (void)state;
  prg_buffer file = {0};
  prg_buffer_add(&file, "Indikator;Typ;Riktning;Mål;Enhet;Till och med;Utfall\n");
  for (int i = 1; i <= 21; i++)
    prg_buffer_printf(&file,
                      "Andel elever med gymnasieexamen på fyra år %02d;väntetid;inom;%d;dagar;"
                      "juni 2018;14,2\n",
                      i, i);
  assess(prg_buffer_string(&file), NULL);
  prg_buffer_free(&file);
  for (const prg_chart_size *size = prg_chart_sizes; size->name != NULL; size++) {
    assert_true(prg_chart_size_set(&options, size->name));
    const char *text = draw(0);
    assert_holds(text, "'Andel elever med");
    assert_holds(text, "år 01'");
    assert_holds(text, "'högst 1");
    assert_holds(text, "'målet");
    assert_null(strstr(text, "…"));
  }
  static const struct {
    const char *size;
    size_t pages;
  } expected[] = {{"slide", 3}, {"a4", 3}, {"web", 6}}; /* rows of two lines, two and three */
  for (size_t k = 0; k < 3; k++) {
    assert_true(prg_chart_size_set(&options, expected[k].size));
    assert_int_equal(prg_target_pages(result, n_result, &options), expected[k].pages);
  }
}

static void test_refusals(void **state) {
  (void)state;
  assess("Indikator;Riktning;Mål;Enhet\nSamverkan;;;\n", NULL);
  assert_int_equal(prg_target_pages(result, n_result, &options), 0);
  assert_int_equal(prg_target_draw(result, n_result, 0, &options, &drawing, &error), PRG_EINPUT);
  tear_down(NULL);
  assess(indicators, outcomes);
  options.width = 100;
  assert_int_equal(prg_target_draw(result, n_result, 0, &options, &drawing, &error), PRG_EUSAGE);
}

static void test_gnuplot_draws_it_without_a_word(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  char folder[64], path[128], command[400];
  fixture_folder(folder);
  assess(indicators, outcomes);
  snprintf(path, sizeof path, "%s/a.gp", folder);
  fixture_write(path, draw(0));
  snprintf(command, sizeof command,
           "cd %s && test -z \"$(LC_ALL=C.UTF-8 gnuplot a.gp 2>&1)\" && test -s a.svg",
           folder); /* in the C locale of a bare machine it has a word about its degree sign */
  assert_int_equal(system(command), 0);
  static const char *const file[] = {"a.gp", "a.svg", NULL};
  fixture_remove_folder(folder, file);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void) {
  gsl_set_error_handler_off();
  const struct CMUnitTest tests[] = {
      TEST(test_rows_have_their_figures_and_scales),
      TEST(test_words_of_the_chart),
      TEST(test_english),
      TEST(test_lights_have_a_shape_each),
      TEST(test_a_year_that_is_over),
      TEST(test_hidden_figures_stay_hidden),
      TEST(test_many_indicators_take_pages),
      TEST(test_long_names_are_told_whole),
      TEST(test_refusals),
      TEST(test_gnuplot_draws_it_without_a_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
