#include "ledger_fixture.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "evaluate/ledger/ledger_parts.h"

static const prg_ledger_filter everything;

/* --- ids --- */

static void test_ids(void **state) {
  (void)state;
  char text[PRG_LEDGER_ID_BYTES];
  long long id;
  assert_true(prg_ledger_id_parse("12-3", &id));
  assert_int_equal(id, 12 * 16777216LL + 3);
  assert_string_equal(prg_ledger_id_print(id, text), "12-3");
  static const char *const wrong[] = {"",
                                      "12",
                                      "12-",
                                      "-3",
                                      "0-3",
                                      "1-0",
                                      "1-x",
                                      "1-16777216",
                                      "a-1",
                                      "1--1",
                                      "1-1 ",
                                      "1.5-2",
                                      "999999999999999-1",
                                      "12-3-4"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
    assert_false(prg_ledger_id_parse(wrong[i], &id));
}

/* --- recording and reading --- */

/* What a walk met. */
typedef struct met {
  size_t n;
  long long id[16];
  char model[16][16];
  prg_ledger_forecast last; /* without what it borrows */
  double quantile[3][25], probability[25];
  size_t horizon, n_probability;
  char text[4][64];
  prg_ledger_outcome outcome[8];
  size_t n_outcome;
} met;

static prg_status remember(void *data, const prg_ledger_forecast *forecast, prg_error *error) {
  met *m = data;
  const prg_distribution *distribution = &forecast->forecast.distribution;
  (void)error;
  m->id[m->n] = forecast->id;
  snprintf(m->model[m->n++], sizeof m->model[0], "%s", forecast->model);
  m->last = *forecast;
  m->horizon = distribution->horizon;
  m->n_probability = distribution->n_probability;
  for (size_t h = 0; h < m->horizon && h < 3 && m->n_probability == 25; h++)
    memcpy(m->quantile[h], distribution->quantile + 25 * h, sizeof m->quantile[h]);
  memcpy(m->probability, distribution->probability, m->n_probability * sizeof(double));
  const char *text[] = {forecast->series->name, forecast->options, forecast->label,
                        forecast->series->unit};
  for (size_t i = 0; i < 4; i++)
    snprintf(m->text[i], sizeof m->text[i], "%s", text[i]);
  m->n_outcome = forecast->series->n_outcome;
  for (size_t i = 0; i < m->n_outcome; i++)
    m->outcome[i] = forecast->series->outcome[i];
  return PRG_OK;
}

static met walk_of(prg_ledger *ledger, const prg_ledger_filter *filter) {
  met m = {0};
  assert_int_equal(prg_ledger_each(ledger, filter, remember, &m, NULL), PRG_OK);
  return m;
}

static void test_reads_back_what_was_recorded(void **state) {
  (void)state;
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series series = yearly("Grundsärskola", 2017, ledger_known, 4);
  series.kind = PRG_KIND_PEOPLE;
  static const double point[] = {229.28, 244.2503602, 259.3};
  prg_forecast forecast = forecast_of(&series, "pooled", point, 3, 11.37);
  prg_distribution_clamp_below(&forecast.distribution, 0);
  const prg_ledger_making making = {.options = "--model=pooled\n--kind=people\n",
                                    .version = "1.2",
                                    .label = "Lokalförsörjningsplan '21; DROP TABLE forecast",
                                    .unit = "elever",
                                    .input = UINT64_C(0xfedcba9876543210),
                                    .made = day("2021-03-15")};
  bool is_new;
  assert_int_equal(prg_ledger_record(ledger, &forecast, &making, &is_new, NULL), PRG_OK);
  assert_true(is_new);
  prg_ledger_close(ledger);
  ledger = open_ledger(PRG_LEDGER_READ);
  met m = walk_of(ledger, &everything);
  assert_int_equal(m.n, 1);
  assert_int_equal(m.horizon, 3);
  assert_int_equal(m.n_probability, 25);
  assert_memory_equal(m.quantile, forecast.distribution.quantile, 3 * 25 * sizeof(double));
  assert_memory_equal(m.probability, prg_standard_probability, 25 * sizeof(double));
  assert_string_equal(m.text[0], "Grundsärskola");
  assert_string_equal(m.text[1], making.options);
  assert_string_equal(m.text[2], making.label);
  assert_string_equal(m.text[3], "elever");
  assert_true(m.last.input == making.input);
  assert_int_equal(m.last.made.ordinal, making.made.ordinal);
  assert_int_equal(m.last.forecast.origin.frequency, PRG_YEAR);
  assert_int_equal(m.last.forecast.origin.ordinal, 2020);
  assert_true(m.last.last == 214);
  assert_digits(m.last.scale.absolute, (15 + 15 + 16) / 3.0, 14);
  assert_true(m.last.forecast.distribution.lower == 0);
  assert_true(isinf(m.last.forecast.distribution.upper));
  assert_int_equal(m.n_outcome, 0);
  prg_ledger_close(ledger);
  prg_forecast_clear(&forecast);
  prg_series_clear(&series);
}

static const double one_point[] = {231.5};

static void test_the_same_forecast_is_kept_once(void **state) {
  (void)state;
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series series = yearly("A", 2017, ledger_known, 4),
             shorter = yearly("A", 2017, ledger_known, 3);
  const plan p = {"pooled", "Plan 2021", "2021-03-15", one_point, 1, 7.3};
  plan other = p;
  assert_true(record_plan(ledger, &series, &p));
  other.made = "2021-03-16"; /* the next night: nothing is new */
  assert_false(record_plan(ledger, &series, &other));
  other.label = "Plan 2022";
  assert_true(record_plan(ledger, &series, &other));
  other.model = "damped";
  assert_true(record_plan(ledger, &series, &other));
  assert_true(record_plan(ledger, &shorter, &p)); /* another origin */
  other = p;
  other.spread = 0; /* another grid */
  assert_true(record_plan(ledger, &series, &other));
  assert_int_equal(walk_of(ledger, &everything).n, 5);
  prg_ledger_close(ledger);
  prg_series_clear(&series);
  prg_series_clear(&shorter);
}

static void test_outcomes_come_and_are_revised(void **state) {
  (void)state;
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series known = yearly("A", 2017, ledger_known, 4), later = yearly("A", 2017, ledger_later, 7);
  prg_series other = yearly("B", 2017, ledger_later, 7);
  static const double point[] = {229, 244};
  prg_ledger_news news = see(ledger, &later, "2023-01-10"); /* nothing was forecast yet */
  assert_int_equal(news.first + news.revised, 0);
  record_plan(ledger, &known, &(plan){"pooled", "", "2021-01-10", point, 2, 5});
  later.value[6] = NAN;
  assert_int_equal(prg_series_set_exposure(&later, 5, .5, NULL), PRG_OK);
  news = see(ledger, &later, "2022-01-11"); /* 2021; half of 2022; not 2017–2020 */
  assert_int_equal(news.first, 1);
  assert_int_equal(news.revised, 0);
  later.value[4] = 241.5;
  later.exposure[5] = 1;
  news = see(ledger, &later, "2023-01-12"); /* 2023 was not forecast */
  assert_int_equal(news.first, 1);
  assert_int_equal(news.revised, 1);
  news = see(ledger, &later, "2023-01-13");
  assert_int_equal(news.first + news.revised, 0);
  assert_int_equal(see(ledger, &other, "2023-01-13").first, 0);
  met m = walk_of(ledger, &everything);
  assert_int_equal(m.n_outcome, 2);
  assert_int_equal(m.outcome[0].ordinal, 2021);
  assert_true(m.outcome[0].first == 240 && m.outcome[0].latest == 241.5);
  assert_int_equal(m.outcome[0].first_seen.ordinal, day("2022-01-11").ordinal);
  assert_int_equal(m.outcome[0].latest_seen.ordinal, day("2023-01-12").ordinal);
  assert_int_equal(m.outcome[0].n_revision, 1);
  assert_true(m.outcome[1].first == 249 && m.outcome[1].n_revision == 0);
  prg_ledger_close(ledger);
  prg_series_clear(&known);
  prg_series_clear(&later);
  prg_series_clear(&other);
}

/* Three forecasts of A, one of B. */
static prg_ledger *fill(void) {
  static const double point[] = {229, 244, 259};
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series known = yearly("A", 2017, ledger_known, 4), later = yearly("A", 2017, ledger_later, 6);
  prg_series other = yearly("B", 2017, ledger_known, 4);
  record_plan(ledger, &later, &(plan){"damped", "Plan 2023", "2023-01-10", point, 3, 5});
  record_plan(ledger, &known, &(plan){"pooled", "Plan 2021", "2021-01-10", point, 2, 5});
  record_plan(ledger, &known, &(plan){"plan", "Andras", "2021-01-10", point, 3, 0});
  record_plan(ledger, &other, &(plan){"pooled", "Plan 2021", "2021-01-10", point, 2, 5});
  see(ledger, &later, "2023-01-10");
  prg_series_clear(&known);
  prg_series_clear(&later);
  prg_series_clear(&other);
  return ledger;
}

static size_t count_matching(prg_ledger *ledger, const prg_ledger_filter *filter);

typedef struct counting {
  const prg_ledger_filter *filter;
  size_t n;
} counting;

static prg_status count_match(void *data, const prg_ledger_forecast *forecast, prg_error *error) {
  counting *c = data;
  (void)error;
  c->n += prg_ledger_matches(c->filter, forecast);
  return PRG_OK;
}

static size_t count_matching(prg_ledger *ledger, const prg_ledger_filter *filter) {
  counting c = {.filter = filter};
  assert_int_equal(prg_ledger_each(ledger, filter, count_match, &c, NULL), PRG_OK);
  return c.n;
}

static void test_filters(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  static const char *const b[] = {"B"}, *const both[] = {"B", "A"}, *const none[] = {"C"};
  const prg_period y2021 = {PRG_YEAR, 2021}, y2020 = {PRG_YEAR, 2020};
  const prg_period autumn = {PRG_TERM, 2 * 2021 + 1};
  assert_int_equal(count_matching(ledger, &everything), 4);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.series = b, .n_series = 1}), 1);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.series = both, .n_series = 2}), 4);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.series = none, .n_series = 1}), 0);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.model = "pooled"}), 2);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.label = "Andras"}), 1);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.has_from = true, .from = y2021}),
                   1);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.has_to = true, .to = y2020}), 3);
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.has_from = true, .from = autumn}),
                   1);
  long long id;
  assert_true(prg_ledger_id_parse("1-2", &id));
  assert_int_equal(count_matching(ledger, &(prg_ledger_filter){.id = id}), 1);
  prg_ledger_close(ledger);
}

