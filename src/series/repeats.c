#include "series/repeats.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "series/merged.h"

typedef struct key_columns {
  const frame_layout *found;
  const prg_frame *frame;
} key_columns;

static uint64_t hash_row(const key_columns *k, size_t i) {
  uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a */
  for (size_t c = 0; c < k->frame->width; c++) {
    size_t n;
    if (!layout_is_key(k->found, c))
      continue;
    const char *text = merged_cell(k->found, k->frame, i, c, &n);
    do
      h = (h ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    while (*text++ != '\0');
  }
  return h;
}

static bool same_row(const key_columns *k, size_t i, size_t j) {
  size_t n;
  for (size_t c = 0; c < k->frame->width; c++)
    if (layout_is_key(k->found, c) && strcmp(merged_cell(k->found, k->frame, i, c, &n),
                                             merged_cell(k->found, k->frame, j, c, &n)) != 0)
      return false;
  return true;
}

prg_status layout_repeats(const frame_layout *found, const prg_frame *frame, bool *repeats,
                          prg_error *error) {
  key_columns k = {found, frame};
  size_t slots = 64;
  while (slots < 2 * frame->n)
    slots *= 2;
  size_t *slot = calloc(slots, sizeof *slot); /* row + 1, 0 is free */
  if (slot == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  *repeats = false;
  for (size_t i = 0; i < frame->n && !*repeats; i++) {
    size_t at = (size_t)hash_row(&k, i) & (slots - 1);
    while (slot[at] != 0 && !*repeats) {
      *repeats = same_row(&k, slot[at] - 1, i);
      at = (at + 1) & (slots - 1);
    }
    slot[at] = i + 1;
  }
  free(slot);
  return PRG_OK;
}
