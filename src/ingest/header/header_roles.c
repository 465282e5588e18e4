/*
 * header_roles.c - what a column holds, by the words above it
 */
#include "ingest/header/header_roles.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/header_bracket.h"
#include "ingest/header/header_contained.h"
#include "ingest/header/header_english.h"
#include "ingest/header/header_letters.h"
#include "ingest/header/header_lookup.h"
#include "ingest/header/header_number.h"
#include "ingest/header/header_pair.h"
#include "ingest/header/header_round.h"
#include "ingest/header/header_marks.h"
#include "ingest/header/header_unit.h"
#include "ingest/header/header_years.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/number_text.h"

/* Longer texts are data, or notes. */
enum { HEADER_MAX_BYTES = 240, SLOTS = 4096, FIGURE_UNIT_BYTES = 6 };

typedef struct cached {
    text typed;
    int context_year;
    header_word word;
    struct cached *next;
} cached;

typedef struct noted {
    text t;
    int context_year;
    unsigned note;
    struct noted *next;
} noted;

struct header_roles {
    arena *memory;
    const plan *plan;
    text *plan_keys;      /* plan words, folded */
    cached *slots[SLOTS]; /* by text */
    noted *notes[SLOTS];
    text_marks *contained; /* of each contained word, */
    text_marks hints[HEADER_HINTS]; /* and of each hint */
    const header_words *lookup;
    header_letters letters; /* of all words that are looked for */
};

static size_t slot_of(text t)
{
    return (size_t)(text_hash(t) % SLOTS);
}

static void collect_letters(header_roles *h)
{
    header_letters_init(&h->letters);
    for (size_t i = 0; i < header_synonym_count(); i++) {
        const header_synonym *word = header_synonym_at(i);

        header_letters_add(&h->letters, text_of(word->word),
                           word->role == ROLE_TARGET ||
                               word->role == ROLE_PLANNED);
    }
    for (const char *const *tail = header_year_tails; *tail != NULL; tail++)
        header_letters_add(&h->letters, text_of(*tail), true);
    for (const text *word = header_modifiers; word->bytes != NULL; word++)
        header_letters_add(&h->letters, *word, true);
    for (size_t i = 0; i < h->plan->word_count; i++)
        header_letters_add(&h->letters, h->plan_keys[i], true);
    header_letters_add(&h->letters, text_of(office_letters), false);
    header_letters_add(&h->letters, text_of(":"), true); /* 指標1：実績 */
    header_letters_add(&h->letters, text_of("第期"), false); /* 第9期計画 */
    for (size_t i = 0; i < HEADER_INDEX_LETTERS; i++) /* 指標ア */
        header_letters_add(&h->letters, text_of(header_index_letters[i][1]),
                           false);
}

header_roles *header_roles_new(arena *a, const plan *p)
{
    header_roles *h = arena_alloc(a, sizeof(*h));

    if (h == NULL)
        return NULL;
    h->memory = a;
    h->plan = p;
    h->lookup = header_words_new(a);
    h->plan_keys = arena_array(a, p->word_count + 1, sizeof(*h->plan_keys));
    h->contained = arena_array(a, header_contained_count,
                               sizeof(*h->contained));
    if (h->lookup == NULL || h->plan_keys == NULL || h->contained == NULL)
        return NULL;
    for (size_t i = 0; i < header_contained_count; i++)
        h->contained[i] = text_marks_of(text_of(header_contained[i].word));
    header_hints_mark(h->hints);
    for (size_t i = 0; i < p->word_count; i++)
        if (!fold_key(a, &h->plan_keys[i], text_of(p->words[i].word)))
            return NULL;
    collect_letters(h);
    return h;
}

/* ---- Deciding --------------------------------------------------------- */

static bool decide_exact(header_roles *h, header_word *w, text key)
{
    const header_synonym *s = w->has_year ? header_lookup_letter(key) : NULL;
    unsigned index = 0;
    text base = key;

    if (s == NULL)
        s = header_lookup_close(h->lookup, key);
    if (s == NULL) {
        base = header_take_index(key, &index);
        while (base.length > 0 && (text_ends(base, "-") ||
                                   text_ends(base, ".") ||
                                   text_ends(base, "_")))
            base = text_cut(base, 0, base.length - 1);
        s = index != 0 ? header_lookup(h->lookup, base) : NULL;
        if (s != NULL && key.length > 0 && ascii_is_digit(key.bytes[0]) &&
            (s->role == ROLE_BREAKDOWN || role_is_level(s->role)))
            return false; /* 3地区, 5事業: a figure */
    }
    if (s == NULL)
        return false;
    header_set_role(w, s, true);
    w->index = index;
    if (index != 0 && (s->role == ROLE_NO || s->role == ROLE_CODE)) {
        const header_synonym *counted =
            header_lookup(h->lookup, header_numbered(base));

        w->role = counted != NULL && counted->role == ROLE_KPI
                      ? ROLE_KPI   /* KPI No.3, 指標番号3 */
                      : ROLE_NAME; /* 整理番号3 | 利用者数: no number's label */
    }
    return true;
}

