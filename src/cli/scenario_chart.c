#include "cli/scenario_chart.h"

#include <string.h>

#include <prognos/forecast_csv.h>

#include "cli/charting.h"

/* Series i of each scenario; named for the picture's file if there are several. */
static prg_status draw_one(charting *charts, const prg_forecast_set *set, size_t n, size_t i,
                           prg_error *error) {
  const prg_chart_type *type = prg_chart_type_find("spread");
  const prg_forecast *forecast[PRG_CHART_SERIES_MAX];
  size_t each = set->panel.n / n;
  prg_chart_options options;
  prg_drawing drawing = {0};
  for (size_t k = 0; k < n && k < PRG_CHART_SERIES_MAX; k++)
    forecast[k] = &set->forecast[k * each + i];
  prg_status status = charting_options(charts->run, &options, error);
  if (status == PRG_OK)
    status = prg_chart_draw(type, forecast, n, &options, &drawing, error);
  if (status == PRG_OK)
    status = charting_add(charts, each > 1 ? forecast[0]->series->name : "", &drawing, error);
  prg_drawing_clear(&drawing);
  return status;
}

prg_status scenario_chart(command *run, const prg_buffer *csv, size_t n, prg_error *error) {
  bool is_of_shares = strcmp(run->verb->name, "share") == 0;
  if (!is_of_shares || !option_is_given(&run->options, "chart") || n < 2)
    return PRG_OK;
  charting charts = {.run = run, .directory = option_string(&run->options, "chart")};
  prg_forecast_set set = {0};
  prg_status status =
      prg_forecast_csv_read("scenarios", prg_buffer_string(csv), csv->length, &set, error);
  if (status == PRG_OK && set.panel.n % n != 0)
    status = prg_fail(error, PRG_TEXT_SCENARIO_SERIES, NULL);
  for (size_t i = 0; status == PRG_OK && i < set.panel.n / n; i++)
    status = draw_one(&charts, &set, n, i, error);
  charting_finish(&charts);
  prg_forecast_set_clear(&set);
  return status;
}
