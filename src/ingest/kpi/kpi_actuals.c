/*
 * kpi_actuals.c - the actuals of an indicator, of every year that is shown
 */
#include <string.h>

#include "ingest/kpi/kpi_parts.h"
#include "ingest/reader/bracket_note.h"
#include "ingest/reader/sheet_years.h"
#include "ingest/reader/year_lines.h"
#include "wording/fold.h"
#include "wording/glyph.h"

/* Where an actual stands. */
typedef struct spot {
    uint32_t row, col;
    year_span years;
    bool cumulative, preliminary;
    const table_column *column;
} spot;

/* Is it counted as a total? Then 累計 is its figure, else a year's own. */
static bool counts_totals(const kpi *k)
{
    if (k->kind != KIND_UNKNOWN)
        return k->kind == KIND_CUMULATIVE;
    return k->target.cumulative ||
           (k->target.from != 0 && !k->target.per_year);
}

/* 単年 and 累計 of one year: says both. True when the second one counts. */
static bool take_total(reader *r, const kpi *k, const actual *known,
                       const spot *s, const char *typed)
{
    bool total = s->cumulative && counts_totals(k);
    finding *f = reader_finding(r, "total-beside-year", s->row, s->col,
                                text_of(typed),
                                arena_printf(r->memory, "%d", s->years.to),
                                s->cumulative ? known->text : typed,
                                s->cumulative ? typed : known->text);

    if (f != NULL)
        f->args[3] = total ? typed : known->text;
    return total;
}

/* The year has a figure already. True when this one takes its place: where
 * that is empty, or this is the total that counts. */
static bool takes_place(reader *r, const kpi *k, const actual *known,
                        const spot *s)
{
    const char *typed = reader_text(r, reader_pick(
                                           r, view_text(&r->view, s->row,
                                                        s->col)));

    if (known->state == STATE_BLANK)
        return typed[0] != '\0';
    if (typed[0] == '\0' || strcmp(typed, known->text) == 0)
        return false;
    if (cell_says_none(&r->view, s->row, s->col))
        return false;
    if (known->state == STATE_MISSING)
        return true;
    if (s->cumulative != known->cumulative && known->value.known)
        return take_total(r, k, known, s, typed);
    reader_finding(r, "year-duplicate", s->row, s->col, text_of(typed),
                   s->years.to == 0
                       ? ""
                       : arena_printf(r->memory, "%d", s->years.to),
                   known->text, NULL);
    return false;
}

static actual *add(reader *r, kpi *k, const spot *s)
{
    actual *grown, *a;

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].fiscal_year == s->years.to) {
            if (!takes_place(r, k, &k->actuals[i], s))
                return NULL;
            a = &k->actuals[i];
            actual_init(a);
            goto out;
        }
    grown = arena_items(r->memory, k->actual_count + 1, sizeof(*grown));
    if (grown == NULL) {
        r->failed = true;
        return NULL;
    }
    if (k->actual_count > 0)
        memcpy(grown, k->actuals, k->actual_count * sizeof(*grown));
    k->actuals = grown;
    a = &grown[k->actual_count++];
    memset(a, 0, sizeof(*a));
    actual_init(a);
out:
    a->fiscal_year = s->years.to;
    a->calendar_year = s->years.calendar;
    a->state = STATE_BLANK;
    a->where = view_place(&r->view, s->row, s->col);
    return a;
}

static void add_typed(build *b, kpi *k, const spot *s, const cell_value *v)
{
    actual *a = add(b->reader, k, s);

    if (a == NULL)
        return;
    a->state = v->state;
    a->text = v->text;
    a->value.known = v->has_value;
    a->value.value = v->value;
    a->unit = reader_text(b->reader, v->unit);
    a->cumulative = v->has_value && (s->cumulative || v->cumulative ||
                                     build_is_total(b, k));
    if (v->has_value && s->preliminary)
        a->state = STATE_PRELIMINARY;
}

