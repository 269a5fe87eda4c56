#include <prognos/hash.h>

#include <string.h>

uint64_t prg_hash(const char *bytes, size_t n) {
  return prg_hash_more(PRG_HASH_START, bytes, n);
}

uint64_t prg_hash_more(uint64_t hash, const char *bytes, size_t n) {
  for (size_t i = 0; i < n; i++)
    hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
  return hash;
}

/* An odd multiplier is a bijection of 64-bit words, and so is x ^ x >> 32: no word hides another.
 */
static uint64_t mix(uint64_t sum, uint64_t word) {
  sum = (sum ^ word) * 0x9e3779b97f4a7c15u;
  return sum ^ (sum >> 32);
}

static uint64_t word_at(const char *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

void prg_checksum_add(prg_checksum *checksum, const char *bytes, size_t n) {
  size_t filled = checksum->n % sizeof checksum->rest, i = 0;
  checksum->n += n;
  if (filled > 0) {
    for (; i < n && filled < sizeof checksum->rest; i++)
      checksum->rest[filled++] = bytes[i];
    if (filled < sizeof checksum->rest)
      return;
    checksum->sum = mix(checksum->sum, word_at(checksum->rest));
  }
  uint64_t sum = checksum->sum;
  for (; i + sizeof checksum->rest <= n; i += sizeof checksum->rest)
    sum = mix(sum, word_at(bytes + i));
  checksum->sum = sum;
  memcpy(checksum->rest, bytes + i, n - i);
}

uint64_t prg_checksum_value(const prg_checksum *checksum) {
  char last[sizeof checksum->rest] = {0};
  memcpy(last, checksum->rest, checksum->n % sizeof last);
  return mix(mix(checksum->sum, word_at(last)), checksum->n);
}
