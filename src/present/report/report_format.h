/* What a format of the report provides: the content is the same for all of them. */
#ifndef PRESENT_REPORT_FORMAT_H
#define PRESENT_REPORT_FORMAT_H

#include <prognos/report.h>

#include "present/report/html.h"

typedef struct report_format report_format;

/* A report while it is written. */
typedef struct report_writer {
  const report_format *format;
  const prg_report *report;
  prg_buffer *out;
  prg_html html;  /* of the page */
  void *state;    /* of the workbook */
  size_t section; /* how many were opened */
} report_writer;

typedef struct report_table {
  const char *caption;
  bool by_period; /* its rows are periods in their order */
  prg_text_table cells;
} report_table;

/* A function that may be NULL is one that the format has no use for. */
struct report_format {
  void (*begin)(report_writer *w, const char *title);
  void (*open_section)(report_writer *w, const char *title);
  void (*subheading)(report_writer *w, const char *title);
  void (*paragraph)(report_writer *w, const char *text);
  void (*open_list)(report_writer *w); /* may be NULL */
  void (*item)(report_writer *w, const char *text);
  void (*close_list)(report_writer *w);                                           /* may be NULL */
  void (*table)(report_writer *w, const report_table *table);                     /* may be NULL */
  void (*chart)(report_writer *w, const prg_report_part *part, const char *name); /* may be NULL */
  void (*close_section)(report_writer *w);                                        /* may be NULL */
  void (*open_footer)(report_writer *w);
  void (*end)(report_writer *w); /* may be NULL */
};

/* The model that was tested; the naive one is among them to compare with. */
size_t report_tested_model(const prg_backtest_summary *record);

/* Writes the whole content in the format; `state` is what the format makes of it, or NULL. */
void report_write(const prg_report *report, const report_format *format, void *state,
                  prg_buffer *out);

#endif
