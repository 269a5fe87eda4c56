/* One panel in every dialect that an office writes reads back as the same panel. */
#include "panel_text.h"

#include <prognos/number.h>

#define PANELS 300

/* SplitMix64 (Steele, Lea, Flood 2014): the same panels on every machine. */
static uint64_t random_state;

static size_t below(size_t n) {
  uint64_t z = (random_state += UINT64_C(0x9E3779B97F4A7C15));
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return (size_t)((z ^ (z >> 31)) % n);
}

/* What varies. Every mark is written so that the figures leave no doubt. */
typedef struct dialect {
  const char *delimiter, *line_end, *thousands;
  char decimal;
  bool quotes, title, notes, sep, trailing, total;
  enum { WIDE, LONG, TRANSPOSED, CONTENT_IN_HEADER, LAYOUTS } layout;
  enum { UTF8, UTF8_BOM, LATIN, DOS, LITTLE, LITTLE_BOM, BIG, BIG_BOM, ENCODINGS } encoding;
} dialect;

static dialect random_dialect(void) {
  static const char *const delimiters[] = {";", "\t", "|", ","};
  static const char *const line_ends[] = {"\n", "\r\n"};
  static const char *const thousands[] = {"", " ", "\xC2\xA0", "'"};
  dialect d = {.delimiter = delimiters[below(4)],
               .line_end = line_ends[below(2)],
               .thousands = thousands[below(4)],
               .decimal = below(2) == 0 ? ',' : '.',
               .quotes = below(2) == 0,
               .title = below(2) == 0,
               .notes = below(2) == 0,
               .sep = below(4) == 0,
               .trailing = below(2) == 0,
               .total = below(2) == 0,
               .layout = below(LAYOUTS),
               .encoding = below(ENCODINGS)};
  if (d.decimal == ',' && *d.delimiter == ',')
    d.decimal = '.';
  return d;
}

typedef struct sample {
  size_t n_series, n_years;
  int first;
  const char *name[5];
  int figure[5][8]; /* thousandths; the last digit is not 0, so that there are three decimals */
  char letter[5][8];
} sample;

static sample random_sample(void) {
  static const char *const names[] = {"Grundsärskola", "Träningsskola", "Åby Östra", "Övriga kön",
                                      "Fristående"};
  sample s = {.n_series = 2 + below(4), .n_years = 3 + below(6), .first = 1990 + (int)below(25)};
  for (size_t i = 0; i < s.n_series; i++) {
    s.name[i] = names[i];
    for (size_t t = 0; t < s.n_years; t++) {
      s.figure[i][t] = 1000 * (int)(1000 + below(2000000)) + 1 + (int)below(900);
      s.figure[i][t] -= s.figure[i][t] % 10 == 0;
      s.letter[i][t] = "   prk."[below(7)];
    }
  }
  return s;
}

static void expect(const sample *s, prg_buffer *out) {
  for (size_t i = 0; i < s->n_series; i++)
    for (size_t t = 0; t < s->n_years; t++) {
      char letter = s->letter[i][t];
      prg_buffer_printf(out, "%s,%d,", s->name[i], s->first + (int)t);
      if (letter != '.')
        prg_buffer_add_shortest(out, s->figure[i][t] / 1000.0);
      prg_buffer_printf(out, ",%s\n",
                        letter == 'p'   ? "preliminary"
                        : letter == 'r' ? "revised"
                        : letter == 'k' ? "corrected"
                        : letter == '.' ? "missing"
                                        : "");
    }
}

static void add_cell(const dialect *d, const char *text, bool first, prg_buffer *out) {
  const char *quote = d->quotes ? "\"" : "";
  prg_buffer_printf(out, "%s%s%s%s", first ? "" : d->delimiter, quote, text, quote);
}

static void end_line(const dialect *d, prg_buffer *out) {
  prg_buffer_printf(out, "%s%s", d->trailing ? d->delimiter : "", d->line_end);
}

static void add_figure(const dialect *d, int thousandths, char letter, prg_buffer *out) {
  prg_buffer text = {0};
  int whole = thousandths / 1000;
  if (letter == '.') {
    prg_buffer_add(&text, "..");
  } else {
    if (whole >= 1000000)
      prg_buffer_printf(&text, "%d%s%03d%s%03d", whole / 1000000, d->thousands, whole / 1000 % 1000,
                        d->thousands, whole % 1000);
    else
      prg_buffer_printf(&text, "%d%s%03d", whole / 1000, d->thousands, whole % 1000);
    prg_buffer_printf(&text, "%c%03d", d->decimal, thousandths % 1000);
    if (letter != ' ')
      prg_buffer_add_char(&text, letter);
  }
  add_cell(d, text.data, false, out);
  prg_buffer_free(&text);
}

static void write_wide(const sample *s, const dialect *d, prg_buffer *out) {
  prg_buffer head = {0};
  add_cell(d, "Verksamhet", true, out);
  for (size_t t = 0; t < s->n_years; t++) {
    prg_buffer_clear(&head);
    prg_buffer_printf(&head, d->layout == WIDE ? "%d" : "Elever %d", s->first + (int)t);
    add_cell(d, head.data, false, out);
  }
  end_line(d, out);
  for (size_t i = 0; i < s->n_series + d->total; i++) {
    add_cell(d, i < s->n_series ? s->name[i] : "Summa", true, out);
    for (size_t t = 0; t < s->n_years; t++)
      add_figure(d, i < s->n_series ? s->figure[i][t] : 1234567891,
                 i < s->n_series ? s->letter[i][t] : ' ', out);
    end_line(d, out);
  }
  prg_buffer_free(&head);
}

