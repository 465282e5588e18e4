/*
 * summary_data.c - the hidden sheet that holds the dataset: store_book.h
 */
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "ingest/source_hash.h"
#include "output/summary_book.h"
#include "store/store.h"
#include "store/store_book.h"

/* Where `what` stands next, or the end. */
static size_t next_of(text t, const char *what, size_t at)
{
    size_t found = text_find(t, what, at);

    return found == SIZE_MAX ? t.length : found;
}

/*
 * The same JSON for cells: "_x" and characters that XML does not know as
 * \u....; the writer of JSON left no others of them, and it is valid UTF-8.
 */
static bool escape(buf *out, text json)
{
    size_t low = next_of(json, "_x", 0), last = next_of(json, "\xEF\xBF", 0);
    size_t at = 0;

    while (at < json.length) {
        size_t end = low < last ? low : last;
        const char *c = json.bytes + end;

        buf_add(out, json.bytes + at, end - at);
        at = end;
        if (at == json.length)
            break;
        if (at == low) {
            buf_string(out, "\\u005f");
            low = next_of(json, "_x", ++at);
        } else if (json.length - at > 2 && (c[2] == '\xBE' ||
                                            c[2] == '\xBF')) {
            buf_string(out, c[2] == '\xBE' ? "\\ufffe" : "\\uffff");
            last = next_of(json, "\xEF\xBF", at += 3);
        } else {
            buf_add(out, c, 2);
            last = next_of(json, "\xEF\xBF", at += 2);
        }
    }
    return buf_ok(out);
}

/* libxlsxwriter crashes when it gets no memory for a cell. */
enum { CELL_MEMORY = 4 * STORE_BOOK_CELL };

/*
 * The JSON goes by in pieces. Twice in a sheet that takes rows only in order,
 * for row 1 has its hash: once to be hashed and counted, once to be written.
 * Until then its cells lie in a temporary file, or it is made anew where
 * there can be none, or the caller wants such files elsewhere.
 */
typedef struct cutter {
    summary *s;
    lxw_worksheet *sheet;
    bool writing;         /* cells go to the sheet, not only by */
    size_t room;          /* memory that was seen to be left */
    FILE *kept;           /* each cell's size and bytes, or NULL */
    bool hashed;          /* before */
    source_hasher hash;
    buf rest;             /* not yet a whole cell */
    size_t cells;
    bool failed;
} cutter;

static bool put(cutter *c, size_t row, size_t col, const char *t)
{
    return memory_is_left_for(&c->room, CELL_MEMORY) &&
           worksheet_write_string(c->sheet, (lxw_row_t)row, (lxw_col_t)col, t,
                                  NULL) == LXW_NO_ERROR;
}

static bool put_size(cutter *c, size_t col, size_t value)
{
    char digits[24];

    snprintf(digits, sizeof(digits), "%zu", value);
    return put(c, 0, col, digits);
}

static void drop_kept(cutter *c)
{
    if (c->kept)
        fclose(c->kept);
    c->kept = NULL;
}

static void keep_cell(cutter *c, size_t size)
{
    if (c->kept && (fwrite(&size, sizeof(size), 1, c->kept) != 1 ||
                    fwrite(c->rest.bytes, 1, size, c->kept) != size))
        drop_kept(c);
}

static void cut_cell(cutter *c, size_t size)
{
    char *part;
    arena a;

    c->cells++;
    if (!c->hashed)
        source_hash_add(&c->hash, c->rest.bytes, size);
    if (!c->writing) {
        keep_cell(c, size);
        return;
    }
    arena_init(&a, 0);
    part = arena_strndup(&a, c->rest.bytes, size);
    c->failed = c->failed || !part || !put(c, c->cells, 0, part);
    arena_free(&a);
}

