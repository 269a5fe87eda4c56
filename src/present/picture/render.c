#include <prognos/render.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <prognos/atomic_file.h>
#include <prognos/temporary.h>

#include "base/word.h"
#include "present/picture/child.h"
#include "present/picture/picture_edit.h"

static const char *const picture_name[PRG_PICTURE_COUNT] = {"svg", "png", "pdf", "emf"};

const char *prg_picture_name(prg_picture picture) {
  return picture_name[picture];
}

bool prg_picture_from_name(const char *name, prg_picture *picture) {
  size_t place = word_place(picture_name, PRG_PICTURE_COUNT, name);
  if (place == PRG_PICTURE_COUNT)
    return false;
  *picture = (prg_picture)place;
  return true;
}

void prg_render_options_init(prg_render_options *options) {
  *options = (prg_render_options){.program = "gnuplot", .time_limit = 60, .language = PRG_SWEDISH};
}

/* The last line that says something: gnuplot shows the command first, then a caret. */
static prg_argument last_line(const prg_buffer *talk) {
  const char *text = prg_buffer_string(talk), *begin = text;
  size_t n = 0;
  while (*text != '\0') {
    size_t length = strcspn(text, "\n");
    size_t blank = strspn(text, " \t^");
    if (blank < length) {
      begin = text + blank;
      n = length - blank;
    }
    text += length + (text[length] == '\n' ? 1 : 0);
  }
  return prg_string_n(begin, n);
}

static prg_status report(prg_child_result result, const prg_buffer *talk,
                         const prg_render_options *options, prg_error *error) {
  prg_argument program = prg_string(options->program);
  switch (result) {
  case PRG_CHILD_MISSING:
    return prg_fail(error, PRG_TEXT_GNUPLOT_MISSING, PRG_ARGS(program));
  case PRG_CHILD_LATE:
    return prg_fail(error, PRG_TEXT_GNUPLOT_LATE,
                    PRG_ARGS(program, prg_number(options->time_limit, -1)));
  case PRG_CHILD_FAILED:
    return prg_fail(error, PRG_TEXT_GNUPLOT_FAILED, PRG_ARGS(program, last_line(talk)));
  case PRG_CHILD_SYSTEM:
    return prg_fail(error, PRG_TEXT_GNUPLOT_FAILED, PRG_ARGS(program, prg_system_reason(errno)));
  case PRG_CHILD_DONE:
    break;
  }
  return PRG_OK;
}

/* Draws the script as directory/picture. The program runs there, so that no path of ours has to be
 * written as gnuplot source; the script is its standard input. */
static prg_status draw(const char *script_path, const char *directory, prg_picture picture,
                       const prg_render_options *options, prg_error *error) {
  char setting[64];
  snprintf(setting, sizeof setting, "format='%s'; output='picture'", picture_name[picture]);
  const char *const argument[] = {options->program, "-d", "-e", setting, "-", NULL};
  prg_child child = {argument, directory, open(script_path, O_RDONLY | O_CLOEXEC),
                     options->time_limit};
  if (child.input < 0)
    return prg_fail_at(error, script_path, 0, 0, PRG_TEXT_CANNOT_OPEN,
                       PRG_ARGS(prg_system_reason(errno)));
  prg_buffer talk;
  prg_buffer_init(&talk);
  prg_status status = report(prg_child_run(&child, &talk), &talk, options, error);
  prg_buffer_free(&talk);
  close(child.input);
  return status;
}

