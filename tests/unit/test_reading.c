#include "test.h"

#include <stdlib.h>

#include <prognos/reading.h>
#include <prognos/tidy.h>

#define NORRKOPING                                                                                 \
  "series,period,value,status\n"                                                                   \
  "Grundsärskola,2017,168,\nGrundsärskola,2018,183,\nGrundsärskola,2019,198,\n"                 \
  "Grundsärskola,2020,214,\nGrundsärskola,2021,240,\nGrundsärskola,2022,249,\n"                 \
  "Gymnasiesärskola,2017,96,\nGymnasiesärskola,2018,112,\nGymnasiesärskola,2019,126,\n"         \
  "Gymnasiesärskola,2020,131,\nGymnasiesärskola,2021,129,\nGymnasiesärskola,2022,126,\n"

static prg_reading read_with(const char *bytes, size_t n, const prg_read_options *options) {
  prg_reading reading;
  prg_error error;
  if (prg_read_bytes("elever.csv", bytes, n, options, &reading, &error) == PRG_OK)
    return reading;
  prg_buffer words;
  prg_buffer_init(&words);
  prg_error_write(&error, PRG_ENGLISH, &words);
  print_error("%s\nin\n%s\n", prg_buffer_string(&words), bytes);
  prg_buffer_free(&words);
  fail();
  return reading;
}

static prg_reading read_text(const char *text) {
  return read_with(text, strlen(text), NULL);
}

static void check_tidy(const prg_reading *reading, const char *expected) {
  prg_buffer tidy;
  prg_buffer_init(&tidy);
  assert_int_equal(prg_tidy_write(&reading->panel, PRG_CSV_PLAIN, &tidy, NULL), PRG_OK);
  assert_string_equal(prg_buffer_string(&tidy), expected);
  prg_buffer_free(&tidy);
}

static void check_reads(const char *text, prg_layout found, const char *tidy) {
  prg_reading reading = read_text(text);
  assert_int_equal(reading.layout, found);
  check_tidy(&reading, tidy);
  prg_reading_clear(&reading);
}

static const char wide[] = "Verksamhet;2017;2018;2019;2020;2021;2022\n"
                           "Grundsärskola;168;183;198;214;240;249\n"
                           "Gymnasiesärskola;96;112;126;131;129;126\n";

/* Up to eight digits are read at once: one character in any place of them must not pass. */
static void test_whole_numbers_of_every_length(void **state) {
  (void)state;
  static const char digits[] = "9071625834816027";
  for (int n = 1; n < (int)sizeof digits; n++) {
    char text[128];
    snprintf(text, sizeof text, "Skola;2021;2022;2023\nVallskolan;17;%.*s;23\n", n, digits);
    prg_reading reading = read_text(text);
    snprintf(text, sizeof text, "%.*s", n, digits);
    assert_true(reading.panel.series[0].value[1] == strtod(text, NULL));
    assert_true(reading.panel.series[0].value[2] == 23);
    prg_reading_clear(&reading);
  }
  for (int place = 0; place < 8; place++) {
    for (const char *bad = "/:O\x7f\xc5"; *bad != '\0'; bad++) {
      char text[] = "Skola;2021;2022;2023\nVallskolan;17;90716258;23\n";
      strstr(text, "9071")[place] = *bad;
      prg_reading reading = {0};
      prg_read_options options;
      prg_read_options_init(&options);
      options.dialect.encoding = PRG_WINDOWS_1252;
      assert_int_equal(prg_read_bytes("elever.csv", text, strlen(text), &options, &reading, NULL),
                       PRG_EINPUT);
      prg_reading_clear(&reading);
    }
  }
}

static const char transposed[] = "År\tGrundsärskola\tGymnasiesärskola\r\n2017\t168\t96\r\n"
                                 "2018\t183\t112\r\n2019\t198\t126\r\n2020\t214\t131\r\n"
                                 "2021\t240\t129\r\n2022\t249\t126\r\n";