/* 局・部, 課・室名: several offices in one word. */
static bool decide_offices(header_word *w, text key)
{
    office_level lowest, first = office_levels(key, &lowest);

    if (first == OFFICE_NONE)
        return false;
    w->role = first <= OFFICE_DEPARTMENT ? ROLE_BUREAU : ROLE_DIVISION;
    w->rank = 0;
    w->exact = true;
    return true;
}

/* 事業の名称／担当: the first of two known words, whose cells hold both. 責任部署,
 * 現状数値: a synonym among words that say nothing of their own. */
static void decide_composed(const header_roles *h, header_word *w, text key)
{
    const header_synonym *s;

    if (key.length > HEADER_BASE_BYTES &&
        (key = header_cut_owner(key)).length > HEADER_BASE_BYTES)
        return;
    s = header_lookup_first(h->lookup, key);
    if (s == NULL)
        s = header_lookup_composed(h->lookup, key);
    if (s != NULL)
        header_set_role(w, s, header_asks_office(s, key));
}

static void decide_contained(const header_roles *h, header_word *w, text key,
                             text_marks held)
{
    const header_synonym *s = key.length > HEADER_BASE_BYTES
                                  ? NULL
                                  : header_contained_find(h->lookup,
                                                          h->contained, key,
                                                          held);

    if (s == NULL)
        return;
    header_set_role(w, s, false);
    if (role_is_figure(w->role) && header_tells_of_figure(key))
        w->role = ROLE_REMARK;
    else
        header_take_index(key, &w->index);
}

static bool decide_by_plan(header_roles *h, header_word *w, text whole,
                           text bare)
{
    for (size_t i = 0; i < h->plan->word_count; i++)
        if (h->plan_keys[i].length > 0 &&
            (text_equal(h->plan_keys[i], whole) ||
             text_equal(h->plan_keys[i], bare))) {
            w->role = role_from_id(h->plan->words[i].role);
            w->exact = w->from_plan = true;
            for (size_t k = 0; k < header_synonym_count(); k++)
                if (header_synonym_at(k)->role == w->role)
                    w->rank = header_synonym_at(k)->rank;
            return w->role != ROLE_NONE;
        }
    return false;
}

static const char *const year_words[] = { "年度", "年", "末", "時点", "現在",
                                          "度", "()", "年度末", "n", "中" };

