#include "cli/reconciling.h"

#include <prognos/reconcile.h>
#include <prognos/whole_persons.h>

#define NUMBERS 2e7 /* in all paths: 160 MB */
#define PATHS_LEAST 400
#define PATHS_MOST 4000

bool reconciling_is_on(const command *run) {
  return option_exists(&run->options, "reconcile") && option_is_given(&run->options, "reconcile");
}

size_t reconciling_paths(size_t n, size_t horizon) {
  double paths = NUMBERS / ((double)n * (double)horizon);
  return paths > PATHS_MOST ? PATHS_MOST : paths < PATHS_LEAST ? PATHS_LEAST : (size_t)paths;
}

static bool are_counts(const prg_panel *panel) {
  for (size_t i = 0; i < panel->n; i++)
    if (!prg_series_is_count(&panel->series[i]))
      return false;
  return true;
}

static prg_status reconcile(const command *run, forecasting *made, const prg_hierarchy *hierarchy,
                            prg_error *error) {
  prg_reconcile_options options;
  prg_reconcile_options_init(&options);
  prg_reconciliation_from_name(option_string(&run->options, "reconcile"), &options.method);
  options.n_paths = made->n_paths;
  options.seed = (unsigned long)option_number(&run->options, "seed");
  if (hierarchy->n_sum == 0)
    return prg_fail(error, PRG_TEXT_RECONCILE_NO_SUMS, NULL);
  prg_status status =
      prg_reconcile(&made->panel, hierarchy, &options, made->forecast, made->path, error);
  if (status == PRG_OK && are_counts(&made->panel))
    status = prg_whole_persons(&made->panel, hierarchy, made->forecast, error);
  for (size_t i = 0; i < made->n && status == PRG_OK; i++)
    prg_notes_add(&made->forecast[i].notes, PRG_TEXT_NOTE_RECONCILED,
                  PRG_ARGS(prg_string(prg_reconciliation_name(options.method))));
  return status;
}

prg_status reconciling_apply(const command *run, forecasting *made, prg_error *error) {
  prg_hierarchy hierarchy = {0};
  prg_notes notes = {0};
  bool guessed;
  if (!reconciling_is_on(run) || made->n == 0)
    return PRG_OK;
  if (option_is_given(&run->options, "series"))
    return prg_fail(error, PRG_TEXT_RECONCILE_ALL, NULL);
  if (made->n < made->panel.n)
    return prg_fail(error, PRG_TEXT_RECONCILE_LACKS,
                    PRG_ARGS(prg_integer((long long)(made->panel.n - made->n))));
  prg_status status = structure_find(run, &made->panel, &hierarchy, &guessed, &notes, error);
  for (size_t i = 0; i < notes.n; i++)
    command_talk(run, notes.note[i].text, notes.note[i].argument);
  if (status == PRG_OK)
    status = reconcile(run, made, &hierarchy, error);
  prg_hierarchy_clear(&hierarchy);
  return status;
}
