#include "batch/job_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The monotonic clock, only to stop what hangs; no result depends on it. */
static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static bool replace(int descriptor, const char *path, int flags) {
  int opened = open(path, flags);
  bool done = opened >= 0 && dup2(opened, descriptor) >= 0;
  if (opened >= 0 && opened != descriptor)
    close(opened);
  return done;
}

/* A group of its own, so that what it starts can be stopped with it; and no orphan if the run is
 * killed. */
static void live(pid_t parent, job_function *function, void *context, int talk, int report) {
  sigset_t none;
  sigemptyset(&none);
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent)
    _exit(1);
  signal(SIGTERM, SIG_DFL);
  signal(SIGINT, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  bool ready = dup2(talk, STDERR_FILENO) >= 0 && replace(STDIN_FILENO, "/dev/null", O_RDONLY) &&
               replace(STDOUT_FILENO, "/dev/null", O_WRONLY);
  _exit(ready ? function(context, report) : 1);
}

static prg_status cannot_start(prg_error *error) {
  return prg_fail(error, PRG_TEXT_JOB_NOT_STARTED, PRG_ARGS(prg_system_reason(errno)));
}

prg_status job_process_start(job_process *process, job_function *function, void *context,
                             double time_limit, prg_error *error) {
  int talk[2], report[2];
  *process = (job_process){.report_end = -1, .talk_end = -1};
  if (pipe2(talk, O_CLOEXEC) != 0)
    return cannot_start(error);
  if (pipe2(report, O_CLOEXEC) != 0) {
    prg_status status = cannot_start(error);
    close(talk[0]);
    close(talk[1]);
    return status;
  }
  pid_t parent = getpid();
  process->pid = fork();
  if (process->pid == 0)
    live(parent, function, context, talk[1], report[1]);
  prg_status status = process->pid < 0 ? cannot_start(error) : PRG_OK;
  close(talk[1]);
  close(report[1]);
  process->talk_end = talk[0];
  process->report_end = report[0];
  process->deadline = seconds() + time_limit;
  fcntl(talk[0], F_SETFL, O_NONBLOCK);
  fcntl(report[0], F_SETFL, O_NONBLOCK);
  if (status == PRG_OK)
    setpgid(process->pid, process->pid); /* whoever is first */
  else
    job_process_clear(process);
  return status;
}

int job_process_patience(const job_process *process) {
  double left = process->deadline - seconds();
  return left <= 0 ? 0 : left > 3600 ? 3600000 : (int)(1000 * left) + 1;
}

void job_process_watch(const job_process *process, struct pollfd watched[2]) {
  watched[0] = (struct pollfd){.fd = process->report_end, .events = POLLIN};
  watched[1] = (struct pollfd){.fd = process->talk_end, .events = POLLIN};
}

static void shut(int *descriptor) {
  if (*descriptor >= 0)
    close(*descriptor);
  *descriptor = -1;
}

/* Takes what there is; at the end of it the descriptor is closed. */
static void listen_to(int *descriptor, prg_buffer *heard, size_t most) {
  char bytes[4096];
  ssize_t n = 1;
  while (*descriptor >= 0 && n > 0) {
    n = read(*descriptor, bytes, sizeof bytes);
    if (n > 0 && heard->length < most)
      prg_buffer_add_n(heard, bytes, (size_t)n);
    else if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
      shut(descriptor);
  }
}

/* Whatever it started and left is ended before its number can become somebody else's. */
static void end_group(job_process *process) {
  siginfo_t about;
  while (waitid(P_PID, (id_t)process->pid, &about, WEXITED | WNOWAIT) != 0 && errno == EINTR)
    continue;
  kill(-process->pid, SIGKILL);
  while (waitpid(process->pid, &process->how, 0) < 0 && errno == EINTR)
    continue;
  process->pid = 0;
}

bool job_process_attend(job_process *process) {
  listen_to(&process->talk_end, &process->talk, JOB_TALK_BYTES);
  listen_to(&process->report_end, &process->report, (size_t)-1);
  bool is_late = process->report_end >= 0 && job_process_patience(process) == 0;
  if (is_late) {
    process->is_late = true;
    job_process_stop(process);
    return true;
  }
  if (process->report_end >= 0) /* open as long as it lives: nobody else has it */
    return false;
  end_group(process);
  listen_to(&process->talk_end, &process->talk, JOB_TALK_BYTES);
  return true;
}

void job_process_stop(job_process *process) {
  if (process->pid <= 0)
    return;
  kill(-process->pid, SIGKILL);
  kill(process->pid, SIGKILL); /* before it had its group */
  end_group(process);
}

void job_process_clear(job_process *process) {
  job_process_stop(process);
  shut(&process->report_end);
  shut(&process->talk_end);
  prg_buffer_free(&process->report);
  prg_buffer_free(&process->talk);
}