/* Newest first, the series in turns, as databases export. */
static const char by_rows[] =
    "\"Verksamhet\",\"Läsår\",\"Antal elever\"\n\"Grundsärskola\",2022,249\n"
    "\"Gymnasiesärskola\",2022,126\n\"Grundsärskola\",2021,240\n\"Gymnasiesärskola\",2021,129\n"
    "\"Grundsärskola\",2020,214\n\"Gymnasiesärskola\",2020,131\n\"Grundsärskola\",2019,198\n"
    "\"Gymnasiesärskola\",2019,126\n\"Grundsärskola\",2018,183\n\"Gymnasiesärskola\",2018,112\n"
    "\"Gymnasiesärskola\",2017,96\n\"Grundsärskola\",2017,168\n";

static void test_every_layout_gives_the_same_panel(void **state) {
  (void)state;
  check_reads(wide, PRG_LAYOUT_WIDE, NORRKOPING);
  check_reads(transposed, PRG_LAYOUT_TRANSPOSED, NORRKOPING);
  check_reads(by_rows, PRG_LAYOUT_LONG, NORRKOPING);
  check_reads(NORRKOPING, PRG_LAYOUT_LONG, NORRKOPING);
  check_reads("År;2017;2018;2019;2020;2021;2022;;\nGrundsärskola;168;183;198;214;240;249;;\n"
              "Gymnasiesärskola;96;112;126;131;129;126;;\nSumma;264;295;324;345;369;375;;\n;;;;;;;;"
              "\n",
              PRG_LAYOUT_WIDE, NORRKOPING);
}

/* "region=Norrköping kön=flickor; …": every series by its members. */
static void check_members(const char *text, const char *expected) {
  prg_reading reading = read_text(text);
  prg_buffer found;
  prg_buffer_init(&found);
  for (size_t i = 0; i < reading.panel.n; i++)
    for (size_t d = 0; d < reading.panel.n_dimension; d++)
      prg_buffer_printf(&found, "%s%s=%s",
                        d > 0   ? " "
                        : i > 0 ? "; "
                                : "",
                        reading.panel.dimension[d], prg_series_member(&reading.panel.series[i], d));
  assert_string_equal(prg_buffer_string(&found), expected);
  prg_buffer_free(&found);
  prg_reading_clear(&reading);
}

static void test_columns_that_name_series_are_dimensions(void **state) {
  (void)state;
  check_members(wide, "Verksamhet=Grundsärskola; Verksamhet=Gymnasiesärskola");
  check_members(transposed, "serie=Grundsärskola; serie=Gymnasiesärskola");
  check_members(";2021;2022\nKAA;1070;1102\n", "serie=KAA");
  check_members("2021;2022\n1070;1102\n", "");
  check_members("Region;Kön ;2021;2022\nNorrköping; flickor;61;59\nNorrköping;;127;131\n",
                "Region=Norrköping Kön=flickor; Region=Norrköping Kön=");
  check_members("kommun,år,flickor,pojkar\nBoden,2021,317,31\nBoden,2022,329,29\n",
                "kommun=Boden innehåll=flickor; kommun=Boden innehåll=pojkar");
  check_members("kommun,kön,år,antal\nBoden,\"flickor\nåk 1–9\",2021,153\n",
                "kommun=Boden kön=flickor åk 1–9");
}

/* Every ISO 8859-1 character of `text` as one byte, å ä ö by CP850 if `dos`. */
static size_t to_eight_bit(const char *text, bool dos, char *out) {
  size_t n = 0;
  for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
    unsigned char c = *p;
    if (c == 0xC3)
      c = (unsigned char)(*++p + 0x40);
    out[n++] = (char)(dos && c == 0xE4 ? 0x84 : c);
  }
  return n;
}

