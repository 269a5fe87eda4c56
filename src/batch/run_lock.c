#include <prognos/run_lock.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct prg_run_lock {
  int descriptor;
  bool is_signed;
};

/* "1234 words": what the holder signed, unless the holder of today is another one. */
static prg_status is_held(const char *path, int descriptor, prg_error *error) {
  char text[PRG_ARGUMENT_BYTES] = "";
  ssize_t n = pread(descriptor, text, sizeof text - 1, 0);
  text[n > 0 ? n : 0] = '\0';
  text[strcspn(text, "\n")] = '\0';
  char *words;
  long pid = strtol(text, &words, 10);
  bool lives = pid > 0 && (kill((pid_t)pid, 0) == 0 || errno == EPERM);
  if (!lives || *words != ' ')
    return prg_fail_at(error, path, 0, 0, PRG_TEXT_LOCK_HELD, NULL);
  return prg_fail_at(error, path, 0, 0, PRG_TEXT_LOCK_HELD_BY,
                     PRG_ARGS(prg_string_n(text, (size_t)(words - text)), prg_string(words + 1)));
}

prg_status prg_run_lock_take(const char *path, prg_run_lock **lock, prg_error *error) {
  *lock = NULL;
  int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (descriptor < 0)
    return prg_fail_at(error, path, 0, 0, PRG_TEXT_CANNOT_WRITE,
                       PRG_ARGS(prg_system_reason(errno)));
  prg_status status = PRG_OK;
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
    status = errno == EWOULDBLOCK ? is_held(path, descriptor, error)
                                  : prg_fail_at(error, path, 0, 0, PRG_TEXT_LOCK_IMPOSSIBLE,
                                                PRG_ARGS(prg_system_reason(errno)));
  if (status == PRG_OK && (*lock = malloc(sizeof **lock)) == NULL)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status == PRG_OK)
    **lock = (prg_run_lock){descriptor, false};
  else
    close(descriptor);
  return status;
}

/* Nothing depends on these words; a full disk leaves the lock without. */
void prg_run_lock_sign(prg_run_lock *lock, const char *words) {
  prg_buffer text = {0};
  prg_buffer_printf(&text, "%ld %s\n", (long)getpid(), words);
  lock->is_signed = ftruncate(lock->descriptor, 0) == 0 &&
                    pwrite(lock->descriptor, prg_buffer_string(&text), text.length, 0) > 0;
  prg_buffer_free(&text);
}

void prg_run_lock_give(prg_run_lock *lock) {
  if (lock == NULL)
    return;
  if (lock->is_signed && ftruncate(lock->descriptor, 0) != 0)
    lock->is_signed = false; /* the next one tells by the process number that it is old */
  close(lock->descriptor);
  free(lock);
}
