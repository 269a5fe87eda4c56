/* The series of one file and their forecasts: what `forecast` writes and `chart` draws. */
#ifndef CLI_FORECASTING_H
#define CLI_FORECASTING_H

#include "cli/asking.h"

#define LEVELS 6

typedef struct forecasting {
  prg_panel panel;
  prg_node_list prior;    /* of --prior FILE.csv */
  prg_forecast *forecast; /* shape (n): of the series that could be forecast, in the file's order */
  size_t n;
  double level[LEVELS]; /* of the intervals */
  size_t n_level;
  prg_text model_title;
  char input_hash[17];
} forecasting;

/*
 * Reads the file and forecasts every series asked for. A series that is refused is told at once and
 * passed over; the last error is in *error when none is left. A file that `forecast` wrote is taken
 * as it is. forecasting_clear it after use, whatever was returned.
 */
prg_status forecasting_make(command *run, forecasting *made, prg_error *error);
void forecasting_clear(forecasting *made);

#endif
