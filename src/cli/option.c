#include "cli/option.h"

#include <assert.h>
#include <getopt.h>
#include <math.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/period.h>

#include "cli/help_text.h"

const option_row *option_find(const option_row *rows, const char *name) {
  for (const option_row *row = rows; row->name != NULL; row++)
    if (strcmp(row->name, name) == 0)
      return row;
  return NULL;
}

static bool parse_number(const char *value, double *number) {
  size_t n = strlen(value);
  return prg_number_parse(value, n, '.', number) || prg_number_parse(value, n, ',', number);
}

static bool is_choice(const char *choices, const char *value, size_t n) {
  while (*choices != '\0') {
    size_t length = strcspn(choices, "|");
    if (length == n && memcmp(choices, value, n) == 0)
      return true;
    choices += length + (choices[length] == '|');
  }
  return false;
}

static bool are_choices(const char *choices, const char *value) {
  for (;;) {
    size_t length = strcspn(value, ",");
    if (!is_choice(choices, value, length))
      return false;
    if (value[length] == '\0')
      return true;
    value += length + 1;
  }
}

static bool is_date(const char *value) {
  prg_period day;
  return strlen(value) == 10 && prg_period_parse(value, 10, &day) && day.frequency == PRG_DAY;
}

static prg_status check_range(const option_row *row, const char *value, prg_error *error) {
  double number;
  bool whole = row->type == OPTION_INTEGER;
  if (!parse_number(value, &number) || (whole && number != floor(number)))
    return prg_fail(error, whole ? PRG_TEXT_OPTION_NOT_WHOLE : PRG_TEXT_OPTION_NOT_NUMBER,
                    PRG_ARGS(prg_string(row->name), prg_string(value)));
  if (number < row->minimum || number > row->maximum)
    return prg_fail(error, PRG_TEXT_OPTION_RANGE,
                    PRG_ARGS(prg_string(row->name), prg_string(value), prg_number(row->minimum, -1),
                             prg_number(row->maximum, -1)));
  return PRG_OK;
}

prg_status option_check(const option_row *row, const char *value, prg_error *error) {
  switch (row->type) {
  case OPTION_INTEGER:
  case OPTION_NUMBER:
    return check_range(row, value, error);
  case OPTION_CHOICE:
  case OPTION_CHOICES:
    if (row->type == OPTION_CHOICE ? is_choice(row->choices, value, strlen(value))
                                   : are_choices(row->choices, value))
      return PRG_OK;
    return prg_fail(error, PRG_TEXT_OPTION_CHOICE,
                    PRG_ARGS(prg_string(row->name), prg_string(value), prg_string(row->choices)));
  case OPTION_DATE:
    if (is_date(value))
      return PRG_OK;
    return prg_fail(error, PRG_TEXT_OPTION_NOT_DATE,
                    PRG_ARGS(prg_string(row->name), prg_string(value)));
  case OPTION_FLAG:
  case OPTION_STRING:
    break;
  }
  return PRG_OK;
}

/* getopt's two tables, made from ours. */
typedef struct getopt_tables {
  char letters[2 * OPTION_ROWS + 4];
  struct option option[OPTION_ROWS + 1];
} getopt_tables;

static void make_getopt_tables(const option_row *rows, bool stop_at_file, getopt_tables *tables) {
  *tables = (getopt_tables){0};
  char *letter = tables->letters;
  *letter++ = stop_at_file ? '+' : '-'; /* '-': a file is handed over as option 1, in its order */
  *letter++ = ':';                      /* a missing value is told apart from an unknown option */
  for (size_t i = 0; rows[i].name != NULL; i++) {
    assert(i < OPTION_ROWS);
    bool has_value = rows[i].type != OPTION_FLAG;
    tables->option[i] = (struct option){rows[i].name, has_value, NULL, 1000 + (int)i};
    if (rows[i].letter != 0) {
      *letter++ = rows[i].letter;
      if (has_value)
        *letter++ = ':';
    }
  }
}

static const option_row *row_of(const option_row *rows, int code) {
  if (code >= 1000)
    return &rows[code - 1000];
  for (const option_row *row = rows; row->name != NULL; row++)
    if (row->letter == code)
      return row;
  return NULL;
}