static void test_every_encoding_gives_the_same_panel(void **state) {
  (void)state;
  char bytes[2 * sizeof wide + 4];
  for (int dos = 0; dos <= 1; dos++) {
    size_t n = to_eight_bit(wide, dos == 1, bytes);
    prg_reading reading = read_with(bytes, n, NULL);
    assert_int_equal(reading.dialect.encoding, dos == 1 ? PRG_CP850 : PRG_WINDOWS_1252);
    check_tidy(&reading, NORRKOPING);
    prg_reading_clear(&reading);
  }
  char latin[sizeof wide];
  size_t n = to_eight_bit(wide, false, latin);
  bytes[0] = (char)0xFF;
  bytes[1] = (char)0xFE;
  for (size_t i = 0; i < n; i++) {
    bytes[2 + 2 * i] = latin[i];
    bytes[3 + 2 * i] = '\0';
  }
  prg_reading reading = read_with(bytes, 2 + 2 * n, NULL);
  assert_int_equal(reading.dialect.encoding, PRG_UTF_16LE);
  check_tidy(&reading, NORRKOPING);
  prg_reading_clear(&reading);
}

static void test_symbols_and_gaps(void **state) {
  (void)state;
  check_reads("Namn;2015;2016;2017;2018;2019;2020;2021;2022\n"
              "A;;12,5;..;;-;.;1 070p;\n"
              "Tom;;;;;;;;\n"
              "B;x;drygt 1070;<5;3;4;5;6;7\n",
              PRG_LAYOUT_WIDE,
              "series,period,value,status\nA,2016,12.5,\nA,2017,,missing\nA,2018,,gap\nA,2019,0,\n"
              "A,2020,,not applicable\nA,2021,1070,preliminary\nB,2015,,suppressed\n"
              "B,2016,1070,approximate\nB,2017,,suppressed\nB,2018,3,\nB,2019,4,\nB,2020,5,\n"
              "B,2021,6,\nB,2022,7,\n");
}

static void test_what_was_found_is_told(void **state) {
  (void)state;
  prg_reading r = read_text("Elever\n\nNamn;2017;2018;2019;Förändring\nA;168;..;198;30\n"
                            "B;;;;\nC;1;;3;2\nSumma;169;0;201;32\n\nKälla: SCB\n");
  assert_int_equal(r.dialect.encoding, PRG_UTF_8);
  assert_int_equal(r.dialect.delimiter, ';');
  assert_int_equal(r.dialect.decimal, ',');
  assert_int_equal(r.header_line, 3);
  assert_int_equal(r.rows, 4);
  assert_int_equal(r.count[PRG_OBSERVED], 4);
  assert_int_equal(r.count[PRG_MISSING], 1);
  assert_int_equal(r.count[PRG_GAP], 1);
  assert_int_equal(r.first.ordinal, 2017);
  assert_int_equal(r.last.ordinal, 2019);
  static const prg_left_out expected[] = {
      {1, 0, PRG_TEXT_LEFT_OUT_TITLE, "Elever"},
      {9, 0, PRG_TEXT_LEFT_OUT_FOOTNOTE, "Källa: SCB"},
      {3, 5, PRG_TEXT_LEFT_OUT_COLUMN, "Förändring"},
      {7, 0, PRG_TEXT_LEFT_OUT_TOTAL, "Summa"},
      {5, 1, PRG_TEXT_LEFT_OUT_EMPTY, "B"},
  };
  assert_int_equal(r.left_out.n, sizeof expected / sizeof *expected);
  for (size_t i = 0; i < r.left_out.n; i++) {
    assert_int_equal(r.left_out.item[i].line, expected[i].line);
    assert_int_equal(r.left_out.item[i].column, expected[i].column);
    assert_int_equal(r.left_out.item[i].reason, expected[i].reason);
    assert_string_equal(r.left_out.item[i].what, expected[i].what);
  }
  prg_notes notes = {0};
  prg_reading_describe(&r, 3, &notes);
  prg_buffer words;
  prg_buffer_init(&words);
  for (size_t i = 0; i < notes.n; i++) {
    prg_message_write(&notes.note[i], PRG_SWEDISH, &words);
    prg_buffer_add_char(&words, '\n');
  }
  assert_string_equal(
      prg_buffer_string(&words),
      "Teckenkodning UTF-8, fält skilda av ';', decimaltecken ','\n"
      "Uppställning: bred (perioder som kolumner); rubrik på rad 3, rader med data: 4\n"
      "Läst: värden 4, serier 2, perioder 2017–2019 (år)\n"
      "Utan värde: saknas 1, ej tillämpligt 0, dolda 0\n"
      "Perioder utan uppgift mitt i en serie: 1 (C 2018)\n"
      "Serier med färre än 3 värden: 2, den första \"A\"\n");
  prg_buffer_free(&words);
  prg_reading_clear(&r);
}