static void add_year(const sample *s, const dialect *d, size_t t, bool first, prg_buffer *out) {
  char year[8];
  snprintf(year, sizeof year, "%d", s->first + (int)t);
  add_cell(d, year, first, out);
}

/* The newest year first. */
static void write_long(const sample *s, const dialect *d, prg_buffer *out) {
  add_cell(d, "Verksamhet", true, out);
  add_cell(d, "År", false, out);
  add_cell(d, "Antal", false, out);
  end_line(d, out);
  for (size_t t = s->n_years; t-- > 0;)
    for (size_t i = 0; i < s->n_series; i++) {
      add_cell(d, s->name[i], true, out);
      add_year(s, d, t, false, out);
      add_figure(d, s->figure[i][t], s->letter[i][t], out);
      end_line(d, out);
    }
}

static void write_transposed(const sample *s, const dialect *d, prg_buffer *out) {
  add_cell(d, "År", true, out);
  for (size_t i = 0; i < s->n_series; i++)
    add_cell(d, s->name[i], false, out);
  end_line(d, out);
  for (size_t t = 0; t < s->n_years; t++) {
    add_year(s, d, t, true, out);
    for (size_t i = 0; i < s->n_series; i++)
      add_figure(d, s->figure[i][t], s->letter[i][t], out);
    end_line(d, out);
  }
}

static void write_text(const sample *s, const dialect *d, prg_buffer *out) {
  if (d->sep)
    prg_buffer_printf(out, "sep=%s%s", d->delimiter, d->line_end);
  if (d->title)
    prg_buffer_printf(out, "Elever i särskolan%s%s", d->line_end, d->line_end);
  if (d->layout == LONG)
    write_long(s, d, out);
  else if (d->layout == TRANSPOSED)
    write_transposed(s, d, out);
  else
    write_wide(s, d, out);
  if (d->notes)
    prg_buffer_printf(out, "%sKälla: Extens på begäran%s", d->line_end, d->line_end);
}

/* å ä ö Å Ä Ö and the no-break space, the only characters beyond ASCII there are, in CP850. */
static char to_dos(unsigned latin) {
  static const unsigned char from[] = {0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xA0};
  static const unsigned char to[] = {0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0xFF};
  for (size_t i = 0; i < sizeof from; i++)
    if (from[i] == latin)
      return (char)to[i];
  return (char)latin;
}

static void add_unit(const dialect *d, unsigned character, prg_buffer *out) {
  char high = (char)(character >> 8), low = (char)character;
  if (d->encoding == LITTLE || d->encoding == LITTLE_BOM)
    prg_buffer_add_n(out, (char[]){low, high}, 2);
  else if (d->encoding == BIG || d->encoding == BIG_BOM)
    prg_buffer_add_n(out, (char[]){high, low}, 2);
  else
    prg_buffer_add_char(out, d->encoding == DOS ? to_dos(character) : low);
}

/* Every character is below U+0100: one or two bytes of UTF-8. */
static void encode(const dialect *d, const prg_buffer *text, prg_buffer *out) {
  if (d->encoding == UTF8 || d->encoding == UTF8_BOM) {
    prg_buffer_add(out, d->encoding == UTF8_BOM ? "\xEF\xBB\xBF" : "");
    prg_buffer_add_n(out, text->data, text->length);
    return;
  }
  if (d->encoding == LITTLE_BOM || d->encoding == BIG_BOM)
    add_unit(d, 0xFEFF, out);
  for (size_t i = 0; i < text->length; i++) {
    unsigned c = (unsigned char)text->data[i];
    if (c >= 0xC0)
      c = (c & 0x1F) << 6 | ((unsigned char)text->data[++i] & 0x3F);
    add_unit(d, c, out);
  }
}

static void check(const sample *s, const dialect *d) {
  prg_buffer text = {0}, bytes = {0}, expected = {0};
  prg_reading reading;
  prg_error error;
  expect(s, &expected);
  write_text(s, d, &text);
  encode(d, &text, &bytes);
  if (prg_read_bytes("d.csv", bytes.data, bytes.length, NULL, &reading, &error) != PRG_OK)
    fail_msg("encoding %d, line %zu, column %zu: %s\n%s", (int)d->encoding, error.line,
             error.column, prg_text_get(error.message.text, PRG_ENGLISH), text.data);
  assert_panel(&reading.panel, expected.data);
  prg_reading_clear(&reading);
  prg_buffer_free(&text);
  prg_buffer_free(&bytes);
  prg_buffer_free(&expected);
}

static void property_every_dialect_reads_the_same(void **state) {
  (void)state;
  random_state = 20221015;
  for (int i = 0; i < PANELS; i++) {
    sample s = random_sample();
    for (int k = 0; k < 8; k++) {
      dialect d = random_dialect();
      if (d.layout == LONG) /* the series must be met in the order of the panel */
        for (size_t j = 0; j < s.n_series; j++)
          s.letter[j][0] = s.letter[j][s.n_years - 1] = ' ';
      check(&s, &d);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(property_every_dialect_reads_the_same)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
