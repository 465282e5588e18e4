/*
 * grant_grades.c - grades beside labels of a form: the project's, or each
 * indicator's
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/reader/cell_value.h"
#include "ingest/reader/note_words.h"
#include "ingest/reader/project_grade.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

/* A label that names the department's own grade of all. */
enum { OWN_WEIGHT = 4, OWN_LABEL_BYTES = 300 };

/* How much a label's grade counts: 総合評価 more than 一次評価, that more than
 * 二次評価, which is not the department's own, and that more than 有効性. */
static unsigned grade_weight(text label)
{
    static const struct {
        const char *word;
        unsigned weight;
    } words[] = {
        { "総合", 5 }, { "総括", 5 }, { "最終", 5 }, { "有効性", 1 },
        { "必要性", 1 }, { "効率性", 1 }, { "効果", 2 },
    };

    if (project_grade_of_others(label))
        return 3;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_find(label, words[i].word, 0) != SIZE_MAX)
            return words[i].weight;
    return OWN_WEIGHT;
}

text form_grade_alone(const reader *r, text t)
{
    size_t open, plain;

    t = project_grade_ticked(t);
    open = text_find(t, "（", 0);
    plain = text_find(t, "(", 0);
    open = open < plain ? open : plain;
    if (open == SIZE_MAX || open == 0 ||
        !project_grade_like(r, text_trim(text_cut(t, 0, open))))
        return t;
    return text_trim(text_cut(t, 0, open));
}

bool form_says_grade(const form *f, text label, text said)
{
    static const char *const degrees[] = { "達成度", "進捗度" };

    if (!project_grade_like(f->reader, said) || glyph_has_digit(said))
        return false;
    return no_number_state(said) == STATE_TEXT ||
           ((text_is(said, "×") || text_is(said, "✕")) &&
            text_contains_one(label, degrees,
                              sizeof(degrees) / sizeof(*degrees)));
}

bool form_explains_grades(const form *f, const header_word *w, text t,
                          text said)
{
    return (w->role == ROLE_GRADE || w->role == ROLE_STATUS) &&
           note_is_legend(t) &&
           !project_grade_like(f->reader, project_grade_ticked(said));
}

bool form_heads_grade(const form *f, const header_word *w, uint32_t row,
                      uint32_t col)
{
    uint32_t value_row, value_col;
    text said;

    if ((w->exact || w->role != ROLE_GRADE) && w->role != ROLE_RATE)
        return false;
    if (!form_value_of(f, row, col, &value_row, &value_col) ||
        value_row != row)
        return false;
    said = view_text(&f->reader->view, row, value_col);
    if (w->role == ROLE_GRADE)
        return project_grade_like(f->reader, said);
    return form_says_grade(f, view_text(&f->reader->view, row, col), said);
}

/* A cell that is alone in its row. */
static bool is_alone(const sheet_view *v, uint32_t row, uint32_t col)
{
    return view_next(v, row, 0) == col &&
           view_next(v, row, col + 1) == UINT32_MAX;
}

/* 事業名 | 局名 | 達成度 above 朝市 | 産業局 | C: every other cell is a label, too, and
 * the grade has the column of its own. */
static bool heads_degree(const form *f, uint32_t row, uint32_t col,
                         uint32_t value_row, uint32_t value_col)
{
    const sheet_view *v = &f->reader->view;
    unsigned labels = 0;

    if (f->below || value_row != row + 1 || value_col != col ||
        view_range(v, row, col).last_col !=
            view_range(v, value_row, col).last_col ||
        !form_says_grade(f, view_text(v, row, col),
                         view_text(v, value_row, col)))
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (c != col && (!w->exact || !form_knows(w->role)))
            return false;
        labels++;
    }
    return labels > 1;
}

