#include <prognos/job_record.h>

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <prognos/hash.h>
#include <prognos/period.h>

/* --- what is in a file --- */

static prg_trace_kind take_hash(int descriptor, uint64_t *hash) {
  char bytes[65536];
  ssize_t n;
  *hash = PRG_HASH_START;
  while ((n = read(descriptor, bytes, sizeof bytes)) != 0) {
    if (n < 0 && errno != EINTR)
      return PRG_TRACE_OTHER;
    if (n > 0)
      *hash = prg_hash_more(*hash, bytes, (size_t)n);
  }
  return PRG_TRACE_FILE;
}

void prg_trace_take(const char *path, prg_trace *trace) {
  struct stat about;
  int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  trace->hash = 0;
  if (descriptor < 0) {
    trace->kind = errno == ENOENT || errno == ENOTDIR ? PRG_TRACE_MISSING : PRG_TRACE_OTHER;
    return;
  }
  if (fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode))
    trace->kind = take_hash(descriptor, &trace->hash);
  else
    trace->kind = PRG_TRACE_OTHER; /* to read a pipe would be to empty it */
  close(descriptor);
}

/* --- adding --- */

static prg_trace *find_trace(prg_trace *trace, size_t n, const char *path) {
  for (size_t i = 0; i < n; i++)
    if (strcmp(trace[i].path, path) == 0)
      return &trace[i];
  return NULL;
}

static void add_trace(prg_job_record *record, prg_trace **list, size_t *n, const prg_trace *trace) {
  prg_trace *more = realloc(*list, (*n + 1) * sizeof *more);
  char *path = strdup(trace->path);
  if (more != NULL)
    *list = more;
  if (more == NULL || path == NULL) {
    free(path);
    record->failed = true;
    return;
  }
  more[*n] = *trace;
  more[(*n)++].path = path;
}

void prg_job_record_input(prg_job_record *record, const prg_trace *trace) {
  if (find_trace(record->input, record->n_input, trace->path) == NULL)
    add_trace(record, &record->input, &record->n_input, trace);
}

void prg_job_record_output(prg_job_record *record, const char *path, uint64_t hash) {
  prg_trace *known = find_trace(record->output, record->n_output, path);
  prg_trace trace = {.path = (char *)path, .kind = PRG_TRACE_FILE, .hash = hash};
  if (known != NULL) {
    known->hash = hash;
    return;
  }
  add_trace(record, &record->output, &record->n_output, &trace);
  for (size_t i = record->n_output; i-- > 1;) {
    prg_trace later = record->output[i];
    if (strcmp(record->output[i - 1].path, later.path) < 0)
      break;
    record->output[i] = record->output[i - 1];
    record->output[i - 1] = later;
  }
}

const prg_job_alarm *prg_job_record_find_alarm(const prg_job_record *record, const char *subject) {
  for (size_t i = 0; i < record->n_alarm; i++)
    if (record->alarm[i].lasting && strcmp(record->alarm[i].subject, subject) == 0)
      return &record->alarm[i];
  return NULL;
}

void prg_job_record_alarm(prg_job_record *record, bool lasting, const char *subject,
                          const char *text) {
  if (lasting && prg_job_record_find_alarm(record, subject) != NULL)
    return;
  prg_job_alarm *more = realloc(record->alarm, (record->n_alarm + 1) * sizeof *more);
  prg_job_alarm alarm = {lasting, strdup(subject), strdup(text)};
  if (more != NULL)
    record->alarm = more;
  if (more == NULL || alarm.subject == NULL || alarm.text == NULL) {
    free(alarm.subject);
    free(alarm.text);
    record->failed = true;
    return;
  }
  more[record->n_alarm++] = alarm;
}

void prg_job_record_said(prg_job_record *record, const char *line) {
  if (record->said != NULL)
    return;
  record->said = strdup(line);
  record->failed = record->failed || record->said == NULL;
}

