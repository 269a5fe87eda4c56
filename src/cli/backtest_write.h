/* A backtest as tables for people, CSV or JSON. */
#ifndef CLI_BACKTEST_WRITE_H
#define CLI_BACKTEST_WRITE_H

#include <prognos/backtest_summary.h>
#include <prognos/csv_write.h>
#include <prognos/json.h>

#include "cli/verb.h"

/* What stands for all series, and for all leads, in CSV and JSON. */
#define ALL "*"

typedef enum backtest_format { BACKTEST_TABLE, BACKTEST_CSV, BACKTEST_JSON } backtest_format;

typedef struct backtest_writer {
  command *run;
  backtest_format format;
  bool details; /* every forecast against its outcome instead of the measures */
  prg_csv_writer csv;
  prg_json json;
  bool begun; /* a table stands there */
} backtest_writer;

/* What stands before the first series. */
void backtest_write_begin(backtest_writer *writer);
/* One series: its measures are those of `summary`, which has nothing else in it. */
void backtest_write_series(backtest_writer *writer, const prg_backtest_result *result,
                           const prg_backtest_summary *summary);
/* All series together, after them. */
void backtest_write_all(backtest_writer *writer, const prg_backtest_summary *summary);
/* What stands behind all of them. */
void backtest_write_end(backtest_writer *writer);

#endif
