#include "table/fold.h"

#include <string.h>

/* The small letter's byte at `i`. Latin-1 capitals are C3 80 … C3 9E, their small ones + 0x20;
 * C3 97 is the multiplication sign. */
static unsigned char folded(const char *text, size_t i) {
  unsigned char c = (unsigned char)text[i];
  if (c >= 'A' && c <= 'Z')
    return (unsigned char)(c + 0x20);
  bool capital = c >= 0x80 && c <= 0x9E && c != 0x97;
  if (capital && i > 0 && (unsigned char)text[i - 1] == 0xC3)
    return (unsigned char)(c + 0x20);
  return c;
}

bool fold_starts(const char *text, size_t n, const char *word) {
  size_t length = strlen(word);
  if (length > n)
    return false;
  for (size_t i = 0; i < length; i++)
    if (folded(text, i) != (unsigned char)word[i])
      return false;
  return true;
}

bool fold_equal(const char *text, size_t n, const char *word) {
  return n == strlen(word) && fold_starts(text, n, word);
}

bool fold_same(const char *a, size_t n, const char *b, size_t m) {
  if (n != m)
    return false;
  for (size_t i = 0; i < n; i++)
    if (folded(a, i) != folded(b, i))
      return false;
  return true;
}

bool fold_ends(const char *text, size_t n, const char *word) {
  size_t length = strlen(word);
  return length <= n && fold_equal(text + (n - length), length, word);
}

size_t blank_length(const char *text, size_t n) {
  if (n == 0)
    return 0;
  if (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n')
    return 1;
  if (n >= 2 && memcmp(text, "\xC2\xA0", 2) == 0)
    return 2;
  if (n >= 3 && (memcmp(text, "\xE2\x80\x89", 3) == 0 || memcmp(text, "\xE2\x80\xAF", 3) == 0))
    return 3;
  return 0;
}

/* Bytes of the blank that text[0..n), n >= 1, ends with; 0 if it does not. */
static size_t blank_before_end(const char *text, size_t n) {
  unsigned char last = (unsigned char)text[n - 1];
  if (last <= ' ')
    return blank_length(text + n - 1, 1);
  size_t length = last == 0xA0 ? 2 : last == 0x89 || last == 0xAF ? 3 : 0;
  return length > 0 && length <= n && blank_length(text + n - length, length) == length ? length
                                                                                        : 0;
}

void trim_blanks(const char **text, size_t *n) {
  for (size_t skip; (skip = blank_length(*text, *n)) > 0; *n -= skip)
    *text += skip;
  for (size_t skip; *n > 0 && (skip = blank_before_end(*text, *n)) > 0;)
    *n -= skip;
}
