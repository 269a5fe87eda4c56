#include "model/trend/event_effect.h"

#include <math.h>

#include "model/trend/trend_fit.h"

double prg_event_effect(prg_event_kind kind, double at, double t) {
  if (kind == PRG_EVENT_OUTLIER)
    return t == at;
  return kind == PRG_EVENT_LEVEL ? t >= at : fmax(0, t - at + 1);
}

static prg_status place(const prg_event *event, const prg_series *series, double *at,
                        prg_error *error) {
  char period[PRG_PERIOD_BYTES], start[PRG_PERIOD_BYTES];
  prg_period_print(event->period, period);
  prg_period_print(series->start, start);
  if (event->period.frequency != series->start.frequency)
    return prg_fail(error, PRG_TEXT_EVENT_FREQUENCY,
                    PRG_ARGS(prg_string(period), prg_string(start)));
  *at = 1 + (double)prg_period_distance(series->start, event->period);
  size_t figures = 0, with = 0;
  for (size_t t = 0; t < series->n; t++) {
    if (isnan(series->value[t]))
      continue;
    figures++;
    with += prg_event_effect(event->kind, *at, (double)(t + 1)) > 0;
  }
  if (with == 0 || with == figures)
    return prg_fail(error, PRG_TEXT_EVENT_WITHOUT_FIGURES,
                    PRG_ARGS(prg_string(period), prg_string(prg_event_kind_name(event->kind))));
  return PRG_OK;
}

prg_status prg_events_place(const prg_model_options *options, const prg_series *series,
                            double at[PRG_EVENTS_MAX], prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t k = 0; status == PRG_OK && k < options->n_event; k++)
    status = place(&options->event[k], series, &at[k], error);
  return status;
}

void prg_event_note(const prg_event *event, const prg_coefficient *size, prg_notes *notes) {
  static const prg_text text[PRG_EVENT_KINDS] = {PRG_TEXT_EVENT_LEVEL_IS, PRG_TEXT_EVENT_OUTLIER_IS,
                                                 PRG_TEXT_EVENT_SLOPE_IS};
  char period[PRG_PERIOD_BYTES];
  double largest = fmax(fabs(size->lower_95), fabs(size->upper_95));
  prg_notes_add(notes, text[event->kind],
                PRG_ARGS(prg_string(prg_period_print(event->period, period)),
                         prg_trend_number(size->estimate, largest),
                         prg_trend_number(size->lower_95, largest),
                         prg_trend_number(size->upper_95, largest)));
}
