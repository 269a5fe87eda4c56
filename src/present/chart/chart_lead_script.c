/* The chart of accuracy by lead as gnuplot source. */
#include "present/chart/chart_lead.h"

#include <math.h>

#include <prognos/number.h>

#include "present/canvas/script.h"

static void write_data(const lead_chart *chart, prg_buffer *out) {
  for (size_t i = 0; i < chart->n; i++) {
    const prg_model_type *model = chart->summary->model[chart->line[i].model];
    prg_buffer_printf(out, "# %s: periods ahead, mean error%s\n$error_%zu << END\n", model->name,
                      chart->scaled ? " (MASE)" : " in per cent (MAPE)", i + 1);
    for (size_t h = 1; h <= chart->last; h++) {
      prg_buffer_printf(out, "%zu ", h);
      prg_script_number(out, lead_error(chart, i, h));
      prg_buffer_add(out, "\n");
    }
    prg_buffer_add(out, "END\n");
  }
}

/* The others first, so that the forecast lies on top; thinner than it. */
static void write_lines(const lead_chart *chart, prg_buffer *out) {
  double gap = prg_axes_x(&chart->axes, 1) - prg_axes_x(&chart->axes, 0);
  double radius = fmin(PRG_MARKER, fmax(3, 0.27 * gap));
  for (size_t i = chart->n; i-- > 0;) {
    size_t style = chart->line[i].style + 1;
    prg_buffer_add(out, i + 1 == chart->n ? "plot \\\n  " : ", \\\n  ");
    prg_buffer_printf(out, "$error_%zu using 1:2 with lines linestyle %zu linewidth %s notitle",
                      i + 1, style,
                      i == 0   ? "6"
                      : i == 1 ? "4.5"
                               : "3");
    prg_buffer_printf(
        out, ", \\\n  $error_%zu using 1:2 with points linestyle %zu linewidth 1 pointsize ", i + 1,
        style);
    prg_buffer_add_significant(out, radius * (i < 2 ? 1 : 0.8), 3);
    prg_buffer_add(out, "*pixel notitle");
  }
}

/* The marker of each line before its name. */
static void write_samples(const lead_chart *chart, prg_buffer *out) {
  for (size_t i = 0; i < chart->n; i++) {
    const lead_line *line = &chart->line[i];
    prg_buffer_add(out, "set label '' at ");
    prg_script_place(&chart->canvas, out, line->sample_x + 14, line->sample_y);
    prg_buffer_printf(out, " front point linestyle %zu linewidth 1 pointsize ", line->style + 1);
    prg_buffer_add_significant(out, PRG_MARKER, 3);
    prg_buffer_add(out, "*pixel\n");
  }
}

void lead_script(const lead_chart *chart, prg_buffer *out) {
  prg_script_head(&chart->canvas, out);
  write_data(chart, out);
  prg_script_axes(&chart->axes, &chart->canvas, out);
  prg_buffer_add(out, "unset xtics\n");
  prg_script_labels(&chart->canvas, out);
  write_samples(chart, out);
  write_lines(chart, out);
  prg_buffer_add(out, "\nset output\n");
}
