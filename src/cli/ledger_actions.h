/* What `prognos ledger` does: an action is the first operand. */
#ifndef CLI_LEDGER_ACTIONS_H
#define CLI_LEDGER_ACTIONS_H

#include <prognos/ledger_table.h>

#include "cli/verb.h"

typedef prg_status ledger_action(command *run, prg_error *error);

ledger_action ledger_act_record, ledger_act_outcomes, ledger_act_list, ledger_act_show,
    ledger_act_score, ledger_act_moved, ledger_act_export, ledger_act_check, ledger_act_vacuum;

/* The ledger's file. */
const char *ledger_path(const command *run);
/* --format, --outcome, --lang and the filters; `format` if none is asked for. What the filter
 * borrows is in `names`, shape (OPTION_GIVEN). */
prg_status ledger_view(const command *run, prg_ledger_format format, const char **names,
                       prg_ledger_view *view, prg_error *error);

#endif
