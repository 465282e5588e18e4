/*
 * title_words.c - what the title of a document is about
 */
#include "ingest/header/title_words.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/office_name.h"
#include "wording/fiscal_year.h"
#include "wording/glyph.h"

enum { TITLE_BYTES = 300 };

/* Longer words first, where one begins with another. */
static const char *const document_words[] = {
    "重要業績評価指標", "重要業績指標", "数値目標", "指標", "kpi", "成果",
    "活動", "推移", "進捗", "進ちょく", "進行", "管理", "状況", "達成",
    "実績値", "実績", "実施", "一覧表", "一覧", "整理表", "集計表", "調書",
    "シート", "様式", "報告書", "報告", "評価", "検証", "点検", "結果", "回答",
    "調査", "個票", "集計", "目標値", "目標", "取組", "現在", "時点", "年度末",
    "年度", "年次", "経年", "変化", "比較", "末", "フォローアップ", "について",
    "等", "別", "分", "表", "票", "書", "値", "の",
    "及び", "と", "資料", "案", "概要", "データ", "効果", "参考", "重点",
    "主要", "主な", "関連", "事業",
};
/* What is between a subject and the words of the document. */
static const char *const joints[] = {
    "に関する", "に係る", "にかかる", "における", "の",
};
static const char *const acts[] = {
    "推進", "促進", "整備", "展開", "充実", "確保", "強化", "支援", "形成",
    "創出", "創造", "向上", "活用", "育成", "振興", "拡大", "実現", "保全",
    "対策", "事業", "プロジェクト", "づくり", "改善", "発信", "誘致", "活性化",
    "継承", "保護", "解消", "構築", "連携", "定着", "導入", "再生", "普及",
    "啓発", "見直し", "参画", "削減", "抑制", "防止", "開拓", "交流",
};
/* 北九州市, 第２期総合戦略: a title begins with whose and what it is. */
static const char *const owners[] = {
    "市", "町", "村", "区", "県", "都", "府", "計画", "戦略", "プラン",
    "ビジョン", "構想",
};
/* Levels whose number may stand inside a title; the short ones only where a
 * word begins. */
static const struct { const char *word; bool apart; } levels[] = {
    { "基本目標", false }, { "重点目標", false }, { "政策目標", false },
    { "戦略目標", false }, { "基本方針", false }, { "基本施策", false },
    { "目標", true }, { "政策", true }, { "施策", true }, { "柱", true },
    { "分野", true },
};

#define ENDS(t, list) text_ends_in(t, list, sizeof(list) / sizeof(*(list)))

static size_t document_word(text t, size_t at)
{
    size_t size = 0;

    for (size_t i = 0;
         size == 0 && i < sizeof(document_words) / sizeof(*document_words);
         i++)
        size = glyph_word(t, at, document_words[i]);
    return size;
}

bool title_is_document(text t, int context_year)
{
    size_t at = 0, next, size;

    while (at < t.length) {
        year_span years;
        glyph_class c = glyph_at(t, at, &next);

        size = document_word(t, at);
        if (size == 0 && fiscal_year_may_begin(t, at))
            size = fiscal_year_read(&years, t, at, context_year);
        if (size == 0 && (glyph_is_letter(c) || c == GLYPH_UNIT))
            return false;
        at = size > 0 ? at + size : next;
    }
    return t.length > 0;
}

