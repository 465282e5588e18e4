/*
 * check_shown.c - what stands in a figure's cell against what it shows
 */
#include "check/check_shown.h"

#include "check/book_cells.h"

enum {
    FORMULAS_AT_LEAST = 3, /* so many make a column one of formulas */
    FORMULAS_TO_NUMBERS = 3 /* and so many of them for each number */
};

/* ---- Shown and stored ---------------------------------------------------- */

/* Reads a cell as stored; false when it holds no number. */
static bool stored_number(book_cells *b, const cell *c, number *value)
{
    if (c->type != CELL_NUMBER)
        return false;
    return number_from_cell(&b->checker->work, value, c->value);
}

static const char *put_shown(book_cells *b, number shown,
                             const shown_digits *digits)
{
    buf out;

    buf_init(&out);
    number_put_grouped(&out, shown);
    if (digits->percent)
        buf_char(&out, '%');
    return calc_keep_buf(&b->checker->calc, &out);
}

/* Of a cell's format; the next cell mostly has the same one. */
static bool digits_of_cell(book_cells *b, shown_digits *out, const cell *c,
                           int sign)
{
    if (c->format != b->format || sign != b->sign) {
        b->plain = shown_digits_of(&b->digits,
                                   text_of(book_format(b->book, c->format)),
                                   sign);
        b->format = c->format;
        b->sign = sign;
    }
    *out = b->digits;
    return b->plain;
}

/* 1204: most figures, of which only a scale like `#,##0,` hides a part. */
static bool is_whole(text stored)
{
    enum { FEW_DIGITS = 9 };

    if (stored.length == 0 || stored.length > FEW_DIGITS ||
        stored.bytes[0] == '0')
        return false;
    for (size_t i = 0; i < stored.length; i++)
        if (!ascii_is_digit(stored.bytes[i]))
            return false;
    return true;
}

static void shown_differs(book_cells *b, const book_figure *f, const cell *c)
{
    calc *reckon = &b->checker->calc;
    shown_digits digits;
    number value, power, scaled, shown;
    int decimals;

    if (c == NULL || c->format == 0 || c->type != CELL_NUMBER)
        return;
    if (is_whole(c->value) &&
        (!digits_of_cell(b, &digits, c, 1) || digits.shift >= 0))
        return;
    if (!stored_number(b, c, &value) ||
        !digits_of_cell(b, &digits, c, number_sign(value)))
        return;
    if (digits.shift >= 0 && number_is_integer(value))
        return;
    if (!number_power_of_ten(&b->checker->work, &power, digits.shift)) {
        b->checker->failed = true;
        return;
    }
    /* Under a % the reader takes hundredths too: only rounding counts. */
    decimals = digits.decimals;
    scaled = calc_multiply(reckon, value, power);
    shown = calc_round(reckon, scaled, decimals, NUMBER_HALF_UP);
    if (number_compare(shown, scaled) == 0 && digits.shift >= 0)
        return;
    if (number_sign(value) == 0)
        return;
    check_report(b->checker, f->project, f->kpi, &(report){
        "shown-differs", f->where,
        put_shown(b, digits.percent ? scaled : value, &digits),
        { put_shown(b, shown, &digits),
          put_shown(b, digits.percent ? scaled : value, &digits) } });
}

/* ---- Formulas ------------------------------------------------------------ */

static void figure_formula(book_cells *b, const book_figure *f,
                           const cell *c)
{
    bool needed = f->role == FIGURE_TARGET || f->role == FIGURE_BASELINE ||
        (f->role == FIGURE_ACTUAL && f->fiscal_year == b->checker->year);

    if (needed && c != NULL && c->formula && !c->missing &&
        c->type == CELL_NUMBER)
        check_report(b->checker, f->project, f->kpi,
                     &(report){ "figure-is-formula", f->where, "",
                                { NULL } });
}

/*
 * The next row of figures that has a KPI, and its first figure: SIZE_MAX
 * behind the last. Costs stand above a form's table, in the same columns.
 */
static size_t next_row(const book_cells *b, size_t i, uint32_t above)
{
    while (i < b->count && (b->figures[i].kpi == NULL ||
                            b->figures[i].where.row >= b->grid->rows ||
                            b->figures[i].where.row == above))
        i++;
    return i < b->count ? i : SIZE_MAX;
}

typedef struct column_count {
    size_t formulas, numbers;
} column_count;

/* Only rows of the table count: titles and totals beside it do not. */
static void count_columns(const book_cells *b, column_count *columns)
{
    const grid *g = b->grid;

    for (size_t i = next_row(b, 0, UINT32_MAX); i != SIZE_MAX;
         i = next_row(b, i, b->figures[i].where.row)) {
        uint32_t row = b->figures[i].where.row;

        for (size_t n = g->row_start[row]; n < g->row_start[row + 1]; n++) {
            const cell *c = &g->cells[n];

            columns[c->col].formulas += c->formula ? 1 : 0;
            columns[c->col].numbers += !c->formula &&
                                       c->type == CELL_NUMBER ? 1 : 0;
        }
    }
}

static bool is_formula_column(const column_count *n)
{
    return n->numbers > 0 && n->formulas >= FORMULAS_AT_LEAST &&
           n->formulas >= n->numbers * FORMULAS_TO_NUMBERS;
}

static void formula_overwritten(book_cells *b)
{
    const grid *g = b->grid;
    column_count *columns = arena_array(&b->checker->work, g->cols + 1,
                                        sizeof(*columns));

    if (columns == NULL) {
        b->checker->failed = true;
        return;
    }
    count_columns(b, columns);
    for (size_t i = next_row(b, 0, UINT32_MAX); i != SIZE_MAX;
         i = next_row(b, i, b->figures[i].where.row)) {
        uint32_t row = b->figures[i].where.row;

        for (size_t n = g->row_start[row]; n < g->row_start[row + 1]; n++) {
            const cell *c = &g->cells[n];
            number value;

            if (c->formula || !is_formula_column(&columns[c->col]) ||
                !stored_number(b, c, &value))
                continue;
            check_report(b->checker, b->figures[i].project,
                         b->figures[i].kpi, &(report){
                "formula-overwritten", place_cell(g->sheet, row, c->col),
                check_figure(b->checker, value, ""), { NULL } });
        }
    }
}

/* ---- A sheet ------------------------------------------------------------- */

static bool same_cell(const place *a, const place *b)
{
    return a->row == b->row && a->col == b->col;
}

static void check_sheet(book_cells *b)
{
    bool formulas = false, formats = false;

    for (size_t i = 0; i < b->grid->count; i++) {
        const cell *c = &b->grid->cells[i];

        formulas = formulas || c->formula;
        formats = formats || (c->type == CELL_NUMBER && c->format != 0);
    }
    for (size_t i = 0; i < b->count && (formulas || formats); i++) {
        const book_figure *f = &b->figures[i];
        const cell *c;

        if (i > 0 && same_cell(&f->where, &b->figures[i - 1].where))
            continue;
        c = book_figure_cell(b, f);
        shown_differs(b, f, c);
        figure_formula(b, f, c);
    }
    if (formulas)
        formula_overwritten(b);
}

kpi_status check_shown(dataset *part, open_book *o, const plan *p,
                       kpi_error *err)
{
    return book_cells_check(part, o, p, check_sheet, err);
}
