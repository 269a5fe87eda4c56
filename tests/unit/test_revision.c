#include <prognos/reading.h>
#include <prognos/revision.h>

#include "test.h"

typedef struct fixture {
  prg_reading before, after;
  prg_revision_list list;
} fixture;

static void compare(fixture *f, const char *before, const char *after) {
  prg_error error;
  assert_int_equal(prg_read_bytes("b.csv", before, strlen(before), NULL, &f->before, &error),
                   PRG_OK);
  assert_int_equal(prg_read_bytes("a.csv", after, strlen(after), NULL, &f->after, &error), PRG_OK);
  assert_int_equal(prg_revision_find(&f->before.panel, &f->after.panel, &f->list, &error), PRG_OK);
}

static void clear(fixture *f) {
  prg_revision_list_clear(&f->list);
  prg_reading_clear(&f->before);
  prg_reading_clear(&f->after);
}

static void assert_item(const fixture *f, size_t i, prg_revision_kind kind, const char *series,
                        int year, double before, double after) {
  const prg_revision *item = &f->list.item[i];
  assert_int_equal(item->kind, kind);
  assert_string_equal(item->series, series);
  assert_int_equal(item->period.ordinal, year);
  assert_close(item->before, before, 0);
  assert_close(item->after, after, 0);
}

static void test_revisions_by_series_and_period(void **state) {
  (void)state;
  fixture f;
  compare(&f, "S;2017;2018;2019;2020;2021\nA;168;183;;214;240\nB;96;112;126;131;129\n",
          "S;2018;2019;2020;2021;2022\nC;11;12;13;14;15\nA;183;198;..;241;249\n");
  static const size_t count[PRG_REVISION_KINDS] = {2, 7, 6};
  assert_memory_equal(f.list.count, count, sizeof count);
  assert_int_equal(f.list.n, 15);
  assert_int_equal(f.list.same, 1);
  assert_item(&f, 0, PRG_REVISION_APPEARED, "C", 2018, NAN, 11);
  assert_item(&f, 5, PRG_REVISION_VANISHED, "A", 2017, 168, NAN);
  assert_item(&f, 6, PRG_REVISION_APPEARED, "A", 2019, NAN, 198);
  assert_item(&f, 7, PRG_REVISION_CHANGED, "A", 2020, 214, NAN);
  assert_int_equal(f.list.item[7].status_after, PRG_MISSING);
  assert_item(&f, 8, PRG_REVISION_CHANGED, "A", 2021, 240, 241);
  assert_item(&f, 9, PRG_REVISION_APPEARED, "A", 2022, NAN, 249);
  assert_item(&f, 10, PRG_REVISION_VANISHED, "B", 2017, 96, NAN);
  clear(&f);
}

static void test_status_alone(void **state) {
  (void)state;
  fixture f;
  compare(&f, "S;2020;2021\nA;214;240p\n", "S;2020;2021\nA;214;240\n");
  assert_int_equal(f.list.n, 1);
  assert_item(&f, 0, PRG_REVISION_CHANGED, "A", 2021, 240, 240);
  assert_int_equal(f.list.item[0].status_before, PRG_PRELIMINARY);
  assert_int_equal(f.list.item[0].status_after, PRG_OBSERVED);
  clear(&f);
}

/* What is counted by other periods is not the same figures. */
static void test_other_periods(void **state) {
  (void)state;
  fixture f;
  compare(&f, "S;2020;2021\nA;214;240\n", "S;2020/21;2021/22\nA;214;240\n");
  assert_int_equal(f.list.count[PRG_REVISION_VANISHED], 2);
  assert_int_equal(f.list.count[PRG_REVISION_APPEARED], 2);
  clear(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_revisions_by_series_and_period),
      cmocka_unit_test(test_status_alone),
      cmocka_unit_test(test_other_periods),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
