#include <prognos/report_book.h>

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/number.h>

#include <xlsxwriter.h>

#include "calendar/gregorian.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/outline.h"
#include "present/report/report_format.h"

#define CHART_ROWS 20                               /* of the sheet, for each chart */
#define TEXT_COLUMN 90                              /* characters wide */
enum { SERIES, PERIOD, OUTCOME, FORECAST, LIMITS }; /* columns; two limits for each level follow */

typedef struct book {
  const prg_report *report;
  lxw_workbook *workbook;
  lxw_worksheet *figures, *charts, *words;
  lxw_format *heading, *wrapped, *period;
  lxw_row_t row;  /* the next of the figures … */
  lxw_row_t line; /* … and of the words */
} book;

static const char *word(const prg_report *report, prg_text text) {
  return prg_text_get(text, report->language);
}

/* As text, whatever it begins with. */
static void write_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                       lxw_format *format) {
  prg_buffer clean = {0};
  prg_add_one_line(&clean, text);
  worksheet_write_string(sheet, row, column, prg_buffer_string(&clean), format);
  prg_buffer_free(&clean);
}

static void write_number(const book *b, size_t column, double value, lxw_format *format) {
  if (!isnan(value))
    worksheet_write_number(b->figures, b->row, (lxw_col_t)column, value, format);
}

/* --- the figures --- */

static void write_headings(book *b) {
  static const prg_text heading[] = {PRG_TEXT_REPORT_SERIES, PRG_TEXT_REPORT_PERIOD,
                                     PRG_TEXT_REPORT_OUTCOME, PRG_TEXT_REPORT_FORECAST};
  for (size_t k = 0; k < LIMITS; k++)
    write_text(b->figures, 0, (lxw_col_t)k, word(b->report, heading[k]), b->heading);
  for (size_t k = 0; k < 2 * b->report->n_level; k++) {
    prg_buffer limit = {0};
    prg_add_odds(&limit, b->report->level[k / 2], b->report->language);
    prg_buffer_printf(&limit, ": %s",
                      word(b->report, k % 2 == 0 ? PRG_TEXT_BOOK_FROM : PRG_TEXT_BOOK_TO));
    write_text(b->figures, 0, (lxw_col_t)(LIMITS + k), prg_buffer_string(&limit), b->heading);
    prg_buffer_free(&limit);
  }
  worksheet_freeze_panes(b->figures, 1, 0);
  worksheet_repeat_rows(b->figures, 0, 0);
  worksheet_set_column(b->figures, SERIES, SERIES, 42, NULL);
  worksheet_set_column(b->figures, PERIOD, LIMITS + PRG_REPORT_LEVELS * 2, 14, NULL);
}

/* A year is a number: of digits as text, a spreadsheet complains. */
static void begin_row(const book *b, const prg_outline *series, prg_period period) {
  char text[PRG_PERIOD_BYTES];
  double year;
  write_text(b->figures, b->row, SERIES, series->series->name, NULL);
  prg_period_print_people(period, b->report->language, text);
  if (prg_number_whole(text, strlen(text), &year))
    worksheet_write_number(b->figures, b->row, PERIOD, year, b->period);
  else
    write_text(b->figures, b->row, PERIOD, text, b->period);
}

