#include "present/canvas/text_grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/utf8.h>

bool prg_text_grid_init(prg_text_grid *grid, size_t columns, size_t rows) {
  *grid = (prg_text_grid){columns, rows, calloc(columns * rows, sizeof *grid->cell)};
  return grid->cell != NULL;
}

void prg_text_grid_clear(prg_text_grid *grid) {
  free(grid->cell);
  *grid = (prg_text_grid){0};
}

/* NULL outside of the grid. */
static prg_text_cell *cell_at(const prg_text_grid *grid, long column, long row) {
  if (column < 0 || row < 0 || column >= (long)grid->columns || row >= (long)grid->rows)
    return NULL;
  return &grid->cell[(size_t)row * grid->columns + (size_t)column];
}

static void add_glyph(char glyph[PRG_TEXT_GLYPH], const char *text, size_t n) {
  size_t length = strlen(glyph);
  if (length + n < PRG_TEXT_GLYPH) {
    memcpy(glyph + length, text, n);
    glyph[length + n] = '\0';
  }
}

/* The columns of one character: 0 of a mark that goes on the one before, 2 of a wide one. */
static size_t width_of(const char *text, size_t n) {
  char character[8] = "";
  memcpy(character, text, n);
  return prg_utf8_width(character);
}

void prg_text_grid_put(prg_text_grid *grid, long column, long row, const char *text, unsigned ink) {
  for (size_t left = strlen(text); left > 0;) {
    uint32_t character;
    size_t n = prg_utf8_decode(text, left, &character);
    size_t width = n > 0 ? width_of(text, n) : 1;
    prg_text_cell *cell = cell_at(grid, width == 0 ? column - 1 : column, row);
    if (cell != NULL && width > 0) {
      cell->glyph[0] = '\0';
      cell->ink = (unsigned char)ink;
    }
    if (cell != NULL)
      add_glyph(cell->glyph, n > 0 ? text : "?", n > 0 ? n : 1);
    prg_text_cell *next = width == 2 ? cell_at(grid, column + 1, row) : NULL;
    if (next != NULL)
      next->taken = true;
    column += (long)width;
    n = n > 0 ? n : 1;
    text += n;
    left -= n;
  }
}

static bool is_free(const prg_text_grid *grid, long column, long row) {
  const prg_text_cell *cell = cell_at(grid, column, row);
  return cell != NULL && cell->glyph[0] == '\0' && cell->dots == 0 && !cell->taken;
}

bool prg_text_grid_place(prg_text_grid *grid, long column, long row, const char *text,
                         unsigned ink) {
  long width = (long)prg_utf8_width(text);
  for (long i = -1; i <= width; i++) {
    bool outside = (i < 0 && column == 0) || (i == width && column + width == (long)grid->columns);
    if (!outside && !is_free(grid, column + i, row))
      return false;
  }
  prg_text_grid_put(grid, column, row, text, ink);
  return true;
}

void prg_text_grid_back(prg_text_grid *grid, long column, long row, const char *glyph,
                        unsigned ink) {
  prg_text_cell *cell = cell_at(grid, column, row);
  if (cell == NULL)
    return;
  cell->back[0] = '\0';
  cell->back_ink = (unsigned char)ink;
  add_glyph(cell->back, glyph, strlen(glyph));
}

/* The bit of each dot: U+2800 plus these. */
static const unsigned char dot_bit[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

static void set_dot(prg_text_grid *grid, long x, long y, unsigned ink) {
  if (x < 0 || y < 0)
    return;
  prg_text_cell *cell = cell_at(grid, x / 2, y / 4);
  if (cell == NULL)
    return;
  cell->dots |= dot_bit[y % 4][x % 2];
  if (cell->glyph[0] == '\0')
    cell->ink = (unsigned char)ink;
}

void prg_text_grid_line(prg_text_grid *grid, const double from[2], const double to[2], bool dashed,
                        unsigned ink) {
  double x0 = 2 * from[0], y0 = 4 * from[1], dx = 2 * to[0] - x0, dy = 4 * to[1] - y0;
  double length = fmax(fmax(fabs(dx), fabs(dy)), 1);
  long steps = (long)ceil(length);
  for (long k = 0; k <= steps; k++) {
    double part = (double)k / (double)steps;
    if (!dashed || (long)floor(part * length) % 4 < 2)
      set_dot(grid, (long)floor(x0 + part * dx), (long)floor(y0 + part * dy), ink);
  }
}

/* What the cell shows, and in what colour; NULL of the second half of a wide character. */
static const char *shown(const prg_text_cell *cell, char braille[4], unsigned *ink) {
  *ink = cell->ink;
  if (cell->glyph[0] != '\0')
    return cell->glyph;
  if (cell->taken)
    return NULL;
  if (cell->dots != 0) { /* U+2800 + dots in UTF-8 */
    braille[0] = '\xE2';
    braille[1] = (char)(0xA0 + (cell->dots >> 6));
    braille[2] = (char)(0x80 + (cell->dots & 0x3F));
    braille[3] = '\0';
    return braille;
  }
  *ink = cell->back_ink;
  return cell->back[0] != '\0' ? cell->back : " ";
}

/* Colours that every terminal has, and that its user has chosen. */
static void add_ink(prg_buffer *out, unsigned ink) {
  static const char *const code[] = {"0", "2", "31", "34", "36", "35", "33", "0"};
  size_t n = sizeof code / sizeof *code;
  prg_buffer_printf(out, "\033[%sm", code[ink < n ? ink : n - 1]);
}

static size_t length_of_row(const prg_text_grid *grid, size_t row) {
  size_t end = grid->columns;
  char braille[4];
  unsigned ink;
  while (end > 0) {
    const char *glyph = shown(&grid->cell[row * grid->columns + end - 1], braille, &ink);
    if (glyph == NULL || strcmp(glyph, " ") != 0)
      break;
    end--;
  }
  return end;
}

void prg_text_grid_write(const prg_text_grid *grid, bool colour, prg_buffer *out) {
  for (size_t row = 0; row < grid->rows; row++) {
    unsigned now = PRG_TEXT_PLAIN;
    size_t end = length_of_row(grid, row);
    for (size_t column = 0; column < end; column++) {
      char braille[4];
      unsigned ink;
      const char *glyph = shown(&grid->cell[row * grid->columns + column], braille, &ink);
      if (glyph == NULL)
        continue;
      if (colour && ink != now && strcmp(glyph, " ") != 0) {
        if (now != PRG_TEXT_PLAIN)
          add_ink(out, PRG_TEXT_PLAIN);
        if (ink != PRG_TEXT_PLAIN)
          add_ink(out, ink);
        now = ink;
      }
      prg_buffer_add(out, glyph);
    }
    if (now != PRG_TEXT_PLAIN)
      add_ink(out, PRG_TEXT_PLAIN);
    prg_buffer_add_char(out, '\n');
  }
}
