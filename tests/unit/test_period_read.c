#include "test.h"

#include <prognos/period.h>

typedef struct notation {
  const char *text, *canonical;
} notation;

static void check(const notation *rows, size_t n, prg_frequency frequency) {
  for (size_t i = 0; i < n; i++) {
    prg_period p;
    char buffer[PRG_PERIOD_BYTES];
    if (!prg_period_parse(rows[i].text, strlen(rows[i].text), &p))
      fail_msg("\"%s\" is not read", rows[i].text);
    if (strcmp(prg_period_print(p, buffer), rows[i].canonical) != 0)
      fail_msg("\"%s\" is %s, expected %s", rows[i].text, buffer, rows[i].canonical);
    assert_int_equal(p.frequency, frequency);
  }
}

#define CHECK(rows, frequency) check((rows), sizeof(rows) / sizeof *(rows), (frequency))

static void reject(const char *const *texts, size_t n) {
  for (size_t i = 0; i < n; i++) {
    prg_period p = {PRG_WEEK, 4711};
    char buffer[PRG_PERIOD_BYTES];
    if (prg_period_parse(texts[i], strlen(texts[i]), &p))
      fail_msg("\"%s\" is read as %s", texts[i], prg_period_print(p, buffer));
    assert_true(p.frequency == PRG_WEEK && p.ordinal == 4711);
  }
}

#define REJECT(texts) reject((texts), sizeof(texts) / sizeof *(texts))

static void test_index(void **state) {
  (void)state;
  static const notation rows[] = {{"1", "1"}, {"37", "37"}, {"999", "999"}, {" 8 ", "8"}};
  static const char *const none[] = {"0", "00", "007", "01", "-3", "+3", "3.0", "1:a", "1."};
  CHECK(rows, PRG_INDEX);
  REJECT(none);
}

static void test_year(void **state) {
  (void)state;
  static const notation rows[] = {
      {"2022", "2022"},        {"1000", "1000"},
      {"2999", "2999"},        {"År 2017", "2017"},
      {"ÅR 2017", "2017"},     {"år2017", "2017"},
      {"2017 år", "2017"},     {"year 2017", "2017"},
      {"\t2017\r\n", "2017"},  {"\u00A02017\u00A0", "2017"},
      {"\u202F2017 ", "2017"},
  };
  static const char *const none[] = {"0999",  "3000",  "2O22",  "12O",     "2022.0", "2022,0",
                                     "20 22", "2 022", "2022-", "-2022",   "+2022",  "2022.",
                                     "år",    "år 22", "20220", "2022 20", "2022e",  "år år 2022"};
  CHECK(rows, PRG_YEAR);
  REJECT(none);
}

static void test_school_year(void **state) {
  (void)state;
  static const notation rows[] = {
      {"2022/23", "2022/23"},
      {"2022/2023", "2022/23"},
      {"2022-23", "2022/23"},
      {"2022-2023", "2022/23"},
      {"2022\u201323", "2022/23"},
      {"2022 / 23", "2022/23"},
      {"1999/00", "1999/00"},
      {"1999/2000", "1999/00"},
      {"2001/02", "2001/02"},
      {"2011/12", "2011/12"},
      {"2999/00", "2999/00"},
      {"Läsår 2022/23", "2022/23"},
      {"LÄSÅR 2022/2023", "2022/23"},
      {"Läsåret 2022-2023", "2022/23"},
      {"läsåret 2011-12", "2011/12"},
      {"lå 22/23", "2022/23"},
      {"Lå 2022/23", "2022/23"},
      {"LÅ 22-23", "2022/23"},
      {"läsår 99/00", "1999/00"},
      {"läsår 69/70", "2069/70"},
      {"läsår 70/71", "1970/71"},
      {"Skoleåret 2022/2023", "2022/23"},
      {"school year 2022/23", "2022/23"},
      {"Academic year 2022-23", "2022/23"},
  };
  static const char *const none[] = {"2022/24",          "2022/2024",     "2022/22",  "2022/01",
                                     "2022/3",           "22/23",         "2023-22",  "2022-2024",
                                     "Läsår 2022",       "Läsår 2022/24", "2022/023", "2022//23",
                                     "läsår 2022/23/24", "2999/3000",     "22-23",    "lå 22/24"};
  CHECK(rows, PRG_SCHOOL_YEAR);
  REJECT(none);
}

