/*
 * kpi_label.c - words around an indicator's name that are no part of it
 */
#include "ingest/kpi/kpi_label.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/unit_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

/* What ① to ⑳ begin with. */
#define CIRCLED "\xE2\x91"
/* What １, （ and their like begin with. */
#define FULL_WIDTH "\xEF\xBC"

/* What stands behind 指標, KPI in front of a name, with its number or colon;
 * false where t begins otherwise. */
static bool cut_word(text t, text *rest)
{
    static const char *const labels[] = { "成果指標", "活動指標", "評価指標",
                                          "指標名称", "指標名", "指標",
                                          "KPI名", "KPI", "ＫＰＩ" };

    for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
        if (text_starts(t, labels[i])) {
            *rest = text_from(t, strlen(labels[i]));
            return true;
        }
    return false;
}

/* ①のうち女性, ①に占める割合: made of the one that it names. ①お試し利用者数 and
 * ①のびのび広場の数 are names. */
static bool tells_part(text t)
{
    static const char *const particles[] = { "の", "に", "と", "を", "は", "が",
                                             "で", "へ" };
    static const char *const words[] = { "のうち", "うち", "から", "より",
                                         "における", "について", "のみ", "など" };
    size_t next;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(t, words[i]))
            return true;
    for (size_t i = 0; i < sizeof(particles) / sizeof(*particles); i++)
        if (text_starts(t, particles[i]))
            return t.length == strlen(particles[i]) ||
                   glyph_at(t, strlen(particles[i]), &next) !=
                       GLYPH_HIRAGANA;
    return false;
}

/* 年間利用者数, 満足度: what can be counted or measured, and no 年度. */
static bool is_measured(text name)
{
    static const char *const ends[] = { "数", "率", "額", "量", "度", "割合",
                                        "人口", "面積", "延長", "時間", "高",
                                        "費", "比", "人員", "（累計）" };
    static const char *const others[] = { "年度", "事業費", "制度" };

    return text_ends_in(name, ends, sizeof(ends) / sizeof(*ends)) &&
           !text_ends_in(name, others, sizeof(others) / sizeof(*others));
}

/* １人当たり医療費（円）, 20～39歳の増減数, 1日の歩数：600歩: a name, whatever is behind
 * it; no 10件. */
static bool is_measure_named(text title)
{
    size_t at = 0, next;
    glyph_class c;

    while ((c = glyph_at(title, at, &next)) != GLYPH_END &&
           c != GLYPH_OPEN && c != GLYPH_BREAK && c != GLYPH_COLON) {
        if (c == GLYPH_SPACE && is_measured(text_cut(title, 0, at)))
            return true;
        at = next;
    }
    return is_measured(text_trim(text_cut(title, 0, at)));
}

/* Is one of the lines behind the first numbered alike? Then the cell holds
 * several. */
static bool numbers_lines(text title, heading_style style)
{
    text no, rest;

    for (size_t at = text_find(title, "\n", 0); at != SIZE_MAX;
         at = text_find(title, "\n", at + 1))
        if (heading_read(text_from(title, at + 1), &no, &rest) == style)
            return true;
    return false;
}

/* What is left of a name without the number in front of it; ①＋② and ①と②の差
 * are made of the ones that they number. */
static bool is_numbered_name(text title, heading_style style)
{
    size_t next;

    if (title.length == 0 || text_find(title, CIRCLED, 0) != SIZE_MAX ||
        numbers_lines(title, style))
        return false;
    switch (glyph_at(title, 0, &next)) {
    case GLYPH_KANJI: case GLYPH_KATAKANA: case GLYPH_LATIN: case GLYPH_OPEN:
        return true;
    case GLYPH_DIGIT:
        return is_measure_named(title);
    case GLYPH_HIRAGANA:
        return !tells_part(title);
    default:
        return false;
    }
}

/* 1 to 99, and no year: as many indicators are listed. */
static bool is_short_number(text no)
{
    enum { DIGITS = 2 };
    size_t next, digits = 0;

    for (size_t at = 0; at < no.length; at = next)
        switch (glyph_at(no, at, &next)) {
        case GLYPH_DIGIT: digits++; break;
        case GLYPH_OPEN: case GLYPH_CLOSE: break;
        default: return false;
        }
    return digits > 0 && digits <= DIGITS;
}

/* 1. and １：, also １　 but where the number counts: 1 人当たり, 65 歳以上, and not
 * one further behind: 1 市民1人当たりの貸出冊数. */
static bool ends_number(text behind)
{
    static const char *const ends[] = { ".", "．", "：", ":", "、" };
    static const char *const measures[] = { "当たり", "あたり", "以上", "以下",
                                            "未満", "以内" };

    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (text_starts(behind, ends[i]))
            return true;
    if (!text_starts(behind, "　") && !text_starts(behind, " "))
        return false;
    for (size_t at = 0, next; at < behind.length; at = next)
        if (glyph_at(behind, at, &next) == GLYPH_DIGIT)
            behind = text_cut(behind, 0, at);
    return !text_contains_one(behind, measures,
                              sizeof(measures) / sizeof(*measures));
}

/* ①相談件数, (1)会員数, 2. 利用者数: which of several it is. */
static text cut_number(text t)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);

    if (style == STYLE_NUMBER || style == STYLE_PAREN_NUMBER) {
        if (!is_short_number(no) ||
            (style == STYLE_NUMBER && !ends_number(text_from(t, no.length))))
            return t;
    } else if (style != STYLE_CIRCLED)
        return t;
    return is_numbered_name(title, style) ? title : t;
}

