/*
 * form_titles.c - the line above a form's labels that says what it is about
 */
#include "ingest/form_titles.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/form_title_cells.h"
#include "ingest/form_title_number.h"
#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/header/title_words.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/note_words.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/table/asked_label.h"
#include "wording/glyph.h"

enum { NAME_BYTES = 240, NAME_LEAST = 6, ABREAST_MOST = 4,
       HEAD_ROWS = 16, LINES_MOST = 4, TITLE_LINES = 5, FORM_ROWS = 60 };

/* Words of a document, of a part of a form, of whose it is. */
static bool is_other_line(reader *r, text t)
{
    return form_is_cover(t) || title_is_document(t, r->context_year) ||
           title_names_plan(t, r->context_year) || form_is_city(t) ||
           department_of_line(t).length > 0 || department_like(t) ||
           form_is_section(r, t) || unit_is_line(t) || row_is_example(t);
}

/* 【事業名】朝市の開催, 【決算額】6,420千円: what a line in brackets says itself that
 * it is. */
static role said_role(reader *r, text t)
{
    const header_word *w = NULL;
    text label, value;

    if (form_in_brackets(t)) { /* few are, and all rows are asked */
        const form look = { .reader = r };

        w = form_pair_in(&look, t, &label, &value);
    }
    return w == NULL ? ROLE_NONE : w->role;
}

static bool says_project(reader *r, text t)
{
    return said_role(r, t) == ROLE_PROJECT;
}

static bool says_fact(reader *r, text t)
{
    role said = said_role(r, t);

    return said != ROLE_NONE && !role_is_level(said);
}

/* 1-1 朝市の開催（商工課）, ◆朝市の開催〔担当：商工課〕: the name in front of its office;
 * *owned: there is one. */
static text without_office(text t, bool *owned)
{
    text front = t, office = office_in_brackets(t, &front);

    *owned = office.length > 0 && department_beside(office).length > 0;
    return *owned ? front : t;
}

/* A few words that may be a name. */
static bool is_name(reader *r, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(&r->view, row, col);
    text t, no, title, behind;
    heading_style style;
    bool owned;

    t = without_office(view_cell_text(&r->view, c), &owned);
    if (c == NULL || c->type != CELL_STRING || t.length < NAME_LEAST ||
        t.length > NAME_BYTES || text_ends(t, "。") || text_starts(t, "※") ||
        text_starts(t, "←") ||
        (text_starts(t, "（") && /* （仮称）橋の点検 is one */
         (glyph_bracketed(t, 0, &behind) ||
          heading_read(t, &no, &title) != STYLE_NONE)) ||
        (text_starts(t, "【") && text_ends(t, "】")) ||
        glyph_colon(t, &behind) != SIZE_MAX || form_is_number(t) ||
        form_is_no_name(t) || form_is_path(t) ||
        says_fact(r, t) || form_title_word(r, row, col) != NULL)
        return false;
    style = heading_read(t, &no, &title);
    return style != STYLE_GOAL_WORD && style != STYLE_THEME_WORD &&
           style != STYLE_MEASURE_WORD && style != STYLE_ROMAN &&
           style != STYLE_ARROW && !is_other_line(r, t) &&
           form_heads_project(r, style == STYLE_BULLET ? title : t, &no,
                              &behind) == ROLE_NONE;
}

/* ①朝市開催事業, 朝市プロジェクト: no 施策名 below is its other name. */
static bool ends_project(text t)
{
    static const char *const ends[] = { "事業", "プロジェクト" };
    static const char *const sorts[] = { "主要事業", "重点事業", "関連事業",
                                         "対象事業", "実施事業" };
    bool owned;

    t = without_office(t, &owned);
    return text_ends_in(t, ends, sizeof(ends) / sizeof(*ends)) &&
           !text_ends_in(t, sorts, sizeof(sorts) / sizeof(*sorts));
}

/* 1 朝市の開催事業 below a line of words without a number: にぎわう町. */
static bool is_numbered_project(const sheet_view *v, uint32_t row,
                                uint32_t col)
{
    text no, title, above = view_text(v, row - 1, col);

    return view_next(v, row - 1, col + 1) == UINT32_MAX &&
           view_cell(v, row - 1, col)->type == CELL_STRING &&
           heading_read(above, &no, &title) == STYLE_NONE &&
           heading_is_numbered(
               heading_read(view_text(v, row, col), &no, &title)) &&
           ends_project(title);
}

