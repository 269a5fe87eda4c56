/*
 * Reading a period. A text becomes a shape, one character for each number, word and mark in it
 * (blanks only separate), and the shape is looked up in a table that says what stands where:
 *
 *   "kv. 1 2022"  ->  K 1 4  ->  quarter, year in place 2, number in place 1
 *
 *   4        four digits, 1000 … 2999        K H M W  the words quarter, half-year, month, week
 *   1 2 3    that many other digits          N        the name of a month
 *   # 4 2    six digits together             T        the name of a term
 *   # 4 2 2  eight digits together           S s A    läsår; school, academic; år, year
 *   - / . :  the mark itself; none beside    n o      första, first; the ending of 1:a, 1st
 *            a word, where it only separates f r      of; term
 *                                            t z      the T and Z of a time of day
 *
 * What could be read in two ways, and how it is decided:
 *
 *   2001-02   a month (ISO 8601), although a school year is possible; 2022-23 can be a school year
 *             only, and is one
 *   2001/02   a school year; 2022/01 and 2022/24 are nothing, a slash never makes a month
 *   2022:01   a month (two digits); 2022:1 is nothing: it has been a quarter, a term and an issue
 *   2022-1    nothing, for the same reason; 01-2022, 1/2022, 22/23 likewise
 *   202201    a month; 202213 nothing
 *   HT22      two digits are a year only beside läsår, a term or the name of a month, and are then
 *             1970 … 2069
 *   7, 007    a place in a row; nothing: figures with zeros before them are codes
 *   10/11/2022, 15/10/2022   nothing; 15.10.2022 is a day: with full stops the day comes first
 *             everywhere
 *   2022-10-15 00:00:00      the day; any other time of day than midnight is nothing
 *   våren 2023   the spring term; "fall 2022" is nothing, fall is Swedish for case
 *   2022.0, 2022T1, Läsår 2022   nothing
 */
#include <prognos/period.h>

#include <string.h>

#include <prognos/utf8.h>

#include "calendar/gregorian.h"

#define SHAPE_BYTES 16
#define WORD_BYTES 16

typedef struct tokens {
  char shape[SHAPE_BYTES]; /* zeros behind the last: compared as a block */
  int value[SHAPE_BYTES]; /* of a number, a month (1 … 12), a term (1, 2), första (1) …; else 0 */
  size_t n;
} tokens;

typedef struct word_row {
  char word[WORD_BYTES]; /* lower case */
  char kind;
  int value;
} word_row;

