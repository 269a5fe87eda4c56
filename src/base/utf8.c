#include <prognos/utf8.h>

#include <string.h>

size_t prg_utf8_decode(const char *bytes, size_t n, uint32_t *character) {
  const unsigned char *b = (const unsigned char *)bytes;
  if (b[0] < 0x80) {
    *character = b[0];
    return 1;
  }
  size_t length = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
  if (b[0] < 0xC2 || b[0] > 0xF4 || length > n)
    return 0;
  uint32_t c = b[0] & (0x7Fu >> length);
  for (size_t i = 1; i < length; i++) {
    if ((b[i] & 0xC0) != 0x80)
      return 0;
    c = c << 6 | (b[i] & 0x3Fu);
  }
  static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < smallest[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
    return 0;
  *character = c;
  return length;
}

bool prg_utf8_valid(const char *bytes, size_t n) {
  for (size_t i = 0; i < n;) {
    uint32_t character;
    size_t length = prg_utf8_decode(bytes + i, n - i, &character);
    if (length == 0)
      return false;
    i += length;
  }
  return true;
}

static size_t character_width(uint32_t c) {
  if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF)
    return 0;
  bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
              (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
              (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
              (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

size_t prg_utf8_width(const char *string) {
  size_t n = strlen(string), width = 0;
  for (size_t i = 0; i < n;) {
    uint32_t character = '?';
    size_t length = prg_utf8_decode(string + i, n - i, &character);
    i += length == 0 ? 1 : length;
    width += character_width(character);
  }
  return width;
}

size_t prg_utf8_prefix(const char *string, size_t length, size_t max_bytes) {
  if (length <= max_bytes)
    return length;
  size_t end = max_bytes;
  while (end > 0 && ((unsigned char)string[end] & 0xC0) == 0x80)
    end--;
  return end;
}

void prg_utf8_add_capital(prg_buffer *out, const char *string) {
  unsigned char first = (unsigned char)string[0], second = first ? (unsigned char)string[1] : 0;
  bool latin = first == 0xC3 && second >= 0xA0 && second != 0xB7 && second != 0xBF; /* ÷, ÿ */
  bool ascii = first >= 'a' && first <= 'z';
  if (latin)
    prg_buffer_add_char(out, string[0]);
  if (latin || ascii)
    prg_buffer_add_char(out, (char)((latin ? second : first) - 0x20));
  prg_buffer_add(out, string + latin + (latin || ascii));
}
