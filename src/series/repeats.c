#include "series/repeats.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct key_columns {
  const frame_layout *found;
  const prg_frame *frame;
} key_columns;

static bool is_key(const frame_layout *found, size_t column) {
  column_role role = found->role[column];
  return role == ROLE_LABEL || role == ROLE_PERIOD || role == ROLE_PART;
}

static uint64_t hash_row(const key_columns *k, size_t i) {
  uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a */
  for (size_t c = 0; c < k->frame->width; c++) {
    if (!is_key(k->found, c))
      continue;
    const char *text = prg_frame_cell(k->frame, i, c);
    do
      h = (h ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    while (*text++ != '\0');
  }
  return h;
}

static bool same_row(const key_columns *k, size_t i, size_t j) {
  for (size_t c = 0; c < k->frame->width; c++)
    if (is_key(k->found, c) &&
        strcmp(prg_frame_cell(k->frame, i, c), prg_frame_cell(k->frame, j, c)) != 0)
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
