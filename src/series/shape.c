#include <prognos/shape.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "series/name_index.h"
#include "table/fold.h"

/* Moves the series that are kept to the front; the others are cleared. */
static void keep_series(prg_panel *panel, const bool *keep) {
  size_t kept = 0;
  for (size_t i = 0; i < panel->n; i++) {
    prg_series moved = panel->series[i];
    panel->series[i] = (prg_series){0};
    if (keep[i])
      panel->series[kept++] = moved;
    else
      prg_series_clear(&moved);
  }
  panel->n = kept;
}

static prg_status find_dimension(const prg_panel *panel, const char *name, size_t *d,
                                 prg_error *error) {
  if (prg_panel_dimension(panel, name, d))
    return PRG_OK;
  prg_buffer known = {0};
  for (size_t i = 0; i < panel->n_dimension; i++)
    prg_buffer_printf(&known, i == 0 ? "%s" : ", %s", panel->dimension[i]);
  prg_status status = prg_fail(error, PRG_TEXT_DIMENSION_UNKNOWN,
                               PRG_ARGS(prg_string(name), prg_string(prg_buffer_string(&known))));
  prg_buffer_free(&known);
  return status;
}

/* --- choosing --- */

/* Bytes of the code and the blank after it that the member begins with: "0581 "; 0 if none. */
static size_t code_length(const char *member) {
  size_t digits = strspn(member, "0123456789");
  return digits > 0 && member[digits] == ' ' ? digits + 1 : 0;
}

bool prg_series_is_member(const prg_series *series, size_t d, const char *text, size_t n) {
  const char *member = prg_series_member(series, d), *code = prg_series_code(series, d);
  size_t length = strlen(member), coded = code_length(member);
  if (fold_same(member, length, text, n) ||
      (*code != '\0' && fold_same(code, strlen(code), text, n)))
    return true;
  return coded > 0 && (fold_same(member, coded - 1, text, n) ||
                       fold_same(member + coded, length - coded, text, n));
}

/* As many different members as a message holds. */
static prg_status fail_member(const prg_panel *panel, size_t d, const char *name,
                              prg_error *error) {
  name_index known = {0};
  prg_buffer list = {0};
  for (size_t i = 0; i < panel->n && list.length < PRG_ARGUMENT_BYTES; i++) {
    const char *member = prg_series_member(&panel->series[i], d);
    size_t number = i;
    if (name_index_add(&known, member, strlen(member), &number) && number == i)
      prg_buffer_printf(&list, list.length == 0 ? "%s" : ", %s", member);
  }
  prg_status status = prg_fail(error, PRG_TEXT_MEMBER_UNKNOWN,
                               PRG_ARGS(prg_string(panel->dimension[d]), prg_string(name),
                                        prg_string(prg_buffer_string(&list))));
  name_index_clear(&known);
  prg_buffer_free(&list);
  return status;
}

/* Marks the series of that member; false if there is none. */
static bool mark(const prg_panel *panel, size_t d, const char *member, bool *keep) {
  bool found = false;
  for (size_t i = 0; i < panel->n; i++) {
    if (prg_series_is_member(&panel->series[i], d, member, strlen(member)))
      keep[i] = found = true;
  }
  return found;
}

prg_status prg_panel_select(prg_panel *panel, const char *dimension, const char *const *member,
                            size_t n, prg_error *error) {
  size_t d;
  prg_status status = find_dimension(panel, dimension, &d, error);
  if (status != PRG_OK)
    return status;
  bool *keep = calloc(panel->n + 1, sizeof *keep);
  if (keep == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t k = 0; k < n && status == PRG_OK; k++)
    if (!mark(panel, d, member[k], keep))
      status = fail_member(panel, d, member[k], error);
  if (status == PRG_OK)
    keep_series(panel, keep);
  free(keep);
  return status;
}

/* --- summing --- */

/* Where the d-th of n strings that stand one after another begins, and where they all end. */
static size_t string_offset(const char *strings, size_t d) {
  size_t at = 0;
  for (; d > 0; d--)
    at += strlen(strings + at) + 1;
  return at;
}

/* The series' other members, or codes. */
static prg_status without(const char *strings, size_t d, size_t n, prg_buffer *out,
                          prg_error *error) {
  size_t from = string_offset(strings, d), to = string_offset(strings, d + 1);
  prg_buffer_clear(out);
  prg_buffer_add_n(out, strings, from);
  prg_buffer_add_n(out, strings + to, string_offset(strings, n) - to);
  return out->failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}

static const char separator[] = " · ";

/* The name without its part that is the member of dimension d. A member that is no part of the name
 * is passed over: it is the same for all. */
static void add_name_without(const prg_panel *panel, const prg_series *series, size_t d,
                             prg_buffer *name) {
  const char *rest = series->name;
  for (size_t i = 0; i < panel->n_dimension; i++) {
    const char *member = prg_series_member(series, i);
    size_t n = strlen(member);
    bool whole = strcmp(rest, member) == 0;
    bool part =
        strncmp(rest, member, n) == 0 && strncmp(rest + n, separator, strlen(separator)) == 0;
    if (n == 0 || !(whole || part))
      continue;
    if (i != d)
      prg_buffer_printf(name, name->length == 0 ? "%s" : " · %s", member);
    rest += whole ? n : n + strlen(separator);
  }
  if (name->length == 0)
    prg_buffer_add(name, *rest != '\0' && strcmp(rest, series->name) == 0 ? rest : "Totalt");
}

