/*
 * Learning an annual prior.
 *
 *  1. EM for the weights of a few thousand candidates on the marginal likelihood of windows, from a
 *     flat start with a little of it kept (Dirichlet .05).
 *  2. Of them the heaviest; Adam (Kingma, Ba 2015) on the loss of forecasts of h periods, drawn
 *     to EM's weights by a small square penalty; the mean of the last iterates counts.
 *  3. Of those the heaviest again, learned once more; guards appended.
 *
 * Heaviest is by mean posterior weight over the windows. Refinement moves logarithms of weights, so
 * that they stay positive, and a weight that no window wants fades.
 *
 * Assumptions and limits: windows of one series are treated as independent; the likelihood is that
 * of the window, not tempered. With few windows the weights stay near EM's.
 */
#include <prognos/learn.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "evaluate/learn_case.h"
#include "evaluate/learn_chunks.h"
#include "evaluate/learn_grid.h"
#include "evaluate/learn_loss.h"
#include "model/pooled/weights_em.h"

#define EM_CELLS 20000000 /* windows × candidates whose likelihoods are kept: 80 MB */
#define EM_STEPS 60
#define EM_COUNT .05
#define FIRST_NODES 1500 /* of the candidates, refined before the last are chosen */
#define FIRST_EPOCHS 3
#define LAST_EPOCHS 4
#define BATCH 128
#define RATE .03
#define PENALTY .4    /* over the number of windows: many may lead far from EM */
#define AVERAGED .4   /* of the iterates, the last */
#define MEASURED 1000 /* windows to measure mean posterior weights with */

void prg_learn_options_init(prg_learn_options *options) {
  *options =
      (prg_learn_options){.horizon = 6, .origins = 4, .windows = 6000, .seed = 1, .threads = 1};
}

void prg_learned_clear(prg_learned *learned) {
  prg_node_list_clear(&learned->prior);
  *learned = (prg_learned){0};
}

/* What one thread computes with. */
typedef struct learn_worker {
  prg_annual *annual;
  double *scratch; /* shape (max(learn_loss_scratch(n), n)) */
} learn_worker;

/* A prior under learning. */
typedef struct learner {
  learn_case *item; /* shape (n_cases + n_aside): learned from, and set aside for the loss */
  size_t n_cases, n_aside;
  size_t threads;
  learn_worker worker[LEARN_THREADS_MAX];
  size_t n;           /* nodes */
  double *log_weight; /* shape (n) */
  double *room;       /* shape (6 n) */
  double *part;       /* what chunks add up to: shape (LEARN_CHUNKS, n) */
} learner;

static void learner_clear(learner *l) {
  for (size_t t = 0; t < l->threads; t++) {
    prg_annual_free(l->worker[t].annual);
    free(l->worker[t].scratch);
  }
  free(l->log_weight);
  free(l->room);
  free(l->part);
  *l = (learner){0};
}

/* The grid's column that is read: of the kind unknown. */
static double *grid_weights(const learn_worker *worker) {
  return prg_annual_grid(worker->annual)->log_weight[PRG_KIND_UNKNOWN];
}

