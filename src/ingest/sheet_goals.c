/*
 * sheet_goals.c - sheets that are a goal or theme each, and say so by their
 * names alone
 */
#include "ingest/sheet_goals.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/office_name.h"
#include "ingest/header/title_words.h"
#include "wording/glyph.h"

enum { SHORT_BYTES = 18, NUMBERED_BYTES = 15,
       LONG_BYTES = 150 /* Excel allows 31 letters, others more */ };

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

/* ①新規の取組, ②参考指標: parts of a document, whatever their number. */
static bool is_worded_as_part(text t)
{
    static const char *const ends[] = { "指標", "取組", "事業", "一覧", "表",
                                        "状況", "実績", "計画", "目標", "評価",
                                        "結果", "資料", "関係", "調書", "もの" };

    return text_ends_in(t, ends, COUNT(ends));
}

/* ①本社機能の移転, behind its number, or 魅力あるしごとを生み出す. */
static bool read_name(const reader *r, const char *sheet, text *no,
                      text *title)
{
    text t = text_of(sheet);

    *no = text_of("");
    *title = t;
    if (t.length > LONG_BYTES)
        return false;
    switch (heading_read(t, no, title)) {
    case STYLE_NONE:
        if (t.length <= SHORT_BYTES || !is_worded_as_goal(t))
            return false;
        break;
    case STYLE_CIRCLED:
    case STYLE_PAREN_NUMBER:
    case STYLE_NUMBER:
    case STYLE_ROMAN:
        if (title->length < NUMBERED_BYTES || is_worded_as_part(*title))
            return false;
        break;
    default:
        return false;
    }
    return is_plain(*title) && !office_name(*title) &&
           !title_is_document(*title, r->context_year);
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

/* What the sheet says itself, or its name begins to: it may be too long. */
static bool is_said(text title, const char *said)
{
    text t = text_of(said);

    return t.length >= title.length &&
           text_equal(text_cut(t, 0, title.length), title);
}

/* Is the goal of all of them one, and no theme below it? */
static bool lacks_theme(const project *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!p[i].has_goal || p[i].has_theme ||
            strcmp(p[i].goal.title, p[from].goal.title) != 0)
            return false;
    return true;
}

static bool lacks_goal(const project *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (p[i].has_goal)
            return false;
    return true;
}

/* Projects for which the sheet's name is a level that they lack: several, or
 * one, which the name is not, where other sheets are numbered too. */
static bool names_level(const reader *r, size_t from, size_t to, bool numbered)
{
    const project *p = r->data->projects;
    size_t named = 0;
    text no, title;

    if (strlen(p[from].where.sheet) <= NUMBERED_BYTES ||
        (p[from].has_goal ? !lacks_theme(p, from, to)
                          : !lacks_goal(p, from, to)))
        return false;
    for (size_t i = from; i < to; i++)
        named += p[i].name[0] != '\0';
    if (named == 0 || !read_name(r, p[from].where.sheet, &no, &title) ||
        is_said(title, p[from].goal.title))
        return false;
    if (named == 1 && (!numbered || no.length == 0 ||
                       text_starts(title, p[from].name)))
        return false;
    for (size_t i = from; i < to; i++)
        if (is_said(title, p[i].measure) || is_said(title, p[i].name))
            return false;
    return true;
}

static void give_level(reader *r, size_t from, size_t to)
{
    project *p = r->data->projects;
    heading level;
    text no, title;

    read_name(r, p[from].where.sheet, &no, &title);
    level.no = reader_text(r, no);
    level.title = reader_text(r, title);
    for (size_t i = from; i < to; i++) {
        if (p[i].has_goal) {
            p[i].has_theme = true;
            p[i].theme = level;
        } else {
            p[i].has_goal = true;
            p[i].goal = level;
        }
    }
    if (finding_add(&r->data->findings, "heading-uncertain", r->source,
                    p[from].where, p[from].where.sheet,
                    (const char *)NULL) == NULL)
        r->failed = true;
}

void sheet_goals_take(reader *r)
{
    dataset *d = r->data;
    unsigned levels = 0;

    if (d->project_count > 0 && sheet_end(d, 0) == d->project_count) {
        if (d->projects[0].has_goal || !is_sure(d->projects[0].where.sheet))
            return;
        levels++; /* the only sheet, one of several files perhaps */
    }
    for (size_t from = 0, to; from < d->project_count && levels < 2;
         from = to) {
        to = sheet_end(d, from);
        levels += names_level(r, from, to, false);
    }
    for (size_t from = 0, to; from < d->project_count && levels > 1;
         from = to) {
        to = sheet_end(d, from);
        if (names_level(r, from, to, true))
            give_level(r, from, to);
    }
}
