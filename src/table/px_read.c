#include "table/px_read.h"

#include <stdlib.h>
#include <string.h>

#include "table/cube_index.h"
#include "table/cube_parts.h"
#include "table/fold.h"

#define PX_HEAD_BYTES ((size_t)64 << 10) /* in which CODEPAGE and CHARSET stand */

typedef struct reader {
  px_file px;
  const char *language; /* "" for the file's own: of the labels */
  prg_cube *cube;       /* filled */
  const prg_cube_options *options;
} reader;

bool px_is(const char *bytes, size_t n) {
  return px_starts(bytes, n);
}

/* --- encoding --- */

/* The string after `keyword="`, in the head of the file; its length, 0 if it is not there. */
static size_t head_value(const char *bytes, size_t n, const char *keyword, const char **value) {
  size_t head = n < PX_HEAD_BYTES ? n : PX_HEAD_BYTES, length = strlen(keyword);
  const char *found = memmem(bytes, head, keyword, length);
  if (found == NULL || (found > bytes && found[-1] != '\n' && found[-1] != ';'))
    return 0;
  *value = found + length;
  const char *end = memchr(*value, '"', (size_t)(bytes + head - *value));
  return end == NULL ? 0 : (size_t)(end - *value);
}

static bool is_ascii(const char *bytes, size_t n) {
  unsigned char all = 0;
  for (size_t i = 0; i < n; i++)
    all |= (unsigned char)bytes[i];
  return all < 0x80;
}

/* CODEPAGE says it; else CHARSET="ANSI" is Windows; without it the file is from DOS, or as found.
 */
static prg_status find_encoding(const char *bytes, size_t n, prg_encoding *encoding,
                                prg_error *error) {
  const char *value;
  if (*encoding != PRG_ENCODING_UNKNOWN)
    return PRG_OK;
  *encoding = prg_encoding_find(bytes, n);
  if (*encoding == PRG_UTF_8_BOM || is_ascii(bytes, n))
    return PRG_OK;
  size_t length = head_value(bytes, n, "CODEPAGE=\"", &value);
  if (length > 0) {
    char name[32] = "";
    memcpy(name, value, length < sizeof name ? length : sizeof name - 1);
    if (prg_encoding_from_name(name, encoding))
      return PRG_OK;
    return prg_fail(error, PRG_TEXT_PX_CODEPAGE_UNKNOWN, PRG_ARGS(prg_string(name)));
  }
  length = head_value(bytes, n, "CHARSET=\"", &value);
  if (*encoding == PRG_CP850 && length == 4 && memcmp(value, "ANSI", 4) == 0)
    *encoding = PRG_WINDOWS_1252;
  return PRG_OK;
}

/* --- statements --- */

static prg_status fail_statement(const px_statement *s, prg_text text,
                                 const prg_argument *arguments, prg_error *error) {
  return prg_fail_at(error, NULL, s->line, 0, text, arguments);
}

/* The statement in the file's own language; PRG_EINPUT if it comes twice. */
static prg_status find_once(const reader *r, const char *keyword, const char *subkey,
                            const px_statement **found, prg_error *error) {
  *found = px_find(&r->px, keyword, "", subkey);
  for (size_t i = 0; i < r->px.n; i++) {
    const px_statement *s = &r->px.statement[i];
    if (s > *found && *found != NULL && strcmp(px_text(&r->px, s->keyword), keyword) == 0 &&
        *px_text(&r->px, s->language) == '\0' && strcmp(px_text(&r->px, s->subkey), subkey) == 0)
      return fail_statement(
          s, PRG_TEXT_PX_TWICE,
          PRG_ARGS(prg_string(keyword), prg_string(subkey), prg_integer((long long)(*found)->line)),
          error);
  }
  return PRG_OK;
}

static const char *value_text(const reader *r, const px_statement *s, size_t i) {
  return i < s->n ? px_text(&r->px, r->px.value[s->first + i].text) : "";
}

/* The first value of the statement in the language of the labels, else in the file's own. */
static const char *text_of(const reader *r, const char *keyword) {
  const px_statement *s = px_find(&r->px, keyword, r->language, "");
  if (s == NULL)
    s = px_find(&r->px, keyword, "", "");
  return s == NULL ? "" : value_text(r, s, 0);
}

