#include "canvas_test.h"

#include <prognos/chart_size.h>
#include <prognos/render.h>

#include "present/chart/fan.h"

#define MOST 5

/* Up to five series and their chart. */
static fixture series[MOST];
static const prg_forecast *forecast[MOST];
static size_t n_series;
static size_t type; /* of the chart, in the table */
static prg_chart_options options;
static prg_drawing drawing;
static prg_error error;

static int set_up(void **state) {
  (void)state;
  n_series = 0;
  type = 0;
  prg_chart_options_init(&options);
  prg_error_clear(&error);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  for (size_t i = 0; i < n_series; i++)
    fixture_clear(&series[i]);
  prg_drawing_clear(&drawing);
  return 0;
}

static void take(void (*make)(fixture *)) {
  make(&series[n_series]);
  forecast[n_series] = &series[n_series].forecast;
  n_series++;
}

static void add(const char *name, prg_period start, const double *value, size_t n, size_t horizon,
                double first, double last) {
  double q_first[5], q_last[5];
  static const double spread[] = {-0.12, -0.07, 0, 0.08, 0.14};
  for (int k = 0; k < 5; k++) {
    q_first[k] = first * (1 + spread[k]);
    q_last[k] = last * (1 + 2.5 * spread[k]);
  }
  fixture_init(&series[n_series], name, start, value, n, horizon, q_first, q_last);
  forecast[n_series] = &series[n_series].forecast;
  n_series++;
}

static prg_status draw(void) {
  prg_drawing_clear(&drawing);
  return prg_chart_draw(prg_chart_types[type], forecast, n_series, &options, &drawing, &error);
}

static const char *write_script(void) {
  assert_int_equal(draw(), PRG_OK);
  return prg_buffer_string(&drawing.script);
}

static size_t count_of(const char *text, const char *part) {
  size_t n = 0;
  for (; (text = strstr(text, part)) != NULL; text += strlen(part))
    n++;
  return n;
}

static void test_script_of_one_series(void **state) {
  (void)state;
  take(fixture_grund);
  options.unit = "elever";
  options.source = "Norrköpings kommun";
  options.today = "2023-03-15";
  options.version = "0.1.0";
  options.command = "prognos chart elever.csv";
  options.input_hash = "sha256 27b1";
  const char *text = write_script();
  assert_memory_equal(text,
                      "# prognos: 0.1.0\n# command: prognos chart elever.csv\n"
                      "# input: sha256 27b1\n",
                      strlen("# prognos: 0.1.0\n# command: prognos chart elever.csv\n"
                             "# input: sha256 27b1\n"));
  assert_holds(text, "\narray colour[5] = [0x12436D, 0x1D8F86, 0x983050, 0xE0570F, 0x1A1A1A]\n");
  assert_holds(text, "$outcome_1 << END\n2017 168\n2018 183\n2019 198\n");
  assert_holds(text, "2022 249 249 249 249 249\n2023 259.415 244.004 274.907 233.022 286.982\n");
  assert_holds(text, "\n2027 307.616 243.932 372.3 206.069 427.569\nEND\n");
  assert_holds(text, "'Grundsärskola: 249\u00A0elever 2022, omkring\u00A0308 år\u00A02027'");
  assert_holds(text, "'Elever, utfall 2017–2022, prognos 2023–2027'");
  assert_holds(text, "'Källa: Norrköpings kommun · Prognos 2023-03-15, data t.o.m. 2022'");
  assert_holds(text, "'8 av 10'");
  assert_holds(text, "'95 av 100'");
  assert_holds(text, "'Utfall'");
  assert_holds(text, "'Prognos'");
  assert_null(strstr(text, "'Utblick'"));
}

static void test_script_in_english_with_capacity(void **state) {
  (void)state;
  take(fixture_grund);
  options.language = PRG_ENGLISH;
  options.capacity = 270;
  const char *text = write_script();
  prg_buffer title;
  prg_buffer_init(&title);
  prg_chart_title(forecast, 1, &options, &title);
  assert_string_equal(
      prg_buffer_string(&title),
      "Grundsärskola: from 249 in\u00A02022 to about\u00A0308 in\u00A02027; probably "
      "above 270 in\u00A02024");
  prg_buffer_free(&title);
  assert_holds(text, "'Capacity 270'");
  assert_holds(text, "$places << END\n2016.5 270\n2027.5 270\nEND\n");
  assert_holds(text, "'95 in 100'");
  options.capacity_label = "Platser";
  options.capacity = 212.5;
  text = write_script();
  assert_holds(text, "'Platser 212.5'");
  assert_null(strstr(text, "probably above")); /* it is already */
}

