/*
 * number_text.c - a figure as a clerk types it
 *
 * A figure is found by its digits. What stands behind them, their unit and
 * their marks decides whether it is a figure at all.
 */
#include "wording/number_text.h"

#include <string.h>

#include "wording/figure_mark.h"
#include "wording/glyph.h"
#include "wording/number_value.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct follow_word {
    const char *word;
    figure_follow follow;
} follow_words[] = {
    { "から", FOLLOW_FROM },     { "より", FOLLOW_FROM },
    { "までに", FOLLOW_PARTICLE },{ "まで", FOLLOW_PARTICLE },
    { "を", FOLLOW_PARTICLE },   { "へ", FOLLOW_PARTICLE },
    { "に", FOLLOW_PARTICLE },   { "とする", FOLLOW_PARTICLE },
    { "とし", FOLLOW_PARTICLE }, { "で", FOLLOW_PARTICLE },
    { "の", FOLLOW_OF },
};

/* Words of doing behind a figure; the text must end or break behind them. */
static const char *const tail_words[] = {
    "達成", "維持", "確保", "創出", "誘致", "開催", "実施", "設置", "整備",
    "育成", "採択", "認定", "認証", "登録", "採用", "削減", "低減", "縮小",
    "拡大", "向上", "上昇", "低下", "改善", "目標", "予定", "支援", "導入",
    "策定", "締結", "参加", "利用", "受入", "派遣", "養成", "輩出", "立地",
    "集積", "開設", "新設", "増設", "建設", "普及", "配置", "配布", "作成",
    "開発", "発行", "商品化", "獲得", "取得", "完了", "完成", "到達", "突破",
    "継続", "アップ", "ダウン", "募集", "実現", "成立", "成約", "移住",
    "雇用", "相当",
};

/* Units that number instead of count: 3年度, 2丁目, 5年生 are no figures. */
static const char ordinal_units[][20] = { /* see glyph_may_start */
    "月", "年度", "時", "号", "号線", "丁目", "番", "番地", "期", "章", "条",
    "版", "級", "年生", "歳児", "代", "次", "年次", "学年", "年目", "回目",
    "段階", "類", "型", "種混合", "世紀", "年版", "年制", "人制", "大学等",
    "g局", "次産業", "日目", "世代", "部制", "号棟", "号館", "等級", "年代",
    "分の",
};

/* A longer word that starts like these is none that counts. */
static const char *const span_starts[] = {
    "年", "歳", "日", "か月", "ヶ月", "週", "時間", "度", "期", "月",
};

/* Whole words that begin with digits; and what is one in front of others. */
static const char digit_words[][16] = { "1人1台", "1人1日" };
static const char whole_spans[][16] = { "24時間", "365日", "360度" };

#define ANY_OF(t, at, words) \
    glyph_any_in(t, at, (words)[0], sizeof((words)[0]), COUNT(words))

static bool words_of_doing(text t, size_t at)
{
    static const char *const endings[] = { "する", "した", "を目指す", "数",
                                           "率", "目標", "予定" };
    size_t next;

    for (int most = 4; most > 0; most--) {
        size_t size = glyph_any(t, at, tail_words, COUNT(tail_words));

        if (size == 0)
            break;
        at += size;
        if (!glyph_is_letter(glyph_at(t, at, &next)))
            return glyph_at(t, at, &next) != GLYPH_COLON &&
                   glyph_at(t, at, &next) != GLYPH_DIGIT;
    }
    return glyph_any(t, at, endings, 3) != 0;
}

/* 4校に1人, 300部×4回: neither of the two is the figure. */
static bool joins_digits(text t, size_t at)
{
    static const char *const words[] = { "に", "×", "✕" };
    size_t next, size = glyph_any(t, at, words, COUNT(words));

    return size != 0 &&
           glyph_at(t, glyph_skip(t, at + size, false), &next) == GLYPH_DIGIT;
}

/* Behind a space, a dash or a wave: 10～20件, 10-20件, 10 ～ 20件. */
static figure_follow follow_range(text t, size_t at)
{
    size_t mark = glyph_skip(t, at, false), behind, next;
    glyph_class c = glyph_at(t, mark, &behind);

    if (c == GLYPH_WAVE)
        return FOLLOW_RANGE;
    if (c != GLYPH_DASH || mark != at)
        return FOLLOW_STOP;
    behind = glyph_skip(t, behind, false);
    return glyph_at(t, behind, &next) == GLYPH_DIGIT ? FOLLOW_RANGE
                                                     : FOLLOW_STOP;
}

static figure_follow follow_word(text t, size_t at)
{
    for (size_t i = 0; i < COUNT(follow_words); i++)
        if (glyph_word(t, at, follow_words[i].word) != 0)
            return follow_words[i].follow;
    return FOLLOW_WORD;
}

