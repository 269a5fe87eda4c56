#include "present/chart/chart_target.h"

/* Names that need two lines leave room for half as many rows; width of a line in pixels. */
static const double line_of_name = 500;

size_t prg_target_pages(const prg_target_result *result, size_t n) {
  size_t rows = 0, most = PRG_TARGET_CHART_ROWS;
  for (size_t i = 0; i < n; i++) {
    size_t more = target_rows_of(&result[i]);
    rows += more;
    if (more > 0 && prg_text_width(result[i].indicator->name, PRG_TEXT_SIZE, true) > line_of_name)
      most = PRG_TARGET_CHART_ROWS / 2;
  }
  return (rows + most - 1) / most;
}

prg_status prg_target_draw(const prg_target_result *result, size_t n, size_t page,
                           const prg_chart_options *options, prg_drawing *out, prg_error *error) {
  target_chart chart = {
      .result = result, .n_result = n, .page = page, .n_page = prg_target_pages(result, n)};
  if (page >= chart.n_page)
    return prg_fail(error, PRG_TEXT_TARGET_CHART_EMPTY, NULL);
  prg_status status = prg_chart_check_size(options, error);
  if (status != PRG_OK)
    return status;
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
