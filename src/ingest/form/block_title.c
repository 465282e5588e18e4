/*
 * block_title.c - the line above each of several small tables that names the
 * project
 */
#include "ingest/form/block_title.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/project_grade.h"
#include "ingest/reader/title_heading.h"

enum { LABEL_BYTES = 45, NAME_BYTES = 240, NUMBER_BYTES = 12,
       LINES = 4 /* of labels below it */ };

typedef enum fact { FACT_NONE, FACT_GRADE, FACT_FORM } fact;

/* A grade may stand beside any heading; what else is said is a form's. */
static fact fact_of(role r)
{
    if (r == ROLE_GRADE || r == ROLE_STATUS)
        return FACT_GRADE;
    return r == ROLE_BUREAU || r == ROLE_DIVISION || r == ROLE_COST ||
                   r == ROLE_GRANT || r == ROLE_SUMMARY ||
                   r == ROLE_PURPOSE || role_is_period(r)
               ? FACT_FORM : FACT_NONE;
}

/* 担当：防災課, （担当：防災課）, 防災課 or 決算額 | 6,420千円 at a cell; *last is the last cell
 * that it takes. */
static fact read_fact(const form *look, uint32_t row, uint32_t col,
                      uint32_t *last)
{
    const sheet_view *v = &look->reader->view;
    text label, value;
    const header_word *w = form_pair_in(
        look, office_unbracketed(view_text(v, row, col)), &label, &value);

    *last = col;
    if (w != NULL)
        return fact_of(w->role);
    if (project_grade_mark(look->reader, view_text(v, row, col)))
        return FACT_GRADE;
    if (office_name(view_text(v, row, col)))
        return FACT_FORM;
    w = form_label(look, row, col);
    *last = view_next(v, row, view_range(v, row, col).last_col + 1);
    return w->exact && *last != UINT32_MAX &&
                   !form_label(look, row, *last)->exact
               ? fact_of(w->role) : FACT_NONE;
}

/* Nothing but such facts from a cell on: the most that they are. */
static fact says_facts(reader *r, uint32_t row, uint32_t col)
{
    const form look = { .reader = r };
    fact most = FACT_NONE, one;
    uint32_t last;

    for (uint32_t c = col; c != UINT32_MAX;
         c = view_next(&r->view, row, last + 1)) {
        one = read_fact(&look, row, c, &last);
        if (one == FACT_NONE)
            return one;
        most = one > most ? one : most;
    }
    return most;
}

static bool names_block(block_title *out, const reader *r, text t, bool told)
{
    text no, title;

    out->style = STYLE_NONE;
    out->word = text_of("");
    if (form_heads_project(r, t, &no, &title) == ROLE_PROJECT) {
        out->word = text_cut(t, 0, (size_t)(no.bytes - t.bytes));
    } else {
        out->style = heading_read(t, &no, &title);
        if (!told || title.length == 0 || form_is_section(r, t) ||
            !(heading_is_numbered(out->style) || out->style == STYLE_KANA ||
              (out->style == STYLE_MEASURE_WORD && no.length > 0)))
            return false;
    }
    out->no = no;
    out->name = title;
    return true;
}

/* Ⅰ-1-1 | 避難所の点検 | 担当課 | 防災課, or No.101 | …: the number has a cell of its
 * own; *next is the one behind the name. */
static bool names_apart(block_title *out, reader *r, text no,
                        uint32_t *next)
{
    const form look = { .reader = r };
    const sheet_view *v = &r->view;
    uint32_t name = *next;

    if (name == UINT32_MAX || no.length > NUMBER_BYTES ||
        (heading_number_alone(no).length == 0 && !form_is_number(no)) ||
        view_cell(v, out->row, name)->type != CELL_STRING)
        return false;
    *next = view_next(v, out->row,
                      view_range(v, out->row, name).last_col + 1);
    out->name = view_text(v, out->row, name);
    if (*next == UINT32_MAX || out->name.length > NAME_BYTES ||
        form_label(&look, out->row, name)->exact)
        return false;
    out->word = text_of("");
    out->no = form_is_number(no) ? form_number_of(no) : no;
    out->style = STYLE_NUMBER;
    out->col = name;
    return true;
}

/* 101 | 朝市の開催 | 商工部 | 評価 | A or 担当：商工部, and no line of a list: 1 | 朝市 |
 * 商工課. */
static bool any_label(reader *r, uint32_t row, uint32_t col)
{
    const form look = { .reader = r };
    text label, value;

    while (col != UINT32_MAX && !form_label(&look, row, col)->exact &&
           form_pair_in(&look, view_text(&r->view, row, col), &label,
                        &value) == NULL)
        col = view_next(&r->view, row, col + 1);
    return col != UINT32_MAX;
}

bool block_title_read(block_title *out, reader *r, uint32_t row, bool told)
{
    const sheet_view *v = &r->view;
    fact said = FACT_FORM;
    uint32_t next;
    text t;

    out->row = row;
    out->col = view_next(v, row, 0);
    if (out->col == UINT32_MAX)
        return false;
    out->counted = view_cell(v, row, out->col)->type == CELL_NUMBER;
    if (view_cell(v, row, out->col)->type != CELL_STRING && !out->counted)
        return false;
    t = heading_unmarked(view_text(v, row, out->col));
    if (t.length > NAME_BYTES)
        return false;
    next = view_next(v, row, view_range(v, row, out->col).last_col + 1);
    out->beside = next != UINT32_MAX;
    if (!names_apart(out, r, t, &next) &&
        (out->counted || !names_block(out, r, t, told || out->beside)))
        return false;
    if (out->counted && !any_label(r, row, next))
        return false;
    if (out->beside)
        said = says_facts(r, row, next);
    out->graded = said == FACT_GRADE;
    return said == FACT_FORM || (out->graded && told);
}

