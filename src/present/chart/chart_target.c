#include "present/chart/chart_target.h"

#include <math.h>

/* Pixels: what stands above and below the rows, the least height of a row. */
static const double frame_height = 400, row_height = 34;
/* Parts of the picture's width that a name has: all of it on one line, or broken into lines, which
 * take some of the other columns. */
static const double whole_part = 0.26, broken_part = 0.33;

static double lines_of_name(const char *name, double width) {
  prg_text_line line[3];
  if (prg_text_width(name, PRG_TEXT_SIZE, true) <= whole_part * width)
    return 1;
  return fmax(2, (double)prg_text_wrap(name, PRG_TEXT_SIZE, true, broken_part * width, line, 3));
}

size_t prg_target_pages(const prg_target_result *result, size_t n,
                        const prg_chart_options *options) {
  double height = PRG_HEIGHT / options->text_scale, lines = 1;
  double width = height * options->width / options->height;
  size_t rows = 0;
  for (size_t i = 0; i < n; i++) {
    size_t more = target_rows_of(&result[i]);
    rows += more;
    if (more > 0)
      lines = fmax(lines, lines_of_name(result[i].indicator->name, width));
  }
  size_t most = (size_t)fmax(1, floor((height - frame_height) / (lines * row_height)));
  most = most < PRG_TARGET_CHART_ROWS ? most : PRG_TARGET_CHART_ROWS;
  return (rows + most - 1) / most;
}

prg_status prg_target_draw(const prg_target_result *result, size_t n, size_t page,
                           const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  prg_status status = prg_chart_check_size(options, error);
  if (status != PRG_OK)
    return status;
  target_chart chart = {.result = result,
                        .n_result = n,
                        .page = page,
                        .n_page = prg_target_pages(result, n, options)};
  if (page >= chart.n_page)
    return prg_fail(error, PRG_TEXT_TARGET_CHART_EMPTY, NULL);
  prg_canvas_init(&chart.canvas, options);
  target_rows_make(&chart);
  target_places(&chart);
  target_script(&chart, &out->script);
  target_title(result, n, options, &out->title);
  target_describe(&chart, &out->description);
  bool failed = chart.canvas.failed || chart.canvas.text.failed || prg_drawing_failed(out);
  prg_canvas_clear(&chart.canvas);
  return failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}
