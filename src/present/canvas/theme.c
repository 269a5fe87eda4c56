#include <prognos/theme.h>

#include <stddef.h>
#include <string.h>

#include <prognos/number.h>

/* What a theme may say, in the order in which it is written. */
typedef struct theme_row {
  const char *name;
  enum { FONT, COLOUR, PART, COLOURS } kind;
  size_t offset; /* in prg_theme */
} theme_row;

#define ROW(name, kind)                                                                            \
  { #name, kind, offsetof(prg_theme, name) }

static const theme_row rows[] = {
    ROW(font_name, FONT),
    ROW(font_name_emf, FONT),
    ROW(paper, COLOUR),
    ROW(ink, COLOUR),
    ROW(quiet, COLOUR),
    ROW(grid, COLOUR),
    ROW(axis, COLOUR),
    ROW(zone_forecast, COLOUR),
    ROW(zone_outlook, COLOUR),
    ROW(zone_line, COLOUR),
    ROW(capacity_colour, COLOUR),
    ROW(good, COLOUR),
    ROW(doubtful, COLOUR),
    ROW(bad, COLOUR),
    ROW(band_80, PART),
    ROW(band_95, PART),
    ROW(colour, COLOURS),
    ROW(text_colour, COLOURS),
};
#define ROWS (sizeof rows / sizeof *rows)

static const double part_least = 0.02, width_least = 0.5, width_most = 20, dash_most = 100;

/* A line that is being read. */
typedef struct theme_line {
  const char *at, *end;
  const char *file;
  size_t number;
  prg_theme *theme;
  prg_error *error;
} theme_line;

static prg_status fail(const theme_line *line, prg_text text, const prg_argument *arguments) {
  return prg_fail_at(line->error, line->file, line->number, 0, text, arguments);
}

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static void skip_blanks(theme_line *line) {
  while (line->at < line->end && is_blank(*line->at))
    line->at++;
}

/* True, and past it, if this character is next. */
static bool take(theme_line *line, char c) {
  skip_blanks(line);
  if (line->at == line->end || *line->at != c)
    return false;
  line->at++;
  return true;
}

/* Letters, digits, underscores and points: names, numbers, colours. "" if none is next. */
typedef struct theme_word {
  const char *start;
  size_t length;
} theme_word;

static theme_word take_word(theme_line *line) {
  skip_blanks(line);
  const char *start = line->at;
  while (line->at < line->end && (is_letter(*line->at) || is_digit(*line->at) || *line->at == '_' ||
                                  *line->at == '.' || *line->at == '-'))
    line->at++;
  return (theme_word){start, (size_t)(line->at - start)};
}

static bool is_word(theme_word word, const char *text) {
  return word.length == strlen(text) && memcmp(word.start, text, word.length) == 0;
}

static bool take_this_word(theme_line *line, const char *text) {
  return is_word(take_word(line), text);
}

/* Nothing more, or a comment. */
static bool at_end(theme_line *line) {
  skip_blanks(line);
  return line->at == line->end || *line->at == '#';
}

/* What is left of the line, for a message. */
static prg_argument rest(theme_line *line) {
  skip_blanks(line);
  return prg_string_n(line->at, (size_t)(line->end - line->at));
}

static bool take_number(theme_line *line, double least, double most, double *value) {
  theme_word word = take_word(line);
  return prg_number_parse(word.start, word.length, '.', value) && *value >= least && *value <= most;
}

static bool take_whole(theme_line *line, int *value) {
  double number;
  if (!take_number(line, 0, 99, &number) || number != (int)number)
    return false;
  *value = (int)number;
  return true;
}

/* 0xRRGGBB, all six digits. */
static bool take_colour(theme_line *line, prg_colour *colour) {
  theme_word word = take_word(line);
  prg_colour value = 0;
  if (word.length != 8 || word.start[0] != '0' || (word.start[1] != 'x' && word.start[1] != 'X'))
    return false;
  for (size_t i = 2; i < 8; i++) {
    char c = word.start[i];
    int digit = is_digit(c)            ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
    if (digit < 0)
      return false;
    value = value << 4 | (prg_colour)digit;
  }
  *colour = value;
  return true;
}

/* In single quotes, of characters that mean nothing to gnuplot, SVG and the finders of fonts. */
static bool take_font(theme_line *line, char font[PRG_THEME_FONT_BYTES]) {
  if (!take(line, '\''))
    return false;
  const char *start = line->at;
  while (line->at < line->end &&
         (is_letter(*line->at) || is_digit(*line->at) || *line->at == ' ' || *line->at == '-'))
    line->at++;
  size_t n = (size_t)(line->at - start);
  if (n == 0 || n >= PRG_THEME_FONT_BYTES || !is_letter(*start) || !take(line, '\''))
    return false;
  memcpy(font, start, n);
  font[n] = '\0';
  return true;
}

static bool take_colours(theme_line *line, prg_colour colour[PRG_THEME_SERIES]) {
  int n;
  if (!take(line, '[') || !take_whole(line, &n) || n != PRG_THEME_SERIES || !take(line, ']') ||
      !take(line, '=') || !take(line, '['))
    return false;
  for (size_t i = 0; i < PRG_THEME_SERIES; i++)
    if ((i > 0 && !take(line, ',')) || !take_colour(line, &colour[i]))
      return false;
  return take(line, ']') && at_end(line);
}

static const theme_row *find_row(theme_word name) {
  for (size_t i = 0; i < ROWS; i++)
    if (is_word(name, rows[i].name))
      return &rows[i];
  return NULL;
}

static prg_status no_such_name(const theme_line *line, theme_word name) {
  prg_buffer names = {0};
  for (size_t i = 0; i < ROWS; i++)
    prg_buffer_printf(&names, "%s%s", i > 0 ? ", " : "", rows[i].name);
  prg_argument known = prg_string(prg_buffer_string(&names));
  prg_buffer_free(&names);
  return fail(line, PRG_TEXT_THEME_NAME, PRG_ARGS(prg_string_n(name.start, name.length), known));
}

/* name = value */
static prg_status read_value(theme_line *line, const theme_row *row) {
  char *field = (char *)line->theme + row->offset;
  prg_argument name = prg_string(row->name), value = rest(line);
  if (row->kind == FONT && !(take_font(line, field) && at_end(line)))
    return fail(line, PRG_TEXT_THEME_FONT, PRG_ARGS(name, value));
  if (row->kind == COLOUR && !(take_colour(line, (prg_colour *)(void *)field) && at_end(line)))
    return fail(line, PRG_TEXT_THEME_COLOUR, PRG_ARGS(name, value));
  if (row->kind == PART &&
      !(take_number(line, part_least, 1, (double *)(void *)field) && at_end(line)))
    return fail(line, PRG_TEXT_THEME_PART, PRG_ARGS(name, prg_number(part_least, -1), value));
  return PRG_OK;
}

/* array name[5] = [colour, …] */
static prg_status read_array(theme_line *line) {
  theme_word name = take_word(line);
  const theme_row *row = find_row(name);
  if (row == NULL)
    return no_such_name(line, name);
  prg_colour *field = (prg_colour *)(void *)((char *)line->theme + row->offset);
  prg_colour colour[PRG_THEME_SERIES];
  if (row->kind != COLOURS || !take_colours(line, colour))
    return fail(line, PRG_TEXT_THEME_COLOURS, PRG_ARGS(prg_string(row->name)));
  memcpy(field, colour, sizeof colour);
  return PRG_OK;
}

/* solid, or (dash,gap,…) */
static bool take_dashes(theme_line *line, prg_line_style *style) {
  style->n_dash = 0;
  if (!take(line, '('))
    return take_this_word(line, "solid");
  do {
    if (style->n_dash == PRG_THEME_DASHES ||
        !take_number(line, 1, dash_most, &style->dash[style->n_dash++]))
      return false;
  } while (take(line, ','));
  return take(line, ')') && style->n_dash % 2 == 0;
}

/* lc rgb colour[k] lw width dt dashes pt marker: a line has its series' colour. */
static bool take_style(theme_line *line, int series, prg_line_style *style) {
  int of;
  return take_this_word(line, "lc") && take_this_word(line, "rgb") &&
         take_this_word(line, "colour") && take(line, '[') && take_whole(line, &of) &&
         of == series && take(line, ']') && take_this_word(line, "lw") &&
         take_number(line, width_least, width_most, &style->width) && take_this_word(line, "dt") &&
         take_dashes(line, style) && take_this_word(line, "pt") &&
         take_whole(line, &style->marker) && style->marker >= 5 && style->marker <= 15 &&
         style->marker % 2 == 1 && at_end(line);
}

/* That of `set style line number`; NULL if a theme has none. */
static prg_line_style *style_of(prg_theme *theme, int number) {
  int series = number % 10;
  if (series < 1 || series > PRG_THEME_SERIES || number >= 20)
    return NULL;
  return number < 10 ? &theme->outcome[series - 1] : &theme->forecast[series - 1];
}

/* set style line n … */
static prg_status read_style(theme_line *line) {
  int n = 0;
  prg_line_style read = {0};
  bool begun =
      take_this_word(line, "style") && take_this_word(line, "line") && take_whole(line, &n);
  prg_line_style *style = style_of(line->theme, n);
  if (!begun || style == NULL || !take_style(line, n % 10, &read))
    return fail(line, PRG_TEXT_THEME_STYLE, NULL);
  *style = read;
  return PRG_OK;
}

static prg_status read_line(theme_line *line) {
  if (at_end(line))
    return PRG_OK;
  prg_argument whole = rest(line);
  theme_word word = take_word(line);
  if (is_word(word, "array"))
    return read_array(line);
  if (is_word(word, "set"))
    return read_style(line);
  if (word.length == 0 || !take(line, '='))
    return fail(line, PRG_TEXT_THEME_LINE, PRG_ARGS(whole));
  const theme_row *row = find_row(word);
  if (row == NULL)
    return no_such_name(line, word);
  return row->kind == COLOURS ? fail(line, PRG_TEXT_THEME_COLOURS, PRG_ARGS(prg_string(row->name)))
                              : read_value(line, row);
}

static prg_status read_lines(const char *file, const char *bytes, size_t n, prg_theme *theme,
                             prg_error *error) {
  static const char mark[] = "\xEF\xBB\xBF"; /* Notepad's */
  const char *end = bytes + n;
  bool marked = n >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
  const char *at = marked ? bytes + strlen(mark) : bytes;
  prg_status status = PRG_OK;
  for (size_t number = 1; status == PRG_OK && at < end; number++) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    stop = stop == NULL ? end : stop;
    theme_line line = {at, stop, file, number, theme, error};
    status = read_line(&line);
    at = stop + (stop < end);
  }
  return status;
}