static void test_outlook_begins_after_five_years(void **state) {
  (void)state;
  static const double value[] = {168, 183, 198};
  add("Lång", (prg_period){PRG_YEAR, 2017}, value, 3, 5, 205, 260);
  assert_null(strstr(write_script(), "zone_outlook fillstyle"));
  add("Längre", (prg_period){PRG_YEAR, 2017}, value, 3, 6, 205, 260);
  assert_holds(write_script(), "zone_outlook fillstyle");
  assert_holds(prg_buffer_string(&drawing.script), "'Utblick'");
}

static void test_gap_breaks_the_line(void **state) {
  (void)state;
  static const double value[] = {12, NAN, 15, 18, NAN};
  add("Luckor", (prg_period){PRG_QUARTER, 4 * 2021}, value, 5, 2, 19, 22);
  const char *text = write_script();
  assert_holds(text, "8084 12 # 2021K1\n8085 NaN # 2021K2\n8086 15 # 2021K3\n8087 18 # 2021K4\n"
                     "END\n");
  assert_holds(text, "8087 18 18 18 18 18 # 2021K4\n8088 19 ");
}

static void test_swedish_ticks(void **state) {
  (void)state;
  static const double value[] = {1000000, 0, 512345};
  add("Allt", (prg_period){PRG_SCHOOL_YEAR, 2019}, value, 3, 0, 0, 0);
  const char *text = write_script();
  assert_holds(text, "'1\u00A0000\u00A0000' 1000000");
  assert_holds(text, "('2019/20' 2019, '2020/21' 2020, '2021/22' 2021)");
}

static void test_an_axis_that_does_not_begin_at_0_says_so(void **state) {
  (void)state;
  static const double value[] = {1000000, 1012345, 1008000};
  add("Folkmängd", (prg_period){PRG_YEAR, 2019}, value, 3, 0, 0, 0);
  assert_holds(write_script(), "Skalan börjar inte vid 0'");
  take(fixture_grund);
  assert_null(strstr(write_script(), "Skalan börjar"));
}

static void place(prg_fan *fan) {
  assert_int_equal(
      (type == 0 ? prg_fan_init : prg_bars_init)(fan, forecast, n_series, &options, &error),
      PRG_OK);
}

/* Every text of a chart stands within the picture and on no other one. */
static void assert_tidy_as_it_is(const char *what) {
  prg_fan fan;
  place(&fan);
  assert_canvas_tidy_of(&fan.canvas, what);
  assert_true(fan.axes.left < fan.axes.right && fan.axes.top < fan.axes.bottom);
  assert_in_range(fan.axes.n_y_tick, 2, 14);
  assert_true(fan.axes.n_x_tick >= 1);
  prg_fan_clear(&fan);
}

/* In every size, with and without a table. */
static void assert_tidy(const char *what) {
  prg_chart_options as_given = options;
  for (const prg_chart_size *size = prg_chart_sizes; size->name != NULL; size++)
    for (int with_table = 0; with_table < 2; with_table++) {
      char text[200];
      snprintf(text, sizeof text, "%s, %s%s", what, size->name, with_table ? ", table" : "");
      assert_true(prg_chart_size_set(&options, size->name));
      options.with_table = with_table != 0;
      assert_tidy_as_it_is(text);
    }
  options = as_given;
}

static void monthly(double value[60]) {
  for (int t = 0; t < 60; t++)
    value[t] = round(1200 + 8 * t + 220 * sin(t * 0.5236) + 37 * ((t * 7919) % 5));
}