/* Other marks belong to a word: 3&4. */
static figure_follow follow_mark(text t, size_t at)
{
    static const uint32_t stops[] = { 0x3002, 0x3003, '.', '|', '"', '!',
                                      '*', '=' };
    uint32_t mark = glyph_next(t, &at);

    for (size_t i = 0; i < COUNT(stops); i++)
        if (mark == stops[i])
            return FOLLOW_STOP;
    return figure_mark_is_triangle(mark) ? FOLLOW_STOP : FOLLOW_WORD;
}

static figure_follow follow_of(text t, size_t at, bool has_unit)
{
    size_t next, after;

    switch (glyph_at(t, at, &next)) {
    case GLYPH_SPACE:
    case GLYPH_DASH:
    case GLYPH_WAVE:
        return follow_range(t, at);
    case GLYPH_SLASH:
        return !has_unit && glyph_at(t, next, &after) == GLYPH_DIGIT
                   ? FOLLOW_WORD : FOLLOW_STOP;
    case GLYPH_COLON:
        return FOLLOW_COLON;
    case GLYPH_DIGIT:
    case GLYPH_LATIN:
        return FOLLOW_WORD;
    case GLYPH_HIRAGANA:
        return joins_digits(t, at) ? FOLLOW_RANGE : follow_word(t, at);
    case GLYPH_KANJI:
    case GLYPH_KATAKANA:
        return words_of_doing(t, at) ? FOLLOW_TAIL : FOLLOW_WORD;
    case GLYPH_MARK:
        return joins_digits(t, at) ? FOLLOW_RANGE : follow_mark(t, at);
    default:
        return FOLLOW_STOP;
    }
}

/* 級 of 英検3級, also 級以上取得率 of 英検3級以上取得率. */
static bool is_ordinal(text unit)
{
    static const char *const limits[] = { "以上", "以下", "以内", "未満" };
    glyph_first first = glyph_first_of(unit, 0);

    for (size_t i = 0; i < COUNT(ordinal_units); i++) {
        size_t size = glyph_may_start(first, ordinal_units[i])
                          ? glyph_word(unit, 0, ordinal_units[i]) : 0;

        if (size != 0 &&
            (size == unit.length ||
             glyph_any(unit, size, limits, COUNT(limits)) != 0))
            return true;
    }
    return false;
}

bool figure_unit_is_known(const figure *f)
{
    return f->unit_known ||
           (f->unit.length != 0 &&
            units_read_known(f->unit, 0) == f->unit.length);
}

/*
 * What stands behind the digits is no unit but part of a word: 3年連続, 5G
 * アンテナ設置数. The table's units are none of these (test_number_text.c).
 */
static bool unit_is_word(const figure *f)
{
    static const char *const ends[] = { "数", "率", "額", "量", "割合" };

    if (f->unit.length == 0 || figure_unit_is_known(f))
        return false;
    if (glyph_any(f->unit, 0, span_starts, COUNT(span_starts)) != 0)
        return true;
    for (size_t i = 0; i < COUNT(ends); i++)
        if (text_ends(f->unit, ends[i]))
            return true;
    return is_ordinal(f->unit);
}

/* 9 or 30 of 9:30: two digits behind a colon, at most two in front. `before`
 * is the character in front of the digits. */
static bool is_clock(text t, size_t digits, uint32_t before)
{
    size_t next, start, behind;

    if (glyph_class_of(before) == GLYPH_COLON) {
        start = glyph_back(t, digits); /* at the minutes */
    } else {
        start = glyph_skip_digits(t, digits);
        if (glyph_at(t, start, &next) != GLYPH_COLON)
            return false;
    }
    glyph_at(t, start, &behind);
    if (number_value_digits(t, behind) != 2)
        return false;
    for (int i = 0; i < 2; i++)
        glyph_at(t, behind, &behind);
    if (glyph_is_letter(glyph_at(t, behind, &next)) ||
        glyph_at(t, behind, &next) == GLYPH_UNIT || start == 0 ||
        glyph_class_before(t, start) != GLYPH_DIGIT)
        return false;
    for (int i = 0; i < 2 && start != 0 &&
                    glyph_class_before(t, start) == GLYPH_DIGIT; i++)
        start = glyph_back(t, start);
    return start == 0 || (!glyph_is_letter(glyph_class_before(t, start)) &&
                          glyph_class_before(t, start) != GLYPH_DIGIT);
}

