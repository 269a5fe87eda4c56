#include <string.h>

#include "cli/checking.h"

#define ENOUGH 4 /* figures: with fewer, a forecast rests on the prior alone */

static void write_line(command *run, const prg_message *message) {
  prg_message_write(message, run->language, &run->out);
  prg_buffer_add_char(&run->out, '\n');
}

void checking_write(command *run, prg_text text, const prg_argument *arguments) {
  prg_message message;
  prg_message_set(&message, text, arguments);
  write_line(run, &message);
}

/* Every row and column that is no part of what was read, with its place. */
static void write_left_out(command *run, const prg_reading *reading) {
  for (size_t i = 0; i < reading->left_out.n; i++) {
    const prg_left_out *item = &reading->left_out.item[i];
    checking_write(run, PRG_TEXT_CHECK_LEFT_OUT,
                   PRG_ARGS(prg_integer((long long)item->line), prg_string(item->what),
                            prg_text_argument(item->reason)));
  }
}

static void write_account(command *run, const prg_reading *reading) {
  prg_notes notes = {0};
  prg_reading_describe(reading, ENOUGH, &notes);
  for (size_t i = 0; i < notes.n; i++)
    write_line(run, &notes.note[i]);
  write_left_out(run, reading);
}

/* The account of the files that were joined to the first. */
static prg_status write_others(command *run, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 1; i < run->options.n_file && status == PRG_OK; i++) {
    prg_reading reading;
    const char *path = run->options.file[i];
    status = asking_read_alone(run, path, &reading, error);
    checking_write(run, PRG_TEXT_CHECK_ALSO, PRG_ARGS(prg_string(path)));
    if (status == PRG_OK)
      write_account(run, &reading);
    prg_reading_clear(&reading);
  }
  return status;
}

/* The account and the sums, unless a table of revisions alone is wanted. */
static prg_status check(command *run, const checking *file, prg_error *error) {
  bool against = option_is_given(&run->options, "against");
  bool csv = strcmp(option_string(&run->options, "format"), "csv") == 0;
  prg_status status = PRG_OK;
  if (csv && !against)
    return prg_fail(error, PRG_TEXT_CHECK_CSV_ALONE, NULL);
  if (!csv) {
    write_account(run, &file->reading);
    status = write_others(run, error);
  }
  if (!csv && status == PRG_OK)
    status = checking_sums(run, file, error);
  if (!csv && status == PRG_OK)
    status = checking_events(run, file, error);
  if (!csv && status == PRG_OK && option_is_given(&run->options, "disclosure"))
    status = checking_disclosure(run, file, error);
  return status == PRG_OK && against ? checking_revisions(run, file, error) : status;
}

static prg_status run_check(command *run, prg_error *error) {
  checking file = {0};
  prg_status status = asking_file(run, &file.path, error);
  if (status == PRG_OK)
    status = asking_load(file.path, &file.bytes, error);
  if (status == PRG_OK)
    status = asking_read_bytes(run, file.path, &file.bytes, &file.reading, error);
  if (status == PRG_OK)
    status = check(run, &file, error);
  prg_buffer_free(&file.bytes);
  prg_reading_clear(&file.reading);
  return status;
}

static const option_row options[] = {
    FLAG_OPTION("disclosure", 0, DISCLOSURE),
    NUMBER_OPTION("tolerance", 0, "0", 0, 1e15, TOLERANCE),
    INTEGER_OPTION("noise-from", 0, NULL, PRG_YEAR_MIN, PRG_YEAR_MAX, NOISE_FROM),
    TEXT_OPTION("events", 0, NULL, FILE, EVENTS),
    TEXT_OPTION("against", 0, NULL, FILE, AGAINST),
    CHOICE_OPTION("format", 'f', "text", "text|csv", FORMAT_CHECK),
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_check = {
    .name = "check",
    .summary = PRG_TEXT_SUMMARY_CHECK,
    .operands = PRG_TEXT_OPERANDS_FILES,
    .options = options,
    .run = run_check,
};
