#include "present/chart/stack.h"

#include <math.h>
#include <string.h>

#include "present/canvas/placing.h"
#include "present/canvas/script.h"
#include "present/chart/chart_types.h"
#include "present/chart/chart_words.h"

/* Pixels. */
static const double total_distance = 26; /* from the stack to the middle of its sum */
static const double least_segment = 34;  /* height, that a value stands in */
static const double column_most = 400, slot_gap = 10;
static const double whisker_air = 6;
static const double headroom = 0.06; /* for the sums; part of the range */

/* --- what the axes cover --- */

static void include_period(prg_stack *stack, int x) {
  double height = 0, lower, upper;
  for (size_t i = 0; i < stack->figures.n_part; i++) {
    double value = prg_stack_part_at(&stack->figures, i, x);
    height += isnan(value) ? 0 : value;
  }
  prg_axes_include(&stack->axes, height);
  prg_stack_interval(&stack->figures, x, &lower, &upper);
  prg_axes_include(&stack->axes, upper);
}

static prg_status set_ranges(prg_stack *stack, prg_error *error) {
  const prg_stack_figures *f = &stack->figures;
  double pad = fmax(0.5, 0.015 * (f->last - f->first));
  stack->axes = (prg_axes){.origin = prg_stack_period(f, f->origin),
                           .x_first = f->first,
                           .x_last = f->last,
                           .x_low = f->first - pad,
                           .x_high = f->last + pad};
  for (int x = f->first; x <= f->last; x++)
    include_period(stack, x);
  stack->axes.y_highest_shown *= 1 + headroom;
  return prg_axes_check(&stack->axes, error);
}

/* --- the table: the parts as they lie upon each other, and their sum --- */

static bool table_value(const void *chart, size_t row, int x, double *value) {
  const prg_stack_figures *f = &((const prg_stack *)chart)->figures;
  *value = row < f->n_part ? prg_stack_part_at(f, f->n_part - 1 - row, x) : prg_stack_sum(f, x);
  return true;
}

static void add_table(prg_stack *stack) {
  const prg_stack_figures *f = &stack->figures;
  prg_language language = stack->canvas.options->language;
  stack->strip = (prg_strip){
      .value = table_value, .chart = stack, .decimals = f->decimals, .n_plain = f->n_part + 1};
  for (size_t i = f->n_part; i-- > 0;) {
    prg_buffer name = {0};
    prg_stack_name(f, i, language, &name);
    prg_strip_add_row(&stack->strip, prg_buffer_string(&name));
    stack->canvas.failed = stack->canvas.failed || name.failed;
    prg_buffer_free(&name);
  }
  prg_strip_add_row(&stack->strip, prg_text_get(PRG_TEXT_STACK_TOGETHER, language));
}

/* --- values --- */

static prg_box bar_at(const prg_stack *stack, int x, double from, double to) {
  const prg_axes *axes = &stack->axes;
  return (prg_box){prg_axes_x(axes, x - PRG_STACK_BAR / 2), prg_axes_x(axes, x + PRG_STACK_BAR / 2),
                   prg_axes_y(axes, to), prg_axes_y(axes, from)};
}

static void label_segment(prg_stack *stack, size_t part, int x, const prg_box *segment) {
  char text[PRG_NUMBER_BYTES];
  double value = prg_stack_part_at(&stack->figures, part, x);
  size_t n =
      prg_number_people(text, value, stack->figures.decimals, stack->canvas.options->language);
  prg_canvas_text at = {.x = (segment->left + segment->right) / 2,
                        .y = (segment->top + segment->bottom) / 2,
                        .align = PRG_CENTRE,
                        .ink = x > stack->figures.origin ? PRG_INK_ON_LIGHT : PRG_INK_ON_SERIES,
                        .series = part};
  prg_box box = prg_canvas_text_box(&at, text, n);
  if (box.left > segment->left + 2 && box.right < segment->right - 2 &&
      segment->bottom - segment->top >= least_segment)
    prg_canvas_add_text(&stack->canvas, at, text, n);
}

