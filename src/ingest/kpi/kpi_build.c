/*
 * kpi_build.c - the rows of one indicator become KPIs of the dataset
 */
#include "ingest/kpi/kpi_build.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_label.h"
#include "ingest/kpi/kpi_note_mark.h"
#include "ingest/kpi/kpi_part.h"
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"
#include "wording/units.h"

/* ---- Looking into the indicator's rows -------------------------------- */

static uint64_t bit_of(role r)
{
    return (uint64_t)1 << r;
}

static uint64_t roles_of(const table *t)
{
    uint64_t roles = 0;

    for (size_t i = 0; i < t->count; i++)
        roles |= bit_of(t->columns[i].role);
    return roles;
}

bool build_has(const build *b, role r)
{
    if ((b->roles & bit_of(r)) == 0)
        return false;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role != r || !build_mine(b, k))
            continue;
        for (size_t n = b->first; n <= b->last; n++)
            if (view_cell(&b->reader->view, b->rows[n], k->col) != NULL)
                return true;
    }
    return false;
}

bool build_mine(const build *b, const table_column *k)
{
    return k->block == b->block ||
           (k->block == 0 && (b->block == 1 || b->table->parted));
}

bool build_cell(const build *b, role r, uint32_t *row,
                const table_column **column)
{
    if ((b->roles & bit_of(r)) == 0)
        return false;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role == r && build_mine(b, k) &&
            build_filled(b, k->col, row)) {
            *column = k;
            return true;
        }
    }
    return false;
}

/* 〃, also ↓ but where that says which way is better. */
static bool repeats_above(role r, text t)
{
    return reader_is_ditto(t) && !(r == ROLE_DIRECTION && text_is(t, "↓"));
}

text build_cell_text(const build *b, const table_column *k, uint32_t row)
{
    text t = view_text(&b->reader->view, row, k->col);

    while (repeats_above(k->role, t) && row > b->table->first_row)
        t = view_text(&b->reader->view, --row, k->col);
    return repeats_above(k->role, t) ? text_of("")
                                     : reader_pick(b->reader, t);
}

text build_text(const build *b, role r)
{
    uint32_t row;
    const table_column *k;

    return build_cell(b, r, &row, &k) ? build_cell_text(b, k, row)
                                      : text_of("");
}

/* ---- Name and free text ----------------------------------------------- */

const char *build_figure_text(reader *r, text typed, const figure *f)
{
    if (f->start <= f->end && f->end <= typed.length)
        return reader_text(r, text_cut(typed, f->start, f->end));
    return "";
}

void build_baseline(build *b, kpi *k, const figure *f,
                    const year_span *years, bool has_value, text typed)
{
    reader *r = b->reader;

    k->baseline.present = has_value || years->to != 0;
    k->baseline.from = years->from;
    k->baseline.fiscal_year = years->to;
    k->baseline.calendar_year = years->calendar;
    k->baseline.value.known = has_value;
    if (has_value) {
        k->baseline.value.value = f->value;
        k->baseline.unit = reader_text(r, f->unit);
        k->baseline.text = build_figure_text(r, typed, f);
    }
    k->baseline.where = view_place(&r->view, b->rows[b->first],
                                   b->column != NULL ? b->column->col
                                                     : b->table->col);
}

static void echo(build *b, const kpi_text *item, text typed)
{
    reader *r = b->reader;
    uint32_t col = b->column != NULL ? b->column->col : b->table->col;
    buf out;

    if (item->confidence == CONFIDENCE_HIGH)
        return;
    if (item->confidence == CONFIDENCE_NONE) {
        reader_finding(r, "kpi-not-understood", b->rows[b->first], col, typed,
                       reader_line(r, item->whole), NULL, NULL);
        return;
    }
    buf_init(&out);
    if (item->has_baseline) {
        number_put_grouped(&out, item->baseline.value);
        buf_text(&out, item->baseline.unit);
        if (item->baseline_years.to != 0) {
            buf_string(&out, "（");
            buf_string(&out, reader_year(r, item->baseline_years.to));
            buf_string(&out, "）");
        }
        buf_string(&out, "⇒");
    }
    if (item->has_target) {
        number_put_grouped(&out, item->target.value);
        buf_text(&out, item->unit);
        buf_text(&out, item->target.qualifier);
    }
    if (item->target_years.to != 0) {
        buf_string(&out, "（");
        if (item->target_years.from != 0) {
            buf_string(&out, reader_year(r, item->target_years.from));
            buf_string(&out, "～");
        }
        buf_string(&out, reader_year(r, item->target_years.to));
        buf_string(&out, "）");
    }
    reader_finding(r, "kpi-text-uncertain", b->rows[b->first], col, typed,
                   reader_line(r, item->name), reader_text(r,
                                                           buf_slice(&out)),
                   NULL);
    buf_free(&out);
}

