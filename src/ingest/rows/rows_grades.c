/*
 * rows_grades.c - grades and states of a project's rows: its own, where one
 * cell holds for all of them, or its indicators'
 */
#include <string.h>

#include "ingest/reader/office_verdict.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/project_cell.h"
#include "ingest/rows/rows_parts.h"
#include "kpi/achievement.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

enum { DITTO_ROWS = 200, APART_ROWS = 1000 };

/* 評価 above A | B | C | D | 対象外: the grade, or the status, that ○ ticks; empty
 * for others. Numbers may be the indicators'. */
static text ticked_grade(const rows_reader *w, const table_column *c)
{
    const char *last = strstr(c->header, " > ");
    text t = text_of(last == NULL ? "" : last + strlen(" > "));

    return c->role == ROLE_GRADE && !glyph_has_digit(t) &&
                   (project_grade_like(w->reader, t) ||
                    project_status_like(w->reader, t))
               ? t : text_of("");
}

/* What a row says in a column: 〃 is what the row above says, but ↓ may be a
 * grade. */
static text said_at(const rows_reader *w, uint32_t row, const table_column *c)
{
    const sheet_view *v = &w->reader->view;
    uint32_t top = row > DITTO_ROWS ? row - DITTO_ROWS : 0;
    text t = view_text(v, row, c->col);

    while (row > w->table->bottom + 1 && row > top && reader_is_ditto(t) &&
           !text_is(t, "↓"))
        t = view_text(v, --row, c->col);
    if (c == w->office_grade) {
        text said = office_verdict(w->reader, &t);

        t = said.length > 0 ? said : t;
    }
    return ticked_grade(w, c).length > 0 && project_relisted_mark(t)
               ? ticked_grade(w, c) : t;
}

/* A grade beside each indicator, not one cell for all of them. */
static bool graded_one_by_one(const rows_reader *w, const project_span *span)
{
    for (size_t i = 0; i < w->table->count && span->kpi_count > 1; i++) {
        const table_column *c = &w->table->columns[i];
        unsigned filled = 0;

        for (size_t n = span->first;
             c->role == ROLE_GRADE && n <= span->last; n++)
            filled += view_filled(&w->reader->view, w->segment->rows[n],
                                  c->col) &&
                      (n == span->first ||
                       !view_hangs(&w->reader->view, w->segment->rows[n],
                                   c->col));
        if (filled > 1)
            return true;
    }
    return false;
}

/* A list whose lines repeat the project, and with it what it was graded. */
static bool repeats_name(const rows_reader *w, const project_span *span)
{
    const sheet_view *v = &w->reader->view;
    unsigned names = 0;

    for (size_t n = span->first; w->project != NULL && n <= span->last; n++)
        names += view_begins(v, w->segment->rows[n], w->project->col) &&
                 view_filled(v, w->segment->rows[n], w->project->col);
    return names > 1;
}

/* The first cell of the grade's column in a project's rows. */
static bool first_grade(const rows_reader *w, const project_span *span,
                        merge_range *at)
{
    const sheet_view *v = &w->reader->view;
    const table_column *c = table_column_any(w->table, ROLE_GRADE);

    for (size_t n = span->first; c != NULL && n <= span->last; n++) {
        *at = view_range(v, w->segment->rows[n], c->col);
        if (view_filled(v, w->segment->rows[n], c->col))
            return true;
    }
    return false;
}

/* 達成度 of one of two below one merged name of the project, or in one of two
 * lines that repeat it: in a table that grades each indicator the cell is that
 * one's alone. */
static bool graded_in_part(const rows_reader *w, const project_span *span)
{
    uint32_t first = w->segment->rows[span->first],
             last = w->segment->rows[span->last];
    merge_range at;

    if (w->own_grade != NULL || span->kpi_count < 2 || w->project == NULL ||
        !first_grade(w, span, &at))
        return false;
    return at.row > first ||
           (at.last_row < last &&
            (view_range(&w->reader->view, first, w->project->col).last_row >=
                 last ||
             repeats_name(w, span)));
}

