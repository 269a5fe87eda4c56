#include "present_fixture.h"

#include <prognos/render.h>

static char folder[64];
static prg_render_options options;

static int set_up(void **state) {
  (void)state;
  fixture_folder(folder);
  prg_render_options_init(&options);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  static const char *const file[] = {"a.gp",  "a.svg", "a.png", "a.pdf", "a.emf",
                                     "b.svg", "b.png", "b.pdf", "b.emf", NULL};
  fixture_remove_folder(folder, file); /* fails if anything else was left there */
  return 0;
}

static prg_status render(const char *script, const char *name, prg_picture picture,
                         prg_error *error) {
  char from[128], to[128];
  snprintf(from, sizeof from, "%s/a.gp", folder);
  snprintf(to, sizeof to, "%s/%s", folder, name);
  if (script != NULL)
    fixture_write(from, script);
  return prg_render(from, to, picture, &options, error);
}

static void read_picture(const char *name, prg_buffer *out) {
  char path[128];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  prg_buffer_init(out);
  fixture_read(path, out);
}

static const char good[] = "if (format eq 'svg') set terminal svg size 960,540\n"
                           "if (format eq 'png') set terminal pngcairo size 960,540\n"
                           "if (format eq 'pdf') set terminal pdfcairo\n"
                           "if (format eq 'emf') set terminal emf\n"
                           "set output output\nset title 'å'\n$d << END\n1 2.385\n2 1.071\nEND\n"
                           "plot $d with lines\nset output\n";

static void test_names(void **state) {
  (void)state;
  for (int i = 0; i < PRG_PICTURE_COUNT; i++) {
    prg_picture picture;
    assert_true(prg_picture_from_name(prg_picture_name((prg_picture)i), &picture));
    assert_int_equal(picture, i);
  }
  prg_picture untouched = PRG_PICTURE_PDF;
  assert_false(prg_picture_from_name("gif", &untouched));
  assert_int_equal(untouched, PRG_PICTURE_PDF);
}

static void test_same_bytes_every_time(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  options.title = "Rubrik";
  options.description = "Beskrivning";
  for (int i = 0; i < PRG_PICTURE_COUNT; i++) {
    char name[8], again[8];
    snprintf(name, sizeof name, "a.%s", prg_picture_name((prg_picture)i));
    snprintf(again, sizeof again, "b.%s", prg_picture_name((prg_picture)i));
    assert_int_equal(render(good, name, (prg_picture)i, NULL), PRG_OK);
    setenv("LC_ALL", "sv_SE.UTF-8", 1);
    setenv("GNUTERM", "dumb", 1);
    if (i == PRG_PICTURE_PDF)
      sleep(1); /* its creation date has seconds */
    assert_int_equal(render(good, again, (prg_picture)i, NULL), PRG_OK);
    unsetenv("LC_ALL");
    unsetenv("GNUTERM");
    prg_buffer a, b;
    read_picture(name, &a);
    read_picture(again, &b);
    assert_int_equal(a.length, b.length);
    assert_memory_equal(a.data, b.data, a.length);
    assert_true(a.length > 500);
    prg_buffer_free(&a);
    prg_buffer_free(&b);
  }
}

static void test_svg_can_be_listened_to(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  options.language = PRG_ENGLISH;
  options.title = "Pupils & places";
  options.description = "From 168 to 249";
  assert_int_equal(render(good, "a.svg", PRG_PICTURE_SVG, NULL), PRG_OK);
  prg_buffer svg;
  read_picture("a.svg", &svg);
  assert_non_null(strstr(svg.data, "role=\"img\" lang=\"en\""));
  assert_non_null(strstr(svg.data, ">Pupils &amp; places</title>"));
  assert_non_null(strstr(svg.data, ">From 168 to 249</desc>"));
  prg_buffer_free(&svg);
}

static void assert_says(const prg_error *error, const char *words) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_error_write(error, PRG_SWEDISH, &text);
  if (strstr(prg_buffer_string(&text), words) == NULL)
    fail_msg("\"%s\" does not say \"%s\"", prg_buffer_string(&text), words);
  prg_buffer_free(&text);
}

static void test_gnuplot_missing(void **state) {
  (void)state;
  prg_error error;
  options.program = "no-such-gnuplot";
  assert_int_equal(render(good, "a.svg", PRG_PICTURE_SVG, &error), PRG_EIO);
  assert_int_equal(error.message.text, PRG_TEXT_GNUPLOT_MISSING);
}

static void test_gnuplot_says_why(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  prg_error error;
  assert_int_equal(render("set terminal nonsense\n", "a.svg", PRG_PICTURE_SVG, &error), PRG_EIO);
  assert_says(&error, "unknown or ambiguous terminal type");
}

static void test_gnuplot_hangs_or_draws_nothing(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  prg_error error;
  options.time_limit = 0.25;
  assert_int_equal(render("while (1) { a = 1 }\n", "a.svg", PRG_PICTURE_SVG, &error), PRG_EIO);
  assert_says(&error, "0,25 sekunder");
  options.time_limit = 60;
  assert_int_equal(render("a = 1\n", "a.svg", PRG_PICTURE_SVG, &error), PRG_EIO);
  assert_int_equal(error.message.text, PRG_TEXT_GNUPLOT_NO_PICTURE);
}

static void test_files_that_cannot_be_used(void **state) {
  (void)state;
  prg_error error;
  assert_int_equal(render(NULL, "a.svg", PRG_PICTURE_SVG, &error), PRG_EIO);
  assert_int_equal(error.message.text, PRG_TEXT_CANNOT_OPEN);
  assert_int_equal(render(good, "none/a.svg", PRG_PICTURE_SVG, &error), PRG_EIO);
  assert_int_equal(error.message.text, PRG_TEXT_CANNOT_WRITE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_same_bytes_every_time, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_svg_can_be_listened_to, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_gnuplot_missing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_gnuplot_says_why, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_gnuplot_hangs_or_draws_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_files_that_cannot_be_used, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
