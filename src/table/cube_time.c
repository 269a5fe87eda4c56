#include "table/cube_time.h"

#include <stdlib.h>
#include <string.h>

#include "table/cube_parts.h"
#include "table/fold.h"

#define PARTS_MAX 53 /* weeks in a year */

/* What the dimension of the periods is called, in the languages of the Nordic statistics. */
static const char *const time_words[] = {
    "tid",    "tidpunkt", "time",  "time_period", "period",  "år",      "year",    "aar",
    "läsår",  "månad",    "month", "måned",       "kvartal", "quarter", "vecka",   "week",
    "termin", "date",     "datum", "ár",          "mánuður", "vuosi",   "kuukausi"};

/* What the dimension of the part of a year is called if its members are bare numbers. */
static const struct {
  const char *word;
  prg_frequency frequency;
} part_words[] = {
    {"månad", PRG_MONTH},      {"month", PRG_MONTH},         {"måned", PRG_MONTH},
    {"manad", PRG_MONTH},      {"kvartal", PRG_QUARTER},     {"quarter", PRG_QUARTER},
    {"vecka", PRG_WEEK},       {"week", PRG_WEEK},           {"termin", PRG_TERM},
    {"halvår", PRG_HALF_YEAR}, {"half-year", PRG_HALF_YEAR},
};

static bool is_called(const prg_cube *cube, size_t dimension, const char *word) {
  const char *id = prg_cube_text(cube, cube->dimension[dimension].id);
  const char *label = prg_cube_text(cube, cube->dimension[dimension].label);
  return fold_equal(id, strlen(id), word) || fold_equal(label, strlen(label), word);
}

static bool has_time_word(const prg_cube *cube, size_t dimension) {
  for (size_t i = 0; i < sizeof time_words / sizeof *time_words; i++)
    if (is_called(cube, dimension, time_words[i]))
      return true;
  return false;
}

/* "2023*": how Statistics Finland marks a period whose figures are preliminary. */
static size_t without_star(const char *text) {
  size_t n = strlen(text);
  return n > 1 && text[n - 1] == '*' ? n - 1 : n;
}

/* The periods of the members, from their labels or their codes. The first that is none is told. */
static bool parse_members(const prg_cube *cube, size_t dimension, bool by_code, bool index,
                          prg_period *period, size_t *broken) {
  const prg_dimension *d = &cube->dimension[dimension];
  for (size_t i = 0; i < d->n; i++) {
    const char *text = prg_cube_text(cube, by_code ? d->member[i].code : d->member[i].label);
    *broken = i;
    if (!prg_period_parse(text, without_star(text), &period[i]) ||
        period[i].frequency != period[0].frequency || (period[i].frequency == PRG_INDEX && !index))
      return false;
  }
  return d->n > 0;
}

static bool parse_dimension(const prg_cube *cube, size_t dimension, bool index, prg_period *period,
                            size_t *broken) {
  size_t by_code;
  return parse_members(cube, dimension, false, index, period, broken) ||
         parse_members(cube, dimension, true, index, period, &by_code);
}

static prg_period *room_for_periods(const prg_cube *cube) {
  size_t n = 1;
  for (size_t d = 0; d < cube->n_dimensions; d++)
    n = cube->dimension[d].n > n ? cube->dimension[d].n : n;
  return malloc(n * sizeof(prg_period));
}

static prg_status fail_dimensions(const prg_cube *cube, prg_text text, const char *name,
                                  prg_error *error) {
  prg_buffer names = {0};
  cube_print_dimensions(cube, &names);
  prg_status status =
      prg_fail(error, text, PRG_ARGS(prg_string(prg_buffer_string(&names)), prg_string(name)));
  prg_buffer_free(&names);
  return status;
}

/* --- which dimension --- */

/* The only one of the dimensions whose members are periods, or the only one of them that is called
 * time; NO_DIMENSION and how many if there is no such. */
static size_t find_candidate(const prg_cube *cube, prg_period *period, size_t *n) {
  size_t candidate = NO_DIMENSION, called = NO_DIMENSION, n_called = 0, broken;
  *n = 0;
  for (size_t d = 0; d < cube->n_dimensions; d++) {
    if (!(has_time_word(cube, d) ? parse_dimension(cube, d, false, period, &broken)
                                 : parse_members(cube, d, false, false, period, &broken)))
      continue; /* the codes of municipalities look like years */
    (*n)++;
    candidate = d;
    if (has_time_word(cube, d)) {
      n_called++;
      called = d;
    }
  }
  return *n == 1 ? candidate : n_called == 1 ? called : NO_DIMENSION;
}

