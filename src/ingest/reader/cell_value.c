/*
 * cell_value.c - one cell of a value column: a figure, or why there is none
 */
#include "ingest/reader/cell_value.h"

#include "ingest/header/office_name.h"
#include "ingest/reader/year_lines.h"
#include "ingest/table/table_find.h"
#include "wording/glyph.h"
#include "wording/units.h"

text cell_number_text(reader *r, number x, text unit)
{
    buf b;
    const char *result;

    buf_init(&b);
    number_put(&b, x, 0);
    buf_text(&b, unit);
    result = reader_text(r, buf_slice(&b));
    buf_free(&b);
    return text_of(result);
}

static void corrected(reader *r, uint32_t row, uint32_t col, text before,
                      const figure *f)
{
    text after = cell_number_text(r, f->value, f->unit);

    reader_finding(r, "corrected-number", row, col, before,
                   reader_text(r, before), after.bytes, NULL);
}

static void take_marks(cell_value *out, const figure *f)
{
    out->qualifier = f->qualifier;
    out->cumulative = out->cumulative || f->cumulative;
    out->per_year = f->per_year;
    out->preliminary = f->preliminary;
    out->state = f->preliminary ? STATE_PRELIMINARY : STATE_REPORTED;
}

/* 累計305人, 305（累計）, 300以上: what a number format prints around the digits
 * is what a clerk types there. */
static void read_format(reader *r, cell_value *out, const cell *c)
{
    const view_words *said =
        view_words_of(&r->view, book_format(r->view.book, c->format));
    actual_text *items = NULL;
    size_t count = 0;
    bool unit = said->behind.length > 0 && said->behind.bytes[0] != '"' &&
                units_read(said->behind, 0) == said->behind.length;

    if (unit)
        out->unit = said->behind;
    if (said->before.length == 0 && (unit || said->behind.length == 0))
        return;
    out->cumulative = text_find(said->before, "累計", 0) != SIZE_MAX;
    if (!actual_text_parse(r->memory, &items, &count, text_of(out->text))) {
        r->failed = true;
        return;
    }
    if (count != 1 || !items[0].has_value || items[0].doubtful ||
        number_compare(items[0].figure.value, out->value) != 0)
        return;
    take_marks(out, &items[0].figure);
    if (!unit && figure_unit_is_known(&items[0].figure))
        out->unit = items[0].figure.unit;
}

static void read_number(reader *r, cell_value *out, const cell *c, text unit)
{
    out->number_cell = true;
    if (!number_from_cell(r->memory, &out->value, c->value)) {
        out->state = STATE_TEXT;
        return;
    }
    out->has_value = true;
    out->state = STATE_REPORTED;
    if (book_format_kind(r->view.book, c->format) == FORMAT_PERCENT) {
        number hundred;

        if (!number_from_int(r->memory, &hundred, 100) ||
            !number_multiply(r->memory, &out->value, out->value, hundred) ||
            !number_round_significant(r->memory, &out->value, out->value,
                                      NUMBER_EXCEL_DIGITS))
            r->failed = true;
        out->unit = units_is_percent(unit) ? unit : text_of("%");
        return;
    }
    read_format(r, out, c);
}

static bool read_typed(reader *r, cell_value *out, uint32_t row, uint32_t col,
                      text unit, value_need need)
{
    const cell *c = view_cell(&r->view, row, col);

    *out = (cell_value){ .state = STATE_BLANK, .text = "" };
    out->unit = out->qualifier = text_of("");
    out->value = NUMBER_ZERO;
    if (c == NULL)
        return true;
    out->text = reader_text(r, reader_pick(r, view_text(&r->view, row,
                                                        col)));
    out->present = c->missing || out->text[0] != '\0';
    if (c->missing) {
        out->state = STATE_ERROR;
        reader_finding(r, need == VALUE_NEEDED ? "formula-not-calculated"
                                               : "rate-not-calculated",
                       row, col, text_of(""), NULL, NULL, NULL);
        return true;
    }
    switch (c->type) {
    case CELL_NUMBER:
        if (book_format_kind(r->view.book, c->format) == FORMAT_DATE) {
            out->state = STATE_TEXT;
            return true;
        }
        read_number(r, out, c, unit);
        return true;
    case CELL_ERROR:
        out->state = STATE_ERROR;
        reader_finding(r, need == VALUE_NEEDED ? "cell-error"
                                               : "rate-not-calculated",
                       row, col, c->value, reader_text(r, c->value), NULL,
                       NULL);
        return true;
    case CELL_BOOLEAN:
        out->state = STATE_TEXT;
        return true;
    case CELL_EMPTY:
        return true;
    case CELL_STRING:
        break;
    }
    return out->text[0] == '\0';
}

/* Its year and unit, where these stand on lines and in cells of their own. */
static void take_beside(const reader *r, cell_value *out, uint32_t row,
                        uint32_t col)
{
    const struct year_beside *b = year_lines_beside(r, row, col);

    if (b == NULL)
        return;
    if (out->years.to == 0)
        out->years = b->years;
    if (out->has_value && out->unit.length == 0)
        out->unit = b->unit;
}

