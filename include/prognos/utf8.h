/* UTF-8: validity and the width of text on a terminal. */
#ifndef PROGNOS_UTF8_H
#define PROGNOS_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <prognos/buffer.h>

PRG_BEGIN_C

/* Reads one character of bytes[0..n), n >= 1. Returns its length in bytes, 0 if it is not UTF-8. */
size_t prg_utf8_decode(const char *bytes, size_t n, uint32_t *character);

/* True if bytes[0..n) is well-formed UTF-8. */
bool prg_utf8_valid(const char *bytes, size_t n);

/* Columns that a string takes on a terminal (combining marks 0, East Asian wide 2). */
size_t prg_utf8_width(const char *string);

/* The longest prefix of at most max_bytes bytes that does not cut a character. */
size_t prg_utf8_prefix(const char *string, size_t length, size_t max_bytes);

/* Appends the string with a capital first, if it begins with a–z or a Latin-1 letter such as å. */
void prg_utf8_add_capital(prg_buffer *out, const char *string);

PRG_END_C

#endif
