#include <prognos/report_book.h>

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/temporary.h>

#include "calendar/gregorian.h"
#include "present/canvas/gnuplot_text.h"
#include "present/report/book.h"
#include "present/report/report_format.h"

enum { NAME_COLUMN = 42, COLUMN = 14, TEXT_COLUMN = 90 }; /* characters wide */

/* --- sheets and cells --- */

lxw_worksheet *book_sheet(const book *b, prg_text name, bool wide) {
  enum { A4 = 9 };
  lxw_worksheet *sheet =
      workbook_add_worksheet(b->workbook, prg_text_get(name, b->report->language));
  worksheet_set_paper(sheet, A4);
  worksheet_fit_to_pages(sheet, 1, 0);
  if (wide)
    worksheet_set_landscape(sheet);
  return sheet;
}

void book_head(const book *b, lxw_worksheet *sheet, size_t k, const char *name) {
  book_text(sheet, 0, k, name, b->heading);
}

void book_close(lxw_worksheet *sheet, lxw_row_t n_row, size_t n_column) {
  const lxw_col_t last = (lxw_col_t)(n_column - 1);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_set_column(sheet, 0, 0, NAME_COLUMN, NULL);
  worksheet_set_column(sheet, 1, last, COLUMN, NULL);
  worksheet_autofilter(sheet, 0, 0, n_row - 1, last);
}

void book_text(lxw_worksheet *sheet, lxw_row_t row, size_t column, const char *text,
               lxw_format *format) {
  prg_buffer clean = {0};
  prg_add_one_line(&clean, text);
  worksheet_write_string(sheet, row, (lxw_col_t)column, prg_buffer_string(&clean), format);
  prg_buffer_free(&clean);
}

void book_number(lxw_worksheet *sheet, lxw_row_t row, size_t column, double value,
                 lxw_format *format) {
  if (!isnan(value))
    worksheet_write_number(sheet, row, (lxw_col_t)column, value, format);
}

/* A year is a number: of digits as text, a spreadsheet complains. */
void book_period(const book *b, lxw_worksheet *sheet, lxw_row_t row, size_t column,
                 prg_period period) {
  char text[PRG_PERIOD_BYTES];
  double year;
  prg_period_print_people(period, b->report->language, text);
  if (prg_number_whole(text, strlen(text), &year))
    book_number(sheet, row, column, year, b->period);
  else
    book_text(sheet, row, column, text, b->period);
}

/* --- the words: the content of the report without its tables --- */

typedef struct words_sheet {
  const book *book;
  lxw_worksheet *sheet;
  lxw_row_t line; /* the next */
} words_sheet;

static void heading(report_writer *w, const char *title) {
  words_sheet *words = w->state;
  book_text(words->sheet, words->line++, 0, title, words->book->heading);
}

static void paragraph(report_writer *w, const char *text) {
  words_sheet *words = w->state;
  book_text(words->sheet, words->line++, 0, text, words->book->wrapped);
}

static void next_line(report_writer *w) {
  words_sheet *words = w->state;
  words->line++;
}

static void write_words(const book *b) {
  static const report_format format = {
      .begin = heading,
      .open_section = heading,
      .subheading = heading,
      .paragraph = paragraph,
      .item = paragraph,
      .close_section = next_line,
      .open_footer = next_line,
  };
  prg_buffer none = {0};
  words_sheet words = {.book = b, .sheet = book_sheet(b, PRG_TEXT_BOOK_WORDS, false)};
  worksheet_set_column(words.sheet, 0, 0, TEXT_COLUMN, NULL);
  report_write(b->report, &format, &words, &none);
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

static void add_formats(book *b) {
  b->heading = workbook_add_format(b->workbook);
  format_set_bold(b->heading);
  format_set_text_wrap(b->heading);
  format_set_align(b->heading, LXW_ALIGN_VERTICAL_TOP);
  b->wrapped = workbook_add_format(b->workbook);
  format_set_text_wrap(b->wrapped);
  format_set_align(b->wrapped, LXW_ALIGN_VERTICAL_TOP);
  b->period = workbook_add_format(b->workbook);
  format_set_align(b->period, LXW_ALIGN_LEFT);
  b->whole = workbook_add_format(b->workbook);
  format_set_num_format(b->whole, "0");
  b->per_cent = workbook_add_format(b->workbook);
  format_set_num_format(b->per_cent, "0 %");
}

static void fill(book *b) {
  prg_buffer title = {0};
  prg_report_title(b->report, &title);
  lxw_doc_properties properties = {.title = (char *)prg_buffer_string(&title)};
  properties.created = moment_of(b->report->today);
  workbook_set_properties(b->workbook, &properties);
  prg_buffer_free(&title);
  add_formats(b);
  book_write_figures(b);
  book_write_places(b);
  book_write_record(b);
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
  char *folder, path[64];
  int descriptor = prg_temporary_folder("/tmp/", &folder);
  if (descriptor < 0)
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
  prg_temporary_remove_folder(descriptor, folder);
  return status;
}
