/* Where the data of a command goes: standard output, or a file that is there whole or not at all.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/verb.h"

/* NULL: standard output. `chart` and `report` write into a directory themselves. */
static const char *path_of(const command *run) {
  if (run->verb == NULL || run->verb == &verb_chart || run->verb == &verb_report)
    return NULL;
  return command_output(run);
}

static prg_status cannot_print(prg_error *error) {
  return prg_fail_at(error, "stdout", 0, 0, PRG_TEXT_CANNOT_WRITE,
                     PRG_ARGS(prg_system_reason(errno)));
}

static prg_status put(command *run, const char *data, size_t n, prg_error *error) {
  const char *path = path_of(run);
  prg_status status = PRG_OK;
  if (path == NULL && fwrite(data, 1, n, stdout) != n)
    status = cannot_print(error);
  if (path != NULL && run->file == NULL)
    status = prg_atomic_open(&run->file, path, error);
  if (path != NULL && status == PRG_OK)
    status = prg_atomic_add(run->file, data, n, error);
  return status;
}

prg_status command_flush(command *run, prg_error *error) {
  if (run->out.failed)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  prg_status status = put(run, prg_buffer_string(&run->out), run->out.length, error);
  prg_buffer_clear(&run->out);
  return status;
}

prg_status command_put(command *run, const char *bytes, size_t n, prg_error *error) {
  prg_status status = run->out.length > 0 || run->out.failed ? command_flush(run, error) : PRG_OK;
  return status == PRG_OK ? put(run, bytes, n, error) : status;
}

prg_status command_finish(command *run, prg_error *error) {
  if (run->keeps_output)
    return PRG_OK;
  prg_status status = command_flush(run, error);
  if (status == PRG_OK && run->file == NULL && fclose(stdout) != 0)
    status = cannot_print(error);
  if (status != PRG_OK || run->file == NULL)
    return status;
  prg_atomic_file *file = run->file;
  run->file = NULL;
  return prg_atomic_commit(file, error);
}

void command_abandon(command *run) {
  prg_atomic_discard(run->file);
  run->file = NULL;
}