bool form_heads_grade_below(const form *f, const header_word *w, uint32_t row,
                            uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t value_row, value_col;
    text said, alone;

    if (w->role == ROLE_RATE)
        return form_value_of(f, row, col, &value_row, &value_col) &&
               heads_degree(f, row, col, value_row, value_col);
    if (w->exact || w->role != ROLE_GRADE || !is_alone(v, row, col) ||
        !form_value_of(f, row, col, &value_row, &value_col) ||
        value_row == row || !is_alone(v, value_row, value_col))
        return false;
    said = view_text(v, value_row, value_col);
    alone = project_grade_ticked(said);
    return alone.length < said.length || project_grade_like(f->reader, said);
}

/* 達成見込み is what a grade says, too; a comment may stand behind it. */
static bool is_grade_word(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);

    return form_label(f, row, col)->role == ROLE_IGNORED &&
           project_grade_like(f->reader, view_text(v, row, col)) &&
           (next == UINT32_MAX || !form_label(f, row, next)->exact);
}

bool form_is_status(const form *f, uint32_t row, uint32_t col,
                    uint32_t value)
{
    static const char *const asks[] = { "理由", "区分" };
    const sheet_view *v = &f->reader->view;
    text said = view_text(v, row, value);
    role of = form_label(f, row, col)->role;

    return (of == ROLE_GRADE || of == ROLE_STATUS) &&
           ((form_label(f, row, value)->role == ROLE_STATUS &&
             view_next(v, row, value + 1) == UINT32_MAX &&
             project_status_like(f->reader, said) &&
             !text_contains_one(said, asks,
                                sizeof(asks) / sizeof(*asks))) ||
            is_grade_word(f, row, value)) &&
           (view_next(v, row + 1, value) != value ||
            form_label(f, row + 1, view_next(v, row + 1, 0))->exact);
}

void form_add_grade(form *f, uint32_t row, text label, text said)
{
    static const char *const judges[] = { "判定", "達成状況", "達成度", "進捗状況",
                                          "指標評価", "指標の評価", "KPI評価" };
    unsigned weight = grade_weight(label);

    if (project_grade_is_year(f->reader, said) || project_grade_asks(said))
        return; /* 評価対象 | 令和元年度 */
    if (f->grade_count < FORM_PENDING) {
        f->grades[f->grade_count].row = row;
        f->grades[f->grade_count].weight = weight;
        f->grades[f->grade_count].judges =
            text_ends_in(label, judges, sizeof(judges) / sizeof(*judges));
        f->grades[f->grade_count++].said = said;
    }
    if (weight <= f->grade ||
        (text_find(label, "指標", 0) != SIZE_MAX && project_says_none(said)))
        return; /* 指標評価 | － says nothing of the project */
    f->grade = weight;
    project_grade_said(f->reader, f->project, said);
}

/* A column of the form's table whose figures are of one year. */
static int year_of_column(const form *f, uint32_t col)
{
    const table_column *k = f->table == NULL
                                ? NULL : table_column_at(f->table, col);

    return k != NULL && role_is_figure(k->role) ? k->years.to : 0;
}

/* B beside 概ね達成 is told by that in words: no two years. */
static bool is_sign(text grade)
{
    size_t next = 0;

    if (grade.length > 0)
        glyph_at(grade, 0, &next);
    if (next < grade.length)
        glyph_at(grade, next, &next);
    return next == grade.length;
}

text form_newest_grade(const form *f, const form_label_value *one, text said)
{
    const sheet_view *v = &f->reader->view;
    uint32_t row = one->row, c = one->col;
    int newest = 0;

    if (one->below)
        return said;
    if (year_of_column(f, c) == 0)
        c = view_next(v, row, view_range(v, row, c).last_col + 1);
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        text t = form_grade_alone(f->reader, view_text(v, row, c));

        if (year_of_column(f, c) <= newest ||
            view_range(v, row, c).last_col > c ||
            !project_grade_like(f->reader, t) || is_sign(t) != is_sign(said))
            break;
        newest = year_of_column(f, c);
        said = t;
    }
    return said;
}

