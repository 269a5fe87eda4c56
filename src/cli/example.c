#include "cli/example.h"

#include <stddef.h>
#include <string.h>

/* One row, one line. */
/* clang-format off */
static const example examples[] = {
    {"check", PRG_TEXT_EXAMPLE_CHECK, "prognos check elever.csv"},
    {"convert", PRG_TEXT_EXAMPLE_CONVERT, "prognos convert elever.csv -o tidy.csv"},
    {"trend", PRG_TEXT_EXAMPLE_TREND, "prognos trend elever.csv --series Grundsärskola"},
    {"decompose", PRG_TEXT_EXAMPLE_DECOMPOSE, "prognos decompose besok.csv"},
    {"forecast", PRG_TEXT_EXAMPLE_FORECAST, "prognos forecast elever.csv --kind people --format table"},
    {"forecast", PRG_TEXT_EXAMPLE_FORECAST_CSV, "prognos forecast elever.csv --series Grundsärskola --horizon 3 -o prognos.csv"},
    {"backtest", PRG_TEXT_EXAMPLE_BACKTEST, "prognos backtest elever.csv --models pooled,naive,theta"},
    {"capacity", PRG_TEXT_EXAMPLE_CAPACITY, "prognos capacity elever.csv --series Grundsärskola --capacity 270 --kind people"},
    {"share", PRG_TEXT_EXAMPLE_SHARE, "prognos share elever.csv --series Grundsärskola --population befolkning.csv"},
    {"cohort", PRG_TEXT_EXAMPLE_COHORT, "prognos cohort arskurser.csv --area Ekskolan --horizon 4 --format table"},
    {"target", PRG_TEXT_EXAMPLE_TARGET, "prognos target indikatorer.csv --outcomes utfall.csv"},
    {"chart", PRG_TEXT_EXAMPLE_CHART, "prognos chart elever.csv --series Grundsärskola --capacity 270 -o bilder"},
    {"report", PRG_TEXT_EXAMPLE_REPORT, "prognos report elever.csv --kind people -o rapport"},
    {"ledger", PRG_TEXT_EXAMPLE_LEDGER, "prognos ledger record elever.csv --kind people"},
    {"ledger", PRG_TEXT_EXAMPLE_LEDGER_LIST, "prognos ledger list"},
    {"run", PRG_TEXT_EXAMPLE_RUN, "prognos run --dry-run jobb.ini"},
    {"index", PRG_TEXT_EXAMPLE_INDEX, "prognos index skolor.csv -o skolor.index"},
    {"merge", PRG_TEXT_EXAMPLE_MERGE, "prognos merge 1.part 2.part -o hela.csv"},
    {"learn", PRG_TEXT_EXAMPLE_LEARN, "prognos learn kommuner.csv --kind people -o egen.csv"},
    {"theme", PRG_TEXT_EXAMPLE_THEME, "prognos theme --print kommun -o egen.gp"},
    {"help", PRG_TEXT_EXAMPLE_HELP, "prognos help events"},
    {"help", PRG_TEXT_EXAMPLE_MANUAL, "prognos help events --format man > events.5"},
    {"help", PRG_TEXT_EXAMPLE_COMPLETION, "prognos help --format bash > prognos.bash && . ./prognos.bash"},
};
/* clang-format on */

const example *example_next(const char *verb, const example *last) {
  const example *end = examples + sizeof examples / sizeof *examples;
  for (const example *next = last == NULL ? examples : last + 1; next < end; next++)
    if (strcmp(next->verb, verb) == 0)
      return next;
  return NULL;
}