/* The language of the labels: the reader's own if the file has it. */
static void choose_language(reader *r) {
  const char *wanted = r->options->language == PRG_ENGLISH ? "en" : "sv";
  r->language = "";
  const px_statement *own = px_find(&r->px, "LANGUAGE", "", "");
  if (own != NULL && strcmp(value_text(r, own, 0), wanted) == 0)
    return;
  for (size_t i = 0; i < r->px.n; i++)
    if (strcmp(px_text(&r->px, r->px.statement[i].language), wanted) == 0)
      r->language = wanted;
}

/* --- dimensions --- */

static prg_status add_variables(reader *r, const char *keyword, prg_error *error) {
  const px_statement *names, *labels = NULL;
  prg_status status = find_once(r, keyword, "", &names, error);
  if (status != PRG_OK || names == NULL)
    return status;
  if (*r->language != '\0')
    labels = px_find(&r->px, keyword, r->language, "");
  for (size_t i = 0; i < names->n && status == PRG_OK; i++) {
    const char *name = value_text(r, names, i);
    const char *label = labels != NULL && labels->n == names->n ? value_text(r, labels, i) : name;
    if (*name == '\0' || cube_find_dimension(r->cube, name) != NO_DIMENSION)
      return fail_statement(names, PRG_TEXT_PX_VARIABLE_WRONG,
                            PRG_ARGS(prg_string(keyword), prg_string(name)), error);
    status = cube_add_dimension(r->cube, name, label, error);
  }
  return status;
}

/* The labels of the values: in the language of the labels if they are as many there, unless the
 * rows of the data are told by the values. */
static const px_statement *find_labels(const reader *r, size_t d, const px_statement *values) {
  const char *label = prg_cube_text(r->cube, r->cube->dimension[d].label);
  const char *id = prg_cube_text(r->cube, r->cube->dimension[d].id);
  const px_statement *s = NULL;
  if (*r->language != '\0' && px_find(&r->px, "KEYS", "", id) == NULL)
    s = px_find(&r->px, "VALUES", r->language, label);
  return s != NULL && s->n == values->n ? s : values;
}

static prg_status fail_count(const reader *r, const px_statement *s, size_t d,
                             const px_statement *values, prg_error *error) {
  return fail_statement(s, PRG_TEXT_PX_COUNT,
                        PRG_ARGS(prg_string(px_text(&r->px, s->keyword)),
                                 prg_string(prg_cube_text(r->cube, r->cube->dimension[d].id)),
                                 prg_integer((long long)s->n), prg_integer((long long)values->n)),
                        error);
}

static prg_status add_values(reader *r, size_t d, prg_error *error) {
  const char *id = prg_cube_text(r->cube, r->cube->dimension[d].id);
  const px_statement *values, *codes;
  prg_status status = find_once(r, "VALUES", id, &values, error);
  if (status == PRG_OK)
    status = find_once(r, "CODES", id, &codes, error);
  if (status != PRG_OK)
    return status;
  if (values == NULL)
    return prg_fail(error, PRG_TEXT_PX_NO_VALUES, PRG_ARGS(prg_string(id)));
  if (codes != NULL && codes->n != values->n)
    return fail_count(r, codes, d, values, error);
  const px_statement *labels = find_labels(r, d, values);
  for (size_t i = 0; i < values->n; i++) {
    const char *code = codes == NULL ? "" : value_text(r, codes, i);
    status = cube_add_member(r->cube, d, code, value_text(r, labels, i), error);
    if (status != PRG_OK && error != NULL)
      error->line = values->line;
    if (status != PRG_OK)
      return status;
  }
  return PRG_OK;
}

/* VARIABLECODE is the dimension's id for programs; the name was needed to find its statements. */
static void set_code(reader *r, size_t d) {
  const char *id = prg_cube_text(r->cube, r->cube->dimension[d].id);
  const px_statement *s = px_find(&r->px, "VARIABLECODE", "", id);
  const char *code = s == NULL ? "" : value_text(r, s, 0);
  size_t offset = cube_add_text(r->cube, code, strlen(code));
  if (offset > 0)
    r->cube->dimension[d].id = offset;
}

