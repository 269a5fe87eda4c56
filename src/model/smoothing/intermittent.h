/* Models of intermittent counts, mostly 0, as rows of the model table. */
#ifndef MODEL_INTERMITTENT_H
#define MODEL_INTERMITTENT_H

#include <prognos/model.h>

extern const prg_model_type prg_model_croston;
extern const prg_model_type prg_model_tsb; /* Teunter, Syntetos and Babai */

typedef struct prg_intermittent_summary {
  double occurrence; /* smoothed share of periods that are not 0; 0 if all are */
  double size;       /* smoothed size of those that are not; 0 if there is none */
  double rate;       /* occurrence · size: what is expected per period */
  /* Of the predictive distribution: P(Y > 0), and Y − 1 given that, which is negative binomial of
   * dispersion theta (infinity: Poisson) with log mean ~ N(log_mean, std_error²). */
  double probability, log_mean, std_error, theta;
} prg_intermittent_summary;

prg_intermittent_summary prg_intermittent_summary_of(const void *state);

#endif
