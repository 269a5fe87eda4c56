/*
 * Threads take the next series from the file, forecast them, and write in the order in which they
 * took: reading is done by one at a time, writing as well, forecasting by all at once. What is
 * written depends on the file only, not on how many there are.
 */
#include "cli/forecasting.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <prognos/forecast_csv.h>

#define HELD_BYTES                                                                                 \
  ((size_t)1 << 20)        /* of output: an error before it is full leaves none behind             \
                            */
#define SLICE 256          /* series of the first part that a thread takes at a time */
#define PROGRESS_AFTER 2.0 /* seconds */
#define PROGRESS_EVERY 0.5

typedef struct job {
  command *run;
  asking_source *source;
  forecasting form; /* levels and grid */
  sharding share;
  prg_csv_style style;

  pthread_mutex_t reading;
  prg_panel first;   /* the first part of the file, or all of it */
  size_t n_of_first; /* how many of its series were taken */
  size_t n_taken;    /* shares of the work */

  pthread_mutex_t writing;
  pthread_cond_t turn;
  size_t n_written;
  bool any;         /* a forecast was written */
  bool has_refusal; /* the last refusal, kept back while it could be the only thing to say */
  prg_error refusal;
  prg_status status; /* of the whole */
  prg_error error;
  size_t series;
  bool shows_progress;
  double began, shown; /* seconds; shown 0: no line of progress stands on the terminal */
} job;

/* One thread, with what it works on; used again for each part. */
typedef struct worker {
  job *all;
  pthread_t thread;
  bool has_thread;
  prg_forecaster *forecaster;
  prg_forecast forecast;
  prg_panel panel;
  size_t position; /* of the file, in bytes, once the panel was read */
  prg_buffer out;
  shard_piece *piece; /* shape (n_piece): what was written of each series of the panel */
  size_t n_piece;
  size_t n_forecast;
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
  size_t size = asking_source_size(all->source);
  prg_argument count = prg_integer((long long)all->series);
  prg_message message;
  prg_message_set(&message, PRG_TEXT_TALK_PROGRESS, PRG_ARGS(count));
  if (size > 0) {
    prg_message_set(&message, PRG_TEXT_TALK_PROGRESS_OF,
                    PRG_ARGS(count, prg_integer((long long)(100 * w->position / size))));
  }
  prg_buffer words = {0};
  prg_message_write(&message, all->run->language, &words);
  fprintf(stderr, "\r%s\033[K", prg_buffer_string(&words));
  prg_buffer_free(&words);
  all->shown = now;
}

/* --- forecasting: everything here is the worker's own --- */

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

