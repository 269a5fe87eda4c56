/* Which series of a file are sums of others, as the options say or as the file itself does. */
#ifndef CLI_STRUCTURE_H
#define CLI_STRUCTURE_H

#include <prognos/hierarchy.h>

#include "cli/verb.h"

/* One row, one line. */
/* clang-format off */

#define STRUCTURE_OPTIONS                                                                          \
  TEXT_OPTION("structure", 0, NULL, FILE, STRUCTURE),                                              \
      TEXT_OPTION("parent-column", 0, NULL, NAME, PARENT_COLUMN),                                  \
      TEXT_OPTION("totals", 0, NULL, FILE, TOTALS)

/* clang-format on */

/* Appends the series of --totals to the panel. PRG_EINPUT if one has the name of another. */
prg_status structure_add_totals(const command *run, prg_panel *panel, prg_error *error);

/*
 * The sums of --structure, of --parent-column, or else of what the panel calls Summa or Totalt,
 * which *guessed tells. What should be known goes to `notes`. prg_hierarchy_clear it after use,
 * whatever was returned.
 */
prg_status structure_find(const command *run, const prg_panel *panel, prg_hierarchy *hierarchy,
                          bool *guessed, prg_notes *notes, prg_error *error);

#endif