static void decide(header_roles *h, header_word *w, text typed,
                   int context_year)
{
    arena *a = h->memory;
    const header_synonym *told;
    header_synonym counted;
    text whole, bare, whole_cut, bare_cut;
    text_marks held;
    unsigned hints;

    if (!fold_both(a, &whole, &bare, typed))
        return;
    if (decide_by_plan(h, w, whole, bare)) {
        header_take_year(a, whole, w, context_year);
        return;
    }
    held = text_marks_of(whole); /* what is cut from it has no others */
    if (header_is_part_of_year(whole, held)) {
        w->role = ROLE_IGNORED;
        w->exact = true;
        return;
    }
    if (text_may_hold(held, "("))
        header_find_unit(h->memory, h->lookup, &w->unit, typed);
    bare = header_cut_footnote(a, bare, held);
    whole = header_cut_footnote(a, whole, held);
    bare = header_cut_request(bare, held);
    whole = header_cut_request(whole, held);
    hints = header_hints(whole, held, h->hints);
    w->final = (hints & HINT_FINAL) != 0;
    w->cumulative = (hints & HINT_TOTAL) != 0 &&
                    text_find(whole, "場合", 0) == SIZE_MAX;
    w->preliminary = (hints & HINT_EARLY) != 0;
    if (header_lookup(h->lookup, whole) != NULL) {
        decide_exact(h, w, whole);
        return;
    }
    counted = header_level_number(h->lookup, whole);
    if (counted.role != ROLE_NONE) {
        header_set_role(w, &counted, true);
        return;
    }
    whole_cut = header_take_year(a, whole, w, context_year);
    bare_cut = bare;
    if (w->has_year && header_is_figure(whole_cut))
        return;
    if (w->has_year) {
        header_word scratch = *w;

        bare_cut = header_take_year(a, bare, &scratch, context_year);
    }
    while (text_ends(whole_cut, "()"))
        whole_cut = text_cut(whole_cut, 0, whole_cut.length - 2);
    if (w->has_year && (bare_cut.length == 0 || whole_cut.length == 0 ||
                        text_in(whole_cut, year_words,
                                sizeof(year_words) / sizeof(*year_words)))) {
        header_word inner = *w;

        /* `R2（実績）`: the brackets hold the role */
        while (text_starts(whole_cut, "(") && text_ends(whole_cut, ")"))
            whole_cut = text_cut(whole_cut, 1, whole_cut.length - 1);
        if (!decide_exact(h, &inner, whole_cut))
            decide_contained(h, &inner, whole_cut, held);
        if (inner.role == ROLE_TARGET_YEAR && w->final)
            inner.role = ROLE_NONE; /* R5年度（最終年度）: it stands there */
        if (bare_cut.length == 0 && inner.role != ROLE_NONE)
            *w = inner;
        else
            w->year_only = true;
        return;
    }
    if (bare_cut.length > 0 && decide_exact(h, w, bare_cut)) {
        if (w->role == ROLE_GRADE || w->role == ROLE_STATUS ||
            w->role == ROLE_ACTUAL || w->role == ROLE_VALUE ||
            w->role == ROLE_BUREAU || role_is_level(w->role))
            header_by_bracket(h->lookup, w, whole_cut);
        else if (w->role == ROLE_TARGET && !w->has_year &&
                 (told = header_bracket_indicator(h->lookup, whole_cut)) != NULL)
            header_set_role(w, told, true);
        if (w->index == 0)
            w->index = header_bracket_index(w->role, whole_cut);
        return;
    }
    if (decide_exact(h, w, whole_cut) || decide_offices(w, whole_cut) ||
        decide_exact(h, w, header_cut_term(whole_cut)) ||
        header_by_round(h->lookup, w, whole_cut))
        return;
    decide_composed(h, w, bare_cut.length > 0 ? bare_cut : whole_cut);
    if (w->role == ROLE_NONE)
        decide_contained(h, w, bare_cut.length > 0 ? bare_cut : whole_cut, held);
    if (w->role == ROLE_NONE || w->role == ROLE_TARGET)
        header_by_bracket(h->lookup, w, whole_cut);
    if (w->role == ROLE_NONE && w->has_year &&
        (told = header_bracket_figure(h->lookup, whole_cut)) != NULL)
        header_set_role(w, told, true);
    if (w->role == ROLE_NONE && !w->has_year)
        w->index = header_bare_index(whole_cut);
    w->year_named = w->role == ROLE_NONE && w->has_year &&
                    whole_cut.length <= HEADER_BASE_BYTES &&
                    !header_holds_figures(whole_cut) &&
                    !header_is_count(a, whole_cut);
}

/* 現状（H26年度）→ 目標（H31年度）: a target whose cells begin with the
 * baseline. */
static bool decide_change(header_roles *h, header_word *w, text typed,
                          int context_year)
{
    header_word left = *w, right = *w;
    size_t start, end;

    if (!header_find_arrow(typed, &start, &end))
        return false;
    decide(h, &left, text_trim(text_cut(typed, 0, start)), context_year);
    if (left.role != ROLE_BASELINE && left.role != ROLE_ACTUAL &&
        left.role != ROLE_KPI)
        return false; /* as of most cells with an arrow, which are data */
    decide(h, &right, text_trim(text_from(typed, end)), context_year);
    if (left.role == ROLE_KPI) { /* KPI　平成30年度 → 令和5年度 */
        if (!left.has_year || !right.year_only)
            return false;
        *w = left;
        w->years = (year_span){ 0 };
        w->has_year = false;
        return true;
    }
    if (right.role != ROLE_TARGET && right.role != ROLE_PLANNED)
        return false;
    *w = right;
    w->before = left.years;
    header_take_both_years(w, text_from(typed, end), context_year);
    if (w->unit.length == 0)
        w->unit = left.unit;
    return true;
}

