#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/cell.h>
#include <prognos/number.h>

#include "table/cube_index.h"
#include "table/cube_parts.h"
#include "table/fold.h"
#include "table/px_read.h"

#define DOTS 7 /* DATASYMBOL1 … 6 and, of seven dots, DATASYMBOLSUM */

/* One cell of the data as it is written. */
typedef struct px_cell {
  const char *text;
  size_t n;
  bool quoted;
} px_cell;

/* How the rows of a file with KEYS are told: each begins with a member of every key variable. */
typedef struct row_keys {
  size_t n;                          /* key variables */
  size_t dimension[CUBE_DIMENSIONS]; /* which, in the cube's order */
  cube_index index[CUBE_DIMENSIONS]; /* of their members */
  uint64_t *offset;                  /* shape (width): of the cells of a row from its first */
  size_t width;                      /* cells in a row */
} row_keys;

typedef struct data_reader {
  const px_file *px;
  prg_cube *cube;
  const char *p;
  prg_observation dots[DOTS + 1]; /* what that many dots mean */
} data_reader;

static prg_status fail_cell(const data_reader *d, prg_text text, const px_cell *cell,
                            prg_error *error) {
  return prg_fail_at(error, NULL, px_line(d->px, cell->text), 0, text,
                     PRG_ARGS(prg_string_n(cell->text, cell->n < 40 ? cell->n : 40)));
}

/* --- data symbols --- */

/* What the words of a DATASYMBOL say, in the languages of the Nordic statistics. */
static const struct {
  const char *word;
  prg_observation observation;
} symbol_words[] = {
    {"sekretess", PRG_SUPPRESSED},
    {"skydd", PRG_SUPPRESSED},
    {"confidential", PRG_SUPPRESSED},
    {"secre", PRG_SUPPRESSED},
    {"konfidens", PRG_SUPPRESSED},
    {"suppress", PRG_SUPPRESSED},
    {"salassa", PRG_SUPPRESSED},
    {"diskretion", PRG_SUPPRESSED},
    {"not applicable", PRG_NOT_APPLICABLE},
    {"tillämplig", PRG_NOT_APPLICABLE},
    {"inte förekomma", PRG_NOT_APPLICABLE},
    {"ej förekomma", PRG_NOT_APPLICABLE},
    {"impossible", PRG_NOT_APPLICABLE},
    {"inte aktuell", PRG_NOT_APPLICABLE},
    {"saknas", PRG_MISSING},
    {"not available", PRG_MISSING},
    {"missing", PRG_MISSING},
    {"inte tillgänglig", PRG_MISSING},
    {"ej tillgänglig", PRG_MISSING},
};

static bool contains(const char *text, const char *word) {
  for (size_t n = strlen(text); n > 0; text++, n--)
    if (fold_starts(text, n, word))
      return true;
  return false;
}

static prg_observation symbol_meaning(const char *text, prg_observation otherwise) {
  prg_observation exact;
  if (*text != '\0' && prg_observation_from_name(text, strlen(text), &exact) &&
      !prg_observation_has_value(exact))
    return exact;
  for (size_t i = 0; i < sizeof symbol_words / sizeof *symbol_words; i++)
    if (contains(text, symbol_words[i].word))
      return symbol_words[i].observation;
  return otherwise;
}

/* One dot is not applicable and the others are missing, unless their texts say more. */
static void find_symbols(data_reader *d) {
  char keyword[] = "DATASYMBOL0";
  for (size_t dots = 0; dots <= DOTS; dots++) {
    keyword[sizeof keyword - 2] = (char)('0' + dots);
    const px_statement *s = px_find(d->px, dots == DOTS ? "DATASYMBOLSUM" : keyword, "", "");
    const char *text = s == NULL || s->n == 0 ? "" : px_text(d->px, d->px->value[s->first].text);
    d->dots[dots] = symbol_meaning(text, dots == 1 ? PRG_NOT_APPLICABLE : PRG_MISSING);
  }
}

/* --- cells --- */

static bool is_separator(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ';';
}

/* The next cell; n == 0 and no quotation mark at the end. */
static prg_status next_cell(data_reader *d, px_cell *cell, prg_error *error) {
  const char *end = d->px->end, *p = d->p;
  while (p < end && is_separator(*p))
    p++;
  *cell = (px_cell){.text = p};
  if (p < end && *p == '"') {
    cell->quoted = true;
    cell->text = ++p;
    p = memchr(p, '"', (size_t)(end - p));
    if (p == NULL)
      return prg_fail_at(error, NULL, px_line(d->px, cell->text), 0, PRG_TEXT_PX_SYNTAX,
                         PRG_ARGS(prg_string("DATA"), prg_text_argument(PRG_TEXT_PX_END_OF_FILE),
                                  prg_text_argument(PRG_TEXT_PX_STRING_END)));
    cell->n = (size_t)(p - cell->text);
    d->p = p + 1;
    return PRG_OK;
  }
  while (p < end && !is_separator(*p) && *p != '"')
    p++;
  cell->n = (size_t)(p - cell->text);
  d->p = p;
  return PRG_OK;
}