/* Searched from the top: the letters of the canonical notations come first. */
static const word_row words[] = {
    {"k", 'K', 0},           {"m", 'M', 0},          {"v", 'W', 0},
    {"ht", 'T', 2},          {"vt", 'T', 1},         {"h", 'H', 0},
    {"q", 'K', 0},           {"w", 'W', 0},          {"u", 'W', 0},
    {"kv", 'K', 0},          {"jan", 'N', 1},        {"feb", 'N', 2},
    {"mar", 'N', 3},         {"apr", 'N', 4},        {"maj", 'N', 5},
    {"jun", 'N', 6},         {"jul", 'N', 7},        {"aug", 'N', 8},
    {"sep", 'N', 9},         {"okt", 'N', 10},       {"nov", 'N', 11},
    {"dec", 'N', 12},        {"januari", 'N', 1},    {"februari", 'N', 2},
    {"mars", 'N', 3},        {"april", 'N', 4},      {"juni", 'N', 6},
    {"juli", 'N', 7},        {"augusti", 'N', 8},    {"september", 'N', 9},
    {"oktober", 'N', 10},    {"november", 'N', 11},  {"december", 'N', 12},
    {"febr", 'N', 2},        {"sept", 'N', 9},       {"january", 'N', 1},
    {"february", 'N', 2},    {"march", 'N', 3},      {"may", 'N', 5},
    {"june", 'N', 6},        {"july", 'N', 7},       {"august", 'N', 8},
    {"oct", 'N', 10},        {"october", 'N', 10},   {"januar", 'N', 1},
    {"februar", 'N', 2},     {"marts", 'N', 3},      {"mai", 'N', 5},
    {"des", 'N', 12},        {"desember", 'N', 12},  {"lå", 'S', 0},
    {"läsår", 'S', 0},       {"läsåret", 'S', 0},    {"skoleår", 'S', 0},
    {"skoleåret", 'S', 0},   {"school", 's', 0},     {"academic", 's', 0},
    {"år", 'A', 0},          {"year", 'A', 0},       {"höst", 'T', 2},
    {"hösten", 'T', 2},      {"hösttermin", 'T', 2}, {"höstterminen", 'T', 2},
    {"høst", 'T', 2},        {"høsten", 'T', 2},     {"autumn", 'T', 2},
    {"vår", 'T', 1},         {"våren", 'T', 1},      {"vårtermin", 'T', 1},
    {"vårterminen", 'T', 1}, {"spring", 'T', 1},     {"term", 'r', 0},
    {"kvartal", 'K', 0},     {"kvartalet", 'K', 0},  {"quarter", 'K', 0},
    {"halvår", 'H', 0},      {"halvåret", 'H', 0},   {"half", 'H', 0},
    {"månad", 'M', 0},       {"måned", 'M', 0},      {"month", 'M', 0},
    {"vecka", 'W', 0},       {"veckan", 'W', 0},     {"week", 'W', 0},
    {"uke", 'W', 0},         {"uge", 'W', 0},        {"första", 'n', 1},
    {"andra", 'n', 2},       {"tredje", 'n', 3},     {"fjärde", 'n', 4},
    {"first", 'n', 1},       {"second", 'n', 2},     {"third", 'n', 3},
    {"fourth", 'n', 4},      {"a", 'o', 0},          {"e", 'o', 0},
    {"st", 'o', 0},          {"nd", 'o', 0},         {"rd", 'o', 0},
    {"th", 'o', 0},          {"of", 'f', 0},         {"t", 't', 0},
    {"z", 'z', 0},
};

typedef struct shape_row {
  char shape[SHAPE_BYTES];
  prg_frequency frequency;
  unsigned char year, part, day; /* where they stand in the shape */
  unsigned char time;            /* from here on a time of day; 0: there is none */
} shape_row;