/* 基準値／目標値, 目標値（基準値）: a target whose cells hold the baseline too. */
static void decide_pair(header_roles *h, header_word *w, text typed,
                        int context_year)
{
    const header_word plain = { .unit = w->unit, .name = w->name };
    text parts[2];

    if ((w->role != ROLE_BASELINE && w->role != ROLE_TARGET) ||
        !header_may_pair(typed))
        return;
    for (size_t at = 0; header_next_pair(parts, typed, &at);) {
        header_word first = plain, second = plain;
        bool base_first;

        decide(h, &first, parts[0], context_year);
        base_first = first.role == ROLE_BASELINE;
        if (!first.exact || (!base_first && first.role != ROLE_TARGET))
            continue;
        decide(h, &second, parts[1], context_year);
        if (!second.exact ||
            second.role != (base_first ? ROLE_TARGET : ROLE_BASELINE))
            continue;
        *w = base_first ? second : first;
        w->pair = base_first ? PAIR_BASELINE_FIRST : PAIR_TARGET_FIRST;
        w->before = base_first ? first.years : second.years;
        return;
    }
}

/* 指標1_基準値（H26）, KPI②・実績: the label of one of several indicators in
 * front of what the column holds. */
static bool decide_labelled(header_roles *h, header_word *w, text typed,
                            int context_year)
{
    text key, rest;
    unsigned index = 0;
    header_word inner = *w;

    if (!fold_key(h->memory, &key, typed))
        return false;
    rest = header_cut_label(key, &index);
    if (index == 0)
        return false;
    decide(h, &inner, rest, context_year);
    if (!inner.exact)
        return false;
    if (inner.role == ROLE_NAME)
        inner.role = ROLE_KPI;
    header_find_unit(h->memory, h->lookup, &inner.unit, typed);
    *w = inner;
    w->index = index;
    return true;
}

/* 858人 below 累計: with it a figure; 5年間 tells what a column holds. */
static bool is_figure_line(header_roles *h, text line)
{
    size_t next;
    figure f;

    return glyph_at(line, 0, &next) == GLYPH_DIGIT &&
           number_text_parse(h->memory, &f, line) &&
           text_find(f.unit, "年", 0) == SIZE_MAX;
}

/* 指標 above Indicator, 基準値（2019年） above Baseline (2019): one line of
 * several may say it, and another one its year. */
static void decide_by_line(header_roles *h, header_word *w, text typed,
                           int context_year)
{
    header_word found = *w;
    year_span years = w->has_year ? w->years : (year_span){ 0 };
    bool plain = true; /* nothing but a year and what is none of a header */
    bool figures = false;

    for (size_t at = 0; at < typed.length;) {
        header_word line = { .unit = w->unit, .name = w->name };
        text words = text_line(typed, &at);

        decide(h, &line, words, context_year);
        figures = figures || is_figure_line(h, words);
        if (line.has_year && years.to == 0)
            years = line.years;
        plain = plain && line.year_only && line.years.to == years.to;
        if (line.role == ROLE_NONE || !line.exact || found.exact ||
            (w->role != ROLE_NONE && w->role != line.role))
            continue;
        line.name = w->name;
        if (line.unit.length == 0)
            line.unit = w->unit;
        found = line;
    }
    if (found.exact ? found.role == ROLE_TOTAL && figures
                    : !plain || years.to == 0)
        return;
    *w = found;
    w->year_only = !found.exact;
    if (!w->has_year) {
        w->years = years;
        w->has_year = years.to != 0 || years.from != 0;
    }
}

/* 実績 Actual: the Japanese words alone may say it exactly. */
static bool decide_japanese(header_roles *h, header_word *w, text typed,
                            int context_year)
{
    header_word inner = { .unit = w->unit, .name = w->name };
    text japanese;

    if (!header_drop_english(h->memory, &japanese, typed))
        return false;
    decide(h, &inner, japanese, context_year);
    if (!inner.exact && !inner.year_only)
        return false;
    *w = inner;
    return true;
}