static void test_labels_never_collide(void **state) {
  (void)state;
  static const double rough[5][6] = {{168, 183, 198, 214, 240, 249},
                                     {96, 112, 126, 131, 129, 126},
                                     {210, 205, 190, 196, 180, 172},
                                     {60, 64, 58, 66, 71, 75},
                                     {140, 150, NAN, 165, 171, 160}};
  static const char *const name[] = {"Grundsärskola", "Förskolan Björkhagens avdelning för yngre",
                                     "Särskoleverksamhetsutvecklingsplaneringsgrupp",
                                     "Träningsskola", "Å & \"Ö\" {x}_y^z"};
  options.capacity = 175;
  options.source = "En källa med ett namn som är så långt att det måste brytas till mer än en rad "
                   "i bildens fot, och gärna det";
  for (size_t i = 0; i < 5; i++) {
    add(name[i], (prg_period){PRG_YEAR, 2017}, rough[i], 6, 10 - i, rough[i][5], rough[i][4]);
    assert_tidy(name[i]);
    options.width = 1296; /* 1.2 times the height */
    assert_tidy("a narrow picture");
    options.width = 3240;
    assert_tidy("a wide picture");
    options.width = 1920;
  }
}

static void test_places_that_step(void **state) {
  (void)state;
  prg_places places;
  assert_int_equal(prg_places_parse(&places, "2019:251,2024:+23,2026:340", &error), PRG_OK);
  options.places = &places;
  options.capacity = 175; /* not looked at */
  take(fixture_grund);
  const char *text = write_script();
  assert_holds(text, "$places << END\n2018.5 251\n2023.5 274\n2025.5 340\n"
                     "2027.5 340\nEND\n");
  assert_holds(text, "'Kapacitet 251'");
  assert_holds(text, "år\u00A02023 troligen över");
  assert_tidy("places that step");
  prg_fan fan;
  assert_int_equal(prg_fan_init(&fan, forecast, 1, &options, &error), PRG_OK);
  assert_int_equal(fan.n_ring, 1);
  assert_close(fan.ring[0].x, prg_axes_x(&fan.axes, 2023), 1e-9);
  assert_close(fan.ring[0].y, prg_axes_y(&fan.axes, 259.415), 1e-9);
  prg_fan_clear(&fan);
  take(fixture_gymnasie);
  assert_tidy("places of two series");
  prg_places_clear(&places);
}

static void test_odd_series_are_drawn(void **state) {
  (void)state;
  double month[60];
  static const double one[] = {1070}, zero[] = {0, 0, 0}, negative[] = {-3.25, 1.5, NAN, -4.125};
  static const double tiny[] = {0.000123, 0.000246}, wide[] = {0, 1000000};
  monthly(month);
  add("Besök", (prg_period){PRG_MONTH, 12 * 2018}, month, 60, 12, 1500, 1700);
  assert_tidy("60 months");
  tear_down(NULL), set_up(NULL);
  add("KAA", (prg_period){PRG_YEAR, 2022}, one, 1, 0, 0, 0);
  assert_tidy("one point");
  tear_down(NULL), set_up(NULL);
  add("Inga", (prg_period){PRG_YEAR, 2022}, zero, 3, 3, 0, 0);
  assert_tidy("zeros");
  tear_down(NULL), set_up(NULL);
  add("Minus", (prg_period){PRG_HALF_YEAR, 4044}, negative, 4, 4, -2, 3);
  assert_tidy("negative values");
  tear_down(NULL), set_up(NULL);
  add("Små", (prg_period){PRG_INDEX, 1}, tiny, 2, 2, 0.0003, 0.0004);
  assert_tidy("tiny values");
  tear_down(NULL), set_up(NULL);
  add("Stora", (prg_period){PRG_WEEK, 2700}, wide, 2, 52, 900000, 1000000);
  assert_tidy("0 and a million, in weeks");
  tear_down(NULL), set_up(NULL);
  add("Dagar", (prg_period){PRG_DAY, 19000}, month, 60, 30, 1500, 1600);
  assert_tidy("days");
}

static void test_title_of_several(void **state) {
  (void)state;
  take(fixture_grund);
  take(fixture_gymnasie);
  prg_buffer title;
  prg_buffer_init(&title);
  prg_chart_title(forecast, 2, &options, &title);
  assert_string_equal(
      prg_buffer_string(&title),
      "Grundsärskola: omkring\u00A0308, Gymnasiesärskola: omkring\u00A0139 år\u00A02027");
  take(fixture_grund);
  prg_buffer_clear(&title);
  prg_chart_title(forecast, 3, &options, &title);
  assert_string_equal(prg_buffer_string(&title), "3 serier med prognos till och med år\u00A02027");
  prg_buffer_clear(&title);
  options.title = "Egen\nrubrik";
  prg_chart_title(forecast, 3, &options, &title);
  assert_string_equal(prg_buffer_string(&title), "Egen rubrik");
  prg_buffer_free(&title);
}

