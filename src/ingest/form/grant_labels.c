/*
 * grant_labels.c - labels of a form with their values
 */
#include "ingest/form/grant_parts.h"
#include "ingest/form/layout_grant.h"

#include <string.h>

#include "ingest/header/level_number.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/rows/project_cell.h"
#include "ingest/rows/project_grants.h"
#include "ingest/rows/rows_parts.h"
#include "ingest/table/asked_label.h"
#include "wording/glyph.h"

enum { NUMBER_BYTES = 12, NOTED_BYTES = 90, LABEL_BYTES = 120 };

/* What the words of a label in round brackets are, if a form has such a label
 * with its value. */
static const header_word *bracketed_word(const form *f, const header_word *w,
                                         text words)
{
    const header_word *bare = header_roles_find(f->reader->roles, words,
                                                f->reader->context_year);

    return bare->exact && form_knows(bare->role) ? bare : w;
}

static const header_word *numbered_word(const form *f, const header_word *w,
                                        text t)
{
    text word, no;

    return form_level_number(t, &word, &no) ? bracketed_word(f, w, word) : w;
}

const header_word *form_label(const form *f, uint32_t row, uint32_t col)
{
    static const header_word none = { .role = ROLE_NONE };
    const sheet_view *v = &f->reader->view;
    const header_word *w;
    text label, value;

    if (form_in_brackets(view_text(v, row, col)) &&
        form_pair(f, row, col, &label, &value) != NULL)
        return &none; /* 【期間】R1～R3年度: with its value */
    w = reader_word(f->reader, row, col);
    if (!w->exact && glyph_bracketed(view_text(v, row, col), 0, &label))
        w = bracketed_word(f, w, label); /* （事業名） */
    if (!w->exact)
        w = numbered_word(f, w, view_text(v, row, col));
    w = asked_label(v, w, row, col);
    return form_present_word(f, w, row, col);
}

bool form_knows(role r)
{
    return r == ROLE_PROJECT || r == ROLE_BUREAU || r == ROLE_DIVISION ||
           role_is_period(r) || r == ROLE_PURPOSE || r == ROLE_SUMMARY ||
           r == ROLE_COST || r == ROLE_GRANT || r == ROLE_MUNICIPALITY ||
           r == ROLE_GOAL || r == ROLE_THEME || r == ROLE_MEASURE ||
           r == ROLE_ACTIVITY || r == ROLE_REMARK || r == ROLE_GRADE ||
           r == ROLE_NO || r == ROLE_STATUS;
}

bool form_describes_kpi(const header_word *w)
{
    switch (w->role) {
    case ROLE_KPI: case ROLE_NAME: case ROLE_UNIT: case ROLE_KIND:
    case ROLE_DIRECTION: case ROLE_BASELINE: case ROLE_BASELINE_YEAR:
    case ROLE_TARGET: case ROLE_TARGET_FROM: case ROLE_TARGET_YEAR:
    case ROLE_IGNORED: case ROLE_CODE:
        return w->exact;
    default:
        return false;
    }
}

/* ---- Values of labels ------------------------------------------------- */

bool form_is_label(const form *f, uint32_t row, uint32_t col)
{
    const header_word *w = form_label(f, row, col);

    return w->exact && (form_knows(w->role) || form_describes_kpi(w));
}

bool form_any_pair(const form *f, uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col), value;
    size_t colon = t.length <= LABEL_BYTES ? glyph_colon(t, &value) : SIZE_MAX;

    return colon != SIZE_MAX && colon > 0 && value.length > 0 &&
           header_roles_find(f->reader->roles, text_trim(text_cut(t, 0, colon)),
                             f->reader->context_year)->exact;
}

bool form_is_side_title(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);
    text label, value;

    return next != UINT32_MAX && view_next(v, row, 0) == col &&
           form_pair(f, row, col, &label, &value) == NULL &&
           (form_pair(f, row, next, &label, &value) != NULL ||
            form_any_pair(f, row, next));
}

