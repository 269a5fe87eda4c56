#include "plan/target/target_words.h"

#include <math.h>
#include <string.h>

#include <prognos/cell.h>

#include "table/fold.h"

/* A heading is the word, or begins with it where years and reports follow: "Utfall delår 08". */
static const struct {
  const char *word;
  target_column column;
  bool begins;
} headings[] = {
    {"id", COLUMN_ID, false},
    {"nr", COLUMN_ID, false},
    {"kod", COLUMN_ID, false},
    {"code", COLUMN_ID, false},
    {"indikator", COLUMN_NAME, false},
    {"namn", COLUMN_NAME, false},
    {"indicator", COLUMN_NAME, false},
    {"name", COLUMN_NAME, false},
    {"typ", COLUMN_KIND, false},
    {"slag", COLUMN_KIND, false},
    {"kind", COLUMN_KIND, false},
    {"riktning", COLUMN_DIRECTION, false},
    {"direction", COLUMN_DIRECTION, false},
    {"mål", COLUMN_TARGET, false},
    {"målvärde", COLUMN_TARGET, false},
    {"target", COLUMN_TARGET, false},
    {"goal", COLUMN_TARGET, false},
    {"enhet", COLUMN_UNIT, false},
    {"unit", COLUMN_UNIT, false},
    {"grupper", COLUMN_GROUPS, false},
    {"groups", COLUMN_GROUPS, false},
    {"grupp", COLUMN_GROUP, false},
    {"group", COLUMN_GROUP, false},
    {"till och med", COLUMN_THROUGH, false},
    {"t.o.m.", COLUMN_THROUGH, false},
    {"t o m", COLUMN_THROUGH, false},
    {"data till och med", COLUMN_THROUGH, false},
    {"through", COLUMN_THROUGH, false},
    {"data through", COLUMN_THROUGH, false},
    {"frekvens", COLUMN_FREQUENCY, false},
    {"frequency", COLUMN_FREQUENCY, false},
    {"uppföljning", COLUMN_FOLLOW_UP, true},
    {"follow-up", COLUMN_FOLLOW_UP, true},
    {"fritext", COLUMN_FOLLOW_UP, false},
    {"free text", COLUMN_FOLLOW_UP, false},
    {"bedömning", COLUMN_ASSESSMENT, true},
    {"assessment", COLUMN_ASSESSMENT, true},
    {"utfall", COLUMN_VALUE, true},
    {"outcome", COLUMN_VALUE, true},
    {"antal", COLUMN_VALUE, false},
    {"värde", COLUMN_VALUE, false},
    {"value", COLUMN_VALUE, false},
    {"count", COLUMN_VALUE, false},
    {"av", COLUMN_OF, false},
    {"nämnare", COLUMN_OF, false},
    {"of", COLUMN_OF, false},
    {"denominator", COLUMN_OF, false},
    {"föregående år", COLUMN_LAST, false},
    {"last year", COLUMN_LAST, false},
    {"föregående år av", COLUMN_LAST_OF, false},
    {"last year of", COLUMN_LAST_OF, false},
    {"av helår", COLUMN_OF_YEAR, false},
    {"nämnare helår", COLUMN_OF_YEAR, false},
    {"of full year", COLUMN_OF_YEAR, false},
    {"spridning", COLUMN_SPREAD, false},
    {"standardavvikelse", COLUMN_SPREAD, false},
    {"spread", COLUMN_SPREAD, false},
    {"standard deviation", COLUMN_SPREAD, false},
    {"antal mätta", COLUMN_N, false},
    {"antal svar", COLUMN_N, false},
    {"n", COLUMN_N, false},
    {"responses", COLUMN_N, false},
    {"år", COLUMN_YEAR, false},
    {"year", COLUMN_YEAR, false},
    {"månad", COLUMN_MONTH, false},
    {"month", COLUMN_MONTH, false},
    {"period", COLUMN_PERIOD, false},
};

target_column target_column_find(const char *heading) {
  size_t n = strlen(heading);
  trim_blanks(&heading, &n);
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    if (headings[i].begins ? fold_starts(heading, n, headings[i].word)
                           : fold_equal(heading, n, headings[i].word))
      return headings[i].column;
  return TARGET_COLUMNS;
}

/* Words that stand for a number of an enumeration. */
typedef struct word_row {
  const char *word;
  int meaning;
} word_row;

