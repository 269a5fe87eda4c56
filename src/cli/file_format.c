#include "cli/file_format.h"

#include <string.h>

#include "cli/help_text.h"

/* One row, one line. */
/* clang-format off */

#define END_OF_COLUMNS {NULL, NULL, PRG_TEXT_NONE}

static const file_column tidy[] = {
    {"series", "series", PRG_TEXT_COLUMN_SERIES},
    {"period", "period", PRG_TEXT_COLUMN_PERIOD},
    {"value", "value", PRG_TEXT_COLUMN_TIDY_VALUE},
    {"status", "status", PRG_TEXT_COLUMN_STATUS},
    END_OF_COLUMNS,
};

static const file_column forecast_csv[] = {
    {"series", "series", PRG_TEXT_COLUMN_SERIES},
    {"period", "period", PRG_TEXT_COLUMN_PERIOD},
    {"kind", "kind", PRG_TEXT_COLUMN_ROW_KIND},
    {"value", "value", PRG_TEXT_COLUMN_FORECAST_VALUE},
    {"lower_80 …", "lower_80 …", PRG_TEXT_COLUMN_LOWER},
    {"upper_80 …", "upper_80 …", PRG_TEXT_COLUMN_UPPER},
    {"model", "model", PRG_TEXT_COLUMN_MODEL},
    {"origin", "origin", PRG_TEXT_COLUMN_ORIGIN},
    {"note", "note", PRG_TEXT_COLUMN_NOTE},
    END_OF_COLUMNS,
};

static const file_column events[] = {
    {"datum", "date", PRG_TEXT_COLUMN_EVENT_DATE},
    {"serie", "series", PRG_TEXT_COLUMN_EVENT_SERIES},
    {"slag", "kind", PRG_TEXT_COLUMN_EVENT_KIND},
    {"anmärkning", "note", PRG_TEXT_COLUMN_EVENT_NOTE},
    {"till", "to", PRG_TEXT_COLUMN_EVENT_TO},
    END_OF_COLUMNS,
};

static const file_column structure[] = {
    {"total", "total", PRG_TEXT_COLUMN_STRUCTURE_TOTAL},
    {"del", "part", PRG_TEXT_COLUMN_STRUCTURE_PART},
    {"indelning", "grouping", PRG_TEXT_COLUMN_STRUCTURE_GROUPING},
    END_OF_COLUMNS,
};

static const file_column rename_map[] = {
    {"gammalt", "old", PRG_TEXT_COLUMN_RENAME_OLD},
    {"nytt", "new", PRG_TEXT_COLUMN_RENAME_NEW},
    END_OF_COLUMNS,
};

static const file_column places[] = {
    {"enhet", "unit", PRG_TEXT_COLUMN_PLACES_UNIT},
    {"från", "from", PRG_TEXT_COLUMN_PLACES_FROM},
    {"platser", "places", PRG_TEXT_COLUMN_PLACES_PLACES},
    {"personal", "staff", PRG_TEXT_COLUMN_PLACES_STAFF},
    {"rum", "rooms", PRG_TEXT_COLUMN_PLACES_ROOMS},
    {"yta", "area", PRG_TEXT_COLUMN_PLACES_AREA},
    END_OF_COLUMNS,
};

static const file_column housing[] = {
    {"år", "year", PRG_TEXT_COLUMN_HOUSING_YEAR},
    {"område", "area", PRG_TEXT_COLUMN_HOUSING_AREA},
    {"bostäder", "dwellings", PRG_TEXT_COLUMN_HOUSING_DWELLINGS},
    {"barn per bostad", "children per dwelling", PRG_TEXT_COLUMN_HOUSING_PER},
    {"årskurs", "grade", PRG_TEXT_COLUMN_HOUSING_GRADE},
    END_OF_COLUMNS,
};

static const file_column scenarios[] = {
    {"scenario", "scenario", PRG_TEXT_COLUMN_SCENARIO_NAME},
    {"val", "option", PRG_TEXT_COLUMN_SCENARIO_OPTION},
    {"värde", "value", PRG_TEXT_COLUMN_SCENARIO_VALUE},
    END_OF_COLUMNS,
};

static const file_column indicators[] = {
    {"Id", "Id", PRG_TEXT_COLUMN_INDICATOR_ID},
    {"Indikator", "Indicator", PRG_TEXT_COLUMN_INDICATOR_NAME},
    {"Typ", "Kind", PRG_TEXT_COLUMN_INDICATOR_KIND},
    {"Riktning", "Direction", PRG_TEXT_COLUMN_INDICATOR_DIRECTION},
    {"Mål", "Target", PRG_TEXT_COLUMN_INDICATOR_TARGET},
    {"Enhet", "Unit", PRG_TEXT_COLUMN_INDICATOR_UNIT},
    {"Grupper", "Groups", PRG_TEXT_COLUMN_INDICATOR_GROUPS},
    {"Till och med", "Data through", PRG_TEXT_COLUMN_INDICATOR_THROUGH},
    {"Föregående år", "Last year", PRG_TEXT_COLUMN_INDICATOR_LAST},
    END_OF_COLUMNS,
};

static const file_column outcomes[] = {
    {"Id", "Id", PRG_TEXT_COLUMN_INDICATOR_ID},
    {"Grupp", "Group", PRG_TEXT_COLUMN_OUTCOME_GROUP},
    {"År", "Year", PRG_TEXT_COLUMN_OUTCOME_YEAR},
    {"Till och med", "Through", PRG_TEXT_COLUMN_OUTCOME_THROUGH},
    {"Utfall", "Outcome", PRG_TEXT_COLUMN_OUTCOME_VALUE},
    {"Av", "Of", PRG_TEXT_COLUMN_OUTCOME_OF},
    END_OF_COLUMNS,
};

