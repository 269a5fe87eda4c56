/* Where everything stands: columns of text round a plot area, a row each. */
#include "present/chart/chart_target.h"

#include <math.h>
#include <string.h>

/* Pixels. */
static const double column_gap = 34;
static const double light_width = 42; /* a verdict's shape and the gap after it */
static const double row_most = 132;
static const double cell_leading = 31;
static const double name_least = 160;
static const double sample_width = 60;
static const double key_gap = 40;

/* Parts of the picture's width: what names may take, what the plot area must have. */
static const double name_part = 0.265, plot_part = 0.16;
/* What it is left where names would be cut otherwise. */
static const double plot_least = 0.11;

/* Columns from the left. */
typedef struct columns {
  double name, goal, plot, value, verdict; /* left edges */
  double name_width, goal_width, plot_width, value_width, verdict_width;
  bool with_interval;
} columns;

typedef enum column { NAME, GOAL, VALUE, VERDICT } column;

/* What stands in a row's column. */
static void add_cell_text(const target_chart *chart, size_t i, column k, bool with_interval,
                          prg_buffer *out) {
  const target_row *row = &chart->row[i];
  prg_language language = chart->canvas.options->language;
  if (k == NAME)
    target_add_name(row, i == 0, out);
  else if (k == GOAL)
    target_add_goal(row, language, out);
  else if (k == VALUE)
    target_add_value(row, with_interval, language, out);
  else
    target_add_verdict(row, language, out);
}

static void add_heading_text(const target_chart *chart, column k, prg_buffer *out) {
  static const prg_text heading[] = {[NAME] = PRG_TEXT_TARGET_INDICATOR,
                                     [GOAL] = PRG_TEXT_TARGET_GOAL,
                                     [VALUE] = PRG_TEXT_TARGET_CHART_WHOLE,
                                     [VERDICT] = PRG_TEXT_TARGET_VERDICT};
  prg_language language = chart->canvas.options->language;
  int year = target_year(chart->result, chart->n_result);
  if (k == VALUE && year != 0)
    prg_add_message(out, PRG_TEXT_TARGET_CHART_YEAR, PRG_ARGS(prg_integer(year)), language);
  else
    prg_buffer_add(out, prg_text_get(heading[k], language));
}

static bool is_bold(const target_chart *chart, size_t i, column k) {
  return k == NAME && chart->row[i].has_name;
}

static double widest(target_chart *chart, column k, bool with_interval) {
  prg_buffer text = {0};
  add_heading_text(chart, k, &text);
  double width = prg_text_width(prg_buffer_string(&text), PRG_TEXT_SIZE, false);
  for (size_t i = 0; i < chart->n; i++) {
    prg_buffer_clear(&text);
    add_cell_text(chart, i, k, with_interval, &text);
    width =
        fmax(width, prg_text_width(prg_buffer_string(&text), PRG_TEXT_SIZE, is_bold(chart, i, k)));
  }
  chart->canvas.failed = chart->canvas.failed || text.failed;
  prg_buffer_free(&text);
  return width + 2; /* so that rounding breaks no line */
}

/* How many lines of text a row has room for. */
static size_t lines_of_row(const target_chart *chart) {
  double height = (chart->axes.bottom - chart->axes.top) / (double)chart->n;
  return (size_t)fmin(3, fmax(1, floor((height - 5) / cell_leading)));
}

/* The texts take what they need within their part of the width. */
static columns measure_columns(target_chart *chart, bool with_interval) {
  double width = chart->canvas.width;
  bool roomy = lines_of_row(chart) > 1;
  columns c = {.with_interval = with_interval};
  c.value_width = widest(chart, VALUE, with_interval);
  if (roomy && with_interval) /* the interval below */
    c.value_width = fmax(widest(chart, VALUE, false), 0.72 * c.value_width);
  c.goal_width = fmin(widest(chart, GOAL, true), 0.14 * width);
  c.verdict_width = fmin(widest(chart, VERDICT, true), (roomy ? 0.135 : 0.19) * width);
  c.name_width = fmin(widest(chart, NAME, true), name_part * width);
  c.plot_width = width - 2 * PRG_EDGE - c.name_width - c.goal_width - c.value_width -
                 c.verdict_width - light_width - 4 * column_gap;
  return c;
}

/* True if the text is told whole in that width: nothing cut, and no word broken. */
static bool is_whole(const char *text, bool bold, double width, size_t lines) {
  prg_text_line line[3];
  size_t n = prg_text_wrap(text, PRG_TEXT_SIZE, bold, width, line, lines);
  for (size_t i = 0; i < n; i++) {
    char after = line[i].start[line[i].length];
    if (line[i].cut || (after != '\0' && after != ' '))
      return false;
  }
  return true;
}

