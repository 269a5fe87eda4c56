#include <stdlib.h>

#include <prognos/forecast_csv.h>

#include "cli/forecasting.h"
#include "cli/streaming.h"

#define SLICE 256

/* One run of the verb. */
typedef struct forecast_run {
  command *run;
  forecasting form; /* levels and grid */
  prg_forecast_options options;
  prg_csv_style style;
} forecast_run;

/* One thread's. */
typedef struct forecast_worker {
  const forecast_run *all;
  prg_forecaster *forecaster;
  prg_forecast forecast;
} forecast_worker;

static void worker_free(void *data) {
  forecast_worker *w = data;
  prg_forecaster_free(w->forecaster);
  prg_forecast_clear(&w->forecast);
  free(w);
}

static void *worker_begin(void *context, const prg_panel *first, prg_error *error) {
  forecast_worker *w = calloc(1, sizeof *w);
  if (w == NULL) {
    prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    return NULL;
  }
  w->all = context;
  w->forecaster = prg_forecaster_alloc(&w->all->options, error);
  if (w->forecaster != NULL &&
      forecasting_share(w->all->run, w->forecaster, first, error) == PRG_OK)
    return w;
  worker_free(w);
  return NULL;
}

static prg_status forecast_series(void *worker, size_t i, const prg_series *series, prg_buffer *out,
                                  prg_error *error) {
  (void)i;
  forecast_worker *w = worker;
  const forecasting *form = &w->all->form;
  prg_status status = prg_forecaster_run(w->forecaster, series, &w->forecast, error);
  if (status == PRG_OK)
    prg_forecast_csv_write(&w->forecast, form->level, form->n_level, w->all->style,
                           w->all->run->language, out);
  return status;
}

static void write_head(void *context, prg_buffer *out) {
  const forecast_run *all = context;
  prg_forecast_csv_head(all->form.level, all->form.n_level, all->style, out);
}

static prg_status stream_forecasts(forecast_run *all, streaming *stream, prg_error *error) {
  const streaming_work work = {.context = all,
                               .slice = SLICE,
                               .worker = worker_begin,
                               .worker_free = worker_free,
                               .work = forecast_series,
                               .head = write_head};
  prg_status status =
      forecasting_options(all->run, &stream->first, false, &all->form, &all->options, error);
  if (status == PRG_OK)
    status = streaming_run(stream, &work, error);
  return status == PRG_OK ? streaming_end(stream, error) : status;
}

/* The file is one that `forecast` wrote: it is written anew. */
static prg_status write_again(forecast_run *all, const char *path, streaming *stream,
                              prg_error *error) {
  forecasting *made = &all->form;
  prg_buffer bytes = {0};
  prg_status status = prg_series_stream_bytes(asking_source_stream(stream->source), &bytes, error);
  if (status == PRG_OK)
    status = forecasting_make_bytes(all->run, path, &bytes, made, error);
  prg_buffer_free(&bytes);
  if (status != PRG_OK)
    return status;
  write_head(all, &all->run->out);
  for (size_t i = 0; i < made->n; i++)
    prg_forecast_csv_write(&made->forecast[i], made->level, made->n_level, all->style,
                           all->run->language, &all->run->out);
  return PRG_OK;
}

prg_status forecasting_stream(command *run, prg_csv_style style, prg_error *error) {
  forecast_run all = {.run = run, .style = style};
  streaming stream = {0};
  const char *path;
  prg_status status = forecasting_levels(run, &all.form, error);
  if (status == PRG_OK)
    status = asking_file(run, &path, error);
  if (status == PRG_OK)
    status = streaming_open(run, path, &stream, error);
  if (status == PRG_OK && stream.is_forecast)
    status = write_again(&all, path, &stream, error);
  else if (status == PRG_OK && !stream.is_done)
    status = stream_forecasts(&all, &stream, error);
  forecasting_clear(&all.form);
  streaming_close(&stream);
  return status;
}
