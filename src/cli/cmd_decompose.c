#include <prognos/chart_decomposition.h>
#include <prognos/csv_write.h>

#include <string.h>

#include "cli/asking.h"
#include "cli/charting.h"

enum { DIGITS = 10 };

static void write_head(prg_csv_writer *csv) {
  static const char *const column[] = {"series", "period", "value", "trend", "season", "remainder"};
  for (size_t i = 0; i < sizeof column / sizeof column[0]; i++)
    prg_csv_text(csv, column[i]);
  prg_csv_end_row(csv);
}

static void write_rows(prg_csv_writer *csv, const prg_series *series, const prg_decomposition *d) {
  const size_t first = (size_t)prg_period_distance(series->start, d->start);
  for (size_t t = 0; t < d->n; t++) {
    char period[PRG_PERIOD_BYTES];
    prg_csv_text(csv, series->name);
    prg_csv_text(csv, prg_period_print(prg_period_add(d->start, (int)t), period));
    prg_csv_number(csv, series->value[first + t]);
    prg_csv_significant(csv, d->trend[t], DIGITS);
    prg_csv_significant(csv, d->season[t], DIGITS);
    prg_csv_significant(csv, d->remainder[t], DIGITS);
    prg_csv_end_row(csv);
  }
}

/* What one run works on. */
typedef struct decomposing {
  command *run;
  prg_reading reading;
  prg_decomposition_options options;
  prg_csv_writer csv;
  charting charts; /* in no directory: none is drawn */
} decomposing;

/* With --chart; of several series each has its own. */
static prg_status draw(decomposing *all, const prg_series *series, const prg_decomposition *parts,
                       prg_error *error) {
  if (all->charts.directory == NULL)
    return PRG_OK;
  prg_chart_options options;
  prg_drawing drawing = {0};
  prg_status status = charting_options(all->run, &options, error);
  if (status == PRG_OK)
    status = prg_decomposition_draw(series, parts, &options, &drawing, error);
  if (status == PRG_OK)
    status =
        charting_add(&all->charts, all->reading.panel.n > 1 ? series->name : "", &drawing, error);
  prg_drawing_clear(&drawing);
  return status;
}

/* One series, its parts written and their strengths told; a refused one is told and passed over. */
static prg_status decompose(decomposing *all, const prg_series *series, prg_error *error) {
  prg_decomposition d;
  prg_status status = prg_decompose(series, &all->options, &d, error);
  if (status == PRG_ENOMEM)
    return status;
  if (status != PRG_OK) {
    command_tell_error(all->run, error);
    return PRG_OK;
  }
  write_rows(&all->csv, series, &d);
  command_talk(all->run, PRG_TEXT_DECOMPOSED,
               PRG_ARGS(prg_string(series->name), prg_number(d.trend_strength, 2),
                        prg_number(d.season_strength, 2)));
  status = draw(all, series, &d, error);
  prg_decomposition_clear(&d);
  return status;
}

static void set_options(decomposing *all) {
  const option_set *given = &all->run->options;
  bool excel = strcmp(option_string(given, "format"), "excel") == 0;
  prg_decomposition_options_init(&all->options);
  all->options.season_window = (size_t)option_integer(given, "season-window") | 1;
  all->options.robust = option_is_given(given, "robust");
  all->charts = (charting){.run = all->run, .directory = option_string(given, "chart")};
  prg_csv_begin(&all->csv, &all->run->out, excel ? PRG_CSV_EXCEL : PRG_CSV_PLAIN);
}

static prg_status run_decompose(command *run, prg_error *error) {
  const char *path;
  decomposing all = {.run = run};
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &all.reading, error);
  if (status != PRG_OK)
    return status;
  set_options(&all);
  write_head(&all.csv);
  for (size_t i = 0; i < all.reading.panel.n && status == PRG_OK; i++)
    status = decompose(&all, &all.reading.panel.series[i], error);
  charting_finish(&all.charts);
  prg_reading_clear(&all.reading);
  return status;
}

static const option_row options[] = {
    {"season-window", 0, OPTION_INTEGER, "11", 3, 9999, NULL, PRG_TEXT_VALUE_NUMBER,
     PRG_TEXT_HELP_SEASON_WINDOW},
    {"robust", 0, OPTION_FLAG, NULL, 0, 0, NULL, PRG_TEXT_NONE, PRG_TEXT_HELP_ROBUST},
    {"format", 'f', OPTION_CHOICE, "csv", 0, 0, "csv|excel", PRG_TEXT_VALUE_NAME,
     PRG_TEXT_HELP_FORMAT_TREND},
    CHART_OPTION,
    CHARTING_OPTIONS,
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_decompose = {
    .name = "decompose",
    .summary = PRG_TEXT_SUMMARY_DECOMPOSE,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_decompose,
};
