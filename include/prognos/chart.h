/*
 * Charts of series with their forecasts, each a self-contained gnuplot script: the
 * data stand in it, every text is formatted already, nothing depends on a locale. Run by itself,
 * `gnuplot elever.gp` draws elever.svg beside it; gnuplot -e "format='png'" (or pdf, emf) the
 * others. What others wrote (names, titles) is quoted so that it shows as it is and runs nothing.
 */
#ifndef PROGNOS_CHART_H
#define PROGNOS_CHART_H

#include <prognos/drawing.h>
#include <prognos/forecast.h>
#include <prognos/places.h>
#include <prognos/theme.h>

PRG_BEGIN_C

#define PRG_CHART_SERIES_MAX 5 /* lines in one plot area: more nobody tells apart */

/* Strings are borrowed; NULL or "" means the default. */
typedef struct prg_chart_options {
  prg_language language;        /* default Swedish */
  const char *title;            /* default: a sentence made from the result */
  const char *subtitle;         /* default: the unit and the years of outcome and forecast */
  const char *unit;             /* "elever"; default: none */
  const char *source;           /* who published the figures; default: none */
  const char *today;            /* YYYY-MM-DD, when the forecast is made; default: none */
  double capacity;              /* height of a line to compare with; default NaN: none */
  const prg_places *places;     /* instead of capacity, if not NULL: a line with steps; that of the
                                 * unit of the series' name, or of every unit */
  const char *capacity_label;   /* default "Kapacitet"; the figure is put after it */
  const prg_event_list *events; /* marked where they happen; default NULL: none */
  int decimals;                 /* 0 … 6; default −1: whole numbers for counts, else by size */
  int width, height;            /* pixels: 640 … 7680 wide, and 1.2 … 3 times as wide as high;
                                 * default 1920 × 1080; everything in the picture grows with it */
  double text_scale;            /* 0.5 … 2: texts and markers beside those of a slide as high,
                                 * but for the headline; default 1 */
  double line_scale;            /* 0.2 … 2: the same for lines; default 1 */
  int dots_per_inch;            /* pixels to an inch of paper, 72 … 1200; default 144 */
  bool free_scale;              /* of small multiples: a scale for each panel; default false */
  bool recomputed;              /* of vintages: never published, and says so; default false */
  bool with_table;              /* the figures in rows under the periods; default false */
  const char *version;          /* these three stand in the script's head; default: left out */
  const char *command;
  const char *input_hash;
  prg_theme theme; /* default: the one of that name */
} prg_chart_options;

void prg_chart_options_init(prg_chart_options *options);

/*
 * A type of chart of series and their forecasts; a forecast whose distribution has horizon 0 is a
 * series alone. To add a type: one file in src/present/chart with its `prg_chart_type`, one row in
 * chart.c.
 */
typedef struct prg_chart_type {
  const char *name;   /* "fan" */
  prg_text summary;   /* what it shows, one line */
  size_t least, most; /* series; all of one frequency */
  /* Draws it into *out, which is empty: see prg_chart_draw, which checks the arguments first. */
  prg_status (*draw)(const prg_forecast *const *forecast, size_t n,
                     const prg_chart_options *options, prg_drawing *out, prg_error *error);
  prg_text no_table; /* why no table goes below it; PRG_TEXT_NONE: one does */
} prg_chart_type;

/* The table, ended by NULL; the first is the default. */
extern const prg_chart_type *const prg_chart_types[];
/* NULL if there is none of that name. */
const prg_chart_type *prg_chart_type_find(const char *name);

/*
 * Draws `forecast`, shape (n), n = type->least … type->most. PRG_EINPUT if there is nothing to
 * draw, PRG_EUSAGE if the series do not go into one chart. prg_drawing_clear *out after use,
 * whatever is returned.
 */
prg_status prg_chart_draw(const prg_chart_type *type, const prg_forecast *const *forecast, size_t n,
                          const prg_chart_options *options, prg_drawing *out, prg_error *error);

/* Charts of other things than forecasts check the picture's size by this: PRG_EUSAGE. */
prg_status prg_chart_check_size(const prg_chart_options *options, prg_error *error);

/* Appends the fan's headline: options->title, or the sentence made from the result. */
void prg_chart_title(const prg_forecast *const *forecast, size_t n,
                     const prg_chart_options *options, prg_buffer *out);

PRG_END_C

#endif
