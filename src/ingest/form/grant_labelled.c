/*
 * grant_labelled.c - an indicator that labels describe
 *
 *     指標名 | 団体数 | 単位 | 団体 | 目標値（R7） | 60
 *
 * Where a table has figures of several that it only numbers, each is what the
 * labels from its number on say:
 *
 *     指標① | 歩行者数 | 単位：人 | 策定時（R3）：5,200
 *     指標② | 新規出店数 | 単位：店 | 策定時（R3）：3
 *     年度 | 指標① { 目標 | 実績 } | 指標② { 目標 | 実績 }
 */
#include "ingest/form/grant_parts.h"

#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_parts.h"
#include "ingest/reader/cell_value.h"
#include "ingest/reader/year_notes.h"
#include "ingest/table/asked_label.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

/* Labels further above a table are another form's: each of thousands would
 * look through all of those above it. */
enum { LABEL_ROWS = 400 };

static void take_fact(const form *f, form_labelled *l, const header_word *w,
                      uint32_t row, uint32_t col)
{
    text value = view_text(&f->reader->view, row, col), said;
    const header_word *own;
    year_span span = { 0 };
    size_t start, end;

    switch (w->role) {
    case ROLE_KPI: /* KPI | アウトプット指標①：団体数 */
        own = form_stated_word(f, value, &said);
        l->name = own != NULL && own->role == ROLE_KPI ? said : value;
        l->name_row = row;
        break;
    case ROLE_NAME:
        if (l->name.length > 0)
            break;
        l->name = value;
        l->name_row = row;
        break;
    case ROLE_DIRECTION:
        l->direction = value;
        break;
    case ROLE_UNIT:
        l->unit = unit_plain(value);
        break;
    case ROLE_RATE:
        l->rate_row = row;
        l->rate_col = col;
        break;
    case ROLE_BASELINE:
        l->has_baseline = true;
        l->baseline_row = row;
        l->baseline_col = col;
        if (w->has_year || l->baseline_years.to == 0)
            l->baseline_years = w->years;
        break;
    case ROLE_TARGET:
        l->has_target = true;
        l->target_row = row;
        l->target_col = col;
        if (w->has_year || l->target_years.to == 0)
            l->target_years = w->years;
        break;
    case ROLE_BASELINE_YEAR:
    case ROLE_TARGET_YEAR:
        if (w->role == ROLE_TARGET_YEAR) {
            l->each_year = kpi_due_each_year(value);
            l->total = text_ends(value, "累計"); /* R元～R5年度累計 */
        }
        if (!fiscal_year_parse(&span, value, f->reader->context_year) &&
            !(l->total && fiscal_year_find(&span, &start, &end, value,
                                           f->reader->context_year)))
            break;
        if (w->role == ROLE_TARGET_YEAR)
            l->target_years = span;
        else
            l->baseline_years = span;
        break;
    default:
        break;
    }
}

/* 目標値 | 30 | （R7年度）: a cell that dates the figure in front of it; without
 * brackets where no figure of that year stands behind it. */
static bool dates_figure(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next;
    size_t behind;

    if (col == UINT32_MAX || !form_label(f, row, col)->year_only)
        return false;
    if (glyph_at(view_text(v, row, col), 0, &behind) == GLYPH_OPEN)
        return true;
    next = view_next(v, row, view_range(v, row, col).last_col + 1);
    return next == UINT32_MAX || (form_label(f, row, next)->exact &&
                                  !form_label(f, row, next)->year_only);
}

/* The year of a figure in the next cell; the column that was taken last. */
static uint32_t take_year_beside(const form *f, form_labelled *l,
                                 const header_word *w, uint32_t row,
                                 uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);

    if ((w->role != ROLE_BASELINE && w->role != ROLE_TARGET) ||
        !dates_figure(f, row, next))
        return col;
    if (w->role == ROLE_TARGET)
        l->target_years = form_label(f, row, next)->years;
    else
        l->baseline_years = form_label(f, row, next)->years;
    return next;
}

/* 基準値 | R元年度 | 25: the year in front of the figure is taken; the column of
 * the figure. */
static uint32_t take_year_in_front(const form *f, form_labelled *l,
                                   const header_word *w, uint32_t row,
                                   uint32_t next)
{
    const sheet_view *v = &f->reader->view;
    uint32_t behind;

    if ((w->role != ROLE_BASELINE && w->role != ROLE_TARGET) || w->has_year ||
        next == UINT32_MAX || !form_label(f, row, next)->year_only)
        return next;
    behind = view_next(v, row, view_range(v, row, next).last_col + 1);
    if (behind == UINT32_MAX || form_label(f, row, behind)->exact ||
        form_label(f, row, behind)->year_only)
        return next;
    if (w->role == ROLE_TARGET)
        l->target_years = form_label(f, row, next)->years;
    else
        l->baseline_years = form_label(f, row, next)->years;
    return behind;
}

