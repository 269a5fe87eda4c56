/*
 * The option table: one row per option and verb. Help, range checks, man page, completion and the
 * keys of the job file all come from these rows.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <prognos/error.h>

typedef enum option_type {
  OPTION_FLAG,    /* no value */
  OPTION_STRING,  /* any text */
  OPTION_INTEGER, /* a whole number in [minimum, maximum] */
  OPTION_NUMBER,  /* a number in [minimum, maximum], decimal point or comma */
  OPTION_CHOICE,  /* one of `choices`, separated by '|' */
  OPTION_CHOICES, /* one or more of them, separated by ',' */
  OPTION_DATE     /* YYYY-MM-DD */
} option_type;

typedef struct option_row {
  const char *name; /* long name, without -- */
  char letter;      /* short name, or 0 */
  option_type type;
  const char *initial; /* the value if it is not given, as typed; NULL: none */
  double minimum, maximum;
  const char *choices;
  prg_text value; /* what stands for the value in help ("N", "FILE" …) */
  prg_text help;
} option_row;

/* The rows' usual forms; VALUE and HELP are the ends of PRG_TEXT_VALUE_… and PRG_TEXT_HELP_…. */
#define TEXT_OPTION(name, letter, initial, value, help)                                            \
  { name, letter, OPTION_STRING, initial, 0, 0, NULL, PRG_TEXT_VALUE_##value, PRG_TEXT_HELP_##help }
#define FLAG_OPTION(name, letter, help)                                                            \
  { name, letter, OPTION_FLAG, NULL, 0, 0, NULL, PRG_TEXT_NONE, PRG_TEXT_HELP_##help }
#define CHOICE_OPTION(name, letter, initial, choices, help)                                        \
  { name, letter, OPTION_CHOICE, initial, 0, 0, choices, PRG_TEXT_VALUE_NAME, PRG_TEXT_HELP_##help }
#define INTEGER_OPTION(name, letter, initial, minimum, maximum, help)                              \
  {                                                                                                \
    name, letter, OPTION_INTEGER, initial, minimum, maximum, NULL, PRG_TEXT_VALUE_NUMBER,          \
        PRG_TEXT_HELP_##help                                                                       \
  }
#define NUMBER_OPTION(name, letter, initial, minimum, maximum, help)                               \
  {                                                                                                \
    name, letter, OPTION_NUMBER, initial, minimum, maximum, NULL, PRG_TEXT_VALUE_NUMBER,           \
        PRG_TEXT_HELP_##help                                                                       \
  }
/* The row that ends a table. */
#define END_OF_OPTIONS                                                                             \
  { 0 }

#define OPTION_ROWS 96
#define OPTION_GIVEN 64

/* A parsed command line: what was given, in order, and the files. Borrows argv. */
typedef struct option_set {
  const option_row *row; /* the verb's table, ended by a row without a name */
  size_t n_given;
  struct {
    const option_row *row;
    const char *value;
  } given[OPTION_GIVEN];
  char **file; /* shape (n_file) */
  size_t n_file;
} option_set;

/*
 * Parses argv[1 … argc) against the rows; argv[0] is skipped. Options and files may be mixed unless
 * `stop_at_file`. PRG_EUSAGE if an option is unknown, lacks its value, or is out of range.
 */
prg_status option_parse(option_set *set, const option_row *rows, int argc, char **argv,
                        bool stop_at_file, prg_error *error);

/* The row of that name; NULL if the table has none. */
const option_row *option_find(const option_row *rows, const char *name);
/* PRG_EUSAGE if the value is none that the option, which is no flag, can have. */
prg_status option_check(const option_row *row, const char *value, prg_error *error);

/* True if the verb has an option of that name. */
bool option_exists(const option_set *set, const char *name);
/* Adds an option after those that were given, as if typed. The value is borrowed. The name must be
 * in the table (asserted by those below, which look it up). */
prg_status option_add(option_set *set, const char *name, const char *value, prg_error *error);

/* True if the option was given. The name must be in the table, as below (asserted). */
bool option_is_given(const option_set *set, const char *name);
/* The last value given, else the initial one; NULL if there is neither. */
const char *option_string(const option_set *set, const char *name);
double option_number(const option_set *set, const char *name);
long option_integer(const option_set *set, const char *name);
/* The k-th value given of an option that may be repeated; NULL after the last. */
const char *option_repeated(const option_set *set, const char *name, size_t k);

/* Appends what the option is for, with its choices and its initial value. */
void option_explain(const option_row *row, prg_language language, prg_buffer *out);
/* Appends one paragraph per row for `help VERB`. */
void option_help(const option_row *rows, prg_language language, prg_buffer *out);

#endif
