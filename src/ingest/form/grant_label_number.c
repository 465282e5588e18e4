/*
 * grant_label_number.c - the number at the end of a label: 基本目標Ⅰ, 事業名２
 */
#include "ingest/form/grant_parts.h"
#include "wording/glyph.h"

enum { LABEL_NUMBER_BYTES = 9, NUMBERED_BYTES = 36 };

static bool may_end_in_number(text t)
{
    switch (glyph_class_before(t, t.length)) {
    case GLYPH_DIGIT: case GLYPH_LATIN: case GLYPH_MARK: case GLYPH_CLOSE:
        return true;
    default:
        return false;
    }
}

bool form_level_number(text t, text *word, text *no)
{
    text title;

    if (t.length > NUMBERED_BYTES || !may_end_in_number(t) ||
        !heading_has_word(heading_read(t, no, &title)) || no->length == 0 ||
        title.length > 0)
        return false;
    *word = text_trim(text_cut(t, 0, (size_t)(no->bytes - t.bytes)));
    return word->length > 0;
}

text form_with_number(const form *f, text label, text value)
{
    text word, no, own, title;
    buf b;

    if (!form_level_number(label, &word, &no) ||
        heading_read(value, &own, &title) != STYLE_NONE)
        return value;
    buf_init(&b);
    buf_text(&b, no);
    buf_string(&b, "　");
    buf_text(&b, value);
    value = text_of(reader_line(f->reader, buf_slice(&b)));
    buf_free(&b);
    return value;
}

/* プロジェクト①, 事業名２, 取組３: the number at the end of a label. */
static text label_number(text label)
{
    text no, rest;
    size_t at = label.length, from;

    while (at > 0 && label.length - at < LABEL_NUMBER_BYTES) {
        from = glyph_back(label, at);
        if (!heading_is_numbered(
                heading_read(text_from(label, from), &no, &rest)) ||
            rest.length > 0)
            break;
        at = from;
    }
    return at > 0 ? text_from(label, at) : text_of("");
}

void form_take_label_number(form *f, text label, text name)
{
    text no, rest;

    if (f->project->no[0] != '\0' ||
        heading_read(name, &no, &rest) != STYLE_NONE)
        return;
    no = label_number(label);
    if (no.length > 0)
        f->project->no = reader_line(f->reader, no);
}