static void refuses(prg_status status, prg_text text) {
  assert_int_equal(draw(), status);
  assert_int_equal(error.message.text, text);
  assert_int_equal(drawing.script.length, 0);
}

static void test_refusals(void **state) {
  (void)state;
  static const double none[] = {NAN, NAN}, huge[] = {1, 1e16}, some[] = {2.385, 1.071};
  refuses(PRG_EUSAGE, PRG_TEXT_CHART_NO_SERIES);
  add("Tom", (prg_period){PRG_YEAR, 2017}, none, 2, 0, 0, 0);
  refuses(PRG_EINPUT, PRG_TEXT_CHART_NO_FIGURES);
  tear_down(NULL), set_up(NULL);
  add("Stor", (prg_period){PRG_YEAR, 2017}, huge, 2, 0, 0, 0);
  refuses(PRG_EINPUT, PRG_TEXT_CHART_TOO_LARGE);
  tear_down(NULL), set_up(NULL);
  add("Nu", (prg_period){PRG_INDEX, 1}, some, 2, 0, 0, 0);
  add("Långt bort", (prg_period){PRG_INDEX, 2000000000}, some, 2, 0, 0, 0);
  refuses(PRG_EINPUT, PRG_TEXT_CHART_TOO_LARGE);
  tear_down(NULL), set_up(NULL);
  add("År", (prg_period){PRG_YEAR, 2017}, some, 2, 0, 0, 0);
  add("Kvartal", (prg_period){PRG_QUARTER, 8068}, some, 2, 0, 0, 0);
  refuses(PRG_EUSAGE, PRG_TEXT_CHART_MIXED_FREQUENCY);
  options.height = 1601;
  refuses(PRG_EUSAGE, PRG_TEXT_CHART_SIZE);
  options.height = 0;
  refuses(PRG_EUSAGE, PRG_TEXT_CHART_SIZE);
  n_series = 6; /* never looked at */
  assert_int_equal(draw(), PRG_EUSAGE);
  n_series = 2;
}

/* Bars begin at 0, also where a line would not; intervals are bands about their ends. */
static void test_bars(void **state) {
  (void)state;
  type = 1;
  assert_string_equal(prg_chart_types[type]->name, "bars");
  static const double value[] = {1000000, 1012345, NAN, 1008000};
  add("Folkmängd", (prg_period){PRG_YEAR, 2019}, value, 4, 2, 1009000, 1010500);
  const char *text = write_script();
  assert_holds(text, "\nset yrange [0:");
  assert_null(strstr(text, "Skalan"));
  assert_holds(text, "$outcome_1 << END\n2019 1000000\n2020 1012345\n2021 NaN\n2022 1008000\nEND");
  assert_holds(text, "$outcome_1 using ($1 + 0):2:($1 + -0.34):($1 + 0.34):(0):2 with boxxyerror");
  assert_holds(text, ":5:6 with boxxyerror fillcolor rgb band(colour[1], band_95)");
  assert_holds(text, "set label '..' at");
  assert_holds(text, "'Data t.o.m. 2022 · .. uppgift saknas'");
  assert_holds(prg_buffer_string(&drawing.description), "Stapeldiagram. Folkmängd: från 1");
  prg_fan fan;
  place(&fan);
  prg_box box = prg_bars_box(&fan, 0, 2020, 1012345);
  assert_close(box.bottom, fan.axes.bottom, 1e-9);
  assert_close(box.top, prg_axes_y(&fan.axes, 1012345), 1e-9);
  assert_close(box.right - box.left, 0.68 * (fan.axes.right - fan.axes.left) / 6, 1e-9);
  prg_fan_clear(&fan);
}

