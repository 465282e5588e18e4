/*
 * old_copies.c - 【旧】H27報告: a sheet that says it is last year's report, or a copy
 */
#include "ingest/old_copies.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

enum { NAME_BYTES = 93, TITLE_BYTES = 150, TITLE_ROWS = 5, TITLE_CELLS = 2 };

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* In a sheet's name, and in the lines above its table. */
static const char *const phrases[] = {
    "前年度提出", "昨年度提出", "前回提出", "前年度報告", "昨年度報告",
    "前回報告", "前年度分", "昨年度分", "前回分", "前年度版", "昨年度版",
    "前回版", "過年度分", "過年度版", "前年度シート", "旧版", "旧様式",
    "旧データ", "旧シート", "バックアップ", "控え", "更新前", "修正前",
    "訂正前", "変更前", "差替前", "差し替え前",
};
/* One of these stands in each, and in few other texts. */
static const char *const begins[] = { "旧", "前", "昨", "過", "控", "バ" };
/* What follows makes it another thing: 前回報告からの変更点. */
static const char *const compared[] = { "から", "との", "より", "以降", "比",
                                        "時", "に対", "と比" };
/* A sheet's whole name. */
static const char *const whole[] = { "前年度", "昨年度", "前年", "昨年",
                                     "前回", "旧", "控" };
/* In a sheet's name, apart from other letters. */
static const char *const latin[] = { "old", "copy", "backup", "bak" };

static bool is_latin(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool names_latin(text t)
{
    for (size_t at = 0, next; at < t.length; at = next) {
        size_t size = glyph_any(t, at, latin, COUNT(latin)), end;

        glyph_at(t, at, &next);
        if (size == 0 || (at > 0 && is_latin(glyph_before(t, at))))
            continue;
        end = at + size;
        if (end == t.length || !is_latin(glyph_next(t, &end)))
            return true;
    }
    return false;
}

/* 【旧】, （旧）R3報告, 旧_R3, R3報告_旧: 旧 apart from kanji and kana, and no 復旧,
 * 旧町村. */
static bool names_old(text t)
{
    size_t next;

    for (size_t at = text_find(t, "旧", 0); at != SIZE_MAX;
         at = text_find(t, "旧", next)) {
        next = at + strlen("旧");
        if ((at == 0 || !glyph_is_letter(glyph_class_before(t, at))) &&
            (next == t.length || !glyph_is_letter(glyph_at(t, next, &at))))
            return true;
    }
    return false;
}

/* Do words name an old copy? A sheet's name may also be nothing but 前年度. */
static bool names_copy(text t, bool name)
{
    bool may;

    if (t.length > (name ? NAME_BYTES : TITLE_BYTES))
        return false;
    may = text_contains_one(t, begins, COUNT(begins));
    for (size_t i = 0; may && i < COUNT(phrases); i++) {
        size_t at = text_find(t, phrases[i], 0);

        if (at != SIZE_MAX &&
            glyph_any(t, at + strlen(phrases[i]), compared,
                      COUNT(compared)) == 0)
            return true;
    }
    return (may && names_old(t)) ||
           (name && ((may && text_in(text_trim(t), whole, COUNT(whole))) ||
                     text_find(t, "コピー", 0) != SIZE_MAX ||
                     names_latin(t)));
}

static void add(reader *r, place where, text words)
{
    struct old_sheet *slot =
        arena_push(r->memory, (void **)&r->old_sheets, &r->old_count,
                   &r->old_capacity, sizeof(*slot));

    if (slot == NULL) {
        r->failed = true;
        return;
    }
    slot->where = where;
    slot->words = reader_line(r, words);
}

void old_copies_note(reader *r)
{
    const sheet_view *v = &r->view;
    text name = text_of(v->grid->sheet);

    if (book_sheet_count(v->book) < 2 || v->grid->rows == 0)
        return;
    if (names_copy(name, true)) {
        add(r, view_place(v, 0, 0), name);
        return;
    }
    for (uint32_t row = 0; row < TITLE_ROWS && row < v->grid->rows; row++) {
        unsigned cells = 0;

        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1))
            if (++cells > TITLE_CELLS)
                return; /* a header */
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1))
            if (view_cell(v, row, c)->type == CELL_STRING &&
                names_copy(view_text(v, row, c), false)) {
                add(r, view_place(v, row, c), view_text(v, row, c));
                return;
            }
    }
}

/* ---- Does all of it stand elsewhere? ---------------------------------- */

static struct old_sheet *old_sheet_of(const reader *r, const char *sheet)
{
    for (size_t i = 0; i < r->old_count; i++)
        if (strcmp(r->old_sheets[i].where.sheet, sheet) == 0)
            return &r->old_sheets[i];
    return NULL;
}

/* Folded names of the projects on other sheets, in chains by their hash. */
typedef struct others {
    reader *reader;
    text *keys;    /* by project; empty of old sheets */
    size_t *heads; /* index + 1 of a chain's first */
    size_t *next;
    size_t slots;
} others;

