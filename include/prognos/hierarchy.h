/*
 * Which series of a panel are sums of others. A total may have several sums (over regions and over
 * sexes), a part may belong to several totals, and totals may be parts in their turn: a directed
 * graph without cycles, kept as one sparse row per sum. Series are told by their number in the
 * panel, because a part may bear the name of its total.
 */
#ifndef PROGNOS_HIERARCHY_H
#define PROGNOS_HIERARCHY_H

#include <prognos/series.h>

PRG_BEGIN_C

/* total = Σ part[first … first + n) */
typedef struct prg_sum {
  size_t total;    /* a series of the panel */
  size_t first, n; /* its parts, n >= 1 */
  size_t line;     /* of the structure file, where it begins; 0: from the table itself */
} prg_sum;

typedef struct prg_hierarchy {
  size_t n_series; /* of the panel */
  prg_sum *sum;    /* shape (n_sum); owned */
  size_t n_sum;
  size_t *part; /* shape (n_part): series of the panel; owned */
  size_t n_part;
  size_t *level;   /* shape (n_series): 0 for a series that no sum makes up, else one more than the
                      highest level of its parts; owned */
  size_t n_levels; /* 1 + the highest of them */
} prg_hierarchy;

/*
 * Reads bytes[0..n), a structure file: a row for each part of each sum, with the columns
 *
 *   total;del;indelning        total;part;grouping
 *   Riket;Norr;region
 *   Riket;Söder;region
 *   Riket;flickor;kön          the third is needed only if a total is summed in several ways
 *
 * in any order. A name is a series of the panel; a part may also be told by the end of its name, if
 * the beginning is that of its total: "Grundsärskola;Träningsskola" and
 * "Grundsärskola;Grundsärskola" are "Grundsärskola · Träningsskola" and "Grundsärskola ·
 * Grundsärskola" where there are such series. PRG_EINPUT with `file` and line: a name that is no
 * series, a blank one, a part listed twice in one sum, a series that is a part of itself.
 * prg_hierarchy_clear it after use, whatever was returned.
 */
prg_status prg_hierarchy_read(prg_hierarchy *out, const char *file, const char *bytes, size_t n,
                              const prg_panel *panel, prg_error *error);
/*
 * From the dimension that tells what total each series belongs to. The total of a series of parent
 * P is the series named P, P · Totalt, or the one that is P in the first other dimension (of
 * another parent than P); in the dimensions after that one both must be the same. A series whose
 * parent is blank is a part of none; a parent that is no series makes no sum, and the first such is
 * told in `notes`. PRG_EUSAGE if there is no such dimension, PRG_EINPUT if several series could be
 * the total or a series is a part of itself.
 */
prg_status prg_hierarchy_from_parents(prg_hierarchy *out, const prg_panel *panel,
                                      const char *dimension, prg_notes *notes, prg_error *error);
/*
 * From the members called Summa, Totalt …: such a series is the sum of those that are the same in
 * every other dimension. A total that is blank in another dimension sums over that one, too.
 */
prg_status prg_hierarchy_from_totals(prg_hierarchy *out, const prg_panel *panel, prg_error *error);
void prg_hierarchy_clear(prg_hierarchy *hierarchy);

/*
 * The summing matrix: how often each leaf (level 0) goes into each series, so that
 * y = matrix · y[leaf]. leaf: shape (*n_leaf), in the panel's order; matrix: shape (n_series,
 * *n_leaf), by rows; both are the caller's to free. PRG_EREFUSED if two sums of one total are not
 * made up of the same leaves (then only the sums themselves say how the figures hang together),
 * PRG_ENOMEM.
 */
prg_status prg_hierarchy_matrix(const prg_hierarchy *hierarchy, const prg_panel *panel,
                                size_t **leaf, size_t *n_leaf, double **matrix, prg_error *error);

PRG_END_C

#endif
