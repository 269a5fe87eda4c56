#include <prognos/ledger_score.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/word.h"

/* One period of one forecast that has an outcome, until its series has been read: only then is it
 * known what the previous plan was. */
typedef struct item {
  long long id;
  int ordinal, made;
  double point, actual;
  size_t lead, group;
  bool is_scored; /* the filter lets it through; else it can be a previous plan */
} item;

typedef struct scoring {
  const prg_ledger_score_options *options;
  prg_ledger_score *out;
  prg_scorer **scorer; /* shape (n_method): of its grid, NULL before it is needed; owned */
  size_t *group;       /* shape (n_method): the group of its model or label, + 1; 0: not known */
  size_t n_method;
  item *item; /* of the current series; owned */
  size_t n_item, capacity;
  long long series;  /* its id; 0: none yet */
  long long grouped; /* the series that the last group is of, if they are series */
  size_t group_capacity;
} scoring;

static const char *const group_names[PRG_LEDGER_GROUP_COUNT] = {"lead", "series", "model", "label"};

const char *prg_ledger_group_name(prg_ledger_group group) {
  return group_names[group];
}

bool prg_ledger_group_from_name(const char *name, prg_ledger_group *group) {
  size_t place = word_place(group_names, PRG_LEDGER_GROUP_COUNT, name);
  if (place == PRG_LEDGER_GROUP_COUNT)
    return false;
  *group = (prg_ledger_group)place;
  return true;
}

/* --- the lines --- */