/* 24時間 of 24時間対応; alone, or with but its year, it is a figure. */
static bool begins_digit_word(text t, size_t digits)
{
    size_t span = ANY_OF(t, digits, whole_spans), next;
    glyph_class before = glyph_class_before(t, digits), behind;

    if (span == 0)
        return ANY_OF(t, digits, digit_words) > 0;
    behind = glyph_at(t, digits + span, &next);
    return (digits > 0 && before != GLYPH_COLON && before != GLYPH_ARROW) ||
           (behind != GLYPH_END && behind != GLYPH_OPEN &&
            behind != GLYPH_ARROW);
}

/* The digits number something or end a latin word: 第3, CO2, 4月, 24時間対応. */
static bool is_in_name(text t, const figure *f, size_t digits)
{
    uint32_t before = glyph_before(t, digits);
    size_t next;

    if (before == 0x7B2C)
        return !text_is(f->unit, "位"); /* 第12位 */
    if (before == '#' || before == '.' ||
        before == 0x2116 || before == '_' || before == '@')
        return true;
    if (glyph_class_of(before) == GLYPH_LATIN) {
        glyph_class unit = glyph_at(f->unit, 0, &next);

        if (unit == GLYPH_LATIN || !figure_unit_is_known(f))
            return true;
    }
    if (before == 0x6708 && text_is(f->unit, "日"))
        return true; /* 4月1日 */
    if (before == '/' && glyph_class_before(t, glyph_back(t, digits)) ==
                             GLYPH_DIGIT)
        return true; /* 2/3 */
    return unit_is_word(f) || is_clock(t, digits, before) ||
           (f->unit.length != 0 && begins_digit_word(t, digits));
}

/* 回 and /月: 回/月; a unit that says so already stays. */
static bool add_per(arena *a, figure *f, const char *per)
{
    char *made;

    if (text_ends(f->unit, per))
        return true;
    made = arena_printf(a, "%.*s%s", (int)f->unit.length, f->unit.bytes, per);
    f->unit_known = false;
    if (made != NULL)
        f->unit = text_of(made);
    return made != NULL;
}

/* △ - ￥ in front of the digits, which *front is moved before. */
static bool read_sign(arena *a, figure *f, text t, size_t *front,
                      size_t floor)
{
    switch (figure_mark_sign(t, front, floor)) {
    case '-':
        f->corrected = f->corrected || t.bytes[*front] != '-';
        return number_negate(a, &f->value, f->value);
    case 0xA5: /* ￥3,000 */
        f->unit = text_of("円");
        return true;
    default:
        return true;
    }
}

size_t number_text_scan(arena *a, figure *out, figure_follow *follow,
                        bool *failed, text t, size_t digits, size_t floor)
{
    size_t at = digits;
    const char *per;
    figure f = { .digits = digits, .unit = { "", 0 },
                 .qualifier = { "", 0 } };

    *follow = FOLLOW_WORD;
    *failed = false;
    *out = f;
    f.start = digits;
    if (!number_value_read(a, &f, failed, t, &at))
        return *failed ? 0 : at - digits;
    *failed = !read_sign(a, &f, t, &f.start, floor);
    f.digits = f.start;
    per = figure_mark_front(&f, t, &f.start, floor);
    figure_mark_back(&f, t, &at);
    f.end = at;
    if (text_is(f.unit, "位") && f.start > floor &&
        glyph_before(t, f.start) == 0x7B2C) /* 第12位 */
        f.start = glyph_back(t, f.start);
    if (per != NULL && f.unit.length != 0 && !add_per(a, &f, per))
        *failed = true;
    if (*failed)
        return 0;
    *out = f;
    *follow = is_in_name(t, &f, digits)
                  ? FOLLOW_WORD : follow_of(t, at, f.unit.length != 0);
    return at - digits;
}

/* Behind the marks, spaces and sign that may start a figure. */
static size_t find_digits(text t, size_t start)
{
    size_t at = start, next;

    for (int most = 6; most > 0; most--) {
        size_t size, from = at;
        uint32_t c;

        if (glyph_at(t, at, &next) == GLYPH_DIGIT)
            return at;
        if (next == at)
            return SIZE_MAX;
        c = glyph_next(t, &from);
        size = figure_mark_word(t, at);
        if (size == 0 && (figure_mark_is_triangle(c) || c == '+' || c == 0xB1 ||
                          c == 0x30FC || glyph_class_of(c) == GLYPH_DASH ||
                          glyph_class_of(c) == GLYPH_SPACE ||
                          glyph_class_of(c) == GLYPH_COLON ||
                          c == 0xA5 || c == 0xFFE5))
            size = next - at;
        if (size == 0)
            return SIZE_MAX;
        at += size;
    }
    return SIZE_MAX;
}