static prg_status refuse(void *data, const prg_ledger_forecast *forecast, prg_error *error) {
  (void)forecast;
  ++*(size_t *)data;
  return prg_fail(error, PRG_TEXT_LEDGER_NO_FORECAST, PRG_ARGS(prg_string("x")));
}

static void test_a_walk_ends_when_told(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  prg_error error;
  size_t n = 0;
  assert_int_equal(prg_ledger_each(ledger, &everything, refuse, &n, &error), PRG_EREFUSED);
  assert_int_equal(n, 1);
  assert_int_equal(prg_ledger_begin(ledger, &error), PRG_OK); /* nothing is left open */
  prg_ledger_close(ledger);
}

static void test_a_clock_set_back(void **state) {
  (void)state;
  static const double point[] = {229, 244, 259};
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  prg_series old = yearly("A", 2017, ledger_known, 4), new = yearly("A", 2017, ledger_later, 5);
  prg_period last;
  prg_ledger_vintages v;
  assert_true(record_plan(ledger, &old, &(plan){"pooled", "", "2021-03-01", point, 3, 5}));
  assert_false(prg_ledger_last_day(ledger, &last));
  assert_true(record_plan(ledger, &new, &(plan){"pooled", "", "1970-01-01", point, 3, 5}));
  assert_true(prg_ledger_last_day(ledger, &last));
  assert_int_equal(last.ordinal, day("2021-03-01").ordinal);
  assert_false(record_plan(ledger, &new, &(plan){"pooled", "", "1969-12-31", point, 3, 5}));
  assert_int_equal(see(ledger, &new, "1970-01-01").first, 1);
  assert_int_equal(see(ledger, &new, "1969-12-31").first, 0); /* it is there already */
  assert_int_equal(prg_ledger_vintages_read(ledger, "A", &everything, &v, NULL), PRG_OK);
  assert_int_equal(v.n, 2);
  assert_int_equal(v.forecast[0].origin.ordinal, 2020);
  assert_int_equal(v.forecast[1].origin.ordinal, 2021); /* the newest, whatever the clock said */
  prg_ledger_vintages_clear(&v);
  assert_true(record_plan(ledger, &old, &(plan){"plan", "", "2019-05-01", point, 3, 0}));
  assert_int_equal(prg_ledger_vintages_read(ledger, "A", &everything, &v, NULL), PRG_OK);
  assert_string_equal(v.forecast[0].model, "plan"); /* an old plan, entered afterwards */
  prg_ledger_vintages_clear(&v);
  prg_series_clear(&old);
  prg_series_clear(&new);
  prg_ledger_close(ledger);
}

