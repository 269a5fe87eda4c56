/*
 * Runs a command and tells what it cost: measure FILE COMMAND…. Appends to FILE a line of processor
 * seconds, seconds and peak megabytes; the command's exit code is passed on.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) {
  return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc < 3)
    return 2;
  double begin = now();
  pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    perror(argv[2]);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) != child)
    return 1;
  FILE *out = fopen(argv[1], "a");
  if (out == NULL)
    return 1;
  fprintf(out, "%.4f %.4f %.1f\n", seconds(used.ru_utime) + seconds(used.ru_stime), now() - begin,
          (double)used.ru_maxrss / 1024);
  if (fclose(out) != 0)
    return 1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
