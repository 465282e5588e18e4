/*
 * spaced_labels.c - a label and its value in one cell, parted by a space
 */
#include "ingest/spaced_labels.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/header/banner.h"
#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/header/title_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/table/grid_turn.h"
#include "ingest/walk/sheet_titles.h"
#include "wording/glyph.h"

enum { LABEL_BYTES = 45, NAME_LEAST = 6, RATE_BYTES = 24 };

static bool is_office(role r)
{
    return r == ROLE_BUREAU || r == ROLE_DIVISION;
}

/* 事業名, 取組の名称, 具体的な取組, 担当課, 事業期間, 総合評価, KPI-1: nothing but a label.
 * 施策 and 基本目標 may begin a heading, and 主な取組 what was done. */
static role label_role(const reader *r, text t)
{
    static const char *const ends[] = { "名", "名称", "項目" };
    const header_word *w;

    if (t.length == 0 || t.length > LABEL_BYTES)
        return ROLE_NONE;
    w = header_roles_find(r->roles, t, r->context_year);
    if (!w->exact || !(is_office(w->role) || role_is_level(w->role) ||
                       w->role == ROLE_PERIOD || w->role == ROLE_GRADE ||
                       (w->role == ROLE_KPI && w->index != 0)))
        return ROLE_NONE;
    return !role_is_level(w->role) || text_starts(t, "具体的") ||
                   text_ends_in(t, ends, sizeof(ends) / sizeof(*ends))
               ? w->role : ROLE_NONE;
}

static bool is_value(reader *r, role what, text t)
{
    year_span span;
    size_t start, end;

    if (what == ROLE_GRADE)
        return project_grade_like(r, t);
    if (what == ROLE_PERIOD)
        return fiscal_year_find(&span, &start, &end, t, r->context_year) &&
               start == 0;
    if (t.length < NAME_LEAST || text_find(t, "\n", 0) != SIZE_MAX ||
        text_ends(t, "。") || title_is_document(t, r->context_year) ||
        header_roles_find(r->roles, t, r->context_year)->exact)
        return false;
    return !is_office(what) || office_name(t) || department_like(t) ||
           department_beside(t).length > 0;
}

/* Nothing, or a document's title; １ is the form's number. */
static bool is_document(reader *r, text t)
{
    return t.length == 0 || form_is_cover(t) ||
           (glyph_has_letter(t) && title_is_document(t, r->context_year));
}

/* The label that stands between two spaces of a line, or in front of a colon
 * between them, and what follows. */
static bool label_between(reader *r, text t, size_t from, size_t to,
                          text *label, text *value)
{
    text part = text_trim(text_cut(t, from, to)), behind;
    size_t colon = glyph_colon(part, &behind);
    role what;

    *label = colon == SIZE_MAX ? part : text_trim(text_cut(part, 0, colon));
    *value = colon == SIZE_MAX
                 ? text_trim(text_from(t, to))
                 : text_trim(text_from(t, (size_t)(behind.bytes - t.bytes)));
    if (colon != SIZE_MAX && from == 0)
        return false; /* as it should be */
    what = label_role(r, *label);
    return what != ROLE_NONE && is_value(r, what, *value) &&
           is_document(r, text_trim(text_cut(t, 0, from)));
}

static bool parse(reader *r, text t, text *front, text *label, text *value)
{
    text no, title;
    size_t from = 0, next;

    if (heading_read(t, &no, &title) == STYLE_BULLET)
        t = title;
    for (size_t at = 0; at <= t.length; at = next) {
        next = at + 1;
        if (at < t.length && !glyph_is_space(glyph_at(t, at, &next)))
            continue;
        if (label_between(r, t, from, at, label, value)) {
            *front = text_trim(text_cut(t, 0, from));
            return true;
        }
        from = next;
    }
    return false;
}

/* Nothing stands right beside it. */
static bool stands_apart(const sheet_view *v, const cell *c)
{
    uint32_t last = view_range(v, c->row, c->col).last_col;

    return (c->col == 0 || !view_filled(v, c->row, c->col - 1)) &&
           view_next(v, c->row, last + 1) != last + 1;
}

static size_t rate_word(text t)
{
    static const char *const words[] = { "達成率", "達成度", "進捗率" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(t, words[i]))
            return strlen(words[i]);
    return 0;
}

/* 達成率　172.4%, wherever it stands: no name ends in a figure of percent. */
static bool parse_rate(text t, text *label, text *value)
{
    size_t next = 0, at = rate_word(t);

    if (at == 0 || at >= t.length || !glyph_is_space(glyph_at(t, at, &next)))
        return false;
    *label = text_cut(t, 0, at);
    *value = text_trim(text_from(t, next));
    return value->length <= RATE_BYTES && glyph_has_digit(*value) &&
           (text_ends(*value, "%") || text_ends(*value, "％"));
}

bool spaced_labels_take(grid **made, reader *r, arena *a, const grid *g,
                        size_t index)
{
    const cell *c = &g->cells[index];
    text typed = view_cell_text(&r->view, c), front = text_of(""), label, value;
    char *words;

    if (!parse_rate(typed, &label, &value) &&
        (!stands_apart(&r->view, c) ||
         !parse(r, typed, &front, &label, &value)))
        return true;
    sheet_titles_years(r, front);
    words = arena_printf(a, "%.*s：%.*s", (int)label.length, label.bytes,
                         (int)value.length, value.bytes);
    if (words == NULL ||
        (*made == NULL && !grid_copy_cells(made, a, g)))
        return false;
    (*made)->cells[index].value = text_of(words);
    return true;
}
