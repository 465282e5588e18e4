/*
 * table_captioned.c - （１）計画 above a table of years, （２）実績 above another
 *
 *     （１）計画
 *     事業 | 指標       | R2   | R3   | … | R11
 *     管渠 | 管渠改善率 | 0.36 | 0.41 | … | 0.8
 *
 * Figures below years alone are actuals, unless the line above the table says
 * that they are what was aimed at. A list of projects below 事業別決算額, or on a
 * sheet of that name, tells what they cost.
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "wording/glyph.h"

enum { WORD_BYTES = 75, TITLE_REACH = 4 };

/* 別表1 年度別目標値, 第２表　目標値: without the number of the table. */
static text without_number(text t)
{
    static const char *const words[] = { "別表", "別紙", "資料", "様式", "表",
                                         "第" };
    size_t at = 0, next;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words) && at == 0; i++)
        if (text_starts(t, words[i]))
            at = strlen(words[i]);
    if (at == 0 || at >= t.length || glyph_at(t, at, &next) != GLYPH_DIGIT)
        return t;
    while (at < t.length && glyph_at(t, at, &next) == GLYPH_DIGIT)
        at = next;
    if (text_starts(text_from(t, at), "表"))
        at += strlen("表");
    next = glyph_skip(t, at, false);
    return next > at ? text_from(t, next) : t;
}

/* 年度別目標値（某市）: without what stands in brackets behind it. */
static text without_bracket(text t)
{
    static const char *const opens[] = { "（", "(" };

    if (!text_ends(t, "）") && !text_ends(t, ")"))
        return t;
    for (size_t i = 0; i < sizeof(opens) / sizeof(*opens); i++) {
        size_t at = text_find(t, opens[i], 0);

        if (at != SIZE_MAX && at > 0)
            return text_trim(text_cut(t, 0, at));
    }
    return t;
}

/* The line's words are one for what is aimed at. */
static bool names_aims(const deciding *d, text line)
{
    text no, words;
    const header_word *w;

    if (line.length == 0 || line.length > WORD_BYTES)
        return false;
    heading_read(without_number(line), &no, &words);
    w = header_roles_find(d->roles, without_bracket(words), d->context_year);
    return w->exact && !w->has_year &&
           (w->role == ROLE_PLANNED || w->role == ROLE_TARGET);
}

/* 別表1　年度別目標値 above a gap and the table: the first line of the sheet,
 * with nothing beside it. 計画 so far away may be any document. */
static bool titled_aims(const deciding *d)
{
    const sheet_view *v = d->view;
    uint32_t row = 0, c;
    text line;

    while (row < d->t->top && view_next(v, row, 0) == UINT32_MAX)
        row++;
    if (row >= d->t->top || d->t->top - row > TITLE_REACH)
        return false;
    c = view_next(v, row, 0);
    line = view_text(v, row, c);
    if (view_next(v, row, c + 1) != UINT32_MAX ||
        text_find(line, "目標", 0) == SIZE_MAX || !names_aims(d, line))
        return false;
    while (++row < d->t->top)
        if (view_next(v, row, 0) != UINT32_MAX)
            return false;
    return true;
}

/* Figures below years alone. */
static bool has_bare_years(const deciding *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL && d->columns[i].years.to != 0 &&
            !d->columns[i].exact)
            return true;
    return false;
}

static bool names_costs(text line)
{
    static const char *const ends[] = { "決算額", "事業費", "決算",
                                        "決算額一覧", "事業費一覧",
                                        "決算額の推移", "事業費の推移",
                                        "決算額推移", "事業費推移" };
    static const char *const others[] = { "指標", "目標", "予算" };
    text words = without_bracket(line);

    return words.length <= WORD_BYTES &&
           text_ends_in(words, ends, sizeof(ends) / sizeof(*ends)) &&
           !text_contains_one(words, others,
                              sizeof(others) / sizeof(*others));
}

/* Projects by name, what describes them, and figures of years. */
static bool lists_years_of_projects(const deciding *d)
{
    bool named = false;

    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];

        named = named || (k->role == ROLE_PROJECT && k->exact);
        if (k->role == ROLE_KPI || k->role == ROLE_NAME ||
            k->role == ROLE_UNIT || k->role == ROLE_LINE ||
            k->role == ROLE_COST ||
            (role_is_figure(k->role) &&
             (k->role != ROLE_ACTUAL || k->years.to == 0 || k->exact)))
            return false;
    }
    return named;
}

void columns_captioned(deciding *d)
{
    role means;

    if (!has_bare_years(d))
        return;
    if (names_aims(d, d->t->caption) || titled_aims(d))
        means = ROLE_PLANNED;
    else if (lists_years_of_projects(d) &&
             (names_costs(d->t->caption) ||
              names_costs(text_of(d->view->grid->sheet))))
        means = ROLE_COST;
    else
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_ACTUAL || k->years.to == 0 || k->exact ||
            strcmp(k->why, "plan") == 0)
            continue;
        k->role = means;
        k->why = "content";
    }
}