/* False, and nothing is kept, if it is no day: of a clock in the year 10000, say. */
static bool keep_since(prg_job_record *record, const char *text) {
  prg_period day;
  size_t n = strlen(text);
  if (n + 1 != sizeof record->since || !prg_period_parse(text, n, &day) || day.frequency != PRG_DAY)
    return false;
  memcpy(record->since, text, n + 1);
  return true;
}

void prg_job_record_date(prg_job_record *record, const prg_job_record *before, const char *today) {
  record->since[0] = '\0';
  if (record->code != 0)
    keep_since(record, before->code != 0 && before->since[0] != '\0' ? before->since : today);
}

static void clear_traces(prg_trace *trace, size_t n) {
  for (size_t i = 0; i < n; i++)
    free(trace[i].path);
  free(trace);
}

void prg_job_record_clear(prg_job_record *record) {
  clear_traces(record->input, record->n_input);
  clear_traces(record->output, record->n_output);
  for (size_t i = 0; i < record->n_alarm; i++) {
    free(record->alarm[i].subject);
    free(record->alarm[i].text);
  }
  free(record->alarm);
  free(record->said);
  *record = (prg_job_record){0};
}

/* --- the text --- */

static const char first_line[] = "prognos-job 1";

/* One line, one field: what would end it is written as \n, \t. */
static void add_escaped(prg_buffer *out, const char *text) {
  for (; *text != '\0'; text++) {
    const char *special = strchr("\\\n\t", *text);
    if (special == NULL)
      prg_buffer_add_char(out, *text);
    else
      prg_buffer_printf(out, "\\%c", *text == '\n' ? 'n' : *text == '\t' ? 't' : '\\');
  }
}

static void write_traces(const char *word, const prg_trace *trace, size_t n, prg_buffer *out) {
  for (size_t i = 0; i < n; i++) {
    prg_buffer_printf(out, "%s ", word);
    if (trace[i].kind == PRG_TRACE_FILE)
      prg_buffer_printf(out, "%016" PRIx64 " ", trace[i].hash);
    else
      prg_buffer_add(out, trace[i].kind == PRG_TRACE_MISSING ? "missing " : "other ");
    add_escaped(out, trace[i].path);
    prg_buffer_add_char(out, '\n');
  }
}

void prg_job_record_write(const prg_job_record *record, prg_buffer *out) {
  prg_buffer_printf(out, "%s\nfingerprint %016" PRIx64 "\ncode %d\n", first_line,
                    record->fingerprint, record->code);
  if (record->since[0] != '\0')
    prg_buffer_printf(out, "since %s\n", record->since);
  write_traces("input", record->input, record->n_input, out);
  write_traces("output", record->output, record->n_output, out);
  for (size_t i = 0; i < record->n_alarm; i++) {
    prg_buffer_add(out, record->alarm[i].lasting ? "lasting " : "news ");
    add_escaped(out, record->alarm[i].subject);
    prg_buffer_add_char(out, '\t');
    add_escaped(out, record->alarm[i].text);
    prg_buffer_add_char(out, '\n');
  }
  if (record->said != NULL) {
    prg_buffer_add(out, "said ");
    add_escaped(out, record->said);
    prg_buffer_add_char(out, '\n');
  }
  prg_buffer_add(out, "end\n");
}

static void unescape(char *text) {
  char *to = text;
  for (; *text != '\0'; text++) {
    if (*text == '\\' && text[1] != '\0')
      *to++ = *++text == 'n' ? '\n' : *text == 't' ? '\t' : *text;
    else
      *to++ = *text;
  }
  *to = '\0';
}

static bool parse_hash(const char *text, uint64_t *hash) {
  char *end;
  *hash = strtoull(text, &end, 16);
  return strspn(text, "0123456789abcdef") == 16 && *end == '\0';
}

