#include <prognos/chart_size.h>

#include <math.h>
#include <string.h>

#include <prognos/number.h>

/* a4: 160 mm at 300 dots per inch, text of 28 pixels · 1181/1080 · 1.16 = 8.5 points, and lines no
 * thicker than the letters. web: text of 25 pixels of 1200, that is 12.4 where it is shown half as
 * wide. */
const prg_chart_size prg_chart_sizes[] = {
    {"slide", PRG_TEXT_SIZE_SLIDE, 1920, 1080, 1, 1, 144},
    {"a4", PRG_TEXT_SIZE_A4, 1890, 1181, 1.16, 0.7, 300},
    {"web", PRG_TEXT_SIZE_WEB, 1200, 800, 1.2, 0.9, 144},
    {0},
};

/* A whole number of pixels. */
static bool parse_pixels(const char *text, size_t n, int *pixels) {
  double value;
  if (!prg_number_whole(text, n, &value) || value > 100000)
    return false;
  *pixels = (int)value;
  return true;
}

bool prg_chart_size_set(prg_chart_options *options, const char *name) {
  prg_chart_size size = prg_chart_sizes[0];
  const prg_chart_size *row = prg_chart_sizes;
  while (row->name != NULL && strcmp(row->name, name) != 0)
    row++;
  size_t n = strcspn(name, "x");
  if (row->name != NULL)
    size = *row;
  else if (name[n] != 'x' || !parse_pixels(name, n, &size.width) ||
           !parse_pixels(name + n + 1, strlen(name + n + 1), &size.height))
    return false;
  options->width = size.width;
  options->height = size.height;
  options->text_scale = size.text_scale;
  options->line_scale = size.line_scale;
  options->dots_per_inch = size.dots_per_inch;
  return true;
}