/* Of two rows with one shape, the first that gives a period counts. */
static const shape_row shapes[] = {
    {"4", PRG_YEAR, .year = 0},
    {"4/2", PRG_SCHOOL_YEAR, .year = 0, .part = 2},
    {"T4", PRG_TERM, .year = 1, .part = 0},
    {"4K1", PRG_QUARTER, .year = 0, .part = 2},
    {"4M2", PRG_MONTH, .year = 0, .part = 2},
    {"4W2", PRG_WEEK, .year = 0, .part = 2},
    {"4H1", PRG_HALF_YEAR, .year = 0, .part = 2},
    {"4-2-2", PRG_DAY, .year = 0, .part = 2, .day = 4},
    {"1", PRG_INDEX, .part = 0},
    {"2", PRG_INDEX, .part = 0},
    {"3", PRG_INDEX, .part = 0},

    {"A4", PRG_YEAR, .year = 1},
    {"4A", PRG_YEAR, .year = 0},

    {"4/4", PRG_SCHOOL_YEAR, .year = 0, .part = 2},
    {"4-4", PRG_SCHOOL_YEAR, .year = 0, .part = 2},
    {"S4/2", PRG_SCHOOL_YEAR, .year = 1, .part = 3},
    {"S4/4", PRG_SCHOOL_YEAR, .year = 1, .part = 3},
    {"S2/2", PRG_SCHOOL_YEAR, .year = 1, .part = 3},
    {"S4-2", PRG_SCHOOL_YEAR, .year = 1, .part = 3},
    {"S4-4", PRG_SCHOOL_YEAR, .year = 1, .part = 3},
    {"S2-2", PRG_SCHOOL_YEAR, .year = 1, .part = 3},
    {"sA4/2", PRG_SCHOOL_YEAR, .year = 2, .part = 4},
    {"sA4/4", PRG_SCHOOL_YEAR, .year = 2, .part = 4},
    {"sA4-2", PRG_SCHOOL_YEAR, .year = 2, .part = 4},
    {"sA4-4", PRG_SCHOOL_YEAR, .year = 2, .part = 4},

    {"H14", PRG_HALF_YEAR, .year = 2, .part = 1},
    {"H1-4", PRG_HALF_YEAR, .year = 3, .part = 1},
    {"1H4", PRG_HALF_YEAR, .year = 2, .part = 0},
    {"1Hf4", PRG_HALF_YEAR, .year = 3, .part = 0},
    {"nH4", PRG_HALF_YEAR, .year = 2, .part = 0},
    {"nHf4", PRG_HALF_YEAR, .year = 3, .part = 0},
    {"1oH4", PRG_HALF_YEAR, .year = 3, .part = 0},
    {"1oHf4", PRG_HALF_YEAR, .year = 4, .part = 0},
    {"41H", PRG_HALF_YEAR, .year = 0, .part = 1},
    {"41oH", PRG_HALF_YEAR, .year = 0, .part = 1},
    {"4nH", PRG_HALF_YEAR, .year = 0, .part = 1},

    {"4T", PRG_TERM, .year = 0, .part = 1},
    {"T2", PRG_TERM, .year = 1, .part = 0},
    {"Tr4", PRG_TERM, .year = 2, .part = 0},

    {"K14", PRG_QUARTER, .year = 2, .part = 1},
    {"K1-4", PRG_QUARTER, .year = 3, .part = 1},
    {"1K4", PRG_QUARTER, .year = 2, .part = 0},
    {"1Kf4", PRG_QUARTER, .year = 3, .part = 0},
    {"nK4", PRG_QUARTER, .year = 2, .part = 0},
    {"nKf4", PRG_QUARTER, .year = 3, .part = 0},
    {"1oK4", PRG_QUARTER, .year = 3, .part = 0},
    {"1oKf4", PRG_QUARTER, .year = 4, .part = 0},
    {"41K", PRG_QUARTER, .year = 0, .part = 1},
    {"41oK", PRG_QUARTER, .year = 0, .part = 1},
    {"4nK", PRG_QUARTER, .year = 0, .part = 1},

    {"4-2", PRG_MONTH, .year = 0, .part = 2},
    {"4-2", PRG_SCHOOL_YEAR, .year = 0, .part = 2},
    {"4:2", PRG_MONTH, .year = 0, .part = 2},
    {"#42", PRG_MONTH, .year = 1, .part = 2},
    {"4M1", PRG_MONTH, .year = 0, .part = 2},
    {"M14", PRG_MONTH, .year = 2, .part = 1},
    {"M24", PRG_MONTH, .year = 2, .part = 1},
    {"N4", PRG_MONTH, .year = 1, .part = 0},
    {"4N", PRG_MONTH, .year = 0, .part = 1},
    {"N2", PRG_MONTH, .year = 1, .part = 0},

    {"4W1", PRG_WEEK, .year = 0, .part = 2},
    {"W14", PRG_WEEK, .year = 2, .part = 1},
    {"W24", PRG_WEEK, .year = 2, .part = 1},
    {"W1-4", PRG_WEEK, .year = 3, .part = 1},
    {"W2-4", PRG_WEEK, .year = 3, .part = 1},

    {"4/2/2", PRG_DAY, .year = 0, .part = 2, .day = 4},
    {"#422", PRG_DAY, .year = 1, .part = 2, .day = 3},
    {"1N4", PRG_DAY, .year = 2, .part = 1, .day = 0},
    {"2N4", PRG_DAY, .year = 2, .part = 1, .day = 0},
    {"1.1.4", PRG_DAY, .year = 4, .part = 2, .day = 0},
    {"1.2.4", PRG_DAY, .year = 4, .part = 2, .day = 0},
    {"2.1.4", PRG_DAY, .year = 4, .part = 2, .day = 0},
    {"2.2.4", PRG_DAY, .year = 4, .part = 2, .day = 0},
    {"4-2-22:2", PRG_DAY, .year = 0, .part = 2, .day = 4, .time = 5},
    {"4-2-22:2:2", PRG_DAY, .year = 0, .part = 2, .day = 4, .time = 5},
    {"4-2-2t2:2", PRG_DAY, .year = 0, .part = 2, .day = 4, .time = 5},
    {"4-2-2t2:2:2", PRG_DAY, .year = 0, .part = 2, .day = 4, .time = 5},
    {"4-2-2t2:2:2z", PRG_DAY, .year = 0, .part = 2, .day = 4, .time = 5},
};

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_mark(char c) {
  return c == '-' || c == '/' || c == '.' || c == ':';
}

