/* What differs between two editions of the same table: figures revised, new, and gone. */
#ifndef PROGNOS_REVISION_H
#define PROGNOS_REVISION_H

#include <prognos/series.h>

PRG_BEGIN_C

typedef enum prg_revision_kind {
  PRG_REVISION_CHANGED,  /* another figure, or another status */
  PRG_REVISION_APPEARED, /* the old edition has no entry for the period */
  PRG_REVISION_VANISHED, /* the new edition has none */
  PRG_REVISION_KINDS
} prg_revision_kind;

/* "changed", "appeared", "vanished"; static storage. */
const char *prg_revision_kind_name(prg_revision_kind kind);

/* One figure in both editions; PRG_GAP and NaN where an edition has no entry. */
typedef struct prg_revision {
  prg_revision_kind kind;
  const char *series; /* its name; borrowed from the panels */
  prg_period period;
  double before, after;
  prg_observation status_before, status_after;
} prg_revision;

typedef struct prg_revision_list {
  prg_revision *item; /* shape (n); owned */
  size_t n;
  size_t count[PRG_REVISION_KINDS];
  size_t same; /* entries that are in both editions and equal */
} prg_revision_list;

/*
 * Compares the panels series by series, by name: the new edition's series in its order, then those
 * that only the old one has. Every period is compared, in order. Both must outlive the list.
 * PRG_ENOMEM. prg_revision_list_clear it after use, whatever was returned.
 */
prg_status prg_revision_find(const prg_panel *before, const prg_panel *after,
                             prg_revision_list *out, prg_error *error);
void prg_revision_list_clear(prg_revision_list *list);

PRG_END_C

#endif
