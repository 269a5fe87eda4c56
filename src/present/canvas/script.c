#include "present/canvas/script.h"

#include <math.h>

#include <prognos/number.h>

#include "present/canvas/gnuplot_text.h"

void prg_script_number(prg_buffer *out, double value) {
  if (isnan(value))
    prg_buffer_add(out, "NaN");
  else
    prg_buffer_add_significant(out, value, 10);
}

void prg_script_place(const prg_canvas *canvas, prg_buffer *out, double x, double y) {
  prg_buffer_add(out, "screen ");
  prg_buffer_add_significant(out, x / canvas->width, 6);
  prg_buffer_add(out, ", screen ");
  prg_buffer_add_significant(out, 1 - y / canvas->height, 6);
}

void prg_script_rectangle(const prg_canvas *canvas, prg_buffer *out, const prg_box *box) {
  prg_buffer_add(out, "set object rectangle from ");
  prg_script_place(canvas, out, box->left, box->bottom);
  prg_buffer_add(out, " to ");
  prg_script_place(canvas, out, box->right, box->top);
}

static void write_origin(const prg_canvas *canvas, prg_buffer *out) {
  const prg_chart_options *options = canvas->options;
  prg_gnuplot_comment(out, "prognos", options->version == NULL ? "" : options->version);
  if (options->command != NULL)
    prg_gnuplot_comment(out, "command", options->command);
  if (options->input_hash != NULL)
    prg_gnuplot_comment(out, "input", options->input_hash);
  prg_buffer_add(out, "# Draws an SVG beside this file: gnuplot FILE.gp\n"
                      "# Other pictures: gnuplot -e \"format='png'\" FILE.gp  (png, pdf, emf)\n"
                      "reset\nset encoding utf8\n"
                      "if (!exists('format')) format = 'svg'\n\n");
  prg_theme_write(&options->theme, out);
}

/* Each terminal's idea of a point size, and how wide a point (ps) of size 1 is: gnuplot 5.4, and
 * for a PDF page of 144 pixels to the inch. A font's name ends up as it is in SVG, weight and all.
 */
static const char terminals[] =
    "\npage = (format eq 'pdf') ? 144.0/dots_per_inch : 1.0\n"
    "font_unit = (format eq 'svg') ? 1.0 : 0.75*page\n"
    "font_face = (format eq 'emf') ? font_name_emf : font_name\n"
    "font_heavy = font_face.(format eq 'svg' ? '\" font-weight=\"bold' :"
    " format eq 'emf' ? ' Bold' : ':Bold')\n"
    "font_text = font_face.sprintf(',%g', text_size*scale*font_unit)\n"
    "font_bold = font_heavy.sprintf(',%g', text_size*scale*font_unit)\n"
    "font_title = font_heavy.sprintf(',%g', title_size*scale*font_unit)\n"
    "pixel = (format eq 'svg') ? 1/10.5 : (format eq 'png') ? scale/3.05 :"
    " (format eq 'pdf') ? scale*page/6.0 : 1/12.0\n"
    "if (format eq 'svg') set terminal svg size width,height dynamic noenhanced"
    " font font_text linewidth scale*line_scale*page background rgb paper\n"
    "if (format eq 'png') set terminal pngcairo size width,height noenhanced"
    " font font_text linewidth scale*line_scale*page background rgb paper\n"
    "if (format eq 'pdf') set terminal pdfcairo size "
    "width*1.0/dots_per_inch,height*1.0/dots_per_inch noenhanced"
    " font font_text linewidth scale*line_scale*page background rgb paper\n"
    "if (format eq 'emf') set terminal emf size width,height noenhanced"
    " font font_text linewidth scale*line_scale*page background rgb paper\n"
    "if (!exists('output')) output = (exists('ARG0') && strlen(ARG0) > 3 &&"
    " ARG0[strlen(ARG0)-2:*] eq '.gp' ? ARG0[1:strlen(ARG0)-3] : 'prognos').'.'.format\n"
    "set output (output[1:1] eq '/' ? '' : './').output\n"
    "# A band's colour lets what is below it show; EMF cannot, and gets the colour on paper.\n"
    "if (format eq 'emf') band_80 = 1 - (1 - band_80)*(1 - band_95)\n"
    "channel(c, shift, part) = int(((c >> shift) & 255)*part + ((paper >> shift) & 255)*(1 - part)"
    " + 0.5) << shift\n"
    "band(c, part) = (format eq 'emf') ?"
    " channel(c, 16, part) + channel(c, 8, part) + channel(c, 0, part) :"
    " c + (int(255*(1 - part)) << 24)\n"
    "# Areas: from the sixth on the first colours again, lighter; forecasts are light.\n"
    "mix(c, part) = channel(c, 16, part) + channel(c, 8, part) + channel(c, 0, part)\n"
    "fill(k) = k <= 5 ? colour[k] : mix(colour[k - 5], 0.5)\n"
    "light(c) = mix(c, 0.3)\n"
    "# Text on them: ink or paper, whichever has more contrast.\n"
    "linear(c, shift) = (((c >> shift) & 255)/255.0)**2.2\n"
    "luminance(c) = 0.2126*linear(c, 16) + 0.7152*linear(c, 8) + 0.0722*linear(c, 0)\n"
    "contrast(c, d) = abs(log((luminance(c) + 0.05)/(luminance(d) + 0.05)))\n"
    "on(c) = contrast(c, ink) > contrast(c, paper) ? ink : paper\n\n";