/* A single mark between a word and its neighbour goes: "jan-22" is "jan 22". */
static bool push(tokens *t, char kind, int value) {
  if (!is_mark(kind) && t->n >= 2 && is_mark(t->shape[t->n - 1]) &&
      (is_letter(kind) || is_letter(t->shape[t->n - 2])))
    t->n--;
  if (t->n == SHAPE_BYTES - 1)
    return false;
  t->shape[t->n] = kind;
  t->value[t->n++] = value;
  return true;
}

static bool push_year(tokens *t, int value) {
  return value >= PRG_YEAR_MIN && value <= PRG_YEAR_MAX && push(t, '4', value);
}

/* The scanners read one token of text[0..n) and return its length, 0 if there is none. */
static size_t scan_number(const char *text, size_t n, tokens *t) {
  size_t digits = 0;
  int value = 0;
  for (; digits < n && is_digit(text[digits]); digits++) {
    if (digits == 8)
      return 0;
    value = 10 * value + (text[digits] - '0');
  }
  bool known = false;
  if (digits <= 3)
    known = push(t, (char)('0' + digits), value);
  else if (digits == 4)
    known = push_year(t, value);
  else if (digits == 6)
    known = push(t, '#', 0) && push_year(t, value / 100) && push(t, '2', value % 100);
  else if (digits == 8)
    known = push(t, '#', 0) && push_year(t, value / 10000) && push(t, '2', value / 100 % 100) &&
            push(t, '2', value % 100);
  return known ? digits : 0;
}

/* U+00C0 … U+00FF, which hold å, ä, ö, æ, ø, are two bytes; their lower case is bit 5. */
static bool is_latin_1(const char *text, size_t n) {
  return n >= 2 && (unsigned char)text[0] == 0xC3 && ((unsigned char)text[1] & 0xC0) == 0x80;
}

static size_t scan_word(const char *text, size_t n, tokens *t) {
  char word[WORD_BYTES] = "";
  size_t length = 0;
  while (length < n) {
    size_t bytes = is_letter(text[length]) ? 1 : is_latin_1(text + length, n - length) ? 2 : 0;
    if (bytes == 0)
      break;
    if (length + bytes > WORD_BYTES)
      return 0;
    if (bytes == 2)
      word[length] = text[length];
    word[length + bytes - 1] = (char)(text[length + bytes - 1] | 0x20);
    length += bytes;
  }
  size_t i = 0, n_words = sizeof words / sizeof *words;
  while (i < n_words && memcmp(words[i].word, word, WORD_BYTES) != 0)
    i++;
  if (length == 0 || i == n_words || !push(t, words[i].kind, words[i].value))
    return 0;
  return length < n && text[length] == '.' ? length + 1 : length; /* an abbreviation's full stop */
}

static size_t scan_other(const char *text, size_t n, tokens *t) {
  uint32_t character;
  size_t length = prg_utf8_decode(text, n, &character);
  if (length == 0)
    return 0;
  switch (character) {
  case ' ':
  case '\t':
  case '\r':
  case '\n':
  case 0xA0:   /* no-break space */
  case 0x202F: /* narrow no-break space */
    return length;
  case 0x2010: /* hyphen */
  case 0x2011: /* no-break hyphen */
  case 0x2013: /* en dash */
    character = '-';
    break;
  }
  if (character > 0x7F || !is_mark((char)character) || !push(t, (char)character, 0))
    return 0;
  return length;
}

