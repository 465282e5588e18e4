/*
 * summary_kpis.c - 総括: how many KPIs, their mean and median rate
 */
#include <stdlib.h>
#include <string.h>

#include "output/summary_totals.h"

enum { CAP = 2, KPI_HEAD = 330, KPI_LINE = 220, NOTE_LINE = 150 };

static int by_value(const void *x, const void *y)
{
    return number_compare(*(const number *)x, *(const number *)y);
}

static void sum_kpis(const summary *s, kpi_sums *out, calc *c)
{
    number *rates = arena_array(c->memory, s->row_count + 1, sizeof(*rates));
    number cap = calc_int(c, CAP), n, sum = NUMBER_ZERO, low = NUMBER_ZERO;
    const char *worst = s->plan->band_count
                            ? s->plan->bands[s->plan->band_count - 1].grade
                            : "";

    if (!rates) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < s->row_count; i++) {
        const kpi_view *v = &s->rows[i];
        const project_view *p = &s->projects[v->project];
        number rate;

        if (!v->kpi || !v->once)
            continue;
        out->kpis++;
        out->below += v->kpi->assessment.worse_than_baseline;
        if (!v->kpi->assessment.rate.known)
            continue;
        rate = calc_round(c, v->kpi->assessment.rate.value, 12,
                          NUMBER_HALF_UP);
        rates[out->rated++] = rate;
        sum = calc_add(c, sum, rate);
        low = calc_add(c, low, number_compare(rate, cap) > 0 ? cap : rate);
        for (size_t k = 0; *worst && k < 2 && k + 2 < s->plan->band_count;
             k++)
            out->hidden += !strcmp(p->counted, s->plan->bands[k].grade) &&
                           !strcmp(v->kpi->assessment.grade, worst);
    }
    if (!out->rated)
        return;
    qsort(rates, out->rated, sizeof(*rates), by_value);
    n = calc_int(c, (int64_t)out->rated);
    out->mean = calc_divide(c, sum, n);
    out->capped = calc_divide(c, low, n);
    out->median = rates[out->rated / 2];
    if (out->rated % 2 == 0)
        out->median = calc_divide(c, calc_add(c, out->median,
                                              rates[out->rated / 2 - 1]),
                                  calc_int(c, 2));
}

/* What adding takes is given back; the sums stay. */
static const kpi_sums *sums_of(totals *t)
{
    arena *memory = &t->found, adding;
    calc c = { .memory = &adding };
    kpi_sums *sums = t->kpis ? NULL : arena_alloc(memory, sizeof(*sums));

    if (!sums)
        return t->kpis;
    arena_init(&adding, 0);
    sum_kpis(t->s, sums, &c);
    if (!c.failed && number_copy(memory, &sums->mean, sums->mean) &&
        number_copy(memory, &sums->capped, sums->capped) &&
        number_copy(memory, &sums->median, sums->median))
        t->kpis = sums;
    arena_free(&adding);
    return t->kpis;
}

typedef struct kpi_cell {
    const char *ja, *en;
    const char *formula; /* % = range of a column, see letters below */
    bool percent;
} kpi_cell;

/* %o KPI計上, %r 集計用達成率, %b 基準値割れ, %g KPI判定, %c 計上判定. */
static const kpi_cell kpi_figures[] = {
    { "KPI数\n（重複を除く）", "KPIs\n(once each)", "=SUM(%o)", false },
    { "達成率の\nあるKPI", "with a rate", "=COUNT(%r)", false },
    { "達成率の\n平均", "mean rate",
      "=IF(COUNT(%r)=0,\"－\",ROUND(AVERAGE(%r),6))", true },
    { "平均（200%\nを上限）", "mean, capped\nat 200%",
      "=IF(COUNT(%r)=0,\"－\",ROUND((SUMIF(%r,\"<=2\")+2*COUNTIF(%r,\">2\"))"
      "/COUNT(%r),6))", true },
    { "達成率の\n中央値", "median rate",
      "=IF(COUNT(%r)=0,\"－\",ROUND(MEDIAN(%r),6))", true },
    { "▼基準値より\n悪化", "▼ worse than\nbaseline",
      "=SUMPRODUCT((%o=1)*(%b=1))", false },
};

static void put_kpi_formula(buf *b, const summary *s, const char *pattern)
{
    static const struct { char letter; list_column column; } letters[] = {
        { 'o', LIST_ONCE }, { 'r', LIST_ONCE_RATE }, { 'b', LIST_BELOW },
        { 'g', LIST_GRADE }, { 'c', LIST_PROJECT_COUNTED },
    };

    for (; *pattern; pattern++) {
        if (*pattern != '%') {
            buf_char(b, *pattern);
            continue;
        }
        pattern++;
        for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++)
            if (letters[i].letter == *pattern)
                live_put_range(b, s, letters[i].column);
    }
}