static prg_status choose_time(prg_cube *cube, const char *wanted, prg_period *period,
                              prg_error *error) {
  size_t n;
  if (wanted != NULL) {
    cube->time = cube_find_dimension(cube, wanted);
    return cube->time == NO_DIMENSION
               ? fail_dimensions(cube, PRG_TEXT_CUBE_DIMENSION_UNKNOWN, wanted, error)
               : PRG_OK;
  }
  if (cube->time != NO_DIMENSION)
    return PRG_OK;
  cube->time = find_candidate(cube, period, &n);
  if (cube->time == NO_DIMENSION)
    return fail_dimensions(cube, n == 0 ? PRG_TEXT_CUBE_NO_TIME : PRG_TEXT_CUBE_TIME_UNCLEAR, "",
                           error);
  prg_notes_add(&cube->notes, PRG_TEXT_CUBE_TIME_FOUND,
                PRG_ARGS(prg_string(prg_cube_text(cube, cube->dimension[cube->time].label))));
  return PRG_OK;
}

/* --- the part of the year --- */

static prg_frequency bare_frequency(const prg_cube *cube, size_t dimension) {
  for (size_t i = 0; i < sizeof part_words / sizeof *part_words; i++)
    if (is_called(cube, dimension, part_words[i].word))
      return part_words[i].frequency;
  return PRG_FREQUENCY_COUNT;
}

static bool parse_parts(const prg_cube *cube, const char *year, size_t dimension,
                        prg_period *period) {
  const prg_dimension *d = &cube->dimension[dimension];
  prg_frequency bare = bare_frequency(cube, dimension);
  if (d->n < 2 || d->n > PARTS_MAX)
    return false;
  for (size_t i = 0; i < d->n; i++) {
    const char *part = prg_cube_text(cube, d->member[i].label);
    if (!prg_period_parse_parts(year, strlen(year), part, strlen(part), bare, &period[i]) ||
        period[i].frequency != period[0].frequency)
      return false;
  }
  return true;
}

static size_t find_part(const prg_cube *cube, prg_period *period) {
  const prg_dimension *time = &cube->dimension[cube->time];
  const char *year = prg_cube_text(cube, time->member[0].label);
  for (size_t d = 0; d < cube->n_dimensions; d++)
    if (d != cube->time && parse_parts(cube, year, d, period))
      return d;
  return NO_DIMENSION;
}

/* The periods of every year and part of it: n of time times n of part, each met in the data. */
static prg_status set_parts(prg_cube *cube, prg_error *error) {
  const prg_dimension *years = &cube->dimension[cube->time];
  size_t n = cube->dimension[cube->part].n, all;
  free(cube->period);
  cube->period =
      __builtin_mul_overflow(years->n, n, &all) ? NULL : calloc(all, sizeof *cube->period);
  if (cube->period == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < years->n; i++)
    if (!parse_parts(cube, prg_cube_text(cube, years->member[i].label), cube->part,
                     cube->period + i * n))
      return prg_fail(error, PRG_TEXT_CUBE_PERIOD_BROKEN,
                      PRG_ARGS(prg_string(prg_cube_text(cube, years->member[i].label)),
                               prg_string(prg_cube_text(cube, years->label))));
  prg_notes_add(&cube->notes, PRG_TEXT_CUBE_TIME_PARTS,
                PRG_ARGS(prg_string(prg_cube_text(cube, years->label)),
                         prg_string(prg_cube_text(cube, cube->dimension[cube->part].label))));
  return PRG_OK;
}

/* The figures of a period with a star are preliminary. */
static void mark_preliminary(prg_cube *cube) {
  const prg_dimension *time = &cube->dimension[cube->time];
  uint64_t stride = 1;
  bool any = false;
  for (size_t d = cube->time + 1; d < cube->n_dimensions; d++)
    stride *= cube->dimension[d].n;
  for (size_t i = 0; i < time->n; i++) {
    const char *label = prg_cube_text(cube, time->member[i].label);
    any = any || without_star(label) < strlen(label);
  }
  for (size_t i = 0; any && i < cube->n; i++) {
    uint64_t at = cube->position == NULL ? i : cube->position[i];
    const char *label = prg_cube_text(cube, time->member[at / stride % time->n].label);
    if (cube->observation[i] == PRG_OBSERVED && without_star(label) < strlen(label))
      cube->observation[i] = PRG_PRELIMINARY;
  }
}

prg_status cube_find_time(prg_cube *cube, const char *wanted, prg_error *error) {
  prg_period *period = room_for_periods(cube);
  if (period == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  cube->period = period;
  prg_status status = choose_time(cube, wanted, period, error);
  if (status != PRG_OK)
    return status;
  size_t broken = 0;
  const prg_dimension *time = &cube->dimension[cube->time];
  if (!parse_dimension(cube, cube->time, true, period, &broken))
    return prg_fail(error, PRG_TEXT_CUBE_PERIOD_BROKEN,
                    PRG_ARGS(prg_string(prg_cube_text(cube, time->member[broken].label)),
                             prg_string(prg_cube_text(cube, time->label))));
  mark_preliminary(cube);
  if (period[0].frequency != PRG_YEAR)
    return PRG_OK;
  prg_period *parts = room_for_periods(cube);
  if (parts == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  cube->part = find_part(cube, parts);
  free(parts);
  return cube->part == NO_DIMENSION ? PRG_OK : set_parts(cube, error);
}