static bool find_word(const word_row *row, size_t n_row, const char *text, int *meaning) {
  size_t n = strlen(text);
  trim_blanks(&text, &n);
  for (size_t i = 0; i < n_row; i++) {
    if (!fold_equal(text, n, row[i].word))
      continue;
    *meaning = row[i].meaning;
    return true;
  }
  return false;
}

#define FIND_WORD(rows, text, meaning) find_word(rows, sizeof(rows) / sizeof *(rows), text, meaning)

bool target_kind_find(const char *text, prg_indicator_kind *kind) {
  static const word_row rows[] = {
      {"antal", PRG_INDICATOR_COUNT},      {"count", PRG_INDICATOR_COUNT},
      {"andel", PRG_INDICATOR_SHARE},      {"share", PRG_INDICATOR_SHARE},
      {"index", PRG_INDICATOR_INDEX},      {"väntetid", PRG_INDICATOR_WAIT},
      {"tid", PRG_INDICATOR_WAIT},         {"waiting time", PRG_INDICATOR_WAIT},
      {"kvalitativ", PRG_INDICATOR_TEXT},  {"text", PRG_INDICATOR_TEXT},
      {"qualitative", PRG_INDICATOR_TEXT},
  };
  int meaning;
  if (!FIND_WORD(rows, text, &meaning))
    return false;
  *kind = (prg_indicator_kind)meaning;
  return true;
}

bool target_kind_of_unit(const char *unit, prg_indicator_kind *kind) {
  static const word_row rows[] = {
      {"personer", PRG_INDICATOR_COUNT}, {"persons", PRG_INDICATOR_COUNT},
      {"people", PRG_INDICATOR_COUNT},   {"elever", PRG_INDICATOR_COUNT},
      {"pupils", PRG_INDICATOR_COUNT},   {"barn", PRG_INDICATOR_COUNT},
      {"children", PRG_INDICATOR_COUNT}, {"ungdomar", PRG_INDICATOR_COUNT},
      {"fall", PRG_INDICATOR_COUNT},     {"ärenden", PRG_INDICATOR_COUNT},
      {"cases", PRG_INDICATOR_COUNT},    {"besök", PRG_INDICATOR_COUNT},
      {"visits", PRG_INDICATOR_COUNT},   {"antal", PRG_INDICATOR_COUNT},
      {"st", PRG_INDICATOR_COUNT},       {"number", PRG_INDICATOR_COUNT},
      {"%", PRG_INDICATOR_SHARE},        {"procent", PRG_INDICATOR_SHARE},
      {"per cent", PRG_INDICATOR_SHARE}, {"percent", PRG_INDICATOR_SHARE},
      {"index", PRG_INDICATOR_INDEX},    {"dagar", PRG_INDICATOR_WAIT},
      {"days", PRG_INDICATOR_WAIT},      {"veckor", PRG_INDICATOR_WAIT},
      {"weeks", PRG_INDICATOR_WAIT},     {"månader", PRG_INDICATOR_WAIT},
      {"months", PRG_INDICATOR_WAIT},    {"minuter", PRG_INDICATOR_WAIT},
      {"minutes", PRG_INDICATOR_WAIT},
  };
  int meaning;
  if (!FIND_WORD(rows, unit, &meaning))
    return false;
  *kind = (prg_indicator_kind)meaning;
  return true;
}

prg_text target_frequency_find(const char *text, bool *once_a_year) {
  static const word_row rows[] = {
      {"månad", PRG_TEXT_TARGET_MONTHLY},
      {"month", PRG_TEXT_TARGET_MONTHLY},
      {"månadsvis", PRG_TEXT_TARGET_MONTHLY},
      {"monthly", PRG_TEXT_TARGET_MONTHLY},
      {"kvartal", PRG_TEXT_TARGET_QUARTERLY},
      {"quarter", PRG_TEXT_TARGET_QUARTERLY},
      {"kvartalsvis", PRG_TEXT_TARGET_QUARTERLY},
      {"quarterly", PRG_TEXT_TARGET_QUARTERLY},
      {"tertial", PRG_TEXT_TARGET_TERTIAL},
      {"tertialvis", PRG_TEXT_TARGET_TERTIAL},
      {"halvår", PRG_TEXT_TARGET_HALF_YEARLY},
      {"half-year", PRG_TEXT_TARGET_HALF_YEARLY},
      {"halvårsvis", PRG_TEXT_TARGET_HALF_YEARLY},
      {"half-yearly", PRG_TEXT_TARGET_HALF_YEARLY},
      {"år", PRG_TEXT_TARGET_YEARLY},
      {"year", PRG_TEXT_TARGET_YEARLY},
      {"årligen", PRG_TEXT_TARGET_YEARLY},
      {"yearly", PRG_TEXT_TARGET_YEARLY},
      {"årlig", PRG_TEXT_TARGET_YEARLY},
      {"annual", PRG_TEXT_TARGET_YEARLY},
  };
  int meaning = PRG_TEXT_NONE;
  FIND_WORD(rows, text, &meaning);
  *once_a_year = meaning == PRG_TEXT_TARGET_YEARLY;
  return (prg_text)meaning;
}

