/*
 * What every chart is drawn on: texts with their places in pixels from the top left corner, and
 * the boxes that no other text may touch. Places are computed here, and not left to gnuplot, so
 * that no label lies on another and every picture format gets the same picture.
 */
#ifndef PRESENT_CANVAS_H
#define PRESENT_CANVAS_H

#include <prognos/chart.h>

#include "present/canvas/font.h"

/* Pixels here are those of a slide, 1080 pixels high. Any other slide is this one, enlarged; where
 * texts are to be larger beside the picture, there are fewer pixels on the canvas. */
#define PRG_HEIGHT 1080.0
#define PRG_TITLE_SIZE 46
#define PRG_TEXT_SIZE 28
#define PRG_TITLE_LEADING 58
#define PRG_TEXT_LEADING 38
#define PRG_MISSING_MARK ".." /* where a figure would stand */
#define PRG_EDGE 80           /* empty margin around everything */
#define PRG_SAMPLE 84         /* width of a sample of a line or a band, before its label */

typedef enum prg_ink {
  PRG_INK,
  PRG_INK_QUIET,
  PRG_INK_CAPACITY,
  PRG_INK_SERIES,    /* the text colour of a series */
  PRG_INK_ON_SERIES, /* what can be read on its colour */
  PRG_INK_ON_LIGHT   /* what can be read on its colour as a forecast has it */
} prg_ink;
typedef enum prg_face { PRG_FACE_TEXT, PRG_FACE_BOLD, PRG_FACE_TITLE } prg_face;

typedef struct prg_canvas_text {
  size_t start, length; /* in prg_canvas.text */
  double x, y;          /* pixels; y is the middle of the line */
  enum { PRG_LEFT, PRG_CENTRE, PRG_RIGHT } align;
  prg_face face;
  prg_ink ink;
  size_t series; /* of the inks of one */
  bool upright;  /* reads from below; x and y are its middle, and it is centred */
} prg_canvas_text;

typedef struct prg_box {
  double left, right, top, bottom; /* pixels */
} prg_box;

/* A piece of a line that is drawn; pixels. */
typedef struct prg_segment {
  double x0, y0, x1, y1;
} prg_segment;

typedef struct prg_canvas {
  const prg_chart_options *options;
  double width, height; /* pixels */
  prg_buffer text;      /* the characters of all texts */
  prg_canvas_text *label;
  size_t n_label, label_capacity;
  prg_box *box; /* where nothing more may stand */
  size_t n_box, box_capacity;
  prg_segment *segment; /* which nothing more may cross */
  size_t n_segment, segment_capacity;
  bool failed; /* memory is exhausted */
} prg_canvas;

/* An empty canvas of the options' shape. prg_canvas_clear it after use. */
void prg_canvas_init(prg_canvas *canvas, const prg_chart_options *options);
void prg_canvas_clear(prg_canvas *canvas);

/* Room for one more of an array of `n`; NULL leaves the old array and marks the canvas. */
void *prg_canvas_grown(prg_canvas *canvas, void *array, size_t n, size_t *capacity, size_t size);

/* Adds a text; `at` tells all but start and length. */
void prg_canvas_add_text(prg_canvas *canvas, prg_canvas_text at, const char *text, size_t n);
/* The same for a line that may be cut: an ellipsis follows it then. */
void prg_canvas_add_line(prg_canvas *canvas, prg_canvas_text at, const prg_text_line *line);
void prg_canvas_add_box(prg_canvas *canvas, prg_box box);
void prg_canvas_add_segment(prg_canvas *canvas, prg_segment segment);
/* The box of a text that would stand there. */
prg_box prg_canvas_text_box(const prg_canvas_text *at, const char *text, size_t n);
bool prg_box_overlap(const prg_box *a, const prg_box *b);
/* True if the inner box lies wholly within the other. */
bool prg_box_holds(const prg_box *box, const prg_box *inner);
/* True if a line crosses the box. */
bool prg_canvas_is_crossed(const prg_canvas *canvas, const prg_box *box);
/* True if the box lies on nothing that is to be left free. */
bool prg_canvas_is_free(const prg_canvas *canvas, const prg_box *box);

/* The headline's size; that of all other texts is PRG_TEXT_SIZE. */
double prg_canvas_title_size(const prg_canvas *canvas);
/* Writes headline and subtitle at the top; returns the y below them. */
double prg_canvas_add_heading(prg_canvas *canvas, const char *title, const char *subtitle);
/* Writes the footer at the bottom; returns the y of its first line. A " · " where a line ends is
 * not written. */
double prg_canvas_add_footer(prg_canvas *canvas, const char *footer);
/* Appends to a footer what others wrote, on one line: its dots are no separators, and remain. */
void prg_add_footer_text(prg_buffer *out, const char *text);

#endif