static void test_totals(void **state) {
  (void)state;
  check_reads("År;Pojkar;Totalt\n2021;31;57\n2022;35;58\nSumma;66;115\n", PRG_LAYOUT_TRANSPOSED,
              "series,period,value,status\nPojkar,2021,31,\nPojkar,2022,35,\n");
  check_reads("Namn;2021;2022\nTotalt;57;58\n", PRG_LAYOUT_WIDE,
              "series,period,value,status\nTotalt,2021,57,\nTotalt,2022,58,\n");
  prg_read_options options;
  prg_read_options_init(&options);
  options.keep_totals = true;
  static const char text[] = "Namn;2021\nPojkar;31\nTotalt;57\n";
  prg_reading reading = read_with(text, strlen(text), &options);
  assert_int_equal(reading.panel.n, 2);
  prg_reading_clear(&reading);
}

static void test_names_of_several_columns(void **state) {
  (void)state;
  check_reads("Verksamhet;Del;2022\nGrundsärskola;Grundsärskola;149\nGrundsärskola;;96\n",
              PRG_LAYOUT_WIDE,
              "series,period,value,status\nGrundsärskola · Grundsärskola,2022,149,\n"
              "Grundsärskola,2022,96,\n");
  check_reads("region,age,year,population\nÖrebro,0,1968,385\nÖrebro,1,1968,391\n"
              "Örebro,0,1969,402\nÖrebro,1,1969,383\n",
              PRG_LAYOUT_LONG,
              "series,period,value,status\nÖrebro · 0,1968,385,\nÖrebro · 0,1969,402,\n"
              "Örebro · 1,1968,391,\nÖrebro · 1,1969,383,\n");
  check_reads("kommun;år;pojkar;flickor\nA;2021;31;26\nA;2022;35;23\n", PRG_LAYOUT_LONG,
              "series,period,value,status\nA · pojkar,2021,31,\nA · pojkar,2022,35,\n"
              "A · flickor,2021,26,\nA · flickor,2022,23,\n");
  check_reads("zon;år;trakt;antal\n7;2021;A;31\n7;2022;A;35\n8;2021;A;26\n8;2022;A;23\n",
              PRG_LAYOUT_LONG,
              "series,period,value,status\n7 · A,2021,31,\n7 · A,2022,35,\n8 · A,2021,26,\n"
              "8 · A,2022,23,\n");
  check_reads("\"Antal\nelever\";2021\n\"Norra\r\nskolan\";31\n\" Södra \";26\n", PRG_LAYOUT_WIDE,
              "series,period,value,status\nNorra skolan,2021,31,\nSödra,2021,26,\n");
}

static void test_year_and_part_in_two_columns(void **state) {
  (void)state;
  check_reads("År;Kvartal;Sålda;Lediga\n2020;1;5067;523\n2020;2;5113;290\n", PRG_LAYOUT_TRANSPOSED,
              "series,period,value,status\nSålda,2020K1,5067,\nSålda,2020K2,5113,\n"
              "Lediga,2020K1,523,\nLediga,2020K2,290,\n");
  check_reads("Namn;År;Månad;Antal\nA;2020;mars;17\nA;2020;april;19\n", PRG_LAYOUT_LONG,
              "series,period,value,status\nA,2020M03,17,\nA,2020M04,19,\n");
  check_reads("Kvartal;Antal\n2020K1;17\n2020K2;19\n", PRG_LAYOUT_TRANSPOSED,
              "series,period,value,status\nAntal,2020K1,17,\nAntal,2020K2,19,\n");
}

