/*
 * grant_offices.c - whose form it is, by its labels
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "wording/glyph.h"

enum { CONTACT_BYTES = 150 };

/* 創業推進部　新産業課 or 新産業課 of 担当部課 behind 担当局 | 経済局: no bureau of its
 * own. `below`: the label names what is below a bureau. */
static bool is_of_bureau(const project *p, text value, bool below)
{
    static const char *const bureaus[] = { "局", "庁", "委員会", "区役所" };
    text first, second;

    department_split(value, &first, &second);
    if (second.length == 0 ? !below || text_ends(first, "部")
                           : !text_ends(first, "部"))
        return false;
    for (size_t i = 0; i < sizeof(bureaus) / sizeof(*bureaus); i++)
        if (text_ends(text_of(p->bureau), bureaus[i]))
            return true;
    return false;
}

static bool is_seal(text t)
{
    static const char *const seals[] = { "印", "㊞", "（印）", "(印)" };

    return text_in(t, seals, sizeof(seals) / sizeof(*seals));
}

/* 課長, 係長: who seals a form, by the rank. */
static bool is_rank(text t)
{
    static const char *const ends[] = { "部長", "局長", "次長", "課長", "室長",
                                        "係長", "班長", "補佐", "主幹", "主査",
                                        "主任" };

    return text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

static unsigned count_ranks(const sheet_view *v, uint32_t row, unsigned *others)
{
    static const char *const boxes[] = { "担当", "担当者", "起案", "起案者", "決裁",
                                         "合議", "係", "係員" };
    unsigned ranks = 0;

    *others = 0;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text t = view_text(v, row, c);

        if (is_rank(t))
            ranks++;
        else if (!text_in(t, boxes, sizeof(boxes) / sizeof(*boxes)))
            ++*others;
    }
    return ranks;
}

bool form_heads_seals(const form *f, uint32_t row)
{
    unsigned others;

    return count_ranks(&f->reader->view, row, &others) > 0 && others == 0;
}

bool form_is_sealed(const form *f, uint32_t row, const form_label_value *one)
{
    unsigned others;

    return one->role == ROLE_BUREAU &&
           (is_seal(one->value) ||
            (one->below && !department_like(one->value) &&
             count_ranks(&f->reader->view, row, &others) > 0));
}

/* 実施主体 | 商工会議所, 担当 | 森: who acts or is asked, and none of the city's
 * offices. */
static bool says_other(const form_label_value *one)
{
    if (text_ends(one->label, "主体"))
        return !office_name(one->value);
    return text_ends(one->label, "当") && !department_like(one->value);
}

/* 部局名 | 福祉部 and 所属名 | 医療課, in either order: neither label says that the
 * other is further in, but their values do. */
static bool take_inner(form *f, const form_label_value *one)
{
    reader *r = f->reader;
    project *p = f->project;
    text said = text_of(p->bureau), first, second;

    if ((one->role != ROLE_BUREAU && !text_ends(one->value, "部")) ||
        said.length == 0 || p->division[0] != '\0' ||
        f->office_line) /* 作成：企画課, whoever it made the form for */
        return false;
    department_split(one->value, &first, &second);
    if (second.length > 0 || department_is_division(said) ==
                                 department_is_division(one->value))
        return false;
    if (department_is_division(said)) {
        p->division = p->bureau;
        p->bureau = "";
        return false; /* the value becomes it */
    }
    p->division = reader_line(r, one->value);
    return true;
}

void form_take_office(form *f, const form_label_value *one)
{
    reader *r = f->reader;
    project *p = f->project;
    office_level lowest, first = office_levels_typed(r->memory, one->label,
                                                     &lowest);
    text bureau = text_of(""), division = text_of("");

    if ((p->bureau[0] != '\0' || p->division[0] != '\0') &&
        (office_helps(one->label) || says_other(one)))
        return; /* whose form it is is said */
    if (f->other_office)
        p->bureau = p->division = "";
    f->other_office = says_other(one);
    if (take_inner(f, one))
        return;
    if (is_of_bureau(p, one->value,
                     first == OFFICE_DEPARTMENT && lowest != first)) {
        p->division = reader_line(r, one->value);
        return;
    }
    if (first == OFFICE_DEPARTMENT &&
        (lowest == first || text_ends(one->value, "部"))) { /* beside 課 */
        bureau = p->bureau[0] == '\0' ||
                         text_ends(text_of(p->bureau), "部")
                     ? one->value
                     : department_join(r, text_of(p->bureau), one->value);
    } else if (one->role == ROLE_BUREAU) {
        bureau = one->value;
    } else {
        division = first != OFFICE_SECTION || p->division[0] == '\0'
                       ? one->value
                       : department_join(r, text_of(p->division), one->value);
    }
    department_set(r, p, bureau, division, one->row, one->col);
}

static bool names_office(text all, text one)
{
    for (size_t at = 0, end; at < all.length; at = end + strlen("、")) {
        end = text_find(all, "、", at);
        end = end == SIZE_MAX ? all.length : end;
        if (text_equal(text_cut(all, at, end), one))
            return true;
    }
    return false;
}

