/*
 * summary_attention.c - 総括: the projects that need attention, and why
 */
#include <stdlib.h>
#include <string.h>

#include "output/summary_totals.h"

enum { MAX_ATTENTION = 200, REASON = 7 /* column */,
       ATTENTION_HEAD = 200 };

/* Good until the next call with the same buf; "" for no reason. */
static const char *why(buf *b, const summary *s, const project_view *v)
{
    size_t n = s->plan->band_count, below = 0;
    const char *worst = n ? s->plan->bands[n - 1].grade : "";

    buf_clear(b);
    if (v->class == CLASS_RELISTED || v->class == CLASS_CATEGORY)
        return "";
    for (size_t i = 0; i < v->project->kpi_count; i++)
        below += v->project->kpis[i].assessment.worse_than_baseline;
    if (*worst && (!strcmp(v->counted, worst) || !strcmp(v->computed, worst)))
        buf_string(b, say(s, "最下位の判定", "worst grade"));
    if (v->project->assessment.compared && !v->project->assessment.agrees)
        buf_printf(b, "%s%s", b->length ? say(s, "／", "; ") : "",
                   say(s, "申告と算定が異なる", "declared and computed differ"));
    if (below)
        buf_printf(b, "%s%s", b->length ? say(s, "／", "; ") : "",
                   say(s, "▼基準値より悪化したKPI", "▼ KPI worse than baseline"));
    if (v->class == CLASS_UNGRADED && *v->project->assessment.reason_text)
        buf_printf(b, "%s%s", b->length ? say(s, "／", "; ") : "",
                   v->project->assessment.reason_text);
    return buf_cstr(b);
}

static void attention_head(totals *t)
{
    summary *s = t->s;

    page_text(&t->pg, page_cell(t->row, 0), STYLE_HEAD,
              say(s, "事業名", "Project"));
    page_text(&t->pg, page_row(t->row, 1, 3), STYLE_HEAD,
              say(s, "部局", "Bureau"));
    page_text(&t->pg, page_cell(t->row, 4), STYLE_HEAD,
              say(s, "申告", "Declared"));
    page_text(&t->pg, page_cell(t->row, 5), STYLE_HEAD,
              say(s, "算定", "Computed"));
    page_text(&t->pg, page_cell(t->row, 6), STYLE_HEAD,
              say(s, "達成率", "Rate"));
    page_text(&t->pg, page_row(t->row, REASON, t->last), STYLE_HEAD_LEFT,
              say(s, "理由", "Reason"));
    totals_height(t, t->row++, ATTENTION_HEAD);
}

void totals_grade(totals *t, uint32_t row, uint32_t col, list_column column,
                  const char *value)
{
    buf b;

    buf_init(&b);
    buf_string(&b, "=IF(");
    live_put_cell(&b, t->s, column, row);
    buf_string(&b, "=\"\",\"－\",");
    live_put_cell(&b, t->s, column, row);
    buf_char(&b, ')');
    page_formula_text(&t->pg, page_cell(t->row, col), STYLE_GRADE,
                      FORMAT_NONE, buf_cstr(&b), *value ? value : "－");
    buf_free(&b);
}

unsigned totals_grade_need(const totals *t, uint32_t col, const char *grade)
{
    return page_need(&t->pg, col, col, STYLE_GRADE, grade);
}

void totals_rate(totals *t, uint32_t row, uint32_t col, list_column column,
                 quantity rate)
{
    quantity shown;
    const char *grade;
    buf b;

    if (!live_grade(&grade, &shown, t->s, &t->pg.scratch, rate)) {
        t->pg.failed = true;
        return;
    }
    buf_init(&b);
    buf_string(&b, "=IF(");
    live_put_cell(&b, t->s, column, row);
    buf_string(&b, "=\"\",\"－\",");
    live_put_cell(&b, t->s, column, row);
    buf_char(&b, ')');
    if (shown.known)
        page_formula(&t->pg, page_cell(t->row, col), STYLE_CENTER,
                     style_percent(t->s->plan->digits), buf_cstr(&b),
                     shown.value);
    else
        page_formula_text(&t->pg, page_cell(t->row, col), STYLE_CENTER,
                          FORMAT_NONE, buf_cstr(&b), "－");
    buf_free(&b);
}

