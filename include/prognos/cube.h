/*
 * A cube as a statistics system exports it: dimensions with members (region, sex, age, year …) and
 * one figure for each combination of them, with what the source says of it. What is read:
 *
 *   PX            the whole format of PC-Axis and PxWeb, with KEYS, languages and data symbols
 *   JSON-stat     versions 1 and 2: dataset, bundle, collection
 *   PxWeb JSON    "columns" and "data" with key and values
 *   Kolada JSON   and other answers made of objects that hold a value and its period (Skolverket)
 *
 * The format is told from the content. Which dimension is time is told by the file, or found from
 * its members; a year and the month (quarter …) in it may be two dimensions.
 */
#ifndef PROGNOS_CUBE_H
#define PROGNOS_CUBE_H

#include <stdint.h>

#include <prognos/encoding.h>
#include <prognos/observation.h>
#include <prognos/period.h>

PRG_BEGIN_C

/* Texts are offsets into the cube's `text`; 0 is "". */
typedef struct prg_member {
  size_t code, label; /* the label is never ""; a code that the file does not give is its label */
  size_t unit;        /* of a member that says what is counted */
} prg_member;

typedef struct prg_dimension {
  size_t id, label;
  prg_member *member; /* shape (n); owned */
  size_t n, capacity;
} prg_dimension;

typedef struct prg_cube {
  const char *format; /* "PX", "JSON-stat 2" …; static storage */
  prg_encoding encoding;
  prg_buffer text; /* every string, each zero-ended; owned */
  size_t title, unit, source, updated;
  prg_dimension *dimension; /* shape (n_dimensions), the last one varies fastest; owned */
  size_t n_dimensions;
  size_t time;        /* the dimension of the periods */
  size_t part;        /* the dimension of the part of the year; SIZE_MAX: none */
  prg_period *period; /* shape (n of time, n of part or 1): of one frequency; owned */
  size_t n;           /* cells that the file gives */
  size_t capacity;
  uint64_t *position;   /* shape (n): which combination, counted with the last dimension fastest;
                           NULL: cell i is combination i, and all are given; owned */
  double *value;        /* shape (n): NaN if there is no figure; owned */
  uint8_t *observation; /* shape (n): a prg_observation; PRG_GAP: nothing said of it; owned */
  bool absent_is_zero;  /* a combination that is not given is 0, not a gap (PX with KEYS) */
  prg_notes notes;      /* what a person should know of the reading */
} prg_cube;

typedef struct prg_cube_options {
  prg_encoding encoding; /* PRG_ENCODING_UNKNOWN: as the file says, else found */
  prg_language language; /* of labels, if the file has them in several */
  const char *dataset;   /* name of one of several tables in the file; NULL: the first */
  const char *time;      /* id or label of the dimension with the periods; NULL: found */
} prg_cube_options;

/* True if bytes[0..n), the beginning of a file, are PX or JSON. */
bool prg_cube_is(const char *bytes, size_t n);

/*
 * Reads bytes[0..n). `file` is for errors; `options` may be NULL. PRG_EINPUT for whatever is wrong,
 * with the line (PX, broken JSON) or the path in the JSON: a cube whose dimensions and figures do
 * not agree is refused, and memory is bounded by what the file holds, not by what it claims.
 * PRG_EUSAGE if the dataset or the dimension that was asked for does not exist. prg_cube_clear it
 * after use, whatever was returned.
 */
prg_status prg_cube_read(prg_cube *cube, const char *file, const char *bytes, size_t n,
                         const prg_cube_options *options, prg_error *error);
void prg_cube_clear(prg_cube *cube);

/* The text at an offset. Borrowed. */
const char *prg_cube_text(const prg_cube *cube, size_t offset);

PRG_END_C

#endif
