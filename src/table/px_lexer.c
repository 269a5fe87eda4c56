#include "table/px_lexer.h"

#include <stdlib.h>
#include <string.h>

typedef struct lexer {
  px_file *px;
  const char *p;
  const char *keyword; /* of the statement being read, for errors */
  size_t keyword_length;
  const char *counted; /* up to here the lines are counted */
  size_t line;
} lexer;

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_keyword_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

static void skip_blanks(lexer *l) {
  while (l->p < l->px->end && is_blank(*l->p))
    l->p++;
}

static char here(const lexer *l) {
  return l->p < l->px->end ? *l->p : '\0';
}

size_t px_line(const px_file *px, const char *place) {
  size_t line = 1;
  for (const char *p = px->text; p < place && (p = memchr(p, '\n', (size_t)(place - p))) != NULL;
       p++)
    line++;
  return line;
}

/* What stands at the place, cut at the line's end or after a few words. */
static prg_argument what_is_there(const lexer *l) {
  size_t n = 0, left = (size_t)(l->px->end - l->p);
  if (left == 0)
    return prg_text_argument(PRG_TEXT_PX_END_OF_FILE);
  while (n < left && n < 24 && l->p[n] != '\n' && l->p[n] != '\r')
    n++;
  while (n > 0 && n < left && ((unsigned char)l->p[n] & 0xC0) == 0x80)
    n--;
  return n == 0 ? prg_text_argument(PRG_TEXT_PX_END_OF_LINE) : prg_string_n(l->p, n);
}

static prg_status fail_here(const lexer *l, prg_text expected, prg_error *error) {
  bool known = l->keyword_length > 0;
  return prg_fail_at(
      error, NULL, px_line(l->px, l->p), 0, PRG_TEXT_PX_SYNTAX,
      PRG_ARGS(known ? prg_string_n(l->keyword, l->keyword_length) : prg_string("PX"),
               what_is_there(l), prg_text_argument(expected)));
}

static size_t keep(px_file *px, const char *text, size_t n) {
  size_t offset = px->strings.length;
  prg_buffer_add_n(&px->strings, text, n);
  prg_buffer_add_n(&px->strings, "", 1);
  return offset;
}

/* A string, which may go on as further strings after blanks. Its text goes to the strings. */
static prg_status read_string(lexer *l, size_t *text, prg_error *error) {
  prg_buffer *strings = &l->px->strings;
  *text = strings->length;
  while (here(l) == '"') {
    const char *begin = ++l->p;
    const char *end = memchr(begin, '"', (size_t)(l->px->end - begin));
    if (end == NULL) {
      l->p = begin - 1;
      return fail_here(l, PRG_TEXT_PX_STRING_END, error);
    }
    prg_buffer_add_n(strings, begin, (size_t)(end - begin));
    l->p = end + 1;
    skip_blanks(l);
  }
  prg_buffer_add_n(strings, "", 1);
  return PRG_OK;
}

/* YES, 2, TLIST: up to a mark. */
static size_t read_bare(lexer *l) {
  const char *begin = l->p, *end = begin;
  for (; l->p < l->px->end && strchr(",;()\":=\n", *l->p) == NULL; l->p++)
    end = is_blank(*l->p) ? end : l->p + 1;
  return keep(l->px, begin, (size_t)(end - begin));
}

static bool add_value(px_file *px, px_value value) {
  if (px->n_values == px->value_capacity) {
    size_t capacity = px->value_capacity == 0 ? 64 : 2 * px->value_capacity;
    px_value *grown = realloc(px->value, capacity * sizeof *grown);
    if (grown == NULL)
      return false;
    px->value = grown;
    px->value_capacity = capacity;
  }
  px->value[px->n_values++] = value;
  return true;
}

/* The values of a statement and its semicolon. */
static prg_status read_values(lexer *l, prg_error *error) {
  char before = '=';
  for (;;) {
    skip_blanks(l);
    px_value value = {.before = before, .bare = here(l) != '"'};
    prg_status status = PRG_OK;
    if (value.bare && here(l) == '-')
      value.text = keep(l->px, "", 0);
    else if (value.bare)
      value.text = read_bare(l);
    else
      status = read_string(l, &value.text, error);
    if (status != PRG_OK)
      return status;
    bool is_nothing = value.bare && *px_text(l->px, value.text) == '\0';
    if (!(is_nothing && before != ',') && !add_value(l->px, value))
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    skip_blanks(l);
    before = here(l);
    if (before == '\0' || strchr(",;()-:=", before) == NULL)
      return fail_here(l, PRG_TEXT_PX_MARK, error);
    l->p++;
    if (before == ';')
      return PRG_OK;
  }
}

/* [sv] */
static prg_status read_language(lexer *l, px_statement *s, prg_error *error) {
  if (here(l) != '[')
    return PRG_OK;
  const char *begin = ++l->p;
  while (l->p < l->px->end && *l->p != ']' && *l->p != '\n')
    l->p++;
  if (here(l) != ']')
    return fail_here(l, PRG_TEXT_PX_LANGUAGE_END, error);
  size_t n = (size_t)(l->p++ - begin);
  bool quoted = n >= 2 && *begin == '"';
  s->language = keep(l->px, begin + quoted, n - 2 * (size_t)quoted);
  return PRG_OK;
}

/* The string without blanks around it, as cubes keep theirs. */
static size_t trimmed(px_file *px, size_t text) {
  if (px->strings.failed)
    return 0;
  char *string = px->strings.data + text;
  size_t n = strlen(string), skip = strspn(string, " \t\r\n");
  while (n > skip && is_blank(string[n - 1]))
    string[--n] = '\0';
  return text + skip;
}

