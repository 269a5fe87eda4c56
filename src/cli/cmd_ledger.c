#include <string.h>
#include <unistd.h>

#include <prognos/watch.h>

#include "cli/ledger_actions.h"
#include "cli/recording.h"

#define LEDGER_FILE "prognos.ledger" /* in the folder where the command runs */

/* What every action takes beside its own. */
#define ALWAYS " ledger lang today quiet help output "
#define SELECTING " series model label from to "

/* An action, with the options that are of use to it; or with those that are not, if it reads files
 * and forecasts them. */
typedef struct action {
  const char *name;
  ledger_action *act;
  bool reads; /* `options` are those that it does not take */
  const char *options;
} action;

static const action actions[] = {
    {"record", ledger_act_record, true, " outcome by format output "},
    {"outcomes", ledger_act_outcomes, true, " outcome by format output plan origin label unit "},
    {"list", ledger_act_list, false, ALWAYS SELECTING "format"},
    {"show", ledger_act_show, false, ALWAYS "outcome hide-below format "},
    {"score", ledger_act_score, false, ALWAYS SELECTING "outcome by format "},
    {"moved", ledger_act_moved, true, " outcome by plan origin unit hide-below "},
    {"export", ledger_act_export, false, ALWAYS SELECTING "hide-below format "},
    {"check", ledger_act_check, false, ALWAYS},
    {"vacuum", ledger_act_vacuum, false, ALWAYS},
};

enum { ACTIONS = sizeof actions / sizeof actions[0] };

const char *ledger_path(const command *run) {
  return option_string(&run->options, "ledger");
}

static bool is_listed(const char *list, const char *name) {
  size_t n = strlen(name);
  for (const char *at = list; (at = strstr(at, name)) != NULL; at += n)
    if (at > list && at[-1] == ' ' && (at[n] == ' ' || at[n] == '\0'))
      return true;
  return false;
}

static prg_status check_options(const option_set *given, const action *asked, prg_error *error) {
  for (size_t i = 0; i < given->n_given; i++) {
    const char *name = given->given[i].row->name;
    if (is_listed(asked->options, name) == asked->reads)
      return prg_fail(error, PRG_TEXT_LEDGER_OPTION,
                      PRG_ARGS(prg_string(name), prg_string(asked->name)));
  }
  return PRG_OK;
}

static prg_status action_unknown(prg_text text, const char *name, prg_error *error) {
  prg_buffer names = {0};
  for (size_t i = 0; i < ACTIONS; i++)
    prg_buffer_printf(&names, i == 0 ? "%s" : ", %s", actions[i].name);
  prg_status status =
      prg_fail(error, text, PRG_ARGS(prg_string(prg_buffer_string(&names)), prg_string(name)));
  prg_buffer_free(&names);
  return status;
}

/* The action is taken from the files: what is left is what it works on. */
static prg_status run_ledger(command *run, prg_error *error) {
  option_set *given = &run->options;
  if (given->n_file == 0)
    return action_unknown(PRG_TEXT_LEDGER_NO_ACTION, "", error);
  const char *name = given->file[0];
  given->file++;
  given->n_file--;
  for (size_t i = 0; i < ACTIONS; i++) {
    if (strcmp(actions[i].name, name) != 0)
      continue;
    if (!actions[i].reads) /* what it makes depends on the ledger alone */
      prg_watch_reads(ledger_path(run));
    prg_status status = check_options(given, &actions[i], error);
    return status == PRG_OK ? actions[i].act(run, error) : status;
  }
  return action_unknown(PRG_TEXT_LEDGER_ACTION_UNKNOWN, name, error);
}

static const option_row options[] = {
    TEXT_OPTION("ledger", 0, LEDGER_FILE, FILE, LEDGER),
    LABEL_OPTIONS,
    FLAG_OPTION("plan", 0, LEDGER_PLAN),
    TEXT_OPTION("origin", 0, NULL, PERIOD, LEDGER_ORIGIN),
    CHOICE_OPTION("outcome", 0, "latest", "first|latest", LEDGER_OUTCOME),
    CHOICE_OPTION("by", 0, "lead", "lead|series|model|label", LEDGER_BY),
    CHOICE_OPTION("format", 'f', NULL, "table|csv|excel|json", FORMAT),
    FORECAST_OPTIONS,
    SIBLINGS_OPTION,
    READING_OPTIONS,
    COMMON_OPTIONS,
};

const verb verb_ledger = {
    .name = "ledger",
    .summary = PRG_TEXT_SUMMARY_LEDGER,
    .operands = PRG_TEXT_OPERANDS_LEDGER,
    .options = options,
    .run = run_ledger,
};
