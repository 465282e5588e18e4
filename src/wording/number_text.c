/*
 * number_text.c - a figure as a clerk types it
 *
 * A figure is found by its digits. Marks in front (約 累計 年間 △) are read
 * backwards from them, unit and marks behind (以上 /年 （累計）) forwards.
 * What stands behind all that decides whether it is a figure at all.
 *
 * Magnitudes in a row make one value in the last of them: 1兆2,000億円 is
 * 12,000 億円, 3万5千人 is 35 千人, 120万5,000人 is 1,205,000 人.
 */
#include "wording/number_text.h"

#include <string.h>

#include "wording/glyph.h"
#include "wording/units.h"

enum { MOST_DIGITS = 40, MOST_PARTS = 6 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

typedef enum mark_kind {
    MARK_ABOUT, MARK_CUMULATIVE, MARK_PER_YEAR, MARK_PRELIMINARY, MARK_NONE
} mark_kind;

/*
 * Marks in front. `apart`: only where no letter stands before it, as it may
 * end a word (契約100件, 設計3件, 令和6年10件). `colon`: 累計：305人.
 */
static const struct front_mark {
    const char *word;
    mark_kind kind;
    bool apart, colon;
} front_marks[] = {
    { "おおよそ", MARK_ABOUT, false, false },
    { "およそ", MARK_ABOUT, false, false },
    { "おおむね", MARK_ABOUT, false, false },
    { "概ね", MARK_ABOUT, false, false },
    { "約", MARK_ABOUT, true, false },
    { "累計値", MARK_CUMULATIVE, false, true },
    { "累計で", MARK_CUMULATIVE, false, false },
    { "累計", MARK_CUMULATIVE, false, true },
    { "累積", MARK_CUMULATIVE, false, true },
    { "通算", MARK_CUMULATIVE, true, true },
    { "延べ", MARK_CUMULATIVE, false, true },
    { "のべ", MARK_CUMULATIVE, true, true },
    { "延", MARK_CUMULATIVE, true, false },
    { "計", MARK_CUMULATIVE, true, true },
    { "毎年度", MARK_PER_YEAR, false, true },
    { "毎年", MARK_PER_YEAR, false, true },
    { "各年度", MARK_PER_YEAR, false, true },
    { "各年", MARK_PER_YEAR, true, true },
    { "単年度", MARK_PER_YEAR, false, true },
    { "年間で", MARK_PER_YEAR, true, false },
    { "年間", MARK_PER_YEAR, false, true },
    { "年に", MARK_PER_YEAR, true, false },
    { "年", MARK_PER_YEAR, true, false },
    { "速報値", MARK_PRELIMINARY, false, true },
    { "速報", MARK_PRELIMINARY, false, true },
    { "暫定値", MARK_PRELIMINARY, false, true },
    { "暫定", MARK_PRELIMINARY, false, true },
    { "見込み", MARK_PRELIMINARY, false, true },
    { "見込値", MARK_PRELIMINARY, false, true },
    { "見込", MARK_PRELIMINARY, false, true },
};

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

/* The longer first; `keep` bytes of it are the qualifier (增加 -> 増). */
static const struct qualifier_word {
    const char *word, *keep;
} qualifiers[] = {
    { "以上", "以上" }, { "以下", "以下" },   { "以内", "以内" },
    { "未満", "未満" }, { "程度", "程度" },   { "規模", "規模" },
    { "増加", "増" },   { "増員", "増" },     { "増", "増" },
    { "減少", "減" },     { "削減", "減" },
    { "低減", "減" },   { "縮減", "減" },   { "減員", "減" },     { "減", "減" },
    { "超過", "超" },   { "超え", "超" },     { "超", "超" },
    { "を超える", "超" },
};

static const char *const about_words[] = { "前後", "強", "弱", "余り", "余",
                                          "台" };

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
static const char *const ordinal_units[] = {
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

/* Whole words that begin with digits. */
static const char *const digit_words[] = {
    "24時間", "365日", "360度", "1人1台", "1人1日",
};

/* ---- Digits ------------------------------------------------------------- */

/* The decimal in ASCII, and what was seen on the way. */
typedef struct digit_run {
    char ascii[MOST_DIGITS + 2];
    size_t length;
    size_t end;     /* behind the run in the text */
    bool folded;    /* full width or a 、 between the thousands */
    bool bad;       /* too long, or thousands that are none: 1,23 */
} digit_run;

static void run_put(digit_run *run, char c)
{
    if (run->length == MOST_DIGITS)
        run->bad = true;
    else
        run->ascii[run->length++] = c;
}

static size_t plain_digits(digit_run *run, text t, size_t at)
{
    size_t next, count = 0;

    while (glyph_at(t, at, &next) == GLYPH_DIGIT) {
        size_t from = at;

        run_put(run, (char)glyph_next(t, &from));
        run->folded = run->folded || next - at > 1;
        at = next;
        count++;
    }
    run->end = at;
    return count;
}

/* Digits that follow the mark at `at`: how many, at most four are counted. */
static size_t digits_behind(text t, size_t at)
{
    size_t next, count = 0;

    while (count < 4 && glyph_at(t, at, &next) == GLYPH_DIGIT) {
        count++;
        at = next;
    }
    return count;
}

static void read_digits(digit_run *run, text t, size_t at)
{
    size_t first, next, from;
    bool grouped = false;

    memset(run, 0, sizeof(*run));
    first = plain_digits(run, t, at);
    while (run->end < t.length) {
        uint32_t mark;

        from = run->end;
        mark = glyph_next(t, &from);
        next = from;
        if ((mark != ',' && mark != 0x3001) || digits_behind(t, next) == 0)
            break;
        if (digits_behind(t, next) != 3 || first > 3) {
            if (mark != ',')
                break;
            run->bad = true; /* 1,23: all of it is no number */
        }
        run->folded = run->folded || mark == 0x3001 || from - run->end > 1;
        grouped = true;
        plain_digits(run, t, next);
    }
    if (run->end < t.length) {
        from = run->end;
        if (glyph_next(t, &from) == '.' && digits_behind(t, from) != 0) {
            run_put(run, '.');
            run->folded = run->folded || from - run->end > 1;
            plain_digits(run, t, from);
        }
    }
    (void)grouped;
    run->ascii[run->length] = '\0';
}

/* One of the numbers that make a value: 1兆 and 2,000億 of 1兆2,000億円. */
typedef struct value_part {
    number value;
    int ten;
} value_part;

/*
 * Reads the value and moves *at to its unit. False when it is no number;
 * *failed when memory ran out.
 */
static bool read_value(arena *a, figure *out, bool *failed, text t,
                       size_t *at)
{
    value_part parts[MOST_PARTS];
    size_t count = 0;
    number sum = NUMBER_ZERO, factor, scaled;
    int unit_ten;

    for (;;) {
        digit_run run;
        size_t size, next;
        int ten;

        read_digits(&run, t, *at);
        *at = run.end;
        out->corrected = out->corrected || run.folded;
        if (run.bad || count == MOST_PARTS)
            return false;
        if (!number_from_decimal(a, &parts[count].value,
                                 text_slice(run.ascii, run.length))) {
            *failed = true;
            return false;
        }
        size = units_magnitude(t, *at, &ten);
        parts[count].ten = ten;
        if (size == 0 || glyph_at(t, *at + size, &next) != GLYPH_DIGIT) {
            /* the last: its magnitude is the unit's */
            parts[count++].ten = size == 0 ? 0 : ten;
            break;
        }
        if (count != 0 && parts[count - 1].ten <= ten)
            return false;
        *at += size;
        count++;
    }
    unit_ten = parts[count - 1].ten;
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count && parts[i].ten <= unit_ten)
            return false;
        if (!number_power_of_ten(a, &factor, parts[i].ten - unit_ten) ||
            !number_multiply(a, &scaled, parts[i].value, factor) ||
            !number_add(a, &sum, sum, scaled)) {
            *failed = true;
            return false;
        }
    }
    out->value = sum;
    return true;
}

