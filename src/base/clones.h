/*
 * PRG_CLONES before a function compiles it once per x86-64 level; the loader picks. Every operation
 * of such a loop is one of IEEE 754 (the build allows no contraction and no reordering), so that
 * all clones give the same bytes. -DPRG_BASELINE leaves them out, to prove it.
 */
#ifndef BASE_CLONES_H
#define BASE_CLONES_H

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) &&       \
    !defined(__SANITIZE_ADDRESS__) && !defined(PRG_BASELINE)
#define PRG_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define PRG_CLONES
#endif

#endif
