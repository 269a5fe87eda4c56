#include <prognos/prior_file.h>

#include "test.h"

static prg_status read_text(const char *text, prg_node_list *list, prg_error *error) {
  prg_error_clear(error);
  return prg_prior_file_read("p.csv", text, strlen(text), list, error);
}

#define HEADING "transform,alpha,beta,phi,kappa,s0,log_weight,growth\n"

static void test_reads_what_it_wrote(void **state) {
  (void)state;
  prg_annual_node node[] = {{.5, .75, -.0375, .95, .3, .035, -.04, -1.23457, 0, 0, 0},
                            {0, 1.25, 0, 0, 0, .0041, .06, -.34413, 0, 0, 0},
                            {1, .3, 0, 1, 30, .004, 0, -6.0098, 0, 0, 0}};
  prg_node_list list = {node, 3, false}, back;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_prior_file_write(&list, "Panel: \"skolor\", 37 serier.\nSeed 1.\n", &out);
  assert_non_null(strstr(prg_buffer_string(&out), "# Panel: 'skolor', 37 serier.\n# Seed 1.\n"));
  prg_error error;
  assert_int_equal(read_text(prg_buffer_string(&out), &back, &error), PRG_OK);
  assert_int_equal(back.n, 3);
  assert_false(back.by_kind);
  assert_memory_equal(back.node, node, sizeof node);
  prg_node_list_clear(&back);
  assert_null(back.node);
  prg_buffer_free(&out);
}

static void test_weights_by_kind(void **state) {
  (void)state;
  prg_annual_node node[] = {{.5, .75, -.0375, .95, .3, .035, -.04, -1.23, -3.75, -9.01, -.25},
                            {0, 1.25, 0, 0, 0, .0041, .06, -.344, -.023, -1.44, -2.36}};
  prg_node_list list = {node, 2, true}, back;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_prior_file_write(&list, "", &out);
  prg_error error;
  assert_int_equal(read_text(prg_buffer_string(&out), &back, &error), PRG_OK);
  assert_true(back.by_kind);
  assert_memory_equal(back.node, node, sizeof node);
  prg_node_list_clear(&back);
  prg_buffer_free(&out);
}

static void test_columns_in_any_order(void **state) {
  (void)state;
  prg_node_list list;
  prg_error error;
  assert_int_equal(read_text("# a, b\n\nnote,s0,kappa,growth,log_weight,phi,beta,alpha,transform\n"
                             "x,.025,1.5,.03,-2.7,.8,.12,.4,0.5\r\n# end\n",
                             &list, &error),
                   PRG_OK);
  assert_int_equal(list.n, 1);
  assert_close(list.node[0].transform, .5, 0);
  assert_close(list.node[0].alpha, .4, 0);
  assert_close(list.node[0].beta, .12, 0);
  assert_close(list.node[0].phi, .8, 0);
  assert_close(list.node[0].kappa, 1.5, 0);
  assert_close(list.node[0].s0, .025, 0);
  assert_close(list.node[0].log_weight, -2.7, 0);
  assert_close(list.node[0].growth, .03, 0);
  prg_node_list_clear(&list);
}

static void assert_refused(const char *text, prg_text why, size_t line, size_t column) {
  prg_node_list list;
  prg_error error;
  assert_int_equal(read_text(text, &list, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, why);
  assert_string_equal(error.file, "p.csv");
  assert_int_equal(error.line, line);
  assert_int_equal(error.column, column);
  prg_node_list_clear(&list);
}

static void test_errors_have_a_place(void **state) {
  (void)state;
  assert_refused("# a\ntransform,alpha,beta,phi,kappa,s0,log_weight\n",
                 PRG_TEXT_PRIOR_COLUMN_MISSING, 2, 1);
  assert_refused("transform,alpha,beta,phi,kappa,s0,log_weight,growth,people,economy\n",
                 PRG_TEXT_PRIOR_COLUMN_MISSING, 1, 1);
  assert_refused(HEADING, PRG_TEXT_PRIOR_EMPTY, 0, 0);
  assert_refused("# a, b\n# c\n", PRG_TEXT_PRIOR_EMPTY, 0, 0);
  assert_refused(HEADING "0,1,0,1,.3,.025,-2,0\n0,1,0,1,.3,.O25,-2,0\n", PRG_TEXT_PRIOR_CELL_WRONG,
                 3, 6);
  assert_refused(HEADING "0,1,0,1,.3,.025\n", PRG_TEXT_PRIOR_CELL_WRONG, 2, 8);
  assert_refused(HEADING "0,2.5,0,1,.3,.025,-2,0\n", PRG_TEXT_PRIOR_CELL_WRONG, 2, 2);
  assert_refused(HEADING "0,1,0,1,.3,0,-2,0\n", PRG_TEXT_PRIOR_CELL_WRONG, 2, 6);
  assert_refused(HEADING "0.25,1,0,1,.3,.1,-2,0\n", PRG_TEXT_PRIOR_TRANSFORM_WRONG, 2, 1);
  assert_refused(HEADING "0,1.5,3,1,.3,.1,-2,0\n", PRG_TEXT_PRIOR_NOT_STABLE, 2, 2);
}

static void test_too_many(void **state) {
  (void)state;
  prg_buffer text;
  prg_buffer_init(&text);
  prg_buffer_add(&text, HEADING);
  for (int i = 0; i <= PRG_PRIOR_NODES_MAX; i++)
    prg_buffer_add(&text, "0,1,0,1,.3,.1,-2,0\n");
  assert_refused(prg_buffer_string(&text), PRG_TEXT_PRIOR_TOO_MANY, PRG_PRIOR_NODES_MAX + 2, 1);
  prg_buffer_free(&text);
}

/* Against the response itself: it stays bounded, or it does not. */
static void test_stability(void **state) {
  (void)state;
  for (int i = 0; i < 2000; i++) {
    double alpha = .013 + 1.97 * ((i * 37) % 101) / 101, phi = ((i * 17) % 11) / 10.0;
    double beta = -1.61 + 4.7 * ((i * 53) % 97) / 97;
    prg_annual_node node = {.alpha = alpha, .beta = beta, .phi = phi};
    double l = 1, b = .37, size = 0;
    for (int t = 0; t < 4000; t++) {
      double x = l + phi * b;
      l = x - alpha * x;
      b = phi * b - beta * x;
      size = fmin(fabs(l) + fabs(b), 1e200);
      if (size == 1e200)
        break;
    }
    assert_true(prg_annual_node_is_stable(&node) == (size < 1000));
  }
  prg_annual_node straight = {.alpha = .3, .phi = 1};
  assert_true(prg_annual_node_is_stable(&straight));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reads_what_it_wrote),
      cmocka_unit_test(test_weights_by_kind),
      cmocka_unit_test(test_columns_in_any_order),
      cmocka_unit_test(test_errors_have_a_place),
      cmocka_unit_test(test_too_many),
      cmocka_unit_test(test_stability),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
