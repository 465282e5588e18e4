/*
 * summary_data.c - the hidden sheet that holds the dataset: store_book.h
 */
#include <string.h>

#include "ingest/source_hash.h"
#include "output/summary_book.h"
#include "store/store.h"
#include "store/store_book.h"

/*
 * The same JSON for cells: "_x" and characters that XML does not know as
 * \u....; the writer of JSON left no others of them, and it is valid UTF-8.
 */
static bool escape(buf *out, text json)
{
    size_t end = 0;

    for (size_t at = 0; at < json.length; at = end) {
        const char *c = json.bytes + at;
        size_t left = json.length - at;

        while (end < json.length && json.bytes[end] != '_' &&
               json.bytes[end] != '\xEF')
            end++;
        if (end > at) {
            buf_add(out, c, end - at);
        } else if (*c == '_' && left > 1 && c[1] == 'x') {
            buf_string(out, "\\u005f");
            end++;
        } else if (left > 2 && c[1] == '\xBF' &&
                   (c[2] == '\xBE' || c[2] == '\xBF')) {
            buf_string(out, c[2] == '\xBE' ? "\\ufffe" : "\\uffff");
            end += 3;
        } else {
            buf_char(out, *c);
            end++;
        }
    }
    return buf_ok(out);
}

static bool put(lxw_worksheet *w, size_t row, size_t col, const char *t)
{
    return worksheet_write_string(w, (lxw_row_t)row, (lxw_col_t)col, t,
                                  NULL) == LXW_NO_ERROR;
}

static bool put_size(lxw_worksheet *w, size_t col, size_t value)
{
    char digits[24];

    snprintf(digits, sizeof(digits), "%zu", value);
    return put(w, 0, col, digits);
}

static size_t write_cells(summary *s, lxw_worksheet *w, text json)
{
    size_t cells = 0;

    for (size_t at = 0; at < json.length && !s->styles.failed;) {
        size_t n = utf8_floor(text_from(json, at), STORE_BOOK_CELL);
        arena a;
        const char *part;

        arena_init(&a, 0);
        part = arena_strndup(&a, json.bytes + at, n);
        if (!part || !n || !put(w, ++cells, 0, part))
            s->styles.failed = true;
        arena_free(&a);
        at += n;
    }
    return cells;
}

static bool write_head(const summary *s, lxw_worksheet *w, text json,
                       size_t cells)
{
    const struct { size_t col, value; } numbers[] = {
        { BOOK_CELLS, cells },
        { BOOK_FIRST_ROW, summary_list_row(0) },
        { BOOK_NO, s->column[LIST_NO] },
        { BOOK_PROJECT, s->column[LIST_PROJECT] },
        { BOOK_KPI, s->column[LIST_KPI] },
        { BOOK_ACTUAL, s->column[LIST_ACTUAL] },
    };
    char hash[SOURCE_HASH_SIZE];
    bool ok;

    source_hash(hash, json.bytes, json.length);
    ok = put(w, 0, BOOK_SCHEMA, STORE_BOOK_SCHEMA) &&
         put(w, 0, BOOK_SHA256, hash) &&
         put(w, 0, BOOK_LIST, s->sheets[SHEET_LIST]);
    for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers) && ok; i++)
        ok = put_size(w, numbers[i].col, numbers[i].value);
    for (size_t y = 0; y < s->year_count && ok; y++)
        ok = put_size(w, BOOK_YEARS + y, (size_t)s->years[y]);
    return ok;
}

kpi_status summary_write_data(summary *s, lxw_worksheet *w, kpi_error *err)
{
    kpi_status status;
    buf json, cells;

    buf_init(&json);
    buf_init(&cells);
    status = store_write_json_line(&json, s->data, s->plan, err);
    if (status == KPI_OK && !escape(&cells, buf_slice(&json)))
        status = kpi_fail_nomem(err);
    buf_free(&json);
    if (status == KPI_OK &&
        (!write_head(s, w, buf_slice(&cells),
                     write_cells(s, w, buf_slice(&cells))) ||
         s->styles.failed))
        status = kpi_fail_nomem(err);
    buf_free(&cells);
    worksheet_hide(w);
    return status;
}
