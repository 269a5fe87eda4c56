#include <stdlib.h>
#include <string.h>

#include <prognos/alt_text.h>
#include <prognos/atomic_file.h>
#include <prognos/render.h>
#include <prognos/version.h>

#include "cli/file_name.h"
#include "cli/forecasting.h"
#include "cli/placing.h"

/* One chart to draw: some of the forecasts, and the path of its files without extension. */
typedef struct chart_job {
  const prg_forecast *forecast[PRG_CHART_SERIES_MAX];
  size_t n;
  prg_buffer path;
  prg_chart_options options;
} chart_job;

static void set_chart_options(const command *run, const forecasting *made, const prg_places *places,
                              prg_chart_options *options) {
  const option_set *given = &run->options;
  prg_chart_options_init(options);
  options->language = run->language;
  options->title = option_string(given, "title");
  options->subtitle = option_string(given, "subtitle");
  options->unit = option_string(given, "unit");
  options->source = option_string(given, "source");
  options->today = run->today;
  options->places = places->n > 0 ? places : NULL;
  options->capacity_label = option_string(given, "capacity-label");
  options->events = &made->events;
  options->version = PRG_VERSION;
  options->command = prg_buffer_string(&run->line);
  options->input_hash = made->input_hash;
}

/* How many of the series before it have the same name in a file name. */
static size_t count_namesakes(const forecasting *made, size_t which) {
  prg_buffer name = {0}, other = {0};
  size_t n = 0;
  file_name_add(&name, made->forecast[which].series->name);
  for (size_t i = 0; i < which; i++) {
    prg_buffer_clear(&other);
    file_name_add(&other, made->forecast[i].series->name);
    n += strcmp(prg_buffer_string(&other), prg_buffer_string(&name)) == 0;
  }
  prg_buffer_free(&name);
  prg_buffer_free(&other);
  return n;
}

/* DIR/STEM, with --each DIR/STEM-SERIES; the second of a name gets -2. */
static void set_path(const command *run, const forecasting *made, size_t which, prg_buffer *path) {
  const char *directory = command_output(run);
  prg_buffer_printf(path, "%s/", directory == NULL ? "." : directory);
  file_name_stem(run, path);
  if (!option_is_given(&run->options, "each"))
    return;
  prg_buffer_add_char(path, '-');
  file_name_add(path, made->forecast[which].series->name);
  size_t namesakes = count_namesakes(made, which);
  if (namesakes > 0)
    prg_buffer_printf(path, "-%zu", namesakes + 1);
}

/* Draws one picture; false if gnuplot is missing or hangs, so that the others are not tried. */
static bool draw_picture(command *run, const chart_job *job, const char *script,
                         const prg_render_options *options, prg_picture picture) {
  prg_error error;
  prg_buffer path = {0};
  prg_buffer_printf(&path, "%s.%s", prg_buffer_string(&job->path), prg_picture_name(picture));
  prg_status status = prg_render(script, prg_buffer_string(&path), picture, options, &error);
  bool hopeless = status != PRG_OK && (error.message.text == PRG_TEXT_GNUPLOT_MISSING ||
                                       error.message.text == PRG_TEXT_GNUPLOT_LATE);
  if (status == PRG_OK)
    command_talk(run, PRG_TEXT_TALK_WROTE, PRG_ARGS(prg_string(prg_buffer_string(&path))));
  else
    command_tell_error(run, &error);
  prg_buffer_free(&path);
  return !hopeless;
}

static void draw_pictures(command *run, const chart_job *job, const char *script) {
  prg_buffer title = {0}, description = {0};
  prg_chart_title(job->forecast, job->n, &job->options, &title);
  prg_alt_text(job->forecast, job->n, &job->options, &description);
  prg_render_options options;
  prg_render_options_init(&options);
  options.language = run->language;
  options.title = prg_buffer_string(&title);
  options.description = prg_buffer_string(&description);
  const char *list = option_string(&run->options, "pictures");
  bool going_on = strcmp(list, "none") != 0;
  while (going_on && *list != '\0') {
    size_t length = strcspn(list, ",");
    char name[8] = "";
    prg_picture picture;
    memcpy(name, list, length < sizeof name ? length : sizeof name - 1);
    if (prg_picture_from_name(name, &picture))
      going_on = draw_picture(run, job, script, &options, picture);
    list += length + (list[length] == ',' ? 1 : 0);
  }
  prg_buffer_free(&title);
  prg_buffer_free(&description);
}

