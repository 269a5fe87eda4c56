/* A drawn chart of any type: the script, and what those read and hear who do not see the picture.
 */
#ifndef PROGNOS_DRAWING_H
#define PROGNOS_DRAWING_H

#include <prognos/buffer.h>

PRG_BEGIN_C

typedef struct prg_drawing {
  prg_buffer script;      /* gnuplot source with its data */
  prg_buffer title;       /* the headline, one line */
  prg_buffer description; /* alternative text: what the chart shows, in sentences, one line */
  double left, right;     /* where the periods of the chart lie, each as wide as the next; parts of
                           * the picture's width. Both 0 if they do not lie so */
} prg_drawing;

/* True if memory was exhausted while it was made. */
bool prg_drawing_failed(const prg_drawing *drawing);
/* Frees what it holds and empties it; an empty one ({0}) is fine. */
void prg_drawing_clear(prg_drawing *drawing);

PRG_END_C

#endif
