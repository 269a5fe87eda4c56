#include "present/roff.h"

#include <string.h>

#define WIDTH 79

/* The line that is being written. */
static const char *line_begin(const prg_buffer *out) {
  const char *text = prg_buffer_string(out), *begin = text + out->length;
  while (begin > text && begin[-1] != '\n')
    begin--;
  return begin;
}

/* How wide text[0 … n) is to who reads roff in ASCII: a letter such as å is \[u00E5]. */
static size_t source_width(const char *text, size_t n) {
  size_t width = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned char byte = (unsigned char)text[i];
    width += byte >= 0xC0 ? 8 : byte < 0x80;
    width += byte == '-'; /* escaped */
  }
  return width;
}

static bool begins_line(const prg_buffer *out) {
  return out->length == 0 || out->data[out->length - 1] == '\n';
}

/* True if the word that text begins with has room on the line, after a blank. */
static bool has_room(const prg_buffer *out, const char *text) {
  const char *line = line_begin(out);
  return source_width(line, strlen(line)) + 1 + source_width(text, strcspn(text, " \n")) <= WIDTH;
}

/* At the beginning of a line a dot or an apostrophe begins a command, and a blank breaks it. */
static void guard_line(prg_buffer *out, char first) {
  if (begins_line(out) && (first == '.' || first == '\'' || first == ' '))
    prg_buffer_add(out, "\\&");
}

/* The characters that roff would set as others: a hyphen, curly quotes and accents. */
static void add_character(prg_buffer *out, char character) {
  switch (character) {
  case '\\':
    prg_buffer_add(out, "\\e");
    break;
  case '-':
    prg_buffer_add(out, "\\-");
    break;
  case '\'':
    prg_buffer_add(out, "\\(aq");
    break;
  case '`':
    prg_buffer_add(out, "\\(ga");
    break;
  case '^':
    prg_buffer_add(out, "\\(ha");
    break;
  case '~':
    prg_buffer_add(out, "\\(ti");
    break;
  default:
    prg_buffer_add_char(out, character);
  }
}

static void add_escaped(prg_buffer *out, const char *text, size_t n) {
  for (size_t i = 0; i < n; i++)
    add_character(out, text[i]);
}

/* Words of running text, where a blank and a line feed are the same. */
static void add_words(prg_buffer *out, const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) {
    guard_line(out, text[i]);
    if (text[i] == ' ' || text[i] == '\n')
      prg_buffer_add_char(out, i + 1 < n && !has_room(out, text + i + 1) ? '\n' : ' ');
    else
      add_character(out, text[i]);
  }
}

/* In a macro's line every argument is quoted. */
static void add_argument(prg_buffer *out, const char *text) {
  prg_buffer_add(out, " \"");
  for (; *text != '\0'; text++)
    if (*text == '"')
      prg_buffer_add(out, "\\(dq");
    else
      add_character(out, *text);
  prg_buffer_add_char(out, '"');
}

void roff_begin(prg_buffer *out, const char *name, int section, const char *date,
                const char *source, const char *manual) {
  prg_buffer_add(out, ".TH ");
  for (; *name != '\0'; name++)
    add_character(out, *name >= 'a' && *name <= 'z' ? (char)(*name - 'a' + 'A') : *name);
  prg_buffer_printf(out, " %d \"%s\"", section, date);
  add_argument(out, source);
  add_argument(out, manual);
  prg_buffer_add(out, "\n.nh\n.ad l\n"); /* options and names are not to be hyphenated */
}

void roff_end_line(prg_buffer *out) {
  if (!begins_line(out))
    prg_buffer_add_char(out, '\n');
}

void roff_heading(prg_buffer *out, const char *heading) {
  roff_end_line(out);
  prg_buffer_add(out, ".SH");
  add_argument(out, heading);
  prg_buffer_add_char(out, '\n');
}

void roff_add(prg_buffer *out, roff_font font, const char *text) {
  static const char *const begin[] = {"", "\\fB", "\\fI"};
  prg_buffer_add(out, begin[font]);
  add_words(out, text, strlen(text));
  if (font != ROFF_PLAIN)
    prg_buffer_add(out, "\\fR");
}

void roff_paragraphs(prg_buffer *out, const char *text) {
  for (bool first = true; *text != '\0'; first = false) {
    const char *end = strstr(text, "\n\n");
    size_t n = end == NULL ? strlen(text) : (size_t)(end - text);
    roff_end_line(out);
    if (!first)
      prg_buffer_add(out, ".PP\n");
    add_words(out, text, n);
    roff_end_line(out);
    text += n + (end == NULL ? 0 : 2);
  }
}

void roff_item(prg_buffer *out) {
  roff_end_line(out);
  prg_buffer_add(out, ".TP\n");
}

/* True if nothing has been written under the last heading. */
static bool follows_heading(const prg_buffer *out) {
  const char *text = prg_buffer_string(out), *line = text + out->length - (out->length > 0);
  while (line > text && line[-1] != '\n')
    line--;
  return strncmp(line, ".SH", 3) == 0;
}

void roff_lines(prg_buffer *out, const char *text) {
  roff_end_line(out);
  if (!follows_heading(out))
    prg_buffer_add(out, ".PP\n");
  prg_buffer_add(out, ".RS 4\n.nf\n");
  while (*text != '\0') {
    size_t n = strcspn(text, "\n");
    guard_line(out, text[0]);
    add_escaped(out, text, n);
    prg_buffer_add_char(out, '\n');
    text += n + (text[n] == '\n');
  }
  prg_buffer_add(out, ".fi\n.RE\n");
}

void roff_reference(prg_buffer *out, const char *name, int section, bool last) {
  roff_end_line(out);
  prg_buffer_add(out, ".BR ");
  add_escaped(out, name, strlen(name));
  prg_buffer_printf(out, " (%d)%s\n", section, last ? "" : ",");
}