static void test_bare_index(void **state) {
  (void)state;
  check_reads("Namn;1;2;3\nA;17;19;23\n", PRG_LAYOUT_WIDE,
              "series,period,value,status\nA,1,17,\nA,2,19,\nA,3,23,\n");
  check_reads("nr;besök\n1;17\n2;19\n3;23\n", PRG_LAYOUT_TRANSPOSED,
              "series,period,value,status\nbesök,1,17,\nbesök,2,19,\nbesök,3,23,\n");
  prg_read_options options;
  prg_read_options_init(&options);
  options.frequency = PRG_MONTH;
  static const char text[] = "period;besök\n1;17\n2;19\n";
  prg_reading reading = read_with(text, strlen(text), &options);
  assert_int_equal(reading.panel.series[0].season, 12);
  assert_int_equal(reading.panel.series[0].start.frequency, PRG_INDEX);
  prg_reading_clear(&reading);
}

static void test_series_without_a_header_of_their_own(void **state) {
  (void)state;
  prg_reading reading = read_text("2021;2022\n31;26\n");
  assert_string_equal(reading.panel.series[0].name, "elever");
  prg_reading_clear(&reading);
}

static void test_status_column(void **state) {
  (void)state;
  check_reads("serie;år;värde;värdetyp\nA;2020;84,6;EXISTS\nA;2021;.;"
              "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS\nA;2022;..;MISSING\nA;2023;7;okänt\n",
              PRG_LAYOUT_LONG,
              "series,period,value,status\nA,2020,84.6,\nA,2021,,suppressed\nA,2022,,missing\n"
              "A,2023,7,\n");
  check_reads("serie;år;värde;status\nA;2020;84,6;preliminär\nA;2022;17;r\n", PRG_LAYOUT_LONG,
              "series,period,value,status\nA,2020,84.6,preliminary\nA,2021,,gap\n"
              "A,2022,17,revised\n");
}

static void test_percent_is_a_share(void **state) {
  (void)state;
  prg_reading reading = read_text("Namn;2021;2022\nA;12,5 %;..\nB;12;13 %\n");
  assert_int_equal(reading.panel.series[0].kind, PRG_KIND_SHARE);
  assert_int_equal(reading.panel.series[1].kind, PRG_KIND_UNKNOWN);
  prg_reading_clear(&reading);
}

static void test_the_same_value_twice_is_told(void **state) {
  (void)state;
  prg_reading reading = read_text("År;A\n2022;249\n2021;240\n2022;249\n");
  assert_int_equal(reading.panel.series[0].n, 2);
  assert_int_equal(reading.duplicates, 1);
  assert_int_equal(reading.left_out.item[0].line, 4);
  assert_int_equal(reading.left_out.item[0].reason, PRG_TEXT_LEFT_OUT_DUPLICATE);
  prg_reading_clear(&reading);
}

static void test_dates_and_index_in_different_series(void **state) {
  (void)state;
  prg_reading reading = read_text("series,period,value\nA,2022-03,17\nA,2022-04,19\nB,1,23\n");
  assert_int_equal(reading.panel.series[0].start.frequency, PRG_MONTH);
  assert_int_equal(reading.panel.series[1].start.frequency, PRG_INDEX);
  assert_int_equal(reading.last.frequency, PRG_MONTH);
  prg_reading_clear(&reading);
}

static void test_options_override(void **state) {
  (void)state;
  prg_read_options options;
  prg_read_options_init(&options);
  options.dialect = (prg_dialect){.delimiter = '|', .decimal = '.', .encoding = PRG_CP850};
  options.period_column = "start";
  options.value_column = "b";
  static const char *const names[] = {"grupp"};
  options.series_columns = names;
  options.n_series_columns = 1;
  options.frequency = PRG_SCHOOL_YEAR;
  options.kind = PRG_KIND_FLOW;
  static const char text[] = "grupp|x|start|a|b\n\x86|p|2021|3|1,234.5\n\x86|q|2022|4|17\n";
  prg_reading reading = read_with(text, sizeof text - 1, &options);
  assert_int_equal(reading.panel.series[0].kind, PRG_KIND_FLOW);
  check_tidy(&reading, "series,period,value,status\nå,2021/22,1234.5,\nå,2022/23,17,\n");
  assert_int_equal(reading.left_out.n, 2);
  prg_reading_clear(&reading);
  prg_read_options_init(&options);
  options.layout = PRG_LAYOUT_TRANSPOSED;
  static const char noted[] = "år;antal;anteckningar\n2021;31;flytt\n2022;35;flytt\n";
  reading = read_with(noted, sizeof noted - 1, &options);
  check_tidy(&reading, "series,period,value,status\nantal,2021,31,\nantal,2022,35,\n");
  prg_reading_clear(&reading);
}