static bool add_sum(prg_stack *stack, prg_canvas_text at, const char *text, size_t n) {
  prg_box box = prg_canvas_text_box(&at, text, n);
  prg_box air = {box.left - 3, box.right + 3, box.top, box.bottom};
  if (!prg_canvas_is_free(&stack->canvas, &air))
    return false;
  prg_canvas_add_text(&stack->canvas, at, text, n);
  prg_canvas_add_box(&stack->canvas, air);
  return true;
}

/* The sum above the stack, left of the whisker if there is one, or above it; two dots if a part is
 * missing. */
static void label_sum(prg_stack *stack, int x, double height) {
  char text[PRG_NUMBER_BYTES] = PRG_MISSING_MARK;
  const prg_axes *axes = &stack->axes;
  double sum = prg_stack_sum(&stack->figures, x), lower, upper;
  size_t n = strlen(text);
  if (!isnan(sum))
    n = prg_number_people(text, sum, stack->figures.decimals, stack->canvas.options->language);
  double middle = prg_axes_x(axes, x), whisker = prg_axes_x(axes, x + PRG_STACK_WHISKER);
  prg_canvas_text at = {.x = middle,
                        .y = prg_axes_y(axes, height) - total_distance,
                        .align = PRG_CENTRE,
                        .face = PRG_FACE_BOLD};
  prg_stack_interval(&stack->figures, x, &lower, &upper);
  if (!isnan(upper))
    at.x = fmin(middle, whisker - whisker_air - 4 - prg_text_width(text, PRG_TEXT_SIZE, true) / 2);
  if (add_sum(stack, at, text, n) || isnan(upper))
    return;
  at.x = middle;
  at.y = prg_axes_y(axes, upper) - total_distance;
  add_sum(stack, at, text, n);
}

/* At the right of the bar, so that the sum has its place. */
static void add_whisker(prg_stack *stack, int x) {
  double lower, upper, at = prg_axes_x(&stack->axes, x + PRG_STACK_WHISKER);
  prg_stack_interval(&stack->figures, x, &lower, &upper);
  if (!isnan(upper))
    prg_canvas_add_box(&stack->canvas,
                       (prg_box){at - whisker_air, at + whisker_air,
                                 prg_axes_y(&stack->axes, upper), prg_axes_y(&stack->axes, lower)});
}

static double add_segments(prg_stack *stack, int x) {
  double height = 0;
  for (size_t i = 0; i < stack->figures.n_part; i++) {
    double value = prg_stack_part_at(&stack->figures, i, x);
    if (isnan(value))
      continue;
    prg_box segment = bar_at(stack, x, height, height + value);
    if (stack->strip.n == 0)
      label_segment(stack, i, x, &segment);
    height += value;
  }
  return height;
}

/* The latest sum, the last one, the first one, the others: while there is room. */
static void add_values(prg_stack *stack) {
  const prg_stack_figures *f = &stack->figures;
  double height[3];
  const int first[3] = {f->origin, f->last, f->first};
  for (int x = f->first; x <= f->last; x++)
    add_whisker(stack, x);
  for (int k = 0; k < 3; k++) {
    height[k] = add_segments(stack, first[k]);
    label_sum(stack, first[k], height[k]);
  }
  for (int x = f->first + 1; x < f->last; x++)
    if (x != f->origin)
      label_sum(stack, x, add_segments(stack, x));
}

/* --- the column of names --- */

static double part_middle(const prg_stack *stack, size_t part) {
  const prg_stack_figures *f = &stack->figures;
  double height = 0, value = 0;
  for (size_t i = 0; i <= part; i++) {
    value = prg_stack_part_at(f, i, f->last);
    value = isnan(value) ? 0 : value;
    height += value;
  }
  return prg_axes_y(&stack->axes, height - value / 2);
}

static size_t wrap_name(const prg_stack *stack, const prg_buffer *name, prg_text_line line[2]) {
  size_t lines = stack->figures.n_part > 5 || stack->strip.n > 0 ? 1 : 2;
  return prg_text_wrap(prg_buffer_string(name), PRG_TEXT_SIZE, true, column_most, line, lines);
}

