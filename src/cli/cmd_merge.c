#include <sys/resource.h>

#include <prognos/part.h>

#include "cli/merging.h"
#include "cli/streaming.h"

static prg_status write(void *context, const char *bytes, size_t n, prg_error *error) {
  return command_put(context, bytes, n, error);
}

prg_status merging_pieces(command *run, prg_parts *parts, prg_error *error) {
  return prg_parts_merge(parts, write, run, error);
}

static prg_status merge(command *run, prg_parts *parts, prg_error *error) {
  const prg_part_about *about = prg_parts_about(parts);
  if (about->series == 0 && about->refused > 0)
    return prg_fail(error, PRG_TEXT_PARTS_ALL_REFUSED,
                    PRG_ARGS(prg_integer((long long)about->refused)));
  const verb *made_by = verb_find(about->verb);
  prg_status status = made_by == NULL || made_by->merge == NULL ? merging_pieces(run, parts, error)
                                                                : made_by->merge(run, parts, error);
  if (status == PRG_OK)
    command_talk(run, about->refused > 0 ? PRG_TEXT_TALK_PARTS_REFUSED : PRG_TEXT_TALK_PARTS,
                 PRG_ARGS(prg_integer((long long)about->n), prg_integer((long long)about->series),
                          prg_integer((long long)about->refused)));
  return status;
}

/* Every part is open until the whole is made, and there may be more of them than a shell allows. */
static void allow_many_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
}

static prg_status run_merge(command *run, prg_error *error) {
  const option_set *given = &run->options;
  if (given->n_file == 0)
    return prg_fail(error, PRG_TEXT_FILE_MISSING, NULL);
  prg_parts *parts;
  allow_many_files();
  prg_status status =
      prg_parts_open((const char *const *)given->file, given->n_file, &parts, error);
  if (status == PRG_OK)
    status = merge(run, parts, error);
  prg_parts_close(parts);
  return status;
}

static const option_row options[] = {
    THREADS_OPTION, /* for what a verb does with the whole */
    COMMON_OPTIONS,
};

const verb verb_merge = {
    .name = "merge",
    .summary = PRG_TEXT_SUMMARY_MERGE,
    .operands = PRG_TEXT_OPERANDS_PARTS,
    .options = options,
    .run = run_merge,
};
