#include <prognos/tidy.h>

#include <string.h>

#include "cli/asking.h"

#define HELD_BYTES                                                                                 \
  ((size_t)1 << 20) /* of output: an error before it is full leaves none behind                    \
                     */

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

static prg_status run_convert(command *run, prg_error *error) {
  const char *path;
  asking_source *source = NULL;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_source_open(run, path, &source, error);
  prg_csv_style style =
      strcmp(option_string(&run->options, "format"), "excel") == 0 ? PRG_CSV_EXCEL : PRG_CSV_PLAIN;
  if (status == PRG_OK)
    status = convert(run, source, style, error);
  asking_source_close(source);
  return status;
}

static const option_row options[] = {
    CHOICE_OPTION("format", 'f', "csv", "csv|excel", FORMAT_TREND),
    READING_OPTIONS,
    STREAM_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_convert = {"convert", PRG_TEXT_SUMMARY_CONVERT, PRG_TEXT_OPERANDS_FILE, options,
                           run_convert};
