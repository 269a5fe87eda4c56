#include "cli/asking.h"

#define ENOUGH 4 /* figures: with fewer, a forecast rests on the prior alone */

static void write_line(command *run, const prg_message *message) {
  prg_message_write(message, run->language, &run->out);
  prg_buffer_add_char(&run->out, '\n');
}

/* Every row and column that is no part of what was read, with its place. */
static void write_left_out(command *run, const prg_reading *reading) {
  for (size_t i = 0; i < reading->left_out.n; i++) {
    const prg_left_out *item = &reading->left_out.item[i];
    prg_message message;
    prg_message_set(&message, PRG_TEXT_CHECK_LEFT_OUT,
                    PRG_ARGS(prg_integer((long long)item->line), prg_string(item->what),
                             prg_text_argument(item->reason)));
    write_line(run, &message);
  }
}

static prg_status run_check(command *run, prg_error *error) {
  const char *path;
  prg_reading reading;
  prg_status status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = asking_read(run, path, &reading, error);
  if (status != PRG_OK)
    return status;
  prg_notes notes = {0};
  prg_reading_describe(&reading, ENOUGH, &notes);
  for (size_t i = 0; i < notes.n; i++)
    write_line(run, &notes.note[i]);
  write_left_out(run, &reading);
  prg_reading_clear(&reading);
  return PRG_OK;
}

static const option_row options[] = {READING_OPTIONS, COMMON_OPTIONS};

const verb verb_check = {"check", PRG_TEXT_SUMMARY_CHECK, PRG_TEXT_OPERANDS_FILE, options,
                         run_check};
