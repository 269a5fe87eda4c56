/*
 * A growing string: what every writer of text appends to. It is always ended by a zero byte. When
 * memory runs out it stays as it was and remembers that, so that a writer asks once, at the end.
 */
#ifndef PROGNOS_BUFFER_H
#define PROGNOS_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

typedef struct prg_buffer {
  char *data; /* zero-ended; NULL only before the first append */
  size_t length;
  size_t capacity;
  bool failed; /* an append found no memory; the content is not complete */
} prg_buffer;

/* An empty buffer. prg_buffer_free it after use. */
void prg_buffer_init(prg_buffer *buffer);
/* Frees the content; the buffer is empty again. */
void prg_buffer_free(prg_buffer *buffer);
/* Drops the content and keeps the memory. */
void prg_buffer_clear(prg_buffer *buffer);

void prg_buffer_add(prg_buffer *buffer, const char *string);
void prg_buffer_add_n(prg_buffer *buffer, const char *bytes, size_t n);
void prg_buffer_add_char(prg_buffer *buffer, char character);
/* Adds n bytes that the caller fills in, and returns where; NULL if there is no memory. */
char *prg_buffer_room(prg_buffer *buffer, size_t n);
/* `n` times the character. */
void prg_buffer_fill(prg_buffer *buffer, char character, size_t n);
/* printf for strings and whole numbers only; a double goes through number.h (the locale!). */
void prg_buffer_printf(prg_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The content, "" if nothing was added. Valid until the next append. */
const char *prg_buffer_string(const prg_buffer *buffer);

PRG_END_C

#endif
