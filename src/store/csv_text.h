/*
 * csv_text.h - RFC 4180: values in lines, and what spreadsheets make of them
 *
 * A text that a spreadsheet would take for a formula (it starts with = + - @,
 * tab or carriage return, or with ' itself) is written behind a ' and comes
 * back without it. A list of texts is one value, joined by | (\| and \\ for
 * a bar and a backslash in a text). Lines end with CR LF.
 */
#ifndef KPIBOOK_STORE_CSV_TEXT_H
#define KPIBOOK_STORE_CSV_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

void csv_put(buf *out, text value, bool is_text);
/* Appends one text of a list to a value that is being joined. */
void csv_join(buf *list, bool first, text one);
/* Takes the defusing ' off. */
text csv_restore(text value);
/* The texts of a joined value, in the arena; false when memory ran out. */
bool csv_split(arena *a, const char ***texts, size_t *count, text list);

/*
 * The values of the next line from *at on, in the arena; *count 0 at the
 * end. False: a quote is not closed, or stands where none may (or memory:
 * *nomem). *line counts physical lines.
 */
bool csv_next(arena *a, text **values, size_t *count, text all, size_t *at,
              unsigned *line, bool *nomem);

/*
 * UTF-8 into cp932 (as Windows has it); a character that it lacks becomes 〓
 * (geta), its look-alike where there is one; both are counted.
 */
bool csv_encode(buf *out, text utf8, size_t *unmappable);
/* cp932 into UTF-8; false when the bytes are none. */
bool csv_decode(buf *out, text cp932);

#endif
