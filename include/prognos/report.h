/*
 * The report: what was found about some series, in one document for those who decide. Sentences,
 * charts, tables, the accuracy of earlier forecasts, the method in plain words, the sources. One
 * content, written as a web page, as Markdown or as plain text.
 */
#ifndef PROGNOS_REPORT_H
#define PROGNOS_REPORT_H

#include <prognos/backtest_summary.h>
#include <prognos/capacity_table.h>
#include <prognos/report_table.h>

PRG_BEGIN_C

/* One series. Everything is borrowed. */
typedef struct prg_report_part {
  const prg_forecast *forecast;
  const prg_capacity *capacity;       /* NULL: it was not compared with places */
  const prg_backtest_summary *record; /* earlier forecasts by the same model; NULL: the series is
                                         too short for any */
  const char *chart;                  /* SVG of our own making; NULL: there is none */
  double chart_left, chart_right;     /* where its plot area begins and ends: parts of the width */
} prg_report_part;

/* Everything is borrowed; a string that is NULL or "" is left out. */
typedef struct prg_report {
  prg_language language;  /* default Swedish */
  const char *title;      /* default: the headline of the chart of these series */
  const char *unit;       /* "elever" */
  const char *source;     /* who published the figures */
  const char *today;      /* YYYY-MM-DD, when the report is made */
  const char *moment;     /* put before a year of the capacity: "hösten"; default "" */
  const char *input;      /* the name of the file, and … */
  const char *input_hash; /* … its fingerprint */
  const char *version;    /* of the program */
  const double *level;    /* of the intervals, as in prg_report_options; default 0.80 and 0.95 */
  size_t n_level;
  const prg_report_part *part; /* shape (n) */
  size_t n;                    /* >= 1 */
} prg_report;

void prg_report_init(prg_report *report);

/* Appends the report's headline. */
void prg_report_title(const prg_report *report, prg_buffer *out);

/*
 * The report as an HTML page that needs nothing beside it: charts and style are in it, it loads
 * nothing, and only sorting a table and reading values off a chart need its script. What others
 * wrote (names, notes, titles) is text in it and nothing else. If memory is exhausted, out->failed
 * is set; the same holds below.
 */
void prg_report_html(const prg_report *report, prg_buffer *out);
/* As Markdown with pipe tables, without charts. */
void prg_report_markdown(const prg_report *report, prg_buffer *out);
/* As plain text for a mail, without charts. */
void prg_report_text(const prg_report *report, prg_buffer *out);

/* What the model does, in a sentence or two for those who are no statisticians. */
prg_text prg_report_method(const char *model);

PRG_END_C

#endif
