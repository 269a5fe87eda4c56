/*
 * Why a forecast moved: the newest forecast of a series against the one before it, for the periods
 * that both are about.
 *
 *   after − before = (old method on new data − before)  +  (after − old method on new data)
 *                    what new data did                     what another method did
 *
 * All points are medians. With one method throughout, everything is due to the data.
 */
#ifndef PROGNOS_LEDGER_MOVED_H
#define PROGNOS_LEDGER_MOVED_H

#include <prognos/forecast.h>

PRG_BEGIN_C

typedef struct prg_ledger_move {
  prg_period period;
  double before, after; /* point forecasts, unit of the series */
  double data, method;  /* their difference, split; NaN: not known */
  double lower, upper;  /* 80 per cent limits of the forecast before */
} prg_ledger_move;

/*
 * Fills move[0 … return value) for the periods that both forecasts have, which are at most the
 * horizon of `after`. `between` is the old method on the new data, of any horizon: NULL if it could
 * not be run, &after's own forecast if the method is the same. All of one frequency (asserted).
 */
size_t prg_ledger_moves(const prg_forecast *before, const prg_forecast *after,
                        const prg_forecast *between, prg_ledger_move *move);

/* The move in figures of so many decimals, the parts adding up to the difference: what people are
 * shown. The limits are left as they are. */
prg_ledger_move prg_ledger_move_rounded(const prg_ledger_move *move, int decimals);

/* The move in a sentence, rounded so. */
void prg_ledger_move_message(const char *series, const prg_ledger_move *move, int decimals,
                             prg_language language, prg_message *message);

PRG_END_C

#endif