/* Where the last bracket that ends the text opens; SIZE_MAX for none. */
static size_t last_bracket(text t)
{
    size_t open = SIZE_MAX;

    if (t.length == 0 || glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return SIZE_MAX;
    for (size_t at = 0, next; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_OPEN)
            open = at;
    return open;
}

static bool is_gap(glyph_class c)
{
    return c == GLYPH_SPACE || c == GLYPH_BREAK || c == GLYPH_COLON;
}

/* Where the words of the document at the end begin; the text's length for
 * none. */
static size_t document_tail(text t, bool joined, int context_year)
{
    size_t open = last_bracket(t), next, size;

    if (open != SIZE_MAX && open > 0 &&
        title_is_document(text_from(t, open), context_year))
        return open;
    for (size_t at = 0; at < t.length; at = next) {
        bool gap = is_gap(glyph_at(t, at, &next));

        size = gap ? next - at : 0;
        for (size_t i = 0;
             size == 0 && joined && at > 0 &&
             i < sizeof(joints) / sizeof(*joints);
             i++)
            size = glyph_word(t, at, joints[i]);
        if (size > 0 &&
            title_is_document(text_from(t, at + size), context_year))
            return at;
    }
    return t.length;
}

/* Behind the words of the document at the start. */
static size_t document_head(text t, int context_year)
{
    size_t next, behind = 0;

    for (size_t at = 0; at < t.length; at = next)
        if (is_gap(glyph_at(t, at, &next)) &&
            title_is_document(text_cut(t, 0, at), context_year))
            behind = next;
    return behind;
}

static text without_tails(text t, bool joined, int context_year)
{
    size_t end;

    t = text_trim(t);
    if (t.length > TITLE_BYTES)
        return t;
    if (title_is_document(t, context_year))
        return text_of("");
    while ((end = document_tail(t, joined, context_year)) < t.length)
        t = text_trim(text_cut(t, 0, end));
    return t;
}

text title_front(text t, int context_year)
{
    return without_tails(t, false, context_year);
}

/* What is left of a title, its words of a document cut at both ends. */
static text subject(text t, bool joined, int context_year)
{
    t = without_tails(t, joined, context_year);
    return text_trim(text_from(t, document_head(t, context_year)));
}

bool title_names_plan(text t, int context_year)
{
    text about;

    if ((text_starts(t, "（") || text_starts(t, "(")) &&
        glyph_bracketed(t, 0, &about)) /* （港市総合計画後期基本計画） */
        return ENDS(text_trim(about), owners);
    about = subject(t, false, context_year);
    return about.length < text_trim(t).length &&
           (about.length == 0 || ENDS(about, owners));
}

text title_act(text t, int context_year)
{
    text about = subject(t, true, context_year);
    size_t next, start = 0;

    if (about.length == t.length || !ENDS(about, acts))
        return text_of("");
    for (size_t at = 0; at < about.length; at = next) {
        glyph_class c = glyph_at(about, at, &next);
        text before = text_trim(text_cut(about, start, at));

        if (c == GLYPH_OPEN || c == GLYPH_NOTE)
            return text_of("");
        if (!is_gap(c))
            continue;
        if (!ENDS(before, owners) && !office_name(before) &&
            !title_is_document(before, context_year))
            return text_of("");
        start = next;
    }
    return text_trim(text_from(about, start));
}

/* The number and what is behind it may stand inside a title. */
static bool is_numbered(text t)
{
    text no, title;
    size_t next;

    if (heading_read(t, &no, &title) == STYLE_NONE || no.length == 0)
        return false;
    t = text_from(t, (size_t)(no.bytes - t.bytes) + no.length);
    switch (glyph_at(t, 0, &next)) {
    case GLYPH_WAVE: /* 基本目標１～４ */
    case GLYPH_COMMA:
    case GLYPH_DASH:
    case GLYPH_SLASH:
        return false;
    default:
        return !text_starts(t, "及び") && !text_starts(t, "と");
    }
}

/* Does a word begin at `at`, behind a space or a bracket? */
static bool is_apart(text t, size_t at)
{
    glyph_class c = at == 0 ? GLYPH_OPEN : glyph_class_before(t, at);

    return is_gap(c) || c == GLYPH_OPEN || c == GLYPH_BULLET;
}

size_t title_find_heading(text t)
{
    if (t.length > TITLE_BYTES)
        return SIZE_MAX;
    for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
        for (size_t at = text_find(t, levels[i].word, 0); at != SIZE_MAX;
             at = text_find(t, levels[i].word, at + 1))
            if ((!levels[i].apart || is_apart(t, at)) &&
                is_numbered(text_from(t, at)))
                return at;
    return SIZE_MAX;
}