/* 指標1 | 団体数 | 単位：団体: the unit with its label in one cell. */
static void take_unit(const form *f, form_labelled *l, const header_word *w,
                      uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col);

    if (w->role == ROLE_UNIT && !w->exact && l->unit.length == 0 &&
        unit_is_line(t) && !text_is(unit_plain(t), "なし"))
        l->unit = unit_plain(t);
}

/* 指標 | 団体数 | 団体: the unit alone behind the name, at the end of the row or
 * in front of another label. */
static void take_unit_behind(const form *f, form_labelled *l, uint32_t row,
                             uint32_t name)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, row, view_range(v, row, name).last_col + 1),
             next;

    if (col == UINT32_MAX || l->unit.length > 0 ||
        view_cell(v, row, col)->type != CELL_STRING ||
        form_label(f, row, col)->exact ||
        !unit_word(f->reader->memory, unit_plain(view_text(v, row, col))))
        return;
    next = view_next(v, row, view_range(v, row, col).last_col + 1);
    if (next == UINT32_MAX || form_label(f, row, next)->exact)
        l->unit = unit_plain(view_text(v, row, col));
}

/* 策定時（R3）：5,200 in one cell, behind an indicator's number or name. */
static void take_stated_pair(const form *f, form_labelled *l, uint32_t row,
                             uint32_t col)
{
    text value;
    const header_word *w =
        form_stated_word(f, view_text(&f->reader->view, row, col), &value);

    if (w != NULL && (w->role == ROLE_BASELINE || w->role == ROLE_TARGET))
        take_fact(f, l, w, row, col);
}

/* 成果指標：団体数（単位：団体） begins a row, above 基準値 | 25. */
static void take_named_pair(const form *f, form_labelled *l, uint32_t row,
                            uint32_t col)
{
    text value;
    const header_word *w =
        form_stated_word(f, view_text(&f->reader->view, row, col), &value);

    if (w == NULL || w->role != ROLE_KPI)
        return;
    l->name = value;
    l->name_row = row;
}

/* 成果指標１ | 団体数 | 基準値 | 目標値 in one row, and below the first two
 * nothing: a label and its value beside the header. */
static bool stands_in_front(const form *f, uint32_t row, uint32_t col,
                            uint32_t next)
{
    const sheet_view *v = &f->reader->view;

    return row + 1 < v->grid->rows && next != UINT32_MAX &&
           form_label(f, row, col)->role == ROLE_KPI &&
           !view_filled(v, row + 1, col) && !view_filled(v, row + 1, next) &&
           view_next(v, row + 1, next + 1) != UINT32_MAX;
}

/* Another label; 目標年度 | R元～R5年度累計 is a value. */
static bool is_label_beside(const form *f, const header_word *w, uint32_t row,
                            uint32_t next)
{
    const header_word *other = form_label(f, row, next);

    return other->exact && !label_says_total(w->role, other);
}

/* 数値目標（R7） | 60 below 指標名 | 団体数: no other indicator, but its target. */
static bool states_aim(const form *f, const form_labelled *l,
                       const header_word *w, uint32_t row, uint32_t col,
                       uint32_t value)
{
    const sheet_view *v = &f->reader->view;

    return w->role == ROLE_KPI && w->index == 0 && l->name.length > 0 &&
           text_starts(view_text(v, row, col), "数値目標") &&
           (w->has_year || view_cell(v, row, value)->type == CELL_NUMBER);
}

/* KPI down the side of ①来場者数：2人（R2）→12人（R7） and of ②出店数 on a row of its own:
 * all of them, a line each. Other words below the first go with something
 * else. */
static text joined_names(const form *f, merge_range label, uint32_t value)
{
    reader *r = f->reader;
    const sheet_view *v = &r->view;
    text first = view_text(v, label.row, value), all;
    uint32_t row = view_range(v, label.row, value).last_row + 1;
    buf b;

    if (row > label.last_row || glyph_number_mark(first, 1) == 0)
        return first;
    buf_init(&b);
    buf_text(&b, first);
    for (unsigned n = 2; row <= label.last_row && row < f->table->first_row;
         n++) {
        text t = view_text(v, row, value);

        if (!view_begins(v, row, value) || glyph_number_mark(t, n) == 0)
            break;
        buf_char(&b, '\n');
        buf_text(&b, t);
        row = view_range(v, row, value).last_row + 1;
    }
    all = text_of(reader_text(r, buf_slice(&b)));
    buf_free(&b);
    return all;
}

/* The labels of a row; `index` as below, *current is the number of the
 * indicator that they belong to. */
