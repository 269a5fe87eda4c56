/* Colours as people see them: contrast, colour blindness, difference. */
#ifndef PRESENT_COLOUR_H
#define PRESENT_COLOUR_H

#include <prognos/theme.h>

typedef enum prg_vision {
  PRG_VISION_NORMAL,
  PRG_VISION_DEUTERANOPIA,
  PRG_VISION_PROTANOPIA,
  PRG_VISION_TRITANOPIA
} prg_vision;

/* CIE 1976 L*a*b*, white D65. */
typedef struct prg_lab {
  double lightness, a, b;
} prg_lab;

/* The contrast ratio of WCAG 2.2, 1 … 21. */
double prg_colour_contrast(prg_colour a, prg_colour b);
/* A colour as it is seen, by Machado's simulation of a missing cone (severity 1). */
prg_lab prg_colour_seen(prg_colour colour, prg_vision vision);
/* CIEDE2000: about 1 is just seen between two large patches side by side. */
double prg_colour_difference(const prg_lab *one, const prg_lab *other);
/* A colour of that part laid over another, as charts draw their bands. */
prg_colour prg_colour_over(prg_colour colour, double part, prg_colour below);

#endif
