#include "cli/sharding.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <prognos/hash.h>
#include <prognos/source.h>
#include <prognos/version.h>

#include "cli/asking.h"

#define FINGERPRINT_BYTES ((size_t)256 << 10) /* read at a time */

static prg_status read_index(const char *path, prg_panel_index *index, prg_error *error) {
  prg_buffer bytes = {0};
  prg_status status = prg_source_read(path, &bytes, error);
  if (status == PRG_OK)
    status = prg_panel_index_read(asking_name(path), prg_buffer_string(&bytes), bytes.length, index,
                                  error);
  prg_buffer_free(&bytes);
  return status;
}

/* Every n-th block, and the first, in which the form of the file is found. */
static prg_status choose_blocks(sharding *share, prg_error *error) {
  size_t most = share->index.n / share->n + 2;
  share->block = calloc(most, sizeof *share->block);
  share->piece = calloc(most, sizeof *share->piece);
  if (share->block == NULL || share->piece == NULL)
    return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  for (size_t i = 0; i < share->index.n; i++) {
    if (i > 0 && i % share->n != share->shard - 1)
      continue;
    share->block[share->n_block] = i;
    share->piece[share->n_block++] = share->index.block[i];
  }
  return PRG_OK;
}

static prg_status check_options(const command *run, prg_error *error) {
  bool shard = option_is_given(&run->options, "shard");
  bool index = option_is_given(&run->options, "index");
  bool partitioned = option_is_given(&run->options, "partitioned");
  if (index && !shard)
    return prg_fail(error, PRG_TEXT_INDEX_WITHOUT_SHARD, NULL);
  if (partitioned && !shard)
    return prg_fail(error, PRG_TEXT_PARTITIONED_WITHOUT_SHARD, NULL);
  if (partitioned && index)
    return prg_fail(error, PRG_TEXT_PARTITIONED_WITH_INDEX, NULL);
  return PRG_OK;
}

prg_status sharding_begin(const command *run, sharding *share, prg_error *error) {
  *share = (sharding){0};
  const char *text = option_string(&run->options, "shard");
  const char *index = option_string(&run->options, "index");
  prg_status status = check_options(run, error);
  if (status != PRG_OK || text == NULL)
    return status;
  if (!prg_shard_parse(text, &share->shard, &share->n))
    return prg_fail(error, PRG_TEXT_SHARD_INVALID, PRG_ARGS(prg_string(text)));
  if (command_output(run) == NULL)
    return prg_fail(error, PRG_TEXT_SHARD_NEEDS_OUTPUT, NULL);
  share->on = true;
  share->partitioned = option_is_given(&run->options, "partitioned");
  bool whole = asking_is_shaped(run) || option_is_given(&run->options, "series");
  if (whole && (share->partitioned || index != NULL))
    return prg_fail(error, PRG_TEXT_INDEX_OF_SHAPED, NULL);
  if (index == NULL)
    return PRG_OK;
  share->indexed = true;
  status = read_index(index, &share->index, error);
  return status == PRG_OK ? choose_blocks(share, error) : status;
}

void sharding_clear(sharding *share) {
  prg_panel_index_clear(&share->index);
  free(share->block);
  free(share->piece);
  free(share->key);
  prg_part_writer_clear(&share->writer);
  *share = (sharding){0};
}

void sharding_set_stream(const sharding *share, prg_stream_options *options) {
  options->piece = share->indexed ? share->piece : NULL;
  options->n_piece = share->indexed ? share->n_block : 0;
  options->fingerprint = share->on && !share->indexed;
}

/* Keys of a share rise, and series with the same key follow each other in one share. */
static bool is_mine(sharding *share, const prg_series *series, uint64_t block, uint64_t *key) {
  *key = share->indexed ? block : share->partitioned ? share->shard - 1 : share->met;
  share->met++;
  if (share->indexed)
    return block % share->n == share->shard - 1;
  return share->partitioned || prg_shard_of(series->name, share->n) == share->shard;
}

prg_status sharding_keep(sharding *share, const prg_series_stream *stream, prg_panel *panel,
                         prg_error *error) {
  size_t kept = 0, n = panel->n;
  uint64_t block = share->indexed ? share->block[prg_series_stream_piece(stream)] : 0;
  if (n > share->n_key) {
    uint64_t *larger = realloc(share->key, n * sizeof *larger);
    if (larger == NULL)
      return prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
    share->key = larger;
    share->n_key = n;
  }
  for (size_t i = 0; i < n; i++) {
    prg_series *series = &panel->series[i];
    if (is_mine(share, series, block, &share->key[kept]))
      panel->series[kept++] = *series;
    else
      prg_series_clear(series);
  }
  panel->n = kept;
  return PRG_OK;
}

void sharding_note(sharding *share, uint64_t key, const char *text, size_t n) {
  if (n > 0)
    prg_part_writer_add(&share->writer, key, text, n);
}

