/*
 * table_blocks.c - indicators side by side: which columns are whose
 */
#include "ingest/table/table_parts.h"

#include <string.h>

static bool in_block(role r)
{
    switch (r) {
    case ROLE_KPI: case ROLE_UNIT: case ROLE_KIND: case ROLE_DIRECTION:
    case ROLE_BASELINE: case ROLE_BASELINE_YEAR: case ROLE_TARGET:
    case ROLE_TARGET_FROM: case ROLE_TARGET_YEAR: case ROLE_PLANNED:
    case ROLE_ACTUAL: case ROLE_TOTAL: case ROLE_RATE: case ROLE_CODE:
    case ROLE_GRADE: case ROLE_REMARK: case ROLE_STATUS: case ROLE_YEAR:
        return true;
    default:
        return false;
    }
}

/* Of one name, and below one project's where the header names that too. */
static bool same_name(const table_column *a, const table_column *b)
{
    return text_equal(a->kpi_name, b->kpi_name) &&
           (a->kpi_group.length == 0 || b->kpi_group.length == 0 ||
            text_equal(a->kpi_group, b->kpi_group));
}

/* Indicators named by the header: a block for each name. */
static void blocks_by_name(deciding *d)
{
    unsigned blocks = 0;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->kpi_name.length == 0 || !in_block(k->role))
            continue;
        for (size_t j = 0; j < i && k->block == 0; j++)
            if (d->columns[j].block != 0 && same_name(&d->columns[j], k))
                k->block = d->columns[j].block;
        if (k->block == 0)
            k->block = ++blocks;
    }
    d->t->blocks = blocks;
}

static bool same_block_has(const deciding *d, unsigned block, role r)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].block == block && d->columns[i].role == r)
            return true;
    return false;
}

/* 指標１ | 目標 | 指標２ | 目標 | 実績１ | 実績２: each indicator has a number, and
 * a column far from its indicator has that number too. */
static bool numbered_apart(const deciding *d)
{
    uint64_t known = 0;
    unsigned current = 0;
    bool apart = false;

    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];

        if (k->role == ROLE_KPI) {
            if (k->index == 0 || k->index >= 64 ||
                (known >> k->index & 1) != 0)
                return false;
            known |= (uint64_t)1 << k->index;
            current = k->index;
        } else if (in_block(k->role) && k->index != 0 &&
                   k->index != current) {
            if (k->index >= 64 || (known >> k->index & 1) == 0)
                return false;
            apart = true;
        }
    }
    return apart;
}

/* What has no number goes with the indicator in front of it, up to the first
 * column that has another one's. */
static void blocks_by_number(deciding *d)
{
    unsigned current = 0;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (!in_block(k->role))
            continue;
        if (k->role == ROLE_KPI)
            current = k->index;
        else if (k->index != 0 && k->index != current)
            current = 0;
        k->block = k->index != 0 ? k->index : current;
        if (k->block > d->t->blocks)
            d->t->blocks = k->block;
    }
}

/* How many columns each block has from its indicator on, the last left out;
 * SIZE_MAX where they differ. */
static size_t block_size(const deciding *d)
{
    size_t size = 0, before = SIZE_MAX;

    for (size_t i = 0; i < d->count; i++) {
        if (d->columns[i].role != ROLE_KPI)
            continue;
        if (before != SIZE_MAX && size != 0 && i - before != size)
            return SIZE_MAX;
        if (before != SIZE_MAX)
            size = i - before;
        before = i;
    }
    return size;
}

/* What only the last block has belongs to the row: 備考, 判定; also 総合評価 behind
 * as many columns as each block has. */
static void share_last(deciding *d)
{
    unsigned last = d->t->blocks;
    size_t size = last > 1 ? block_size(d) : 0, begun = SIZE_MAX;

    for (size_t i = 0; last > 1 && i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->block != last)
            continue;
        if (k->role == ROLE_KPI)
            begun = i;
        if ((k->role == ROLE_REMARK || k->role == ROLE_GRADE ||
             k->role == ROLE_STATUS) &&
            (!same_block_has(d, 1, k->role) ||
             (begun != SIZE_MAX && i - begun >= size)))
            k->block = 0;
    }
}

