/*
 * The effect of an intervention is the level of `events`: a straight line with a step in the
 * period of the intervention, by least squares.
 *
 * Assumptions and limits: there is nothing to compare with. What else happened at the time, a turn
 * that would have come anyway, and an intervention made because the figures were extreme all show
 * as an effect. Hence it is called an association. Series with a season are not asked.
 */
#include "forecast/event_notes.h"

#include <math.h>

#include "model/trend/trend_fit.h"
#include "model/trend/trend_models.h"

#define SIDE 3 /* figures on each side of an intervention */

void event_note(const prg_event *event, prg_notes *notes) {
  char period[PRG_PERIOD_BYTES];
  bool said = event->note != NULL && event->note[0] != '\0';
  prg_notes_add(notes, said ? PRG_TEXT_NOTE_EVENT_SAID : PRG_TEXT_NOTE_EVENT,
                PRG_ARGS(prg_string(prg_period_print(event->period, period)),
                         prg_text_argument(prg_event_kind_text(event->kind)),
                         prg_string(said ? event->note : "")));
}

static prg_status note_step(const prg_event *event, const prg_series *figures, prg_notes *notes,
                            prg_error *error) {
  prg_model_options options;
  prg_notes own = {0};
  prg_model_options_init(&options);
  options.event[0] = *event;
  options.n_event = 1;
  void *state = prg_model_events.alloc(&options);
  if (state == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = prg_model_events.fit(state, figures, &own, error);
  if (status == PRG_OK) {
    const prg_trend *trend = prg_model_events.trend(state);
    const prg_coefficient *step = &trend->coefficient[trend->n_coefficient - 1];
    char period[PRG_PERIOD_BYTES];
    double size = fmax(fabs(step->lower_95), fabs(step->upper_95));
    prg_notes_add(notes, PRG_TEXT_NOTE_INTERVENTION,
                  PRG_ARGS(prg_string(prg_period_print(event->period, period)),
                           prg_trend_number(step->estimate, size),
                           prg_trend_number(step->lower_95, size),
                           prg_trend_number(step->upper_95, size)));
  }
  prg_model_events.free(state);
  return status == PRG_EREFUSED ? PRG_OK : status;
}

/* What figures before and after the intervention, made a level in their own periods, tell. */
static prg_status note_intervention(const prg_event *event, const prg_series *figures,
                                    prg_notes *notes, prg_error *error) {
  size_t before = 0, after = 0;
  for (size_t t = 0; t < figures->n; t++) {
    bool later = prg_period_compare(prg_series_period(figures, t), event->period) >= 0;
    before += !isnan(figures->value[t]) && !later;
    after += !isnan(figures->value[t]) && later;
  }
  if (before >= SIDE && after >= SIDE)
    return note_step(event, figures, notes, error);
  char period[PRG_PERIOD_BYTES];
  prg_notes_add(notes, PRG_TEXT_NOTE_INTERVENTION_FEW,
                PRG_ARGS(prg_string(prg_period_print(event->period, period)), prg_integer(SIDE),
                         prg_integer((long long)before), prg_integer((long long)after)));
  return PRG_OK;
}

prg_status event_notes(const prg_event_list *events, const prg_series *series,
                       const prg_series *figures, size_t horizon, prg_notes *notes,
                       prg_error *error) {
  prg_period last = prg_series_period(figures, figures->n - 1);
  prg_status status = PRG_OK;
  for (size_t i = 0; i < events->n && status == PRG_OK; i++) {
    prg_event event = events->item[i];
    if (!prg_event_period(&event, series, &event.period) ||
        prg_period_compare(event.period, series->start) < 0 ||
        prg_period_compare(event.period, prg_period_add(last, (int)horizon)) > 0)
      continue;
    bool later = prg_period_compare(event.period, last) > 0;
    if (event.kind == PRG_EVENT_LEVEL && !later)
      continue;
    event_note(&events->item[i], notes);
    if (later && event.kind != PRG_EVENT_RENAME && event.kind != PRG_EVENT_OUTLIER)
      prg_notes_add(notes, PRG_TEXT_NOTE_EVENT_LATER, NULL);
    if (event.kind == PRG_EVENT_INTERVENTION && !later && series->season == 1) {
      event.kind = PRG_EVENT_LEVEL;
      status = note_intervention(&event, figures, notes, error);
    }
  }
  return status;
}
