/* Forecasts of one series in several files, such as those of each year, and the outcome. */
#ifndef CLI_VINTAGING_H
#define CLI_VINTAGING_H

#include <prognos/forecast_csv.h>
#include <prognos/ledger.h>

#include "cli/forecasting.h"

#define VINTAGING_MAX 24

typedef struct vintaging {
  prg_forecast_set set[VINTAGING_MAX];         /* of a file that `forecast` wrote */
  prg_reading reading[VINTAGING_MAX];          /* of one that it did not: the outcome */
  prg_forecast alone[VINTAGING_MAX];           /* the series of these */
  prg_ledger_vintages recorded;                /* of a ledger */
  const prg_forecast *forecast[VINTAGING_MAX]; /* shape (n): one of each file, or of the ledger */
  size_t n;
} vintaging;

/* True if the one file of the command line is a ledger. */
bool vintaging_is_of_ledger(const command *run);

/*
 * Reads every file of the command line; each must have one series, or one that --series names;
 * of a ledger the latest forecasts of the series that --series names. PRG_EUSAGE if one has not, or
 * the files are too many. vintaging_clear it after use, whatever was
 * returned.
 */
prg_status vintaging_read(command *run, vintaging *all, prg_error *error);
void vintaging_clear(vintaging *all);

#endif
