#include <prognos/chart_text.h>

#include <math.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/utf8.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/canvas/placing.h"
#include "present/canvas/text_grid.h"
#include "present/chart/chart_words.h"
#include "present/chart/fan.h"
#include "present/paragraph.h"

/* A cell in the pixels of the canvas, whose ticks are chosen by them: a digit is 18 wide. */
static const double cell_width = 18, cell_height = 24;
enum { COLUMNS_LEAST = 40, COLUMNS_MOST = 240, ROWS_LEAST = 16, ROWS_MOST = 80, PLOT_LEAST = 8 };
static const size_t most_with_bands = 2; /* series */

static const char *const outcome_mark[PRG_CHART_SERIES_MAX] = {"●", "■", "▲", "◆", "▼"};
static const char *const forecast_mark[PRG_CHART_SERIES_MAX] = {"○", "□", "△", "◇", "▽"};

/* What bars are filled with. */
enum { BARS_MOST = 3 };
static const char *const outcome_fill[BARS_MOST] = {"█", "▓", "▒"};
static const char *const forecast_fill[BARS_MOST] = {"░", "╱", "╲"};

typedef struct text_chart {
  prg_fan fan;   /* what is drawn, laid out for a picture */
  prg_axes axes; /* for the terminal; in the canvas's pixels from the plot's corner */
  prg_text_grid grid;
  prg_buffer name[PRG_CHART_SERIES_MAX];
  prg_buffer head, foot; /* lines above and below */
  size_t columns, rows;  /* of the screen */
  size_t left, names;    /* columns of the y axis' labels; of the names at the right */
  size_t plot_columns, plot_rows;
  bool colour;
} text_chart;

static unsigned ink_of(size_t series) {
  return PRG_TEXT_SERIES + (unsigned)series;
}

static const char *mark_of(const text_chart *chart, size_t i, bool ahead) {
  if (chart->fan.bars)
    return ahead ? forecast_fill[i] : outcome_fill[i];
  return ahead ? forecast_mark[i] : outcome_mark[i];
}

/* Where a value stands in the grid; in cells. */
static double column_of(const text_chart *chart, double ordinal) {
  return (double)chart->left + prg_axes_x(&chart->axes, ordinal) / cell_width;
}

static double row_of(const text_chart *chart, double value) {
  return prg_axes_y(&chart->axes, value) / cell_height;
}

static double forecast_value(const prg_outline *series, size_t h) {
  return h == 0 ? prg_outline_last_value(series) : prg_forecast_point(series->forecast, h);
}

/* ---- the words above and below ---- */

static void add_lines(text_chart *chart, prg_buffer *to, const prg_buffer *text, const char *code) {
  if (text->length == 0)
    return;
  if (chart->colour)
    prg_buffer_printf(to, "\033[%sm", code);
  paragraph_add(to, prg_buffer_string(text), chart->columns, 0);
  if (chart->colour && to->length > 0) { /* before the line feed */
    to->data[to->length - 1] = '\033';
    prg_buffer_add(to, "[0m\n");
  }
  to->failed = to->failed || text->failed;
}

static void add_head(text_chart *chart, const prg_forecast *const *forecast) {
  const prg_chart_options *options = chart->fan.canvas.options;
  const prg_axes *axes = &chart->fan.axes;
  prg_buffer title = {0}, subtitle = {0};
  prg_chart_title(forecast, chart->fan.n, options, &title);
  prg_chart_subtitle(options, (prg_period){axes->origin.frequency, axes->x_first}, axes->origin,
                     (prg_period){axes->origin.frequency,
                                  chart->fan.has_forecast ? axes->x_last : axes->origin.ordinal},
                     &subtitle);
  add_lines(chart, &chart->head, &title, "1");
  add_lines(chart, &chart->head, &subtitle, "2");
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
}

/* No line is broken between a mark and its word. */
static void add_mark(prg_buffer *out, const char *mark, const char *word) {
  prg_buffer_add(out, out->length > 0 ? "\u00A0\u00A0 " : "");
  prg_buffer_printf(out, "%s\u00A0", mark);
  prg_add_one_line(out, word);
}

/* "● Utfall   ○ Prognos   ░ 8 av 10   ━ Kapacitet 270": the marks of the first series speak for
 * all. */
