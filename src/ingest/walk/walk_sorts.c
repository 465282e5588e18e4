/*
 * walk_sorts.c - a line that says which sort of projects the next ones are
 *
 *     １　数値目標のある事業
 *     事業名 | 指標 | 目標 | R4実績 | 評価
 *
 *     ２　数値目標対象外の事業（実績の記入は不要）
 *     事業名 | 指標 | 目標
 *
 *     【再掲】
 *     事業名 | 指標 | 目標 | R4実績 | 評価
 *
 * It is no heading of a plan. 再掲: all of them are listed again; 対象外: they
 * have that status, where none of their own cells says another.
 */
#include "ingest/walk/sheet_walk_parts.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "wording/glyph.h"

enum { LINE_BYTES = 180 };

typedef enum sort {
    SORT_NONE, SORT_COUNTED, SORT_EXCLUDED, SORT_RELISTED
} sort;

static const struct {
    const char *words;
    sort sort;
} sorts[] = {
    { "再掲", SORT_RELISTED },
    { "再掲分", SORT_RELISTED },
    { "再掲のもの", SORT_RELISTED },
    { "数値目標対象外", SORT_EXCLUDED },
    { "数値目標の対象外", SORT_EXCLUDED },
    { "目標対象外", SORT_EXCLUDED },
    { "評価対象外", SORT_EXCLUDED },
    { "評価の対象外", SORT_EXCLUDED },
    { "対象外", SORT_EXCLUDED },
    { "数値目標対象", SORT_COUNTED },
    { "数値目標のある", SORT_COUNTED },
    { "数値目標がある", SORT_COUNTED },
    { "数値目標を設定した", SORT_COUNTED },
    { "数値目標を設定している", SORT_COUNTED },
    { "数値目標あり", SORT_COUNTED },
    { "評価対象", SORT_COUNTED },
    { "評価の対象", SORT_COUNTED },
};

/* 再掲 of ３　再掲の事業（…）, 【再掲】, ■再掲事業一覧　3件: without number, brackets
 * and words for projects. */
static text sort_words(text line)
{
    static const char *const things[] = { "一覧", "一覧表", "について", "の事業",
                                          "事業", "の取組", "取組", "の施策",
                                          "施策", "となる", "とする", "等" };
    text no, t;
    size_t next, end = 0;

    heading_read(heading_unmarked(line), &no, &t);
    if (glyph_at(t, 0, &next) == GLYPH_OPEN)
        t = text_trim(text_from(t, next));
    while (end < t.length) {
        glyph_class c = glyph_at(t, end, &next);

        if (c == GLYPH_OPEN || c == GLYPH_CLOSE || glyph_is_space(c))
            break;
        end = next;
    }
    t = text_cut(t, 0, end);
    for (size_t i = 0; i < sizeof(things) / sizeof(*things); i++)
        if (text_ends(t, things[i])) {
            t = text_cut(t, 0, t.length - strlen(things[i]));
            i = (size_t)-1;
        }
    return t;
}

static sort sort_of(text line, text *words)
{
    if (line.length == 0 || line.length > LINE_BYTES ||
        (text_find(line, "再掲", 0) == SIZE_MAX &&
         text_find(line, "目標", 0) == SIZE_MAX &&
         text_find(line, "対象", 0) == SIZE_MAX))
        return SORT_NONE;
    *words = sort_words(line);
    for (size_t i = 0; i < sizeof(sorts) / sizeof(*sorts); i++)
        if (text_is(*words, sorts[i].words))
            return sorts[i].sort;
    return SORT_NONE;
}

/* Does a table of projects, or one of its rows, follow? Blank rows apart. */
static bool projects_follow(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    const table *t = w->current;

    if (walk_leads_up_to(w, row)) {
        t = &w->tables.items[w->next];
        for (row++; row < t->top && view_next(v, row, 0) == UINT32_MAX;)
            row++;
        return row == t->top && t->accepted &&
               table_column_any(t, ROLE_PROJECT) != NULL;
    }
    return t != NULL && t->accepted && row + 1 < v->grid->rows &&
           table_column_any(t, ROLE_PROJECT) != NULL &&
           view_filled(v, row + 1,
                       table_column_any(t, ROLE_PROJECT)->col);
}

static void end_sort(walk *w)
{
    w->reader->group_relisted = false;
    w->reader->group_status = "";
}

bool walk_take_sort(walk *w, uint32_t row, text line)
{
    text words;
    sort is = sort_of(line, &words);

    if (is == SORT_NONE || !projects_follow(w, row))
        return false;
    walk_flush(w);
    end_sort(w);
    if (is == SORT_RELISTED)
        w->reader->group_relisted = true;
    if (is == SORT_EXCLUDED)
        w->reader->group_status = reader_line(w->reader, words);
    w->sorted_row = row + 1;
    w->gap = false;
    return true;
}

void walk_end_sort(walk *w, uint32_t row)
{
    if (w->sorted_row != 0 && row != w->sorted_row)
        end_sort(w);
}

void walk_end_sort_above(walk *w, uint32_t top)
{
    while (w->sorted_row != 0 && top > w->sorted_row &&
           view_next(&w->reader->view, top - 1, 0) == UINT32_MAX)
        top--;
    walk_end_sort(w, top);
}