/* 事業名 alone above ① 朝市の開催事業: its value, which has a label. */
static bool is_labelled_above(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = row > 0 && view_next(&r->view, row - 1, 0) == col &&
                                   view_next(&r->view, row - 1, col + 1) ==
                                       UINT32_MAX
                               ? form_title_word(r, row - 1, col) : NULL;

    return w != NULL && role_is_level(w->role);
}

/* ※基準値は平成26年度の値, 作成：港市: a note below a document's title, or what says
 * nothing of a form. */
static bool is_note(reader *r, text t)
{
    const form look = { .reader = r };
    text label, behind;

    return text_starts(t, "※") ||
           (glyph_colon(t, &behind) != SIZE_MAX && behind.length > 0 &&
            form_pair_in(&look, t, &label, &behind) == NULL);
}

/* 施策を構成する事務事業 alone above ① | 朝市の開催, whose number has a cell of its own. */
static bool is_captioned(const reader *r, const titled *at)
{
    const sheet_view *v = &r->view;
    text no, title;

    return at->left < at->col && view_next(v, at->row - 1, 0) == at->left &&
           view_next(v, at->row - 1, at->left + 1) == UINT32_MAX &&
           heading_number_alone(view_text(v, at->row, at->left)).length > 0 &&
           heading_read(view_text(v, at->row - 1, at->left), &no, &title) ==
               STYLE_NONE &&
           form_title_word(r, at->row - 1, at->left) == NULL;
}

/* Nothing stands above, or the title of a document, 基本目標２　健康なまち, or a note
 * below one: over all forms abreast where it is alone. */
static bool begins_form(reader *r, const titled *at)
{
    uint32_t row = at->row, col = at->left;
    const sheet_view *v = &r->view;
    uint32_t c = row == 0 ? UINT32_MAX : view_next(v, row - 1, 0);
    bool alone = c != UINT32_MAX && view_next(v, row - 1, c + 1) == UINT32_MAX;
    text t, no, title;

    if (c == UINT32_MAX || says_project(r, view_text(v, row, at->col)) ||
        (alone && is_note(r, view_text(v, row - 1, c))) ||
        (c <= col && form_heading_at(v, row - 1, &no, &title) != STYLE_NONE))
        return true;
    if ((c == col && is_numbered_project(v, row, col)) ||
        is_captioned(r, at))
        return true;
    if (!alone && view_next(v, row - 1, col) != col)
        return false;
    c = alone ? c : col;
    t = view_text(v, row - 1, c);
    if (view_cell(v, row - 1, c)->type != CELL_STRING)
        return false;
    if (c > col) /* 個票　1, 様式第２号 at the right margin */
        return title_is_document(t, r->context_year) || form_is_cover(t);
    return is_other_line(r, t) && !form_is_section(r, t);
}

/* No gap above it, but the very label below it that stands below the first
 * form's line, which is as wide: 朝市の開催 above 基本目標 | …, again and again. */
static bool begins_again(const titles *all, const reader *r, uint32_t row,
                         uint32_t col)
{
    const sheet_view *v = &r->view;

    for (size_t i = 0; i < all->count && all->items[i].row == all->items[0].row;
         i++) {
        const titled *t = &all->items[i];

        if (t->col == col && t->row < row && row + 1 < v->grid->rows &&
            view_next(v, row + 1, col) == col &&
            view_range(v, row, col).last_col ==
                view_range(v, t->row, col).last_col &&
            text_equal(view_text(v, row + 1, col),
                       view_text(v, t->row + 1, col)))
            return form_title_word(r, row + 1, col) != NULL;
    }
    return false;
}

/* The first row below a title, which may take several. */
static uint32_t below_name(const sheet_view *v, const titled *t)
{
    return view_range(v, t->row, t->col).last_row + 1;
}

/* What a label says of its form. */
typedef struct head {
    unsigned labels, pairs; /* 所管：公園課 in one cell */
    unsigned rows;
    bool project; /* the line is a project's name by its words */
    bool named;
    bool tells; /* 目的, 番号: what only a form says of its project */
    bool wide; /* two cells stand beside each other, or one over columns */
    uint32_t value; /* the column of the first one beside its label */
} head;

