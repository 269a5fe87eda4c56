/* Finds a name among many: a hash table of texts with a number each. */
#ifndef SERIES_NAME_INDEX_H
#define SERIES_NAME_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/series.h>

typedef struct name_index {
  struct name_slot {
    size_t offset, length, number; /* the text in `texts`; number + 1, 0 is free */
  } * slot;                        /* shape (n_slots), a power of two; owned */
  size_t n, n_slots;
  prg_buffer texts;
} name_index;

/*
 * Gives text[0..n) the number, unless it has one; *number is the one it has from here on. False if
 * memory is exhausted. A zeroed index is empty; name_index_clear it after use.
 */
bool name_index_add(name_index *index, const char *text, size_t n, size_t *number);
/* Gives the name of every series its number in the panel, the first of that name. False as above.
 */
bool name_index_add_panel(name_index *index, const prg_panel *panel);
/* The number of the text; false if it has none. */
bool name_index_find(const name_index *index, const char *text, size_t n, size_t *number);
void name_index_clear(name_index *index);

#endif
