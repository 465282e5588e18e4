/*
 * table_numbered.c - indicators side by side below their numbers alone
 *
 *     事業名 | ①    | <    | <      | ②    | <    | <
 *     ^      | 名称 | 単位 | 目標値 | 名称 | 単位 | 目標値
 *
 * or No.1, or 目標1 over columns that have their own 目標値: each such group is an
 * indicator, as 指標① is.
 */
#include "ingest/header/banner.h"
#include "ingest/table/table_parts.h"
#include "wording/glyph.h"

enum { GROUP_BYTES = 30, MOST_INDICATORS = 20 };

/* The number of ①, No.1, (1), 目標1 and nothing more; 0 for other words. */
static unsigned index_of(text t, bool *aim)
{
    static const char *const words[] = { "数値目標", "目標", "№", "No.", "No",
                                         "Ｎｏ．", "Ｎｏ", "NO.", "NO" };
    enum { AIMS = 2 };
    unsigned index = 0;
    size_t next, n = 0;

    t = text_trim(t);
    *aim = false;
    if (t.length == 0 || t.length > GROUP_BYTES)
        return 0;
    if (glyph_at(t, 0, &next) == GLYPH_OPEN &&
        glyph_class_before(t, t.length) == GLYPH_CLOSE)
        t = text_cut(t, next, glyph_back(t, t.length));
    for (size_t i = 0; i < sizeof(words) / sizeof(*words) && n == 0; i++) {
        n = text_prefix(t, words[i]);
        *aim = n > 0 && i < AIMS;
    }
    t = text_trim(text_from(t, n));
    if (heading_number_at(t, 0) != t.length)
        return 0;
    if (glyph_circled(t) != 0)
        return glyph_circled(t);
    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_DIGIT)
            index = index * 10 + (unsigned)glyph_digit(t, at, &next);
        else if (c != GLYPH_OPEN && c != GLYPH_CLOSE)
            return 0;
        if (index > MOST_INDICATORS)
            return 0;
    }
    return index;
}

/* Such a group of columns, the first of which has the names. */
static unsigned group_at(const deciding *d, uint32_t row, uint32_t col)
{
    merge_range m = view_range(d->view, row, col);
    const header_word *w;
    bool aim, aims = false;
    unsigned index;

    if (m.last_col == m.col || m.last_row >= d->t->bottom ||
        (index = index_of(view_text(d->view, row, col), &aim)) == 0)
        return 0;
    row = m.last_row + 1;
    w = table_word(d->view, d->roles, row, m.col, d->context_year);
    if (!w->exact || (w->role != ROLE_NAME && w->role != ROLE_KPI))
        return 0;
    for (uint32_t c = m.col + 1; c <= m.last_col && aim && !aims; c++)
        aims = table_word(d->view, d->roles, row, c, d->context_year)->role ==
               ROLE_TARGET;
    return aim && !aims ? 0 : index;
}

unsigned table_numbered_group(const deciding *d, uint32_t row, uint32_t col)
{
    merge_range m = view_range(d->view, row, col), beside;
    unsigned index = group_at(d, row, col), other = 0;

    if (index == 0)
        return 0;
    beside = view_range(d->view, row, m.last_col + 1);
    if (beside.col == m.last_col + 1)
        other = group_at(d, row, beside.col);
    if (other != index + 1 && m.col > 0) {
        beside = view_range(d->view, row, m.col - 1);
        other = group_at(d, row, beside.col);
        return other + 1 == index && other != 0 ? index : 0;
    }
    return other == index + 1 ? index : 0;
}
