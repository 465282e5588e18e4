/*
 * kpi_headed_aim.c - baseline and target that stand in the header, between an
 * indicator's name and 計画 | 実績: R5基準値 4　R9目標 22 (table_aims.c)
 */
#include "ingest/kpi/kpi_parts.h"

static const table_column *stating(const build *b)
{
    for (size_t i = 0; i < b->table->count; i++)
        if (b->table->columns[i].aim_row != 0 &&
            b->table->columns[i].block == b->block)
            return &b->table->columns[i];
    return NULL;
}

void build_headed_aim(build *b, kpi *k)
{
    reader *r = b->reader;
    const table_column *c = stating(b);
    baseline known = k->baseline;
    const char *unit = k->unit;
    merge_range at;
    kpi_text *items;
    size_t count;
    text t, name, aim;

    if (c == NULL)
        return;
    at = view_range(&r->view, c->aim_row - 1, c->col);
    t = view_text(&r->view, at.row, at.col);
    if (table_aim_below(r->memory, t, r->context_year, &name, &aim))
        t = aim;
    if (!kpi_text_parse(r->memory, &items, &count, t, r->context_year)) {
        r->failed = true;
        return;
    }
    if (count != 1)
        return;
    kpi_take_text(r, k, &items[0], t, at.row, at.col);
    if (!k->baseline.present)
        k->baseline = known;
    if (unit[0] != '\0')
        k->unit = unit;
}
