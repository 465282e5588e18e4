/*
 * rows_numbers.c - a number that runs into its project's name
 *
 *     １－１　防災力の向上
 *     １－２災害への備え
 *
 * Nothing parts it from the name: another name that is numbered alike tells
 * that it is one.
 */
#include "ingest/header/banner.h"
#include "ingest/rows/rows_parts.h"

void rows_joined_number(const rows_reader *w, project *p)
{
    text no, rest, other, title;
    heading_style depth;

    /* 1-2 or １－２: most names begin with a kanji, without a further look */
    if (p->no[0] != '\0' ||
        (!ascii_is_digit(p->name[0]) && (unsigned char)p->name[0] != 0xEF))
        return;
    heading_joined_number(text_of(p->name), &no, &rest);
    if (no.length == 0)
        return;
    depth = heading_depth(STYLE_NUMBER, no);
    for (size_t i = 0; i < w->span_count; i++) {
        if (heading_read(w->spans[i].name, &other, &title) != STYLE_NUMBER ||
            title.length == 0 || heading_depth(STYLE_NUMBER, other) != depth)
            continue;
        p->no = reader_text(w->reader, no);
        p->name = reader_text(w->reader, rest);
        return;
    }
}
