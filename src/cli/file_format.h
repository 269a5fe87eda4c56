/*
 * The files that the command reads and writes, one row each: `help NAME` and section 5 of the
 * manual come from these rows. To add a file: its texts in texts/manual.def and one row here.
 */
#ifndef CLI_FILE_FORMAT_H
#define CLI_FILE_FORMAT_H

#include <prognos/message.h>

/* A column by the heading that is written in each language; the readers know more names. */
typedef struct file_column {
  const char *swedish, *english;
  prg_text help;
} file_column;

typedef struct file_format {
  const char *name;          /* `prognos help NAME`, prognos-NAME(5) */
  const char *option;        /* of the verbs, which names such a file; NULL: no option does */
  prg_text summary;          /* one line */
  prg_text about;            /* paragraphs, separated by blank lines */
  const file_column *column; /* ended by a row without a heading; NULL: none of its own */
  bool has_keys;             /* the columns are keys of an INI file */
  prg_text example;          /* a whole file; PRG_TEXT_NONE if one says nothing */
} file_format;

/* The table, ended by a row without a name. */
extern const file_format file_formats[];
/* NULL if there is none of that name. */
const file_format *file_format_find(const char *name);
/* The one that the option of a verb names; NULL if none does. */
const file_format *file_format_of_option(const char *option);
/* Its heading in the language. */
const char *file_column_heading(const file_column *column, prg_language language);
/* Appends the page for a terminal. */
void file_format_write(const file_format *format, prg_language language, prg_buffer *out);

#endif
