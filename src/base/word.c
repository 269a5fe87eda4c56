#include "base/word.h"

#include <string.h>

size_t word_place(const char *const *word, size_t n, const char *name) {
  size_t place = 0;
  while (place < n && strcmp(word[place], name) != 0)
    place++;
  return place;
}

bool word_is_given(const char *text) {
  return text != NULL && *text != '\0';
}
