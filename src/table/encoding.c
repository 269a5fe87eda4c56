#include <prognos/encoding.h>

#include <stdint.h>
#include <string.h>

#include <prognos/utf8.h>

#include "table/encoding_tables.h"
#include "table/fold.h"

static const char *const encoding_name[PRG_ENCODING_COUNT] = {
    [PRG_ENCODING_UNKNOWN] = "", [PRG_UTF_8] = "UTF-8",       [PRG_UTF_8_BOM] = "UTF-8 (BOM)",
    [PRG_UTF_16LE] = "UTF-16LE", [PRG_UTF_16BE] = "UTF-16BE", [PRG_WINDOWS_1252] = "Windows-1252",
    [PRG_CP850] = "CP850",       [PRG_CP437] = "CP437",       [PRG_ISO_8859_15] = "ISO-8859-15",
};

static const struct {
  const char *name;
  prg_encoding encoding;
} aliases[] = {
    {"utf-8", PRG_UTF_8},
    {"utf8", PRG_UTF_8},
    {"utf-16le", PRG_UTF_16LE},
    {"utf16le", PRG_UTF_16LE},
    {"utf-16", PRG_UTF_16LE},
    {"utf-16be", PRG_UTF_16BE},
    {"utf16be", PRG_UTF_16BE},
    {"windows-1252", PRG_WINDOWS_1252},
    {"cp1252", PRG_WINDOWS_1252},
    {"ansi", PRG_WINDOWS_1252},
    {"latin1", PRG_WINDOWS_1252},
    {"latin-1", PRG_WINDOWS_1252},
    {"iso-8859-1", PRG_WINDOWS_1252},
    {"cp850", PRG_CP850},
    {"ibm850", PRG_CP850},
    {"dos", PRG_CP850},
    {"cp437", PRG_CP437},
    {"ibm437", PRG_CP437},
    {"437", PRG_CP437},
    {"850", PRG_CP850},
    {"iso-8859-15", PRG_ISO_8859_15},
    {"latin9", PRG_ISO_8859_15},
    {"latin-9", PRG_ISO_8859_15},
    {"us-ascii", PRG_WINDOWS_1252},
};

const char *prg_encoding_name(prg_encoding encoding) {
  return encoding_name[encoding];
}

bool prg_encoding_from_name(const char *name, prg_encoding *encoding) {
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
    if (fold_equal(name, strlen(name), aliases[i].name)) {
      *encoding = aliases[i].encoding;
      return true;
    }
  }
  return false;
}

/* Bytes from the start of bytes[0..n) that are below 0x80, eight at a time. */
static size_t ascii_length(const char *bytes, size_t n) {
  size_t i = 0;
  for (uint64_t eight; i + sizeof eight <= n; i += sizeof eight) {
    memcpy(&eight, bytes + i, sizeof eight);
    if ((eight & UINT64_C(0x8080808080808080)) != 0)
      break;
  }
  for (uint64_t eight; i + sizeof eight <= n; i += sizeof eight) {
    memcpy(&eight, bytes + i, sizeof eight);
    if ((eight & UINT64_C(0x8080808080808080)) != 0)
      break;
  }
  while (i < n && (unsigned char)bytes[i] < 0x80)
    i++;
  return i;
}

/* How many characters beyond ASCII are well-formed UTF-8, and how many bytes are not. */
typedef struct utf8_count {
  size_t good, bad;
  size_t first_bad; /* offset */
} utf8_count;

static utf8_count count_utf8(const char *bytes, size_t n) {
  utf8_count count = {0, 0, n};
  for (size_t i = ascii_length(bytes, n); i < n; i += ascii_length(bytes + i, n - i)) {
    uint32_t character;
    size_t length = prg_utf8_decode(bytes + i, n - i, &character);
    if (length > 0) {
      count.good++;
      i += length;
      continue;
    }
    if (count.bad++ == 0)
      count.first_bad = i;
    i++;
  }
  return count;
}

static bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * CP850 or Windows-1252, by counting the bytes that are å ä ö Å Ä Ö é in each. CP850's ö is the
 * quotation mark ” of Windows-1252: one that opens a word speaks for the latter.
 */
static prg_encoding find_eight_bit(const char *bytes, size_t n) {
  long dos = 0, windows = 0;
  for (size_t i = ascii_length(bytes, n); i < n; i++) {
    unsigned char c = (unsigned char)bytes[i];
    unsigned char before = i > 0 ? (unsigned char)bytes[i - 1] : ' ';
    unsigned char after = i + 1 < n ? (unsigned char)bytes[i + 1] : ' ';
    if (c < 0x80)
      continue;
    bool opens = !is_letter(before) && before < 0x80 && is_letter(after);
    if (c == 0x94 || c == 0x84)
      dos += opens ? -1 : is_letter(before) || is_letter(after);
    else if (memchr("\x86\x8F\x8E\x99\x82", c, 5) != NULL)
      dos += is_letter(before) || is_letter(after);
    else if (memchr("\xE5\xE4\xF6\xC5\xC4\xD6\xE9", c, 7) != NULL)
      windows++;
  }
  return dos > windows ? PRG_CP850 : PRG_WINDOWS_1252;
}

#define SAMPLE_BYTES 4096

/* UTF-16 without a byte order mark: every other byte of mostly Latin text is zero. */
static bool find_sixteen_bit(const char *bytes, size_t n, prg_encoding *encoding) {
  size_t zeros[2] = {0}, sample = n < SAMPLE_BYTES ? n : SAMPLE_BYTES;
  for (size_t i = 0; i < sample; i++)
    zeros[i % 2] += bytes[i] == '\0';
  *encoding = zeros[1] > 0 ? PRG_UTF_16LE : PRG_UTF_16BE;
  return n % 2 == 0 && (zeros[0] == 0 || zeros[1] == 0) && 4 * (zeros[0] + zeros[1]) > sample;
}

