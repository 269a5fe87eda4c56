#include "present/canvas/placing.h"

#include <math.h>

/* Pixels. */
static const double distance = 33; /* from a point to the middle of its label */
static const double air_beside = 5, air_above = 4;
static const double after_gap = 20; /* from the end of a line to its label */

/* Writes it there, if that is free. */
static bool try_place(prg_canvas *canvas, prg_canvas_text at, const char *text, size_t n,
                      const prg_box *inside) {
  prg_box box = prg_canvas_text_box(&at, text, n);
  prg_box air = {box.left - air_beside, box.right + air_beside, box.top - air_above,
                 box.bottom + air_above};
  if (!prg_box_holds(inside, &box) || !prg_canvas_is_free(canvas, &air))
    return false;
  prg_canvas_add_text(canvas, at, text, n);
  prg_canvas_add_box(canvas, air);
  return true;
}

bool prg_place_beside(prg_canvas *canvas, prg_canvas_text at, const char *text, size_t n,
                      const prg_box *inside) {
  const double x = at.x, y = at.y;
  double aside = 0.5 * prg_text_width_n(text, n, PRG_TEXT_SIZE, at.face != PRG_FACE_TEXT) + 4;
  const double place[][2] = {{0, -1},       {-aside, -1},  {aside, -1},     {0, 1},
                             {aside, 1},    {-aside, 1},   {-aside, -1.25}, {aside, -1.25},
                             {aside, 1.25}, {-aside, 1.25}};
  at.align = PRG_CENTRE;
  for (size_t k = 0; k < sizeof place / sizeof place[0]; k++) {
    at.x = x + place[k][0];
    at.y = y + distance * place[k][1];
    if (try_place(canvas, at, text, n, inside))
      return true;
  }
  return false;
}

bool prg_place_after(prg_canvas *canvas, prg_canvas_text at, const char *text, size_t n,
                     const prg_box *inside) {
  static const double up[] = {0, -10, 10, -18, 18};
  prg_canvas_text after = at;
  after.align = PRG_LEFT;
  after.x = at.x + after_gap;
  for (size_t k = 0; k < sizeof up / sizeof up[0]; k++) {
    after.y = at.y + up[k];
    if (try_place(canvas, after, text, n, inside))
      return true;
  }
  return prg_place_beside(canvas, at, text, n, inside);
}

static void sort(prg_slot *slot, size_t n) {
  for (size_t i = 1; i < n; i++)
    for (size_t k = i; k > 0 && slot[k].wanted < slot[k - 1].wanted; k--) {
      prg_slot swap = slot[k];
      slot[k] = slot[k - 1];
      slot[k - 1] = swap;
    }
}

/* Slots that touch move as one, to the mean of what they want: the nearest places by least squares
 * (pool adjacent violators). */
static void join(prg_slot *slot, size_t first, size_t end, double gap) {
  double offset = 0, wanted = 0;
  for (size_t i = first; i < end; i++) {
    wanted += slot[i].wanted - offset;
    offset += slot[i].size + gap;
  }
  double at = wanted / (double)(end - first);
  for (size_t i = first; i < end; i++) {
    slot[i].at = at;
    at += slot[i].size + gap;
  }
}

/* True if the slot begins a group: it does not touch the one before. */
static bool begins(const prg_slot *slot, size_t i, double gap) {
  return i == 0 || slot[i].at > slot[i - 1].at + slot[i - 1].size + gap + 1e-9;
}

void prg_slots_spread(prg_slot *slot, size_t n, double low, double high, double gap) {
  sort(slot, n);
  for (size_t i = 0; i < n; i++) {
    join(slot, i, i + 1, gap);
    for (size_t first = i; !begins(slot, first, gap); join(slot, first, i + 1, gap))
      do
        first--;
      while (!begins(slot, first, gap));
  }
  for (size_t i = 0; i < n; i++)
    slot[i].at = fmax(slot[i].at, i == 0 ? low : slot[i - 1].at + slot[i - 1].size + gap);
  for (size_t i = n; i-- > 0;)
    slot[i].at = fmin(slot[i].at, (i + 1 == n ? high : slot[i + 1].at - gap) - slot[i].size);
}