static void take_row(const form *f, form_labelled *l, uint32_t row,
                     unsigned index, unsigned *current)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);
        uint32_t next = view_next(v, row, view_range(v, row, c).last_col + 1);
        uint32_t under;

        if (w->exact && w->index != 0 &&
            (w->role == ROLE_KPI || w->role == ROLE_NAME))
            *current = w->index;
        if (index != 0 && index != *current)
            continue;
        take_unit(f, l, w, row, c);
        if (index != 0 || row > l->titled_row ||
            (l->name.length > 0 && row < f->table->top))
            take_stated_pair(f, l, row, c);
        if (row == f->table->bottom && view_range(v, row, c).last_row == row &&
            !stands_in_front(f, row, c, next))
            break;
        if (!w->exact && index == 0 && c == view_next(v, row, 0))
            take_named_pair(f, l, row, c);
        if (!w->exact)
            continue;
        if (w->role == ROLE_UNIT && w->unit.length > 0 && l->unit.length == 0) {
            l->unit = w->unit; /* 単位（戸） | H23 | H24 */
            continue;
        }
        next = take_year_in_front(f, l, w, row, next);
        if (next == UINT32_MAX || is_label_beside(f, w, row, next)) {
            if (form_value_under(f, row, c, &under)) {
                l->above = l->above || w->role == ROLE_KPI;
                take_fact(f, l, w, row + 1, under);
            }
            continue;
        }
        if (states_aim(f, l, w, row, c, next)) {
            header_word aim = *w;

            aim.role = ROLE_TARGET;
            take_fact(f, l, &aim, row, next);
            c = take_year_beside(f, l, &aim, row, next);
            continue;
        }
        take_fact(f, l, w, row, next);
        if (w->role == ROLE_KPI && l->name_row == row &&
            text_equal(l->name, view_text(v, row, next)))
            l->name = joined_names(f, view_range(v, row, c), next);
        if (w->role == ROLE_KPI)
            take_unit_behind(f, l, row, next);
        l->down = l->down || (form_describes_kpi(w) &&
                              kpi_wants_less(view_text(v, row, next)));
        c = take_year_beside(f, l, w, row, next);
    }
}

form_labelled form_find_labelled(const form *f, uint32_t from,
                                 unsigned index)
{
    form_labelled l = { .titled_row = UINT32_MAX };
    unsigned current = 0;
    text titled = text_of("");
    /* ＫＰＩ① | 参加企業数 over the years is taken for a part of the header, and
     * stands beside its last line where it is merged over the figures' too */
    uint32_t end = index == 0 ? f->table->bottom + 1 : f->table->top;

    l.name = l.unit = l.direction = text_of("");
    if (index == 0)
        titled = form_titled_name(f, from, &l.titled_row);
    /* what stands above the name is of another indicator, or of none */
    if (titled.length > 0)
        from = l.titled_row + 1;
    else
        l.titled_row = UINT32_MAX;
    for (uint32_t row = from; row < end; row++)
        take_row(f, &l, row, index, &current);
    if (l.name.length == 0 && titled.length > 0) {
        l.name = titled;
        l.name_row = l.titled_row;
    } else if (l.name.length == 0 && index == 0) {
        l.name = form_caption_name(f->table->caption);
        l.name_row = f->table->caption_row;
    }
    return l;
}

form_labelled form_find_over(const form *f, uint32_t from, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const table_column *years = table_column_any(f->table, ROLE_YEAR);
    form_labelled l = { .titled_row = UINT32_MAX };

    l.name = l.unit = l.direction = text_of("");
    for (uint32_t row = from; row < f->table->top; row++) {
        uint32_t c = view_next(v, row, 0);

        if (years != NULL && years->col < col &&
            view_begins(v, row, years->col) && view_filled(v, row, years->col))
            c = years->col; /* other labels and values in front of them */
        if (c != UINT32_MAX && c < col && view_begins(v, row, col) &&
            view_filled(v, row, col) && form_label(f, row, c)->exact &&
            !form_label(f, row, col)->exact)
            take_fact(f, &l, form_label(f, row, c), row, col);
    }
    return l;
}

/* Labels of an indicator and no more, from a row down to the table. */
bool layout_grant_labels(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t };
    uint32_t titled = UINT32_MAX;

    if (table_column_any(t, ROLE_KPI) != NULL)
        return false;
    if (form_titled_name(&f, from, &titled).length == 0)
        titled = UINT32_MAX;
    for (uint32_t row = from; row < t->top; row++) {
        uint32_t c = view_next(&r->view, row, 0), under;
        const header_word *w = c == UINT32_MAX ? NULL
                                               : form_label(&f, row, c);

        if (row > from && w != NULL && !w->exact &&
            form_value_under(&f, row - 1, view_range(&r->view, row - 1, c).col,
                             &under))
            continue;
        if (row == titled ||
            (t->caption_row <= row && form_caption_name(t->caption).length > 0))
            continue; /* and 指標の定義 | … below it */
        if (w != NULL &&
            (!w->exact ||
             (w->role != ROLE_KPI && w->role != ROLE_NAME &&
              w->role != ROLE_UNIT && w->role != ROLE_BASELINE &&
              w->role != ROLE_BASELINE_YEAR && w->role != ROLE_TARGET &&
              w->role != ROLE_TARGET_YEAR)))
            return false;
    }
    return form_find_labelled(&f, from, 0).name.length > 0;
}

