#include <prognos/text.h>

typedef struct text_row {
  prg_status status;
  const char *word[2]; /* indexed by prg_language */
} text_row;

static const text_row table[PRG_TEXT_COUNT] = {
    [PRG_TEXT_NONE] = {PRG_OK, {"", ""}},
#define PRG_TEXT(name, status, swedish, english) [PRG_TEXT_##name] = {status, {swedish, english}},
#include <prognos/texts/all.def>
#undef PRG_TEXT
};

const char *prg_text_get(prg_text text, prg_language language) {
  return table[text].word[language];
}

prg_status prg_text_status(prg_text text) {
  return table[text].status;
}
