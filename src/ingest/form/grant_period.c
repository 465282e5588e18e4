/*
 * grant_period.c - how long a form's project runs
 */
#include "ingest/form/grant_parts.h"

void form_take_period(form *f, text t)
{
    project *p = f->project;
    year_span span = { 0 };
    size_t start, end;

    if (!fiscal_year_find(&span, &start, &end, t, f->reader->context_year))
        return;
    p->has_period = true;
    p->period_from = span.from != 0 ? span.from : span.to;
    p->period_to = span.open ? 0 : span.to;
}

bool form_run_year(const reader *r, project *p, text label, text value)
{
    year_span span = { 0 };

    if (!text_is(label, "実施年度") ||
        fiscal_year_read(&span, value, 0, r->context_year) != value.length ||
        span.to == 0)
        return false;
    if (!p->has_period) {
        p->has_period = true;
        p->period_from = span.from != 0 ? span.from : span.to;
        p->period_to = span.open ? 0 : span.to;
    }
    return true;
}

bool form_take_year_run(form *f, const header_word *w, uint32_t row,
                        uint32_t *col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t value = view_next(v, row, view_range(v, row, *col).last_col + 1);

    if (w->role != ROLE_YEAR || !w->exact || value == UINT32_MAX ||
        !form_run_year(f->reader, f->project, view_text(v, row, *col),
                       view_text(v, row, value)))
        return false;
    *col = value;
    return true;
}

void form_take_period_end(form *f, role end, text t)
{
    project *p = f->project;
    year_span one = { 0 };
    size_t from, to;

    if ((p->has_period && (p->period_to != 0 || end == ROLE_PERIOD_FROM)) ||
        !fiscal_year_find(&one, &from, &to, t, f->reader->context_year) ||
        one.open)
        return;
    *(end == ROLE_PERIOD_FROM ? &p->period_from : &p->period_to) = one.to;
    /* 開始年度 | H27 alone: it goes on */
    p->has_period = p->period_from != 0 &&
                    (p->period_to == 0 || p->period_from <= p->period_to);
}

void form_settle_period(form *f)
{
    project *p = f->project;

    p->has_period = p->has_period ||
                    (p->period_from != 0 && p->period_to == 0);
}

void form_take_period_cells(form *f, const form_label_value *one,
                            uint32_t *last)
{
    static const char *const starts[] = { "開始", "始期", "自", "始" };
    static const char *const ends[] = { "終了", "終期", "至", "終" };
    const sheet_view *v = &f->reader->view;
    uint32_t start, end, year;

    if (!text_in(one->value, starts, sizeof(starts) / sizeof(*starts)) ||
        (start = view_next(v, one->row, one->col + 1)) == UINT32_MAX ||
        (end = view_next(v, one->row, start + 1)) == UINT32_MAX ||
        (year = view_next(v, one->row, end + 1)) == UINT32_MAX ||
        !text_in(view_text(v, one->row, end), ends,
                 sizeof(ends) / sizeof(*ends)))
        return;
    form_take_period_end(f, ROLE_PERIOD_FROM, view_text(v, one->row, start));
    form_take_period_end(f, ROLE_PERIOD_TO, view_text(v, one->row, year));
    *last = year;
}
