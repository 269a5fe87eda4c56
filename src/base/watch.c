#include <prognos/watch.h>

#include <stddef.h>

static const prg_watcher *watching;

void prg_watch_files(const prg_watcher *watcher) {
  watching = watcher;
}

void prg_watch_reads(const char *path) {
  if (watching != NULL)
    watching->reads(watching->context, path);
}

void prg_watch_wrote(const char *path, uint64_t hash) {
  if (watching != NULL)
    watching->wrote(watching->context, path, hash);
}
