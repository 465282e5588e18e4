/*
 * kpi_way_note.h - notes on a sheet that say which way its indicators are to go
 *
 *     指標                   | 基準値 | 目標値 | 備考
 *     農作物の被害額（千円）※ | 9,800  | 9,200  |
 *     空き店舗率［減］         | 17.3   | 14     |
 *     待機児童数              | 16     | 0      |
 *     ごみの排出量            | 682    | 610    | 減少が望ましい指標
 *     ※印は減らすことを目標とする指標。［減］の付いた指標は少ないほど良い。
 *     待機児童数は少ないほど良い指標である。
 *
 * Such a mark is no part of a name. A note ※減少が望ましい指標 explains the mark ※
 * where no other note of the sheet begins with one.
 */
#ifndef KPIBOOK_INGEST_KPI_WAY_NOTE_H
#define KPIBOOK_INGEST_KPI_WAY_NOTE_H

#include "ingest/reader/reader.h"

/* By the bytes in front of a closing bracket: a sign, or a word for a way. */
bool kpi_way_may_hold(text name, size_t close);

/* By its bytes: may a name begin or end with such a mark? Most do not. Signs
 * and brackets begin with E2, EF or E3 80, the letters of names do not. */
static inline bool kpi_way_may_mark(text name)
{
    const unsigned char *b = (const unsigned char *)name.bytes;
    const unsigned char *end = b + name.length;

    if (name.length <= 3)
        return false;
    if ((b[0] < 0xE4 || b[0] == 0xEF) &&
        (b[0] == 0xE2 || b[0] == 0xEF || (b[0] == 0xE3 && b[1] == 0x80) ||
         b[0] == '(' || b[0] == '[' || b[0] == '*' || b[0] == '#'))
        return true;
    if (end[-1] < 0x80)
        return end[-1] == '*' || end[-1] == '#' ||
               (!ascii_is_digit((char)end[-1]) &&
                kpi_way_may_hold(name, name.length - 1));
    if (end[-3] != 0xEF && !(end[-3] == 0xE3 && end[-2] == 0x80))
        return end[-3] == 0xE2;
    return kpi_way_may_hold(name, name.length - 3) || end[-1] == 0x8A ||
           end[-1] == 0x83; /* ＊ ＃ */
}

/* The notes of a sheet are looked for when they are asked for first. */
void kpi_way_begin(reader *r, const grid *sheet);
/* Takes a mark that a note explains off a name's end or beginning. */
text kpi_way_mark_cut(reader *r, kpi *k, text name);
/* What a note says of a mark alone; UNKNOWN: none does. */
kpi_direction kpi_way_of_mark(reader *r, text mark);
/* Gives the projects of the sheet, from the `first` on, what notes and remarks
 * say of their indicators, where the figures agree. */
void kpi_way_settle(reader *r, size_t first);

#endif
