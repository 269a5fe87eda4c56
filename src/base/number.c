#include <prognos/number.h>

#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The C locale, made once: the process may have set another, and other threads may be using it. */
static locale_t c_locale;
static pthread_once_t c_locale_once = PTHREAD_ONCE_INIT;

static void make_c_locale(void) {
  c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

static locale_t enter_c_locale(void) {
  pthread_once(&c_locale_once, make_c_locale);
  return uselocale(c_locale);
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static size_t count_digits(const char *s, size_t n) {
  size_t i = 0;
  while (i < n && is_digit(s[i]))
    i++;
  return i;
}

/* Copies the number to `plain` with '-' and '.'; returns false if it is not written as one. */
static bool normalise(const char *s, size_t n, char decimal, char *plain) {
  static const char minus[] = "\xE2\x88\x92";
  size_t i = 0;
  if (n >= 3 && memcmp(s, minus, 3) == 0) {
    *plain++ = '-';
    i = 3;
  } else if (n > 0 && (s[0] == '-' || s[0] == '+')) {
    *plain++ = s[0];
    i = 1;
  }
  size_t whole = count_digits(s + i, n - i), part = 0;
  memcpy(plain, s + i, whole);
  plain += whole;
  i += whole;
  if (i < n && s[i] == decimal) {
    part = count_digits(s + i + 1, n - i - 1);
    if (part == 0)
      return false;
    *plain++ = '.';
    memcpy(plain, s + i + 1, part);
    plain += part;
    i += 1 + part;
  }
  if (whole + part == 0)
    return false;
  if (i < n && (s[i] == 'e' || s[i] == 'E')) {
    size_t sign = i + 1 < n && (s[i + 1] == '-' || s[i + 1] == '+') ? 1 : 0;
    size_t digits = count_digits(s + i + 1 + sign, n - i - 1 - sign);
    if (digits == 0)
      return false;
    memcpy(plain, s + i, 1 + sign + digits);
    plain += 1 + sign + digits;
    i += 1 + sign + digits;
  }
  *plain = '\0';
  return i == n;
}

/* Up to 15 digits and no exponent: the integer and the power of ten are exact, so is the quotient's
 * rounding (Clinger, "How to read floating point numbers accurately", 1990). */
static bool parse_short(const char *plain, double *value) {
  static const double power[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  bool negative = *plain == '-';
  if (*plain == '-' || *plain == '+')
    plain++;
  long long whole = 0;
  int digits = 0, decimals = 0;
  bool after_mark = false;
  for (; *plain != '\0'; plain++) {
    if (*plain == '.') {
      after_mark = true;
      continue;
    }
    if (!is_digit(*plain) || ++digits > 15)
      return false;
    whole = whole * 10 + (*plain - '0');
    decimals += after_mark;
  }
  double magnitude = (double)whole / power[decimals];
  *value = negative && whole != 0 ? -magnitude : magnitude;
  return true;
}

bool prg_number_parse(const char *string, size_t n, char decimal, double *value) {
  if (prg_number_whole(string, n, value))
    return true;
  char plain[PRG_NUMBER_BYTES];
  if (n == 0 || n >= sizeof plain || !normalise(string, n, decimal, plain))
    return false;
  double parsed;
  if (!parse_short(plain, &parsed)) {
    locale_t before = enter_c_locale();
    parsed = strtod(plain, NULL);
    uselocale(before);
  }
  if (!isfinite(parsed))
    return false;
  *value = parsed;
  return true;
}

/* snprintf for one double, '.' as the decimal mark whatever the locale. */
static size_t print(char *text, const char *style, int precision, double value) {
  locale_t before = enter_c_locale();
  int length = style[0] == 'f' ? snprintf(text, PRG_NUMBER_BYTES, "%.*f", precision, value)
                               : snprintf(text, PRG_NUMBER_BYTES, "%.*g", precision, value);
  uselocale(before);
  return (size_t)length;
}

/* high + low = a · b, exactly (Dekker, "A floating-point technique for extending the available
 * precision", Numerische Mathematik 18, 1971); needs |a|, |b| < 1e290 and no contraction. */
static double multiply(double a, double b, double *low) {
  const double split = 0x1p27 + 1;
  double high = a * b, p = split * a, q = split * b;
  double a1 = p - (p - a), b1 = q - (q - b), a2 = a - a1, b2 = b - b1;
  *low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2;
  return high;
}

/*
 * The whole number nearest to value · 10^scale, ties to even, as printf rounds. The product is
 * exact and below 2^53, so that its high part and whole number are, too.
 */
static long long scaled(double value, int scale) {
  static const double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
  double low, high = multiply(value, power[scale], &low);
  long long whole = (long long)high;
  double above_half = (high - (double)whole - .5) + low;
  return whole + (above_half > 0 || (above_half == 0 && whole % 2 != 0));
}

#define EXACT_DIGITS 15 /* 10^15 < 2^53 */

/* The power of ten that a value in [1e-4, 1e15) begins with. None of 1e-4 … 1e-1 is below the
 * decimal number that it stands for, so that the comparison is exact. */
static int exponent_of(double value) {
  static const double power[] = {1e-4, 1e-3, 1e-2, 1e-1, 1e0,  1e1,  1e2,  1e3,  1e4, 1e5,
                                 1e6,  1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14};
  int i = (int)(sizeof power / sizeof *power) - 1;
  while (value < power[i])
    i--;
  return i - 4;
}

/*
 * printf's %.*g where it writes no exponent and the digits are found exactly: 1e-4 <= |value| <
 * 10^digits, digits <= 15. Returns 0 elsewhere.
 */
static size_t print_plain(char *text, double value, int digits) {
  double magnitude = fabs(value);
  if (digits > EXACT_DIGITS || !(magnitude >= 1e-4 && magnitude < 1e15))
    return 0;
  int exponent = exponent_of(magnitude), kept = digits;
  if (exponent >= digits)
    return 0;
  long long number = scaled(magnitude, digits - 1 - exponent);
  char digit[EXACT_DIGITS];
  for (int i = digits - 1; i >= 0; i--, number /= 10)
    digit[i] = (char)('0' + number % 10);
  if (number > 0) /* rounded up to the next power of ten */
    return 0;
  while (kept > 1 && kept > exponent + 1 && digit[kept - 1] == '0')
    kept--;
  char *end = text;
  if (value < 0)
    *end++ = '-';
  for (int i = exponent < 0 ? exponent : 0; i < kept; i++) {
    if (i == exponent + 1 && i > 0)
      *end++ = '.';
    *end++ = i < 0 ? '0' : digit[i];
    if (i == exponent && i < 0)
      *end++ = '.';
  }
  *end = '\0';
  return (size_t)(end - text);
}

/* printf's %.*g in the C locale. */
static size_t print_general(char *text, int digits, double value) {
  if (value == 0 && !signbit(value)) {
    memcpy(text, "0", 2);
    return 1;
  }
  size_t length = print_plain(text, value, digits);
  return length > 0 ? length : print(text, "g", digits, value);
}

size_t prg_number_shortest(char text[PRG_NUMBER_BYTES], double value) {
  size_t length = 0;
  for (int digits = 15; digits <= 17; digits++) {
    double back;
    length = print_general(text, digits, value);
    if (prg_number_parse(text, length, '.', &back) && back == value)
      break;
  }
  return length;
}

size_t prg_number_significant(char text[PRG_NUMBER_BYTES], double value, int digits) {
  size_t length = print_general(text, digits, value);
  if (strcmp(text, "-0") == 0) {
    memcpy(text, "0", 2);
    length = 1;
  }
  return length;
}

/* The fewest decimals, at most 6, that print the same value to 9 significant digits. */
static int decimals_needed(double value) {
  for (int decimals = 0; decimals < 6; decimals++) {
    double scale = pow(10, decimals), rounded = round(value * scale) / scale;
    if (fabs(rounded - value) <= 1e-9 * fabs(value))
      return decimals;
  }
  return 6;
}

size_t prg_number_people(char text[PRG_NUMBER_BYTES], double value, int decimals,
                         prg_language language) {
  char plain[PRG_NUMBER_BYTES];
  print(plain, "f", decimals < 0 ? decimals_needed(value) : decimals, value);
  if (!isfinite(value)) {
    memcpy(text, "–", sizeof "–");
    return sizeof "–" - 1;
  }
  const char *p = plain, *group = language == PRG_SWEDISH ? "\xC2\xA0" : ",";
  size_t used = 0, whole;
  bool negative = *p == '-' && strspn(p, "-0.") != strlen(p);
  p += *p == '-';
  if (negative) {
    memcpy(text, "\xE2\x88\x92", 3);
    used = 3;
  }
  whole = strcspn(p, ".");
  for (size_t i = 0; i < whole && used < PRG_NUMBER_BYTES - 8; i++) {
    if (i > 0 && whole >= 5 && (whole - i) % 3 == 0) {
      memcpy(text + used, group, strlen(group));
      used += strlen(group);
    }
    text[used++] = p[i];
  }
  if (p[whole] == '.') {
    text[used++] = language == PRG_SWEDISH ? ',' : '.';
    for (size_t i = whole + 1; p[i] != '\0' && used < PRG_NUMBER_BYTES - 1; i++)
      text[used++] = p[i];
  }
  text[used] = '\0';
  return used;
}

void prg_buffer_add_shortest(prg_buffer *buffer, double value) {
  char text[PRG_NUMBER_BYTES];
  prg_buffer_add_n(buffer, text, prg_number_shortest(text, value));
}

void prg_buffer_add_significant(prg_buffer *buffer, double value, int digits) {
  char text[PRG_NUMBER_BYTES];
  prg_buffer_add_n(buffer, text, prg_number_significant(text, value, digits));
}

void prg_buffer_add_people(prg_buffer *buffer, double value, int decimals, prg_language language) {
  char text[PRG_NUMBER_BYTES];
  prg_buffer_add_n(buffer, text, prg_number_people(text, value, decimals, language));
}

void prg_buffer_add_per_cent(prg_buffer *buffer, double share, int decimals,
                             prg_language language) {
  prg_buffer_add_people(buffer, 100 * share, decimals, language);
  prg_buffer_add(buffer, language == PRG_SWEDISH ? "\xC2\xA0%" : "%");
}