static void test_vintages(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  prg_ledger_vintages v;
  prg_error error;
  assert_int_equal(prg_ledger_vintages_read(ledger, "A", &everything, &v, &error), PRG_OK);
  assert_int_equal(v.n, 3);
  assert_string_equal(v.forecast[0].model, "pooled"); /* recorded after, made before */
  assert_string_equal(v.about[1].label, "Andras");
  assert_string_equal(v.forecast[2].model, "damped");
  assert_int_equal(v.forecast[2].origin.ordinal, 2022);
  assert_true(prg_forecast_point(&v.forecast[2], 3) == 259);
  assert_ptr_equal(v.forecast[1].series, &v.outcome);
  assert_int_equal(v.outcome.start.ordinal, 2020); /* the first origin */
  assert_int_equal(v.outcome.n, 3);
  assert_true(v.outcome.value[0] == 214 && v.outcome.value[1] == 240 && v.outcome.value[2] == 249);
  prg_ledger_vintages_clear(&v);
  prg_ledger_vintages_clear(NULL);
  const prg_ledger_filter pooled = {.model = "pooled"};
  assert_int_equal(prg_ledger_vintages_read(ledger, "B", &pooled, &v, &error), PRG_OK);
  assert_int_equal(v.n, 1);
  assert_int_equal(v.outcome.n, 1);
  assert_true(v.outcome.value[0] == 214); /* no outcome has come: what the forecast knew */
  prg_ledger_vintages_clear(&v);
  assert_int_equal(prg_ledger_vintages_read(ledger, "C", &everything, &v, &error), PRG_EREFUSED);
  prg_ledger_vintages_clear(&v);
  prg_ledger_close(ledger);
}

