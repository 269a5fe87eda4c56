#include <prognos/ledger_moved.h>

#include <math.h>

/* The point of a period; NaN if the forecast is not about it. */
static double point_of(const prg_forecast *forecast, prg_period period) {
  if (forecast == NULL)
    return NAN;
  int h = prg_period_distance(forecast->origin, period);
  return h >= 1 && (size_t)h <= forecast->distribution.horizon
             ? prg_forecast_point(forecast, (size_t)h)
             : (double)NAN;
}

size_t prg_ledger_moves(const prg_forecast *before, const prg_forecast *after,
                        const prg_forecast *between, prg_ledger_move *move) {
  size_t n = 0;
  for (size_t h = 1; h <= after->distribution.horizon; h++) {
    prg_ledger_move m = {.period = prg_forecast_period(after, h)};
    m.before = point_of(before, m.period);
    m.after = prg_forecast_point(after, h);
    if (isnan(m.before) || isnan(m.after))
      continue;
    double middle = point_of(between, m.period);
    m.data = middle - m.before;
    m.method = m.after - middle;
    m.lower = m.upper = NAN;
    if (before->distribution.n_probability > 1)
      prg_forecast_interval(before, (size_t)prg_period_distance(before->origin, m.period), .8,
                            &m.lower, &m.upper);
    move[n++] = m;
  }
  return n;
}

static double round_to(double x, int decimals) {
  double scale = pow(10, decimals);
  return round(x * scale) / scale;
}

prg_ledger_move prg_ledger_move_rounded(const prg_ledger_move *move, int decimals) {
  prg_ledger_move rounded = *move;
  rounded.before = round_to(move->before, decimals);
  rounded.after = round_to(move->after, decimals);
  double change = round_to(rounded.after - rounded.before, decimals);
  rounded.data = move->method == 0 ? change : round_to(move->data, decimals);
  rounded.method = round_to(change - rounded.data, decimals);
  return rounded;
}

/* Which of the sentences: higher or lower; split, all one, or not known. */
static prg_text text_of(const prg_ledger_move *move) {
  bool up = move->after > move->before;
  if (move->after == move->before)
    return PRG_TEXT_LEDGER_UNMOVED;
  if (isnan(move->data))
    return up ? PRG_TEXT_LEDGER_RAISED : PRG_TEXT_LEDGER_LOWERED;
  if (move->method == 0)
    return up ? PRG_TEXT_LEDGER_RAISED_BY_DATA : PRG_TEXT_LEDGER_LOWERED_BY_DATA;
  if (move->data == 0)
    return up ? PRG_TEXT_LEDGER_RAISED_BY_METHOD : PRG_TEXT_LEDGER_LOWERED_BY_METHOD;
  if ((move->data > 0) != (move->method > 0))
    return up ? PRG_TEXT_LEDGER_RAISED_AGAINST : PRG_TEXT_LEDGER_LOWERED_AGAINST;
  return up ? PRG_TEXT_LEDGER_RAISED_SPLIT : PRG_TEXT_LEDGER_LOWERED_SPLIT;
}

/* The parts of a rise or fall are told without signs; of parts that pull apart, with them. */
void prg_ledger_move_message(const char *series, const prg_ledger_move *move, int decimals,
                             prg_language language, prg_message *message) {
  prg_ledger_move told = prg_ledger_move_rounded(move, decimals);
  bool apart = told.data * told.method < 0;
  char period[PRG_PERIOD_BYTES];
  prg_message_set(message, text_of(&told),
                  PRG_ARGS(prg_string(series),
                           prg_string(prg_period_print_people(move->period, language, period)),
                           prg_number(fabs(told.after - told.before), decimals),
                           prg_number(apart ? told.data : fabs(told.data), decimals),
                           prg_number(apart ? told.method : fabs(told.method), decimals),
                           prg_number(told.after, decimals)));
}
