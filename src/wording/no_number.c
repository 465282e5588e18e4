/*
 * no_number.c - why there is no figure
 */
#include "wording/no_number.h"

#include "wording/glyph.h"

/* A reason stands at the start: of a longer text no more is looked at. The
 * longest text that is said whole is #VALUE! in full width. */
enum { LOOK_AT_BYTES = 4096, LONGEST_WHOLE = 21, SPREAD_BYTES = 40 };

static const char *const ids[STATE_COUNT] = {
    [STATE_REPORTED] = "reported",
    [STATE_PRELIMINARY] = "preliminary",
    [STATE_PENDING] = "pending",
    [STATE_NOT_SURVEYED] = "not-surveyed",
    [STATE_NOT_DONE] = "not-done",
    [STATE_ENDED] = "ended",
    [STATE_NOT_APPLICABLE] = "not-applicable",
    [STATE_WITHHELD] = "withheld",
    [STATE_MISSING] = "missing",
    [STATE_BLANK] = "blank",
    [STATE_TEXT] = "text",
    [STATE_ERROR] = "error",
};

/*
 * Words and what they say, the surer first: the first word of this table
 * that stands anywhere in the text decides. `only_dash`: the word says so
 * only behind a dash; alone it may be about something else.
 */
static const struct reason {
    const char *word;
    figure_state state;
    bool only_dash;
} reasons[] = {
    { "隔年", STATE_NOT_SURVEYED, false },
    { "年に一度", STATE_NOT_SURVEYED, false },
    { "年に一回", STATE_NOT_SURVEYED, false },
    { "年に1度", STATE_NOT_SURVEYED, false },
    { "年に1回", STATE_NOT_SURVEYED, false },
    { "年毎", STATE_NOT_SURVEYED, false },
    { "年ごと", STATE_NOT_SURVEYED, false },
    { "年おき", STATE_NOT_SURVEYED, false },
    { "次回", STATE_NOT_SURVEYED, false },
    { "調査なし", STATE_NOT_SURVEYED, false },
    { "調査無し", STATE_NOT_SURVEYED, false },
    { "調査未実施", STATE_NOT_SURVEYED, false },
    { "調査を実施せず", STATE_NOT_SURVEYED, false },
    { "調査を実施していない", STATE_NOT_SURVEYED, false },
    { "調査を行っていない", STATE_NOT_SURVEYED, false },
    { "調査していない", STATE_NOT_SURVEYED, false },
    { "調査せず", STATE_NOT_SURVEYED, false },
    { "未調査", STATE_NOT_SURVEYED, false },
    { "アンケート未実施", STATE_NOT_SURVEYED, false },
    { "調査対象年度外", STATE_NOT_SURVEYED, false },
    { "調査対象外", STATE_NOT_SURVEYED, false },
    { "調査年度では", STATE_NOT_SURVEYED, false },
    { "調査年度外", STATE_NOT_SURVEYED, false },
    { "調査年外", STATE_NOT_SURVEYED, false },
    { "アンケート実施なし", STATE_NOT_SURVEYED, false },
    { "未計測", STATE_NOT_SURVEYED, false },
    { "未測定", STATE_NOT_SURVEYED, false },
    { "計測不能", STATE_NOT_SURVEYED, false },
    { "調査年度でない", STATE_NOT_SURVEYED, false },
    { "調査年でない", STATE_NOT_SURVEYED, false },
    { "調査年ではない", STATE_NOT_SURVEYED, false },
    { "非調査年", STATE_NOT_SURVEYED, false },
    { "調査中止", STATE_NOT_DONE, false },
    { "調査中", STATE_PENDING, false },
    { "集計中", STATE_PENDING, false },
    { "精査中", STATE_PENDING, false },
    { "算定中", STATE_PENDING, false },
    { "算出中", STATE_PENDING, false },
    { "確認中", STATE_PENDING, false },
    { "照会中", STATE_PENDING, false },
    { "分析中", STATE_PENDING, false },
    { "調査実施中", STATE_PENDING, false },
    { "取りまとめ中", STATE_PENDING, false },
    { "とりまとめ中", STATE_PENDING, false },
    { "待ち", STATE_PENDING, false },
    { "待", STATE_PENDING, true },
    { "未確定", STATE_PENDING, false },
    { "未公表", STATE_PENDING, false },
    { "未発表", STATE_PENDING, false },
    { "未集計", STATE_PENDING, false },
    { "公表前", STATE_PENDING, false },
    { "公表予定", STATE_PENDING, false },
    { "公表され", STATE_PENDING, false },
    { "年度公表", STATE_PENDING, false },
    { "確定予定", STATE_PENDING, false },
    { "判明予定", STATE_PENDING, false },
    { "未判明", STATE_PENDING, false },
    { "未把握", STATE_PENDING, false },
    { "後日", STATE_PENDING, false },
    { "事業終了", STATE_ENDED, false },
    { "事業は終了", STATE_ENDED, false },
    { "事業廃止", STATE_ENDED, false },
    { "事業完了", STATE_ENDED, false },
    { "年度終了", STATE_ENDED, false },
    { "年度で終了", STATE_ENDED, false },
    { "年度をもって終了", STATE_ENDED, false },
    { "により終了", STATE_ENDED, false },
    { "廃止", STATE_ENDED, true },
    { "終了", STATE_ENDED, true },
    { "未実施", STATE_NOT_DONE, false },
    { "未開催", STATE_NOT_DONE, false },
    { "実施せず", STATE_NOT_DONE, false },
    { "実施なし", STATE_NOT_DONE, false },
    { "開催なし", STATE_NOT_DONE, false },
    { "実施していない", STATE_NOT_DONE, false },
    { "開催せず", STATE_NOT_DONE, false },
    { "不開催", STATE_NOT_DONE, false },
    { "開催見送り", STATE_NOT_DONE, false },
    { "実施見送り", STATE_NOT_DONE, false },
    { "未着手", STATE_NOT_DONE, false },
    { "中止", STATE_NOT_DONE, false },
    { "休止", STATE_NOT_DONE, false },
    { "休講", STATE_NOT_DONE, false },
    { "該当なし", STATE_NOT_APPLICABLE, false },
    { "該当無し", STATE_NOT_APPLICABLE, false },
    { "該当無", STATE_NOT_APPLICABLE, true },
    { "該当せず", STATE_NOT_APPLICABLE, false },
    { "対象外", STATE_NOT_APPLICABLE, false },
    { "対象なし", STATE_NOT_APPLICABLE, false },
    { "対象者なし", STATE_NOT_APPLICABLE, false },
    { "該当者なし", STATE_NOT_APPLICABLE, false },
    { "非該当", STATE_NOT_APPLICABLE, false },
    { "アンケート実施予定", STATE_NOT_SURVEYED, true },
    { "調査予定", STATE_NOT_SURVEYED, true },
    { "秘匿", STATE_WITHHELD, false },
    { "非公表", STATE_WITHHELD, false },
    { "非公開", STATE_WITHHELD, false },
};

