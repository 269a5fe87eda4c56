#include "cli/verb.h"

static prg_status run_help(command *run, prg_error *error) {
  if (run->options.n_file == 0) {
    verbs_write_help(run->language, &run->out);
    return PRG_OK;
  }
  for (size_t i = 0; i < run->options.n_file; i++) {
    const verb *asked = verb_find(run->options.file[i]);
    if (asked == NULL)
      return prg_fail(error, PRG_TEXT_VERB_UNKNOWN, PRG_ARGS(prg_string(run->options.file[i])));
    verb_write_help(asked, run->language, &run->out);
  }
  return PRG_OK;
}

static const option_row options[] = {COMMON_OPTIONS};

const verb verb_help = {"help", PRG_TEXT_SUMMARY_HELP, PRG_TEXT_OPERANDS_VERB, options, run_help};
