#include "batch/job_hook.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* The message as something to read: a program that does not read it is no trouble. */
static bool offer(const char *message) {
  int file = memfd_create("message", MFD_CLOEXEC);
  size_t n = strlen(message);
  bool done = file >= 0 && write(file, message, n) == (ssize_t)n && lseek(file, 0, SEEK_SET) == 0 &&
              dup2(file, STDIN_FILENO) >= 0;
  if (file >= 0)
    close(file);
  return done;
}

/* The program is a child of this process, whose report stays open until it has ended. */
int job_hook_work(void *context, int report) {
  const job_hook *hook = context;
  char *const argument[] = {(char *)hook->program, (char *)hook->job, NULL};
  pid_t pid;
  int how = 0;
  (void)report;
  int failure = offer(hook->message) ? 0 : errno;
  if (failure == 0)
    failure = posix_spawnp(&pid, hook->program, NULL, NULL, argument, environ);
  if (failure != 0) {
    const char *why = strerrordesc_np(failure);
    dprintf(STDERR_FILENO, "%s: %s\n", hook->program, why == NULL ? "?" : why);
    return 1;
  }
  while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
    continue;
  return WIFEXITED(how) ? WEXITSTATUS(how) : 1;
}