text build_lines(text typed, text whole, bool alone)
{
    size_t start, end;

    if (alone || whole.bytes < typed.bytes ||
        whole.bytes + whole.length > typed.bytes + typed.length)
        return typed;
    start = (size_t)(whole.bytes - typed.bytes);
    end = start + whole.length;
    while (start > 0 && typed.bytes[start - 1] != '\n')
        start--;
    while (end < typed.length && typed.bytes[end] != '\n')
        end++;
    return text_cut(typed, start, end);
}

/* 0人を維持, where that is what there was: neither more nor less is better. */
static bool keeps(const kpi_text *item)
{
    return item->has_baseline && item->has_target &&
           number_compare(item->baseline.value, item->target.value) == 0 &&
           text_equal(item->baseline.unit, item->target.unit) &&
           text_find(item->whole, "維持", 0) != SIZE_MAX &&
           text_find(item->name, "維持", 0) == SIZE_MAX;
}

/* Its label is its name, ① in front of it or not, and not a part of that:
 * リーダー of 認定者数（リーダー）. */
static bool labels_itself(const kpi_text *item)
{
    size_t more = item->label.length - item->name.length;

    return item->label.length == 0 ||
           (item->label.length >= item->name.length &&
            text_equal(text_from(item->label, more), item->name));
}

static void from_free_text(build *b, kpi *k, const kpi_text *item,
                           text typed, bool alone)
{
    reader *r = b->reader;
    target *t = &k->target;
    /* ②【指標】名 */
    text name = kpi_label_bracket_cut(r->memory, item->name);
    text unit = item->unit, rest, inner;

    /* ・指標：名, ②1便の人数: what was not taken off the whole cell */
    if (name.bytes != typed.bytes || glyph_circled(name) > 0)
        name = kpi_label_cut(name);
    name = build_name_wanted(r, k, name);
    /* a name may end with its unit: 来場者数（人） */
    if (unit_take_from_name(r->memory, name, &rest, &inner) &&
        (unit.length == 0 ||
         (labels_itself(item) && text_equal(unit, inner)))) {
        name = rest;
        unit = inner;
    }
    if (unit.length == 0 && alone) { /* a column of its own says it */
        unit = build_column_unit(b, name);
        if (no_number_is_missing(unit))
            unit = text_of("");
    }
    k->name = reader_line(r, name);
    k->unit = reader_text(r, unit);
    build_baseline(b, k, &item->baseline, &item->baseline_years,
                   item->has_baseline, typed);
    t->value.known = item->has_target;
    t->from = item->target_years.from;
    t->to = item->target_years.to;
    t->calendar_year = item->target_years.calendar;
    t->per_year = item->per_year;
    t->cumulative = item->cumulative || kpi_label_totals(name) > 0;
    t->state = item->has_target ? STATE_REPORTED : STATE_TEXT;
    t->text = reader_line(r, build_lines(typed, item->whole, alone));
    t->where = k->where;
    if (item->has_target) {
        t->value.value = item->target.value;
        t->unit = reader_text(r, item->target.unit);
        t->qualifier = reader_text(r, item->target.qualifier);
        if (k->direction == DIRECTION_UNKNOWN && keeps(item))
            k->direction = DIRECTION_KEEP;
        if (item->target.corrected)
            reader_finding(r, "corrected-number", b->rows[b->first],
                           b->column != NULL ? b->column->col : b->table->col,
                           typed,
                           build_figure_text(r, typed, &item->target),
                           cell_number_text(r, item->target.value,
                                            item->target.unit).bytes, NULL);
    }
    build_steps(b, k, item->steps, item->step_count, typed, k->where);
    echo(b, item, typed);
}