static bool is_column_whole(target_chart *chart, column k, double width) {
  bool whole = true;
  for (size_t i = 0; i < chart->n && whole; i++) {
    prg_buffer text = {0};
    add_cell_text(chart, i, k, false, &text);
    whole = is_whole(prg_buffer_string(&text), is_bold(chart, i, k), width, lines_of_row(chart));
    chart->canvas.failed = chart->canvas.failed || text.failed;
    prg_buffer_free(&text);
  }
  return whole;
}

/* The least width, `most` at most, that tells the whole column; `most` if that does not. */
static double least_width(target_chart *chart, column k, double most) {
  static const double step = 6;
  prg_buffer heading = {0};
  add_heading_text(chart, k, &heading);
  double least = prg_text_width(prg_buffer_string(&heading), PRG_TEXT_SIZE, false) + 2;
  prg_buffer_free(&heading);
  double width = most;
  while (width - step >= least && is_column_whole(chart, k, width - step))
    width -= step;
  return width;
}

/* Takes what names lack from a column that is wider than it must be. */
static void take(double *from, double least, double wanted, double *name_width) {
  double taken = fmax(0, fmin(wanted - *name_width, *from - least));
  *from -= taken;
  *name_width += taken;
}

/* Names that would be cut have room from the other columns. */
static void widen_names(target_chart *chart, columns *c) {
  if (is_column_whole(chart, NAME, c->name_width))
    return;
  double wanted = least_width(chart, NAME, widest(chart, NAME, true));
  take(&c->goal_width, least_width(chart, GOAL, c->goal_width), wanted, &c->name_width);
  take(&c->verdict_width, least_width(chart, VERDICT, c->verdict_width), wanted, &c->name_width);
  take(&c->plot_width, plot_least * chart->canvas.width, wanted, &c->name_width);
}

/* The plot area has the rest; for its sake intervals are not told, and names cut or broken. */
static columns make_columns(target_chart *chart) {
  double least = plot_part * chart->canvas.width;
  columns c = measure_columns(chart, true);
  if (c.plot_width < least)
    c = measure_columns(chart, false);
  double lack = fmax(0, fmin(least - c.plot_width, c.name_width - name_least));
  c.name_width -= lack;
  c.plot_width += lack;
  widen_names(chart, &c);
  c.name = PRG_EDGE;
  c.goal = c.name + c.name_width + column_gap;
  c.plot = c.goal + c.goal_width + column_gap;
  c.value = c.plot + c.plot_width + column_gap;
  c.verdict = c.value + c.value_width + column_gap + light_width;
  return c;
}

/* Rows that a verdict has for itself: those of the groups below say nothing there. */
static size_t rows_of_verdict(const target_chart *chart, size_t i) {
  size_t rows = 1;
  while (i + rows < chart->n && !chart->row[i + rows].has_verdict)
    rows++;
  return rows;
}

/* Writes the cell about the middle of its row, or from there on if it may reach further down. */
static void add_cell(target_chart *chart, const prg_canvas_text *first, double width, size_t rows,
                     const char *text) {
  prg_text_line line[3];
  bool down = rows > 1;
  size_t room = down ? 3 : lines_of_row(chart);
  size_t n = prg_text_wrap(text, PRG_TEXT_SIZE, first->face == PRG_FACE_BOLD, width, line, room);
  for (size_t i = 0; i < n; i++) {
    prg_canvas_text at = *first;
    at.y += cell_leading * ((double)i - (down ? 0 : ((double)n - 1) / 2));
    prg_canvas_add_line(&chart->canvas, at, &line[i]);
  }
}

static void add_column(target_chart *chart, column k, double x, double width, bool with_interval) {
  prg_buffer text = {0};
  add_heading_text(chart, k, &text);
  prg_canvas_text at = {.x = x, .y = chart->axes.top - 26, .ink = PRG_INK_QUIET};
  prg_canvas_add_text(&chart->canvas, at, prg_buffer_string(&text), text.length);
  for (size_t i = 0; i < chart->n; i++) {
    prg_buffer_clear(&text);
    add_cell_text(chart, i, k, with_interval, &text);
    bool quiet = k == VERDICT && chart->row[i].result->light == PRG_LIGHT_NONE;
    const prg_canvas_text first = {.x = x,
                                   .y = prg_axes_y(&chart->axes, (double)i + 0.5),
                                   .face = is_bold(chart, i, k) ? PRG_FACE_BOLD : PRG_FACE_TEXT,
                                   .ink = quiet ? PRG_INK_QUIET : PRG_INK};
    add_cell(chart, &first, width, k == VERDICT ? rows_of_verdict(chart, i) : 1,
             prg_buffer_string(&text));
  }
  chart->canvas.failed = chart->canvas.failed || text.failed;
  prg_buffer_free(&text);
}

static void add_lights(target_chart *chart, double x) {
  for (size_t i = 0; i < chart->n; i++)
    if (chart->row[i].has_verdict && chart->row[i].result->light != PRG_LIGHT_NONE)
      chart->light[chart->n_light++] =
          (target_light){chart->row[i].result->light, x + 0.35 * light_width,
                         prg_axes_y(&chart->axes, (double)i + 0.5)};
}

