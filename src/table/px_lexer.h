/*
 * A PX file in statements:
 *
 *   KEYWORD[language]("subkey","subkey")="value","value";
 *
 * A long string goes on as another one on the next line. What a reader does not ask for (notes,
 * maps, contacts) is passed over.
 */
#ifndef TABLE_PX_LEXER_H
#define TABLE_PX_LEXER_H

#include <prognos/error.h>

typedef struct px_value {
  size_t text; /* offset in `strings` */
  char before; /* the mark before it: ',' '(' '-' ':', '=' for the first */
  bool bare;   /* without quotation marks */
} px_value;

typedef struct px_statement {
  size_t keyword, language, subkey; /* offsets in `strings`; 0 is "" */
  size_t first, n;                  /* its values */
  size_t line;
} px_statement;

typedef struct px_file {
  prg_buffer strings;      /* owned, as are the arrays */
  px_statement *statement; /* shape (n) */
  size_t n, capacity;
  px_value *value; /* shape (n_values) */
  size_t n_values, value_capacity;
  const char *text, *end; /* of the file; borrowed */
  const char *data;       /* what follows DATA= */
} px_file;

/*
 * Reads the statements whose keywords are `wanted` (a list ended by NULL), up to DATA. PRG_EINPUT
 * with the line and the keyword for what is no statement, and if there is no DATA. px_file_clear it
 * after use, whatever was returned.
 */
prg_status px_file_read(px_file *px, const char *text, size_t n, const char *const *wanted,
                        prg_error *error);
void px_file_clear(px_file *px);

/* The text at an offset. Borrowed. */
const char *px_text(const px_file *px, size_t offset);

/* The line, from 1, of a place in the text. */
size_t px_line(const px_file *px, const char *place);

/* The first statement of that keyword, language and subkey ("" for none); NULL if there is none. */
const px_statement *px_find(const px_file *px, const char *keyword, const char *language,
                            const char *subkey);

/* True if text[0..n) begins like a PX file. */
bool px_starts(const char *text, size_t n);

#endif
