/* What `prognos help` shows on a terminal. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/verb.h"

/* Appends the list of verbs and of files. */
void help_write_all(prg_language language, prg_buffer *out);
/* Appends the usage line, the summary, the options and the examples of a verb. */
void help_write_verb(const verb *asked, prg_language language, prg_buffer *out);

#endif