static void test_bars_go_down(void **state) {
  (void)state;
  type = 1;
  static const double value[] = {-3.25, 1.5, 0, -4.125};
  add("Minus", (prg_period){PRG_YEAR, 2019}, value, 4, 0, 0, 0);
  write_script();
  prg_fan fan;
  place(&fan);
  prg_box box = prg_bars_box(&fan, 0, 2019, -3.25);
  assert_close(box.top, prg_axes_y(&fan.axes, 0), 1e-9);
  assert_close(box.bottom, prg_axes_y(&fan.axes, -3.25), 1e-9);
  size_t below = 0; /* the labels of the two negative values */
  for (size_t i = 0; i < fan.canvas.n_label; i++)
    below += fan.canvas.label[i].ink == PRG_INK_SERIES &&
             fan.canvas.label[i].face == PRG_FACE_TEXT &&
             fan.canvas.label[i].y > prg_axes_y(&fan.axes, -3);
  assert_int_equal(below, 2);
  prg_fan_clear(&fan);
}

static void test_bars_side_by_side(void **state) {
  (void)state;
  type = 1;
  static const double rough[3][6] = {
      {168, 183, 198, 214, 240, 249}, {96, 112, 126, 131, NAN, 126}, {0, 0, 0, 1000000, 5, 100000}};
  static const char *const name[] = {"Grundsärskola", "Förskolan Björkhagens avdelning för yngre",
                                     "Å & \"Ö\" {x}_y^z"};
  for (size_t i = 0; i < 3; i++) {
    add(name[i], (prg_period){PRG_YEAR, 2017}, rough[i], 6, 10 - i, rough[i][5], rough[i][0]);
    assert_tidy(name[i]);
  }
  prg_fan fan;
  place(&fan);
  for (size_t i = 1; i < 3; i++)
    assert_true(prg_bars_box(&fan, i - 1, 2020, 7).right < prg_bars_box(&fan, i, 2020, 7).left);
  assert_true(prg_bars_box(&fan, 2, 2020, 7).right < prg_bars_box(&fan, 0, 2021, 7).left);
  prg_fan_clear(&fan);
  assert_int_equal(count_of(write_script(), "with impulses"), 2 * (1 + 2)); /* stripes */
  take(fixture_grund);
  assert_int_equal(draw(), PRG_EUSAGE);
}

static void test_room_again(void **state) {
  (void)state;
  prg_places places;
  assert_int_equal(prg_places_parse(&places, "251,2026:340", &error), PRG_OK);
  options.places = &places;
  take(fixture_grund);
  assert_int_equal(draw(), PRG_OK);
  assert_holds(prg_buffer_string(&drawing.title),
               "; år 2023 troligen över 251, plats igen från år 2026");
  assert_holds(prg_buffer_string(&drawing.description), "Från år 2026 räcker kapaciteten igen.");
  options.language = PRG_ENGLISH;
  assert_int_equal(draw(), PRG_OK);
  assert_holds(prg_buffer_string(&drawing.title), " 251 in 2023, room again in 2026");
  options.language = PRG_SWEDISH;
  prg_places_clear(&places);
  assert_int_equal(prg_places_parse(&places, "212,2024:340", &error), PRG_OK);
  assert_int_equal(draw(), PRG_OK); /* over it already */
  assert_holds(prg_buffer_string(&drawing.title), "2027; plats igen från år 2024");
  prg_places_clear(&places);
  assert_int_equal(prg_places_parse(&places, "251,2025:300", &error), PRG_OK);
  assert_int_equal(draw(), PRG_OK); /* and over it in the end */
  assert_null(strstr(prg_buffer_string(&drawing.title), "plats igen"));
  prg_places_clear(&places);
}

/* A line and a label for each event of a series of the chart; what was said of it is text. */
static void test_events(void **state) {
  (void)state;
  prg_event item[] = {
      {.kind = PRG_EVENT_RENAME, .period = {PRG_DAY, 19540}, .note = "ny `lag` 'x'"}, /* 2023 */
      {.kind = PRG_EVENT_LEVEL, .period = {PRG_YEAR, 2020}, .series = "Grundsärskola"},
      {.kind = PRG_EVENT_OUTLIER, .period = {PRG_YEAR, 2019}, .note = "dubbelräknat"},
      {.kind = PRG_EVENT_METHOD, .period = {PRG_YEAR, 2020}, .series = "Gymnasiesärskola"},
      {.kind = PRG_EVENT_METHOD, .period = {PRG_YEAR, 2001}},
  };
  prg_event_list events = {.item = item, .n = sizeof item / sizeof *item};
  take(fixture_grund);
  options.events = &events;
  const char *text = write_script();
  assert_int_equal(count_of(text, "dashtype (8,5)"), 3);
  assert_holds(text, "set label 'ny `lag` ''x''' at");
  assert_holds(text, "set label 'nivåbrott' at");
  assert_holds(text, "set label 'dubbelräknat' at");
  prg_fan fan;
  assert_int_equal(prg_fan_init(&fan, forecast, n_series, &options, &error), PRG_OK);
  assert_int_equal(fan.n_event, 3);
  assert_close(fan.event[0], 2022.5, 0);
  assert_close(fan.event[1], 2019.5, 0);
  assert_close(fan.event[2], 2019, 0);
  prg_fan_clear(&fan);
}