/* None beside the first indicator, but one where a later one begins: it never
 * is the project's. */
static bool graded_behind_first(const rows_reader *w, const project_span *span)
{
    merge_range at;

    if (!first_grade(w, span, &at))
        return false;
    for (size_t i = 1; i < span->kpi_count; i++)
        if (view_place_row(&w->reader->view, &span->kpis[i].where) == at.row)
            return at.row > view_place_row(&w->reader->view,
                                           &span->kpis[0].where);
    return false;
}

/* 判定 of R4 beside 判定 of R5: the newest is what counts. */
static bool is_newest_grade(const rows_reader *w, const table_column *c)
{
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *other = &w->table->columns[i];

        if (other->role == c->role && other->block == c->block &&
            other->years.to > c->years.to && c->years.to != 0)
            return false;
    }
    return true;
}

/* 指標１ | 評価 | 指標２ | 評価 side by side: each its own, whatever they agree on,
 * and where only one has a grade yet. */
static bool graded_by_block(const rows_reader *w, const project_span *span)
{
    const sheet_view *v = &w->reader->view;
    unsigned block = 0;

    if (w->table->blocks < 2 || w->table->parted || span->kpi_count < 2 ||
        view_place_row(v, &span->kpis[0].where) !=
            view_place_row(v, &span->kpis[1].where))
        return false;
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        if (c->role != ROLE_GRADE || c == w->own_grade || c->block == 0)
            continue;
        if (block != 0 && c->block != block)
            return true;
        block = c->block;
    }
    return false;
}

/* Which of the indicators side by side one is. */
static unsigned block_of(const rows_reader *w, const kpi *k)
{
    const table_column *c;

    if (w->table->blocks < 2 || w->table->parted)
        return 1;
    c = table_column_at(w->table,
                        view_place_col(&w->reader->view, &k->where));
    return c != NULL ? c->block : 0;
}

/* The text of the grade's column in an indicator's row; `own` is the project's. */
static text grade_at(const rows_reader *w, const kpi *k,
                     const table_column *own)
{
    unsigned block = block_of(w, k);
    uint32_t row = view_place_row(&w->reader->view, &k->where);

    if (row < w->table->first_row)
        row = w->table->first_row; /* 指標名：来場者数, label and value, in a cell */
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];
        text t;

        if (c == own || c == w->own_grade ||
            (c->role != ROLE_GRADE && c->role != ROLE_STATUS) ||
            !is_newest_grade(w, c) || (c->block != block && c->block != 0))
            continue;
        t = said_at(w, row, c);
        if (t.length > 0 || ticked_grade(w, c).length == 0)
            return t; /* else a grade's column that is not ticked */
    }
    return text_of("");
}

/* 外部有識者からの評価: not the department's own, where that has a column. */
static bool is_others_grade(const rows_reader *w, const table_column *c)
{
    if (!project_grade_of_others(text_of(c->header)))
        return false;
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *k = &w->table->columns[i];

        if (k != c && k->role == c->role &&
            !project_grade_of_others(text_of(k->header)))
            return true;
    }
    return false;
}

/* １次, 内部 or 自己評価 beside 最終, where that says something of the project: not
 * the last word on it. */
static bool is_earlier_stage(const rows_reader *w, const project_span *span,
                             const table_column *c)
{
    static const char *const last = "最終";
    static const char *const stages[] = { "一次", "１次", "1次", "二次", "２次",
                                          "2次", "内部", "自己", "担当課",
                                          "所管課", "主管課", "所属" };
    text header = text_of(c->header);

    if (text_find(header, last, 0) != SIZE_MAX ||
        !text_contains_one(header, stages, sizeof(stages) / sizeof(*stages)))
        return false;
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *k = &w->table->columns[i];

        if (k->role == c->role && k->block == c->block &&
            strstr(k->header, last) != NULL &&
            said_at(w, w->segment->rows[span->first], k).length > 0)
            return true;
    }
    return false;
}

