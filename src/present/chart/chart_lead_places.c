/* Where everything stands: the plot area, the names at the ends of the lines, and below the strip
 * of how many forecasts there are and how many outcomes their intervals held. */
#include "present/chart/chart_lead.h"

#include <math.h>
#include <string.h>

#include <prognos/number.h>

/* Pixels. */
static const double column_gap = 30, column_most = 400;
static const double value_distance = 34;
static const double name_gap = 14;
static const double marker_radius = 11;

enum { STRIP_ROWS = 4 };
static const prg_text strip_word[STRIP_ROWS] = {PRG_TEXT_LEAD_HOW_FAR, PRG_TEXT_LEAD_COUNT,
                                                PRG_TEXT_LEAD_INSIDE_80, PRG_TEXT_LEAD_INSIDE_95};

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
  chart->axes.bottom = bottom - (STRIP_ROWS + 1.3) * PRG_TEXT_LEADING;
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

static void add_row_word(const lead_chart *chart, int row, prg_buffer *out) {
  if (row > 0) {
    prg_buffer_add(out, prg_text_get(strip_word[row], chart->canvas.options->language));
    return;
  }
  prg_text word =
      chart->subject->frequency == PRG_MONTH     ? PRG_TEXT_LEAD_MONTHS_AHEAD
      : chart->subject->frequency == PRG_QUARTER ? PRG_TEXT_LEAD_QUARTERS_AHEAD
      : chart->subject->frequency == PRG_YEAR || chart->subject->frequency == PRG_SCHOOL_YEAR
          ? PRG_TEXT_LEAD_YEARS_AHEAD
          : PRG_TEXT_LEAD_HOW_FAR;
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
  prg_text_line line[3];
  size_t n, which;
  double y, height; /* of the top */
} name_block;

static double end_of(const lead_chart *chart, size_t i) {
  for (size_t h = chart->last; h >= 1; h--)
    if (!isnan(lead_error(chart, i, h)))
      return lead_error(chart, i, h);
  return 0;
}

/* From the highest end to the lowest, each pushed below the one above; then up from the bottom. */
static void spread(name_block *block, size_t n, double top, double bottom) {
  for (size_t i = 1; i < n; i++)
    for (size_t k = i; k > 0 && block[k].y < block[k - 1].y; k--) {
      name_block swap = block[k];
      block[k] = block[k - 1];
      block[k - 1] = swap;
    }
  for (size_t i = 0; i < n; i++)
    block[i].y = fmax(block[i].y, i == 0 ? top : block[i - 1].y + block[i - 1].height + name_gap);
  for (size_t i = n; i-- > 0;)
    block[i].y =
        fmin(block[i].y, (i + 1 == n ? bottom : block[i + 1].y - name_gap) - block[i].height);
}

static void make_names(lead_chart *chart, prg_buffer name[LEAD_LINES], name_block block[LEAD_LINES],
                       double *width) {
  *width = 0;
  for (size_t i = 0; i < chart->n; i++) {
    name_block *b = &block[i];
    lead_add_name(chart, i, &name[i]);
    chart->canvas.failed = chart->canvas.failed || name[i].failed;
    b->which = i;
    b->n =
        prg_text_wrap(prg_buffer_string(&name[i]), PRG_TEXT_SIZE, i == 0, column_most, b->line, 3);
    b->height = PRG_TEXT_LEADING * (double)b->n;
    for (size_t k = 0; k < b->n; k++)
      *width = fmax(*width,
                    prg_text_width_n(b->line[k].start, b->line[k].length, PRG_TEXT_SIZE, i == 0));
  }
}

static void add_names(lead_chart *chart, name_block block[LEAD_LINES]) {
  for (size_t i = 0; i < chart->n; i++)
    block[i].y = prg_axes_y(&chart->axes, end_of(chart, i)) - PRG_TEXT_LEADING / 2.0;
  spread(block, chart->n, chart->axes.top - PRG_TEXT_LEADING / 2.0, chart->axes.bottom);
  for (size_t i = 0; i < chart->n; i++) {
    prg_canvas_text at = {.x = chart->axes.right + column_gap,
                          .y = block[i].y + PRG_TEXT_LEADING / 2.0,
                          .face = block[i].which == 0 ? PRG_FACE_BOLD : PRG_FACE_TEXT,
                          .ink = PRG_INK_SERIES,
                          .series = chart->line[block[i].which].style};
    for (size_t k = 0; k < block[i].n; k++, at.y += PRG_TEXT_LEADING)
      prg_canvas_add_line(&chart->canvas, at, &block[i].line[k]);
  }
}

/* ---- the values ---- */

static void add_markers(lead_chart *chart) {
  for (size_t i = 0; i < chart->n; i++)
    for (size_t h = 1; h <= chart->last; h++) {
      double error = lead_error(chart, i, h);
      double x = prg_axes_x(&chart->axes, (double)h), y = prg_axes_y(&chart->axes, error);
      if (!isnan(error))
        prg_canvas_add_box(&chart->canvas, (prg_box){x - marker_radius, x + marker_radius,
                                                     y - marker_radius, y + marker_radius});
    }
}

/* The forecast's below its line and no change's above its own, where nothing else stands. */
static void add_values(lead_chart *chart) {
  double room = prg_axes_x(&chart->axes, 1) - prg_axes_x(&chart->axes, 0);
  for (size_t i = 0; i < chart->n && i < 2; i++)
    for (size_t h = 1; h <= chart->last; h++) {
      char text[PRG_NUMBER_BYTES];
      double error = lead_error(chart, i, h);
      if (isnan(error))
        continue;
      size_t n =
          prg_number_people(text, error, lead_decimals(chart), chart->canvas.options->language);
      bool below = i == 0 && !(error > lead_error(chart, 1, h));
      prg_canvas_text at = {.x = prg_axes_x(&chart->axes, (double)h),
                            .y = prg_axes_y(&chart->axes, error) +
                                 (below ? value_distance : -value_distance),
                            .align = PRG_CENTRE,
                            .ink = PRG_INK_SERIES,
                            .series = chart->line[i].style};
      prg_box box = prg_canvas_text_box(&at, text, n);
      if (box.right - box.left + 12 > room && h != chart->last)
        continue;
      if (prg_canvas_is_free(&chart->canvas, &box) && box.bottom < chart->axes.bottom) {
        prg_canvas_add_text(&chart->canvas, at, text, n);
        prg_canvas_add_box(&chart->canvas, box);
      }
    }
}

void lead_places(lead_chart *chart) {
  prg_axes *axes = &chart->axes;
  prg_buffer name[LEAD_LINES] = {0};
  name_block block[LEAD_LINES] = {0};
  double names;
  add_heading(chart);
  for (size_t i = 0; i < chart->n; i++)
    for (size_t h = 1; h <= chart->last; h++)
      if (!isnan(lead_error(chart, i, h)))
        prg_axes_include(axes, lead_error(chart, i, h));
  prg_axes_y_ticks(axes, &chart->canvas, false, true);
  make_names(chart, name, block, &names);
  axes->left =
      PRG_EDGE + fmax(prg_axes_y_width(axes, &chart->canvas), strip_words_width(chart)) + 24;
  axes->right = chart->canvas.width - PRG_EDGE - names - column_gap;
  axes->x_low = 0.5;
  axes->x_high = (double)chart->last + 0.5;
  add_strip(chart);
  add_markers(chart);
  add_values(chart);
  add_names(chart, block);
  for (size_t i = 0; i < chart->n; i++)
    prg_buffer_free(&name[i]);
}