/* What a part says of its sum, the stronger the higher; a part that has no figure is the strongest.
 */
static int rank(prg_observation observation, bool partial) {
  static const int ranks[PRG_OBSERVATION_COUNT] = {
      [PRG_NOT_APPLICABLE] = 0, [PRG_OBSERVED] = 1,    [PRG_CORRECTED] = 2, [PRG_REVISED] = 3,
      [PRG_APPROXIMATE] = 4,    [PRG_PRELIMINARY] = 5, [PRG_GAP] = 6,       [PRG_MISSING] = 7,
      [PRG_SUPPRESSED] = 8};
  return partial && observation == PRG_GAP ? -1 : ranks[observation];
}

static prg_observation observation_at(const prg_series *series, prg_period period) {
  long t = prg_period_distance(series->start, period);
  return t < 0 || (size_t)t >= series->n ? PRG_GAP : series->observation[t];
}

/* Sums parts[0..n) of the panel in one period of the sum. */
static void sum_period(const prg_panel *panel, const size_t *part, size_t n, bool partial,
                       prg_series *sum, size_t t) {
  prg_period period = prg_series_period(sum, t);
  double total = 0;
  int strongest = -1;
  for (size_t i = 0; i < n; i++) {
    const prg_series *series = &panel->series[part[i]];
    prg_observation observation = observation_at(series, period);
    if (rank(observation, partial) > strongest) {
      strongest = rank(observation, partial);
      sum->observation[t] = observation;
    }
    if (prg_observation_has_value(observation))
      total += series->value[prg_period_distance(series->start, period)];
  }
  sum->value[t] = prg_observation_has_value(sum->observation[t]) ? total : NAN;
}

/* The first and last period of the parts, which must be of one frequency. */
static prg_status find_span(const prg_panel *panel, const size_t *part, size_t n, prg_period *first,
                            prg_period *last, prg_error *error) {
  *first = panel->series[part[0]].start;
  *last = *first;
  for (size_t i = 0; i < n; i++) {
    const prg_series *series = &panel->series[part[i]];
    if (series->start.frequency != first->frequency)
      return prg_fail(error, PRG_TEXT_SUM_OF_FREQUENCIES,
                      PRG_ARGS(prg_string(panel->series[part[0]].name), prg_string(series->name)));
    if (series->kind == PRG_KIND_SHARE)
      return prg_fail(error, PRG_TEXT_SUM_OF_SHARES, PRG_ARGS(prg_string(series->name)));
    prg_period end = prg_series_period(series, series->n - 1);
    *first = prg_period_compare(series->start, *first) < 0 ? series->start : *first;
    *last = prg_period_compare(end, *last) > 0 ? end : *last;
  }
  return PRG_OK;
}

static prg_status sum_parts(const prg_panel *panel, const size_t *part, size_t n, size_t d,
                            bool partial, prg_series *sum, prg_error *error) {
  const prg_series *model = &panel->series[part[0]];
  prg_period first, last;
  prg_buffer text = {0};
  prg_status status = find_span(panel, part, n, &first, &last, error);
  if (status == PRG_OK) {
    add_name_without(panel, model, d, &text);
    status = prg_series_init(sum, prg_buffer_string(&text), first,
                             (size_t)prg_period_distance(first, last) + 1, error);
  }
  if (status == PRG_OK) {
    sum->kind = model->kind;
    sum->season = model->season;
    for (size_t t = 0; t < sum->n; t++)
      sum_period(panel, part, n, partial, sum, t);
    status = without(model->members, d, panel->n_dimension, &text, error);
  }
  if (status == PRG_OK)
    status = prg_series_set_members(sum, text.data, text.length, error);
  if (status == PRG_OK && model->codes != NULL)
    status = without(model->codes, d, panel->n_dimension, &text, error);
  if (status == PRG_OK && model->codes != NULL)
    status = prg_series_set_codes(sum, text.data, text.length, error);
  prg_buffer_free(&text);
  return status;
}

/* The series by sum: group[i] is the number of series i's, counted in the order they are met. */
static prg_status group_series(const prg_panel *panel, size_t d, size_t *group, size_t *n_groups,
                               prg_error *error) {
  name_index sums = {0};
  prg_buffer key = {0};
  prg_status status = PRG_OK;
  *n_groups = 0;
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++) {
    status = without(panel->series[i].members, d, panel->n_dimension, &key, error);
    group[i] = *n_groups;
    if (status == PRG_OK && !name_index_add(&sums, prg_buffer_string(&key), key.length, &group[i]))
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    *n_groups += group[i] == *n_groups;
  }
  name_index_clear(&sums);
  prg_buffer_free(&key);
  return status;
}

