/*
 * Which series have begun, and where: 16 bytes for each (32 while the table grows), so that a file
 * of millions of series can be read in bounded memory. They are told apart by a 64-bit fingerprint
 * of the name: among a million names two share one with a probability of 3 in 100 million, and that
 * would be told as a series that comes back, never merged.
 */
#ifndef SERIES_SEEN_H
#define SERIES_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct seen_series {
  struct seen_slot {
    uint64_t fingerprint, line; /* line 0: free */
  } * slot;                     /* shape (n_slots), a power of two; owned */
  size_t n, n_slots;
} seen_series;

/*
 * Adds the name of that fingerprint (prg_hash), which begins on that line (>= 1). *before is the
 * line on which it began earlier, 0 if it is new. False if memory is exhausted. seen_clear it after
 * use.
 */
bool seen_add(seen_series *seen, uint64_t fingerprint, size_t line, size_t *before);
/* Begins to fetch what seen_add will look at: a large table is in no cache, and the processor can
 * wait for many places at once. */
void seen_prefetch(const seen_series *seen, uint64_t fingerprint);
void seen_clear(seen_series *seen);

#endif
