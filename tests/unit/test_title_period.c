#include "test.h"

#include <prognos/reading.h>

#include "series/title_period.h"

/* The period that a table under these titles is of, "" if they do not say one. */
static void check_title(const char *titles, const char *expected, size_t expected_line) {
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add(&text, titles);
  prg_buffer_add(&text, "Skola;Elever;Lärare\nBerga;317;29\nEneby;331;31\n");
  prg_table table;
  prg_frame frame;
  prg_period period;
  size_t line = 0;
  char found[PRG_PERIOD_BYTES] = "";
  assert_int_equal(prg_table_read(&table, "t.csv", text.data, text.length, NULL, NULL), PRG_OK);
  assert_int_equal(prg_frame_find(&frame, &table, NULL), PRG_OK);
  if (title_period(&frame, &period, &line))
    prg_period_print(period, found);
  assert_string_equal(found, expected);
  assert_int_equal(line, expected_line);
  prg_frame_clear(&frame);
  prg_table_clear(&table);
  prg_buffer_free(&text);
}

static void test_periods_in_titles(void **state) {
  (void)state;
  check_title("Antal elever\nLäsår 2022/23\nUttag: 2023-04-21\n", "2022/23", 2);
  check_title("Valt läsår: 2022/23;;\n", "2022/23", 1);
  check_title("Elever höstterminen 2021 per skola\n", "HT2021", 1);
  check_title("Besök (kv 3 2021)\nBesök 2021K3\n", "2021K3", 1);
  check_title("Läget 2021\nUttag 15 oktober 2022\n", "2021", 1);
}

static void test_titles_that_say_no_period_or_two(void **state) {
  (void)state;
  check_title("", "", 0);
  check_title("Elever 7 år, tabell 12\n", "", 0);
  check_title("Utveckling 2019 och 2021\n", "", 0);
  check_title("Uttag 2023-04-21\n", "", 0);
}

/* The rows of such a file are of that period, and the option says another. */
static void test_rows_of_one_period(void **state) {
  (void)state;
  static const char text[] =
      "Läsår 2022/23\nSkola;Kod;Elever;Andel behöriga\nBerga;12;317;71,3\nEneby;17;331;68,9\n"
      "Summa;;648;70,1\n";
  prg_reading reading;
  prg_read_options options;
  prg_read_options_init(&options);
  prg_period period = {PRG_YEAR, 2019};
  assert_int_equal(prg_read_bytes("t.csv", text, strlen(text), &options, &reading, NULL), PRG_OK);
  assert_int_equal(reading.panel.n, 4);
  assert_int_equal(reading.period_line, 1);
  assert_string_equal(reading.panel.series[3].name, "Eneby · 17 · Andel behöriga");
  assert_close(reading.panel.series[3].value[0], 68.9, 0);
  assert_int_equal(reading.panel.series[3].start.frequency, PRG_SCHOOL_YEAR);
  assert_int_equal(reading.panel.series[3].start.ordinal, 2022);
  assert_int_equal(reading.left_out.item[1].reason, PRG_TEXT_LEFT_OUT_TOTAL);
  prg_reading_clear(&reading);
  options.period = &period;
  assert_int_equal(prg_read_bytes("t.csv", text, strlen(text), &options, &reading, NULL), PRG_OK);
  assert_int_equal(reading.period_line, 0);
  assert_int_equal(prg_period_compare(reading.panel.series[0].start, period), 0);
  prg_reading_clear(&reading);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_periods_in_titles),
      cmocka_unit_test(test_titles_that_say_no_period_or_two),
      cmocka_unit_test(test_rows_of_one_period),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