static void add_text(build *b, kpi *k, const spot *s, text words,
                     const actual_text *t, bool alone)
{
    reader *r = b->reader;
    const struct year_beside *beside = year_lines_beside(r, s->row, s->col);
    actual *a = add(r, k, s);

    if (a == NULL)
        return;
    a->state = t->state;
    a->text = reader_text(r, build_lines(words, t->whole, alone));
    a->value.known = t->has_value;
    if (!t->has_value)
        return;
    a->value.value = t->figure.value;
    if (t->has_increase && text_is(text_of(k->target.qualifier), "増")) {
        a->total = (quantity){ true, t->figure.value };
        a->value.value = t->increase.value;
    }
    a->unit = reader_text(r, build_own_unit(b, t->figure.unit.length == 0 &&
                                                       beside != NULL
                                                   ? beside->unit
                                                   : t->figure.unit,
                                            k->unit, s->row, s->col,
                                            t->whole));
    a->cumulative = t->figure.cumulative || s->cumulative ||
                    build_is_total(b, k);
    if (t->figure.preliminary || s->preliminary)
        a->state = STATE_PRELIMINARY;
    if (t->figure.corrected) {
        buf out;

        buf_init(&out);
        number_put(&out, t->figure.value, 0);
        buf_text(&out, t->figure.unit);
        reader_finding(r, "corrected-number", s->row, s->col, t->whole,
                       reader_text(r, t->whole),
                       reader_text(r, buf_slice(&out)), NULL);
        buf_free(&out);
    }
}

static void add_words(build *b, kpi_list *list, const spot *s, text words)
{
    reader *r = b->reader;
    actual_text *items = NULL;
    size_t *pairs = arena_array(r->memory, list->count + 1, sizeof(*pairs));
    size_t count = 0, changed;

    if (pairs == NULL ||
        !(b->from_text
              ? actual_text_parse_paired(r->memory, &items, pairs, &count,
                                         b->texts, list->count, words)
              : actual_text_parse(r->memory, &items, &count, words))) {
        r->failed = true;
        return;
    }
    if (count == 1 && items[0].doubtful && bracket_note_total(r, words)) {
        items[0].doubtful = false;
        items[0].figure.cumulative = true;
    }
    if (!b->from_text)
        pairs[0] = count > 1 ? build_pair_alone(&list->items[0], items, count)
                             : 0;
    changed = list->count == 1 ? build_last_of_change(words, items, count)
                               : 0;
    if (changed > 0)
        pairs[0] = changed;
    for (size_t i = 0; i < list->count; i++) {
        size_t n = pairs[i];

        if (n == SIZE_MAX && count == 1 &&
            (!items[0].has_value || list->count == 1))
            n = 0; /* 調査中 holds for all of them */
        if (n != SIZE_MAX && n < count) {
            add_text(b, &list->items[i], s, words, &items[n], count == 1);
            continue;
        }
        if (add(r, &list->items[i], s) != NULL)
            reader_finding(r, "actual-not-paired", s->row, s->col, words,
                           list->items[i].name, NULL, NULL);
    }
    if (list->count == 1 && count == 1 && !items[0].doubtful &&
        build_is_uncertain(b, &list->items[0], &items[0]))
        reader_finding(r, "value-uncertain", s->row, s->col, words,
                       cell_number_text(r, items[0].figure.value,
                                        items[0].figure.unit).bytes,
                       NULL, NULL);
    if (changed > 0)
        reader_finding(r, "value-uncertain", s->row, s->col, words,
                       cell_number_text(r, items[changed].figure.value,
                                        items[changed].figure.unit).bytes,
                       NULL, NULL);
    else if (count > 1 && pairs[0] < count && /* ①3人 ②5件 of one KPI */
             (!b->from_text || items[count - 1].number > list->count))
        reader_finding(r, "value-uncertain", s->row, s->col, words,
                       reader_text(r, items[pairs[0]].whole), NULL, NULL);
    else if (items[0].doubtful ||
             (!b->from_text && items[0].has_value &&
              build_says_two(b, words)))
        reader_finding(r, "value-uncertain", s->row, s->col, words,
                       cell_number_text(r, items[0].figure.value,
                                        items[0].figure.unit).bytes,
                       NULL, NULL);
}

