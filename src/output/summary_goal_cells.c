/*
 * summary_goal_cells.c - a goal's sheet: texts, and cells that are alive
 */
#include <string.h>

#include "output/project_name.h"
#include "output/summary_goal.h"

static const char *finish(goal_sheet *g, buf *b)
{
    const char *t = buf_ok(b) ? arena_strdup(&g->pg.scratch, buf_cstr(b))
                              : NULL;

    if (!t)
        g->pg.failed = true;
    buf_free(b);
    return t ? t : "";
}

const char *goal_project_text(goal_sheet *g, const project *p)
{
    summary *s = g->s;
    buf b;

    buf_init(&b);
    put_project_name(&b, p);
    for (size_t i = 0; i < p->grant_count; i++)
        buf_printf(&b, "（%s）", p->grants[i]);
    if (*p->bureau)
        buf_printf(&b, "\n【%s】%s", p->bureau, p->division);
    else if (*p->division)
        buf_printf(&b, "\n【%s】", p->division);
    if (p->relisted)
        buf_string(&b, say(s, "\n【再掲】", "\n[relisted]"));
    if (*p->declared_status)
        buf_printf(&b, "\n※%s", p->declared_status);
    return finish(g, &b);
}

const char *goal_outline_text(goal_sheet *g, const project *p)
{
    buf b;

    buf_init(&b);
    buf_string(&b, p->summary);
    for (size_t i = 0; i < p->note_count; i++)
        buf_printf(&b, "%s※%s", b.length ? "\n" : "", p->notes[i]);
    return finish(g, &b);
}

const char *goal_note_text(goal_sheet *g, const kpi *k)
{
    summary *s = g->s;
    const kpi_assessment *as = &k->assessment;
    buf b;

    buf_init(&b);
    if (!as->rate.known && *as->reason_text)
        buf_string(&b, as->reason_text);
    if (as->worse_than_baseline)
        buf_printf(&b, "%s%s", b.length ? "\n" : "",
                   say(s, "▼基準値より悪化", "▼ worse than baseline"));
    if (as->ahead)
        buf_printf(&b, "%s%s", b.length ? "\n" : "",
                   say(s, "目標年度前に到達（先行）", "reached ahead"));
    if (as->against_final)
        buf_printf(&b, "%s%s", b.length ? "\n" : "",
                   say(s, "最終目標比", "against the final target"));
    if (*k->remark)
        buf_printf(&b, "%s%s", b.length ? "\n" : "", k->remark);
    return finish(g, &b);
}

const char *goal_kpi_text(goal_sheet *g, const kpi *k)
{
    buf b;

    buf_init(&b);
    put_kpi(&b, g->s, k);
    return finish(g, &b);
}

/* ---- Cells that follow KPI一覧 ----------------------------------------- */

/* =IF('KPI一覧'!W5="","－",'KPI一覧'!W5) */
static void put_or_dash(buf *b, const summary *s, list_column c, uint32_t row)
{
    buf_string(b, "=IF(");
    live_put_cell(b, s, c, row);
    buf_string(b, "=\"\",\"－\",");
    live_put_cell(b, s, c, row);
    buf_char(b, ')');
}

void goal_write_rate(goal_sheet *g, page_area at, uint32_t list_row,
                       const kpi *k)
{
    quantity shown;
    const char *grade;
    buf b;

    if (!live_grade(&grade, &shown, g->s, &g->pg.scratch,
                    k->assessment.rate)) {
        g->pg.failed = true;
        return;
    }
    buf_init(&b);
    put_or_dash(&b, g->s, LIST_RATE, list_row);
    if (shown.known)
        page_formula(&g->pg, at, STYLE_RATE,
                     text_find(text_of(k->assessment.shown), ".", 0) !=
                             SIZE_MAX && !g->s->plan->digits
                         ? style_percent(1)
                         : style_percent(g->s->plan->digits),
                     buf_cstr(&b), shown.value);
    else
        page_formula_text(&g->pg, at, STYLE_RATE, FORMAT_NONE, buf_cstr(&b),
                          "－");
    buf_clear(&b);
    at.col = at.last_col = COL_GRADE;
    put_or_dash(&b, g->s, LIST_GRADE, list_row);
    page_formula_text(&g->pg, at, STYLE_GRADE, FORMAT_NONE, buf_cstr(&b),
                      *grade ? grade : "－");
    buf_free(&b);
}

static bool is_simple_unit(const char *unit)
{
    return !strpbrk(unit, "\"\n");
}

