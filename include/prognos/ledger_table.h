/* The ledger as people and programs read it. */
#ifndef PROGNOS_LEDGER_TABLE_H
#define PROGNOS_LEDGER_TABLE_H

#include <prognos/ledger_moved.h>
#include <prognos/ledger_score.h>
#include <prognos/ledger_veil.h>

PRG_BEGIN_C

typedef enum prg_ledger_format {
  PRG_LEDGER_TABLE,
  PRG_LEDGER_CSV,
  PRG_LEDGER_EXCEL,
  PRG_LEDGER_JSON,
  PRG_LEDGER_FORMAT_COUNT
} prg_ledger_format;

/* The format of that name ("table", "csv", "excel", "json"); false if there is none. */
bool prg_ledger_format_from_name(const char *name, prg_ledger_format *format);

typedef struct prg_ledger_view {
  prg_ledger_filter filter;
  prg_ledger_format format;
  prg_language language;
  bool latest;                 /* the latest revision of an outcome instead of the first */
  const prg_ledger_veil *veil; /* what is not to be shown; NULL: everything is. Borrowed */
} prg_ledger_view;

/* Appends a row for each forecast: id, series, origin, made, model, horizon, label, how many of its
 * outcomes have come. *n: how many rows; with none, nothing is appended. */
prg_status prg_ledger_list_write(prg_ledger *ledger, const prg_ledger_view *view, size_t *n,
                                 prg_buffer *out, prg_error *error);

/* Appends the forecast that the filter names by its id beside its outcomes: for each period the
 * error, and whether the interval of 80 per cent held. *n: 0 if there is none, else 1. */
prg_status prg_ledger_show_write(prg_ledger *ledger, const prg_ledger_view *view, size_t *n,
                                 prg_buffer *out, prg_error *error);

/* Appends a row for each period of each forecast, with both revisions of the outcome, as CSV or
 * JSON. *n: how many forecasts. */
prg_status prg_ledger_export_write(prg_ledger *ledger, const prg_ledger_view *view, size_t *n,
                                   prg_buffer *out, prg_error *error);

/* Appends the score by group, for people after its sentences. */
void prg_ledger_score_write(const prg_ledger_score *score, const prg_ledger_view *view,
                            prg_buffer *out);

/* The moves of one series, n >= 1; for people with the sentence of the last. */
typedef struct prg_ledger_move_list {
  const char *series; /* borrowed, as the rest */
  const prg_ledger_move *move;
  size_t n;
  int decimals;
} prg_ledger_move_list;

/* Appends them, a table or a row for each. */
void prg_ledger_moves_write(const prg_ledger_move_list *list, size_t n, const prg_ledger_view *view,
                            prg_buffer *out);

PRG_END_C

#endif