/* Texts that are said whole, brackets and spaces aside. */
static const struct whole_reason {
    char word[16]; /* see glyph_may_start */
    figure_state state;
} wholes[] = {
    { "x", STATE_WITHHELD },          { "χ", STATE_WITHHELD },
    { "×", STATE_MISSING },           { "…", STATE_MISSING },
    { "‥", STATE_MISSING },           { "...", STATE_MISSING },
    { "・・・", STATE_MISSING },      { "･･･", STATE_MISSING },
    { "/", STATE_MISSING },           { "\\", STATE_MISSING },
    { "n/a", STATE_NOT_APPLICABLE },  { "na", STATE_NOT_APPLICABLE },
    { "n.a.", STATE_NOT_APPLICABLE }, { "不明", STATE_MISSING },
    { "非該当", STATE_NOT_APPLICABLE },
    { "設定なし", STATE_NOT_APPLICABLE }, { "設定無し", STATE_NOT_APPLICABLE },
    { "設定せず", STATE_NOT_APPLICABLE }, { "指標なし", STATE_NOT_APPLICABLE },
    { "指標無し", STATE_NOT_APPLICABLE }, { "未設定", STATE_MISSING },
    { "なし", STATE_MISSING },        { "無し", STATE_MISSING },
    { "無", STATE_MISSING },          { "未定", STATE_PENDING },
    { "実績なし", STATE_MISSING },    { "実績無し", STATE_MISSING },
    { "データなし", STATE_MISSING },  { "数値なし", STATE_MISSING },
    { "把握不可", STATE_MISSING },    { "*", STATE_MISSING },
    { "延期", STATE_NOT_DONE },       { "見送り", STATE_NOT_DONE },
    { "終了", STATE_ENDED },          { "廃止", STATE_ENDED },
    { "未開設", STATE_NOT_DONE },     { "未開業", STATE_NOT_DONE },
    { "未開館", STATE_NOT_DONE },     { "未整備", STATE_NOT_DONE },
    { "未設置", STATE_NOT_DONE },     { "未供用", STATE_NOT_DONE },
    { "未稼働", STATE_NOT_DONE },     { "未導入", STATE_NOT_DONE },
    { "完了済", STATE_TEXT },         { "空欄", STATE_MISSING },
    { "#n/a", STATE_ERROR },          { "#div/0!", STATE_ERROR },
    { "#value!", STATE_ERROR },       { "#ref!", STATE_ERROR },
    { "#name?", STATE_ERROR },        { "#num!", STATE_ERROR },
    { "#null!", STATE_ERROR },
};

