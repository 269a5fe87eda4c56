#include <prognos/theme_check.h>

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/text_table.h>

#include "present/canvas/colour.h"

/* WCAG 2.2, success criteria 1.4.3 and 1.4.11. */
static const double text_contrast = 4.5, graphics_contrast = 3;
/* CIEDE2000: 1 is just seen between large patches that touch; thin lines and small markers apart
 * from each other need several times that. */
static const double least_difference = 10;
/* L*, where 100 is from black to white. */
static const double least_lightness = 10;

/* A rule that is being applied. */
typedef struct theme_rule {
  prg_theme_check *check;
  prg_theme_finding worst;
  bool has_any, is_broken;
} theme_rule;

static theme_rule begin(prg_theme_check *check, prg_text text, double wanted) {
  return (theme_rule){.check = check, .worst = {.rule = text, .wanted = wanted}};
}

static void add_finding(prg_theme_check *check, const prg_theme_finding *finding) {
  assert(check->n < PRG_THEME_FINDINGS);
  check->n_broken += finding->verdict == PRG_THEME_BROKEN;
  check->finding[check->n++] = *finding;
}

/* Keeps the pair if it breaks the rule, or is the worst until now. */
static void measure(theme_rule *rule, const char *first, const char *second, double measured,
                    prg_theme_verdict verdict) {
  prg_theme_finding finding = rule->worst;
  snprintf(finding.first, sizeof finding.first, "%s", first);
  snprintf(finding.second, sizeof finding.second, "%s", second);
  finding.measured = measured;
  finding.verdict = verdict;
  if (!rule->has_any || measured < rule->worst.measured)
    rule->worst = finding;
  rule->has_any = true;
  if (verdict != PRG_THEME_BROKEN)
    return;
  rule->is_broken = true;
  add_finding(rule->check, &finding);
}

static void finish(theme_rule *rule) {
  if (rule->has_any && !rule->is_broken)
    add_finding(rule->check, &rule->worst);
}

/* A colour with its name in the theme. */
typedef struct named_colour {
  char name[32];
  prg_colour colour;
} named_colour;

#define NAMED_MAX 16

typedef struct named_colours {
  named_colour item[NAMED_MAX];
  size_t n;
} named_colours;

static void add_colour(named_colours *list, const char *name, prg_colour colour) {
  named_colour *item = &list->item[list->n++];
  snprintf(item->name, sizeof item->name, "%s", name);
  item->colour = colour;
}

static void add_series(named_colours *list, const char *format, const prg_colour *colour) {
  for (size_t i = 0; i < PRG_THEME_SERIES; i++) {
    char name[32];
    snprintf(name, sizeof name, "%s[%zu]", format, i + 1);
    add_colour(list, name, colour[i]);
  }
}

/* Each colour beside the one below it that is the worst for it: what is to be changed. */
static void measure_contrasts(theme_rule *rule, const named_colours *over,
                              const named_colours *below) {
  for (size_t i = 0; i < over->n; i++) {
    const named_colour *worst = &below->item[0];
    double least = INFINITY;
    for (size_t k = 0; k < below->n; k++) {
      double contrast = prg_colour_contrast(over->item[i].colour, below->item[k].colour);
      worst = contrast < least ? &below->item[k] : worst;
      least = fmin(least, contrast);
    }
    measure(rule, over->item[i].name, worst->name, least,
            least < rule->worst.wanted ? PRG_THEME_BROKEN : PRG_THEME_HOLDS);
  }
}

static named_colours grounds(const prg_theme *theme) {
  named_colours list = {0};
  add_colour(&list, "paper", theme->paper);
  add_colour(&list, "zone_forecast", theme->zone_forecast);
  add_colour(&list, "zone_outlook", theme->zone_outlook);
  return list;
}

