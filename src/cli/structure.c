#include "cli/structure.h"

#include <prognos/source.h>

#include "cli/asking.h"

/* A series of another file: it is its name in the first dimension, and blank in the others. */
static prg_status adopt(const prg_panel *panel, prg_series *series, prg_error *error) {
  prg_buffer members = {0};
  prg_buffer_add(&members, series->name);
  prg_buffer_fill(&members, '\0', panel->n_dimension);
  prg_status status = members.failed
                          ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                          : prg_series_set_members(series, members.data, members.length, error);
  if (status == PRG_OK)
    status = prg_series_set_codes(series, NULL, 0, error);
  prg_buffer_free(&members);
  return status;
}

prg_status structure_add_totals(const command *run, prg_panel *panel, prg_error *error) {
  const char *path = option_string(&run->options, "totals");
  if (path == NULL)
    return PRG_OK;
  prg_read_options options;
  prg_read_options_init(&options);
  prg_kind_from_name(option_string(&run->options, "kind"), &options.kind);
  prg_reading totals;
  prg_status status = prg_read_file(path, &options, &totals, error);
  for (size_t i = 0; status == PRG_OK && i < totals.panel.n; i++) {
    prg_series *series = &totals.panel.series[i];
    if (prg_panel_find(panel, series->name) != NULL)
      status = prg_fail_at(error, asking_name(path), 0, 0, PRG_TEXT_TOTALS_NAMESAKE,
                           PRG_ARGS(prg_string(series->name)));
    else if ((status = adopt(panel, series, error)) == PRG_OK)
      status = prg_panel_add(panel, series, error);
  }
  prg_reading_clear(&totals);
  return status;
}

static prg_status read_structure(const char *path, const prg_panel *panel, prg_hierarchy *hierarchy,
                                 prg_error *error) {
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = prg_hierarchy_read(hierarchy, asking_name(path), prg_buffer_string(&bytes),
                                bytes.length, panel, error);
  prg_buffer_free(&bytes);
  return status;
}

prg_status structure_find(const command *run, const prg_panel *panel, prg_hierarchy *hierarchy,
                          bool *guessed, prg_notes *notes, prg_error *error) {
  const char *file = option_string(&run->options, "structure");
  const char *column = option_string(&run->options, "parent-column");
  *guessed = file == NULL && column == NULL;
  *hierarchy = (prg_hierarchy){0};
  if (file != NULL)
    return read_structure(file, panel, hierarchy, error);
  if (column != NULL)
    return prg_hierarchy_from_parents(hierarchy, panel, column, notes, error);
  return prg_hierarchy_from_totals(hierarchy, panel, error);
}
