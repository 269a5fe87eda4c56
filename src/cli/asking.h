/* From options to what the library takes: shared by the verbs that read, fit and forecast. */
#ifndef CLI_ASKING_H
#define CLI_ASKING_H

#include <prognos/forecast.h>
#include <prognos/stream.h>

#include "cli/asking_shape.h"
#include "cli/protecting.h"
#include "cli/sharding.h"
#include "cli/structure.h"
#include "cli/verb.h"

/* One row, one line. */
/* clang-format off */

/* The rows of a verb that reads a file of cells. */
#define DIALECT_OPTIONS                                                                            \
  TEXT_OPTION("delimiter", 0, NULL, CHARACTER, DELIMITER),                                         \
      CHOICE_OPTION("decimal", 0, NULL, ".|,", DECIMAL),                                           \
      TEXT_OPTION("encoding", 0, NULL, NAME, ENCODING)

/* The rows of a verb that reads a table of series. */
#define READING_OPTIONS                                                                            \
  DIALECT_OPTIONS,                                                                                 \
      CHOICE_OPTION("layout", 0, NULL, "wide|transposed|long", LAYOUT),                            \
      TEXT_OPTION("period-column", 0, NULL, NAME, PERIOD_COLUMN),                                  \
      TEXT_OPTION("period", 0, NULL, PERIOD, PERIOD),                                              \
      TEXT_OPTION("value-column", 0, NULL, NAME, VALUE_COLUMN),                                    \
      TEXT_OPTION("series-columns", 0, NULL, LIST, SERIES_COLUMNS),                                \
      TEXT_OPTION("dataset", 0, NULL, NAME, DATASET),                                              \
      CHOICE_OPTION("frequency", 0, NULL,                                                          \
                    "year|school-year|half-year|term|quarter|month|week|day", FREQUENCY),          \
      CHOICE_OPTION("kind", 0, "unknown",                                                          \
                    "unknown|people|stock|area-total|economy|flow|share|index", KIND),             \
      FLAG_OPTION("keep-totals", 0, KEEP_TOTALS),                                                  \
      FLAG_OPTION("errors-missing", 0, ERRORS_MISSING), TEXT_OPTION("series", 0, NULL, NAME, SERIES),   \
      SHAPE_OPTIONS, STRUCTURE_OPTIONS, PROTECTING_OPTIONS

/* The rows of a verb that fits a model. */
#define MODEL_OPTIONS                                                                              \
  TEXT_OPTION("break", 0, NULL, PERIOD, BREAK),                                                    \
      TEXT_OPTION("event", 0, NULL, EVENT, EVENT),                                                 \
      TEXT_OPTION("exposure", 0, NULL, EXPOSURE, EXPOSURE),                                        \
      INTEGER_OPTION("seed", 0, "1", 0, 4294967295.0, SEED)

/* The rows of a verb that forecasts. */
#define FORECAST_OPTIONS                                                                           \
  TEXT_OPTION("model", 'm', "pooled", NAME, MODEL),                                                \
      INTEGER_OPTION("horizon", 0, NULL, 1, PRG_HORIZON_MAX, HORIZON),                             \
      TEXT_OPTION("prior", 0, "mixture", NAME, PRIOR_OR_FILE),                                     \
      TEXT_OPTION("ets-form", 0, NULL, NAME, ETS_FORM),                                            \
      TEXT_OPTION("levels", 0, "80,95", LIST, LEVELS),                                             \
      TEXT_OPTION("events", 0, NULL, FILE, EVENTS),                                                \
      CHOICE_OPTION("reconcile", 0, NULL,                                                          \
                    "bottom-up|top-down|mint-ols|mint-struct|mint-shrink", RECONCILE),             \
      TEXT_OPTION("pool-with", 0, NULL, FILE, POOL_GROWTH),                                        \
      MODEL_OPTIONS

/* Of a verb that forecasts one whole file. */
#define SIBLINGS_OPTION CHOICE_OPTION("siblings", 0, "auto", "auto|on|off", SIBLINGS)

/* clang-format on */

/* The first file of a verb, to which asking_read joins the others; PRG_EUSAGE if none was given. */
prg_status asking_file(const command *run, const char **path, prg_error *error);

/* What errors call the file: its path, or "stdin". */
const char *asking_name(const char *path);

/* --delimiter, --decimal and --encoding; what is not given is left as it is. */
prg_status asking_dialect(const command *run, prg_dialect *dialect, prg_error *error);