static prg_status read_picture(const char *path, prg_buffer *out, const prg_render_options *options,
                               prg_error *error) {
  FILE *file = fopen(path, "rbe");
  char bytes[16384];
  size_t n = 0;
  while (file != NULL && (n = fread(bytes, 1, sizeof bytes, file)) > 0)
    prg_buffer_add_n(out, bytes, n);
  bool failed = file == NULL || ferror(file) || out->length == 0;
  if (file != NULL)
    fclose(file);
  if (out->failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (failed)
    return prg_fail(error, PRG_TEXT_GNUPLOT_NO_PICTURE, PRG_ARGS(prg_string(options->program)));
  return PRG_OK;
}

static prg_status cannot_write(const char *path, prg_error *error) {
  return prg_fail_at(error, path, 0, 0, PRG_TEXT_CANNOT_WRITE, PRG_ARGS(prg_system_reason(errno)));
}

/* Appends what was drawn, with what gnuplot does not do put right. */
static prg_status finish(const char *drawn_path, prg_picture picture,
                         const prg_render_options *options, prg_buffer *out, prg_error *error) {
  prg_buffer drawn = {0};
  prg_status status = read_picture(drawn_path, &drawn, options, error);
  if (status == PRG_OK && !prg_picture_is_whole(picture, &drawn))
    status = prg_fail(error, PRG_TEXT_GNUPLOT_PART, PRG_ARGS(prg_string(options->program)));
  if (status == PRG_OK && picture == PRG_PICTURE_PDF)
    prg_pdf_forget_date(&drawn);
  if (status == PRG_OK && picture == PRG_PICTURE_PNG && options->dots_per_inch > 0)
    prg_png_set_density(&drawn, options->dots_per_inch);
  if (status == PRG_OK && drawn.failed)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK && picture == PRG_PICTURE_SVG)
    prg_svg_describe(&drawn, options->language, options->title, options->description, out);
  else if (status == PRG_OK)
    prg_buffer_add_n(out, drawn.data, drawn.length);
  prg_buffer_free(&drawn);
  return status == PRG_OK && out->failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : status;
}

/* Draws in a folder that comes and goes beside `place`, and appends the picture. */
static prg_status draw_in_folder(const char *script_path, const char *place, prg_picture picture,
                                 const prg_render_options *options, prg_buffer *out,
                                 prg_error *error) {
  char *folder;
  int descriptor = prg_temporary_folder(place, &folder);
  if (descriptor < 0)
    return cannot_write(place, error);
  prg_buffer drawn = {0};
  prg_buffer_printf(&drawn, "%s/picture", folder);
  prg_status status = draw(script_path, folder, picture, options, error);
  if (status == PRG_OK)
    status = finish(prg_buffer_string(&drawn), picture, options, out, error);
  prg_temporary_remove_folder(descriptor, folder);
  prg_buffer_free(&drawn);
  return status;
}

prg_status prg_render(const char *script_path, const char *picture_path, prg_picture picture,
                      const prg_render_options *options, prg_error *error) {
  prg_buffer drawn = {0};
  prg_status status = draw_in_folder(script_path, picture_path, picture, options, &drawn, error);
  if (status == PRG_OK)
    status = prg_atomic_write(picture_path, drawn.data, drawn.length, error);
  prg_buffer_free(&drawn);
  return status;
}

/* The script that gnuplot is to read; no harm if a crash leaves half of it. */
static prg_status write_script(const char *path, const prg_buffer *script, prg_error *error) {
  FILE *file = fopen(path, "wbe");
  bool failed = file == NULL || fwrite(script->data, 1, script->length, file) != script->length;
  int why = errno;
  if (file != NULL && fclose(file) != 0 && !failed) {
    failed = true;
    why = errno;
  }
  errno = why;
  return failed ? cannot_write(path, error) : PRG_OK;
}

prg_status prg_render_bytes(const prg_buffer *script, prg_picture picture,
                            const prg_render_options *options, prg_buffer *out, prg_error *error) {
  char *folder;
  if (script->failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  int descriptor = prg_temporary_folder("/tmp/", &folder);
  if (descriptor < 0)
    return cannot_write("/tmp", error);
  prg_buffer path = {0};
  prg_buffer_printf(&path, "%s/script", folder);
  prg_status status = write_script(prg_buffer_string(&path), script, error);
  if (status == PRG_OK)
    status = draw_in_folder(prg_buffer_string(&path), "/tmp/", picture, options, out, error);
  prg_temporary_remove_folder(descriptor, folder);
  prg_buffer_free(&path);
  return status;
}
