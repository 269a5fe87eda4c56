#include <prognos/buffer.h>

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void prg_buffer_init(prg_buffer *buffer) {
  *buffer = (prg_buffer){0};
}

void prg_buffer_free(prg_buffer *buffer) {
  if (buffer == NULL)
    return;
  free(buffer->data);
  prg_buffer_init(buffer);
}

void prg_buffer_clear(prg_buffer *buffer) {
  buffer->length = 0;
  buffer->failed = false;
  if (buffer->data != NULL)
    buffer->data[0] = '\0';
}

/* Room for n more bytes and the zero behind them. */
static bool reserve(prg_buffer *buffer, size_t n) {
  if (buffer->failed)
    return false;
  if (n < buffer->capacity - buffer->length)
    return true;
  size_t capacity = buffer->capacity < 64 ? 64 : buffer->capacity;
  while (capacity - buffer->length <= n && capacity <= SIZE_MAX / 2)
    capacity *= 2;
  char *data = capacity - buffer->length > n ? realloc(buffer->data, capacity) : NULL;
  if (data == NULL) {
    buffer->failed = true;
    return false;
  }
  buffer->data = data;
  buffer->capacity = capacity;
  return true;
}

void prg_buffer_add_n(prg_buffer *buffer, const char *bytes, size_t n) {
  if (n == 0 || !reserve(buffer, n))
    return;
  memcpy(buffer->data + buffer->length, bytes, n);
  buffer->length += n;
  buffer->data[buffer->length] = '\0';
}

char *prg_buffer_room(prg_buffer *buffer, size_t n) {
  if (!reserve(buffer, n))
    return NULL;
  char *room = buffer->data + buffer->length;
  buffer->length += n;
  buffer->data[buffer->length] = '\0';
  return room;
}

void prg_buffer_add(prg_buffer *buffer, const char *string) {
  prg_buffer_add_n(buffer, string, strlen(string));
}

void prg_buffer_add_char(prg_buffer *buffer, char character) {
  prg_buffer_add_n(buffer, &character, 1);
}

void prg_buffer_fill(prg_buffer *buffer, char character, size_t n) {
  if (n == 0 || !reserve(buffer, n))
    return;
  memset(buffer->data + buffer->length, character, n);
  buffer->length += n;
  buffer->data[buffer->length] = '\0';
}

void prg_buffer_printf(prg_buffer *buffer, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length >= 0 && reserve(buffer, (size_t)length)) {
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    buffer->length += (size_t)length;
  }
  va_end(again);
}

const char *prg_buffer_string(const prg_buffer *buffer) {
  return buffer->data == NULL ? "" : buffer->data;
}
