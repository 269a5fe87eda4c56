/* What a forecast has to say of the events of its series. */
#ifndef FORECAST_EVENT_NOTES_H
#define FORECAST_EVENT_NOTES_H

#include <prognos/model.h>

/*
 * Notes each event that concerns the series and happens from its beginning to the end of the
 * horizon, level breaks that the forecast starts after being told elsewhere. Of an intervention
 * with at least three figures on each side it tells by how much the figures are off the line they
 * followed, and that this is an association. `figures` are those the forecast is made from.
 */
prg_status event_notes(const prg_event_list *events, const prg_series *series,
                       const prg_series *figures, size_t horizon, prg_notes *notes,
                       prg_error *error);

/* One event: when, what, and what was said of it. */
void event_note(const prg_event *event, prg_notes *notes);

#endif