static prg_status add_dimensions(reader *r, prg_error *error) {
  prg_status status = add_variables(r, "STUB", error);
  if (status == PRG_OK)
    status = add_variables(r, "HEADING", error);
  if (status == PRG_OK && r->cube->n_dimensions == 0)
    status = prg_fail(error, PRG_TEXT_PX_NO_VARIABLES, NULL);
  for (size_t d = 0; d < r->cube->n_dimensions && status == PRG_OK; d++)
    status = add_values(r, d, error);
  return status;
}

/* --- TIMEVAL --- */

/* 20061 of scale Q1 is 2006K1: what stands between the year and the rest in our notation. */
static bool time_mark(char scale, const char **mark) {
  static const char scales[] = "AHQMWD";
  static const char *const marks[] = {"", "H", "K", "M", "V", ""};
  const char *found = scale == '\0' ? NULL : strchr(scales, scale);
  if (found != NULL)
    *mark = marks[found - scales];
  return found != NULL;
}

static size_t time_code(reader *r, const char *mark, const char *value) {
  prg_buffer code = {0};
  size_t n = strlen(value);
  bool plain = n > 4 && strspn(value, "0123456789") == n; /* 2006Q1 is written out already */
  prg_buffer_printf(&code, "%.*s%s%s", plain ? 4 : (int)n, value, plain ? mark : "",
                    plain ? value + 4 : "");
  size_t offset = cube_add_text(r->cube, prg_buffer_string(&code), code.length);
  prg_buffer_free(&code);
  return offset;
}

/* TLIST(A1,"1994"-"1996"): the first and the last, as many as there are values. */
static prg_status set_time_range(reader *r, size_t d, const px_statement *s, const char *mark,
                                 prg_error *error) {
  prg_dimension *time = &r->cube->dimension[d];
  prg_period first, last;
  char printed[PRG_PERIOD_BYTES];
  const char *from = prg_cube_text(r->cube, time_code(r, mark, value_text(r, s, 2)));
  bool good = prg_period_parse(from, strlen(from), &first);
  const char *to = prg_cube_text(r->cube, time_code(r, mark, value_text(r, s, 3)));
  good = good && prg_period_parse(to, strlen(to), &last) && first.frequency == last.frequency;
  if (!good || last.ordinal - first.ordinal != (int)time->n - 1)
    return fail_statement(s, PRG_TEXT_PX_TIME_RANGE,
                          PRG_ARGS(prg_string(value_text(r, s, 2)), prg_string(value_text(r, s, 3)),
                                   prg_integer((long long)time->n)),
                          error);
  for (size_t i = 0; i < time->n; i++) {
    prg_period_print(prg_period_add(first, (int)i), printed);
    time->member[i].code = cube_add_text(r->cube, printed, strlen(printed));
  }
  return PRG_OK;
}

static prg_status set_time_list(reader *r, size_t d, const px_statement *s, const char *mark,
                                prg_error *error) {
  prg_dimension *time = &r->cube->dimension[d];
  if (s->n - 2 != time->n)
    return fail_statement(
        s, PRG_TEXT_PX_COUNT,
        PRG_ARGS(prg_string("TIMEVAL"), prg_string(prg_cube_text(r->cube, time->id)),
                 prg_integer((long long)s->n - 2), prg_integer((long long)time->n)),
        error);
  for (size_t i = 0; i < time->n; i++) {
    size_t code = time_code(r, mark, value_text(r, s, i + 2));
    if (code > 0)
      time->member[i].code = code;
  }
  return PRG_OK;
}

/* TIMEVAL("year")=TLIST(A1),"1994",… or TLIST(A1,"1994"-"1996") or TLIST(A1): the values say it. */
static prg_status set_time(reader *r, size_t d, prg_error *error) {
  const px_statement *s;
  const char *mark, *id = prg_cube_text(r->cube, r->cube->dimension[d].id);
  prg_status status = find_once(r, "TIMEVAL", id, &s, error);
  if (status != PRG_OK || s == NULL)
    return status;
  if (strcmp(value_text(r, s, 0), "TLIST") != 0)
    return fail_statement(s, PRG_TEXT_PX_TIME_SCALE, PRG_ARGS(prg_string(value_text(r, s, 0))),
                          error);
  if (!time_mark(value_text(r, s, 1)[0], &mark))
    return fail_statement(s, PRG_TEXT_PX_TIME_SCALE, PRG_ARGS(prg_string(value_text(r, s, 1))),
                          error);
  r->cube->time = r->cube->time == NO_DIMENSION ? d : r->cube->time;
  if (s->n == 2)
    return PRG_OK;
  bool range = s->n == 4 && r->px.value[s->first + 3].before == '-';
  return range ? set_time_range(r, d, s, mark, error) : set_time_list(r, d, s, mark, error);
}

