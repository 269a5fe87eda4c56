#include "cli/asking_shape.h"

#include <stdlib.h>
#include <string.h>

#include <prognos/join.h>
#include <prognos/rename.h>
#include <prognos/shape.h>
#include <prognos/source.h>

#include "cli/asking.h"

/* `learn` takes every file as a panel of its own. */
static bool joins_files(const command *run) {
  return run->options.n_file > 1 && run->verb != &verb_learn;
}

bool asking_shape_is_asked(const command *run) {
  static const char *const names[] = {"select", "sum", "from", "to", "rename"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (option_is_given(&run->options, names[i]))
      return true;
  return joins_files(run);
}

/* --- renaming and joining --- */

static prg_status read_renames(const command *run, prg_rename_list *list, prg_error *error) {
  const char *path = option_string(&run->options, "rename");
  *list = (prg_rename_list){0};
  if (path == NULL)
    return PRG_OK;
  prg_buffer bytes;
  prg_buffer_init(&bytes);
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status =
        prg_rename_read(list, asking_name(path), prg_buffer_string(&bytes), bytes.length, error);
  prg_buffer_free(&bytes);
  return status;
}

/* Every old name must have been met, in one file at least. */
static prg_status check_renames(const command *run, const prg_rename_list *list, prg_error *error) {
  const char *path = option_string(&run->options, "rename");
  return path == NULL ? PRG_OK : prg_rename_check(list, asking_name(path), error);
}

static prg_status join_file(const command *run, const char *path, prg_rename_list *list,
                            prg_panel *panel, prg_panel *added, prg_error *error) {
  prg_join_options options = {.file = asking_name(run->options.file[0]),
                              .added = asking_name(path),
                              .later_wins = option_is_given(&run->options, "later-wins")};
  prg_status status = prg_panel_rename(added, list, error);
  return status == PRG_OK ? prg_panel_join(panel, added, &options, error) : status;
}

static prg_status join_others(const command *run, prg_rename_list *list, prg_panel *panel,
                              prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t i = 1; i < run->options.n_file && status == PRG_OK; i++) {
    const char *path = run->options.file[i];
    prg_reading more;
    status = asking_read_alone(run, path, &more, error);
    if (status == PRG_OK)
      status = join_file(run, path, list, panel, &more.panel, error);
    prg_reading_clear(&more);
  }
  return status;
}

static prg_status rename_and_join(const command *run, const char *path, prg_panel *panel,
                                  prg_error *error) {
  bool joins = joins_files(run) && path == run->options.file[0];
  if (!joins && !option_is_given(&run->options, "rename"))
    return PRG_OK;
  prg_rename_list list;
  prg_panel joined;
  prg_panel_init(&joined);
  prg_status status = read_renames(run, &list, error);
  if (status == PRG_OK)
    status = join_file(run, path, &list, &joined, panel, error);
  if (status == PRG_OK && joins)
    status = join_others(run, &list, &joined, error);
  if (status == PRG_OK)
    status = check_renames(run, &list, error);
  prg_rename_clear(&list);
  prg_panel_clear(panel);
  *panel = joined;
  return status;
}

/* --- choosing, summing, cutting --- */

typedef struct wanted {
  const char *member[OPTION_GIVEN];
  size_t n;
} wanted;

/* Bytes of the dimension's name in "kön=flickor"; 0 if there is none. */
static size_t name_length(const char *text) {
  const char *sign = strchr(text, '=');
  return sign == NULL ? 0 : (size_t)(sign - text);
}

/* True if the k-th --select is the first of its dimension. */
static bool begins_dimension(const option_set *given, size_t k) {
  const char *text = option_repeated(given, "select", k);
  size_t n = name_length(text);
  for (size_t i = 0; i < k; i++) {
    const char *other = option_repeated(given, "select", i);
    if (name_length(other) == n && strncmp(other, text, n) == 0)
      return false;
  }
  return true;
}

/* True if the whole text, commas and all, is a member. */
static bool is_member(const prg_panel *panel, size_t d, const char *text) {
  for (size_t i = 0; i < panel->n; i++)
    if (prg_series_is_member(&panel->series[i], d, text, strlen(text)))
      return true;
  return false;
}

