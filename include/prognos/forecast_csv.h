/*
 * Forecasts as CSV: what one verb writes, the next one reads.
 *
 *   series,period,kind,value,lower_80,upper_80,lower_95,upper_95,model,origin,note
 *
 * `kind` is actual or forecast; a forecast's value is its median; model, origin and note stand on
 * forecast rows, the note (all notes as sentences) on the first of each series. An actual's note is
 * its status, if it has one, as in tidy.h (preliminary, missing …). Figures are written so that
 * they read back as they were, forecasts with 10 significant digits.
 */
#ifndef PROGNOS_FORECAST_CSV_H
#define PROGNOS_FORECAST_CSV_H

#include <prognos/csv_write.h>
#include <prognos/forecast.h>

PRG_BEGIN_C

/* Appends the heading; level: shape (n), in (0, 1), such as .80 and .95. */
void prg_forecast_csv_head(const double *level, size_t n, prg_csv_style style, prg_buffer *out);

/* Appends the rows of one forecast. */
void prg_forecast_csv_write(const prg_forecast *forecast, const double *level, size_t n,
                            prg_csv_style style, prg_language language, prg_buffer *out);

/* Forecasts as they were read, each with its series in the panel. */
typedef struct prg_forecast_set {
  prg_panel panel;
  prg_forecast *forecast; /* shape (panel.n); owned */
  char *model;            /* of the first forecast row; owned */
} prg_forecast_set;

/* True if the bytes begin with the heading of forecasts. */
bool prg_forecast_csv_is(const char *bytes, size_t n);

/*
 * Reads what prg_forecast_csv_write wrote with PRG_CSV_PLAIN. Each distribution has the quantiles
 * of the file's columns; notes are not read back. `file` is for errors. PRG_EINPUT with file, line
 * and column: a column that is missing, a kind, period or number that is none, limits out of order.
 * prg_forecast_set_clear it after use, whatever was returned.
 */
prg_status prg_forecast_csv_read(const char *file, const char *bytes, size_t n,
                                 prg_forecast_set *out, prg_error *error);
void prg_forecast_set_clear(prg_forecast_set *set);

PRG_END_C

#endif
