/*
 * rows_kpis.c - which rows are an indicator's, and whose indicators they are
 */
#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_label.h"
#include "ingest/kpi/kpi_part.h"
#include "ingest/reader/cell_value.h"
#include "ingest/rows/rows_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wording/fold.h"
#include "wording/kpi_text.h"

enum { SAME_TEXT_ROWS = 32, SHARERS_IN_ORDER = 64, SHARERS_NAMED = 200,
       NONE_BYTES = 90 };

static bool index_spans(rows_reader *w)
{
    w->span_of = arena_array(w->reader->memory, w->segment->count + 1,
                             sizeof(*w->span_of));
    if (w->span_of == NULL)
        return false;
    for (size_t i = 0; i < w->segment->count; i++)
        w->span_of[i] = SIZE_MAX;
    for (size_t n = 0; n < w->span_count; n++)
        for (size_t i = w->spans[n].first; i <= w->spans[n].last; i++)
            w->span_of[i] = n;
    return true;
}

static const project_span *span_at(const rows_reader *w, size_t i)
{
    return w->span_of[i] == SIZE_MAX ? NULL : &w->spans[w->span_of[i]];
}

static bool project_begins(const rows_reader *w, size_t i)
{
    const project_span *span = span_at(w, i);

    return span != NULL && span->first == i;
}

static bool is_stacked_name(const rows_reader *w, const table_column *k,
                            uint32_t row)
{
    merge_range m = view_range(&w->reader->view, row, k->col);

    return k->stacked_to == 0 || m.last_col > m.col;
}

/* A name that is typed again, or 〃, on each line of its years or kinds. */
static bool repeats_name(const rows_reader *w, const table_column *k,
                         size_t i)
{
    static const role lines[] = { ROLE_YEAR, ROLE_LINE };
    const sheet_view *v = &w->reader->view;
    uint32_t row = w->segment->rows[i], next = w->segment->rows[i + 1];
    const table *t = table_part(w->table, k->block);
    text name = view_text(v, next, k->col);
    bool differs = false;

    if (!view_begins(v, next, k->col) ||
        !(text_equal(view_text(v, row, k->col), name) ||
          reader_is_ditto(name)))
        return false;
    for (size_t n = 0; n < sizeof(lines) / sizeof(*lines); n++) {
        const table_column *line = table_column_any(t, lines[n]);

        differs = differs ||
                  (line != NULL && !text_equal(view_text(v, row, line->col),
                                               view_text(v, next,
                                                         line->col)));
    }
    return differs;
}

/* A free text with several KPIs, typed again on a row for each of them: the
 * last of these rows, else i. */
static size_t same_text_end(const rows_reader *w, const table_column *k,
                            size_t i)
{
    reader *r = w->reader;
    text name = view_text(&r->view, w->segment->rows[i], k->col);
    kpi_text *items = NULL;
    size_t last = i, count = 0;

    if (name.length > READER_PHRASE_MAX ||
        table_column_any(w->table, ROLE_TARGET) != NULL)
        return i;
    while (last + 1 < w->segment->count && last - i < SAME_TEXT_ROWS &&
           !project_begins(w, last + 1) &&
           view_begins(&r->view, w->segment->rows[last + 1], k->col) &&
           text_equal(name, view_text(&r->view, w->segment->rows[last + 1],
                                      k->col)))
        last++;
    if (last == i)
        return i;
    if (!kpi_text_parse(r->memory, &items, &count, name, r->context_year))
        r->failed = true;
    return count == last - i + 1 ? last : i;
}

/* The last row of the indicator that begins at row i of the segment. */
static size_t kpi_end(const rows_reader *w, const table_column *k, size_t i)
{
    const sheet_view *v = &w->reader->view;
    merge_range m = view_range(v, w->segment->rows[i], k->col);
    size_t last = i;

    /* lines that were put together (rows_gather.c) may stand further up */
    while (last + 1 < w->segment->count &&
           w->segment->rows[last + 1] > w->segment->rows[last] &&
           w->segment->rows[last + 1] <= m.last_row &&
           !kpi_part_begins(v, w->segment, k, last + 1))
        last++;
    if (last == i && k->stacked_to == 0)
        last = same_text_end(w, k, i);
    while (last + 1 < w->segment->count) {
        uint32_t row = w->segment->rows[last + 1];

        if (project_begins(w, last + 1) ||
            kpi_part_begins(v, w->segment, k, last + 1))
            break;
        if (k->stacked_to != 0 ? is_stacked_name(w, k, row)
                               : view_filled(v, row, k->col) &&
                                     !repeats_name(w, k, last))
            break;
        last++;
    }
    return last;
}

