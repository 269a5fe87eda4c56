#include "evaluate/learn_chunks.h"

#include "model/pooled/weights_em.h"
#include "test.h"

typedef struct squares {
  double value[100];
  size_t fails; /* and all behind it */
} squares;

static prg_status square(void *context, size_t worker, size_t i, prg_error *error) {
  squares *of = context;
  assert_true(worker < LEARN_THREADS_MAX);
  if (i >= of->fails)
    return prg_fail(error, PRG_TEXT_LEARN_NO_SERIES, PRG_ARGS(prg_integer((long long)i)));
  of->value[i] = (double)(i * i);
  return PRG_OK;
}

static void test_every_chunk_is_done_once(void **state) {
  (void)state;
  for (size_t threads = 1; threads < 40; threads += 7)
    for (size_t n = 0; n <= 100; n += 25) {
      squares of = {.fails = SIZE_MAX};
      assert_int_equal(learn_chunks_run(threads, n, square, &of, NULL), PRG_OK);
      for (size_t i = 0; i < 100; i++)
        assert_close(of.value[i], i < n ? (double)(i * i) : 0, 0);
    }
}

static void test_first_error(void **state) {
  (void)state;
  for (size_t threads = 1; threads <= 8; threads++) {
    squares of = {.fails = 41};
    prg_error error;
    assert_int_equal(learn_chunks_run(threads, 100, square, &of, &error), PRG_EREFUSED);
    assert_close(error.message.argument[0].number, 41, 0);
    assert_close(of.value[40], 1600, 0);
    assert_int_equal(learn_chunks_run(threads, 100, square, &of, NULL), PRG_EREFUSED);
  }
}

static void test_cuts(void **state) {
  (void)state;
  for (size_t n = 0; n < 50; n++) {
    assert_int_equal(learn_chunk_begin(n, 0), 0);
    assert_int_equal(learn_chunk_begin(n, LEARN_CHUNKS), n);
    for (size_t i = 0; i < LEARN_CHUNKS; i++)
      assert_true(learn_chunk_begin(n, i) <= learn_chunk_begin(n, i + 1));
  }
}

/* The same weights as in one piece, and the same to the last bit whatever the threads. */
static void test_em(void **state) {
  (void)state;
  enum { CASES = 37, NODES = 5, STEPS = 20 };
  float likelihood[CASES * NODES];
  double count[NODES] = {.1, .1, .2, .1, .1}, room[NODES], part[LEARN_CHUNKS * NODES];
  for (size_t i = 0; i < CASES * NODES; i++)
    likelihood[i] = (float)(i * 7 % 11 + (i % NODES == 2 ? 9 : 1)) / 20;
  double whole[NODES] = {.2, .2, .2, .2, .2}, first[NODES];
  weights_em(likelihood, CASES, NODES, count, STEPS, whole, room);
  assert_true(whole[2] > .3);
  for (size_t threads = 1; threads < 20; threads += 6) {
    double weight[NODES] = {.2, .2, .2, .2, .2};
    learn_chunks_em(threads, likelihood, CASES, NODES, count, STEPS, weight, part);
    for (size_t k = 0; k < NODES; k++)
      assert_close(weight[k], whole[k], 1e-13);
    if (threads == 1)
      memcpy(first, weight, sizeof first);
    assert_memory_equal(first, weight, sizeof first);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_chunk_is_done_once),
      cmocka_unit_test(test_first_error),
      cmocka_unit_test(test_cuts),
      cmocka_unit_test(test_em),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
