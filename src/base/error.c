#include <prognos/error.h>

#include <string.h>

#include <prognos/utf8.h>

void prg_error_clear(prg_error *error) {
  *error = (prg_error){.status = PRG_OK};
}

prg_status prg_fail_at(prg_error *error, const char *file, size_t line, size_t column,
                       prg_text text, const prg_argument *arguments) {
  prg_status status = prg_text_status(text);
  if (error == NULL)
    return status;
  prg_error_clear(error);
  error->status = status;
  error->line = line;
  error->column = column;
  if (file != NULL)
    memcpy(error->file, file, prg_utf8_prefix(file, strlen(file), PRG_FILE_BYTES - 1));
  prg_message_set(&error->message, text, arguments);
  return status;
}

prg_status prg_fail(prg_error *error, prg_text text, const prg_argument *arguments) {
  return prg_fail_at(error, NULL, 0, 0, text, arguments);
}

void prg_error_write(const prg_error *error, prg_language language, prg_buffer *out) {
  if (error->file[0] != '\0') {
    prg_buffer_add(out, error->file);
    if (error->line > 0)
      prg_buffer_printf(out, ":%zu", error->line);
    if (error->line > 0 && error->column > 0)
      prg_buffer_printf(out, ":%zu", error->column);
    prg_buffer_add(out, ": ");
  }
  prg_message_write(&error->message, language, out);
}
