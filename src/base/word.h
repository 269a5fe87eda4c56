/* Words of a fixed set, such as the values of an option; texts that may be left out. */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include <stdbool.h>
#include <stddef.h>

/* The place of the name among word[0..n); n if it is none of them. */
size_t word_place(const char *const *word, size_t n, const char *name);
/* False if it is NULL or "". */
bool word_is_given(const char *text);

#endif
