/*
 * From a script to a picture, by running gnuplot: without a shell, with an environment of its own,
 * for a limited time. The picture appears whole or not at all, and with the same bytes whatever
 * the locale and the hour (a PDF's creation date is 1970-01-01; an SVG gets a title and a
 * description that can be read aloud).
 */
#ifndef PROGNOS_RENDER_H
#define PROGNOS_RENDER_H

#include <prognos/buffer.h>
#include <prognos/error.h>

PRG_BEGIN_C

typedef enum prg_picture {
  PRG_PICTURE_SVG,
  PRG_PICTURE_PNG,
  PRG_PICTURE_PDF,
  PRG_PICTURE_EMF,
  PRG_PICTURE_COUNT
} prg_picture;

/* "svg" … as a file's extension has it; static storage. */
const char *prg_picture_name(prg_picture picture);
/* The format of that name; false if there is none. */
bool prg_picture_from_name(const char *name, prg_picture *picture);

/* Strings are borrowed. */
typedef struct prg_render_options {
  const char *program; /* default "gnuplot", looked for in PATH */
  double time_limit;   /* seconds, > 0; default 60 */
  int dots_per_inch;   /* of a PNG, which says so; default 0: it does not */
  prg_language language;
  const char *title;       /* of the SVG; NULL or "": left as gnuplot wrote it */
  const char *description; /* its alternative text; the same */
} prg_render_options;

void prg_render_options_init(prg_render_options *options);

/*
 * Draws the script in the file `script_path` as the file `picture_path` (replaced if it is there).
 * PRG_EIO with gnuplot's own message; the text is PRG_TEXT_GNUPLOT_MISSING if there is no gnuplot.
 */
prg_status prg_render(const char *script_path, const char *picture_path, prg_picture picture,
                      const prg_render_options *options, prg_error *error);

/* Draws the script in memory and appends the picture; a folder below /tmp comes and goes. */
prg_status prg_render_bytes(const prg_buffer *script, prg_picture picture,
                            const prg_render_options *options, prg_buffer *out, prg_error *error);

PRG_END_C

#endif
