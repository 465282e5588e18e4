/*
 * turned_projects.c - a table on its side whose columns are projects
 */
#include "ingest/turned/turned_projects.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_label.h"

enum { CONTEXT_ROWS = 40, REACH = 3 };

text turned_projects_caption(reader *r)
{
    const sheet_view *v = &r->view;
    uint32_t rows = v->grid->rows;
    text found = text_of(""), name;
    uint32_t at = 0;

    for (uint32_t row = 0; row < rows && row < CONTEXT_ROWS; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX)
            continue;
        if (kpi_label_caption_names(r->memory, view_text(v, row, c), &name)) {
            found = name;
            at = row;
        } else if (found.length > 0 &&
                   view_next(v, row, c + 1) != UINT32_MAX) {
            return row - at <= REACH ? found : text_of("");
        }
    }
    return text_of("");
}

/* 図書館の運営事業, 移住の促進: most of the names are what a city does. */
static bool are_projects(const project *p)
{
    static const char *const ends[] = { "事業", "取組", "取組み", "推進", "促進",
                                        "運営", "プロジェクト", "支援", "強化" };
    size_t such = 0;

    for (size_t i = 0; i < p->kpi_count; i++)
        such += text_ends_in(text_of(p->kpis[i].name), ends,
                             sizeof(ends) / sizeof(*ends));
    return such > 1 && such * 2 > p->kpi_count;
}

void turned_projects_part(reader *r, text caption, size_t first)
{
    dataset *d = r->data;
    project whole;
    const char *name, *unit;
    text rest, said;

    if (caption.length == 0 || d->project_count != first + 1 ||
        !are_projects(&d->projects[first]))
        return;
    whole = d->projects[first];
    if (!unit_take_from_name(r->memory, caption, &rest, &said)) {
        rest = caption;
        said = text_of("");
    }
    name = reader_line(r, rest);
    unit = reader_text(r, said);
    for (size_t i = 0; i < whole.kpi_count; i++) {
        project *p = i == 0 ? &d->projects[first] : dataset_add_project(d);
        kpi *k = &whole.kpis[i];

        if (p == NULL) {
            r->failed = true;
            return;
        }
        *p = whole;
        p->name = k->name;
        p->where = k->where;
        p->kpis = k;
        p->kpi_count = 1;
        k->name = name;
        if (k->unit[0] == '\0')
            k->unit = unit;
        for (size_t n = 0; n < k->actual_count; n++)
            if (k->actuals[n].unit[0] == '\0')
                k->actuals[n].unit = k->unit;
    }
}
