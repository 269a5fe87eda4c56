/* Where everything stands: the plot area, the names at the ends of the lines, and below the strip
 * of how many forecasts there are and how many outcomes their intervals held. */
#include "present/chart/chart_lead.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

#include "present/canvas/placing.h"

/* Pixels. */
static const double column_gap = 30, column_most = 400;
static const double sample_width = 40;
static const double name_gap = 14;
static const double marker_radius = 11;

enum { STRIP_ROWS = 4 };

static void add_heading(lead_chart *chart) {
  prg_buffer title = {0}, subtitle = {0}, footer = {0};
  lead_title(chart, &title);
  lead_subtitle(chart, &subtitle);
  lead_footer(chart, &footer);
  prg_canvas *canvas = &chart->canvas;
  double top =
      prg_canvas_add_heading(canvas, prg_buffer_string(&title), prg_buffer_string(&subtitle));
  double bottom = prg_canvas_add_footer(canvas, prg_buffer_string(&footer));
  chart->axes.top = top + PRG_TEXT_LEADING;
  chart->axes.bottom = bottom - (STRIP_ROWS + 1.6) * PRG_TEXT_LEADING;
  canvas->failed = canvas->failed || title.failed || subtitle.failed || footer.failed;
  prg_buffer_free(&title);
  prg_buffer_free(&subtitle);
  prg_buffer_free(&footer);
}

/* ---- the strip ---- */

static void add_strip_text(const lead_chart *chart, size_t lead, int row, prg_buffer *out) {
  prg_measures m = lead_measures(chart, lead);
  prg_language language = chart->canvas.options->language;
  if (row == 0) {
    prg_buffer_add_people(out, (double)lead, 0, language);
  } else if (row == 1) {
    prg_buffer_add_people(out, (double)m.n, 0, language);
  } else if (m.n > 0) {
    prg_buffer_add_people(out, 100 * (row == 2 ? m.coverage_80 : m.coverage_95), 0, language);
    prg_buffer_add(out, prg_text_get(PRG_TEXT_TARGET_PER_CENT, language));
  }
}

static prg_text word_ahead(prg_frequency frequency) {
  if (frequency == PRG_YEAR || frequency == PRG_SCHOOL_YEAR)
    return PRG_TEXT_LEAD_YEARS_AHEAD;
  return frequency == PRG_QUARTER ? PRG_TEXT_LEAD_QUARTERS_AHEAD
         : frequency == PRG_MONTH ? PRG_TEXT_LEAD_MONTHS_AHEAD
                                  : PRG_TEXT_LEAD_HOW_FAR;
}

static void add_row_word(const lead_chart *chart, int row, prg_buffer *out) {
  prg_text word = row == 1   ? PRG_TEXT_LEAD_COUNT
                  : row == 2 ? PRG_TEXT_LEAD_INSIDE_80
                  : row == 3 ? PRG_TEXT_LEAD_INSIDE_95
                             : word_ahead(chart->subject->frequency);
  prg_buffer_add(out, prg_text_get(word, chart->canvas.options->language));
}

static double strip_words_width(lead_chart *chart) {
  double widest = 0;
  for (int row = 0; row < STRIP_ROWS; row++) {
    prg_buffer text = {0};
    add_row_word(chart, row, &text);
    widest = fmax(widest, prg_text_width(prg_buffer_string(&text), PRG_TEXT_SIZE, false));
    prg_buffer_free(&text);
  }
  return widest;
}

/* Every lead, or every second, third …, as many as stand beside each other. */
static size_t strip_step(const lead_chart *chart) {
  double room = prg_axes_x(&chart->axes, 1) - prg_axes_x(&chart->axes, 0);
  return (size_t)fmax(1, ceil((prg_text_width("100 %", PRG_TEXT_SIZE, false) + 22) / room));
}

static void add_strip(lead_chart *chart) {
  size_t step = strip_step(chart);
  for (int row = 0; row < STRIP_ROWS; row++) {
    prg_canvas_text at = {.x = PRG_EDGE,
                          .y = chart->axes.bottom + PRG_TEXT_LEADING * (row + 1.0),
                          .ink = PRG_INK_QUIET};
    prg_buffer text = {0};
    add_row_word(chart, row, &text);
    prg_canvas_add_text(&chart->canvas, at, prg_buffer_string(&text), text.length);
    at.align = PRG_CENTRE;
    at.ink = row == 0 ? PRG_INK_QUIET : PRG_INK;
    for (size_t h = step == 1 ? 1 : step; h <= chart->last; h += step) {
      prg_buffer_clear(&text);
      add_strip_text(chart, h, row, &text);
      at.x = prg_axes_x(&chart->axes, (double)h);
      prg_canvas_add_text(&chart->canvas, at, prg_buffer_string(&text), text.length);
    }
    chart->canvas.failed = chart->canvas.failed || text.failed;
    prg_buffer_free(&text);
  }
}

/* ---- the names at the right ---- */

typedef struct name_block {
  prg_buffer name;
  prg_text_line line[3];
  size_t n;
} name_block;

static double end_of(const lead_chart *chart, size_t i) {
  for (size_t h = chart->last; h >= 1; h--)
    if (!isnan(lead_error(chart, i, h)))
      return lead_error(chart, i, h);
  return 0;
}

