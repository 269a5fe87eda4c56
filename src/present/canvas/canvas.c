#include "present/canvas/canvas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "present/canvas/gnuplot_text.h"

#define MAX_LINES 3

void prg_canvas_init(prg_canvas *canvas, const prg_chart_options *options) {
  *canvas = (prg_canvas){.options = options, .height = PRG_HEIGHT / options->text_scale};
  canvas->width = canvas->height * options->width / options->height;
}

void prg_canvas_clear(prg_canvas *canvas) {
  prg_buffer_free(&canvas->text);
  free(canvas->label);
  free(canvas->box);
  free(canvas->segment);
  *canvas = (prg_canvas){0};
}

void *prg_canvas_grown(prg_canvas *canvas, void *array, size_t n, size_t *capacity, size_t size) {
  if (n < *capacity)
    return array;
  size_t more = *capacity == 0 ? 64 : 2 * *capacity;
  void *larger = realloc(array, more * size);
  if (larger == NULL)
    canvas->failed = true;
  else
    *capacity = more;
  return larger;
}

void prg_canvas_add_box(prg_canvas *canvas, prg_box box) {
  prg_box *array =
      prg_canvas_grown(canvas, canvas->box, canvas->n_box, &canvas->box_capacity, sizeof *array);
  if (array == NULL)
    return;
  canvas->box = array;
  canvas->box[canvas->n_box++] = box;
}

void prg_canvas_add_segment(prg_canvas *canvas, prg_segment segment) {
  prg_segment *array = prg_canvas_grown(canvas, canvas->segment, canvas->n_segment,
                                        &canvas->segment_capacity, sizeof *array);
  if (array == NULL)
    return;
  canvas->segment = array;
  canvas->segment[canvas->n_segment++] = segment;
}

/* A headline is as large beside the picture in every size: only texts grow. */
double prg_canvas_title_size(const prg_canvas *canvas) {
  return PRG_TITLE_SIZE / canvas->options->text_scale;
}

static double face_size(const prg_canvas *canvas, prg_face face) {
  return face == PRG_FACE_TITLE ? prg_canvas_title_size(canvas) : PRG_TEXT_SIZE;
}

prg_box prg_canvas_text_box(const prg_canvas_text *at, const char *text, size_t n) {
  double size = at->face == PRG_FACE_TITLE ? PRG_TITLE_SIZE : PRG_TEXT_SIZE;
  double width = prg_text_width_n(text, n, size, at->face != PRG_FACE_TEXT);
  if (at->upright)
    return (prg_box){at->x - 0.42 * size, at->x + 0.42 * size, at->y - width / 2,
                     at->y + width / 2};
  double left = at->align == PRG_LEFT    ? at->x
                : at->align == PRG_RIGHT ? at->x - width
                                         : at->x - width / 2;
  /* Digits and capitals stand between −0.37 and +0.37 of the size about the middle. */
  return (prg_box){left, left + width, at->y - 0.42 * size, at->y + 0.42 * size};
}

void prg_canvas_add_text(prg_canvas *canvas, prg_canvas_text at, const char *text, size_t n) {
  prg_canvas_text *array = prg_canvas_grown(canvas, canvas->label, canvas->n_label,
                                            &canvas->label_capacity, sizeof *array);
  if (array == NULL)
    return;
  at.start = canvas->text.length;
  at.length = n;
  canvas->label = array;
  canvas->label[canvas->n_label++] = at;
  prg_buffer_add_n(&canvas->text, text, n);
}

void prg_canvas_add_line(prg_canvas *canvas, prg_canvas_text at, const prg_text_line *line) {
  prg_canvas_add_text(canvas, at, line->start, line->length);
  if (line->cut && !canvas->failed) {
    prg_buffer_add(&canvas->text, "…");
    canvas->label[canvas->n_label - 1].length += strlen("…");
  }
}