static void add_key(const text_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->fan.canvas.options;
  prg_language language = options->language;
  add_mark(out, mark_of(chart, 0, false), prg_text_get(PRG_TEXT_CHART_OUTCOME, language));
  if (chart->fan.has_forecast)
    add_mark(out, mark_of(chart, 0, true), prg_text_get(PRG_TEXT_CHART_FORECAST, language));
  if (chart->fan.has_forecast && chart->fan.n <= most_with_bands)
    add_mark(out, chart->fan.bars ? "┃" : "░", prg_text_get(PRG_TEXT_CHART_BAND_80, language));
  if (!chart->fan.has_capacity)
    return;
  const char *label = options->capacity_label;
  add_mark(out, "━",
           word_is_given(label) ? label : prg_text_get(PRG_TEXT_CHART_CAPACITY, language));
  double level = prg_fan_level(&chart->fan, chart->fan.axes.x_last);
  if (!isnan(level)) {
    prg_buffer_add(out, "\u00A0");
    prg_buffer_add_people(out, level, -1, language);
  }
}

static void add_foot(text_chart *chart) {
  prg_buffer key = {0}, footer = {0};
  add_key(chart, &key);
  prg_chart_footer(chart->fan.canvas.options, chart->fan.axes.origin, chart->fan.has_forecast,
                   chart->axes.cut_axis, &footer);
  if (chart->fan.bars && prg_fan_has_gap(&chart->fan))
    prg_chart_explain_missing(chart->fan.canvas.options, &footer);
  add_lines(chart, &chart->foot, &key, "0");
  add_lines(chart, &chart->foot, &footer, "2");
  prg_buffer_free(&key);
  prg_buffer_free(&footer);
}

static size_t count_lines(const prg_buffer *text) {
  size_t n = 0;
  for (const char *c = prg_buffer_string(text); *c != '\0'; c++)
    n += *c == '\n';
  return n;
}

/* ---- the room ---- */

/* The names as they stand at the right, cut to a quarter of the width. */
static void make_names(text_chart *chart) {
  for (size_t i = 0; i < chart->fan.n; i++) {
    prg_buffer whole = {0};
    prg_add_one_line(&whole, chart->fan.series[i].series->name);
    const char *text = prg_buffer_string(&whole);
    prg_buffer *name = &chart->name[i];
    prg_buffer_printf(name, "%s ", mark_of(chart, i, false));
    size_t room = chart->columns / 4;
    while (*text != '\0') {
      uint32_t character;
      size_t n = prg_utf8_decode(text, strlen(text), &character);
      if (prg_utf8_width(prg_buffer_string(name)) + prg_utf8_width(text) > room &&
          prg_utf8_width(prg_buffer_string(name)) + 2 > room) {
        prg_buffer_add(name, "…");
        break;
      }
      prg_buffer_add_n(name, text, n > 0 ? n : 1);
      text += n > 0 ? n : 1;
    }
    size_t width = prg_utf8_width(prg_buffer_string(name));
    chart->names = width > chart->names ? width : chart->names;
    name->failed = name->failed || whole.failed;
    prg_buffer_free(&whole);
  }
}

static const char *tick_text(const text_chart *chart, const prg_tick *tick, char text[64]) {
  size_t n = tick->length < 63 ? tick->length : 63;
  memcpy(text, prg_buffer_string(&chart->fan.canvas.text) + tick->start, n);
  text[n] = '\0';
  return text;
}

/* Ranges are those of the picture; ticks as many as there are rows and columns for. */
static void make_axes(text_chart *chart) {
  char text[64];
  prg_axes *axes = &chart->axes;
  axes->top = 0;
  axes->bottom = cell_height * (double)chart->plot_rows;
  axes->n_x_tick = axes->n_y_tick = 0;
  prg_axes_y_ticks(axes, &chart->fan.canvas, prg_fan_counts(&chart->fan), chart->fan.bars);
  chart->left = 0;
  for (size_t i = 0; i < axes->n_y_tick; i++) {
    size_t width = prg_utf8_width(tick_text(chart, &axes->y_tick[i], text));
    chart->left = width > chart->left ? width : chart->left;
  }
  chart->left += 2;
  chart->plot_columns = chart->columns - chart->left - chart->names - 2;
  axes->left = 0;
  axes->right = cell_width * (double)chart->plot_columns;
  prg_axes_x_ticks(axes, &chart->fan.canvas);
}

