/*
 * From drawn charts to files: the script and its pictures in a directory, for every verb that
 * draws. Pictures are drawn by several gnuplots at once, and told in the order of the charts.
 */
#ifndef CLI_CHARTING_H
#define CLI_CHARTING_H

#include <prognos/chart.h>

#include "cli/verb.h"

/* clang-format off */

/* How it looks. */
#define LOOK_OPTIONS                                                                               \
  TEXT_OPTION("theme", 0, "default", NAME, THEME), TEXT_OPTION("size", 0, "slide", NAME, SIZE)

/* What a chart of any type is asked for; the letter of --pictures, 0 if the verb has it already. */
#define CHARTING_OPTIONS_WITH(letter)                                                              \
  {"pictures", letter, OPTION_CHOICES, "svg,png,pdf,emf", 0, 0, "svg|png|pdf|emf|none",            \
   PRG_TEXT_VALUE_LIST, PRG_TEXT_HELP_PICTURES},                                                   \
      TEXT_OPTION("name", 0, NULL, NAME, NAME), TEXT_OPTION("title", 0, NULL, TEXT, TITLE),        \
      TEXT_OPTION("subtitle", 0, NULL, TEXT, SUBTITLE), TEXT_OPTION("unit", 0, NULL, TEXT, UNIT),  \
      TEXT_OPTION("source", 0, NULL, TEXT, SOURCE), LOOK_OPTIONS
#define CHARTING_OPTIONS CHARTING_OPTIONS_WITH('p')

/* The same for a verb that writes something else, and draws only if asked. */
#define CHART_OPTION TEXT_OPTION("chart", 0, NULL, DIRECTORY, CHART_DIRECTORY)

/* clang-format on */

typedef struct charting_file charting_file;

/* Zero but for the first two. charting_finish it after use, whatever was returned. */
typedef struct charting {
  command *run;
  const char *directory; /* NULL: scripts to standard output, no pictures */
  charting_file *file;   /* shape (n), in the order to be told */
  size_t n, capacity;
} charting;

/* Fills in what CHARTING_OPTIONS and those of every verb say; the rest is as by default. PRG_EUSAGE
 * for a size that is none, and what the theme's file is refused for. */
prg_status charting_options(const command *run, prg_chart_options *options, prg_error *error);

/*
 * Writes the script as DIRECTORY/NAME.gp; as DIRECTORY/NAME-SERIES.gp if `series` is not "", SERIES
 * being that made fit for a file name, and followed by -2 … if there is one of that name already.
 * Remembers the pictures to draw of it. NAME is --name, or the stem of the file read; in a run
 * of --scenarios the scenario's name comes last.
 */
prg_status charting_add(charting *charts, const char *series, const prg_drawing *drawing,
                        prg_error *error);

/* Draws the pictures, and tells what was written and what could not be. */
void charting_finish(charting *charts);

#endif
