/*
 * From the bytes of a file to a panel of series, with an account of what was found on the way. The
 * layout is found from the content; every finding can be overridden.
 *
 *   wide        one row per series, one column per period     Verksamhet;2017;2018;2019
 *   transposed  one row per period, one column per series     År;Grundsärskola;Gymnasiesärskola
 *   long        one row per series and period                 series,period,value,status
 *   a cube      PX, JSON-stat, PxWeb's and Kolada's JSON: one series for each combination of the
 *               dimensions that are not time (prognos/cube.h)
 *
 * The header may have several rows, as in frame.h, and its cells a text beside the period
 * ("Folkmängd 2022", "BE0101N1 2022"): the texts tell series apart. A file whose figures are all of
 * one period may say it in a title ("Läsår 2022/23").
 *
 * Several columns that name a series are joined as "Norrköping · flickor". The year and the quarter
 * (month …) may stand in two columns.
 */
#ifndef PROGNOS_READING_H
#define PROGNOS_READING_H

#include <prognos/frame.h>
#include <prognos/series.h>

PRG_BEGIN_C

typedef enum prg_layout {
  PRG_LAYOUT_UNKNOWN, /* find it */
  PRG_LAYOUT_WIDE,
  PRG_LAYOUT_TRANSPOSED,
  PRG_LAYOUT_LONG,
  PRG_LAYOUT_COUNT
} prg_layout;

/* "wide", "transposed", "long"; static storage. */
const char *prg_layout_name(prg_layout layout);
/* The layout of that name; false if there is none. */
bool prg_layout_from_name(const char *name, prg_layout *layout);

typedef struct prg_read_options {
  prg_dialect dialect;       /* encoding, delimiter, decimal; default: found */
  prg_layout layout;         /* default: found */
  const char *period_column; /* header of the column with the periods, or the dimension of a cube;
                                default NULL: found */
  const char *value_column;  /* header of the column with the figures; default NULL: found */
  const char *const *series_columns; /* headers of the columns that name a series */
  size_t n_series_columns;           /* default 0: found */
  const prg_period *period; /* of all figures, in a file that does not say it in its cells; default
                               NULL: found */
  prg_frequency frequency;  /* default PRG_FREQUENCY_COUNT: as the periods are written. Makes years
                               school years and dates the periods they are in, and gives a bare index
                               its season */
  prg_kind kind;            /* of every series; default PRG_KIND_UNKNOWN */
  const char *dataset;      /* name of one of several tables in a JSON-stat file; NULL: the first */
  prg_language language; /* of a cube's labels, if the file has them in several; default Swedish */
  bool errors_are_missing; /* default false: an error value of a spreadsheet is PRG_EINPUT */
  bool keep_totals; /* default false: a row or column named Summa, Totalt … is left out and told */
} prg_read_options;

void prg_read_options_init(prg_read_options *options);

typedef struct prg_reading {
  prg_panel panel;
  prg_dialect dialect;
  prg_layout layout; /* PRG_LAYOUT_UNKNOWN: a cube, which `form` describes */
  size_t header_line;
  size_t period_line; /* of the title that says the period of all figures; 0: none does */
  size_t merged;      /* blank cells that were read as the name above them */
  size_t rows;        /* of data, or cells of a cube */
  prg_notes form;     /* what a cube is, and what was found in it; else none */
  size_t count[PRG_OBSERVATION_COUNT]; /* periods of all series by what is known of them */
  prg_period first, last;              /* of all series */
  size_t duplicates; /* cells that repeat a period with the same value; also among left_out */
  prg_left_out_list left_out; /* titles, footnotes, totals, columns …, each with its place */
} prg_reading;

/*
 * Reads a file, "-" being standard input. PRG_EINPUT with file, line and column for whatever is
 * wrong with it; PRG_EUSAGE if a column that was asked for does not exist. Series stand in the
 * source's order, each from its first period with a figure or a symbol to its last; what is blank
 * or has no row between them is PRG_GAP. A series of percentages gets PRG_KIND_SHARE if no kind is
 * given. `options` may be NULL. prg_reading_clear it after use, whatever was returned.
 */
prg_status prg_read_file(const char *path, const prg_read_options *options, prg_reading *out,
                         prg_error *error);
/* The same from bytes[0..n); `name` is for errors. */
prg_status prg_read_bytes(const char *name, const char *bytes, size_t n,
                          const prg_read_options *options, prg_reading *out, prg_error *error);
void prg_reading_clear(prg_reading *reading);

/* Counts the periods and finds the span anew, after the panel was changed. */
void prg_reading_recount(prg_reading *reading);

/*
 * The account in messages, for people: encoding, marks, layout, how much, which span, what is not a
 * plain figure, which series are shorter than `enough` figures. What was left out is in `left_out`,
 * each with its place.
 */
void prg_reading_describe(const prg_reading *reading, size_t enough, prg_notes *notes);

PRG_END_C

#endif
