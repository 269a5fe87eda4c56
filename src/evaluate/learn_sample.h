/* The inside of a sample. */
#ifndef EVALUATE_LEARN_SAMPLE_H
#define EVALUATE_LEARN_SAMPLE_H

#include <prognos/learn_sample.h>

#define LEARN_SHORTEST 4 /* figures in a window without season */

/* A window and what came after it. */
typedef struct learn_case {
  uint64_t priority; /* random: of several cases those with the smallest are kept */
  size_t n;          /* periods of the window, which begins and ends with a figure */
  size_t ahead;      /* periods after it that are its target; 0: none */
  double scale;      /* mean |change| before the origin; > 0. With few figures there, of the
                        whole series: of them alone it would be too unsteady */
  bool aside;        /* of a series that is not learned from */
  int season;
  double *value;                /* shape (n + ahead); owned by the sample, with `observation` */
  prg_observation *observation; /* shape (n + ahead) */
} learn_case;

/* The windows of the series of one season in one panel. */
typedef struct learn_stratum {
  size_t panel;
  int season;      /* 1: none */
  uint64_t series; /* of this kind */
  uint64_t gave;   /* of them, that gave a window */
  uint64_t drawn;  /* windows */
  learn_case *item;
  size_t n, capacity; /* of those drawn the first, by learn_case_compare; n <= drawn */
  uint64_t limit;     /* windows of a larger priority are no longer kept */
} learn_stratum;

struct prg_learn_sample {
  prg_learn_options options; /* candidates: NULL */
  char **panel;              /* shape (n_panels): names; owned */
  size_t n_panels;
  learn_stratum *stratum; /* shape (n_strata): by panel, then season; owned */
  size_t n_strata;
  size_t found;           /* the stratum looked for last */
  size_t held, held_most; /* windows; how many before they are looked through */
};

/* Counts a window that was drawn: true if it is to be kept, for now. */
bool learn_stratum_wants(learn_stratum *stratum, uint64_t priority);
/* Keeps a copy of the case, whose n + ahead periods begin at series->value[begin]. PRG_ENOMEM. */
prg_status learn_sample_keep(prg_learn_sample *sample, learn_stratum *stratum,
                             const learn_case *item, const prg_series *series, size_t begin,
                             prg_error *error);
/* A sample of panels without names. As prg_learn_sample_make and prg_learn_sample_add. */
prg_status learn_sample_of(const prg_panel *const *panel, size_t n_panels,
                           const prg_learn_options *options, prg_learn_sample **sample,
                           prg_error *error);
/* Room for the figures of a case, which has n and ahead. False if memory is exhausted. */
bool learn_case_alloc(learn_case *item);
/* < 0, 0, > 0: by priority, of equal ones by all the rest; 0 only if they are the same. */
int learn_case_compare(const learn_case *a, const learn_case *b);
/* The stratum, a new one if there is none yet; NULL if memory is exhausted. */
learn_stratum *learn_sample_find(prg_learn_sample *sample, size_t panel, int season);
/* How many windows of a stratum stay, so that all of its season give as many as wanted. */
size_t learn_sample_share(const prg_learn_sample *sample, const learn_stratum *stratum);
/* Leaves those, in order. */
void learn_sample_trim(prg_learn_sample *sample);

#endif
