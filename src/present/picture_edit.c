#include "present/picture_edit.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "present/gnuplot_text.h"

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

/* Appends the rest, every font with others to fall back on. */
static void add_body(prg_buffer *out, const char *from) {
  static const char family[] = "font-family=\"";
  while (*from != '\0') {
    const char *font = strstr(from, family);
    const char *end = font == NULL ? NULL : strchr(font + strlen(family), '"');
    if (end == NULL)
      break;
    prg_buffer_add_n(out, from, (size_t)(end - from));
    prg_buffer_add(out, fallback_fonts);
    from = end;
  }
  prg_buffer_add(out, from);
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
