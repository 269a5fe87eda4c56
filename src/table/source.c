#include <prognos/source.h>

#include <errno.h>
#include <fcntl.h>
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

prg_status prg_source_read_descriptor(int descriptor, const char *name, prg_buffer *out,
                                      prg_error *error) {
  char block[1 << 16];
  for (;;) {
    ssize_t n = read(descriptor, block, sizeof block);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail_errno(name, errno, PRG_TEXT_CANNOT_READ, error);
    if (n == 0)
      break;
    prg_buffer_add_n(out, block, (size_t)n);
    if (out->failed)
      return prg_fail_at(error, name, 0, 0, PRG_TEXT_NO_MEMORY, NULL);
  }
  return PRG_OK;
}

prg_status prg_source_read(const char *path, prg_buffer *out, prg_error *error) {
  if (strcmp(path, "-") == 0)
    return prg_source_read_descriptor(STDIN_FILENO, path, out, error);
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return fail_errno(path, errno, PRG_TEXT_CANNOT_OPEN, error);
  prg_status status = prg_source_read_descriptor(descriptor, path, out, error);
  close(descriptor);
  return status;
}
