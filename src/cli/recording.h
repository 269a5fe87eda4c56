/* Forecasts into the ledger: of `ledger record`, and of what was just forecast. */
#ifndef CLI_RECORDING_H
#define CLI_RECORDING_H

#include <prognos/ledger.h>

#include "cli/forecasting.h"

/* One row, one line. */
/* clang-format off */

/* The rows of a verb that records. */
#define LABEL_OPTIONS                                                                              \
  TEXT_OPTION("label", 0, NULL, TEXT, LEDGER_LABEL),                                               \
      TEXT_OPTION("unit", 0, NULL, TEXT, UNIT)

/* Of one that records what it has forecast. */
#define RECORD_OPTIONS TEXT_OPTION("record", 0, NULL, FILE, RECORD), LABEL_OPTIONS

/* clang-format on */

/* The day of --today as the library has it. */
prg_period recording_today(const command *run);

/*
 * The options that the forecast depends on, as they were given: "--name=value", each ended by a
 * line feed. */
void recording_options(const option_set *options, prg_buffer *out);
/* True if it is one of them. */
bool recording_is_of_method(const char *name);

/* Records the forecasts and takes the figures of all series that were read as outcomes of earlier
 * ones; tells what was new. All or nothing. */
prg_status recording_keep(command *run, const char *ledger, const forecasting *made,
                          prg_error *error);
/* Takes the figures as outcomes alone. */
prg_status recording_keep_outcomes(command *run, const char *ledger, const prg_panel *panel,
                                   prg_error *error);
/* Records the figures after `origin` (NULL: all of them) as the points of a plan that others made,
 * the figures up to it being what was known. */
prg_status recording_keep_plan(command *run, const char *ledger, const prg_panel *panel,
                               const prg_period *origin, prg_error *error);

#endif
