/*
 * The eight-bit codes, as Unicode publishes them (Public/MAPPINGS/VENDORS/MICSFT: CP1252.TXT,
 * CP850.TXT, CP437.TXT; ISO8859/8859-15.TXT). Tables of our own, because iconv loads them from
 * paths that the environment decides, and a bare machine may not have them.
 */
#ifndef TABLE_ENCODING_TABLES_H
#define TABLE_ENCODING_TABLES_H

#include <stdint.h>

extern const uint16_t windows_1252_high[32]; /* of the bytes 0x80 … 0x9F; 0: not assigned */
extern const uint16_t cp850_high[128];       /* of the bytes 0x80 … 0xFF */
extern const uint16_t cp437_high[128];       /* of the bytes 0x80 … 0xFF */

/* Where ISO 8859-15 is not ISO 8859-1: the euro sign and seven letters. */
#define ISO_8859_15_OWN 8
typedef struct iso_8859_15_row {
  unsigned char byte;
  uint16_t character;
} iso_8859_15_row;
extern const iso_8859_15_row iso_8859_15_own[ISO_8859_15_OWN];

#endif