void form_add_owner(form *f, uint32_t row)
{
    if (f->owner_count == FORM_PENDING)
        return;
    f->owners[f->owner_count].row = row;
    f->owners[f->owner_count++].kpi = f->project->kpi_count;
}

bool form_grades_above(form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0), value_row, value_col;
    const header_word *w = form_label(f, row, first);

    if (!form_heads_grade(f, w, row, first) &&
        !(w->exact && w->role == ROLE_GRADE &&
          form_value_of(f, row, first, &value_row, &value_col) &&
          value_row == row &&
          project_grade_like(f->reader, view_text(v, row, value_col))))
        return false;
    form_take_row(f, row);
    f->graded_rows = true;
    return true;
}

void form_own_rows(form *f, const kpi_list *all)
{
    for (size_t i = 0; i < all->count && f->graded_rows &&
                       f->owner_count < FORM_PENDING; i++) {
        form_add_owner(f, view_place_row(&f->reader->view,
                                         &all->items[i].where));
        f->owners[f->owner_count - 1].kpi += i;
    }
    f->graded_rows = false;
}

/* 達成度 | 54.5, R4達成率 | 算定中 and nothing else below the figures of one indicator,
 * whose columns are neither lines nor years. */
static bool is_rate_alone(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const header_word *w = form_label(f, row, col);
    uint32_t value = view_next(v, row, view_range(v, row, col).last_col + 1);
    text said;

    if (!w->exact || w->role != ROLE_RATE || value == UINT32_MAX ||
        view_next(v, row, value + 1) != UINT32_MAX ||
        row == f->table->first_row || f->table->blocks > 1 ||
        table_may_have(f->table, ROLE_LINE) ||
        table_may_have(f->table, ROLE_YEAR) ||
        table_may_have(f->table, ROLE_KPI))
        return false;
    said = view_text(v, row, value);
    return glyph_has_digit(said) || no_number_state(said) != STATE_TEXT;
}

bool form_pairs_verdicts(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, row, 0);
    unsigned pairs = 0;

    if (col != UINT32_MAX && is_rate_alone(f, row, col))
        return true;

    for (; col != UINT32_MAX; pairs++) {
        const header_word *w = form_label(f, row, col);
        uint32_t value = view_next(v, row,
                                   view_range(v, row, col).last_col + 1);

        if (!w->exact || w->has_year || value == UINT32_MAX ||
            (w->role != ROLE_RATE && w->role != ROLE_GRADE &&
             w->role != ROLE_STATUS) ||
            form_label(f, row, value)->exact)
            return false;
        col = view_next(v, row, view_range(v, row, value).last_col + 1);
    }
    return pairs > 1;
}

/* What a cell's own label is: 前年度の評価：C; ROLE_NONE for other words. */
static role own_label(const form *f, uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col), value;
    size_t colon = t.length > OWN_LABEL_BYTES ? SIZE_MAX
                                              : glyph_colon(t, &value);
    const header_word *w;

    if (colon == SIZE_MAX || colon == 0 || value.length == 0)
        return ROLE_NONE;
    w = header_roles_find(f->reader->roles, text_trim(text_cut(t, 0, colon)),
                          f->reader->context_year);
    return w->exact ? w->role : ROLE_NONE;
}

