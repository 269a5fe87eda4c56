/*
 * The chart of one to five series with their forecasts, as a self-contained gnuplot script: the
 * data stand in it, every text is formatted already, nothing depends on a locale. Run by itself,
 * `gnuplot elever.gp` draws elever.svg beside it; gnuplot -e "format='png'" (or pdf, emf) the
 * others. What others wrote (names, titles) is quoted so that it shows as it is and runs nothing.
 */
#ifndef PROGNOS_CHART_H
#define PROGNOS_CHART_H

#include <prognos/forecast.h>
#include <prognos/places.h>

PRG_BEGIN_C

#define PRG_CHART_SERIES_MAX 5 /* more lines than that nobody tells apart */

/* The default theme: gnuplot text, from plots/themes/default.gp. */
extern const char prg_theme_default[];

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
  const char *version;          /* these three stand in the script's head; default: left out */
  const char *command;
  const char *input_hash;
  const char *theme; /* gnuplot text that is run as it is: trust it; default prg_theme_default */
} prg_chart_options;

void prg_chart_options_init(prg_chart_options *options);

/*
 * Appends the script. `forecast`: shape (n), n = 1 … PRG_CHART_SERIES_MAX, all of one frequency; a
 * forecast whose distribution has horizon 0 is a series alone. Both bands are drawn for one or two
 * series, the 80 per cent one for more. PRG_EINPUT if there is nothing to draw, PRG_EUSAGE if the
 * series do not go into one chart.
 */
prg_status prg_chart_write(const prg_forecast *const *forecast, size_t n,
                           const prg_chart_options *options, prg_buffer *out, prg_error *error);

/*
 * Where in the chart of the same arguments the periods are, each as wide as the next: from *left to
 * *right, parts of the picture's width.
 */
prg_status prg_chart_frame(const prg_forecast *const *forecast, size_t n,
                           const prg_chart_options *options, double *left, double *right,
                           prg_error *error);

/* Appends the chart's headline: options->title, or the sentence made from the result. */
void prg_chart_title(const prg_forecast *const *forecast, size_t n,
                     const prg_chart_options *options, prg_buffer *out);

PRG_END_C

#endif
