/* The chart of goals as gnuplot source. */
#include "present/chart/chart_target.h"

#include <math.h>

#include <prognos/number.h>

#include "present/canvas/script.h"

/* Colours that a theme may set; shape and words say the same. */
static const char light_colours[] = "if (!exists('good')) good = 0x0B6A4A\n"
                                    "if (!exists('doubtful')) doubtful = 0x8A5000\n"
                                    "if (!exists('bad')) bad = 0xA3001F\n";

/* Pixels. */
static const double light_radius = 13, dot_radius = 11, ring_radius = 10;

static void write_row(const target_row *row, double y, prg_buffer *out) {
  bool is_goal = isfinite(row->goal.lower) || isfinite(row->goal.upper);
  double from = is_goal ? fmax(row->goal.lower, row->low) : NAN;
  double to = is_goal ? fmin(row->goal.upper, row->high) : NAN;
  const double figure[] = {y,
                           row->low,
                           row->high,
                           row->outlook,
                           row->lower,
                           row->upper,
                           row->last,
                           row->so_far,
                           from,
                           to,
                           isfinite(row->goal.lower) ? row->goal.lower : NAN,
                           isfinite(row->goal.upper) ? row->goal.upper : NAN};
  for (size_t k = 0; k < sizeof figure / sizeof *figure; k++) {
    prg_buffer_add(out, k > 0 ? " " : "");
    prg_script_number(out, figure[k]);
  }
  prg_buffer_add(out, "\n");
}

static void write_data(const target_chart *chart, prg_buffer *out) {
  prg_buffer_add(out,
                 "# row, scale: from, to, whole year, 8 in 10: lower, upper, last year, so far,"
                 " goal reached: from, to, goal: least, most\n$rows << END\n");
  for (size_t i = 0; i < chart->n; i++)
    if (chart->row[i].part != NULL)
      write_row(&chart->row[i], (double)i + 0.5, out);
  prg_buffer_add(out, "END\nat(k) = (column(k) - column(2))/(column(3) - column(2))\n\n");
}

/* A rule below every indicator, lighter than a mark. */
static void write_rules(const target_chart *chart, prg_buffer *out) {
  for (size_t i = 0; i <= chart->n; i++) {
    if (i > 0 && i < chart->n && !chart->row[i].has_name)
      continue;
    double y = prg_axes_y(&chart->axes, (double)i);
    prg_buffer_add(out, "set arrow from ");
    prg_script_place(&chart->canvas, out, PRG_EDGE, y);
    prg_buffer_add(out, " to ");
    prg_script_place(&chart->canvas, out, chart->canvas.width - PRG_EDGE, y);
    prg_buffer_add(out, " nohead back linecolor rgb grid linewidth 1.5\n");
  }
}

static void write_point(const prg_canvas *canvas, prg_buffer *out, double x, double y,
                        const char *style, double radius) {
  prg_buffer_add(out, "set label '' at ");
  prg_script_place(canvas, out, x, y);
  prg_buffer_printf(out, " front point %s pointsize ", style);
  prg_buffer_add_significant(out, radius, 3);
  prg_buffer_add(out, "*pixel\n");
}

static void write_lights(const target_chart *chart, prg_buffer *out) {
  static const char *const style[PRG_LIGHTS] = {
      [PRG_LIGHT_MET] = "pointtype 7 linecolor rgb good",
      [PRG_LIGHT_UNCERTAIN] = "pointtype 9 linecolor rgb doubtful",
      [PRG_LIGHT_MISSED] = "pointtype 13 linecolor rgb bad",
      [PRG_LIGHT_UNMEASURED] = "pointtype 4 linewidth 3 linecolor rgb quiet"};
  static const double size[PRG_LIGHTS] = {[PRG_LIGHT_MET] = 1,
                                          [PRG_LIGHT_UNCERTAIN] = 1.15,
                                          [PRG_LIGHT_MISSED] = 1.3,
                                          [PRG_LIGHT_UNMEASURED] = 0.8};
  for (size_t i = 0; i < chart->n_light; i++) {
    const target_light *light = &chart->light[i];
    write_point(&chart->canvas, out, light->x, light->y, style[light->light],
                light_radius * size[light->light]);
  }
}

/* ---- the key ---- */

static void write_line(const prg_canvas *canvas, prg_buffer *out, const double from[2],
                       const double to[2], const char *style) {
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(canvas, out, from[0], from[1]);
  prg_buffer_add(out, " to ");
  prg_script_place(canvas, out, to[0], to[1]);
  prg_buffer_printf(out, " nohead front %s\n", style);
}

static const char interval_style[] = "linewidth 12 linecolor rgb band(colour[1], 0.35)";
static const char goal_style[] = "linewidth 5 linecolor rgb ink";
static const char so_far_style[] = "linewidth 6 linecolor rgb quiet";
static const char zone_style[] = "band(good, 0.16)";