/* ---- In front ------------------------------------------------------------ */

static void apply_mark(figure *out, mark_kind kind)
{
    out->about = out->about || kind == MARK_ABOUT;
    out->cumulative = out->cumulative || kind == MARK_CUMULATIVE;
    out->per_year = out->per_year || kind == MARK_PER_YEAR;
    out->preliminary = out->preliminary || kind == MARK_PRELIMINARY;
}

static bool is_triangle(uint32_t c)
{
    return c == 0x25B3 || c == 0x25B2 || c == 0x25BD || c == 0x25BC;
}

/* Where the character in front of `at` begins; `at` is above 0. */
static size_t step_back(text t, size_t at)
{
    size_t start = at - 1;

    while (start > 0 && at - start < 4 &&
           ((unsigned char)t.bytes[start] & 0xC0) == 0x80)
        start--;
    return start;
}

/* A place where a word may begin: nothing that belongs to one before it. */
static bool word_may_start(text t, size_t at, size_t floor)
{
    glyph_class c = at <= floor ? GLYPH_END : glyph_class_before(t, at);

    return c != GLYPH_LATIN && c != GLYPH_DIGIT && c != GLYPH_KANJI &&
           c != GLYPH_KATAKANA && c != GLYPH_HIRAGANA && c != GLYPH_DASH;
}

