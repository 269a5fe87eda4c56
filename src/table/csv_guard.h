/*
 * The apostrophe before a text that a spreadsheet would take for a formula (owasp.org, "CSV
 * Injection"): csv_write puts it there in files for Excel, csv_read takes it away. A text that
 * begins so by itself gets one more, so that what is read is always what was written.
 */
#ifndef TABLE_CSV_GUARD_H
#define TABLE_CSV_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* True of "=1", "-2" and of "'=1": apostrophes, then what begins a formula. */
static inline bool csv_needs_guard(const char *text, size_t n) {
  while (n > 0 && *text == '\'') {
    text++;
    n--;
  }
  return n > 0 && memchr("=+-@\t\r", *text, 6) != NULL;
}

static inline bool csv_has_guard(const char *text, size_t n) {
  return n > 0 && *text == '\'' && csv_needs_guard(text, n);
}

#endif
