#include <prognos/sum_control.h>

#include <math.h>

#define NOISE 3     /* persons, of one cell */
#define SLACK 1e-12 /* of the figures summed: what binary fractions cost */

void prg_sum_options_init(prg_sum_options *options) {
  *options = (prg_sum_options){0};
}

/* One sum, as it is gone through. */
typedef struct control {
  const prg_panel *panel;
  const prg_series *total;
  const size_t *part;
  size_t n;
  const prg_sum_options *options;
  int noise_from; /* 0: never */
} control;

static const prg_series *part_of(const control *c, size_t k) {
  return &c->panel->series[c->part[k]];
}

/* The figure of the period, NaN if there is none; *entry tells if there is an entry of any sort. */
static double figure_at(const prg_series *series, prg_period period, bool *entry) {
  long long t = (long long)period.ordinal - series->start.ordinal;
  if (period.frequency != series->start.frequency || t < 0 || t >= (long long)series->n)
    return NAN;
  *entry = *entry || series->observation[t] != PRG_GAP;
  return series->value[t];
}

/* Parts and total in one period; false if none of them has an entry. */
static bool find_figures(const control *c, prg_period period, prg_sum_figures *figures,
                         double *size) {
  bool entry = false;
  figures->period = period;
  figures->total = figure_at(c->total, period, &entry);
  figures->parts = 0;
  *size = fabs(figures->total);
  for (size_t k = 0; k < c->n; k++) {
    double part = figure_at(part_of(c, k), period, &entry);
    figures->parts += part;
    *size += fabs(part);
  }
  return entry;
}

static prg_sum_outcome judge(const control *c, const prg_sum_figures *figures, double size) {
  double difference = fabs(figures->total - figures->parts);
  if (isnan(difference))
    return PRG_SUM_UNCHECKED;
  if (difference <= SLACK * size)
    return PRG_SUM_EXACT;
  if (difference <= c->options->tolerance + SLACK * size)
    return PRG_SUM_TOLERATED;
  bool noisy = c->noise_from > 0 && prg_period_year(figures->period) >= c->noise_from;
  if (noisy && difference <= ceil(NOISE * sqrt((double)c->n + 1)))
    return PRG_SUM_NOISE;
  return PRG_SUM_WRONG;
}

static bool has_fraction(const prg_series *series) {
  for (size_t t = 0; t < series->n; t++)
    if (series->value[t] != floor(series->value[t]) && !isnan(series->value[t]))
      return true;
  return false;
}

static bool is_additive(const control *c, const prg_series *series) {
  if (series->kind == PRG_KIND_SHARE || series->kind == PRG_KIND_INDEX)
    return false;
  return !(c->options->cautious && series->kind == PRG_KIND_UNKNOWN && has_fraction(series));
}

/* The periods that any of the series has, if they are of one frequency. */
static void find_span(const control *c, int *first, int *last) {
  *first = c->total->start.ordinal;
  *last = *first + (int)c->total->n - 1;
  for (size_t k = 0; k < c->n; k++) {
    const prg_series *part = part_of(c, k);
    int start = part->start.ordinal, end = start + (int)part->n - 1;
    if (part->start.frequency != c->total->start.frequency)
      continue;
    *first = start < *first ? start : *first;
    *last = end > *last ? end : *last;
  }
}

/* Whether the total lies among its parts in every period and is not their sum in any. */
static bool looks_like_mean(const control *c, int first, int last) {
  bool any = false;
  for (int ordinal = first; ordinal <= last; ordinal++) {
    prg_period period = {c->total->start.frequency, ordinal};
    prg_sum_figures figures;
    double size, low = INFINITY, high = -INFINITY;
    bool entry = false;
    if (!find_figures(c, period, &figures, &size) || isnan(figures.total - figures.parts))
      continue;
    for (size_t k = 0; k < c->n; k++) {
      double part = figure_at(part_of(c, k), period, &entry);
      low = fmin(low, part);
      high = fmax(high, part);
    }
    if (figures.total < low || figures.total > high || judge(c, &figures, size) != PRG_SUM_WRONG)
      return false;
    any = true;
  }
  return any;
}

static bool sums(const control *c, int first, int last) {
  bool additive = is_additive(c, c->total);
  for (size_t k = 0; k < c->n && additive; k++)
    additive = is_additive(c, part_of(c, k));
  return additive && !(c->options->cautious && looks_like_mean(c, first, last));
}

static int first_year_of_noise(const control *c) {
  if (c->options->noise_from > 0 || c->total->kind != PRG_KIND_AREA_TOTAL)
    return c->options->noise_from;
  for (size_t k = 0; k < c->n; k++)
    if (part_of(c, k)->kind != PRG_KIND_AREA_TOTAL)
      return 0;
  return PRG_NOISE_FROM;
}

static void note(prg_sum_account *account, prg_sum_outcome outcome,
                 const prg_sum_figures *figures) {
  if (account->count[outcome]++ == 0)
    account->first[outcome] = *figures;
}

static void control_sum(control *c, size_t sum, prg_sum_account *account) {
  int first, last;
  find_span(c, &first, &last);
  c->noise_from = first_year_of_noise(c);
  bool additive = sums(c, first, last);
  for (int ordinal = first; ordinal <= last; ordinal++) {
    prg_sum_figures figures = {.sum = sum};
    double size;
    prg_period period = {c->total->start.frequency, ordinal};
    if (find_figures(c, period, &figures, &size))
      note(account, additive ? judge(c, &figures, size) : PRG_SUM_NOT_ADDITIVE, &figures);
  }
}

void prg_sum_control(const prg_hierarchy *hierarchy, const prg_panel *panel,
                     const prg_sum_options *options, prg_sum_account *account) {
  *account = (prg_sum_account){0};
  for (size_t s = 0; s < hierarchy->n_sum; s++) {
    const prg_sum *sum = &hierarchy->sum[s];
    control c = {.panel = panel,
                 .total = &panel->series[sum->total],
                 .part = hierarchy->part + sum->first,
                 .n = sum->n,
                 .options = options};
    control_sum(&c, s, account);
  }
}
