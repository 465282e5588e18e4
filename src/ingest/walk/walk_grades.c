/*
 * walk_grades.c - a line that says the grade of all projects below it
 *
 *     ■ 評価Ａ（目標を達成した）　　2件
 *     担当局 | 取組       | ＫＰＩ   | 目標 | 実績
 *     港湾局 | 航路の誘致 | 寄港回数 | 20回 | 24回
 *
 *     ■ 評価Ｂ（概ね順調）　　3件
 *     担当局 | 取組       | ＫＰＩ   | 目標 | 実績
 *
 * It is no line of a legend: one alone, right above a table's header or its
 * rows, and no column of that table says a grade.
 */
#include "ingest/walk/sheet_walk_parts.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/reader/project_grade.h"
#include "wording/glyph.h"

enum { LINE_BYTES = 120 };

/* 評価A（…）, 【C評価】, 評価区分：A　3件: the grade; empty for other lines. */
static text grade_said(const reader *r, text line)
{
    static const char *const words[] = { "評価", "判定", "ランク" };
    text t = heading_unmarked(line), front, rest, said;
    size_t at, next = 0, starts = 0;
    unsigned verdicts = 0, opens = 0;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        for (at = 0; (at = text_find(t, words[i], at)) != SIZE_MAX; at++)
            verdicts++;
    if (verdicts != 1 || t.length > LINE_BYTES)
        return text_of("");
    if (glyph_at(t, 0, &starts) != GLYPH_OPEN)
        starts = 0; /* 【評価A】, 【評価A（達成）】 */
    t = text_trim(text_from(t, starts));
    front = t;
    for (at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        opens += c == GLYPH_OPEN;
        if (front.length == t.length && at > 0 &&
            (c == GLYPH_OPEN || c == GLYPH_SPACE ||
             (c == GLYPH_CLOSE && starts > 0)))
            front = text_cut(t, 0, at);
    }
    if (opens > 1)
        return text_of("");
    if (text_starts(front, "評価区分")) {
        rest = text_from(front, strlen("評価区分"));
        front = glyph_colon(rest, &said) == 0 ? said : rest;
    }
    said = project_grade_alone(r, front);
    return said.length > 0 || (starts == 0 && project_status_like(r, front))
               ? front : text_of("");
}

/* The only cell of a row, else UINT32_MAX. */
static uint32_t lone_cell(const sheet_view *v, uint32_t row)
{
    uint32_t c = view_next(v, row, 0);

    return c != UINT32_MAX && view_cell(v, row, c)->type == CELL_STRING &&
                   view_next(v, row, c + 1) == UINT32_MAX
               ? c : UINT32_MAX;
}

/* Does a table name projects, and leave their grades to such lines? */
static bool lacks_grades(const table *t)
{
    return t != NULL && t->accepted &&
           table_column_any(t, ROLE_PROJECT) != NULL &&
           table_column_any(t, ROLE_KPI) != NULL &&
           table_column_any(t, ROLE_GRADE) == NULL &&
           table_column_any(t, ROLE_STATUS) == NULL;
}

/* The row below is the next table's header, blank rows apart, or a project
 * of the current one. */
static bool stands_above(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    uint32_t below = row + 1;

    if (walk_leads_up_to(w, row)) {
        const table *t = &w->tables.items[w->next];

        while (below < t->top && view_next(v, below, 0) == UINT32_MAX)
            below++;
        if (below == t->top)
            return lacks_grades(t);
    }
    return lacks_grades(w->current) && row + 1 < v->grid->rows &&
           view_filled(v, row + 1,
                       table_column_any(w->current, ROLE_PROJECT)->col) &&
           view_filled(v, row + 1,
                       table_column_any(w->current, ROLE_KPI)->col);
}

bool walk_take_grade(walk *w, uint32_t row, text line)
{
    reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t above;
    text grade;

    if (!stands_above(w, row) || (grade = grade_said(r, line)).length == 0)
        return false;
    above = row > 0 ? lone_cell(v, row - 1) : UINT32_MAX;
    if (above != UINT32_MAX &&
        grade_said(r, view_text(v, row - 1, above)).length > 0)
        return false; /* the last line of a legend */
    walk_flush(w);
    r->group_grade = reader_line(r, grade);
    w->grade_row = row + 1;
    w->gap = false;
    return true;
}

void walk_end_grade(walk *w, uint32_t top)
{
    const sheet_view *v = &w->reader->view;
    uint32_t row = top;

    if (w->reader->group_grade[0] == '\0')
        return;
    while (row > 0 && view_next(v, row - 1, 0) == UINT32_MAX)
        row--;
    if (row != w->grade_row && row > 0 &&
        (!lacks_grades(w->current) || lone_cell(v, row - 1) != UINT32_MAX))
        w->reader->group_grade = "";
}