/* The inner band lies on the outer one, and both on a zone. */
static named_colours bands(const prg_theme *theme) {
  named_colours list = {0};
  for (size_t i = 0; i < PRG_THEME_SERIES; i++)
    for (int outlook = 0; outlook < 2; outlook++) {
      char name[32];
      prg_colour zone = outlook ? theme->zone_outlook : theme->zone_forecast;
      prg_colour outer = prg_colour_over(theme->colour[i], theme->band_95, zone);
      snprintf(name, sizeof name, "band(colour[%zu])", i + 1);
      add_colour(&list, name, prg_colour_over(theme->colour[i], theme->band_80, outer));
    }
  return list;
}

static void check_contrasts(prg_theme_check *check, const prg_theme *theme) {
  named_colours ground = grounds(theme), band = bands(theme), text = {0}, graphics = {0};
  add_colour(&text, "ink", theme->ink);
  add_colour(&text, "quiet", theme->quiet);
  add_colour(&text, "capacity_colour", theme->capacity_colour);
  add_series(&text, "text_colour", theme->text_colour);
  theme_rule rule = begin(check, PRG_TEXT_RULE_TEXT_ON_BAND, text_contrast);
  measure_contrasts(&rule, &text, &band);
  finish(&rule);
  add_colour(&text, "good", theme->good);
  add_colour(&text, "doubtful", theme->doubtful);
  add_colour(&text, "bad", theme->bad);
  rule = begin(check, PRG_TEXT_RULE_TEXT, text_contrast);
  measure_contrasts(&rule, &text, &ground);
  finish(&rule);
  add_colour(&graphics, "capacity_colour", theme->capacity_colour);
  add_series(&graphics, "colour", theme->colour);
  rule = begin(check, PRG_TEXT_RULE_GRAPHICS, graphics_contrast);
  measure_contrasts(&rule, &graphics, &ground);
  finish(&rule);
}

static void check_vision(prg_theme_check *check, const prg_theme *theme, prg_text text,
                         prg_vision vision) {
  named_colours series = {0};
  add_series(&series, "colour", theme->colour);
  theme_rule rule = begin(check, text, least_difference);
  for (size_t i = 0; i < series.n; i++)
    for (size_t k = i + 1; k < series.n; k++) {
      prg_lab one = prg_colour_seen(series.item[i].colour, vision);
      prg_lab other = prg_colour_seen(series.item[k].colour, vision);
      double difference = prg_colour_difference(&one, &other);
      measure(&rule, series.item[i].name, series.item[k].name, difference,
              difference < least_difference ? PRG_THEME_BROKEN : PRG_THEME_HOLDS);
    }
  finish(&rule);
}

static bool same_dash(const prg_line_style *one, const prg_line_style *other) {
  if (one->n_dash != other->n_dash)
    return false;
  for (size_t i = 0; i < one->n_dash; i++)
    if (one->dash[i] != other->dash[i])
      return false;
  return true;
}

static bool same_shape(const prg_line_style *one, const prg_line_style *other) {
  return same_dash(one, other) || one->marker == other->marker;
}

/* Alike in grey is alike on a copy, unless dash and marker tell them apart. */
static void check_grey(prg_theme_check *check, const prg_theme *theme) {
  named_colours series = {0};
  add_series(&series, "colour", theme->colour);
  theme_rule rule = begin(check, PRG_TEXT_RULE_GREY, least_lightness);
  for (size_t i = 0; i < series.n; i++)
    for (size_t k = i + 1; k < series.n; k++) {
      double one = prg_colour_seen(series.item[i].colour, PRG_VISION_NORMAL).lightness;
      double other = prg_colour_seen(series.item[k].colour, PRG_VISION_NORMAL).lightness;
      bool same = same_shape(&theme->outcome[i], &theme->outcome[k]);
      double difference = fabs(one - other);
      measure(&rule, series.item[i].name, series.item[k].name, difference,
              difference >= least_lightness ? PRG_THEME_HOLDS
              : same                        ? PRG_THEME_BROKEN
                                            : PRG_THEME_HOLDS_BY_SHAPE);
    }
  finish(&rule);
}