prg_encoding prg_encoding_find(const char *bytes, size_t n) {
  if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
    return PRG_UTF_8_BOM;
  if (n >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
    return PRG_UTF_16LE;
  if (n >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
    return PRG_UTF_16BE;
  prg_encoding wide;
  if (find_sixteen_bit(bytes, n, &wide))
    return wide;
  utf8_count count = count_utf8(bytes, n);
  return count.bad == 0 || count.good > count.bad ? PRG_UTF_8 : find_eight_bit(bytes, n);
}

/* The line, from 1, on which the byte at `offset` stands. */
static size_t line_of(const char *bytes, size_t offset) {
  size_t line = 1;
  for (size_t i = 0; i < offset; i++)
    line += bytes[i] == '\n';
  return line;
}

static prg_status fail_byte(const prg_decoded *out, const char *bytes, size_t offset,
                            prg_error *error) {
  static const char hex[] = "0123456789ABCDEF";
  unsigned char c = (unsigned char)bytes[offset];
  char shown[5] = {'0', 'x', hex[c >> 4], hex[c & 15], '\0'};
  return prg_fail_at(error, NULL, line_of(bytes, offset), 0, PRG_TEXT_ENCODING_BROKEN,
                     PRG_ARGS(prg_string(shown), prg_string(prg_encoding_name(out->encoding))));
}

static void add_character(prg_buffer *store, uint32_t c) {
  char utf8[4];
  size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const unsigned char lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (size_t i = n; i-- > 1; c >>= 6)
    utf8[i] = (char)(0x80 | (c & 0x3F));
  utf8[0] = (char)(lead[n] | c);
  prg_buffer_add_n(store, utf8, n);
}

/* The character of a byte from 0x80 on; 0 if there is none. */
static uint32_t eight_bit_character(prg_encoding encoding, unsigned char c) {
  if (encoding == PRG_CP850)
    return cp850_high[c - 0x80];
  if (encoding == PRG_CP437)
    return cp437_high[c - 0x80];
  if (c < 0xA0)
    return windows_1252_high[c - 0x80];
  for (size_t i = 0; encoding == PRG_ISO_8859_15 && i < ISO_8859_15_OWN; i++)
    if (iso_8859_15_own[i].byte == c)
      return iso_8859_15_own[i].character;
  return c;
}

static prg_status decode_eight_bit(const char *bytes, size_t n, prg_decoded *out,
                                   prg_error *error) {
  for (size_t i = 0; i < n;) {
    size_t plain = ascii_length(bytes + i, n - i);
    prg_buffer_add_n(&out->store, bytes + i, plain);
    i += plain;
    if (i == n)
      break;
    unsigned char c = (unsigned char)bytes[i];
    uint32_t character = eight_bit_character(out->encoding, c);
    if (character == 0)
      return fail_byte(out, bytes, i, error);
    add_character(&out->store, character);
    i++;
  }
  return PRG_OK;
}

static uint32_t unit_16(const char *bytes, size_t i, bool little) {
  uint32_t first = (unsigned char)bytes[i], second = (unsigned char)bytes[i + 1];
  return little ? second << 8 | first : first << 8 | second;
}

/* UTF-16 with surrogate pairs (RFC 2781). A unit without its other half is an error. */
static prg_status decode_utf16(const char *bytes, size_t n, prg_decoded *out, prg_error *error) {
  bool little = out->encoding == PRG_UTF_16LE;
  size_t line = 1, i = 0;
  for (; i + 1 < n; i += 2) {
    uint32_t c = unit_16(bytes, i, little);
    if (i == 0 && c == 0xFEFF)
      continue;
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < n) {
      uint32_t low = unit_16(bytes, i + 2, little);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if ((c >= 0xD800 && c < 0xE000) || c == 0)
      break;
    line += c == '\n';
    add_character(&out->store, c);
  }
  if (i == n)
    return PRG_OK;
  return prg_fail_at(error, NULL, line, 0, PRG_TEXT_ENCODING_UTF16_BROKEN,
                     PRG_ARGS(prg_string(prg_encoding_name(out->encoding))));
}

static prg_status decode_utf8(const char *bytes, size_t n, prg_decoded *out, prg_error *error) {
  utf8_count count = count_utf8(bytes, n);
  if (count.bad > 0)
    return fail_byte(out, bytes, count.first_bad, error);
  size_t mark = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  out->text = bytes + mark;
  out->n = n - mark;
  return PRG_OK;
}

prg_status prg_decode(const char *bytes, size_t n, prg_encoding encoding, prg_decoded *out,
                      prg_error *error) {
  *out = (prg_decoded){.encoding = encoding};
  if (encoding == PRG_ENCODING_UNKNOWN)
    out->encoding = prg_encoding_find(bytes, n);
  bool wide = out->encoding == PRG_UTF_16LE || out->encoding == PRG_UTF_16BE;
  if (!wide && n > 0 && memchr(bytes, '\0', n) != NULL)
    return prg_fail(error, PRG_TEXT_FILE_BINARY, NULL);
  if (out->encoding == PRG_UTF_8 || out->encoding == PRG_UTF_8_BOM)
    return decode_utf8(bytes, n, out, error);
  prg_status status =
      wide ? decode_utf16(bytes, n, out, error) : decode_eight_bit(bytes, n, out, error);
  if (status == PRG_OK && out->store.failed)
    status = prg_fail(error, PRG_TEXT_NO_MEMORY, NULL);
  if (status != PRG_OK)
    prg_decoded_clear(out);
  out->text = prg_buffer_string(&out->store);
  out->n = out->store.length;
  return status;
}

void prg_decoded_clear(prg_decoded *decoded) {
  if (decoded == NULL)
    return;
  prg_buffer_free(&decoded->store);
  decoded->text = "";
  decoded->n = 0;
}
