#include "present/canvas/colour.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

typedef struct rgb {
  double part[3]; /* linear light, 0 … 1 */
} rgb;

/* sRGB's transfer function (IEC 61966-2-1). */
static rgb linear(prg_colour colour) {
  rgb out;
  for (int i = 0; i < 3; i++) {
    double c = (double)((colour >> (16 - 8 * i)) & 255) / 255;
    out.part[i] = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
  }
  return out;
}

/* WCAG 2.2, "relative luminance". */
static double luminance(prg_colour colour) {
  rgb light = linear(colour);
  return 0.2126 * light.part[0] + 0.7152 * light.part[1] + 0.0722 * light.part[2];
}

double prg_colour_contrast(prg_colour a, prg_colour b) {
  double one = luminance(a), other = luminance(b);
  return (fmax(one, other) + 0.05) / (fmin(one, other) + 0.05);
}

static rgb multiply(const double matrix[3][3], const rgb *light) {
  rgb out;
  for (int i = 0; i < 3; i++) {
    double sum = 0;
    for (int k = 0; k < 3; k++)
      sum += matrix[i][k] * light->part[k];
    out.part[i] = sum;
  }
  return out;
}

/* G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A physiologically-based model for simulation
 * of color vision deficiency, IEEE TVCG 15 (2009) 1291–1298: severity 1.0, of linear RGB. */
static rgb without_cone(const rgb *light, prg_vision vision) {
  static const double missing[][3][3] = {
      [PRG_VISION_NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
      [PRG_VISION_DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968},
                                   {0.280085, 0.672501, 0.047413},
                                   {-0.011820, 0.042940, 0.968881}},
      [PRG_VISION_PROTANOPIA] = {{0.152286, 1.052583, -0.204868},
                                 {0.114503, 0.786281, 0.099216},
                                 {-0.003882, -0.048116, 1.051998}},
      [PRG_VISION_TRITANOPIA] = {{1.255528, -0.076749, -0.178779},
                                 {-0.078411, 0.930809, 0.147602},
                                 {0.004733, 0.691367, 0.303900}}};
  rgb seen = multiply(missing[vision], light);
  for (int i = 0; i < 3; i++)
    seen.part[i] = fmin(1, fmax(0, seen.part[i]));
  return seen;
}

/* The curve of CIE L*a*b*; the straight part near 0 with the exact fractions of CIE 15:2004. */
static double lab_curve(double t) {
  return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

prg_lab prg_colour_seen(prg_colour colour, prg_vision vision) {
  /* Linear sRGB to XYZ beside white D65 (0.95047, 1, 1.08883), IEC 61966-2-1. */
  static const double to_xyz[3][3] = {{0.4124564, 0.3575761, 0.1804375},
                                      {0.2126729, 0.7151522, 0.0721750},
                                      {0.0193339, 0.1191920, 0.9503041}};
  rgb light = linear(colour), seen = without_cone(&light, vision);
  rgb xyz = multiply(to_xyz, &seen);
  double x = lab_curve(xyz.part[0] / 0.95047), y = lab_curve(xyz.part[1]);
  double z = lab_curve(xyz.part[2] / 1.08883);
  return (prg_lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double cosine(double degrees) {
  return cos(degrees * pi / 180);
}

/* 0 … 360 degrees; 0 of grey. */
static double hue_of(double a, double b) {
  double hue = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / pi;
  return hue < 0 ? hue + 360 : hue;
}

/* √(c⁷ / (c⁷ + 25⁷)): how strongly coloured, 0 … 1. */
static double strength(double chroma) {
  double seventh = pow(chroma, 7);
  return sqrt(seventh / (seventh + pow(25, 7)));
}

/* From the one hue to the other, the short way round; and the hue between them. */
static void compare_hues(double one, double other, bool grey, double *step, double *mean) {
  *step = grey ? 0 : other - one;
  *mean = grey ? one + other : (one + other) / 2;
  if (!grey && fabs(other - one) > 180) {
    *step += *step > 0 ? -360 : 360;
    *mean += one + other < 360 ? 180 : -180;
  }
}

/*
 * G. Sharma, W. Wu, E. N. Dalal: The CIEDE2000 color-difference formula: implementation notes,
 * supplementary test data, and mathematical observations, Color Research and Application 30 (2005)
 * 21–30, equations 2–22 with kL = kC = kH = 1.
 */
double prg_colour_difference(const prg_lab *one, const prg_lab *other) {
  double stretch = 1.5 - 0.5 * strength((hypot(one->a, one->b) + hypot(other->a, other->b)) / 2);
  double a1 = one->a * stretch, a2 = other->a * stretch;
  double c1 = hypot(a1, one->b), c2 = hypot(a2, other->b), chroma = (c1 + c2) / 2;
  double step, hue;
  compare_hues(hue_of(a1, one->b), hue_of(a2, other->b), c1 * c2 == 0, &step, &hue);
  double middle = (one->lightness + other->lightness) / 2 - 50;
  double t = 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) -
             0.20 * cosine(4 * hue - 63);
  double lightness = (other->lightness - one->lightness) /
                     (1 + 0.015 * middle * middle / sqrt(20 + middle * middle));
  double chroma_part = (c2 - c1) / (1 + 0.045 * chroma);
  double hue_part = 2 * sqrt(c1 * c2) * sin(step / 2 * pi / 180) / (1 + 0.015 * chroma * t);
  double turn = 60 * exp(-pow((hue - 275) / 25, 2));
  double rotation = -2 * strength(chroma) * sin(turn * pi / 180);
  return sqrt(lightness * lightness + chroma_part * chroma_part + hue_part * hue_part +
              rotation * chroma_part * hue_part);
}

prg_colour prg_colour_over(prg_colour colour, double part, prg_colour below) {
  prg_colour out = 0;
  for (int shift = 16; shift >= 0; shift -= 8) {
    double mixed =
        (double)((colour >> shift) & 255) * part + (double)((below >> shift) & 255) * (1 - part);
    out |= (prg_colour)floor(mixed + 0.5) << shift;
  }
  return out;
}