static bool scan(const char *text, size_t n, tokens *t) {
  for (size_t i = 0, used; i < n; i += used) {
    if (is_digit(text[i]))
      used = scan_number(text + i, n - i, t);
    else if (is_letter(text[i]) || is_latin_1(text + i, n - i))
      used = scan_word(text + i, n - i, t);
    else
      used = scan_other(text + i, n - i, t);
    if (used == 0)
      return false;
  }
  return true;
}

static bool compose_day(int year, int month, int day, int *ordinal) {
  if (month < 1 || month > 12 || day < 1 || day > prg_date_days_in_month(year, month))
    return false;
  *ordinal = (int)prg_date_to_days((prg_date){year, month, day});
  return true;
}

static bool compose_week(int year, int number, int *ordinal) {
  int first = (int)prg_week_first(year), next = (int)prg_week_first(year + 1);
  *ordinal = first + number - 1;
  return number >= 1 && *ordinal < next;
}

static bool compose(prg_frequency frequency, int year, int part, int day, prg_period *period) {
  int season = prg_frequency_season(frequency);
  int ordinal = year;
  bool exists = true;
  switch (frequency) {
  case PRG_INDEX:
    ordinal = part;
    break;
  case PRG_YEAR:
    break;
  case PRG_SCHOOL_YEAR:
    exists = part == year + 1 || part == (year + 1) % 100;
    break;
  case PRG_WEEK:
    exists = compose_week(year, part, &ordinal);
    break;
  case PRG_DAY:
    exists = compose_day(year, part, day, &ordinal);
    break;
  default:
    exists = part >= 1 && part <= season;
    ordinal = season * year + part - 1;
  }
  if (exists)
    *period = (prg_period){frequency, ordinal};
  return exists;
}

/* Two digits: this century up to 69, the last one from 70. */
static int full_year(int value) {
  return value >= 100 ? value : value < 70 ? 2000 + value : 1900 + value;
}

static bool compose_row(const shape_row *row, const tokens *t, prg_period *period) {
  /* An index has 1 to 3 digits, the first of them no zero. */
  int smallest = t->shape[0] == '3' ? 100 : t->shape[0] == '2' ? 10 : 1;
  if (row->frequency == PRG_INDEX && t->value[0] < smallest)
    return false;
  for (size_t i = row->time; row->time > 0 && i < t->n; i++) {
    if (t->value[i] != 0)
      return false;
  }
  return compose(row->frequency, full_year(t->value[row->year]), t->value[row->part],
                 t->value[row->day], period);
}

static bool match(const tokens *t, prg_period *period) {
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    if (memcmp(t->shape, shapes[i].shape, SHAPE_BYTES) == 0 && compose_row(&shapes[i], t, period))
      return true;
  }
  return false;
}

bool prg_period_parse(const char *text, size_t n, prg_period *period) {
  tokens t = {0};
  return scan(text, n, &t) && match(&t, period);
}

bool prg_period_parse_parts(const char *year, size_t n_year, const char *part, size_t n_part,
                            prg_frequency bare, prg_period *period) {
  tokens t = {0};
  if (!scan(year, n_year, &t) || strcmp(t.shape, "4") != 0)
    return false;
  if (!scan(part, n_part, &t) || t.n == 1 || is_mark(t.shape[1]))
    return false;
  if (strcmp(t.shape, "41") != 0 && strcmp(t.shape, "42") != 0)
    return match(&t, period);
  return bare >= PRG_HALF_YEAR && bare <= PRG_WEEK &&
         compose(bare, t.value[0], t.value[1], 0, period);
}

prg_status prg_period_read(const char *text, prg_period *period, prg_error *error) {
  if (prg_period_parse(text, strlen(text), period))
    return PRG_OK;
  return prg_fail(error, PRG_TEXT_NOT_A_PERIOD, PRG_ARGS(prg_string(text)));
}
