/*
 * kpi_way_note.c - notes on a sheet that say which way its indicators are to go
 */
#include "ingest/kpi/kpi_way_note.h"

#include "ingest/kpi/kpi_way_parts.h"
#include "ingest/kpi/kpi_wish.h"
#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { NOTE_LEAST = 15, NOTE_MOST = 1200 };

/* Between a mark and what is wanted: ▼印の付いた指標は、数値が…. */
static const char *const links[] = {
    "印", "マーク", "記号", "付いた", "ついた", "付いている", "ついている",
    "付した", "付けた", "つけた", "付く", "つく", "ある", "指標", "項目",
    "もの", "kpi", "数値", "値", "について", "欄", "の", "は", "が", "を", "に",
    "で", "、", ",", ":", "=", "…", "-", " ",
};

/* ---- The sheet's notes ------------------------------------------------ */

void kpi_way_begin(reader *r, const grid *sheet)
{
    r->ways = (struct way_notes){ .sheet = sheet };
}

/* Cells that may be notes: most have none of these words. */
static bool may_wish(text t)
{
    static const char *const words[] = { "目標", "目指", "めざ", "目的", "望まし",
                                         "好まし", "良", "よい", "よく", "優れ",
                                         "改善", "指標" };

    if (t.length < NOTE_LEAST || t.length > NOTE_MOST)
        return false;
    return text_contains_one(t, words, COUNT(words));
}

static void add_notes(reader *r, text t)
{
    size_t from = 0, next;
    wish w;

    for (; wish_find(&w, t, from); from = w.end) {
        size_t begin = from, end = w.end;
        struct way_note *note;

        for (size_t at = from; at < w.start; at = next)
            if (glyph_at(t, at, &next) == GLYPH_BREAK ||
                glyph_word(t, at, "。") > 0)
                begin = next;
        while (end < t.length && glyph_at(t, end, &next) != GLYPH_BREAK &&
               glyph_word(t, end, "。") == 0)
            end = next;
        note = arena_push(r->memory, (void **)&r->ways.notes,
                          &r->ways.count, &r->ways.capacity, sizeof(*note));
        if (note == NULL) {
            r->failed = true;
            return;
        }
        *note = (struct way_note){ text_cut(t, begin, w.start),
                                   text_cut(t, w.end, end), w.direction };
    }
}

static void count_stars(reader *r, text t)
{
    if (!text_starts(t, "※"))
        return;
    for (size_t at = 0; (at = text_find(t, "※", at)) != SIZE_MAX;
         at += strlen("※")) {
        size_t next;

        if (glyph_digit(t, at + strlen("※"), &next) < 0)
            r->ways.stars++;
    }
}

const struct way_notes *kpi_way_notes(reader *r)
{
    const grid *g = r->ways.sheet;

    if (r->ways.sought || g == NULL)
        return &r->ways;
    r->ways.sought = true;
    for (size_t i = 0; i < g->count; i++) {
        text t = g->cells[i].value;

        if (g->cells[i].type != CELL_STRING)
            continue;
        if (may_wish(t))
            add_notes(r, t);
        count_stars(r, text_trim(t));
    }
    return &r->ways;
}

/* ---- What a note says of a mark --------------------------------------- */

bool kpi_way_links(text t)
{
    size_t size = 1;

    while (t.length > 0 && size > 0) {
        size = glyph_any(t, 0, links, COUNT(links));
        t = text_from(t, size);
    }
    return t.length == 0;
}

/* 値が小さいほど良い behind ※: the note may be one of anything. */
static bool names_mark(text tail)
{
    static const char *const first[] = { "印", "マーク", "記号", "付", "つ", "の",
                                         "は", "が", "を", ":", "=", "…" };

    return glyph_any(tail, 0, first, COUNT(first)) > 0;
}

/* Does the mark at a place of a note's words lead to its wish? */
static bool leads(const struct way_notes *all, text words, size_t at,
                  const way_mark *mark)
{
    size_t end = at + mark->core.length, next;
    bool opened = glyph_class_before(words, at) == GLYPH_OPEN;
    bool closed = glyph_at(words, end, &next) == GLYPH_CLOSE;
    text tail;

    if (mark->word && (!opened || !closed))
        return false;
    tail = text_trim(text_from(words, closed ? next : end));
    if (!kpi_way_links(tail))
        return false;
    return closed || !text_is(mark->core, "※") || names_mark(tail) ||
           all->stars == 1;
}

kpi_direction kpi_way_explained(reader *r, const way_mark *mark)
{
    const struct way_notes *all = kpi_way_notes(r);
    kpi_direction found = DIRECTION_UNKNOWN;

    for (size_t i = 0; i < all->count; i++) {
        const struct way_note *note = &all->notes[i];
        size_t at = 0;

        while ((at = text_search(note->words, mark->core.bytes,
                                 mark->core.length, at)) != SIZE_MAX &&
               !leads(all, note->words, at, mark))
            at += mark->core.length;
        if (at == SIZE_MAX)
            continue;
        if (found != DIRECTION_UNKNOWN && found != note->direction)
            return DIRECTION_UNKNOWN; /* each of two notes says another */
        found = note->direction;
    }
    return found;
}