static void test_half_year(void **state) {
  (void)state;
  static const notation rows[] = {
      {"2022H1", "2022H1"},
      {"2022h2", "2022H2"},
      {"2022-H1", "2022H1"},
      {"H1 2022", "2022H1"},
      {"H1-2022", "2022H1"},
      {"2022 H2", "2022H2"},
      {"1:a halvåret 2022", "2022H1"},
      {"2:A HALVÅRET 2022", "2022H2"},
      {"halvår 1 2022", "2022H1"},
      {"Andra halvåret 2022", "2022H2"},
      {"2. halvår 2022", "2022H2"},
      {"2022 2:a halvåret", "2022H2"},
      {"2022 andra halvåret", "2022H2"},
      {"first half of 2022", "2022H1"},
      {"second half 2022", "2022H2"},
      {"1st half 2022", "2022H1"},
      {"2nd half of 2022", "2022H2"},
      {"1 halvår 2022", "2022H1"},
  };
  static const char *const none[] = {
      "2022H0", "2022H3",        "2022H",  "H12022", "H1", "tredje halvåret 2022",
      "H1-22",  "halvåret 2022", "2022H01"};
  CHECK(rows, PRG_HALF_YEAR);
  REJECT(none);
}

static void test_term(void **state) {
  (void)state;
  static const notation rows[] = {
      {"HT2022", "HT2022"},
      {"VT 2023", "VT2023"},
      {"ht22", "HT2022"},
      {"vt-23", "VT2023"},
      {"HT-22", "HT2022"},
      {"HT 70", "HT1970"},
      {"VT69", "VT2069"},
      {"2022HT", "HT2022"},
      {"2022-vt", "VT2022"},
      {"Höstterminen 2022", "HT2022"},
      {"HÖSTTERMINEN 2022", "HT2022"},
      {"vårtermin 2023", "VT2023"},
      {"Hösten 2022", "HT2022"},
      {"våren 2023", "VT2023"},
      {"Våren -23", "VT2023"},
      {"autumn 2022", "HT2022"},
      {"Spring 2023", "VT2023"},
      {"autumn term 2022", "HT2022"},
      {"Høsten 2022", "HT2022"},
      {"HT\u20112022", "HT2022"},
  };
  static const char *const none[] = {"HT",         "HT2022/23", "22HT",        "HT 7",     "HT 222",
                                     "VT/HT 2022", "H T 2022",  "fall 2022",   "Fall 12",  "HT--22",
                                     "HT-",        "-HT22",     "HÖST\xD6 22", "term 2022"};
  CHECK(rows, PRG_TERM);
  REJECT(none);
}

static void test_quarter(void **state) {
  (void)state;
  static const notation rows[] = {
      {"2022K1", "2022K1"},
      {"2022Q4", "2022K4"},
      {"2022q2", "2022K2"},
      {"2022-Q1", "2022K1"},
      {"K1 2022", "2022K1"},
      {"Q3 2022", "2022K3"},
      {"2022 kv 1", "2022K1"},
      {"2022 kv. 1", "2022K1"},
      {"kv 1 2022", "2022K1"},
      {"Kv.1 2022", "2022K1"},
      {"kv1-2022", "2022K1"},
      {"kvartal 1 2022", "2022K1"},
      {"2022 kvartal 3", "2022K3"},
      {"1 kv. 2022", "2022K1"},
      {"1 kv 2022", "2022K1"},
      {"1:a kvartalet 2022", "2022K1"},
      {"3:e kvartalet 2022", "2022K3"},
      {"fjärde kvartalet 2022", "2022K4"},
      {"4. kvartal 2022", "2022K4"},
      {"2022 3:e kvartalet", "2022K3"},
      {"3rd quarter of 2022", "2022K3"},
      {"third quarter 2022", "2022K3"},
      {"Quarter 2 2022", "2022K2"},
      {"\u00A02022K1\u00A0", "2022K1"},
  };
  static const char *const none[] = {"2022K0", "2022K5",    "2022K12", "2022:1", "2022-1",
                                     "1-2022", "K1",        "2022K",   "K1-22",  "2022.1",
                                     "I 2022", "2022K1 K1", "2022:4",  "2022 4", "kvartal 5 2022"};
  CHECK(rows, PRG_QUARTER);
  REJECT(none);
}

