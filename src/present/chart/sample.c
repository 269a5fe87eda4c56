#include "present/chart/sample.h"

#include <prognos/number.h>

#include "present/canvas/script.h"

static prg_box swatch(const prg_sample *sample) {
  return (prg_box){sample->x, sample->x + PRG_SAMPLE_LENGTH, sample->y - PRG_SWATCH_HEIGHT / 2,
                   sample->y + PRG_SWATCH_HEIGHT / 2};
}

static void write_line(const prg_canvas *canvas, const prg_sample *sample, prg_buffer *out) {
  size_t style = sample->series + 1;
  prg_buffer_add(out, "set arrow from ");
  prg_script_place(canvas, out, sample->x, sample->y);
  prg_buffer_add(out, " to ");
  prg_script_place(canvas, out, sample->x + PRG_SAMPLE_LENGTH, sample->y);
  prg_buffer_printf(out, " nohead front linestyle %zu\n", style);
  prg_buffer_add(out, "set label '' at ");
  prg_script_place(canvas, out, sample->x + PRG_SAMPLE_LENGTH / 2, sample->y);
  prg_buffer_printf(out, " front point linestyle %zu linewidth 1 pointsize ", style);
  prg_buffer_add_significant(out, PRG_MARKER, 3);
  prg_buffer_add(out, "*pixel\n");
}

static void write_band(const prg_canvas *canvas, const prg_sample *sample, prg_buffer *out) {
  static const char *const part[] = {"band_95", "band_80"};
  bool inner = sample->kind == PRG_SAMPLE_80;
  prg_box box = swatch(sample);
  for (int k = inner && !sample->nested ? 1 : 0; k < (inner ? 2 : 1); k++) {
    prg_script_rectangle(canvas, out, &box);
    prg_buffer_printf(out, " front fillcolor rgb band(colour[%zu], %s) fillstyle solid noborder\n",
                      sample->series + 1, part[k]);
  }
}

/* As the bars of the series, stripes and all. */
static void write_bar(const prg_canvas *canvas, const prg_sample *sample, prg_buffer *out) {
  prg_box box = swatch(sample);
  prg_script_rectangle(canvas, out, &box);
  prg_buffer_printf(out, " front fillcolor rgb colour[%zu] fillstyle solid noborder\n",
                    sample->series + 1);
  for (size_t k = 0; k < sample->series; k++) {
    double x = box.left + PRG_SAMPLE_LENGTH * (double)(k + 1) / (double)(sample->series + 1);
    prg_buffer_add(out, "set arrow from ");
    prg_script_place(canvas, out, x, box.bottom);
    prg_buffer_add(out, " to ");
    prg_script_place(canvas, out, x, box.top);
    prg_buffer_add(out, " nohead front linecolor rgb paper linewidth 4\n");
  }
}

void prg_sample_script(const prg_canvas *canvas, const prg_sample *sample, prg_buffer *out) {
  if (sample->kind == PRG_SAMPLE_LINE)
    write_line(canvas, sample, out);
  else if (sample->kind == PRG_SAMPLE_BAR)
    write_bar(canvas, sample, out);
  else
    write_band(canvas, sample, out);
}
