#include <prognos/watch.h>

#include <pthread.h>
#include <stddef.h>

static const prg_watcher *watching;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

void prg_watch_files(const prg_watcher *watcher) {
  watching = watcher;
}

bool prg_watch_is_on(void) {
  return watching != NULL;
}

void prg_watch_reads(const char *path) {
  if (watching == NULL)
    return;
  pthread_mutex_lock(&one_at_a_time);
  watching->reads(watching->context, path);
  pthread_mutex_unlock(&one_at_a_time);
}

void prg_watch_wrote(const char *path, uint64_t hash) {
  if (watching == NULL)
    return;
  pthread_mutex_lock(&one_at_a_time);
  watching->wrote(watching->context, path, hash);
  pthread_mutex_unlock(&one_at_a_time);
}
