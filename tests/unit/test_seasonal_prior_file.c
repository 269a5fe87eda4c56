#include <prognos/seasonal_prior_file.h>

#include "test.h"

static prg_status read_text(const char *text, prg_seasonal_node_list *list, prg_error *error) {
  prg_error_clear(error);
  return prg_seasonal_prior_file_read("p.csv", text, strlen(text), list, error);
}

#define HEADING "transform,alpha,beta,phi,gamma,tau,kappa,s0,log_weight,growth\n"

static void test_reads_what_it_wrote(void **state) {
  (void)state;
  prg_seasonal_node node[] = {{.5, .75, .0525, .95, .12, 3, .8, .035, -1.23457, -.04},
                              {0, .35, 0, 0, 0, 0, 0, .0141, -.34413, .09},
                              {1, .5, 0, 1, 0, 30, 30, .004, -6.0098, 0}};
  prg_seasonal_node_list list = {node, 3}, back;
  prg_buffer out;
  prg_buffer_init(&out);
  prg_seasonal_prior_file_write(&list, "Panel: vecka, 37 serier.\n", &out);
  const char *text = prg_buffer_string(&out);
  assert_non_null(strstr(text, "# Panel: vecka, 37 serier.\n" HEADING));
  assert_true(prg_seasonal_prior_file_is(text, strlen(text)));
  prg_error error;
  assert_int_equal(read_text(text, &back, &error), PRG_OK);
  assert_int_equal(back.n, 3);
  assert_memory_equal(back.node, node, sizeof node);
  prg_seasonal_node_list_clear(&back);
  assert_null(back.node);
  prg_buffer_free(&out);
}

/* Of the first line that is no comment only the heading counts. */
static void test_tells_itself_by_its_heading(void **state) {
  (void)state;
  static const struct {
    const char *text;
    bool is;
  } file[] = {{"# tau\n\ntransform,alpha,beta\ntau\n", false},
              {"# a\r\n\r\nalpha,tau\r\n", true},
              {"alpha,tau", true},
              {"#tau", false},
              {"", false}};
  for (size_t i = 0; i < sizeof file / sizeof file[0]; i++)
    assert_int_equal(prg_seasonal_prior_file_is(file[i].text, strlen(file[i].text)), file[i].is);
}

static void assert_refused(const char *text, prg_text why, size_t line, size_t column) {
  prg_seasonal_node_list list;
  prg_error error;
  assert_int_equal(read_text(text, &list, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, why);
  assert_string_equal(error.file, "p.csv");
  assert_int_equal(error.line, line);
  assert_int_equal(error.column, column);
  prg_seasonal_node_list_clear(&list);
}

static void test_errors_have_a_place(void **state) {
  (void)state;
  assert_refused("transform,alpha,beta,phi,tau,kappa,s0,log_weight,growth\n",
                 PRG_TEXT_PRIOR_COLUMN_MISSING, 1, 1);
  assert_refused("# a\n" HEADING, PRG_TEXT_PRIOR_EMPTY, 0, 0);
  assert_refused(HEADING "0,1,0,1,.1,.3,.3,.025,-2,0\n0,1,0,1,-.1,.3,.3,.025,-2,0\n",
                 PRG_TEXT_PRIOR_CELL_WRONG, 3, 5);
  assert_refused(HEADING "0,1,0,1,.1,3x,.3,.025,-2,0\n", PRG_TEXT_PRIOR_CELL_WRONG, 2, 6);
  assert_refused(HEADING "0.25,1,0,1,.1,3,.3,.1,-2,0\n", PRG_TEXT_PRIOR_TRANSFORM_WRONG, 2, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reads_what_it_wrote),
      cmocka_unit_test(test_tells_itself_by_its_heading),
      cmocka_unit_test(test_errors_have_a_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