/* "hash path" */
static bool parse_trace(char *text, prg_trace *trace) {
  char *blank = strchr(text, ' ');
  if (blank == NULL)
    return false;
  *blank = '\0';
  trace->path = blank + 1;
  unescape(trace->path);
  trace->kind = PRG_TRACE_FILE;
  trace->hash = 0;
  if (strcmp(text, "missing") == 0)
    trace->kind = PRG_TRACE_MISSING;
  else if (strcmp(text, "other") == 0)
    trace->kind = PRG_TRACE_OTHER;
  else
    return parse_hash(text, &trace->hash);
  return true;
}

static bool parse_alarm(prg_job_record *record, char *text, bool lasting) {
  char *tab = strchr(text, '\t');
  if (tab == NULL)
    return false;
  *tab = '\0';
  unescape(text);
  unescape(tab + 1);
  prg_job_record_alarm(record, lasting, text, tab + 1);
  return true;
}

/* The rest of the line if it begins with the word. */
static char *after(char *line, const char *word) {
  size_t n = strlen(word);
  return strncmp(line, word, n) == 0 && line[n] == ' ' ? line + n + 1 : NULL;
}

static bool parse_line(prg_job_record *record, char *line) {
  prg_trace trace;
  char *rest;
  if ((rest = after(line, "fingerprint")) != NULL)
    return parse_hash(rest, &record->fingerprint);
  if ((rest = after(line, "code")) != NULL)
    return sscanf(rest, "%3d", &record->code) == 1;
  if ((rest = after(line, "since")) != NULL)
    return keep_since(record, rest);
  if ((rest = after(line, "said")) != NULL) {
    unescape(rest);
    prg_job_record_said(record, rest);
    return true;
  }
  if ((rest = after(line, "lasting")) != NULL)
    return parse_alarm(record, rest, true);
  if ((rest = after(line, "news")) != NULL)
    return parse_alarm(record, rest, false);
  if ((rest = after(line, "input")) != NULL && parse_trace(rest, &trace))
    prg_job_record_input(record, &trace);
  else if ((rest = after(line, "output")) != NULL && parse_trace(rest, &trace))
    prg_job_record_output(record, trace.path, trace.hash);
  else
    return false;
  return true;
}

bool prg_job_record_parse(prg_job_record *record, const char *bytes, size_t n) {
  *record = (prg_job_record){0};
  char *text = strndup(bytes, n), *rest = text;
  char *line = text == NULL ? NULL : strsep(&rest, "\n");
  bool fine = line != NULL && strcmp(line, first_line) == 0, ended = false;
  while (fine && !ended && (line = strsep(&rest, "\n")) != NULL) {
    ended = strcmp(line, "end") == 0;
    fine = ended || parse_line(record, line);
  }
  free(text);
  if (fine && ended && !record->failed)
    return true;
  prg_job_record_clear(record);
  return false;
}

/* --- does it still hold --- */

static bool is_as_it_was(const prg_trace *trace, size_t n) {
  prg_trace now;
  for (size_t i = 0; i < n; i++) {
    prg_trace_take(trace[i].path, &now);
    if (now.kind == PRG_TRACE_OTHER || now.kind != trace[i].kind || now.hash != trace[i].hash)
      return false;
  }
  return true;
}

/* What went wrong may go well next time, unless it is the input that is wrong. */
static bool is_final(const prg_job_record *record) {
  if (record->code == 0)
    return true;
  for (size_t i = 0; i < record->n_input; i++)
    if (record->input[i].kind != PRG_TRACE_FILE)
      return false;
  return record->code == prg_status_exit_code(PRG_EINPUT) ||
         record->code == prg_status_exit_code(PRG_EREFUSED);
}

bool prg_job_record_holds(const prg_job_record *record, uint64_t fingerprint) {
  return record->fingerprint == fingerprint && is_final(record) &&
         is_as_it_was(record->input, record->n_input) &&
         is_as_it_was(record->output, record->n_output);
}