static char folder[64];

/* Draws the chart and returns the SVG. */
static void draw_svg(prg_buffer *svg) {
  char script_path[128], picture_path[128];
  prg_render_options render_options;
  prg_render_options_init(&render_options);
  snprintf(script_path, sizeof script_path, "%s/a.gp", folder);
  snprintf(picture_path, sizeof picture_path, "%s/a.svg", folder);
  fixture_write(script_path, write_script());
  prg_status status =
      prg_render(script_path, picture_path, PRG_PICTURE_SVG, &render_options, &error);
  if (status != PRG_OK) {
    prg_buffer why;
    prg_buffer_init(&why);
    prg_error_write(&error, PRG_ENGLISH, &why);
    fail_msg("%s", prg_buffer_string(&why));
  }
  prg_buffer_init(svg);
  fixture_read(picture_path, svg);
}

/* Whatever a text holds, it is shown and does nothing: no command has made the canary. */
static void test_hostile_texts_run_nothing(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  fixture_folder(folder);
  char canary[128], title[600];
  snprintf(canary, sizeof canary, "%s/canary", folder);
  snprintf(
      title, sizeof title,
      "a_b & \"c\" \\ %% $(touch %s) `touch %s` @d ^e {f} ~g #h åäö ' . system('touch %s') . '",
      canary, canary, canary);
  static const double value[] = {168, 183, 249};
  add(title, (prg_period){PRG_YEAR, 2017}, value, 3, 2, 255, 270);
  const char *const lines[] = {title,
                               "`touch canary`\n!touch canary\nsystem('touch canary')\n'\\",
                               "|touch canary",
                               "@title {",
                               "' . system('touch canary') . '",
                               "} \\",
                               "\xff\xfe\x01"};
  for (size_t k = 0; k < sizeof lines / sizeof lines[0]; k++) {
    options.title = lines[k];
    options.subtitle = options.unit = options.source = options.today = lines[k];
    options.capacity_label = options.command = options.version = options.input_hash = lines[k];
    options.capacity = 200;
    prg_buffer svg;
    draw_svg(&svg);
    assert_holds(prg_buffer_string(&svg), "</svg>");
    prg_buffer_free(&svg);
    assert_int_equal(access(canary, F_OK), -1);
    assert_int_equal(access("canary", F_OK), -1);
  }
  static const char *const file[] = {"a.gp", "a.svg", NULL};
  fixture_remove_folder(folder, file);
}

static void test_hostile_title_is_shown_as_it_is(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  fixture_folder(folder);
  take(fixture_grund);
  options.title = "_ & \" ' \\ % $(x) `y` @z ^{} ~# åäö";
  options.source = "`u` 'v' \\";
  prg_buffer svg;
  draw_svg(&svg);
  assert_holds(prg_buffer_string(&svg), "<text>_ &amp; \" ' \\ % $(x) `y` @z ^{} ~# åäö</text>");
  assert_holds(prg_buffer_string(&svg), "<text>Källa: `u` 'v' \\ · Data t.o.m. 2022</text>");
  prg_buffer_free(&svg);
  static const char *const file[] = {"a.gp", "a.svg", NULL};
  fixture_remove_folder(folder, file);
}