static prg_status forecast_part(worker *w, prg_error *error) {
  job *all = w->all;
  const forecasting *form = &all->form;
  w->n_forecast = w->n_refusals = 0;
  prg_buffer_clear(&w->out);
  for (size_t i = 0; i < w->panel.n; i++) {
    prg_error refusal;
    prg_status status =
        prg_forecaster_run(w->forecaster, &w->panel.series[i], &w->forecast, &refusal);
    if (status == PRG_OK) {
      prg_forecast_csv_write(&w->forecast, form->level, form->n_level, all->style,
                             all->run->language, &w->out);
      w->n_forecast++;
    } else if ((status = keep_refusal(w, &refusal, error)) != PRG_OK) {
      return status;
    }
    w->piece[i].end = w->out.length;
  }
  return w->out.failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

/* --- writing: in turn --- */

static void tell_refusals(job *all, const worker *w) {
  for (size_t i = 0; i < w->n_refusals; i++) {
    if (all->has_refusal) {
      wipe_progress(all);
      command_tell_error(all->run, &all->refusal);
    }
    all->refusal = w->refusal[i];
    all->has_refusal = true;
  }
  if (all->any && all->has_refusal) {
    wipe_progress(all);
    command_tell_error(all->run, &all->refusal);
    all->has_refusal = false;
  }
}

/* Of a share, what was written of each series. */
static void note_pieces(job *all, const worker *w) {
  sharding_note(&all->share, prg_buffer_string(&w->out), w->piece, w->panel.n);
  all->share.delivered += w->n_forecast;
  all->share.refused += w->n_refusals;
}

static void write_head(job *all) {
  prg_buffer *out = &all->run->out;
  size_t before = out->length;
  prg_forecast_csv_head(all->form.level, all->form.n_level, all->style, out);
  if (all->share.on)
    prg_part_writer_head(&all->share.writer, out->length - before);
}

static prg_status write_part(job *all, worker *w, prg_error *error) {
  command *run = all->run;
  if (!all->any && w->n_forecast > 0)
    write_head(all);
  all->any = all->any || w->n_forecast > 0;
  tell_refusals(all, w);
  if (all->share.on)
    note_pieces(all, w);
  prg_buffer_add_n(&run->out, prg_buffer_string(&w->out), w->out.length);
  all->series += w->panel.n;
  prg_status status = run->out.length > HELD_BYTES ? command_flush(run, error) : PRG_OK;
  show_progress(all, w);
  return status;
}

/* Waits until every part before `number` is written; false when there is no more to do. */
static bool take_turn(worker *w, size_t number, prg_status status, const prg_error *error) {
  job *all = w->all;
  pthread_mutex_lock(&all->writing);
  while (all->n_written != number)
    pthread_cond_wait(&all->turn, &all->writing);
  prg_error failure;
  if (all->status == PRG_OK && status == PRG_OK && w->panel.n > 0) {
    status = write_part(all, w, &failure);
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

/* Room for what is noted of each series of the worker's panel. */
static prg_status make_room(worker *w, prg_error *error) {
  size_t n = w->panel.n;
  if (n <= w->n_piece)
    return PRG_OK;
  shard_piece *larger = realloc(w->piece, n * sizeof *larger);
  if (larger == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  w->piece = larger;
  w->n_piece = n;
  return PRG_OK;
}

/* A slice of the first part, or a part: in the file's order. */
static prg_status take_any(job *all, prg_panel *panel, prg_error *error) {
  prg_status status = PRG_OK;
  prg_panel_init(panel);
  while (status == PRG_OK && panel->n < SLICE && all->n_of_first < all->first.n)
    status = prg_panel_add(panel, &all->first.series[all->n_of_first++], error);
  if (status == PRG_OK && panel->n == 0)
    status = asking_source_next(all->source, panel, error);
  if (status != PRG_OK)
    prg_panel_clear(panel);
  return status;
}

/* The next of the work; nothing of it at the end. */
static prg_status take(worker *w, prg_error *error) {
  job *all = w->all;
  for (;;) {
    prg_status status = take_any(all, &w->panel, error);
    bool at_end = w->panel.n == 0;
    if (status == PRG_OK)
      status = make_room(w, error);
    if (status == PRG_OK && all->share.on)
      sharding_keep(&all->share, asking_source_stream(all->source), &w->panel, w->piece);
    if (status != PRG_OK || at_end || w->panel.n > 0)
      return status;
    prg_panel_clear(&w->panel);
  }
}

static void *work(void *data) {
  worker *w = data;
  job *all = w->all;
  for (bool more = true; more;) {
    prg_error error;
    pthread_mutex_lock(&all->reading);
    size_t number = all->n_taken++;
    prg_status status = take(w, &error);
    w->position = prg_series_stream_position(asking_source_stream(all->source));
    pthread_mutex_unlock(&all->reading);
    if (status == PRG_OK)
      status = forecast_part(w, &error);
    more = take_turn(w, number, status, &error);
    prg_panel_clear(&w->panel);
  }
  return NULL;
}

/* --- the whole --- */

static size_t count_threads(const command *run) {
  cpu_set_t cores;
  if (option_is_given(&run->options, "threads"))
    return (size_t)option_integer(&run->options, "threads");
  int n = sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
  return n > THREADS_MAX ? THREADS_MAX : (size_t)n;
}

/* The last worker is this thread; a thread that cannot be started is done without. */
static void run_workers(worker *w, size_t n) {
  for (size_t i = 0; i + 1 < n; i++)
    w[i].has_thread = pthread_create(&w[i].thread, NULL, work, &w[i]) == 0;
  work(&w[n - 1]);
  for (size_t i = 0; i + 1 < n; i++)
    if (w[i].has_thread)
      pthread_join(w[i].thread, NULL);
}

static void free_workers(worker *w, size_t n) {
  for (size_t i = 0; w != NULL && i < n; i++) {
    prg_forecaster_free(w[i].forecaster);
    prg_forecast_clear(&w[i].forecast);
    prg_buffer_free(&w[i].out);
    free(w[i].piece);
    free(w[i].refusal);
  }
  free(w);
}

static prg_status run_job(job *all, const prg_forecast_options *options, prg_error *error) {
  size_t n = count_threads(all->run);
  worker *w = calloc(n, sizeof *w);
  prg_status status = w == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t i = 0; i < n && status == PRG_OK; i++) {
    w[i].all = all;
    w[i].forecaster = prg_forecaster_alloc(options, error);
    status = w[i].forecaster == NULL
                 ? PRG_ENOMEM
                 : forecasting_share(all->run, w[i].forecaster, &all->first, error);
  }
  if (status == PRG_OK) {
    all->shows_progress = !all->run->quiet && isatty(STDERR_FILENO);
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

static prg_status stream_forecasts(job *all, prg_error *error) {
  prg_forecast_options options;
  prg_status status = asking_source_next(all->source, &all->first, error);
  if (status == PRG_OK)
    status = forecasting_options(all->run, &all->first, false, &all->form, &options, error);
  if (status == PRG_OK)
    status = run_job(all, &options, error);
  if (status == PRG_OK && all->has_refusal && !all->share.on) {
    *error = all->refusal;
    status = error->status;
  } else if (all->has_refusal) {
    command_tell_error(all->run, &all->refusal);
  }
  if (status == PRG_OK && all->share.on)
    status = sharding_end(&all->share, all->run, asking_source_stream(all->source), error);
  prg_panel_clear(&all->first);
  return status;
}

/* The file is one that `forecast` wrote: it is written anew. */
static prg_status write_again(command *run, const char *path, asking_source *source,
                              forecasting *made, prg_csv_style style, prg_error *error) {
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_series_stream_bytes(asking_source_stream(source), &bytes, error);
  if (status == PRG_OK)
    status = forecasting_make_bytes(run, path, &bytes, made, error);
  prg_buffer_free(&bytes);
  if (status != PRG_OK)
    return status;
  prg_forecast_csv_head(made->level, made->n_level, style, &run->out);
  for (size_t i = 0; i < made->n; i++)
    prg_forecast_csv_write(&made->forecast[i], made->level, made->n_level, style, run->language,
                           &run->out);
  return PRG_OK;
}

prg_status forecasting_stream(command *run, prg_csv_style style, prg_error *error) {
  job all = {.run = run,
             .style = style,
             .reading = PTHREAD_MUTEX_INITIALIZER,
             .writing = PTHREAD_MUTEX_INITIALIZER,
             .turn = PTHREAD_COND_INITIALIZER};
  const char *path;
  prg_status status = forecasting_levels(run, &all.form, error);
  if (status == PRG_OK)
    status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = sharding_begin(run, &all.share, error);
  if (status == PRG_OK && sharding_is_done(&all.share, run)) {
    forecasting_clear(&all.form);
    sharding_clear(&all.share);
    return PRG_OK;
  }
  if (status == PRG_OK)
    status = asking_source_open(run, path, &all.share, &all.source, error);
  if (status == PRG_OK) {
    size_t n;
    const char *head = prg_series_stream_head(asking_source_stream(all.source), &n);
    if (!prg_forecast_csv_is(head, n))
      status = stream_forecasts(&all, error);
    else if (all.share.on) /* nothing is computed, so that there is nothing to share */
      status = prg_fail(error, PRG_TEXT_SHARD_NOT_BY_SERIES, NULL);
    else
      status = write_again(run, path, all.source, &all.form, style, error);
  }
  forecasting_clear(&all.form);
  asking_source_close(all.source);
  sharding_clear(&all.share);
  return status;
}