/* A sign directly before the digits, or 0. Moves *at in front of it. */
static uint32_t read_sign(text t, size_t *at, size_t floor)
{
    uint32_t c;
    size_t start;
    glyph_class class;

    if (*at <= floor)
        return 0;
    start = step_back(t, *at);
    c = glyph_before(t, *at);
    class = glyph_class_of(c);
    if (start < floor)
        return 0;
    if (is_triangle(c)) {
        *at = start;
        return '-';
    }
    if (c != '+' && c != 0xB1 && class != GLYPH_DASH && c != 0x30FC)
        return 0;
    if (!word_may_start(t, start, floor) ||
        (start > floor && glyph_class_before(t, start) == GLYPH_CLOSE))
        return 0;
    *at = start;
    return c == '+' || c == 0xB1 ? '+' : '-';
}

/* The length of `word` that ends at `at`, not below `floor`. */
static size_t word_ends(text t, size_t at, size_t floor, const char *word)
{
    size_t characters = 0, start = at;
    text w = text_of(word);

    for (size_t i = 0; i < w.length; characters++)
        utf8_next(w, &i);
    for (; characters > 0; characters--) {
        if (start <= floor)
            return 0;
        start = step_back(t, start);
    }
    if (start < floor || glyph_word(t, start, word) != at - start)
        return 0;
    return at - start;
}

static size_t before_spaces(text t, size_t at, size_t floor)
{
    while (at > floor && glyph_class_before(t, at) == GLYPH_SPACE)
        at = step_back(t, at);
    return at;
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
            if (word_ends(t, start, floor, before_about[i]) != 0)
                return false;
        return true;
    }
    return !glyph_is_letter(c) && c != GLYPH_DIGIT && c != GLYPH_CLOSE;
}

/* Reads the marks backwards from *at, which moves in front of them. */
static void read_front(figure *out, text t, size_t *at, size_t floor)
{
    for (int most = 4; most > 0; most--) {
        size_t spaced = before_spaces(t, *at, floor), start, size = 0;
        bool colon = spaced > floor &&
                     glyph_class_before(t, spaced) == GLYPH_COLON;

        if (colon)
            spaced = before_spaces(t, step_back(t, spaced), floor);
        for (size_t i = 0; i < COUNT(front_marks) && size == 0; i++) {
            if (colon && !front_marks[i].colon)
                continue;
            size = word_ends(t, spaced, floor, front_marks[i].word);
            start = spaced - size;
            if (size != 0 && !mark_stands(t, start, floor, &front_marks[i]))
                size = 0;
            if (size != 0 && front_marks[i].kind == MARK_PER_YEAR &&
                start > floor && glyph_class_before(t, start) == GLYPH_DIGIT)
                size = 0; /* 5年間300人 */
            if (size != 0)
                apply_mark(out, front_marks[i].kind);
        }
        if (size == 0)
            return;
        *at = spaced - size;
    }
}

