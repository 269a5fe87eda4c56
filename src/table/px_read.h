/* The reader of PX files: "PX file format", Statistics Sweden, AXIS-VERSION 2013 and before. */
#ifndef TABLE_PX_READ_H
#define TABLE_PX_READ_H

#include <prognos/cube.h>

#include "table/px_lexer.h"

/* True if bytes[0..n), blanks before them taken away, are the beginning of a PX file. */
bool px_is(const char *bytes, size_t n);

/* Fills the cube from bytes[0..n). Errors have the line, no file. */
prg_status px_read(prg_cube *cube, const char *bytes, size_t n, const prg_cube_options *options,
                   prg_error *error);

/* Reads the figures after DATA= into the cube, whose dimensions are there. */
prg_status px_read_data(const px_file *px, prg_cube *cube, prg_error *error);

#endif
