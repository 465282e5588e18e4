/*
 * table_costs.c - budgets among the columns of what a project costs
 *
 *     事業費（千円）          | 成果指標
 *     R5決算 | R6決算 | R7予算 | …
 *
 * What was spent in a year is its cost; of a year that no other column tells,
 * the budget is. Two budgets of one year (当初, 補正後) tell nothing.
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { COLUMNS_MAX = 500, /* each is compared with the others */
       LINE_BYTES = 42 };

/* 7,868千円, １，２００円: amounts typed with their unit; as many as make most of
 * the column with its figures. */
static bool shows_amounts(const deciding *d, uint32_t col, const content *n)
{
    unsigned amounts = n->numbers, seen = 0;
    size_t next;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         seen < n->cells; row++) {
        text t = view_begins(d->view, row, col)
                     ? view_text(d->view, row, col) : text_of("");

        seen += t.length > 0;
        amounts += text_ends(t, "円") &&
                   glyph_at(t, 0, &next) == GLYPH_DIGIT;
    }
    return content_mostly(amounts, n);
}

/* R7予算, 予算額（千円）; 計画 and 見込 below 事業費. Not 予算科目, 予算増減. */
static bool is_budget(const deciding *d, const table_column *k)
{
    static const char *const other[] = { "科目", "コード", "番号", "名", "増減",
                                         "比", "率", "残", "区分", "流用" };
    static const char *const plans[] = { "予算", "計画", "見込", "目標" };
    text header = text_of(k->header);
    content n;

    if (strcmp(k->why, "plan") == 0 ||
        text_contains_one(header, other, sizeof(other) / sizeof(*other)))
        return false;
    if (k->role == ROLE_COST)
        return strstr(k->header, "決算") == NULL &&
               text_contains_one(header, plans,
                                 sizeof(plans) / sizeof(*plans));
    if (k->role != ROLE_IGNORED || strstr(k->header, "予算") == NULL)
        return false;
    n = column_sample(d, k->col);
    return n.cells > 0 && (content_mostly(n.numbers, &n) ||
                           shows_amounts(d, k->col, &n));
}

/* Another column tells what the same year cost, or its budget. */
static bool is_told(const deciding *d, const table_column *k, bool budgets)
{
    for (size_t i = 0; i < d->count; i++) {
        const table_column *one = &d->columns[i];

        if (one != k && one->years.to == k->years.to &&
            (one->role == ROLE_COST || one->role == ROLE_IGNORED) &&
            is_budget(d, one) == budgets &&
            (budgets || one->role == ROLE_COST))
            return true;
    }
    return false;
}

bool column_lines_with_costs(const deciding *d, const table_column *k,
                             const content *n)
{
    unsigned costs = 0, seen = 0;

    if (n->lines < 2 || n->lines * 3 < n->cells)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         seen < n->cells; row++) {
        text t = view_text(d->view, row, k->col);

        if (t.length == 0 || !view_begins(d->view, row, k->col))
            continue;
        seen++;
        costs += t.length <= LINE_BYTES &&
                 (text_starts(t, "決算") || text_starts(t, "予算"));
    }
    return costs > 0 && content_mostly(n->lines + costs, n);
}

bool table_cost_part(text word)
{
    static const char *const starts[] = { "うち", "（うち", "内、", "内訳",
                                          "一般財源", "特定財源", "国庫", "国費",
                                          "国支出", "国県", "県費", "県支出",
                                          "府支出", "都支出", "道支出",
                                          "地方債", "市債", "起債", "その他" };

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (text_starts(word, starts[i]))
            return true;
    return false;
}

/* 国庫支出金 below 事業費. */
static bool is_part(const table_column *k)
{
    const char *last = strstr(k->header, " > ");

    for (const char *next = last; next != NULL; next = strstr(last, " > "))
        last = next + strlen(" > ");
    return last != NULL && table_cost_part(text_of(last));
}

/* Parts beside the whole. */
static void drop_parts(deciding *d)
{
    unsigned wholes = 0;

    for (size_t i = 0; i < d->count; i++)
        wholes += d->columns[i].role == ROLE_COST && !is_part(&d->columns[i]);
    for (size_t i = 0; i < d->count && wholes > 0; i++)
        if (d->columns[i].role == ROLE_COST && is_part(&d->columns[i]) &&
            strcmp(d->columns[i].why, "plan") != 0)
            d->columns[i].role = ROLE_IGNORED;
}

void columns_costs(deciding *d)
{
    if (columns_count(d, ROLE_COST) > 1)
        drop_parts(d);
    for (size_t i = 0; i < d->count && d->count <= COLUMNS_MAX; i++) {
        table_column *k = &d->columns[i];

        if ((k->role != ROLE_COST && k->role != ROLE_IGNORED) ||
            !is_budget(d, k))
            continue;
        if (is_told(d, k, false))
            k->role = ROLE_IGNORED;
        else
            k->budget = k->role == ROLE_COST || !is_told(d, k, true);
    }
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].budget)
            d->columns[i].role = ROLE_COST;
}
