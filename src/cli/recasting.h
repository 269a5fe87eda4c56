/* One series forecast again: by other models, or as it would have been at earlier times. */
#ifndef CLI_RECASTING_H
#define CLI_RECASTING_H

#include "cli/forecasting.h"

#define RECASTING_MAX 24

typedef struct recasting {
  prg_forecast forecast[RECASTING_MAX]; /* shape (n) */
  prg_series cut[RECASTING_MAX]; /* what was known; borrows all from the series it was cut from */
  size_t n;
} recasting;

/*
 * Forecasts the series by each of --models; one that refuses it is told and passed over. PRG_EUSAGE
 * if a model is unknown. recasting_clear *out after use, whatever was returned.
 */
prg_status recasting_models(command *run, const forecasting *made, const prg_series *series,
                            recasting *out, prg_error *error);

/*
 * Forecasts it as it would have been at --origins earlier times, the latest ones that have an
 * outcome: by the period, or by the year where there is a season. The same. PRG_EREFUSED if there
 * is none.
 */
prg_status recasting_origins(command *run, const forecasting *made, const prg_series *series,
                             recasting *out, prg_error *error);
void recasting_clear(recasting *all);

#endif
