#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static size_t from_environment(const char *name, size_t otherwise) {
  const char *text = getenv(name);
  char *end;
  long value = text == NULL ? 0 : strtol(text, &end, 10);
  return value > 0 && value < 10000 && *end == '\0' ? (size_t)value : otherwise;
}

static bool is_set(const char *name) {
  const char *text = getenv(name);
  return text != NULL && text[0] != '\0';
}

static bool has_colour(const command *run) {
  const char *asked = option_string(&run->options, "colour"), *term = getenv("TERM");
  if (strcmp(asked, "auto") != 0)
    return strcmp(asked, "always") == 0;
  return isatty(STDOUT_FILENO) && !is_set("NO_COLOR") && term != NULL && strcmp(term, "dumb") != 0;
}

prg_text_screen terminal_screen(const command *run) {
  struct winsize size;
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 &&
      size.ws_row > 0)
    return (prg_text_screen){size.ws_col, size.ws_row, has_colour(run)};
  return (prg_text_screen){from_environment("COLUMNS", 80), from_environment("LINES", 24),
                           has_colour(run)};
}