bool cell_value_typed(reader *r, cell_value *out, uint32_t row, uint32_t col,
                      text unit, value_need need)
{
    bool typed = read_typed(r, out, row, col, unit, need);

    take_beside(r, out, row, col);
    return typed;
}

static void take_figure(cell_value *out, const figure *f)
{
    out->has_value = true;
    out->value = f->value;
    out->unit = f->unit;
    take_marks(out, f);
}

static void take_baseline(cell_value *out, const kpi_text *item)
{
    out->has_baseline = item->has_baseline;
    out->baseline = item->baseline;
    out->baseline_years = item->baseline_years;
}

/* Of 99.1％（R3）⇒現状以上（R8）: what stands last is the goal's. */
static year_span last_year(const reader *r, text t)
{
    year_span last = { 0 }, found;
    size_t start, end;

    while (fiscal_year_find(&found, &start, &end, t, r->context_year)) {
        last = found;
        t = text_from(t, end);
    }
    return last;
}

/* 100人（R5）、120人（R6）: two figures of years apart, of which none is called
 * the baseline. */
static bool is_two_plans(const kpi_text *item, text t)
{
    static const char *const words[] = { "基準", "現状", "現況", "当初",
                                         "策定", "実績", "開始" };

    if (!item->has_baseline || item->step_count > 0 ||
        item->baseline_years.to == 0 || item->baseline_years.from != 0 ||
        item->target_years.from != 0 ||
        item->target_years.to <= item->baseline_years.to ||
        glyph_arrow(t) != SIZE_MAX)
        return false;
    return !text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

/* 40者（R6）（R1：22者）: the later year stands first. */
static bool is_told_backwards(const reader *r, const kpi_text *item, text t)
{
    year_span first;
    size_t start, end;

    return fiscal_year_find(&first, &start, &end, t, r->context_year) &&
           first.to == item->target_years.to;
}

/* Both figures as plans; told backwards the first may be the baseline. */
static void take_two_plans(reader *r, cell_value *out, const kpi_text *item,
                           bool backwards)
{
    kpi_step *steps = arena_array(r->memory, 2, sizeof(*steps));

    if (steps == NULL) {
        r->failed = true;
        return;
    }
    steps[0] = (kpi_step){ item->baseline_years.to, item->baseline };
    steps[1] = (kpi_step){ item->target_years.to, item->target };
    out->has_baseline = out->baseline_behind = backwards;
    out->steps = steps;
    out->step_count = 2;
}

/* 15/15校: how many of how many, as actuals say it. */
static bool read_share(reader *r, cell_value *out, text t, uint32_t row,
                       uint32_t col)
{
    actual_text *items = NULL;
    size_t count = 0;

    if (text_find(t, "/", 0) == SIZE_MAX && text_find(t, "／", 0) == SIZE_MAX)
        return false;
    if (!actual_text_parse(r->memory, &items, &count, t)) {
        r->failed = true;
        return true;
    }
    if (count != 1 || !items[0].doubtful)
        return false;
    take_figure(out, &items[0].figure);
    reader_finding(r, "value-uncertain", row, col, t,
                   cell_number_text(r, out->value, out->unit).bytes, NULL,
                   NULL);
    return true;
}

/* 115人（H26年度）, 毎年75％以上, 115人⇒1,000人: by the grammar of KPI texts. */
static void read_words(reader *r, cell_value *out, text t, uint32_t row,
                       uint32_t col)
{
    kpi_text *items = NULL;
    size_t count = 0;

    out->state = no_number_state(t);
    if (!kpi_text_parse(r->memory, &items, &count, t, r->context_year)) {
        r->failed = true;
        return;
    }
    if (count == 0) {
        read_share(r, out, t, row, col);
        return;
    }
    out->years = items[0].target_years;
    if (!items[0].has_target) {
        if (!items[0].has_baseline && out->years.to == 0 &&
            read_share(r, out, t, row, col))
            return;
        /* 計画策定（H28年度）, R4策定: an act, with its year */
        if (out->years.to == 0 && out->state == STATE_TEXT)
            out->years = last_year(r, t);
        take_baseline(out, &items[0]);
        return;
    }
    if (out->state != STATE_TEXT && out->state != STATE_MISSING &&
        out->state != STATE_REPORTED && out->state != STATE_PRELIMINARY)
        return; /* 調査中（次回3年後） holds no figure */
    if (out->state == STATE_MISSING && glyph_arrow(t) == SIZE_MAX)
        return; /* －（5年に一度の調査）; but －（R3）→30件（R8） */
    take_figure(out, &items[0].target);
    if (items[0].target.corrected)
        corrected(r, row, col, t, &items[0].target);
    out->per_year = out->per_year || items[0].per_year;
    out->cumulative = out->cumulative || items[0].cumulative;
    if (out->unit.length == 0)
        out->unit = items[0].unit;
    take_baseline(out, &items[0]);
    out->steps = items[0].steps;
    out->step_count = items[0].step_count;
    if (is_two_plans(&items[0], t))
        take_two_plans(r, out, &items[0],
                       is_told_backwards(r, &items[0], t));
    if (count > 1 || items[0].confidence != CONFIDENCE_HIGH)
        reader_finding(r, "value-uncertain", row, col, t,
                       cell_number_text(r, out->value, out->unit).bytes, NULL,
                       NULL);
}

static void read_cell(reader *r, cell_value *out, uint32_t row, uint32_t col,
                      text unit, value_need need)
{
    text t;
    figure f;

    if (read_typed(r, out, row, col, unit, need))
        return;
    t = text_trim(reader_pick(r, view_text(&r->view, row, col)));
    if (t.length > READER_PHRASE_MAX) {
        out->state = STATE_TEXT;
        return;
    }
    if (number_text_parse(r->memory, &f, t)) {
        take_figure(out, &f);
        if (f.corrected)
            corrected(r, row, col, t, &f);
        return;
    }
    read_words(r, out, t, row, col);
}

void cell_value_read(reader *r, cell_value *out, uint32_t row, uint32_t col,
                     text unit, value_need need)
{
    read_cell(r, out, row, col, unit, need);
    take_beside(r, out, row, col);
}

/* The one figure, with its year, that a part of a cell is. */
static bool read_part(reader *r, kpi_text *out, text part)
{
    kpi_text *items = NULL;
    size_t count = 0;

    if (!kpi_text_parse(r->memory, &items, &count, part, r->context_year)) {
        r->failed = true;
        return false;
    }
    if (count != 1 || !items[0].has_target || items[0].has_baseline ||
        items[0].step_count > 0 || items[0].name.length > 0 ||
        items[0].confidence != CONFIDENCE_HIGH)
        return false;
    *out = items[0];
    return true;
}

/* Both parts of a cell, in the order that its header says; －／20人 has no
 * baseline. */
static bool read_parts(reader *r, cell_value *out, text t, header_pair pair)
{
    size_t base = pair == PAIR_BASELINE_FIRST ? 0 : 1;
    kpi_text first, aim;
    text parts[2];

    parts[1] = office_in_brackets(t, &parts[0]); /* 20,000人（14,200人） */
    out->has_baseline = parts[1].length > 0 &&
                        read_part(r, &first, parts[base]) &&
                        read_part(r, &aim, parts[1 - base]);
    if (!out->has_baseline) {
        if (!content_two_parts(t, parts) ||
            !read_part(r, &aim, parts[1 - base]))
            return false;
        out->has_baseline = read_part(r, &first, parts[base]);
        if (!out->has_baseline && !no_number_is_missing(parts[base]))
            return false;
    }
    take_figure(out, &aim.target);
    out->per_year = out->per_year || aim.per_year;
    out->cumulative = out->cumulative || aim.cumulative;
    out->years = aim.target_years;
    if (out->has_baseline) {
        out->baseline = first.target;
        out->baseline_years = first.target_years;
    }
    return true;
}

void cell_value_pair(reader *r, cell_value *out, uint32_t row, uint32_t col,
                     text unit, header_pair pair)
{
    text t = text_trim(reader_pick(r, view_text(&r->view, row, col)));
    figure alone;

    if (!read_typed(r, out, row, col, unit, VALUE_NEEDED)) {
        if (t.length <= READER_PHRASE_MAX && read_parts(r, out, t, pair)) {
            take_beside(r, out, row, col);
            return;
        }
        read_cell(r, out, row, col, unit, VALUE_NEEDED);
    }
    take_beside(r, out, row, col);
    if (pair == PAIR_BASELINE_FIRST && out->has_value &&
        (out->number_cell || number_text_parse(r->memory, &alone, t)))
        /* 142人 may be either */
        reader_finding(r, "value-uncertain", row, col, t,
                       cell_number_text(r, out->value, out->unit).bytes, NULL,
                       NULL);
}

bool cell_says_none(const sheet_view *v, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(v, row, col);

    return c != NULL && c->type == CELL_STRING &&
           no_number_is_missing(view_text(v, row, col));
}

void cell_rate_read(reader *r, quantity *rate, const char **typed,
                    uint32_t row, uint32_t col, text header_unit)
{
    cell_value v;
    number hundred, limit;
    bool percent;

    cell_value_read(r, &v, row, col, text_of(""), VALUE_RATE);
    *typed = v.text;
    rate->known = false;
    rate->value = NUMBER_ZERO;
    if (!v.has_value)
        return;
    percent = units_is_percent(v.unit);
    if (!number_from_int(r->memory, &hundred, 100) ||
        !number_from_int(r->memory, &limit, 5)) {
        r->failed = true;
        return;
    }
    /* a bare 172.4 is percent, a bare 1.724 is not */
    if (!percent)
        percent = units_is_percent(header_unit) ||
                  number_compare(v.value, limit) > 0;
    rate->known = true;
    rate->value = v.value;
    if (percent &&
        !number_divide(r->memory, &rate->value, v.value, hundred))
        r->failed = true;
}
