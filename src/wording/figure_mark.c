/*
 * figure_mark.c - what stands around a figure's digits
 */
#include "wording/figure_mark.h"

#include <string.h>

#include "wording/glyph.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

typedef enum mark_kind {
    MARK_ABOUT, MARK_CUMULATIVE, MARK_PER_YEAR, MARK_PRELIMINARY,
    MARK_PER_MONTH, MARK_PER_WEEK, MARK_PER_DAY, MARK_AT_MOST,
    MARK_AT_LEAST, MARK_NONE
} mark_kind;

/*
 * Marks in front. `apart`: only where no letter stands before it, as it may
 * end a word (契約100件, 設計3件, 令和6年10件). `colon`: 累計：305人.
 */
#define WORD(literal) literal, sizeof(literal) - 1
static const struct front_mark {
    const char *word;
    size_t size; /* of the word */
    mark_kind kind;
    bool apart, colon;
} front_marks[] = {
    { WORD("おおよそ"), MARK_ABOUT, false, false },
    { WORD("およそ"), MARK_ABOUT, false, false },
    { WORD("おおむね"), MARK_ABOUT, false, false },
    { WORD("概ね"), MARK_ABOUT, false, false },
    { WORD("約"), MARK_ABOUT, true, false },
    { WORD("累計値"), MARK_CUMULATIVE, false, true },
    { WORD("累計で"), MARK_CUMULATIVE, false, false },
    { WORD("累計"), MARK_CUMULATIVE, false, true },
    { WORD("累積"), MARK_CUMULATIVE, false, true },
    { WORD("通算"), MARK_CUMULATIVE, true, true },
    { WORD("延べ"), MARK_CUMULATIVE, false, true },
    { WORD("のべ"), MARK_CUMULATIVE, true, true },
    { WORD("延"), MARK_CUMULATIVE, true, false },
    { WORD("計"), MARK_CUMULATIVE, true, true },
    { WORD("毎年度"), MARK_PER_YEAR, false, true },
    { WORD("毎年"), MARK_PER_YEAR, false, true },
    { WORD("各年度"), MARK_PER_YEAR, false, true },
    { WORD("各年"), MARK_PER_YEAR, true, true },
    { WORD("単年度"), MARK_PER_YEAR, false, true },
    { WORD("年間で"), MARK_PER_YEAR, true, false },
    { WORD("年間"), MARK_PER_YEAR, false, true },
    { WORD("年に"), MARK_PER_YEAR, true, false },
    { WORD("年"), MARK_PER_YEAR, true, false },
    { WORD("毎月"), MARK_PER_MONTH, false, false },
    { WORD("月平均"), MARK_PER_MONTH, true, false },
    { WORD("月に"), MARK_PER_MONTH, true, false },
    { WORD("月"), MARK_PER_MONTH, true, false },
    { WORD("毎週"), MARK_PER_WEEK, false, false },
    { WORD("週に"), MARK_PER_WEEK, true, false },
    { WORD("週"), MARK_PER_WEEK, true, false },
    { WORD("毎日"), MARK_PER_DAY, false, false },
    { WORD("速報値"), MARK_PRELIMINARY, false, true },
    { WORD("速報"), MARK_PRELIMINARY, false, true },
    { WORD("暫定値"), MARK_PRELIMINARY, false, true },
    { WORD("暫定"), MARK_PRELIMINARY, false, true },
    { WORD("見込み"), MARK_PRELIMINARY, false, true },
    { WORD("見込値"), MARK_PRELIMINARY, false, true },
    { WORD("見込"), MARK_PRELIMINARY, false, true },
    { WORD("≦"), MARK_AT_MOST, false, false },
    { WORD("≤"), MARK_AT_MOST, false, false },
    { WORD("≧"), MARK_AT_LEAST, false, false },
    { WORD("≥"), MARK_AT_LEAST, false, false },
};
#undef WORD