static void see_label(head *h, const header_word *w, text words)
{
    h->labels += w->role != ROLE_REMARK && w->role != ROLE_ACTIVITY;
    h->tells = h->tells || w->role == ROLE_PURPOSE || w->role == ROLE_NO ||
               w->role == ROLE_SUMMARY || role_is_period(w->role);
    h->named = h->named || w->role == ROLE_PROJECT ||
               (role_is_level(w->role) && !h->project &&
                (text_ends(words, "名") || text_ends(words, "名称")));
}

/* Does a row hold labels with their values? *below: these stand in the next
 * one. Those of no fact (内線 | 47) pass. */
static bool reads_labels(const form *f, const titled *t, uint32_t row,
                         head *known, bool *below)
{
    const sheet_view *v = &f->reader->view;
    head seen = *known, *h = &seen;
    bool passes = false;

    *below = false;
    for (uint32_t c = view_next(v, row, t->left); c < t->end;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);
        text label = view_text(v, row, c), value;
        uint32_t value_row, value_col;

        if (!w->exact) {
            w = form_pair(f, row, c, &label, &value);
            if (w != NULL)
                see_label(h, w, label);
            h->pairs += w != NULL;
            continue;
        }
        if (role_is_figure(w->role) ||
            (form_describes_kpi(w) && w->role != ROLE_IGNORED &&
             w->role != ROLE_CODE))
            return false; /* the header of a table */
        if ((!form_knows(w->role) && w->role != ROLE_IGNORED) ||
            !form_value_of(f, row, c, &value_row, &value_col) ||
            value_col >= t->end)
            continue;
        *below = *below || value_row > row;
        passes = true;
        if (!form_knows(w->role))
            continue;
        see_label(h, w, label);
        if (value_row == row && h->value == 0 && c == t->left)
            h->value = value_col;
    }
    if (seen.labels == known->labels)
        return passes;
    *known = seen;
    return true;
}

/* １　概要, 担当：商工課: alone among the form's columns; 内線：12. */
static bool is_between(reader *r, const titled *t, uint32_t row)
{
    const form look = { .reader = r };
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, t->left);

    return form_any_pair(&look, row, c) ||
           (c < t->end && view_next(v, row, c + 1) >= t->end &&
           view_cell(v, row, c)->type == CELL_STRING &&
           (form_is_section(r, view_text(v, row, c)) ||
            department_of_line(view_text(v, row, c)).length > 0));
}

/* 指標 | 来場者数: the column of what a label of such a role has beside it; 0 where
 * there is none, or another label. */
static uint32_t value_beside(const reader *r, const titled *t, uint32_t row,
                             bool of_figure)
{
    const sheet_view *v = &r->view;
    uint32_t value = view_next(v, row,
                               view_range(v, row, t->left).last_col + 1);
    const header_word *w = view_next(v, row, t->left) == t->left &&
                                   value < t->end
                               ? form_title_word(r, row, t->left) : NULL;

    return w != NULL &&
                   (of_figure ? role_is_figure(w->role) : w->role == ROLE_KPI) &&
                   form_title_word(r, row, value) == NULL
               ? value : 0;
}

/* No.1 | 朝市の開催 | 評価 | C right above 指標 | 来場者数 and 目標値 | 900人: a card of an
 * indicator; the column of its name, 0 for other lines. */
static uint32_t heads_indicator(const reader *r, const titled *t)
{
    const sheet_view *v = &r->view;
    uint32_t row = below_name(v, t);
    bool numbered = t->left < t->col;

    if (row + 1 >= v->grid->rows ||
        (!numbered && view_next(v, t->row, t->col + 1) >= t->end))
        return 0;
    return value_beside(r, t, row + 1, true) > 0
               ? value_beside(r, t, row, false) : 0;
}

/* Labels stand below that say whose the form is and where it belongs, and
 * none that names it. */
