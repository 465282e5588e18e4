/*
 * summary_grants.c - 交付金: grant forms, one a page, in the printed layout
 *
 * Cities, bureau, period; title; purpose beside the costs; type; numbered
 * activities; indicators with target, actual, rate; 補足.
 */
#include <limits.h>
#include <string.h>

#include "output/project_name.h"
#include "output/summary_book.h"

enum { COL_LABEL, COL_A, COL_B, COL_C, COL_D, COL_E, COLS };
enum { MOST_PERCENT = 136, FIRST_ROWS = 400 /* above the first form */ };

typedef struct form {
    summary *s;
    page pg;
    uint32_t row;
    project_view *view;
    const project *p;
    uint32_t breaks[LAYOUT_MAX_BREAKS + 1];
    size_t break_count;
    unsigned page_height, used;
    bool measuring;        /* nothing is written, no page ends */
} form;

static void grow(form *f, uint32_t row, unsigned height)
{
    page_height(&f->pg, row, height);
    f->used += height > LAYOUT_MAX_HEIGHT ? LAYOUT_MAX_HEIGHT : height;
}

static const char *keep(form *f, buf *b)
{
    const char *t = buf_ok(b) ? arena_strdup(&f->pg.scratch, buf_cstr(b))
                              : NULL;

    if (!t)
        f->pg.failed = true;
    buf_free(b);
    return t ? t : "";
}

static void break_before(form *f, uint32_t row)
{
    if (row > 2 && f->break_count < LAYOUT_MAX_BREAKS)
        f->breaks[f->break_count++] = row;
    f->used = 0;
}

/* A text over the columns, on as many rows as its height takes. */
static void long_text(form *f, uint32_t first, uint32_t last, style_id style,
                      const char *t)
{
    unsigned height = page_need(&f->pg, first, last, style, t) + 40;
    uint32_t rows = height / (LAYOUT_MAX_HEIGHT - 200) + 1;
    page_area at = { f->row, first, f->row + rows - 1, last };

    if (f->used + height > f->page_height && height <= f->page_height)
        break_before(f, f->row);
    page_text(&f->pg, at, style, t);
    for (uint32_t i = 0; i < rows; i++)
        grow(f, f->row + i, height / rows + 1);
    f->row += rows;
}

static void write_top(form *f)
{
    summary *s = f->s;
    const project *p = f->p;
    buf b;

    buf_init(&b);
    for (size_t i = 0; i < p->municipality_count; i++) {
        buf_printf(&b, "%s%s", i ? "、" : "", p->municipalities[i]);
        if (p->municipality_count > 1 &&
            !strcmp(p->municipalities[i], p->lead))
            buf_string(&b, say(s, "（代表）", " (lead)"));
    }
    page_text(&f->pg, page_row(f->row, 0, COL_B), STYLE_FORM_TEXT,
              keep(f, &b));
    buf_init(&b);
    buf_printf(&b, "%s%s%s", p->bureau, *p->division ? "　" : "",
               p->division);
    page_text(&f->pg, page_row(f->row, COL_C, COL_E), STYLE_FORM_TEXT,
              keep(f, &b));
    grow(f, f->row++, 220);
    buf_init(&b);
    put_project_name(&b, p);
    {
        const char *title = keep(f, &b);

        page_text(&f->pg, page_row(f->row, 0, COL_E), STYLE_FORM_TITLE,
                  title);
        grow(f, f->row++, page_need(&f->pg, 0, COL_E, STYLE_FORM_TITLE,
                                    title) + 100);
    }
}