/* ---- what is drawn, from behind to the front ---- */

static void draw_y_axis(text_chart *chart) {
  char text[64];
  for (size_t i = 0; i < chart->axes.n_y_tick; i++) {
    const prg_tick *tick = &chart->axes.y_tick[i];
    long row = lround(row_of(chart, tick->at) - 0.5);
    if (row >= (long)chart->plot_rows)
      row = (long)chart->plot_rows - 1;
    tick_text(chart, tick, text);
    prg_text_grid_put(&chart->grid, (long)chart->left - 2 - (long)prg_utf8_width(text), row, text,
                      PRG_TEXT_QUIET);
    for (size_t c = 0; c < chart->plot_columns; c++)
      prg_text_grid_back(&chart->grid, (long)(chart->left + c), row, "┈", PRG_TEXT_QUIET);
  }
}

static void draw_x_axis(text_chart *chart) {
  char text[64];
  for (size_t i = 0; i < chart->axes.n_x_tick; i++) {
    const prg_tick *tick = &chart->axes.x_tick[i];
    tick_text(chart, tick, text);
    long width = (long)prg_utf8_width(text);
    long column = (long)floor(column_of(chart, tick->at)) - width / 2;
    prg_text_grid_place(&chart->grid, column, (long)chart->plot_rows, text, PRG_TEXT_QUIET);
  }
}

static void draw_border(text_chart *chart) {
  long column = (long)floor(column_of(chart, chart->axes.origin.ordinal + 0.5));
  for (size_t r = 0; r < chart->plot_rows && chart->fan.has_forecast; r++)
    prg_text_grid_back(&chart->grid, column, (long)r, "┊", PRG_TEXT_QUIET);
}

/* The limits of 8 in 10 between two periods ahead, straight from one to the next. */
static void limits_at(const prg_outline *series, double ahead, double limit[2]) {
  size_t h = (size_t)floor(ahead);
  double part = ahead - (double)h, from[2], to[2];
  from[0] = from[1] = to[0] = to[1] = prg_outline_last_value(series);
  if (h > 0)
    prg_forecast_interval(series->forecast, h, 0.80, &from[0], &from[1]);
  prg_forecast_interval(series->forecast, h < series->horizon ? h + 1 : h, 0.80, &to[0], &to[1]);
  for (int k = 0; k < 2; k++)
    limit[k] = from[k] + part * (to[k] - from[k]);
}

static void draw_band(text_chart *chart, size_t i) {
  const prg_outline *series = &chart->fan.series[i];
  for (size_t c = 0; c < chart->plot_columns && series->horizon > 0; c++) {
    double at = prg_axes_ordinal(&chart->axes, cell_width * ((double)c + 0.5));
    double ahead = at - prg_outline_origin(series).ordinal, limit[2];
    if (ahead <= 0 || ahead > (double)series->horizon)
      continue;
    limits_at(series, ahead, limit);
    long top = lround(row_of(chart, limit[1])), bottom = lround(row_of(chart, limit[0]));
    for (long r = top; r < bottom; r++)
      prg_text_grid_back(&chart->grid, (long)(chart->left + c), r, "░", ink_of(i));
  }
}

static void draw_level(text_chart *chart) {
  for (size_t c = 0; c < chart->plot_columns && chart->fan.has_capacity; c++) {
    double at = prg_axes_ordinal(&chart->axes, cell_width * ((double)c + 0.5));
    double level = prg_fan_level(&chart->fan, (int)lround(at));
    if (!isnan(level))
      prg_text_grid_back(&chart->grid, (long)(chart->left + c), (long)floor(row_of(chart, level)),
                         "━", PRG_TEXT_ALARM);
  }
}

static void draw_piece(text_chart *chart, size_t i, int x, double from, double to, bool dashed) {
  if (isnan(from) || isnan(to))
    return;
  const double begin[2] = {column_of(chart, x), row_of(chart, from)};
  const double end[2] = {column_of(chart, x + 1), row_of(chart, to)};
  prg_text_grid_line(&chart->grid, begin, end, dashed, ink_of(i));
}

