/* From options to what the library takes: shared by the verbs that read, fit and forecast. */
#ifndef CLI_ASKING_H
#define CLI_ASKING_H

#include <prognos/forecast.h>
#include <prognos/reading.h>

#include "cli/verb.h"

/* The rows of a verb that reads a table. */
#define READING_OPTIONS                                                                              \
  {"delimiter",                                                                                      \
   0,                                                                                                \
   OPTION_STRING,                                                                                    \
   NULL,                                                                                             \
   0,                                                                                                \
   0,                                                                                                \
   NULL,                                                                                             \
   PRG_TEXT_VALUE_CHARACTER,                                                                         \
   PRG_TEXT_HELP_DELIMITER},                                                                         \
      {"decimal",                                                                                    \
       0,                                                                                            \
       OPTION_CHOICE,                                                                                \
       NULL,                                                                                         \
       0,                                                                                            \
       0,                                                                                            \
       ".|,",                                                                                        \
       PRG_TEXT_VALUE_CHARACTER,                                                                     \
       PRG_TEXT_HELP_DECIMAL},                                                                       \
      {"encoding", 0, OPTION_STRING, NULL, 0, 0, NULL, PRG_TEXT_VALUE_NAME, PRG_TEXT_HELP_ENCODING}, \
      {"layout",                                                                                     \
       0,                                                                                            \
       OPTION_CHOICE,                                                                                \
       NULL,                                                                                         \
       0,                                                                                            \
       0,                                                                                            \
       "wide|transposed|long",                                                                       \
       PRG_TEXT_VALUE_NAME,                                                                          \
       PRG_TEXT_HELP_LAYOUT},                                                                        \
      {"period-column",                                                                              \
       0,                                                                                            \
       OPTION_STRING,                                                                                \
       NULL,                                                                                         \
       0,                                                                                            \
       0,                                                                                            \
       NULL,                                                                                         \
       PRG_TEXT_VALUE_NAME,                                                                          \
       PRG_TEXT_HELP_PERIOD_COLUMN},                                                                 \
      {"value-column",                                                                               \
       0,                                                                                            \
       OPTION_STRING,                                                                                \
       NULL,                                                                                         \
       0,                                                                                            \
       0,                                                                                            \
       NULL,                                                                                         \
       PRG_TEXT_VALUE_NAME,                                                                          \
       PRG_TEXT_HELP_VALUE_COLUMN},                                                                  \
      {"series-columns",                                                                             \
       0,                                                                                            \
       OPTION_STRING,                                                                                \
       NULL,                                                                                         \
       0,                                                                                            \
       0,                                                                                            \
       NULL,                                                                                         \
       PRG_TEXT_VALUE_LIST,                                                                          \
       PRG_TEXT_HELP_SERIES_COLUMNS},                                                                \
      {"frequency",                                                                                  \
       0,                                                                                            \
       OPTION_CHOICE,                                                                                \
       NULL,                                                                                         \
       0,                                                                                            \
       0,                                                                                            \
       "year|school-year|half-year|term|quarter|month|week|day",                                     \
       PRG_TEXT_VALUE_NAME,                                                                          \
       PRG_TEXT_HELP_FREQUENCY},                                                                     \
      {"kind",                                                                                       \
       0,                                                                                            \
       OPTION_CHOICE,                                                                                \
       "unknown",                                                                                    \
       0,                                                                                            \
       0,                                                                                            \
       "unknown|people|stock|area-total|economy|flow|share|index",                                   \
       PRG_TEXT_VALUE_NAME,                                                                          \
       PRG_TEXT_HELP_KIND},                                                                          \
      {"keep-totals", 0, OPTION_FLAG, NULL, 0, 0, NULL, PRG_TEXT_NONE, PRG_TEXT_HELP_KEEP_TOTALS},   \
  {                                                                                                  \
    "series", 0, OPTION_STRING, NULL, 0, 0, NULL, PRG_TEXT_VALUE_NAME, PRG_TEXT_HELP_SERIES          \
  }

/* The rows of a verb that fits a model. */
#define MODEL_OPTIONS                                                                              \
  {"break", 0, OPTION_STRING, NULL, 0, 0, NULL, PRG_TEXT_VALUE_PERIOD, PRG_TEXT_HELP_BREAK},       \
      {"event", 0, OPTION_STRING, NULL, 0, 0, NULL, PRG_TEXT_VALUE_EVENT, PRG_TEXT_HELP_EVENT},    \
      {"exposure",                                                                                 \
       0,                                                                                          \
       OPTION_STRING,                                                                              \
       NULL,                                                                                       \
       0,                                                                                          \
       0,                                                                                          \
       NULL,                                                                                       \
       PRG_TEXT_VALUE_EXPOSURE,                                                                    \
       PRG_TEXT_HELP_EXPOSURE},                                                                    \
  {                                                                                                \
    "seed", 0, OPTION_INTEGER, "1", 0, 4294967295.0, NULL, PRG_TEXT_VALUE_NUMBER,                  \
        PRG_TEXT_HELP_SEED                                                                         \
  }

/* The rows of a verb that forecasts. */
#define FORECAST_OPTIONS                                                                             \
  {"model", 'm', OPTION_STRING, "pooled", 0, 0, NULL, PRG_TEXT_VALUE_NAME, PRG_TEXT_HELP_MODEL},     \
      {"horizon",                                                                                    \
       'h',                                                                                          \
       OPTION_INTEGER,                                                                               \
       NULL,                                                                                         \
       1,                                                                                            \
       PRG_HORIZON_MAX,                                                                              \
       NULL,                                                                                         \
       PRG_TEXT_VALUE_NUMBER,                                                                        \
       PRG_TEXT_HELP_HORIZON},                                                                       \
      {"prior",                                                                                      \
       0,                                                                                            \
       OPTION_CHOICE,                                                                                \
       "mixture",                                                                                    \
       0,                                                                                            \
       0,                                                                                            \
       "mixture|growth|neutral|people|area-total",                                                   \
       PRG_TEXT_VALUE_NAME,                                                                          \
       PRG_TEXT_HELP_PRIOR},                                                                         \
      {"ets-form", 0, OPTION_STRING, NULL, 0, 0, NULL, PRG_TEXT_VALUE_NAME, PRG_TEXT_HELP_ETS_FORM}, \
      {"levels", 0, OPTION_STRING, "80,95", 0, 0, NULL, PRG_TEXT_VALUE_LIST, PRG_TEXT_HELP_LEVELS},  \
      MODEL_OPTIONS

/* The one file a verb reads; PRG_EUSAGE if none or several were given. */
prg_status asking_file(const command *run, const char **path, prg_error *error);

/* What errors call the file: its path, or "stdin". */
const char *asking_name(const char *path);

/* Reads a file as the options say and keeps the series asked for. prg_reading_clear it after use.
 */
prg_status asking_read(const command *run, const char *path, prg_reading *reading,
                       prg_error *error);

/* The same from bytes that were read already; `path` is for errors. */
prg_status asking_read_bytes(const command *run, const char *path, const prg_buffer *bytes,
                             prg_reading *reading, prg_error *error);

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

/* --model, --horizon, --prior and MODEL_OPTIONS; without --horizon, one that suits the series. */
prg_status asking_forecast_options(const command *run, const prg_panel *panel,
                                   prg_forecast_options *options, prg_error *error);

/* Appends "name  title" of every model, or of every trend, for `--model help`. */
void asking_list_models(command *run, bool trend);

#endif
