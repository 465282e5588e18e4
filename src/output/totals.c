#include "output/totals.h"

#include <stdio.h>
#include <string.h>

#include "kpi/watch.h"
#include "output/columns.h"
#include "output/project_name.h"
#include "wording/fold.h"
#include "xlsx/cellref.h"

enum { NAME_COLUMNS = 44, COUNT_COLUMNS = 7 };

const char *grade_choice_text(grade_choice choice, plan_language language)
{
    static const char *const words[][2] = {
        [GRADE_DECLARED] = { "自己評価", "declared" },
        [GRADE_COMPUTED] = { "計算", "computed" },
        [GRADE_FINAL] = { "最終", "final" },
    };

    return words[choice][language];
}

static void put_count(buf *out, size_t n)
{
    buf_printf(out, "%*zu", COUNT_COLUMNS, n);
}

static void put_row(buf *out, const grade_row *r, const plan *p,
                    const char *name)
{
    columns_put_left(out, name, NAME_COLUMNS);
    for (size_t i = 0; i < p->band_count; i++)
        put_count(out, r->by_grade[i]);
    put_count(out, r->graded);
    for (size_t i = 0; i < p->category_count; i++)
        buf_printf(out, "  %s %zu", p->categories[i].label,
                   r->by_category[i]);
    if (r->ungraded > 0)
        buf_printf(out, "  － %zu", r->ungraded);
    if (r->relisted > 0)
        buf_printf(out, "  %s %zu",
                   p->language == LANGUAGE_JA ? "再掲" : "relisted",
                   r->relisted);
    if (r->compared > 0)
        buf_printf(out, "  %s %zu/%zu",
                   p->language == LANGUAGE_JA ? "計算と一致" : "agree",
                   r->agreed, r->compared);
    buf_char(out, '\n');
}

static void put_grades(buf *out, const grade_table *t, const plan *p,
                       grade_choice choice, plan_language language)
{
    bool ja = language == LANGUAGE_JA;
    char name[256];

    columns_put_left(out, ja ? "基本目標" : "goal", NAME_COLUMNS);
    for (size_t i = 0; i < p->band_count; i++)
        columns_put_right(out, p->bands[i].grade, COUNT_COLUMNS);
    columns_put_right(out, ja ? "計" : "all", COUNT_COLUMNS);
    buf_printf(out, "  (%s)\n", grade_choice_text(choice, language));
    for (size_t i = 0; i < t->count; i++) {
        snprintf(name, sizeof(name), "%s %s", t->rows[i].goal.no,
                 t->rows[i].goal.title);
        put_row(out, &t->rows[i], p, name);
    }
    if (t->count != 1)
        put_row(out, &t->total, p, ja ? "合計" : "total");
}

static void put_rates(buf *out, const dataset *d)
{
    for (size_t i = 0; i < d->project_count; i++) {
        const project *pr = &d->projects[i];

        put_project_name(out, pr);
        buf_char(out, '\n');
        for (size_t k = 0; k < pr->kpi_count; k++) {
            const kpi *q = &pr->kpis[k];
            const kpi_assessment *s = &q->assessment;

            columns_put_right(out, s->shown[0] != '\0' ? s->shown : "－", 10);
            buf_printf(out, "  %s%s%s%s\n", q->name,
                       s->shown[0] == '\0' ? " (" : "",
                       s->shown[0] == '\0' ? s->reason_text : "",
                       s->shown[0] == '\0' ? ")" : "");
        }
    }
}

kpi_status totals_put(buf *out, const dataset *d, const plan *p,
                      grade_choice choice, plan_language language,
                      kpi_error *err)
{
    arena memory;
    grade_table table;
    kpi_status status = KPI_OK;

    arena_init(&memory, 0);
    if (p->band_count == 0) {
        put_rates(out, d);
    } else {
        status = grade_count(&table, &memory, d, p, choice, err);
        if (status == KPI_OK)
            put_grades(out, &table, p, choice, language);
    }
    arena_free(&memory);
    if (status == KPI_OK && !buf_ok(out))
        status = kpi_fail_nomem(err);
    return status;
}

/* ---- Explaining a project ---- */

static void put_place(buf *out, const char *file, const place *where,
                      bool *first)
{
    char ref[CELLREF_SIZE];

    if (!where->has_cell)
        return;
    cellref_write(ref, where->row, where->col);
    if (*first)
        buf_printf(out, "［%s:%s!%s", file, where->sheet, ref);
    else
        buf_printf(out, ", %s", ref);
    *first = false;
}

static void put_cells_of(buf *out, const dataset *d, const project *pr,
                         const kpi *q)
{
    const char *file = pr->source < d->source_count
        ? d->sources[pr->source].file : "";
    const actual *a = kpi_actual(q, q->assessment.fiscal_year);
    bool first = true;

    if (a != NULL)
        put_place(out, file, &a->where, &first);
    put_place(out, file, &q->where, &first);
    if (!first)
        buf_string(out, "］");
}

static void put_watch(buf *out, const watch_list *near, const project *pr,
                      const kpi *q, plan_language language)
{
    const watch_item *item = watch_of(near, pr, q);

    if (item == NULL)
        return;
    buf_string(out, language == LANGUAGE_JA ? "    境界: " : "    near: ");
    watch_put(out, item, language);
    buf_char(out, '\n');
}

static void explain_project(buf *out, const dataset *d, const plan *p,
                            const project *pr, const watch_list *near,
                            plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    put_project_name(out, pr);
    buf_printf(out, "%s%s%s\n", pr->bureau[0] != '\0' ? "【" : "", pr->bureau,
               pr->bureau[0] != '\0' ? "】" : "");
    for (size_t k = 0; k < pr->kpi_count; k++) {
        const kpi *q = &pr->kpis[k];

        buf_printf(out, "  %s\n    %s", q->name, q->assessment.explain);
        put_cells_of(out, d, pr, q);
        buf_char(out, '\n');
        put_watch(out, near, pr, q, language);
    }
    if (p->band_count > 0 || pr->assessment.explain[0] != '\0')
        buf_printf(out, "  %s%s\n", ja ? "→ " : "-> ",
                   pr->assessment.explain);
    if (pr->declared_grade[0] != '\0')
        buf_printf(out, ja ? "  自己評価 %s\n" : "  declared %s\n",
                   pr->declared_grade);
    if (pr->override.grade[0] != '\0')
        buf_printf(out, ja ? "  決裁による変更 %s: %s (%s %s)\n"
                           : "  override %s: %s (%s %s)\n",
                   pr->override.grade, pr->override.reason, pr->override.by,
                   pr->override.date);
}

kpi_status explain_put(buf *out, size_t *found, const dataset *d,
                       const plan *p, const char *name,
                       plan_language language, kpi_error *err)
{
    arena memory;
    text key, wanted;
    watch_list near;
    kpi_status status;

    *found = 0;
    arena_init(&memory, 0);
    status = watch_find(&near, &memory, d, p, err);
    if (status == KPI_OK && !fold_key(&memory, &wanted, text_of(name)))
        status = kpi_fail_nomem(err);
    for (size_t i = 0; status == KPI_OK && i < d->project_count; i++) {
        const project *pr = &d->projects[i];

        if (!fold_key(&memory, &key, text_of(pr->name))) {
            status = kpi_fail_nomem(err);
        } else if (text_find(key, wanted.bytes, 0) != SIZE_MAX) {
            explain_project(out, d, p, pr, &near, language);
            (*found)++;
        }
    }
    arena_free(&memory);
    if (status == KPI_OK && !buf_ok(out))
        status = kpi_fail_nomem(err);
    return status;
}