void totals_link_project(totals *t, const project_view *v, uint32_t row)
{
    summary *s = t->s;
    buf b;

    buf_init(&b);
    buf_char(&b, '=');
    live_put_cell(&b, s, LIST_PROJECT, row);
    page_link_formula(&t->pg, page_cell(t->row, 0), STYLE_LINK,
                      s->sheets[SHEET_LIST], row,
                      s->column[LIST_PROJECT], buf_cstr(&b),
                      v->project->name);
    buf_free(&b);
}

static unsigned attention_height(totals *t, const project_view *v,
                                 const char *reasons)
{
    unsigned a = page_need(&t->pg, 0, 0, STYLE_LINK, v->project->name);
    unsigned b = page_need(&t->pg, REASON, t->last, STYLE_TEXT, reasons);
    unsigned c = totals_grade_need(t, 4, v->project->declared_grade);
    unsigned d = totals_grade_need(t, 5, v->computed);

    a = a > b ? a : b;
    c = c > d ? c : d;
    return (a > c ? a : c) + 20;
}

static void attention_line(totals *t, const project_view *v,
                           const char *reasons)
{
    totals_link_project(t, v, v->first_row);
    page_text(&t->pg, page_row(t->row, 1, 3), STYLE_CENTER_SMALL,
              t->s->bureaus[v->bureau]);
    totals_grade(t, v->first_row, 4, LIST_PROJECT_DECLARED,
                 v->project->declared_grade);
    totals_grade(t, v->first_row, 5, LIST_PROJECT_COMPUTED, v->computed);
    totals_rate(t, v->first_row, 6, LIST_PROJECT_RATE,
                v->project->assessment.rate);
    page_text(&t->pg, page_row(t->row, REASON, t->last), STYLE_NAME,
              reasons);
    t->row++;
    if (!t->s->in_order)
        page_flush(&t->pg);
}

static void write_projects(totals *t)
{
    summary *s = t->s;
    size_t left_out = 0;
    uint32_t first;
    totals_list l;
    buf b;

    if (!totals_list_init(&l, t, MAX_ATTENTION, attention_head,
                          ATTENTION_HEAD))
        return;
    buf_init(&b);
    for (size_t i = 0; i < s->project_count; i++) {
        const char *reasons = why(&b, s, &s->projects[i]);

        if (*reasons && l.count < MAX_ATTENTION)
            totals_list_add(&l, attention_height(t, &s->projects[i],
                                                 reasons));
        else
            left_out += *reasons != '\0';
    }
    totals_list_begin(&l, say(s, "注意を要する事業",
                              "Projects needing attention"));
    first = t->row;
    for (size_t i = 0; i < s->project_count && l.at < l.count; i++) {
        const char *reasons = why(&b, s, &s->projects[i]);

        if (!*reasons)
            continue;
        totals_list_row(&l);
        attention_line(t, &s->projects[i], reasons);
    }
    if (!buf_ok(&b))
        t->pg.failed = true;
    buf_free(&b);
    if (t->row > first)
        paper_grades(s, &t->pg, (page_area){ first, 4, t->row - 1, 5 });
    else
        totals_none(t);
    totals_list_end(&l, left_out, say(s, "ほかに%zu事業", "and %zu more"));
}

void totals_none(totals *t)
{
    page_text(&t->pg, page_row(t->row, 0, t->last), STYLE_TEXT,
              say(t->s, "該当する事業はありません", "none"));
    totals_height(t, t->row++, 200);
}

void totals_write_attention(totals *t)
{
    write_projects(t);
    totals_write_watch(t);
}
