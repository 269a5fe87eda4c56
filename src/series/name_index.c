#include "series/name_index.h"

#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>

void name_index_clear(name_index *index) {
  free(index->slot);
  prg_buffer_free(&index->texts);
  *index = (name_index){0};
}

/* The slot that holds the text, or the free one where it belongs. */
static struct name_slot *find_slot(const name_index *index, const char *text, size_t n) {
  size_t mask = index->n_slots - 1;
  for (size_t i = (size_t)prg_hash(text, n) & mask;; i = (i + 1) & mask) {
    struct name_slot *slot = &index->slot[i];
    if (slot->number == 0 ||
        (slot->length == n &&
         memcmp(prg_buffer_string(&index->texts) + slot->offset, text, n) == 0))
      return slot;
  }
}

/* Doubles the slots before they are half full. */
static bool grow(name_index *index) {
  if (2 * (index->n + 1) <= index->n_slots)
    return true;
  name_index wider = *index;
  wider.n_slots = index->n_slots == 0 ? 64 : 2 * index->n_slots;
  wider.slot = calloc(wider.n_slots, sizeof *wider.slot);
  if (wider.slot == NULL)
    return false;
  for (size_t i = 0; i < index->n_slots; i++) {
    const struct name_slot *old = &index->slot[i];
    if (old->number > 0)
      *find_slot(&wider, prg_buffer_string(&index->texts) + old->offset, old->length) = *old;
  }
  free(index->slot);
  *index = wider;
  return true;
}

bool name_index_add(name_index *index, const char *text, size_t n, size_t *number) {
  if (!grow(index))
    return false;
  struct name_slot *slot = find_slot(index, text, n);
  if (slot->number == 0) {
    size_t offset = index->texts.length;
    prg_buffer_add_n(&index->texts, text, n);
    if (index->texts.failed)
      return false;
    *slot = (struct name_slot){offset, n, *number + 1};
    index->n++;
  }
  *number = slot->number - 1;
  return true;
}

bool name_index_add_panel(name_index *index, const prg_panel *panel) {
  for (size_t i = 0; i < panel->n; i++) {
    size_t number = i;
    if (!name_index_add(index, panel->series[i].name, strlen(panel->series[i].name), &number))
      return false;
  }
  return true;
}

bool name_index_find(const name_index *index, const char *text, size_t n, size_t *number) {
  if (index->n == 0)
    return false;
  const struct name_slot *slot = find_slot(index, text, n);
  if (slot->number == 0)
    return false;
  *number = slot->number - 1;
  return true;
}