static double column_width(const prg_stack *stack) {
  prg_language language = stack->canvas.options->language;
  double widest =
      isnan(stack->interval_sample)
          ? 0
          : prg_text_width(prg_text_get(PRG_TEXT_STACK_INTERVAL, language), PRG_TEXT_SIZE, false);
  for (size_t i = 0; i < stack->figures.n_part; i++) {
    prg_buffer name = {0};
    prg_text_line line[2];
    prg_stack_name(&stack->figures, i, language, &name);
    size_t n = wrap_name(stack, &name, line);
    for (size_t k = 0; k < n; k++)
      widest = fmax(widest, prg_text_width_n(line[k].start, line[k].length, PRG_TEXT_SIZE, true) +
                                (line[k].cut ? PRG_TEXT_SIZE : 0));
    prg_buffer_free(&name);
  }
  return PRG_STACK_COLUMN_GAP + PRG_SAMPLE + widest;
}

static void write_name(prg_stack *stack, size_t part, double y) {
  prg_buffer name = {0};
  prg_text_line line[2];
  prg_stack_name(&stack->figures, part, stack->canvas.options->language, &name);
  size_t n = wrap_name(stack, &name, line);
  stack->sample[part] = y + PRG_TEXT_LEADING / 2.0;
  for (size_t k = 0; k < n; k++) {
    prg_canvas_text at = {.x = stack->axes.right + PRG_STACK_COLUMN_GAP + PRG_SAMPLE,
                          .y = y + PRG_TEXT_LEADING * ((double)k + 0.5),
                          .face = PRG_FACE_BOLD};
    prg_canvas_add_line(&stack->canvas, at, &line[k]);
  }
  stack->canvas.failed = stack->canvas.failed || name.failed;
  prg_buffer_free(&name);
}

static void write_interval(prg_stack *stack, double y) {
  const char *text = prg_text_get(PRG_TEXT_STACK_INTERVAL, stack->canvas.options->language);
  prg_canvas_text at = {.x = stack->axes.right + PRG_STACK_COLUMN_GAP + PRG_SAMPLE,
                        .y = y + PRG_TEXT_LEADING / 2.0};
  prg_canvas_add_text(&stack->canvas, at, text, strlen(text));
  stack->interval_sample = at.y;
}

/* Each name beside its part of the last bar; the total's interval above them. */
static void add_column(prg_stack *stack) {
  const prg_stack_figures *f = &stack->figures;
  prg_slot slot[PRG_STACK_PARTS + 1];
  for (size_t i = 0; i < f->n_part; i++) {
    prg_buffer name = {0};
    prg_text_line line[2];
    prg_stack_name(f, i, stack->canvas.options->language, &name);
    double size = PRG_TEXT_LEADING * (double)wrap_name(stack, &name, line);
    slot[i] = (prg_slot){part_middle(stack, i) - size / 2, size, i, 0};
    prg_buffer_free(&name);
  }
  size_t n = f->n_part;
  if (!isnan(stack->interval_sample)) {
    double lower, upper;
    prg_stack_interval(f, f->last, &lower, &upper);
    slot[n++] = (prg_slot){prg_axes_y(&stack->axes, upper) - PRG_TEXT_LEADING / 2.0,
                           PRG_TEXT_LEADING, f->n_part, 0};
  }
  prg_slots_spread(slot, n, stack->axes.top, stack->axes.bottom, slot_gap);
  for (size_t k = 0; k < n; k++) {
    if (slot[k].item == f->n_part)
      write_interval(stack, slot[k].at);
    else
      write_name(stack, slot[k].item, slot[k].at);
  }
}

/* --- the page --- */

static double add_heading(prg_stack *stack) {
  const prg_stack_figures *f = &stack->figures;
  prg_buffer title = {0}, subtitle = {0};
  prg_stack_title(f, stack->canvas.options, &title);
  prg_chart_subtitle(stack->canvas.options, prg_stack_period(f, f->first),
                     prg_stack_period(f, f->origin), prg_stack_period(f, f->last), &subtitle);
  double y = prg_canvas_add_heading(&stack->canvas, prg_buffer_string(&title),
                                    prg_buffer_string(&subtitle));
  stack->canvas.failed = stack->canvas.failed || title.failed || subtitle.failed;
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
  return y;
}

