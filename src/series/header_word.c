#include "series/header_word.h"

#include "table/fold.h"

static const struct {
  const char *word;
  header_word meaning;
} words[] = {
    {"serie", WORD_LABEL},      {"serier", WORD_LABEL},       {"series", WORD_LABEL},
    {"namn", WORD_LABEL},       {"name", WORD_LABEL},         {"verksamhet", WORD_LABEL},
    {"region", WORD_LABEL},     {"kommun", WORD_LABEL},       {"municipality", WORD_LABEL},
    {"län", WORD_LABEL},        {"county", WORD_LABEL},       {"område", WORD_LABEL},
    {"area", WORD_LABEL},       {"indikator", WORD_LABEL},    {"indicator", WORD_LABEL},
    {"mått", WORD_LABEL},       {"nyckeltal", WORD_LABEL},    {"kpi", WORD_LABEL},
    {"variabel", WORD_LABEL},   {"variable", WORD_LABEL},     {"skola", WORD_LABEL},
    {"school", WORD_LABEL},     {"skolform", WORD_LABEL},     {"skolenhet", WORD_LABEL},
    {"enhet", WORD_LABEL},      {"del", WORD_LABEL},          {"kategori", WORD_LABEL},
    {"category", WORD_LABEL},   {"grupp", WORD_LABEL},        {"group", WORD_LABEL},
    {"kön", WORD_LABEL},        {"gender", WORD_LABEL},       {"sex", WORD_LABEL},
    {"ålder", WORD_LABEL},      {"age", WORD_LABEL},          {"årskurs", WORD_LABEL},
    {"grade", WORD_LABEL},      {"kod", WORD_LABEL},          {"code", WORD_LABEL},
    {"id", WORD_LABEL},         {"period", WORD_PERIOD},      {"år", WORD_PERIOD},
    {"year", WORD_PERIOD},      {"tid", WORD_PERIOD},         {"time", WORD_PERIOD},
    {"timeframe", WORD_PERIOD}, {"time_period", WORD_PERIOD}, {"tidpunkt", WORD_PERIOD},
    {"läsår", WORD_PERIOD},     {"skolår", WORD_PERIOD},      {"school year", WORD_PERIOD},
    {"mätår", WORD_PERIOD},     {"datum", WORD_PERIOD},       {"date", WORD_PERIOD},
    {"dag", WORD_PERIOD},       {"day", WORD_PERIOD},         {"halvår", WORD_PART},
    {"half-year", WORD_PART},   {"termin", WORD_PART},        {"term", WORD_PART},
    {"kvartal", WORD_PART},     {"quarter", WORD_PART},       {"månad", WORD_PART},
    {"month", WORD_PART},       {"vecka", WORD_PART},         {"week", WORD_PART},
    {"värde", WORD_VALUE},      {"value", WORD_VALUE},        {"obs_value", WORD_VALUE},
    {"antal", WORD_VALUE},      {"antal elever", WORD_VALUE}, {"elever", WORD_VALUE},
    {"pupils", WORD_VALUE},     {"count", WORD_VALUE},        {"folkmängd", WORD_VALUE},
    {"population", WORD_VALUE}, {"utfall", WORD_VALUE},       {"belopp", WORD_VALUE},
    {"amount", WORD_VALUE},     {"status", WORD_STATUS},      {"obs_status", WORD_STATUS},
    {"värdetyp", WORD_NOTE},    {"anmärkning", WORD_NOTE},    {"anm", WORD_NOTE},
    {"kommentar", WORD_NOTE},   {"comment", WORD_NOTE},       {"note", WORD_NOTE},
    {"notering", WORD_NOTE},    {"fotnot", WORD_NOTE},        {"flagga", WORD_NOTE},
    {"flag", WORD_NOTE},        {"obs_flag", WORD_NOTE},      {"flags", WORD_NOTE},
    {"flag codes", WORD_NOTE},  {"conf_status", WORD_NOTE},   {"indhold", WORD_VALUE},
    {"antall", WORD_VALUE},     {"verdi", WORD_VALUE},        {"værdi", WORD_VALUE},
    {"måned", WORD_PART},       {"uge", WORD_PART},           {"uke", WORD_PART},
    {"kommune", WORD_LABEL},    {"fylke", WORD_LABEL},        {"kjønn", WORD_LABEL},
    {"køn", WORD_LABEL},        {"alder", WORD_LABEL},        {"statistikkvariabel", WORD_LABEL},
    {"vuosi", WORD_PERIOD},     {"kuukausi", WORD_PART},      {"neljännes", WORD_PART},
    {"alue", WORD_LABEL},       {"kunta", WORD_LABEL},        {"ikä", WORD_LABEL},
    {"sukupuoli", WORD_LABEL},  {"tiedot", WORD_LABEL},       {"arvo", WORD_VALUE},
    {"lukumäärä", WORD_VALUE},  {"väestö", WORD_VALUE},
};

header_word header_word_find(const char *text, size_t n) {
  trim_blanks(&text, &n);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (fold_equal(text, n, words[i].word))
      return words[i].meaning;
  if (fold_ends(text, n, "kod") || fold_ends(text, n, "code") || fold_ends(text, n, "_id"))
    return WORD_LABEL;
  return WORD_OTHER;
}

bool header_word_may_be_code(const char *text, size_t n) {
  static const char *const coded[] = {"region", "kommun", "municipality", "län",   "county",
                                      "område", "area",   "skolenhet",    "enhet", "id"};
  trim_blanks(&text, &n);
  for (size_t i = 0; i < sizeof coded / sizeof *coded; i++)
    if (fold_equal(text, n, coded[i]))
      return true;
  return fold_ends(text, n, "kod") || fold_ends(text, n, "code") || fold_ends(text, n, "_id");
}

prg_frequency header_word_frequency(const char *text, size_t n) {
  static const struct {
    const char *word;
    prg_frequency frequency;
  } parts[] = {
      {"halvår", PRG_HALF_YEAR}, {"half-year", PRG_HALF_YEAR}, {"termin", PRG_TERM},
      {"term", PRG_TERM},        {"kvartal", PRG_QUARTER},     {"quarter", PRG_QUARTER},
      {"månad", PRG_MONTH},      {"month", PRG_MONTH},         {"vecka", PRG_WEEK},
      {"week", PRG_WEEK},        {"måned", PRG_MONTH},         {"uge", PRG_WEEK},
      {"uke", PRG_WEEK},         {"kuukausi", PRG_MONTH},      {"neljännes", PRG_QUARTER},
  };
  trim_blanks(&text, &n);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (fold_equal(text, n, parts[i].word))
      return parts[i].frequency;
  return PRG_FREQUENCY_COUNT;
}

bool header_word_is_total(const char *text, size_t n) {
  static const char *const totals[] = {"summa", "totalt", "total",       "totalsumma",
                                       "sum",   "s:a",    "grand total", "summa totalt"};
  trim_blanks(&text, &n);
  if (n > 0 && text[n - 1] == ':')
    n--;
  for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
    if (fold_equal(text, n, totals[i]))
      return true;
  return false;
}