const char *figure_state_id(figure_state state)
{
    return (unsigned)state < STATE_COUNT ? ids[state] : "";
}

figure_state figure_state_from_id(text id)
{
    figure_state state = 0;

    while (state < STATE_COUNT && !text_is(id, ids[state]))
        state++;
    return state;
}

/* Behind the dashes and the spaces between them; `t` starts with a dash. */
static size_t behind_dashes(text t)
{
    size_t at = 0, next;

    for (;; at = next) {
        size_t start = at;
        glyph_class c = glyph_at(t, at, &next);
        uint32_t mark = c == GLYPH_END ? 0 : glyph_next(t, &start);

        if (c != GLYPH_DASH && !glyph_is_space(c) && mark != 0x30FC &&
            mark != 0xFF70 && mark != 0x4E00 && mark != 0x2026)
            return at;
    }
}

/* 1.4ポイント（R2） behind -: a sign; but －5年に一度, －31年度から. */
static bool is_figure_of(text t, size_t at)
{
    static const char *const times[] = { "年", "月", "か", "カ", "ヶ", "ヵ" };
    size_t next, from = at;

    for (; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c != GLYPH_DIGIT && (at == from || (c != GLYPH_COMMA &&
                                                c != GLYPH_MARK)))
            break;
    }
    return at > from &&
           glyph_any(t, at, times, sizeof(times) / sizeof(*times)) == 0;
}

/* A dash, also one typed as ー or 一, with nothing of a word behind it. */
static bool starts_with_dash(text t)
{
    size_t next = 0;
    uint32_t mark;
    glyph_class c = glyph_at(t, 0, &next);
    size_t after;

    if (c == GLYPH_DASH)
        return !is_figure_of(t, next);
    if (c == GLYPH_END)
        return false;
    after = 0;
    mark = glyph_next(t, &after);
    if (mark != 0x30FC && mark != 0xFF70 && mark != 0x4E00 && mark != 0x2026)
        return false;
    return !glyph_is_letter(glyph_at(t, behind_dashes(t), &next));
}

