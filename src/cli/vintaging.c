#include "cli/vintaging.h"

#include <stdio.h>
#include <string.h>

#include <prognos/source.h>

#include "cli/asking.h"

/* The only series asked for. */
static prg_status find_series(const command *run, const char *path, const prg_panel *panel,
                              size_t *which, prg_error *error) {
  size_t n = 0;
  for (size_t i = 0; i < panel->n; i++)
    if (asking_is_asked_for(&run->options, panel->series[i].name)) {
      *which = i;
      n++;
    }
  if (n != 1)
    return prg_fail(error, PRG_TEXT_VINTAGES_SERIES,
                    PRG_ARGS(prg_string(asking_name(path)), prg_integer((long long)n)));
  return PRG_OK;
}

static prg_status take_forecast(const command *run, const char *path, const prg_buffer *bytes,
                                vintaging *all, prg_error *error) {
  prg_forecast_set *set = &all->set[all->n];
  size_t which = 0;
  prg_status status =
      prg_forecast_csv_read(asking_name(path), prg_buffer_string(bytes), bytes->length, set, error);
  if (status == PRG_OK)
    status = find_series(run, path, &set->panel, &which, error);
  if (status == PRG_OK)
    all->forecast[all->n] = &set->forecast[which];
  return status;
}

static prg_status take_outcome(const command *run, const char *path, vintaging *all,
                               prg_error *error) {
  prg_reading *reading = &all->reading[all->n];
  size_t which = 0;
  prg_status status = asking_read_alone(run, path, reading, error);
  if (status == PRG_OK)
    status = find_series(run, path, &reading->panel, &which, error);
  if (status == PRG_OK) {
    all->alone[all->n] = (prg_forecast){.series = &reading->panel.series[which]};
    all->forecast[all->n] = &all->alone[all->n];
  }
  return status;
}

static prg_status read_file(const command *run, const char *path, vintaging *all,
                            prg_error *error) {
  prg_buffer bytes = {0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK && prg_forecast_csv_is(prg_buffer_string(&bytes), bytes.length))
    status = take_forecast(run, path, &bytes, all, error);
  else if (status == PRG_OK)
    status = take_outcome(run, path, all, error);
  prg_buffer_free(&bytes);
  all->n++;
  return status;
}

/* SQLite, "Database File Format", section 1.3: the first sixteen bytes. */
bool vintaging_is_of_ledger(const command *run) {
  static const char magic[16] = "SQLite format 3";
  char head[sizeof magic] = "";
  FILE *file = run->options.n_file == 1 ? fopen(run->options.file[0], "rbe") : NULL;
  bool is = file != NULL && fread(head, 1, sizeof head, file) == sizeof head &&
            memcmp(head, magic, sizeof magic) == 0;
  if (file != NULL)
    fclose(file);
  return is;
}

/* The outcome, and as many of the latest forecasts as there is room for. */
static prg_status read_ledger(const command *run, vintaging *all, prg_error *error) {
  const char *series = option_repeated(&run->options, "series", 0);
  if (series == NULL || option_repeated(&run->options, "series", 1) != NULL)
    return prg_fail(error, PRG_TEXT_VINTAGES_LEDGER_SERIES, NULL);
  const prg_ledger_filter filter = {.series = &series, .n_series = 1};
  prg_ledger *ledger;
  prg_status status = prg_ledger_open(&ledger, run->options.file[0], PRG_LEDGER_READ, error);
  if (status == PRG_OK)
    status = prg_ledger_vintages_read(ledger, series, &filter, &all->recorded, error);
  prg_ledger_close(ledger);
  size_t n = all->recorded.n, first = n > VINTAGING_MAX - 1 ? n - (VINTAGING_MAX - 1) : 0;
  for (size_t i = first; status == PRG_OK && i < n; i++)
    all->forecast[all->n++] = &all->recorded.forecast[i];
  if (status == PRG_OK) {
    all->alone[all->n] = (prg_forecast){.series = &all->recorded.outcome};
    all->forecast[all->n] = &all->alone[all->n];
    all->n++;
  }
  return status;
}

prg_status vintaging_read(command *run, vintaging *all, prg_error *error) {
  *all = (vintaging){0};
  if (vintaging_is_of_ledger(run))
    return read_ledger(run, all, error);
  if (run->options.n_file > VINTAGING_MAX)
    return prg_fail(error, PRG_TEXT_VINTAGES_FILES, PRG_ARGS(prg_integer(VINTAGING_MAX)));
  prg_status status = PRG_OK;
  for (size_t i = 0; i < run->options.n_file && status == PRG_OK; i++)
    status = read_file(run, run->options.file[i], all, error);
  return status;
}

void vintaging_clear(vintaging *all) {
  for (size_t i = 0; i < all->n; i++) {
    prg_forecast_set_clear(&all->set[i]);
    prg_reading_clear(&all->reading[i]);
  }
  prg_ledger_vintages_clear(&all->recorded);
  all->n = 0;
}