static bool is_end(const px_cell *cell) {
  return cell->n == 0 && !cell->quoted;
}

/* A number, a dash (which is zero), dots, or a figure with a letter as official statistics have. */
static prg_status read_cell(const data_reader *d, const px_cell *cell, double *value,
                            prg_observation *observation, prg_error *error) {
  *observation = PRG_OBSERVED;
  if (prg_number_parse(cell->text, cell->n, '.', value))
    return PRG_OK;
  size_t dots = 0;
  while (dots < cell->n && cell->text[dots] == '.')
    dots++;
  if (dots > 0 && dots == cell->n && dots <= DOTS) {
    *value = NAN;
    *observation = d->dots[dots];
    return PRG_OK;
  }
  prg_cell other = prg_cell_parse(cell->text, cell->n, '.');
  *value = other.value;
  *observation = other.observation;
  if (other.kind == PRG_CELL_FIGURE || other.kind == PRG_CELL_SYMBOL)
    return PRG_OK;
  return fail_cell(d, PRG_TEXT_PX_CELL, cell, error);
}

static prg_status fail_size(const data_reader *d, size_t found, uint64_t expected,
                            prg_error *error) {
  prg_buffer sizes = {0};
  cube_print_sizes(d->cube, &sizes);
  prg_status status =
      prg_fail_at(error, NULL, px_line(d->px, d->px->data), 0, PRG_TEXT_PX_SIZE,
                  PRG_ARGS(prg_integer((long long)found), prg_integer((long long)expected),
                           prg_string(prg_buffer_string(&sizes))));
  prg_buffer_free(&sizes);
  return status;
}

/* All cells in their order. Memory grows with what is read: a header may promise anything. */
static prg_status read_all(data_reader *d, uint64_t combinations, prg_error *error) {
  prg_cube *cube = d->cube;
  size_t room = (size_t)(d->px->end - d->px->data) / 2 + 1;
  prg_status status = cube_reserve(cube, combinations < room ? (size_t)combinations : room, error);
  px_cell cell;
  while (status == PRG_OK && (status = next_cell(d, &cell, error)) == PRG_OK && !is_end(&cell)) {
    double value;
    prg_observation observation;
    status = read_cell(d, &cell, &value, &observation, error);
    if (status == PRG_OK)
      status = cube_add_cell(cube, 0, value, observation, error);
  }
  return status == PRG_OK && cube->n != combinations ? fail_size(d, cube->n, combinations, error)
                                                     : status;
}

/* --- KEYS --- */

static uint64_t stride_of(const prg_cube *cube, size_t dimension) {
  uint64_t stride = 1;
  for (size_t d = dimension + 1; d < cube->n_dimensions; d++)
    stride *= cube->dimension[d].n;
  return stride;
}

static bool is_key(const row_keys *keys, size_t dimension) {
  for (size_t k = 0; k < keys->n; k++)
    if (keys->dimension[k] == dimension)
      return true;
  return false;
}

/* Where the cells of a row lie: the combinations of the variables without keys. */
static prg_status find_offsets(data_reader *d, row_keys *keys, prg_error *error) {
  const prg_cube *cube = d->cube;
  uint64_t width = 1, room = (uint64_t)(d->px->end - d->px->data) / 2 + 1;
  for (size_t i = 0; i < cube->n_dimensions; i++)
    width *= is_key(keys, i) ? 1 : cube->dimension[i].n;
  if (width > room)
    return fail_size(d, (size_t)room, width, error);
  keys->width = (size_t)width;
  keys->offset = calloc(keys->width, sizeof *keys->offset);
  if (keys->offset == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < keys->width; i++) {
    size_t left = i;
    for (size_t k = cube->n_dimensions; k-- > 0;) {
      if (is_key(keys, k))
        continue;
      keys->offset[i] += left % cube->dimension[k].n * stride_of(cube, k);
      left /= cube->dimension[k].n;
    }
  }
  return PRG_OK;
}

