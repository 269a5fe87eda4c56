/*
 * The error object: status, place, and what is wrong, kept as data (message.h). The place is the
 * file, the line and the column as a person counts them, from 1; 0 is "no place".
 *
 *   elever.csv:17:3: "12O" är inget tal (decimaltecken: ',')
 *
 * A function with a prg_error parameter can fail on the user's data; one without it cannot. The
 * parameter may always be NULL. A prg_error is a plain value: nothing to free.
 */
#ifndef PROGNOS_ERROR_H
#define PROGNOS_ERROR_H

#include <prognos/message.h>

PRG_BEGIN_C

#define PRG_FILE_BYTES 512

typedef struct prg_error {
  prg_status status;
  char file[PRG_FILE_BYTES]; /* "" if the error has no place */
  size_t line, column;       /* column: cell number in a table, from 1 */
  prg_message message;
} prg_error;

/* No error. */
void prg_error_clear(prg_error *error);

/* Sets what is wrong and returns the status that goes with the text. Place: none. */
prg_status prg_fail(prg_error *error, prg_text text, const prg_argument *arguments);

/* The same with a place; `file` may be NULL, line and column 0. */
prg_status prg_fail_at(prg_error *error, const char *file, size_t line, size_t column,
                       prg_text text, const prg_argument *arguments);

/* Appends "file:line:column: message" in words, without a line feed. */
void prg_error_write(const prg_error *error, prg_language language, prg_buffer *out);

PRG_END_C

#endif
