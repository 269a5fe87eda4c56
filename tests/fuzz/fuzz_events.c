/*
 * Events files: an error with its place, or events that can be applied to a panel and leave one
 * whose figures are where they can be read.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/event.h>
#include <prognos/reading.h>

static const char table[] = "Serie;2019;2020;2021;2022;2023\nA;7;9;8;;\nB;;;8;11;12\nC;3;..;5;6;7\n"
                            "D;4;4;4;4;4\n";

static void must(bool condition) {
  if (!condition)
    abort();
}

static void check_panel(const prg_panel *panel) {
  must(panel->n >= 1 && panel->n <= 4);
  for (size_t i = 0; i < panel->n; i++) {
    const prg_series *series = &panel->series[i];
    must(series->n >= 1 && series->name[0] != '\0');
    for (size_t t = 0; t < series->n; t++)
      must(prg_observation_has_value(series->observation[t]) == (isnan(series->value[t]) == 0));
  }
}

static void apply(prg_event_list *events) {
  prg_reading reading;
  prg_error error;
  must(prg_read_bytes("t", table, strlen(table), NULL, &reading, NULL) == PRG_OK);
  prg_status status = prg_event_list_apply(events, &reading.panel, &error);
  must(status == PRG_OK || (error.line >= 1 && strcmp(error.file, "fuzz.csv") == 0));
  check_panel(&reading.panel);
  prg_reading_clear(&reading);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  prg_event_list events;
  prg_error error;
  prg_status status = prg_event_list_read(&events, "fuzz.csv", (const char *)data, size, &error);
  if (status == PRG_OK) {
    for (size_t i = 0; i < events.n; i++) {
      const prg_event *event = &events.item[i];
      must(event->note != NULL && event->line >= 1 && event->kind < PRG_EVENT_KINDS);
      must(event->kind != PRG_EVENT_RENAME || (event->series != NULL && event->to != NULL));
    }
    apply(&events);
  } else {
    must(error.message.text != PRG_TEXT_NONE && strcmp(error.file, "fuzz.csv") == 0);
  }
  prg_event_list_clear(&events);
  return 0;
}
