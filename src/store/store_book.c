/*
 * store_book.c - the official workbook read back
 */
#include "store/store_book.h"

#include <string.h>

#include "ingest/source_hash.h"
#include "store/json_cut.h"
#include "wording/fiscal_year.h"
#include "xlsx/grid.h"

enum { DIGITS = 15, MAX_YEARS = 64 };

/* What row 1 says. */
typedef struct layout {
    size_t cells, first_row, no, project, kpi, actual;
    text sha256, list;
    int years[MAX_YEARS];
    size_t year_count;
} layout;

typedef struct reading {
    const kpi_source *in;
    book *book;
    size_t sheet;       /* of the data */
    arena memory;
    text head[BOOK_YEARS + MAX_YEARS]; /* the texts of row 1 */
    grid list;          /* only what is compared of it */
    layout at;
    source_hasher hash; /* of the JSON, while it is given */
    store_sink sink;
    void *to;
    bool stopped;       /* by the sink */
    dataset *d;
    kpi_error *err;
} reading;

static text text_at(const grid *g, size_t row, size_t col)
{
    const cell *c = row > UINT32_MAX || col > UINT32_MAX
                        ? NULL : grid_cell(g, (uint32_t)row, (uint32_t)col);

    return c != NULL ? c->value : text_of("");
}

static kpi_status damaged(reading *r, const char *what)
{
    return kpi_fail(r->err, KPI_E_INPUT, "file-damaged", r->in->name,
                    "%s: %s", STORE_BOOK_SHEET, what);
}

static size_t find_sheet(const book *b, text name)
{
    for (size_t i = 0; i < book_sheet_count(b); i++)
        if (text_is(name, book_sheet(b, i)->name))
            return i;
    return SIZE_MAX;
}

/* ---- Row 1 ------------------------------------------------------------ */

static bool take_head(void *context, const cell *c)
{
    reading *r = context;
    char *copy;

    if (c->row > 0)
        return false;
    if (c->col >= sizeof(r->head) / sizeof(*r->head))
        return true;
    copy = arena_strndup(&r->memory, c->value.bytes, c->value.length);
    if (copy != NULL)
        r->head[c->col] = text_slice(copy, c->value.length);
    return copy != NULL;
}

static bool read_layout(reading *r)
{
    const struct { size_t col; size_t *value; } numbers[] = {
        { BOOK_CELLS, &r->at.cells }, { BOOK_FIRST_ROW, &r->at.first_row },
        { BOOK_NO, &r->at.no }, { BOOK_PROJECT, &r->at.project },
        { BOOK_KPI, &r->at.kpi }, { BOOK_ACTUAL, &r->at.actual },
    };

    for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
        if (!text_to_size(r->head[numbers[i].col], numbers[i].value))
            return false;
    r->at.sha256 = r->head[BOOK_SHA256];
    r->at.list = r->head[BOOK_LIST];
    for (size_t i = 0; i < MAX_YEARS; i++) {
        text t = r->head[BOOK_YEARS + i];
        size_t year;

        if (t.length == 0)
            break;
        if (!text_to_size(t, &year) || year > 9999)
            return false;
        r->at.years[r->at.year_count++] = (int)year;
    }
    return true;
}

static kpi_status read_head(reading *r)
{
    const sheet_events events = { .context = r, .cell = take_head };
    kpi_status status;

    for (size_t i = 0; i < sizeof(r->head) / sizeof(*r->head); i++)
        r->head[i] = text_of("");
    status = sheet_read(r->book, r->sheet, &events, r->err);
    if (status != KPI_OK)
        return status;
    if (r->memory.failed)
        return kpi_fail_nomem(r->err);
    return text_is(r->head[BOOK_SCHEMA], STORE_BOOK_SCHEMA) && read_layout(r)
               ? KPI_OK : damaged(r, "its first row is not understood");
}

/* ---- The JSON --------------------------------------------------------- */

/* The cells of column A, one below the other. */
static bool give_cell(void *context, const cell *c)
{
    reading *r = context;

    if (c->col != 0 || c->row == 0 || c->row > r->at.cells)
        return true;
    source_hash_add(&r->hash, c->value.bytes, c->value.length);
    r->stopped = !r->sink(r->to, c->value);
    return !r->stopped;
}

