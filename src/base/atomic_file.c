#include <prognos/atomic_file.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <prognos/hash.h>
#include <prognos/temporary.h>
#include <prognos/watch.h>

static prg_status cannot_write(const char *path, prg_error *error) {
  return prg_fail_at(error, path, 0, 0, PRG_TEXT_CANNOT_WRITE, PRG_ARGS(prg_system_reason(errno)));
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

/* The mask can only be read by changing it: once, for other threads make files meanwhile. */
static mode_t mask;

static void read_mask(void) {
  mask = umask(0);
  umask(mask);
}

static mode_t default_mode(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, read_mask);
  return 0666 & ~mask;
}

struct prg_atomic_file {
  int descriptor;
  char *path, *temporary; /* temporary NULL: what cannot be replaced is written to as it is */
  char *target;           /* the file behind a link, so that the link stays */
  mode_t mode;
  bool is_watched;
  uint64_t hash; /* of what was added, if it is watched */
};

/* A new file, or the permissions and the real path of the one that is there; target stays NULL for
 * a device or a pipe. */
static void find_target(prg_atomic_file *file) {
  struct stat about;
  file->mode = default_mode();
  if (stat(file->path, &about) != 0) {
    file->target = strdup(file->path);
  } else if (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode)) {
    file->mode = about.st_mode & 0777;
    file->target = realpath(file->path, NULL);
  }
}

static void free_file(prg_atomic_file *file) {
  free(file->path);
  free(file->temporary);
  free(file->target);
  free(file);
}

prg_status prg_atomic_open(prg_atomic_file **file, const char *path, prg_error *error) {
  *file = NULL;
  prg_atomic_file *opened = calloc(1, sizeof *opened);
  if (opened == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  opened->is_watched = prg_watch_is_on();
  opened->hash = PRG_HASH_START;
  opened->path = strdup(path);
  if (opened->path == NULL) {
    free_file(opened);
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  }
  find_target(opened);
  opened->descriptor = opened->target != NULL
                           ? prg_temporary_file(opened->target, &opened->temporary)
                           : open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (opened->descriptor < 0) {
    prg_status status = cannot_write(path, error);
    free_file(opened);
    return status;
  }
  *file = opened;
  return PRG_OK;
}

prg_status prg_atomic_add(prg_atomic_file *file, const char *bytes, size_t n, prg_error *error) {
  if (file->is_watched)
    file->hash = prg_hash_more(file->hash, bytes, n);
  return write_all(file->descriptor, bytes, n) ? PRG_OK : cannot_write(file->path, error);
}

/* Renamed while it is open still: its lock keeps others from taking it for a left one. */
static bool put_in_place(prg_atomic_file *file) {
  bool replaces = file->temporary != NULL;
  bool done =
      !replaces || (fchmod(file->descriptor, file->mode) == 0 && fsync(file->descriptor) == 0 &&
                    rename(file->temporary, file->target) == 0);
  int why = errno;
  if (!done)
    unlink(file->temporary);
  if (close(file->descriptor) != 0 && done) {
    why = errno;
    done = replaces; /* a file that was flushed is safe, whatever its closing says */
  }
  errno = why;
  return done;
}

prg_status prg_atomic_commit(prg_atomic_file *file, prg_error *error) {
  prg_status status = PRG_OK;
  if (!put_in_place(file)) {
    status = cannot_write(file->path, error);
  } else if (file->temporary != NULL) {
    flush_directory(file->target);
    if (file->is_watched)
      prg_watch_wrote(file->path, file->hash);
  }
  free_file(file);
  return status;
}

void prg_atomic_discard(prg_atomic_file *file) {
  if (file == NULL)
    return;
  close(file->descriptor);
  if (file->temporary != NULL)
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
    int why = mkdir(part, 0777) == 0 ? 0 : errno;
    if (why != 0 && !is_directory(part)) {
      errno = why;
      status = cannot_write(path, error);
    }
    *end = kept;
  }
  free(part);
  return status;
}