static void measure_shape(theme_rule *rule, size_t first, size_t second, bool same) {
  char one[32], other[32];
  snprintf(one, sizeof one, "style line %zu", first);
  snprintf(other, sizeof other, "style line %zu", second);
  rule->worst.is_shape = true;
  measure(rule, one, other, same ? 0 : 1, same ? PRG_THEME_BROKEN : PRG_THEME_HOLDS);
}

/* No message by colour alone: series differ in dash and marker, forecasts from outcomes in dash. */
static void check_shapes(prg_theme_check *check, const prg_theme *theme) {
  theme_rule series = begin(check, PRG_TEXT_RULE_SHAPE, 1);
  for (size_t i = 0; i < PRG_THEME_SERIES; i++)
    for (size_t k = i + 1; k < PRG_THEME_SERIES; k++)
      measure_shape(&series, i + 1, k + 1, same_shape(&theme->outcome[i], &theme->outcome[k]));
  finish(&series);
  theme_rule forecast = begin(check, PRG_TEXT_RULE_FORECAST, 1);
  for (size_t i = 0; i < PRG_THEME_SERIES; i++)
    measure_shape(&forecast, i + 1, i + 11, same_dash(&theme->outcome[i], &theme->forecast[i]));
  finish(&forecast);
}

void prg_theme_check_init(prg_theme_check *check, const prg_theme *theme) {
  *check = (prg_theme_check){0};
  check_contrasts(check, theme);
  check_vision(check, theme, PRG_TEXT_RULE_NORMAL, PRG_VISION_NORMAL);
  check_vision(check, theme, PRG_TEXT_RULE_DEUTERANOPIA, PRG_VISION_DEUTERANOPIA);
  check_vision(check, theme, PRG_TEXT_RULE_PROTANOPIA, PRG_VISION_PROTANOPIA);
  check_vision(check, theme, PRG_TEXT_RULE_TRITANOPIA, PRG_VISION_TRITANOPIA);
  check_grey(check, theme);
  check_shapes(check, theme);
}

/* Rounded down: 4.496 is not 4.5. */
static void add_value(prg_text_table *table, double value, bool is_shape, prg_language language) {
  char text[PRG_NUMBER_BYTES];
  if (is_shape)
    prg_text_table_add(
        table, prg_text_get(value > 0 ? PRG_TEXT_THEME_DIFFERENT : PRG_TEXT_THEME_SAME, language));
  else {
    prg_number_people(text, floor(value * 100 + 1e-9) / 100, 2, language);
    prg_text_table_add(table, text);
  }
}

static void add_row(prg_text_table *table, const prg_theme_finding *finding,
                    prg_language language) {
  static const prg_text verdict[] = {PRG_TEXT_THEME_HOLDS, PRG_TEXT_THEME_HOLDS_BY_SHAPE,
                                     PRG_TEXT_THEME_IS_BROKEN};
  char pair[72];
  snprintf(pair, sizeof pair, "%s, %s", finding->first, finding->second);
  prg_text_table_add(table, prg_text_get(finding->rule, language));
  prg_text_table_add(table, pair);
  add_value(table, finding->measured, finding->is_shape, language);
  add_value(table, finding->wanted, finding->is_shape, language);
  prg_text_table_add(table, prg_text_get(verdict[finding->verdict], language));
}

void prg_theme_check_write(const prg_theme_check *check, prg_language language, prg_buffer *out) {
  static const prg_text heading[] = {PRG_TEXT_THEME_RULE, PRG_TEXT_THEME_PAIR,
                                     PRG_TEXT_THEME_MEASURED, PRG_TEXT_THEME_WANTED,
                                     PRG_TEXT_THEME_VERDICT};
  prg_text_table table;
  prg_text_table_init(&table, 5);
  table.right[1] = table.right[4] = false;
  for (size_t i = 0; i < 5; i++)
    prg_text_table_add(&table, prg_text_get(heading[i], language));
  for (size_t i = 0; i < check->n; i++)
    add_row(&table, &check->finding[i], language);
  prg_text_table_write(&table, out);
  prg_text_table_free(&table);
}