static kpi_status give_json(void *context, store_sink sink, void *to,
                            kpi_error *err)
{
    reading *r = context;
    const sheet_events events = { .context = r, .cell = give_cell };
    char hash[SOURCE_HASH_SIZE];
    kpi_status status;

    r->sink = sink;
    r->to = to;
    r->stopped = false;
    source_hash_start(&r->hash);
    status = sheet_read(r->book, r->sheet, &events, err);
    if (status != KPI_OK || r->stopped)
        return status;
    source_hash_end(hash, &r->hash);
    return text_is(r->at.sha256, hash)
               ? KPI_OK : damaged(r, "the data was changed by hand");
}

static kpi_status read_json(reading *r)
{
    const json_pieces from = { give_json, r, r->in->name };

    return json_read_pieces(&r->d, &from, r->err);
}

/* ---- What was changed in the list ------------------------------------- */

/* The list's row of each No.; 0 when it has none. */
static uint32_t *index_rows(reading *r, size_t count)
{
    uint32_t *rows = arena_array(&r->memory, count + 1, sizeof(*rows));

    for (size_t row = r->at.first_row; rows && row < r->list.rows; row++) {
        size_t no;

        if (text_to_size(text_at(&r->list, row, r->at.no), &no) && no > 0 &&
            no <= count && rows[no] == 0)
            rows[no] = (uint32_t)row;
    }
    return rows;
}

static void put_quantity(buf *b, quantity q, const char *unit)
{
    if (!q.known)
        return;
    number_put(b, q.value, DIGITS);
    buf_string(b, unit);
}

static actual *find_actual(dataset *d, kpi *k, int year, bool make)
{
    actual *all;

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].fiscal_year == year)
            return &k->actuals[i];
    if (!make)
        return NULL;
    all = arena_array(&d->memory, k->actual_count + 1, sizeof(*all));
    if (all == NULL)
        return NULL;
    if (k->actual_count > 0)
        memcpy(all, k->actuals, k->actual_count * sizeof(*all));
    actual_init(&all[k->actual_count]);
    all[k->actual_count].fiscal_year = year;
    all[k->actual_count].unit = k->unit;
    all[k->actual_count].state = STATE_BLANK;
    k->actuals = all;
    return &all[k->actual_count++];
}

/* A figure, else words, else nothing: as the cell says now. */
static bool take(reading *r, actual *a, text typed, quantity now)
{
    buf b;

    buf_init(&b);
    if (now.known)
        put_quantity(&b, now, a->unit);
    else
        buf_add(&b, typed.bytes, typed.length);
    a->text = arena_strndup(&r->d->memory, buf_cstr(&b), b.length);
    buf_free(&b);
    if (a->state != STATE_PRELIMINARY || !now.known)
        a->state = now.known ? STATE_REPORTED
                   : typed.length > 0 ? STATE_TEXT : STATE_BLANK;
    a->total = (quantity){ false, NUMBER_ZERO };
    a->value = (quantity){ false, NUMBER_ZERO };
    if (now.known) {
        a->value.known = true;
        if (!number_copy(&r->d->memory, &a->value.value, now.value))
            return false;
    }
    return a->text != NULL;
}

static bool report(reading *r, const project *p, const actual *a,
                   const char *before, uint32_t row, uint32_t col)
{
    buf year;
    finding *f;

    buf_init(&year);
    fiscal_year_put(&year, a->fiscal_year);
    f = finding_add(&r->d->findings, "summary-edited", FINDING_NO_SOURCE,
                    place_cell(r->list.sheet, row, col), a->text, before,
                    a->text, r->in->name, NULL);
    if (f != NULL) {
        f->project = p->name;
        f->field = arena_strdup(&r->d->memory, buf_cstr(&year));
    }
    buf_free(&year);
    return f != NULL && f->field != NULL;
}

static bool same_quantity(quantity a, quantity b)
{
    return a.known == b.known &&
           (!a.known || number_compare(a.value, b.value) == 0);
}