void kpi_take_text(reader *r, kpi *k, const kpi_text *item, text typed,
                   uint32_t row, uint32_t col)
{
    const table none = { .col = col };
    const table_column at = { .col = col };
    const char *name = k->name, *unit = k->unit;
    place where = k->where;
    build b = { .reader = r, .table = &none, .rows = &row, .column = &at };

    k->where = view_place(&r->view, row, col);
    from_free_text(&b, k, item, typed, false);
    k->where = where;
    k->name = name;
    if (k->unit[0] == '\0')
        k->unit = unit;
}

/* In our own template names are as they should be. */
static bool is_ours(const build *b)
{
    const reader *r = b->reader;

    return r->data->sources[r->source].stamp[0] != '\0';
}

static text without_marks(build *b, kpi *k, text name)
{
    name = kpi_note_mark_cut(b->reader, name, b->rows[b->first],
                             b->column != NULL ? b->column->col
                                               : b->table->col);
    return is_ours(b) ? name : build_name_wanted(b->reader, k, name);
}

/* The unit, wherever it is said: column, header, name's bracket. */
static void name_and_unit(build *b, kpi *k, text name)
{
    reader *r = b->reader;
    text column = build_column_unit(b, name), rest, unit;
    bool ours = is_ours(b);

    name = without_marks(b, k, kpi_label_relisted_cut(name));
    if (unit_take_from_name(r->memory, name, &rest, &unit) && !ours &&
        (column.length == 0 || text_equal(column, unit)))
        name = rest;
    else if (!ours &&
             unit_split_bracket(r->memory, name, &rest, &unit) &&
             (column.length == 0 || text_equal(column, unit)))
        name = rest;
    else if (!ours && column.length == 0 &&
             build_headed_unit(b, name, &rest, &unit))
        name = rest;
    else
        unit = text_of("");
    name = without_marks(b, k, name); /* 来場者数※1（人） */
    if (column.length > 0 &&
        (units_read_known(column, 0) == column.length ||
         !no_number_is_missing(column)))
        unit = column;
    if (unit.length == 0)
        unit = build_header_unit(b);
    if (unit_per_year(unit, &rest)) {
        unit = rest;
        k->target.per_year = true;
    }
    if (b->cumulative || kpi_label_totals(name) > 0)
        k->target.cumulative = b->cumulative = true;
    else if (build_kind_totals(b))
        b->cumulative = true;
    while (text_starts(name, "・") || text_starts(name, "●") ||
           text_starts(name, "○"))
        name = text_trim(text_from(name, strlen("・")));
    k->name = reader_line(r, ours ? name : kpi_name_unwrap(name));
    k->unit = reader_text(r, unit);
}

/* The name's cell, or the last one above it. */
static text name_above(const build *b)
{
    text t = text_of("");

    for (size_t n = b->first + 1; n > 0 && t.length == 0; n--)
        t = view_text(&b->reader->view, b->rows[n - 1], b->column->col);
    return t;
}

static bool has_figures(const kpi_text *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].has_target || items[i].has_baseline ||
            items[i].target_years.to != 0)
            return true;
    return false;
}

/* KPI1：, 【KPI】 in front of it and ※減少目標 behind are no part of a name. */
static text label_cut(const build *b, kpi *told, text t)
{
    if (is_ours(b))
        return t;
    t = kpi_label_cut(kpi_label_bracket_cut(b->reader->memory, t));
    return build_name_wanted(b->reader, told, t);
}

/* The name as it is typed, of what column or label it is. */
static text name_typed(const build *b, kpi *told, const char *fallback)
{
    if (b->column == NULL)
        return label_cut(b, told, text_of(fallback));
    if (b->table->coded)
        return text_trim(name_above(b));
    return label_cut(b, told,
                     text_trim(reader_pick(b->reader, name_above(b))));
}