static prg_status add_given(option_set *set, const option_row *row, const char *value,
                            prg_error *error) {
  prg_status status = row->type == OPTION_FLAG ? PRG_OK : option_check(row, value, error);
  if (status != PRG_OK)
    return status;
  if (set->n_given == OPTION_GIVEN)
    return prg_fail(error, PRG_TEXT_OPTION_TOO_MANY, PRG_ARGS(prg_integer(OPTION_GIVEN)));
  set->given[set->n_given].row = row;
  set->given[set->n_given++].value = value;
  return PRG_OK;
}

prg_status option_add(option_set *set, const char *name, const char *value, prg_error *error) {
  return add_given(set, option_find(set->row, name), value, error);
}

prg_status option_parse(option_set *set, const option_row *rows, int argc, char **argv,
                        bool stop_at_file, prg_error *error) {
  *set = (option_set){.row = rows, .file = argv + 1};
  getopt_tables tables;
  make_getopt_tables(rows, stop_at_file, &tables);
  opterr = 0;
  optind = 0; /* glibc: start over */
  prg_status status = PRG_OK;
  int code;
  while (status == PRG_OK &&
         (code = getopt_long(argc, argv, tables.letters, tables.option, NULL)) != -1) {
    if (code == 1)
      set->file[set->n_file++] = optarg; /* never ahead of where getopt reads */
    else if (code == ':')
      status = prg_fail(error, PRG_TEXT_OPTION_NO_VALUE, PRG_ARGS(prg_string(argv[optind - 1])));
    else if (code == '?')
      status = prg_fail(error, PRG_TEXT_OPTION_UNKNOWN, PRG_ARGS(prg_string(argv[optind - 1])));
    else
      status = add_given(set, row_of(rows, code), optarg, error);
  }
  if (stop_at_file)
    set->file = argv + optind;
  for (; optind < argc; optind++)
    set->file[set->n_file++] = argv[optind];
  return status;
}

static size_t count_given(const option_set *set, const char *name) {
  assert(option_find(set->row, name) != NULL);
  size_t count = 0;
  for (size_t i = 0; i < set->n_given; i++)
    count += strcmp(set->given[i].row->name, name) == 0;
  return count;
}

const char *option_repeated(const option_set *set, const char *name, size_t k) {
  for (size_t i = 0; i < set->n_given; i++)
    if (strcmp(set->given[i].row->name, name) == 0 && k-- == 0)
      return set->given[i].value;
  return NULL;
}

bool option_exists(const option_set *set, const char *name) {
  return option_find(set->row, name) != NULL;
}

bool option_is_given(const option_set *set, const char *name) {
  return count_given(set, name) > 0;
}

const char *option_string(const option_set *set, const char *name) {
  size_t count = count_given(set, name);
  return count > 0 ? option_repeated(set, name, count - 1) : option_find(set->row, name)->initial;
}

double option_number(const option_set *set, const char *name) {
  double number = NAN;
  const char *value = option_string(set, name);
  if (value != NULL)
    parse_number(value, &number);
  return number;
}

long option_integer(const option_set *set, const char *name) {
  return (long)option_number(set, name);
}

static void option_head(const option_row *row, prg_language language, prg_buffer *out) {
  if (row->letter != 0)
    prg_buffer_printf(out, "  -%c, --%s", row->letter, row->name);
  else
    prg_buffer_printf(out, "      --%s", row->name);
  if (row->type != OPTION_FLAG)
    prg_buffer_printf(out, " %s", prg_text_get(row->value, language));
}

void option_explain(const option_row *row, prg_language language, prg_buffer *out) {
  prg_buffer_add(out, prg_text_get(row->help, language));
  if (row->choices != NULL)
    prg_buffer_printf(out, ": %s", row->choices);
  if (row->initial != NULL)
    prg_buffer_printf(out, " [%s]", row->initial);
}

void option_help(const option_row *rows, prg_language language, prg_buffer *out) {
  for (const option_row *row = rows; row->name != NULL; row++) {
    prg_buffer head = {0}, text = {0};
    option_head(row, language, &head);
    option_explain(row, language, &text);
    help_entry(&head, prg_buffer_string(&text), out);
    prg_buffer_free(&head);
    prg_buffer_free(&text);
  }
}
