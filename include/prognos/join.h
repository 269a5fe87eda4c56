/* Several files of the same series read as one: a series goes on where it ends in the one before.
 */
#ifndef PROGNOS_JOIN_H
#define PROGNOS_JOIN_H

#include <prognos/series.h>

PRG_BEGIN_C

typedef struct prg_join_options {
  const char *file;  /* what errors call the source of what was joined before … */
  const char *added; /* … and that of what is added */
  bool later_wins;   /* a figure that differs takes the place of the earlier one; default false: it
                        is PRG_EINPUT that tells both */
} prg_join_options;

/* Adds the periods of a series to another one, which keeps its name, in the way told below. */
prg_status prg_series_join(prg_series *to, const prg_series *from, const prg_join_options *options,
                           prg_error *error);

/*
 * Moves the series of `added` to `panel`, which may be empty: those of a name that is there
 * already, there or among the added, become one series with it; others come after them. In a period
 * that both have, a figure takes the place of what is none, and the status is that of the later
 * one. PRG_EINPUT: one name with two kinds of period, or two figures for one period. The panel
 * keeps its dimensions only if both have the same. `added` is empty afterwards, whatever was
 * returned.
 */
prg_status prg_panel_join(prg_panel *panel, prg_panel *added, const prg_join_options *options,
                          prg_error *error);

PRG_END_C

#endif
