#include "present/picture/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How long to wait for words before looking whether the program has ended; milliseconds. */
static const int glance = 10;
/* What is kept of its talk: the end says why, but a program that never stops talking must not
 * fill the memory. */
static const size_t most_talk = 65536;

/* Nothing of the caller's environment: no terminal settings, no locale, no start-up file. The
 * locale is the one that every C library has with UTF-8. */
static const char *const environment[] = {"LC_ALL=C.UTF-8", "HOME=/nonexistent", NULL};

/* The monotonic clock, only to stop a program that hangs; no result depends on it. */
static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int set_up(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes,
                  const prg_child *child, int talk) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  int failure = posix_spawn_file_actions_adddup2(actions, child->input, STDIN_FILENO);
  if (failure == 0)
    failure = posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (failure == 0)
    failure = posix_spawn_file_actions_adddup2(actions, talk, STDERR_FILENO);
  if (failure == 0)
    failure = posix_spawn_file_actions_addchdir_np(actions, child->directory);
  if (failure == 0)
    failure = posix_spawnattr_setsigdefault(attributes, &signals);
  if (failure == 0)
    failure = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
  return failure;
}

/* Starts it; returns 0 or an errno. exec takes pointers to char, and writes to none of them. */
static int start(const prg_child *child, int talk, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure != 0)
    return failure;
  failure = posix_spawnattr_init(&attributes);
  if (failure == 0) {
    failure = set_up(&actions, &attributes, child, talk);
    if (failure == 0)
      failure = posix_spawnp(pid, child->argument[0], &actions, &attributes,
                             (char *const *)child->argument, (char *const *)environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return failure;
}

/* Takes what there is to read; at the end of it the descriptor is no longer watched. */
static void listen_to(struct pollfd *watched, prg_buffer *talk) {
  char bytes[4096];
  if (poll(watched, 1, glance) <= 0 || watched->fd < 0)
    return;
  ssize_t n = read(watched->fd, bytes, sizeof bytes);
  if (n > 0 && talk->length < most_talk)
    prg_buffer_add_n(talk, bytes, (size_t)n);
  else if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
    watched->fd = -1;
}

/* Listens until it has ended and said everything, or is stopped. */
static prg_child_result wait_for(pid_t pid, int talk_end, double time_limit, prg_buffer *talk) {
  struct pollfd watched = {.fd = talk_end, .events = POLLIN};
  double deadline = seconds() + time_limit;
  int how = 0;
  for (;;) {
    pid_t ended = waitpid(pid, &how, WNOHANG);
    if (ended < 0 && errno != EINTR)
      return PRG_CHILD_SYSTEM;
    if (ended == pid)
      break;
    if (seconds() > deadline) {
      kill(pid, SIGKILL);
      while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
        continue;
      return PRG_CHILD_LATE;
    }
    listen_to(&watched, talk);
  }
  for (ssize_t n = 1; n > 0 && watched.fd >= 0 && talk->length < most_talk;) {
    char bytes[4096];
    n = read(watched.fd, bytes, sizeof bytes);
    prg_buffer_add_n(talk, bytes, n > 0 ? (size_t)n : 0);
  }
  return WIFEXITED(how) && WEXITSTATUS(how) == 0 ? PRG_CHILD_DONE : PRG_CHILD_FAILED;
}

prg_child_result prg_child_run(const prg_child *child, prg_buffer *talk) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return PRG_CHILD_SYSTEM;
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  pid_t pid;
  int failure = start(child, ends[1], &pid);
  close(ends[1]);
  prg_child_result result = PRG_CHILD_SYSTEM;
  if (failure == 0)
    result = wait_for(pid, ends[0], child->time_limit, talk);
  else if (failure == ENOENT)
    result = PRG_CHILD_MISSING;
  close(ends[0]);
  if (failure != 0)
    errno = failure;
  return result;
}
