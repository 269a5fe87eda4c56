#include "evaluate/learn_sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate/learn_case.h"
#include "evaluate/learn_seasonal_case.h"
#include "model/figures.h"

void prg_learn_sample_free(prg_learn_sample *sample) {
  if (sample == NULL)
    return;
  for (size_t s = 0; s < sample->n_strata; s++) {
    learn_stratum *stratum = &sample->stratum[s];
    for (size_t i = 0; i < stratum->n; i++)
      free(stratum->item[i].value);
    free(stratum->item);
  }
  for (size_t p = 0; p < sample->n_panels; p++)
    free(sample->panel[p]);
  free(sample->stratum);
  free(sample->panel);
  free(sample);
}

prg_status prg_learn_sample_make(const prg_learn_options *options, const char *const *panel,
                                 size_t n_panels, prg_learn_sample **sample, prg_error *error) {
  prg_learn_sample *made = *sample = calloc(1, sizeof *made);
  bool failed = made == NULL;
  if (!failed) {
    made->options = *options;
    made->options.candidates = NULL;
    made->held_most = 2 * options->windows;
    made->panel = calloc(n_panels + 1, sizeof *made->panel);
    failed = made->panel == NULL;
  }
  for (; !failed && made->n_panels < n_panels; made->n_panels++) {
    made->panel[made->n_panels] = strdup(panel[made->n_panels]);
    failed = made->panel[made->n_panels] == NULL;
  }
  if (!failed)
    return PRG_OK;
  prg_learn_sample_free(made);
  *sample = NULL;
  return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

/* --- strata --- */

static int compare_place(const learn_stratum *stratum, size_t panel, int season) {
  if (stratum->panel != panel)
    return stratum->panel < panel ? -1 : 1;
  return (stratum->season > season) - (stratum->season < season);
}

learn_stratum *learn_sample_find(prg_learn_sample *sample, size_t panel, int season) {
  size_t at = sample->found;
  if (at < sample->n_strata && compare_place(&sample->stratum[at], panel, season) == 0)
    return &sample->stratum[at];
  at = 0;
  while (at < sample->n_strata && compare_place(&sample->stratum[at], panel, season) < 0)
    at++;
  sample->found = at;
  if (at < sample->n_strata && compare_place(&sample->stratum[at], panel, season) == 0)
    return &sample->stratum[at];
  learn_stratum *grown = realloc(sample->stratum, (sample->n_strata + 1) * sizeof *sample->stratum);
  if (grown == NULL)
    return NULL;
  sample->stratum = grown;
  memmove(grown + at + 1, grown + at, (sample->n_strata - at) * sizeof *grown);
  grown[at] = (learn_stratum){.panel = panel, .season = season, .limit = UINT64_MAX};
  sample->n_strata++;
  return &grown[at];
}

/* How many windows a stratum of that season may give at most, so that all give at most `windows`;
 * each may give one. */
static size_t quota(const prg_learn_sample *sample, int season) {
  const uint64_t most = sample->options.windows;
  uint64_t low = 1, high = most + 1;
  while (high - low > 1) {
    uint64_t middle = low + (high - low) / 2, total = 0;
    for (size_t s = 0; s < sample->n_strata; s++) {
      const learn_stratum *stratum = &sample->stratum[s];
      if (stratum->season == season)
        total += stratum->drawn < middle ? stratum->drawn : middle;
    }
    *(total <= most ? &low : &high) = middle;
  }
  return (size_t)low;
}

static bool any_annual(const prg_learn_sample *sample) {
  for (size_t s = 0; s < sample->n_strata; s++)
    if (sample->stratum[s].season == 1 && sample->stratum[s].series > 0)
      return true;
  return false;
}

/* Once a series without season was met, those with one are not learned from. */
size_t learn_sample_share(const prg_learn_sample *sample, const learn_stratum *stratum) {
  if (stratum->season > 1 && any_annual(sample))
    return 0;
  uint64_t most = quota(sample, stratum->season);
  return (size_t)(stratum->drawn < most ? stratum->drawn : most);
}

/* --- windows --- */

static int compare_words(uint64_t a, uint64_t b) {
  return (a > b) - (a < b);
}

int learn_case_compare(const learn_case *a, const learn_case *b) {
  int order = compare_words(a->priority, b->priority);
  order = order != 0 ? order : compare_words(a->n, b->n);
  order = order != 0 ? order : compare_words(a->ahead, b->ahead);
  order = order != 0 ? order : (int)a->aside - (int)b->aside;
  order = order != 0 ? order : memcmp(&a->scale, &b->scale, sizeof a->scale);
  order = order != 0 ? order : memcmp(a->value, b->value, (a->n + a->ahead) * sizeof *a->value);
  return order != 0
             ? order
             : memcmp(a->observation, b->observation, (a->n + a->ahead) * sizeof *a->observation);
}

static int compare_cases(const void *left, const void *right) {
  return learn_case_compare(left, right);
}

static void trim(prg_learn_sample *sample, learn_stratum *stratum, size_t most) {
  if (stratum->n > 0)
    qsort(stratum->item, stratum->n, sizeof *stratum->item, compare_cases);
  for (; stratum->n > most; sample->held--)
    free(stratum->item[--stratum->n].value);
  if (stratum->n < stratum->drawn)
    stratum->limit = stratum->n == 0 ? 0 : stratum->item[stratum->n - 1].priority;
}

void learn_sample_trim(prg_learn_sample *sample) {
  for (size_t s = 0; s < sample->n_strata; s++)
    trim(sample, &sample->stratum[s], learn_sample_share(sample, &sample->stratum[s]));
  sample->held_most = sample->held + sample->options.windows;
}

bool learn_stratum_wants(learn_stratum *stratum, uint64_t priority) {
  stratum->drawn++;
  return priority <= stratum->limit;
}

bool learn_case_alloc(learn_case *item) {
  const size_t n = item->n + item->ahead;
  char *block = malloc(n * (sizeof *item->value + sizeof *item->observation));
  item->value = (double *)(void *)block;
  item->observation =
      block == NULL ? NULL : (prg_observation *)(void *)(block + n * sizeof *item->value);
  return block != NULL;
}

/* Appends the case, which was allocated. */
static bool append(prg_learn_sample *sample, learn_stratum *stratum, const learn_case *item) {
  if (stratum->n == stratum->capacity) {
    size_t capacity = stratum->capacity == 0 ? 64 : 2 * stratum->capacity;
    learn_case *grown = realloc(stratum->item, capacity * sizeof *grown);
    if (grown == NULL)
      return false;
    stratum->item = grown;
    stratum->capacity = capacity;
  }
  stratum->item[stratum->n++] = *item;
  sample->held++;
  return true;
}

prg_status learn_sample_keep(prg_learn_sample *sample, learn_stratum *stratum,
                             const learn_case *item, const prg_series *series, size_t begin,
                             prg_error *error) {
  learn_case kept = *item;
  if (!learn_case_alloc(&kept))
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  const size_t n = kept.n + kept.ahead;
  memcpy(kept.value, series->value + begin, n * sizeof *kept.value);
  memcpy(kept.observation, series->observation + begin, n * sizeof *kept.observation);
  if (append(sample, stratum, &kept))
    return PRG_OK;
  free(kept.value);
  return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

prg_status prg_learn_sample_add(prg_learn_sample *sample, size_t p, const prg_series *series,
                                prg_error *error) {
  size_t made = 0;
  prg_status status = PRG_OK;
  learn_stratum *stratum = learn_sample_find(sample, p, series->season > 1 ? series->season : 1);
  if (stratum == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  stratum->series++;
  if (prg_series_observed(series) > 0) {
    status = prg_figures_check(series, "pooled", 1, error);
    if (status == PRG_OK)
      status = (stratum->season > 1 ? learn_seasonal_case_draw
                                    : learn_case_draw)(sample, stratum, series, &made, error);
  }
  stratum->gave += made > 0 ? 1 : 0;
  if (sample->held > sample->held_most)
    learn_sample_trim(sample);
  return status;
}

prg_status learn_sample_of(const prg_panel *const *panel, size_t n_panels,
                           const prg_learn_options *options, prg_learn_sample **sample,
                           prg_error *error) {
  const char **name = calloc(n_panels + 1, sizeof *name);
  *sample = NULL;
  if (name == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t p = 0; p < n_panels; p++)
    name[p] = "";
  prg_status status = prg_learn_sample_make(options, name, n_panels, sample, error);
  for (size_t p = 0; p < n_panels; p++)
    for (size_t i = 0; status == PRG_OK && i < panel[p]->n; i++)
      status = prg_learn_sample_add(*sample, p, &panel[p]->series[i], error);
  free(name);
  return status;
}

/* --- joining --- */

bool prg_learn_sample_matches(const prg_learn_sample *a, const prg_learn_sample *b) {
  const prg_learn_options *x = &a->options, *y = &b->options;
  bool same = x->nodes == y->nodes && x->horizon == y->horizon && x->origins == y->origins &&
              x->windows == y->windows && x->seed == y->seed &&
              x->likelihood_only == y->likelihood_only && a->n_panels == b->n_panels;
  for (size_t p = 0; same && p < a->n_panels; p++)
    same = strcmp(a->panel[p], b->panel[p]) == 0;
  return same;
}

static bool move_windows(prg_learn_sample *sample, learn_stratum *to, prg_learn_sample *other,
                         learn_stratum *from) {
  to->series += from->series;
  to->gave += from->gave;
  to->drawn += from->drawn;
  to->limit = from->limit < to->limit ? from->limit : to->limit;
  for (; from->n > 0; from->n--, other->held--)
    if (!append(sample, to, &from->item[from->n - 1]))
      return false;
  return true;
}

prg_status prg_learn_sample_join(prg_learn_sample *sample, prg_learn_sample *other,
                                 prg_error *error) {
  for (size_t s = 0; s < other->n_strata; s++) {
    learn_stratum *from = &other->stratum[s];
    learn_stratum *to = learn_sample_find(sample, from->panel, from->season);
    if (to == NULL || !move_windows(sample, to, other, from))
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  if (sample->held > sample->held_most)
    learn_sample_trim(sample);
  return PRG_OK;
}

/* --- what is in it --- */

const prg_learn_options *prg_learn_sample_options(const prg_learn_sample *sample) {
  return &sample->options;
}

size_t prg_learn_sample_panels(const prg_learn_sample *sample) {
  return sample->n_panels;
}

const char *prg_learn_sample_panel(const prg_learn_sample *sample, size_t p) {
  return sample->panel[p];
}

uint64_t prg_learn_sample_series(const prg_learn_sample *sample, size_t p) {
  uint64_t n = 0;
  for (size_t s = 0; s < sample->n_strata; s++)
    n += sample->stratum[s].panel == p ? sample->stratum[s].series : 0;
  return n;
}

/* Series of that season in all panels. */
static uint64_t count_season(const prg_learn_sample *sample, int season) {
  uint64_t n = 0;
  for (size_t s = 0; s < sample->n_strata; s++)
    n += sample->stratum[s].season == season ? sample->stratum[s].series : 0;
  return n;
}

int prg_learn_sample_season(const prg_learn_sample *sample) {
  int season = 0;
  uint64_t most = 0;
  if (any_annual(sample))
    return 1;
  for (size_t s = 0; s < sample->n_strata; s++) {
    int of = sample->stratum[s].season;
    uint64_t n = count_season(sample, of);
    if (n > most || (n == most && of < season)) {
      season = of;
      most = n;
    }
  }
  return season;
}
