/*
 * template_cells.c - one row of the table: what is printed, what is open
 */
#include "output/template_parts.h"

#include <string.h>

#include "output/summary_layout.h"
#include "output/summary_style.h"

typedef struct row_writer {
    template_book *t;
    const template_row *r, *above; /* above: NULL for the first */
    const project *p;
    const kpi *k;
    uint32_t row;
} row_writer;

static void text_at(row_writer *w, template_column column, cell_look look,
                    cell_align align, const char *string)
{
    if (template_has(w->t, column))
        template_string(w->t, w->t->sheet, w->row, w->t->column[column],
                        string, template_format(w->t, look, align, ""));
}

/* ---- What stands in front of the indicator ------------------------------------ */

static const char *heading_text(template_book *t, bool has,
                                const heading *h)
{
    if (!has)
        return "";
    return template_text(t, "%s%s%s", h->no,
                         h->no[0] != '\0' && h->title[0] != '\0' ? "　" : "",
                         h->title);
}

static const char *level_text(template_book *t, const project *p,
                              template_column column)
{
    const heading measure = project_measure(p);

    switch (column) {
    case COLUMN_GOAL: return heading_text(t, p->has_goal, &p->goal);
    case COLUMN_THEME: return heading_text(t, p->has_theme, &p->theme);
    case COLUMN_PART: return heading_text(t, p->has_part, &p->part);
    case COLUMN_MEASURE: return heading_text(t, true, &measure);
    default: return "";
    }
}

/* A label that the row above has too is printed faintly. */
static void levels(row_writer *w)
{
    for (int c = COLUMN_GOAL; c <= COLUMN_MEASURE; c++) {
        template_column column = (template_column)c;
        const char *own = level_text(w->t, w->p, column);
        bool same = w->above != NULL && own[0] != '\0' &&
                    strcmp(own, level_text(w->t, w->above->project,
                                           column)) == 0;

        text_at(w, column, same ? LOOK_SAME : LOOK_LOCKED, ALIGN_TEXT, own);
    }
}

static const char *project_text(template_book *t, const project *p)
{
    buf b;

    buf_init(&b);
    buf_string(&b, p->name);
    for (size_t i = 0; i < p->grant_count; i++)
        buf_printf(&b, "（%s）", p->grants[i]);
    if (p->relisted)
        buf_string(&b, "【再掲】");
    return template_keep(t, &b);
}

static const char *bureau_text(template_book *t, const project *p)
{
    bool both = p->bureau[0] != '\0' && p->division[0] != '\0';

    return template_text(t, "%s%s%s", p->bureau, both ? "　" : "",
                         p->division);
}

static void project_cells(row_writer *w)
{
    const project *p = w->p;
    cell_look look = w->r->first ? LOOK_LOCKED : LOOK_SAME;

    levels(w);
    text_at(w, COLUMN_NO, look, ALIGN_CENTER, p->no);
    text_at(w, COLUMN_PROJECT, look, ALIGN_TEXT, project_text(w->t, p));
    text_at(w, COLUMN_BUREAU, look, ALIGN_TEXT, bureau_text(w->t, p));
}

/* ---- Figures ---------------------------------------------------------------------- */

/* "累計"#,##0.0"億円" */
static const char *numbers(template_book *t, bool total, int decimals,
                           const char *unit)
{
    buf b;

    buf_init(&b);
    if (total)
        buf_string(&b, "\"累計\"");
    buf_string(&b, "#,##0");
    for (int i = 0; i < decimals; i++)
        buf_string(&b, i == 0 ? ".0" : "0");
    if (unit[0] != '\0') {
        buf_char(&b, '"');
        for (; *unit != '\0'; unit++)
            if (*unit != '"')
                buf_char(&b, *unit);
        buf_char(&b, '"');
    }
    return template_keep(t, &b);
}

static void number_at(row_writer *w, uint32_t col, cell_look look,
                      const char *format, number value)
{
    template_number(w->t, w->t->sheet, w->row, col, value,
                    template_format(w->t, look, ALIGN_NUMBER, format));
}