bool form_value_of(const form *f, uint32_t row, uint32_t col,
                   uint32_t *value_row, uint32_t *value_col)
{
    const sheet_view *v = &f->reader->view;
    merge_range m = view_range(v, row, col);
    uint32_t next = view_next(v, row, m.last_col + 1);

    if (form_is_side_title(f, row, col))
        return false;
    *value_row = row;
    *value_col = next;
    if (next != UINT32_MAX &&
        (!form_is_label(f, row, next) || form_is_status(f, row, col, next)) &&
        !form_heads_values(f, row, col))
        return true;
    if (form_tall_grade(f, row, col, value_row, value_col))
        return true;
    if (m.last_row == row && row < f->last &&
        (row + 1 < f->table->top || row > f->table->bottom)) {
        text label, value;

        next = view_next(v, m.last_row + 1, m.col);
        if (next != UINT32_MAX && next <= m.last_col &&
            !form_label(f, m.last_row + 1, next)->exact &&
            form_pair(f, m.last_row + 1, next, &label, &value) == NULL &&
            !form_any_pair(f, m.last_row + 1, next)) {
            *value_row = m.last_row + 1;
            *value_col = next;
            return true;
        }
    }
    return false;
}

/* A note may take several cells, up to the next label: they are joined. */
static text row_texts(form *f, uint32_t row, uint32_t *col)
{
    const sheet_view *v = &f->reader->view;
    buf b;
    text t;

    buf_init(&b);
    for (uint32_t c = view_next(v, row, *col);
         c != UINT32_MAX && (c == *col || !form_is_label(f, row, c));
         c = view_next(v, row, c + 1)) {
        if (b.length > 0)
            buf_char(&b, ' ');
        buf_text(&b, view_text(v, row, c));
        *col = c;
    }
    t = text_of(reader_text(f->reader, buf_slice(&b)));
    buf_free(&b);
    return t;
}

/* 事業コード | 1-2: the number of the project, and not of an indicator. */
static bool codes_project(text label)
{
    return text_starts(label, "事業") || text_starts(label, "事務事業") ||
           text_starts(label, "取組");
}

/* 有効性 | 成果の向上余地 | ☑ある　□ない, 有効性 | 成果は上がっているか | ｂ: what is asked,
 * in front of the answer. Beside 評価 the answer is the grade: *said. */
static bool asks(const form *f, const form_label_value *one, text *said)
{
    static const char *const judged[] = { "評価", "判定", "評定" };
    const sheet_view *v = &f->reader->view;
    bool question = project_grade_asks(one->value);
    uint32_t next = view_next(v, one->row,
                              view_range(v, one->row, one->col).last_col + 1);
    text answer;

    if (!question &&
        (one->below || next == UINT32_MAX || !text_ends(one->label, "性") ||
         project_grade_like(f->reader, one->value)))
        return false;
    answer = next == UINT32_MAX ? text_of("") : view_text(v, one->row, next);
    if (question && !one->below &&
        text_ends_in(one->label, judged, sizeof(judged) / sizeof(*judged)) &&
        project_grade_like(f->reader, project_grade_ticked(answer)))
        *said = form_grade_alone(f->reader, answer);
    return question || project_grade_ticked(answer).length < answer.length;
}

