#include "evaluate/learn_sample.h"

#include <stdlib.h>

#include "learn_fixture.h"

enum { PANELS = 2, ANNUAL = 90, QUARTERLY = 60, MONTHLY = 25, SERIES = 400 };

/* Annual series, and of two seasons. */
static void make_panel(prg_panel *panel, size_t annual, size_t quarterly, size_t monthly) {
  const size_t n[] = {annual, quarterly, monthly};
  const int season[] = {1, 4, 12};
  fixture_panel(panel, n, 45, PRG_KIND_UNKNOWN, 3);
  for (size_t k = 0, i = 0; k < 3; k++)
    for (size_t end = i + n[k]; i < end; i++)
      panel->series[i].season = season[k];
}

static prg_learn_options options_of(size_t windows) {
  prg_learn_options options;
  prg_learn_options_init(&options);
  options.windows = windows;
  return options;
}

static prg_learn_sample *empty(size_t windows) {
  const char *const names[PANELS] = {"ett.csv", "två.csv"};
  const prg_learn_options options = options_of(windows);
  prg_learn_sample *sample;
  assert_int_equal(prg_learn_sample_make(&options, names, PANELS, &sample, NULL), PRG_OK);
  return sample;
}

static void add(prg_learn_sample *sample, const prg_series *series, size_t i) {
  assert_int_equal(prg_learn_sample_add(sample, i % 3 == 0 ? 1 : 0, series, NULL), PRG_OK);
}

static prg_learn_sample *sample_all(const prg_panel *panel, size_t windows) {
  prg_learn_sample *sample = empty(windows);
  for (size_t i = 0; i < panel->n; i++)
    add(sample, &panel->series[i], i);
  return sample;
}

static prg_buffer bytes_of(prg_learn_sample *sample) {
  prg_buffer bytes = {0};
  prg_learn_sample_write(sample, &bytes);
  return bytes;
}

/* That both are the same to the last byte; both are freed. */
static void assert_same(prg_learn_sample *a, prg_learn_sample *b) {
  prg_buffer x = bytes_of(a), y = bytes_of(b);
  assert_int_equal(x.length, y.length);
  assert_memory_equal(x.data, y.data, x.length);
  prg_buffer_free(&x);
  prg_buffer_free(&y);
  prg_learn_sample_free(a);
  prg_learn_sample_free(b);
}

static void test_order_does_not_matter(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, ANNUAL, QUARTERLY, MONTHLY);
  prg_learn_sample *backwards = empty(80);
  for (size_t i = panel.n; i-- > 0;)
    add(backwards, &panel.series[i], i);
  assert_same(sample_all(&panel, 80), backwards);
  prg_panel_clear(&panel);
}

/* n shares by number, joined in any order, one of them after it was written and read. */
static void check_shares(const prg_panel *panel, size_t windows, size_t n) {
  prg_learn_sample *joined = NULL;
  for (size_t k = n; k-- > 0;) {
    prg_learn_sample *share = empty(windows), *again;
    for (size_t i = k; i < panel->n; i += n)
      add(share, &panel->series[i], i);
    prg_buffer bytes = bytes_of(share);
    assert_int_equal(prg_learn_sample_read("f", bytes.data, bytes.length, &again, NULL), PRG_OK);
    prg_buffer_free(&bytes);
    prg_learn_sample_free(share);
    if (joined != NULL) {
      assert_true(prg_learn_sample_matches(joined, again));
      assert_int_equal(prg_learn_sample_join(joined, again, NULL), PRG_OK);
      prg_learn_sample_free(again);
    } else {
      joined = again;
    }
  }
  assert_same(joined, sample_all(panel, windows));
}

static void test_shares_are_the_whole(void **state) {
  (void)state;
  for (size_t annual = 0; annual <= ANNUAL; annual += ANNUAL) {
    prg_panel panel;
    make_panel(&panel, annual, QUARTERLY, MONTHLY);
    for (size_t n = 1; n <= 13; n += 4) {
      check_shares(&panel, 50, n);
      check_shares(&panel, 100000, n);
    }
    check_shares(&panel, 50, panel.n); /* a series each */
    prg_panel_clear(&panel);
  }
}

/* However many series there are, no more than twice the windows that are wanted are held. */
static void test_memory_is_bounded(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, SERIES, 0, 0);
  prg_learn_sample *sample = empty(50);
  size_t most = 0;
  for (size_t i = 0; i < panel.n; i++) {
    add(sample, &panel.series[i], i);
    most = sample->held > most ? sample->held : most;
  }
  assert_true(most >= 50 && most <= 2 * 50);
  assert_int_equal(prg_learn_sample_series(sample, 0) + prg_learn_sample_series(sample, 1), SERIES);
  assert_int_equal(sample->stratum[0].drawn + sample->stratum[1].drawn, 8 * SERIES);
  learn_sample_trim(sample);
  assert_int_equal(sample->held, 50);
  prg_learn_sample_free(sample);
  prg_panel_clear(&panel);
}

