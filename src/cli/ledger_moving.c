/* `ledger moved`: why the newest forecast is not what the one before it was. */
#include <stdlib.h>
#include <string.h>

#include "cli/ledger_actions.h"
#include "cli/recording.h"

/* The old method on the new data: what it was asked for with, and what it gave. */
typedef struct rerun {
  char *options; /* lines, cut at their ends where they are in use; owned */
  char *text;    /* the same, whole; owned */
  forecasting made;
} rerun;

typedef struct moving {
  command *run;
  prg_ledger *ledger;
  const prg_ledger_view *view;
  char **name; /* shape (n_name): series of the ledger that are asked for; owned */
  size_t n_name;
  rerun *rerun; /* shape (n_rerun); owned */
  size_t n_rerun;
  prg_ledger_move_list *list; /* shape (n_list); owned, with its moves */
  size_t n_list;
} moving;

/* --- which series --- */

static prg_status note_name(void *data, const prg_ledger_forecast *met, prg_error *error) {
  moving *m = data;
  if (m->n_name > 0 && strcmp(m->name[m->n_name - 1], met->series->name) == 0)
    return PRG_OK;
  char **grown = realloc(m->name, (m->n_name + 1) * sizeof *grown);
  if (grown == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  m->name = grown;
  m->name[m->n_name] = strdup(met->series->name);
  return m->name[m->n_name++] == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

/* --- the old method on the new data --- */

/* The command with the options of the old method instead of its own. */
static prg_status take_options(const command *run, rerun *r, command *again, prg_error *error) {
  *again = *run;
  option_set *set = &again->options;
  set->n_given = 0;
  for (size_t i = 0; i < run->options.n_given; i++)
    if (!recording_is_of_method(run->options.given[i].row->name) &&
        strcmp(run->options.given[i].row->name, "series") != 0)
      set->given[set->n_given++] = run->options.given[i];
  for (char *line = strtok(r->options, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    char *value = strchr(line, '=');
    if (strncmp(line, "--", 2) != 0 || value == NULL)
      continue;
    *value = '\0';
    if (!option_exists(set, line + 2))
      continue;
    prg_status status = option_add(set, line + 2, value + 1, error);
    if (status != PRG_OK)
      return status;
  }
  return PRG_OK;
}

static prg_status add_rerun(moving *m, const char *options, prg_error *error) {
  rerun *grown = realloc(m->rerun, (m->n_rerun + 1) * sizeof *grown);
  if (grown == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  m->rerun = grown;
  rerun *r = &grown[m->n_rerun++];
  *r = (rerun){.options = strdup(options), .text = strdup(options)};
  if (r->options == NULL || r->text == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  command again;
  prg_status status = take_options(m->run, r, &again, error);
  if (status == PRG_OK)
    status = forecasting_make(&again, 0, &r->made, error);
  if (m->run->worst == PRG_OK)
    m->run->worst = again.worst;
  return status;
}

static const prg_forecast *find_forecast(const forecasting *made, const char *series,
                                         prg_period origin) {
  for (size_t i = 0; i < made->n; i++)
    if (strcmp(made->forecast[i].series->name, series) == 0 &&
        prg_period_compare(made->forecast[i].origin, origin) == 0)
      return &made->forecast[i];
  return NULL;
}

/* NULL in *between if there is no file to run it on, or the file ends elsewhere. */
static prg_status run_old_method(moving *m, const prg_ledger_vintage *old,
                                 const prg_forecast *newest, const prg_forecast **between,
                                 prg_error *error) {
  *between = NULL;
  if (m->run->options.n_file == 0 || old->options[0] == '\0')
    return PRG_OK;
  size_t i = 0;
  while (i < m->n_rerun && strcmp(m->rerun[i].text, old->options) != 0)
    i++;
  prg_status status = i == m->n_rerun ? add_rerun(m, old->options, error) : PRG_OK;
  if (status == PRG_OK)
    *between = find_forecast(&m->rerun[i].made, newest->series->name, newest->origin);
  if (status == PRG_OK && *between == NULL)
    command_talk(m->run, PRG_TEXT_TALK_MOVED_NO_DATA, PRG_ARGS(prg_string(newest->series->name)));
  return status;
}

/* --- one series --- */

static bool is_same_method(const prg_ledger_vintage *a, const prg_ledger_vintage *b) {
  return strcmp(a->model, b->model) == 0 && strcmp(a->options, b->options) == 0 &&
         strcmp(a->version, b->version) == 0;
}

static int decimals_of(const prg_forecast *forecast) {
  return prg_series_is_count(forecast->series) || prg_forecast_point(forecast, 1) >= 1000 ? 0 : 1;
}

static prg_status add_moves(moving *m, const char *series, const prg_forecast *before,
                            const prg_forecast *after, const prg_forecast *between,
                            prg_error *error) {
  prg_ledger_move_list *grown = realloc(m->list, (m->n_list + 1) * sizeof *grown);
  if (grown == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  m->list = grown;
  prg_ledger_move *move = malloc(after->distribution.horizon * sizeof *move);
  if (move == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  size_t n = prg_ledger_moves(before, after, between, move);
  if (n > 0)
    m->list[m->n_list++] = (prg_ledger_move_list){series, move, n, decimals_of(after)};
  else
    free(move);
  return PRG_OK;
}

static prg_status compare_newest(moving *m, const char *series, prg_error *error) {
  prg_ledger_vintages v;
  const prg_forecast *between;
  prg_status status = prg_ledger_vintages_read(m->ledger, series, &m->view->filter, &v, error);
  if (status == PRG_OK && v.n > 1) {
    const prg_ledger_vintage *old = &v.about[v.n - 2], *new = &v.about[v.n - 1];
    const prg_forecast *before = &v.forecast[v.n - 2], *after = &v.forecast[v.n - 1];
    if (is_same_method(old, new))
      between = after;
    else
      status = run_old_method(m, old, after, &between, error);
    if (status == PRG_OK)
      status = add_moves(m, series, before, after, between, error);
  }
  prg_ledger_vintages_clear(&v);
  return status;
}

static void clear_moving(moving *m) {
  for (size_t i = 0; i < m->n_name; i++)
    free(m->name[i]);
  for (size_t i = 0; i < m->n_rerun; i++) {
    free(m->rerun[i].options);
    free(m->rerun[i].text);
    forecasting_clear(&m->rerun[i].made);
  }
  for (size_t i = 0; i < m->n_list; i++)
    free((void *)m->list[i].move);
  free(m->name);
  free(m->rerun);
  free(m->list);
}

static prg_status move_all(moving *m, prg_error *error) {
  prg_status status = prg_ledger_each(m->ledger, &m->view->filter, note_name, m, error);
  for (size_t i = 0; i < m->n_name && status == PRG_OK; i++)
    status = compare_newest(m, m->name[i], error);
  if (status == PRG_OK && m->n_list > 0)
    prg_ledger_moves_write(m->list, m->n_list, m->view, &m->run->out);
  else if (status == PRG_OK)
    command_talk(m->run, PRG_TEXT_TALK_MOVED_NOTHING, NULL);
  return status;
}

prg_status ledger_act_moved(command *run, prg_error *error) {
  const char *names[OPTION_GIVEN + 1];
  prg_ledger_view view;
  moving m = {.run = run, .view = &view};
  for (size_t i = 0; i < run->options.n_file; i++)
    if (strcmp(run->options.file[i], "-") == 0) /* it may be read more than once */
      return prg_fail(error, PRG_TEXT_MOVED_STDIN, NULL);
  prg_status status = ledger_view(run, PRG_LEDGER_CSV, names, &view, error);
  view.filter.has_from = view.filter.has_to = false; /* they cut the files */
  if (status == PRG_OK)
    status = prg_ledger_open(&m.ledger, ledger_path(run), PRG_LEDGER_READ, error);
  if (status == PRG_OK)
    status = move_all(&m, error);
  clear_moving(&m);
  prg_ledger_close(m.ledger);
  return status;
}
