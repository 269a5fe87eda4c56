#include "cli/checking.h"

static prg_argument whose(const prg_event *event) {
  prg_buffer names = {0};
  prg_argument argument = prg_text_argument(PRG_TEXT_CHECK_EVERY_SERIES);
  if (event->to != NULL)
    prg_buffer_printf(&names, "%s → %s", event->series, event->to);
  if (event->series != NULL)
    argument = prg_string(event->to != NULL ? prg_buffer_string(&names) : event->series);
  prg_buffer_free(&names);
  return argument;
}

static void write_event(command *run, const prg_event *event) {
  char period[PRG_PERIOD_BYTES];
  checking_write(run, event->note[0] != '\0' ? PRG_TEXT_CHECK_EVENT_SAID : PRG_TEXT_CHECK_EVENT,
                 PRG_ARGS(prg_string(prg_period_print(event->period, period)),
                          prg_text_argument(prg_event_kind_text(event->kind)), whose(event),
                          prg_string(event->note)));
}

prg_status checking_events(command *run, const checking *file, prg_error *error) {
  prg_event_list events;
  prg_status status = asking_events(run, &events, error);
  for (size_t i = 0; status == PRG_OK && i < events.n; i++) {
    const prg_event *event = &events.item[i];
    write_event(run, event);
    if (!asking_event_matches(event, &file->reading.panel))
      checking_write(run, PRG_TEXT_EVENT_NOWHERE,
                     PRG_ARGS(prg_integer((long long)event->line), prg_string(event->series)));
  }
  prg_event_list_clear(&events);
  return status;
}