static void test_season(void **state) {
  (void)state;
  const struct {
    size_t annual, quarterly, monthly;
    int season;
  } row[] = {{0, 0, 0, 0}, {1, 9, 0, 1}, {0, 3, 4, 12}, {0, 5, 4, 4}, {0, 4, 4, 4}, {0, 0, 1, 12}};
  for (size_t r = 0; r < sizeof row / sizeof *row; r++) {
    prg_panel panel;
    make_panel(&panel, row[r].annual, row[r].quarterly, row[r].monthly);
    prg_learn_sample *sample = sample_all(&panel, 50);
    assert_int_equal(prg_learn_sample_season(sample), row[r].season);
    prg_learn_sample_free(sample);
    prg_panel_clear(&panel);
  }
}

static void test_what_was_made(void **state) {
  (void)state;
  prg_learn_sample *sample = empty(60), *other = empty(61);
  assert_int_equal(prg_learn_sample_panels(sample), PANELS);
  assert_string_equal(prg_learn_sample_panel(sample, 1), "två.csv");
  assert_int_equal(prg_learn_sample_options(sample)->windows, 60);
  assert_false(prg_learn_sample_matches(sample, other));
  other->options.windows = 60;
  assert_true(prg_learn_sample_matches(sample, other));
  other->panel[1][0] = 'T';
  assert_false(prg_learn_sample_matches(sample, other));
  prg_learn_sample_free(sample);
  prg_learn_sample_free(other);
  prg_learn_sample_free(NULL);
}

static void test_figures_too_large(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, 1, 1, 0);
  prg_learn_sample *sample = empty(60);
  for (size_t i = 0; i < 2; i++) {
    panel.series[i].value[7] = -2e100;
    assert_int_equal(prg_learn_sample_add(sample, 0, &panel.series[i], NULL), PRG_EINPUT);
  }
  prg_learn_sample_free(sample);
  prg_panel_clear(&panel);
}

/* --- bytes --- */

static void assert_broken(const char *bytes, size_t n) {
  prg_learn_sample *sample;
  prg_error error;
  assert_int_equal(prg_learn_sample_read("del", bytes, n, &sample, &error), PRG_EINPUT);
  assert_int_equal(error.message.text, PRG_TEXT_LEARN_SAMPLE_BROKEN);
  assert_string_equal(error.file, "del");
  assert_null(sample);
}

static void test_torn_or_longer(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, 5, 2, 0);
  prg_learn_sample *sample = sample_all(&panel, 50);
  prg_buffer bytes = bytes_of(sample);
  for (size_t n = 0; n < bytes.length; n++) {
    char *torn = malloc(n + 1); /* so that reading beyond shows */
    memcpy(torn, bytes.data, n);
    assert_broken(torn, n);
    free(torn);
  }
  prg_buffer_add_char(&bytes, '\0');
  assert_broken(bytes.data, bytes.length);
  prg_buffer_free(&bytes);
  prg_learn_sample_free(sample);
  prg_panel_clear(&panel);
}

enum { /* places of eight bytes in the sample below */
       HEAD = 17,
       NAMES = HEAD + 6 * 8,
       STRATA = NAMES + 8 + 8 + 7 + 8 + 8,
       STRATUM = STRATA + 8,
       CASE = STRATUM + 6 * 8,
       FIGURES = CASE + 5 * 8
};

/* One window of four figures and the one behind them, in panel 0. */
static prg_buffer one_window(void) {
  const double y[] = {10, 13, 12, 14, 11};
  const prg_period start = {PRG_YEAR, 2001};
  prg_series series;
  prg_learn_sample *sample = empty(50);
  assert_int_equal(prg_series_init_values(&series, "s", start, y, 5, NULL), PRG_OK);
  assert_int_equal(prg_learn_sample_add(sample, 0, &series, NULL), PRG_OK);
  learn_stratum *stratum = &sample->stratum[0];
  while (stratum->n > 1)
    free(stratum->item[--stratum->n].value);
  stratum->drawn = sample->held = 1;
  prg_buffer bytes = bytes_of(sample);
  assert_int_equal(bytes.length, FIGURES + 5 * 9);
  prg_series_clear(&series);
  prg_learn_sample_free(sample);
  return bytes;
}

static void put(prg_buffer *bytes, size_t at, uint64_t value) {
  for (int i = 0; i < 8; i++)
    bytes->data[at + (size_t)i] = (char)(value >> 8 * i & 255);
}