/* Decides, and keeps nothing of the work but the unit's text. */
static void decide_and_keep(header_roles *h, cached *c)
{
    arena_mark mark = arena_get_mark(h->memory);
    char unit[3 * HEADER_MAX_BYTES];
    text found = { "", 0 };
    char *copy;

    if (!decide_change(h, &c->word, c->typed, c->context_year) &&
        !decide_labelled(h, &c->word, c->typed, c->context_year))
        decide(h, &c->word, c->typed, c->context_year);
    decide_pair(h, &c->word, c->typed, c->context_year);
    if (!c->word.exact && !c->word.year_only &&
        !decide_japanese(h, &c->word, c->typed, c->context_year) &&
        text_find(c->typed, "\n", 0) != SIZE_MAX)
        decide_by_line(h, &c->word, c->typed, c->context_year);
    if (c->word.unit.bytes != NULL && c->word.unit.length <= sizeof(unit)) {
        memcpy(unit, c->word.unit.bytes, c->word.unit.length);
        found = text_slice(unit, c->word.unit.length);
    }
    arena_rewind(h->memory, mark);
    c->word.unit = text_of("");
    copy = found.length == 0
               ? NULL : arena_strndup(h->memory, found.bytes, found.length);
    if (copy != NULL)
        c->word.unit = text_slice(copy, found.length);
}

static cached *find_cached(header_roles *h, size_t slot, text typed,
                           int context_year)
{
    cached *c = h->slots[slot];

    while (c != NULL && (c->context_year != context_year ||
                         !text_equal(c->typed, typed)))
        c = c->next;
    return c;
}

static cached *make_cached(header_roles *h, size_t slot, text typed,
                           int context_year)
{
    cached *c = arena_alloc(h->memory, sizeof(*c));
    char *copy = c == NULL ? NULL : arena_strndup(h->memory, typed.bytes,
                                                  typed.length);

    if (copy == NULL)
        return NULL;
    c->typed = text_slice(copy, typed.length);
    c->context_year = context_year;
    c->word.unit = text_of("");
    c->word.name = c->typed;
    c->next = h->slots[slot];
    h->slots[slot] = c;
    return c;
}

/* 1,204件, 38%: a figure and its unit of a letter or two is most of what the
 * cells of a table hold, and no header; 1実績 and 28年度 are. */
static bool is_figure(const header_roles *h, text t)
{
    size_t at = 0, digits = 0;
    text unit;

    if (h->plan->word_count > 0)
        return false; /* which may be anything */
    for (; at < t.length; at++)
        if (ascii_is_digit(t.bytes[at]))
            digits++;
        else if (at == 0 || (t.bytes[at] != ',' && t.bytes[at] != '.'))
            break;
    unit = text_from(t, at);
    if (digits == 0 || (digits == 4 && at == 4) || unit.length == 0 ||
        unit.length > FIGURE_UNIT_BYTES)
        return false; /* 2016実績 */
    return text_is(unit, "%") ||
           (header_letters_no_year(&h->letters, unit) &&
            header_lookup(h->lookup, unit) == NULL);
}

const header_word *header_roles_find(header_roles *h, text typed,
                                     int context_year)
{
    static const header_word nothing = { .unit = { "", 0 },
                                         .name = { "", 0 } };
    size_t slot;
    cached *c;

    typed = header_cut_question(text_trim(typed));
    if (typed.length == 0 || typed.length > HEADER_MAX_BYTES ||
        text_starts(typed, "※") || text_starts(typed, "（注") ||
        is_figure(h, typed))
        return &nothing;
    slot = slot_of(typed);
    c = find_cached(h, slot, typed, context_year);
    if (c != NULL)
        return &c->word;
    c = make_cached(h, slot, typed, context_year);
    if (c == NULL)
        return &nothing;
    decide_and_keep(h, c);
    return &c->word;
}

bool header_roles_may_be(const header_roles *h, text typed,
                         int context_year)
{
    return typed.length <= HEADER_MAX_BYTES &&
           header_letters_may(&h->letters, typed, context_year);
}

unsigned *header_roles_note(header_roles *h, text t, int context_year)
{
    size_t slot = slot_of(t);
    noted *n = h->notes[slot];
    char *copy;

    while (n != NULL && (n->context_year != context_year ||
                         !text_equal(n->t, t)))
        n = n->next;
    if (n != NULL)
        return &n->note;
    if (h->memory->used > HEADER_NOTES_BYTES ||
        (n = arena_alloc(h->memory, sizeof(*n))) == NULL ||
        (copy = arena_strndup(h->memory, t.bytes, t.length)) == NULL)
        return NULL;
    n->t = text_slice(copy, t.length);
    n->context_year = context_year;
    n->next = h->notes[slot];
    h->notes[slot] = n;
    return &n->note;
}
