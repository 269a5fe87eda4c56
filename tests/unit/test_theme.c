#include "test.h"

#include <prognos/theme.h>

static prg_theme theme;
static prg_error error;

static prg_status read_text(const char *text) {
  return prg_theme_read("t.gp", text, strlen(text), &theme, &error);
}

static void test_every_built_in_theme_is_read(void **state) {
  (void)state;
  size_t n = 0;
  for (const prg_theme_source *source = prg_theme_sources; source->name != NULL; source++, n++) {
    assert_int_equal(read_text(source->text), PRG_OK);
    assert_true(prg_theme_of_name(source->name, &theme));
  }
  assert_int_equal(n, 4);
  assert_false(prg_theme_of_name("defaul", &theme));
  assert_null(prg_theme_source_find(""));
}

static void test_what_is_said_replaces_the_default(void **state) {
  (void)state;
  prg_theme usual;
  assert_true(prg_theme_of_name("default", &usual));
  assert_int_equal(
      read_text("\xEF\xBB\xBF# Egen\r\n\r\n  paper=0xFDFDF7 # varmt\r\n"
                "font_name = 'Source Sans 3'\r\nband_95 = 0.075\n"
                "array text_colour[5]=[0x010203,0x0a0B0c , 0x111213,0x212223,0x313233]\n"
                "set style line 14 lc rgb colour[4] lw 4.5 dt (9, 2.5,1,2) pt 15"),
      PRG_OK);
  assert_int_equal(theme.paper, 0xFDFDF7);
  assert_string_equal(theme.font_name, "Source Sans 3");
  assert_close(theme.band_95, 0.075, 0);
  assert_int_equal(theme.text_colour[1], 0x0A0B0C);
  assert_int_equal(theme.text_colour[4], 0x313233);
  assert_close(theme.forecast[3].width, 4.5, 0);
  assert_int_equal(theme.forecast[3].n_dash, 4);
  assert_close(theme.forecast[3].dash[1], 2.5, 0);
  assert_int_equal(theme.forecast[3].marker, 15);
  assert_int_equal(theme.ink, usual.ink);
  assert_int_equal(theme.outcome[3].marker, usual.outcome[3].marker);
}

static void test_what_is_written_is_read_again(void **state) {
  (void)state;
  for (const prg_theme_source *source = prg_theme_sources; source->name != NULL; source++) {
    prg_buffer once = {0}, twice = {0};
    assert_int_equal(read_text(source->text), PRG_OK);
    prg_theme_write(&theme, &once);
    assert_int_equal(read_text(prg_buffer_string(&once)), PRG_OK);
    prg_theme_write(&theme, &twice);
    assert_string_equal(prg_buffer_string(&once), prg_buffer_string(&twice));
    assert_non_null(strstr(prg_buffer_string(&once), "\narray colour[5] = [0x"));
    assert_non_null(strstr(prg_buffer_string(&once),
                           "\nset style line 13 lc rgb colour[3] lw 5 dt (3,3) pt 9\n"));
    prg_buffer_free(&once);
    prg_buffer_free(&twice);
  }
}

/* Nothing that gnuplot would run, and nothing that is almost right. */
static void test_refusals(void **state) {
  (void)state;
  static const struct {
    const char *line;
    prg_text text;
  } rows[] = {
      {"system('touch x')", PRG_TEXT_THEME_LINE},
      {"!touch x", PRG_TEXT_THEME_LINE},
      {"load 'x.gp'", PRG_TEXT_THEME_LINE},
      {"`touch x`", PRG_TEXT_THEME_LINE},
      {"= 3", PRG_TEXT_THEME_LINE},
      {"paper 0xFFFFFF", PRG_TEXT_THEME_LINE},
      {"papper = 0xFFFFFF", PRG_TEXT_THEME_NAME},
      {"array papper[5] = [0x1]", PRG_TEXT_THEME_NAME},
      {"paper = #FFFFFF", PRG_TEXT_THEME_COLOUR},
      {"paper = 0xFFFFFFF", PRG_TEXT_THEME_COLOUR},
      {"paper = 0xFFFFF", PRG_TEXT_THEME_COLOUR},
      {"paper = 0xFFFFFG", PRG_TEXT_THEME_COLOUR},
      {"paper = 16777215", PRG_TEXT_THEME_COLOUR},
      {"paper = 0xFFFFFF; system('touch x')", PRG_TEXT_THEME_COLOUR},
      {"paper = 0xFFFFFF \\", PRG_TEXT_THEME_COLOUR},
      {"paper = 0xFFFFFF + system('touch x')", PRG_TEXT_THEME_COLOUR},
      {"paper =", PRG_TEXT_THEME_COLOUR},
      {"band_80 = 0,22", PRG_TEXT_THEME_PART},
      {"band_80 = 1.01", PRG_TEXT_THEME_PART},
      {"band_80 = 0.019", PRG_TEXT_THEME_PART},
      {"band_80 = nan", PRG_TEXT_THEME_PART},
      {"font_name = \"Arial\"", PRG_TEXT_THEME_FONT},
      {"font_name = 'Arial'.system('x')", PRG_TEXT_THEME_FONT},
      {"font_name = 'A:Bold'", PRG_TEXT_THEME_FONT},
      {"font_name = 'A\" x=\"'", PRG_TEXT_THEME_FONT},
      {"font_name = '3'", PRG_TEXT_THEME_FONT},
      {"font_name = ''", PRG_TEXT_THEME_FONT},
      {"font_name = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'",
       PRG_TEXT_THEME_FONT},
      {"colour = 0x123456", PRG_TEXT_THEME_COLOURS},
      {"array paper[5] = [0x1]", PRG_TEXT_THEME_COLOURS},
      {"array colour[4] = [0x000001,0x000002,0x000003,0x000004]", PRG_TEXT_THEME_COLOURS},
      {"array colour[5] = [0x000001,0x000002,0x000003,0x000004]", PRG_TEXT_THEME_COLOURS},
      {"array colour[5] = [0x000001,0x000002,0x000003,0x000004,system('x')]",
       PRG_TEXT_THEME_COLOURS},
      {"set output '|touch x'", PRG_TEXT_THEME_STYLE},
      {"set style line 6 lc rgb colour[6] lw 6 dt solid pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 10 lc rgb colour[1] lw 6 dt solid pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 21 lc rgb colour[1] lw 6 dt solid pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[1] lw 6 dt solid pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[2] lw 21 dt solid pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[2] lw 6 dt (3) pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[2] lw 6 dt (1,2,3,4,5,6,7,8,9) pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[2] lw 6 dt (0.5,2) pt 7", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[2] lw 6 dt solid pt 6", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[2] lw 6 dt solid pt 17", PRG_TEXT_THEME_STYLE},
      {"set style line 2 lc rgb colour[2] lw 6 dt solid pt 7; !x", PRG_TEXT_THEME_STYLE},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char text[200];
    snprintf(text, sizeof text, "# a\n\n%s\nink = 0x000000\n", rows[i].line);
    if (read_text(text) != PRG_EINPUT || error.message.text != rows[i].text || error.line != 3)
      fail_msg("%s: %d, line %zu", rows[i].line, (int)error.message.text, error.line);
    assert_string_equal(error.file, "t.gp");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_built_in_theme_is_read),
      cmocka_unit_test(test_what_is_said_replaces_the_default),
      cmocka_unit_test(test_what_is_written_is_read_again),
      cmocka_unit_test(test_refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
