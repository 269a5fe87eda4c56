/*
 * Text in the encodings that Swedish offices write, made UTF-8. The encoding is told from the
 * content: a byte order mark, the zero bytes of UTF-16, then well-formed UTF-8, then which
 * eight-bit code makes å ä ö Å Ä Ö é out of the high bytes.
 */
#ifndef PROGNOS_ENCODING_H
#define PROGNOS_ENCODING_H

#include <prognos/error.h>

PRG_BEGIN_C

typedef enum prg_encoding {
  PRG_ENCODING_UNKNOWN, /* find it */
  PRG_UTF_8,
  PRG_UTF_8_BOM,
  PRG_UTF_16LE,
  PRG_UTF_16BE,
  PRG_WINDOWS_1252, /* and Latin-1, which it extends */
  PRG_CP850,
  PRG_CP437,       /* never found, only told: by a PX file or the user */
  PRG_ISO_8859_15, /* likewise */
  PRG_ENCODING_COUNT
} prg_encoding;

/* "UTF-8", "UTF-8 (BOM)", "Windows-1252" …; static storage. */
const char *prg_encoding_name(prg_encoding encoding);
/* The encoding of that name, common aliases and any case included; false if there is none. */
bool prg_encoding_from_name(const char *name, prg_encoding *encoding);

/* The encoding that bytes[0..n) seem to be in; never PRG_ENCODING_UNKNOWN. */
prg_encoding prg_encoding_find(const char *bytes, size_t n);

typedef struct prg_decoded {
  const char *text; /* UTF-8 without a byte order mark, n bytes; inside `bytes` or `store` */
  size_t n;
  prg_encoding encoding; /* as found */
  prg_buffer store;      /* owned; empty if `bytes` could be used as they are */
} prg_decoded;

/*
 * Makes UTF-8 of bytes[0..n), which must outlive *out. PRG_ENCODING_UNKNOWN finds the encoding.
 * PRG_EINPUT with the line if a byte is not of that encoding, or if a zero byte shows that it is no
 * text. prg_decoded_clear it after use.
 */
prg_status prg_decode(const char *bytes, size_t n, prg_encoding encoding, prg_decoded *out,
                      prg_error *error);
void prg_decoded_clear(prg_decoded *decoded);

PRG_END_C

#endif
