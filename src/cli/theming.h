/* A theme by its name, or from a file. */
#ifndef CLI_THEMING_H
#define CLI_THEMING_H

#include <prognos/theme.h>

/* PRG_EUSAGE if `name` is neither a built-in theme nor ends in .gp; what prg_theme_read refuses. */
prg_status theming_read(const char *name, prg_theme *theme, prg_error *error);

#endif
