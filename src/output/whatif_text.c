/*
 * whatif_text.c - what another plan would change, for a terminal
 */
#include "output/whatif_report.h"

#include <string.h>

#include "output/project_name.h"

/* By plan_language. */
typedef const char *const phrase[2];

static phrase plans_are = { "計画", "plan" };
static phrase projects_changed = { "判定が変わる事業",
                                   "projects with another grade" };
static phrase kpis_changed = { "判定が変わるKPI",
                               "KPIs with another grade" };
static phrase counts_are = { "計算による判定", "computed grades" };
static phrase none_is = { "なし", "none" };
static phrase because = { "理由", "because of" };
static phrase before_is = { "前", "before" };
static phrase after_is = { "後", "after" };

static void put_settings(buf *out, const whatif *w, plan_language language)
{
    buf before, after;

    buf_init(&before);
    buf_init(&after);
    for (size_t i = 0; i < WHATIF_STEPS; i++) {
        buf_clear(&before);
        buf_clear(&after);
        whatif_put_setting(&before, w->before, (whatif_step)i, language);
        whatif_put_setting(&after, w->after, (whatif_step)i, language);
        if (strcmp(buf_cstr(&before), buf_cstr(&after)) != 0)
            buf_printf(out, "  %s: %s → %s\n",
                       whatif_step_text((whatif_step)i, language),
                       buf_cstr(&before), buf_cstr(&after));
    }
    buf_free(&before);
    buf_free(&after);
}

static void put_row(buf *out, const plan *p, const grade_row *r, phrase when,
                    plan_language language)
{
    buf_printf(out, "  %s:", when[language]);
    for (size_t i = 0; i < p->band_count; i++)
        buf_printf(out, " %s %zu", p->bands[i].grade, r->by_grade[i]);
    if (r->ungraded > 0)
        buf_printf(out, " － %zu", r->ungraded);
    buf_char(out, '\n');
}

static void put_grade(buf *out, const whatif_side *s, plan_language language)
{
    buf_string(out, s->grade[0] != '\0' ? s->grade : none_is[language]);
}

static void put_change(buf *out, const whatif_change *c,
                       plan_language language)
{
    const project *p = c->project;
    const char *indent = c->kpi == NULL ? "" : "  ";

    if (c->kpi == NULL) {
        put_project_name(out, p);
        buf_printf(out, "%s%s%s: ", p->bureau[0] != '\0' ? "【" : "",
                   p->bureau, p->bureau[0] != '\0' ? "】" : "");
    } else {
        buf_printf(out, "  %s: ", c->kpi->name);
    }
    put_grade(out, &c->before, language);
    buf_string(out, " → ");
    put_grade(out, &c->after, language);
    buf_printf(out, " [%s: %s]\n", because[language],
               whatif_step_text(c->step, language));
    buf_printf(out, "%s    %s: %s\n", indent, before_is[language],
               c->before.explain);
    buf_printf(out, "%s    %s: %s\n", indent, after_is[language],
               c->after.explain);
}

static void put_steps(buf *out, const size_t counts[WHATIF_STEPS],
                      plan_language language)
{
    bool some = false;

    for (size_t i = 0; i < WHATIF_STEPS; i++) {
        if (counts[i] == 0)
            continue;
        buf_printf(out, "%s%s %zu", some ? ", " : " (",
                   whatif_step_text((whatif_step)i, language), counts[i]);
        some = true;
    }
    buf_string(out, some ? ")\n" : "\n");
}

void whatif_put_text(buf *out, const whatif *w, plan_language language)
{
    const project *last = NULL;

    buf_printf(out, "%s: %s → %s\n", plans_are[language], w->before->file,
               w->after->file);
    put_settings(out, w, language);
    buf_printf(out, "%s:\n", counts_are[language]);
    put_row(out, w->before, &w->totals_before, before_is, language);
    put_row(out, w->after, &w->totals_after, after_is, language);
    buf_printf(out, "%s: %zu/%zu", projects_changed[language], w->projects,
               w->projects_compared);
    put_steps(out, w->project_steps, language);
    buf_printf(out, "%s: %zu/%zu", kpis_changed[language], w->kpis,
               w->kpis_compared);
    put_steps(out, w->kpi_steps, language);
    for (size_t i = 0; i < w->count; i++) {
        const whatif_change *c = &w->items[i];

        if (c->project != last)
            buf_char(out, '\n');
        if (c->project != last && c->kpi != NULL) {
            put_project_name(out, c->project);
            buf_char(out, '\n');
        }
        put_change(out, c, language);
        last = c->project;
    }
}
