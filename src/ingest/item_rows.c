/*
 * item_rows.c - a dump of a form: each row has one item of one project
 */
#include "ingest/item_rows.h"

#include <string.h>

#include "ingest/sheet_remake.h"
#include "wording/glyph.h"

enum { HEAD_ROWS = 10, ITEMS_MOST = 48, NUMBERS_MOST = 20, ITEM_BYTES = 120,
       CELLS_IN_FRONT = 4 };

#define COUNT(items) (sizeof(items) / sizeof(*(items)))

typedef struct item_rows {
    reader *reader;
    uint32_t head, key, item, value; /* the header's row, the columns */
    text items[ITEMS_MOST];          /* columns of the table, in order */
    const cell *from[ITEMS_MOST];    /* where each is named first */
    bool numbered[ITEMS_MOST];       /* an indicator's */
    size_t count;
    uint32_t lines;                  /* of the table */
    bool fits;                       /* no item stands twice in a line */
} item_rows;

/* 指標1 名称: 1 and 名称; 0 where the item is the project's. */
static unsigned split(text t, text *rest)
{
    size_t at = strlen("指標"), next = 0;
    unsigned n = 0;

    *rest = t;
    if (!text_starts(t, "指標"))
        return 0;
    while (at < t.length && glyph_at(t, at, &next) == GLYPH_DIGIT &&
           n <= NUMBERS_MOST)
        n = n * 10 + (unsigned)(glyph_next(t, &at) - '0');
    if (n == 0 || n > NUMBERS_MOST)
        return 0;
    *rest = text_trim(text_from(t, glyph_skip(t, at, false)));
    if (text_equal(*rest, text_of("名称")) || text_equal(*rest, text_of("名")))
        *rest = text_of("指標名");
    return rest->length > 0 ? n : 0;
}

static bool is_head(item_rows *m, uint32_t row)
{
    static const char *const items[] = { "項目", "項目名" };
    static const char *const values[] = { "内容", "値", "回答", "記載内容",
                                          "記入内容", "入力値" };
    const sheet_view *v = &m->reader->view;
    uint32_t c = view_next(v, row, 0), next;

    m->key = c;
    for (unsigned n = 0; c != UINT32_MAX && n < CELLS_IN_FRONT; n++, c = next) {
        next = view_next(v, row, c + 1);
        if (next == UINT32_MAX || c == m->key ||
            !text_in(view_text(v, row, c), items, COUNT(items)) ||
            !text_in(view_text(v, row, next), values, COUNT(values)))
            continue;
        m->head = row;
        m->item = c;
        m->value = next;
        return true;
    }
    return false;
}

static size_t place_of(const item_rows *m, text rest, bool numbered)
{
    size_t n = 0;

    while (n < m->count && (m->numbered[n] != numbered ||
                            !text_equal(m->items[n], rest)))
        n++;
    return n;
}

/* All rows have a key and an item; the items are those of few columns, a
 * project's name and numbered indicators among them. */
static bool find_items(item_rows *m)
{
    const sheet_view *v = &m->reader->view;
    text before = text_of("");
    size_t behind = 0;
    unsigned last = 0, keys = 0;
    bool named = false, kpis = false;

    for (uint32_t row = m->head + 1; row < v->grid->rows; row++) {
        text key = view_text(v, row, m->key), rest,
             t = view_text(v, row, m->item);
        unsigned which = split(t, &rest);
        size_t n;

        if (view_next(v, row, 0) == UINT32_MAX)
            continue;
        if (key.length == 0 || t.length == 0 || t.length > ITEM_BYTES ||
            !view_begins(v, row, m->key) || !view_begins(v, row, m->item) ||
            !view_begins(v, row, m->value))
            return false;
        if (!text_equal(key, before)) {
            keys++;
            behind = 0;
            last = 0;
            m->lines++;
        } else if (which > 0 && which != last && last > 0) {
            if (which < last)
                return false;
            m->lines++;
        }
        before = key;
        last = which > 0 ? which : last;
        n = place_of(m, rest, which > 0);
        if (n == m->count) { /* behind what stands in front of it here */
            if (m->count == ITEMS_MOST)
                return false;
            for (n = m->count++; n > behind; n--) {
                m->items[n] = m->items[n - 1];
                m->from[n] = m->from[n - 1];
                m->numbered[n] = m->numbered[n - 1];
            }
            m->items[n] = rest;
            m->from[n] = view_cell(v, row, m->item);
            m->numbered[n] = which > 0;
        }
        behind = n + 1;
        named = named || (which == 0 && text_starts(rest, "事業名"));
        kpis = kpis || (which > 0 && text_equal(rest, text_of("指標名")));
    }
    return keys > 1 && named && kpis;
}

/* A project's own cells stand beside all its lines. */
static bool merge_own(const item_rows *m, remake *made, uint32_t first,
                      uint32_t last)
{
    bool ok = true;

    for (size_t n = 0; n < m->count && ok && first > 0; n++)
        if (!m->numbered[n])
            ok = remake_merge(made, first, (uint32_t)n, last, (uint32_t)n);
    return ok;
}

static bool put_all(item_rows *m, remake *made)
{
    const sheet_view *v = &m->reader->view;
    text before = text_of("");
    uint32_t line = 0, first = 0;
    uint32_t held[ITEMS_MOST] = { 0 }; /* the last line with that item */
    unsigned last = 0;

    m->fits = true;
    made->rows[0] = m->head;
    for (size_t n = 0; n < m->count; n++) {
        made->cols[n] = m->value;
        if (!remake_put(made, m->from[n], m->items[n], 0, (uint32_t)n))
            return false;
    }
    for (uint32_t row = m->head + 1; row < v->grid->rows; row++) {
        text key = view_text(v, row, m->key), rest;
        unsigned which = split(view_text(v, row, m->item), &rest);
        const cell *c = view_cell(v, row, m->value);
        uint32_t at;
        size_t n;

        if (key.length == 0)
            continue;
        if (!text_equal(key, before)) {
            if (!merge_own(m, made, first, line))
                return false;
            first = ++line;
            last = 0;
            made->rows[line] = row;
        } else if (which > 0 && which != last && last > 0) {
            made->rows[++line] = row;
        }
        before = key;
        last = which > 0 ? which : last;
        n = place_of(m, rest, which > 0);
        at = which > 0 ? line : first;
        if (n == m->count || held[n] == at) {
            m->fits = false;
            return true;
        }
        held[n] = at;
        if (c != NULL && c->row == row &&
            !remake_put(made, c, text_of(""), at, (uint32_t)n))
            return false;
    }
    return merge_own(m, made, first, line);
}

bool item_rows_read(reader *r, arena *scratch, size_t *tables,
                    near_miss *near, bool *read)
{
    item_rows m = { .reader = r };
    const grid *g = r->view.grid;
    uint32_t row = 0;
    remake made;

    *read = false;
    while (row < HEAD_ROWS && row + 1 < g->rows && !is_head(&m, row))
        row++;
    if (m.value == 0 || !find_items(&m) ||
        !remake_fits((uint64_t)m.lines + 1, m.count))
        return true;
    return remake_init(&made, r, scratch, m.lines + 1, (uint32_t)m.count) &&
           put_all(&m, &made) &&
           (!m.fits || remake_read(&made, tables, near, read));
}