/* What a goal is made of; longer words before those that begin them. */
static const word_row relations[] = {
    {"fler än", PRG_GOAL_ABOVE},
    {"mer än", PRG_GOAL_ABOVE},
    {"högre än", PRG_GOAL_ABOVE},
    {"större än", PRG_GOAL_ABOVE},
    {"mer", PRG_GOAL_ABOVE},
    {"fler", PRG_GOAL_ABOVE},
    {"more than", PRG_GOAL_ABOVE},
    {"higher than", PRG_GOAL_ABOVE},
    {"över", PRG_GOAL_ABOVE},
    {"over", PRG_GOAL_ABOVE},
    {"above", PRG_GOAL_ABOVE},
    {"färre än", PRG_GOAL_BELOW},
    {"mindre än", PRG_GOAL_BELOW},
    {"lägre än", PRG_GOAL_BELOW},
    {"kortare än", PRG_GOAL_BELOW},
    {"fewer than", PRG_GOAL_BELOW},
    {"less than", PRG_GOAL_BELOW},
    {"lower than", PRG_GOAL_BELOW},
    {"shorter than", PRG_GOAL_BELOW},
    {"under", PRG_GOAL_BELOW},
    {"below", PRG_GOAL_BELOW},
    {"minst", PRG_GOAL_AT_LEAST},
    {"upp", PRG_GOAL_AT_LEAST},
    {"up", PRG_GOAL_AT_LEAST},
    {"at least", PRG_GOAL_AT_LEAST},
    {"högst", PRG_GOAL_AT_MOST},
    {"ned", PRG_GOAL_AT_MOST},
    {"ner", PRG_GOAL_AT_MOST},
    {"down", PRG_GOAL_AT_MOST},
    {"at most", PRG_GOAL_AT_MOST},
    {"inom", PRG_GOAL_WITHIN},
    {"mellan", PRG_GOAL_WITHIN},
    {"within", PRG_GOAL_WITHIN},
    {"between", PRG_GOAL_WITHIN},
    {">=", PRG_GOAL_AT_LEAST},
    {"≥", PRG_GOAL_AT_LEAST},
    {"<=", PRG_GOAL_AT_MOST},
    {"≤", PRG_GOAL_AT_MOST},
    {">", PRG_GOAL_ABOVE},
    {"<", PRG_GOAL_BELOW},
};

static const word_row last_years[] = {
    {"föregående år", 0}, {"förra året", 0},    {"fjolåret", 0},        {"i fjol", 0},
    {"last year", 0},     {"previous year", 0}, {"the year before", 0},
};

/* A text that is eaten from the left. */
typedef struct rest {
  const char *text;
  size_t n;
} rest;

static rest rest_of(const char *text) {
  rest r = {text, strlen(text)};
  trim_blanks(&r.text, &r.n);
  return r;
}

/* A word ends where a blank or a figure follows; a mark such as >= anywhere. */
static bool ends_after(const rest *r, size_t length) {
  bool is_mark = strchr("<>\xE2", r->text[0]) != NULL;
  return is_mark || length == r->n || (r->text[length] >= '0' && r->text[length] <= '9') ||
         blank_length(r->text + length, r->n - length) > 0;
}

static bool eat(rest *r, const word_row *row, size_t n_row, int *meaning) {
  for (size_t i = 0; i < n_row; i++) {
    size_t length = strlen(row[i].word);
    if (!fold_starts(r->text, r->n, row[i].word) || !ends_after(r, length))
      continue;
    *meaning = row[i].meaning;
    r->text += length;
    r->n -= length;
    trim_blanks(&r->text, &r->n);
    return true;
  }
  return false;
}

#define EAT(r, rows, meaning) eat(r, rows, sizeof(rows) / sizeof *(rows), meaning)

