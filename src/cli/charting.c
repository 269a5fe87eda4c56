#include "cli/charting.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/chart_size.h>
#include <prognos/render.h>
#include <prognos/version.h>

#include "cli/file_name.h"
#include "cli/theming.h"

#define DRAWERS_MAX 16 /* gnuplots at once */

/* A file of a chart: its script, which is there already, or a picture to draw from it. */
struct charting_file {
  char *path;
  char *script, *title, *description; /* of a picture; NULL of a script */
  prg_picture picture;
  bool told; /* it is there */
  prg_status status;
  prg_error error;
};

prg_status charting_options(const command *run, prg_chart_options *options, prg_error *error) {
  const option_set *given = &run->options;
  prg_chart_options_init(options);
  options->language = run->language;
  options->title = option_string(given, "title");
  options->subtitle = option_string(given, "subtitle");
  options->unit = option_string(given, "unit");
  options->source = option_string(given, "source");
  options->today = run->today;
  options->version = PRG_VERSION;
  options->command = prg_buffer_string(&run->line);
  const char *size = option_string(given, "size");
  if (!prg_chart_size_set(options, size))
    return prg_fail(error, PRG_TEXT_SIZE_UNKNOWN, PRG_ARGS(prg_string(size)));
  return theming_read(option_string(given, "theme"), &options->theme, error);
}

/* --- what there is to draw --- */

static prg_status no_memory(prg_error *error) {
  return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
}

/* Room for one more file; NULL if there is no memory. */
static charting_file *next_file(charting *charts) {
  if (charts->n == charts->capacity) {
    size_t capacity = charts->capacity == 0 ? 8 : 2 * charts->capacity;
    charting_file *larger = realloc(charts->file, capacity * sizeof *larger);
    if (larger == NULL)
      return NULL;
    charts->file = larger;
    charts->capacity = capacity;
  }
  charting_file *file = &charts->file[charts->n++];
  *file = (charting_file){0};
  return file;
}

static prg_status add_script(charting *charts, const char *path, const prg_drawing *drawing,
                             prg_error *error) {
  prg_status status =
      prg_atomic_write(path, prg_buffer_string(&drawing->script), drawing->script.length, error);
  if (status != PRG_OK)
    return status;
  charting_file *file = next_file(charts);
  if (file == NULL || (file->path = strdup(path)) == NULL)
    return no_memory(error);
  file->told = true;
  return PRG_OK;
}

static prg_status add_picture(charting *charts, const char *stem, prg_picture picture,
                              const prg_drawing *drawing, prg_error *error) {
  charting_file *file = next_file(charts);
  if (file == NULL)
    return no_memory(error);
  prg_buffer path = {0}, script = {0};
  prg_buffer_printf(&path, "%s.%s", stem, prg_picture_name(picture));
  prg_buffer_printf(&script, "%s.gp", stem);
  *file = (charting_file){.path = strdup(prg_buffer_string(&path)),
                          .script = strdup(prg_buffer_string(&script)),
                          .title = strdup(prg_buffer_string(&drawing->title)),
                          .description = strdup(prg_buffer_string(&drawing->description)),
                          .picture = picture};
  prg_buffer_free(&path);
  prg_buffer_free(&script);
  bool complete = file->path != NULL && file->script != NULL && file->title != NULL &&
                  file->description != NULL;
  return complete ? PRG_OK : no_memory(error);
}

/* Each of --pictures. */
static prg_status add_pictures(charting *charts, const char *stem, const prg_drawing *drawing,
                               prg_error *error) {
  prg_status status = PRG_OK;
  const char *list = option_string(&charts->run->options, "pictures");
  while (status == PRG_OK && *list != '\0') {
    size_t length = strcspn(list, ",");
    char name[8] = "";
    prg_picture picture;
    memcpy(name, list, length < sizeof name ? length : sizeof name - 1);
    if (prg_picture_from_name(name, &picture)) /* "none" is no picture */
      status = add_picture(charts, stem, picture, drawing, error);
    list += length + (list[length] == ',' ? 1 : 0);
  }
  return status;
}

static bool is_taken(const charting *charts, const char *stem) {
  size_t n = strlen(stem);
  for (size_t i = 0; i < charts->n; i++)
    if (strncmp(charts->file[i].path, stem, n) == 0 && strcmp(charts->file[i].path + n, ".gp") == 0)
      return true;
  return false;
}