static void string_at(row_writer *w, uint32_t col, cell_look look,
                      const char *format, const char *string)
{
    template_string(w->t, w->t->sheet, w->row, col, string,
                    template_format(w->t, look, ALIGN_NUMBER, format));
}

static const char *other_unit(const char *unit, const kpi *k)
{
    return unit[0] != '\0' && strcmp(unit, k->unit) != 0 ? unit : "";
}

/* 2015～2019, 2017～, 2019; a single year is a number. */
static void years_at(row_writer *w, template_column column, cell_look look,
                     int from, int to, bool calendar)
{
    template_book *t = w->t;
    lxw_format *f = template_format(t, look, ALIGN_CENTER, "0");
    uint32_t col = t->column[column];

    if (from == 0 && to != 0 && !calendar)
        template_number(t, t->sheet, w->row, col, calc_int(&t->calc, to), f);
    else if (from == 0 && to == 0)
        template_string(t, t->sheet, w->row, col, "", f);
    else
        template_string(t, t->sheet, w->row, col,
                        template_text(t, "%s%s%s%s",
                                      from == 0 ? "" : template_text(
                                          t, "%d", from),
                                      from == 0 ? "" : "～",
                                      to == 0 ? "" : template_text(t, "%d",
                                                                   to),
                                      calendar ? "年" : ""), f);
}

static const char *figure_text(template_book *t, bool total, number value,
                               const char *unit, const char *behind)
{
    buf b;

    buf_init(&b);
    buf_string(&b, total ? "累計" : "");
    number_put(&b, value, 0);
    buf_string(&b, unit);
    buf_string(&b, behind);
    return template_keep(t, &b);
}

static void baseline_cells(row_writer *w)
{
    const baseline *b = &w->k->baseline;
    uint32_t col = w->t->column[COLUMN_BASE];
    cell_look look = b->value.known ? LOOK_LOCKED : LOOK_MAY;
    const char *format = numbers(w->t, false, w->r->decimals,
                                 other_unit(b->unit, w->k));

    years_at(w, COLUMN_BASE_YEAR, look, b->from, b->fiscal_year,
             b->calendar_year);
    if (b->value.known)
        number_at(w, col, look, format, b->value.value);
    else
        string_at(w, col, look, "", b->text);
}

static void target_cells(row_writer *w)
{
    const target *goal = &w->k->target;
    const char *unit = other_unit(goal->unit, w->k), *behind;
    uint32_t col = w->t->column[COLUMN_TARGET];
    cell_look look = (w->r->fields & STAMP_TARGET) != 0 ? LOOK_LOCKED
                                                        : LOOK_MAY;

    years_at(w, COLUMN_TARGET_YEARS, look, goal->from, goal->to,
             goal->calendar_year);
    if (!goal->value.known) {
        string_at(w, col, look, "", goal->text);
    } else if (w->r->target_plain || (goal->qualifier[0] == '\0' &&
                                      !goal->per_year)) {
        number_at(w, col, look,
                  numbers(w->t, goal->cumulative, w->r->decimals, unit),
                  goal->value.value);
    } else {
        unit = unit[0] != '\0' ? unit : w->k->unit;
        behind = template_text(w->t, "%s%s", goal->qualifier,
                               goal->per_year && w->k->kind != KIND_ANNUAL
                                   ? "/年" : "");
        string_at(w, col, look, "",
                  figure_text(w->t, goal->cumulative, goal->value.value,
                              unit, behind));
    }
}

/* A figure is a number, unless words belong to it. */
static void figure_at(row_writer *w, uint32_t col, cell_look look,
                      const actual *a)
{
    template_book *t = w->t;
    const char *unit = other_unit(a->unit, w->k);

    if (a->state == STATE_PRELIMINARY || a->total.known)
        string_at(w, col, look, "",
                  a->text[0] != '\0' && a->total.known
                      ? a->text
                      : figure_text(t, a->cumulative, a->value.value,
                                    a->unit[0] != '\0' ? a->unit
                                                       : w->k->unit,
                                    "（速報値）"));
    else
        number_at(w, col, look,
                  numbers(t, a->cumulative, w->r->decimals, unit),
                  a->value.value);
}

