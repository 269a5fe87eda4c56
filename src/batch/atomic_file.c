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

struct prg_atomic_file {
  int descriptor;
  char *path, *temporary;
};

static void free_file(prg_atomic_file *file) {
  free(file->path);
  free(file->temporary);
  free(file);
}

prg_status prg_atomic_open(prg_atomic_file **file, const char *path, prg_error *error) {
  static const char suffix[] = ".XXXXXX";
  size_t length = strlen(path);
  *file = NULL;
  prg_atomic_file *opened = calloc(1, sizeof *opened);
  if (opened == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  opened->path = strdup(path);
  opened->temporary = malloc(length + sizeof suffix);
  prg_status status = PRG_OK;
  if (opened->path == NULL || opened->temporary == NULL) {
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  } else {
    memcpy(opened->temporary, path, length);
    memcpy(opened->temporary + length, suffix, sizeof suffix);
    opened->descriptor = mkostemp(opened->temporary, O_CLOEXEC);
    if (opened->descriptor < 0)
      status = cannot_write(path, error);
  }
  if (status == PRG_OK)
    *file = opened;
  else
    free_file(opened);
  return status;
}

prg_status prg_atomic_add(prg_atomic_file *file, const char *bytes, size_t n, prg_error *error) {
  return write_all(file->descriptor, bytes, n) ? PRG_OK : cannot_write(file->path, error);
}

prg_status prg_atomic_commit(prg_atomic_file *file, prg_error *error) {
  prg_status status = PRG_OK;
  bool done = fchmod(file->descriptor, default_mode()) == 0 && fsync(file->descriptor) == 0;
  done = close(file->descriptor) == 0 && done;
  if (done && rename(file->temporary, file->path) == 0) {
    flush_directory(file->path);
  } else {
    status = cannot_write(file->path, error);
    unlink(file->temporary);
  }
  free_file(file);
  return status;
}

void prg_atomic_discard(prg_atomic_file *file) {
  if (file == NULL)
    return;
  close(file->descriptor);
  unlink(file->temporary);
  free_file(file);
}

prg_status prg_atomic_write(const char *path, const char *bytes, size_t n, prg_error *error) {
  prg_atomic_file *file;
  prg_status status = prg_atomic_open(&file, path, error);
  if (status == PRG_OK)
    status = prg_atomic_add(file, bytes, n, error);
  if (status == PRG_OK)
    return prg_atomic_commit(file, error);
  prg_atomic_discard(file);
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