static void test_month(void **state) {
  (void)state;
  static const notation rows[] = {
      {"2022M01", "2022M01"},       {"2022m1", "2022M01"},       {"2022-01", "2022M01"},
      {"2022-10", "2022M10"},       {"2001-02", "2001M02"},      {"2011-12", "2011M12"},
      {"2022:01", "2022M01"},       {"202201", "2022M01"},       {"202212", "2022M12"},
      {"jan 2022", "2022M01"},      {"JAN. 2022", "2022M01"},    {"januari 2022", "2022M01"},
      {"2022 januari", "2022M01"},  {"2022 jan.", "2022M01"},    {"jan-22", "2022M01"},
      {"jan.-22", "2022M01"},       {"dec-99", "1999M12"},       {"maj 2022", "2022M05"},
      {"mars 2022", "2022M03"},     {"Mar 2022", "2022M03"},     {"sept. 2022", "2022M09"},
      {"febr. 2022", "2022M02"},    {"January 2022", "2022M01"}, {"May 2022", "2022M05"},
      {"oct-22", "2022M10"},        {"October 2022", "2022M10"}, {"mai 2022", "2022M05"},
      {"desember 2022", "2022M12"}, {"marts 2022", "2022M03"},   {"M01 2022", "2022M01"},
      {"månad 7 2022", "2022M07"},  {"2022 MÅNAD 7", "2022M07"}, {"2022-M11", "2022M11"},
  };
  static const char *const none[] = {"2022M00",  "2022M13",  "2022-00", "2022-13", "202200",
                                     "202213",   "099901",   "300001",  "01-2022", "01/2022",
                                     "2022/01",  "1/2022",   "2022 01", "jan",     "22 jan",
                                     "jan 2",    "jam 2022", "202 201", "jan--22", "januarix 2022",
                                     "2022M001", "M1",       "20221",   "2022001", "2022-1"};
  CHECK(rows, PRG_MONTH);
  REJECT(none);
}