/* --- errors --- */

static void check_error(const char *text, const prg_read_options *options, prg_status status,
                        const char *swedish, const char *english) {
  prg_reading reading;
  prg_error error;
  prg_error_clear(&error);
  assert_int_equal(prg_read_bytes("e.csv", text, strlen(text), options, &reading, &error), status);
  assert_int_equal(reading.panel.n, 0);
  prg_buffer words;
  prg_buffer_init(&words);
  prg_error_write(&error, PRG_SWEDISH, &words);
  assert_string_equal(prg_buffer_string(&words), swedish);
  prg_buffer_clear(&words);
  prg_error_write(&error, PRG_ENGLISH, &words);
  assert_string_equal(prg_buffer_string(&words), english);
  prg_buffer_free(&words);
  prg_reading_clear(&reading);
}

static void test_errors_of_cells(void **state) {
  (void)state;
  check_error("Namn;2017;2018\nA;168;12O\n", NULL, PRG_EINPUT,
              "e.csv:2:3: \"12O\" är inget tal (decimaltecken: ',')",
              "e.csv:2:3: \"12O\" is not a number (decimal mark: ',')");
  check_error("år,antal\n2017,12O\n", NULL, PRG_EINPUT,
              "e.csv:2:2: \"12O\" är inget tal (decimaltecken: '.')",
              "e.csv:2:2: \"12O\" is not a number (decimal mark: '.')");
  check_error("Namn;2017;2O18\nA;168;12\n", NULL, PRG_EINPUT,
              "e.csv:1:3: \"2O18\" är ingen period (väntade t.ex. 2022, 2022/23, HT2022, 2022K1, "
              "2022M03)",
              "e.csv:1:3: \"2O18\" is no period (expected for example 2022, 2022/23, HT2022, "
              "2022K1, 2022M03)");
  check_error("Namn;2017;2018\nA;168;#DIV/0!\n", NULL, PRG_EINPUT,
              "e.csv:2:3: \"#DIV/0!\" är ett felvärde från ett kalkylblad; ett tal väntades, "
              "eller .. om det saknas (--errors-missing läser felvärden så)",
              "e.csv:2:3: \"#DIV/0!\" is a spreadsheet's error value; a number was expected, or .. "
              "if it is missing (--errors-missing reads error values as that)");
  check_error("Kod;Folkmängd 2017;Folkmängd 2O18\n0581;168;12\n", NULL, PRG_EINPUT,
              "e.csv:1:3: \"Folkmängd 2O18\" är ingen period (väntade t.ex. 2022, 2022/23, HT2022, "
              "2022K1, 2022M03)",
              "e.csv:1:3: \"Folkmängd 2O18\" is no period (expected for example 2022, 2022/23, "
              "HT2022, 2022K1, 2022M03)");
}

static void test_error_values_may_be_missing(void **state) {
  (void)state;
  static const char text[] = "Namn;2017;2018;2019\nA;168;#DIVISION/0!;171\n";
  prg_read_options options;
  prg_read_options_init(&options);
  options.errors_are_missing = true;
  prg_reading reading = read_with(text, strlen(text), &options);
  check_tidy(&reading, "series,period,value,status\nA,2017,168,\nA,2018,,missing\nA,2019,171,\n");
  prg_reading_clear(&reading);
}

