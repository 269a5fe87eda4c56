#include "test.h"

#include <prognos/theme_check.h>

static prg_theme theme;
static prg_theme_check check;

static void judge(const char *lines) {
  assert_int_equal(prg_theme_read("t.gp", lines, strlen(lines), &theme, NULL), PRG_OK);
  prg_theme_check_init(&check, &theme);
}

static const prg_theme_finding *find(prg_text rule) {
  for (size_t i = 0; i < check.n; i++)
    if (check.finding[i].rule == rule)
      return &check.finding[i];
  fail();
  return NULL;
}

/* Every rule has one finding, the worst, which holds. */
static void test_built_in_themes_pass(void **state) {
  (void)state;
  for (const prg_theme_source *source = prg_theme_sources; source->name != NULL; source++) {
    judge(source->text);
    for (size_t i = 0; i < check.n; i++)
      if (check.finding[i].verdict == PRG_THEME_BROKEN)
        print_error("%s: %s, %s: %g < %g\n", source->name, check.finding[i].first,
                    check.finding[i].second, check.finding[i].measured, check.finding[i].wanted);
    assert_int_equal(check.n_broken, 0);
    assert_int_equal(check.n, 10);
  }
}

static void assert_broken(prg_text rule, const char *first, const char *second) {
  for (size_t i = 0; i < check.n; i++)
    if (check.finding[i].rule == rule && check.finding[i].verdict == PRG_THEME_BROKEN &&
        strcmp(check.finding[i].first, first) == 0 && strcmp(check.finding[i].second, second) == 0)
      return;
  fail_msg("%s, %s is not found", first, second);
}

static void test_faint_texts_and_lines(void **state) {
  (void)state;
  judge("quiet = 0x777777\nzone_forecast = 0xFFFFFF\nzone_outlook = 0xFFFFFF\n");
  assert_broken(PRG_TEXT_RULE_TEXT, "quiet", "paper");
  assert_broken(PRG_TEXT_RULE_TEXT_ON_BAND, "quiet", "band(colour[5])");
  assert_close(find(PRG_TEXT_RULE_TEXT)->measured, 4.478, 0.001);
  assert_close(find(PRG_TEXT_RULE_TEXT)->wanted, 4.5, 0);
  judge("zone_outlook = 0xC0C0C0\n");
  assert_broken(PRG_TEXT_RULE_GRAPHICS, "colour[4]", "zone_outlook");
  judge("band_80 = 0.6\n");
  assert_broken(PRG_TEXT_RULE_TEXT_ON_BAND, "capacity_colour", "band(colour[5])");
  judge("good = 0x90EE90\n");
  assert_broken(PRG_TEXT_RULE_TEXT, "good", "zone_outlook");
}

/* The palette that was the default first: wine and grey, wine and blue. */
static void test_series_that_some_do_not_tell_apart(void **state) {
  (void)state;
  judge("array colour[5] = [0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D]\n");
  assert_broken(PRG_TEXT_RULE_DEUTERANOPIA, "colour[3]", "colour[5]");
  assert_broken(PRG_TEXT_RULE_PROTANOPIA, "colour[1]", "colour[3]");
  assert_close(find(PRG_TEXT_RULE_DEUTERANOPIA)->measured, 4.9, 0.05);
  assert_close(find(PRG_TEXT_RULE_PROTANOPIA)->measured, 6.5, 0.05);
  assert_int_equal(find(PRG_TEXT_RULE_NORMAL)->verdict, PRG_THEME_HOLDS);
  judge("array colour[5] = [0x12436D, 0x1D8F86, 0x12436E, 0xE0570F, 0x1A1A1A]\n");
  assert_broken(PRG_TEXT_RULE_NORMAL, "colour[1]", "colour[3]");
}

static void test_grey_is_told_apart_by_shape(void **state) {
  (void)state;
  judge("");
  assert_int_equal(find(PRG_TEXT_RULE_GREY)->verdict, PRG_THEME_HOLDS_BY_SHAPE);
  judge("set style line 4 lc rgb colour[4] lw 6 dt (14,4) pt 13\n");
  assert_broken(PRG_TEXT_RULE_GREY, "colour[2]", "colour[4]");
  assert_broken(PRG_TEXT_RULE_SHAPE, "style line 2", "style line 4");
  judge("set style line 4 lc rgb colour[4] lw 6 dt (7,3) pt 5\n");
  assert_broken(PRG_TEXT_RULE_SHAPE, "style line 2", "style line 4");
  judge("set style line 12 lc rgb colour[2] lw 5 dt (14,4) pt 5\n");
  assert_broken(PRG_TEXT_RULE_FORECAST, "style line 2", "style line 12");
}

static void test_nothing_is_readable(void **state) {
  (void)state;
  judge("ink = 0xFFFFFF\nquiet = 0xFFFFFF\ncapacity_colour = 0xFFFFFF\ngood = 0xFFFFFF\n"
        "array colour[5] = [0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF]\n"
        "array text_colour[5] = [0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF]\n");
  /* 8 texts on bands, 9 on the ground; 6 lines; 10 pairs in each of 4 visions, 1 in each of the
   * three rules of shape. */
  assert_int_equal(check.n, 8 + 9 + 6 + 4 * 10 + 3);
}

static void test_the_table(void **state) {
  (void)state;
  prg_buffer text = {0};
  judge("quiet = 0x767676\nzone_forecast = 0xFFFFFF\nzone_outlook = 0xFFFFFF\n");
  prg_theme_check_write(&check, PRG_SWEDISH, &text);
  assert_non_null(strstr(prg_buffer_string(&text), "4,54"));
  prg_buffer_clear(&text);
  judge("quiet = 0x777777\nzone_forecast = 0xFFFFFF\nzone_outlook = 0xFFFFFF\n");
  prg_theme_check_write(&check, PRG_ENGLISH, &text);
  assert_non_null(strstr(prg_buffer_string(&text), "4.47")); /* 4.478, rounded down */
  assert_non_null(strstr(prg_buffer_string(&text), "quiet, paper"));
  prg_buffer_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_built_in_themes_pass),
      cmocka_unit_test(test_faint_texts_and_lines),
      cmocka_unit_test(test_series_that_some_do_not_tell_apart),
      cmocka_unit_test(test_grey_is_told_apart_by_shape),
      cmocka_unit_test(test_nothing_is_readable),
      cmocka_unit_test(test_the_table),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