static prg_status learner_init(learner *l, const learn_cases *cases, const prg_node_list *nodes,
                               size_t threads, prg_error *error) {
  const size_t n = nodes->n, loss = learn_loss_scratch(n);
  *l = (learner){.item = cases->item,
                 .n_cases = cases->n - cases->n_aside,
                 .n_aside = cases->n_aside,
                 .threads = threads < LEARN_THREADS_MAX ? threads : LEARN_THREADS_MAX,
                 .n = n,
                 .log_weight = malloc(n * sizeof *l->log_weight),
                 .room = malloc(6 * n * sizeof *l->room),
                 .part = malloc(LEARN_CHUNKS * n * sizeof *l->part)};
  bool failed = l->log_weight == NULL || l->room == NULL || l->part == NULL;
  for (size_t t = 0; t < l->threads; t++) {
    l->worker[t].annual = prg_annual_alloc(nodes, PRG_PRIOR_MIXTURE);
    l->worker[t].scratch = malloc((loss > n ? loss : n) * sizeof *l->worker[t].scratch);
    failed = failed || l->worker[t].annual == NULL || l->worker[t].scratch == NULL;
  }
  if (failed) {
    learner_clear(l);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  memcpy(l->log_weight, grid_weights(&l->worker[0]), n * sizeof *l->log_weight);
  return PRG_OK;
}

/* Does the chunks with the weights as they are. */
static prg_status run_chunks(learner *l, size_t n, learn_chunk *work, void *context,
                             prg_error *error) {
  for (size_t t = 0; t < l->threads; t++)
    memcpy(grid_weights(&l->worker[t]), l->log_weight, l->n * sizeof *l->log_weight);
  return learn_chunks_run(l->threads, n, work, context, error);
}

static prg_status fit_case(learn_worker *worker, const learn_case *item, prg_error *error) {
  prg_series window = learn_case_window(item);
  prg_notes notes;
  notes.n = 0;
  return prg_annual_fit(worker->annual, &window, &notes, error);
}

/* The likelihoods of the first n windows. */
typedef struct row_work {
  learner *l;
  float *rows;
  size_t n;
} row_work;

#define ROWS 32 /* of a chunk */

static prg_status row_chunk(void *context, size_t worker, size_t chunk, prg_error *error) {
  const row_work *of = context;
  learner *l = of->l;
  learn_worker *w = &l->worker[worker];
  for (size_t i = chunk * ROWS; i < of->n && i < (chunk + 1) * ROWS; i++) {
    prg_status status = fit_case(w, &l->item[i], error);
    if (status != PRG_OK)
      return status;
    for (size_t k = 0; k < l->n; k++)
      w->scratch[k] = prg_annual_scores(w->annual)[k] - l->log_weight[k];
    weights_em_row(w->scratch, l->n, of->rows + i * l->n);
  }
  return PRG_OK;
}

/* Step 1. The windows are taken by length: what depends on n only is then computed once for each.
 */
static prg_status maximise_likelihood(learner *l, gsl_rng *rng, prg_error *error) {
  size_t most = EM_CELLS / l->n + 1, n = l->n_cases < most ? l->n_cases : most;
  row_work of = {l, malloc(n * l->n * sizeof *of.rows), n};
  double *weight = l->room, *count = weight + l->n;
  prg_status status = of.rows == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  qsort(l->item, n, sizeof *l->item, learn_case_compare_lengths);
  if (status == PRG_OK)
    status = run_chunks(l, (n + ROWS - 1) / ROWS, row_chunk, &of, error);
  if (status == PRG_OK) {
    for (size_t k = 0; k < l->n; k++) {
      weight[k] = exp(l->log_weight[k]);
      count[k] = EM_COUNT;
    }
    learn_chunks_em(l->threads, of.rows, n, l->n, count, EM_STEPS, weight, l->part);
    for (size_t k = 0; k < l->n; k++)
      l->log_weight[k] = log(weight[k]);
  }
  free(of.rows);
  gsl_ran_shuffle(rng, l->item, l->n_cases, sizeof *l->item);
  return status;
}

static void normalise(double *log_weight, size_t n) {
  double heaviest = -INFINITY, total = 0;
  for (size_t k = 0; k < n; k++)
    heaviest = fmax(heaviest, log_weight[k]);
  for (size_t k = 0; k < n; k++)
    total += exp(log_weight[k] - heaviest);
  for (size_t k = 0; k < n; k++)
    log_weight[k] -= heaviest + log(total);
}

typedef struct adam {
  double *gradient, *start, *mean, *square, *sum; /* shape (n) */
  size_t step, steps, averaged;
  double penalty;
} adam;

static adam adam_begin(const learner *l, size_t epochs) {
  double *room = l->room;
  size_t n = l->n, batches = (l->n_cases + BATCH - 1) / BATCH;
  adam a = {.gradient = room,
            .start = room + n,
            .mean = room + 2 * n,
            .square = room + 3 * n,
            .sum = room + 4 * n,
            .steps = epochs * batches,
            .penalty = PENALTY / (double)l->n_cases};
  memset(room, 0, 5 * n * sizeof *room);
  memcpy(a.start, l->log_weight, n * sizeof *a.start);
  return a;
}

/* One step against the gradient; the mean of the last iterates is summed up. */
static void adam_step(adam *a, learner *l) {
  const double keep = .9, keep_square = .999, least = 1e-8;
  a->step++;
  double t = (double)a->step, fix = 1 - pow(keep, t), fix_square = 1 - pow(keep_square, t);
  bool averaging = t > (1 - AVERAGED) * (double)a->steps;
  for (size_t k = 0; k < l->n; k++) {
    double g = a->gradient[k] + a->penalty * (l->log_weight[k] - a->start[k]);
    a->mean[k] = keep * a->mean[k] + (1 - keep) * g;
    a->square[k] = keep_square * a->square[k] + (1 - keep_square) * g * g;
    l->log_weight[k] -= RATE * (a->mean[k] / fix) / (sqrt(a->square[k] / fix_square) + least);
    a->sum[k] += averaging ? l->log_weight[k] : 0;
  }
  a->averaged += averaging ? 1 : 0;
  normalise(l->log_weight, l->n);
}

/* The windows [begin, end) of a batch, whose gradients are added up by chunk. */
typedef struct batch {
  learner *l;
  size_t begin, end;
} batch;

static prg_status batch_chunk(void *context, size_t worker, size_t chunk, prg_error *error) {
  const batch *of = context;
  learner *l = of->l;
  const size_t n = of->end - of->begin, end = of->begin + learn_chunk_begin(n, chunk + 1);
  double *gradient = l->part + chunk * l->n;
  memset(gradient, 0, l->n * sizeof *gradient);
  for (size_t i = of->begin + learn_chunk_begin(n, chunk); i < end; i++) {
    double loss;
    prg_status status = learn_loss(l->worker[worker].annual, &l->item[i], l->worker[worker].scratch,
                                   &loss, gradient, error);
    if (status != PRG_OK)
      return status;
  }
  return PRG_OK;
}

/* The mean gradient of the batch. */
static prg_status find_gradient(learner *l, size_t begin, size_t end, double *gradient,
                                prg_error *error) {
  batch of = {l, begin, end};
  prg_status status = run_chunks(l, LEARN_CHUNKS, batch_chunk, &of, error);
  if (status != PRG_OK)
    return status;
  learn_chunks_add(l->part, l->n);
  for (size_t k = 0; k < l->n; k++)
    gradient[k] = l->part[k] / (double)(end - begin);
  return PRG_OK;
}

/* Steps 2 and 3. */
static prg_status refine(learner *l, size_t epochs, gsl_rng *rng, prg_error *error) {
  adam a = adam_begin(l, epochs);
  size_t n = l->n_cases;
  for (size_t epoch = 0; epoch < epochs; epoch++) {
    gsl_ran_shuffle(rng, l->item, n, sizeof *l->item);
    for (size_t begin = 0; begin < n; begin += BATCH) {
      prg_status status =
          find_gradient(l, begin, begin + BATCH < n ? begin + BATCH : n, a.gradient, error);
      if (status != PRG_OK)
        return status;
      adam_step(&a, l);
    }
  }
  for (size_t k = 0; k < l->n; k++)
    l->log_weight[k] = a.sum[k] / (double)a.averaged;
  normalise(l->log_weight, l->n);
  return PRG_OK;
}

/* The losses of windows, summed by chunk. */
typedef struct loss_work {
  learner *l;
  const learn_case *item;
  size_t n;
  double sum[LEARN_CHUNKS];
} loss_work;

static prg_status loss_chunk(void *context, size_t worker, size_t chunk, prg_error *error) {
  loss_work *of = context;
  const learn_worker *w = &of->l->worker[worker];
  const size_t end = learn_chunk_begin(of->n, chunk + 1);
  for (size_t i = learn_chunk_begin(of->n, chunk); i < end; i++) {
    double loss;
    prg_status status = learn_loss(w->annual, &of->item[i], w->scratch, &loss, NULL, error);
    if (status != PRG_OK)
      return status;
    of->sum[chunk] += loss;
  }
  return PRG_OK;
}

/* Over the windows set aside; over all if they are too few for that. */
static prg_status mean_loss(learner *l, double *mean, prg_error *error) {
  loss_work of = {.l = l,
                  .item = l->n_aside > 0 ? l->item + l->n_cases : l->item,
                  .n = l->n_aside > 0 ? l->n_aside : l->n_cases};
  prg_status status = run_chunks(l, LEARN_CHUNKS, loss_chunk, &of, error);
  learn_chunks_add(of.sum, 1);
  *mean = of.sum[0] / (double)of.n;
  return status;
}

static prg_status share_chunk(void *context, size_t worker, size_t chunk, prg_error *error) {
  learner *l = context;
  learn_worker *w = &l->worker[worker];
  const size_t n = l->n_cases < MEASURED ? l->n_cases : MEASURED;
  double *share = l->part + chunk * l->n;
  memset(share, 0, l->n * sizeof *share);
  for (size_t i = learn_chunk_begin(n, chunk); i < learn_chunk_begin(n, chunk + 1); i++) {
    prg_status status = fit_case(w, &l->item[i], error);
    if (status != PRG_OK)
      return status;
    annual_view view = prg_annual_look(w->annual, 1);
    for (size_t k = 0; k < view.mixture.n; k++)
      share[prg_annual_kept(w->annual, k)] += view.mixture.weight[k];
  }
  return PRG_OK;
}

/* Posterior weight of every node, over all windows: l->part. */
static prg_status measure_shares(learner *l, prg_error *error) {
  prg_status status = run_chunks(l, LEARN_CHUNKS, share_chunk, l, error);
  learn_chunks_add(l->part, l->n);
  return status;
}

typedef struct ranked {
  double share;
  size_t node;
} ranked;

static int compare_shares(const void *left, const void *right) {
  const ranked *a = left, *b = right;
  if (a->share != b->share)
    return a->share < b->share ? 1 : -1;
  return (a->node > b->node) - (a->node < b->node);
}

/* The heaviest nodes with their weights; the list has room for the guards, too. */
static prg_status keep_heaviest(learner *l, size_t most, prg_node_list *out, prg_error *error) {
  ranked *order = malloc(l->n * sizeof *order);
  size_t n = most < l->n ? most : l->n;
  *out = (prg_node_list){.node = malloc((n + LEARN_GUARDS) * sizeof *out->node), .n = n};
  prg_status status = out->node == NULL || order == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL)
                                                         : measure_shares(l, error);
  if (status == PRG_OK) {
    for (size_t k = 0; k < l->n; k++)
      order[k] = (ranked){l->part[k], k};
    qsort(order, l->n, sizeof *order, compare_shares);
    for (size_t i = 0; i < n; i++)
      out->node[i] =
          annual_grid_node(prg_annual_grid(l->worker[0].annual), order[i].node, PRG_KIND_UNKNOWN);
  }
  free(order);
  return status;
}