static bool compare_actual(reading *r, const project *p, kpi *k, size_t year,
                           uint32_t row)
{
    uint32_t col = (uint32_t)(r->at.actual + year);
    const cell *c = grid_cell(&r->list, row, col);
    text typed = c != NULL ? text_trim(c->value) : text_of("");
    quantity now = { false, NUMBER_ZERO }, was = now;
    actual *a = find_actual(r->d, k, r->at.years[year], false);
    buf before;
    bool ok;

    /* A formula that was never reckoned says nothing. */
    if (c != NULL && (c->missing || c->type == CELL_ERROR))
        return true;
    if (typed.length > 0)
        now.known = number_from_cell(&r->memory, &now.value, typed);
    if (a != NULL && a->value.known) {
        was.known = true;
        if (!number_round_significant(&r->memory, &was.value, a->value.value,
                                      DIGITS))
            return false;
    }
    if (same_quantity(now, was) && (now.known || typed.length == 0))
        return true;
    if (a == NULL)
        a = find_actual(r->d, k, r->at.years[year], true);
    if (a == NULL)
        return false;
    buf_init(&before);
    if (was.known)
        put_quantity(&before, was, a->unit);
    else
        buf_string(&before, a->text);
    ok = buf_ok(&before) && take(r, a, typed, now) &&
         report(r, p, a, buf_cstr(&before), row, col);
    buf_free(&before);
    return ok;
}

static bool compare_list(reading *r)
{
    size_t count = 0, no = 0;
    uint32_t *rows;

    for (size_t i = 0; i < r->d->project_count; i++)
        count += r->d->projects[i].kpi_count + !r->d->projects[i].kpi_count;
    rows = index_rows(r, count);
    if (rows == NULL)
        return false;
    for (size_t i = 0; i < r->d->project_count; i++) {
        project *p = &r->d->projects[i];

        no += p->kpi_count == 0;
        for (size_t j = 0; j < p->kpi_count; j++) {
            uint32_t row = rows[++no];

            if (row == 0 ||
                !text_is(text_at(&r->list, row, r->at.project), p->name) ||
                !text_is(text_at(&r->list, row, r->at.kpi),
                         p->kpis[j].name))
                continue;
            for (size_t y = 0; y < r->at.year_count; y++)
                if (!compare_actual(r, p, &p->kpis[j], y, row))
                    return false;
        }
    }
    return true;
}

/* ---- All together ----------------------------------------------------- */

static bool is_compared(void *context, uint32_t row, uint32_t col)
{
    const reading *r = context;
    const layout *at = &r->at;

    return row >= at->first_row &&
           (col == at->no || col == at->project || col == at->kpi ||
            (col >= at->actual && col - at->actual < at->year_count));
}

static kpi_status read_data(reading *r)
{
    kpi_status status = read_head(r);
    size_t list;

    if (status == KPI_OK)
        status = read_json(r);
    if (status != KPI_OK)
        return status;
    list = find_sheet(r->book, r->at.list);
    if (list == SIZE_MAX)
        return KPI_OK;
    status = grid_read_some(&r->list, &r->memory, r->book, list, is_compared,
                            r, r->err);
    if (status == KPI_OK && !compare_list(r))
        status = kpi_fail_nomem(r->err);
    return status;
}

kpi_status store_read_book(dataset **out, bool *is_summary,
                           const kpi_source *in, const kpi_limits *limits,
                           kpi_error *err)
{
    reading r = { .in = in, .err = err };
    kpi_status status = book_lists_sheet(is_summary, in, limits,
                                         STORE_BOOK_SHEET, err);

    *out = NULL;
    if (status != KPI_OK || !*is_summary)
        return status;
    status = book_open(&r.book, in, limits, err);
    if (status != KPI_OK)
        return status;
    arena_init(&r.memory, 0);
    r.sheet = find_sheet(r.book, text_of(STORE_BOOK_SHEET));
    status = read_data(&r);
    if (status == KPI_OK)
        *out = r.d;
    else
        dataset_free(r.d);
    arena_free(&r.memory);
    book_free(r.book);
    return status;
}