bool rows_kpi_begins(const rows_reader *w, const table_column *k, size_t i)
{
    const sheet_view *v = &w->reader->view;
    uint32_t row = w->segment->rows[i];

    if (kpi_part_begins(&w->reader->view, w->segment, k, i))
        return true;
    if (!view_filled(v, row, k->col) || !is_stacked_name(w, k, row))
        return false;
    if (view_hangs(v, row, k->col)) {
        /* a merge that began above the segment's first row */
        merge_range m = view_range(v, row, k->col);

        return i == 0 && m.row < w->segment->rows[0];
    }
    return true;
}

/* ---- Indicators to projects ------------------------------------------- */

/* Most projects have one or two: the list starts small. */
static kpi *push_kpi(arena *a, project_span *span)
{
    if (span->kpi_count == span->kpi_capacity) {
        size_t capacity = span->kpi_count == 0 ? 1 : 2 * span->kpi_count;
        kpi *grown = arena_array(a, capacity, sizeof(*grown));

        if (grown == NULL)
            return NULL;
        if (span->kpi_count > 0)
            memcpy(grown, span->kpis, span->kpi_count * sizeof(*grown));
        span->kpis = grown;
        span->kpi_capacity = capacity;
    }
    return &span->kpis[span->kpi_count++];
}

static bool attach(rows_reader *w, const kpi_list *list, size_t first,
                   size_t last)
{
    reader *r = w->reader;
    size_t n = SIZE_MAX, end = SIZE_MAX;

    /* spans are in order of rows: those that the indicator's rows touch */
    for (size_t i = first; i <= last; i++)
        if (w->span_of[i] != SIZE_MAX) {
            n = n == SIZE_MAX ? w->span_of[i] : n;
            end = w->span_of[i];
        }
    if (n == SIZE_MAX)
        return true;
    if (end > n)
        r->group++;
    for (bool shared = end > n; n <= end; n++) {
        project_span *span = &w->spans[n];

        for (size_t i = 0; i < list->count; i++) {
            kpi *k = push_kpi(r->memory, span);

            if (k == NULL)
                return false;
            *k = list->items[i];
            k->group = shared ? r->group : 0;
        }
    }
    w->kpis += list->count;
    return true;
}

static bool build_at(rows_reader *w, unsigned block, const table_column *k,
                     size_t first, size_t last, const char *fallback)
{
    kpi_list list;

    return kpi_build(w->reader, &list, w->segment, block, first, last, k,
                     fallback) &&
           attach(w, &list, first, last);
}

/* Values without an indicator's name beside them. */
static bool block_filled(const rows_reader *w, unsigned block, size_t first,
                         size_t last)
{
    const table *t = table_part(w->table, block);

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k->block != block ||
            (k->role != ROLE_TARGET && k->role != ROLE_ACTUAL &&
             k->role != ROLE_BASELINE && k->role != ROLE_PLANNED &&
             k->role != ROLE_TOTAL))
            continue;
        for (size_t n = first; n <= last; n++)
            if (view_filled(&w->reader->view, w->segment->rows[n],
                          k->col))
                return true;
    }
    return false;
}

static bool is_fact(role r)
{
    return r == ROLE_KPI || r == ROLE_UNIT || r == ROLE_RATE ||
           role_is_figure(r);
}

/* －, 設定なし, （指標の設定なし） or 事業終了 where an indicator's name would stand. */
static bool names_none(const sheet_view *v, uint32_t row, uint32_t col)
{
    static const char *const words[] = { "設定なし", "設定無し", "設定せず",
                                         "設定していない", "未設定",
                                         "該当なし", "該当無し", "なし",
                                         "無し", "対象外" };
    static const char *const heads[] = { "※", "数値目標", "目標", "成果指標",
                                         "数値指標", "指標", "ＫＰＩ", "KPI",
                                         "の", "は", "を" };
    static const text ends[] = {
        TEXT_WORD("し"), TEXT_WORD("外"), TEXT_WORD("定"), TEXT_WORD("ず"),
        TEXT_WORD("い"), TEXT_WORD("）"), TEXT_WORD(")")
    };
    static const char *const inner[] = { "なし", "無し", "設定", "対象外" };
    text t = text_trim(view_text(v, row, col)), front;

    if (cell_says_none(v, row, col) || rows_stopped(t))
        return true;
    if (t.length > NONE_BYTES ||
        text_ending(t, ends, sizeof(ends) / sizeof(*ends)) == 0 ||
        !text_contains_one(t, inner, sizeof(inner) / sizeof(*inner)))
        return false; /* as most texts */
    t = office_unbracketed(t);
    if (office_in_brackets(t, &front).length > 0)
        t = front; /* 設定なし（法令の事務のみ） */
    for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
        if (text_starts(t, heads[i]) && t.length > strlen(heads[i]))
            t = text_trim(text_from(t, strlen(heads[i])));
    return text_in(t, words, sizeof(words) / sizeof(*words));
}

