#include "cli/asking.h"

#define ENOUGH 4 /* figures: with fewer, a forecast rests on the prior alone */

static void write_left_out(const prg_reading *reading, command *run) {
  for (size_t i = 0; i < reading->left_out.n; i++) {
    const prg_left_out *item = &reading->left_out.item[i];
    prg_message message;
    prg_message_set(&message, PRG_TEXT_CHECK_LEFT_OUT,
                    PRG_ARGS(prg_integer((long long)item->line), prg_text_argument(item->reason),
                             prg_string(item->what)));
    prg_buffer_add(&run->out, "  ");
    prg_message_write(&message, run->language, &run->out);
    prg_buffer_add_char(&run->out, '\n');
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
  for (size_t i = 0; i < notes.n; i++) {
    prg_message_write(&notes.note[i], run->language, &run->out);
    prg_buffer_add_char(&run->out, '\n');
  }
  write_left_out(&reading, run);
  prg_reading_clear(&reading);
  return PRG_OK;
}

static const option_row options[] = {READING_OPTIONS, COMMON_OPTIONS};

const verb verb_check = {"check", PRG_TEXT_SUMMARY_CHECK, PRG_TEXT_OPERANDS_FILE, options,
                         run_check};
