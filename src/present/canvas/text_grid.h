/* A picture in a terminal: cells with a character each, or with the dots of braille, two abreast
 * and four above each other. */
#ifndef PRESENT_TEXT_GRID_H
#define PRESENT_TEXT_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/buffer.h>

/* From PRG_TEXT_SERIES on: the series'. */
typedef enum prg_text_ink {
  PRG_TEXT_PLAIN,
  PRG_TEXT_QUIET,
  PRG_TEXT_ALARM,
  PRG_TEXT_SERIES
} prg_text_ink;

#define PRG_TEXT_GLYPH 12 /* bytes of a character with its combining marks */

typedef struct prg_text_cell {
  char glyph[PRG_TEXT_GLYPH], back[PRG_TEXT_GLYPH]; /* in front of the dots, and behind them */
  unsigned char dots;                               /* of braille */
  unsigned char ink, back_ink;
  bool taken; /* by the wide character before */
} prg_text_cell;

typedef struct prg_text_grid {
  size_t columns, rows;
  prg_text_cell *cell; /* shape (rows, columns); owned */
} prg_text_grid;

/* False if memory is exhausted. prg_text_grid_clear it after use. */
bool prg_text_grid_init(prg_text_grid *grid, size_t columns, size_t rows);
void prg_text_grid_clear(prg_text_grid *grid);

/* Writes a text from a cell on, as far as the row goes; what is outside of the grid is not shown.
 */
void prg_text_grid_put(prg_text_grid *grid, long column, long row, const char *text, unsigned ink);
/* The same, if nothing but what is behind stands there and before and after it; else false. */
bool prg_text_grid_place(prg_text_grid *grid, long column, long row, const char *text,
                         unsigned ink);
/* One character behind the dots. */
void prg_text_grid_back(prg_text_grid *grid, long column, long row, const char *glyph,
                        unsigned ink);
/* A line of dots between two places, in cells from the upper left corner; dashed: every other two.
 */
void prg_text_grid_line(prg_text_grid *grid, const double from[2], const double to[2], bool dashed,
                        unsigned ink);

/* Appends the rows without blanks at their ends, with the colours of a terminal if `colour`. */
void prg_text_grid_write(const prg_text_grid *grid, bool colour, prg_buffer *out);

#endif