/* ---- Behind --------------------------------------------------------------- */

/* A bracket that holds nothing but marks: （累計） (年間・速報値). */
static size_t mark_bracket(figure *out, text t, size_t start)
{
    size_t at = start, next;
    uint32_t close;
    figure marks = { 0 };
    bool any = false;

    if (glyph_at(t, at, &next) != GLYPH_OPEN)
        return 0;
    close = glyph_partner(glyph_next(t, &at));
    for (int most = 4; most > 0; most--) {
        size_t size = 0;
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_CLOSE) {
            size_t from = at;

            if (!any || glyph_next(t, &from) != close)
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
        return size;
    }
    return 0;
}

static size_t read_back_mark(figure *out, text t, size_t at)
{
    size_t size = mark_bracket(out, t, at);

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

/* Unit, qualifiers and marks; moves *at behind them. */
static void read_back(figure *out, text t, size_t *at)
{
    size_t size, spaced;

    if (*at == out->digits)
        return;
    size = units_read(t, *at);
    if (size == 0) { /* 3,000 千円: only what is surely a unit */
        spaced = glyph_skip(t, *at, true);
        size = spaced == *at ? 0 : units_read_known(t, spaced);
        if (size != 0 && letter_follows(t, spaced + size) &&
            units_read_known(t, spaced) != size)
            size = 0;
        if (size != 0)
            *at = spaced;
    }
    if (size == 0 && glyph_word(t, *at, "つ") != 0)
        size = glyph_word(t, *at, "つ");
    if (size == 0)
        size = glyph_any(t, *at, (const char *const[]){ "か所", "か国語",
                         "か国", "か月", "か年", "ヶ所" }, 6);
    if (out->unit.length == 0)
        out->unit = text_cut(t, *at, *at + size);
    *at += size;
    for (int most = 6; most > 0; most--) {
        size = read_qualifier(out, t, *at);
        if (size == 0)
            size = read_back_mark(out, t, *at);
        if (size == 0) {
            size = glyph_any(t, *at, about_words, COUNT(about_words));
            out->about = out->about || size != 0;
        }
        if (size == 0)
            return;
        *at += size;
    }
}

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

/* A digit that a range or a fraction puts behind the figure. */
static figure_follow follow_of(text t, size_t at, bool has_unit)
{
    size_t next, after, size;
    glyph_class c = glyph_at(t, at, &next);

    if (c == GLYPH_SPACE || c == GLYPH_DASH || c == GLYPH_WAVE) {
        size_t mark = glyph_skip(t, at, false);
        glyph_class m = glyph_at(t, mark, &after);

        if (m == GLYPH_WAVE || (m == GLYPH_DASH && mark == at)) {
            after = glyph_skip(t, after, false);
            if (glyph_at(t, after, &next) == GLYPH_DIGIT)
                return FOLLOW_RANGE;
            if (m == GLYPH_WAVE)
                return FOLLOW_RANGE;
        }
        return FOLLOW_STOP;
    }
    if (c == GLYPH_SLASH)
        return !has_unit && glyph_at(t, next, &after) == GLYPH_DIGIT
                   ? FOLLOW_WORD : FOLLOW_STOP;
    if (c == GLYPH_COLON)
        return FOLLOW_COLON;
    if (c == GLYPH_DIGIT || c == GLYPH_LATIN)
        return FOLLOW_WORD;
    if (c == GLYPH_HIRAGANA) {
        for (size_t i = 0; i < COUNT(follow_words); i++) {
            size = glyph_word(t, at, follow_words[i].word);
            if (size != 0)
                return follow_words[i].follow;
        }
        return FOLLOW_WORD;
    }
    if (c == GLYPH_KANJI || c == GLYPH_KATAKANA)
        return words_of_doing(t, at) ? FOLLOW_TAIL : FOLLOW_WORD;
    if (c == GLYPH_MARK) {
        size_t from = at;
        uint32_t mark = glyph_next(t, &from);

        if (mark != 0x3002 && mark != '.' && mark != '|' && mark != '"' &&
            mark != '!' && mark != '*' && mark != 0x3003 && mark != '=' &&
            !is_triangle(mark))
            return FOLLOW_WORD;
    }
    return FOLLOW_STOP;
}

static bool in_table(text word, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word.length != 0 && glyph_word(word, 0, table[i]) == word.length)
            return true;
    return false;
}