enum { FIGURES = sizeof(kpi_figures) / sizeof(*kpi_figures) };

/* The first figure stands in the column of names, the others and the grades
 * share the rest of the width. */
static page_area kpi_slot(const totals *t, uint32_t row, size_t i)
{
    return i == 0 ? page_cell(row, 0)
                  : page_share(&t->pg, row, 1, t->last, i - 1,
                               FIGURES - 1 + t->bands);
}

static void write_kpi_grades(totals *t)
{
    summary *s = t->s;

    for (size_t k = 0; k < t->bands; k++) {
        const char *grade = s->plan->bands[k].grade;
        size_t count = 0;
        number value;
        buf b;

        for (size_t i = 0; i < s->row_count; i++)
            count += s->rows[i].kpi && s->rows[i].once &&
                     !strcmp(s->rows[i].kpi->assessment.grade, grade);
        buf_init(&b);
        buf_string(&b, "=SUMPRODUCT((");
        live_put_range(&b, s, LIST_ONCE);
        buf_string(&b, "=1)");
        totals_put_condition(&b, s, LIST_GRADE, grade);
        buf_char(&b, ')');
        if (number_from_int(&t->pg.scratch, &value, (int64_t)count))
            page_formula(&t->pg, kpi_slot(t, t->row + 1, FIGURES + k),
                         STYLE_CENTER, FORMAT_COUNT_OR_DASH, buf_cstr(&b),
                         value);
        page_text(&t->pg, kpi_slot(t, t->row, FIGURES + k), STYLE_GRADE,
                  grade);
        buf_free(&b);
    }
    if (t->bands)
        paper_grades(s, &t->pg,
                     page_row(t->row, kpi_slot(t, t->row, FIGURES).col,
                              t->last));
}

void totals_write_kpis(totals *t)
{
    summary *s = t->s;
    calc c = { .memory = &t->pg.scratch };
    const kpi_sums *sums = sums_of(t);
    number values[FIGURES];

    totals_section(t, say(s, "KPIの達成状況（参考）", "KPIs"),
                   KPI_HEAD + KPI_LINE + NOTE_LINE);
    if (!sums) {
        t->pg.failed = true;
        return;
    }
    values[0] = calc_int(&c, (int64_t)sums->kpis);
    values[1] = calc_int(&c, (int64_t)sums->rated);
    values[2] = calc_round(&c, sums->mean, 6, NUMBER_HALF_UP);
    values[3] = calc_round(&c, sums->capped, 6, NUMBER_HALF_UP);
    values[4] = calc_round(&c, sums->median, 6, NUMBER_HALF_UP);
    values[5] = calc_int(&c, (int64_t)sums->below);
    for (size_t i = 0; i < FIGURES; i++) {
        page_area at = kpi_slot(t, t->row, i);
        buf b;

        page_text(&t->pg, at, STYLE_HEAD,
                  say(s, kpi_figures[i].ja, kpi_figures[i].en));
        at.row = at.last_row = t->row + 1;
        buf_init(&b);
        put_kpi_formula(&b, s, kpi_figures[i].formula);
        if (kpi_figures[i].percent && !sums->rated)
            page_formula_text(&t->pg, at, STYLE_CENTER, FORMAT_NONE,
                              buf_cstr(&b), "－");
        else
            page_formula(&t->pg, at, STYLE_CENTER,
                         kpi_figures[i].percent ? FORMAT_PERCENT_0 + 1
                                              : FORMAT_DECIMALS_0,
                         buf_cstr(&b), values[i]);
        buf_free(&b);
    }
    write_kpi_grades(t);
    totals_height(t, t->row, KPI_HEAD);
    totals_height(t, t->row + 1, KPI_LINE);
    t->row += 2;
    if (sums->hidden) {
        const char *note = arena_printf(
            &t->pg.scratch,
            say(s, "上位2段階の判定の事業に含まれる最下位判定のKPI：%zu件"
                   "（事業の判定はKPIの組合せによるため、個々の遅れが隠れることがあります）",
                "KPIs of the worst grade within projects of the best two: "
                "%zu"),
            sums->hidden);

        page_text(&t->pg, page_cell(t->row, 0), STYLE_PLAIN,
                  note ? note : "");
        totals_height(t, t->row++, NOTE_LINE);
    }
    totals_gap(t);
    t->pg.failed = t->pg.failed || c.failed;
}
