/*
 * grant_place_row.c - the levels above a form's project side by side
 *
 *     政策体系 | 第１章　安心なまち | 第２節　消防の充実 | 第３項　消防団の活性化
 *     位置付け | 安心なまち         | 消防の充実
 *
 * They stand from the outermost in, two or three of them and nothing else,
 * each with its number or none with one.
 */
#include "ingest/form/grant_parts.h"

#include "wording/glyph.h"

enum { PARTS_MIN = 2, PARTS_MAX = 3, PART_BYTES = 120, LABEL_BYTES = 60 };

typedef struct place_row {
    uint32_t cols[PARTS_MAX];
    size_t count;
    bool numbered;
} place_row;

/* Is a cell a level of it, and no label, sentence or figure? */
static bool is_part(const form *f, uint32_t row, uint32_t col, bool *numbered)
{
    const cell *c = view_cell(&f->reader->view, row, col);
    text t = view_cell_text(&f->reader->view, c), no, title;
    size_t next;

    if (c->type != CELL_STRING || t.length > PART_BYTES ||
        !form_is_phrase(t) || form_label(f, row, col)->exact ||
        glyph_colon(t, &title) != SIZE_MAX)
        return false;
    *numbered = heading_read(t, &no, &title) != STYLE_NONE && no.length > 0;
    return title.length > 0 &&
           (*numbered || glyph_is_letter(glyph_at(t, 0, &next)));
}

static bool read_row(const form *f, uint32_t row, place_row *p)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);

    *p = (place_row){ .count = 0 };
    while (c != UINT32_MAX && (view_text(v, row, c).length > LABEL_BYTES ||
                               !form_names_place(view_text(v, row, c))))
        c = view_next(v, row, c + 1);
    if (c == UINT32_MAX)
        return false;
    while ((c = view_next(v, row, c + 1)) != UINT32_MAX) {
        bool numbered;

        if (p->count == PARTS_MAX || !is_part(f, row, c, &numbered) ||
            (p->count > 0 && numbered != p->numbered))
            return false;
        p->numbered = numbered;
        p->cols[p->count++] = c;
    }
    return p->count >= PARTS_MIN;
}

bool form_take_place_row(form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    project *p = f->project;
    place_row r;

    if (f->below || f->place_row == row + 1)
        return f->place_row == row + 1; /* was taken with its first cell */
    if (p->has_goal || p->measure[0] != '\0' || !read_row(f, row, &r) ||
        col != r.cols[0])
        return false;
    f->place_row = row + 1;
    form_set_heading(f, &p->has_goal, &p->goal, view_text(v, row, r.cols[0]));
    if (r.count == PARTS_MAX)
        form_set_heading(f, &p->has_theme, &p->theme,
                         view_text(v, row, r.cols[1]));
    p->measure = reader_line(f->reader,
                             view_text(v, row, r.cols[r.count - 1]));
    if (!r.numbered)
        reader_finding(f->reader, "heading-uncertain", row, col,
                       view_text(v, row, col), NULL, NULL, NULL);
    return true;
}