static void test_every_month_name(void **state) {
  (void)state;
  static const char *const names[][12] = {
      {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
       "oktober", "november", "december"},
      {"January", "February", "March", "April", "May", "June", "July", "August", "September",
       "October", "November", "December"},
      {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
       "oktober", "november", "desember"},
      {"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
  };
  for (size_t language = 0; language < sizeof names / sizeof *names; language++) {
    for (int month = 0; month < 12; month++) {
      char text[32];
      snprintf(text, sizeof text, "%s 2017", names[language][month]);
      prg_period p;
      assert_true(prg_period_parse(text, strlen(text), &p));
      assert_int_equal(p.frequency, PRG_MONTH);
      assert_int_equal(p.ordinal, 12 * 2017 + month);
    }
  }
}

static void test_week(void **state) {
  (void)state;
  static const notation rows[] = {
      {"2022V07", "2022V07"},       {"2022v7", "2022V07"},   {"2022W07", "2022V07"},
      {"2022-W07", "2022V07"},      {"2022U07", "2022V07"},  {"v7 2022", "2022V07"},
      {"v. 07 2022", "2022V07"},    {"V.7 2022", "2022V07"}, {"vecka 7 2022", "2022V07"},
      {"Vecka 17 2022", "2022V17"}, {"2022 v 7", "2022V07"}, {"2022 vecka 52", "2022V52"},
      {"week 7 2022", "2022V07"},   {"v7-2022", "2022V07"},  {"v17-2022", "2022V17"},
      {"uke 7 2022", "2022V07"},    {"2020V53", "2020V53"},  {"2015W53", "2015V53"},
  };
  static const char *const none[] = {"2022V00", "2022V53", "2021V53",  "2020V54", "2022V",
                                     "v7",      "v7-22",   "2022V007", "vår 7",   "2022-W07-1"};
  CHECK(rows, PRG_WEEK);
  REJECT(none);
}

static void test_day(void **state) {
  (void)state;
  static const notation rows[] = {
      {"2022-10-15", "2022-10-15"},          {"20221015", "2022-10-15"},
      {"2022/10/15", "2022-10-15"},          {"2022/01/02", "2022-01-02"},
      {"15 oktober 2022", "2022-10-15"},     {"15 okt 2022", "2022-10-15"},
      {"15 OKT. 2022", "2022-10-15"},        {"5 maj 2022", "2022-05-05"},
      {"15. oktober 2022", "2022-10-15"},    {"15-Oct-2022", "2022-10-15"},
      {"15.10.2022", "2022-10-15"},          {"5.1.2022", "2022-01-05"},
      {"05.1.2022", "2022-01-05"},           {"5.01.2022", "2022-01-05"},
      {"10.11.2022", "2022-11-10"},          {"2022-10-15 00:00", "2022-10-15"},
      {"2022-10-15 00:00:00", "2022-10-15"}, {"2022-10-15T00:00", "2022-10-15"},
      {"2022-10-15T00:00:00", "2022-10-15"}, {"2022-10-15T00:00:00Z", "2022-10-15"},
      {"2024-02-29", "2024-02-29"},          {"2000-02-29", "2000-02-29"},
      {"1000-01-01", "1000-01-01"},          {"2999-12-31", "2999-12-31"},
  };
  static const char *const none[] = {
      "2022-02-30",
      "2022-02-29",
      "1900-02-29",
      "2022-04-31",
      "2022-00-10",
      "2022-13-10",
      "2022-10-00",
      "2022-10-32",
      "20221032",
      "20221310",
      "09991231",
      "15/10/2022",
      "10/11/2022",
      "15-10-2022",
      "2022.10.15",
      "2022-1-5",
      "2022-10-15 12:00:00",
      "2022-10-15 00:00:01",
      "2022-10-15T01:00:00",
      "2022-10-15 00:01",
      "2022-10-15 0:00",
      "2022-10-1500:00:00",
      "31 april 2022",
      "0 maj 2022",
      "15 okt",
      "15.10.22",
      "15 okt 22",
      "2022 10 15",
      "2022-10/15",
      "202210150",
      "15.13.2022",
      "2022-10-15-",
  };
  CHECK(rows, PRG_DAY);
  REJECT(none);
}

static void test_words_and_noise_are_no_periods(void **state) {
  (void)state;
  static const char *const none[] = {
      "",
      " ",
      "\u00A0",
      "Summa",
      "andra",
      "första",
      "Totalt 2022",
      "a",
      "e",
      "-",
      ".",
      "..",
      "/",
      ":",
      "januari",
      "hösten",
      "kvartal",
      "2022T1",
      "2022 T1",
      "NaN",
      "1e3",
      "2022\xC3",
      "\xC3",
      "2022\xA0",
      "\xFF\xFE",
      "\u22122022",
      "２０２２",
      "höstterminenhöstterminen 2022",
      "1:1:1:1:1:1:1:1:1:1",
      "----------------------",
      "01180",
      "0581",
  };
  REJECT(none);
}

static void test_length_counts_and_not_the_zero(void **state) {
  (void)state;
  prg_period p;
  assert_true(prg_period_parse("2022M017", 7, &p));
  assert_int_equal(p.ordinal, 12 * 2022);
  assert_true(prg_period_parse("20221015", 4, &p));
  assert_int_equal(p.ordinal, 2022);
  assert_false(prg_period_parse("2022\0", 5, &p));
  assert_false(prg_period_parse("lå 22/23", 2, &p)); /* in the middle of å */
  assert_false(prg_period_parse("2022 år", 6, &p));
}

static void test_blanks_without_end(void **state) {
  (void)state;
  char text[4096];
  memset(text, ' ', sizeof text);
  memcpy(text + 2000, "HT2022", 6);
  prg_period p;
  assert_true(prg_period_parse(text, sizeof text, &p));
  assert_int_equal(p.ordinal, 2 * 2022 + 1);
}

static bool parts(const char *year, const char *part, prg_frequency bare, prg_period *p) {
  return prg_period_parse_parts(year, strlen(year), part, strlen(part), bare, p);
}

static void test_parts(void **state) {
  (void)state;
  static const struct {
    const char *year, *part;
    prg_frequency bare;
    const char *canonical;
  } rows[] = {
      {"2020", "3", PRG_QUARTER, "2020K3"},
      {"2020", "11", PRG_MONTH, "2020M11"},
      {" 2020 ", " 03 ", PRG_MONTH, "2020M03"},
      {"2020", "53", PRG_WEEK, "2020V53"},
      {"2020", "2", PRG_HALF_YEAR, "2020H2"},
      {"2020", "1", PRG_TERM, "VT2020"},
      {"2020", "K1", PRG_YEAR, "2020K1"},
      {"2020", "Kvartal 4", PRG_MONTH, "2020K4"},
      {"2020", "1:a kvartalet", PRG_YEAR, "2020K1"},
      {"2020", "andra kvartalet", PRG_YEAR, "2020K2"},
      {"2020", "jan", PRG_QUARTER, "2020M01"},
      {"2020", "Augusti", PRG_YEAR, "2020M08"},
      {"2020", "M07", PRG_YEAR, "2020M07"},
      {"2020", "v. 7", PRG_YEAR, "2020V07"},
      {"2020", "HT", PRG_YEAR, "HT2020"},
      {"2020", "2:a halvåret", PRG_YEAR, "2020H2"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    prg_period p;
    char buffer[PRG_PERIOD_BYTES];
    if (!parts(rows[i].year, rows[i].part, rows[i].bare, &p))
      fail_msg("\"%s\", \"%s\" is not read", rows[i].year, rows[i].part);
    assert_string_equal(prg_period_print(p, buffer), rows[i].canonical);
  }
}

static void test_parts_that_are_none(void **state) {
  (void)state;
  static const struct {
    const char *year, *part;
    prg_frequency bare;
  } rows[] = {
      {"2020", "", PRG_QUARTER},        {"2020", " ", PRG_QUARTER},     {"", "1", PRG_QUARTER},
      {"2020", "0", PRG_QUARTER},       {"2020", "5", PRG_QUARTER},     {"2020", "13", PRG_MONTH},
      {"2021", "53", PRG_WEEK},         {"2020", "1", PRG_YEAR},        {"2020", "1", PRG_INDEX},
      {"2020", "1", PRG_SCHOOL_YEAR},   {"2020", "1", PRG_DAY},         {"2020", "-01", PRG_MONTH},
      {"2020", "/21", PRG_QUARTER},     {"2020", "Helår", PRG_QUARTER}, {"202", "1", PRG_QUARTER},
      {"2020K1", "1", PRG_QUARTER},     {"2020/21", "1", PRG_TERM},     {"2020", "1x", PRG_QUARTER},
      {"2020", "K1 2020", PRG_QUARTER}, {"2020", "K", PRG_QUARTER},     {"2O20", "1", PRG_QUARTER},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    prg_period p = {PRG_WEEK, 4711};
    if (parts(rows[i].year, rows[i].part, rows[i].bare, &p))
      fail_msg("\"%s\", \"%s\" is read", rows[i].year, rows[i].part);
    assert_true(p.frequency == PRG_WEEK && p.ordinal == 4711);
  }
}

static void test_read_tells_what_was_found_and_expected(void **state) {
  (void)state;
  prg_period p = {PRG_WEEK, 4711};
  prg_error error;
  assert_int_equal(prg_period_read("HT2022", &p, &error), PRG_OK);
  assert_int_equal(p.ordinal, 2 * 2022 + 1);
  assert_int_equal(prg_period_read("2O22", &p, &error), PRG_EINPUT);
  assert_int_equal(prg_period_read("2O22", &p, NULL), PRG_EINPUT);
  assert_int_equal(error.status, PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_NOT_A_PERIOD);
  prg_buffer out;
  prg_buffer_init(&out);
  prg_error_write(&error, PRG_SWEDISH, &out);
  assert_non_null(strstr(prg_buffer_string(&out), "\"2O22\" är ingen tidsperiod"));
  assert_non_null(strstr(prg_buffer_string(&out), "2022/23"));
  prg_buffer_clear(&out);
  prg_error_write(&error, PRG_ENGLISH, &out);
  assert_non_null(strstr(prg_buffer_string(&out), "\"2O22\" is no period"));
  prg_buffer_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_index),
      cmocka_unit_test(test_year),
      cmocka_unit_test(test_school_year),
      cmocka_unit_test(test_half_year),
      cmocka_unit_test(test_term),
      cmocka_unit_test(test_quarter),
      cmocka_unit_test(test_month),
      cmocka_unit_test(test_every_month_name),
      cmocka_unit_test(test_week),
      cmocka_unit_test(test_day),
      cmocka_unit_test(test_words_and_noise_are_no_periods),
      cmocka_unit_test(test_length_counts_and_not_the_zero),
      cmocka_unit_test(test_blanks_without_end),
      cmocka_unit_test(test_parts),
      cmocka_unit_test(test_parts_that_are_none),
      cmocka_unit_test(test_read_tells_what_was_found_and_expected),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