void form_take_office_column(form *f, const segment *s)
{
    reader *r = f->reader;
    project *p = f->project;
    const table_column *k = table_column_any(f->table, ROLE_DIVISION);
    text all = f->column_offices;
    bool inner = k != NULL;

    if (k == NULL)
        k = table_column_any(f->table, ROLE_BUREAU);
    if (k == NULL ||
        !text_equal(text_of(inner ? p->division : p->bureau), all) ||
        (inner ? department_is_division(text_of(p->bureau))
               : p->division[0] != '\0'))
        return; /* the form says whose it is */
    for (size_t i = 0; i < s->count; i++) {
        text t = text_trim(view_text(&r->view, s->rows[i], k->col));

        if (t.length == 0 || reader_is_ditto(t) || project_says_none(t) ||
            names_office(all, t))
            continue;
        all = all.length == 0
                  ? text_of(reader_line(r, t))
                  : department_join(r, department_join(r, all, text_of("、")),
                                    t);
    }
    if (text_equal(all, f->column_offices))
        return;
    if (p->bureau[0] != '\0' && inner) {
        p->division = reader_line(r, all); /* of the bureau that a label says */
    } else {
        p->bureau = p->division = "";
        department_set(r, p, inner ? text_of("") : all,
                       inner ? all : text_of(""), s->rows[0], k->col);
        f->other_office = true;
    }
    f->column_offices = text_of(inner ? p->division : p->bureau);
}

/* 港市総合戦略推進本部, 港市地域公共交通会議: who makes the plan, of no project. */
static bool makes_plan(text office)
{
    return text_ends(office, "会議") || text_ends(office, "協議会") ||
           (text_ends(office, "本部") &&
            (text_find(office, "戦略", 0) != SIZE_MAX ||
             text_find(office, "創生", 0) != SIZE_MAX));
}

bool form_take_publisher(form *f, text office, uint32_t row, uint32_t col)
{
    static const char board[] = "教育委員会";
    text city;

    if (makes_plan(office)) {
        reader_ignore(f->reader, row, row, "form-words", office);
        return true;
    }
    if (!text_ends(office, board))
        return false;
    city = text_cut(office, 0, office.length - text_of(board).length);
    if (!form_is_city(city))
        return false;
    if (f->publisher.length == 0) {
        f->publisher = office;
        f->publisher_row = row;
        f->publisher_col = col;
    }
    return true;
}

void form_settle_publisher(form *f)
{
    if (f->publisher.length > 0 && f->project->bureau[0] == '\0')
        department_set(f->reader, f->project, f->publisher, text_of(""),
                       f->publisher_row, f->publisher_col);
}

/* 環境局　環境保全課（TEL 582-2238）: without how to reach it. */
static text without_number(text t)
{
    static const char *const words[] = { "TEL", "ＴＥＬ", "Tel", "℡", "電話",
                                         "内線", "☎", "E-mail", "（", "(" };
    size_t end = t.length, at;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        at = text_find(t, words[i], 0);
        end = at < end ? at : end;
    }
    return text_trim(text_cut(t, 0, end));
}

bool form_take_contact(form *f, uint32_t row, uint32_t *col)
{
    static const char *const labels[] = { "問い合わせ先", "問合せ先", "問合先",
                                          "連絡先", "照会先", "お問い合わせ先",
                                          "お問合せ先" };
    const sheet_view *v = &f->reader->view;
    text t = view_text(v, row, *col), office;
    size_t colon = t.length > CONTACT_BYTES ? 0 : glyph_colon(t, &office);
    uint32_t next = *col;

    if (colon == 0 ||
        !text_in(heading_unmarked(text_trim(text_cut(t, 0, colon))), labels,
                 sizeof(labels) / sizeof(*labels)))
        return false;
    if (colon == SIZE_MAX) {
        next = view_next(v, row, view_range(v, row, *col).last_col + 1);
        office = view_text(v, row, next);
    }
    office = without_number(office);
    if (!office_name(office))
        return false;
    if (f->project->bureau[0] == '\0' && f->project->division[0] == '\0') {
        department_set(f->reader, f->project, office, text_of(""), row, next);
        f->other_office = true;
    }
    *col = next;
    return true;
}

bool form_heads_bureau(const sheet_view *v, uint32_t row, text *bureau)
{
    uint32_t c = view_next(v, row, 0);
    text t = c == UINT32_MAX || view_next(v, row, c + 1) != UINT32_MAX
                 ? text_of("") : view_text(v, row, c);

    if (t.length == 0 || t.length > CONTACT_BYTES)
        return false;
    *bureau = heading_unmarked(t);
    return (glyph_bracketed(*bureau, 0, bureau) || bureau->length < t.length ||
            row == 0 || view_next(v, row - 1, 0) == UINT32_MAX) &&
           office_name(*bureau) && !department_is_division(*bureau);
}

/* Does the bureau of the first form stand above a gap, and its 課 below? */
static bool has_bureau_above(const form *f)
{
    const sheet_view *v = &f->reader->view;
    const project *p = f->project;
    bool found = false, gap = false;

    for (uint32_t row = 0; row < f->table->top; row++) {
        uint32_t c = view_next(v, row, 0);

        gap = gap || (found && c == UINT32_MAX);
        for (; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
            text t = view_text(v, row, c);

            found = found || text_ends(t, p->bureau);
            if (gap && text_ends(t, p->division))
                return true;
        }
    }
    return false;
}

void form_share_bureau(form *f)
{
    reader *r = f->reader;
    project *p = f->project;

    if (r->bureau_above != NULL) {
        if (p->bureau[0] == '\0' && p->division[0] != '\0' &&
            (department_is_division(text_of(p->division)) ||
             department_holds(text_of(r->bureau_above),
                              text_of(p->division))))
            p->bureau = r->bureau_above;
        if (p->division[0] == '\0' && p->bureau[0] != '\0' &&
            department_holds(text_of(r->bureau_above), text_of(p->bureau))) {
            p->division = p->bureau;
            p->bureau = r->bureau_above;
        }
        return;
    }
    if (p->bureau[0] == '\0' || p->division[0] == '\0' ||
        r->plan->department_count > 0 ||
        (r->data->project_count > 1 &&
         strcmp(p[-1].where.sheet, r->view.grid->sheet) == 0))
        return; /* a form stands above */
    if (has_bureau_above(f))
        r->bureau_above = p->bureau;
}
