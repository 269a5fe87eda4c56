/* What standard output is shown on. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <prognos/chart_text.h>

#include "cli/verb.h"

#define TERMINAL_OPTIONS                                                                           \
  FLAG_OPTION("terminal", 0, TERMINAL),                                                            \
      CHOICE_OPTION("colour", 0, "auto", "auto|always|never", COLOUR)

/*
 * The size of the terminal; of what is none, that of COLUMNS and LINES in the environment, else 80
 * × 24. Colours by --colour; "auto" is on a terminal unless NO_COLOR is set or TERM is dumb.
 */
prg_text_screen terminal_screen(const command *run);

#endif
