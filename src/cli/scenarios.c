#include "cli/scenarios.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/csv_write.h>
#include <prognos/number.h>
#include <prognos/source.h>
#include <prognos/text_table.h>

#include "cli/asking.h"
#include "cli/scenario_chart.h"
#include "series/listing.h"

#define SCENARIOS_MAX (PRG_TEXT_TABLE_COLUMNS - 1)

/* One of them: what its run wrote. */
typedef struct scenario {
  char *name; /* owned */
  prg_table table;
} scenario;

/* All of them. The values that options borrow stand in the file until the end. */
typedef struct scenario_list {
  listing file;
  size_t heading;            /* its row */
  char *value[OPTION_GIVEN]; /* of every row of the file; owned */
  size_t n_value;
  scenario item[SCENARIOS_MAX];
  size_t n;
} scenario_list;

enum { NAME, OPTION, VALUE, COLUMNS };

static const listing_column columns[COLUMNS] = {
    [NAME] = {(const char *const[]){"scenario", "alternativ", NULL}, true},
    [OPTION] = {(const char *const[]){"option", "val", "antagande", NULL}, true},
    [VALUE] = {(const char *const[]){"value", "värde", NULL}, true},
};

bool scenarios_are_asked(const command *run) {
  return option_exists(&run->options, "scenarios") && option_is_given(&run->options, "scenarios");
}

static void clear_list(scenario_list *list) {
  for (size_t i = 0; i < list->n; i++) {
    free(list->item[i].name);
    prg_table_clear(&list->item[i].table);
  }
  for (size_t i = 0; i < list->n_value; i++)
    free(list->value[i]);
  listing_clear(&list->file);
}

/* --- the file --- */

static char *copy_cell(const listing *file, size_t column) {
  size_t n;
  const char *text = listing_cell(file, column, &n);
  return strndup(text, n);
}

static bool is_of(const listing *file, const char *name) {
  size_t n;
  const char *text = listing_cell(file, NAME, &n);
  return strlen(name) == n && memcmp(text, name, n) == 0;
}