const prg_theme_source *prg_theme_source_find(const char *name) {
  for (const prg_theme_source *source = prg_theme_sources; source->name != NULL; source++)
    if (strcmp(source->name, name) == 0)
      return source;
  return NULL;
}

prg_status prg_theme_read(const char *file, const char *bytes, size_t n, prg_theme *theme,
                          prg_error *error) {
  const char *usual = prg_theme_source_find("default")->text;
  *theme = (prg_theme){0};
  prg_status status = read_lines("default", usual, strlen(usual), theme, error);
  return status == PRG_OK ? read_lines(file, bytes, n, theme, error) : status;
}

bool prg_theme_of_name(const char *name, prg_theme *theme) {
  const prg_theme_source *source = prg_theme_source_find(name);
  return source != NULL &&
         prg_theme_read(name, source->text, strlen(source->text), theme, NULL) == PRG_OK;
}

static void write_colours(const prg_colour *colour, prg_buffer *out) {
  for (size_t i = 0; i < PRG_THEME_SERIES; i++)
    prg_buffer_printf(out, "%s0x%06X", i > 0 ? ", " : "", (unsigned)colour[i]);
}

static void write_row(const prg_theme *theme, const theme_row *row, prg_buffer *out) {
  const void *field = (const char *)theme + row->offset;
  prg_buffer_printf(out, row->kind == COLOURS ? "array %s[5] = [" : "%s = ", row->name);
  switch (row->kind) {
  case FONT:
    prg_buffer_printf(out, "'%s'", (const char *)field);
    break;
  case COLOUR:
    prg_buffer_printf(out, "0x%06X", (unsigned)*(const prg_colour *)field);
    break;
  case PART:
    prg_buffer_add_shortest(out, *(const double *)field);
    break;
  case COLOURS:
    write_colours(field, out);
    prg_buffer_add(out, "]");
    break;
  }
  prg_buffer_add(out, "\n");
}

static void write_style(int number, const prg_line_style *style, prg_buffer *out) {
  prg_buffer_printf(out, "set style line %d lc rgb colour[%d] lw ", number, number % 10);
  prg_buffer_add_shortest(out, style->width);
  prg_buffer_add(out, style->n_dash == 0 ? " dt solid" : " dt (");
  for (size_t i = 0; i < style->n_dash; i++) {
    prg_buffer_add(out, i > 0 ? "," : "");
    prg_buffer_add_shortest(out, style->dash[i]);
  }
  prg_buffer_printf(out, "%s pt %d\n", style->n_dash == 0 ? "" : ")", style->marker);
}

void prg_theme_write(const prg_theme *theme, prg_buffer *out) {
  for (size_t i = 0; i < ROWS; i++)
    write_row(theme, &rows[i], out);
  for (int i = 0; i < PRG_THEME_SERIES; i++)
    write_style(1 + i, &theme->outcome[i], out);
  for (int i = 0; i < PRG_THEME_SERIES; i++)
    write_style(11 + i, &theme->forecast[i], out);
}