static void add_spot(build *b, kpi_list *list, const spot *s)
{
    cell_value v;
    labelled said;
    text words;

    if (cell_value_typed(b->reader, &v, s->row, s->col,
                         text_of(list->items[0].unit), VALUE_NEEDED)) {
        for (size_t i = 0; i < list->count; i++)
            if (i == 0 || !v.has_value)
                add_typed(b, &list->items[i], s, &v);
            else if (add(b->reader, &list->items[i], s) != NULL)
                reader_finding(b->reader, "actual-not-paired", s->row, s->col,
                               text_of(v.text), list->items[i].name, NULL,
                               NULL);
        return;
    }
    words = text_of(v.text);
    if (words.length > READER_PHRASE_MAX) {
        v.state = STATE_TEXT;
        for (size_t i = 0; i < list->count; i++)
            add_typed(b, &list->items[i], s, &v);
        return;
    }
    if (list->count == 1 &&
        (build_labelled(b, &said, words) ||
         (text_find(words, "\n", 0) != SIZE_MAX &&
          build_two_lines(b, &said, words)) ||
         build_header_pair(&said, s->column, words) ||
         build_bracket_pair(b, &said, &list->items[0], s->column, words))) {
        place where = view_place(&b->reader->view, s->row, s->col);
        size_t plans = list->items[0].planned_count;
        actual *a;

        build_labelled_plan(b, &list->items[0], s->years.to, said.planned,
                            where);
        build_labelled_rate(b, &list->items[0], said.rate, where);
        if (said.actual.length > 0 || plans == list->items[0].planned_count)
            add_words(b, list, s, said.actual.length > 0 ? said.actual
                                                         : words);
        else if (said.open && (a = add(b->reader, &list->items[0], s)) != NULL)
            a->state = said.pending ? STATE_PENDING : STATE_BLANK;
        return;
    }
    add_words(b, list, s, words);
}

/* ---- Where they stand ------------------------------------------------- */

/* A line a year: H27 | 142人; also two lines a year, 目標 and 実績. */
static void by_line(build *b, kpi_list *list, const table_column *year,
                    const table_column *column, bool lines)
{
    uint32_t done = UINT32_MAX;

    for (size_t n = b->first; n <= b->last; n++) {
        uint32_t row = b->rows[n];
        merge_range m = view_range(&b->reader->view, row, year->col);
        role line = lines ? build_line_role(b, row) : ROLE_ACTUAL;
        spot s = { row, column->col, { 0 }, column->cumulative,
                   column->preliminary, column };

        if ((m.row == done && !lines) ||
            (line != ROLE_ACTUAL && line != ROLE_TOTAL))
            continue;
        done = m.row;
        if (line == ROLE_TOTAL || build_says_total(b, column, row))
            s.cumulative = true;
        switch (build_stage_of_line(b, n, year, column->col, &s.years)) {
        case LINE_YEAR:
            add_spot(b, list, &s);
            build_line_reason(b, list, s.row, s.col);
            break;
        case LINE_YEAR_UNKNOWN:
            reader_finding(b->reader, "year-not-understood", row, year->col,
                           view_text(&b->reader->view, row, year->col), NULL,
                           NULL, NULL);
            break;
        case LINE_NO_YEAR:
        case LINE_YEAR_FIRST:
        case LINE_YEAR_DUE:
            break;
        }
    }
}

/* The first row of the indicator where a column says something; lines of
 * another meaning than is wanted (目標, 達成率) are left out. */
static bool find_row(const build *b, const table_column *k, bool lines,
                     role wanted, uint32_t *row)
{
    const sheet_view *v = &b->reader->view;
    bool found = false;

    for (size_t n = b->first; n <= b->last; n++) {
        const cell *c = view_cell(v, b->rows[n], k->col);

        if (lines && build_line_role(b, b->rows[n]) != wanted)
            continue;
        if (b->column != NULL && b->column->stacked_to != 0 &&
            view_range(v, b->rows[n], k->col).last_col >
                view_range(v, b->rows[n], k->col).col)
            continue; /* the indicator's own cell, above its actuals */
        if (!found)
            *row = b->rows[n];
        found = true;
        if (c != NULL &&
            (c->missing || view_filled(v, b->rows[n], k->col))) {
            *row = b->rows[n];
            return true;
        }
    }
    return found;
}

/* The year of a column that names none: the title's, else the plan's. */
static int stated_year(const reader *r)
{
    int year = reported_year(r);

    return year != 0 ? year : r->plan->reported_year;
}

