/*
 * What of a ledger is not to be shown to everybody: the periods of series in which a figure, an
 * outcome, its revision, a forecast or the figure that a forecast began with, is a count of so few
 * people that somebody could be recognised. Everything about such a period of a series is hidden:
 * outcome, forecasts from every origin, limits.
 *
 * Where one series alone is hidden in a period, the one with the next smallest figures is hidden
 * with it, so that nobody can take the others from a total that is known. That is a second line of
 * defence: a ledger that is recorded with --hide-below never learns of small counts, and knows
 * which series are sums of which (prognos/disclosure.h).
 */
#ifndef PROGNOS_LEDGER_VEIL_H
#define PROGNOS_LEDGER_VEIL_H

#include <prognos/ledger.h>

PRG_BEGIN_C

/* A period of a series, by frequency, period and series. */
typedef struct prg_veil_cell {
  prg_frequency frequency;
  int ordinal;
  long long series;
  double smallest; /* figure in it, rounded; those below 1 do not count; +infinity: none */
  bool is_hidden;
} prg_veil_cell;

typedef struct prg_ledger_veil {
  double threshold;    /* figures that round to 1 or more, and less than this, are small */
  prg_veil_cell *cell; /* shape (n), sorted; owned */
  size_t n, capacity;
} prg_ledger_veil;

/* Looks at what the filter's names let through. prg_ledger_veil_clear it after use, whatever was
 * returned. */
prg_status prg_ledger_veil_read(prg_ledger *ledger, const prg_ledger_filter *filter,
                                double threshold, prg_ledger_veil *veil, prg_error *error);
void prg_ledger_veil_clear(prg_ledger_veil *veil);

/* True if the period of the series is not to be shown. `veil` may be NULL: then nothing is hidden.
 */
bool prg_ledger_veil_hides(const prg_ledger_veil *veil, const prg_ledger_series *series,
                           int ordinal);

PRG_END_C

#endif
