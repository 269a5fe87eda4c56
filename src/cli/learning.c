/*
 * The extra of a part of `learn`:
 *
 *   today TAB date of --today, or nothing, LF
 *   models TAB bytes of the file of --models, LF, and these bytes
 *   the sample (learn_sample_file.c)
 */
#include "cli/learning.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/forecast_csv.h>
#include <prognos/source.h>

#include "cli/asking.h"
#include "cli/sharding.h"

#define TODAY "today\t"
#define MODELS "models\t"

void learning_clear(learning *drawn) {
  prg_learn_sample_free(drawn->sample);
  prg_buffer_free(&drawn->models);
  *drawn = (learning){0};
}

/* --- drawing --- */

static prg_learn_options options_of(const option_set *given) {
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.horizon = (size_t)option_integer(given, "horizon");
  options.origins = (size_t)option_integer(given, "origins");
  options.windows = (size_t)option_integer(given, "windows");
  options.seed = (unsigned long)option_number(given, "seed");
  if (option_is_given(given, "nodes"))
    options.nodes = (size_t)option_integer(given, "nodes");
  return options;
}

/* Empty, of the files that are to be read; they are known by their names without directory, those
 * of which every share has one of its own by their number. */
static prg_status make_sample(const command *run, const sharding *share, prg_learn_sample **sample,
                              prg_error *error) {
  char files[32];
  const size_t n = run->options.n_file;
  const prg_learn_options options = options_of(&run->options);
  const char **name = calloc(n + 1, sizeof *name);
  if (name == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  snprintf(files, sizeof files, "%zu files", share->n);
  for (size_t i = 0; i < n; i++) {
    const char *path = run->options.file[i], *slash = strrchr(path, '/');
    name[i] = slash == NULL ? asking_name(path) : slash + 1;
    if (share->partitioned)
      name[i] = files;
  }
  prg_status status = prg_learn_sample_make(&options, name, n, sample, error);
  free(name);
  return status;
}

/* The files that a run draws from. */
typedef struct drawing {
  command *run;
  prg_learn_sample *sample;
  sharding share;
} drawing;

/* Leaves what is of this share. */
static prg_status keep_share(drawing *d, const asking_source *source, prg_panel *panel,
                             prg_error *error) {
  prg_status status = sharding_keep(&d->share, asking_source_stream(source), panel, error);
  d->share.delivered += panel->n;
  return status;
}

static prg_status draw_panel(drawing *d, size_t file, const prg_panel *panel, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 0; status == PRG_OK && i < panel->n; i++)
    status = prg_learn_sample_add(d->sample, file, &panel->series[i], error);
  return status;
}

/* A file that `forecast` wrote: its outcomes. */
static prg_status draw_outcomes(drawing *d, size_t file, asking_source *source, prg_error *error) {
  if (d->share.indexed)
    return prg_fail(error, PRG_TEXT_INDEX_OF_FORECAST, NULL);
  prg_reading reading;
  prg_status status =
      asking_source_outcomes(d->run, d->run->options.file[file], source, &reading, error);
  if (status == PRG_OK && d->share.on)
    status = keep_share(d, source, &reading.panel, error);
  if (status == PRG_OK)
    status = draw_panel(d, file, &reading.panel, error);
  prg_reading_clear(&reading);
  return status;
}

static prg_status draw_series(drawing *d, size_t file, asking_source *source, prg_error *error) {
  prg_status status = PRG_OK;
  for (bool more = true; status == PRG_OK && more;) {
    prg_panel panel;
    status = asking_source_next(source, &panel, error);
    if (status != PRG_OK)
      return status;
    more = panel.n > 0;
    if (d->share.on)
      status = keep_share(d, source, &panel, error);
    if (status == PRG_OK)
      status = draw_panel(d, file, &panel, error);
    prg_panel_clear(&panel);
  }
  return status;
}

static prg_status draw_file(drawing *d, size_t file, prg_error *error) {
  asking_source *source;
  prg_status status =
      asking_source_open(d->run, d->run->options.file[file], &d->share, &source, error);
  if (status != PRG_OK)
    return status;
  size_t n;
  const char *head = prg_series_stream_head(asking_source_stream(source), &n);
  status = (prg_forecast_csv_is(head, n) ? draw_outcomes : draw_series)(d, file, source, error);
  sharding_next(&d->share, asking_source_stream(source));
  asking_source_close(source);
  return status;
}

/* The models must be a prior, before anything is drawn for them. */
static prg_status read_models(const command *run, prg_buffer *models, prg_error *error) {
  const char *path = option_string(&run->options, "models");
  if (path == NULL)
    return PRG_OK;
  prg_node_list list = {0};
  prg_status status = prg_source_read(path, models, error);
  if (status == PRG_OK)
    status = prg_prior_file_read(path, prg_buffer_string(models), models->length, &list, error);
  prg_node_list_clear(&list);
  return status;
}

