#include <prognos/part.h>

#include "cli/verb.h"

static prg_status write(void *context, const char *bytes, size_t n, prg_error *error) {
  command *run = context;
  prg_buffer_add_n(&run->out, bytes, n);
  return command_flush(run, error);
}

static prg_status run_merge(command *run, prg_error *error) {
  const option_set *given = &run->options;
  if (given->n_file == 0)
    return prg_fail(error, PRG_TEXT_FILE_MISSING, NULL);
  prg_part_about about = {0};
  prg_status status =
      prg_part_merge((const char *const *)given->file, given->n_file, write, run, &about, error);
  if (status == PRG_OK)
    command_talk(run, about.refused > 0 ? PRG_TEXT_TALK_PARTS_REFUSED : PRG_TEXT_TALK_PARTS,
                 PRG_ARGS(prg_integer((long long)about.n), prg_integer((long long)about.series),
                          prg_integer((long long)about.refused)));
  return status;
}

static const option_row options[] = {
    COMMON_OPTIONS,
};

const verb verb_merge = {"merge", PRG_TEXT_SUMMARY_MERGE, PRG_TEXT_OPERANDS_PARTS, options,
                         run_merge};
