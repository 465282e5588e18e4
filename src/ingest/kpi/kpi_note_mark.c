/*
 * kpi_note_mark.c - the mark of a footnote behind an indicator's name
 */
#include "ingest/kpi/kpi_note_mark.h"

#include "wording/glyph.h"

enum { NOTE_ROWS = 100, DIGITS_MOST = 2 };

static const char *const signs[] = { "※", "＊", "*", "注" };

typedef struct note_mark {
    const char *sign;
    unsigned number;
} note_mark;

/* ※1, 注２ at a byte; what is behind it, 0 where none stands there. */
static size_t read_mark(text t, size_t at, note_mark *out)
{
    for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
        size_t size = text_prefix(text_from(t, at), signs[i]), next;
        size_t from = at + size, end = from;
        unsigned n = 0;
        int digit;

        if (size == 0)
            continue;
        while (end - from < DIGITS_MOST * 3 &&
               (digit = glyph_digit(t, end, &next)) >= 0) {
            n = 10 * n + (unsigned)digit;
            end = next;
        }
        *out = (note_mark){ signs[i], n };
        return n > 0 ? end : 0;
    }
    return 0;
}

/* Where the mark at the end of a name begins, with the bracket around it;
 * SIZE_MAX: none. */
static size_t find_mark(text name, note_mark *out)
{
    size_t end = name.length, at, next;

    if (glyph_may_close(name) &&
        glyph_class_before(name, end) == GLYPH_CLOSE)
        end = glyph_back(name, end);
    for (at = end; at > 0 &&
                   glyph_digit(name, glyph_back(name, at), &next) >= 0;)
        at = glyph_back(name, at);
    if (at == end || at == 0)
        return SIZE_MAX;
    at = glyph_back(name, at);
    if (read_mark(name, at, out) != end)
        return SIZE_MAX;
    return end < name.length && at > 0 &&
                   glyph_class_before(name, at) == GLYPH_OPEN
               ? glyph_back(name, at)
           : end == name.length ? at
                                : SIZE_MAX;
}

/* Does one of the last lines of the sheet begin with it? */
static bool is_explained(const sheet_view *v, const note_mark *mark,
                         uint32_t above)
{
    uint32_t row = v->grid->rows;

    for (unsigned n = 0; n < NOTE_ROWS && row-- > above + 1; n++) {
        uint32_t col = view_next(v, row, 0);
        text t = col == UINT32_MAX ? text_of("") : view_text(v, row, col);
        note_mark one;
        size_t from = 0, next;

        if (t.length > 0 && glyph_at(t, 0, &next) == GLYPH_OPEN)
            from = next; /* （注1）, [※1] */
        if (read_mark(t, from, &one) > 0 && one.sign == mark->sign &&
            one.number == mark->number)
            return true;
    }
    return false;
}

text kpi_note_mark_cut(reader *r, text name, uint32_t row, uint32_t col)
{
    note_mark mark;
    size_t at, next;
    text cut;

    if (name.length == 0 ||
        (!glyph_may_close(name) &&
         glyph_digit(name, glyph_back(name, name.length), &next) < 0))
        return name; /* as most */
    at = find_mark(name, &mark);
    if (at == SIZE_MAX || at == 0 || !is_explained(&r->view, &mark, row))
        return name;
    cut = text_trim(text_cut(name, 0, at));
    reader_finding(r, "footnote-mark-cut", row, col, name,
                   reader_line(r, cut), NULL, NULL);
    return cut;
}
