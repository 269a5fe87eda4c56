/* Disclosure control as the options say: between what was read and whatever is made of it. */
#ifndef CLI_PROTECTING_H
#define CLI_PROTECTING_H

#include <prognos/disclosure.h>

#include "cli/verb.h"

/* One row, one line. */
/* clang-format off */

#define PROTECTING_OPTIONS                                                                         \
  NUMBER_OPTION("hide-below", 0, NULL, 0, 1000, HIDE_BELOW),                                       \
      CHOICE_OPTION("protect", 0, "hide", "hide|merge|round", PROTECT),                            \
      NUMBER_OPTION("protect-width", 0, NULL, 1, 10000, PROTECT_WIDTH),                            \
      INTEGER_OPTION("round-base", 0, "5", 2, 1000, ROUND_BASE),                                   \
      TEXT_OPTION("published", 0, NULL, FILE, PUBLISHED)

/* clang-format on */

/*
 * The options as the library has them. False if nothing is to be hidden: --hide-below is 0, or was
 * not given to a verb that makes no pictures or pages for others. Those hide small counts of a
 * stated kind of people unasked.
 */
bool protecting_options(const command *run, prg_disclosure_options *options);
/* True if that was asked for: then the whole of a file is needed at once, totals and all. */
bool protecting_is_on(const command *run);
/* True if it is on and may hide something: for pictures only if --kind says that these are people.
 */
bool protecting_is_likely(const command *run);

/*
 * Protects the panel, whose totals have been kept, tells what was done on standard error, and takes
 * away the totals that --keep-totals does not ask for.
 */
prg_status protecting_apply(const command *run, prg_panel *panel, prg_error *error);

/* Tells a finding in words: name, period, what can be derived. */
void protecting_describe(const prg_finding *finding, const char *name, prg_message *message);

#endif
