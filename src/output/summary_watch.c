/*
 * summary_watch.c - 総括: the KPIs so near a band that little would change it
 *
 * What kpi/watch.h finds within the plan's `watch` points. The rate and the
 * grade follow the list of KPIs; how much is missing is told for the figures
 * as they were submitted.
 */
#include "kpi/watch.h"

#include "output/summary_totals.h"

enum { MOST = 200, WATCH_RATE = 6, WATCH_GRADE, WATCH_TEXT,
       WATCH_HEAD = 200 };

static void watch_head(totals *t)
{
    summary *s = t->s;

    page_text(&t->pg, page_cell(t->row, 0), STYLE_HEAD,
              say(s, "事業名", "Project"));
    page_text(&t->pg, page_row(t->row, 1, WATCH_RATE - 1), STYLE_HEAD,
              say(s, "KPI", "KPI"));
    page_text(&t->pg, page_cell(t->row, WATCH_RATE), STYLE_HEAD,
              say(s, "達成率", "Rate"));
    page_text(&t->pg, page_cell(t->row, WATCH_GRADE), STYLE_HEAD,
              say(s, "KPI判定", "Grade"));
    page_text(&t->pg, page_row(t->row, WATCH_TEXT, t->last), STYLE_HEAD_LEFT,
              say(s, "判定が変わるまで", "What is missing"));
    totals_height(t, t->row++, WATCH_HEAD);
}

/* The row of KPI一覧 that shows the item; UINT32_MAX for none. `from` is the
 * project_view to begin at: items stand in the order of the projects. */
static uint32_t row_of(const summary *s, const watch_item *item, size_t *from)
{
    while (*from < s->project_count &&
           s->projects[*from].project != item->project)
        ++*from;
    if (*from == s->project_count)
        return UINT32_MAX;
    for (uint32_t r = s->projects[*from].first_row;
         r <= s->projects[*from].last_row; r++)
        if (s->rows[r - summary_list_row(0)].kpi == item->kpi)
            return r;
    return UINT32_MAX;
}

static unsigned watch_height(totals *t, const watch_item *item)
{
    unsigned need, more;
    buf b;

    buf_init(&b);
    watch_put(&b, item, t->s->plan->language);
    need = page_need(&t->pg, 0, 0, STYLE_LINK, item->project->name);
    more = page_need(&t->pg, 1, WATCH_RATE - 1, STYLE_NAME, item->kpi->name);
    need = more > need ? more : need;
    more = totals_grade_need(t, WATCH_GRADE, item->kpi->assessment.grade);
    need = more > need ? more : need;
    more = page_need(&t->pg, WATCH_TEXT, t->last, STYLE_NAME, buf_cstr(&b));
    buf_free(&b);
    return (more > need ? more : need) + 20;
}

static void watch_line(totals *t, const project_view *v, uint32_t row,
                       const watch_item *item)
{
    const kpi *k = item->kpi;
    buf b;

    buf_init(&b);
    watch_put(&b, item, t->s->plan->language);
    totals_link_project(t, v, row);
    page_text(&t->pg, page_row(t->row, 1, WATCH_RATE - 1), STYLE_NAME,
              k->name);
    totals_rate(t, row, WATCH_RATE, LIST_RATE, k->assessment.rate);
    totals_grade(t, row, WATCH_GRADE, LIST_GRADE, k->assessment.grade);
    page_text(&t->pg, page_row(t->row, WATCH_TEXT, t->last), STYLE_NAME,
              buf_cstr(&b));
    t->row++;
    if (!t->s->in_order)
        page_flush(&t->pg);
    buf_free(&b);
}

/* What is listed: a KPI once, with the row that shows it. */
static bool listed(const summary *s, const watch_item *item, size_t *at,
                   uint32_t *row)
{
    *row = item->again ? UINT32_MAX : row_of(s, item, at);
    return *row != UINT32_MAX;
}

static void write_lines(totals *t, const watch_list *near)
{
    summary *s = t->s;
    size_t left_out = 0, at = 0;
    uint32_t first, row;
    totals_list l;

    if (!totals_list_init(&l, t, MOST, watch_head, WATCH_HEAD))
        return;
    for (size_t i = 0; i < near->count; i++) {
        if (!listed(s, &near->items[i], &at, &row))
            continue;
        if (l.count < MOST)
            totals_list_add(&l, watch_height(t, &near->items[i]));
        else
            left_out++;
    }
    totals_list_begin(&l, say(s, "注意を要するKPI：判定の境界に近いもの",
                              "KPIs near another grade"));
    first = t->row;
    at = 0;
    for (size_t i = 0; i < near->count && l.at < l.count; i++) {
        if (!listed(s, &near->items[i], &at, &row))
            continue;
        totals_list_row(&l);
        watch_line(t, &s->projects[at], row, &near->items[i]);
    }
    if (t->row > first)
        paper_grades(s, &t->pg, (page_area){ first, WATCH_GRADE, t->row - 1,
                                             WATCH_GRADE });
    totals_list_end(&l, left_out, say(s, "ほかに%zu件", "and %zu more"));
}

static const watch_list *near_of(totals *t)
{
    arena *memory = &t->found;
    watch_list *near;

    if (t->near)
        return t->near;
    near = arena_alloc(memory, sizeof(*near));
    if (near && watch_find(near, memory, t->s->data, t->s->plan, NULL) == KPI_OK)
        t->near = near;
    return t->near;
}

void totals_write_watch(totals *t)
{
    const watch_list *near = near_of(t);

    if (!near)
        t->pg.failed = true;
    else if (near->count)
        write_lines(t, near);
}