/* DIRECTORY/NAME-SERIES; the second of a name in a file name DIRECTORY/NAME-SERIES-2. */
static void set_stem(const charting *charts, const char *series, prg_buffer *stem) {
  prg_buffer_printf(stem, "%s/", charts->directory);
  file_name_stem(charts->run, stem);
  if (*series != '\0') {
    prg_buffer_add_char(stem, '-');
    file_name_add(stem, series);
  }
  if (charts->run->scenario != NULL) {
    prg_buffer_add_char(stem, '-');
    file_name_add(stem, charts->run->scenario);
  }
  size_t length = stem->length;
  for (size_t k = 2; is_taken(charts, prg_buffer_string(stem)); k++) {
    stem->data[stem->length = length] = '\0';
    prg_buffer_printf(stem, "-%zu", k);
  }
}

prg_status charting_add(charting *charts, const char *series, const prg_drawing *drawing,
                        prg_error *error) {
  if (charts->directory == NULL) {
    prg_buffer_add_n(&charts->run->out, prg_buffer_string(&drawing->script),
                     drawing->script.length);
    return PRG_OK;
  }
  prg_buffer stem = {0}, script = {0};
  set_stem(charts, series, &stem);
  prg_buffer_printf(&script, "%s.gp", prg_buffer_string(&stem));
  prg_status status = prg_make_directory(charts->directory, error);
  if (status == PRG_OK)
    status = add_script(charts, prg_buffer_string(&script), drawing, error);
  if (status == PRG_OK)
    status = add_pictures(charts, prg_buffer_string(&stem), drawing, error);
  prg_buffer_free(&stem);
  prg_buffer_free(&script);
  return status;
}

/* --- drawing --- */

/* What the drawing threads share. */
typedef struct drawing_work {
  charting_file *file;
  size_t n;
  prg_language language;
  int dots_per_inch;
  atomic_size_t next;
  atomic_bool hopeless; /* gnuplot is missing or hangs: the others are not tried */
} drawing_work;

static bool is_hopeless(const charting_file *file) {
  return file->status != PRG_OK && (file->error.message.text == PRG_TEXT_GNUPLOT_MISSING ||
                                    file->error.message.text == PRG_TEXT_GNUPLOT_LATE);
}

static void draw(charting_file *file, drawing_work *work) {
  prg_render_options options;
  prg_render_options_init(&options);
  options.language = work->language;
  options.dots_per_inch = work->dots_per_inch;
  options.title = file->title;
  options.description = file->description;
  file->status = prg_render(file->script, file->path, file->picture, &options, &file->error);
  file->told = file->status == PRG_OK;
  if (is_hopeless(file))
    work->hopeless = true;
}

static void *draw_some(void *shared) {
  drawing_work *work = shared;
  for (size_t i = work->next++; i < work->n && !work->hopeless; i = work->next++)
    if (work->file[i].script != NULL)
      draw(&work->file[i], work);
  return NULL;
}

static size_t count_drawers(const charting *charts) {
  size_t pictures = 0;
  for (size_t i = 0; i < charts->n; i++)
    pictures += charts->file[i].script != NULL;
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  size_t n = cores < 1 ? 1 : cores > DRAWERS_MAX ? DRAWERS_MAX : (size_t)cores;
  return n < pictures ? n : pictures;
}

/* A thread that cannot be made leaves its part to the others, and to this one. */
static void draw_pictures(charting *charts) {
  prg_chart_options options;
  prg_chart_options_init(&options);
  prg_chart_size_set(&options, option_string(&charts->run->options, "size"));
  drawing_work work = {.file = charts->file,
                       .n = charts->n,
                       .language = charts->run->language,
                       .dots_per_inch = options.dots_per_inch};
  pthread_t thread[DRAWERS_MAX];
  size_t wanted = count_drawers(charts), n = 0;
  while (n + 1 < wanted && pthread_create(&thread[n], NULL, draw_some, &work) == 0)
    n++;
  draw_some(&work);
  for (size_t i = 0; i < n; i++)
    pthread_join(thread[i], NULL);
}

static void clear_file(charting_file *file) {
  free(file->path);
  free(file->script);
  free(file->title);
  free(file->description);
}

/* What was written, in order, and what could not be; that there is no gnuplot is told once. */
static void tell(charting *charts) {
  bool hopeless = false;
  for (size_t i = 0; i < charts->n; i++) {
    const charting_file *file = &charts->file[i];
    if (file->told)
      command_talk(charts->run, PRG_TEXT_TALK_WROTE, PRG_ARGS(prg_string(file->path)));
    else if (file->status != PRG_OK && !(hopeless && is_hopeless(file)))
      command_tell_error(charts->run, &file->error);
    hopeless = hopeless || is_hopeless(file);
  }
}

void charting_finish(charting *charts) {
  draw_pictures(charts);
  tell(charts);
  for (size_t i = 0; i < charts->n; i++)
    clear_file(&charts->file[i]);
  free(charts->file);
  charts->file = NULL;
  charts->n = charts->capacity = 0;
}
