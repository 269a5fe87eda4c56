/* The report's workbook while it is written: its sheets are in book_figures.c and book_tables.c,
 * the words and the file in report_book.c. */
#ifndef PRESENT_REPORT_BOOK_H
#define PRESENT_REPORT_BOOK_H

#include <xlsxwriter.h>

#include <prognos/report.h>

typedef struct book {
  const prg_report *report;
  lxw_workbook *workbook;
  lxw_format *heading, *wrapped, *period, *whole, *per_cent;
} book;

/* A new sheet for A4, lying if it is wide, as many sheets of paper high as it takes. */
lxw_worksheet *book_sheet(const book *b, prg_text name, bool wide);
/* Names column k in the first row, which stays in view and comes on every sheet of paper. */
void book_head(const book *b, lxw_worksheet *sheet, size_t k, const char *name);
/* Ends a sheet with n_row rows and n_column columns, heads included: widths, and a filter. */
void book_close(lxw_worksheet *sheet, lxw_row_t n_row, size_t n_column);

/* A cell: text, whatever it begins with; a number, none of NaN; a period. */
void book_text(lxw_worksheet *sheet, lxw_row_t row, size_t column, const char *text,
               lxw_format *format);
void book_number(lxw_worksheet *sheet, lxw_row_t row, size_t column, double value,
                 lxw_format *format);
void book_period(const book *b, lxw_worksheet *sheet, lxw_row_t row, size_t column,
                 prg_period period);

/* The sheets: every figure and a chart of each series; how earlier forecasts did, and need against
 * places, if the report has any. */
void book_write_figures(const book *b);
void book_write_places(const book *b);
void book_write_record(const book *b);

#endif