static void planned_cells(row_writer *w)
{
    template_book *t = w->t;

    for (size_t i = 0; i < t->planned_count; i++) {
        uint32_t col = t->column[COLUMN_PLANNED] + (uint32_t)i;
        const planned *found = NULL;

        for (size_t n = 0; n < w->k->planned_count; n++)
            if (w->k->planned[n].fiscal_year == t->planned[i])
                found = &w->k->planned[n];
        if (found != NULL && found->value.known)
            number_at(w, col, LOOK_LOCKED,
                      numbers(t, false, w->r->decimals, ""),
                      found->value.value);
        else
            string_at(w, col, LOOK_MAY, "", found == NULL ? ""
                                                          : found->text);
    }
}

static const char *past_words(const actual *a)
{
    return a == NULL || a->value.known || a->state == STATE_BLANK ||
                   a->state == STATE_ERROR ? "" : a->text;
}

/* Why a year has no figure, on as many lines as it takes; the figure may
 * still be entered. */
static void words_at(row_writer *w, uint32_t col, const char *words)
{
    const char *format = numbers(w->t, w->r->running, w->r->decimals,
                                 w->r->unit);

    template_string(w->t, w->t->sheet, w->row, col, words,
                    template_format(w->t, LOOK_MAY,
                                    words[0] != '\0' ? ALIGN_CENTER
                                                     : ALIGN_NUMBER,
                                    format));
}

static void past_cells(row_writer *w)
{
    template_book *t = w->t;

    for (size_t i = 0; i < t->past_count; i++) {
        const actual *a = kpi_actual(w->k, t->past[i]);
        uint32_t col = t->column[COLUMN_PAST] + (uint32_t)i;
        int from_first = t->past[i] - t->past[0];
        bool locked = from_first < STAMP_YEARS &&
                      (w->r->fields & (uint32_t)STAMP_FIRST_YEAR
                                          << from_first) != 0;

        if (a == NULL || !a->value.known)
            words_at(w, col, past_words(a));
        else
            figure_at(w, col, locked ? LOOK_LOCKED : LOOK_MAY, a);
    }
    planned_cells(w);
}

/* ---- The reported year ------------------------------------------------------------- */

/* The entries of another row, shown by a formula. */
static void repeated(row_writer *w, template_column column,
                     const char *format)
{
    template_book *t = w->t;
    const char *first = template_own_ref(t, column,
                                         template_row_at(w->r->same_as - 1));
    const actual *a = kpi_actual(w->k, t->year);
    bool figure = column == COLUMN_ACTUAL && a != NULL && a->value.known;

    template_formula(t, t->sheet, w->row, t->column[column],
                     template_text(t, "=IF(%s=\"\",\"\",%s)", first, first),
                     figure ? a->value
                            : (quantity){ false, NUMBER_ZERO },
                     column == COLUMN_REASON && a != NULL && !a->value.known
                         ? a->text : "",
                     template_format(t, LOOK_AUTO, ALIGN_NUMBER, format));
}

static const char *reason_words(const actual *a)
{
    return a != NULL && a->state == STATE_TEXT ? "" : past_words(a);
}

static void entry_cells(row_writer *w)
{
    template_book *t = w->t;
    const actual *a = kpi_actual(w->k, t->year);
    const char *format = numbers(t, w->r->running, w->r->decimals,
                                 w->r->unit);
    uint32_t col = t->column[COLUMN_ACTUAL];

    if (w->r->kind == KIND_MILESTONE)
        format = "";
    if (w->r->same_as != 0) {
        repeated(w, COLUMN_ACTUAL, format);
        repeated(w, COLUMN_REASON, "");
        return;
    }
    if (a != NULL && a->value.known)
        figure_at(w, col, LOOK_OPEN, a);
    else
        string_at(w, col, LOOK_OPEN, format,
                  a != NULL && a->state == STATE_TEXT ? a->text : "");
    text_at(w, COLUMN_REASON, LOOK_OPEN, ALIGN_CENTER, reason_words(a));
}