/* Marks behind, and the same in brackets: 59人（累計）. */
static const struct back_mark {
    const char *word;
    mark_kind kind;
    bool bracket_only;
} back_marks[] = {
    { "/年度", MARK_PER_YEAR, false },   { "/年間", MARK_PER_YEAR, false },
    { "/1年", MARK_PER_YEAR, false },    { "/年", MARK_PER_YEAR, false },
    { "毎年度", MARK_PER_YEAR, true },   { "毎年", MARK_PER_YEAR, true },
    { "各年度", MARK_PER_YEAR, true },   { "年間", MARK_PER_YEAR, true },
    { "単年度", MARK_PER_YEAR, true },   { "年", MARK_PER_YEAR, true },
    { "年当たり", MARK_PER_YEAR, true }, { "年あたり", MARK_PER_YEAR, true },
    { "1年間", MARK_PER_YEAR, true },    { "各年", MARK_PER_YEAR, true },
    { "累計値", MARK_CUMULATIVE, false },{ "累計", MARK_CUMULATIVE, false },
    { "累積", MARK_CUMULATIVE, false },  { "通算", MARK_CUMULATIVE, true },
    { "累", MARK_CUMULATIVE, true },
    { "延べ人数", MARK_CUMULATIVE, true },
    { "延べ数", MARK_CUMULATIVE, true }, { "延べ", MARK_CUMULATIVE, true },
    { "のべ", MARK_CUMULATIVE, true },   { "延", MARK_CUMULATIVE, true },
    { "速報値", MARK_PRELIMINARY, false },
    { "速報", MARK_PRELIMINARY, true },
    { "暫定値", MARK_PRELIMINARY, false },
    { "暫定", MARK_PRELIMINARY, true },
    { "見込み", MARK_PRELIMINARY, false },
    { "見込値", MARK_PRELIMINARY, false },
    { "見込", MARK_PRELIMINARY, false },
    { "概数", MARK_ABOUT, true },        { "概算", MARK_ABOUT, true },
};

/* The longer first; `keep` is the qualifier: 増 for 増加 and 向上. */
static const struct qualifier_word {
    const char *word, *keep;
} qualifiers[] = {
    { "以上", "以上" }, { "以下", "以下" },   { "以内", "以内" },
    { "未満", "未満" }, { "程度", "程度" },   { "規模", "規模" },
    { "増加", "増" },   { "増員", "増" },     { "増", "増" },
    { "減少", "減" },     { "削減", "減" },
    { "低減", "減" },   { "縮減", "減" },   { "減員", "減" },     { "減", "減" },
    { "向上", "増" },   { "上昇", "増" },   { "アップ", "増" },
    { "拡大", "増" },   { "低下", "減" },   { "ダウン", "減" },
    { "縮小", "減" },
    { "超過", "超" },   { "超え", "超" },     { "超", "超" },
    { "を超える", "超" }, { "を上回る", "超" }, { "を下回る", "未満" },
};

static const char *const about_words[] = { "前後", "強", "弱", "余り", "余",
                                          "台" };

/* ---- In front -------------------------------------------------------- */

/* What a mark in front puts behind the unit: 月2回 is 2回/月. */
static const char *const per_units[] = {
    [MARK_PER_MONTH] = "/月", [MARK_PER_WEEK] = "/週", [MARK_PER_DAY] = "/日",
    [MARK_NONE] = NULL,
};

static void apply_mark(figure *out, mark_kind kind)
{
    out->about = out->about || kind == MARK_ABOUT;
    out->cumulative = out->cumulative || kind == MARK_CUMULATIVE;
    out->per_year = out->per_year || kind == MARK_PER_YEAR;
    out->preliminary = out->preliminary || kind == MARK_PRELIMINARY;
    if (kind == MARK_AT_MOST || kind == MARK_AT_LEAST)
        out->qualifier = text_of(kind == MARK_AT_MOST ? "以下" : "以上");
}