/* Whole cells, and at the end what is left. */
static void cut(cutter *c, bool end)
{
    buf *b = &c->rest;

    while (!c->failed && (b->length > STORE_BOOK_CELL ||
                          (end && b->length > 0))) {
        size_t n = utf8_floor(buf_slice(b), STORE_BOOK_CELL);

        cut_cell(c, n);
        memmove(b->bytes, b->bytes + n, b->length - n);
        b->length -= n;
    }
    c->failed = c->failed || !buf_ok(b);
}

static bool take_piece(void *context, text piece)
{
    cutter *c = context;

    if (!escape(&c->rest, piece))
        c->failed = true;
    cut(c, false);
    if (c->writing)
        summary_step(c->s, 1);
    return !c->failed;
}

static kpi_status cut_all(cutter *c, kpi_error *err)
{
    kpi_status status;

    c->cells = 0;
    buf_init(&c->rest);
    status = store_write_json_pieces(take_piece, c, c->s->data, c->s->plan,
                                     err);
    cut(c, true);
    buf_free(&c->rest);
    return status == KPI_OK && c->failed ? kpi_fail_nomem(err) : status;
}

/* False when the file does not give it. */
static bool put_kept(cutter *c, size_t at)
{
    char part[STORE_BOOK_CELL + 1];
    size_t size = 0, all = c->s->data->project_count;

    if (fread(&size, sizeof(size), 1, c->kept) != 1 ||
        size > STORE_BOOK_CELL || fread(part, 1, size, c->kept) != size)
        return false;
    part[size] = '\0';
    summary_step(c->s, all * at / c->cells - all * (at - 1) / c->cells);
    c->failed = c->failed || !put(c, at, 0, part);
    return true;
}

static kpi_status put_all(cutter *c, kpi_error *err)
{
    if (!c->kept)
        return cut_all(c, err);
    rewind(c->kept);
    for (size_t at = 1; at <= c->cells && !c->failed; at++)
        if (!put_kept(c, at))
            return kpi_fail(err, KPI_E_OUTPUT, NULL, NULL,
                            "a temporary file cannot be read");
    return c->failed ? kpi_fail_nomem(err) : KPI_OK;
}

static bool write_head(cutter *c, const char *hash)
{
    const summary *s = c->s;
    const struct { size_t col, value; } numbers[] = {
        { BOOK_CELLS, c->cells },
        { BOOK_FIRST_ROW, summary_list_row(0) },
        { BOOK_NO, s->column[LIST_NO] },
        { BOOK_PROJECT, s->column[LIST_PROJECT] },
        { BOOK_KPI, s->column[LIST_KPI] },
        { BOOK_ACTUAL, s->column[LIST_ACTUAL] },
    };
    bool ok;

    ok = put(c, 0, BOOK_SCHEMA, STORE_BOOK_SCHEMA) &&
         put(c, 0, BOOK_SHA256, hash) &&
         put(c, 0, BOOK_LIST, s->sheets[SHEET_LIST]);
    for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers) && ok; i++)
        ok = put_size(c, numbers[i].col, numbers[i].value);
    for (size_t y = 0; y < s->year_count && ok; y++)
        ok = put_size(c, BOOK_YEARS + y, (size_t)s->years[y]);
    return ok;
}

kpi_status summary_write_data(summary *s, lxw_worksheet *w, kpi_error *err)
{
    cutter c = { .s = s, .sheet = w, .writing = !w->optimize };
    char hash[SOURCE_HASH_SIZE];
    kpi_status status;

    if (!c.writing && !s->options->temporary)
        c.kept = tmpfile();
    source_hash_start(&c.hash);
    status = cut_all(&c, err);
    source_hash_end(hash, &c.hash);
    if (c.kept && fflush(c.kept) != 0)
        drop_kept(&c);
    if (status == KPI_OK && !write_head(&c, hash))
        status = kpi_fail_nomem(err);
    c.hashed = true;
    if (status == KPI_OK && !c.writing) {
        c.writing = true;
        status = put_all(&c, err);
    }
    drop_kept(&c);
    worksheet_hide(w);
    return status;
}
