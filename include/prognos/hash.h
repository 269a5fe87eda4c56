/* A fingerprint of bytes, to tell which input a result was made from. Not for secrets. */
#ifndef PROGNOS_HASH_H
#define PROGNOS_HASH_H

#include <stddef.h>
#include <stdint.h>

/* FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923). */
uint64_t prg_hash(const char *bytes, size_t n);

/* The same piece by piece: begin with PRG_HASH_START, go on with what was returned. */
#define PRG_HASH_START 0xcbf29ce484222325u
uint64_t prg_hash_more(uint64_t hash, const char *bytes, size_t n);

#endif
