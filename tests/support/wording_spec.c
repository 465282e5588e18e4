/*
 * wording_spec.c - what a cell was read as, in one line, for tables of cases
 */
#include "support/wording_spec.h"

void spec_put_years(buf *b, year_span years)
{
    if (years.from != 0)
        buf_printf(b, "%d-", years.from);
    if (years.to != 0)
        buf_printf(b, "%d", years.to);
    if (years.calendar)
        buf_char(b, 'c');
    if (years.mean)
        buf_char(b, 'm');
    if (years.until)
        buf_char(b, 'u');
}

static void put_value(buf *b, const figure *f, text unit)
{
    number_put(b, f->value, 0);
    buf_text(b, f->unit.length != 0 ? f->unit : unit);
}

void spec_put_figure(buf *b, const figure *f)
{
    put_value(b, f, f->unit);
    if (f->per_year)
        buf_string(b, " /年");
    if (f->cumulative)
        buf_string(b, " 累計");
    if (f->preliminary)
        buf_string(b, " 速報");
    if (f->qualifier.length != 0) {
        buf_char(b, ' ');
        buf_text(b, f->qualifier);
    }
}

static bool has_years(year_span years)
{
    return years.from != 0 || years.to != 0;
}

static void put_point(buf *b, const char *mark, const figure *f,
                      year_span years, text unit)
{
    buf_string(b, mark);
    if (f != NULL)
        put_value(b, f, unit);
    if (has_years(years)) {
        years.until = false;
        buf_char(b, ' ');
        spec_put_years(b, years);
    }
}

static void put_kpi(buf *b, const kpi_text *k)
{
    buf_text(b, k->name);
    if (k->has_baseline || has_years(k->baseline_years))
        put_point(b, " | B ", k->has_baseline ? &k->baseline : NULL,
                  k->baseline_years, k->unit);
    if (k->has_target || has_years(k->target_years))
        put_point(b, " | T ", k->has_target ? &k->target : NULL,
                  k->target_years, k->unit);
    if (k->per_year)
        buf_string(b, " /年");
    if (k->cumulative)
        buf_string(b, " 累計");
    if (k->target.qualifier.length != 0 && k->has_target) {
        buf_char(b, ' ');
        buf_text(b, k->target.qualifier);
    }
    for (size_t i = 0; i < k->step_count; i++) {
        buf_printf(b, " p%d=", k->steps[i].fiscal_year);
        number_put(b, k->steps[i].figure.value, 0);
    }
    if (k->actual.length != 0) {
        buf_string(b, " | A ");
        buf_text(b, k->actual_year);
        buf_string(b, k->actual_year.length != 0 ? " " : "");
        buf_text(b, k->actual);
    }
    if (k->rate.length != 0) {
        buf_string(b, " rate ");
        buf_text(b, k->rate);
    }
    if (k->confidence == CONFIDENCE_NONE)
        buf_string(b, " !");
}

void spec_put_kpis(buf *b, const kpi_text *kpis, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i != 0)
            buf_string(b, " / ");
        put_kpi(b, &kpis[i]);
    }
}

static void put_actual(buf *b, const actual_text *a)
{
    if (!a->has_value) {
        buf_printf(b, "(%s)", figure_state_id(a->state));
        return;
    }
    if (a->label.length != 0) {
        buf_text(b, a->label);
        buf_char(b, '=');
    }
    spec_put_figure(b, &a->figure);
    if (a->doubtful)
        buf_string(b, " ?");
    if (a->has_increase) {
        buf_string(b, " +");
        put_value(b, &a->increase, a->figure.unit);
        buf_text(b, a->increase.qualifier);
    }
}

void spec_put_actuals(buf *b, const actual_text *actuals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i != 0)
            buf_string(b, " / ");
        put_actual(b, &actuals[i]);
    }
}

bool spec_is_sure(const kpi_text *kpis, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (kpis[i].confidence != CONFIDENCE_HIGH)
            return false;
    return true;
}