static void write_extra(const command *run, const learning *drawn, prg_buffer *out) {
  prg_buffer_printf(out, TODAY "%s\n", option_is_given(&run->options, "today") ? run->today : "");
  prg_buffer_printf(out, MODELS "%zu\n", drawn->models.length);
  prg_buffer_add_n(out, prg_buffer_string(&drawn->models), drawn->models.length);
  prg_learn_sample_write(drawn->sample, out);
}

static prg_status draw_files(drawing *d, learning *drawn, prg_error *error) {
  const option_set *given = &d->run->options;
  prg_status status = read_models(d->run, &drawn->models, error);
  if (status == PRG_OK)
    status = make_sample(d->run, &d->share, &drawn->sample, error);
  d->sample = drawn->sample;
  for (size_t i = 0; status == PRG_OK && i < given->n_file; i++)
    status = draw_file(d, i, error);
  if (status != PRG_OK || !d->share.on)
    return status;
  drawn->is_done = true;
  write_extra(d->run, drawn, &d->share.writer.extra);
  return sharding_end(&d->share, d->run, NULL, error);
}

prg_status learning_draw(command *run, learning *drawn, prg_error *error) {
  *drawn = (learning){0};
  drawing d = {.run = run};
  memcpy(drawn->today, run->today, sizeof drawn->today);
  if (run->options.n_file == 0)
    return prg_fail(error, PRG_TEXT_FILE_MISSING, NULL);
  if (run->options.n_file > 1 && option_is_given(&run->options, "index"))
    return prg_fail(error, PRG_TEXT_INDEX_OF_ONE_FILE, NULL);
  prg_status status = sharding_begin(run, &d.share, error);
  if (status == PRG_OK && sharding_is_done(&d.share, run, run->options.file[0]))
    drawn->is_done = true;
  else if (status == PRG_OK)
    status = draw_files(&d, drawn, error);
  sharding_clear(&d.share);
  return status;
}

/* --- joining --- */

/* The text of the line that begins so; it is cut off the bytes. NULL if they do not begin so. */
static char *take_line(char **at, char *end, const char *begin) {
  const size_t n = strlen(begin);
  char *text = *at, *feed = memchr(text, '\n', (size_t)(end - text));
  if (feed == NULL || strncmp(text, begin, n) != 0)
    return NULL;
  *feed = '\0';
  *at = feed + 1;
  return text + n;
}

/* The number of bytes of models; false if it is none, or they are not there. */
static bool parse_length(const char *text, size_t most, size_t *n) {
  char *end = NULL;
  unsigned long long value = text == NULL ? 0 : strtoull(text, &end, 10);
  *n = (size_t)value;
  return text != NULL && end != text && *end == '\0' && value <= most;
}

static prg_status read_extra(const command *run, const char *path, prg_buffer *extra, learning *out,
                             prg_error *error) {
  prg_buffer_add_char(extra, '\0'); /* so that there is a byte */
  if (extra->failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  char *at = extra->data, *end = at + extra->length - 1;
  const char *today = take_line(&at, end, TODAY);
  const char *models = today == NULL ? NULL : take_line(&at, end, MODELS);
  size_t n;
  if (!parse_length(models, (size_t)(end - at), &n) || strlen(today) >= sizeof out->today)
    return prg_fail_at(error, path, 0, 0, PRG_TEXT_PART_TORN, NULL);
  const char *date = *today == '\0' ? run->today : today;
  memcpy(out->today, date, strlen(date) + 1);
  prg_buffer_add_n(&out->models, at, n);
  at += n;
  if (out->models.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  return prg_learn_sample_read(path, at, (size_t)(end - at), &out->sample, error);
}

static bool same_models(const prg_buffer *a, const prg_buffer *b) {
  return a->length == b->length &&
         memcmp(prg_buffer_string(a), prg_buffer_string(b), a->length) == 0;
}

/* Adds share k. */
static prg_status join_part(const command *run, prg_parts *parts, size_t k, learning *joined,
                            prg_error *error) {
  const char *path = prg_parts_path(parts, k);
  prg_buffer extra = {0};
  learning part = {0};
  prg_status status = prg_parts_extra(parts, k, &extra, error);
  if (status == PRG_OK)
    status = read_extra(run, path, &extra, k == 1 ? joined : &part, error);
  prg_buffer_free(&extra);
  if (status == PRG_OK && k > 1) {
    if (same_models(&joined->models, &part.models) &&
        prg_learn_sample_matches(joined->sample, part.sample))
      status = prg_learn_sample_join(joined->sample, part.sample, error);
    else
      status = prg_fail_at(error, path, 0, 0, PRG_TEXT_LEARN_PARTS_DIFFER,
                           PRG_ARGS(prg_string(prg_parts_path(parts, 1))));
  }
  learning_clear(&part);
  return status;
}

prg_status learning_join(const command *run, prg_parts *parts, learning *joined, prg_error *error) {
  const size_t n = prg_parts_about(parts)->n;
  prg_status status = PRG_OK;
  *joined = (learning){0};
  for (size_t k = 1; status == PRG_OK && k <= n; k++)
    status = join_part(run, parts, k, joined, error);
  return status;
}