/* The kept script needs nobody: it draws beside itself, from any folder. */
static void test_kept_script_draws_itself(void **state) {
  (void)state;
  if (!fixture_has_gnuplot())
    skip();
  fixture_folder(folder);
  take(fixture_grund);
  char path[128], command[400];
  snprintf(path, sizeof path, "%s/a.gp", folder);
  fixture_write(path, write_script());
  snprintf(
      command, sizeof command,
      "cd / && gnuplot %s 2>/dev/null && cd %s && gnuplot -e \"format='png'\" a.gp 2>/dev/null",
      path, folder);
  assert_int_equal(system(command), 0);
  prg_buffer picture;
  prg_buffer_init(&picture);
  snprintf(path, sizeof path, "%s/a.svg", folder);
  fixture_read(path, &picture);
  assert_holds(prg_buffer_string(&picture), "viewBox=\"0 0 1920 1080\"");
  snprintf(path, sizeof path, "%s/a.png", folder);
  prg_buffer_clear(&picture);
  fixture_read(path, &picture);
  assert_memory_equal(picture.data, "\x89PNG", 4);
  assert_memory_equal(picture.data + 16, "\0\0\x07\x80\0\0\x04\x38", 8); /* 1920 × 1080 */
  prg_buffer_free(&picture);
  static const char *const file[] = {"a.gp", "a.svg", "a.png", NULL};
  fixture_remove_folder(folder, file);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static size_t count_values(const char *text, bool upright) {
  size_t n = 0;
  for (const char *at = text; (at = strstr(at, "\nset label '")) != NULL; at++) {
    const char *end = strchr(at + 1, '\n');
    const char *turned = strstr(at, " rotate by 90 ");
    bool is_upright = turned != NULL && end != NULL && turned < end;
    size_t digits = strspn(at + 12, "0123456789");
    n += digits > 0 && at[12 + digits] == '\'' && is_upright == upright;
  }
  return n;
}

/* All 22 of them, on a slide beside each other and where that is too narrow upright. */
static void test_bars_side_by_side_have_their_values(void **state) {
  (void)state;
  type = 1;
  take(fixture_grund);
  take(fixture_gymnasie);
  assert_int_equal(count_values(write_script(), false), 22);
  assert_true(prg_chart_size_set(&options, "web"));
  const char *text = write_script();
  assert_int_equal(count_values(text, true), 22);
  assert_int_equal(count_values(text, false), 0);
  assert_draws(&drawing.script, PRG_PICTURE_EMF);
  take(fixture_grund); /* of three series even upright ones have no room */
  text = write_script();
  assert_int_equal(count_values(text, true), 0);
  assert_true(count_values(text, false) > 0);
}

/* Of years that do not all fit, the last one has a column, and the last outcome if it can. */
static void test_last_column_of_a_table(void **state) {
  (void)state;
  double value[48];
  for (int t = 0; t < 48; t++)
    value[t] = 12000 + 60 * t;
  options.with_table = true;
  for (size_t horizon = 1; horizon <= 9; horizon++) {
    tear_down(NULL);
    n_series = 0;
    add("Invånare", (prg_period){PRG_YEAR, 1975}, value, 48, horizon, 15000, 15500);
    prg_fan fan;
    assert_int_equal(prg_fan_init(&fan, forecast, 1, &options, &error), PRG_OK);
    const prg_tick *tick = fan.axes.x_tick;
    size_t n = fan.axes.n_x_tick;
    assert_true(n > 4 && n < 48);
    assert_close(tick[n - 1].at, 2022 + (double)horizon, 0);
    assert_true(prg_axes_x(&fan.axes, tick[n - 1].at) - prg_axes_x(&fan.axes, tick[n - 2].at) >=
                prg_text_width("15 000", PRG_TEXT_SIZE, false) + 8);
    if (horizon >= 6)
      assert_true(tick[n - 2].at == 2022 || tick[n - 3].at == 2022);
    prg_fan_clear(&fan);
    assert_tidy_as_it_is("a long table");
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_script_of_one_series),
      TEST(test_bars),
      TEST(test_bars_go_down),
      TEST(test_bars_side_by_side),
      TEST(test_room_again),
      TEST(test_events),
      TEST(test_script_in_english_with_capacity),
      TEST(test_outlook_begins_after_five_years),
      TEST(test_gap_breaks_the_line),
      TEST(test_swedish_ticks),
      TEST(test_an_axis_that_does_not_begin_at_0_says_so),
      TEST(test_labels_never_collide),
      TEST(test_places_that_step),
      TEST(test_odd_series_are_drawn),
      TEST(test_title_of_several),
      TEST(test_last_column_of_a_table),
      TEST(test_bars_side_by_side_have_their_values),
      TEST(test_refusals),
      TEST(test_hostile_texts_run_nothing),
      TEST(test_hostile_title_is_shown_as_it_is),
      TEST(test_kept_script_draws_itself),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
