/* Files that may be ledgers: an error, or forecasts that can be scored. */
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <prognos/ledger_score.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void score(const char *path) {
  const prg_ledger_score_options options = {.by = PRG_LEDGER_BY_SERIES};
  prg_ledger *ledger;
  prg_ledger_score result;
  prg_error error;
  if (prg_ledger_open(&ledger, path, PRG_LEDGER_READ, &error) != PRG_OK)
    return;
  if (prg_ledger_score_read(ledger, &options, &result, &error) == PRG_OK)
    for (size_t i = 0; i < result.n_group; i++)
      if (result.group[i].name == NULL)
        __builtin_trap();
  prg_ledger_score_clear(&result);
  prg_ledger_close(ledger);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char path[64], beside[80];
  snprintf(path, sizeof path, "/tmp/prognos-fuzz-%d.ledger", (int)getpid());
  FILE *file = fopen(path, "wb");
  if (file == NULL)
    return 0;
  fwrite(data, 1, size, file);
  fclose(file);
  score(path);
  unlink(path);
  snprintf(beside, sizeof beside, "%s-wal", path);
  unlink(beside);
  snprintf(beside, sizeof beside, "%s-shm", path);
  unlink(beside);
  return 0;
}
