/*
 * kpi_remark.c - a remark that says what is a total: H28は累計, or the target,
 * R2～R6の累計目標
 *
 * In a list with a line a year, 累計 beside one line is said of its figure, and
 * 調査中 says why it has none.
 */
#include <string.h>

#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

enum { REMARK_BYTES = 300, YEARS_MAX = 8, REASON_BYTES = 60 };

/* Between the years and 累計, and behind it. */
static const char *const links[] = { "実績値", "実績", "数値", "年度", "以降",
                                     "とも", "の", "分", "値", "は", "も", "：",
                                     ":", "、", "，", "・", ",", "と", "及び",
                                     "各年", "末" };
static const char *const ends[] = { "", "値", "数", "数値", "件数", "人数",
                                    "です", "である", "の値", "の数値",
                                    "で計上", "で記載", "を記載", "を計上" };

typedef struct said_total {
    year_span years[YEARS_MAX];
    size_t count; /* 0: of all years */
    bool onwards;
} said_total;

/* What stands in front of 累計: years and words that only link them. */
static bool read_years(said_total *out, text t, int context_year)
{
    size_t at = 0, size;

    *out = (said_total){ .count = 0 };
    while (at < t.length) {
        size = out->count < YEARS_MAX && fiscal_year_may_begin(t, at)
                   ? fiscal_year_read(&out->years[out->count], t, at,
                                      context_year)
                   : 0;
        if (size > 0) {
            out->onwards = out->onwards || out->years[out->count].open;
            out->count++;
        } else {
            out->onwards = out->onwards || glyph_word(t, at, "以降") > 0;
            for (size_t i = 0;
                 size == 0 && i < sizeof(links) / sizeof(*links); i++)
                size = glyph_word(t, at, links[i]);
        }
        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

static bool read_clause(said_total *out, text t, int context_year)
{
    size_t at;

    t = text_trim(t);
    at = text_find(t, "累計", 0);
    return at != SIZE_MAX &&
           text_in(text_from(t, at + strlen("累計")), ends,
                   sizeof(ends) / sizeof(*ends)) &&
           read_years(out, text_cut(t, 0, at), context_year);
}

static bool holds_for(const said_total *s, int year)
{
    if (s->count == 0)
        return true;
    for (size_t i = 0; i < s->count; i++) {
        int from = s->years[i].from != 0 ? s->years[i].from : s->years[i].to;

        if (year == s->years[i].to || (year > from && year < s->years[i].to) ||
            year == from || (s->onwards && year > from))
            return true;
    }
    return false;
}

text build_line_remark(const build *b, uint32_t row)
{
    const table_column *c = table_column_any(b->table, ROLE_REMARK);
    const sheet_view *v = &b->reader->view;
    merge_range m;

    if (c == NULL || b->first == b->last || build_year_column(b) == NULL ||
        !view_filled(v, row, c->col))
        return text_of("");
    m = view_range(v, row, c->col);
    return m.last_row == m.row &&
                   (row != b->rows[b->first] ||
                    (b->column != NULL &&
                     view_begins(v, b->rows[b->first + 1], b->column->col) &&
                     view_filled(v, b->rows[b->first + 1], b->column->col)))
               ? view_text(v, row, c->col) : text_of("");
}

/* The next clause, up to a line break or 。; *rest is what follows. */
static text next_clause(text *rest)
{
    size_t end = 0, next = rest->length;
    text clause;

    while (end < rest->length && glyph_at(*rest, end, &next) != GLYPH_BREAK &&
           glyph_word(*rest, end, "。") == 0)
        end = next;
    clause = text_cut(*rest, 0, end);
    *rest = end < rest->length ? text_from(*rest, next) : text_of("");
    return clause;
}

/* Long ones, and most, are not read. */
static bool may_say_total(text remark)
{
    return remark.length <= REMARK_BYTES &&
           text_find(remark, "累計", 0) != SIZE_MAX;
}

bool build_line_total(const build *b, uint32_t row)
{
    text rest = build_line_remark(b, row);
    said_total said;

    if (!may_say_total(rest))
        return false;
    while (rest.length > 0)
        if (read_clause(&said, next_clause(&rest), b->reader->context_year) &&
            said.count == 0)
            return true;
    return false;
}

void build_line_reason(const build *b, kpi_list *list, uint32_t row,
                       uint32_t col)
{
    text said = list->count == 1 ? build_line_remark(b, row) : text_of("");
    figure_state why = said.length == 0 || said.length > REASON_BYTES
                           ? STATE_TEXT : no_number_state(said);

    if (why != STATE_PENDING && why != STATE_NOT_SURVEYED &&
        why != STATE_NOT_DONE && why != STATE_ENDED &&
        why != STATE_NOT_APPLICABLE)
        return;
    for (size_t i = 0; i < list->items[0].actual_count; i++) {
        actual *a = &list->items[0].actuals[i];

        if (a->where.row == row && a->where.col == col &&
            (a->state == STATE_BLANK || a->state == STATE_MISSING)) {
            a->state = why;
            a->text = reader_line(b->reader, said);
        }
    }
}

/* Does the indicator's remark stand beside one of its lines? */
static bool remarks_line(const build *b)
{
    const table_column *c;
    uint32_t row;

    return build_cell(b, ROLE_REMARK, &row, &c) &&
           build_line_remark(b, row).length > 0;
}

static void mark_totals(kpi *k, const said_total *said)
{
    for (size_t n = 0; n < k->actual_count; n++)
        k->actuals[n].cumulative =
            k->actuals[n].cumulative ||
            (k->actuals[n].value.known &&
             holds_for(said, k->actuals[n].fiscal_year));
}

/* 2015～2019年度の累計目標, 目標はR2～R6の累計: over which years the target adds up,
 * if it is the one of their last. */
static void take_period(kpi *k, text clause, int context_year)
{
    static const char *const behind[] = { "", "年度", "の", "年度の", "末", "：",
                                          "年度末", "年度末の" };
    static const char *const sums[] = { "累計目標値", "累計目標", "累計" };
    static const char *const heads[] = { "", "目標は", "目標値は", "目標：",
                                         "目標値：" };
    year_span span = { 0 };
    size_t start, end, size = 0;
    text head, tail;

    clause = text_trim(clause);
    if (k->target.to == 0 || k->target.from != 0 ||
        !fiscal_year_find(&span, &start, &end, clause, context_year) ||
        span.from == 0 || span.from >= span.to || span.to != k->target.to)
        return;
    head = text_trim(text_cut(clause, 0, start));
    tail = text_from(clause, end);
    for (size_t i = 0; i < sizeof(sums) / sizeof(*sums) && size == 0; i++)
        if (text_ends(tail, sums[i]))
            size = strlen(sums[i]);
    tail = text_trim(text_cut(tail, 0, tail.length - size));
    if (size == 0 || (size == strlen("累計") && head.length == 0) ||
        !text_in(head, heads, sizeof(heads) / sizeof(*heads)) ||
        !text_in(tail, behind, sizeof(behind) / sizeof(*behind)))
        return;
    k->target.from = span.from;
    k->target.cumulative = true;
}

void build_remark_totals(build *b, kpi_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        text rest = text_of(list->items[i].remark);
        said_total said;

        if (!may_say_total(rest))
            continue;
        while (rest.length > 0) {
            text clause = next_clause(&rest);

            take_period(&list->items[i], clause, b->reader->context_year);
            if (read_clause(&said, clause, b->reader->context_year) &&
                (said.count > 0 || !remarks_line(b)))
                mark_totals(&list->items[i], &said);
        }
    }
}
