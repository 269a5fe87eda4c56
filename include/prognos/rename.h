/* New names for series and their members, from a small map file. */
#ifndef PROGNOS_RENAME_H
#define PROGNOS_RENAME_H

#include <prognos/series.h>

PRG_BEGIN_C

typedef struct prg_rename {
  char *old_name, *new_name; /* owned */
  size_t line;               /* of the map file */
  bool used;                 /* it was met in a panel */
} prg_rename;

typedef struct prg_rename_list {
  prg_rename *item; /* shape (n); owned */
  size_t n;
} prg_rename_list;

/*
 * Reads bytes[0..n), a row for each new name, with the columns in any order:
 *
 *   gammalt;nytt                       old;new
 *   Grundsärskola;Anpassad grundskola
 *
 * PRG_EINPUT with `file` and line: a blank name, an old one twice. prg_rename_clear it after use,
 * whatever was returned.
 */
prg_status prg_rename_read(prg_rename_list *out, const char *file, const char *bytes, size_t n,
                           prg_error *error);
void prg_rename_clear(prg_rename_list *list);

/*
 * Renames the series of that name; for the others, every member of that name, which then stands in
 * their names as well. Marks what was used. Series that have the same name afterwards are joined by
 * prg_panel_join.
 */
prg_status prg_panel_rename(prg_panel *panel, prg_rename_list *list, prg_error *error);
/* PRG_EINPUT with `file` and line of the first old name that was met in no panel. */
prg_status prg_rename_check(const prg_rename_list *list, const char *file, prg_error *error);

PRG_END_C

#endif