/* Adds "flickor,pojkar" to what is wanted, cutting the text at its commas. */
static prg_status add_wanted(const prg_panel *panel, const char *dimension, char *text, wanted *out,
                             prg_error *error) {
  size_t d;
  bool whole = prg_panel_dimension(panel, dimension, &d) && is_member(panel, d, text);
  while (text != NULL) {
    if (out->n == OPTION_GIVEN)
      return prg_fail(error, PRG_TEXT_OPTION_TOO_MANY, PRG_ARGS(prg_integer(OPTION_GIVEN)));
    char *comma = whole ? NULL : strchr(text, ',');
    if (comma != NULL)
      *comma = '\0';
    out->member[out->n++] = text;
    text = comma == NULL ? NULL : comma + 1;
  }
  return PRG_OK;
}

/* Keeps what the k-th --select and the later ones of its dimension ask for. */
static prg_status select_dimension(const option_set *given, size_t k, prg_panel *panel,
                                   prg_error *error) {
  const char *first = option_repeated(given, "select", k), *text;
  size_t n = name_length(first);
  if (n == 0)
    return prg_fail(error, PRG_TEXT_SELECT_WRONG, PRG_ARGS(prg_string(first)));
  char *copy[OPTION_GIVEN] = {strndup(first, n)};
  size_t copies = 1;
  wanted members = {.n = 0};
  prg_status status = PRG_OK;
  for (; status == PRG_OK && (text = option_repeated(given, "select", k)) != NULL; k++) {
    if (name_length(text) != n || strncmp(text, first, n) != 0 || copies == OPTION_GIVEN)
      continue;
    copy[copies] = strdup(text + n + 1);
    if (copy[0] == NULL || copy[copies] == NULL)
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    else
      status = add_wanted(panel, copy[0], copy[copies], &members, error);
    copies++;
  }
  if (status == PRG_OK)
    status = prg_panel_select(panel, copy[0], members.member, members.n, error);
  while (copies > 0)
    free(copy[--copies]);
  return status;
}

static prg_status select_members(const option_set *given, prg_panel *panel, prg_error *error) {
  prg_status status = PRG_OK;
  for (size_t k = 0; status == PRG_OK && option_repeated(given, "select", k) != NULL; k++)
    if (begins_dimension(given, k))
      status = select_dimension(given, k, panel, error);
  return status;
}

static prg_status sum_dimensions(const option_set *given, prg_panel *panel, prg_error *error) {
  const char *dimension;
  prg_status status = PRG_OK;
  for (size_t k = 0; status == PRG_OK && (dimension = option_repeated(given, "sum", k)) != NULL;
       k++)
    status = prg_panel_sum(panel, dimension, option_is_given(given, "sum-partial"), error);
  return status;
}

/* *limit: the period of the option, NULL if it is not given. */
static prg_status read_limit(const option_set *given, const char *name, prg_period *period,
                             const prg_period **limit, prg_error *error) {
  const char *text = option_string(given, name);
  *limit = text == NULL ? NULL : period;
  return text == NULL ? PRG_OK : prg_period_read(text, period, error);
}

static prg_status cut(const option_set *given, prg_panel *panel, prg_error *error) {
  prg_period first, last;
  const prg_period *from, *to;
  prg_status status = read_limit(given, "from", &first, &from, error);
  if (status == PRG_OK)
    status = read_limit(given, "to", &last, &to, error);
  if (status != PRG_OK || (from == NULL && to == NULL))
    return status;
  status = prg_panel_window(panel, from, to, error);
  return status == PRG_OK && panel->n == 0 ? prg_fail(error, PRG_TEXT_WINDOW_EMPTY, NULL) : status;
}

prg_status asking_shape(const command *run, const char *path, prg_reading *reading,
                        prg_error *error) {
  prg_panel *panel = &reading->panel;
  if (!asking_shape_is_asked(run))
    return PRG_OK;
  prg_status status = rename_and_join(run, path, panel, error);
  if (status == PRG_OK)
    status = select_members(&run->options, panel, error);
  if (status == PRG_OK)
    status = sum_dimensions(&run->options, panel, error);
  if (status == PRG_OK)
    status = cut(&run->options, panel, error);
  if (status == PRG_OK)
    prg_reading_recount(reading);
  return status;
}
