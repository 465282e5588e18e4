/*
 * heading_passed_over.c - levels that stand on a form and are in no record
 */
#include "ingest/heading_passed_over.h"

#include <string.h>

#include "ingest/header/title_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { TITLE_BYTES = 150, LABEL_BYTES = 36, SHORTEST = 6,
       PROJECTS_MOST = 200, SAID_MOST = 8 };

typedef struct known {
    text *keys; /* what the projects are called and belong to, folded */
    size_t count;
} known;

/* Without a number in front, which a measure still has here. */
static bool add(known *k, arena *a, const char *words)
{
    text no, key;

    if (words == NULL || words[0] == '\0')
        return true;
    if (heading_read(text_of(words), &no, &key) == STYLE_NONE ||
        key.length == 0)
        key = text_of(words);
    if (!fold_key(a, &key, key))
        return false;
    if (key.length >= SHORTEST &&
        (k->count == 0 || !text_equal(k->keys[k->count - 1], key)))
        k->keys[k->count++] = key;
    return true;
}

static bool know(known *k, const reader *r, arena *a)
{
    const dataset *d = r->data;
    bool ok = true;

    k->count = 0;
    k->keys = arena_array(a, d->project_count * 5 + 1, sizeof(*k->keys));
    for (size_t i = 0; k->keys != NULL && ok && i < d->project_count; i++) {
        const project *p = &d->projects[i];

        if (p->source == r->source)
            ok = (!p->has_goal || add(k, a, p->goal.title)) &&
                 (!p->has_theme || add(k, a, p->theme.title)) &&
                 (!p->has_part || add(k, a, p->part.title)) &&
                 add(k, a, p->measure) && add(k, a, p->name);
    }
    return k->keys != NULL && ok;
}

/* Is it a part of one of those, or one of those a part of it? */
static bool is_known(const known *k, text key)
{
    for (size_t i = 0; i < k->count; i++)
        if (text_contains(k->keys[i], key) || text_contains(key, k->keys[i]))
            return true;
    return false;
}

/* 政策１　にぎわいのあるまち: the title; empty for other words, 目標　200人（H31年度）
 * and 基本目標１・２関係 among them. */
static text titled(const reader *r, text t)
{
    text no, title;
    year_span years;
    size_t start, end, next;

    return heading_has_word(heading_read(t, &no, &title)) && no.length > 0 &&
                   title.length > 0 &&
                   glyph_is_letter(glyph_at(title, 0, &next)) &&
                   !fiscal_year_find(&years, &start, &end, title, 0) &&
                   !title_is_document(title, r->context_year)
               ? title : text_of("");
}

/* 施策, 位置付け, 体系, 改革の方針: beside it stands where the project belongs; beside
 * 主な施策 or 今後の方針, what belongs to it, or comes of it. */
static bool asks_for_place(reader *r, text t)
{
    static const char *const ends[] = { "位置付け", "位置づけ", "体系", "方針",
                                        "分野", "の柱", "政策", "施策", "戦略",
                                        "プラン", "章", "節" };
    static const char *const not[] = { "今後", "見直し", "対応", "次年度", "来年度",
                                       "関連", "関係", "評価", "改善", "主な",
                                       "主要", "構成" };
    const header_word *w;

    if (t.length > LABEL_BYTES ||
        text_contains_one(t, not, sizeof(not) / sizeof(*not)))
        return false;
    w = header_roles_find(r->roles, t, r->context_year);
    return (w->exact && role_is_level(w->role) && w->role != ROLE_PROJECT) ||
           text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

/* Behind such a label, and behind a code: the cell that says which. */
static const cell *labelled(reader *r, const cell *label, const cell *end)
{
    const cell *value = label + 1;
    text behind;

    if (!asks_for_place(r, label->value))
        return NULL;
    while (value < end && value->row == label->row &&
           !glyph_has_letter(value->value))
        value++;
    return value < end && value->row == label->row &&
                   value->type == CELL_STRING &&
                   (glyph_colon(value->value, &behind) == SIZE_MAX ||
                    glyph_has_letter(behind)) && /* 整理番号：1 */
                   !header_roles_find(r->roles, value->value,
                                      r->context_year)->exact
               ? value : NULL;
}

/* The cell that a level is said in, and its title; NULL for other cells. */
static const cell *level_at(reader *r, const grid *g, size_t i, text *title)
{
    const cell *c = &g->cells[i];
    text no;

    if (c->type != CELL_STRING || c->value.length < SHORTEST)
        return NULL;
    *title = titled(r, c->value);
    if (title->length == 0) {
        c = labelled(r, c, g->cells + g->count);
        if (c == NULL)
            return NULL;
        if (heading_read(c->value, &no, title) == STYLE_NONE ||
            title->length == 0)
            *title = c->value;
    }
    return title->length >= SHORTEST && title->length <= TITLE_BYTES &&
                   text_find(*title, "。", 0) == SIZE_MAX
               ? c : NULL;
}

/* Behind the rows of a list, whose columns account for all that stands in
 * them; the row itself where there is none. */
static uint32_t behind_list(const reader *r, const reader_state *before,
                            const grid *g, uint32_t row)
{
    for (size_t i = before->tables; i < r->table_count; i++) {
        const ingest_table *t = &r->tables[i];

        if (row >= t->header_row && row <= t->last_row && !t->turned &&
            !t->card && strcmp(t->layout, "grant") != 0 &&
            strcmp(t->sheet, g->sheet) == 0)
            return t->last_row + 1;
    }
    return row;
}

static void say(reader *r, const grid *g, const cell *c, text title)
{
    place at = { g->sheet, c->row, (uint16_t)c->col, c->row,
                 (uint16_t)c->col, true };

    if (finding_add(&r->data->findings, "heading-passed-over", r->source, at,
                    reader_text(r, c->value), reader_line(r, title),
                    (const char *)NULL) == NULL)
        r->failed = true;
}

static bool say_row(reader *r, arena *scratch, const grid *g, uint32_t row,
                    known *all, known *said)
{
    for (size_t i = g->row_start[row]; i < g->row_start[row + 1]; i++) {
        text title, key;
        const cell *c = level_at(r, g, i, &title);

        if (c == NULL)
            continue;
        if ((all->keys == NULL && !know(all, r, scratch)) ||
            !fold_key(scratch, &key, title))
            return false;
        if (said->count == SAID_MOST || is_known(all, key) ||
            is_known(said, key))
            continue;
        said->keys[said->count++] = key;
        say(r, g, c, title);
    }
    return !r->failed;
}

void heading_passed_over_say(reader *r, arena *scratch, const grid *g,
                             const reader_state *before)
{
    size_t projects = r->data->project_count - before->projects;
    text keys[SAID_MOST];
    known all = { NULL, 0 }, said = { keys, 0 };

    if (projects == 0 || projects > PROJECTS_MOST)
        return;
    for (uint32_t row = 0; row < g->rows; row++) {
        uint32_t next;

        while ((next = behind_list(r, before, g, row)) != row)
            row = next;
        if (row < g->rows && !say_row(r, scratch, g, row, &all, &said)) {
            r->failed = true;
            return;
        }
    }
}
