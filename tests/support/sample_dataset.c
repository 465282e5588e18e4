/*
 * sample_dataset.c - a small city with everything that a workbook must show
 */
#include "support/sample_dataset.h"

#include <string.h>

#include "kpi/achievement.h"
#include "support/kpi_spec.h"

enum { LONG_TEXT = 33000 };

static const struct sample_project {
    const char *goal_no, *goal, *theme_no, *theme, *measure, *no, *name,
        *bureau, *grade, *status;
    bool relisted, form;
    size_t group; /* of its KPIs, 0 = none */
    const char *kpis[3];
} projects[] = {
    { "Ⅰ", "しごとをつくる", "①", "若者の就職", "就業支援", "", "就職支援事業",
      "産業局", "C", "", false, false, 0,
      { "U=人 B2014=115 T2015-2019=1000 A2015=142 A2016=c305",
        "U=人 B2014=1102 T2015-2019=6000 A2015=1070 A2016=c2192", NULL } },
    { "Ⅰ", "しごとをつくる", "①", "若者の就職", "就業支援", "", "+創業支援事業",
      "産業局", "A", "", false, false, 7,
      { "U=件 B2014=83 T2019=100 A2015=94 A2016=264", NULL, NULL } },
    { "Ⅰ", "しごとをつくる", "①", "若者の就職", "就業支援", "", "創業資金融資",
      "産業局", "A", "", false, false, 7,
      { "U=件 B2014=83 T2019=100 A2015=94 A2016=264", NULL, NULL } },
    { "Ⅰ", "しごとをつくる", "②", "産業の振興", "", "", SAMPLE_LONG_PROJECT,
      "環境局", "B", "", false, false, 0,
      { "U=% T2019=10 q=以内 direction=down A2015=12.5 A2016=9.5",
        "U=億円 B2014=-5 T2019=5 A2015=-3 A2016=-1.5", NULL } },
    { "Ⅰ", "しごとをつくる", "②", "産業の振興", "", "", "調査中の事業", "環境局",
      "", "調査中", false, false, 0,
      { "U=世帯 T2019=50 A2015=-:調査中 A2016=-:調査中", NULL, NULL } },
    { "Ⅱ", SAMPLE_SECOND_GOAL, "①", "移住", "", "", "移住促進事業", "企画局",
      "D", "", false, false, 0,
      { "U=人 T2017-2019=60 A2016=-:－", "U=人/年 T=100 per-year A2016=119.5",
        NULL } },
    { "Ⅱ", SAMPLE_SECOND_GOAL, "①", "移住", "", "", "就職支援事業", "産業局",
      "C", "", true, false, 0,
      { "U=人 B2014=115 T2015-2019=1000 A2015=142 A2016=c305", NULL, NULL } },
    { "Ⅱ", SAMPLE_SECOND_GOAL, "①", "移住", "", "", "指標のない事業", "企画局",
      "", "", false, false, 0, { NULL, NULL, NULL } },
    { "", "", "", "", "", "①", "@交付金の事業", "観光局", "", "", false, true,
      0, { "U=件 T2016=120 A2016=253", NULL, NULL } },
};

plan *sample_plan(void)
{
    plan *p = spec_plan("Y2016 2015-2019 digits=0 rule=best");
    plan_category *c = p ? arena_array(&p->memory, 1, sizeof(*c)) : NULL;

    if (!c)
        return NULL;
    c->status = "調査中";
    c->label = "調査中";
    p->categories = c;
    p->category_count = 1;
    p->title = "総合戦略 KPI達成状況";
    p->municipality = "見本市";
    return p;
}

static bool fill_form(dataset *d, project *p)
{
    activity *a = arena_array(&d->memory, 1, sizeof(*a));
    cost *c = arena_array(&d->memory, 1, sizeof(*c));

    if (!a || !c)
        return false;
    a->title = "催しの開催";
    a->text = "・催しを開く。\n・人をあつめる。";
    p->activities = a;
    p->activity_count = 1;
    c->fiscal_year = 2016;
    c->unit = "千円";
    c->text = "67,055";
    c->where = place_none();
    c->value.known = number_from_int(&d->memory, &c->value.value, 67055);
    p->costs = c;
    p->cost_count = 1;
    p->purpose = "人のあつまる場をつくる。";
    return c->value.known;
}

static const char *long_text(dataset *d)
{
    char *t = arena_alloc(&d->memory, (size_t)LONG_TEXT * 3 + 1);

    for (size_t i = 0; t && i < LONG_TEXT; i++)
        memcpy(t + i * 3, "長", 3);
    return t;
}

static bool add_project(dataset *d, const struct sample_project *from,
                        bool first)
{
    project *p = dataset_add_project(d);

    if (!p)
        return false;
    p->has_goal = *from->goal != '\0';
    p->goal = (heading){ from->goal_no, from->goal };
    p->has_theme = *from->theme != '\0';
    p->theme = (heading){ from->theme_no, from->theme };
    p->measure = from->measure;
    p->measure_no = from->measure[0] != '\0' ? "1-1" : "";
    p->no = from->no;
    p->name = from->name;
    p->bureau = from->bureau;
    p->declared_grade = from->grade;
    p->declared_status = from->status;
    p->relisted = from->relisted;
    p->summary = first && !strcmp(from->name, SAMPLE_LONG_PROJECT)
                     ? long_text(d) : "概要の文。";
    p->where = place_cell("様式", 8, 0);
    if (!p->summary || (from->form && !fill_form(d, p)))
        return false;
    for (size_t i = 0; i < 3 && from->kpis[i]; i++) {
        if (!spec_kpi(d, p, from->kpis[i]))
            return false;
        p->kpis[i].group = from->group;
        p->kpis[i].name = i ? "ふたつめの指標" : "ひとつめの指標";
    }
    return true;
}

dataset *sample_dataset(const plan *p, size_t copies)
{
    dataset *d = dataset_new(0);
    source *s = d ? dataset_add_source(d) : NULL;

    if (!s)
        goto failed;
    s->file = "産業局.xlsx";
    s->department = "産業局";
    s->sha256 = "0123456789abcdef";
    for (size_t c = 0; c < copies; c++)
        for (size_t i = 0; i < sizeof(projects) / sizeof(*projects); i++)
            if (!add_project(d, &projects[i], c == 0))
                goto failed;
    if (achievement_assess(d, p, NULL) != KPI_OK)
        goto failed;
    return d;
failed:
    dataset_free(d);
    return NULL;
}