bool figure_mark_is_triangle(uint32_t c)
{
    return c == 0x25B3 || c == 0x25B2 || c == 0x25BD || c == 0x25BC;
}

/* A place where a word may begin: nothing that belongs to one before it. */
static bool word_may_start(text t, size_t at, size_t floor)
{
    glyph_class c = at <= floor ? GLYPH_END : glyph_class_before(t, at);

    return c != GLYPH_LATIN && c != GLYPH_DIGIT && c != GLYPH_KANJI &&
           c != GLYPH_KATAKANA && c != GLYPH_HIRAGANA && c != GLYPH_DASH;
}

/* The last character in front of a place that is no space. */
typedef struct front {
    uint32_t c;        /* 0 when there is none above the floor */
    glyph_class class; /* then GLYPH_END */
    size_t start, end;
} front;

static front in_front(text t, size_t at, size_t floor)
{
    front f = { 0, GLYPH_END, at, at };

    for (; f.end > floor; f.end = f.start) {
        size_t from = f.start = glyph_back(t, f.end);

        f.c = glyph_next(t, &from);
        f.class = glyph_class_of(f.c);
        if (f.class != GLYPH_SPACE)
            return f;
    }
    return (front){ 0, GLYPH_END, f.end, f.end };
}

/* A sign directly before the digits, or 0. Moves *at in front of it. */
uint32_t figure_mark_sign(text t, size_t *at, size_t floor)
{
    front f = in_front(t, *at, floor);
    uint32_t c = f.c;
    size_t start = f.start;

    if (c == 0 || start < floor)
        return 0;
    if (figure_mark_is_triangle(c)) { /* also `△ 12` */
        *at = start;
        return '-';
    }
    if (f.end != *at)
        return 0;
    if (c == 0xFFE5 || c == 0xA5) { /* ￥3,000 */
        *at = start;
        return 0xA5;
    }
    if (c == '+' || c == 0xB1) { /* 前年比+12人 */
        glyph_class before = start <= floor ? GLYPH_END
                                            : glyph_class_before(t, start);

        if (before == GLYPH_LATIN || before == GLYPH_DIGIT ||
            before == GLYPH_CLOSE)
            return 0;
        *at = start;
        return '+';
    }
    if (f.class != GLYPH_DASH && c != 0x30FC)
        return 0;
    if (!word_may_start(t, start, floor) ||
        (start > floor && glyph_class_before(t, start) == GLYPH_CLOSE))
        return 0;
    *at = start;
    return '-';
}

/* Does `word` (no ASCII) end at `at`, not below `floor`? */
static bool word_ends(text t, size_t at, size_t floor, const char *word,
                      size_t size)
{
    return t.bytes[at - 1] == word[size - 1] && at - floor >= size &&
           memcmp(t.bytes + at - size, word, size) == 0;
}

/* Kanji that make a word with 約: 契約100件, 輸出成約2件. */
static const char *const before_about[] = {
    "契", "節", "予", "要", "公", "規", "条", "制", "集", "誓", "解", "成",
    "婚", "倹", "密", "盟", "協", "特", "売", "確", "口", "旧", "新", "違",
};

/* 約 must not end a word, nor 年 and 計 follow any letter. */
static bool mark_stands(text t, size_t start, size_t floor,
                        const struct front_mark *mark)
{
    glyph_class c;

    if (!mark->apart || start <= floor)
        return true;
    c = glyph_class_before(t, start);
    if (mark->kind == MARK_ABOUT) {
        for (size_t i = 0; i < COUNT(before_about); i++)
            if (word_ends(t, start, floor, before_about[i],
                          strlen(before_about[i])))
                return false;
        return true;
    }
    return !glyph_is_letter(c) && c != GLYPH_DIGIT && c != GLYPH_CLOSE;
}

/*
 * Reads the marks backwards from *at, which moves in front of them. Returns
 * /月 /週 /日 or NULL.
 */