/* Takes a label's value in; false when the role is nothing for a form. */
static bool take_value(form *f, const form_label_value *one)
{
    reader *rd = f->reader;
    project *p = f->project;
    text t = one->value, asked;

    if (one->role == ROLE_BUREAU || one->role == ROLE_DIVISION)
        f->office_row = one->row + 1;
    switch (one->role) {
    case ROLE_PROJECT: form_take_name(f, one); return true;
    case ROLE_BUREAU:
        if (text_ends(one->label, "主体") && form_is_city(t)) {
            form_take_cities(f, t);
            return true;
        }
        form_take_office(f, one);
        return true;
    case ROLE_DIVISION: form_take_office(f, one); return true;
    case ROLE_PERIOD:
        form_take_period(f, t);
        return true;
    case ROLE_PERIOD_FROM:
    case ROLE_PERIOD_TO:
        form_take_period_end(f, one->role, t);
        return true;
    case ROLE_PURPOSE:
        p->purpose = reader_text(rd, t);
        return true;
    case ROLE_SUMMARY:
        p->summary = reader_text(rd, t);
        return true;
    case ROLE_GRANT:
        project_grants_set(rd, p, t);
        if (!f->named && one->rank == RANK_GRANT &&
            (f->title.length == 0 || form_is_cover(f->title))) {
            f->title = t; /* a form about the grant itself */
            f->title_row = one->row;
            f->title_col = one->col;
        }
        return true;
    case ROLE_MUNICIPALITY:
        form_take_cities(f, t);
        return true;
    case ROLE_GOAL:
    case ROLE_THEME:
    case ROLE_MEASURE:
        form_take_level(f, one);
        return true;
    case ROLE_ACTIVITY:
        if (project_grade_like(rd, t)) /* 取組状況 | 概ね順調 */
            form_add_grade(f, one->row, one->label, t);
        else
            form_add_activity(f, text_of(""), t);
        return true;
    case ROLE_REMARK:
        reader_add_text(rd, &p->notes, &p->note_count,
                        reader_text(rd, t));
        return true;
    case ROLE_GRADE:
    case ROLE_STATUS:
    case ROLE_RATE: /* see form_heads_grade() */
        t = form_newest_grade(f, one, form_grade_alone(rd, t));
        if (one->below &&
            form_heads_grade_below(f, form_label(f, one->row, one->col),
                                   one->row, one->col))
            return true; /* 【評価】 above 本事業の評価, which has the grade */
        asked = text_of("");
        if (asks(f, one, &asked) && asked.length == 0)
            return true;
        if (asked.length > 0)
            t = asked;
        if (!one->below || project_grade_like(rd, t) ||
            t.length < one->value.length || /* ☐継続　☑廃止 */
            form_says_under(f, one->row, one->col))
            form_add_grade(f, one->row, one->label, t);
        return true;
    case ROLE_NO:
        p->no = reader_line(rd, t);
        return true;
    case ROLE_CODE:
        if (p->no[0] != '\0' || !codes_project(one->label))
            return false;
        p->no = reader_line(rd, t);
        return true;
    default:
        return false;
    }
}

/* 基本目標Ⅰ：まちづくり, 施策1-3：図書館 below the form's name: the number stands
 * behind the label. Above the name such lines are headings, but for those
 * below a level that was taken: 政策１：…. */
static bool take_numbered_level(form *f, uint32_t row, uint32_t col, text t)
{
    form_label_value one = { .row = row, .col = col };
    text no, name, behind;
    const header_word *w;

    if ((!f->named && !f->project->has_goal && !f->project->has_theme) ||
        f->below || t.length > LABEL_BYTES ||
        glyph_colon(t, &behind) == SIZE_MAX)
        return false;
    w = level_number_read(f->reader->roles, f->reader->context_year, t, &no,
                          &name);
    if (w == NULL || w->role == ROLE_PROJECT || behind.bytes != name.bytes)
        return false;
    one.role = w->role;
    one.rank = w->rank;
    one.label = text_cut(t, 0, (size_t)(no.bytes - t.bytes));
    one.value = text_from(t, one.label.length);
    form_take_level(f, &one);
    return true;
}

bool form_take_pairs(form *f, uint32_t row, uint32_t col, text t)
{
    form_label_value one = { .row = row, .col = col };
    const header_word *w = form_pair_in(f, t, &one.label, &one.value);
    text rest = text_of("");

    if (w != NULL && w->role == ROLE_COST)
        return form_take_cost_words(f, w, row, col, one.value);
    if (w == NULL)
        return take_numbered_level(f, row, col, t);
    if (form_explains_grades(f, w, t, one.value))
        return false;
    if (w->role != ROLE_REMARK && w->role != ROLE_SUMMARY &&
        w->role != ROLE_PURPOSE)
        rest = form_cut_pair(f, &one.value); /* no prose */
    /* 担当：企画課　電話：… below: whom to ask */
    if ((w->role == ROLE_BUREAU || w->role == ROLE_DIVISION) && f->below)
        return false;
    one.role = w->role;
    one.rank = w->rank;
    if (!take_value(f, &one))
        return false;
    if (rest.length > 0)
        form_take_pairs(f, row, col, rest);
    return true;
}

/* 1-1, 2.3 */
static bool is_plain_number(text t)
{
    for (size_t i = 0; i < t.length; i++)
        if (!ascii_is_digit(t.bytes[i]) && t.bytes[i] != '-' &&
            t.bytes[i] != '.')
            return false;
    return t.length > 0 && t.length <= NUMBER_BYTES;
}

/* 取組項目 | 1-1 | 窓口の改善, 柱 | Ⅰ | しごとをつくる: the number in front of a name.
 */
