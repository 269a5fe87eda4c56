/* The report as a workbook for Excel: the figures as numbers, a chart of each series, the words. */
#ifndef PROGNOS_REPORT_BOOK_H
#define PROGNOS_REPORT_BOOK_H

#include <prognos/report.h>

PRG_BEGIN_C

/*
 * Appends the workbook (.xlsx). Sheets: the figures of all series one below the other, the charts,
 * the sentences of the report. Every text is written as text, so that no name is a formula. Its
 * date is report->today (1980-01-01 without one), so that the same report gives the same bytes. A
 * folder below /tmp comes and goes. PRG_EIO if it cannot be written, PRG_ENOMEM.
 */
prg_status prg_report_book(const prg_report *report, prg_buffer *out, prg_error *error);

PRG_END_C

#endif