static bool start(build *b, kpi_list *out, const char *fallback)
{
    reader *r = b->reader;
    kpi_text *items = NULL;
    size_t count = 0;
    uint32_t row = b->rows[b->first];
    kpi told = { .direction = DIRECTION_UNKNOWN, .target.text = "" };
    text typed = build_name_aimless(b, &told,
                                    name_typed(b, &told, fallback));
    bool free_text;

    if (b->column != NULL && typed.length > READER_PHRASE_MAX) {
        /* no name is so long: its beginning stands for it, and it is said */
        typed = text_cut(typed, 0, utf8_floor(typed, 240));
        reader_finding(r, "kpi-not-understood", row, b->column->col, typed,
                       reader_line(r, typed), NULL, NULL);
    } else if (!b->table->coded &&
               ((free_text = build_is_free_text(b)) ||
                build_may_state(b, typed))) {
        if (!kpi_text_parse(r->memory, &items, &count, typed,
                            r->context_year))
            return false;
        if (!build_aim_below(b, items, count) && !free_text &&
            !build_states_whole(b, items, count, typed))
            count = 0;
        else if (table_column_of(b->table, ROLE_TARGET, b->block) != NULL &&
            !has_figures(items, count))
            count = 0;
        build_header_years(b, items, count);
    }
    out->count = count > 0 ? count : 1;
    out->items = arena_array(r->memory, out->count, sizeof(*out->items));
    b->texts = items;
    b->from_text = count > 0;
    if (out->items == NULL)
        return false;
    for (size_t i = 0; i < out->count; i++) {
        kpi *k = &out->items[i];

        kpi_init(k);
        if (out->count == 1)
            k->direction = told.direction;
        k->where = view_place(&r->view, row,
                              b->column != NULL
                                  ? kpi_part_column(&r->view, b->table, row,
                                                    b->column->col)
                                  : b->table->col);
        if (count > 0)
            from_free_text(b, k, &items[i], typed, count == 1);
        else {
            k->target.state = STATE_BLANK;
            name_and_unit(b, k, build_name_base(b, k, typed));
        }
        if (told.target.text[0] != '\0') {
            k->target.state = told.target.state;
            k->target.text = told.target.text;
        }
        k->name = b->table->coded ? reader_line(r, typed)
                                  : kpi_part_name(r, k->name, b->part);
    }
    return true;
}

static bool build_one(build *b, kpi_list *out, const char *fallback)
{
    if (!start(b, out, fallback)) {
        b->reader->failed = true;
        return false;
    }
    build_attributes(b, out);
    if (!b->from_text) {
        build_figures(b, &out->items[0]);
        build_headed_aim(b, &out->items[0]);
    } else if (out->count == 1)
        build_plans(b, &out->items[0]);
    for (size_t i = 0; i < out->count; i++) {
        build_due(b, &out->items[i]);
        build_noted_due(b, &out->items[i]);
    }
    build_actuals(b, out);
    build_announced(out);
    build_remark_totals(b, out);
    build_note_unread(b, out);
    build_rate(b, out);
    build_settle_units(b, out);
    return !b->reader->failed;
}

bool kpi_build(reader *r, kpi_list *out, const segment *s, unsigned block,
               size_t first, size_t last, const table_column *column,
               const char *fallback)
{
    build b = { .reader = r, .table = table_part(s->table, block),
                .rows = s->rows,
                .block = block, .first = first, .last = last,
                .column = column };
    size_t lines;
    bool ok = true;

    b.roles = roles_of(b.table);
    lines = build_count_lines(&b, &r->dotted);
    if (lines > 1 && build_is_free_text(&b)) {
        lines = 1;
        r->dotted = false;
    }
    if (b.table->parted) {
        for (size_t i = 0; i < b.table->count; i++)
            if (b.table->columns[i].block == block && block != 0)
                b.part = b.table->columns[i].kpi_name;
    } else
        b.part = text_of(column != NULL && column->stacked_to == 0
                         ? kpi_part_label(r, s, column, first)
                         : "");

    *out = (kpi_list){ NULL, 0 };
    if (lines == 1)
        return build_one(&b, out, fallback);
    out->items = arena_array(r->memory, lines, sizeof(*out->items));
    if (out->items == NULL) {
        r->failed = true;
        return false;
    }
    r->lines = lines;
    for (r->line = 1; ok && r->line <= lines; r->line++) {
        kpi_list one;

        b.cumulative = false;
        ok = build_one(&b, &one, fallback);
        if (ok)
            out->items[out->count++] = one.items[0];
    }
    r->line = 0;
    r->dotted = false;
    return ok;
}
