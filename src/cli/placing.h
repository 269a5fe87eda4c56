/* The places that a need is compared with, as the options say. */
#ifndef CLI_PLACING_H
#define CLI_PLACING_H

#include <prognos/places.h>
#include <prognos/series.h>

#include "cli/asking.h"

#define PLACING_PATHS 4000 /* sample paths that tell the first year that is full */

/* One row, one line. */
/* clang-format off */

#define PLACING_OPTIONS                                                                            \
  TEXT_OPTION("places", 0, NULL, FILE, PLACES),                                                    \
      TEXT_OPTION("capacity", 0, NULL, PLACES, PLACES_TEXT),                                       \
      NUMBER_OPTION("group-size", 0, NULL, 1, 10000, GROUP_SIZE),                                  \
      TEXT_OPTION("moment", 0, NULL, TEXT, MOMENT)

/* clang-format on */

/* True if --places or --capacity was given. */
bool placing_is_given(const command *run);
/* Reads what was given; none if nothing was. PRG_EUSAGE if both were. prg_places_clear it after
 * use, whatever was returned. */
prg_status placing_read(const command *run, prg_places *places, prg_error *error);
/* --moment; without it "hösten" before the year of an annual series: pupils are counted in autumn.
 */
const char *placing_moment(const command *run, const prg_panel *panel);

#endif
