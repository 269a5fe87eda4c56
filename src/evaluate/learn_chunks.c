#include "evaluate/learn_chunks.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "model/pooled/weights_em.h"

typedef struct chunks {
  learn_chunk *work;
  void *context;
  size_t n;
  pthread_mutex_t lock; /* of what follows */
  size_t next, failed;  /* failed: the first that did */
  prg_status status;
  prg_error error;
} chunks;

typedef struct chunk_thread {
  chunks *all;
  size_t number;
  pthread_t thread;
  bool is_started;
} chunk_thread;

/* Chunks are taken in order, so that all before one that fails are done, too. */
static bool take(chunks *all, size_t *i) {
  pthread_mutex_lock(&all->lock);
  bool more = all->status == PRG_OK && all->next < all->n;
  *i = all->next;
  all->next += more;
  pthread_mutex_unlock(&all->lock);
  return more;
}

static void keep_error(chunks *all, size_t i, prg_status status, const prg_error *error) {
  pthread_mutex_lock(&all->lock);
  if (all->status == PRG_OK || i < all->failed) {
    all->failed = i;
    all->status = status;
    all->error = *error;
  }
  pthread_mutex_unlock(&all->lock);
}

static void *run(void *data) {
  chunk_thread *thread = data;
  chunks *all = thread->all;
  size_t i;
  while (take(all, &i)) {
    prg_error error;
    prg_status status = all->work(all->context, thread->number, i, &error);
    if (status != PRG_OK)
      keep_error(all, i, status, &error);
  }
  return NULL;
}

/* The first thread is this one; one that cannot be started is done without. */
prg_status learn_chunks_run(size_t threads, size_t n, learn_chunk *work, void *context,
                            prg_error *error) {
  chunks all = {.work = work, .context = context, .n = n, .lock = PTHREAD_MUTEX_INITIALIZER};
  chunk_thread thread[LEARN_THREADS_MAX];
  threads = threads < n ? threads : n;
  threads = threads < LEARN_THREADS_MAX ? threads : LEARN_THREADS_MAX;
  thread[0] = (chunk_thread){.all = &all};
  for (size_t t = 1; t < threads; t++) {
    thread[t] = (chunk_thread){.all = &all, .number = t};
    thread[t].is_started = pthread_create(&thread[t].thread, NULL, run, &thread[t]) == 0;
  }
  run(&thread[0]);
  for (size_t t = 1; t < threads; t++)
    if (thread[t].is_started)
      pthread_join(thread[t].thread, NULL);
  if (all.status != PRG_OK && error != NULL)
    *error = all.error;
  return all.status;
}

size_t learn_chunk_begin(size_t n, size_t i) {
  return n * i / LEARN_CHUNKS;
}

void learn_chunks_add(double *part, size_t n) {
  for (size_t i = 1; i < LEARN_CHUNKS; i++)
    for (size_t k = 0; k < n; k++)
      part[k] += part[i * n + k];
}

typedef struct em {
  const float *likelihood;
  size_t n_cases, n_nodes;
  const double *weight;
  double *part;
} em;

static prg_status em_chunk(void *context, size_t worker, size_t i, prg_error *error) {
  const em *of = context;
  (void)worker, (void)error;
  const size_t begin = learn_chunk_begin(of->n_cases, i);
  double *sum = of->part + i * of->n_nodes;
  memset(sum, 0, of->n_nodes * sizeof *sum);
  weights_em_add(of->likelihood + begin * of->n_nodes,
                 learn_chunk_begin(of->n_cases, i + 1) - begin, of->n_nodes, of->weight, sum);
  return PRG_OK;
}

void learn_chunks_em(size_t threads, const float *likelihood, size_t n_cases, size_t n_nodes,
                     const double *count, int iterations, double *weight, double *part) {
  em of = {likelihood, n_cases, n_nodes, weight, part};
  for (int i = 0; i < iterations; i++) {
    learn_chunks_run(threads, LEARN_CHUNKS, em_chunk, &of, NULL);
    learn_chunks_add(part, n_nodes);
    weights_em_step(part, n_cases, n_nodes, count, weight);
  }
}