/* One stage: from the nodes, learn, keep `most`; *nodes is replaced. */
static prg_status stage(const learn_cases *cases, size_t threads, bool likelihood, size_t epochs,
                        size_t most, gsl_rng *rng, prg_node_list *nodes, double *loss,
                        prg_error *error) {
  learner l;
  prg_node_list kept = {0};
  prg_status status = learner_init(&l, cases, nodes, threads, error);
  if (status != PRG_OK)
    return status;
  if (likelihood)
    status = maximise_likelihood(&l, rng, error);
  if (status == PRG_OK && epochs > 0)
    status = refine(&l, epochs, rng, error);
  if (status == PRG_OK)
    status = mean_loss(&l, loss, error);
  if (status == PRG_OK)
    status = keep_heaviest(&l, most, &kept, error);
  learner_clear(&l);
  prg_node_list_clear(nodes);
  *nodes = kept;
  return status;
}

static void normalise_list(prg_node_list *list) {
  double total = 0;
  for (size_t i = 0; i < list->n; i++)
    total += exp(list->node[i].log_weight);
  for (size_t i = 0; i < list->n; i++)
    list->node[i].log_weight -= log(total);
}

static prg_status learn(const learn_cases *cases, const prg_learn_options *options, gsl_rng *rng,
                        prg_learned *out, prg_error *error) {
  bool all = options->likelihood_only;
  const size_t threads = options->threads;
  size_t last = (options->nodes == 0 ? PRG_LEARN_NODES : options->nodes) - LEARN_GUARDS;
  prg_node_list *nodes = &out->prior;
  prg_status status = stage(cases, threads, true, 0, all ? nodes->n : FIRST_NODES, rng, nodes,
                            &out->loss_before, error);
  out->loss_after = out->loss_before;
  if (status == PRG_OK && !all)
    status = stage(cases, threads, false, FIRST_EPOCHS, last, rng, nodes, &out->loss_after, error);
  if (status == PRG_OK && !all)
    status = stage(cases, threads, false, LAST_EPOCHS, last, rng, nodes, &out->loss_after, error);
  if (status == PRG_OK) {
    normalise_list(nodes);
    if (!all)
      learn_grid_guard(nodes);
  }
  return status;
}