static void write_sample(const target_chart *chart, const target_sample *sample, prg_buffer *out) {
  const prg_canvas *canvas = &chart->canvas;
  double x = sample->x, y = sample->y, middle = x + 23;
  switch (sample->mark) {
  case TARGET_MARK_OUTLOOK:
    write_point(canvas, out, middle, y, "pointtype 7 linecolor rgb colour[1]", dot_radius);
    break;
  case TARGET_MARK_LAST:
    write_point(canvas, out, middle, y, "pointtype 6 linewidth 3 linecolor rgb ink", ring_radius);
    break;
  case TARGET_MARK_INTERVAL:
    write_line(canvas, out, (double[]){x, y}, (double[]){x + 46, y}, interval_style);
    break;
  case TARGET_MARK_SO_FAR:
    write_line(canvas, out, (double[]){x, y}, (double[]){x + 46, y}, so_far_style);
    break;
  case TARGET_MARK_GOAL:
    write_line(canvas, out, (double[]){middle, y - 15}, (double[]){middle, y + 15}, goal_style);
    break;
  default:
    prg_buffer_add(out, "set object rectangle from ");
    prg_script_place(canvas, out, x, y + 13);
    prg_buffer_add(out, " to ");
    prg_script_place(canvas, out, x + 46, y - 13);
    prg_buffer_printf(out, " front fillcolor rgb %s fillstyle solid noborder\n", zone_style);
  }
}

/* ---- the rows ---- */

static void next_curve(prg_buffer *out, bool *first) {
  prg_buffer_add(out, *first ? "plot \\\n  " : ", \\\n  ");
  *first = false;
}

static void write_goal(prg_buffer *out, bool *first) {
  next_curve(out, first);
  prg_buffer_printf(out,
                    "$rows using (at(9)):1:(at(9)):(at(10)):($1-0.3):($1+0.3) with boxxyerror "
                    "fillcolor rgb %s fillstyle solid noborder notitle",
                    zone_style);
}

static bool has_bound(const target_chart *chart, bool upper) {
  for (size_t i = 0; i < chart->n; i++)
    if (isfinite(upper ? chart->row[i].goal.upper : chart->row[i].goal.lower))
      return true;
  return false;
}

static void write_tick(prg_buffer *out, bool *first, int column) {
  next_curve(out, first);
  prg_buffer_printf(out, "$rows using (at(%d)):($1-0.34):(0):(0.68) with vectors nohead %s notitle",
                    column, goal_style);
}

static void write_curves(const target_chart *chart, prg_buffer *out) {
  const target_marks *marks = &chart->marks;
  bool first = true;
  if (marks->goal)
    write_goal(out, &first);
  next_curve(out, &first); /* the scale, which also keeps a plot without figures a plot */
  prg_buffer_add(out, "$rows using (0):1:(1):(0) with vectors nohead linewidth 2 linecolor rgb grid"
                      " notitle");
  if (marks->so_far)
    prg_buffer_printf(out,
                      ", \\\n  $rows using ((0-$2)/($3-$2)):1:($8/($3-$2)):(0) with vectors "
                      "nohead %s notitle",
                      so_far_style);
  if (marks->interval)
    prg_buffer_printf(out,
                      ", \\\n  $rows using (at(5)):1:(at(6)-at(5)):(0) with vectors nohead %s"
                      " notitle",
                      interval_style);
  for (int upper = 0; upper < 2; upper++)
    if (has_bound(chart, upper))
      write_tick(out, &first, 11 + upper);
  if (marks->last) {
    prg_buffer_add(out,
                   ", \\\n  $rows using (at(7)):1 with points pointtype 6 linewidth 3 linecolor"
                   " rgb ink pointsize ");
    prg_buffer_add_significant(out, ring_radius, 3);
    prg_buffer_add(out, "*pixel notitle");
  }
  if (marks->outlook) {
    prg_buffer_add(out, ", \\\n  $rows using (at(4)):1 with points pointtype 7 linecolor rgb"
                        " colour[1] pointsize ");
    prg_buffer_add_significant(out, dot_radius, 3);
    prg_buffer_add(out, "*pixel notitle");
  }
}

void target_script(const target_chart *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  prg_buffer_add(out, light_colours);
  write_data(chart, out);
  prg_script_axes(&chart->axes, &chart->canvas, out);
  prg_buffer_add(out, "unset xtics\nunset ytics\nunset grid\n");
  write_rules(chart, out);
  prg_script_labels(&chart->canvas, out);
  write_lights(chart, out);
  for (size_t i = 0; i < chart->n_sample; i++)
    write_sample(chart, &chart->sample[i], out);
  write_curves(chart, out);
  prg_buffer_add(out, "\nset output\n");
}