bool block_title_tells(reader *r, uint32_t row)
{
    uint32_t c = view_next(&r->view, row, 0);
    block_title title;

    return c != UINT32_MAX && row > 0 &&
           view_next(&r->view, row, c + 1) != UINT32_MAX &&
           says_facts(r, row, c) == FACT_FORM &&
           block_title_read(&title, r, row - 1, true) && !title.beside;
}

/* 事業内容 | 端末の更新: what is done, or 指標名 | 来場者数: what is counted, between the
 * title and the table. */
static bool says_summary(reader *r, uint32_t row, uint32_t col)
{
    const form look = { .reader = r };
    const header_word *w = form_label(&look, row, col);
    uint32_t value = view_next(&r->view, row,
                               view_range(&r->view, row, col).last_col + 1);

    return w->exact &&
           (w->role == ROLE_SUMMARY || w->role == ROLE_PURPOSE ||
            w->role == ROLE_ACTIVITY || w->role == ROLE_KPI ||
            text_is(view_text(&r->view, row, col), "内容")) &&
           value != UINT32_MAX && !form_label(&look, row, value)->exact &&
           view_next(&r->view, row, value + 1) == UINT32_MAX;
}

/* 企画部移住定住課 alone in its row. */
static bool is_office_line(reader *r, uint32_t row)
{
    uint32_t c = view_next(&r->view, row, 0);

    return c != UINT32_MAX && view_next(&r->view, row, c + 1) == UINT32_MAX &&
           office_name(view_text(&r->view, row, c));
}

/* 財源の考え方 | 国と市で半分ずつ: some label with its words, whatever it is. */
static bool says_something(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    uint32_t value = view_next(v, row, view_range(v, row, col).last_col + 1);

    return value != UINT32_MAX &&
           view_next(v, row, value + 1) == UINT32_MAX &&
           view_cell(v, row, col)->type == CELL_STRING &&
           view_cell(v, row, value)->type == CELL_STRING &&
           view_text(v, row, col).length <= LABEL_BYTES;
}

bool block_title_above(block_title *out, reader *r, const table *t,
                       uint32_t from)
{
    const sheet_view *v = &r->view;
    bool told = false, unknown = false;

    for (uint32_t row = t->top, n = 0; row-- > from && n < LINES; n++) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX)
            continue;
        if (block_title_read(out, r, row, told))
            return (told || out->beside) &&
                   (!unknown || out->word.length > 0);
        if (says_summary(r, row, c))
            continue;
        if (is_office_line(r, row) || says_facts(r, row, c) != FACT_NONE)
            told = true;
        else if (says_something(r, row, c))
            unknown = true; /* above it only a project's word is a title */
        else
            return false;
    }
    return false;
}

/* A blank row, a text alone in one or with an office at the right, or a level
 * and its name: 施策 | 防災力の強化. */
static bool is_title(reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0), next;

    if (c == UINT32_MAX)
        return true;
    if (view_cell(v, row, c)->type != CELL_STRING)
        return false;
    next = view_next(v, row, view_range(v, row, c).last_col + 1);
    return next == UINT32_MAX || title_heading_pairs(r, row) ||
           (view_next(v, row, next + 1) == UINT32_MAX &&
            office_name(view_text(v, row, next)) &&
            form_is_cover(view_text(v, row, c)));
}

uint32_t block_title_start(reader *r, const table *t, uint32_t from)
{
    block_title title;

    if (!block_title_above(&title, r, t, from))
        return from;
    for (uint32_t row = from; row < title.row; row++)
        if (!is_title(r, row))
            return from;
    return title.row;
}

/* The headings right above a title are of what follows, with what a sentence
 * below one of them says of it. */
static uint32_t climb_headings(reader *r, uint32_t row, uint32_t least)
{
    const sheet_view *v = &r->view;
    uint32_t first = row;

    while (row-- > least && is_title(r, row)) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX || text_ends(view_text(v, row, c), "。"))
            continue;
        if (heading_is_plain(view_text(v, row, c)) &&
            !title_heading_pairs(r, row))
            break;
        first = row;
    }
    return first;
}

/* Are labels beside a title, or right below it? */
static bool is_told(reader *r, const block_title *title)
{
    uint32_t row = title->row + 1;

    return (title->beside && !title->graded) ||
           (row < r->view.grid->rows &&
            (is_office_line(r, row) ||
             says_facts(r, row, view_next(&r->view, row, 0)) != FACT_NONE));
}

uint32_t block_title_end(const block_title *of, reader *r, const table *t,
                         uint32_t end)
{
    block_title next;

    for (uint32_t row = t->bottom + 1; row < end; row++)
        if (block_title_read(&next, r, row, true) &&
            next.style == of->style && next.beside == of->beside &&
            next.counted == of->counted &&
            text_equal(next.word, of->word) &&
            (of->word.length > 0 || is_told(r, &next)))
            return climb_headings(r, row, t->bottom + 1);
    return end;
}