/* All that the grade's columns say agrees: *one is it. */
static bool one_grade(const rows_reader *w, const project_span *span,
                      role r, text *one)
{
    const table_column *own = r == ROLE_GRADE ? w->own_grade : NULL;
    bool agree = true;

    *one = text_of("");
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        if (c->role != r || (own != NULL && c != own) ||
            !is_newest_grade(w, c) || is_others_grade(w, c) ||
            is_earlier_stage(w, span, c))
            continue;
        for (size_t n = span->first; n <= span->last; n++) {
            text t = said_at(w, w->segment->rows[n], c);

            if (t.length == 0)
                continue;
            agree = agree && (one->length == 0 || text_equal(*one, t));
            if (one->length == 0)
                *one = t;
        }
    }
    return agree && one->length > 0;
}

void reader_direction(reader *r, kpi *k)
{
    int newest = 0;

    if (!k->declared_rate.known || k->direction != DIRECTION_UNKNOWN)
        return;
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known)
            newest = k->actuals[i].fiscal_year;
    if (newest == 0)
        return;
    if (!kpi_direction_from_declared(r->memory, &k->direction, k, newest)) {
        r->failed = true;
        return;
    }
    if (k->direction != DIRECTION_DOWN) {
        k->direction = DIRECTION_UNKNOWN; /* up is what holds anyway */
        return;
    }
    k->direction_inferred = true;
    {
        finding *f = finding_add(&r->data->findings, "direction-inferred",
                                 r->source, k->where, k->declared_rate_text,
                                 k->name, k->declared_rate_text,
                                 (const char *)NULL);

        r->failed = r->failed || f == NULL;
    }
}

/* Two grades in one column, not one and a dash; another may be a legend's. */
static bool two_grades(const rows_reader *w, const project_span *span)
{
    const table_column *c = table_column_any(w->table, ROLE_GRADE);
    text one = text_of("");

    for (size_t n = span->first; c != NULL && n <= span->last; n++) {
        text t = said_at(w, w->segment->rows[n], c);

        if (!project_grade_like(w->reader, t) || no_number_is_missing(t))
            continue;
        if (one.length > 0 && !text_equal(one, t))
            return true;
        one = t;
    }
    return false;
}

/* KPI評価, 指標ごとの判定: not of the project, whatever they agree on. */
static bool names_indicators(const table_column *k)
{
    static const char *const words[] = { "KPI", "ＫＰＩ", "指標" };

    return text_contains_one(table_column_words(k), words,
                             sizeof(words) / sizeof(*words));
}

/* 指標１ { 実績 | 評価 } 指標２ { 実績 | 評価 } 総合評価: beside the grade of each
 * indicator the one of the row; NULL for none or several. */
static const table_column *grade_beside_blocks(const rows_reader *w)
{
    const table_column *own = NULL;
    bool theirs = false;

    for (size_t i = 0; w->table->blocks > 1 && i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        if (c->role != ROLE_GRADE || !is_newest_grade(w, c) ||
            is_others_grade(w, c))
            continue;
        if (c->block == 0 && own != NULL)
            return NULL;
        theirs = theirs || c->block != 0;
        own = c->block == 0 ? c : own;
    }
    return theirs ? own : NULL;
}

/* 担当課評価: of a project, whose office judges it. */
static bool by_the_office(const table_column *c)
{
    static const char *const words[] = { "担当課評価", "担当課の評価",
                                         "担当部署評価", "所管課評価",
                                         "主管課評価", "内部評価" };

    return text_contains_one(text_of(c->header), words,
                             sizeof(words) / sizeof(*words));
}

/* 事業評価 beside KPI評価: the project's own; NULL where no column says so, or
 * none says that it is the indicators'. */
