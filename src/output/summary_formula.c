/*
 * summary_formula.c - formulas over KPI一覧, each with its exact result
 *
 * A formula is only written when its exact result is what the assessment
 * says; else the value stands there as a plain figure. So a book that is
 * recalculated shows what was shown before.
 *
 * Excel reckons in binary: rates are rounded to 12 decimals before anything
 * is compared with them, so 119.5 % is 119.5 and not a hair below.
 */
#include <string.h>

#include "output/summary_book.h"

enum { MEAN_DECIMALS = 10, NESTED = 40 };

/* ---- Texts of formulas ------------------------------------------------ */

void live_put_sheet(buf *b, const char *sheet)
{
    buf_char(b, '\'');
    for (const char *c = sheet; *c; c++) {
        if (*c == '\'')
            buf_char(b, '\'');
        buf_char(b, *c);
    }
    buf_string(b, "'!");
}

void live_put_string(buf *b, const char *t)
{
    buf_char(b, '"');
    for (const char *c = t; *c; c++) {
        if (*c == '"')
            buf_char(b, '"');
        buf_char(b, *c);
    }
    buf_char(b, '"');
}

static void put_ref(buf *b, uint32_t col, uint32_t row, bool fixed)
{
    char name[LXW_MAX_CELL_NAME_LENGTH];

    if (fixed)
        lxw_rowcol_to_cell_abs(name, row, (lxw_col_t)col, 1, 1);
    else
        lxw_rowcol_to_cell(name, row, (lxw_col_t)col);
    buf_string(b, name);
}

void live_put_ref(buf *b, const summary *s, list_column column, uint32_t row)
{
    put_ref(b, s->column[column], row, false);
}

void live_put_cell(buf *b, const summary *s, list_column column,
                   uint32_t row)
{
    live_put_sheet(b, s->sheets[SHEET_LIST]);
    live_put_ref(b, s, column, row);
}

void live_put_range(buf *b, const summary *s, list_column column)
{
    size_t rows = s->row_count ? s->row_count : 1;

    live_put_sheet(b, s->sheets[SHEET_LIST]);
    put_ref(b, s->column[column], summary_list_row(0), true);
    buf_char(b, ':');
    put_ref(b, s->column[column], summary_list_row(rows - 1), true);
}

/* $B$8:$B$11 of the live bands in 凡例: column 0 bounds, 1 grades. */
static void put_bands(buf *b, const summary *s, uint32_t col)
{
    live_put_sheet(b, s->sheets[SHEET_LEGEND]);
    put_ref(b, col, s->band_row, true);
    buf_char(b, ':');
    put_ref(b, col, s->band_row + (uint32_t)s->band_rows - 1, true);
}

static void put_lookup(buf *b, const summary *s, const char *rate)
{
    buf_printf(b, "LOOKUP(ROUND(%s*100,10),", rate);
    put_bands(b, s, 0);
    buf_char(b, ',');
    put_bands(b, s, 1);
    buf_char(b, ')');
}

/* The rank of a grade: how far down it stands among the live bands. */
static void put_rank(buf *b, const summary *s, list_column grade,
                     uint32_t row)
{
    buf_string(b, "SUMPRODUCT((");
    put_bands(b, s, 1);
    buf_char(b, '=');
    live_put_ref(b, s, grade, row);
    buf_string(b, ")*ROW(");
    put_bands(b, s, 1);
    buf_string(b, "))");
}

void live_put_move(buf *b, const summary *s, uint32_t row)
{
    /* The bands stand from the worst up. MATCH would read B* as a pattern. */
    buf_string(b, "=IF(OR(");
    live_put_ref(b, s, LIST_LAST_GRADE, row);
    buf_string(b, "=\"\",");
    live_put_ref(b, s, LIST_CLASS, row);
    buf_string(b, "<>");
    live_put_string(b, say(s, "計上", "counted"));
    buf_string(b, "),\"\",CHOOSE(SIGN(");
    put_rank(b, s, LIST_PROJECT_COUNTED, row);
    buf_char(b, '-');
    put_rank(b, s, LIST_LAST_GRADE, row);
    buf_string(b, ")+2");
    for (int m = MOVE_FELL; m < MOVES; m++) {
        buf_char(b, ',');
        live_put_string(b, move_word(s, (grade_move)m));
    }
    buf_string(b, "))");
}

void live_put_grade(buf *b, const summary *s, const char *exact,
                    const char *shown)
{
    const char *rate = s->plan->grade_on == GRADE_ON_SHOWN ? shown : exact;

    buf_printf(b, "=IF(ISNUMBER(%s),", rate);
    put_lookup(b, s, rate);
    buf_string(b, ",\"\")");
}

static void put_rounded(buf *b, const summary *s, const char *exact,
                        int digits)
{
    switch (s->plan->rounding) {
    case NUMBER_HALF_UP:
        buf_printf(b, "ROUND(ROUND(%s*100,10),%d)/100", exact, digits);
        break;
    case NUMBER_FLOOR:
        buf_printf(b, "INT(ROUND(%s*100*10^%d,8))/10^%d", exact, digits,
                   digits + 2);
        break;
    case NUMBER_TRUNCATE:
        buf_printf(b, "TRUNC(ROUND(%s*100,10),%d)/100", exact, digits);
        break;
    }
}

void live_put_shown(buf *b, const summary *s, const char *exact)
{
    int digits = s->plan->digits;
    buf plain;

    buf_printf(b, "=IF(ISNUMBER(%s),", exact);
    if (s->plan->grade_on == GRADE_ON_EXACT && s->band_rows) {
        /* One more digit where the shown rate would seem another grade. */
        buf_init(&plain);
        put_rounded(&plain, s, exact, digits);
        buf_string(b, "IF(");
        put_lookup(b, s, exact);
        buf_char(b, '=');
        put_lookup(b, s, buf_cstr(&plain));
        buf_printf(b, ",%s,", buf_cstr(&plain));
        put_rounded(b, s, exact, digits + 1);
        buf_char(b, ')');
        b->failed = b->failed || !buf_ok(&plain);
        buf_free(&plain);
    } else {
        put_rounded(b, s, exact, digits);
    }
    buf_string(b, ",\"\")");
}

