/* Files joined, series renamed, chosen and summed, periods cut: after reading, before any verb. */
#ifndef CLI_ASKING_SHAPE_H
#define CLI_ASKING_SHAPE_H

#include <prognos/reading.h>

#include "cli/verb.h"

/* One row, one line. */
/* clang-format off */

/* The rows of a verb that reads series. */
#define SHAPE_OPTIONS                                                                              \
  TEXT_OPTION("select", 0, NULL, SELECT, SELECT),                                                  \
      TEXT_OPTION("sum", 0, NULL, NAME, SUM),                                                      \
      FLAG_OPTION("sum-partial", 0, SUM_PARTIAL),                                                  \
      TEXT_OPTION("from", 0, NULL, PERIOD, FROM),                                                  \
      TEXT_OPTION("to", 0, NULL, PERIOD, TO),                                                      \
      TEXT_OPTION("rename", 0, NULL, FILE, RENAME),                                                \
      FLAG_OPTION("later-wins", 0, LATER_WINS)

/* clang-format on */

/* True if the options or several files make something else of what was read: then all of it is
 * needed at once. */
bool asking_shape_is_asked(const command *run);

/*
 * Renames the series of the file that was read from `path`, joins the command's other files to it
 * if it is the first of them, then selects, sums and cuts, in this order.
 */
prg_status asking_shape(const command *run, const char *path, prg_reading *reading,
                        prg_error *error);

#endif
