/*
 * project_name.c - a project's number and name as they are printed
 */
#include "output/project_name.h"

#include "wording/glyph.h"

void put_project_name(buf *b, const project *p)
{
    text no = text_of(p->no);
    glyph_class last = glyph_class_before(no, no.length);

    buf_text(b, no);
    if (no.length > 0 && (last == GLYPH_DIGIT || last == GLYPH_LATIN))
        buf_char(b, ' ');
    buf_string(b, p->name);
}
