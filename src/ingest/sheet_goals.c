/*
 * sheet_goals.c - sheets that are a goal each, and say so by their names alone
 */
#include "ingest/sheet_goals.h"

#include <string.h>

#include "ingest/header/office_name.h"
#include "ingest/header/title_words.h"
#include "wording/glyph.h"

enum { SHORT_BYTES = 18, LONG_BYTES = 93 /* 31 letters, as Excel allows */ };

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* Letters alone; a list's name has a number (様式1-1) or is Latin (KPI). */
static bool is_plain(text t)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_LATIN || c == GLYPH_DIGIT || c == GLYPH_OPEN ||
            c == GLYPH_CLOSE || c == GLYPH_MARK || glyph_is_space(c))
            return false;
    }
    return true;
}

/* しごとを生み出す, 地域で支える, 産業の活性化と雇用の確保, 安らぎのまち: what is to
 * be done or to become. */
static bool is_worded_as_goal(text t)
{
    static const char *const objects[] = { "を", "に", "が", "で", "も" };
    static const char *const links[] = { "の", "と", "ある" };
    static const char *const verbs[] = { "る", "す", "む", "く", "ぐ", "う",
                                         "つ", "ぶ" };
    static const char *const aims[] = {
        "まち", "地域", "社会", "まちづくり", "ひとづくり", "人づくり", "くらし",
        "暮らし", "確保", "支援", "形成", "創出", "実現", "活性化", "推進",
        "充実", "振興", "強化", "促進", "拡大", "育成", "向上", "整備", "構築",
        "継承", "再生", "希望"
    };
    bool object = false, link = false;

    for (size_t i = 0; i < COUNT(objects); i++)
        object = object || text_find(t, objects[i], 0) != SIZE_MAX;
    for (size_t i = 0; i < COUNT(links); i++)
        link = link || text_find(t, links[i], 0) != SIZE_MAX;
    return (object && text_ends_in(t, verbs, COUNT(verbs))) ||
           ((object || link) && text_ends_in(t, aims, COUNT(aims)));
}

/* しごとを生み出す, にぎわいのまち: no list is called so, whereas 観光の振興 may be of
 * measures or of a project. */
static bool is_sure(const char *sheet)
{
    static const char *const ends[] = { "る", "す", "む", "く", "ぐ", "う",
                                        "つ", "ぶ", "まち" };

    return text_ends_in(text_of(sheet), ends, COUNT(ends));
}

static bool names_goal(const reader *r, const char *sheet)
{
    text t = text_of(sheet);

    return t.length > SHORT_BYTES && t.length <= LONG_BYTES && is_plain(t) &&
           is_worded_as_goal(t) && !office_name(t) &&
           !title_is_document(t, r->context_year);
}

/* Behind the projects of one sheet, which stand together. */
static size_t sheet_end(const dataset *d, size_t from)
{
    size_t to = from + 1;

    while (to < d->project_count &&
           strcmp(d->projects[to].where.sheet,
                  d->projects[from].where.sheet) == 0)
        to++;
    return to;
}

static bool is_goal(const reader *r, size_t from, size_t to)
{
    const project *p = r->data->projects;
    size_t named = 0;

    for (size_t i = from; i < to; i++) {
        if (p[i].has_goal)
            return false;
        named += p[i].name[0] != '\0';
    }
    return named > 1 && names_goal(r, p[from].where.sheet);
}

void sheet_goals_take(reader *r)
{
    dataset *d = r->data;
    unsigned goals = 0;

    if (d->project_count > 0 && sheet_end(d, 0) == d->project_count &&
        is_sure(d->projects[0].where.sheet))
        goals++; /* the only sheet, one of several files perhaps */
    for (size_t from = 0, to; from < d->project_count && goals < 2;
         from = to) {
        to = sheet_end(d, from);
        goals += is_goal(r, from, to);
    }
    for (size_t from = 0, to; from < d->project_count && goals > 1;
         from = to) {
        to = sheet_end(d, from);
        if (!is_goal(r, from, to))
            continue;
        for (size_t i = from; i < to; i++) {
            d->projects[i].has_goal = true;
            d->projects[i].goal = (heading){
                .no = "", .title = d->projects[i].where.sheet
            };
        }
        if (finding_add(&d->findings, "heading-uncertain", r->source,
                        d->projects[from].where,
                        d->projects[from].where.sheet,
                        (const char *)NULL) == NULL)
            r->failed = true;
    }
}