bool prg_box_overlap(const prg_box *a, const prg_box *b) {
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

bool prg_box_holds(const prg_box *box, const prg_box *inner) {
  return inner->left > box->left && inner->right < box->right && inner->top > box->top &&
         inner->bottom < box->bottom;
}

/* True if the segment touches the box (clipping by Liang and Barsky). */
static bool crosses(const prg_box *box, const prg_segment *line) {
  double dx = line->x1 - line->x0, dy = line->y1 - line->y0;
  double p[4] = {-dx, dx, -dy, dy};
  double q[4] = {line->x0 - box->left, box->right - line->x0, line->y0 - box->top,
                 box->bottom - line->y0};
  double enter = 0, leave = 1;
  for (int i = 0; i < 4; i++) {
    if (p[i] == 0 && q[i] < 0)
      return false;
    if (p[i] < 0)
      enter = fmax(enter, q[i] / p[i]);
    else if (p[i] > 0)
      leave = fmin(leave, q[i] / p[i]);
  }
  return enter <= leave;
}

bool prg_canvas_is_crossed(const prg_canvas *canvas, const prg_box *box) {
  for (size_t i = 0; i < canvas->n_segment; i++)
    if (crosses(box, &canvas->segment[i]))
      return true;
  return false;
}

bool prg_canvas_is_free(const prg_canvas *canvas, const prg_box *box) {
  for (size_t i = 0; i < canvas->n_box; i++)
    if (prg_box_overlap(&canvas->box[i], box))
      return false;
  return !prg_canvas_is_crossed(canvas, box);
}

/* As many lines as the width makes necessary, about equally long: no last word alone. */
static size_t wrap_evenly(const char *text, double size, prg_face face, double width,
                          prg_text_line *line) {
  bool bold = face != PRG_FACE_TEXT;
  size_t n = prg_text_wrap(text, size, bold, width, line, MAX_LINES);
  if (n <= 1 || line[n - 1].cut)
    return n;
  double enough = width, step = width / 32;
  prg_text_line trial[MAX_LINES];
  while (enough - step > width / 4 &&
         prg_text_wrap(text, size, bold, enough - step, trial, MAX_LINES) == n && !trial[n - 1].cut)
    enough -= step;
  return prg_text_wrap(text, size, bold, enough, line, MAX_LINES);
}

/* The distance of two lines. */
static double leading_of(const prg_canvas *canvas, prg_face face) {
  return face == PRG_FACE_TITLE ? PRG_TITLE_LEADING / canvas->options->text_scale
                                : PRG_TEXT_LEADING;
}

/* Adds the lines below each other, the first at y. */
static void add_lines(prg_canvas *canvas, const prg_text_line *line, size_t n, double y,
                      prg_face face, prg_ink ink) {
  for (size_t i = 0; i < n; i++) {
    prg_canvas_text at = {
        .x = PRG_EDGE, .y = y + leading_of(canvas, face) * (double)i, .face = face, .ink = ink};
    prg_canvas_add_line(canvas, at, &line[i]);
  }
}

/* The same of a text; returns how many lines. */
static size_t add_paragraph(prg_canvas *canvas, const char *text, double y, prg_face face,
                            prg_ink ink) {
  prg_text_line line[MAX_LINES];
  size_t n = wrap_evenly(text, face_size(canvas, face), face, canvas->width - 2 * PRG_EDGE, line);
  add_lines(canvas, line, n, y, face, ink);
  return n;
}

double prg_canvas_add_heading(prg_canvas *canvas, const char *title, const char *subtitle) {
  double y = PRG_EDGE;
  y += leading_of(canvas, PRG_FACE_TITLE) *
       (double)add_paragraph(canvas, title, y, PRG_FACE_TITLE, PRG_INK);
  return y + PRG_TEXT_LEADING *
                 (double)add_paragraph(canvas, subtitle, y, PRG_FACE_TEXT, PRG_INK_QUIET);
}

/* Where the footer breaks, no separator is needed. */
static const char separator[] = " · ";

static void drop_separator(prg_text_line *line) {
  size_t n = strlen(separator) - 1;
  if (line->length > n && memcmp(line->start + line->length - n, separator, n) == 0)
    line->length -= n;
}

/* How much of the text is on a line that ends where a part of it does; 0: no whole part fits. */
static size_t whole_parts(const char *text, double width) {
  size_t fits = 0;
  for (const char *end = text; end != NULL; end += strlen(separator)) {
    end = strstr(end, separator);
    size_t n = end == NULL ? strlen(text) : (size_t)(end - text);
    if (prg_text_width_n(text, n, PRG_TEXT_SIZE, false) > width)
      break;
    fits = n;
    if (end == NULL)
      break;
  }
  return fits;
}

/* Breaks between its parts alone, into at most `most` lines; 0 if that does not go. */
static size_t wrap_parts(const char *text, double width, prg_text_line *line, size_t most) {
  size_t n = 0;
  while (n < most) {
    size_t length = whole_parts(text, width);
    if (length == 0)
      return 0;
    line[n++] = (prg_text_line){text, length, false};
    if (text[length] == '\0')
      return n;
    text += length + strlen(separator);
  }
  return 0;
}

double prg_canvas_add_footer(prg_canvas *canvas, const char *footer) {
  prg_text_line line[MAX_LINES], part[MAX_LINES];
  double width = canvas->width - 2 * PRG_EDGE;
  size_t n = wrap_evenly(footer, PRG_TEXT_SIZE, PRG_FACE_TEXT, width, line);
  double y = canvas->height - 0.7 * PRG_EDGE - PRG_TEXT_LEADING * ((double)n - 1);
  bool in_parts = n > 1 && wrap_parts(footer, width, part, n) == n;
  for (size_t i = 0; i + 1 < n && !in_parts; i++)
    drop_separator(&line[i]);
  add_lines(canvas, in_parts ? part : line, n, y, PRG_FACE_TEXT, PRG_INK_QUIET);
  return y;
}

void prg_add_footer_text(prg_buffer *out, const char *text) {
  prg_buffer line = {0};
  prg_add_one_line(&line, text);
  const char *from = prg_buffer_string(&line), *found;
  for (; (found = strstr(from, separator)) != NULL; from = found + strlen(separator)) {
    prg_buffer_add_n(out, from, (size_t)(found - from));
    prg_buffer_add(out, "\u00A0· ");
  }
  prg_buffer_add(out, from);
  out->failed = out->failed || line.failed;
  prg_buffer_free(&line);
}