/* Most names begin with a kanji or katakana: no number, without a look. */
static bool may_be_numbered(text t)
{
    return t.length > 0 &&
           (ascii_is_digit(t.bytes[0]) || t.bytes[0] == '(' ||
            text_starts(t, CIRCLED) || text_starts(t, FULL_WIDTH));
}

text kpi_label_cut(text t)
{
    text no, title, rest;

    if (!cut_word(t, &rest))
        return may_be_numbered(t) ? cut_number(t) : t;
    if (heading_read(rest, &no, &title) == STYLE_NONE) {
        if (!text_starts(rest, "：") && !text_starts(rest, ":") &&
            !text_starts(rest, "　"))
            return t;
        title = rest;
    }
    while (text_starts(title, "：") || text_starts(title, "　"))
        title = text_trim(text_from(title, strlen("：")));
    while (text_starts(title, ":"))
        title = text_trim(text_from(title, 1));
    return title.length > 0 ? title : t;
}

text kpi_label_bracket_cut(arena *a, text t)
{
    static const char *const labels[] = { "kpi", "指標", "成果指標", "活動指標",
                                          "数値目標", "アウトカム", "アウトプット",
                                          "kgi", "重要業績評価指標",
                                          "アウトカム指標", "アウトプット指標" };
    size_t close = text_starts(t, "【") ? text_find(t, "】", 0) : SIZE_MAX;
    text key;

    if (close == SIZE_MAX ||
        !fold_key(a, &key, text_cut(t, strlen("【"), close)))
        return t;
    while (key.length > 0 && ascii_is_digit(key.bytes[key.length - 1]))
        key.length--; /* 【指標①】 */
    return text_in(key, labels, sizeof(labels) / sizeof(*labels))
               ? text_trim(text_from(t, close + strlen("】")))
               : t;
}

text kpi_label_caption_cut(text t)
{
    text no, title, rest;

    while (text_starts(t, "■") || text_starts(t, "●") ||
           text_starts(t, "◆") || text_starts(t, "○"))
        t = text_trim(text_from(t, strlen("■")));
    if (cut_word(t, &rest)) {
        if (heading_read(rest, &no, &title) != STYLE_NONE &&
            title.length > 0)
            return title;
        while (text_starts(rest, "：") || text_starts(rest, ":") ||
               text_starts(rest, "　") || text_starts(rest, " "))
            rest = text_trim(text_from(rest, text_starts(rest, ":") ||
                                                     text_starts(rest, " ")
                                                 ? 1
                                                 : strlen("：")));
        return rest.length > 0 ? rest : t;
    }
    return heading_read(t, &no, &title) != STYLE_NONE && title.length > 0
               ? title
               : t;
}

text kpi_label_relisted_cut(text t)
{
    static const char *const marks[] = { "（再掲）", "(再掲)", "【再掲】",
                                         "〔再掲〕", "[再掲]", "※再掲" };
    const size_t word = strlen("再掲");
    size_t last = t.length;
    text rest;

    /* a bracket of one byte or three behind it, or none */
    if (last > 0 && (t.bytes[last - 1] == ')' || t.bytes[last - 1] == ']'))
        last--;
    else if (!text_ends(t, "掲") && last > strlen("）"))
        last -= strlen("）");
    if (last < word || memcmp(t.bytes + last - word, "再掲", word) != 0)
        return t;
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (text_ends(t, marks[i])) {
            rest = text_trim(text_cut(t, 0, t.length - strlen(marks[i])));
            return rest.length > 0 ? rest : t;
        }
    return t;
}

/* ■, 【】 around it all: how a line is set off. */
static text without_marks(text t)
{
    static const char *const marks[] = { "■", "●", "◆", "○", "◎", "◇", "□",
                                         "▼", "・" };

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks);)
        if (text_starts(t, marks[i])) {
            t = text_trim(text_from(t, strlen(marks[i])));
            i = 0;
        } else
            i++;
    return text_starts(t, "【") && text_ends(t, "】")
               ? text_trim(text_cut(t, strlen("【"),
                                    t.length - strlen("】")))
               : t;
}

bool kpi_label_caption_names(arena *a, text caption, text *name)
{
    text t = without_marks(caption), rest, unit, no, title;

    if (cut_word(t, &rest) &&
        (text_starts(rest, "：") || text_starts(rest, ":") ||
         heading_read(rest, &no, &title) != STYLE_NONE)) {
        *name = kpi_label_caption_cut(t);
        return !text_equal(*name, t);
    }
    *name = t;
    return unit_take_from_name(a, t, &rest, &unit) && is_measured(rest);
}

size_t kpi_label_totals(text name)
{
    static const text words[] = { TEXT_WORD("累計"), TEXT_WORD("累") };
    text front;
    size_t word, open;

    if (!glyph_may_close(name) || /* as most names */
        glyph_class_before(name, name.length) != GLYPH_CLOSE)
        return 0;
    front = text_cut(name, 0, glyph_back(name, name.length));
    word = text_ending(front, words, sizeof(words) / sizeof(*words));
    open = front.length - word;
    return word > 0 && glyph_class_before(front, open) == GLYPH_OPEN
               ? name.length - glyph_back(front, open) : 0;
}