static prg_status add_name(scenario_list *list, prg_error *error) {
  size_t n;
  const char *text = listing_cell(&list->file, NAME, &n);
  for (size_t i = 0; i < list->n; i++)
    if (is_of(&list->file, list->item[i].name))
      return PRG_OK;
  if (n == 0 || list->n == SCENARIOS_MAX)
    return listing_fail(&list->file, NAME, PRG_TEXT_SCENARIO_NAME,
                        PRG_ARGS(prg_integer(SCENARIOS_MAX)), error);
  char *name = strndup(text, n);
  if (name == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  list->item[list->n++].name = name;
  return PRG_OK;
}

static prg_status read_file(const char *path, scenario_list *list, prg_error *error) {
  prg_buffer bytes = {0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = listing_read(&list->file, asking_name(path), prg_buffer_string(&bytes), bytes.length,
                          columns, COLUMNS, error);
  list->heading = list->file.row;
  while (status == PRG_OK && listing_next(&list->file))
    status = add_name(list, error);
  prg_buffer_free(&bytes);
  return status;
}

/* --- one scenario --- */

/* What is for all of them together, and not for one to change. */
static bool is_common(const char *option) {
  static const char *const common[] = {"scenarios", "format", "output", "lang", "help", "quiet"};
  for (size_t i = 0; i < sizeof common / sizeof common[0]; i++)
    if (strcmp(option, common[i]) == 0)
      return true;
  return false;
}

/* The row's option with its value, if the row is of the scenario. */
static prg_status add_option(scenario_list *list, const char *name, option_set *options,
                             prg_error *error) {
  if (!is_of(&list->file, name))
    return PRG_OK;
  char *option = copy_cell(&list->file, OPTION), *value = copy_cell(&list->file, VALUE);
  prg_status status = PRG_OK;
  prg_error reason;
  if (option == NULL || value == NULL || list->n_value == OPTION_GIVEN)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  else if (is_common(option) || !option_exists(options, option))
    status = listing_fail(&list->file, OPTION, PRG_TEXT_SCENARIO_OPTION,
                          PRG_ARGS(prg_string(option)), error);
  else if (option_add(options, option, value, &reason) != PRG_OK)
    status = listing_fail(&list->file, VALUE, PRG_TEXT_SCENARIO_VALUE,
                          PRG_ARGS(prg_string(value), prg_string(option)), error);
  free(option);
  if (status == PRG_OK)
    list->value[list->n_value++] = value;
  else
    free(value);
  return status;
}

/* The options of the command line but those for all, CSV, and the scenario's own. */
static prg_status set_options(scenario_list *list, const char *name, const option_set *all,
                              option_set *options, prg_error *error) {
  *options = *all;
  options->n_given = 0;
  for (size_t i = 0; i < all->n_given; i++)
    if (!is_common(all->given[i].row->name))
      options->given[options->n_given++] = all->given[i];
  prg_status status = option_add(options, "format", "csv", error);
  list->file.row = list->heading; /* all rows again */
  while (status == PRG_OK && listing_next(&list->file))
    status = add_option(list, name, options, error);
  return status;
}

static prg_status run_one(command *run, scenario_list *list, scenario *one, prg_error *error) {
  static const prg_dialect plain = {.delimiter = ',', .decimal = '.'};
  command alone = *run;
  alone.out = (prg_buffer){0};
  alone.scenario = one->name;
  prg_status status = set_options(list, one->name, &run->options, &alone.options, error);
  if (status == PRG_OK)
    status = run->verb->run(&alone, error);
  if (status == PRG_OK && alone.out.length == 0) /* every series was told, and passed over */
    status = prg_fail(error, PRG_TEXT_SCENARIO_EMPTY, PRG_ARGS(prg_string(one->name)));
  if (status == PRG_OK)
    status = prg_table_read(&one->table, one->name, prg_buffer_string(&alone.out), alone.out.length,
                            &plain, error);
  run->worst = alone.worst;
  prg_buffer_free(&alone.out);
  return status;
}

/* --- side by side --- */

static const char *cell(const scenario *one, size_t row, size_t column) {
  return prg_table_cell(&one->table, row, column);
}

/* Every cell of the verb's own CSV, with the scenario. */
static void write_csv(const scenario_list *list, prg_csv_style style, prg_buffer *out) {
  prg_csv_writer csv;
  prg_csv_begin(&csv, out, style);
  for (size_t i = 0; i < list->n; i++) {
    const scenario *one = &list->item[i];
    for (size_t row = i > 0; row < one->table.n_rows; row++) {
      prg_buffer name = {0};
      prg_buffer_printf(&name, row == 0 ? "%s" : "%s · %s", cell(one, row, 0), one->name);
      prg_csv_text(&csv, prg_buffer_string(&name));
      prg_buffer_free(&name);
      for (size_t c = 1; c < prg_table_width(&one->table, 0); c++) {
        double number;
        const char *text = cell(one, row, c);
        if (c > 2 && prg_number_parse(text, strlen(text), '.', &number))
          prg_csv_number(&csv, number);
        else
          prg_csv_text(&csv, text);
      }
      prg_csv_text(&csv, row == 0 ? "scenario" : one->name);
      prg_csv_end_row(&csv);
    }
  }
}

static size_t column_of(const scenario *one, const char *heading) {
  size_t c = 0;
  while (c < prg_table_width(&one->table, 0) && strcmp(cell(one, 0, c), heading) != 0)
    c++;
  return c;
}

/* Where the scenario has the series and the period of that row of the first; 0: it has not. */
static size_t row_like(const scenario *one, const scenario *first, size_t row) {
  for (size_t r = 1; r < one->table.n_rows; r++)
    if (strcmp(cell(one, r, 0), cell(first, row, 0)) == 0 &&
        strcmp(cell(one, r, 1), cell(first, row, 1)) == 0)
      return r;
  return 0;
}

/* The figure, "268", and if there is one the risk of too few places, "268 (26 %)". */
static void add_figure(const scenario *one, size_t row, prg_language language,
                       prg_text_table *table) {
  size_t value = column_of(one, "demand"), risk = column_of(one, "prob_over");
  double figure, over;
  prg_buffer text = {0};
  if (value == prg_table_width(&one->table, 0))
    value = column_of(one, "value");
  const char *figures = row > 0 ? cell(one, row, value) : "";
  const char *risks = row > 0 && risk < prg_table_width(&one->table, 0) ? cell(one, row, risk) : "";
  if (prg_number_parse(figures, strlen(figures), '.', &figure))
    prg_buffer_add_people(&text, figure, figure == nearbyint(figure) ? 0 : 1, language);
  if (prg_number_parse(risks, strlen(risks), '.', &over)) {
    prg_buffer_add(&text, " (");
    prg_buffer_add_people(&text, 100 * over, 0, language);
    prg_buffer_add(&text, " %)");
  }
  prg_text_table_add(table, prg_buffer_string(&text));
  prg_buffer_free(&text);
}

/* The rows of the first scenario from `row` on that are of one series; returns where the next
 * begins. */
static size_t write_series(const scenario_list *list, size_t row, prg_language language,
                           prg_buffer *out) {
  const scenario *first = &list->item[0];
  const char *name = cell(first, row, 0);
  prg_text_table table;
  prg_text_table_init(&table, 1 + list->n);
  prg_text_table_add(&table, prg_text_get(PRG_TEXT_REPORT_PERIOD, language));
  for (size_t i = 0; i < list->n; i++)
    prg_text_table_add(&table, list->item[i].name);
  for (; row < first->table.n_rows && strcmp(cell(first, row, 0), name) == 0; row++) {
    prg_text_table_add(&table, cell(first, row, 1));
    for (size_t i = 0; i < list->n; i++)
      add_figure(&list->item[i], row_like(&list->item[i], first, row), language, &table);
  }
  prg_buffer_printf(out, out->length > 0 ? "\n%s\n\n" : "%s\n\n", name);
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
  return row;
}

static void write_all(const scenario_list *list, command *run) {
  const char *format = option_string(&run->options, "format");
  bool to_person = isatty(STDOUT_FILENO) && command_output(run) == NULL;
  bool table = format == NULL ? to_person : strcmp(format, "table") == 0;
  bool excel = format != NULL && strcmp(format, "excel") == 0;
  if (!table)
    write_csv(list, excel ? PRG_CSV_EXCEL : PRG_CSV_PLAIN, &run->out);
  for (size_t row = 1; table && row < list->item[0].table.n_rows;)
    row = write_series(list, row, run->language, &run->out);
}

static prg_status draw_all(const scenario_list *list, command *run, prg_error *error) {
  prg_buffer csv = {0};
  write_csv(list, PRG_CSV_PLAIN, &csv);
  prg_status status = scenario_chart(run, &csv, list->n, error);
  prg_buffer_free(&csv);
  return status;
}

prg_status scenarios_run(command *run, prg_error *error) {
  const char *format = option_string(&run->options, "format");
  scenario_list list = {0};
  if (format != NULL && strcmp(format, "json") == 0)
    return prg_fail(error, PRG_TEXT_SCENARIO_JSON, NULL);
  for (size_t i = 0; i < run->options.n_file; i++)
    if (strcmp(run->options.file[i], "-") == 0)
      return prg_fail(error, PRG_TEXT_SCENARIO_STDIN, NULL);
  prg_status status = read_file(option_string(&run->options, "scenarios"), &list, error);
  for (size_t i = 0; status == PRG_OK && i < list.n; i++)
    status = run_one(run, &list, &list.item[i], error);
  if (status == PRG_OK && list.n > 0) {
    write_all(&list, run);
    status = draw_all(&list, run, error);
  }
  clear_list(&list);
  return status;
}