static uint64_t bits_of(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static void test_every_field_is_checked(void **state) {
  (void)state;
  const struct {
    size_t at;
    uint64_t value;
  } wrong[] = {
      {HEAD, PRG_LEARN_NODES_MIN - 1},
      {HEAD, PRG_LEARN_NODES_MAX + 1},
      {HEAD + 8, 0},
      {HEAD + 8, PRG_LEARN_HORIZON_MAX + 1},
      {HEAD + 16, 0},
      {HEAD + 16, PRG_LEARN_ORIGINS_MAX + 1},
      {HEAD + 24, PRG_LEARN_WINDOWS_MIN - 1},
      {HEAD + 24, PRG_LEARN_WINDOWS_MAX + 1},
      {HEAD + 40, 2},          /* likelihood_only */
      {NAMES, 0},              /* panels: none */
      {NAMES, UINT64_MAX},     /* more than there are bytes for */
      {NAMES + 8, UINT64_MAX}, /* a name longer than all */
      {STRATA, 0},             /* bytes are left */
      {STRATA, 2},             /* one that is not there */
      {STRATUM, 2},            /* a panel that is not there */
      {STRATUM + 8, 0},        /* season */
      {STRATUM + 8, 1001},
      {STRATUM + 16, 0}, /* series */
      {STRATUM + 24, 2}, /* more of them gave windows than there are */
      {STRATUM + 32, 0}, /* fewer windows than series that gave one */
      {STRATUM + 32, 2}, /* one more was to be kept */
      {STRATUM + 40, 0}, /* none here */
      {STRATUM + 40, 99},
      {CASE + 8, 0}, /* n */
      {CASE + 8, 3},
      {CASE + 8, 81},
      {CASE + 16, 0}, /* ahead */
      {CASE + 16, 7},
      {CASE + 24, 2},          /* aside */
      {CASE + 32, bits_of(0)}, /* scale */
      {CASE + 32, bits_of(-1)},
      {CASE + 32, bits_of(NAN)},
      {CASE + 32, bits_of(INFINITY)},
      {FIGURES, bits_of(NAN)},            /* the first */
      {FIGURES + 8, bits_of(NAN)},        /* too few left */
      {FIGURES + 24, bits_of(NAN)},       /* the last */
      {FIGURES + 32, bits_of(NAN)},       /* the target */
      {FIGURES + 16, bits_of(-INFINITY)}, /* too large */
      {FIGURES + 40, UINT64_MAX},         /* observations */
  };
  prg_buffer bytes = one_window();
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char *at = bytes.data + wrong[i].at, kept[8];
    const size_t left = bytes.length - wrong[i].at, n = left < 8 ? left : 8; /* observations: 5 */
    memcpy(kept, at, n);
    for (size_t b = 0; b < n; b++)
      at[b] = (char)(wrong[i].value >> 8 * b & 255);
    assert_broken(bytes.data, bytes.length);
    memcpy(at, kept, n);
  }
  bytes.data[0] = 'P';
  assert_broken(bytes.data, bytes.length);
  bytes.data[0] = 'p';
  bytes.data[NAMES + 16] = '\0'; /* in a name */
  assert_broken(bytes.data, bytes.length);
  bytes.data[NAMES + 16] = 'E';
  prg_learn_sample *sample;
  assert_int_equal(prg_learn_sample_read("f", bytes.data, bytes.length, &sample, NULL), PRG_OK);
  assert_int_equal(prg_learn_sample_options(sample)->windows, 50);
  assert_int_equal(prg_learn_sample_options(sample)->threads, 1);
  prg_learn_sample_free(sample);
  prg_buffer_free(&bytes);
}

/* Strata and windows out of order, or a stratum twice. */
static void test_order_is_checked(void **state) {
  (void)state;
  prg_panel panel;
  make_panel(&panel, 2, 0, 0);
  prg_learn_sample *sample = empty(50);
  assert_int_equal(prg_learn_sample_add(sample, 0, &panel.series[0], NULL), PRG_OK);
  assert_int_equal(prg_learn_sample_add(sample, 1, &panel.series[1], NULL), PRG_OK);
  prg_buffer bytes = bytes_of(sample);
  put(&bytes, STRATUM, 1); /* the panel of the second, too */
  assert_broken(bytes.data, bytes.length);
  put(&bytes, STRATUM, 0);
  put(&bytes, CASE, UINT64_MAX); /* priority: the first window has the smallest */
  assert_broken(bytes.data, bytes.length);
  prg_buffer_free(&bytes);
  prg_learn_sample_free(sample);
  prg_panel_clear(&panel);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order_does_not_matter), cmocka_unit_test(test_shares_are_the_whole),
      cmocka_unit_test(test_memory_is_bounded),     cmocka_unit_test(test_season),
      cmocka_unit_test(test_what_was_made),         cmocka_unit_test(test_figures_too_large),
      cmocka_unit_test(test_torn_or_longer),        cmocka_unit_test(test_every_field_is_checked),
      cmocka_unit_test(test_order_is_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
