#include <prognos/backtest_total.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define SUMS 7   /* of an accuracy */
#define COUNTS 7 /* the same */
#define MODELS_MAX 64

static void list_sums(prg_accuracy *accuracy, double *sum[SUMS]) {
  double *list[SUMS] = {&accuracy->scaled,    &accuracy->scaled_square, &accuracy->scaled_interval,
                        &accuracy->symmetric, &accuracy->relative,      &accuracy->error,
                        &accuracy->crps};
  memcpy(sum, list, sizeof list);
}

static void list_counts(prg_accuracy *accuracy, size_t *count[COUNTS]) {
  size_t *list[COUNTS] = {&accuracy->n,        &accuracy->n_interval, &accuracy->n_scaled,
                          &accuracy->n_ranged, &accuracy->n_relative, &accuracy->inside_80,
                          &accuracy->inside_95};
  memcpy(count, list, sizeof list);
}

/* Accuracies of a summary. */
static size_t cells_of(const prg_backtest_summary *summary) {
  return summary->n_model * (summary->horizon + 1);
}

static prg_status init(prg_backtest_total *total, const prg_model_type *const *model,
                       size_t n_model, size_t horizon, prg_error *error) {
  *total = (prg_backtest_total){.model = calloc(n_model, sizeof *total->model)};
  if (total->model == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  memcpy(total->model, model, n_model * sizeof *total->model);
  prg_status status =
      prg_backtest_summary_init_of(&total->summary, total->model, n_model, horizon, error);
  if (status == PRG_OK)
    total->sum = calloc(cells_of(&total->summary) * SUMS, sizeof *total->sum);
  if (status == PRG_OK && total->sum == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status != PRG_OK)
    prg_backtest_total_clear(total);
  return status;
}

prg_status prg_backtest_total_init(prg_backtest_total *total, const prg_backtest_summary *one,
                                   prg_error *error) {
  return init(total, one->model, one->n_model, one->horizon, error);
}

void prg_backtest_total_clear(prg_backtest_total *total) {
  if (total == NULL)
    return;
  prg_backtest_summary_clear(&total->summary);
  free(total->model);
  free(total->sum);
  *total = (prg_backtest_total){0};
}

void prg_backtest_total_add(prg_backtest_total *total, const prg_backtest_summary *one) {
  prg_backtest_summary *all = &total->summary;
  assert(all->n_model == one->n_model && all->horizon == one->horizon);
  all->n_series += one->n_series;
  all->n_origin += one->n_origin;
  for (size_t k = 0; k < all->n_model; k++) {
    all->n_admitted[k] += one->n_admitted[k];
    all->n_better[k] += one->n_better[k];
  }
  for (size_t i = 0; i < cells_of(all); i++) {
    size_t *into[COUNTS], *count[COUNTS];
    double *sum[SUMS];
    list_counts(&all->accuracy[i], into);
    list_counts(&one->accuracy[i], count);
    list_sums(&one->accuracy[i], sum);
    for (size_t c = 0; c < COUNTS; c++)
      *into[c] += *count[c];
    for (size_t s = 0; s < SUMS; s++)
      prg_exact_sum_add(&total->sum[i * SUMS + s], *sum[s]);
  }
}

const prg_backtest_summary *prg_backtest_total_summary(prg_backtest_total *total) {
  for (size_t i = 0; i < cells_of(&total->summary); i++) {
    double *sum[SUMS];
    list_sums(&total->summary.accuracy[i], sum);
    for (size_t s = 0; s < SUMS; s++)
      *sum[s] = prg_exact_sum_value(&total->sum[i * SUMS + s]);
  }
  return &total->summary;
}

/* --- as text --- */

/*
 * backtest HORIZON SERIES ORIGINS MODEL,MODEL…
 * ADMITTED BETTER               for each model, and after it, for each lead from 0:
 * COUNT COUNT … SUM SUM …
 */
void prg_backtest_total_write(const prg_backtest_total *total, prg_buffer *out) {
  const prg_backtest_summary *all = &total->summary;
  prg_buffer_printf(out, "backtest %zu %zu %zu ", all->horizon, all->n_series, all->n_origin);
  for (size_t k = 0; k < all->n_model; k++)
    prg_buffer_printf(out, "%s%c", all->model[k]->name, k + 1 < all->n_model ? ',' : '\n');
  for (size_t i = 0; i < cells_of(all); i++) {
    size_t k = i / (all->horizon + 1), *count[COUNTS];
    if (i % (all->horizon + 1) == 0)
      prg_buffer_printf(out, "%zu %zu\n", all->n_admitted[k], all->n_better[k]);
    list_counts(&all->accuracy[i], count);
    for (size_t c = 0; c < COUNTS; c++)
      prg_buffer_printf(out, "%zu ", *count[c]);
    for (size_t s = 0; s < SUMS; s++) {
      prg_exact_sum_write(&total->sum[i * SUMS + s], out);
      prg_buffer_add_char(out, s + 1 < SUMS ? ' ' : '\n');
    }
  }
}

/* Text that is being read. */
typedef struct reader {
  const char *at;
  size_t line;
} reader;

/* Steps over `end`: a blank, a comma, or the end of a line. */
static bool take_end(reader *r, char end) {
  if (*r->at != end)
    return false;
  r->at++;
  r->line += end == '\n';
  return true;
}

/* Adds the number to *into. */
static bool take_count(reader *r, char end, size_t *into) {
  char *stop;
  if (*r->at < '0' || *r->at > '9')
    return false;
  unsigned long long value = strtoull(r->at, &stop, 10);
  r->at = stop;
  if (value > SIZE_MAX / 2 || *into > SIZE_MAX / 2)
    return false;
  *into += (size_t)value;
  return take_end(r, end);
}

static const prg_model_type *take_model(reader *r) {
  char name[64];
  size_t n = strcspn(r->at, ",\n");
  if (n >= sizeof name)
    return NULL;
  memcpy(name, r->at, n);
  name[n] = '\0';
  r->at += n;
  return prg_model_find(name);
}

/* The first line. */
typedef struct head {
  size_t horizon, n_series, n_origin, n_model;
  const prg_model_type *model[MODELS_MAX];
} head;

static bool take_head(reader *r, head *h) {
  static const char word[] = "backtest ";
  bool more = strncmp(r->at, word, sizeof word - 1) == 0, naive = false;
  if (!more)
    return false;
  r->at += sizeof word - 1;
  if (!take_count(r, ' ', &h->horizon) || !take_count(r, ' ', &h->n_series) ||
      !take_count(r, ' ', &h->n_origin))
    return false;
  for (; more && h->n_model < MODELS_MAX; more = take_end(r, ',')) {
    const prg_model_type *model = take_model(r);
    if (model == NULL)
      return false;
    naive = naive || strcmp(model->name, "naive") == 0;
    h->model[h->n_model++] = model;
  }
  return naive && take_end(r, '\n') && h->horizon >= 1 && h->horizon <= PRG_HORIZON_MAX;
}

static bool is_like(const prg_backtest_summary *all, const head *h) {
  bool like = all->n_model == h->n_model && all->horizon == h->horizon;
  for (size_t k = 0; like && k < h->n_model; k++)
    like = all->model[k] == h->model[k];
  return like;
}

static bool take_cell(reader *r, prg_accuracy *accuracy, prg_exact_sum *sum) {
  size_t *count[COUNTS];
  bool taken = true;
  list_counts(accuracy, count);
  for (size_t c = 0; taken && c < COUNTS; c++)
    taken = take_count(r, ' ', count[c]);
  for (size_t s = 0; taken && s < SUMS; s++)
    taken = prg_exact_sum_read(&sum[s], &r->at) && take_end(r, s + 1 < SUMS ? ' ' : '\n');
  return taken;
}

static bool take_cells(reader *r, prg_backtest_total *total) {
  prg_backtest_summary *all = &total->summary;
  bool taken = true;
  for (size_t i = 0; taken && i < cells_of(all); i++) {
    size_t k = i / (all->horizon + 1);
    if (i % (all->horizon + 1) == 0)
      taken = take_count(r, ' ', &all->n_admitted[k]) && take_count(r, '\n', &all->n_better[k]);
    taken = taken && take_cell(r, &all->accuracy[i], &total->sum[i * SUMS]);
  }
  return taken && *r->at == '\0';
}

prg_status prg_backtest_total_read(const char *name, const char *text, prg_backtest_total *total,
                                   prg_error *error) {
  reader r = {text, 1};
  head h = {0};
  bool taken = take_head(&r, &h);
  prg_status status =
      taken && total->model == NULL ? init(total, h.model, h.n_model, h.horizon, error) : PRG_OK;
  if (status != PRG_OK)
    return status;
  total->summary.n_series += h.n_series;
  total->summary.n_origin += h.n_origin;
  if (!taken || !is_like(&total->summary, &h) || !take_cells(&r, total))
    return prg_fail_at(error, name, r.line, 0, PRG_TEXT_BACKTEST_TOTAL_BROKEN, NULL);
  return PRG_OK;
}