/* --- the rest --- */

/* UNITS("Inmigrated")="number": of the members of the variable that says what is counted. */
static prg_status set_units(reader *r, prg_error *error) {
  const px_statement *content = px_find(&r->px, "CONTVARIABLE", "", "");
  size_t d =
      content == NULL ? NO_DIMENSION : cube_find_dimension(r->cube, value_text(r, content, 0));
  if (d == NO_DIMENSION)
    return PRG_OK;
  cube_index labels;
  prg_status status = cube_index_init(&labels, r->cube, d, true, error);
  for (size_t i = 0; i < r->px.n && status == PRG_OK; i++) {
    const px_statement *s = &r->px.statement[i];
    const char *subkey = px_text(&r->px, s->subkey), *unit = value_text(r, s, 0);
    size_t member;
    if (strcmp(px_text(&r->px, s->keyword), "UNITS") == 0 &&
        strcmp(px_text(&r->px, s->language), r->language) == 0 &&
        cube_index_find(&labels, subkey, strlen(subkey), &member))
      r->cube->dimension[d].member[member].unit = cube_add_text(r->cube, unit, strlen(unit));
  }
  cube_index_clear(&labels);
  return status;
}

static size_t add_text_of(reader *r, const char *keyword) {
  const char *text = text_of(r, keyword);
  return cube_add_text(r->cube, text, strlen(text));
}

static void set_texts(reader *r) {
  prg_cube *cube = r->cube;
  cube->title = add_text_of(r, "CONTENTS");
  if (cube->title == 0)
    cube->title = add_text_of(r, "TITLE");
  if (cube->title == 0)
    cube->title = add_text_of(r, "DESCRIPTION");
  if (cube->title == 0)
    cube->title = add_text_of(r, "MATRIX");
  cube->unit = add_text_of(r, "UNITS");
  cube->source = add_text_of(r, "SOURCE");
  cube->updated = add_text_of(r, "LAST-UPDATED");
}

static prg_status read_cube(reader *r, prg_error *error) {
  choose_language(r);
  prg_status status = add_dimensions(r, error);
  if (status == PRG_OK)
    status = px_read_data(&r->px, r->cube, error); /* its keys are the codes of CODES */
  for (size_t d = 0; d < r->cube->n_dimensions && status == PRG_OK; d++)
    status = set_time(r, d, error);
  if (status == PRG_OK)
    status = set_units(r, error);
  for (size_t d = 0; d < r->cube->n_dimensions && status == PRG_OK; d++)
    set_code(r, d);
  if (status == PRG_OK)
    set_texts(r);
  return status;
}

prg_status px_read(prg_cube *cube, const char *bytes, size_t n, const prg_cube_options *options,
                   prg_error *error) {
  static const char *const wanted[] = {
      "LANGUAGE",    "TITLE",         "CONTENTS",      "DESCRIPTION",  "MATRIX",
      "UNITS",       "SOURCE",        "STUB",          "HEADING",      "VALUES",
      "CODES",       "TIMEVAL",       "KEYS",          "CONTVARIABLE", "VARIABLECODE",
      "DATASYMBOL1", "DATASYMBOL2",   "DATASYMBOL3",   "DATASYMBOL4",  "DATASYMBOL5",
      "DATASYMBOL6", "DATASYMBOLNIL", "DATASYMBOLSUM", "LAST-UPDATED", NULL};
  reader r = {.cube = cube, .options = options};
  prg_decoded text = {0};
  prg_encoding encoding = options->encoding;
  cube->format = "PX";
  prg_status status = find_encoding(bytes, n, &encoding, error);
  if (status == PRG_OK)
    status = prg_decode(bytes, n, encoding, &text, error);
  cube->encoding = text.encoding;
  if (status == PRG_OK)
    status = px_file_read(&r.px, text.text, text.n, wanted, error);
  if (status == PRG_OK)
    status = read_cube(&r, error);
  px_file_clear(&r.px);
  prg_decoded_clear(&text);
  return status;
}
