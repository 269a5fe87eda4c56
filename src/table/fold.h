/*
 * Comparing words as a Swede would: A–Z and the Latin-1 capitals (Å Ä Ö É …) equal their small
 * letters. No locale.
 */
#ifndef TABLE_FOLD_H
#define TABLE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* True if text[0..n) is `word` when capitals are folded; `word` is in small letters, UTF-8. */
bool fold_equal(const char *text, size_t n, const char *word);

/* True if the two texts are the same when capitals are folded. */
bool fold_same(const char *a, size_t n, const char *b, size_t m);

/* As fold_equal, for the beginning and the end of the text. */
bool fold_starts(const char *text, size_t n, const char *word);
bool fold_ends(const char *text, size_t n, const char *word);

/* Moves *text and *n to what is left without blanks (also no-break, thin) at both ends. */
void trim_blanks(const char **text, size_t *n);

/* Bytes of the blank that text[0..n) begins with: space, tab, CR, LF, NBSP, U+2009, U+202F; else 0.
 */
size_t blank_length(const char *text, size_t n);

#endif