static void test_errors_of_periods(void **state) {
  (void)state;
  check_error("år;A\n2022;249\n2022K1;17\n", NULL, PRG_EINPUT,
              "e.csv:3:1: \"2022K1\" är kvartal, men år väntades som i \"2022\" på rad 2; en fil "
              "kan bara ha ett slags period",
              "e.csv:3:1: \"2022K1\" is of kind quarter, but year was expected as in \"2022\" on "
              "line 2; a file can only have one kind of period");
  check_error("Namn;2022;2022K1\nA;249;17\n", NULL, PRG_EINPUT,
              "e.csv:1:3: \"2022K1\" är kvartal, men år väntades som i \"2022\" på rad 1; en fil "
              "kan bara ha ett slags period",
              "e.csv:1:3: \"2022K1\" is of kind quarter, but year was expected as in \"2022\" on "
              "line 1; a file can only have one kind of period");
  check_error("år;A\n2022;249\n2021;240\n\n2022;17,5\n", NULL, PRG_EINPUT,
              "e.csv:5:2: \"A\" 2022 finns två gånger med olika värden: 17,5 på rad 5 och 249 på "
              "rad 2",
              "e.csv:5:2: \"A\" 2022 comes twice with different values: 17.5 on line 5 and 249 on "
              "line 2");
  check_error("år;kvartal;A\n2022;1;249\n2022;5;17\n", NULL, PRG_EINPUT,
              "e.csv:3:2: \"2022\" och \"5\" är tillsammans ingen period",
              "e.csv:3:2: \"2022\" and \"5\" together are no period");
  prg_read_options options;
  prg_read_options_init(&options);
  options.frequency = PRG_QUARTER;
  check_error("år;A\n2022;249\n", &options, PRG_EINPUT,
              "e.csv:2:1: \"2022\" är år, men --frequency säger kvartal",
              "e.csv:2:1: \"2022\" is of kind year, but --frequency says quarter");
}

static void test_errors_of_the_whole(void **state) {
  (void)state;
  check_error("Namn;Ort\nKalle;Norrköping\n", NULL, PRG_EINPUT,
              "e.csv:1:1: hittar inga perioder (år, läsår, kvartal, månader …), varken i rubriken "
              "eller i en kolumn; ange kolumnen med --period-column, eller perioden för alla "
              "värden med --period 2022/23",
              "e.csv:1:1: finds no periods (years, school years, quarters, months …), neither in "
              "the header nor in a column; name the column with --period-column, or the period of "
              "all values with --period 2022/23");
  check_error("Namn;2017;2018\nA;..;.\n", NULL, PRG_EINPUT,
              "e.csv:1: filen innehåller inga tal att läsa som en serie",
              "e.csv:1: the file contains no numbers to read as a series");
  check_error("Namn;2017;2018\nA;168;183\n;17;19\n", NULL, PRG_EINPUT,
              "e.csv:3:1: raden har inget namn; ett serienamn väntades på varje rad",
              "e.csv:3:1: the row has no name; a series name was expected on every row");
  check_error("år;A;\n2017;168;17\n", NULL, PRG_EINPUT,
              "e.csv:2: raden har 3 fält; 2 väntades, som i rubriken på rad 1",
              "e.csv:2: the row has 3 fields; 2 were expected, as in the header on line 1");
  check_error("år;;A\n2017;168;17\n", NULL, PRG_EINPUT,
              "e.csv:1:2: kolumnen har tal men ingen rubrik; ett serienamn väntades",
              "e.csv:1:2: the column has numbers but no header; a series name was expected");
  check_error("name,n,start,m\nA,5,1975,6\nB,5,1976,7\n", NULL, PRG_EINPUT,
              "e.csv:1:3: det går inte att avgöra vilken kolumn som har värdena (perioderna verkar "
              "stå i \"start\"); ange --period-column och --value-column, "
              "eller --period om alla värden gäller en period",
              "e.csv:1:3: it cannot be decided which column has the values (the periods seem to be "
              "in \"start\"); give --period-column and --value-column, or --period if all values "
              "are of one period");
}