/* --- files that are none, newer, older, full, damaged --- */

static void write_file(const char *name, const char *bytes, size_t n) {
  FILE *file = fopen(in_folder(name), "wb");
  assert_int_equal(fwrite(bytes, 1, n, file), n);
  fclose(file);
}

static void assert_fails(const char *name, prg_ledger_mode mode, prg_text text) {
  prg_ledger *ledger;
  prg_error error;
  assert_int_equal(prg_ledger_open(&ledger, name, mode, &error), prg_text_status(text));
  assert_int_equal(error.message.text, text);
  assert_string_equal(error.file, name);
  assert_null(ledger);
}

static void test_what_is_no_ledger(void **state) {
  (void)state;
  static const char csv[] = "series,period,value\nA,2017,168\n";
  write_file("a.csv", csv, sizeof csv - 1);
  write_file("empty", "", 0);
  assert_fails(in_folder("a.csv"), PRG_LEDGER_READ, PRG_TEXT_LEDGER_NONE);
  assert_fails(in_folder("a.csv"), PRG_LEDGER_WRITE, PRG_TEXT_LEDGER_NONE);
  assert_fails(in_folder("empty"), PRG_LEDGER_READ, PRG_TEXT_LEDGER_NONE);
  assert_fails(in_folder("nowhere"), PRG_LEDGER_READ, PRG_TEXT_LEDGER_MISSING);
  assert_fails(in_folder("nowhere/a"), PRG_LEDGER_WRITE, PRG_TEXT_CANNOT_OPEN);
  assert_fails(in_folder("a.csv/b"), PRG_LEDGER_WRITE, PRG_TEXT_CANNOT_OPEN);
  assert_fails(ledger_folder, PRG_LEDGER_WRITE, PRG_TEXT_CANNOT_OPEN);
  assert_fails("/dev/full", PRG_LEDGER_WRITE, PRG_TEXT_LEDGER_NONE);
  sqlite3 *db; /* somebody else's database */
  assert_int_equal(sqlite3_open(in_folder("other.db"), &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, "CREATE TABLE t (x)", NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(db);
  assert_fails(in_folder("other.db"), PRG_LEDGER_WRITE, PRG_TEXT_LEDGER_NONE);
}

static void run_sql(prg_ledger *ledger, const char *sql) {
  sqlite3_db_config(ledger->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  assert_int_equal(sqlite3_exec(ledger->db, sql, NULL, NULL, NULL), SQLITE_OK);
}

static void test_a_newer_version_is_refused(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  run_sql(ledger, "PRAGMA user_version = 77");
  prg_ledger_close(ledger);
  assert_fails(in_folder("a.ledger"), PRG_LEDGER_WRITE, PRG_TEXT_LEDGER_NEWER);
  assert_fails(in_folder("a.ledger"), PRG_LEDGER_READ, PRG_TEXT_LEDGER_NEWER);
}

static char *read_text(const char *path) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  char *text = calloc(1, 65536);
  assert_in_range(fread(text, 1, 65535, file), 1, 65534);
  fclose(file);
  return text;
}

/* A ledger as version 1 left it, as SQL. */
static void make_version_1(void) {
  char *sql = read_text("tests/reference/ledger_v1.sql");
  sqlite3 *db;
  assert_int_equal(sqlite3_open(in_folder("a.ledger"), &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(db);
  free(sql);
}

static int version_of(const prg_ledger *ledger) {
  sqlite3_stmt *query;
  assert_int_equal(sqlite3_prepare_v2(ledger->db, "PRAGMA user_version", -1, &query, NULL),
                   SQLITE_OK);
  assert_int_equal(sqlite3_step(query), SQLITE_ROW);
  int version = sqlite3_column_int(query, 0);
  sqlite3_finalize(query);
  return version;
}

static void test_version_1_is_read(void **state) {
  (void)state;
  make_version_1();
  prg_ledger *ledger = open_ledger(PRG_LEDGER_READ);
  met m = walk_of(ledger, &everything);
  assert_int_equal(version_of(ledger), (int)ledger_steps_count);
  assert_int_equal(m.n, 2);
  assert_string_equal(m.model[0], "pooled");
  assert_string_equal(m.text[0], "Totalt");
  assert_int_equal(m.n_outcome, 1);
  assert_true(m.outcome[0].first == 61066);
  prg_ledger_close(ledger);
}

static void test_a_later_schema_takes_it_over(void **state) {
  (void)state;
  static const char *const steps[] = {
      NULL, /* not run: the file is there */
      "ALTER TABLE forecast ADD COLUMN note TEXT NOT NULL DEFAULT 'none'",
      "CREATE TABLE later (x); INSERT INTO later SELECT count(*) FROM forecast WHERE note = "
      "'none'"};
  static const char *const wrong[] = {NULL, NULL, NULL,
                                      "CREATE TABLE half (x); CREATE TABLE later (x)"};
  prg_error error;
  make_version_1();
  prg_ledger *ledger = open_ledger(PRG_LEDGER_READ);
  run_sql(ledger, "PRAGMA user_version = 1");
  assert_int_equal(ledger_upgrade(ledger, steps, 3, &error), PRG_OK);
  assert_int_equal(version_of(ledger), 3);
  assert_int_equal(ledger_upgrade(ledger, steps, 3, &error), PRG_OK); /* another was first */
  assert_int_equal(walk_of(ledger, &everything).n, 2);
  run_sql(ledger, "UPDATE later SET x = 1 / (x = 2)"); /* it saw both forecasts */
  assert_int_equal(ledger_upgrade(ledger, wrong, 4, &error), PRG_EINPUT);
  assert_int_equal(version_of(ledger), 3); /* at once or not at all */
  run_sql(ledger, "CREATE TABLE half (x)");
  prg_ledger_close(ledger);
}

static void test_a_full_disk_leaves_what_was_there(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  prg_series series = yearly("C", 2017, ledger_known, 4);
  prg_error error;
  prg_status status = PRG_OK;
  run_sql(ledger, "PRAGMA max_page_count = 1"); /* as many as there are */
  assert_int_equal(prg_ledger_begin(ledger, &error), PRG_OK);
  for (int i = 0; i < 100 && status == PRG_OK; i++) {
    prg_forecast forecast = forecast_of(&series, "pooled", one_point, 1, 3 + i);
    const prg_ledger_making making = {.input = (uint64_t)i, .made = day("2021-01-10")};
    status = prg_ledger_record(ledger, &forecast, &making, NULL, &error);
    prg_forecast_clear(&forecast);
  }
  assert_int_equal(status, PRG_EIO);
  prg_buffer words = {0};
  prg_error_write(&error, PRG_SWEDISH, &words);
  assert_non_null(strstr(prg_buffer_string(&words), "disken är full"));
  prg_buffer_free(&words);
  prg_ledger_close(ledger);
  ledger = open_ledger(PRG_LEDGER_READ);
  assert_int_equal(walk_of(ledger, &everything).n, 4);
  assert_int_equal(prg_ledger_check(ledger, &error), PRG_OK);
  prg_ledger_close(ledger);
  prg_series_clear(&series);
}

/* What no recording writes. */
static void test_damaged_rows_are_told(void **state) {
  (void)state;
  static const char *const harm[] = {
      "UPDATE forecast SET quantile = x'00'",
      "UPDATE forecast SET quantile = x''",
      "UPDATE forecast SET quantile = substr(quantile, 9) || substr(quantile, 1, 8)", /* order */
      "UPDATE forecast SET quantile = substr(quantile, 1, 8) || x'000000000000f87f' || "
      "substr(quantile, 17)", /* NaN among figures */
      "UPDATE forecast SET method = 99 WHERE id = 16777217",
      "UPDATE forecast SET method = -1 WHERE id = 16777217",
      "UPDATE forecast SET made = 1 << 40",
      "UPDATE forecast SET origin = 1 << 40 WHERE id = 16777217",
      "UPDATE grid SET probability = x'0000' WHERE id = 1",
      "UPDATE grid SET probability = x'000000000000f87f' WHERE id = 1",
      "UPDATE grid SET probability = x'000000000000f03f' WHERE id = 1",
      "UPDATE method SET grid = 77",
      "UPDATE method SET id = id + 5",
      "UPDATE series SET frequency = 'fortnight'",
      "UPDATE series SET kind = ''",
      "DELETE FROM series WHERE id = 1",
      "DROP TABLE outcome",
  };
  for (size_t i = 0; i < sizeof harm / sizeof harm[0]; i++) {
    met m = {0};
    prg_error error;
    prg_ledger *ledger = fill();
    run_sql(ledger, "PRAGMA foreign_keys = OFF");
    run_sql(ledger, harm[i]);
    assert_int_equal(prg_ledger_each(ledger, &everything, remember, &m, &error), PRG_EINPUT);
    assert_string_equal(error.file, in_folder("a.ledger"));
    prg_ledger_close(ledger);
    unlink(in_folder("a.ledger"));
  }
}

static void test_a_wide_span_is_told(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  prg_series series = yearly("A", 2017, ledger_known, 4);
  prg_ledger_news news = {0};
  prg_ledger_vintages v;
  prg_error error;
  run_sql(ledger, "UPDATE outcome SET ordinal = ordinal - 2000000");
  assert_int_equal(prg_ledger_vintages_read(ledger, "A", &everything, &v, &error), PRG_EINPUT);
  prg_ledger_vintages_clear(&v);
  run_sql(ledger, "UPDATE series SET first = -2147483648");
  assert_int_equal(prg_ledger_outcomes(ledger, &series, day("2023-01-10"), &news, &error),
                   PRG_EINPUT);
  prg_ledger_close(ledger);
  prg_series_clear(&series);
}

/* Any byte may be another: an error, or what is left to read; never a crash. */
static void test_flipped_bytes_are_survived(void **state) {
  (void)state;
  prg_ledger_close(fill());
  FILE *file = fopen(in_folder("a.ledger"), "rb");
  static char bytes[1 << 20];
  size_t n = fread(bytes, 1, sizeof bytes, file), told = 0, tried = 0;
  fclose(file);
  assert_in_range(n, 8192, sizeof bytes - 1);
  for (size_t at = 3; at < n; at += 149) {
    char kept = bytes[at];
    bytes[at] = (char)~kept;
    write_file("b.ledger", bytes, n);
    bytes[at] = kept;
    prg_ledger *ledger;
    met m = {0};
    prg_error error;
    prg_status status = prg_ledger_open(&ledger, in_folder("b.ledger"), PRG_LEDGER_READ, &error);
    if (status == PRG_OK)
      status = prg_ledger_check(ledger, &error);
    if (status == PRG_OK)
      status = prg_ledger_each(ledger, &everything, remember, &m, &error);
    told += status != PRG_OK;
    tried++;
    prg_ledger_close(ledger);
    unlink(in_folder("b.ledger-wal"));
    unlink(in_folder("b.ledger-shm"));
  }
  assert_in_range(told, 5, tried);
}

static void test_check_and_vacuum(void **state) {
  (void)state;
  prg_ledger *ledger = fill();
  prg_error error;
  assert_int_equal(prg_ledger_check(ledger, &error), PRG_OK);
  assert_int_equal(prg_ledger_vacuum(ledger, &error), PRG_OK);
  assert_int_equal(walk_of(ledger, &everything).n, 4);
  prg_ledger_close(ledger);
}

/* --- several at once --- */

static void write_fifty(int who) {
  prg_ledger *ledger = open_ledger(PRG_LEDGER_WRITE);
  char name[16];
  snprintf(name, sizeof name, "W%d", who);
  prg_series series = yearly(name, 2017, ledger_known, 4);
  for (int i = 0; i < 50; i++) {
    prg_forecast forecast = forecast_of(&series, "pooled", one_point, 1, 3.5);
    const prg_ledger_making making = {.input = (uint64_t)i, .made = day("2021-01-10")};
    if (prg_ledger_begin(ledger, NULL) != PRG_OK ||
        prg_ledger_record(ledger, &forecast, &making, NULL, NULL) != PRG_OK ||
        prg_ledger_commit(ledger, NULL) != PRG_OK)
      _exit(1);
    prg_forecast_clear(&forecast);
  }
  prg_ledger_close(ledger);
  prg_series_clear(&series);
  _exit(0);
}

static void read_on(void) {
  size_t before = 0;
  for (int i = 0; i < 40; i++) {
    prg_ledger *ledger = open_ledger(PRG_LEDGER_READ);
    counting c = {.filter = &everything};
    if (prg_ledger_each(ledger, &everything, count_match, &c, NULL) != PRG_OK || c.n < before)
      _exit(1);
    before = c.n;
    prg_ledger_close(ledger);
  }
  _exit(0);
}

static void test_writers_and_readers_at_once(void **state) {
  (void)state;
  prg_ledger_close(fill());
  for (int i = 0; i < 4; i++) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0 && i < 2)
      write_fifty(i);
    if (child == 0)
      read_on();
  }
  int code;
  for (int i = 0; i < 4; i++) {
    assert_true(wait(&code) > 0);
    assert_true(WIFEXITED(code) && WEXITSTATUS(code) == 0);
  }
  prg_ledger *ledger = open_ledger(PRG_LEDGER_READ);
  prg_error error;
  assert_int_equal(count_matching(ledger, &everything), 104);
  assert_int_equal(prg_ledger_check(ledger, &error), PRG_OK);
  prg_ledger_close(ledger);
}

static void test_who_waits_too_long_is_told(void **state) {
  (void)state;
  prg_ledger *first = fill(), *second = open_ledger(PRG_LEDGER_WRITE);
  prg_error error;
  assert_int_equal(prg_ledger_begin(first, &error), PRG_OK);
  sqlite3_busy_timeout(second->db, 0);
  assert_int_equal(prg_ledger_begin(second, &error), PRG_ELOCKED);
  assert_int_equal(walk_of(second, &everything).n, 4); /* reading goes on */
  prg_ledger_close(first);                             /* which undoes what it began */
  assert_int_equal(prg_ledger_begin(second, &error), PRG_OK);
  prg_ledger_close(second);
  prg_ledger_close(NULL);
}

/* Making the same new ledger at once. */
static void test_two_make_it_at_once(void **state) {
  (void)state;
  for (int i = 0; i < 4; i++) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
      write_fifty(i);
  }
  int code;
  for (int i = 0; i < 4; i++) {
    assert_true(wait(&code) > 0);
    assert_true(WIFEXITED(code) && WEXITSTATUS(code) == 0);
  }
  prg_ledger *ledger = open_ledger(PRG_LEDGER_READ);
  assert_int_equal(count_matching(ledger, &everything), 200);
  prg_ledger_close(ledger);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ids),
      IN_FOLDER(test_reads_back_what_was_recorded),
      IN_FOLDER(test_the_same_forecast_is_kept_once),
      IN_FOLDER(test_outcomes_come_and_are_revised),
      IN_FOLDER(test_filters),
      IN_FOLDER(test_a_walk_ends_when_told),
      IN_FOLDER(test_a_clock_set_back),
      IN_FOLDER(test_vintages),
      IN_FOLDER(test_what_is_no_ledger),
      IN_FOLDER(test_a_newer_version_is_refused),
      IN_FOLDER(test_version_1_is_read),
      IN_FOLDER(test_a_later_schema_takes_it_over),
      IN_FOLDER(test_a_full_disk_leaves_what_was_there),
      IN_FOLDER(test_damaged_rows_are_told),
      IN_FOLDER(test_a_wide_span_is_told),
      IN_FOLDER(test_flipped_bytes_are_survived),
      IN_FOLDER(test_check_and_vacuum),
      IN_FOLDER(test_writers_and_readers_at_once),
      IN_FOLDER(test_who_waits_too_long_is_told),
      IN_FOLDER(test_two_make_it_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