/* The script to standard output, or script and pictures into the directory. */
static prg_status draw_chart(command *run, chart_job *job, prg_error *error) {
  prg_buffer script = {0};
  prg_status status = prg_chart_write(job->forecast, job->n, &job->options, &script, error);
  const char *directory = command_output(run);
  if (status == PRG_OK && directory == NULL)
    prg_buffer_add_n(&run->out, prg_buffer_string(&script), script.length);
  if (status == PRG_OK && directory != NULL) {
    status = prg_make_directory(directory, error);
    prg_buffer path = {0};
    prg_buffer_printf(&path, "%s.gp", prg_buffer_string(&job->path));
    if (status == PRG_OK)
      status = prg_atomic_write(prg_buffer_string(&path), prg_buffer_string(&script), script.length,
                                error);
    if (status == PRG_OK) {
      command_talk(run, PRG_TEXT_TALK_WROTE, PRG_ARGS(prg_string(prg_buffer_string(&path))));
      draw_pictures(run, job, prg_buffer_string(&path));
    }
    prg_buffer_free(&path);
  }
  prg_buffer_free(&script);
  return status;
}

static prg_status draw_all(command *run, const forecasting *made, const prg_places *places,
                           prg_error *error) {
  bool each = option_is_given(&run->options, "each");
  if (!each && made->n > PRG_CHART_SERIES_MAX)
    return prg_fail(error, PRG_TEXT_CHART_TOO_MANY,
                    PRG_ARGS(prg_integer((long long)made->n), prg_integer(PRG_CHART_SERIES_MAX)));
  prg_status status = PRG_OK;
  size_t step = each ? 1 : made->n;
  for (size_t first = 0; status == PRG_OK && first < made->n; first += step) {
    chart_job job = {.n = step};
    for (size_t i = 0; i < step; i++)
      job.forecast[i] = &made->forecast[first + i];
    set_chart_options(run, made, places, &job.options);
    set_path(run, made, first, &job.path);
    status = draw_chart(run, &job, error);
    prg_buffer_free(&job.path);
  }
  return status;
}

static prg_status run_chart(command *run, prg_error *error) {
  prg_places places = {0};
  prg_status status = placing_is_given(run) ? placing_read(run, &places, error) : PRG_OK;
  forecasting made = {0};
  if (status == PRG_OK)
    status = forecasting_make(run, 0, &made, error);
  if (status == PRG_OK && made.n > 0)
    status = draw_all(run, &made, &places, error);
  forecasting_clear(&made);
  prg_places_clear(&places);
  return status;
}

static const option_row options[] = {
    TEXT_OPTION("output", 'o', NULL, DIRECTORY, OUTPUT_DIRECTORY),
    {"pictures", 'p', OPTION_CHOICES, "svg,png,pdf,emf", 0, 0, "svg|png|pdf|emf|none",
     PRG_TEXT_VALUE_LIST, PRG_TEXT_HELP_PICTURES},
    TEXT_OPTION("name", 0, NULL, NAME, NAME),
    FLAG_OPTION("each", 0, EACH),
    TEXT_OPTION("capacity", 0, NULL, PLACES, CAPACITY),
    TEXT_OPTION("places", 0, NULL, FILE, PLACES),
    TEXT_OPTION("capacity-label", 0, NULL, TEXT, CAPACITY_LABEL),
    TEXT_OPTION("title", 0, NULL, TEXT, TITLE),
    TEXT_OPTION("subtitle", 0, NULL, TEXT, SUBTITLE),
    TEXT_OPTION("unit", 0, NULL, TEXT, UNIT),
    TEXT_OPTION("source", 0, NULL, TEXT, SOURCE),
    FORECAST_OPTIONS,
    SIBLINGS_OPTION,
    READING_OPTIONS,
    SHARED_OPTIONS,
};

const verb verb_chart = {"chart", PRG_TEXT_SUMMARY_CHART, PRG_TEXT_OPERANDS_FILES, options,
                         run_chart};
