#include <prognos/job_file.h>

#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include <prognos/utf8.h>

/* What is being read. inih cuts the names of sections at 50 bytes and tells neither where one
 * begins nor that one is empty, so the sections are found here, as the lines are handed to it. */
typedef struct reading {
  prg_job_file *out;
  prg_job_file_loader *load;
  const char *name; /* owned by out */
  const char *rest; /* of the bytes */
  size_t n;
  size_t line;  /* of what was handed over last */
  size_t depth; /* of includes */
  size_t job;   /* whose section it is: an index into out->job; or */
  enum { IN_RUN, IN_DEFAULTS, IN_JOB } place;
  prg_error *error;
  prg_status status;
} reading;

static prg_status fail(reading *r, prg_text text, const prg_argument *arguments) {
  if (r->status == PRG_OK)
    r->status = prg_fail_at(r->error, r->name, r->line, 0, text, arguments);
  return r->status;
}

/* A copy that lives as long as the job file; NULL, and the reading has failed, without memory. */
static const char *keep(reading *r, const char *text, size_t n) {
  prg_job_file *out = r->out;
  if ((out->n_string & (out->n_string + 1)) == 0) { /* full at 0, 1, 3, 7 … */
    char **more = realloc(out->string, (2 * out->n_string + 1) * sizeof *more);
    if (more == NULL) {
      fail(r, PRG_TEXT_NO_MEMORY, NULL);
      return NULL;
    }
    out->string = more;
  }
  char *copy = strndup(text, n);
  if (copy == NULL)
    fail(r, PRG_TEXT_NO_MEMORY, NULL);
  else
    out->string[out->n_string++] = copy;
  return copy;
}

static const prg_job_section *find_job(const prg_job_file *file, const char *name) {
  for (size_t i = 0; i < file->n; i++)
    if (strcmp(file->job[i].name, name) == 0)
      return &file->job[i];
  return NULL;
}

static prg_status add_job(reading *r, const char *name) {
  prg_job_file *out = r->out;
  const prg_job_section *other = find_job(out, name);
  if (other != NULL)
    return fail(
        r, PRG_TEXT_JOB_TWICE,
        PRG_ARGS(prg_string(name), prg_string(other->file), prg_integer((long long)other->line)));
  if ((out->n & (out->n + 1)) == 0) {
    prg_job_section *more = realloc(out->job, (2 * out->n + 1) * sizeof *more);
    if (more == NULL)
      return fail(r, PRG_TEXT_NO_MEMORY, NULL);
    out->job = more;
  }
  out->job[out->n] = (prg_job_section){.name = name, .file = r->name, .line = r->line};
  r->job = out->n++;
  r->place = IN_JOB;
  return PRG_OK;
}

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The text has no zero at its end. */
static size_t trim(const char **text, size_t n) {
  for (; n > 0 && is_blank(**text); n--)
    ++*text;
  while (n > 0 && is_blank((*text)[n - 1]))
    n--;
  return n;
}

/* "[name]" begins a section. A line that only looks like one is inih's to refuse. */
static prg_status begin_section(reading *r, const char *line, size_t n) {
  n = trim(&line, n);
  const char *end = memchr(line, ']', n);
  if (n == 0 || *line != '[' || end == NULL)
    return PRG_OK;
  line++;
  n = trim(&line, (size_t)(end - line));
  if (n == 0 || n > PRG_JOB_NAME_BYTES)
    return fail(r, PRG_TEXT_JOB_NAME, PRG_ARGS(prg_integer(PRG_JOB_NAME_BYTES)));
  const char *name = keep(r, line, n);
  if (name == NULL)
    return r->status;
  if (strcmp(name, "defaults") != 0)
    return add_job(r, name);
  r->place = IN_DEFAULTS;
  return PRG_OK;
}

/* inih's source of lines: the next one whole, for it was measured and there is room. */
static char *next_line(char *room, int size, void *context) {
  reading *r = context;
  if (r->n == 0 || r->status != PRG_OK)
    return NULL;
  const char *feed = memchr(r->rest, '\n', r->n);
  size_t n = feed == NULL ? r->n : (size_t)(feed - r->rest) + 1;
  r->line++;
  if (n > PRG_JOB_LINE_BYTES || n >= (size_t)size) {
    fail(r, PRG_TEXT_JOB_LINE_LONG, PRG_ARGS(prg_integer(PRG_JOB_LINE_BYTES)));
    return NULL;
  }
  if (begin_section(r, r->rest, n) != PRG_OK)
    return NULL;
  memcpy(room, r->rest, n);
  room[n] = '\0';
  r->rest += n;
  r->n -= n;
  return room;
}