static void write_period(form *f)
{
    summary *s = f->s;
    const project *p = f->p;
    buf b;

    page_text(&f->pg, page_cell(f->row, COL_LABEL), STYLE_FORM_LABEL,
              say(s, "事業期間", "Period"));
    buf_init(&b);
    if (p->has_period) {
        put_year(&b, s, p->period_from);
        buf_string(&b, say(s, "～", "–"));
        put_year(&b, s, p->period_to);
    } else {
        buf_string(&b, "－");
    }
    page_text(&f->pg, page_row(f->row, COL_A, COL_B), STYLE_FORM_TEXT,
              keep(f, &b));
    page_text(&f->pg, page_cell(f->row, COL_C), STYLE_FORM_LABEL,
              say(s, "交付金", "Grant"));
    buf_init(&b);
    for (size_t i = 0; i < p->grant_count; i++)
        buf_printf(&b, "%s【%s】", i ? "\n" : "", p->grants[i]);
    {
        const char *t = keep(f, &b);

        page_text(&f->pg, page_row(f->row, COL_D, COL_E), STYLE_FORM_TEXT, t);
        grow(f, f->row++, page_need(&f->pg, COL_D, COL_E, STYLE_FORM_TEXT,
                                    t) + 60);
    }
}

/* The purpose to the left, a line a year of costs to the right. */
static void write_purpose(form *f)
{
    summary *s = f->s;
    const project *p = f->p;
    size_t lines = p->cost_count ? p->cost_count : 1;
    unsigned height = page_need(&f->pg, COL_A, COL_B, STYLE_FORM_TEXT,
                                p->purpose) + 60;
    uint32_t top = f->row, last = top + (uint32_t)lines;
    const char *unit = p->cost_count ? p->costs[0].unit : "";

    page_text(&f->pg, (page_area){ top, COL_LABEL, last, COL_LABEL },
              STYLE_FORM_LABEL, say(s, "目的", "Purpose"));
    page_text(&f->pg, (page_area){ top, COL_A, last, COL_B },
              STYLE_FORM_TEXT, p->purpose);
    {
        buf b;

        buf_init(&b);
        buf_string(&b, say(s, "交付対象事業経費", "Eligible costs"));
        if (*unit)
            buf_printf(&b, say(s, "（%s）", " (%s)"), unit);
        page_text(&f->pg, page_row(top, COL_C, COL_E), STYLE_FORM_LABEL,
                  keep(f, &b));
    }
    for (size_t i = 0; i < p->cost_count; i++) {
        uint32_t row = top + 1 + (uint32_t)i;
        const cost *c = &p->costs[i];
        buf b;

        buf_init(&b);
        put_year(&b, s, c->fiscal_year);
        page_text(&f->pg, page_row(row, COL_C, COL_D), STYLE_CENTER,
                  keep(f, &b));
        if (c->value.known)
            page_number(&f->pg, page_cell(row, COL_E), STYLE_RIGHT,
                        style_decimals(c->value.value), c->value.value);
        else
            page_text(&f->pg, page_cell(row, COL_E), STYLE_CENTER, "－");
    }
    if (!p->cost_count)
        page_text(&f->pg, page_row(top + 1, COL_C, COL_E), STYLE_CENTER,
                  "－");
    for (uint32_t r = top; r <= last; r++) {
        unsigned share = height / (uint32_t)(lines + 1) + 1;

        grow(f, r, share > 220 ? share : 220);
    }
    f->row = last + 1;
}

static void write_activities(form *f)
{
    const project *p = f->p;

    for (size_t i = 0; i < p->activity_count; i++) {
        const activity *a = &p->activities[i];
        buf b;

        buf_init(&b);
        buf_printf(&b, "%zu　%s", i + 1, a->title);
        if (*a->text)
            buf_printf(&b, "\n%s", a->text);
        long_text(f, 0, COL_E, STYLE_FORM_TEXT, keep(f, &b));
    }
    if (*p->summary)
        long_text(f, 0, COL_E, STYLE_FORM_TEXT, p->summary);
}

static void put_or_dash(buf *b, const summary *s, list_column c, uint32_t row)
{
    buf_string(b, "=IF(");
    live_put_cell(b, s, c, row);
    buf_string(b, "=\"\",\"－\",");
    live_put_cell(b, s, c, row);
    buf_char(b, ')');
}

static void write_figure(form *f, uint32_t col, list_column column,
                         uint32_t list_row, quantity q, style_id style,
                         number_format_id format)
{
    buf b;

    buf_init(&b);
    put_or_dash(&b, f->s, column, list_row);
    if (q.known)
        page_formula(&f->pg, page_cell(f->row, col), style, format,
                     buf_cstr(&b), q.value);
    else
        page_formula_text(&f->pg, page_cell(f->row, col), STYLE_CENTER,
                          FORMAT_NONE, buf_cstr(&b), "－");
    buf_free(&b);
}

