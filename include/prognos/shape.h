/* Which of a panel's series, and which of their periods: choosing, summing, cutting. */
#ifndef PROGNOS_SHAPE_H
#define PROGNOS_SHAPE_H

#include <prognos/series.h>

PRG_BEGIN_C

/*
 * Keeps the series that in that dimension are one of member[0..n), case ignored. A member may be
 * told by its code, and "0581 Norrköping" by either half. PRG_EUSAGE if there is no such dimension
 * or no series of that member.
 */
prg_status prg_panel_select(prg_panel *panel, const char *dimension, const char *const *member,
                            size_t n, prg_error *error);

/* A member of that dimension that the text tells, as prg_panel_select has it. */
bool prg_series_is_member(const prg_series *series, size_t d, const char *text, size_t n);

/*
 * Sums over a dimension, which the panel then has no more: series that are the same in all others
 * become one, named without that member ("Totalt" if nothing is left). A part that is suppressed or
 * missing makes the sum so; one without an entry makes it PRG_GAP, or counts for nothing if
 * `partial`; one that is not applicable counts for nothing. A sum is preliminary if any part is; it
 * is approximate, revised or corrected likewise. PRG_EUSAGE if there is no such dimension or the
 * figures are percentages.
 */
prg_status prg_panel_sum(prg_panel *panel, const char *dimension, bool partial, prg_error *error);

/*
 * Keeps the periods from `from` to `to`, either of which may be NULL; a year keeps the months,
 * quarters … of it. Series without a period left go. PRG_EUSAGE if the series have other periods.
 */
prg_status prg_panel_window(prg_panel *panel, const prg_period *from, const prg_period *to,
                            prg_error *error);

PRG_END_C

#endif