/* The digits number something or end a latin word: 第3, CO2, 4月, 24時間. */
static bool is_in_name(text t, const figure *f, size_t digits)
{
    uint32_t before = glyph_before(t, digits);
    size_t next;

    if (before == 0x7B2C || before == '#' || before == '.' ||
        before == 0x2116 || before == '_' || before == '@')
        return true;
    if (glyph_class_of(before) == GLYPH_LATIN) {
        glyph_class unit = glyph_at(f->unit, 0, &next);

        if (f->unit.length == 0 || unit == GLYPH_LATIN ||
            units_read_known(f->unit, 0) != f->unit.length)
            return true;
    }
    if (before == 0x6708 && text_is(f->unit, "日"))
        return true; /* 4月1日 */
    if (before == '/' && glyph_class_before(t, step_back(t, digits)) ==
                             GLYPH_DIGIT)
        return true; /* 2/3 */
    if (f->unit.length != 0 &&
        units_read_known(f->unit, 0) != f->unit.length &&
        glyph_any(f->unit, 0, span_starts, COUNT(span_starts)) != 0)
        return true; /* 3年連続 */
    return in_table(f->unit, ordinal_units, COUNT(ordinal_units)) ||
           glyph_any(t, digits, digit_words, COUNT(digit_words)) != 0;
}

size_t number_text_scan(arena *a, figure *out, figure_follow *follow,
                        bool *failed, text t, size_t digits, size_t floor)
{
    size_t at = digits, start = digits, front;
    uint32_t sign;
    figure f = { .digits = digits };

    f.unit = f.qualifier = text_of("");
    *follow = FOLLOW_WORD;
    *failed = false;
    *out = f;
    if (!read_value(a, &f, failed, t, &at))
        return *failed ? 0 : at - digits;
    front = start;
    sign = read_sign(t, &front, floor);
    if (sign == 0 && front > floor &&
        glyph_class_before(t, front) == GLYPH_UNIT &&
        (glyph_before(t, front) == 0xFFE5 || glyph_before(t, front) == 0xA5)) {
        front = step_back(t, front); /* ￥3,000 */
        f.unit = text_of("円");
    }
    if (sign == '-') {
        number_negate(a, &f.value, f.value);
        f.corrected = f.corrected || t.bytes[front] != '-';
    }
    f.digits = front;
    read_front(&f, t, &front, floor);
    f.start = front;
    read_back(&f, t, &at);
    f.end = at;
    *out = f;
    *follow = follow_of(t, at, f.unit.length != 0);
    if (is_in_name(t, &f, digits))
        *follow = FOLLOW_WORD;
    return at - digits;
}

/* Behind the marks, spaces and sign that may start a figure. */
static size_t find_digits(text t, size_t start)
{
    size_t at = start, next;

    for (int most = 6; most > 0; most--) {
        size_t size = 0, from = at;
        uint32_t c;

        if (glyph_at(t, at, &next) == GLYPH_DIGIT)
            return at;
        if (next == at)
            return SIZE_MAX;
        c = glyph_next(t, &from);
        for (size_t i = 0; i < COUNT(front_marks) && size == 0; i++)
            size = glyph_word(t, at, front_marks[i].word);
        if (size == 0 && (is_triangle(c) || c == '+' || c == 0xB1 ||
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

bool number_text_parse(arena *a, figure *out, text t)
{
    size_t from = glyph_skip(t, 0, true), end, next;

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
    if (end == t.length)
        return true;
    *out = (figure){ .unit = text_of(""), .qualifier = text_of("") };
    return false;
}
