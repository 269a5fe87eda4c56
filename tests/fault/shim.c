/*
 * Preloaded into a run (LD_PRELOAD): the calls that change a file are counted across all of its
 * processes, and at the one that is asked for something happens, before it is done.
 *
 *   FAULT_COUNT  a file of 8 bytes in which the calls are counted
 *   FAULT_AT     the number of the call, from 1; 0: none, they are only counted
 *   FAULT_WHAT   kill-self, kill-run (the process that was started first), term-run, or how the
 *                call fails: EIO, EMFILE, or ENOSPC, which it and all that need room do from then
 * on
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct shared {
  atomic_int count, run; /* calls so far; the first process */
} shared;

static shared *all;
static int fault_at;
static const char *what = "";

/* A file is shared by whoever maps it, also after fork. */
__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAULT_COUNT"), *at = getenv("FAULT_AT");
  int file = path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);
  if (file < 0)
    return;
  void *mapped = mmap(NULL, sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (mapped == MAP_FAILED)
    return;
  all = mapped;
  int none = 0;
  atomic_compare_exchange_strong(&all->run, &none, (int)getpid());
  fault_at = at == NULL ? 0 : atoi(at);
  what = getenv("FAULT_WHAT") == NULL ? "" : getenv("FAULT_WHAT");
}

static int errno_of(const char *name) {
  static const struct {
    const char *name;
    int number;
  } known[] = {{"ENOSPC", ENOSPC}, {"EIO", EIO}, {"EMFILE", EMFILE}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].name, name) == 0)
      return known[i].number;
  return 0;
}

/* A disk that is full stays full; to give room back succeeds. */
static int is_struck(int number, int needs_room) {
  if (strcmp(what, "ENOSPC") == 0)
    return fault_at > 0 && number >= fault_at && needs_room;
  return number == fault_at;
}

/* True if the call is to fail; errno says why. */
static int strikes(int needs_room) {
  if (all == NULL || !is_struck(atomic_fetch_add(&all->count, 1) + 1, needs_room))
    return 0;
  if (strcmp(what, "kill-self") == 0)
    kill(getpid(), SIGKILL);
  if (strcmp(what, "kill-run") == 0)
    kill(atomic_load(&all->run), SIGKILL);
  if (strcmp(what, "term-run") == 0)
    kill(atomic_load(&all->run), SIGTERM);
  errno = errno_of(what);
  return errno != 0;
}

/* Only what is written to a file or a pipe counts: standard error is for whoever looks on. */
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t n) {
  if (file > STDERR_FILENO && strikes(1)) {
    if (errno == ENOSPC && n > 1 && atomic_load(&all->count) == fault_at) /* a part had room */
      return NEXT(write)(file, bytes, n / 2);
    return -1;
  }
  return NEXT(write)(file, bytes, n);
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
  va_end(list);
  if ((flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0 && strikes((flags & O_CREAT) != 0))
    return -1;
  return NEXT(open)(path, flags, mode);
}

int mkostemp(char *template, int flags) {
  return strikes(1) ? -1 : NEXT(mkostemp)(template, flags);
}

char *mkdtemp(char *template) {
  return strikes(1) ? NULL : NEXT(mkdtemp)(template);
}

int mkdir(const char *path, mode_t mode) {
  return strikes(1) ? -1 : NEXT(mkdir)(path, mode);
}

int fchmod(int file, mode_t mode) {
  return strikes(0) ? -1 : NEXT(fchmod)(file, mode);
}

int fsync(int file) {
  return strikes(1) ? -1 : NEXT(fsync)(file);
}

int rename(const char *from, const char *to) {
  return strikes(1) ? -1 : NEXT(rename)(from, to);
}

int unlink(const char *path) {
  return strikes(0) ? -1 : NEXT(unlink)(path);
}

int ftruncate(int file, off_t n) {
  return strikes(0) ? -1 : NEXT(ftruncate)(file, n);
}

ssize_t pwrite(int file, const void *bytes, size_t n, off_t offset) {
  return strikes(1) ? -1 : NEXT(pwrite)(file, bytes, n, offset);
}

int pipe2(int ends[2], int flags) {
  return strikes(0) ? -1 : NEXT(pipe2)(ends, flags);
}
