/*
 * A message: a text of the table with its arguments, kept as data until somebody asks for words in
 * a language. Notes, warnings and errors are messages, so that the library never prints and the
 * same note can be told in Swedish and in English.
 */
#ifndef PROGNOS_MESSAGE_H
#define PROGNOS_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include <prognos/buffer.h>
#include <prognos/text.h>

#ifdef __cplusplus
#include <array> /* of PRG_ARGS: C++ has no compound literals */
#endif

PRG_BEGIN_C

#define PRG_MESSAGE_ARGUMENTS 6
#define PRG_ARGUMENT_BYTES 256

typedef struct prg_argument {
  enum { PRG_ARGUMENT_NONE, PRG_ARGUMENT_STRING, PRG_ARGUMENT_NUMBER, PRG_ARGUMENT_TEXT } kind;
  int decimals;                    /* of a number; -1: as few as tell it apart */
  double number;                   /* a number, or a prg_text */
  char string[PRG_ARGUMENT_BYTES]; /* UTF-8, cut at a character with … if it is longer */
} prg_argument;

typedef struct prg_message {
  prg_text text;
  prg_argument argument[PRG_MESSAGE_ARGUMENTS];
} prg_message;

/* Arguments by value: a string (copied), a number with decimals, a whole number, a text. */
prg_argument prg_string(const char *string);
prg_argument prg_string_n(const char *string, size_t length);
prg_argument prg_number(double number, int decimals);
prg_argument prg_integer(long long number);
prg_argument prg_text_argument(prg_text text);
/* Why the system refused, from its errno: in both languages for what people meet, else in English,
 * whatever the locale. */
prg_argument prg_system_reason(int number);

/* The arguments of a message, at least one: PRG_ARGS(prg_string("a"), prg_integer(3)). */
#ifdef __cplusplus
#define PRG_ARGS(...) (std::array<prg_argument, PRG_MESSAGE_ARGUMENTS + 1>{{__VA_ARGS__}}.data())
#else
#define PRG_ARGS(...) ((const prg_argument[PRG_MESSAGE_ARGUMENTS + 1]){__VA_ARGS__})
#endif

/* Fills a message. `arguments` is PRG_ARGS(...), or NULL for a text without placeholders. */
void prg_message_set(prg_message *message, prg_text text, const prg_argument *arguments);

/* Appends the message in words. Numbers get the language's decimal mark and thousands. */
void prg_message_write(const prg_message *message, prg_language language, prg_buffer *out);

/* Appends a text with its arguments in words, as the two above do. */
void prg_add_message(prg_buffer *out, prg_text text, const prg_argument *arguments,
                     prg_language language);

/* A few notes about a result, in the order in which they were made. A plain value. */
#define PRG_NOTES 12

typedef struct prg_notes {
  size_t n;
  prg_message note[PRG_NOTES];
} prg_notes;

/* Adds a note unless the same text with the same arguments is there, or PRG_NOTES are. */
void prg_notes_add(prg_notes *notes, prg_text text, const prg_argument *arguments);

/* True if a note with this text is there. */
bool prg_notes_has(const prg_notes *notes, prg_text text);

PRG_END_C

#endif
