#include <prognos/chart.h>

#include <math.h>
#include <string.h>

#include "present/chart_script.h"
#include "present/plot.h"

void prg_chart_options_init(prg_chart_options *options) {
  *options = (prg_chart_options){
      .language = PRG_SWEDISH, .capacity = NAN, .decimals = -1, .width = 1920, .height = 1080};
}

static prg_status check(size_t n, const prg_chart_options *options, prg_error *error) {
  if (n < 1 || n > PRG_CHART_SERIES_MAX)
    return prg_fail(error, PRG_TEXT_CHART_NO_SERIES,
                    PRG_ARGS(prg_integer(PRG_CHART_SERIES_MAX), prg_integer((long long)n)));
  double shape = options->height > 0 ? (double)options->width / options->height : 0;
  if (options->width < 640 || options->width > 7680 || shape < 1.2 || shape > 3)
    return prg_fail(error, PRG_TEXT_CHART_SIZE,
                    PRG_ARGS(prg_integer(options->width), prg_integer(options->height)));
  return PRG_OK;
}

prg_status prg_chart_write(const prg_forecast *const *forecast, size_t n,
                           const prg_chart_options *options, prg_buffer *out, prg_error *error) {
  prg_status status = check(n, options, error);
  if (status != PRG_OK)
    return status;
  prg_plot plot;
  status = prg_plot_init(&plot, forecast, n, options, error);
  if (status == PRG_OK) {
    prg_chart_script(&plot, out);
    if (out->failed)
      status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  prg_plot_clear(&plot);
  return status;
}

prg_status prg_chart_frame(const prg_forecast *const *forecast, size_t n,
                           const prg_chart_options *options, double *left, double *right,
                           prg_error *error) {
  prg_status status = check(n, options, error);
  if (status != PRG_OK)
    return status;
  prg_plot plot;
  status = prg_plot_init(&plot, forecast, n, options, error);
  if (status == PRG_OK) {
    double period = (plot.axes.right - plot.axes.left) / (plot.axes.x_high - plot.axes.x_low);
    *left =
        (plot.axes.left + (plot.axes.x_first - .5 - plot.axes.x_low) * period) / plot.canvas.width;
    *right =
        (plot.axes.left + (plot.axes.x_last + .5 - plot.axes.x_low) * period) / plot.canvas.width;
  }
  prg_plot_clear(&plot);
  return status;
}