static size_t year_column(const summary *s)
{
    for (size_t i = 0; i < s->year_count; i++)
        if (s->years[i] == s->year)
            return i;
    return SIZE_MAX;
}

/* The reported year's actual: a year's column, not a fixed one. */
static void write_actual(form *f, uint32_t list_row, const kpi *k)
{
    const actual *a = kpi_actual(k, f->s->year);
    size_t year = year_column(f->s);
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    buf b;

    buf_init(&b);
    if (!a || year == SIZE_MAX || !a->value.known) {
        if (a)
            put_actual(&b, f->s, k, a);
        page_text(&f->pg, page_cell(f->row, COL_D), STYLE_CENTER,
                  b.length ? buf_cstr(&b) : "－");
        buf_free(&b);
        return;
    }
    lxw_rowcol_to_cell(cell, list_row,
                       (lxw_col_t)(f->s->column[LIST_ACTUAL] + year));
    buf_char(&b, '=');
    live_put_sheet(&b, f->s->sheets[SHEET_LIST]);
    buf_string(&b, cell);
    page_formula(&f->pg, page_cell(f->row, COL_D), STYLE_RIGHT,
                 style_decimals(a->value.value), buf_cstr(&b),
                 a->value.value);
    buf_free(&b);
}

static void write_kpi_head(form *f)
{
    summary *s = f->s;
    buf b;

    page_text(&f->pg, page_row(f->row, 0, COL_B), STYLE_FORM_LABEL,
              say(s, "指標内容", "Indicator"));
    buf_init(&b);
    put_year_short(&b, s, s->year);
    buf_string(&b, say(s, "目標", " target"));
    page_text(&f->pg, page_cell(f->row, COL_C), STYLE_FORM_LABEL,
              keep(f, &b));
    buf_init(&b);
    put_year_short(&b, s, s->year);
    buf_string(&b, say(s, "実績", " actual"));
    page_text(&f->pg, page_cell(f->row, COL_D), STYLE_FORM_LABEL,
              keep(f, &b));
    page_text(&f->pg, page_cell(f->row, COL_E), STYLE_FORM_LABEL,
              say(s, "達成率", "Rate"));
    grow(f, f->row++, 220);
}

static void write_kpis(form *f)
{
    summary *s = f->s;
    const project *p = f->p;

    if (f->used + 220 + p->kpi_count * 250 > f->page_height && f->used > 0)
        break_before(f, f->row);
    write_kpi_head(f);
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        uint32_t list_row = f->view->first_row + (uint32_t)i;
        const char *grade, *name;
        quantity shown;
        buf b;

        buf_init(&b);
        buf_string(&b, k->name);
        if (*k->unit)
            buf_printf(&b, say(s, "（%s）", " (%s)"), k->unit);
        if (k->assessment.direction == DIRECTION_DOWN)
            buf_string(&b, say(s, "　※低いほどよい", "  (lower is better)"));
        name = keep(f, &b);
        page_text(&f->pg, page_cell(f->row, COL_LABEL), STYLE_FORM_LABEL,
                  "KPI");
        page_text(&f->pg, page_row(f->row, COL_A, COL_B), STYLE_FORM_TEXT,
                  name);
        write_figure(f, COL_C, LIST_TARGET, list_row, k->target.value,
                     STYLE_RIGHT, k->target.value.known
                                      ? style_decimals(k->target.value.value)
                                      : FORMAT_DECIMALS_0);
        write_actual(f, list_row, k);
        if (live_grade(&grade, &shown, s, &f->pg.scratch, k->assessment.rate))
            write_figure(f, COL_E, LIST_RATE, list_row, shown, STYLE_RATE,
                         style_percent(s->plan->digits));
        grow(f, f->row, page_need(&f->pg, COL_A, COL_B, STYLE_FORM_TEXT,
                                  name) + 60);
        f->row++;
    }
}