static void note_year(build *b, const table_column *column)
{
    reader *r = b->reader;

    if (r->year_noted == b->table->bottom + 1)
        return;
    r->year_noted = b->table->bottom + 1;
    reader_finding(r, stated_year(r) != 0 ? "actual-year-inferred"
                                          : "actual-year-unknown",
                   b->table->bottom, column->col, text_of(column->header),
                   reader_year(r, stated_year(r)), NULL, NULL);
}

/* 目標 900人 ⇒ 実績 640人 in the indicator's own cell. */
static void take_said(build *b, kpi_list *list)
{
    reader *r = b->reader;

    for (size_t i = 0; b->from_text && i < list->count; i++) {
        const kpi_text *t = &b->texts[i];
        build of = *b;
        kpi_list one = { &list->items[i], 1 };
        spot s = { b->rows[b->first], b->column != NULL ? b->column->col
                                                        : b->table->col,
                   { 0 }, false, false, b->column };
        text reached = t->actual, rate = t->rate;

        if (reached.length == 0)
            continue;
        build_said_rate(b, &reached, &rate);
        of.texts = &b->texts[i];
        if (!build_said_year(&s.years, r, t)) {
            s.years = (year_span){ .to = stated_year(r) };
            if (b->column != NULL)
                note_year(b, b->column);
        }
        if (s.years.to != 0)
            add_words(&of, &one, &s, reached);
        build_said_due(&of, one.items);
        build_labelled_rate(b, one.items, rate,
                            view_place(&r->view, s.row, s.col));
    }
}

/* The years that a cell names itself, whatever its header says. */
static bool by_words(build *b, kpi_list *list, const table_column *column)
{
    bool any = false;

    for (size_t n = b->first; n <= b->last; n++) {
        uint32_t row = b->rows[n];
        const cell *c = view_cell(&b->reader->view, row, column->col);
        build_dated *items;
        size_t count;
        dated_state one;

        if (c == NULL || c->type != CELL_STRING ||
            (!view_begins(&b->reader->view, row, column->col) &&
             n != b->first))
            continue;
        one = build_dated_read(b, list, view_text(&b->reader->view, row,
                                                  column->col),
                               column->years.to, &items, &count);
        if (one == DATED_UNSURE)
            reader_finding(b->reader, "year-not-understood", row, column->col,
                           view_text(&b->reader->view, row, column->col),
                           NULL, NULL, NULL);
        if (one != DATED_READ)
            continue;
        any = true;
        build_dated_rates(b, list, items, count, row, column->col);
        for (size_t i = 0; i < count; i++) {
            spot s = { row, column->col, items[i].years, column->cumulative,
                       column->preliminary, column };
            build of = *b;
            kpi_list whose = *list;

            if (items[i].kpi >= 0) {
                whose = (kpi_list){ list->items + items[i].kpi, 1 };
                of.texts = b->from_text ? b->texts + items[i].kpi : NULL;
            }
            add_words(&of, &whose, &s, items[i].words);
        }
    }
    return any;
}

/* Several KPIs of one text, their actuals on a row each: read together. */
static bool add_joined(build *b, kpi_list *list, const spot *s)
{
    buf all;
    size_t cells = 0;

    buf_init(&all);
    for (size_t n = b->first; n <= b->last; n++) {
        const cell *c = view_cell(&b->reader->view, b->rows[n], s->col);

        if (c == NULL || c->type != CELL_STRING ||
            !view_begins(&b->reader->view, b->rows[n], s->col))
            continue;
        if (cells++ > 0)
            buf_char(&all, '\n');
        buf_text(&all, view_text(&b->reader->view, b->rows[n], s->col));
    }
    if (cells == list->count)
        add_words(b, list, s, text_of(reader_text(b->reader,
                                                  buf_slice(&all))));
    buf_free(&all);
    return cells == list->count;
}

