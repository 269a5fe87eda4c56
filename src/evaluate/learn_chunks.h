/* Work cut into chunks that several threads do. How it is cut, and in which order what the chunks
 * give is summed, must not depend on how many threads there are: then the result does not. */
#ifndef EVALUATE_LEARN_CHUNKS_H
#define EVALUATE_LEARN_CHUNKS_H

#include <stddef.h>

#include <prognos/error.h>

#define LEARN_CHUNKS 16 /* into which a sum is cut */
#define LEARN_THREADS_MAX LEARN_CHUNKS

/* Does chunk i; worker < threads is the caller's to tell apart workspaces by. */
typedef prg_status learn_chunk(void *context, size_t worker, size_t i, prg_error *error);

/* Does chunks 0 … n − 1, threads >= 1 at a time. The error is that of the first chunk that fails;
 * later ones may be left undone then. */
prg_status learn_chunks_run(size_t threads, size_t n, learn_chunk *work, void *context,
                            prg_error *error);

/* The first item of chunk i of the LEARN_CHUNKS that n items are cut into, i <= LEARN_CHUNKS. */
size_t learn_chunk_begin(size_t n, size_t i);
/* Adds part i > 0 … of shape (LEARN_CHUNKS, n) to the first, in order. */
void learn_chunks_add(double *part, size_t n);

/*
 * Weights by weights_em, but for the order of its sums, by several threads. part: shape
 * (LEARN_CHUNKS, n_nodes).
 */
void learn_chunks_em(size_t threads, const float *likelihood, size_t n_cases, size_t n_nodes,
                     const double *count, int iterations, double *weight, double *part);

#endif