static void take_number(form *f, form_label_value *one, uint32_t *last)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, one->row, one->col + 1);
    bool plain = is_plain_number(one->value);

    if (!role_is_level(one->role) || next == UINT32_MAX ||
        (one->role == ROLE_PROJECT && !plain) ||
        form_is_label(f, one->row, next) ||
        view_cell(v, one->row, next)->type != CELL_STRING)
        return;
    if (one->role == ROLE_PROJECT)
        f->project->no = reader_line(f->reader, one->value);
    if (plain) {
        one->col = next;
        one->value = view_text(v, one->row, next);
    } else {
        one->value = form_number_joined(f->reader, one->row, &one->col);
    }
    *last = one->col;
}

/* The cell behind `last` that may go on with an office; UINT32_MAX for none. */
static uint32_t office_behind(const form *f, const form_label_value *one,
                              uint32_t end, uint32_t last)
{
    uint32_t next = view_next(&f->reader->view, one->row, last + 1);

    return next == UINT32_MAX || form_is_label(f, one->row, next) ||
                   (one->below && next > end)
               ? UINT32_MAX : next;
}

/* 部・課 | 産業部 | 商工課 | 商業係: the division beside its department, and the section
 * beside that; below 局 | 部 it has a label of its own, which ends before it:
 * `end`. */
static void take_division(form *f, form_label_value *one, uint32_t end,
                          uint32_t *last)
{
    reader *r = f->reader;
    uint32_t next;

    if (one->role != ROLE_BUREAU && one->role != ROLE_DIVISION)
        return;
    next = office_behind(f, one, end, *last);
    if (next != UINT32_MAX &&
        office_goes_on(one->value, view_text(&r->view, one->row, next))) {
        one->value = text_of(department_joined(
            r, one->value, view_text(&r->view, one->row, next)));
        *last = next;
        next = office_behind(f, one, end, next);
    }
    if (next != UINT32_MAX &&
        office_has_section(one->value, view_text(&r->view, one->row, next))) {
        one->value = department_join(r, one->value,
                                     view_text(&r->view, one->row, next));
        *last = next;
    }
}

bool form_take_label(form *f, const header_word *w, uint32_t row,
                     uint32_t *col)
{
    const sheet_view *v = &f->reader->view;
    form_label_value one = { .role = w->role, .rank = w->rank,
                 .label = view_text(v, row, *col) };
    uint32_t last;

    if (!form_value_of(f, row, *col, &one.row, &one.col)) {
        if (w->role == ROLE_PROJECT && !f->named && !f->below)
            f->empty_row = row + 1;
        if (w->role == ROLE_BUREAU || w->role == ROLE_DIVISION)
            f->office_row = row + 1;
        return w->role != ROLE_NO; /* its value is left empty */
    }
    last = one.col;
    one.below = one.row > row;
    one.value = w->role == ROLE_REMARK ? row_texts(f, one.row, &last)
                                       : view_text(v, one.row, one.col);
    take_number(f, &one, &last);
    if (role_is_level(one.role) && one.role != ROLE_PROJECT && !f->below)
        one.value = form_with_number(f, one.label, one.value);
    take_division(f, &one, view_range(v, row, *col).last_col, &last);
    if (w->role == ROLE_PERIOD)
        form_take_period_cells(f, &one, &last);
    if (!form_is_sealed(f, row, &one) && !take_value(f, &one))
        return false;
    if (one.row == row)
        *col = last;
    else
        f->reader->form_taken = one.row + 1;
    return true;
}

static void keep_pending(form *f, const header_word *w, uint32_t row,
                         uint32_t col, uint32_t value_row, uint32_t value)
{
    if ((w->role != ROLE_KPI && w->role != ROLE_TARGET &&
         w->role != ROLE_BASELINE) || f->pending_count == FORM_PENDING)
        return;
    f->pending[f->pending_count].row = row;
    f->pending[f->pending_count].col = col;
    f->pending[f->pending_count].value_row = value_row;
    f->pending[f->pending_count++].value = value;
}

static void keep_numbered(form *f, const header_word *w, uint32_t row,
                          uint32_t col, uint32_t value)
{
    if (w->role != ROLE_NAME || w->index == 0 || f->numbered.length > 0 ||
        f->below ||
        view_cell(&f->reader->view, row, value)->type != CELL_STRING)
        return;
    if (form_is_titled_card(f, row, col)) {
        reader_ignore(f->reader, f->title_row, f->title_row, "form-words",
                      f->title);
        f->title = text_of("");
    }
    f->numbered = view_text(&f->reader->view, row, value);
    f->numbered_row = row;
    f->numbered_col = value;
}