static void by_column(build *b, kpi_list *list, const table_column *column,
                      bool lines)
{
    const struct year_beside *beside;
    year_span own;
    spot s = { 0, column->col, column->years, column->cumulative,
               column->preliminary, column };

    if (!find_row(b, column, lines, ROLE_ACTUAL, &s.row) &&
        !(lines && find_row(b, column, lines, ROLE_TOTAL, &s.row)))
        return;
    beside = year_lines_beside(b->reader, s.row, column->col);
    if (beside != NULL && beside->years.to != 0)
        s.years = beside->years;
    if (!lines && by_words(b, list, column))
        return;
    if (!lines &&
        build_own_year(b, &own,
                       view_text(&b->reader->view, s.row, column->col),
                       column)) {
        s.years = own;
    } else if (s.years.to == 0 && !lines) {
        note_year(b, column);
        s.years = (year_span){ .to = stated_year(b->reader) };
    }
    if (s.years.to == 0 && lines)
        return;
    if (build_says_total(b, column, s.row) || /* 実績（累計） */
        (lines && build_line_role(b, s.row) == ROLE_TOTAL))
        s.cumulative = true;
    if (list->count > 1 && add_joined(b, list, &s))
        return;
    add_spot(b, list, &s);
}

/* ---- Totals ----------------------------------------------------------- */

static int newest_year(const reader *r, const kpi *k)
{
    int newest = 0;

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known && k->actuals[i].fiscal_year > newest)
            newest = k->actuals[i].fiscal_year;
    return newest != 0 ? newest : stated_year(r);
}

/* Is it that year's figure, or what the years up to it add up to? Then it
 * says nothing new. */
static bool adds_up(reader *r, const kpi *k, number total, int year)
{
    number sum = NUMBER_ZERO;
    unsigned count = 0;

    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *one = &k->actuals[i];

        if (!one->value.known || one->fiscal_year > year)
            continue;
        if (one->cumulative && one->fiscal_year == year)
            return number_compare(one->value.value, total) == 0;
        count += one->fiscal_year == year;
        if (!number_add(r->memory, &sum, sum, one->value.value))
            r->failed = true;
    }
    return count > 0 && number_compare(sum, total) == 0;
}

/* 累計, without a year the newest year's; beside that year's own figure it
 * counts where the indicator is a total, unless the years add up to it. */
static void take_totals(build *b, kpi_list *list, const table_column *column)
{
    reader *r = b->reader;
    kpi *k = &list->items[0];
    bool lines = build_has_lines(b);
    cell_value v;
    spot s = { 0, column->col, column->years, true, column->preliminary,
               column };
    table_column total = *column;

    total.cumulative = true;
    if (list->count == 1 &&
        find_row(b, column, lines, ROLE_ACTUAL, &s.row)) {
        cell_value_read(r, &v, s.row, column->col, text_of(k->unit),
                        VALUE_NEEDED);
        if (s.years.to == 0)
            s.years.to = newest_year(r, k);
        if (!v.has_value && column->years.to == 0)
            return;
        if (v.has_value &&
            (s.years.to == 0 || adds_up(r, k, v.value, s.years.to)))
            return;
        add_spot(b, list, &s);
    } else if (column->years.to != 0)
        by_column(b, list, &total, lines);
}

static void sort_by_year(kpi *k)
{
    for (size_t i = 1; i < k->actual_count; i++)
        for (size_t n = i; n > 0 && k->actuals[n].fiscal_year <
                                        k->actuals[n - 1].fiscal_year; n--) {
            actual a = k->actuals[n];

            k->actuals[n] = k->actuals[n - 1];
            k->actuals[n - 1] = a;
        }
}

void build_actuals(build *b, kpi_list *list)
{
    const table_column *year = table_column_of(b->table, ROLE_YEAR, b->block);
    bool lines = build_has_lines(b);
    unsigned baselines = 0;
    uint32_t row;

    if (year == NULL)
        year = table_column_of(b->table, ROLE_YEAR, 0);
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (!build_mine(b, k))
            continue;
        if (k->role == ROLE_ACTUAL) {
            if (year != NULL && k->years.to == 0)
                by_line(b, list, build_year_beside(b, k, year), k, lines);
            else
                by_column(b, list, k, lines);
        } else if (k->role == ROLE_BASELINE && build_filled(b, k->col, &row) &&
                   baselines++ > 0 && k->years.to != 0)
            by_column(b, list, k, false); /* 策定時 | 現状値（R5） | 目標 */
    }
    for (size_t i = 0; i < b->table->count; i++)
        if (b->table->columns[i].role == ROLE_TOTAL &&
            build_mine(b, &b->table->columns[i]))
            take_totals(b, list, &b->table->columns[i]);
    take_said(b, list);
    for (size_t i = 0; i < list->count; i++)
        sort_by_year(&list->items[i]);
}
