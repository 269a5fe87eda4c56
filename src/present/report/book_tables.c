#include <math.h>

#include "present/capacity_figures.h"
#include "present/report/book.h"
#include "present/report/report_format.h"

static const char *word(const book *b, prg_text text) {
  return prg_text_get(text, b->report->language);
}

/* --- need against places --- */

/* A column for people that some year of some series has a figure for. */
static bool is_shown(const book *b, const figure *column) {
  for (size_t i = 0; column->heading != PRG_TEXT_NONE && i < b->report->n; i++) {
    const prg_capacity *unit = b->report->part[i].capacity;
    for (size_t h = 0; unit != NULL && h < unit->horizon; h++)
      if (!isnan(figure_value(column, &unit->year[h])))
        return true;
  }
  return false;
}

static void write_year(const book *b, lxw_worksheet *sheet, lxw_row_t row, const prg_capacity *unit,
                       const prg_capacity_year *year) {
  size_t column = 0;
  book_text(sheet, row, column++, unit->unit, NULL);
  book_period(b, sheet, row, column++, year->period);
  for (size_t c = 0; c < capacity_figures; c++)
    if (is_shown(b, &capacity_figure[c]))
      book_number(sheet, row, column++, figure_value(&capacity_figure[c], year),
                  capacity_figure[c].form == FIGURE_PER_CENT ? b->per_cent : b->whole);
  book_text(sheet, row, column, word(b, prg_capacity_verdict(year->over)), NULL);
}

static size_t head_places(const book *b, lxw_worksheet *sheet) {
  size_t column = 0;
  book_head(b, sheet, column++, word(b, PRG_TEXT_REPORT_SERIES));
  book_head(b, sheet, column++, word(b, PRG_TEXT_REPORT_PERIOD));
  for (size_t c = 0; c < capacity_figures; c++)
    if (is_shown(b, &capacity_figure[c]))
      book_head(b, sheet, column++, word(b, capacity_figure[c].heading));
  book_head(b, sheet, column++, word(b, PRG_TEXT_CAPACITY_VERDICT));
  return column;
}

void book_write_places(const book *b) {
  lxw_worksheet *sheet = NULL;
  lxw_row_t row = 1;
  size_t columns = 0;
  for (size_t i = 0; i < b->report->n; i++) {
    const prg_capacity *unit = b->report->part[i].capacity;
    if (unit == NULL)
      continue;
    if (sheet == NULL) {
      sheet = book_sheet(b, PRG_TEXT_BOOK_PLACES, true);
      columns = head_places(b, sheet);
    }
    write_year(b, sheet, row++, unit, &unit->now);
    for (size_t h = 0; h < unit->horizon; h++)
      write_year(b, sheet, row++, unit, &unit->year[h]);
  }
  if (sheet != NULL)
    book_close(sheet, row, columns);
}

/* --- how earlier forecasts did --- */

static const prg_text record_heading[] = {
    PRG_TEXT_REPORT_SERIES,      PRG_TEXT_REPORT_LEAD,      PRG_TEXT_REPORT_TRIALS,
    PRG_TEXT_REPORT_ERROR,       PRG_TEXT_REPORT_INSIDE_80, PRG_TEXT_REPORT_INSIDE_95,
    PRG_TEXT_REPORT_ERROR_NAIVE,
};
enum { RECORD_COLUMNS = sizeof record_heading / sizeof record_heading[0] };

static void write_lead(const book *b, lxw_worksheet *sheet, lxw_row_t row,
                       const prg_report_part *part, size_t lead) {
  const prg_backtest_summary *record = part->record;
  prg_measures own = prg_backtest_summary_measures(record, report_tested_model(record), lead);
  prg_measures naive = prg_backtest_summary_measures(record, record->naive, lead);
  book_text(sheet, row, 0, part->forecast->series->name, NULL);
  book_number(sheet, row, 1, (double)lead, b->whole);
  book_number(sheet, row, 2, (double)own.n, b->whole);
  book_number(sheet, row, 3, own.mape / 100, b->per_cent);
  book_number(sheet, row, 4, own.coverage_80, b->per_cent);
  book_number(sheet, row, 5, own.coverage_95, b->per_cent);
  book_number(sheet, row, 6, naive.mape / 100, b->per_cent);
}

void book_write_record(const book *b) {
  lxw_worksheet *sheet = NULL;
  lxw_row_t row = 1;
  for (size_t i = 0; i < b->report->n; i++) {
    const prg_report_part *part = &b->report->part[i];
    if (part->record == NULL)
      continue;
    if (sheet == NULL) {
      sheet = book_sheet(b, PRG_TEXT_BOOK_RECORD, true);
      for (size_t k = 0; k < RECORD_COLUMNS; k++)
        book_head(b, sheet, k, word(b, record_heading[k]));
    }
    size_t tested = report_tested_model(part->record);
    for (size_t lead = 1; lead <= part->record->horizon; lead++)
      if (prg_backtest_summary_measures(part->record, tested, lead).n > 0)
        write_lead(b, sheet, row++, part, lead);
  }
  if (sheet != NULL)
    book_close(sheet, row, RECORD_COLUMNS);
}
