#include <string.h>

#include <prognos/forecast_csv.h>
#include <prognos/tidy.h>

#include "cli/asking.h"

/* Of output: an error before it is full leaves none behind. */
#define HELD_BYTES ((size_t)1 << 20)

static prg_status convert(command *run, asking_source *source, prg_csv_style style,
                          prg_error *error) {
  prg_panel panel;
  prg_status status = PRG_OK;
  prg_tidy_head(style, &run->out);
  while (status == PRG_OK && (status = asking_source_next(source, &panel, error)) == PRG_OK &&
         panel.n > 0) {
    prg_tidy_rows(&panel, style, &run->out);
    prg_panel_clear(&panel);
    if (run->out.length > HELD_BYTES)
      status = command_flush(run, error);
  }
  return status;
}

/* The figures of a file that `forecast` wrote. */
static prg_status convert_outcomes(command *run, const char *path, asking_source *source,
                                   prg_csv_style style, prg_error *error) {
  prg_reading reading;
  prg_status status = asking_source_outcomes(run, path, source, &reading, error);
  if (status == PRG_OK)
    status = prg_tidy_write(&reading.panel, style, &run->out, error);
  prg_reading_clear(&reading);
  return status;
}

static prg_status run_convert(command *run, prg_error *error) {
  const char *path;
  asking_source *source = NULL;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_source_open(run, path, NULL, &source, error);
  prg_csv_style style =
      strcmp(option_string(&run->options, "format"), "excel") == 0 ? PRG_CSV_EXCEL : PRG_CSV_PLAIN;
  if (status == PRG_OK) {
    size_t n;
    const char *head = prg_series_stream_head(asking_source_stream(source), &n);
    status = prg_forecast_csv_is(head, n) ? convert_outcomes(run, path, source, style, error)
                                          : convert(run, source, style, error);
  }
  asking_source_close(source);
  return status;
}

static const option_row options[] = {
    CHOICE_OPTION("format", 'f', "csv", "csv|excel", FORMAT_TREND),
    READING_OPTIONS,
    STREAM_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_convert = {
    .name = "convert",
    .summary = PRG_TEXT_SUMMARY_CONVERT,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_convert,
};