bool form_says_verdicts(const form *f, uint32_t row, uint32_t first)
{
    const sheet_view *v = &f->reader->view;
    role r = own_label(f, row, first);

    if (r != ROLE_GRADE && r != ROLE_STATUS && r != ROLE_IGNORED)
        return false;
    for (uint32_t c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (own_label(f, row, c) == ROLE_NONE)
            return false;
    return true;
}

void form_take_verdicts(form *f, kpi *k, uint32_t row)
{
    reader *r = f->reader;
    const sheet_view *v = &r->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;) {
        role what = form_label(f, row, c)->role;
        uint32_t value = view_next(v, row,
                                   view_range(v, row, c).last_col + 1);

        if (what == ROLE_RATE && !k->declared_rate.known) {
            cell_rate_read(r, &k->declared_rate, &k->declared_rate_text, row,
                           value, form_label(f, row, c)->unit);
            k->rate_where = view_place(v, row, value);
        } else if (what != ROLE_RATE && k->declared_grade[0] == '\0') {
            k->declared_grade = project_grade_text(r, view_text(v, row,
                                                                value));
            f->verdicts = true;
        }
        c = view_next(v, row, view_range(v, row, value).last_col + 1);
    }
}

/* The first grade below the name of an indicator; SIZE_MAX for none. */
static size_t grade_of(const form *f, size_t owner)
{
    uint32_t end = owner + 1 < f->owner_count ? f->owners[owner + 1].row
                                              : UINT32_MAX;

    for (size_t i = 0; i < f->grade_count; i++)
        if (f->grades[i].row >= f->owners[owner].row &&
            f->grades[i].row < end)
            return i;
    return SIZE_MAX;
}

/* Does a gap or the title of a part lie between two rows? */
static bool is_parted(const form *f, uint32_t from, uint32_t to)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t row = from + 1; row < to; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX ||
            (view_next(v, row, c + 1) == UINT32_MAX &&
             form_is_section(f->reader, view_text(v, row, c))))
            return true;
    }
    return false;
}

/* 進捗状況 | B right below the figures of one indicator, and 評価 | A in another
 * part of the form, or by its label of another kind; or 評価 | B behind the
 * indicator's name in its row, and another below its figures. */
static bool is_of_one(const form *f, size_t owner, size_t grade)
{
    bool beside = f->grades[grade].row == f->owners[owner].row;

    if (is_parted(f, f->owners[owner].row, f->grades[grade].row))
        return false;
    for (size_t i = grade + 1; i < f->grade_count; i++)
        if (f->grades[i].weight >= OWN_WEIGHT &&
            ((beside && f->grades[i].row > f->grades[grade].row) ||
             (f->grades[grade].judges && !f->grades[i].judges) ||
             is_parted(f, f->grades[grade].row, f->grades[i].row)))
            return true;
    return false;
}

/* 達成率 | 75.0% | 評価 | C below the only indicator, and no other grade: all of
 * the form is rated by it. */
static void give_only_grade(form *f)
{
    project *p = f->project;

    if (!f->verdicts || f->grade_count > 0 || p->kpi_count != 1 ||
        p->kpis[0].declared_grade[0] == '\0' ||
        p->declared_grade[0] != '\0' || p->declared_status[0] != '\0')
        return;
    project_grade_said(f->reader, p, text_of(p->kpis[0].declared_grade));
    p->kpis[0].declared_grade = "";
}

void form_settle_grades(form *f)
{
    project *p = f->project;
    size_t taken[FORM_PENDING], count = 0, one = 0;

    give_only_grade(f);
    for (size_t i = 0; i < f->owner_count; i++)
        if ((taken[i] = grade_of(f, i)) != SIZE_MAX) {
            count++;
            one = i;
        }
    if (count == 0 || (count == 1 && !is_of_one(f, one, taken[one])))
        return;
    p->declared_grade = p->declared_status = "";
    for (size_t i = 0, left = 0; i < f->grade_count; i++) {
        bool own = false;

        for (size_t k = 0; k < f->owner_count && !own; k++) {
            kpi *item = &p->kpis[f->owners[k].kpi];

            own = taken[k] == i && f->owners[k].kpi < p->kpi_count;
            if (own && item->declared_grade[0] == '\0')
                item->declared_grade = project_grade_text(
                    f->reader, f->grades[i].said);
        }
        if (own || f->grades[i].weight <= left)
            continue;
        left = f->grades[i].weight;
        project_grade_said(f->reader, p, f->grades[i].said);
    }
}
