/*
 * page_verdict.c - 評価 | B between the lines of text of a page
 */
#include "ingest/page/page.h"

#include "ingest/reader/project_grade.h"

/* The verdict beside its label; below it where a label for why stands there:
 * 評価区分 | 評価理由 above Ｂ | 周知が進んだ。. Empty for none. */
static text verdict_of(const page_line *l, const reader *r, uint32_t beside)
{
    const sheet_view *v = &r->view;
    const header_word *w = table_word(v, r->roles, l->row, beside,
                                      r->context_year);
    text t = view_text(v, l->row, beside);

    if (!w->exact || w->role != ROLE_REMARK)
        return t;
    if (view_next(v, l->row + 1, 0) != l->col)
        return text_of("");
    t = view_text(v, l->row + 1, l->col);
    return project_grade_like(r, t) ? t : text_of("");
}

bool page_verdict_read(page_line *l, const reader *r, const page_line *above)
{
    const sheet_view *v = &r->view;
    uint32_t value = view_next(v, l->row,
                               view_range(v, l->row, l->col).last_col + 1);
    const header_word *w;
    text said;

    if ((!l->gap && (above == NULL || above->kind == PAGE_TABLE)) ||
        value == UINT32_MAX || view_next(v, l->row, value + 1) != UINT32_MAX)
        return false;
    w = table_word(v, r->roles, l->row, l->col, r->context_year);
    if (!w->exact || (w->role != ROLE_GRADE && w->role != ROLE_STATUS) ||
        (said = verdict_of(l, r, value)).length == 0)
        return false;
    l->words = view_text(v, l->row, l->col);
    l->pair = (page_pair){ text_of(""), l->words, said, w, false };
    l->col = value;
    l->kind = PAGE_LABEL;
    return true;
}