/* True if --series names it, or was not given. */
bool asking_is_asked_for(const option_set *options, const char *name);
/* PRG_EUSAGE if --series names one that the panel has not. */
prg_status asking_check_series(const option_set *options, const prg_panel *panel, prg_error *error);

/* Reads a file as the options say, shapes it as asking_shape.h has it, and keeps the series asked
 * for. prg_reading_clear it after use. */
prg_status asking_read(const command *run, const char *path, prg_reading *reading,
                       prg_error *error);

/* The same from bytes that were read already; `path` is for errors. */
prg_status asking_read_bytes(const command *run, const char *path, const prg_buffer *bytes,
                             prg_reading *reading, prg_error *error);

/* Reads one file, as it is. */
prg_status asking_read_alone(const command *run, const char *path, prg_reading *reading,
                             prg_error *error);

/* The steps of asking_read: appends the file to `bytes`, the outcomes alone if it is what
 * `forecast` wrote; */
prg_status asking_load(const char *path, prg_buffer *bytes, prg_error *error);
/* and the second one with rows named Summa … as series, whatever --keep-totals says. */
prg_status asking_read_totals(const command *run, const char *path, const prg_buffer *bytes,
                              prg_reading *reading, prg_error *error);

/* --events; empty without it. prg_event_list_clear it after use, whatever was returned. */
prg_status asking_events(const command *run, prg_event_list *events, prg_error *error);
/* True if it is an event of one of the series. */
bool asking_event_matches(const prg_event *event, const prg_panel *panel);
/* asking_read_bytes, with what the events do to the figures before --series chooses. Tells of
 * events that are no series'. */
prg_status asking_read_with_events(const command *run, const char *path, const prg_buffer *bytes,
                                   prg_event_list *events, prg_reading *reading, prg_error *error);

/* The rows of a verb that reads a large long file series by series. */
#define STREAM_OPTIONS FLAG_OPTION("whole", 0, WHOLE)

/* The index of a file that is read as the options say. prg_panel_index_clear it after use. */
prg_status asking_index(const command *run, const char *path, size_t block_bytes,
                        prg_panel_index *index, prg_error *error);

/* A file that is read as the options say, a few series at a time. */
typedef struct asking_source asking_source;

/* True if what is asked for needs all of the file at once. */
bool asking_is_shaped(const command *run);
/* `share` may be NULL: all series. NULL in *source if it fails. asking_source_close it after use.
 */
prg_status asking_source_open(const command *run, const char *path, const sharding *share,
                              asking_source **source, prg_error *error);
void asking_source_close(asking_source *source);
/* The next series that were asked for; none at the end. PRG_EUSAGE at the end if one was not there.
 */
prg_status asking_source_next(asking_source *source, prg_panel *panel, prg_error *error);
/* The figures in a source that is what `forecast` wrote, as asking_read takes them. */
prg_status asking_source_outcomes(const command *run, const char *path, asking_source *source,
                                  prg_reading *reading, prg_error *error);
/* The stream behind it, and the size of its file in bytes; 0 if it is not known. */
prg_series_stream *asking_source_stream(const asking_source *source);
size_t asking_source_size(const asking_source *source);

/* The model of --model; PRG_EUSAGE with the names there are if there is none, or no trend. */
prg_status asking_model(const command *run, bool trend, const prg_model_type **model,
                        prg_error *error);

/* That error, `text` being MODEL_UNKNOWN or one like it. */
prg_status asking_model_unknown(prg_text text, const char *name, bool trend, prg_error *error);

/* --break, --event and --seed. */
prg_status asking_model_options(const command *run, prg_model_options *options, prg_error *error);

/* --exposure: how much of a period its figures cover, in every series that has the period. */
prg_status asking_exposure(const command *run, prg_panel *panel, prg_error *error);

/* --horizon; without it, one that suits the series. */
size_t asking_horizon(const command *run, const prg_panel *panel);
/* --prior. */
prg_prior asking_prior(const command *run);
/* The prior of a file; prg_node_list_clear it after use, whatever was returned. */
prg_status asking_read_prior(const char *path, prg_node_list *out, prg_error *error);

/* --model, --horizon, --prior and MODEL_OPTIONS; without --horizon, one that suits the series. */
prg_status asking_forecast_options(const command *run, const prg_panel *panel,
                                   prg_forecast_options *options, prg_error *error);

/* Appends "name  title" of every model, or of every trend, for `--model help`. */
void asking_list_models(command *run, bool trend);

#endif
