/* Fills a cube from records, each with a member of every dimension, that are met in any order. */
#ifndef TABLE_CUBE_RECORDS_H
#define TABLE_CUBE_RECORDS_H

#include "table/cube_index.h"
#include "table/cube_parts.h"

typedef struct cube_records {
  prg_cube *cube;    /* borrowed; its dimensions are there, without members */
  cube_index *index; /* shape (n of dimensions); owned */
  uint32_t *member;  /* shape (cells, n of dimensions), the last row is being filled; owned */
  size_t capacity;   /* rows */
} cube_records;

/* cube_records_clear it after use, whatever was returned. */
prg_status cube_records_init(cube_records *records, prg_cube *cube, prg_error *error);
void cube_records_clear(cube_records *records);

/* Says the member of the record's dimension, which is new if its code was not met before. */
prg_status cube_records_set(cube_records *records, size_t dimension, const char *code,
                            const char *label, prg_error *error);
/* Adds the record, every dimension of which was set. */
prg_status cube_records_add(cube_records *records, double value, prg_observation observation,
                            prg_error *error);
/* All are there: gives the cells their positions. */
prg_status cube_records_finish(cube_records *records, prg_error *error);

#endif
