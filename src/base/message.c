#include <prognos/message.h>

#include <errno.h>
#include <string.h>

#include <prognos/number.h>
#include <prognos/utf8.h>

prg_argument prg_string_n(const char *string, size_t length) {
  static const char ellipsis[] = "…";
  prg_argument argument = {.kind = PRG_ARGUMENT_STRING};
  if (length < PRG_ARGUMENT_BYTES) {
    memcpy(argument.string, string, length);
    return argument;
  }
  size_t kept = prg_utf8_prefix(string, length, PRG_ARGUMENT_BYTES - sizeof ellipsis);
  memcpy(argument.string, string, kept);
  memcpy(argument.string + kept, ellipsis, sizeof ellipsis);
  return argument;
}

prg_argument prg_string(const char *string) {
  return prg_string_n(string, strlen(string));
}

prg_argument prg_number(double number, int decimals) {
  return (prg_argument){.kind = PRG_ARGUMENT_NUMBER, .number = number, .decimals = decimals};
}

prg_argument prg_integer(long long number) {
  return prg_number((double)number, 0);
}

prg_argument prg_text_argument(prg_text text) {
  return (prg_argument){.kind = PRG_ARGUMENT_TEXT, .number = (double)text};
}

void prg_message_set(prg_message *message, prg_text text, const prg_argument *arguments) {
  *message = (prg_message){.text = text};
  for (size_t i = 0; arguments != NULL && i < PRG_MESSAGE_ARGUMENTS; i++)
    message->argument[i] = arguments[i];
}

prg_argument prg_system_reason(int number) {
  static const struct {
    int number;
    prg_text text;
  } known[] = {{ENOENT, PRG_TEXT_SYSTEM_NO_DIRECTORY},  {ENOTDIR, PRG_TEXT_SYSTEM_NOT_DIRECTORY},
               {EEXIST, PRG_TEXT_SYSTEM_NOT_DIRECTORY}, {EISDIR, PRG_TEXT_SYSTEM_DIRECTORY},
               {EACCES, PRG_TEXT_SYSTEM_NOT_ALLOWED},   {EPERM, PRG_TEXT_SYSTEM_NOT_ALLOWED},
               {EROFS, PRG_TEXT_SYSTEM_READ_ONLY},      {ENOSPC, PRG_TEXT_SYSTEM_FULL},
               {EDQUOT, PRG_TEXT_SYSTEM_FULL},          {EPIPE, PRG_TEXT_SYSTEM_PIPE},
               {EFBIG, PRG_TEXT_SYSTEM_TOO_LARGE},      {ENAMETOOLONG, PRG_TEXT_SYSTEM_NAME_LONG}};
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (known[i].number == number)
      return prg_text_argument(known[i].text);
  const char *words = strerrordesc_np(number);
  return prg_string(words == NULL ? "?" : words);
}

static void write_argument(const prg_argument *argument, prg_language language, prg_buffer *out) {
  switch (argument->kind) {
  case PRG_ARGUMENT_STRING:
    prg_buffer_add(out, argument->string);
    break;
  case PRG_ARGUMENT_NUMBER:
    prg_buffer_add_people(out, argument->number, argument->decimals, language);
    break;
  case PRG_ARGUMENT_TEXT:
    prg_buffer_add(out, prg_text_get((prg_text)argument->number, language));
    break;
  case PRG_ARGUMENT_NONE:
    break;
  }
}

void prg_message_write(const prg_message *message, prg_language language, prg_buffer *out) {
  const char *text = prg_text_get(message->text, language);
  while (*text != '\0') {
    size_t plain = strcspn(text, "{");
    prg_buffer_add_n(out, text, plain);
    text += plain;
    if (text[0] == '{' && text[1] >= '1' && text[1] <= '6' && text[2] == '}') {
      write_argument(&message->argument[text[1] - '1'], language, out);
      text += 3;
    } else if (*text == '{') {
      prg_buffer_add_char(out, *text++);
    }
  }
}

static bool same_argument(const prg_argument *a, const prg_argument *b) {
  return a->kind == b->kind && a->number == b->number && strcmp(a->string, b->string) == 0;
}

static bool same_message(const prg_message *a, const prg_message *b) {
  if (a->text != b->text)
    return false;
  for (size_t i = 0; i < PRG_MESSAGE_ARGUMENTS; i++)
    if (!same_argument(&a->argument[i], &b->argument[i]))
      return false;
  return true;
}

void prg_add_message(prg_buffer *out, prg_text text, const prg_argument *arguments,
                     prg_language language) {
  prg_message message;
  prg_message_set(&message, text, arguments);
  prg_message_write(&message, language, out);
}

void prg_notes_add(prg_notes *notes, prg_text text, const prg_argument *arguments) {
  prg_message message;
  prg_message_set(&message, text, arguments);
  for (size_t i = 0; i < notes->n; i++)
    if (same_message(&notes->note[i], &message))
      return;
  if (notes->n < PRG_NOTES)
    notes->note[notes->n++] = message;
}

bool prg_notes_has(const prg_notes *notes, prg_text text) {
  for (size_t i = 0; i < notes->n; i++)
    if (notes->note[i].text == text)
      return true;
  return false;
}
