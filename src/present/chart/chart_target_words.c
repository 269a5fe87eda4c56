/* What the chart of goals says in words. */
#include "present/chart/chart_target.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "base/word.h"
#include "present/canvas/gnuplot_text.h"
#include "present/chart/chart_words.h"

int target_year(const prg_target_result *result, size_t n) {
  int year = 0;
  for (size_t i = 0; i < n; i++) {
    int one = result[i].through.year;
    if (one != 0 && year != 0 && one != year)
      return 0;
    year = one != 0 ? one : year;
  }
  return year;
}

/* ---- headline ---- */

/* How many goals have each light; [PRG_LIGHT_NONE] counts the goals of whose year all is known. */
static size_t count_lights(const prg_target_result *result, size_t n, size_t light[PRG_LIGHTS]) {
  size_t goals = 0;
  memset(light, 0, PRG_LIGHTS * sizeof *light);
  for (size_t i = 0; i < n; i++) {
    if (result[i].light == PRG_LIGHT_NONE)
      continue;
    goals++;
    light[result[i].light]++;
    light[PRG_LIGHT_NONE] += result[i].state == PRG_TARGET_KNOWN;
  }
  return goals;
}

static void add_rest(prg_buffer *out, size_t n, prg_text one, prg_text many,
                     prg_language language) {
  if (n > 0)
    prg_add_message(out, n == 1 ? one : many, PRG_ARGS(prg_integer((long long)n)), language);
}

/* "3 av 8 mål bedöms uppnås, 2 är osäkra, 1 är inte mätt" */
static void add_headline(const prg_target_result *result, size_t n, prg_language language,
                         prg_buffer *out) {
  size_t light[PRG_LIGHTS], goals = count_lights(result, n, light);
  size_t met = light[PRG_LIGHT_MET];
  bool known = goals > 0 && light[PRG_LIGHT_NONE] == goals;
  static const prg_text words[3][2] = {
      {PRG_TEXT_TARGET_CHART_NONE, PRG_TEXT_TARGET_CHART_NONE_WAS},
      {PRG_TEXT_TARGET_CHART_SOME, PRG_TEXT_TARGET_CHART_SOME_WERE},
      {PRG_TEXT_TARGET_CHART_ALL, PRG_TEXT_TARGET_CHART_ALL_WERE}};
  int amount = met == 0 ? 0 : met < goals ? 1 : 2;
  prg_add_message(out, goals == 0 ? PRG_TEXT_TARGET_CHART_NO_GOALS : words[amount][known],
                  PRG_ARGS(prg_integer((long long)met), prg_integer((long long)goals)), language);
  add_rest(out, light[PRG_LIGHT_UNCERTAIN], PRG_TEXT_TARGET_CHART_UNCERTAIN,
           PRG_TEXT_TARGET_CHART_UNCERTAIN_MANY, language);
  add_rest(out, light[PRG_LIGHT_UNMEASURED], PRG_TEXT_TARGET_CHART_UNMEASURED,
           PRG_TEXT_TARGET_CHART_UNMEASURED_MANY, language);
}

void target_title(const prg_target_result *result, size_t n, const prg_chart_options *options,
                  prg_buffer *out) {
  prg_buffer text = {0};
  const prg_target_result *only = NULL;
  size_t drawn = 0;
  for (size_t i = 0; i < n; i++)
    if (target_rows_of(&result[i]) > 0) {
      only = &result[i];
      drawn++;
    }
  if (word_is_given(options->title))
    prg_buffer_add(&text, options->title);
  else if (drawn == 1 && only->light != PRG_LIGHT_NONE)
    prg_buffer_printf(&text, "%s: %s", only->indicator->name, only->verdict);
  else
    add_headline(result, n, options->language, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}

/* ---- subtitle and footer ---- */

void target_subtitle(const target_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  int year = target_year(chart->result, chart->n_result);
  if (word_is_given(options->subtitle))
    prg_add_one_line(out, options->subtitle);
  else if (year != 0)
    prg_add_message(out, PRG_TEXT_TARGET_CHART_SUBTITLE_YEAR, PRG_ARGS(prg_integer(year)),
                    options->language);
  else
    prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_CHART_SUBTITLE, options->language));
  if (chart->n_page > 1)
    prg_add_message(
        out, PRG_TEXT_TARGET_CHART_PAGE,
        PRG_ARGS(prg_integer((long long)chart->page + 1), prg_integer((long long)chart->n_page)),
        options->language);
}

