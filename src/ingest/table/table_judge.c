/*
 * table_judge.c - does a table hold enough to be read, and how sure is it?
 */
#include "ingest/header/banner.h"
#include "ingest/table/table_parts.h"

#include <string.h>

unsigned columns_of_years(const deciding *d)
{
    unsigned n = 0;

    for (size_t i = 0; i < d->count; i++)
        n += d->columns[i].role == ROLE_ACTUAL && d->columns[i].years.to != 0;
    return n;
}

/* (1) 家庭学習時間の割合 | （単位：%） above 基準値 | R3 | R4 | 目標値: the
 * caption names what all of it measures. */
static bool captioned(const deciding *d)
{
    const table *t = d->t;
    text no, title;
    uint32_t next;

    bool lines = columns_count(d, ROLE_YEAR) > 0 &&
                 columns_count(d, ROLE_ACTUAL) > 0; /* 年度 | 実績 */

    if (t->caption.length == 0 || t->caption_row == UINT32_MAX ||
        (!lines && (columns_of_years(d) == 0 ||
                    columns_count(d, ROLE_TARGET) +
                            columns_count(d, ROLE_BASELINE) == 0)))
        return false;
    next = view_next(d->view, t->caption_row,
                     view_next(d->view, t->caption_row, 0) + 1);
    return next != UINT32_MAX &&
           (heading_read(t->caption, &no, &title) != STYLE_NONE ||
            t->first_row == t->last_row) && /* it can be nothing else's */
           text_find(view_text(d->view, t->caption_row, next), "単位", 0) !=
               SIZE_MAX;
}

void columns_judge(deciding *d)
{
    table *t = d->t;
    unsigned levels = 0, figures = 0, doubts = 0, lines;
    bool named = columns_count(d, ROLE_KPI) > 0;

    for (size_t i = 0; i < d->count; i++) {
        role r = d->columns[i].role;

        levels += role_is_level(r);
        figures += role_is_figure(r);
        named = named || (d->columns[i].block != 0 &&
                          d->columns[i].kpi_name.length > 0);
        if (r != ROLE_NONE && r != ROLE_IGNORED)
            doubts += strcmp(d->columns[i].why, "contained") == 0 ? 3
                      : strcmp(d->columns[i].why, "position") == 0 ? 2
                      : strcmp(d->columns[i].why, "content") == 0 ? 1 : 0;
    }
    lines = columns_count(d, ROLE_LINE) + (t->line_count > 0);
    named = named || captioned(d);
    t->accepted = (named && (figures > 0 || levels > 0 || lines > 0)) ||
                  (levels > 0 && (columns_count(d, ROLE_TARGET) +
                                  columns_count(d, ROLE_PLANNED) > 0 ||
                                  lines > 0) &&
                   columns_count(d, ROLE_ACTUAL) > 0) ||
                  (lines > 0 && columns_of_years(d) > 1) ||
                  (columns_count(d, ROLE_YEAR) > 0 &&
                   columns_count(d, ROLE_ACTUAL) > 0 &&
                    columns_count(d, ROLE_TARGET) +
                            columns_count(d, ROLE_PLANNED) >
                       0);
    t->lacks = t->accepted ? "" : named ? "目標・実績" : "指標";
    t->confidence = doubts > 40 ? 50 : 100 - doubts;
    if (columns_count(d, ROLE_ACTUAL) + lines == 0)
        t->confidence -= t->confidence > 20 ? 15 : 0;
    if (levels == 0)
        t->confidence -= t->confidence > 20 ? 10 : 0;
}