bool layout_grant_completes(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t };
    bool years = table_column_any(t, ROLE_YEAR) != NULL;
    bool lines = table_column_any(t, ROLE_LINE) != NULL, found = false;
    unsigned dated = 0;
    form_labelled l;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (role_is_level(k->role) || k->role == ROLE_KPI)
            return false;
        dated += role_is_figure(k->role) && k->years.to != 0;
        found = found || (k->role == ROLE_ACTUAL &&
                          (years || k->years.to != 0)) ||
                (lines && dated > 1); /* 基準値（R1） | 現状値（R4） */
    }
    if (!found)
        return false;
    if (t->top > LABEL_ROWS && from < t->top - LABEL_ROWS)
        from = t->top - LABEL_ROWS;
    l = form_find_labelled(&f, from, 0);
    /* R4実績 | R5実績 below 指標名 and its value are more such labels */
    return l.name.length > 0 && (!l.above || years || lines);
}

/* What stands in front of a value, or above it. */
static text label_before(const sheet_view *v, uint32_t row, uint32_t col)
{
    text label = text_of("");

    for (uint32_t c = view_next(v, row, 0); c < col;
         c = view_next(v, row, c + 1))
        label = view_text(v, row, c);
    return label.length > 0 || row == 0 ? label : view_text(v, row - 1, col);
}

/* ※基準値は平成26年度の値 above the form dates a baseline that names no year. */
static int noted_year(const form *f, const form_labelled *l)
{
    reader *r = f->reader;
    int year = r->noted_above.baseline.to;

    if (year == 0) /* the sheet's only table did not ask for it */
        year = year_notes_of(r, 0, f->table->top).baseline.to;
    if (year != 0)
        reader_finding(r, "baseline-year-inferred", l->baseline_row,
                       l->baseline_col,
                       label_before(&r->view, l->baseline_row,
                                    l->baseline_col),
                       reader_year(r, year), NULL, NULL);
    return year;
}

void form_fill_labelled(form *f, kpi *k, const form_labelled *l)
{
    reader *r = f->reader;
    cell_value v;

    if (k->unit[0] == '\0')
        k->unit = reader_text(r, l->unit);
    if (k->direction == DIRECTION_UNKNOWN)
        k->direction = kpi_direction_said(r, l->direction);
    if (l->down && k->direction == DIRECTION_UNKNOWN)
        k->direction = DIRECTION_DOWN;
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].unit[0] == '\0')
            k->actuals[i].unit = k->unit;
    if (l->has_baseline && !k->baseline.present) {
        cell_value_read(r, &v, l->baseline_row, l->baseline_col,
                        text_of(k->unit), VALUE_NEEDED);
        k->baseline.present = v.present;
        k->baseline.value = (quantity){ v.has_value, v.value };
        k->baseline.fiscal_year = v.years.to != 0 ? v.years.to
                                                  : l->baseline_years.to;
        if (k->baseline.fiscal_year == 0 && v.present)
            k->baseline.fiscal_year = noted_year(f, l);
        k->baseline.text = v.text;
        k->baseline.unit = reader_text(r, v.unit);
        k->baseline.where = view_place(&r->view, l->baseline_row,
                                       l->baseline_col);
    }
    if (l->rate_col > 0 && !k->declared_rate.known) {
        cell_rate_read(r, &k->declared_rate, &k->declared_rate_text,
                       l->rate_row, l->rate_col, text_of(""));
        k->rate_where = view_place(&r->view, l->rate_row, l->rate_col);
    }
    if (l->has_target && (!k->target.value.known || form_aims_at_plan(k))) {
        year_span years;

        cell_value_read(r, &v, l->target_row, l->target_col,
                        text_of(k->unit), VALUE_NEEDED);
        if (k->target.value.known && !v.has_value)
            return;
        years = v.years.to != 0 ? v.years : l->target_years;
        k->target.value = (quantity){ v.has_value, v.value };
        k->target.state = v.state;
        k->target.text = v.text;
        k->target.from = years.from;
        k->target.to = years.to;
        k->target.qualifier = reader_text(r, v.qualifier);
        k->target.per_year = k->target.per_year || v.per_year || l->each_year;
        k->target.cumulative = k->target.cumulative || v.cumulative ||
                               l->total;
        k->target.unit = reader_text(r, v.unit);
        k->target.where = view_place(&r->view, l->target_row, l->target_col);
    }
}