static void draw_mark(text_chart *chart, size_t i, int x, double value, const char *mark) {
  if (!isnan(value))
    prg_text_grid_put(&chart->grid, (long)floor(column_of(chart, x)),
                      (long)floor(row_of(chart, value)), mark, ink_of(i));
}

/* Markers only where there is a cell for each and one between. */
static void draw_series(text_chart *chart, size_t i) {
  const prg_outline *series = &chart->fan.series[i];
  bool marks = column_of(chart, 2) - column_of(chart, 0) >= 4;
  int origin = prg_outline_origin(series).ordinal;
  for (size_t t = series->first; t < series->last; t++)
    draw_piece(chart, i, prg_fan_ordinal(series, t), series->series->value[t],
               series->series->value[t + 1], false);
  for (size_t h = 0; h < series->horizon; h++)
    draw_piece(chart, i, origin + (int)h, forecast_value(series, h), forecast_value(series, h + 1),
               true);
  for (size_t t = series->first; t <= series->last; t++)
    if (marks || t == series->last)
      draw_mark(chart, i, prg_fan_ordinal(series, t), series->series->value[t], outcome_mark[i]);
  for (size_t h = 1; h <= series->horizon; h++)
    if (marks || h == series->horizon)
      draw_mark(chart, i, origin + (int)h, forecast_value(series, h), forecast_mark[i]);
}

/* The value above its mark, or below, if nothing stands there. */
static void draw_value(text_chart *chart, size_t i, int x, double value) {
  char text[PRG_NUMBER_BYTES];
  prg_number_people(text, value, chart->fan.decimals, chart->fan.canvas.options->language);
  long width = (long)prg_utf8_width(text), row = (long)floor(row_of(chart, value));
  long column = (long)floor(column_of(chart, x)) - width / 2;
  static const long step[] = {-1, 1, -2, 2};
  for (size_t k = 0; k < sizeof step / sizeof *step; k++)
    if (row + step[k] >= 0 && row + step[k] < (long)chart->plot_rows &&
        prg_text_grid_place(&chart->grid, column, row + step[k], text, ink_of(i)))
      return;
}

static void draw_values(text_chart *chart, size_t i) {
  const prg_outline *series = &chart->fan.series[i];
  if (series->horizon > 0)
    draw_value(chart, i, prg_outline_end(series).ordinal, forecast_value(series, series->horizon));
  draw_value(chart, i, prg_fan_ordinal(series, series->last), prg_outline_last_value(series));
  if (series->first < series->last)
    draw_value(chart, i, prg_fan_ordinal(series, series->first), prg_outline_first_value(series));
}

/* ---- bars ---- */

/* The columns of a bar: the first one and how many; none if there is not one for each series. */
static long bar_columns(const text_chart *chart, size_t i, int x, long *first) {
  double period = column_of(chart, 1) - column_of(chart, 0);
  long n = (long)chart->fan.n, all = (long)floor(period) - (period >= 2 * (double)n ? 1 : 0);
  long each = all / n;
  *first = lround(column_of(chart, x) - (double)(each * n) / 2) + each * (long)i;
  return each;
}

/* The row below which bars go down, and above which they go up. */
static long zero_row(const text_chart *chart) {
  return lround(row_of(chart, 0));
}

/* A cell of which a part is filled, from below or from above; in eighths that of an outcome of the
 * first series. */