static const table_column *find_own_grade(const rows_reader *w)
{
    static const char *const words[] = { "事業", "取組", "施策", "総合",
                                         "プロジェクト" };
    const table_column *own = NULL;
    bool others = false;

    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        if (c->role != ROLE_GRADE)
            continue;
        if (names_indicators(c))
            others = true;
        else if ((text_contains_one(text_of(c->header), words,
                                    sizeof(words) / sizeof(*words)) ||
                  by_the_office(c)) &&
                 is_newest_grade(w, c) && !is_others_grade(w, c))
            own = own == NULL ? c : own;
    }
    return others && own != NULL ? own : grade_beside_blocks(w);
}

/* Two grades of one project in other lines of the table, below another heading:
 * the column has one for each indicator. */
static bool apart_elsewhere(const rows_reader *w, const table_column *c)
{
    const sheet_view *v = &w->reader->view;
    uint32_t end = w->table->last_row;
    text name = text_of(""), one = text_of("");

    if (end > w->table->bottom + APART_ROWS)
        end = w->table->bottom + APART_ROWS;
    for (uint32_t row = w->table->bottom + 1; row <= end; row++) {
        text t = view_text(v, row, w->project->col), said;

        if (t.length == 0 || !text_equal(t, name))
            one = text_of("");
        name = t;
        said = view_text(v, row, c->col);
        if (name.length == 0 || !project_grade_like(w->reader, said) ||
            no_number_is_missing(said))
            continue;
        if (one.length > 0 && !text_equal(one, said))
            return true;
        one = said;
    }
    return false;
}

bool rows_grades_apart(rows_reader *w)
{
    const table_column *c = table_column_any(w->table, ROLE_GRADE);
    bool part = false;

    if (c == NULL)
        return false;
    w->own_grade = find_own_grade(w);
    if (names_indicators(c))
        return true;
    for (size_t n = 0; n < w->span_count; n++)
        if (graded_one_by_one(w, &w->spans[n]) && two_grades(w, &w->spans[n]))
            return true;
    if (strstr(c->header, "総合") != NULL)
        return false; /* of the project, wherever it stands */
    for (size_t n = 0; n < w->span_count; n++) {
        if (!graded_in_part(w, &w->spans[n]))
            continue;
        if (graded_behind_first(w, &w->spans[n]))
            return true;
        part = true;
    }
    return part && apart_elsewhere(w, c);
}

/* 自己評価 of the project, one cell for all of its rows, beside 判定 of its
 * indicators, where they disagree; NULL for none. */
static const table_column *own_beside_theirs(const rows_reader *w,
                                             const project_span *span)
{
    static const char *const whole[] = { "総合", "自己評価", "事業の評価",
                                         "事業評価", "一次評価", "評価結果",
                                         "進捗評価", "全体の評価", "全体評価",
                                         "施策の評価", "施策評価",
                                         "取組の評価", "取組評価" };
    const table_column *own = NULL, *theirs = NULL;
    text said;

    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];
        bool names;

        if (c->role != ROLE_GRADE || is_others_grade(w, c) ||
            is_earlier_stage(w, span, c))
            continue;
        names = text_contains_one(text_of(c->header), whole,
                                  sizeof(whole) / sizeof(*whole)) ||
                by_the_office(c);
        if (names ? own != NULL
                  : theirs != NULL && strcmp(theirs->header, c->header) != 0 &&
                        !text_equal(table_column_words(theirs),
                                    table_column_words(c)))
            return NULL; /* 指標① > 判定 and 指標② > 判定 are alike */
        *(names ? &own : &theirs) = c;
    }
    if (own == NULL || theirs == NULL)
        return NULL;
    for (size_t n = span->first + 1; n <= span->last; n++)
        if (view_filled(&w->reader->view, w->segment->rows[n], own->col) &&
            !view_hangs(&w->reader->view, w->segment->rows[n], own->col))
            return NULL;
    said = project_grade_ticked(said_at(w, w->segment->rows[span->first], own));
    return project_grade_like(w->reader, said) ||
                   (!project_says_none(said) &&
                    project_status_like(w->reader, said))
               ? own : NULL; /* 評価対象外（休止中） */
}

