/* The series of one file and their forecasts: what `forecast` writes and `chart` draws. */
#ifndef CLI_FORECASTING_H
#define CLI_FORECASTING_H

#include <prognos/csv_write.h>

#include "cli/asking.h"

#define LEVELS 6

typedef struct forecasting {
  prg_panel panel;
  prg_node_list prior;                   /* of --prior FILE.csv */
  prg_seasonal_node_list seasonal_prior; /* the same, if the file is of series with a season */
  prg_event_list events;                 /* of --events */
  prg_forecast *forecast; /* shape (n): of the series that could be forecast, in the file's order */
  size_t n;
  size_t n_paths;       /* sample paths of each forecast; 0: none were wanted */
  double *path;         /* shape (n, n_paths, horizon); owned */
  double level[LEVELS]; /* of the intervals */
  size_t n_level;
  double grid[LEVELS * 2 + 64]; /* the probabilities that the model is asked for */
  prg_text model_title;
  char *file_model; /* of a file that `forecast` wrote: its word for the model; owned */
  char input_hash[17];
} forecasting;

/*
 * Reads the file and forecasts every series asked for. A series that is refused is told at once and
 * passed over; the last error is in *error when none is left. n_paths sample paths of each are
 * drawn, if there is to be any. --reconcile makes the forecasts add up. A file that `forecast`
 * wrote is taken as it is: there are no paths then. forecasting_clear it after use, whatever was
 * returned.
 */
prg_status forecasting_make(command *run, size_t n_paths, forecasting *made, prg_error *error);
void forecasting_clear(forecasting *made);

/* Its parts. --levels, into an empty *made; */
prg_status forecasting_levels(const command *run, forecasting *made, prg_error *error);
/* the options for series like these, which borrow made->grid: the median and the levels, or with
 * `everything` the standard probabilities, too; */
prg_status forecasting_options(const command *run, const prg_panel *panel, bool everything,
                               forecasting *made, prg_forecast_options *options, prg_error *error);
/* what the forecaster learns of the others, as --siblings says; */
prg_status forecasting_share(const command *run, prg_forecaster *forecaster, const prg_panel *panel,
                             prg_error *error);
/* and the same from bytes that were read already, once the levels are there. */
prg_status forecasting_make_bytes(command *run, const char *path, const prg_buffer *bytes,
                                  forecasting *made, prg_error *error);

/* Forecasts as CSV, written as they come; streaming.h tells how. In a file that is read in parts,
 * what --siblings learns from are the series of the first part. */
prg_status forecasting_stream(command *run, prg_csv_style style, prg_error *error);

#endif
