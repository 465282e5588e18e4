/*
 * grant_card.c - the line that heads a card: number, name and grade
 *
 *     総合戦略　事業カード（令和5年度末時点）
 *     No.3 | 温泉街の再生 | < | < | 評価　B
 *     担当 | 産業部　観光課
 *     KPI  | R2基準 | R3 | R4 | R6目標
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/title_words.h"
#include "ingest/reader/project_grade.h"
#include "wording/fiscal_year.h"
#include "wording/glyph.h"

enum { VERDICT_BYTES = 36, NUMBER_BYTES = 12 };

/* The bytes of No in No.3; 0 for other words. */
static size_t sign_bytes(text t)
{
    static const char *const words[] = { "No", "NO", "no", "Ｎｏ", "ＮＯ", "№",
                                         "事業番号", "整理番号", "番号" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(t, words[i]))
            return strlen(words[i]);
    return 0;
}

bool form_is_number(text t)
{
    size_t at = sign_bytes(t);
    bool digits = false;

    if (at == 0 || t.length > 2 * NUMBER_BYTES)
        return false;
    while (at < t.length) {
        uint32_t c = glyph_next(t, &at);

        digits = digits || (c >= '0' && c <= '9');
        if (!(c >= '0' && c <= '9') && c != '.' && c != '-' && c != ':' &&
            c != ' ')
            return false;
    }
    return digits;
}

text form_number_of(text t)
{
    text no = text_trim(text_from(t, sign_bytes(t)));

    while (text_starts(no, ".") || text_starts(no, ":"))
        no = text_trim(text_from(no, 1));
    return no;
}

bool form_take_number(form *f, text t)
{
    if (f->below || f->project->no[0] != '\0' || !form_is_number(t))
        return false;
    f->project->no = reader_line(f->reader, form_number_of(t));
    return true;
}

bool form_is_titled_card(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    year_span year;

    return !f->named && !f->headed && f->title.length > 0 &&
           f->title_row < row && view_next(v, row, 0) == col &&
           sign_bytes(view_text(v, row, col)) > 0 &&
           view_next(v, f->title_row, 0) == f->title_col &&
           view_next(v, f->title_row, f->title_col + 1) == UINT32_MAX &&
           (title_names_plan(f->title, f->reader->context_year) ||
            fiscal_year_read(&year, f->title, 0, f->reader->context_year) !=
                0 ||
            text_find(f->title, "年度", 0) != SIZE_MAX);
}

text form_number_joined(reader *r, uint32_t row, uint32_t *col)
{
    text typed = view_text(&r->view, row, *col);
    uint32_t next = view_next(&r->view, row, *col + 1);
    char *all;
    text name;

    if (next == UINT32_MAX || typed.length > NUMBER_BYTES ||
        heading_number_alone(typed).length == 0)
        return typed;
    *col = next;
    name = view_text(&r->view, row, next);
    all = arena_printf(r->memory, "%.*s %.*s", (int)typed.length, typed.bytes,
                       (int)name.length, name.bytes);
    if (all == NULL) {
        r->failed = true;
        return name;
    }
    return text_of(all);
}

/* Is the form's title that of the document, as far as is known: alone in a row
 * above? */
static bool may_be_documents(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    return f->title.length == 0 ||
           (f->title_row < row &&
            view_next(v, f->title_row, 0) == f->title_col &&
            view_next(v, f->title_row, f->title_col + 1) == UINT32_MAX);
}

/* 担当 | 産業部　観光課 begins in a column: who does it, when, or what for. */
static bool labels_begin(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const header_word *w;
    uint32_t value_row, value;

    if (row >= v->grid->rows || view_next(v, row, 0) != col)
        return false;
    w = form_label(f, row, col);
    return w->exact && form_knows(w->role) && !role_is_level(w->role) &&
           w->role != ROLE_NO &&
           form_value_of(f, row, col, &value_row, &value) && value_row == row;
}

bool form_take_numbered_name(form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0), col = first;
    text name;

    if (first == UINT32_MAX || f->named || f->headed || f->below ||
        view_text(v, row, first).length > NUMBER_BYTES ||
        !may_be_documents(f, row) || !labels_begin(f, row + 1, first))
        return false;
    name = form_number_joined(f->reader, row, &col);
    if (col == first || view_cell(v, row, col)->type != CELL_STRING ||
        view_next(v, row, col + 1) != UINT32_MAX ||
        form_label(f, row, col)->exact || text_ends(name, "。") ||
        form_is_section(f->reader, name))
        return false;
    if (f->title.length > 0)
        reader_ignore(f->reader, f->title_row, f->title_row, "form-words",
                      f->title);
    f->title = name;
    f->title_row = row;
    f->title_col = col;
    return true;
}

/* P01, 1-2, S-03: letters and digits of a number. */
static bool is_serial(text t)
{
    bool digits = false;

    if (t.length > NUMBER_BYTES)
        return false;
    for (size_t at = 0; at < t.length;) {
        uint32_t c = glyph_next(t, &at);

        digits = digits || (c >= '0' && c <= '9');
        if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') &&
            !(c >= 'a' && c <= 'z') && c != '-' && c != '.')
            return false;
    }
    return digits;
}

bool form_take_serial(form *f, uint32_t row, uint32_t col, text t)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);
    text name, label, value;

    if (f->title.length > 0 || f->named || f->below || next == UINT32_MAX ||
        view_next(v, row, 0) != col || !is_serial(t) ||
        form_pair(f, row, next, &label, &value) != NULL ||
        view_cell(v, row, next)->type != CELL_STRING ||
        form_label(f, row, next)->exact || form_label(f, row, next)->year_only)
        return false;
    name = view_text(v, row, next);
    if (is_serial(name) || department_like(name) || !form_is_phrase(name))
        return false;
    f->serial = t;
    f->serial_row = row;
    return true;
}

void form_settle_serial(form *f)
{
    if (f->serial.length > 0 && f->serial_row == f->title_row &&
        f->project->no[0] == '\0')
        f->project->no = reader_line(f->reader, f->serial);
}

/* 前年度評価, （参考）前回の評価: what was said a year ago. */
static bool is_earlier(text label)
{
    static const char *const words[] = { "前年度", "前回", "昨年度", "前々年度" };

    return text_contains_one(label, words, sizeof(words) / sizeof(*words));
}

bool form_take_verdict_words(form *f, uint32_t row, text t)
{
    text said = t.length <= VERDICT_BYTES ? project_verdict(t) : text_of("");

    if (said.length == 0 || said.length == t.length ||
        !project_grade_like(f->reader, t) ||
        is_earlier(text_cut(t, 0, (size_t)(said.bytes - t.bytes))))
        return false;
    form_add_grade(f, row,
                   text_trim(text_cut(t, 0, (size_t)(said.bytes - t.bytes))),
                   said);
    return true;
}
