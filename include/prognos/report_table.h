/* Forecasts and trends as tables for people, in plain text with their notes as sentences. */
#ifndef PROGNOS_REPORT_TABLE_H
#define PROGNOS_REPORT_TABLE_H

#include <prognos/forecast.h>
#include <prognos/text_table.h>

PRG_BEGIN_C

#define PRG_REPORT_LEVELS 9 /* intervals beside each other */

/* Everything is borrowed. */
typedef struct prg_report_options {
  prg_language language; /* default Swedish */
  const char *unit;      /* NULL or "": none */
  const double *level;   /* of the intervals, in (0, 1); default 0.80 and 0.95 */
  size_t n_level;        /* 0 … PRG_REPORT_LEVELS */
  int decimals;          /* 0 … 6; default −1: whole numbers for counts, else by size */
  prg_text model_title;  /* the model in words; default PRG_TEXT_NONE: its name */
  size_t width;          /* columns that the sentences are broken at; 0: not; default 100 */
} prg_report_options;

void prg_report_options_init(prg_report_options *options);

/*
 * Appends heading, sparkline, a row for every period (figure, or point forecast with intervals) and
 * the notes. If memory is exhausted, out->failed is set.
 */
void prg_report_forecast(const prg_forecast *forecast, const prg_report_options *options,
                         prg_buffer *out);

/* Its table alone: fills *table, which prg_text_table_free frees. */
void prg_report_fill(const prg_forecast *forecast, const prg_report_options *options,
                     prg_text_table *table);

/* Appends the trend of the series of that name: its sentence, coefficients and fit. */
void prg_report_trend(const char *name, const prg_trend *trend, const prg_report_options *options,
                      prg_buffer *out);

PRG_END_C

#endif