/* The series in order of their groups: those of group g are part[start[g + 1] … start[g + 2]). */
static void sort_by_group(const size_t *group, size_t n, size_t n_groups, size_t *part,
                          size_t *start) {
  for (size_t i = 0; i < n; i++)
    start[group[i] + 1]++;
  for (size_t g = 0; g < n_groups; g++)
    start[g + 1] += start[g];
  start[n_groups + 1] = n;
  for (size_t i = n; i-- > 0;)
    part[--start[group[i] + 1]] = i;
}

/* Adds the sum of every group to `out`; group, part, start: room for all series and two more. */
static prg_status sum_groups(const prg_panel *panel, size_t d, bool partial, size_t *group,
                             size_t *part, size_t *start, prg_panel *out, prg_error *error) {
  size_t n_groups;
  prg_status status = group_series(panel, d, group, &n_groups, error);
  if (status == PRG_OK)
    sort_by_group(group, panel->n, n_groups, part, start);
  for (size_t g = 0; g < n_groups && status == PRG_OK; g++) {
    prg_series sum = {0};
    status =
        sum_parts(panel, part + start[g + 1], start[g + 2] - start[g + 1], d, partial, &sum, error);
    if (status == PRG_OK)
      status = prg_panel_add(out, &sum, error);
    prg_series_clear(&sum);
  }
  return status;
}

/* The panel of the sums. */
static prg_status make_sums(const prg_panel *panel, size_t d, bool partial, prg_panel *out,
                            prg_error *error) {
  size_t room = panel->n + 2, *work = calloc(3 * room, sizeof *work);
  prg_status status = work == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t i = 0; i < panel->n_dimension && status == PRG_OK; i++) {
    if (i == d)
      continue;
    status = prg_panel_add_dimension(out, panel->dimension[i], error);
    if (status == PRG_OK && panel->dimension_id[i] != NULL)
      status = prg_panel_set_dimension_id(out, out->n_dimension - 1, panel->dimension_id[i], error);
  }
  if (status == PRG_OK)
    status = sum_groups(panel, d, partial, work, work + room, work + 2 * room, out, error);
  free(work);
  return status;
}

prg_status prg_panel_sum(prg_panel *panel, const char *dimension, bool partial, prg_error *error) {
  size_t d;
  prg_panel out;
  prg_panel_init(&out);
  prg_status status = find_dimension(panel, dimension, &d, error);
  if (status == PRG_OK)
    status = make_sums(panel, d, partial, &out, error);
  if (status != PRG_OK) {
    prg_panel_clear(&out);
    return status;
  }
  prg_panel_clear(panel);
  *panel = out;
  return PRG_OK;
}

/* --- cutting --- */

/* < 0, 0, > 0: the period is before, in or after the limit, which may be a year of it. */
static int compare_limit(prg_period period, prg_period limit) {
  int a = period.frequency == limit.frequency ? period.ordinal : prg_period_year(period);
  return (a > limit.ordinal) - (a < limit.ordinal);
}

static prg_status check_limit(const prg_series *series, const prg_period *limit, prg_error *error) {
  char words[PRG_PERIOD_BYTES];
  if (limit == NULL || limit->frequency == series->start.frequency ||
      (limit->frequency == PRG_YEAR && series->start.frequency != PRG_INDEX))
    return PRG_OK;
  return prg_fail(error, PRG_TEXT_LIMIT_OF_OTHER_FREQUENCY,
                  PRG_ARGS(prg_string(prg_period_print(*limit, words)),
                           prg_text_argument(prg_frequency_text(limit->frequency)),
                           prg_text_argument(prg_frequency_text(series->start.frequency))));
}

/* Keeps value[first .. end) of the series, without gaps at either end. */
static void cut(prg_series *series, size_t first, size_t end) {
  while (first < end && series->observation[first] == PRG_GAP)
    first++;
  while (end > first && series->observation[end - 1] == PRG_GAP)
    end--;
  size_t n = end - first;
  memmove(series->value, series->value + first, n * sizeof *series->value);
  memmove(series->observation, series->observation + first, n * sizeof *series->observation);
  if (series->exposure != NULL)
    memmove(series->exposure, series->exposure + first, n * sizeof *series->exposure);
  series->start = prg_series_period(series, first);
  series->n = n;
}

prg_status prg_panel_window(prg_panel *panel, const prg_period *from, const prg_period *to,
                            prg_error *error) {
  bool *keep = calloc(panel->n + 1, sizeof *keep);
  prg_status status = keep == NULL ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
  for (size_t i = 0; i < panel->n && status == PRG_OK; i++) {
    prg_series *series = &panel->series[i];
    status = check_limit(series, from, error);
    if (status == PRG_OK)
      status = check_limit(series, to, error);
    size_t first = 0, end = series->n;
    while (status == PRG_OK && from != NULL && first < end &&
           compare_limit(prg_series_period(series, first), *from) < 0)
      first++;
    while (status == PRG_OK && to != NULL && end > first &&
           compare_limit(prg_series_period(series, end - 1), *to) > 0)
      end--;
    if (status == PRG_OK)
      cut(series, first, end);
    keep[i] = series->n > 0;
  }
  if (status == PRG_OK)
    keep_series(panel, keep);
  free(keep);
  return status;
}