/* The last month of which anything is known; of year 0 if nothing is. */
static prg_period latest_month(const target_chart *chart, bool *has_forecast) {
  prg_period latest = {PRG_MONTH, 0};
  *has_forecast = false;
  for (size_t i = 0; i < chart->n_result; i++) {
    const prg_target_result *result = &chart->result[i];
    int month = 12 * result->through.year + (int)ceil(result->through.to - 1e-9) - 1;
    if (result->n_measured > 0 && month > latest.ordinal)
      latest.ordinal = month;
    *has_forecast = *has_forecast || result->state == PRG_TARGET_FORECAST;
  }
  return latest;
}

static void add_part(prg_buffer *out, prg_text text, size_t n, prg_language language) {
  if (out->length > 0)
    prg_buffer_add(out, " · ");
  prg_add_message(out, text, PRG_ARGS(prg_integer((long long)n)), language);
}

void target_footer(const target_chart *chart, prg_buffer *out) {
  const prg_chart_options *options = chart->canvas.options;
  bool has_forecast;
  prg_period latest = latest_month(chart, &has_forecast);
  if (latest.ordinal > 0)
    prg_chart_footer(options, latest, has_forecast, false, out);
  bool is_cut = false;
  for (size_t i = 0; i < chart->n; i++)
    is_cut = is_cut || chart->row[i].low > 0;
  if (chart->marks.outlook || chart->marks.goal)
    add_part(out, is_cut ? PRG_TEXT_TARGET_CHART_SCALES_CUT : PRG_TEXT_TARGET_CHART_SCALES, 0,
             options->language);
  size_t in_words = 0;
  for (size_t i = 0; i < chart->n_result; i++)
    in_words += chart->result[i].state == PRG_TARGET_TEXT;
  if (in_words > 0)
    add_part(out,
             in_words == 1 ? PRG_TEXT_TARGET_CHART_IN_WORDS : PRG_TEXT_TARGET_CHART_IN_WORDS_MANY,
             in_words, options->language);
}

/* ---- the columns of a row ---- */

void target_add_name(const target_row *row, bool first_on_page, prg_buffer *out) {
  prg_buffer group = {0};
  if (row->has_name || first_on_page)
    prg_add_one_line(out, row->result->indicator->name);
  if (row->has_name)
    return;
  prg_add_one_line(&group, row->part->group);
  prg_buffer_add(out, first_on_page ? " – " : "– ");
  prg_buffer_add(out, prg_buffer_string(&group));
  prg_buffer_free(&group);
}

/* With last year's figure the short form: "över 17 personer". */
void target_add_goal(const target_row *row, prg_language language, prg_buffer *out) {
  static const prg_text words[][2] = {
      {PRG_TEXT_GOAL_AT_LEAST_FIGURE, PRG_TEXT_GOAL_AT_LEAST},
      {PRG_TEXT_GOAL_ABOVE_FIGURE, PRG_TEXT_GOAL_ABOVE},
      {PRG_TEXT_GOAL_AT_MOST_FIGURE, PRG_TEXT_GOAL_AT_MOST},
      {PRG_TEXT_GOAL_BELOW_FIGURE, PRG_TEXT_GOAL_BELOW},
  };
  if (!row->has_name || row->result->goal.text == PRG_TEXT_NONE)
    return;
  prg_message goal = row->result->goal;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (goal.text == words[k][0])
      goal.text = words[k][1];
  prg_message_write(&goal, language, out);
}

