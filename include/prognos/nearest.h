/* Which known word a misspelt one may have meant. */
#ifndef PROGNOS_NEAREST_H
#define PROGNOS_NEAREST_H

#include <stddef.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* The best so far; begin with {word}. */
typedef struct prg_nearest {
  const char *word;  /* as written */
  const char *found; /* the nearest known one; NULL: none is near. Borrowed */
  size_t distance;
} prg_nearest;

/* Looks at one more known word. It is near if at most a third of the letters (Levenshtein's
 * distance: put in, left out or changed) tell them apart. */
void prg_nearest_try(prg_nearest *nearest, const char *known);

PRG_END_C

#endif
