/* What holds of every chart: its texts stand within the picture, and none on another. */
#ifndef PROGNOS_CANVAS_TEST_H
#define PROGNOS_CANVAS_TEST_H

#include "present_fixture.h"

#include <prognos/render.h>

#include "present/canvas/canvas.h"

/* The box of a text; a headline is not enlarged beside the other texts. */
static inline prg_box canvas_text_box(const prg_canvas *canvas, const prg_canvas_text *at) {
  prg_box box = prg_canvas_text_box(at, prg_buffer_string(&canvas->text) + at->start, at->length);
  if (at->face == PRG_FACE_TITLE)
    box.right = box.left + (box.right - box.left) / canvas->options->text_scale;
  return box;
}

/* `what` is said if it does not hold. */
static inline void assert_canvas_tidy_of(const prg_canvas *canvas, const char *what) {
  const char *text = prg_buffer_string(&canvas->text);
  assert_true(canvas->n_label > 0);
  for (size_t i = 0; i < canvas->n_label; i++) {
    const prg_canvas_text *a = &canvas->label[i];
    prg_box box = canvas_text_box(canvas, a);
    if (box.left < 0 || box.right > canvas->width || box.top < 0 || box.bottom > canvas->height)
      fail_msg("%s: \"%.*s\" leaves the picture", what, (int)a->length, text + a->start);
    for (size_t k = 0; k < i; k++) {
      const prg_canvas_text *b = &canvas->label[k];
      prg_box other = canvas_text_box(canvas, b);
      if (prg_box_overlap(&box, &other))
        fail_msg("%s: \"%.*s\" lies on \"%.*s\"", what, (int)a->length, text + a->start,
                 (int)b->length, text + b->start);
    }
  }
}

static inline void assert_canvas_tidy(const prg_canvas *canvas) {
  assert_canvas_tidy_of(canvas, "the chart");
}

static inline void assert_holds(const char *text, const char *part) {
  if (strstr(text, part) == NULL)
    fail_msg("\"%s\" is not in:\n%s", part, text);
}

static inline void assert_text_holds(const prg_buffer *buffer, const char *part) {
  assert_holds(prg_buffer_string(buffer), part);
}

static inline void assert_text_lacks(const prg_buffer *buffer, const char *part) {
  if (strstr(prg_buffer_string(buffer), part) != NULL)
    fail_msg("\"%s\" is in:\n%s", part, prg_buffer_string(buffer));
}

/* How often the part is in the text. */
static inline size_t times(const char *text, const char *part) {
  size_t n = 0;
  for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
    n++;
  return n;
}

/* gnuplot draws the script and says nothing. */
static inline void assert_draws(const prg_buffer *script, prg_picture picture) {
  prg_render_options options;
  prg_error error;
  prg_buffer out = {0};
  if (!fixture_has_gnuplot())
    return;
  prg_render_options_init(&options);
  if (prg_render_bytes(script, picture, &options, &out, &error) != PRG_OK) {
    prg_buffer why = {0};
    prg_error_write(&error, PRG_ENGLISH, &why);
    fail_msg("%s", prg_buffer_string(&why));
  }
  assert_true(out.length > 1000);
  prg_buffer_free(&out);
}

#endif