static bool others_init(others *o, reader *r)
{
    size_t count = r->data->project_count;

    *o = (others){ .reader = r, .slots = count * 2 + 1 };
    o->keys = arena_array(r->memory, count + 1, sizeof(*o->keys));
    o->next = arena_array(r->memory, count + 1, sizeof(*o->next));
    o->heads = arena_array(r->memory, o->slots, sizeof(*o->heads));
    if (o->keys == NULL || o->next == NULL || o->heads == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const project *p = &r->data->projects[i];
        size_t slot;

        if (!fold_key(r->memory, &o->keys[i], text_of(p->name)))
            return false;
        if (old_sheet_of(r, p->where.sheet) != NULL)
            continue;
        slot = text_hash(o->keys[i]) % o->slots;
        o->next[i] = o->heads[slot];
        o->heads[slot] = i + 1;
    }
    return true;
}

static bool same_name(reader *r, const char *a, const char *b)
{
    text left, right;

    return strcmp(a, b) == 0 ||
           (fold_key(r->memory, &left, text_of(a)) &&
            fold_key(r->memory, &right, text_of(b)) &&
            text_equal(left, right));
}

static bool has_year(const kpi *k, int year)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].fiscal_year == year && k->actuals[i].value.known)
            return true;
    return false;
}

/* Has `now` a figure wherever the old one has? Its figures may be newer. */
static bool replaces(reader *r, const kpi *now, const kpi *old)
{
    if (!same_name(r, now->name, old->name) ||
        (old->baseline.value.known && !now->baseline.value.known) ||
        (old->target.value.known && !now->target.value.known))
        return false;
    for (size_t i = 0; i < old->actual_count; i++)
        if (old->actuals[i].value.known &&
            !has_year(now, old->actuals[i].fiscal_year))
            return false;
    return old->planned_count <= now->planned_count;
}

static bool stands_elsewhere(const others *o, size_t index)
{
    reader *r = o->reader;
    const project *old = &r->data->projects[index];
    size_t slot = text_hash(o->keys[index]) % o->slots;

    for (size_t i = o->heads[slot]; i != 0; i = o->next[i - 1]) {
        const project *now = &r->data->projects[i - 1];
        size_t found = 0;

        if (!text_equal(o->keys[i - 1], o->keys[index]))
            continue;
        for (size_t k = 0; k < old->kpi_count; k++)
            for (size_t n = 0; n < now->kpi_count; n++)
                if (replaces(r, &now->kpis[n], &old->kpis[k])) {
                    found++;
                    break;
                }
        if (found == old->kpi_count)
            return true;
    }
    return false;
}

/* ---- Leaving it out --------------------------------------------------- */

static bool is_of(const struct old_sheet *s, const char *sheet)
{
    return s != NULL && s->left_out && strcmp(s->where.sheet, sheet) == 0;
}

/* What was found on such a sheet, and its tables, are of no more interest. */
static void forget(reader *r, const struct old_sheet *s)
{
    finding_list *f = &r->data->findings;
    size_t kept = 0;

    for (size_t i = 0; i < f->count; i++)
        if (!is_of(s, f->items[i].where.sheet))
            f->items[kept++] = f->items[i];
    f->count = kept;
    kept = 0;
    for (size_t i = 0; i < r->missed_count; i++)
        if (!is_of(s, r->missed[i].where.sheet))
            r->missed[kept++] = r->missed[i];
    r->missed_count = kept;
    kept = 0;
    for (size_t i = 0; i < r->table_count; i++) {
        const ingest_table *t = &r->tables[i];
        ingest_ignored *slot;

        if (!is_of(s, t->sheet)) {
            r->tables[kept++] = r->tables[i];
            continue;
        }
        slot = arena_push(r->memory, (void **)&r->ignored, &r->ignored_count,
                          &r->ignored_capacity, sizeof(*slot));
        if (slot == NULL) {
            r->failed = true;
            return;
        }
        *slot = (ingest_ignored){ .sheet = t->sheet, .row = t->row,
                                  .last_row = t->last_row, .why = "note",
                                  .text = s->words };
    }
    r->table_count = kept;
}

void old_copies_leave_out(reader *r)
{
    dataset *d = r->data;
    size_t kept = 0;
    others o;

    if (r->old_count == 0)
        return;
    if (!others_init(&o, r)) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < d->project_count; i++) {
        struct old_sheet *s = old_sheet_of(r, d->projects[i].where.sheet);

        if (s != NULL && !s->keeps) {
            s->left_out = stands_elsewhere(&o, i);
            s->keeps = !s->left_out;
        }
    }
    for (size_t i = 0; i < d->project_count; i++)
        if (!is_of(old_sheet_of(r, d->projects[i].where.sheet),
                   d->projects[i].where.sheet))
            d->projects[kept++] = d->projects[i];
    d->project_count = kept;
    for (size_t i = 0; i < r->old_count; i++) {
        const struct old_sheet *s = &r->old_sheets[i];

        if (!s->left_out)
            continue;
        forget(r, s);
        if (finding_add(&d->findings, "old-copy-ignored", r->source, s->where,
                        s->words, s->where.sheet, (const char *)NULL) == NULL)
            r->failed = true;
    }
}
