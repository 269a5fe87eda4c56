#include "test.h"

#include "present/canvas/colour.h"

/* Ratios that WebAIM's and the W3C's own checkers give. */
static void test_contrasts_that_are_known(void **state) {
  (void)state;
  assert_close(prg_colour_contrast(0x000000, 0xFFFFFF), 21, 1e-12);
  assert_close(prg_colour_contrast(0x767676, 0xFFFFFF), 4.54, 0.005);
  assert_close(prg_colour_contrast(0xFFFFFF, 0x777777), 4.48, 0.005);
  assert_close(prg_colour_contrast(0x949494, 0xFFFFFF), 3.03, 0.005);
  assert_close(prg_colour_contrast(0xFF0000, 0xFFFFFF), 4.00, 0.005);
  assert_close(prg_colour_contrast(0x0000FF, 0xFFFFFF), 8.59, 0.005);
  assert_close(prg_colour_contrast(0x8F3607, 0x8F3607), 1, 0);
}

/* Of the supplementary data of Sharma, Wu and Dalal (2005), table 1: pairs that a plausible formula
 * gets wrong: hue means across 0, arctangents of grey, the rotation in blue. */
static void test_ciede2000_of_published_pairs(void **state) {
  (void)state;
  static const struct {
    prg_lab one, other;
    double difference;
  } pair[] = {
      {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
      {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
      {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
      {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
      {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
      {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
      {{50, 0, 0}, {50, -1, 2}, 2.3669},
      {{50, -1, 2}, {50, 0, 0}, 2.3669},
      {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
      {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
      {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
      {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
      {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
      {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
  };
  for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
    assert_close(prg_colour_difference(&pair[i].one, &pair[i].other), pair[i].difference, 5e-5);
    assert_close(prg_colour_difference(&pair[i].other, &pair[i].one), pair[i].difference, 5e-5);
  }
}

/* L*a*b* of sRGB's corners (D65), as published by B. Lindbloom. */
static void test_seen_by_most(void **state) {
  (void)state;
  static const struct {
    prg_colour colour;
    prg_lab lab;
  } row[] = {{0xFFFFFF, {100, 0, 0}},
             {0x000000, {0, 0, 0}},
             {0xFF0000, {53.24, 80.09, 67.20}},
             {0x00FF00, {87.73, -86.18, 83.18}},
             {0x0000FF, {32.30, 79.19, -107.86}},
             {0x777777, {50.03, 0, 0}}};
  for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
    prg_lab seen = prg_colour_seen(row[i].colour, PRG_VISION_NORMAL);
    assert_close(seen.lightness, row[i].lab.lightness, 0.01);
    assert_close(seen.a, row[i].lab.a, 0.02);
    assert_close(seen.b, row[i].lab.b, 0.02);
  }
}

static double difference(prg_colour a, prg_colour b, prg_vision vision) {
  prg_lab one = prg_colour_seen(a, vision), other = prg_colour_seen(b, vision);
  return prg_colour_difference(&one, &other);
}

/* A red and a green that trade places in brightness: far apart for most, near for a deuteranope;
 * grey is grey to everybody. */
static void test_seen_without_a_cone(void **state) {
  (void)state;
  assert_true(difference(0xC0504D, 0x77933C, PRG_VISION_NORMAL) > 45);
  assert_true(difference(0xC0504D, 0x77933C, PRG_VISION_DEUTERANOPIA) < 15);
  assert_true(difference(0x3366CC, 0x00796B, PRG_VISION_NORMAL) >
              2 * difference(0x3366CC, 0x00796B, PRG_VISION_TRITANOPIA));
  for (int vision = PRG_VISION_NORMAL; vision <= PRG_VISION_TRITANOPIA; vision++) {
    prg_lab grey = prg_colour_seen(0x808080, (prg_vision)vision);
    assert_close(grey.lightness, 53.585, 0.01);
    assert_close(grey.a, 0, 0.02);
    assert_close(grey.b, 0, 0.02);
  }
}

static void test_laid_over(void **state) {
  (void)state;
  assert_int_equal(prg_colour_over(0x12436D, 0, 0xF7F7F7), 0xF7F7F7);
  assert_int_equal(prg_colour_over(0x12436D, 1, 0xF7F7F7), 0x12436D);
  assert_int_equal(prg_colour_over(0x102030, 0.25, 0xF0E0D0), 0xB8B0A8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_contrasts_that_are_known),
      cmocka_unit_test(test_ciede2000_of_published_pairs),
      cmocka_unit_test(test_seen_by_most),
      cmocka_unit_test(test_seen_without_a_cone),
      cmocka_unit_test(test_laid_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
