/* What events do to a series' figures: the regressors of models that take events. */
#ifndef MODEL_EVENT_EFFECT_H
#define MODEL_EVENT_EFFECT_H

#include <prognos/model.h>

/*
 * The effect in time t of a unit event in time `at`: from then on 1 (level), then alone 1
 * (outlier), or max(0, t − at + 1) (slope: the first change of the new kind is the one into `at`).
 */
double prg_event_effect(prg_event_kind kind, double at, double t);

/*
 * at[k]: the time of the options' k-th event, 1 being the series' first period. PRG_EREFUSED if one
 * is of another frequency, or if not some of the figures are under its effect and others not.
 */
prg_status prg_events_place(const prg_model_options *options, const prg_series *series,
                            double at[PRG_EVENTS_MAX], prg_error *error);

/* Tells in words how large the effect was. */
void prg_event_note(const prg_event *event, const prg_coefficient *size, prg_notes *notes);

#endif
