/*
 * The measures of a backtest by model and lead, over one series or many, and what they recommend.
 */
#ifndef PROGNOS_BACKTEST_SUMMARY_H
#define PROGNOS_BACKTEST_SUMMARY_H

#include <prognos/backtest.h>

PRG_BEGIN_C

typedef struct prg_backtest_summary {
  const prg_model_type *const *model; /* shape (n_model); borrowed from the workspace */
  size_t n_model, horizon;
  size_t naive;           /* place of the model that the others must beat */
  size_t n_series;        /* added */
  size_t n_origin;        /* of all of them */
  size_t *n_admitted;     /* shape (n_model): series in which the model took part; owned */
  size_t *n_better;       /* shape (n_model): origins at which its mean |error| was below naive's */
  prg_accuracy *accuracy; /* shape (n_model, horizon + 1): all leads, lead 1 … horizon; owned */
} prg_backtest_summary;

/* Nothing added yet. PRG_ENOMEM if memory is exhausted. prg_backtest_summary_clear it after use. */
prg_status prg_backtest_summary_init(prg_backtest_summary *summary, const prg_backtest *backtest,
                                     prg_error *error);
/* The same for n_model models, naive among them, and leads 1 … horizon. `model` is borrowed. */
prg_status prg_backtest_summary_init_of(prg_backtest_summary *summary,
                                        const prg_model_type *const *model, size_t n_model,
                                        size_t horizon, prg_error *error);
void prg_backtest_summary_clear(prg_backtest_summary *summary);
/* Forgets what was added. */
void prg_backtest_summary_reset(prg_backtest_summary *summary);

void prg_backtest_summary_add(prg_backtest_summary *summary, const prg_backtest_result *result);

/* True if the model took part in every series, so that its measures compare with naive's. */
bool prg_backtest_summary_has(const prg_backtest_summary *summary, size_t k);
/* The measures of model k at a lead of 1 … horizon; 0: all leads together. */
prg_measures prg_backtest_summary_measures(const prg_backtest_summary *summary, size_t k,
                                           size_t lead);

/*
 * Adds the recommendation, one sentence, to the notes; and if the intervals of the model that it
 * names held significantly fewer than 95 per cent of the outcomes, that.
 *
 * A model is recommended if its MASE over all leads is the smallest and below naive's, there are at
 * least ten origins, and it was better than naive at so many of them that chance is no explanation
 * (one-sided sign test at 5 per cent). Otherwise the sentence says what was found and what is
 * lacking. Models that took part in some of the series only are told of first, and not considered.
 */
void prg_backtest_recommend(const prg_backtest_summary *summary, prg_notes *notes);

PRG_END_C

#endif