/* A status that goes on (終了); that figures were pending does not. */
static const char *lasting_status(const template_book *t, const project *p)
{
    static const char *const passing[] = { "－", "—", "―", "-", "調査中",
                                           "集計中" };

    for (size_t i = 0; i < sizeof(passing) / sizeof(*passing); i++)
        if (strcmp(p->declared_status, passing[i]) == 0)
            return "";
    for (size_t i = 0; i < t->plan->category_count; i++)
        if (strcmp(p->declared_status, t->plan->categories[i].status) == 0)
            return p->declared_status;
    return "";
}

/* Only where the data is the reported year's already. */
static bool is_current(const row_writer *w)
{
    for (size_t i = 0; w->p != NULL && i < w->p->kpi_count; i++) {
        const actual *a = kpi_actual(&w->p->kpis[i], w->t->year);

        if (a != NULL && a->state != STATE_BLANK)
            return true;
    }
    return false;
}

static bool grades_each_kpi(const row_writer *w)
{
    return w->t->plan->project_rule == PROJECT_NONE;
}

static const char *grade_words(const row_writer *w)
{
    bool each = grades_each_kpi(w);
    const char *grade = "";

    if (each && w->k != NULL && is_current(w))
        grade = w->k->declared_grade;
    else if (!each && is_current(w))
        grade = w->p->declared_grade;
    if (grade[0] == '\0' && w->r->first)
        grade = lasting_status(w->t, w->p);
    return each || w->r->first ? grade : "";
}

static void grade_cell(row_writer *w)
{
    text_at(w, COLUMN_GRADE,
            grades_each_kpi(w) || w->r->first ? LOOK_OPEN : LOOK_LOCKED,
            ALIGN_CENTER, grade_words(w));
}

/* ---- Rows ------------------------------------------------------------------------------ */

static void indicator_cells(row_writer *w)
{
    const template_row *r = w->r;
    const kpi *k = w->k;

    text_at(w, COLUMN_CODE, LOOK_LOCKED, ALIGN_CENTER, k->code);
    text_at(w, COLUMN_KPI, LOOK_LOCKED, ALIGN_TEXT, k->name);
    text_at(w, COLUMN_UNIT, k->unit[0] != '\0' ? LOOK_LOCKED : LOOK_MAY,
            ALIGN_CENTER, k->unit);
    text_at(w, COLUMN_KIND, r->kind_set ? LOOK_LOCKED : LOOK_MAY,
            ALIGN_CENTER, template_kind_word(k->kind));
    text_at(w, COLUMN_DIRECTION, r->direction_set ? LOOK_LOCKED : LOOK_MAY,
            ALIGN_CENTER,
            r->direction_set ? template_direction_word(k->direction) : "");
    baseline_cells(w);
    target_cells(w);
    past_cells(w);
    entry_cells(w);
    text_at(w, COLUMN_REMARK, LOOK_MAY, ALIGN_TEXT,
            is_current(w) ? k->remark : "");
}