static bool heads_form(reader *r, titled *t, titles *all)
{
    const table none = { 0 };
    const form f = { .reader = r, .table = &none, .last = UINT32_MAX };
    const sheet_view *v = &r->view;
    text typed = view_text(v, t->row, t->col);
    bool said = says_project(r, typed), owned, below;
    head h = { .project = said || ends_project(typed) };
    unsigned labels;

    t->value = heads_indicator(r, t);
    if (t->value > 0) {
        all->sure = true;
        return true;
    }
    without_office(typed, &owned);
    for (uint32_t row = below_name(v, t);
         row < v->grid->rows && row <= t->row + HEAD_ROWS; row++) {
        uint32_t c = view_next(v, row, t->left);

        if (c >= t->end)
            break;
        h.wide = h.wide || view_next(v, row, c + 1) < t->end ||
                 view_range(v, row, c).last_col > c;
        labels = h.labels;
        if (reads_labels(&f, t, row, &h, &below)) {
            row += below;
            h.rows += h.labels > labels;
            if (below && h.value == 0)
                h.value = t->left + 1;
        } else if (!is_between(r, t, row))
            break;
    }
    all->sure = all->sure || said || owned || h.labels > h.pairs + 1 ||
                (h.tells && h.rows > 1);
    t->value = h.value;
    return !h.named && h.wide && (h.labels > h.pairs || h.rows > 1);
}

/* 単位 | 人 | 事業, or 事業 behind 指標名 | 出店数 | 単位: what is counted. */
static bool is_unit(const reader *r, const titled *t, uint32_t row,
                    uint32_t col)
{
    const header_word *first =
        form_title_word(r, row, view_next(&r->view, row, t->left));
    const header_word *before =
        col > t->left ? form_title_word(r, row, col - 1) : NULL;

    return (first != NULL && first->role == ROLE_UNIT) ||
           (before != NULL && before->role == ROLE_UNIT);
}

/* 事業名 | 指標 stands further down: the line is about several; not 重点事業 | 有,
 * nor 成果指標 | 利用者数 | 事業 | 27. */
static bool lists_projects(reader *r, const titled *t, uint32_t to)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = t->row + 1; row < to; row++) {
        unsigned words = 0;
        bool projects = false;

        for (uint32_t c = view_next(v, row, t->left); c < t->end;
             c = view_next(v, row, c + 1)) {
            const header_word *w = form_title_word(r, row, c);

            if (view_cell(v, row, c)->type == CELL_NUMBER &&
                !reader_word(r, row, c)->year_only) {
                projects = false;
                break;
            }
            words += w != NULL;
            projects = projects ||
                       (w != NULL && w->role == ROLE_PROJECT &&
                        asked_label(v, w, row, c)->role == ROLE_PROJECT &&
                        !is_unit(r, t, row, c));
        }
        if (projects && words > 1)
            return true;
    }
    return false;
}

/* The first row below with more than a line's words begins with a label, or
 * may hold labels with their values in one cell: cheap, and false for most. */
static bool may_head(reader *r, const titled *t)
{
    const form look = { .reader = r };
    const sheet_view *v = &r->view;

    for (uint32_t row = below_name(v, t);
         row < v->grid->rows && row <= t->row + LINES_MOST; row++) {
        uint32_t c = view_next(v, row, t->left);
        const header_word *w;
        text label, value;

        if (c >= t->end || view_cell(v, row, c)->type != CELL_STRING)
            return false;
        w = form_title_word(r, row, c);
        if (w == NULL)
            w = form_pair(&look, row, c, &label, &value);
        if (w != NULL && w->role == ROLE_KPI)
            return heads_indicator(r, t) > 0;
        if (w != NULL)
            return w->role == ROLE_YEAR /* 実施年度 | 令和２年度 */
                       ? t->left < t->col
                       : form_knows(w->role) && w->role != ROLE_PROJECT;
        c = view_next(v, row, c + 1);
        if (c < t->end)
            return form_title_word(r, row, c) != NULL; /* behind a side title */
    }
    return false;
}

static bool is_verdict_label(const header_word *w)
{
    return w != NULL && (w->role == ROLE_GRADE || w->role == ROLE_STATUS);
}

/* 評価 above Ｂ beside a name that takes both lines. */
static bool is_corner(reader *r, const titled *t, uint32_t col)
{
    const header_word *w = view_range(&r->view, t->row, t->col).last_row >
                                   t->row
                               ? form_title_word(r, t->row, col) : NULL;

    return is_verdict_label(w) && view_filled(&r->view, t->row + 1, col);
}