/* ("region"): the first counts, the others belong to notes. */
static prg_status read_subkeys(lexer *l, px_statement *s, prg_error *error) {
  if (here(l) != '(')
    return PRG_OK;
  do {
    l->p++;
    skip_blanks(l);
    if (here(l) != '"')
      return fail_here(l, PRG_TEXT_PX_SUBKEY, error);
    size_t subkey;
    prg_status status = read_string(l, &subkey, error);
    if (status != PRG_OK)
      return status;
    s->subkey = s->subkey == 0 ? trimmed(l->px, subkey) : s->subkey;
  } while (here(l) == ',');
  if (here(l) != ')')
    return fail_here(l, PRG_TEXT_PX_SUBKEY_END, error);
  l->p++;
  return PRG_OK;
}

/* KEYWORD[language]("subkey")= */
static prg_status read_head(lexer *l, px_statement *s, prg_error *error) {
  l->keyword = l->p;
  l->keyword_length = 0;
  while (is_keyword_character(here(l)))
    l->p++;
  if (l->p == l->keyword)
    return fail_here(l, PRG_TEXT_PX_KEYWORD, error);
  l->keyword_length = (size_t)(l->p - l->keyword);
  while ((l->counted = memchr(l->counted, '\n', (size_t)(l->keyword - l->counted))) != NULL) {
    l->counted++;
    l->line++;
  }
  l->counted = l->keyword;
  s->line = l->line;
  s->keyword = keep(l->px, l->keyword, l->keyword_length);
  skip_blanks(l);
  prg_status status = read_language(l, s, error);
  skip_blanks(l);
  if (status == PRG_OK)
    status = read_subkeys(l, s, error);
  skip_blanks(l);
  if (status == PRG_OK && here(l) != '=')
    status = fail_here(l, PRG_TEXT_PX_EQUALS, error);
  l->p++;
  return status;
}

static bool add_statement(px_file *px, px_statement statement) {
  if (px->n == px->capacity) {
    size_t capacity = px->capacity == 0 ? 64 : 2 * px->capacity;
    px_statement *grown = realloc(px->statement, capacity * sizeof *grown);
    if (grown == NULL)
      return false;
    px->statement = grown;
    px->capacity = capacity;
  }
  px->statement[px->n++] = statement;
  return true;
}

static bool is_wanted(const char *keyword, const char *const *wanted) {
  while (*wanted != NULL && strcmp(keyword, *wanted) != 0)
    wanted++;
  return *wanted != NULL;
}

static prg_status read_statement(lexer *l, const char *const *wanted, prg_error *error) {
  px_file *px = l->px;
  size_t strings = px->strings.length;
  px_statement s = {.first = px->n_values};
  prg_status status = read_head(l, &s, error);
  if (status == PRG_OK && strcmp(px_text(px, s.keyword), "DATA") == 0) {
    px->data = l->p;
    return PRG_OK;
  }
  if (status == PRG_OK)
    status = read_values(l, error);
  s.n = px->n_values - s.first;
  if (status != PRG_OK || px->strings.failed)
    return status;
  if (is_wanted(px_text(px, s.keyword), wanted))
    return add_statement(px, s) ? PRG_OK : prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  px->n_values = s.first;
  px->strings.length = strings;
  return PRG_OK;
}

prg_status px_file_read(px_file *px, const char *text, size_t n, const char *const *wanted,
                        prg_error *error) {
  *px = (px_file){.text = text, .end = text + n};
  lexer l = {.px = px, .p = text, .counted = text, .line = 1};
  prg_status status = PRG_OK;
  prg_buffer_add_n(&px->strings, "", 1); /* offset 0 is "" */
  for (skip_blanks(&l); status == PRG_OK && px->data == NULL && l.p < px->end; skip_blanks(&l))
    status = read_statement(&l, wanted, error);
  if (status == PRG_OK && px->strings.failed)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK && px->data == NULL)
    status = prg_fail_at(error, NULL, px_line(px, px->end), 0, PRG_TEXT_PX_NO_DATA, NULL);
  return status;
}

void px_file_clear(px_file *px) {
  prg_buffer_free(&px->strings);
  free(px->statement);
  free(px->value);
  *px = (px_file){0};
}

const char *px_text(const px_file *px, size_t offset) {
  return px->strings.data == NULL ? "" : px->strings.data + offset;
}

const px_statement *px_find(const px_file *px, const char *keyword, const char *language,
                            const char *subkey) {
  for (size_t i = 0; i < px->n; i++) {
    const px_statement *s = &px->statement[i];
    if (strcmp(px_text(px, s->keyword), keyword) == 0 &&
        strcmp(px_text(px, s->language), language) == 0 &&
        strcmp(px_text(px, s->subkey), subkey) == 0)
      return s;
  }
  return NULL;
}

bool px_starts(const char *text, size_t n) {
  const char *p = text, *end = text + n;
  while (p < end && is_keyword_character(*p))
    p++;
  if (p - text < 3 || (*text >= '0' && *text <= '9'))
    return false;
  if (p < end && *p == '[' && (p = memchr(p, ']', (size_t)(end - p))) != NULL)
    p++;
  if (p != NULL && p < end && *p == '(' && (p = memchr(p, ')', (size_t)(end - p))) != NULL)
    p++;
  while (p != NULL && p < end && is_blank(*p))
    p++;
  if (p == NULL || p == end || *p++ != '=')
    return false;
  while (p < end && is_blank(*p))
    p++;
  return p < end && *p == '"';
}