const char *figure_mark_front(figure *out, text t, size_t *at, size_t floor)
{
    const char *per = NULL;

    for (int most = 4; most > 0; most--) {
        front f = in_front(t, *at, floor);
        bool colon = f.class == GLYPH_COLON;
        size_t spaced, start, size = 0;

        if (colon)
            f = in_front(t, f.start, floor);
        if (f.class != GLYPH_KANJI && f.class != GLYPH_HIRAGANA &&
            f.class != GLYPH_MARK)
            return per; /* no mark ends so; most figures have none */
        spaced = f.end;
        for (size_t i = 0; i < COUNT(front_marks) && size == 0; i++) {
            if (!word_ends(t, spaced, floor, front_marks[i].word,
                           front_marks[i].size))
                continue;
            if (colon && !front_marks[i].colon)
                continue;
            size = front_marks[i].size;
            start = spaced - size;
            if (!mark_stands(t, start, floor, &front_marks[i]))
                size = 0;
            if (size != 0 && front_marks[i].kind == MARK_PER_YEAR &&
                start > floor && glyph_class_before(t, start) == GLYPH_DIGIT)
                size = 0; /* 5年間300人 */
            if (size == 0)
                continue;
            apply_mark(out, front_marks[i].kind);
            if (per_units[front_marks[i].kind] != NULL)
                per = per_units[front_marks[i].kind];
        }
        if (size == 0)
            return per;
        *at = spaced - size;
    }
    return per;
}

size_t figure_mark_word(text t, size_t at)
{
    size_t size = 0;

    for (size_t i = 0; i < COUNT(front_marks) && size == 0; i++)
        size = glyph_word(t, at, front_marks[i].word);
    return size;
}

/* ---- Behind ---------------------------------------------------------- */

/* A bracket that holds nothing but marks: （累計） (年間・速報値). */
static size_t mark_bracket(figure *out, text t, size_t start)
{
    size_t at = start, next;
    uint32_t open = glyph_next(t, &at);
    figure marks;
    bool any = false;

    if (glyph_at(t, at, &next) == GLYPH_LATIN)
        return 0; /* （H28年度） */
    marks = (figure){ 0 };
    for (int most = 4; most > 0; most--) {
        size_t size = 0;
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_CLOSE) {
            size_t from = at;

            if (!any || glyph_next(t, &from) != glyph_partner(open))
                return 0;
            apply_mark(out, marks.about ? MARK_ABOUT : MARK_NONE);
            apply_mark(out, marks.cumulative ? MARK_CUMULATIVE : MARK_NONE);
            apply_mark(out, marks.per_year ? MARK_PER_YEAR : MARK_NONE);
            apply_mark(out, marks.preliminary ? MARK_PRELIMINARY : MARK_NONE);
            return next - start;
        }
        if (any && c == GLYPH_COMMA)
            at = next;
        for (size_t i = 0; i < COUNT(back_marks) && size == 0; i++) {
            size = glyph_word(t, at, back_marks[i].word);
            if (size != 0)
                apply_mark(&marks, back_marks[i].kind);
        }
        if (size == 0)
            return 0;
        any = true;
        at += size;
    }
    return 0;
}

static bool letter_follows(text t, size_t at)
{
    size_t next;
    glyph_class c = glyph_at(t, at, &next);

    return c == GLYPH_KANJI || c == GLYPH_KATAKANA || c == GLYPH_LATIN;
}

static size_t read_qualifier(figure *out, text t, size_t at)
{
    for (size_t i = 0; i < COUNT(qualifiers); i++) {
        size_t size = glyph_word(t, at, qualifiers[i].word);
        size_t kept;

        if (size == 0)
            continue;
        kept = text_find(text_cut(t, at, at + size), qualifiers[i].keep, 0);
        if (out->qualifier.length == 0 && kept != SIZE_MAX)
            out->qualifier = text_slice(t.bytes + at + kept,
                                        strlen(qualifiers[i].keep));
        else if (out->qualifier.length == 0)
            out->qualifier = text_of(qualifiers[i].keep);
        return size;
    }
    return 0;
}

