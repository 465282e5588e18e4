/*
 * bracket_pair.c - a figure, and in brackets behind it what was planned
 */
#include "ingest/reader/bracket_pair.h"

#include <string.h>

#include "ingest/reader/sheet_note.h"
#include "wording/fold.h"
#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { NOTE_BYTES = 400, PAIR_BYTES = 60 };

/* What the notes of a sheet say, as reader.bracket_pairs keeps it. */
enum { PAIRS_ASKED = 1, PAIRS_PLAN_INSIDE = 2, PAIRS_PLAN_OUTSIDE = 4,
       PAIRS_PENDING = 8 };

static const char *const plans[] = { "目標値", "目標", "計画値", "計画",
                                     "見込値", "見込み", "見込" };
static const char *const actuals[] = { "実績値", "実績" };

/* Does `front(behind)` stand in folded words? */
static bool says(text key, const char *front, const char *behind)
{
    size_t size = strlen(front), at = text_find(key, front, 0);

    for (; at != SIZE_MAX; at = text_find(key, front, at + size)) {
        text rest = text_from(key, at + size);
        size_t inner = text_prefix(text_from(rest, text_prefix(rest, "(")),
                                   behind);

        if (text_starts(rest, "(") && inner > 0 &&
            text_starts(text_from(rest, 1 + inner), ")"))
            return true;
    }
    return false;
}

/* ( )は目標, カッコ内は計画値, and no more of it: not 目標達成率. */
static bool says_inside(text key)
{
    static const char *const brackets[] = { "()は", "()内は", "()書きは",
                                            "括弧内は", "括弧書きは",
                                            "カッコ内は", "かっこ内は",
                                            "カッコ書きは" };
    static const char *const ends[] = { "。", ",", "、", "で", "を", ")", "※" };

    for (size_t i = 0; i < COUNT(brackets); i++) {
        size_t at = text_find(key, brackets[i], 0);
        text rest = at == SIZE_MAX
                        ? text_of("")
                        : text_from(key, at + strlen(brackets[i]));

        for (size_t n = 0; rest.length > 0 && n < COUNT(plans); n++) {
            size_t size = text_prefix(rest, plans[n]), more;

            for (more = 0; size > 0 && more < COUNT(ends); more++)
                if (text_starts(text_from(rest, size), ends[more]))
                    return true;
            if (size > 0 && size == rest.length)
                return true;
        }
    }
    return false;
}

/* Which of both ways words say: PAIRS_PLAN_INSIDE, PAIRS_PLAN_OUTSIDE. */
static unsigned ways(arena *a, text t)
{
    unsigned said = 0;
    text key;

    if (t.length > NOTE_BYTES || !text_contains_one(t, plans, COUNT(plans)) ||
        !fold_key(a, &key, t))
        return 0;
    for (size_t i = 0; i < COUNT(plans); i++)
        for (size_t n = 0; n < COUNT(actuals); n++)
            said |= (says(key, actuals[n], plans[i]) ? PAIRS_PLAN_INSIDE : 0) |
                    (says(key, plans[i], actuals[n]) ? PAIRS_PLAN_OUTSIDE : 0);
    return said != 0 || !says_inside(key) ? said : PAIRS_PLAN_INSIDE;
}

static bool notes_inside(arena *a, text note)
{
    return (ways(a, note) & PAIRS_PLAN_INSIDE) != 0;
}

static bool notes_outside(arena *a, text note)
{
    return (ways(a, note) & PAIRS_PLAN_OUTSIDE) != 0;
}

/* 前が空白の年度は、これから報告 */
static bool notes_pending(arena *a, text note)
{
    static const char *const later[] = { "これから", "今後", "未到来",
                                         "未報告", "報告前" };
    size_t at = text_find(note, "空白", 0);

    (void)a;
    at = at == SIZE_MAX ? text_find(note, "空欄", 0) : at;
    return note.length <= NOTE_BYTES && at != SIZE_MAX &&
           text_contains_one(text_from(note, at), later, COUNT(later));
}

static unsigned look(const reader *r)
{
    bool (*const asked[])(arena *, text) = { notes_inside, notes_outside,
                                             notes_pending };
    static const unsigned means[] = { PAIRS_PLAN_INSIDE, PAIRS_PLAN_OUTSIDE,
                                      PAIRS_PENDING };
    unsigned found = PAIRS_ASKED;

    for (size_t i = 0; i < COUNT(asked); i++)
        if (sheet_note_find(r, asked[i]))
            found |= means[i];
    return found;
}

/* 297（330）: what stands in front of the only bracket, at the end, and in it.
 */
static bool split(text t, text *front, text *inside)
{
    size_t close = t.length, open = SIZE_MAX, next;

    if (t.length > PAIR_BYTES || !glyph_may_close(t) ||
        glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return false;
    close = glyph_back(t, t.length);
    for (size_t at = 0; at < close; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if ((c == GLYPH_OPEN && open != SIZE_MAX) || c == GLYPH_CLOSE)
            return false;
        if (c == GLYPH_OPEN) {
            open = at;
            *inside = text_trim(text_cut(t, next, close));
        }
    }
    if (open == SIZE_MAX || inside->length == 0)
        return false;
    *front = text_trim(text_cut(t, 0, open));
    return glyph_skip_digits(*inside, 0) > 0 ||
           glyph_skip_digits(*front, 0) > 0;
}

bool bracket_pair_read(bracket_pair *out, reader *r, text header, text words)
{
    unsigned said;
    text front, inside;

    if (!split(text_trim(words), &front, &inside))
        return false;
    if (r->bracket_pairs == 0)
        r->bracket_pairs = look(r);
    said = ways(r->memory, header);
    if (said == 0)
        said = r->bracket_pairs & (PAIRS_PLAN_INSIDE | PAIRS_PLAN_OUTSIDE);
    *out = (bracket_pair){ .actual = front, .planned = inside };
    if (said == PAIRS_PLAN_OUTSIDE)
        *out = (bracket_pair){ .actual = inside, .planned = front };
    out->pending = (r->bracket_pairs & PAIRS_PENDING) != 0;
    return said == PAIRS_PLAN_INSIDE || said == PAIRS_PLAN_OUTSIDE;
}
