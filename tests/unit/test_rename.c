#include "panel_text.h"

#include <prognos/rename.h>

static prg_rename_list map_of(const char *text) {
  prg_rename_list list;
  assert_int_equal(prg_rename_read(&list, "map.csv", text, strlen(text), NULL), PRG_OK);
  return list;
}

static void test_names_and_members(void **state) {
  (void)state;
  prg_panel panel = panel_of("form;kön;2021\nSär;flickor;31\nSär;pojkar;37\nGy;flickor;41\n");
  prg_rename_list list = map_of("new;old\nAnpassad;Sär\nGymnasiet, flickor;Gy · flickor\n");
  assert_int_equal(prg_panel_rename(&panel, &list, NULL), PRG_OK);
  assert_panel(&panel, "Anpassad · flickor,2021,31,\nAnpassad · pojkar,2021,37,\n"
                       "\"Gymnasiet, flickor\",2021,41,\n");
  assert_string_equal(prg_series_member(&panel.series[1], 0), "Anpassad");
  assert_string_equal(prg_series_member(&panel.series[1], 1), "pojkar");
  assert_int_equal(prg_rename_check(&list, "map.csv", NULL), PRG_OK);
  prg_rename_clear(&list);
  prg_panel_clear(&panel);
}

static void test_a_name_that_is_not_there(void **state) {
  (void)state;
  prg_panel panel = panel_of("form;2021\nSär;31\n");
  prg_rename_list list = map_of("gammalt;nytt\nSär;Anpassad\n\nSä;Annan\n");
  prg_error error;
  assert_int_equal(prg_panel_rename(&panel, &list, NULL), PRG_OK);
  assert_int_equal(prg_rename_check(&list, "map.csv", &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_RENAME_UNKNOWN);
  assert_string_equal(error.file, "map.csv");
  assert_int_equal(error.line, 4);
  prg_rename_clear(&list);
  prg_panel_clear(&panel);
}

static void check_fails(const char *text, prg_text expected, size_t line) {
  prg_rename_list list;
  prg_error error;
  assert_int_equal(prg_rename_read(&list, "map.csv", text, strlen(text), &error), PRG_EINPUT);
  assert_int_equal(error.message.text, expected);
  assert_int_equal(error.line, line);
  prg_rename_clear(&list);
}

static void test_maps_that_cannot_be_used(void **state) {
  (void)state;
  check_fails("gammalt;nytt\nA;B\n;C\n", PRG_TEXT_RENAME_BLANK, 3);
  check_fails("gammalt;nytt\nA; \n", PRG_TEXT_RENAME_BLANK, 2);
  check_fails("gammalt;nytt\nA;B\nA;C\n", PRG_TEXT_RENAME_TWICE, 3);
  check_fails("från;till\nA;B\n", PRG_TEXT_LISTING_COLUMN_MISSING, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_and_members),
      cmocka_unit_test(test_a_name_that_is_not_there),
      cmocka_unit_test(test_maps_that_cannot_be_used),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