/* Breaks the names into lines; returns how wide they are. */
static double make_names(lead_chart *chart, name_block block[LEAD_LINES]) {
  double widest = 0;
  for (size_t i = 0; i < chart->n; i++) {
    name_block *b = &block[i];
    lead_add_name(chart, i, &b->name);
    chart->canvas.failed = chart->canvas.failed || b->name.failed;
    b->n =
        prg_text_wrap(prg_buffer_string(&b->name), PRG_TEXT_SIZE, i == 0, column_most, b->line, 3);
    for (size_t k = 0; k < b->n; k++)
      widest = fmax(widest,
                    prg_text_width_n(b->line[k].start, b->line[k].length, PRG_TEXT_SIZE, i == 0));
  }
  return sample_width + widest;
}

static void add_name(lead_chart *chart, const name_block *block, size_t i, double top) {
  prg_canvas_text at = {.x = chart->axes.right + column_gap + sample_width,
                        .y = top + PRG_TEXT_LEADING / 2.0,
                        .face = i == 0 ? PRG_FACE_BOLD : PRG_FACE_TEXT,
                        .ink = PRG_INK_SERIES,
                        .series = chart->line[i].style};
  chart->line[i].sample_x = at.x - sample_width;
  chart->line[i].sample_y = at.y;
  for (size_t k = 0; k < block->n; k++, at.y += PRG_TEXT_LEADING)
    prg_canvas_add_line(&chart->canvas, at, &block->line[k]);
}

static void add_names(lead_chart *chart, const name_block block[LEAD_LINES]) {
  prg_slot slot[LEAD_LINES];
  double half = PRG_TEXT_LEADING / 2.0;
  for (size_t i = 0; i < chart->n; i++)
    slot[i] = (prg_slot){.wanted = prg_axes_y(&chart->axes, end_of(chart, i)) - half,
                         .size = PRG_TEXT_LEADING * (double)block[i].n,
                         .item = i};
  prg_slots_spread(slot, chart->n, chart->axes.top - half, chart->axes.bottom + half, name_gap);
  for (size_t i = 0; i < chart->n; i++)
    add_name(chart, &block[slot[i].item], slot[i].item, slot[i].at);
}

/* ---- the values ---- */

static void keep_free(lead_chart *chart, size_t i, size_t h) {
  double x = prg_axes_x(&chart->axes, (double)h);
  double y = prg_axes_y(&chart->axes, lead_error(chart, i, h));
  prg_canvas_add_box(&chart->canvas, (prg_box){x - marker_radius, x + marker_radius,
                                               y - marker_radius, y + marker_radius});
  if (h > 1 && !isnan(lead_error(chart, i, h - 1)))
    prg_canvas_add_segment(
        &chart->canvas, (prg_segment){prg_axes_x(&chart->axes, (double)h - 1),
                                      prg_axes_y(&chart->axes, lead_error(chart, i, h - 1)), x, y});
}

static void add_value(lead_chart *chart, size_t i, size_t h) {
  char text[PRG_NUMBER_BYTES];
  const prg_box inside = {chart->axes.left, chart->axes.right + column_gap,
                          chart->axes.top - PRG_TEXT_LEADING, chart->axes.bottom - 2};
  size_t n = prg_number_people(text, lead_error(chart, i, h), lead_decimals(chart),
                               chart->canvas.options->language);
  const prg_canvas_text at = {.x = prg_axes_x(&chart->axes, (double)h),
                              .y = prg_axes_y(&chart->axes, lead_error(chart, i, h)),
                              .ink = PRG_INK_SERIES,
                              .series = chart->line[i].style};
  prg_place_beside(&chart->canvas, at, text, n, &inside);
}

/* Of the forecast and of no change, the ends first, where nothing else stands. */
static void add_values(lead_chart *chart) {
  for (size_t i = 0; i < chart->n; i++)
    for (size_t h = 1; h <= chart->last; h++)
      if (!isnan(lead_error(chart, i, h)))
        keep_free(chart, i, h);
  for (size_t i = 0; i < chart->n && i < 2; i++)
    for (size_t h = chart->last; h >= 1; h--)
      if (!isnan(lead_error(chart, i, h)))
        add_value(chart, i, h);
}

void lead_places(lead_chart *chart) {
  prg_axes *axes = &chart->axes;
  name_block block[LEAD_LINES] = {0};
  add_heading(chart);
  for (size_t i = 0; i < chart->n; i++)
    for (size_t h = 1; h <= chart->last; h++)
      if (!isnan(lead_error(chart, i, h)))
        prg_axes_include(axes, lead_error(chart, i, h));
  prg_axes_y_ticks(axes, &chart->canvas, false, true);
  double names = make_names(chart, block);
  double words = fmax(prg_axes_y_width(axes, &chart->canvas), strip_words_width(chart));
  axes->left = PRG_EDGE + words + 24;
  axes->right = chart->canvas.width - PRG_EDGE - names - column_gap;
  double margin = chart->last > 6 ? 0.5 : 0.3; /* of a lead, on each side */
  axes->x_low = 1 - margin;
  axes->x_high = (double)chart->last + margin;
  add_strip(chart);
  add_values(chart);
  add_names(chart, block);
  for (size_t i = 0; i < chart->n; i++)
    prg_buffer_free(&block[i].name);
}