void form_note_pending(form *f)
{
    const sheet_view *v = &f->reader->view;

    for (size_t i = 0; i < f->pending_count; i++) {
        uint32_t row = f->pending[i].row, col = f->pending[i].col;
        text t = view_text(v, f->pending[i].value_row, f->pending[i].value);

        reader_finding(f->reader, "label-not-read", row, col,
                       view_text(v, row, col),
                       reader_line(f->reader,
                                   text_cut(t, 0, utf8_floor(t, NOTED_BYTES))),
                       NULL, NULL);
    }
    f->pending_count = 0;
}

/* Figures beside words that nobody knows are said; those below costs are
 * their parts. */
static void note_figures(form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);
    text label = view_text(v, row, first);

    if (f->cost_row == row && row > 0 && f->project->cost_count > 0) {
        f->cost_row = row + 1;
        return;
    }
    if (first == col || text_starts(label, "うち"))
        return;
    reader_finding(f->reader, "label-not-read", row, first, label,
                   reader_line(f->reader, view_text(v, row, col)), NULL,
                   NULL);
}

void form_take_row(form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t unnamed = UINT32_MAX;
    bool known = false;

    if (form_take_cost_parts(f, row) || form_take_numbered_name(f, row))
        return;
    if (!f->below && !f->named)
        form_take_heading(f, row);
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);
        text t = view_text(v, row, c);
        uint32_t value_row, value_col;

        if (f->titled && row == f->title_row && c == f->title_col)
            continue; /* 取組1　朝市の開催 | 担当：商工課 */
        if (f->cost_row == row + 1 && form_cost_is_taken(f, t))
            continue; /* 令和２年度決算 behind 事業費 */
        if (form_labels_costs(f, w, row, c)) {
            form_take_costs(f, row, c); /* 福岡市交付対象事業経費 */
            f->cost_row = row + 1;
            known = true;
            continue;
        }
        if (form_take_year_run(f, w, row, &c) ||
            form_take_contact(f, row, &c)) {
            known = true;
            continue;
        }
        if (((w->exact && (form_knows(w->role) || w->role == ROLE_CODE)) ||
             form_heads_grade(f, w, row, c) ||
             form_heads_grade_below(f, w, row, c)) &&
            form_take_label(f, w, row, &c)) {
            known = true;
            continue;
        }
        if (form_has_no_target(f, row, c, &value_row, &value_col)) {
            form_take_no_target(f, value_row, value_col);
            known = true;
            if (value_row == row)
                c = value_col;
            else
                f->reader->form_taken = row + 2;
            continue;
        }
        if (form_describes_kpi(w)) {
            /* the table's that comes next, see grant_kpis.c; or no fact */
            known = true;
            if (form_value_of(f, row, c, &value_row, &value_col) &&
                value_row == row) {
                keep_pending(f, w, row, c, row, value_col);
                keep_numbered(f, w, row, c, value_col);
                c = value_col;
            } else if (form_value_under(f, row, c, &value_col)) {
                keep_pending(f, w, row, c, row + 1, value_col);
                f->reader->form_taken = row + 2;
            }
            continue;
        }
        if (w->year_only || (f->reader->form_taken == row + 1 &&
                             !form_stands_at_place(f, row, c)))
            continue; /* years and values belong to a label of another row */
        if (view_cell(v, row, c)->type != CELL_STRING) {
            unnamed = unnamed == UINT32_MAX &&
                             view_cell(v, row, c)->type == CELL_NUMBER
                         ? c : unnamed;
            continue;
        }
        if (form_names_subject(f, row, c, &value_col)) {
            f->title = view_text(v, row, value_col);
            f->title_row = row;
            f->title_col = c = value_col;
            known = true;
            continue;
        }
        if (!form_take_pairs(f, row, c, t) &&
            !form_take_title_name(f, row, c, t) &&
            !form_take_verdict_words(f, row, t))
            form_take_words(f, row, c, t);
    }
    if (unnamed != UINT32_MAX && !known)
        note_figures(f, row, unnamed);
}