static void write_terminals(const prg_canvas *canvas, prg_buffer *out) {
  const prg_chart_options *options = canvas->options;
  prg_buffer_printf(out, "\nwidth = %d\nheight = %d\ndots_per_inch = %d\nscale = height/1080.0*",
                    options->width, options->height, options->dots_per_inch);
  prg_buffer_add_shortest(out, options->text_scale);
  prg_buffer_add(out, "\nline_scale = ");
  prg_buffer_add_shortest(out, options->line_scale);
  prg_buffer_printf(out, "\ntext_size = %d\ntitle_size = ", PRG_TEXT_SIZE);
  prg_buffer_add_significant(out, prg_canvas_title_size(canvas), 4);
  prg_buffer_add(out, terminals);
}

void prg_script_head(const prg_canvas *canvas, prg_buffer *out) {
  write_origin(canvas, out);
  write_terminals(canvas, out);
}

static void write_ticks(const prg_canvas *canvas, prg_buffer *out, char axis, const prg_tick *tick,
                        size_t n) {
  prg_buffer_printf(out, "set %ctics (", axis);
  for (size_t i = 0; i < n; i++) {
    prg_buffer_add(out, i > 0 ? ", " : "");
    prg_gnuplot_quote(out, prg_buffer_string(&canvas->text) + tick[i].start, tick[i].length);
    prg_buffer_add(out, " ");
    prg_script_number(out, tick[i].at);
  }
  prg_buffer_add(out, ") scale 0 nomirror textcolor rgb quiet\n");
}

static void write_margin(prg_buffer *out, const char *side, double part) {
  prg_buffer_printf(out, "set %smargin at screen ", side);
  prg_buffer_add_significant(out, part, 6);
  prg_buffer_add(out, "\n");
}

/* With fewer digits than the figures, so that a forecast read back from CSV is drawn the same. */
static void write_range(prg_buffer *out, char axis, double low, double high) {
  prg_buffer_printf(out, "set %crange [", axis);
  prg_buffer_add_significant(out, low, 8);
  prg_buffer_add(out, ":");
  prg_buffer_add_significant(out, high, 8);
  prg_buffer_add(out, "]\n");
}

void prg_script_axes(const prg_axes *axes, const prg_canvas *canvas, prg_buffer *out) {
  write_margin(out, "l", axes->left / canvas->width);
  write_margin(out, "r", axes->right / canvas->width);
  write_margin(out, "t", 1 - axes->top / canvas->height);
  write_margin(out, "b", 1 - axes->bottom / canvas->height);
  write_range(out, 'x', axes->x_low, axes->x_high);
  write_range(out, 'y', axes->y_low, axes->y_high);
  prg_buffer_add(out, "unset key\nunset border\n"
                      "set grid ytics back linetype 1 linecolor rgb grid linewidth 1.5\n");
  write_ticks(canvas, out, 'x', axes->x_tick, axes->n_x_tick);
  write_ticks(canvas, out, 'y', axes->y_tick, axes->n_y_tick);
  if (!axes->cut_axis)
    prg_buffer_add(out, "set arrow from graph 0, first 0 to graph 1, first 0 nohead back"
                        " linecolor rgb axis linewidth 2\n");
}

static void write_label(const prg_canvas *canvas, const prg_canvas_text *label, prg_buffer *out) {
  static const char *const align[] = {"left", "center", "right"};
  static const char *const face[] = {"font_text", "font_bold", "font_title"};
  static const char *const ink[] = {"ink",          "quiet",    "capacity_colour",
                                    "text_colour[", "on(fill(", "on(light(fill("};
  static const char *const end[] = {"]", "))", ")))"};
  prg_buffer_add(out, "set label ");
  prg_gnuplot_quote(out, prg_buffer_string(&canvas->text) + label->start, label->length);
  prg_buffer_add(out, " at ");
  prg_script_place(canvas, out, label->x, label->y);
  prg_buffer_printf(out, " %s%s front noenhanced font %s textcolor rgb ", align[label->align],
                    label->upright ? " rotate by 90" : "", face[label->face]);
  prg_buffer_add(out, ink[label->ink]);
  if (label->ink >= PRG_INK_SERIES)
    prg_buffer_printf(out, "%zu%s", label->series + 1, end[label->ink - PRG_INK_SERIES]);
  prg_buffer_add(out, "\n");
}

void prg_script_labels(const prg_canvas *canvas, prg_buffer *out) {
  for (size_t i = 0; i < canvas->n_label; i++)
    write_label(canvas, &canvas->label[i], out);
}
