/*
 * project_grants.c - the grants of a project, in brackets or a cell of their
 * own
 */
#include "ingest/rows/project_grants.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/reader/project_grade.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/number_text.h"

enum { NOTE_BYTES = 600 };

/* 交付金, 交付金活用事業: that there is one, and デジタル田園都市国家構想交付金. */
static bool says_grant(text key)
{
    static const char *const ends[] = { "交付金", "交付金事業", "交付金活用",
                                        "交付金活用事業", "交付金対象",
                                        "交付金対象事業", "交付金充当事業" };

    return text_ends_in(key, ends, sizeof(ends) / sizeof(*ends));
}

bool project_is_grant(const reader *r, text t)
{
    text key, own;

    if (!fold_key(r->memory, &key, t) || key.length == 0)
        return false;
    if (text_starts(key, "地方創生") && !department_in_bracket(key, false))
        return true; /* but 地方創生課 */
    if (says_grant(key))
        return true;
    for (size_t i = 0; i < r->plan->grant_count; i++)
        if (fold_key(r->memory, &own, text_of(r->plan->grants[i])) &&
            text_equal(own, key))
            return true;
    return false;
}

/* The separator between grants in one pair of brackets, or 0. */
static size_t separator_at(text t, size_t at)
{
    static const char *const marks[] = { "、", "，", ",", "・", "／", "/", "\n" };

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (text_starts(text_from(t, at), marks[i]))
            return strlen(marks[i]);
    return 0;
}

/* Adds the grants of a list; false (and adds nothing) when one is none. */
static bool add_grants(reader *r, project *p, text list, bool all)
{
    for (unsigned pass = 0; pass < 2; pass++) {
        size_t start = 0;

        for (size_t at = 0; at <= list.length;) {
            size_t mark = at == list.length ? 1 : separator_at(list, at);
            text one;

            if (mark == 0) {
                utf8_next(list, &at);
                continue;
            }
            one = text_trim(text_cut(list, start, at));
            if (pass == 0 && !all && !project_is_grant(r, one))
                return false;
            if (pass == 1 && one.length > 0)
                reader_add_text(r, &p->grants, &p->grant_count,
                                reader_line(r, one));
            at += mark;
            start = at;
        }
    }
    return true;
}

void project_grants_set(reader *r, project *p, text typed)
{
    text t = text_trim(typed), key;
    figure amount; /* 補助金 | 4,800,000 */

    if (t.length == 0 || project_says_none(t) || !fold_key(r->memory, &key, t) ||
        text_is(key, "なし") || number_text_parse(r->memory, &amount, t))
        return;
    if (text_starts(t, "【") && text_ends(t, "】"))
        t = text_cut(t, strlen("【"), t.length - strlen("】"));
    else if (text_starts(t, "（") && text_ends(t, "）"))
        t = text_cut(t, strlen("（"), t.length - strlen("）"));
    /* one name with ・ in it stays whole unless each part is a grant */
    if (project_is_grant(r, t) && text_find(t, "、", 0) == SIZE_MAX &&
        text_find(t, "\n", 0) == SIZE_MAX && text_find(t, "地方創生",
                                                        3) == SIZE_MAX) {
        reader_add_text(r, &p->grants, &p->grant_count, reader_line(r, t));
        return;
    }
    add_grants(r, p, t, true);
}

bool project_grants_add(reader *r, project *p, text list)
{
    return add_grants(r, p, list, false);
}

/* ---- Marks that a note explains ---------------------------------------- */

/* ＝ or ： behind the bracket that closes at `at`; behind it, else SIZE_MAX. */
static size_t behind_link(text t, size_t at)
{
    static const char *const links[] = { "=", "…", "は", "→" };
    size_t next, size;

    if (at >= t.length || glyph_at(t, at, &next) != GLYPH_CLOSE)
        return SIZE_MAX;
    at = glyph_skip(t, next, false);
    size = glyph_any(t, at, links, sizeof(links) / sizeof(*links));
    if (size == 0 && glyph_at(t, at, &next) == GLYPH_COLON)
        size = next - at;
    return size == 0 ? SIZE_MAX : glyph_skip(t, at + size, false);
}

/* Up to a space, a comma or the next bracket. */
static text meaning_at(text t, size_t at)
{
    size_t end = at, next;

    for (; end < t.length; end = next) {
        glyph_class c = glyph_at(t, end, &next);

        if (glyph_is_space(c) || c == GLYPH_BREAK || c == GLYPH_COMMA ||
            c == GLYPH_SLASH || c == GLYPH_OPEN || c == GLYPH_CLOSE)
            break;
    }
    return text_cut(t, at, end);
}

static bool names_grant(text t)
{
    static const char *const words[] = { "交付金", "補助", "タイプ",
                                         "地方創生" };

    return text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

static bool explains_bracket(text t)
{
    if (t.length > NOTE_BYTES || !names_grant(t))
        return false;
    for (size_t at = 0, next; at < t.length; at = next) {
        size_t behind = behind_link(t, at);

        if (behind != SIZE_MAX && names_grant(meaning_at(t, behind)))
            return true;
        glyph_at(t, at, &next);
    }
    return false;
}

/* The notes of the sheet that explain such marks: looked for once, and only
 * where a mark is that nothing else tells. */
static const struct grant_notes *grant_notes(reader *r)
{
    struct grant_notes *n = &r->grant_notes;
    const grid *g = r->ways.sheet;

    if (n->of == g)
        return n;
    *n = (struct grant_notes){ .of = g };
    for (size_t i = 0; g != NULL && i < g->count &&
                       n->count < sizeof(n->notes) / sizeof(*n->notes); i++)
        if (g->cells[i].type == CELL_STRING &&
            explains_bracket(g->cells[i].value))
            n->notes[n->count++] = g->cells[i].value;
    return n;
}

/* 地方創生推進タイプ of 推進, where ※【推進】＝地方創生推進タイプ stands on the sheet;
 * empty for none. */
static text told_by_note(reader *r, text mark)
{
    const struct grant_notes *n = grant_notes(r);

    for (size_t i = 0; i < n->count; i++) {
        text t = n->notes[i];

        for (size_t at = 0, next; at < t.length; at = next) {
            size_t end, behind;
            text meaning;

            if (glyph_at(t, at, &next) != GLYPH_OPEN ||
                t.length - next <= mark.length ||
                !text_equal(text_cut(t, next, next + mark.length), mark))
                continue;
            end = next + mark.length;
            behind = behind_link(t, end);
            meaning = behind == SIZE_MAX ? text_of("") : meaning_at(t, behind);
            if (names_grant(meaning))
                return meaning;
        }
    }
    return text_of("");
}

bool project_grant_noted(reader *r, project *p, text inner)
{
    text meaning = told_by_note(r, inner);

    if (meaning.length == 0)
        return false;
    reader_add_text(r, &p->grants, &p->grant_count, reader_line(r, meaning));
    return true;
}
