#include <prognos/csv_write.h>
#include <prognos/decomposition.h>

#include <string.h>

#include "cli/asking.h"

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

/* One series, its parts written and their strengths told; a refused one is told and passed over. */
static void decompose(command *run, prg_csv_writer *csv, const prg_series *series,
                      const prg_decomposition_options *options) {
  prg_decomposition d;
  prg_error error;
  if (prg_decompose(series, options, &d, &error) != PRG_OK) {
    command_tell_error(run, &error);
    return;
  }
  write_rows(csv, series, &d);
  command_talk(run, PRG_TEXT_DECOMPOSED,
               PRG_ARGS(prg_string(series->name), prg_number(d.trend_strength, 2),
                        prg_number(d.season_strength, 2)));
  prg_decomposition_clear(&d);
}

static prg_status run_decompose(command *run, prg_error *error) {
  const char *path;
  prg_reading reading;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;
  prg_decomposition_options options;
  prg_decomposition_options_init(&options);
  options.season_window = (size_t)option_integer(&run->options, "season-window") | 1;
  options.robust = option_is_given(&run->options, "robust");
  prg_csv_writer csv;
  bool excel = strcmp(option_string(&run->options, "format"), "excel") == 0;
  prg_csv_begin(&csv, &run->out, excel ? PRG_CSV_EXCEL : PRG_CSV_PLAIN);
  write_head(&csv);
  for (size_t i = 0; i < reading.panel.n; i++)
    decompose(run, &csv, &reading.panel.series[i], &options);
  prg_reading_clear(&reading);
  return PRG_OK;
}

static const option_row options[] = {
    {"season-window", 0, OPTION_INTEGER, "11", 3, 9999, NULL, PRG_TEXT_VALUE_NUMBER,
     PRG_TEXT_HELP_SEASON_WINDOW},
    {"robust", 0, OPTION_FLAG, NULL, 0, 0, NULL, PRG_TEXT_NONE, PRG_TEXT_HELP_ROBUST},
    {"format", 'f', OPTION_CHOICE, "csv", 0, 0, "csv|excel", PRG_TEXT_VALUE_NAME,
     PRG_TEXT_HELP_FORMAT_TREND},
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_decompose = {"decompose", PRG_TEXT_SUMMARY_DECOMPOSE, PRG_TEXT_OPERANDS_FILES,
                             options, run_decompose};