static void test_errors_of_status_and_columns(void **state) {
  (void)state;
  check_error("serie;år;värde;status\nA;2022;17;kanske\n", NULL, PRG_EINPUT,
              "e.csv:2:4: \"kanske\" är ingen status (väntade preliminary, revised, corrected, "
              "approximate, missing, not applicable, suppressed, gap eller tomt)",
              "e.csv:2:4: \"kanske\" is no status (expected preliminary, revised, corrected, "
              "approximate, missing, not applicable, suppressed, gap or blank)");
  check_error("serie;år;värde;status\nA;2022;17;missing\n", NULL, PRG_EINPUT,
              "e.csv:2:4: statusen \"missing\" säger att värdet saknas, men raden har ett värde",
              "e.csv:2:4: the status \"missing\" says that there is no value, but the row has one");
  prg_read_options options;
  prg_read_options_init(&options);
  options.value_column = "antal";
  check_error("serie;år;värde\nA;2022;17\n", &options, PRG_EUSAGE,
              "e.csv:1: kolumnen \"antal\" finns inte; rubriken har serie, år, värde",
              "e.csv:1: there is no column \"antal\"; the header has serie, år, värde");
}

static void test_an_unreasonable_span(void **state) {
  (void)state;
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add(&text, "serie;datum;antal\n");
  for (int i = 0; i < 40; i++)
    prg_buffer_printf(&text, "s%d;1000-01-01;17\ns%d;2999-12-31;19\n", i, i);
  prg_reading reading;
  prg_error error;
  assert_int_equal(prg_read_bytes("e.csv", text.data, text.length, NULL, &reading, &error),
                   PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_SPAN_UNREASONABLE);
  prg_reading_clear(&reading);
  prg_buffer_free(&text);
}

static void test_a_file_that_cannot_be_read(void **state) {
  (void)state;
  prg_reading reading;
  prg_error error;
  assert_int_equal(prg_read_file("/finns/inte.csv", NULL, &reading, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_SOURCE_MISSING);
  prg_reading_clear(&reading);
  assert_int_equal(prg_read_file("/dev/null", NULL, &reading, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_FILE_EMPTY);
  prg_reading_clear(&reading);
}

static void test_layout_names(void **state) {
  (void)state;
  for (int i = PRG_LAYOUT_WIDE; i < PRG_LAYOUT_COUNT; i++) {
    prg_layout back = PRG_LAYOUT_UNKNOWN;
    assert_true(prg_layout_from_name(prg_layout_name((prg_layout)i), &back));
    assert_int_equal(back, i);
  }
  prg_layout untouched = PRG_LAYOUT_LONG;
  assert_false(prg_layout_from_name("", &untouched));
  assert_int_equal(untouched, PRG_LAYOUT_LONG);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_layout_gives_the_same_panel),
      cmocka_unit_test(test_whole_numbers_of_every_length),
      cmocka_unit_test(test_columns_that_name_series_are_dimensions),
      cmocka_unit_test(test_every_encoding_gives_the_same_panel),
      cmocka_unit_test(test_symbols_and_gaps),
      cmocka_unit_test(test_what_was_found_is_told),
      cmocka_unit_test(test_totals),
      cmocka_unit_test(test_names_of_several_columns),
      cmocka_unit_test(test_year_and_part_in_two_columns),
      cmocka_unit_test(test_bare_index),
      cmocka_unit_test(test_series_without_a_header_of_their_own),
      cmocka_unit_test(test_status_column),
      cmocka_unit_test(test_percent_is_a_share),
      cmocka_unit_test(test_the_same_value_twice_is_told),
      cmocka_unit_test(test_dates_and_index_in_different_series),
      cmocka_unit_test(test_options_override),
      cmocka_unit_test(test_errors_of_cells),
      cmocka_unit_test(test_error_values_may_be_missing),
      cmocka_unit_test(test_errors_of_periods),
      cmocka_unit_test(test_errors_of_the_whole),
      cmocka_unit_test(test_errors_of_status_and_columns),
      cmocka_unit_test(test_an_unreasonable_span),
      cmocka_unit_test(test_a_file_that_cannot_be_read),
      cmocka_unit_test(test_layout_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
