/*
 * The manual: a page in roff for the command, each verb (section 1) and each file (section 5), made
 * of the tables of verbs, options, examples and files.
 */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "cli/file_format.h"
#include "cli/verb.h"

/* prognos(1), which refers to all the others. */
void manual_write_command(prg_language language, prg_buffer *out);
/* prognos-VERB(1). */
void manual_write_verb(const verb *asked, prg_language language, prg_buffer *out);
/* prognos-FILE(5). */
void manual_write_file(const file_format *format, prg_language language, prg_buffer *out);

#endif
