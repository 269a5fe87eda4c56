#include "table/cube_index.h"

#include <stdlib.h>
#include <string.h>

#include <prognos/hash.h>

static const char *name_of(const cube_index *index, size_t member) {
  const prg_member *m = &index->cube->dimension[index->dimension].member[member];
  return prg_cube_text(index->cube, index->by_label ? m->label : m->code);
}

/* The slot that holds the name, or the free one where it belongs. */
static size_t *find_slot(const cube_index *index, const char *name, size_t n) {
  size_t mask = index->n_slots - 1, i = (size_t)prg_hash(name, n) & mask;
  for (;; i = (i + 1) & mask) {
    if (index->slot[i] == 0)
      return &index->slot[i];
    const char *known = name_of(index, index->slot[i] - 1);
    if (strlen(known) == n && memcmp(known, name, n) == 0)
      return &index->slot[i];
  }
}

static void put(cube_index *index, size_t member) {
  const char *name = name_of(index, member);
  size_t *slot = find_slot(index, name, strlen(name));
  if (*slot == 0)
    *slot = member + 1;
}

/* Room for n members in less than half of the slots. */
static prg_status make_slots(cube_index *index, size_t n, prg_error *error) {
  size_t n_slots = 16;
  while (n_slots < 2 * (n + 1))
    n_slots *= 2;
  if (n_slots <= index->n_slots)
    return PRG_OK;
  free(index->slot);
  index->n_slots = n_slots;
  index->slot = calloc(n_slots, sizeof *index->slot);
  if (index->slot == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < index->n; i++)
    put(index, i);
  return PRG_OK;
}

prg_status cube_index_init(cube_index *index, const prg_cube *cube, size_t dimension, bool by_label,
                           prg_error *error) {
  *index = (cube_index){.cube = cube, .dimension = dimension, .by_label = by_label};
  index->n = cube->dimension[dimension].n;
  return make_slots(index, index->n, error);
}

void cube_index_clear(cube_index *index) {
  free(index->slot);
  *index = (cube_index){0};
}

bool cube_index_find(const cube_index *index, const char *name, size_t n, size_t *member) {
  size_t found = *find_slot(index, name, n);
  *member = found - 1;
  return found != 0;
}

prg_status cube_index_add(cube_index *index, prg_error *error) {
  prg_status status = make_slots(index, index->n + 1, error);
  if (status == PRG_OK)
    put(index, index->n++);
  return status;
}
