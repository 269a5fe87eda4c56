/*
 * Every sentence the program can say, in Swedish and English, in one table.
 *
 * The rows stand in texts/<layer>.def, one file per layer, as
 *   PRG_TEXT(NAME, STATUS, "svenska", "English")
 * NAME becomes PRG_TEXT_NAME; STATUS is what a function returns when the text is an error, PRG_OK
 * when it is a note, a heading or help. {1} … {6} stand for the arguments of the message.
 */
#ifndef PROGNOS_TEXT_H
#define PROGNOS_TEXT_H

#include <prognos/status.h>

PRG_BEGIN_C

typedef enum prg_language { PRG_SWEDISH, PRG_ENGLISH } prg_language;

typedef enum prg_text {
  PRG_TEXT_NONE,
#define PRG_TEXT(name, status, swedish, english) PRG_TEXT_##name,
#include <prognos/texts/all.def>
#undef PRG_TEXT
  PRG_TEXT_COUNT
} prg_text;

/* The text as it stands in the table, placeholders included; "" for PRG_TEXT_NONE. Static storage.
 */
const char *prg_text_get(prg_text text, prg_language language);

/* The status that goes with a text; PRG_OK if it is no error. */
prg_status prg_text_status(prg_text text);

PRG_END_C

#endif