static prg_status add_group(scoring *s, const char *name, size_t *group, prg_error *error) {
  prg_ledger_score *out = s->out;
  if (out->n_group == s->group_capacity) {
    size_t capacity = out->n_group == 0 ? 16 : 2 * out->n_group;
    prg_ledger_line *grown = realloc(out->group, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    out->group = grown;
    s->group_capacity = capacity;
  }
  char *copy = strdup(name);
  if (copy == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  *group = out->n_group;
  out->group[out->n_group++] = (prg_ledger_line){.name = copy};
  return PRG_OK;
}

/* Models and labels are few: several methods may have the same. */
static prg_status find_group(scoring *s, const char *name, size_t *group, prg_error *error) {
  for (size_t i = 0; i < s->out->n_group; i++)
    if (strcmp(s->out->group[i].name, name) == 0) {
      *group = i;
      return PRG_OK;
    }
  return add_group(s, name, group, error);
}

static prg_status need_leads(prg_ledger_score *out, size_t n, prg_error *error) {
  if (n <= out->n_lead)
    return PRG_OK;
  prg_ledger_line *grown = realloc(out->lead, n * sizeof *grown);
  if (grown == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  out->lead = grown;
  for (; out->n_lead < n; out->n_lead++)
    grown[out->n_lead] = (prg_ledger_line){.lead = out->n_lead + 1};
  return PRG_OK;
}

/* The lines that an outcome counts in; returns how many. */
static size_t lines_of(const scoring *s, const item *i, prg_ledger_line *line[3]) {
  line[0] = &s->out->all;
  line[1] = &s->out->lead[i->lead - 1];
  if (s->options->by == PRG_LEDGER_BY_LEAD)
    return 2;
  line[2] = &s->out->group[i->group];
  return 3;
}

/* --- the previous plan, once a series is read --- */

static int compare_items(const void *left, const void *right) {
  const item *a = left, *b = right;
  if (a->ordinal != b->ordinal)
    return a->ordinal < b->ordinal ? -1 : 1;
  if (a->made != b->made)
    return a->made < b->made ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

static void add_previous(const scoring *s, const item *own, double point) {
  prg_ledger_line *line[3];
  size_t n = lines_of(s, own, line);
  for (size_t i = 0; i < n; i++) {
    line[i]->previous.n++;
    line[i]->previous.own += fabs(own->point - own->actual);
    line[i]->previous.other += fabs(point - own->actual);
  }
}

/* Of the items of each period, by day: the last one of an earlier day. */
static void end_series(scoring *s) {
  const item *before = NULL;
  if (s->n_item > 0) /* or there is no array to sort */
    qsort(s->item, s->n_item, sizeof *s->item, compare_items);
  for (size_t i = 0; i < s->n_item; i++) {
    const item *own = &s->item[i], *last = i > 0 ? &s->item[i - 1] : NULL;
    if (last == NULL || last->ordinal != own->ordinal)
      before = NULL;
    else if (last->made < own->made)
      before = last;
    if (own->is_scored && before != NULL)
      add_previous(s, own, before->point);
  }
  s->n_item = 0;
}

static prg_status keep_item(scoring *s, const item *kept, prg_error *error) {
  if (s->n_item == s->capacity) {
    size_t capacity = s->capacity == 0 ? 64 : 2 * s->capacity;
    item *grown = realloc(s->item, capacity * sizeof *grown);
    if (grown == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    s->item = grown;
    s->capacity = capacity;
  }
  s->item[s->n_item++] = *kept;
  return PRG_OK;
}

/* --- one forecast --- */

static double outcome_of(const scoring *s, const prg_ledger_series *series, int ordinal) {
  const prg_ledger_outcome *outcome = prg_ledger_find_outcome(series, ordinal);
  if (outcome == NULL)
    return NAN;
  return s->options->latest ? outcome->latest : outcome->first;
}

static void add_score(const scoring *s, const item *i, const prg_score *score,
                      const prg_scale *scale, double naive) {
  prg_ledger_line *line[3];
  size_t n = lines_of(s, i, line);
  double error = score->point - score->actual;
  for (size_t k = 0; k < n; k++) {
    prg_accuracy_add(&line[k]->accuracy, score, scale);
    if (score->actual != 0)
      line[k]->percentage += 100 * error / fabs(score->actual);
    if (isnan(naive))
      continue;
    line[k]->naive.n++;
    line[k]->naive.own += fabs(error);
    line[k]->naive.other += fabs(naive - score->actual);
  }
}

/* What a plan of points alone knows of its intervals is nothing. */
static void forget_interval(prg_score *score) {
  score->lower_80 = score->upper_80 = score->lower_95 = score->upper_95 = NAN;
}

static prg_status score_period(scoring *s, const prg_ledger_forecast *met, item *form, size_t h,
                               prg_error *error) {
  const prg_distribution *distribution = &met->forecast.distribution;
  double actual = outcome_of(s, met->series, met->forecast.origin.ordinal + (int)h);
  if (isnan(actual) || isnan(prg_distribution_quantile(distribution, h, .5)))
    return PRG_OK;
  prg_score score;
  prg_scorer_run(s->scorer[met->method], distribution, h, actual, &score);
  if (distribution->n_probability == 1)
    forget_interval(&score);
  form->ordinal = met->forecast.origin.ordinal + (int)h;
  form->lead = h;
  form->point = score.point;
  form->actual = actual;
  prg_status status = need_leads(s->out, h, error);
  if (status == PRG_OK && form->is_scored) {
    double naive =
        isnan(met->last) ? outcome_of(s, met->series, met->forecast.origin.ordinal) : met->last;
    add_score(s, form, &score, &met->scale, naive);
  }
  return status == PRG_OK ? keep_item(s, form, error) : status;
}

static bool has_outcome(const prg_ledger_forecast *met) {
  const prg_ledger_series *series = met->series;
  int origin = met->forecast.origin.ordinal;
  int end = origin + (int)met->forecast.distribution.horizon;
  for (size_t i = 0; i < series->n_outcome; i++)
    if (series->outcome[i].ordinal > origin && series->outcome[i].ordinal <= end)
      return true;
  return false;
}

static prg_status need_methods(scoring *s, size_t n, prg_error *error) {
  if (n <= s->n_method)
    return PRG_OK;
  prg_scorer **scorer = realloc(s->scorer, n * sizeof *scorer);
  if (scorer == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  s->scorer = scorer;
  size_t *group = realloc(s->group, n * sizeof *group);
  if (group == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  s->group = group;
  for (; s->n_method < n; s->n_method++) {
    scorer[s->n_method] = NULL;
    group[s->n_method] = 0;
  }
  return PRG_OK;
}

/* The scorer of the forecast's grid, and the group that its outcomes count in. */
static prg_status prepare(scoring *s, const prg_ledger_forecast *met, size_t *group,
                          prg_error *error) {
  const prg_distribution *distribution = &met->forecast.distribution;
  prg_status status = need_methods(s, met->method + 1, error);
  if (status == PRG_OK && s->scorer[met->method] == NULL) {
    s->scorer[met->method] =
        prg_scorer_alloc(distribution->probability, distribution->n_probability, error);
    status = s->scorer[met->method] == NULL ? PRG_ENOMEM : PRG_OK;
  }
  *group = 0;
  if (status != PRG_OK || s->options->by == PRG_LEDGER_BY_LEAD)
    return status;
  if (s->options->by == PRG_LEDGER_BY_SERIES) {
    bool is_there = s->grouped == met->series->id;
    s->grouped = met->series->id;
    *group = s->out->n_group - 1;
    return is_there ? PRG_OK : add_group(s, met->series->name, group, error);
  }
  bool by_model = s->options->by == PRG_LEDGER_BY_MODEL;
  if (s->group[met->method] == 0)
    status = find_group(s, by_model ? met->model : met->label, group, error);
  else
    *group = s->group[met->method] - 1;
  s->group[met->method] = *group + 1;
  return status;
}

static void note_frequency(scoring *s, prg_frequency frequency) {
  if (s->out->n_forecast == 0)
    s->out->frequency = frequency;
  else if (s->out->frequency != frequency)
    s->out->frequency = PRG_FREQUENCY_COUNT;
  s->out->n_forecast++;
}

static prg_status score_forecast(void *data, const prg_ledger_forecast *met, prg_error *error) {
  scoring *s = data;
  if (met->series->id != s->series)
    end_series(s);
  s->series = met->series->id;
  if (!has_outcome(met))
    return PRG_OK;
  item form = {.id = met->id, .made = met->made.ordinal};
  form.is_scored = prg_ledger_matches(&s->options->filter, met);
  prg_status status = prepare(s, met, &form.group, error);
  if (status == PRG_OK && form.is_scored)
    note_frequency(s, met->series->frequency);
  for (size_t h = 1; h <= met->forecast.distribution.horizon && status == PRG_OK; h++)
    status = score_period(s, met, &form, h, error);
  return status;
}

/* --- the whole --- */

prg_status prg_ledger_score_read(prg_ledger *ledger, const prg_ledger_score_options *options,
                                 prg_ledger_score *score, prg_error *error) {
  *score = (prg_ledger_score){.by = options->by, .frequency = PRG_FREQUENCY_COUNT};
  scoring s = {.options = options, .out = score};
  prg_status status = prg_ledger_each(ledger, &options->filter, score_forecast, &s, error);
  if (status == PRG_OK)
    end_series(&s);
  for (size_t i = 0; i < s.n_method; i++)
    prg_scorer_free(s.scorer[i]);
  free(s.scorer);
  free(s.group);
  free(s.item);
  return status;
}

void prg_ledger_score_clear(prg_ledger_score *score) {
  if (score == NULL)
    return;
  for (size_t i = 0; i < score->n_group; i++)
    free(score->group[i].name);
  free(score->group);
  free(score->lead);
  *score = (prg_ledger_score){0};
}

double prg_ledger_contest_ratio(const prg_ledger_contest *contest) {
  return contest->n > 0 && contest->other > 0 ? contest->own / contest->other : (double)NAN;
}

double prg_ledger_line_percentage(const prg_ledger_line *line) {
  size_t n = line->accuracy.n_relative;
  return n > 0 ? line->percentage / (double)n : (double)NAN;
}

/* --- in words --- */

/* "ett år": one period ahead in words. */
static prg_argument one_period(const prg_ledger_score *score) {
  static const prg_text one[] = {
      [PRG_INDEX] = PRG_TEXT_LEDGER_ONE_PERIOD,
      [PRG_YEAR] = PRG_TEXT_LEDGER_ONE_YEAR,
      [PRG_SCHOOL_YEAR] = PRG_TEXT_LEDGER_ONE_SCHOOL_YEAR,
      [PRG_HALF_YEAR] = PRG_TEXT_LEDGER_ONE_HALF_YEAR,
      [PRG_TERM] = PRG_TEXT_LEDGER_ONE_TERM,
      [PRG_QUARTER] = PRG_TEXT_LEDGER_ONE_QUARTER,
      [PRG_MONTH] = PRG_TEXT_LEDGER_ONE_MONTH,
      [PRG_WEEK] = PRG_TEXT_LEDGER_ONE_WEEK,
      [PRG_DAY] = PRG_TEXT_LEDGER_ONE_DAY,
      [PRG_FREQUENCY_COUNT] = PRG_TEXT_LEDGER_ONE_PERIOD,
  };
  return prg_text_argument(one[score->frequency]);
}

static void tell_bias(const prg_ledger_score *score, const prg_ledger_line *line,
                      prg_notes *notes) {
  double percentage = prg_ledger_line_percentage(line);
  prg_argument n = prg_integer((long long)line->accuracy.n_relative);
  if (isnan(percentage))
    return;
  bool level = fabs(percentage) < .05;
  if (line->lead == 1)
    prg_notes_add(notes,
                  level            ? PRG_TEXT_LEDGER_ON_LEVEL
                  : percentage > 0 ? PRG_TEXT_LEDGER_TOO_HIGH
                                   : PRG_TEXT_LEDGER_TOO_LOW,
                  PRG_ARGS(one_period(score), prg_number(fabs(percentage), 1), n));
  else
    prg_notes_add(notes,
                  level            ? PRG_TEXT_LEDGER_ON_LEVEL_LATER
                  : percentage > 0 ? PRG_TEXT_LEDGER_TOO_HIGH_LATER
                                   : PRG_TEXT_LEDGER_TOO_LOW_LATER,
                  PRG_ARGS(prg_integer((long long)line->lead), prg_number(fabs(percentage), 1), n));
}

static void tell_coverage(const prg_ledger_line *line, prg_notes *notes) {
  const prg_accuracy *a = &line->accuracy;
  if (a->n_interval == 0) {
    prg_notes_add(notes, PRG_TEXT_LEDGER_NO_INTERVALS, NULL);
    return;
  }
  prg_notes_add(notes, PRG_TEXT_LEDGER_HELD,
                PRG_ARGS(prg_number(100 * (double)a->inside_80 / (double)a->n_interval, 0),
                         prg_integer((long long)a->n_interval)));
}

/* better, equal, worse. */
static void tell_contest(const prg_ledger_contest *contest, const prg_text text[3],
                         prg_notes *notes) {
  double ratio = prg_ledger_contest_ratio(contest), change = round(100 * fabs(1 - ratio));
  if (isnan(ratio))
    return;
  prg_notes_add(notes,
                text[change == 0 ? 1
                     : ratio < 1 ? 0
                                 : 2],
                PRG_ARGS(prg_number(change, 0), prg_integer((long long)contest->n)));
}

void prg_ledger_score_summary(const prg_ledger_score *score, prg_notes *notes) {
  static const prg_text naive[] = {PRG_TEXT_LEDGER_BEATS_NAIVE, PRG_TEXT_LEDGER_EQUALS_NAIVE,
                                   PRG_TEXT_LEDGER_LOSES_TO_NAIVE};
  static const prg_text previous[] = {PRG_TEXT_LEDGER_BEATS_PREVIOUS,
                                      PRG_TEXT_LEDGER_EQUALS_PREVIOUS,
                                      PRG_TEXT_LEDGER_LOSES_TO_PREVIOUS};
  size_t k = 0;
  while (k < score->n_lead && score->lead[k].accuracy.n == 0)
    k++;
  if (k == score->n_lead) {
    prg_notes_add(notes, PRG_TEXT_LEDGER_NO_OUTCOMES, NULL);
    return;
  }
  tell_bias(score, &score->lead[k], notes);
  tell_coverage(&score->lead[k], notes);
  tell_contest(&score->all.naive, naive, notes);
  tell_contest(&score->all.previous, previous, notes);
}