static bool read_figure(const char *text, size_t n, char decimal, double *value) {
  prg_cell cell = prg_cell_parse(text, n, decimal);
  *value = cell.value;
  return cell.kind == PRG_CELL_FIGURE;
}

/* "10–20", "10 - 20", "10 till 20", "10 to 20", "10 och 20": the length of the word between, and
 * where it begins; 0 if there is none. A minus sign first belongs to the figure. */
static size_t find_between(const rest *r, size_t *at) {
  static const char *const words[] = {"–", "-", " till ", " to ", " och ", " and "};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    const char *found = r->n > 1 ? memmem(r->text + 1, r->n - 1, words[i], strlen(words[i])) : NULL;
    if (found == NULL)
      continue;
    *at = (size_t)(found - r->text);
    return strlen(words[i]);
  }
  return 0;
}

static bool read_figures(const rest *r, char decimal, prg_goal *goal, bool *is_interval) {
  size_t at, length = find_between(r, &at);
  *is_interval = length > 0;
  if (!*is_interval)
    return read_figure(r->text, r->n, decimal, &goal->lower);
  return read_figure(r->text, at, decimal, &goal->lower) &&
         read_figure(r->text + at + length, r->n - at - length, decimal, &goal->upper) &&
         goal->lower <= goal->upper;
}

static bool points_up(int relation) {
  return relation == PRG_GOAL_ABOVE || relation == PRG_GOAL_AT_LEAST;
}

/* The relation of the direction and of the target must point the same way; the target's is the more
 * exact. −1: not said. */
static bool agree(int direction, int target) {
  if (direction < 0 || target < 0)
    return true;
  if (direction == PRG_GOAL_WITHIN || target == PRG_GOAL_WITHIN)
    return direction == target || (direction == PRG_GOAL_WITHIN && !points_up(target));
  return points_up(direction) == points_up(target);
}

/* "upp" and an interval say two things; "inom" and one figure mean no longer than that. */
static bool settle(int relation, bool is_interval, prg_goal *goal) {
  if (is_interval && relation >= 0 && relation != PRG_GOAL_WITHIN)
    return false;
  if (is_interval)
    relation = PRG_GOAL_WITHIN;
  else if (relation == PRG_GOAL_WITHIN)
    relation = PRG_GOAL_AT_MOST;
  goal->relation = (prg_goal_relation)relation;
  return relation >= 0;
}

static void make_share(prg_goal *goal) {
  goal->lower /= 100;
  goal->upper /= 100;
}

prg_text target_goal_read(const char *direction, const char *target, char decimal, bool is_share,
                          prg_goal *goal, target_column *wrong) {
  *goal = (prg_goal){.lower = NAN, .upper = NAN};
  rest d = rest_of(direction), t = rest_of(target);
  int way = -1, relation = -1, ignored;
  *wrong = COLUMN_DIRECTION;
  if (d.n > 0 && !EAT(&d, relations, &way))
    return PRG_TEXT_TARGET_DIRECTION_WRONG;
  goal->last_year = d.n > 0 && EAT(&d, last_years, &ignored);
  if (d.n > 0)
    return PRG_TEXT_TARGET_DIRECTION_WRONG;
  *wrong = COLUMN_TARGET;
  EAT(&t, relations, &relation);
  if (!agree(way, relation))
    return PRG_TEXT_TARGET_CONTRADICTION;
  if (EAT(&t, last_years, &ignored))
    goal->last_year = true;
  relation = relation >= 0 ? relation : way;
  bool is_interval = false;
  if (goal->last_year ? t.n > 0 : !read_figures(&t, decimal, goal, &is_interval))
    return PRG_TEXT_TARGET_GOAL_WRONG;
  if (!settle(relation, is_interval, goal))
    return is_interval ? PRG_TEXT_TARGET_CONTRADICTION : PRG_TEXT_TARGET_NO_DIRECTION;
  if (is_share)
    make_share(goal);
  return PRG_TEXT_NONE;
}

bool target_span_of(prg_period period, prg_span *span) {
  span->year = prg_period_year(period);
  switch (period.frequency) {
  case PRG_YEAR:
  case PRG_HALF_YEAR:
  case PRG_QUARTER:
  case PRG_MONTH: {
    double length = 12.0 / prg_frequency_season(period.frequency);
    span->from = length * prg_period_position(period);
    span->to = span->from + length;
    return true;
  }
  default:
    return false;
  }
}
