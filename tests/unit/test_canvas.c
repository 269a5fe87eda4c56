#include "test.h"

#include "present/canvas/canvas.h"

typedef struct drawn {
  prg_chart_options options;
  prg_canvas canvas;
} drawn;

static void set_up(drawn *d) {
  prg_chart_options_init(&d->options);
  prg_canvas_init(&d->canvas, &d->options);
}

static void assert_line(const drawn *d, size_t i, const char *expected) {
  const prg_canvas_text *label = &d->canvas.label[i];
  assert_true(i < d->canvas.n_label);
  assert_int_equal(label->length, strlen(expected));
  assert_memory_equal(prg_buffer_string(&d->canvas.text) + label->start, expected, label->length);
}

static void test_headline_keeps_the_dot_of_a_name(void **state) {
  (void)state;
  drawn d;
  set_up(&d);
  prg_canvas_add_heading(&d.canvas,
                         "Grundskolan i de norra delarna av kommunen · "
                         "Grundskolan i de södra delarna: 249 elever 2022, omkring 308 år 2027",
                         "Elever");
  assert_int_equal(d.canvas.n_label, 3);
  assert_line(&d, 0, "Grundskolan i de norra delarna av kommunen · Grundskolan");
  prg_canvas_clear(&d.canvas);
  prg_canvas_init(&d.canvas, &d.options);
  prg_canvas_add_heading(&d.canvas,
                         "Grundskolan i de norra delarna av hela kommunen · "
                         "Grundskolverksamhetsutvecklingsplaneringen: 249 elever",
                         "Elever");
  assert_line(&d, 0, "Grundskolan i de norra delarna av hela kommunen ·");
  assert_line(&d, 1, "Grundskolverksamhetsutvecklingsplaneringen: 249 elever");
  prg_canvas_clear(&d.canvas);
}

static void test_footer_drops_its_separators_alone(void **state) {
  (void)state;
  drawn d;
  set_up(&d);
  prg_buffer footer = {0};
  prg_buffer_add(&footer, "Källa: ");
  prg_add_footer_text(&footer, "Kommunens sammanställning · "
                               "Kommunalförbundetsgrundskolverksamhetsutvecklingsplanering");
  prg_buffer_add(&footer,
                 " · Prognosverksamhetsutvecklingsplaneringsunderlag, med utfall till 2022");
  double y = prg_canvas_add_footer(&d.canvas, prg_buffer_string(&footer));
  assert_int_equal(d.canvas.n_label, 2);
  assert_line(&d, 0,
              "Källa: Kommunens sammanställning\u00A0· "
              "Kommunalförbundetsgrundskolverksamhetsutvecklingsplanering");
  assert_line(&d, 1, "Prognosverksamhetsutvecklingsplaneringsunderlag, med utfall till 2022");
  assert_close(d.canvas.label[0].y, y, 1e-9);
  prg_canvas_clear(&d.canvas);
  prg_canvas_init(&d.canvas, &d.options);
  prg_buffer_clear(&footer);
  prg_add_footer_text(&footer, "Förskoleverksamhetsutvecklingsplaneringsenheten · "
                               "Kommunalförbundetsgrundskolverksamhetsutvecklingsplaneringsenhet, "
                               "inskrivna");
  prg_canvas_add_footer(&d.canvas, prg_buffer_string(&footer));
  assert_line(&d, 0, "Förskoleverksamhetsutvecklingsplaneringsenheten\u00A0·");
  prg_buffer_free(&footer);
  prg_canvas_clear(&d.canvas);
}

/* Rather one part on a line than the same number of lines that break a part. */
static void test_footer_breaks_between_its_parts(void **state) {
  (void)state;
  drawn d;
  set_up(&d);
  prg_canvas_add_footer(&d.canvas,
                        "Prognos gjord 2023-03-15, data till och med 2022 för alla · Varje rad har "
                        "sin egen skala, från 0 utom där det står två streck i bilden");
  assert_int_equal(d.canvas.n_label, 2);
  assert_line(&d, 0, "Prognos gjord 2023-03-15, data till och med 2022 för alla");
  assert_line(&d, 1, "Varje rad har sin egen skala, från 0 utom där det står två streck i bilden");
  prg_canvas_clear(&d.canvas);
}

static void test_footer_of_others_is_on_one_line(void **state) {
  (void)state;
  prg_buffer footer = {0};
  prg_add_footer_text(&footer, "A · B\n · ·");
  assert_string_equal(prg_buffer_string(&footer), "A\u00A0· B \u00A0· ·");
  prg_buffer_free(&footer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_headline_keeps_the_dot_of_a_name),
      cmocka_unit_test(test_footer_drops_its_separators_alone),
      cmocka_unit_test(test_footer_breaks_between_its_parts),
      cmocka_unit_test(test_footer_of_others_is_on_one_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