static const char *fill_of(const text_chart *chart, size_t i, bool ahead, bool down, double part) {
  static const char *const eighth[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (!down && i == 0 && !ahead)
    return eighth[(size_t)fmax(0, fmin(7, floor(8 * part)))];
  return part >= 0.5 ? mark_of(chart, i, ahead) : down ? "▔" : "▁";
}

/* One cell at least. */
static void draw_bar(text_chart *chart, size_t i, int x, double value, bool ahead) {
  bool down = value < 0;
  long first, width = bar_columns(chart, i, x, &first), zero = zero_row(chart);
  double height = fabs(row_of(chart, value) - (double)zero);
  for (long k = 0; k == 0 || (double)k < height; k++) {
    const char *fill = (double)k + 1 <= height ? mark_of(chart, i, ahead)
                                               : fill_of(chart, i, ahead, down, height - (double)k);
    for (long c = 0; c < width; c++)
      prg_text_grid_put(&chart->grid, first + c, down ? zero + k : zero - 1 - k, fill, ink_of(i));
  }
}

/* Through the middle of the bar; returns its ends, or the value where there is none. */
static void reach_of(const text_chart *chart, size_t i, size_t h, double end[2]) {
  const prg_outline *series = &chart->fan.series[i];
  end[0] = end[1] = prg_forecast_point(series->forecast, h);
  if (chart->fan.n <= most_with_bands)
    prg_forecast_interval(series->forecast, h, 0.80, &end[0], &end[1]);
}

static void draw_interval(text_chart *chart, size_t i, size_t h) {
  double end[2];
  int x = prg_forecast_period(chart->fan.series[i].forecast, h).ordinal;
  long first, width = bar_columns(chart, i, x, &first);
  reach_of(chart, i, h, end);
  for (long r = lround(row_of(chart, end[1])); r < lround(row_of(chart, end[0])); r++)
    prg_text_grid_put(&chart->grid, first + width / 2, r, "┃", ink_of(i));
}

/* Outside of the bar and its interval, which go from low to high; two dots if it is missing. */
static void label_bar(text_chart *chart, size_t i, int x, double value, const double reach[2]) {
  char text[PRG_NUMBER_BYTES] = PRG_MISSING_MARK;
  bool missing = isnan(value), down = value < 0;
  if (!missing)
    prg_number_people(text, value, chart->fan.decimals, chart->fan.canvas.options->language);
  long first, width = bar_columns(chart, i, x, &first);
  long column = first + (width - (long)prg_utf8_width(text)) / 2;
  long zero = zero_row(chart), row = zero - 1;
  if (down)
    row = (long)fmax((double)zero + 1, ceil(row_of(chart, reach[0])));
  else if (!missing)
    row = (long)fmin((double)zero - 1, floor(row_of(chart, reach[1]))) - 1;
  if (row >= 0 && row < (long)chart->plot_rows)
    prg_text_grid_place(&chart->grid, column, row, text, ink_of(i));
}

static void draw_bars(text_chart *chart, size_t i) {
  const prg_outline *series = &chart->fan.series[i];
  for (size_t t = series->first; t <= series->last; t++)
    if (!isnan(series->series->value[t]))
      draw_bar(chart, i, prg_fan_ordinal(series, t), series->series->value[t], false);
  for (size_t h = 1; h <= series->horizon; h++)
    draw_bar(chart, i, prg_forecast_period(series->forecast, h).ordinal, forecast_value(series, h),
             true);
}

/* Of every series, before any figure is written, which keeps off them. */
static void draw_intervals(text_chart *chart) {
  for (size_t i = 0; i < chart->fan.n && chart->fan.n <= most_with_bands; i++)
    for (size_t h = 1; h <= chart->fan.series[i].horizon; h++)
      draw_interval(chart, i, h);
}

/* The latest figure and the end of the forecast first: there may not be room for all. */
static void label_bars(text_chart *chart, size_t i) {
  const prg_outline *series = &chart->fan.series[i];
  for (size_t h = series->horizon; h >= 1; h--) {
    double reach[2];
    reach_of(chart, i, h, reach);
    label_bar(chart, i, prg_forecast_period(series->forecast, h).ordinal, forecast_value(series, h),
              reach);
  }
  for (size_t t = series->last + 1; t-- > series->first;) {
    double value = series->series->value[t];
    label_bar(chart, i, prg_fan_ordinal(series, t), value, (const double[]){value, value});
  }
}

static void draw_names(text_chart *chart) {
  prg_slot slot[PRG_CHART_SERIES_MAX];
  for (size_t i = 0; i < chart->fan.n; i++) {
    const prg_outline *series = &chart->fan.series[i];
    double end = forecast_value(series, series->horizon);
    slot[i] = (prg_slot){.wanted = floor(row_of(chart, end)), .size = 1, .item = i};
  }
  prg_slots_spread(slot, chart->fan.n, 0, (double)chart->plot_rows, 0);
  for (size_t i = 0; i < chart->fan.n; i++)
    prg_text_grid_put(&chart->grid, (long)(chart->left + chart->plot_columns + 2),
                      lround(slot[i].at), prg_buffer_string(&chart->name[slot[i].item]),
                      ink_of(slot[i].item));
}

static void draw(text_chart *chart) {
  draw_y_axis(chart);
  draw_border(chart);
  for (size_t i = 0; i < chart->fan.n && chart->fan.n <= most_with_bands && !chart->fan.bars; i++)
    draw_band(chart, i);
  draw_level(chart);
  for (size_t i = chart->fan.n; i-- > 0;)
    chart->fan.bars ? draw_bars(chart, i) : draw_series(chart, i);
  if (chart->fan.bars)
    draw_intervals(chart);
  for (size_t i = 0; i < chart->fan.n; i++)
    chart->fan.bars ? label_bars(chart, i) : draw_values(chart, i);
  draw_x_axis(chart);
  draw_names(chart);
}

/* ---- all of it ---- */

static size_t within(size_t value, size_t least, size_t most) {
  return value < least ? least : value > most ? most : value;
}

static prg_status lay_out(text_chart *chart, const prg_forecast *const *forecast,
                          prg_error *error) {
  chart->axes = chart->fan.axes;
  make_names(chart);
  add_head(chart, forecast);
  add_foot(chart);
  size_t words = count_lines(&chart->head) + count_lines(&chart->foot) + 3; /* blank, x, prompt */
  chart->plot_rows = chart->rows > words + PLOT_LEAST ? chart->rows - words : PLOT_LEAST;
  make_axes(chart);
  long first;
  if (chart->fan.bars && bar_columns(chart, 0, chart->axes.x_first, &first) < 1)
    return prg_fail(error, PRG_TEXT_TERMINAL_NARROW,
                    PRG_ARGS(prg_integer(chart->axes.x_last - chart->axes.x_first + 1),
                             prg_integer((long long)chart->columns)));
  if (!prg_text_grid_init(&chart->grid, chart->columns, chart->plot_rows + 1))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  draw(chart);
  return PRG_OK;
}

/* What prg_fan_init and prg_bars_init are. */
typedef prg_status placing(prg_fan *fan, const prg_forecast *const *forecast, size_t n,
                           const prg_chart_options *options, prg_error *error);

static prg_status draw_text(placing *place, const prg_forecast *const *forecast, size_t n,
                            const prg_chart_options *options, const prg_text_screen *screen,
                            prg_buffer *out, prg_error *error) {
  text_chart chart = {.columns = within(screen->columns, COLUMNS_LEAST, COLUMNS_MOST),
                      .rows = within(screen->rows, ROWS_LEAST, ROWS_MOST),
                      .colour = screen->colour};
  prg_status status = place(&chart.fan, forecast, n, options, error);
  if (status == PRG_OK)
    status = lay_out(&chart, forecast, error);
  if (status == PRG_OK) {
    prg_buffer_add(out, prg_buffer_string(&chart.head));
    prg_buffer_add_char(out, '\n');
    prg_text_grid_write(&chart.grid, chart.colour, out);
    prg_buffer_add(out, prg_buffer_string(&chart.foot));
    out->failed = out->failed || chart.head.failed || chart.foot.failed;
  }
  for (size_t i = 0; i < PRG_CHART_SERIES_MAX; i++)
    prg_buffer_free(&chart.name[i]);
  prg_buffer_free(&chart.head);
  prg_buffer_free(&chart.foot);
  prg_text_grid_clear(&chart.grid);
  prg_fan_clear(&chart.fan);
  return status;
}

prg_status prg_chart_text(const prg_forecast *const *forecast, size_t n,
                          const prg_chart_options *options, const prg_text_screen *screen,
                          prg_buffer *out, prg_error *error) {
  return draw_text(prg_fan_init, forecast, n, options, screen, out, error);
}

prg_status prg_chart_text_bars(const prg_forecast *const *forecast, size_t n,
                               const prg_chart_options *options, const prg_text_screen *screen,
                               prg_buffer *out, prg_error *error) {
  if (n < 1 || n > BARS_MOST)
    return prg_fail(error, PRG_TEXT_CHART_NO_SERIES,
                    PRG_ARGS(prg_integer(1), prg_integer(BARS_MOST), prg_integer((long long)n)));
  return draw_text(prg_bars_init, forecast, n, options, screen, out, error);
}