/* That of prg_series_stream_fingerprint, once all was read; 0 if it cannot be read. */
static uint64_t fingerprint_of(const char *path) {
  int descriptor;
  prg_source *source = NULL;
  prg_buffer bytes = {0};
  prg_checksum sum = {0};
  bool at_end = strcmp(path, "-") == 0; /* it can be read once only */
  prg_error error;
  if (at_end || prg_source_open(path, &descriptor, &error) != PRG_OK)
    return 0;
  prg_status status = prg_source_new(&source, descriptor, path, &error);
  while (status == PRG_OK && !at_end) {
    prg_buffer_clear(&bytes);
    status = prg_source_read_some(source, FINGERPRINT_BYTES, &bytes, &at_end, &error);
    prg_checksum_add(&sum, prg_buffer_string(&bytes), bytes.length);
  }
  prg_source_free(source);
  prg_source_close(descriptor);
  prg_buffer_free(&bytes);
  return status == PRG_OK ? prg_checksum_value(&sum) : 0;
}

/* "@0123456789abcdef" if it is a file: what is in it decides, whatever it is called. */
static void add_content(const char *path, prg_buffer *out) {
  struct stat about;
  if (stat(path, &about) == 0 && S_ISREG(about.st_mode))
    prg_buffer_printf(out, "@%016" PRIx64, fingerprint_of(path));
}

static bool matters(const option_row *row) {
  static const char *const other[] = {"shard", "index", "output", "threads", "quiet", "resume"};
  for (size_t k = 0; k < sizeof other / sizeof other[0]; k++)
    if (strcmp(row->name, other[k]) == 0)
      return false;
  return true;
}

/* The options that the result depends on, as they were typed, and the files after the first. */
static void add_options(const command *run, prg_buffer *out) {
  const option_set *given = &run->options;
  for (size_t i = 0; i < given->n_given; i++) {
    const char *value = given->given[i].value;
    if (!matters(given->given[i].row))
      continue;
    prg_buffer_printf(out, "%s--%s", out->length > 0 ? " " : "", given->given[i].row->name);
    if (value != NULL) {
      prg_buffer_printf(out, " %s", value);
      add_content(value, out);
    }
  }
  for (size_t i = 1; i < given->n_file; i++) {
    prg_buffer_add(out, out->length > 0 ? " " : "");
    add_content(given->file[i], out);
  }
}

/* What makes the part what it is; its strings are in the two buffers. Shares of a file that was
 * partitioned have read one of their own each. */
static prg_part_about about_part(const sharding *share, const command *run, uint64_t input,
                                 prg_buffer *options, prg_buffer *fingerprint) {
  add_options(run, options);
  prg_buffer_printf(fingerprint, "%s %016" PRIx64, share->indexed ? "index" : "file", input);
  const char *made_of = prg_buffer_string(fingerprint);
  return (prg_part_about){.version = PRG_VERSION,
                          .verb = run->verb->name,
                          .options = prg_buffer_string(options),
                          .input = share->partitioned ? "partitioned" : made_of,
                          .own = share->partitioned ? made_of : "",
                          .shard = share->shard,
                          .n = share->n,
                          .series = share->delivered,
                          .refused = share->refused};
}

bool sharding_is_done(const sharding *share, command *run, const char *path) {
  if (!option_is_given(&run->options, "resume") || !(share->indexed || share->partitioned))
    return false;
  prg_buffer options = {0}, input = {0};
  uint64_t fingerprint =
      share->indexed ? prg_panel_index_checksum(&share->index) : fingerprint_of(path);
  prg_part_about about = about_part(share, run, fingerprint, &options, &input);
  run->keeps_output = prg_part_is_done(command_output(run), &about);
  prg_buffer_free(&options);
  prg_buffer_free(&input);
  return run->keeps_output;
}

/* Of files in this order; of one alone its own. */
static uint64_t join_fingerprints(uint64_t before, uint64_t next) {
  return before * 0x9e3779b97f4a7c15u + next;
}

void sharding_next(sharding *share, const prg_series_stream *stream) {
  share->read = join_fingerprints(share->read, prg_series_stream_fingerprint(stream));
}

prg_status sharding_end(sharding *share, command *run, const prg_series_stream *stream,
                        prg_error *error) {
  prg_buffer options = {0}, input = {0};
  uint64_t fingerprint = share->read;
  if (share->indexed)
    fingerprint = prg_panel_index_checksum(&share->index);
  else if (stream != NULL)
    fingerprint = join_fingerprints(share->read, prg_series_stream_fingerprint(stream));
  prg_part_about about = about_part(share, run, fingerprint, &options, &input);
  prg_part_writer_end(&share->writer, &about, &run->out);
  bool failed = options.failed || input.failed || run->out.failed;
  prg_buffer_free(&options);
  prg_buffer_free(&input);
  return failed ? prg_fail(error, PRG_TEXT_NO_MEMORY, NULL) : PRG_OK;
}
