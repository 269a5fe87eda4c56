#include <prognos/source.h>

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* strerror would speak the process's locale. */
static prg_status fail_errno(const char *name, int number, prg_text other, prg_error *error) {
  if (number == ENOENT || number == ENOTDIR)
    return prg_fail_at(error, name, 0, 0, PRG_TEXT_SOURCE_MISSING, NULL);
  if (number == EISDIR)
    return prg_fail_at(error, name, 0, 0, PRG_TEXT_SOURCE_IS_DIRECTORY, NULL);
  if (number == EACCES)
    return prg_fail_at(error, name, 0, 0, PRG_TEXT_SOURCE_NO_PERMISSION, NULL);
  const char *why = strerrordesc_np(number);
  return prg_fail_at(error, name, 0, 0, other, PRG_ARGS(prg_string(why == NULL ? "?" : why)));
}

prg_status prg_source_read_some(int descriptor, const char *name, size_t bytes, prg_buffer *out,
                                bool *at_end, prg_error *error) {
  char block[1 << 16];
  *at_end = false;
  while (bytes > 0) {
    ssize_t n = read(descriptor, block, bytes < sizeof block ? bytes : sizeof block);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_errno(name, errno, PRG_TEXT_CANNOT_READ, error);
    *at_end = n == 0;
    if (*at_end)
      break;
    bytes -= (size_t)n;
    prg_buffer_add_n(out, block, (size_t)n);
    if (out->failed)
      return prg_fail_at(error, name, 0, 0, PRG_TEXT_NO_MEMORY, NULL);
  }
  return PRG_OK;
}

prg_status prg_source_read_descriptor(int descriptor, const char *name, prg_buffer *out,
                                      prg_error *error) {
  bool at_end;
  return prg_source_read_some(descriptor, name, SIZE_MAX, out, &at_end, error);
}

prg_status prg_source_open(const char *path, int *descriptor, prg_error *error) {
  *descriptor = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  return *descriptor < 0 ? fail_errno(path, errno, PRG_TEXT_CANNOT_OPEN, error) : PRG_OK;
}

void prg_source_close(int descriptor) {
  if (descriptor > STDIN_FILENO)
    close(descriptor);
}

prg_status prg_source_read(const char *path, prg_buffer *out, prg_error *error) {
  int descriptor;
  prg_status status = prg_source_open(path, &descriptor, error);
  if (status == PRG_OK)
    status = prg_source_read_descriptor(descriptor, path, out, error);
  prg_source_close(descriptor);
  return status;
}
