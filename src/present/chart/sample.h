/* Samples of what a chart draws, before the labels in the column beside it. */
#ifndef PRESENT_SAMPLE_H
#define PRESENT_SAMPLE_H

#include "present/canvas/canvas.h"

typedef enum prg_sample_kind {
  PRG_SAMPLE_LINE,
  PRG_SAMPLE_BAR,
  PRG_SAMPLE_80,
  PRG_SAMPLE_95
} prg_sample_kind;

typedef struct prg_sample {
  double x, y; /* pixels: left end, middle */
  prg_sample_kind kind;
  size_t series;
  bool nested; /* the 80 per cent band lies on the 95 per cent one */
} prg_sample;

void prg_sample_script(const prg_canvas *canvas, const prg_sample *sample, prg_buffer *out);

#endif