static void add_figure(const target_row *row, double value, bool measured, prg_language language,
                       prg_buffer *out) {
  prg_target_notation as = prg_target_notation_of(row->result->indicator);
  prg_buffer_add_people(out, value * as.factor, measured ? as.measured : as.forecast, language);
}

/* Per cent only: what a count or a mean is of, the goal beside it says. */
static void add_unit(const target_row *row, prg_language language, prg_buffer *out) {
  if (row->result->indicator->kind == PRG_INDICATOR_SHARE)
    prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_PER_CENT, language));
}

void target_add_value(const target_row *row, bool with_interval, prg_language language,
                      prg_buffer *out) {
  if (row->part == NULL)
    return;
  if (target_row_is_hidden(row)) {
    prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_CHART_HIDDEN, language));
  } else if (isnan(row->outlook)) {
    prg_buffer_add(out, "–");
  } else {
    add_figure(row, row->outlook, isnan(row->lower), language, out);
    add_unit(row, language, out);
    if (row->part->state == PRG_TARGET_SO_FAR)
      prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_CHART_SO_FAR, language));
  }
  if (isnan(row->lower) || !with_interval)
    return;
  prg_buffer_add(out, " (");
  add_figure(row, row->lower, false, language, out);
  prg_buffer_add(out, "–");
  add_figure(row, row->upper, false, language, out);
  prg_buffer_add(out, ")");
}

void target_add_verdict(const target_row *row, prg_language language, prg_buffer *out) {
  if (!row->has_verdict)
    return;
  if (row->result->light == PRG_LIGHT_NONE)
    prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_CHART_NO_GOAL, language));
  else
    prg_add_one_line(out, row->result->verdict);
}

/* ---- alternative text ---- */

/* A column of the row after what leads to it, if there is anything in it. */
static void add_told(prg_buffer *out, prg_text text, prg_buffer *cell, prg_language language) {
  if (cell->length > 0)
    prg_add_message(out, text, PRG_ARGS(prg_string(prg_buffer_string(cell))), language);
  out->failed = out->failed || cell->failed;
  prg_buffer_clear(cell);
}

/* "Nöjdhetsindex: mål över 80, helår 82,1 (79,4–84,8), bedöms uppnås." */
static void describe_row(const target_row *row, prg_language language, prg_buffer *out) {
  prg_buffer cell = {0};
  prg_buffer_add_char(out, ' ');
  target_add_name(row, false, out);
  prg_buffer_add_char(out, ':');
  size_t start = out->length;
  target_add_goal(row, language, &cell);
  add_told(out, PRG_TEXT_TARGET_ALT_GOAL, &cell, language);
  if (row->part != NULL && row->part->state != PRG_TARGET_UNMEASURED)
    target_add_value(row, true, language, &cell);
  add_told(out, PRG_TEXT_TARGET_ALT_YEAR, &cell, language);
  if (!isnan(row->last)) {
    add_figure(row, row->last, true, language, &cell);
    add_unit(row, language, &cell);
  }
  add_told(out, PRG_TEXT_TARGET_ALT_LAST, &cell, language);
  target_add_verdict(row, language, &cell);
  add_told(out, PRG_TEXT_TARGET_ALT_VERDICT, &cell, language);
  if (out->length > start && out->data[out->length - 1] == ',')
    out->data[out->length - 1] = '.';
  prg_buffer_free(&cell);
}

void target_describe(const target_chart *chart, prg_buffer *out) {
  prg_language language = chart->canvas.options->language;
  prg_buffer text = {0};
  prg_buffer_add(&text, prg_text_get(PRG_TEXT_TARGET_ALT, language));
  for (size_t i = 0; i < chart->n; i++)
    describe_row(&chart->row[i], language, &text);
  prg_add_one_line(out, prg_buffer_string(&text));
  out->failed = out->failed || text.failed;
  prg_buffer_free(&text);
}