/* － | － | － where another project has its second indicator: it has none. */
static bool says_none(const rows_reader *w, const table_column *k, size_t first,
                      size_t last)
{
    const sheet_view *v = &w->reader->view;
    const table *t = table_part(w->table, k->block);

    if (!names_none(v, w->segment->rows[first], k->col))
        return false;
    for (size_t i = 0; i < t->count; i++)
        for (size_t n = first; n <= last && t->columns[i].block == k->block &&
                               is_fact(t->columns[i].role);
             n++)
            if (view_filled(v, w->segment->rows[n], t->columns[i].col) &&
                !names_none(v, w->segment->rows[n], t->columns[i].col))
                return false;
    return true;
}

/* （工程） | 工程 | 検討 | 実施 above an indicator: what is done when; or 過不足（②－①）
 * over the column of the lines, below 量の見込み and 確保方策: no indicator. */
static bool is_idle(const rows_reader *w, const table_column *k,
                    size_t first, size_t last)
{
    const sheet_view *v = &w->reader->view;
    const table_column *line;
    text name = view_text(v, w->segment->rows[first], k->col), key;

    if (!table_may_have(w->table, ROLE_LINE) || first != last)
        return false;
    line = table_column_any(table_part(w->table, k->block), ROLE_LINE);
    if (line == NULL)
        return false;
    if (table_is_schedule_line(unit_plain(name)))
        return table_is_schedule_line(view_text(v, w->segment->rows[first],
                                                line->col));
    return line->col > k->col &&
           view_range(v, w->segment->rows[first], k->col).last_col >= line->col &&
           fold_key(w->reader->memory, &key, name) && table_is_idle_line(key);
}

/* 年度 | 参加者数 | 備考 on its side: notes on the years, and no indicator. */
static bool is_remark(rows_reader *w, const table_column *k, size_t first,
                      size_t last)
{
    reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t row = w->segment->rows[first];
    const header_word *word;

    if (!v->turned || first != last)
        return false;
    word = header_roles_find(r->roles, view_text(v, row, k->col),
                             r->context_year);
    if (!word->exact || word->role != ROLE_REMARK)
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type == CELL_NUMBER)
            return false;
    reader_ignore(r, row, row, "note", view_text(v, row, k->col));
    return true;
}

/* An indicator for each group of columns that says something. */
static bool build_parts(rows_reader *w, const table_column *k, size_t first,
                        size_t last)
{
    for (unsigned block = 1; block <= w->table->blocks; block++)
        if (block_filled(w, block, first, last) &&
            !build_at(w, block, k, first, last, ""))
            return false;
    return true;
}

static bool named_column(rows_reader *w, const table_column *k)
{
    for (size_t i = 0; i < w->segment->count; i++) {
        size_t last;
        uint32_t row = w->segment->rows[i];
        const project_span *span = span_at(w, i);

        if (rows_kpi_begins(w, k, i)) {
            last = kpi_end(w, k, i);
            if ((span == NULL && w->span_count > 0) ||
                says_none(w, k, i, last) || is_idle(w, k, i, last) ||
                is_remark(w, k, i, last))
                continue;
            if (w->table->parted ? !build_parts(w, k, i, last)
                                 : !build_at(w, k->block, k, i, last, ""))
                return false;
            i = last;
        } else if (span != NULL && span->first == i && k->stacked_to == 0 &&
                   !view_filled(&w->reader->view, row, k->col) &&
                   block_filled(w, k->block, i, i)) {
            /* figures, but no name: the project's own */
            last = kpi_end(w, k, i);
            if (!build_at(w, k->block, NULL, i, last,
                          reader_line(w->reader, span->name)))
                return false;
            i = last;
        }
    }
    return true;
}

/* Indicators that the header names, or none at all: one a project. */
static bool unnamed_block(rows_reader *w, unsigned block)
{
    text name = text_of("");

    if (w->project == NULL && w->table->caption.length > 0)
        name = kpi_label_caption_cut(kpi_label_bracket_cut(
            w->reader->memory, w->table->caption));
    else if (w->table->caption.length > 0 &&
             !kpi_label_caption_names(w->reader->memory, w->table->caption,
                                      &name))
        name = text_of("");
    for (size_t i = 0; i < w->table->count; i++)
        if (w->table->columns[i].block == block &&
            w->table->columns[i].kpi_name.length > 0)
            name = kpi_label_cut(w->table->columns[i].kpi_name);
    if (name.length == 0 || w->project == NULL) {
        text counted = rows_name_of_lines(w);

        name = counted.length > 0 ? counted : name;
    }
    if (name.length == 0)
        name = rows_name_of_figures(w, block);
    for (size_t n = 0; n < w->span_count; n++) {
        project_span *span = &w->spans[n];

        if (!block_filled(w, block, span->first, span->last) ||
            (w->group_of != NULL && w->group_of[block] != n))
            continue;
        for (size_t i = 0; w->group_of != NULL && i < w->segment->count; i++)
            w->span_of[i] = n;
        if (!build_at(w, block, NULL, span->first, span->last,
                      reader_line(w->reader, name.length > 0 ? name
                                                             : span->name)))
            return false;
    }
    return true;
}