/* 事業名 | 判定 | 指標 | 目標 | 評価: the grade in front of the indicator is the
 * project's, where another stands behind it; NULL for none or several. */
static const table_column *grade_in_front(const rows_reader *w)
{
    const table_column *k, *own = NULL;
    bool behind = false;

    if (!table_may_have(w->table, ROLE_GRADE))
        return NULL;
    k = table_column_any(w->table, ROLE_KPI);
    for (size_t i = 0; k != NULL && i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        if (c->role != ROLE_GRADE)
            continue;
        if (is_others_grade(w, c) || (c->col < k->col && own != NULL))
            return NULL;
        behind = behind || c->col > k->col;
        own = c->col < k->col ? c : own;
    }
    return behind && w->table->blocks < 2 ? own : NULL;
}

/* － below 指標評価, where some project has several indicators: of the one beside
 * it, and no status of the project. */
static bool is_none_of_kpi(const rows_reader *w, const project_span *span)
{
    const table_column *c = table_column_any(w->table, ROLE_GRADE);

    if (w->own_grade != NULL || span->kpi_count == 0 || !names_indicators(c))
        return false;
    for (size_t n = 0; n < w->span_count; n++)
        if (w->spans[n].kpi_count > 1)
            return true;
    return false;
}

void rows_grades(rows_reader *w, project_span *span, project *p)
{
    const table_column *own = NULL;
    bool one_by_one = false;
    text one;

    if (one_grade(w, span, ROLE_STATUS, &one)) {
        if (project_grade_like(w->reader, one) &&
            p->declared_grade[0] == '\0')
            project_grade_set(w->reader, p, one);
        else if (p->declared_status[0] == '\0')
            p->declared_status = reader_line(w->reader, one);
    } else if (one.length > 0 &&
               table_column_any(w->table, ROLE_GRADE) == NULL)
        for (size_t i = 0; i < span->kpi_count; i++)
            span->kpis[i].declared_grade =
                project_grade_text(w->reader,
                                   grade_at(w, &span->kpis[i], own));
    if (one_grade(w, span, ROLE_GRADE, &one)) {
        bool by_block = w->own_grade == NULL && graded_by_block(w, span);

        one_by_one = w->own_grade != NULL || graded_one_by_one(w, span) ||
                     (w->grades_apart && graded_in_part(w, span));
        if (!by_block && !(project_says_none(one) && is_none_of_kpi(w, span)) &&
            (!one_by_one || w->own_grade != NULL ||
             (repeats_name(w, span) && !w->grades_apart)))
            project_grade_said(w->reader, p, project_grade_ticked(one));
        else if (by_block && own_beside_theirs(w, span) != NULL)
            project_grade_said(w->reader, p, project_grade_ticked(one));
    } else {
        own = own_beside_theirs(w, span);
        own = own != NULL ? own : grade_in_front(w);
        if (own != NULL)
            project_grade_said(w->reader, p,
                               project_grade_ticked(said_at(
                                   w, w->segment->rows[span->first], own)));
        one_by_one = true;
    }
    rows_status_reason(w, span, p);
    for (size_t i = 0; one_by_one && i < span->kpi_count; i++)
        if (span->kpis[i].declared_grade[0] == '\0')
            span->kpis[i].declared_grade =
                project_grade_text(w->reader,
                                   grade_at(w, &span->kpis[i], own));
    for (size_t i = 0; i < span->kpi_count; i++)
        reader_direction(w->reader, &span->kpis[i]);
    if (span->kpi_count == 0 &&
        (p->declared_status[0] == '\0' ||
         project_says_none(text_of(p->declared_status))))
        rows_status_excluded(w, span, p);
    if (p->declared_grade[0] == '\0' && p->declared_status[0] == '\0')
        rows_status_stop(w, span, p);
    if (p->declared_grade[0] == '\0' && p->declared_status[0] == '\0')
        p->declared_status = w->reader->group_status;
}
