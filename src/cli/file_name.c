#include "cli/file_name.h"

#include <string.h>

#define NAME_BYTES 100 /* of a name in a file name; file systems take 255 in all */

static bool is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c >= 0x80;
}

void file_name_add(prg_buffer *path, const char *name) {
  size_t begin = path->length;
  for (; *name != '\0'; name++) {
    unsigned char c = (unsigned char)*name;
    if (path->length - begin >= NAME_BYTES && (c & 0xC0) != 0x80)
      break;
    if (is_plain(c))
      prg_buffer_add_char(path, (char)c);
    else if (path->length > begin && path->data[path->length - 1] != '_')
      prg_buffer_add_char(path, '_');
  }
  if (path->length == begin)
    prg_buffer_add(path, "chart");
}

void file_name_stem(const command *run, prg_buffer *path) {
  const char *name = option_string(&run->options, "name");
  const char *file = run->options.file[0], *slash = strrchr(file, '/');
  file = slash != NULL ? slash + 1 : strcmp(file, "-") == 0 ? "" : file;
  const char *dot = strrchr(file, '.');
  prg_buffer stem = {0};
  prg_buffer_add_n(&stem, file, dot == NULL || dot == file ? strlen(file) : (size_t)(dot - file));
  file_name_add(path, name != NULL ? name : prg_buffer_string(&stem));
  prg_buffer_free(&stem);
}