static const file_column scale[] = {
    {"Minst", "Minst", PRG_TEXT_COLUMN_SCALE_LEAST},
    {"Bedömning", "Bedömning", PRG_TEXT_COLUMN_SCALE_WORD},
    END_OF_COLUMNS,
};

static const file_column prior[] = {
    {"transform", "transform", PRG_TEXT_COLUMN_PRIOR_TRANSFORM},
    {"alpha", "alpha", PRG_TEXT_COLUMN_PRIOR_ALPHA},
    {"beta", "beta", PRG_TEXT_COLUMN_PRIOR_BETA},
    {"phi", "phi", PRG_TEXT_COLUMN_PRIOR_PHI},
    {"kappa", "kappa", PRG_TEXT_COLUMN_PRIOR_KAPPA},
    {"s0", "s0", PRG_TEXT_COLUMN_PRIOR_S0},
    {"growth", "growth", PRG_TEXT_COLUMN_PRIOR_GROWTH},
    {"log_weight", "log_weight", PRG_TEXT_COLUMN_PRIOR_WEIGHT},
    END_OF_COLUMNS,
};

static const file_column jobs[] = {
    {"verb", "verb", PRG_TEXT_KEY_VERB},
    {"files", "files", PRG_TEXT_KEY_FILES},
    {"after", "after", PRG_TEXT_KEY_AFTER},
    {"timeout", "timeout", PRG_TEXT_KEY_TIMEOUT},
    {"hook", "hook", PRG_TEXT_KEY_HOOK},
    {"alarm-revision", "alarm-revision", PRG_TEXT_KEY_ALARM_REVISION},
    {"alarm-moved", "alarm-moved", PRG_TEXT_KEY_ALARM_MOVED},
    {"include", "include", PRG_TEXT_KEY_INCLUDE},
    {"state, log", "state, log", PRG_TEXT_KEY_STATE},
    END_OF_COLUMNS,
};

#define FILE_FORMAT(name, option, TEXT, ABOUT, columns)                                            \
  {name, option, PRG_TEXT_FILE_##TEXT, PRG_TEXT_FILE_##ABOUT##_ABOUT, columns, false, PRG_TEXT_FILE_##TEXT##_EXAMPLE}

/* What is read as it is and what is written first, then the files that people write by hand. */
const file_format file_formats[] = {
    FILE_FORMAT("table", NULL, TABLE, TABLE, NULL),
    FILE_FORMAT("tidy-csv", NULL, TIDY, TIDY, tidy),
    FILE_FORMAT("forecast-csv", NULL, FORECAST, FORECAST, forecast_csv),
    FILE_FORMAT("events", "events", EVENTS, LISTING, events),
    FILE_FORMAT("structure", "structure", STRUCTURE, LISTING, structure),
    FILE_FORMAT("rename", "rename", RENAME, LISTING, rename_map),
    FILE_FORMAT("places", "places", PLACES, LISTING, places),
    FILE_FORMAT("housing", "housing", HOUSING, LISTING, housing),
    FILE_FORMAT("scenarios", "scenarios", SCENARIOS, LISTING, scenarios),
    FILE_FORMAT("indicators", NULL, INDICATORS, LISTING, indicators),
    FILE_FORMAT("outcomes", "outcomes", OUTCOMES, LISTING, outcomes),
    FILE_FORMAT("scale", "scale", SCALE, LISTING, scale),
    {"prior", "prior", PRG_TEXT_FILE_PRIOR, PRG_TEXT_FILE_PRIOR_ABOUT, prior, false, PRG_TEXT_NONE},
    {"jobs", NULL, PRG_TEXT_FILE_JOBS, PRG_TEXT_FILE_JOBS_ABOUT, jobs, true, PRG_TEXT_FILE_JOBS_EXAMPLE},
    {NULL, NULL, PRG_TEXT_NONE, PRG_TEXT_NONE, NULL, false, PRG_TEXT_NONE},
};

/* clang-format on */

const file_format *file_format_find(const char *name) {
  for (const file_format *format = file_formats; format->name != NULL; format++)
    if (strcmp(format->name, name) == 0)
      return format;
  return NULL;
}

const file_format *file_format_of_option(const char *option) {
  for (const file_format *format = file_formats; format->name != NULL; format++)
    if (format->option != NULL && strcmp(format->option, option) == 0)
      return format;
  return NULL;
}

const char *file_column_heading(const file_column *column, prg_language language) {
  return language == PRG_SWEDISH ? column->swedish : column->english;
}

static void write_columns(const file_format *format, prg_language language, prg_buffer *out) {
  prg_text heading = format->has_keys ? PRG_TEXT_HELP_KEYS : PRG_TEXT_HELP_COLUMNS;
  prg_buffer_printf(out, "%s:\n", prg_text_get(heading, language));
  for (const file_column *column = format->column; column->swedish != NULL; column++) {
    prg_buffer head = {0};
    prg_buffer_printf(&head, "  %s", file_column_heading(column, language));
    help_entry(&head, prg_text_get(column->help, language), out);
    prg_buffer_free(&head);
  }
}

void file_format_write(const file_format *format, prg_language language, prg_buffer *out) {
  prg_buffer_printf(out, "%s.\n\n", prg_text_get(format->summary, language));
  help_paragraphs(prg_text_get(format->about, language), out);
  if (format->column != NULL) {
    prg_buffer_add_char(out, '\n');
    write_columns(format, language, out);
  }
  if (format->example != PRG_TEXT_NONE) {
    prg_buffer_printf(out, "\n%s:\n", prg_text_get(PRG_TEXT_HELP_EXAMPLES, language));
    help_lines(prg_text_get(format->example, language), out);
  }
}
