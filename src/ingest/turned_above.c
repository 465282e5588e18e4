/*
 * turned_above.c - what lines above a table on its side say
 */
#include "ingest/turned_above.h"

#include <string.h>

#include "ingest/department.h"
#include "ingest/grant_parts.h"
#include "wording/glyph.h"

enum { CONTEXT_BYTES = 240 };

bool turned_above_name(reader *r, text *t)
{
    text label, behind;
    size_t at = glyph_colon(*t, &behind);
    const header_word *w;

    if (t->length > CONTEXT_BYTES)
        return false;
    if (at != SIZE_MAX) {
        label = text_cut(*t, 0, at);
    } else {
        at = text_starts(*t, "【") ? text_find(*t, "】", 0) : SIZE_MAX;
        if (at == SIZE_MAX)
            return false;
        label = text_cut(*t, strlen("【"), at);
        behind = text_trim(text_from(*t, at + strlen("】")));
    }
    w = header_roles_find(r->roles, label, r->context_year);
    if (w->role != ROLE_PROJECT || !w->exact)
        return false;
    *t = behind;
    return t->length > 0;
}

/* 表１　ごみの減量 numbers a table; it names no project. */
static bool is_caption(text t)
{
    size_t at = strlen("表");
    uint32_t c;

    if (text_starts(t, "第"))
        t = text_from(t, strlen("第"));
    if (!text_starts(t, "表") || t.length == at)
        return false;
    c = utf8_next(t, &at);
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
           (c >= 0x2460 && c <= 0x2473) || c == '-' || c == 0xFF0D;
}

bool turned_above_title(const cell *c, text t)
{
    return t.length <= CONTEXT_BYTES && !form_is_cover(t) && !is_caption(t) &&
           c->type == CELL_STRING && department_of_line(t).length == 0 &&
           t.bytes[0] != '(' && !text_starts(t, "（") &&
           !text_starts(t, "※");
}