/* Ｃ, or 総合評価　Ｃ in one cell. */
static bool says_verdict(reader *r, uint32_t row, uint32_t col)
{
    const form look = { .reader = r };
    text label, value;
    const header_word *w = form_pair(&look, row, col, &label, &value);

    return form_title_verdict(r, row, col) ||
           is_verdict_label(w);
}

/* All cells of a row, each the title of a form, and beside them a note or whose
 * it is. */
static unsigned titles_of_row(reader *r, uint32_t row, titled *out,
                              titles *all)
{
    const sheet_view *v = &r->view;
    unsigned count = 0;

    for (uint32_t c = view_next(v, row, 0), next; c != UINT32_MAX; c = next) {
        titled *t = &out[count];

        next = view_next(v, row, c + 1);
        if (count > 0 && (note_to_clerk(view_text(v, row, c)) ||
                          is_corner(r, t - 1, c) ||
                          form_title_office(r, row, c) ||
                          says_verdict(r, row, c))) {
            out[count - 1].end = next;
            continue;
        }
        if (count == ABREAST_MOST)
            return 0;
        *t = (titled){ row, c, c, next, 0 };
        form_title_take_number(r, t);
        if (t->col == t->left &&
            is_verdict_label(form_title_word(r, row, next)))
            t->end = form_title_behind(r, row, next);
        next = t->end;
        if (!may_head(r, t) || !is_name(r, row, t->col) ||
            is_labelled_above(r, row, t->col) ||
            !(begins_form(r, t) || begins_again(all, r, row, t->col)))
            return 0;
        count++;
    }
    for (unsigned i = 0; i < count; i++)
        if (!heads_form(r, &out[i], all))
            return 0;
    return count;
}

/* 1 | 朝市の開催 | 評価, or with 担当課 | 商工課 behind it, for each of several. */
static bool is_numbered_row(const grid *g, uint32_t row, size_t cells)
{
    const cell *c = &g->cells[g->row_start[row]];

    return cells <= 4 * ABREAST_MOST &&
           (c->type == CELL_NUMBER || form_title_may_number(c->value));
}

static bool find_titles(titles *all, reader *r, arena *a)
{
    const grid *g = r->view.grid;
    titled found[ABREAST_MOST];
    unsigned line = 0; /* behind a gap, from 1 */

    for (uint32_t row = 0; row < g->rows; row++) {
        size_t cells = g->row_start[row + 1] - g->row_start[row];
        unsigned count;

        line = cells == 0 ? 0 : line + 1;
        if (line == 0 ||
            (cells > ABREAST_MOST && !is_numbered_row(g, row, cells)) ||
            (line > TITLE_LINES &&
             !says_project(r, g->cells[g->row_start[row]].value) &&
             !begins_again(all, r, row, g->cells[g->row_start[row]].col)))
            continue;
        count = titles_of_row(r, row, found, all);
        for (unsigned i = 0; i < count; i++) {
            titled *t = arena_push(a, (void **)&all->items, &all->count,
                                   &all->capacity, sizeof(*t));

            if (t == NULL)
                return false;
            *t = found[i];
        }
    }
    return true;
}

static void drop_lists(titles *all, reader *r)
{
    size_t kept = 0;

    for (size_t i = 0; i < all->count; i++) {
        uint32_t to = all->items[i].row + FORM_ROWS;

        for (size_t n = i + 1; n < all->count; n++)
            if (all->items[n].row > all->items[i].row &&
                all->items[n].row < to)
                to = all->items[n].row;
        to = to < r->view.grid->rows ? to : r->view.grid->rows;
        if (!lists_projects(r, &all->items[i], to))
            all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

bool form_titles_take(const grid **out, reader *r, arena *a, const grid *g)
{
    titles all = { 0 };
    grid *made;

    *out = g;
    if (!find_titles(&all, r, a))
        return false;
    drop_lists(&all, r);
    if (all.count == 0 || (all.count < 2 && !all.sure))
        return true;
    made = arena_alloc(a, sizeof(*made));
    if (made == NULL || !form_title_cells(made, a, r, &all))
        return false;
    *out = made;
    return true;
}
