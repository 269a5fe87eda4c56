#include <math.h>
#include <string.h>

#include <prognos/csv_write.h>
#include <prognos/number.h>
#include <prognos/revision.h>

#include "cli/checking.h"

/* "249", ".." or "249 (preliminary)". */
static prg_argument entry_argument(const command *run, double value, prg_observation status) {
  prg_buffer text = {0};
  if (prg_observation_has_value(status))
    prg_buffer_add_people(&text, value, -1, run->language);
  else
    prg_buffer_add(&text, "..");
  if (status != PRG_OBSERVED && status != PRG_MISSING)
    prg_buffer_printf(&text, " (%s)", prg_observation_name(status));
  prg_argument argument = prg_string(prg_buffer_string(&text));
  prg_buffer_free(&text);
  return argument;
}

static void write_line(command *run, const prg_revision *item) {
  static const prg_text text[PRG_REVISION_KINDS] = {PRG_TEXT_CHECK_REVISED, PRG_TEXT_CHECK_APPEARED,
                                                    PRG_TEXT_CHECK_VANISHED};
  char period[PRG_PERIOD_BYTES];
  double difference = item->after - item->before;
  bool gone = item->kind == PRG_REVISION_VANISHED, revised = item->kind == PRG_REVISION_CHANGED;
  prg_argument before = entry_argument(run, item->before, item->status_before);
  prg_argument after = entry_argument(run, item->after, item->status_after);
  checking_write(run,
                 revised && difference != 0 && !isnan(difference) ? PRG_TEXT_CHECK_REVISED_BY
                                                                  : text[item->kind],
                 PRG_ARGS(prg_string(item->series),
                          prg_string(prg_period_print(item->period, period)),
                          revised || gone ? before : after, after, prg_number(difference, -1)));
}

static void write_lines(command *run, const prg_revision_list *list) {
  for (size_t i = 0; i < list->n; i++)
    write_line(run, &list->item[i]);
  checking_write(run, PRG_TEXT_CHECK_REVISIONS,
                 PRG_ARGS(prg_integer((long long)list->count[PRG_REVISION_CHANGED]),
                          prg_integer((long long)list->count[PRG_REVISION_APPEARED]),
                          prg_integer((long long)list->count[PRG_REVISION_VANISHED]),
                          prg_integer((long long)list->same)));
}

static void write_csv(command *run, const prg_revision_list *list) {
  static const char *const heading[] = {"series", "period",     "change",        "before",
                                        "after",  "difference", "status_before", "status_after"};
  prg_csv_writer csv;
  prg_csv_begin(&csv, &run->out, PRG_CSV_PLAIN);
  for (size_t i = 0; i < sizeof heading / sizeof *heading; i++)
    prg_csv_text(&csv, heading[i]);
  prg_csv_end_row(&csv);
  for (size_t i = 0; i < list->n; i++) {
    const prg_revision *item = &list->item[i];
    char period[PRG_PERIOD_BYTES];
    prg_csv_text(&csv, item->series);
    prg_csv_text(&csv, prg_period_print(item->period, period));
    prg_csv_text(&csv, prg_revision_kind_name(item->kind));
    prg_csv_number(&csv, item->before);
    prg_csv_number(&csv, item->after);
    prg_csv_significant(&csv, item->after - item->before, 15);
    prg_csv_text(&csv, prg_observation_name(item->status_before));
    prg_csv_text(&csv, prg_observation_name(item->status_after));
    prg_csv_end_row(&csv);
  }
}

prg_status checking_revisions(command *run, const checking *file, prg_error *error) {
  const char *path = option_string(&run->options, "against");
  prg_reading before;
  prg_revision_list list = {0};
  prg_status status = asking_read(run, path, &before, error);
  if (status == PRG_OK)
    status = prg_revision_find(&before.panel, &file->reading.panel, &list, error);
  if (status == PRG_OK && strcmp(option_string(&run->options, "format"), "csv") == 0)
    write_csv(run, &list);
  else if (status == PRG_OK)
    write_lines(run, &list);
  prg_revision_list_clear(&list);
  prg_reading_clear(&before);
  return status;
}
