/* The chart of parts as gnuplot source. */
#include "present/chart/stack.h"

#include <math.h>

#include "present/canvas/script.h"
#include "present/chart/curves.h"

/* Each part from where it begins to where it ends; a missing one takes no room. */
static void write_part(const prg_stack_figures *f, size_t part, bool ahead, prg_buffer *out) {
  prg_buffer_printf(out, "$%s_%zu << END\n", ahead ? "forecast" : "part", part + 1);
  for (int x = ahead ? f->origin + 1 : f->first; x <= (ahead ? f->last : f->origin); x++) {
    double from = 0, value = prg_stack_part_at(f, part, x);
    for (size_t i = 0; i < part; i++) {
      double below = prg_stack_part_at(f, i, x);
      from += isnan(below) ? 0 : below;
    }
    double row[] = {value, isnan(value) ? NAN : from, from + value};
    prg_data_row(out, prg_stack_period(f, x), row, 3);
  }
  prg_buffer_add(out, "END\n");
}

static void write_interval(const prg_stack_figures *f, prg_buffer *out) {
  prg_buffer_add(out, "# period, the total's 80 per cent interval: lower, upper\n"
                      "$total << END\n");
  for (int x = f->origin + 1; x <= f->last; x++) {
    double row[2];
    prg_stack_interval(f, x, &row[0], &row[1]);
    prg_data_row(out, prg_stack_period(f, x), row, 2);
  }
  prg_buffer_add(out, "END\n");
}

static void write_data(const prg_stack *stack, prg_buffer *out) {
  const prg_stack_figures *f = &stack->figures;
  prg_buffer_add(out, "# period, figure, from, to\n");
  for (size_t i = 0; i < f->n_part; i++) {
    write_part(f, i, false, out);
    if (f->last > f->origin)
      write_part(f, i, true, out);
  }
  if (!isnan(stack->interval_sample))
    write_interval(f, out);
}

static void write_samples(const prg_stack *stack, prg_buffer *out) {
  double left = stack->axes.right + PRG_STACK_COLUMN_GAP;
  for (size_t i = 0; i < stack->figures.n_part; i++) {
    prg_box box = {left, left + PRG_SAMPLE_LENGTH, stack->sample[i] - PRG_SWATCH_HEIGHT / 2,
                   stack->sample[i] + PRG_SWATCH_HEIGHT / 2};
    prg_script_rectangle(&stack->canvas, out, &box);
    prg_buffer_printf(out, " front fillcolor rgb fill(%zu) fillstyle solid noborder\n", i + 1);
  }
  if (isnan(stack->interval_sample))
    return;
  double middle = left + PRG_SAMPLE_LENGTH / 2, half = PRG_SWATCH_HEIGHT / 2;
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(&stack->canvas, out, middle, stack->interval_sample + half);
  prg_buffer_add(out, " to ");
  prg_script_place(&stack->canvas, out, middle, stack->interval_sample - half);
  prg_buffer_add(out, " heads size screen 0.004,90 front linecolor rgb ink linewidth 3\n");
}

static void add_boxes(prg_buffer *out, bool *first, const char *block, size_t i) {
  prg_curve_next(out, first);
  prg_buffer_printf(out, "$%s_%zu using 1:2:($1 - ", block, i + 1);
  prg_script_number(out, PRG_STACK_BAR / 2);
  prg_buffer_add(out, "):($1 + ");
  prg_script_number(out, PRG_STACK_BAR / 2);
  prg_buffer_add(out, "):3:4 with boxxyerror ");
}

/* White lines between the parts; a forecast is light, and has an outline. */
static void write_parts(const prg_stack *stack, prg_buffer *out, bool *first) {
  for (size_t i = 0; i < stack->figures.n_part; i++) {
    add_boxes(out, first, "part", i);
    prg_buffer_printf(out,
                      "linewidth 3 fillcolor rgb fill(%zu) fillstyle solid border linecolor rgb "
                      "paper notitle",
                      i + 1);
    if (!stack->zones.has_forecast)
      continue;
    add_boxes(out, first, "forecast", i);
    prg_buffer_printf(out,
                      "linewidth 3 dashtype (3,3) fillcolor rgb light(fill(%zu)) fillstyle solid "
                      "border linecolor rgb fill(%zu) notitle",
                      i + 1, i + 1);
  }
}

static void write_whiskers(const prg_stack *stack, prg_buffer *out, bool *first) {
  if (isnan(stack->interval_sample))
    return;
  prg_curve_next(out, first);
  prg_buffer_add(out, "$total using ($1 + ");
  prg_script_number(out, PRG_STACK_WHISKER);
  prg_buffer_add(out, "):2:(0):($3 - $2) with vectors heads size screen 0.004,90 linecolor rgb ink "
                      "linewidth 3 notitle");
}

void prg_stack_script(const prg_stack *stack, prg_buffer *out) {
  bool first = true;
  prg_script_head(&stack->canvas, out);
  write_data(stack, out);
  prg_buffer_add(out, "\n");
  prg_script_axes(&stack->axes, &stack->canvas, out);
  prg_zones_script(&stack->zones, &stack->axes, &stack->canvas, prg_zones_top(&stack->axes), out);
  prg_script_labels(&stack->canvas, out);
  write_samples(stack, out);
  write_parts(stack, out, &first);
  write_whiskers(stack, out, &first);
  prg_buffer_add(out, "\nset output\n");
}