static void blocks_by_repetition(deciding *d)
{
    unsigned blocks = 0, previous = 0;
    bool by_index = false;

    if (numbered_apart(d)) {
        blocks_by_number(d);
        share_last(d);
        return;
    }
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_KPI) {
            /* 指標1 指標2 目標1 目標2: the numbers tell them apart */
            by_index = by_index || (i + 1 < d->count && previous != 0 &&
                                    d->columns[i - 1].role == ROLE_KPI &&
                                    d->columns[i].index != 0);
            previous = 1;
        }
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (by_index) {
            k->block = in_block(k->role) ? k->index : 0;
            if (k->block > blocks)
                blocks = k->block;
            continue;
        }
        if (k->role == ROLE_KPI)
            blocks++;
        /* A code or a kind may stand in front of its indicator. */
        if (in_block(k->role) && blocks > 0)
            k->block = blocks;
    }
    d->t->blocks = blocks;
    if (!by_index)
        share_last(d);
}

/* 年度 | 指標① { 目標 | 実績 } | 指標② { 目標 | 実績 } on lines of years: each
 * figure has the number of an indicator that stands elsewhere. */
static void blocks_by_index(deciding *d)
{
    uint64_t known = 0;
    unsigned blocks = 0;

    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];

        if (role_is_level(k->role) || k->role == ROLE_LINE ||
            (role_is_figure(k->role) && (k->index == 0 || k->index >= 64)))
            return;
        if (!role_is_figure(k->role))
            continue;
        known |= (uint64_t)1 << k->index;
        blocks = k->index > blocks ? k->index : blocks;
    }
    /* ①, ② and no gap */
    if (blocks < 2 || known != ((uint64_t)2 << blocks) - 2 ||
        columns_count(d, ROLE_YEAR) != 1)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].index != 0 && in_block(d->columns[i].role))
            d->columns[i].block = d->columns[i].index;
    d->t->blocks = blocks;
}

/* 市 { R3 | R4 } 県 { R3 | R4 } 国 …: figures of others, to compare with. */
static void drop_comparisons(deciding *d)
{
    static const char *const others[] = { "国", "県", "府", "都", "道", "全国",
                                          "県平均", "全国平均", "国平均", "府平均",
                                          "都平均", "道平均", "県値", "全国値",
                                          "国の値", "県の値", "類似団体",
                                          "類似団体平均" };

    for (size_t i = 0; i < d->count; i++)
        for (size_t n = 0; n < sizeof(others) / sizeof(*others); n++)
            if (in_block(d->columns[i].role) &&
                text_is(d->columns[i].kpi_name, others[n])) {
                d->columns[i].role = ROLE_IGNORED;
                d->columns[i].kpi_name = text_of("");
            }
}

/* 男性 { R4 | 目標 } 女性 { R4 | 目標 } behind one indicator: groups of the same
 * roles and years are parts of it. */
static bool blocks_by_part(deciding *d)
{
    unsigned blocks = 0, first = 0, same = 0;

    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].block != 0)
            return false;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->kpi_name.length == 0 || !in_block(k->role) ||
            k->role == ROLE_KPI)
            continue;
        for (size_t j = 0; j < i && k->block == 0; j++)
            if (d->columns[j].block != 0 &&
                text_equal(d->columns[j].kpi_name, k->kpi_name))
                k->block = d->columns[j].block;
        if (k->block == 0)
            k->block = ++blocks;
    }
    /* each column of the first group stands in the second one too */
    for (size_t i = 0; blocks > 1 && i < d->count; i++) {
        const table_column *k = &d->columns[i];

        if (k->block != 1)
            continue;
        first++;
        for (size_t j = 0; j < d->count; j++)
            if (d->columns[j].block == 2 && d->columns[j].role == k->role &&
                d->columns[j].years.to == k->years.to) {
                same++;
                break;
            }
    }
    if (first > 1 && same == first) {
        d->t->blocks = blocks;
        d->t->parted = true;
        return true;
    }
    for (size_t i = 0; i < d->count; i++)
        d->columns[i].block = 0;
    return false;
}

void columns_blocks(deciding *d)
{
    unsigned kpis = columns_count(d, ROLE_KPI);

    d->t->blocks = 1;
    if (kpis == 1)
        drop_comparisons(d);
    if (kpis == 1 && blocks_by_part(d))
        return;
    if (kpis > 1) {
        blocks_by_repetition(d);
    } else if (kpis == 0) {
        blocks_by_name(d);
        if (d->t->blocks == 0)
            blocks_by_index(d);
    } else {
        for (size_t i = 0; i < d->count; i++) {
            d->columns[i].kpi_name = text_of("");
            d->columns[i].block = in_block(d->columns[i].role) ? 1 : 0;
        }
    }
}
