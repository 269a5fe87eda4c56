#include <prognos/drawing.h>

bool prg_drawing_failed(const prg_drawing *drawing) {
  return drawing->script.failed || drawing->title.failed || drawing->description.failed;
}

void prg_drawing_clear(prg_drawing *drawing) {
  prg_buffer_free(&drawing->script);
  prg_buffer_free(&drawing->title);
  prg_buffer_free(&drawing->description);
  *drawing = (prg_drawing){0};
}