static void write_forecast_row(book *b, const prg_outline *series, size_t h, lxw_format *format) {
  begin_row(b, series, prg_forecast_period(series->forecast, h));
  write_number(b, FORECAST, prg_forecast_point(series->forecast, h), format);
  for (size_t k = 0; k < b->report->n_level; k++) {
    double lower, upper;
    prg_forecast_interval(series->forecast, h, b->report->level[k], &lower, &upper);
    write_number(b, LIMITS + 2 * k, lower, format);
    write_number(b, LIMITS + 2 * k + 1, upper, format);
  }
  b->row++;
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

static void write_figures(book *b, const prg_outline *series) {
  lxw_format *format = number_format(b, series->decimals);
  for (size_t t = series->first; !series->empty && t <= series->last; t++, b->row++) {
    begin_row(b, series, prg_series_period(series->series, t));
    write_number(b, OUTCOME, series->series->value[t], format);
  }
  for (size_t h = 1; h <= series->horizon; h++)
    write_forecast_row(b, series, h, format);
}

/* --- the charts --- */

static void add_line(const book *b, lxw_chart *chart, size_t column, lxw_row_t first,
                     lxw_color_t colour, bool dashed) {
  const char *sheet = word(b->report, PRG_TEXT_BOOK_FIGURES);
  lxw_chart_series *line = chart_add_series(chart, NULL, NULL);
  chart_series_set_categories(line, sheet, first, PERIOD, b->row - 1, PERIOD);
  chart_series_set_values(line, sheet, first, (lxw_col_t)column, b->row - 1, (lxw_col_t)column);
  chart_series_set_name_range(line, sheet, 0, (lxw_col_t)column);
  chart_series_set_line(line, &(lxw_chart_line){.color = colour,
                                                .width = dashed ? 1.25f : 2.25f,
                                                .dash_type = dashed ? LXW_CHART_LINE_DASH_DASH
                                                                    : LXW_CHART_LINE_DASH_SOLID});
}

/* Excel takes a name that begins with = for a reference; a chart is named after its series. */
static void name_chart(lxw_chart *chart, const char *name) {
  prg_buffer title = {0};
  prg_buffer_add(&title, *name == '=' ? " " : "");
  prg_add_one_line(&title, name);
  chart_title_set_name(chart, prg_buffer_string(&title));
  prg_buffer_free(&title);
}

static void add_chart(book *b, const prg_outline *series, lxw_row_t first, size_t i) {
  enum { DARK = 0x12436D, LIGHT = 0x6B8CA8, GRID = 0xD9D9D9 };
  if (b->row == first)
    return;
  lxw_chart *chart = workbook_add_chart(b->workbook, LXW_CHART_LINE);
  name_chart(chart, series->series->name);
  add_line(b, chart, OUTCOME, first, DARK, false);
  if (series->horizon > 0)
    add_line(b, chart, FORECAST, first, DARK, true);
  for (size_t k = 0; series->horizon > 0 && k < 2 && b->report->n_level > 0; k++)
    add_line(b, chart, LIMITS + k, first, LIGHT, true);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_axis_major_gridlines_set_line(chart->y_axis,
                                      &(lxw_chart_line){.color = GRID, .width = .75f});
  chart_title_set_name_font(chart, &(lxw_chart_font){.bold = LXW_TRUE, .size = 12});
  worksheet_insert_chart_opt(b->charts, (lxw_row_t)(CHART_ROWS * i), 0, chart,
                             &(lxw_chart_options){.x_scale = 1.6, .y_scale = 1.3});
}

/* --- the words: the content of the report without its tables --- */

static book *book_of(report_writer *w) {
  return w->state;
}

static void add_line_of_words(report_writer *w, const char *text, lxw_format *format) {
  book *b = book_of(w);
  write_text(b->words, b->line++, 0, text, format);
}

static void heading(report_writer *w, const char *title) {
  add_line_of_words(w, title, book_of(w)->heading);
}

static void paragraph(report_writer *w, const char *text) {
  add_line_of_words(w, text, book_of(w)->wrapped);
}

static void next_line(report_writer *w) {
  book_of(w)->line++;
}

static void write_words(book *b) {
  static const report_format words = {
      .begin = heading,
      .open_section = heading,
      .subheading = heading,
      .paragraph = paragraph,
      .item = paragraph,
      .close_section = next_line,
      .open_footer = next_line,
  };
  prg_buffer none = {0};
  worksheet_set_column(b->words, 0, 0, TEXT_COLUMN, NULL);
  report_write(b->report, &words, b, &none);
  prg_buffer_free(&none);
}

/* --- the file --- */

/* Seconds since 1970 of YYYY-MM-DD; 1980 without one: 0 would be now. */
static time_t moment_of(const char *today) {
  prg_date date = {1980, 1, 1};
  if (today == NULL || sscanf(today, "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3)
    date = (prg_date){1980, 1, 1};
  return (time_t)(prg_date_to_days(date) * 86400);
}

/* On paper: A4, lying if it is wide, as many sheets high as it takes. */
static lxw_worksheet *add_sheet(const book *b, prg_text name, bool wide) {
  enum { A4 = 9 };
  lxw_worksheet *sheet = workbook_add_worksheet(b->workbook, word(b->report, name));
  worksheet_set_paper(sheet, A4);
  worksheet_fit_to_pages(sheet, 1, 0);
  if (wide)
    worksheet_set_landscape(sheet);
  return sheet;
}

static void fill(book *b) {
  prg_buffer title = {0};
  prg_report_title(b->report, &title);
  workbook_set_properties(b->workbook,
                          &(lxw_doc_properties){.title = (char *)prg_buffer_string(&title),
                                                .created = moment_of(b->report->today)});
  prg_buffer_free(&title);
  b->figures = add_sheet(b, PRG_TEXT_BOOK_FIGURES, true);
  b->charts = add_sheet(b, PRG_TEXT_BOOK_CHARTS, false);
  b->words = add_sheet(b, PRG_TEXT_BOOK_WORDS, false);
  b->heading = workbook_add_format(b->workbook);
  format_set_bold(b->heading);
  format_set_text_wrap(b->heading);
  b->wrapped = workbook_add_format(b->workbook);
  format_set_text_wrap(b->wrapped);
  format_set_align(b->wrapped, LXW_ALIGN_VERTICAL_TOP);
  b->period = workbook_add_format(b->workbook);
  format_set_align(b->period, LXW_ALIGN_LEFT);
  write_headings(b);
  b->row = 1;
  for (size_t i = 0; i < b->report->n; i++) {
    prg_outline series;
    lxw_row_t first = b->row;
    prg_outline_init(&series, b->report->part[i].forecast, -1);
    write_figures(b, &series);
    add_chart(b, &series, first, i);
  }
  worksheet_autofilter(b->figures, 0, 0, b->row - 1,
                       (lxw_col_t)(LIMITS + 2 * b->report->n_level - 1));
  write_words(b);
}

static prg_status cannot_write(const char *path, prg_error *error) {
  return prg_fail_at(error, path, 0, 0, PRG_TEXT_CANNOT_WRITE, PRG_ARGS(prg_system_reason(errno)));
}

static prg_status read_back(const char *path, prg_buffer *out, prg_error *error) {
  FILE *file = fopen(path, "rbe");
  char bytes[16384];
  size_t n;
  if (file == NULL)
    return cannot_write(path, error);
  while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
    prg_buffer_add_n(out, bytes, n);
  bool failed = ferror(file) != 0;
  fclose(file);
  return failed        ? cannot_write(path, error)
         : out->failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                       : PRG_OK;
}

prg_status prg_report_book(const prg_report *report, prg_buffer *out, prg_error *error) {
  char folder[] = "/tmp/prognos-XXXXXX", path[sizeof folder + sizeof "/book"];
  if (mkdtemp(folder) == NULL)
    return cannot_write("/tmp", error);
  snprintf(path, sizeof path, "%s/book", folder);
  book b = {.report = report,
            .workbook = workbook_new_opt(path, &(lxw_workbook_options){.tmpdir = folder})};
  prg_status status = PRG_OK;
  if (b.workbook == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    fill(&b);
  if (status == PRG_OK && workbook_close(b.workbook) != LXW_NO_ERROR)
    status = cannot_write(path, error);
  if (status == PRG_OK)
    status = read_back(path, out, error);
  unlink(path);
  rmdir(folder);
  return status;
}
