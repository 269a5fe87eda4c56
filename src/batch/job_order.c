#include "batch/job_order.h"

#include <stdlib.h>
#include <string.h>

static void come_after(plan_making *m, prg_job *job, size_t other) {
  for (size_t i = 0; i < job->n_after; i++)
    if (job->after[i] == other)
      return;
  size_t *more = realloc(job->after, (job->n_after + 1) * sizeof *more);
  if (more == NULL) {
    m->status = prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
    return;
  }
  job->after = more;
  job->after[job->n_after++] = other;
}

static size_t find_n(const prg_job_plan *plan, const char *name, size_t n) {
  size_t i = 0;
  while (i < plan->n && (strlen(plan->job[i].section->name) != n ||
                         memcmp(plan->job[i].section->name, name, n) != 0))
    i++;
  return i;
}

/* after = one, another */
static void read_after(plan_making *m, prg_job *job, const prg_setting *setting) {
  const char *text = setting->value;
  while (*text != '\0') {
    text += strspn(text, " \t,");
    size_t n = strcspn(text, ","), kept = n;
    while (kept > 0 && (text[kept - 1] == ' ' || text[kept - 1] == '\t'))
      kept--;
    size_t other = find_n(m->plan, text, kept);
    if (kept > 0 && (other == m->plan->n || &m->plan->job[other] == job))
      plan_problem(m, setting, PRG_TEXT_JOB_AFTER,
                   PRG_ARGS(prg_string_n(text, kept), prg_string(job->section->name)));
    else if (kept > 0)
      come_after(m, job, other);
    text += n;
  }
}

static void read_all_after(plan_making *m, prg_job *job) {
  const prg_job_section *from[] = {&m->file->defaults, job->section};
  for (size_t k = 0; k < 2; k++)
    for (size_t i = 0; i < from[k]->n && m->status == PRG_OK; i++)
      if (strcmp(from[k]->setting[i].key, "after") == 0)
        read_after(m, job, &from[k]->setting[i]);
}

static const char *plain_path(const char *path) {
  while (path[0] == '.' && path[1] == '/')
    path += 2 + strspn(path + 2, "/");
  return path;
}

/* --- who writes what --- */

typedef struct written {
  const char *path;
  size_t job;
} written;

static int compare(const void *a, const void *b) {
  const written *left = a, *right = b;
  int order = strcmp(left->path, right->path);
  return order != 0 ? order : (left->job > right->job) - (left->job < right->job);
}

static int compare_path(const void *a, const void *b) {
  return strcmp(((const written *)a)->path, ((const written *)b)->path);
}

/* The files that jobs write, sorted; two that write the same one are a problem. */
static size_t list_written(plan_making *m, written *list) {
  size_t n = 0;
  for (size_t i = 0; i < m->plan->n; i++)
    if (m->plan->job[i].output != NULL && !m->plan->job[i].fills_directory)
      list[n++] = (written){plain_path(m->plan->job[i].output), i};
  qsort(list, n, sizeof *list, compare);
  for (size_t i = 1; i < n; i++) {
    const prg_job_section *later = m->plan->job[list[i].job].section;
    if (strcmp(list[i - 1].path, list[i].path) == 0)
      plan_problem(m, &(prg_setting){.file = later->file, .line = later->line},
                   PRG_TEXT_JOB_SAME_OUTPUT,
                   PRG_ARGS(prg_string(later->name), prg_string(list[i].path),
                            prg_string(m->plan->job[list[i - 1].job].section->name)));
  }
  return n;
}

/* Whoever reads a file, as its input or in an option, comes after the one who writes it. */
static void follow_files(plan_making *m, const written *list, size_t n, size_t i) {
  prg_job *job = &m->plan->job[i];
  for (size_t k = 0; k < job->n_input + job->n_option && m->status == PRG_OK; k++) {
    const char *path = k < job->n_input ? job->input[k] : job->option[k - job->n_input]->value;
    written sought = {plain_path(path), 0};
    const written *found = bsearch(&sought, list, n, sizeof *list, compare_path);
    if (found != NULL && found->job != i)
      come_after(m, job, found->job);
    else if (found != NULL && k < job->n_input)
      plan_problem(m, &(prg_setting){.file = job->section->file, .line = job->section->line},
                   PRG_TEXT_JOB_OWN_INPUT, PRG_ARGS(prg_string(job->section->name)));
  }
}

/* --- the order --- */

/* Depth first, without recursion: a chain may be as long as the file. */
typedef struct sorting {
  plan_making *m;
  enum { NOT_YET, ON_THE_WAY, DONE } * state; /* shape (n), of the jobs */
  size_t *next; /* shape (n): which of job->after is to be looked at */
  size_t *way;  /* shape (n) */
  size_t depth;
  size_t n_order;
} sorting;

static void enter(sorting *s, size_t i) {
  s->state[i] = ON_THE_WAY;
  s->way[s->depth++] = i;
}

static void look_before(sorting *s, const prg_job *job, size_t before) {
  if (s->state[before] == NOT_YET)
    enter(s, before);
  else if (s->state[before] == ON_THE_WAY)
    plan_problem(s->m, &(prg_setting){.file = job->section->file, .line = job->section->line},
                 PRG_TEXT_JOB_CIRCLE,
                 PRG_ARGS(prg_string(job->section->name),
                          prg_string(s->m->plan->job[before].section->name)));
}

static void sort_from(sorting *s, size_t first) {
  enter(s, first);
  while (s->depth > 0) {
    size_t i = s->way[s->depth - 1];
    const prg_job *job = &s->m->plan->job[i];
    if (s->next[i] < job->n_after) {
      look_before(s, job, job->after[s->next[i]++]);
    } else {
      s->state[i] = DONE;
      s->m->plan->order[s->n_order++] = i;
      s->depth--;
    }
  }
}

static void find_order(plan_making *m) {
  size_t n = m->plan->n;
  sorting s = {.m = m,
               .state = calloc(n + 1, sizeof *s.state),
               .next = calloc(n + 1, sizeof *s.next),
               .way = calloc(n + 1, sizeof *s.way)};
  if (s.state == NULL || s.next == NULL || s.way == NULL)
    m->status = prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < n && m->status == PRG_OK; i++)
    if (s.state[i] == NOT_YET)
      sort_from(&s, i);
  free(s.state);
  free(s.next);
  free(s.way);
}

void job_order_find(plan_making *m) {
  size_t n = m->plan->n;
  written *list = calloc(n + 1, sizeof *list);
  if (list == NULL) {
    m->status = prg_fail(m->error, PRG_TEXT_NO_MEMORY, NULL);
    return;
  }
  size_t n_written = list_written(m, list);
  for (size_t i = 0; i < n && m->status == PRG_OK; i++) {
    read_all_after(m, &m->plan->job[i]);
    follow_files(m, list, n_written, i);
  }
  free(list);
  if (m->status == PRG_OK)
    find_order(m);
}
