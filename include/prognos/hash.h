/* A fingerprint of bytes, to tell which input a result was made from. Not for secrets. */
#ifndef PROGNOS_HASH_H
#define PROGNOS_HASH_H

#include <stddef.h>
#include <stdint.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923). */
uint64_t prg_hash(const char *bytes, size_t n);
/* The same piece by piece: begin with PRG_HASH_START, go on with what was returned. */
#define PRG_HASH_START 0xcbf29ce484222325u
uint64_t prg_hash_more(uint64_t hash, const char *bytes, size_t n);

/*
 * A fingerprint of many megabytes that come piece by piece, eight bytes at a time: a change of any
 * one word shows, and so do words that change places. Zeroed before the first piece; how the bytes
 * are cut into pieces does not matter. Depends on the processor's byte order.
 */
typedef struct prg_checksum {
  uint64_t sum, n; /* n: bytes so far */
  char rest[8];    /* the last n % 8 of them */
} prg_checksum;

void prg_checksum_add(prg_checksum *checksum, const char *bytes, size_t n);
uint64_t prg_checksum_value(const prg_checksum *checksum);

PRG_END_C

#endif
