#include "cli/checking.h"
#include "cli/protecting.h"

/* The first finding is the error; the others are told as lines. */
static void tell_findings(command *run, const checking *file, const prg_panel *panel,
                          const prg_disclosure *found) {
  for (size_t k = 0; k < found->n; k++) {
    prg_message message;
    protecting_describe(&found->finding[k], panel->series[found->finding[k].series].name, &message);
    if (k > 0) {
      checking_write(run, message.text, message.argument);
      continue;
    }
    prg_error error;
    prg_fail_at(&error, asking_name(file->path), 0, 0, message.text, message.argument);
    error.status = PRG_EINPUT;
    command_tell_error(run, &error);
  }
}

static prg_status audit(command *run, const checking *file, const prg_panel *panel,
                        const prg_hierarchy *hierarchy, prg_error *error) {
  prg_disclosure_options options;
  prg_disclosure found;
  protecting_options(run, &options);
  options.stated_only = false;
  prg_status status = prg_disclosure_audit(panel, hierarchy, &options, &found, error);
  if (status == PRG_OK) {
    checking_write(run, PRG_TEXT_CHECK_DISCLOSURE,
                   PRG_ARGS(prg_integer((long long)found.small), prg_number(options.threshold, -1),
                            prg_integer((long long)found.hidden),
                            prg_integer((long long)(found.n - found.small))));
    tell_findings(run, file, panel, &found);
  }
  prg_disclosure_clear(&found);
  return status;
}

prg_status checking_disclosure(command *run, const checking *file, prg_error *error) {
  prg_reading anew;
  prg_hierarchy hierarchy = {0};
  prg_notes notes = {0};
  bool guessed;
  prg_status status = asking_read_totals(run, file->path, &file->bytes, &anew, error);
  if (status == PRG_OK)
    status = structure_add_totals(run, &anew.panel, error);
  if (status == PRG_OK)
    status = structure_find(run, &anew.panel, &hierarchy, &guessed, &notes, error);
  if (status == PRG_OK)
    status = audit(run, file, &anew.panel, &hierarchy, error);
  prg_hierarchy_clear(&hierarchy);
  prg_reading_clear(&anew);
  return status;
}
