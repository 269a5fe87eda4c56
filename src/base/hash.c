#include <prognos/hash.h>

uint64_t prg_hash(const char *bytes, size_t n) {
  return prg_hash_more(PRG_HASH_START, bytes, n);
}

uint64_t prg_hash_more(uint64_t hash, const char *bytes, size_t n) {
  for (size_t i = 0; i < n; i++)
    hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
  return hash;
}
