/*
 * kpi_way_settle.c - notes and remarks give indicators the way they are to go
 */
#include "ingest/kpi/kpi_way_parts.h"
#include "ingest/kpi/kpi_wish.h"
#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { NAME_LEAST = 9 };

/* -1: the target lies below the baseline, 1: above it; 0: that is not known. */
static int aims_at(const kpi *k)
{
    const quantity *from = &k->baseline.value, *to = &k->target.value;

    return from->known && to->known ? number_compare(to->value, from->value)
                                    : 0;
}

static bool units_differ(const kpi *k)
{
    return k->baseline.unit[0] != '\0' && k->target.unit[0] != '\0' &&
           strcmp(k->baseline.unit, k->target.unit) != 0;
}

static bool agrees(kpi_direction way, int aims)
{
    return (way != DIRECTION_DOWN || aims <= 0) &&
           (way != DIRECTION_UP || aims >= 0);
}

/* ごみの排出量［減］, 空き店舗率▼ of which no note says more: where the target lies
 * below the baseline it means that. */
static void take_plain_mark(reader *r, kpi *k, int aims)
{
    static const struct plain_mark {
        const char *core;
        int aims;
    } marks[] = {
        { "減", -1 }, { "減少", -1 }, { "逆", -1 }, { "↓", -1 }, { "↘", -1 },
        { "▼", -1 },  { "▽", -1 },    { "増", 1 },  { "増加", 1 }, { "↑", 1 },
        { "↗", 1 },
    };
    way_mark mark;

    if (!kpi_way_mark_behind(&mark, text_of(k->name)))
        return;
    for (size_t i = 0; i < COUNT(marks); i++)
        if (marks[i].aims == aims && text_is(mark.core, marks[i].core)) {
            k->direction = aims < 0 ? DIRECTION_DOWN : DIRECTION_UP;
            k->name = reader_text(r, mark.rest);
        }
}

/* ---- A remark --------------------------------------------------------- */

/* 減少が望ましい指標: it says so of what it stands beside, and of nothing else. */
static bool remark_says(kpi_direction *out, const kpi *k, text t, int aims)
{
    size_t next;
    wish w;

    if (glyph_at(t, 0, &next) == GLYPH_NOTE)
        t = text_trim(text_from(t, next));
    if (!wish_find(&w, t, 0) || !kpi_way_links(text_cut(t, 0, w.start)))
        return false;
    if (units_differ(k))
        aims = 0;
    if (!agrees(w.direction, aims))
        return false;
    *out = w.direction;
    return aims != 0 || w.good ||
           text_starts(text_from(t, w.end), "とする指標") ||
           text_starts(text_from(t, w.end), "す指標");
}

static void take_remark(const project *p, kpi *k, int aims)
{
    kpi_direction way;

    if (k->direction != DIRECTION_UNKNOWN)
        return;
    if (k->remark[0] != '\0' &&
        remark_says(&way, k, text_of(k->remark), aims))
        k->direction = way;
    for (size_t i = 0; p->kpi_count == 1 && i < p->note_count &&
                       k->direction == DIRECTION_UNKNOWN; i++)
        if (remark_says(&way, k, text_of(p->notes[i]), aims))
            k->direction = way;
}

/* ---- A note ----------------------------------------------------------- */

static bool ends_name(text t, size_t at)
{
    size_t next;

    switch (glyph_at(t, at, &next)) {
    case GLYPH_KANJI:
        return glyph_word(t, at, "及び") > 0 || glyph_word(t, at, "並びに") > 0;
    case GLYPH_KATAKANA: case GLYPH_LATIN: case GLYPH_DIGIT:
        return false;
    default:
        return true;
    }
}

static bool begins_name(text t, size_t at)
{
    switch (at == 0 ? GLYPH_END : glyph_class_before(t, at)) {
    case GLYPH_KANJI: case GLYPH_KATAKANA: case GLYPH_LATIN:
        return false;
    default:
        return true;
    }
}

/* 待機児童数は少ないほど良い: the name stands in front of the wish. */
static bool names_kpi(const struct way_note *note, const kpi *k)
{
    text name = text_of(k->name), t = note->words;
    size_t next, end = 0;

    while (end < name.length && glyph_at(name, end, &next) != GLYPH_OPEN)
        end = next;
    name = text_trim(text_cut(name, 0, end));
    if (name.length < NAME_LEAST)
        return false;
    for (size_t at = 0; (at = text_search(t, name.bytes, name.length, at)) !=
                        SIZE_MAX;
         at += name.length)
        if (begins_name(t, at) && ends_name(t, at + name.length))
            return true;
    return false;
}

/* 達成率＝実績／目標（減少を目指す指標は算出しない）, where － stands for the rate. */
static bool leaves_rate(const struct way_note *note, const kpi *k)
{
    static const char *const words[] = {
        "算出しない", "算定しない", "計算しない", "記載しない", "表示しない",
        "算出していない", "算定していない", "計算していない", "記載していない",
        "算出せず", "算定せず", "算出対象外", "算定対象外",
    };

    return !k->declared_rate.known && k->declared_rate_text[0] != '\0' &&
           no_number_is_missing(text_of(k->declared_rate_text)) &&
           (text_find(note->words, "達成率", 0) != SIZE_MAX ||
            text_find(note->rest, "達成率", 0) != SIZE_MAX) &&
           text_contains_one(note->rest, words, COUNT(words));
}

static void take_notes(reader *r, kpi *k)
{
    const struct way_notes *all = kpi_way_notes(r);

    for (size_t i = 0; i < all->count; i++)
        if (all->notes[i].direction == DIRECTION_DOWN &&
            (names_kpi(&all->notes[i], k) || leaves_rate(&all->notes[i], k)))
            k->direction = DIRECTION_DOWN;
}

void kpi_way_settle(reader *r, size_t first)
{
    for (size_t i = first; i < r->data->project_count; i++) {
        const project *p = &r->data->projects[i];

        for (size_t n = 0; n < p->kpi_count; n++) {
            kpi *k = &p->kpis[n];
            int aims;

            if (k->direction != DIRECTION_UNKNOWN)
                continue;
            aims = aims_at(k);
            if (aims != 0 && r->ways.marked && !units_differ(k))
                take_plain_mark(r, k, aims);
            if (k->remark[0] != '\0' || p->note_count > 0)
                take_remark(p, k, aims);
            if (aims < 0 && k->direction == DIRECTION_UNKNOWN &&
                !units_differ(k))
                take_notes(r, k);
        }
    }
}
