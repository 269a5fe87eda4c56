#include <prognos/decimal.h>

#include <string.h>

#include <prognos/cell.h>
#include <prognos/period.h>

#include "table/decimal_part.h"
#include "table/fold.h"

/* What one cell tells of the decimal mark. */
typedef enum evidence { NONE, COMMA, POINT, COMMA_OR_GROUP, POINT_OR_GROUP } evidence;

static evidence look(const char *text, size_t n) {
  trim_blanks(&text, &n);
  const char *comma = memchr(text, ',', n), *point = memchr(text, '.', n);
  if (comma == NULL && point == NULL)
    return NONE;
  prg_period period;
  if (n == 0 || (n == 1 && point != NULL) || prg_period_parse(text, n, &period))
    return NONE;
  bool as_comma = prg_cell_parse(text, n, ',').kind == PRG_CELL_FIGURE;
  bool as_point = prg_cell_parse(text, n, '.').kind == PRG_CELL_FIGURE;
  if (as_comma && as_point)
    return comma != NULL ? COMMA_OR_GROUP : POINT_OR_GROUP;
  if (as_comma)
    return COMMA;
  return as_point ? POINT : NONE;
}

static prg_status resolve(const prg_frame *frame, evidence seen, size_t i, size_t column,
                          char *decimal, prg_error *error) {
  char delimiter = frame->table->dialect.delimiter;
  *decimal = delimiter == ',' ? '.' : ',';
  if (seen == NONE || (seen == COMMA_OR_GROUP && delimiter == ';') ||
      (seen == POINT_OR_GROUP && delimiter == ','))
    return PRG_OK;
  return prg_table_fail(frame->table, frame->row[i], column, PRG_TEXT_DECIMAL_UNCLEAR,
                        PRG_ARGS(prg_string(prg_frame_cell(frame, i, column))), error);
}

static bool has_marks(const prg_table *table) {
  size_t n = table->cell[table->n_cells];
  return memchr(table->arena, ',', n) != NULL || memchr(table->arena, '.', n) != NULL;
}

prg_status decimal_find_part(const prg_frame *frame, char *decimal, bool *open, prg_error *error) {
  evidence doubtful = NONE;
  size_t place_row = 0, place_column = 0;
  *open = false;
  if (!has_marks(frame->table)) {
    *open = true;
    return resolve(frame, NONE, 0, 0, decimal, error);
  }
  for (size_t i = 0; i < frame->n; i++) {
    for (size_t c = 0; c < frame->width; c++) {
      evidence seen =
          look(prg_frame_cell(frame, i, c), prg_table_length(frame->table, frame->row[i], c));
      if (seen == COMMA || seen == POINT) {
        *decimal = seen == COMMA ? ',' : '.';
        return PRG_OK;
      }
      if (seen != NONE && doubtful == NONE) {
        doubtful = seen;
        place_row = i;
        place_column = c;
      }
    }
  }
  *open = doubtful == NONE;
  return resolve(frame, doubtful, place_row, place_column, decimal, error);
}

prg_status prg_decimal_find(const prg_frame *frame, char *decimal, prg_error *error) {
  bool open;
  return decimal_find_part(frame, decimal, &open, error);
}