/* All cells of a row that say nothing of their own. */
static void empty_cells(row_writer *w, template_column from,
                        template_column to, cell_look look)
{
    for (int c = (int)from; c <= (int)to; c++) {
        template_column column = (template_column)c;
        uint32_t wide = column == COLUMN_PAST ? (uint32_t)w->t->past_count
                        : column == COLUMN_PLANNED
                            ? (uint32_t)w->t->planned_count : 1;
        bool entry = look == LOOK_MAY &&
                     (column == COLUMN_ACTUAL || column == COLUMN_REASON ||
                      column == COLUMN_GRADE);

        if (!template_has(w->t, column) || column == COLUMN_EXPECTED ||
            column == COLUMN_RATE || column == COLUMN_STATE)
            continue;
        for (uint32_t i = 0; i < wide; i++)
            template_string(w->t, w->t->sheet, w->row,
                            w->t->column[column] + i, "",
                            template_format(w->t, entry ? LOOK_OPEN : look,
                                            column >= COLUMN_BASE &&
                                                    column <= COLUMN_ACTUAL
                                                ? ALIGN_NUMBER : ALIGN_TEXT,
                                            ""));
    }
}

static unsigned need(const row_writer *w, template_column column,
                     cell_look look, const char *string)
{
    if (!template_has(w->t, column) || string[0] == '\0')
        return 0;
    return layout_height(text_of(string),
                         layout_column_pixels(template_width(column)),
                         template_size(look),
                         layout_spacing(w->t->plan->font[0] != '\0'
                                            ? w->t->plan->font
                                            : style_font_default));
}

static unsigned higher(unsigned x, unsigned y)
{
    return x > y ? x : y;
}

/* Of the cells that a clerk fills in, with what stands there already. */
static unsigned entries_need(const row_writer *w)
{
    const template_book *t = w->t;
    const actual *a = kpi_actual(w->k, t->year);
    unsigned height = need(w, COLUMN_UNIT, LOOK_LOCKED, w->k->unit);

    height = higher(height, need(w, COLUMN_GRADE, LOOK_OPEN,
                                 grade_words(w)));
    if (w->r->same_as == 0)
        height = higher(height, need(w, COLUMN_REASON, LOOK_OPEN,
                                     reason_words(a)));
    if (is_current(w))
        height = higher(height, need(w, COLUMN_REMARK, LOOK_MAY,
                                     w->k->remark));
    for (size_t i = 0; i < t->past_count; i++)
        height = higher(height, need(w, COLUMN_PAST, LOOK_MAY,
                                     past_words(kpi_actual(w->k,
                                                           t->past[i]))));
    return height;
}

static void set_height(row_writer *w)
{
    unsigned height = w->k != NULL ? higher(250, entries_need(w)) : 250;

    for (int c = COLUMN_GOAL; c <= COLUMN_KPI && w->p != NULL; c++) {
        template_column column = (template_column)c;
        const char *string = level_text(w->t, w->p, column);

        if (column <= COLUMN_MEASURE && w->above != NULL &&
            strcmp(string, level_text(w->t, w->above->project, column)) == 0)
            continue;
        if (column == COLUMN_PROJECT)
            string = w->r->first ? project_text(w->t, w->p) : "";
        else if (column == COLUMN_BUREAU)
            string = w->r->first ? bureau_text(w->t, w->p) : "";
        else if (column == COLUMN_KPI)
            string = w->k != NULL ? w->k->name : "";
        height = higher(height, need(w, column, LOOK_LOCKED, string));
    }
    if (height > LAYOUT_MAX_HEIGHT)
        height = LAYOUT_MAX_HEIGHT;
    worksheet_set_row(w->t->sheet, w->row, (double)height / 10, NULL);
}

void template_write_cells(template_book *t, size_t index)
{
    row_writer w = { t, &t->rows[index], NULL, t->rows[index].project,
                     t->rows[index].kpi, template_row_at(index) };

    if (index > 0 && t->rows[index - 1].project != NULL)
        w.above = &t->rows[index - 1];
    if (w.p == NULL) {
        empty_cells(&w, COLUMN_GOAL, COLUMN_REMARK, LOOK_MAY);
    } else {
        project_cells(&w);
        if (w.k != NULL)
            indicator_cells(&w);
        else
            empty_cells(&w, COLUMN_CODE, COLUMN_REMARK, LOOK_LOCKED);
        if (template_has(t, COLUMN_GRADE))
            grade_cell(&w);
    }
    set_height(&w);
}