bool live_equal(quantity x, quantity y)
{
    return x.known == y.known &&
           (!x.known || number_compare(x.value, y.value) == 0);
}

const char *live_take(calc *c, buf *b)
{
    const char *t = buf_ok(b) ? arena_strdup(c->memory, buf_cstr(b)) : NULL;

    if (!t)
        c->failed = true;
    buf_free(b);
    return t ? t : "";
}

bool live_grade(const char **grade, quantity *shown, summary *s, arena *a,
                quantity rate)
{
    calc c = { .memory = a };
    buf b;
    text t;

    *grade = "";
    *shown = (quantity){ false, NUMBER_ZERO };
    if (!rate.known)
        return true;
    buf_init(&b);
    if (grade_rate(a, &b, grade, rate.value, s->plan) != KPI_OK)
        c.failed = true;
    t = buf_slice(&b);
    if (text_ends(t, "%"))
        t.length--;
    shown->known = number_from_decimal(a, &shown->value, t);
    if (shown->known)
        shown->value = calc_divide(&c, shown->value, calc_int(&c, 100));
    c.failed = c.failed || !buf_ok(&b);
    buf_free(&b);
    return !c.failed;
}

/* ---- A project's rate ------------------------------------------------- */

typedef struct rates {
    number sum, best, worst, first;
    size_t count, reached;
} rates;

static rates gather(const project *p, calc *c)
{
    rates r = { NUMBER_ZERO, NUMBER_ZERO, NUMBER_ZERO, NUMBER_ZERO, 0, 0 };
    number one = calc_int(c, 1);

    for (size_t i = 0; i < p->kpi_count; i++) {
        quantity q = p->kpis[i].assessment.rate;

        if (!q.known)
            continue;
        if (!r.count)
            r.best = r.worst = r.first = q.value;
        if (number_compare(q.value, r.best) > 0)
            r.best = q.value;
        if (number_compare(q.value, r.worst) < 0)
            r.worst = q.value;
        r.sum = calc_add(c, r.sum, q.value);
        r.reached += number_compare(q.value, one) >= 0;
        r.count++;
    }
    return r;
}

/* The first of several cells that holds a number. */
static void put_first(buf *b, const summary *s, const project_view *v)
{
    uint32_t last = v->last_row;
    unsigned open = 0;

    if (last - v->first_row >= NESTED)
        last = v->first_row + NESTED - 1;
    buf_char(b, '=');
    for (uint32_t r = v->first_row; r <= last; r++, open++) {
        buf_string(b, "IF(ISNUMBER(");
        live_put_ref(b, s, LIST_EXACT, r);
        buf_string(b, "),");
        live_put_ref(b, s, LIST_EXACT, r);
        buf_char(b, ',');
    }
    buf_string(b, "\"\"");
    while (open-- > 0)
        buf_char(b, ')');
}

bool live_project(live *out, summary *s, arena *a, size_t project_index)
{
    const project_view *v = &s->projects[project_index];
    const project *p = v->project;
    calc c = { .memory = a };
    rates r = gather(p, &c);
    number n = calc_int(&c, (int64_t)(r.count ? r.count : 1));
    quantity value = { r.count > 0, NUMBER_ZERO };
    char range[2 * LXW_MAX_CELL_NAME_LENGTH + 2];
    bool mean = false;
    buf b;

    *out = (live){ "", p->assessment.rate, true };
    lxw_rowcol_to_range(range, v->first_row,
                        (lxw_col_t)s->column[LIST_EXACT], v->last_row,
                        (lxw_col_t)s->column[LIST_EXACT]);
    buf_init(&b);
    switch (s->plan->project_rule) {
    case PROJECT_BEST:
        value.value = r.best;
        buf_printf(&b, "=IF(COUNT(%s)=0,\"\",MAX(%s))", range, range);
        break;
    case PROJECT_WORST:
        value.value = r.worst;
        buf_printf(&b, "=IF(COUNT(%s)=0,\"\",MIN(%s))", range, range);
        break;
    case PROJECT_MEAN:
    case PROJECT_WEIGHTED_MEAN:
        value.value = calc_divide(&c, r.sum, n);
        mean = true;
        buf_printf(&b, "=IF(COUNT(%s)=0,\"\",ROUND(AVERAGE(%s),%d))", range,
                   range, MEAN_DECIMALS);
        break;
    case PROJECT_FIRST:
        value.value = r.first;
        put_first(&b, s, v);
        break;
    case PROJECT_COUNT_REACHED:
        value.value = calc_divide(&c, calc_int(&c, (int64_t)r.reached), n);
        mean = true;
        buf_printf(&b, "=IF(COUNT(%s)=0,\"\",ROUND(COUNTIF(%s,\">=1\")/"
                       "COUNT(%s),%d))", range, range, range, MEAN_DECIMALS);
        break;
    case PROJECT_NONE:
        break;
    }
    if (out->value.known)
        out->value.value = calc_round(&c, out->value.value,
                                      mean ? MEAN_DECIMALS : LIVE_RATE_DECIMALS,
                                      NUMBER_HALF_UP);
    if (b.length && p->kpi_count && live_equal(value, p->assessment.rate) &&
        v->class != CLASS_CATEGORY)
        out->formula = live_take(&c, &b);
    else
        buf_free(&b);
    return !c.failed;
}