static bool find_word(text t, const char *word)
{
    for (size_t at = 0; at < t.length;) {
        if (glyph_word(t, at, word) != 0)
            return true;
        glyph_next(t, &at);
    }
    return false;
}

static text without_brackets(text t)
{
    for (;;) {
        size_t at = 0;
        uint32_t close;
        text inner = text_trim(t);

        if (inner.length == 0)
            return inner;
        close = glyph_partner(glyph_next(inner, &at));
        if (close == 0 || glyph_before(inner, inner.length) != close)
            return inner;
        t = text_cut(inner, at, utf8_floor(inner, inner.length - 1));
        if (t.length == 0 || t.bytes + t.length == inner.bytes + inner.length)
            return inner;
    }
}

/* NULL for none. */
static const struct whole_reason *find_whole(text words)
{
    glyph_first first;
    size_t next;

    if (words.length > LONGEST_WHOLE || glyph_digit(words, 0, &next) >= 0)
        return NULL; /* none begins with a digit, as most figures do */
    first = glyph_first_of(words, 0);
    for (size_t i = 0; i < sizeof(wholes) / sizeof(*wholes); i++)
        if (glyph_may_start(first, wholes[i].word) &&
            glyph_word(words, 0, wholes[i].word) == words.length)
            return &wholes[i];
    return NULL;
}

/* 中　止, 調 査 中: letters set apart for looks, all of them; put together in
 * `out`, empty where they are not. */
static text spread(char out[SPREAD_BYTES], text t)
{
    size_t at = 0, length = 0;
    bool apart = false;

    while (at < t.length && length + 4 < SPREAD_BYTES) {
        size_t from = at, next;

        if (!glyph_is_letter(glyph_at(t, from, &at)))
            return text_of("");
        memcpy(out + length, t.bytes + from, at - from);
        length += at - from;
        if (at == t.length)
            return apart ? text_slice(out, length) : text_of("");
        if (glyph_at(t, at, &next) != GLYPH_SPACE)
            return text_of("");
        at = glyph_skip(t, at, false);
        apart = true;
    }
    return text_of("");
}

/* ① above ②, with nothing behind them yet; ① alone may be a grade. */
static bool is_only_numbers(text t)
{
    unsigned count = 0;

    for (size_t at = 0, next; at < t.length; at = next) {
        if (glyph_is_space(glyph_at(t, at, &next)))
            continue;
        if (glyph_circled(text_from(t, at)) != ++count)
            return false;
    }
    return count > 1;
}

figure_state no_number_state(text t)
{
    text words = without_brackets(t);
    const struct whole_reason *whole;
    char letters[SPREAD_BYTES];
    bool dash;

    if (words.length == 0)
        return text_trim(t).length == 0 ? STATE_BLANK : STATE_MISSING;
    if (is_only_numbers(words))
        return STATE_BLANK;
    whole = find_whole(words);
    if (whole != NULL)
        return whole->state;
    words = text_cut(words, 0, utf8_floor(words, LOOK_AT_BYTES));
    dash = starts_with_dash(words);
    for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
        if ((dash || !reasons[i].only_dash) &&
            find_word(words, reasons[i].word))
            return reasons[i].state;
    if (dash)
        return STATE_MISSING;
    words = spread(letters, words);
    for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
        if (!reasons[i].only_dash && words.length > 0 &&
            text_is(words, reasons[i].word))
            return reasons[i].state;
    return STATE_TEXT;
}

/* No word of a reason says MISSING: none is looked for but behind a dash. */
bool no_number_is_missing(text t)
{
    text words = without_brackets(t);
    const struct whole_reason *whole;

    if (words.length == 0)
        return text_trim(t).length != 0;
    whole = find_whole(words);
    if (whole != NULL)
        return whole->state == STATE_MISSING;
    return starts_with_dash(words) && no_number_state(t) == STATE_MISSING;
}
