#include "series/seen.h"

#include <stdlib.h>

/* The slot of the fingerprint, or the free one where it belongs. */
static struct seen_slot *find(const seen_series *seen, uint64_t fingerprint) {
  size_t mask = seen->n_slots - 1, i = (size_t)fingerprint & mask;
  while (seen->slot[i].line != 0 && seen->slot[i].fingerprint != fingerprint)
    i = (i + 1) & mask;
  return &seen->slot[i];
}

/* Doubles the slots before they are three quarters full. */
static bool grow(seen_series *seen) {
  if (4 * (seen->n + 1) <= 3 * seen->n_slots)
    return true;
  seen_series grown = {.n = seen->n, .n_slots = seen->n_slots == 0 ? 1024 : 2 * seen->n_slots};
  grown.slot = calloc(grown.n_slots, sizeof *grown.slot);
  if (grown.slot == NULL)
    return false;
  for (size_t i = 0; i < seen->n_slots; i++)
    if (seen->slot[i].line != 0)
      *find(&grown, seen->slot[i].fingerprint) = seen->slot[i];
  free(seen->slot);
  *seen = grown;
  return true;
}

bool seen_add(seen_series *seen, uint64_t fingerprint, size_t line, size_t *before) {
  if (!grow(seen))
    return false;
  struct seen_slot *slot = find(seen, fingerprint);
  *before = (size_t)slot->line;
  if (slot->line == 0) {
    *slot = (struct seen_slot){fingerprint, line};
    seen->n++;
  }
  return true;
}

void seen_prefetch(const seen_series *seen, uint64_t fingerprint) {
  if (seen->n_slots > 0)
    __builtin_prefetch(&seen->slot[(size_t)fingerprint & (seen->n_slots - 1)]);
}

void seen_clear(seen_series *seen) {
  free(seen->slot);
  *seen = (seen_series){0};
}
