#include "cli/streaming.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <prognos/forecast_csv.h>

/* Of output: an error before it is full leaves none behind. */
#define HELD_BYTES ((size_t)1 << 20)
#define PROGRESS_AFTER 2.0 /* seconds */
#define PROGRESS_EVERY 0.5

typedef struct job {
  streaming *all;
  const streaming_work *work;

  pthread_mutex_t reading;
  prg_panel part;   /* series that were read, of this share */
  size_t n_of_part; /* how many of them were taken */
  bool at_end;
  size_t n_taken; /* slices */

  pthread_mutex_t writing;
  pthread_cond_t turn;
  size_t n_written;
  bool has_refusal; /* the last refusal, kept back while it could be the only thing to say */
  prg_error refusal;
  prg_status status; /* of the whole */
  prg_error error;
  size_t series;
  bool shows_progress;
  double began, shown; /* seconds; shown 0: no line of progress stands on the terminal */
} job;

/* What the work on a series gave. */
typedef struct outcome {
  uint64_t key;
  size_t end;     /* of its text, in that of the slice */
  size_t refusal; /* its number, from 1; 0: delivered */
} outcome;

/* One thread, with what it works on; used again for each slice. */
typedef struct worker {
  job *all;
  pthread_t thread;
  bool has_thread;
  void *mine;
  prg_panel panel;
  outcome *outcome; /* shape (slice) */
  size_t position;  /* of the file, in bytes, once the panel was read */
  prg_buffer out;
  prg_error *refusal; /* shape (n_refusals), in the file's order */
  size_t n_refusals, capacity;
} worker;

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* --- progress --- */

static void wipe_progress(job *all) {
  if (all->shown > 0)
    fputs("\r\033[K", stderr);
  all->shown = 0;
}

static void show_progress(job *all, const worker *w) {
  double now = seconds();
  if (!all->shows_progress || now - all->began < PROGRESS_AFTER ||
      now - all->shown < PROGRESS_EVERY)
    return;
  const streaming *of = all->all;
  size_t size = of->source == NULL ? 0 : asking_source_size(of->source);
  prg_argument count = prg_integer((long long)all->series);
  prg_message message;
  prg_message_set(&message, PRG_TEXT_TALK_PROGRESS, PRG_ARGS(count));
  if (size > 0) {
    prg_message_set(&message, PRG_TEXT_TALK_PROGRESS_OF,
                    PRG_ARGS(count, prg_integer((long long)(100 * w->position / size))));
  }
  prg_buffer words = {0};
  prg_message_write(&message, of->run->language, &words);
  fprintf(stderr, "\r%s\033[K", prg_buffer_string(&words));
  prg_buffer_free(&words);
  all->shown = now;
}

/* --- the work: everything here is the worker's own --- */