static void write_notes(form *f)
{
    const project *p = f->p;
    buf b;

    if (!p->note_count)
        return;
    buf_init(&b);
    for (size_t i = 0; i < p->note_count; i++)
        buf_printf(&b, "%s%s", i ? "\n" : "", p->notes[i]);
    page_text(&f->pg, page_cell(f->row, COL_LABEL), STYLE_FORM_LABEL,
              say(f->s, "補足", "Notes"));
    {
        const char *t = keep(f, &b);

        page_text(&f->pg, page_row(f->row, COL_A, COL_E), STYLE_FORM_TEXT, t);
        grow(f, f->row++, page_need(&f->pg, COL_A, COL_E, STYLE_FORM_TEXT,
                                    t) + 60);
    }
}

static void write_form(form *f)
{
    break_before(f, f->row);
    if (!f->measuring && !*f->view->sheet) {
        f->view->sheet = f->s->sheets[SHEET_GRANTS];
        f->view->sheet_row = f->row;
    }
    write_top(f);
    write_period(f);
    write_purpose(f);
    write_activities(f);
    write_kpis(f);
    write_notes(f);
    page_height(&f->pg, f->row, 200);
    f->row += 1;
    if (f->measuring)
        page_drop(&f->pg);
    else
        page_flush(&f->pg);
}

/* ---- The sheet -------------------------------------------------------- */

static void set_widths(form *f, unsigned percent)
{
    static const unsigned widths[COLS] = { 120, 430, 330, 170, 190, 170 };

    for (uint32_t c = 0; c < COLS; c++)
        page_width(&f->pg, c, widths[c] * percent / 100);
    f->page_height = paper_height(f->s, paper_scale(f->s, &f->pg, COLS - 1));
}

static size_t write_forms(form *f)
{
    size_t forms = 0;

    for (size_t i = 0; i < f->s->project_count && !f->pg.failed; i++) {
        f->view = &f->s->projects[i];
        f->p = f->view->project;
        if (!f->view->form)
            continue;
        write_form(f);
        forms++;
    }
    return forms;
}

/* How many forms take more than a page at the widths that are set. */
static size_t forms_over(form *f)
{
    unsigned height = f->page_height;
    uint32_t row = f->row;
    size_t over = 0;

    f->measuring = true;
    f->page_height = UINT_MAX;
    for (size_t i = 0; i < f->s->project_count && !f->pg.failed; i++) {
        f->view = &f->s->projects[i];
        f->p = f->view->project;
        if (!f->view->form)
            continue;
        write_form(f);
        over += f->used + FIRST_ROWS > height;
    }
    f->measuring = false;
    f->page_height = height;
    f->row = row;
    f->break_count = 0;
    f->used = 0;
    return over;
}

/*
 * A form should be one page: a sheet may be up to MOST_PERCENT wider, and so
 * printed smaller, where that lets more forms stand on one page.
 */
static void choose_widths(form *f)
{
    unsigned best = 100;
    size_t fewest = SIZE_MAX;

    for (unsigned percent = 100; percent <= MOST_PERCENT && fewest;
         percent += 6) {
        size_t over;

        set_widths(f, percent);
        over = forms_over(f);
        if (over < fewest) {
            fewest = over;
            best = percent;
        }
    }
    set_widths(f, best);
}

kpi_status summary_write_grants(summary *s, lxw_worksheet *w, kpi_error *err)
{
    form f = { .s = s, .row = 2 };

    page_init(&f.pg, w, &s->styles);
    choose_widths(&f);
    paper_title(s, &f.pg, COLS - 1,
                say(s, "交付金事業の実施状況", "Grant projects"));
    page_height(&f.pg, 1, 100);
    s->sheet_rows[SHEET_GRANTS] = (uint32_t)write_forms(&f);
    worksheet_freeze_panes(w, 1, 0);
    worksheet_print_area(w, 0, 0, f.row, COLS - 1);
    paper_setup(s, &f.pg, COLS - 1, PAPER_SCALED, s->sheets[SHEET_GRANTS]);
    if (f.break_count) {
        f.breaks[f.break_count] = 0;
        worksheet_set_h_pagebreaks(w, f.breaks);
    }
    return page_finish(&f.pg, err);
}
