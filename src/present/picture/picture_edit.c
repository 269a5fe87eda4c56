#include "present/picture/picture_edit.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "present/canvas/gnuplot_text.h"

/* For viewers without the theme's font; Verdana has the widths of DejaVu Sans. */
static const char fallback_fonts[] = ", Verdana, sans-serif";

void prg_xml_escape(prg_buffer *out, const char *text) {
  for (; *text != '\0'; text++) {
    switch (*text) {
    case '&':
      prg_buffer_add(out, "&amp;");
      break;
    case '<':
      prg_buffer_add(out, "&lt;");
      break;
    case '>':
      prg_buffer_add(out, "&gt;");
      break;
    case '"':
      prg_buffer_add(out, "&quot;");
      break;
    default:
      prg_buffer_add_char(out, *text);
    }
  }
}

/* A name that two pictures on one web page do not share (FNV-1a, 32 bits). */
static uint32_t fingerprint(const char *text) {
  uint32_t hash = 2166136261u;
  for (; *text != '\0'; text++)
    hash = (hash ^ (unsigned char)*text) * 16777619u;
  return hash;
}

/* Appends <tag id="…">text</tag>. */
static void add_element(prg_buffer *out, const char *tag, uint32_t id, const char *text) {
  prg_buffer clean;
  prg_buffer_init(&clean);
  prg_add_one_line(&clean, text);
  prg_buffer_printf(out, "<%s id=\"%s-%08x\">", tag, tag, (unsigned)id);
  prg_xml_escape(out, prg_buffer_string(&clean));
  prg_buffer_printf(out, "</%s>", tag);
  out->failed = out->failed || clean.failed;
  prg_buffer_free(&clean);
}

/* Appends `from` up to the first <tag>…</tag>, then the new element in its place; returns what
 * comes after it. Nothing is replaced if it is not there. */
static const char *replace_element(prg_buffer *out, const char *from, const char *tag, uint32_t id,
                                   const char *text) {
  char open[16], shut[16];
  snprintf(open, sizeof open, "<%s>", tag);
  snprintf(shut, sizeof shut, "</%s>", tag);
  const char *begin = strstr(from, open);
  const char *end = begin == NULL ? NULL : strstr(begin, shut);
  if (end == NULL)
    return from;
  prg_buffer_add_n(out, from, (size_t)(begin - from));
  add_element(out, tag, id, text);
  return end + strlen(shut);
}

/* The length of an element <title> that gnuplot gave a curve, if one begins here: it would show as
 * "gnuplot_plot_1" under the pointer and be read aloud. */
static size_t curve_title(const char *from) {
  static const char begin[] = "<title>gnuplot_plot_", end[] = "</title>";
  if (strncmp(from, begin, strlen(begin)) != 0)
    return 0;
  const char *shut = strstr(from, end);
  return shut == NULL ? 0 : (size_t)(shut - from) + strlen(end);
}

/* Appends the rest: every font with others to fall back on, and no titles of curves. */
static void add_body(prg_buffer *out, const char *from) {
  static const char family[] = "font-family=\"";
  bool in_family = false;
  while (*from != '\0') {
    size_t skipped = curve_title(from);
    if (skipped == 0) {
      if (strncmp(from, family, strlen(family)) == 0) {
        prg_buffer_add(out, family);
        from += strlen(family);
        in_family = true;
      }
      if (in_family && *from == '"') {
        prg_buffer_add(out, fallback_fonts);
        in_family = false;
      }
      if (*from != '\0')
        prg_buffer_add_char(out, *from++);
    }
    from += skipped;
  }
}

void prg_svg_describe(const prg_buffer *svg, prg_language language, const char *title,
                      const char *description, prg_buffer *out) {
  const char *from = prg_buffer_string(svg);
  const char *root = strstr(from, "<svg");
  bool named = title != NULL && *title != '\0';
  bool described = description != NULL && *description != '\0';
  uint32_t id = fingerprint(named ? title : "") ^ (fingerprint(described ? description : "") >> 1);
  if (root != NULL) {
    root += strlen("<svg");
    prg_buffer_add_n(out, from, (size_t)(root - from));
    const char *code = language == PRG_SWEDISH ? "sv" : "en";
    prg_buffer_printf(out, " role=\"img\" lang=\"%s\" xml:lang=\"%s\"", code, code);
    if (named && described)
      prg_buffer_printf(out, " aria-labelledby=\"title-%08x desc-%08x\"", (unsigned)id,
                        (unsigned)id);
    from = root;
  }
  if (named)
    from = replace_element(out, from, "title", id, title);
  if (described)
    from = replace_element(out, from, "desc", id, description);
  add_body(out, from);
}

void prg_pdf_forget_date(prg_buffer *pdf) {
  static const char key[] = "Date (D:";
  static const char epoch[] = "19700101000000";
  char *at = pdf->data, *end = pdf->data + pdf->length;
  while (at != NULL && (at = memmem(at, (size_t)(end - at), key, strlen(key))) != NULL) {
    at += strlen(key);
    if ((size_t)(end - at) < strlen(epoch))
      return;
    memcpy(at, epoch, strlen(epoch));
    at += strlen(epoch);
    if (at < end && (*at == '+' || *at == '-')) { /* +01'00: the zone too */
      *at++ = '+';
      for (; at < end && (*at == '\'' || (*at >= '0' && *at <= '9')); at++)
        *at = *at == '\'' ? '\'' : '0';
    }
  }
}

/* The check of a PNG's chunk (CRC-32, ISO 3309), of few bytes. */
static uint32_t chunk_check(const unsigned char *bytes, size_t n) {
  uint32_t check = 0xFFFFFFFFu;
  for (size_t i = 0; i < n; i++) {
    check ^= bytes[i];
    for (int bit = 0; bit < 8; bit++)
      check = (check >> 1) ^ ((check & 1) != 0 ? 0xEDB88320u : 0);
  }
  return ~check;
}

static void put_number(unsigned char *at, uint32_t number) {
  for (int i = 0; i < 4; i++)
    at[i] = (unsigned char)(number >> (24 - 8 * i));
}

void prg_png_set_density(prg_buffer *png, int dots_per_inch) {
  enum { HEAD = 8 + 25, CHUNK = 4 + 4 + 9 + 4 }; /* the signature and IHDR; pHYs */
  static const char signature[] = "\x89PNG\r\n\x1A\n";
  if (png->length < HEAD || memcmp(png->data, signature, strlen(signature)) != 0)
    return;
  unsigned char chunk[CHUNK] = "\0\0\0\x09pHYs";
  uint32_t per_metre = (uint32_t)(dots_per_inch / 0.0254 + 0.5);
  put_number(chunk + 8, per_metre);
  put_number(chunk + 12, per_metre);
  chunk[16] = 1; /* the metre */
  put_number(chunk + 17, chunk_check(chunk + 4, 13));
  prg_buffer whole = {0};
  prg_buffer_add_n(&whole, png->data, HEAD);
  prg_buffer_add_n(&whole, (const char *)chunk, CHUNK);
  prg_buffer_add_n(&whole, png->data + HEAD, png->length - HEAD);
  whole.failed = whole.failed || png->failed;
  prg_buffer_free(png);
  *png = whole;
}
