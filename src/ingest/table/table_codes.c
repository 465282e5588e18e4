/*
 * table_codes.c - figures of indicators that another table names
 *
 *     KPI_ID | 年度 | 実績値 | 備考        beside   KPI_ID | KPI名称 | 目標値
 *     K0001  | H27  | 142    |                      K0001  | 就職者数 | 1000
 *
 * or of projects: 事業番号 | 決算額, 事業番号 | 評価. Beside each other, 事業コード |
 * 指標コード, the first is the project's.
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { CODE_BYTES = 24, CODE_ROWS = 40 };

static bool of_indicators(const table_column *k)
{
    return strstr(k->header, "KPI") != NULL ||
           strstr(k->header, "ＫＰＩ") != NULL ||
           strstr(k->header, "kpi") != NULL ||
           strstr(k->header, "指標") != NULL;
}

/* Short, with a number, on every line down to a gap or a sum. */
static bool holds_codes(const deciding *d, const table_column *k)
{
    unsigned cells = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         cells < CODE_ROWS; row++) {
        text t = view_text(d->view, row, k->col);

        if (view_next(d->view, row, 0) == UINT32_MAX) {
            if (cells > 0)
                break; /* what follows the gap is another's */
            continue;
        }
        if (cells > 1 && table_is_subtotal(d->memory, t))
            break;
        if (t.length == 0 || t.length > CODE_BYTES || !glyph_has_digit(t) ||
            !view_begins(d->view, row, k->col))
            return false;
        cells++;
    }
    return cells > 0;
}

static bool of_projects(const table_column *k)
{
    return strstr(k->header, "事業") != NULL ||
           strstr(k->header, "取組") != NULL;
}

/* 事業コード | 指標コード: an indicator has but one code. */
static void tell_apart(deciding *d)
{
    table_column *first = NULL;

    if (columns_count(d, ROLE_CODE) != 2 || columns_count(d, ROLE_NO) > 0 ||
        columns_count(d, ROLE_KPI) == 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_CODE)
            continue;
        if (first != NULL && of_projects(first) && of_indicators(k))
            first->role = ROLE_NO;
        first = k;
    }
}

/* 事業番号 | 決算額: what the table tells of projects that a list names. */
static bool take_projects(deciding *d)
{
    table_column *key = &d->columns[0];

    if (!key->exact || (key->role != ROLE_NO && key->role != ROLE_CODE) ||
        !of_projects(key) ||
        columns_count(d, ROLE_COST) + columns_count(d, ROLE_GRADE) == 0 ||
        !holds_codes(d, key))
        return false;
    for (size_t i = 1; i < d->count; i++)
        if (role_is_figure(d->columns[i].role) ||
            d->columns[i].role == ROLE_YEAR ||
            d->columns[i].role == ROLE_CODE)
            return false;
    key->role = ROLE_PROJECT;
    key->rank = 50;
    d->t->coded = true;
    return true;
}

/* 指標番号 | 指標名 | 評価: no more than grades. */
static bool grades_named(const deciding *d)
{
    bool code = false;

    if (columns_count(d, ROLE_KPI) != 1 || columns_count(d, ROLE_GRADE) == 0)
        return false;
    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];

        if (role_is_level(k->role) || role_is_figure(k->role))
            return false;
        code = code || (k->role == ROLE_CODE && k->exact && of_indicators(k));
    }
    return code;
}

/* Nothing else names the table's indicators or projects, and it has figures of
 * years, or grades: the code stands for the name. */
void columns_codes(deciding *d)
{
    table_column *code = NULL;
    bool dated = columns_count(d, ROLE_YEAR) > 0;

    tell_apart(d);
    d->t->graded = grades_named(d);
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_KPI || k->role == ROLE_NAME ||
            role_is_level(k->role))
            return;
        dated = dated || (k->role == ROLE_ACTUAL && k->years.to != 0);
        if (k->role == ROLE_CODE && k->exact && of_indicators(k))
            code = code == NULL ? k : code;
    }
    if (d->count > 0 && take_projects(d))
        return;
    if (code == NULL || !holds_codes(d, code) ||
        !(columns_count(d, ROLE_ACTUAL) > 0
              ? dated : columns_count(d, ROLE_GRADE) > 0))
        return;
    code->role = ROLE_KPI;
    d->t->coded = true;
}