/* KEYS("region")=CODES or VALUES, for each key variable in the cube's order. */
static prg_status find_keys(data_reader *d, row_keys *keys, prg_error *error) {
  for (size_t i = 0; i < d->cube->n_dimensions; i++) {
    const px_statement *s =
        px_find(d->px, "KEYS", "", prg_cube_text(d->cube, d->cube->dimension[i].id));
    if (s == NULL)
      continue;
    const char *kind = s->n > 0 ? px_text(d->px, d->px->value[s->first].text) : "";
    bool by_code = strcmp(kind, "CODES") == 0;
    if (!by_code && strcmp(kind, "VALUES") != 0)
      return prg_fail_at(error, NULL, s->line, 0, PRG_TEXT_PX_KEYS, PRG_ARGS(prg_string(kind)));
    keys->dimension[keys->n] = i;
    prg_status status = cube_index_init(&keys->index[keys->n++], d->cube, i, !by_code, error);
    if (status != PRG_OK)
      return status;
  }
  return PRG_OK;
}

/* The keys that begin a row; *at is the place of its first cell. `cell` is the first key. */
static prg_status read_row_keys(data_reader *d, const row_keys *keys, px_cell cell, uint64_t *at,
                                prg_error *error) {
  *at = 0;
  for (size_t k = 0; k < keys->n; k++) {
    prg_status status = k == 0 ? PRG_OK : next_cell(d, &cell, error);
    size_t member;
    if (status != PRG_OK)
      return status;
    trim_blanks(&cell.text, &cell.n);
    if (is_end(&cell) || !cube_index_find(&keys->index[k], cell.text, cell.n, &member)) {
      const prg_dimension *of = &d->cube->dimension[keys->dimension[k]];
      return prg_fail_at(error, NULL, px_line(d->px, cell.text), 0, PRG_TEXT_PX_KEY_UNKNOWN,
                         PRG_ARGS(prg_string_n(cell.text, cell.n < 40 ? cell.n : 40),
                                  prg_string(prg_cube_text(d->cube, of->label))));
    }
    *at += member * stride_of(d->cube, keys->dimension[k]);
  }
  return PRG_OK;
}

static prg_status read_row(data_reader *d, const row_keys *keys, uint64_t at, prg_error *error) {
  for (size_t i = 0; i < keys->width; i++) {
    px_cell cell;
    double value;
    prg_observation observation;
    prg_status status = next_cell(d, &cell, error);
    if (status == PRG_OK && is_end(&cell))
      status =
          prg_fail_at(error, NULL, px_line(d->px, cell.text), 0, PRG_TEXT_PX_ROW_SHORT,
                      PRG_ARGS(prg_integer((long long)i), prg_integer((long long)keys->width)));
    if (status == PRG_OK)
      status = read_cell(d, &cell, &value, &observation, error);
    if (status == PRG_OK)
      status = cube_add_cell(d->cube, at + keys->offset[i], value, observation, error);
    if (status != PRG_OK)
      return status;
  }
  return PRG_OK;
}

static prg_status read_rows(data_reader *d, row_keys *keys, prg_error *error) {
  prg_status status = find_offsets(d, keys, error);
  if (status == PRG_OK)
    status = cube_make_sparse(d->cube, error);
  px_cell cell;
  while (status == PRG_OK && (status = next_cell(d, &cell, error)) == PRG_OK && !is_end(&cell)) {
    uint64_t at;
    status = read_row_keys(d, keys, cell, &at, error);
    if (status == PRG_OK)
      status = read_row(d, keys, at, error);
  }
  d->cube->absent_is_zero = true; /* "Rows that only contain 0 are excluded from the file" */
  return status;
}

prg_status px_read_data(const px_file *px, prg_cube *cube, prg_error *error) {
  data_reader d = {.px = px, .cube = cube, .p = px->data};
  uint64_t combinations;
  if (!cube_combinations(cube, &combinations)) {
    prg_buffer sizes = {0};
    cube_print_sizes(cube, &sizes);
    prg_status status =
        prg_fail(error, PRG_TEXT_CUBE_TOO_LARGE, PRG_ARGS(prg_string(prg_buffer_string(&sizes))));
    prg_buffer_free(&sizes);
    return status;
  }
  find_symbols(&d);
  row_keys *keys = calloc(1, sizeof *keys);
  if (keys == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = find_keys(&d, keys, error);
  if (status == PRG_OK)
    status = keys->n == 0 ? read_all(&d, combinations, error) : read_rows(&d, keys, error);
  for (size_t k = 0; k < keys->n; k++)
    cube_index_clear(&keys->index[k]);
  free(keys->offset);
  free(keys);
  return status;
}