bool rows_kpis(rows_reader *w)
{
    bool named = false;

    if (!index_spans(w))
        return false;
    for (size_t i = 0; i < w->table->count; i++)
        if (w->table->columns[i].role == ROLE_KPI) {
            named = true;
            if (!named_column(w, &w->table->columns[i]))
                return false;
        }
    for (unsigned block = w->table->blocks > 0 ? 1 : 0;
         !named && block <= w->table->blocks; block++)
        if (!unnamed_block(w, block))
            return false;
    return true;
}

/* ---- Order ------------------------------------------------------------ */

typedef struct kpi_order {
    uint32_t row, col;
    size_t index;
} kpi_order;

static int by_place(const void *left, const void *right)
{
    const kpi_order *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* Indicators of one project in the order of its rows, blocks side by side
 * from left to right. */
bool rows_order_kpis(arena *a, const sheet_view *v, project_span *span)
{
    kpi_order *order;
    kpi *sorted;

    if (span->kpi_count < 2)
        return true;
    order = arena_array(a, span->kpi_count, sizeof(*order));
    sorted = arena_array(a, span->kpi_count, sizeof(*sorted));
    if (order == NULL || sorted == NULL)
        return false;
    for (size_t i = 0; i < span->kpi_count; i++)
        order[i] = (kpi_order){ view_place_row(v, &span->kpis[i].where),
                                view_place_col(v, &span->kpis[i].where), i };
    qsort(order, span->kpi_count, sizeof(*order), by_place);
    for (size_t i = 0; i < span->kpi_count; i++)
        sorted[i] = span->kpis[order[i].index];
    span->kpis = sorted;
    return true;
}

/* Spans that share a group stand beside each other. */
static bool has_group(const project_span *span, size_t group)
{
    for (size_t m = 0; m < span->kpi_count; m++)
        if (span->kpis[m].group == group)
            return true;
    return false;
}

/* Of a KPI over very many projects not all are named: it is said. */
static void note_many_sharers(rows_reader *w, const kpi *k, size_t count)
{
    char all[24], named[24];

    snprintf(all, sizeof(all), "%zu", count);
    snprintf(named, sizeof(named), "%d", SHARERS_NAMED);
    reader_finding(w->reader, "kpi-shared-by-many", k->where.row,
                   k->where.col, text_of(k->name), all, named, NULL);
}

/* The others in order; of very many, which only a merge over a whole sheet
 * gives, those behind come first, so that all share one list. */
static void name_sharers_of(rows_reader *w, size_t n, size_t i)
{
    reader *r = w->reader;
    size_t group = w->spans[n].kpis[i].group, last = n, count;
    const char **names;

    while (last + 1 < w->span_count && has_group(&w->spans[last + 1], group))
        last++;
    count = last - n + 1;
    names = arena_array(r->memory, 2 * count, sizeof(*names));
    if (names == NULL) {
        r->failed = true;
        return;
    }
    for (size_t o = 0; o < 2 * count; o++)
        names[o] = w->spans[n + o % count].built_name;
    for (size_t o = 0; o < count; o++)
        for (size_t m = 0; m < w->spans[n + o].kpi_count; m++) {
            kpi *k = &w->spans[n + o].kpis[m];
            const char **own;

            if (k->group != group)
                continue;
            k->shared_with = names + o + 1;
            k->shared_count = count - 1 < SHARERS_NAMED ? count - 1
                                                        : SHARERS_NAMED;
            if (o == 0 && count - 1 > SHARERS_NAMED)
                note_many_sharers(w, k, count);
            if (count > SHARERS_IN_ORDER)
                continue;
            own = arena_array(r->memory, count, sizeof(*own));
            if (own == NULL) {
                r->failed = true;
                return;
            }
            memcpy(own, names, o * sizeof(*own));
            memcpy(own + o, names + o + 1, (count - o - 1) * sizeof(*own));
            k->shared_with = own;
        }
}

void rows_name_sharers(rows_reader *w)
{
    for (size_t n = 0; n < w->span_count; n++)
        for (size_t i = 0; i < w->spans[n].kpi_count; i++)
            if (w->spans[n].kpis[i].group != 0 &&
                w->spans[n].kpis[i].shared_count == 0)
                name_sharers_of(w, n, i);
}
