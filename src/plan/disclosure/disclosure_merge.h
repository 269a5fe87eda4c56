/* Small counts added to their siblings, so that nothing need be hidden. */
#ifndef PLAN_DISCLOSURE_MERGE_H
#define PLAN_DISCLOSURE_MERGE_H

#include <prognos/disclosure.h>

/*
 * In every sum, as long as a part has a small count in some period: that part and the smallest of
 * its siblings become one series, "A + B", in the place of the first. Parts that have all become
 * one say no more than their total and are dropped; so are the parts of what was merged. As
 * prg_disclose otherwise. PRG_EREFUSED if a series with a small count is no part of anything, if a
 * series is a part of several sums or a total has several.
 */
prg_status disclosure_merge(prg_panel *panel, const prg_hierarchy *hierarchy,
                            const prg_disclosure_options *options, prg_disclosure *out,
                            prg_error *error);

#endif