/* Two strokes where a scale does not begin at 0. */
static void add_cuts(target_chart *chart) {
  for (size_t i = 0; i < chart->n; i++) {
    const prg_canvas_text at = {.x = chart->axes.left + 6,
                                .y = prg_axes_y(&chart->axes, (double)i + 0.5),
                                .ink = PRG_INK_QUIET};
    if (chart->row[i].low > 0)
      prg_canvas_add_text(&chart->canvas, at, "//", 2);
  }
}

/* ---- the key: what the marks mean, in a line or two at the bottom ---- */

static bool has_mark(const target_marks *marks, target_mark mark) {
  const bool there[TARGET_MARKS] = {
      [TARGET_MARK_OUTLOOK] = marks->outlook, [TARGET_MARK_INTERVAL] = marks->interval,
      [TARGET_MARK_GOAL] = marks->goal,       [TARGET_MARK_ZONE] = marks->goal,
      [TARGET_MARK_LAST] = marks->last,       [TARGET_MARK_SO_FAR] = marks->so_far};
  return there[mark];
}

/* Places the samples below each other's line from y on; returns how many lines there are. */
static size_t add_key(target_chart *chart, double y, bool really) {
  static const prg_text word[TARGET_MARKS] = {[TARGET_MARK_OUTLOOK] = PRG_TEXT_TARGET_KEY_OUTLOOK,
                                              [TARGET_MARK_INTERVAL] = PRG_TEXT_TARGET_KEY_INTERVAL,
                                              [TARGET_MARK_GOAL] = PRG_TEXT_TARGET_KEY_GOAL,
                                              [TARGET_MARK_ZONE] = PRG_TEXT_TARGET_KEY_ZONE,
                                              [TARGET_MARK_LAST] = PRG_TEXT_TARGET_KEY_LAST,
                                              [TARGET_MARK_SO_FAR] = PRG_TEXT_TARGET_KEY_SO_FAR};
  double x = PRG_EDGE;
  size_t lines = 0;
  for (int k = 0; k < TARGET_MARKS; k++) {
    if (!has_mark(&chart->marks, (target_mark)k))
      continue;
    const char *text = prg_text_get(word[k], chart->canvas.options->language);
    double width = sample_width + prg_text_width(text, PRG_TEXT_SIZE, false);
    if (lines > 0 && x + width > chart->canvas.width - PRG_EDGE) {
      x = PRG_EDGE;
      lines++;
    }
    lines += lines == 0;
    double middle = y + PRG_TEXT_LEADING * ((double)lines - 1);
    if (really) {
      chart->sample[chart->n_sample++] = (target_sample){(target_mark)k, x, middle};
      prg_canvas_text at = {.x = x + sample_width, .y = middle, .ink = PRG_INK};
      prg_canvas_add_text(&chart->canvas, at, text, strlen(text));
    }
    x += width + key_gap;
  }
  return lines;
}

/* Headline, subtitle and footer, and the rows' room between them. */
static void add_frame(target_chart *chart) {
  prg_buffer title = {0}, subtitle = {0}, footer = {0};
  prg_canvas *canvas = &chart->canvas;
  target_title(chart->result, chart->n_result, canvas->options, &title);
  target_subtitle(chart, &subtitle);
  target_footer(chart, &footer);
  double top =
      prg_canvas_add_heading(canvas, prg_buffer_string(&title), prg_buffer_string(&subtitle));
  double bottom = prg_canvas_add_footer(canvas, prg_buffer_string(&footer));
  double key = bottom - 1.6 * PRG_TEXT_LEADING;
  size_t lines = add_key(chart, 0, false);
  key -= PRG_TEXT_LEADING * (lines > 0 ? (double)lines - 1 : 0);
  add_key(chart, key, true);
  chart->axes.top = top + 1.6 * PRG_TEXT_LEADING; /* the columns' headings */
  double most = key - 1.25 * PRG_TEXT_LEADING - chart->axes.top;
  chart->axes.bottom = chart->axes.top + fmin(most, row_most * (double)chart->n);
  canvas->failed = canvas->failed || title.failed || subtitle.failed || footer.failed;
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
  prg_buffer_free(&footer);
}

void target_places(target_chart *chart) {
  add_frame(chart);
  columns c = make_columns(chart);
  chart->axes.left = c.plot;
  chart->axes.right = c.plot + c.plot_width;
  chart->axes.x_high = 1;
  chart->axes.y_low = (double)chart->n;
  chart->axes.y_high = 0;
  chart->axes.cut_axis = true; /* no line at 0, which the scales have each for itself */
  add_column(chart, NAME, c.name, c.name_width, true);
  add_column(chart, GOAL, c.goal, c.goal_width, true);
  add_column(chart, VALUE, c.value, c.value_width, c.with_interval);
  add_column(chart, VERDICT, c.verdict, c.verdict_width, true);
  add_lights(chart, c.verdict - light_width);
  add_cuts(chart);
}
