/*
 * Follow-up of goals as people and programs read it. Everything about it that leaves the program
 * is written here.
 */
#ifndef PROGNOS_TARGET_TABLE_H
#define PROGNOS_TARGET_TABLE_H

#include <prognos/target.h>

PRG_BEGIN_C

typedef enum prg_target_format {
  PRG_TARGET_TABLE,    /* plain text: a table of verdicts, then the sentences */
  PRG_TARGET_MARKDOWN, /* Indikator | Mål | Uppföljning delår | Bedömning helår */
  PRG_TARGET_EXCEL,    /* the same as CSV for Excel */
  PRG_TARGET_CSV,      /* a row per indicator and group, with every figure */
  PRG_TARGET_JSON,
  PRG_TARGET_FORMATS
} prg_target_format;

/* "table" …; static storage. */
const char *prg_target_format_name(prg_target_format format);
/* The format of that name; false if there is none. */
bool prg_target_format_from_name(const char *name, prg_target_format *format);

/* Appends result[0 … n). If memory is exhausted, out->failed is set. */
void prg_target_write(const prg_target_result *result, size_t n, prg_target_format format,
                      prg_language language, prg_buffer *out);

PRG_END_C

#endif
