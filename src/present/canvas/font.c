/* Widths of text: the advance widths of DejaVu Sans 2.37 (its hmtx table), which is wider than the
 * fonts a theme may name instead, so that what fits here fits there. */
#include "present/canvas/font.h"

#include <string.h>

#include <prognos/utf8.h>

/* Thousandths of the font size, U+0020 … U+007E. */
static const short regular_width[] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};

static const short bold_width[] = {
    348,  456, 521, 838, 696, 1002, 872, 306,  457, 457, 523, 838, 380, 415,  380, 365,
    696,  696, 696, 696, 696, 696,  696, 696,  696, 696, 400, 400, 838, 838,  838, 580,
    1000, 774, 762, 734, 830, 683,  683, 821,  837, 372, 372, 775, 637, 995,  837, 850,
    733,  850, 770, 720, 682, 812,  774, 1103, 771, 724, 725, 457, 365, 457,  838, 500,
    500,  675, 716, 593, 716, 678,  435, 716,  712, 343, 343, 665, 343, 1042, 712, 687,
    716,  716, 493, 595, 478, 712,  652, 924,  645, 652, 582, 712, 365, 712,  838};

/* Letters with a mark (Latin-1) are about as wide as an n; dashes, signs and the rest wider. */
static double other_width(uint32_t character) {
  if (character == 0xA0 || character == 0x2009 || character == 0x202F)
    return 318;
  if (character >= 0xC0 && character < 0x250)
    return character < 0xDF ? 790 : 640;
  return character < 0x3000 ? 840 : 1000;
}

static double character_width(uint32_t character, bool bold) {
  if (character >= 0x20 && character <= 0x7E)
    return bold ? bold_width[character - 0x20] : regular_width[character - 0x20];
  return other_width(character) * (bold ? 1.12 : 1.0); /* as å, ä, ö: 613 and 675 … 687 */
}

double prg_text_width_n(const char *text, size_t n, double size, bool bold) {
  double width = 0;
  for (size_t i = 0; i < n;) {
    uint32_t character = 0xFFFD;
    size_t length = prg_utf8_decode(text + i, n - i, &character);
    width += character_width(character, bold);
    i += length > 0 ? length : 1;
  }
  return width / 1000 * size;
}

double prg_text_width(const char *text, double size, bool bold) {
  return prg_text_width_n(text, strlen(text), size, bold);
}

/* The longest prefix of text[0..n) that is no wider than `width`, at least one character. */
static size_t fitting_prefix(const char *text, size_t n, double size, bool bold, double width) {
  size_t end = 0;
  while (end < n) {
    uint32_t character;
    size_t length = prg_utf8_decode(text + end, n - end, &character);
    length = length > 0 ? length : 1;
    if (end > 0 && prg_text_width_n(text, end + length, size, bold) > width)
      break;
    end += length;
  }
  return end;
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* A byte of a letter beyond ASCII, or of a dash as in "2017 – 2022", counts as one. */
static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* True if the blank at text[at] holds together what belongs together: a figure and its unit
 * ("412 år", "1 234 elever"), a word and its figure ("år 2027"), a dot and what it comes after. */
static bool holds(const char *text, size_t at) {
  char before = text[at - 1], after = text[at + 1];
  if (strncmp(text + at + 1, "· ", strlen("· ")) == 0)
    return true;
  return is_digit(before) || (is_digit(after) && is_letter(before));
}

/* The last blank of text[1..n] to break at, best one that holds nothing together; 0: none. */
static size_t last_blank(const char *text, size_t n) {
  size_t any = 0;
  for (size_t at = n; at > 0; at--) {
    if (text[at] != ' ')
      continue;
    if (!holds(text, at))
      return at;
    if (any == 0)
      any = at;
  }
  return any;
}

size_t prg_text_wrap(const char *text, double size, bool bold, double width, prg_text_line *line,
                     size_t max_lines) {
  size_t n_lines = 0;
  size_t left = strlen(text);
  while (left > 0 && n_lines < max_lines) {
    bool is_last = n_lines + 1 == max_lines;
    size_t n = fitting_prefix(text, left, size, bold, width);
    bool cut = is_last && n < left;
    if (cut)
      n = fitting_prefix(text, left, size, bold, width - prg_text_width("…", size, bold));
    size_t blank = n < left && !cut ? last_blank(text, n) : 0;
    if (blank > 0)
      n = blank;
    line[n_lines++] = (prg_text_line){text, n, cut};
    while (n < left && text[n] == ' ')
      n++;
    text += n;
    left -= n;
  }
  return n_lines;
}
