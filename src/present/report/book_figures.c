#include "present/report/book.h"

#include <stdio.h>

#include "present/canvas/gnuplot_text.h"
#include "present/chart/outline.h"

#define CHART_ROWS 20                               /* of the sheet, for each chart */
enum { SERIES, PERIOD, OUTCOME, FORECAST, LIMITS }; /* columns; two limits for each level follow */

typedef struct figures_sheet {
  const book *book;
  lxw_worksheet *figures, *charts;
  lxw_row_t row; /* the next of the figures */
} figures_sheet;

static const char *word(const figures_sheet *s, prg_text text) {
  return prg_text_get(text, s->book->report->language);
}

/* --- the figures --- */

static void write_headings(const figures_sheet *s) {
  static const prg_text heading[] = {PRG_TEXT_REPORT_SERIES, PRG_TEXT_REPORT_PERIOD,
                                     PRG_TEXT_REPORT_OUTCOME, PRG_TEXT_REPORT_FORECAST};
  const prg_report *report = s->book->report;
  for (size_t k = 0; k < LIMITS; k++)
    book_head(s->book, s->figures, k, word(s, heading[k]));
  for (size_t k = 0; k < 2 * report->n_level; k++) {
    prg_buffer limit = {0};
    prg_add_odds(&limit, report->level[k / 2], report->language);
    prg_buffer_printf(&limit, ": %s", word(s, k % 2 == 0 ? PRG_TEXT_BOOK_FROM : PRG_TEXT_BOOK_TO));
    book_head(s->book, s->figures, LIMITS + k, prg_buffer_string(&limit));
    prg_buffer_free(&limit);
  }
}

static void begin_row(const figures_sheet *s, const prg_outline *series, prg_period period) {
  book_text(s->figures, s->row, SERIES, series->series->name, NULL);
  book_period(s->book, s->figures, s->row, PERIOD, period);
}

static void write_forecast_row(figures_sheet *s, const prg_outline *series, size_t h,
                               lxw_format *format) {
  const prg_report *report = s->book->report;
  begin_row(s, series, prg_forecast_period(series->forecast, h));
  book_number(s->figures, s->row, FORECAST, prg_forecast_point(series->forecast, h), format);
  for (size_t k = 0; k < report->n_level; k++) {
    double lower, upper;
    prg_forecast_interval(series->forecast, h, report->level[k], &lower, &upper);
    book_number(s->figures, s->row, LIMITS + 2 * k, lower, format);
    book_number(s->figures, s->row, LIMITS + 2 * k + 1, upper, format);
  }
  s->row++;
}

/* The format of figures with so many decimals: 0, 0.0, 0.00 … */
static lxw_format *number_format(const book *b, int decimals) {
  static const char zeros[] = "0.000000";
  char text[sizeof zeros] = "0";
  if (decimals > 0)
    snprintf(text, sizeof text, "%.*s", 2 + decimals, zeros);
  lxw_format *format = workbook_add_format(b->workbook);
  format_set_num_format(format, text);
  return format;
}

static void write_series(figures_sheet *s, const prg_outline *series) {
  lxw_format *format = number_format(s->book, series->decimals);
  for (size_t t = series->first; !series->empty && t <= series->last; t++, s->row++) {
    begin_row(s, series, prg_series_period(series->series, t));
    book_number(s->figures, s->row, OUTCOME, series->series->value[t], format);
  }
  for (size_t h = 1; h <= series->horizon; h++)
    write_forecast_row(s, series, h, format);
}

/* --- the charts --- */

static void add_line(const figures_sheet *s, lxw_chart *chart, size_t column, lxw_row_t first,
                     lxw_color_t colour, bool dashed) {
  const char *sheet = word(s, PRG_TEXT_BOOK_FIGURES);
  lxw_chart_series *line = chart_add_series(chart, NULL, NULL);
  chart_series_set_categories(line, sheet, first, PERIOD, s->row - 1, PERIOD);
  chart_series_set_values(line, sheet, first, (lxw_col_t)column, s->row - 1, (lxw_col_t)column);
  chart_series_set_name_range(line, sheet, 0, (lxw_col_t)column);
  lxw_chart_line look = {.color = colour, .width = 2.25f};
  if (dashed) {
    look.width = 1.25f;
    look.dash_type = LXW_CHART_LINE_DASH_DASH;
  }
  chart_series_set_line(line, &look);
}

/* Excel takes a name that begins with = for a reference; a chart is named after its series. */
static void name_chart(lxw_chart *chart, const char *name) {
  prg_buffer title = {0};
  prg_buffer_add(&title, *name == '=' ? " " : "");
  prg_add_one_line(&title, name);
  chart_title_set_name(chart, prg_buffer_string(&title));
  chart_title_set_name_font(chart, &(lxw_chart_font){.bold = LXW_TRUE, .size = 12});
  prg_buffer_free(&title);
}

/* Of series i, whose figures are in the rows from `first` on. */
static void add_chart(const figures_sheet *s, const prg_outline *series, lxw_row_t first,
                      size_t i) {
  enum { DARK = 0x12436D, LIGHT = 0x6B8CA8, GRID = 0xD9D9D9 };
  if (s->row == first)
    return;
  lxw_chart *chart = workbook_add_chart(s->book->workbook, LXW_CHART_LINE);
  name_chart(chart, series->series->name);
  add_line(s, chart, OUTCOME, first, DARK, false);
  if (series->horizon > 0)
    add_line(s, chart, FORECAST, first, DARK, true);
  for (size_t k = 0; series->horizon > 0 && k < 2 && s->book->report->n_level > 0; k++)
    add_line(s, chart, LIMITS + k, first, LIGHT, true);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_major_gridlines_set_line(chart->y_axis,
                                      &(lxw_chart_line){.color = GRID, .width = .75f});
  worksheet_insert_chart_opt(s->charts, (lxw_row_t)(CHART_ROWS * i), 0, chart,
                             &(lxw_chart_options){.x_scale = 1.6, .y_scale = 1.3});
}

void book_write_figures(const book *b) {
  figures_sheet s = {.book = b, .row = 1};
  s.figures = book_sheet(b, PRG_TEXT_BOOK_FIGURES, true);
  s.charts = book_sheet(b, PRG_TEXT_BOOK_CHARTS, false);
  write_headings(&s);
  for (size_t i = 0; i < b->report->n; i++) {
    prg_outline series;
    lxw_row_t first = s.row;
    prg_outline_init(&series, b->report->part[i].forecast, -1);
    write_series(&s, &series);
    add_chart(&s, &series, first, i);
  }
  book_close(s.figures, s.row, LIMITS + 2 * b->report->n_level);
}