static double add_footer(prg_stack *stack) {
  prg_buffer text = {0};
  prg_stack_footer(&stack->figures, stack->canvas.options, &text);
  double y = prg_canvas_add_footer(&stack->canvas, prg_buffer_string(&text));
  stack->canvas.failed = stack->canvas.failed || text.failed;
  prg_buffer_free(&text);
  return y;
}

static bool counts(const prg_stack_figures *f) {
  for (size_t i = 0; i < f->n_series; i++)
    if (!prg_series_is_count(f->series[i].series))
      return false;
  return true;
}

/* Each name in the column has a line. */
static double least_height(const prg_stack *stack) {
  double lines = (double)stack->figures.n_part + (isnan(stack->interval_sample) ? 0 : 1);
  return lines * (PRG_TEXT_LEADING + slot_gap);
}

static prg_status lay_out(prg_stack *stack, prg_error *error) {
  const prg_stack_figures *f = &stack->figures;
  prg_axes *axes = &stack->axes;
  double lower, upper;
  stack->zones = (prg_zones){f->last > f->origin, prg_zones_outlook(axes->origin)};
  prg_stack_interval(f, f->last, &lower, &upper);
  stack->interval_sample = upper;
  axes->top = add_heading(stack) + prg_zones_room(&stack->zones);
  if (stack->canvas.options->with_table)
    add_table(stack);
  axes->bottom = add_footer(stack) - 2.9 * PRG_TEXT_LEADING - prg_strip_height(&stack->strip);
  prg_status status = prg_strip_check(&stack->strip, axes, least_height(stack), error);
  if (status != PRG_OK)
    return status;
  prg_axes_y_ticks(axes, &stack->canvas, counts(f), true);
  axes->left = PRG_EDGE + fmax(prg_axes_y_width(axes, &stack->canvas) + 18,
                               prg_strip_label_width(&stack->strip, axes, &stack->canvas));
  axes->right = stack->canvas.width - 0.8 * PRG_EDGE - column_width(stack);
  prg_strip_fit(&stack->strip, axes, &stack->canvas);
  prg_axes_x_ticks(axes, &stack->canvas);
  prg_strip_add(&stack->strip, axes, &stack->canvas);
  prg_zones_names(&stack->zones, axes, &stack->canvas);
  add_values(stack);
  add_column(stack);
  return PRG_OK;
}

prg_status prg_stack_init(prg_stack *stack, const prg_forecast *const *forecast, size_t n,
                          const prg_chart_options *options, prg_error *error) {
  *stack = (prg_stack){0};
  prg_canvas_init(&stack->canvas, options);
  prg_status status = prg_stack_figures_init(&stack->figures, forecast, n, options, error);
  if (status == PRG_OK)
    status = set_ranges(stack, error);
  if (status == PRG_OK)
    status = lay_out(stack, error);
  if (status != PRG_OK)
    return status;
  if (stack->canvas.failed || stack->canvas.text.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return PRG_OK;
}

void prg_stack_clear(prg_stack *stack) {
  prg_strip_clear(&stack->strip);
  prg_canvas_clear(&stack->canvas);
  *stack = (prg_stack){0};
}

static prg_status draw(const prg_forecast *const *forecast, size_t n,
                       const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_stack stack;
  prg_status status = prg_stack_init(&stack, forecast, n, options, error);
  if (status == PRG_OK) {
    const prg_axes *axes = &stack.axes;
    prg_stack_script(&stack, &out->script);
    prg_stack_title(&stack.figures, options, &out->title);
    prg_stack_describe(&stack.figures, options, &out->description);
    out->left = prg_axes_x(axes, axes->x_first - .5) / stack.canvas.width;
    out->right = prg_axes_x(axes, axes->x_last + .5) / stack.canvas.width;
  }
  prg_stack_clear(&stack);
  return status;
}

const prg_chart_type prg_chart_stack = {
    "stack", PRG_TEXT_CHART_TYPE_STACK, 2, PRG_STACK_SERIES, draw, PRG_TEXT_NONE};
