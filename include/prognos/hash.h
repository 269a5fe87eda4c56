/* A fingerprint of bytes, to tell which input a result was made from. Not for secrets. */
#ifndef PROGNOS_HASH_H
#define PROGNOS_HASH_H

#include <stddef.h>
#include <stdint.h>

#include <prognos/linkage.h>

PRG_BEGIN_C

/* FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923). */
uint64_t prg_hash(const char *bytes, size_t n);

PRG_END_C

#endif
