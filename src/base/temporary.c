#include <prognos/temporary.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char template[] = ".prognos-XXXXXX";
#define PREFIX_BYTES (sizeof template - sizeof "XXXXXX") /* ".prognos-" */

/* The directory of `path`, with its slash, and the template behind it. */
static char *make_name(const char *path) {
  const char *slash = strrchr(path, '/');
  size_t n = slash == NULL ? 0 : (size_t)(slash - path) + 1;
  char *name = malloc(n + sizeof template);
  if (name == NULL)
    return NULL;
  memcpy(name, path, n);
  memcpy(name + n, template, sizeof template);
  return name;
}

static int open_file(char *name) {
  return mkostemp(name, O_CLOEXEC);
}

static int open_folder(char *name) {
  return mkdtemp(name) == NULL ? -1 : open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Between its making and its locking a new one may be taken for a left one, and removed: then it
 * has no links any more. A file system without locks is used without. */
static bool is_held(int descriptor) {
  struct stat about;
  return (flock(descriptor, LOCK_EX) != 0 && errno != EINTR) ||
         (fstat(descriptor, &about) == 0 && about.st_nlink > 0);
}

static int make(const char *path, int (*open_new)(char *), char **name) {
  for (;;) {
    *name = make_name(path);
    int descriptor = *name == NULL ? -1 : open_new(*name);
    if (descriptor >= 0 && is_held(descriptor))
      return descriptor;
    int why = *name == NULL ? ENOMEM : errno;
    free(*name);
    *name = NULL;
    if (descriptor < 0) {
      errno = why;
      return -1;
    }
    close(descriptor);
  }
}

int prg_temporary_file(const char *path, char **name) {
  return make(path, open_file, name);
}

int prg_temporary_folder(const char *path, char **name) {
  return make(path, open_folder, name);
}

/* The files in it; a folder of ours holds no folders. */
static void empty_folder(int descriptor) {
  int again = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *listing = again < 0 ? NULL : fdopendir(again);
  for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;)
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      unlinkat(descriptor, entry->d_name, 0);
  if (listing != NULL)
    closedir(listing);
  else if (again >= 0)
    close(again);
}

void prg_temporary_remove_folder(int descriptor, char *name) {
  empty_folder(descriptor);
  rmdir(name);
  close(descriptor);
  free(name);
}

static bool is_ours(const char *name) {
  return strncmp(name, template, PREFIX_BYTES) == 0 && strlen(name) == sizeof template - 1;
}

/* One that nobody holds: true if it was removed. */
static bool remove_left(int directory, const char *name) {
  struct stat about;
  int descriptor = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0)
    return false;
  bool is_left = flock(descriptor, LOCK_EX | LOCK_NB) == 0 && fstat(descriptor, &about) == 0;
  bool removed = false;
  if (is_left && S_ISDIR(about.st_mode)) {
    empty_folder(descriptor);
    removed = unlinkat(directory, name, AT_REMOVEDIR) == 0;
  } else if (is_left && S_ISREG(about.st_mode)) {
    removed = unlinkat(directory, name, 0) == 0;
  }
  close(descriptor);
  return removed;
}

size_t prg_temporary_clean(const char *directory) {
  size_t count = 0;
  DIR *listing = opendir(directory);
  if (listing == NULL)
    return 0;
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
    if (is_ours(entry->d_name))
      count += remove_left(dirfd(listing), entry->d_name);
  closedir(listing);
  return count;
}