/* 10件／5年: the total of five years; /1年 is a mark. */
static size_t read_span(figure *out, text t, size_t at)
{
    static const char *const words[] = { "年間", "か年", "ヵ年", "ヶ年",
                                         "カ年", "ケ年", "箇年", "年" };
    size_t next, start = at, size;
    int years = 0;

    if (glyph_at(t, at, &next) != GLYPH_SLASH)
        return 0;
    at = next;
    while (years < 10 && glyph_at(t, at, &next) == GLYPH_DIGIT)
        years = years * 10 + (int)(glyph_next(t, &at) - '0');
    size = glyph_any(t, at, words, COUNT(words));
    if (years < 2 || size == 0 || glyph_word(t, at + size, "度") != 0)
        return 0;
    out->span_years = years;
    out->cumulative = true;
    return at + size - start;
}

static size_t read_back_mark(figure *out, text t, size_t at)
{
    size_t size = read_span(out, t, at);

    for (size_t i = 0; i < COUNT(back_marks) && size == 0; i++) {
        if (back_marks[i].bracket_only)
            continue;
        size = glyph_word(t, at, back_marks[i].word);
        if (size != 0 && back_marks[i].kind == MARK_PER_YEAR &&
            letter_follows(t, at + size) &&
            glyph_any(t, at + size, (const char *const[]){ "以上", "以下",
                      "以内", "増", "減", "程度", "未満" }, 7) == 0)
            size = 0; /* /年齢 */
        if (size != 0)
            apply_mark(out, back_marks[i].kind);
    }
    return size;
}

/* A qualifier or mark behind the figure, 0 for none. */
static size_t read_behind(figure *out, text t, size_t at)
{
    size_t next, size;
    glyph_class c = glyph_at(t, at, &next);

    if (c == GLYPH_OPEN)
        return mark_bracket(out, t, at);
    if (c != GLYPH_KANJI && c != GLYPH_HIRAGANA && c != GLYPH_KATAKANA &&
        c != GLYPH_SLASH)
        return 0; /* what the words of the tables begin with */
    size = read_qualifier(out, t, at);
    if (size == 0)
        size = read_back_mark(out, t, at);
    if (size == 0) {
        size = glyph_any(t, at, about_words, COUNT(about_words));
        out->about = out->about || size != 0;
    }
    return size;
}

/* Bytes of the unit at *at, which moves over a space to one that is known. */
static size_t read_unit(figure *out, text t, size_t *at)
{
    static const char *const words[] = { "つ", "か所", "か国語", "か国", "か月",
                                         "か年", "ヶ所" };
    size_t next, spaced = *at, size;
    glyph_class c = glyph_at(t, *at, &next);

    if (glyph_is_space(c)) /* 3,000 千円: only what is surely a unit */
        spaced = glyph_skip(t, next, true);
    else if (!glyph_is_letter(c) && c != GLYPH_UNIT)
        return 0;
    size = units_read_known(t, spaced);
    out->unit_known = size != 0;
    if (size != 0 || spaced != *at) {
        *at = size != 0 ? spaced : *at;
        return size;
    }
    size = units_read_unknown(t, *at);
    return size != 0 ? size : glyph_any(t, *at, words, COUNT(words));
}

/* Unit, qualifiers and marks; moves *at behind them. */
void figure_mark_back(figure *out, text t, size_t *at)
{
    size_t size;

    if (*at == out->digits)
        return;
    size = read_unit(out, t, at);
    if (out->unit.length == 0)
        out->unit = text_cut(t, *at, *at + size);
    else
        out->unit_known = false; /* ￥3,000 has one in front */
    for (int most = 6; most > 0; most--) {
        *at += size;
        size = read_behind(out, t, *at);
        if (size == 0)
            return;
    }
    *at += size;
}