static prg_status add_setting(reading *r, const char *key, const char *value) {
  prg_job_section *section = r->place == IN_RUN        ? &r->out->run
                             : r->place == IN_DEFAULTS ? &r->out->defaults
                                                       : &r->out->job[r->job];
  if ((section->n & (section->n + 1)) == 0) {
    prg_setting *more = realloc(section->setting, (2 * section->n + 1) * sizeof *more);
    if (more == NULL)
      return fail(r, PRG_TEXT_NO_MEMORY, NULL);
    section->setting = more;
  }
  prg_setting setting = {.file = r->name, .line = r->line};
  if ((setting.key = keep(r, key, strlen(key))) != NULL &&
      (setting.value = keep(r, value, strlen(value))) != NULL)
    section->setting[section->n++] = setting;
  return r->status;
}

static prg_status read_text(reading *r, const char *bytes, size_t n);

/* Reads the file beside the one that includes it. */
static prg_status include(reading *r, const char *value) {
  if (r->place == IN_JOB)
    return fail(r, PRG_TEXT_JOB_INCLUDE_LATE, NULL);
  if (r->depth == PRG_JOB_INCLUDES)
    return fail(r, PRG_TEXT_JOB_INCLUDE_DEEP, PRG_ARGS(prg_integer(PRG_JOB_INCLUDES)));
  const char *slash = strrchr(r->name, '/');
  prg_buffer path = {0}, bytes = {0};
  if (slash != NULL && *value != '/')
    prg_buffer_add_n(&path, r->name, (size_t)(slash - r->name) + 1);
  prg_buffer_add(&path, value);
  reading inner = {.out = r->out, .load = r->load, .depth = r->depth + 1, .error = r->error};
  inner.name = keep(r, prg_buffer_string(&path), path.length);
  if (inner.name != NULL) {
    r->status = r->load(inner.name, &bytes, r->error);
    if (r->status == PRG_OK)
      r->status = read_text(&inner, prg_buffer_string(&bytes), bytes.length);
  }
  prg_buffer_free(&path);
  prg_buffer_free(&bytes);
  return r->status;
}

static int take(void *context, const char *section, const char *key, const char *value) {
  reading *r = context;
  (void)section;
  if (strcmp(key, "include") == 0)
    include(r, value);
  else
    add_setting(r, key, value);
  return r->status == PRG_OK;
}

/* Without what surprises in a file of options: a line that is continued because it is indented, a
 * value that ends at a semicolon (the usual delimiter of columns). */
static void set_up_inih(void) {
  ini_allow_multiline = false;
  ini_allow_inline_comments = false;
  ini_use_stack = false;
  ini_stop_on_first_error = true;
  ini_initial_alloc = ini_max_line = PRG_JOB_LINE_BYTES + 3;
}

static prg_status read_text(reading *r, const char *bytes, size_t n) {
  bool marked = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0; /* as Windows' Notepad does */
  r->rest = bytes + (marked ? 3 : 0);
  r->n = n - (marked ? 3 : 0);
  if (memchr(bytes, '\0', n) != NULL || !prg_utf8_valid(bytes, n))
    return fail(r, PRG_TEXT_JOB_NOT_TEXT, NULL);
  set_up_inih();
  int line = ini_parse_stream(next_line, r, take, r);
  if (line == -2)
    return fail(r, PRG_TEXT_NO_MEMORY, NULL);
  return line == 0 ? r->status : fail(r, PRG_TEXT_JOB_LINE, NULL);
}

prg_status prg_job_file_read(const char *name, const char *bytes, size_t n,
                             prg_job_file_loader *load, prg_job_file *out, prg_error *error) {
  *out = (prg_job_file){0};
  reading r = {.out = out, .load = load, .error = error};
  r.name = keep(&r, name, strlen(name));
  if (r.name == NULL)
    return r.status;
  out->run = (prg_job_section){.name = "", .file = r.name};
  out->defaults = (prg_job_section){.name = "defaults", .file = r.name};
  return read_text(&r, bytes, n);
}

void prg_job_file_clear(prg_job_file *file) {
  for (size_t i = 0; i < file->n; i++)
    free(file->job[i].setting);
  for (size_t i = 0; i < file->n_string; i++)
    free(file->string[i]);
  free(file->run.setting);
  free(file->defaults.setting);
  free(file->job);
  free(file->string);
  *file = (prg_job_file){0};
}
