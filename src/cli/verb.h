/*
 * A verb: one row of the verb table. To add a verb: one file cmd_<verb>.c with its `verb`, one row
 * in verb.c, one folder in tests/cli.
 */
#ifndef CLI_VERB_H
#define CLI_VERB_H

#include <prognos/atomic_file.h>
#include <prognos/job_record.h>
#include <prognos/part.h>

#include "cli/option.h"

/* One run of the command: what was asked, and what it has to say. */
typedef struct command {
  const struct verb *verb;
  const char *scenario; /* of --scenarios, that this run is of; NULL: none */
  option_set options;
  prg_language language;
  bool quiet;
  char today[12];         /* YYYY-MM-DD: --today, else the clock's */
  prg_buffer line;        /* the command line as typed, for the chart's heading comment */
  prg_buffer out;         /* data: printed, or written to --output, when all went well */
  bool keeps_output;      /* --output is as it should be, and is not written */
  prg_atomic_file *file;  /* --output, once some of the data was written to it */
  prg_status worst;       /* of what was told along the way, without stopping */
  prg_job_record *alarms; /* of a job: the run tells them when they are new; NULL: they are told */
} command;

typedef struct verb {
  const char *name;
  prg_text summary;  /* what it answers, one line */
  prg_text operands; /* "FIL…" in the usage line */
  const option_row *options;
  prg_status (*run)(command *run, prg_error *error);
  /* Writes what `run` would have written of the whole that the parts of this verb are of; NULL: it
   * is their pieces, as merging.h writes them. */
  prg_status (*merge)(command *run, prg_parts *parts, prg_error *error);
} verb;

extern const verb verb_check, verb_convert, verb_trend, verb_decompose, verb_forecast,
    verb_backtest, verb_share, verb_cohort, verb_capacity, verb_target, verb_chart, verb_theme,
    verb_report, verb_ledger, verb_run, verb_learn, verb_index, verb_merge, verb_help;

/* The table, ended by NULL, in the order in which help lists it. */
extern const verb *const verbs[];
/* The options that may stand without a verb, or before it. */
extern const option_row command_options[];
const verb *verb_find(const char *name);

/* Says something on standard error, unless --quiet. */
void command_talk(const command *run, prg_text text, const prg_argument *arguments);
/* Tells an error on standard error, also under --quiet, and remembers its status. */
void command_tell_error(command *run, const prg_error *error);
/* An alarm about something, such as a school: told like an error, or left to the run. */
void command_raise_alarm(command *run, const char *subject, const prg_error *alarm);
/* Writes run->out where it belongs, and empties it: for a verb with more data than should be held.
 * What goes to --output takes its place only when the command has gone well. */
prg_status command_flush(command *run, prg_error *error);
/* The same for bytes that are not in run->out, behind those that are. */
prg_status command_put(command *run, const char *bytes, size_t n, prg_error *error);
/* Writes the rest. Standard output is closed, so that a full disk shows. */
prg_status command_finish(command *run, prg_error *error);
/* Leaves --output as it was, unless the command was finished. */
void command_abandon(command *run);
/* The language must be known before the options are read, to complain about them in it. */
prg_language command_language(int argc, char **argv);
/* Appends the command line as typed. */
void command_keep_line(command *run, int argc, char **argv);
/* Runs the verb argv[0] with its options, and writes what it has to say. */
prg_status command_dispatch(command *run, int argc, char **argv, prg_error *error);
/* The file of --output; NULL for standard output, which "-" is, too. */
const char *command_output(const command *run);

/* One row, one line. */
/* clang-format off */

/* The rows that every verb has, and the end of its table. */
#define SHARED_OPTIONS                                                                             \
  {"lang", 0, OPTION_CHOICE, "sv", 0, 0, "sv|en", PRG_TEXT_VALUE_LANGUAGE, PRG_TEXT_HELP_LANG},    \
      {"today", 0, OPTION_DATE, NULL, 0, 0, NULL, PRG_TEXT_VALUE_DATE, PRG_TEXT_HELP_TODAY},       \
      FLAG_OPTION("quiet", 'q', QUIET), FLAG_OPTION("help", 'h', HELP), END_OF_OPTIONS

/* The same for a verb that writes one text. */
#define COMMON_OPTIONS TEXT_OPTION("output", 'o', NULL, FILE, OUTPUT), SHARED_OPTIONS

/* clang-format on */

#endif
