#include <prognos/tidy.h>

#include <string.h>

#include "cli/asking.h"

static prg_status run_convert(command *run, prg_error *error) {
  const char *path;
  prg_reading reading;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;
  prg_csv_style style =
      strcmp(option_string(&run->options, "format"), "excel") == 0 ? PRG_CSV_EXCEL : PRG_CSV_PLAIN;
  status = prg_tidy_write(&reading.panel, style, &run->out, error);
  prg_reading_clear(&reading);
  return status;
}

static const option_row options[] = {
    CHOICE_OPTION("format", 'f', "csv", "csv|excel", FORMAT_TREND),
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_convert = {"convert", PRG_TEXT_SUMMARY_CONVERT, PRG_TEXT_OPERANDS_FILE, options,
                           run_convert};
