/*
 * The summary of many series whose summaries were made apart: by several threads, or by several
 * programs that each had a share of the series. Its sums are exact, so that it does not matter who
 * had which. As text it goes from one program to another.
 */
#ifndef PROGNOS_BACKTEST_TOTAL_H
#define PROGNOS_BACKTEST_TOTAL_H

#include <prognos/backtest_summary.h>
#include <prognos/exact_sum.h>

PRG_BEGIN_C

typedef struct prg_backtest_total {
  prg_backtest_summary summary; /* its counts are up to date, its accuracy is made when asked for */
  const prg_model_type **model; /* of the summary; owned */
  prg_exact_sum *sum;           /* shape (n_model, horizon + 1, sums of an accuracy); owned */
} prg_backtest_total;

/* Nothing added yet, for models and leads like those of `one`. PRG_ENOMEM. prg_backtest_total_clear
 * it after use; a zeroed one may be cleared, too. */
prg_status prg_backtest_total_init(prg_backtest_total *total, const prg_backtest_summary *one,
                                   prg_error *error);
void prg_backtest_total_clear(prg_backtest_total *total);

/* Adds a summary of the same models and leads. */
void prg_backtest_total_add(prg_backtest_total *total, const prg_backtest_summary *one);

/* The summary of all that was added. Borrowed until more is added. */
const prg_backtest_summary *prg_backtest_total_summary(prg_backtest_total *total);

/* Appends it as text. */
void prg_backtest_total_write(const prg_backtest_total *total, prg_buffer *out);
/*
 * Adds what such text says; a zeroed total becomes one of its models and leads. PRG_EINPUT with the
 * line if it is no such text, or of other models or leads.
 */
prg_status prg_backtest_total_read(const char *name, const char *text, prg_backtest_total *total,
                                   prg_error *error);

PRG_END_C

#endif