/* ="累計"&TEXT('KPI一覧'!W5,"#,##0")&"人": what put_actual() writes. */
void goal_write_actual(goal_sheet *g, page_area at, uint32_t list_row,
                         const kpi *k, const actual *a, size_t year)
{
    static const char *const masks[] = {
        "#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000",
        "#,##0.00000", "#,##0.000000" };
    summary *s = g->s;
    const char *unit = *a->unit ? a->unit : k->unit;
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    buf shown, b;

    buf_init(&shown);
    buf_init(&b);
    put_actual(&shown, s, k, a);
    if (a->value.known && !a->total.known && is_simple_unit(unit)) {
        size_t d = style_decimals(a->value.value) - FORMAT_DECIMALS_0;

        lxw_rowcol_to_cell(cell, list_row,
                           (lxw_col_t)(s->column[LIST_ACTUAL] + year));
        buf_char(&b, '=');
        live_put_string(&b, a->state == STATE_PRELIMINARY
                                ? say(s, "（速報）", "(prelim.) ") : "");
        buf_char(&b, '&');
        live_put_string(&b, a->cumulative ? say(s, "累計", "total ") : "");
        buf_string(&b, "&TEXT(");
        live_put_sheet(&b, s->sheets[SHEET_LIST]);
        buf_printf(&b, "%s,\"%s;△%s\")&", cell, masks[d], masks[d]);
        live_put_string(&b, unit);
        page_formula_text(&g->pg, at, STYLE_ACTUAL, FORMAT_NONE, buf_cstr(&b),
                          buf_cstr(&shown));
    } else {
        page_text(&g->pg, at,
                  a->value.known ? STYLE_ACTUAL : STYLE_CENTER_SMALL,
                  buf_cstr(&shown));
    }
    if (!buf_ok(&b) || !buf_ok(&shown))
        g->pg.failed = true;
    buf_free(&b);
    buf_free(&shown);
}

/* Letter, rate, and a mark where the department declared another grade. */
void goal_write_computed(goal_sheet *g, page_area at, const project_view *v)
{
    summary *s = g->s;
    const project *p = v->project;
    const char *other = say(s, "≠申告", "≠ declared");
    bool differs = *p->declared_grade && strcmp(p->declared_grade,
                                                v->computed);
    buf b, shown;

    if (!s->band_rows || !*v->computed) {
        page_text(&g->pg, at, STYLE_GRADE_BIG, "－");
        return;
    }
    buf_init(&b);
    buf_init(&shown);
    buf_string(&b, "=IF(");
    live_put_cell(&b, s, LIST_PROJECT_COMPUTED, v->first_row);
    buf_string(&b, "=\"\",\"－\",");
    live_put_cell(&b, s, LIST_PROJECT_COMPUTED, v->first_row);
    buf_string(&b, "&CHAR(10)&TEXT(");
    live_put_cell(&b, s, LIST_PROJECT_RATE, v->first_row);
    buf_printf(&b, ",\"%s\")", strchr(p->assessment.shown, '.') ? "0.0%"
                                                                 : "0%");
    if (*p->declared_grade) {
        buf_string(&b, "&IF(");
        live_put_cell(&b, s, LIST_PROJECT_COMPUTED, v->first_row);
        buf_char(&b, '=');
        live_put_cell(&b, s, LIST_PROJECT_DECLARED, v->first_row);
        buf_string(&b, ",\"\",CHAR(10)&");
        live_put_string(&b, other);
        buf_char(&b, ')');
    }
    buf_char(&b, ')');
    buf_printf(&shown, "%s\n%s%s%s", v->computed, p->assessment.shown,
               differs ? "\n" : "", differs ? other : "");
    page_formula_text(&g->pg, at, STYLE_GRADE_BIG, FORMAT_NONE, buf_cstr(&b),
                      buf_cstr(&shown));
    buf_free(&b);
    buf_free(&shown);
}

const char *goal_declared_text(goal_sheet *g, const project_view *v)
{
    const project *p = v->project;
    const char *grade = *p->override.grade ? p->override.grade
                                           : p->declared_grade;
    buf b;

    buf_init(&b);
    if (*grade) {
        buf_printf(&b, "%s\n", grade);
        put_band_label(&b, band_word(g->s, grade));
    } else {
        buf_printf(&b, "－%s%s", v->class == CLASS_CATEGORY ? "\n" : "",
                   v->class == CLASS_CATEGORY ? v->class_text : "");
    }
    if (*p->override.grade)
        buf_printf(&b, "\n%s", say(g->s, "（職権）", "(override)"));
    return finish(g, &b);
}