static prg_status copy_candidates(const prg_learn_options *options, prg_node_list *out,
                                  prg_error *error) {
  if (options->candidates == NULL)
    return learn_grid_make(out, error);
  size_t bytes = options->candidates->n * sizeof *out->node;
  *out = (prg_node_list){.node = malloc(bytes), .n = options->candidates->n};
  if (out->node == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  memcpy(out->node, options->candidates->node, bytes);
  return PRG_OK;
}

static prg_status learn_from(const learn_cases *cases, const prg_learn_options *options,
                             prg_learned *out, prg_error *error) {
  gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
  if (rng == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  gsl_rng_set(rng, options->seed);
  prg_status status = copy_candidates(options, &out->prior, error);
  if (status == PRG_OK) {
    out->series = cases->series;
    out->left_out = cases->left_out;
    out->windows = cases->n;
    out->candidates = out->prior.n;
    status = learn(cases, options, rng, out, error);
  }
  gsl_rng_free(rng);
  return status;
}

prg_status prg_learn_annual_sample(prg_learn_sample *sample, const prg_learn_options *options,
                                   prg_learned *out, prg_error *error) {
  learn_cases cases;
  *out = (prg_learned){0};
  prg_status status = learn_cases_take(sample, 1, &cases, error);
  if (status == PRG_OK && cases.n == 0)
    status = prg_fail(error, PRG_TEXT_LEARN_NO_SERIES, PRG_ARGS(prg_integer(LEARN_SHORTEST + 1)));
  if (status == PRG_OK)
    status = learn_from(&cases, options, out, error);
  learn_cases_clear(&cases);
  return status;
}

prg_status prg_learn_annual(const prg_panel *const *panel, size_t n_panels,
                            const prg_learn_options *options, prg_learned *out, prg_error *error) {
  prg_learn_sample *sample;
  *out = (prg_learned){0};
  prg_status status = learn_sample_of(panel, n_panels, options, &sample, error);
  if (status == PRG_OK)
    status = prg_learn_annual_sample(sample, options, out, error);
  prg_learn_sample_free(sample);
  return status;
}