bool number_text_read(arena *a, figure *out, text t, size_t start)
{
    size_t digits = find_digits(t, start);
    figure_follow follow;
    bool failed;

    *out = (figure){ .unit = text_of(""), .qualifier = text_of("") };
    if (digits == SIZE_MAX)
        return false;
    if (number_text_scan(a, out, &follow, &failed, t, digits, start) != 0 &&
        !failed && follow != FOLLOW_WORD && follow != FOLLOW_COLON &&
        follow != FOLLOW_RANGE && out->start == start)
        return !(follow == FOLLOW_OF && units_is_span(out->unit));
    *out = (figure){ .unit = text_of(""), .qualifier = text_of("") };
    return false;
}

/* ¹, ²⁾: behind a value a number of a note. */
static bool is_raised(uint32_t c)
{
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079) || c == 0x207D || c == 0x207E;
}

/* Without such a number at the end; 12m² counts square metres. */
static text without_raised(text t)
{
    size_t end = t.length, at;

    for (at = end; at > 0; end = at) {
        size_t next = at = glyph_back(t, at);

        if (!is_raised(utf8_next(t, &next)))
            break;
    }
    return end == t.length || end == 0 ||
                   glyph_class_before(t, end) == GLYPH_LATIN
               ? t : text_cut(t, 0, end);
}

/* ※ ※1 *2 at the end of a value. */
static size_t note_mark(text t, size_t start)
{
    size_t at = start;

    if (glyph_word(t, at, "※") == 0 && glyph_word(t, at, "*") == 0)
        return 0;
    glyph_next(t, &at);
    return glyph_skip(t, glyph_skip_digits(t, at), true) - start;
}

/* 37 000: groups of three digits with a space between them, and a unit. */
static bool has_spaced_groups(text t, size_t *end)
{
    size_t at = 0, next, count = 0, groups = 0;

    for (;; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_DIGIT) {
            count++;
            continue;
        }
        if (count == 0 || count > 3 || (groups > 0 && count != 3))
            return false;
        if (c != GLYPH_SPACE ||
            glyph_at(t, next, &(size_t){ 0 }) != GLYPH_DIGIT)
            break;
        groups++;
        count = 0;
    }
    *end = at;
    return groups > 0;
}

static bool parse_spaced(arena *a, figure *out, text t, size_t end)
{
    char *joined = arena_alloc(a, t.length + 1);
    size_t length = 0, next;

    if (joined == NULL)
        return false;
    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) != GLYPH_SPACE || at >= end) {
            memcpy(joined + length, t.bytes + at, next - at);
            length += next - at;
        }
    if (!number_text_parse(a, out, text_slice(joined, length)))
        return false;
    out->corrected = true;
    return true;
}

/* ※2　987, ※ 987: the mark of a note in front, with a space behind it, which
 * is none between digits (※ 2 987). 0 for none. */
static size_t leading_mark(text t, size_t from)
{
    size_t next, end, behind, spaced;

    if (glyph_at(t, from, &next) != GLYPH_NOTE)
        return 0;
    end = glyph_skip_digits(t, next);
    behind = glyph_skip(t, end, true);
    return behind > end && (end > next ||
                            !has_spaced_groups(text_from(t, behind), &spaced))
               ? behind : 0;
}

bool number_text_is_noted(text t)
{
    return leading_mark(t, glyph_skip(t, 0, true)) != 0 ||
           without_raised(t).length < t.length;
}

bool number_text_parse(arena *a, figure *out, text t)
{
    size_t spaced;
    size_t from = glyph_skip(t, 0, true), end, next;

    if (leading_mark(t, from) != 0)
        t = text_from(t, leading_mark(t, from));
    t = without_raised(t);
    from = glyph_skip(t, 0, true);
    if (has_spaced_groups(t, &spaced))
        return parse_spaced(a, out, t, spaced);
    if (!number_text_read(a, out, t, from))
        return false;
    end = glyph_skip(t, out->end, true);
    if (glyph_at(t, end, &next) == GLYPH_OPEN) { /* 127人（62人増） */
        size_t inner = glyph_skip(t, next, true), open = end;
        uint32_t close = glyph_partner(glyph_next(t, &open));
        figure increase;

        if (number_text_read(a, &increase, t, inner) &&
            increase.qualifier.length != 0 &&
            (text_is(increase.qualifier, "増") ||
             text_is(increase.qualifier, "減"))) {
            inner = glyph_skip(t, increase.end, true);
            if (glyph_at(t, inner, &next) == GLYPH_CLOSE &&
                glyph_next(t, &inner) == close)
                end = glyph_skip(t, next, true);
        }
    }
    end += note_mark(t, end);
    if (end == t.length && out->span_years == 0)
        return true;
    *out = (figure){ .unit = text_of(""), .qualifier = text_of("") };
    return false;
}