static prg_status keep_refusal(worker *w, const prg_error *error, prg_error *failure) {
  if (w->n_refusals == w->capacity) {
    size_t capacity = w->capacity == 0 ? 8 : 2 * w->capacity;
    prg_error *grown = realloc(w->refusal, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(failure, PRG_TEXT_NO_MEMORY, NULL);
    w->refusal = grown;
    w->capacity = capacity;
  }
  w->refusal[w->n_refusals++] = *error;
  return PRG_OK;
}

static prg_status work_on_slice(worker *w, prg_error *error) {
  const streaming_work *work = w->all->work;
  w->n_refusals = 0;
  prg_buffer_clear(&w->out);
  for (size_t i = 0; i < w->panel.n; i++) {
    prg_error refusal;
    prg_status status = work->work(w->mine, i, &w->panel.series[i], &w->out, &refusal);
    bool refused = status != PRG_OK;
    if (refused && (status == PRG_ENOMEM || keep_refusal(w, &refusal, error) != PRG_OK))
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    w->outcome[i].refusal = refused ? w->n_refusals : 0;
    w->outcome[i].end = w->out.length;
  }
  return w->out.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

/* --- delivering: in turn --- */

static void tell_refusal(job *all) {
  if (!all->has_refusal)
    return;
  wipe_progress(all);
  command_tell_error(all->all->run, &all->refusal);
  all->has_refusal = false;
}

static void refuse_series(job *all, const prg_error *refusal) {
  tell_refusal(all);
  all->refusal = *refusal;
  all->has_refusal = true;
  all->all->share.refused++;
  if (all->all->delivered > 0)
    tell_refusal(all);
}

static void write_head(job *all) {
  prg_buffer *out = &all->all->run->out;
  size_t before = out->length;
  all->work->head(all->work->context, out);
  if (all->all->share.on)
    prg_part_writer_head(&all->all->share.writer, out->length - before);
}

static prg_status deliver_series(job *all, worker *w, size_t i, prg_error *error) {
  streaming *of = all->all;
  prg_buffer *out = &of->run->out;
  prg_status status = PRG_OK;
  if (of->delivered++ == 0)
    write_head(all);
  tell_refusal(all);
  const size_t before = out->length, begin = i == 0 ? 0 : w->outcome[i - 1].end;
  prg_buffer_add_n(out, prg_buffer_string(&w->out) + begin, w->outcome[i].end - begin);
  if (all->work->deliver != NULL)
    status = all->work->deliver(w->mine, i, out, error);
  if (of->share.on)
    sharding_note(&of->share, w->outcome[i].key, prg_buffer_string(out) + before,
                  out->length - before);
  return status;
}

static prg_status deliver_slice(job *all, worker *w, prg_error *error) {
  command *run = all->all->run;
  prg_status status = PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < w->panel.n; i++) {
    if (w->outcome[i].refusal > 0)
      refuse_series(all, &w->refusal[w->outcome[i].refusal - 1]);
    else
      status = deliver_series(all, w, i, error);
  }
  all->series += w->panel.n;
  if (status == PRG_OK && run->out.length > HELD_BYTES)
    status = command_flush(run, error);
  show_progress(all, w);
  return status;
}

/* Waits until every slice before `number` is delivered; false when there is no more to do. */
static bool take_turn(worker *w, size_t number, prg_status status, const prg_error *error) {
  job *all = w->all;
  pthread_mutex_lock(&all->writing);
  while (all->n_written != number)
    pthread_cond_wait(&all->turn, &all->writing);
  prg_error failure;
  if (all->status == PRG_OK && status == PRG_OK && w->panel.n > 0) {
    status = deliver_slice(all, w, &failure);
    error = &failure;
  }
  if (all->status == PRG_OK && status != PRG_OK) {
    all->status = status;
    all->error = *error;
  }
  bool more = all->status == PRG_OK && w->panel.n > 0;
  all->n_written++;
  pthread_cond_broadcast(&all->turn);
  pthread_mutex_unlock(&all->writing);
  return more;
}

/* --- taking: one at a time --- */

/* Of the part that was read, leaves the series of this share. */
static prg_status keep_share(job *all, prg_error *error) {
  streaming *of = all->all;
  all->n_of_part = 0;
  return of->share.on
             ? sharding_keep(&of->share, asking_source_stream(of->source), &all->part, error)
             : PRG_OK;
}

/* Reads until there is a series to take, or none any more. */
static prg_status read_part(job *all, prg_error *error) {
  asking_source *source = all->all->source;
  prg_status status = PRG_OK;
  while (status == PRG_OK && all->n_of_part == all->part.n && !all->at_end) {
    prg_panel_clear(&all->part);
    prg_panel_init(&all->part);
    if (source != NULL)
      status = asking_source_next(source, &all->part, error);
    all->at_end = status != PRG_OK || all->part.n == 0;
    if (status == PRG_OK)
      status = keep_share(all, error);
  }
  return status;
}

/* The next of the work; nothing of it at the end. */
static prg_status take(worker *w, prg_error *error) {
  job *all = w->all;
  prg_panel_init(&w->panel);
  prg_status status = read_part(all, error);
  while (status == PRG_OK && w->panel.n < all->work->slice && all->n_of_part < all->part.n) {
    if (all->all->share.on)
      w->outcome[w->panel.n].key = all->all->share.key[all->n_of_part];
    status = prg_panel_add(&w->panel, &all->part.series[all->n_of_part++], error);
  }
  if (all->all->source != NULL)
    w->position = prg_series_stream_position(asking_source_stream(all->all->source));
  if (status != PRG_OK)
    prg_panel_clear(&w->panel);
  return status;
}

static void *work_through(void *data) {
  worker *w = data;
  job *all = w->all;
  for (bool more = true; more;) {
    prg_error error;
    pthread_mutex_lock(&all->reading);
    size_t number = all->n_taken++;
    prg_status status = take(w, &error);
    pthread_mutex_unlock(&all->reading);
    if (status == PRG_OK)
      status = work_on_slice(w, &error);
    more = take_turn(w, number, status, &error);
    prg_panel_clear(&w->panel);
  }
  return NULL;
}

/* --- the whole --- */

size_t streaming_threads(const command *run) {
  cpu_set_t cores;
  if (option_is_given(&run->options, "threads"))
    return (size_t)option_integer(&run->options, "threads");
  int n = sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
  return n > THREADS_MAX ? THREADS_MAX : (size_t)n;
}

/* The last worker is this thread; a thread that cannot be started is done without. */
static void run_workers(worker *w, size_t n) {
  for (size_t i = 0; i + 1 < n; i++)
    w[i].has_thread = pthread_create(&w[i].thread, NULL, work_through, &w[i]) == 0;
  work_through(&w[n - 1]);
  for (size_t i = 0; i + 1 < n; i++)
    if (w[i].has_thread)
      pthread_join(w[i].thread, NULL);
}

static prg_status begin_worker(worker *w, job *all, prg_error *error) {
  const streaming_work *of = all->work;
  w->all = all;
  w->outcome = calloc(of->slice, sizeof *w->outcome);
  if (w->outcome == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  w->mine = of->worker(of->context, &all->all->first, error);
  return w->mine == NULL ? error->status : PRG_OK;
}

static void free_workers(worker *w, size_t n) {
  for (size_t i = 0; w != NULL && i < n; i++) {
    if (w[i].mine != NULL)
      w[i].all->work->worker_free(w[i].mine);
    prg_buffer_free(&w[i].out);
    free(w[i].outcome);
    free(w[i].refusal);
  }
  free(w);
}

/* The first part is taken apart only when every worker has seen it. */
static prg_status begin_taking(job *all, prg_error *error) {
  all->part = all->all->first;
  prg_panel_init(&all->all->first);
  all->at_end = all->part.n == 0;
  return keep_share(all, error);
}

static prg_status run_job(job *all, prg_error *error) {
  size_t n = streaming_threads(all->all->run);
  worker *w = calloc(n, sizeof *w);
  prg_status status = w == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t i = 0; i < n && status == PRG_OK; i++)
    status = begin_worker(&w[i], all, error);
  if (status == PRG_OK)
    status = begin_taking(all, error);
  if (status == PRG_OK) {
    all->shows_progress = !all->all->run->quiet && isatty(STDERR_FILENO);
    all->began = seconds();
    run_workers(w, n);
    wipe_progress(all);
    status = all->status;
    if (status != PRG_OK)
      *error = all->error;
  }
  free_workers(w, n);
  return status;
}

prg_status streaming_open(command *run, const char *path, streaming *all, prg_error *error) {
  *all = (streaming){.run = run};
  prg_panel_init(&all->first);
  prg_status status = sharding_begin(run, &all->share, error);
  if (status != PRG_OK)
    return status;
  all->is_done = sharding_is_done(&all->share, run, path);
  if (all->is_done)
    return PRG_OK;
  status = asking_source_open(run, path, &all->share, &all->source, error);
  if (status != PRG_OK)
    return status;
  size_t n;
  const char *head = prg_series_stream_head(asking_source_stream(all->source), &n);
  all->is_forecast = prg_forecast_csv_is(head, n);
  if (all->is_forecast && all->share.on) /* of such a file everything is read at once */
    return prg_fail(error, PRG_TEXT_SHARD_NOT_BY_SERIES, NULL);
  return all->is_forecast ? PRG_OK : asking_source_next(all->source, &all->first, error);
}

void streaming_close(streaming *all) {
  asking_source_close(all->source);
  sharding_clear(&all->share);
  prg_panel_clear(&all->first);
}

prg_status streaming_run(streaming *all, const streaming_work *work, prg_error *error) {
  job whole = {.all = all,
               .work = work,
               .reading = PTHREAD_MUTEX_INITIALIZER,
               .writing = PTHREAD_MUTEX_INITIALIZER,
               .turn = PTHREAD_COND_INITIALIZER};
  prg_panel_init(&whole.part);
  prg_status status = run_job(&whole, error);
  if (status == PRG_OK && whole.has_refusal && !all->share.on) {
    *error = whole.refusal;
    status = error->status;
  } else if (whole.has_refusal) {
    command_tell_error(all->run, &whole.refusal);
  }
  all->share.delivered = all->delivered;
  prg_panel_clear(&whole.part);
  return status;
}

prg_status streaming_end(streaming *all, prg_error *error) {
  return all->share.on
             ? sharding_end(&all->share, all->run, asking_source_stream(all->source), error)
             : PRG_OK;
}
