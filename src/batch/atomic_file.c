#include <prognos/atomic_file.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static prg_status cannot_write(const char *path, prg_error *error) {
  return prg_fail_at(error, path, 0, 0, PRG_TEXT_CANNOT_WRITE,
                     PRG_ARGS(prg_string(strerror(errno))));
}

static bool write_all(int file, const char *bytes, size_t n) {
  while (n > 0) {
    ssize_t written = write(file, bytes, n);
    if (written < 0 && errno != EINTR)
      return false;
    if (written > 0) {
      bytes += written;
      n -= (size_t)written;
    }
  }
  return true;
}

/* The rename itself must reach the disk, else a power cut can undo it. */
static void flush_directory(const char *path) {
  const char *slash = strrchr(path, '/');
  char *directory = slash == NULL   ? strdup(".")
                    : slash == path ? strdup("/")
                                    : strndup(path, (size_t)(slash - path));
  int file = directory == NULL ? -1 : open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file >= 0) {
    (void)fsync(file); /* some file systems cannot; the file itself is safe */
    close(file);
  }
  free(directory);
}

static mode_t default_mode(void) {
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/* What is written to is the file behind a link, so that the link stays. NULL if there is none. */
static char *find_target(const char *path, mode_t *mode) {
  struct stat about;
  if (stat(path, &about) != 0)
    return strdup(path);
  *mode = about.st_mode & 0777;
  return S_ISREG(about.st_mode) || S_ISDIR(about.st_mode) ? realpath(path, NULL) : NULL;
}

/* Writes to what cannot be replaced: a device, a pipe. */
static prg_status write_through(const char *path, const char *bytes, size_t n, prg_error *error) {
  int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  bool done = file >= 0 && write_all(file, bytes, n);
  prg_status status = done ? PRG_OK : cannot_write(path, error);
  if (file >= 0 && close(file) != 0 && done)
    status = cannot_write(path, error);
  return status;
}

prg_status prg_atomic_write(const char *path, const char *bytes, size_t n, prg_error *error) {
  static const char suffix[] = ".XXXXXX";
  mode_t mode = default_mode();
  char *target = find_target(path, &mode), *temporary = NULL;
  if (target == NULL)
    return write_through(path, bytes, n, error);

  prg_status status = PRG_OK;
  size_t length = strlen(target);
  temporary = malloc(length + sizeof suffix);
  if (temporary == NULL) {
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    goto cleanup;
  }
  memcpy(temporary, target, length);
  memcpy(temporary + length, suffix, sizeof suffix);
  int file = mkostemp(temporary, O_CLOEXEC);
  if (file < 0) {
    status = cannot_write(path, error);
    goto cleanup;
  }
  bool done = write_all(file, bytes, n) && fchmod(file, mode) == 0 && fsync(file) == 0;
  done = close(file) == 0 && done;
  if (!done || rename(temporary, target) != 0) {
    status = cannot_write(path, error);
    unlink(temporary);
    goto cleanup;
  }
  flush_directory(target);
cleanup:
  free(temporary);
  free(target);
  return status;
}

static bool is_directory(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

prg_status prg_make_directory(const char *path, prg_error *error) {
  char *part = strdup(path);
  if (part == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = PRG_OK;
  for (char *end = part; status == PRG_OK && *end != '\0';) {
    end += strspn(end, "/");
    end += strcspn(end, "/");
    char kept = *end;
    *end = '\0';
    if (mkdir(part, 0777) != 0 && !is_directory(part))
      status = cannot_write(path, error);
    *end = kept;
  }
  free(part);
  return status;
}
