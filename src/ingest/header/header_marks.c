/*
 * header_marks.c - numbers and marks in a header's words
 */
#include "ingest/header/header_marks.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "wording/glyph.h"

/* More are no numbers of indicators but figures. */
enum { MOST_INDEX = 99, YEAR_DIGITS = 4 };

/* 指標1-2, kpi2-1: the base of a number with a branch; index 12, 21. */
static bool take_branch(text *key, unsigned *index)
{
    size_t last = key->length, end, n = 0, branch = 0;
    text base;

    while (last > 0 && ascii_is_digit(key->bytes[last - 1]))
        last--;
    if (last < 2 || key->bytes[last - 1] != '-')
        return false;
    for (end = last - 1; end > 0 && ascii_is_digit(key->bytes[end - 1]);)
        end--;
    base = text_cut(*key, 0, end);
    if ((!text_ends(base, "指標") && !text_ends(base, "kpi")) ||
        !text_to_size(text_cut(*key, end, last - 1), &n) || n == 0 ||
        !text_to_size(text_from(*key, last), &branch) || branch == 0 ||
        n * 10 + branch > MOST_INDEX)
        return false;
    *index = (unsigned)(n * 10 + branch);
    *key = base;
    return true;
}

const char *const header_index_letters[HEADER_INDEX_LETTERS][2] = {
    { "a", "ア" }, { "b", "イ" }, { "c", "ウ" }, { "d", "エ" }, { "e", "オ" },
};

static const char *const lettered[] = { "指標", "指標名", "kpi", "単位", "目標",
                                        "目標値", "計画", "計画値", "実績",
                                        "実績値", "基準値", "現状値" };
enum { LETTERED = sizeof(lettered) / sizeof(*lettered) };

/* a実績, b:計画値, bの計画値 */
static bool take_letter_before(text *key, const char *letter)
{
    text base;

    if (!text_starts(*key, letter))
        return false;
    base = text_from(*key, strlen(letter));
    if (text_starts(base, ":"))
        base = text_from(base, 1);
    else if (text_starts(base, "の"))
        base = text_from(base, strlen("の"));
    if (!text_in(base, lettered, LETTERED))
        return false;
    *key = base;
    return true;
}

/* 指標a, 成果指標イ, 実績b, a実績: the letter counts indicators. 評価a is a grade. */
static bool take_letter(text *key, unsigned *index)
{
    for (unsigned i = 0; i < HEADER_INDEX_LETTERS; i++)
        for (size_t k = 0; k < 2; k++) {
            const char *letter = header_index_letters[i][k];
            text base;

            if (take_letter_before(key, letter)) {
                *index = i + 1;
                return true;
            }
            if (!text_ends(*key, letter))
                continue;
            base = text_cut(*key, 0, key->length - strlen(letter));
            while (text_ends(base, "-") || text_ends(base, "_"))
                base = text_cut(base, 0, base.length - 1);
            if (!text_ends_in(base, lettered, LETTERED))
                return false;
            *index = i + 1;
            *key = base;
            return true;
        }
    return false;
}

/* 第1指標, 第2kpi: 第2期 counts something else. */
static bool take_ordinal(text *key, unsigned *index)
{
    static const char *const counted[] = { "指標", "成果指標", "活動指標", "kpi",
                                           "数値目標" };
    size_t start = strlen("第"), end = start, n = 0;
    text base;

    if (!text_starts(*key, "第"))
        return false;
    while (end < key->length && ascii_is_digit(key->bytes[end]))
        end++;
    base = text_from(*key, end);
    if (!text_to_size(text_cut(*key, start, end), &n) || n == 0 ||
        n > MOST_INDEX ||
        !text_in(base, counted, sizeof(counted) / sizeof(*counted)))
        return false;
    *index = (unsigned)n;
    *key = base;
    return true;
}

/* 指標2, 実績③ (folded to 3), 1指標: takes the number off; 累計305 has none. */
text header_take_index(text key, unsigned *index)
{
    size_t end = key.length, n = 0;
    size_t start = 0;

    if (take_ordinal(&key, index) || take_branch(&key, index) ||
        take_letter(&key, index))
        return key;
    while (end > 0 && ascii_is_digit(key.bytes[end - 1]))
        end--;
    if (end < key.length && end > 0 && key.length - end <= 3 &&
        text_to_size(text_from(key, end), &n) && n <= MOST_INDEX &&
        !text_ends(text_cut(key, 0, end), "累計")) {
        *index = (unsigned)n;
        return text_cut(key, 0, end);
    }
    while (start < key.length && ascii_is_digit(key.bytes[start]))
        start++;
    if (start > 0 && start < key.length && start <= 2 &&
        !text_starts(text_from(key, start), "年目") && /* 2年目: a time */
        text_to_size(text_cut(key, 0, start), &n)) {
        *index = (unsigned)n;
        return text_from(key, start);
    }
    return key;
}

unsigned header_bare_index(text key)
{
    /* (24) may number the last column of a wide table; 24 is a figure */
    size_t n = 0, most = text_starts(key, "(") ? 60 : 20;

    while (text_starts(key, "(") || text_starts(key, "no"))
        key = text_from(key, text_starts(key, "(") ? 1 : 2);
    while (text_ends(key, ")") || text_ends(key, "."))
        key = text_cut(key, 0, key.length - 1);
    return text_to_size(key, &n) && n > 0 && n <= most ? (unsigned)n : 0;
}

text header_cut_term(text key)
{
    size_t at = strlen("第");

    if (!text_starts(key, "第"))
        return text_of("");
    while (at < key.length && ascii_is_digit(key.bytes[at]))
        at++;
    return at > strlen("第") && text_starts(text_from(key, at), "期")
               ? text_from(key, at + strlen("期")) : text_of("");
}

text header_cut_owner(text key)
{
    static const char *const joints[] = { "における", "に係る", "にかかる",
                                          "に関する" };

    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
        size_t at = text_find(key, joints[i], 0);

        if (at != SIZE_MAX)
            return text_from(key, at + strlen(joints[i]));
    }
    return key;
}

text header_cut_label(text key, unsigned *index)
{
    static const char *const labels[] = { "重要業績評価指標", "成果指標",
                                          "活動指標", "評価指標", "指標",
                                          "kpi" };
    static const char *const joins[] = { "_", "-", ":", "・", "の", ".", "/" };

    for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
        text rest = text_from(key, strlen(labels[i]));
        size_t digits = 0, n = 0;

        if (!text_starts(key, labels[i]))
            continue;
        while (digits < rest.length && ascii_is_digit(rest.bytes[digits]))
            digits++;
        if (digits == 5 || digits == 6) /* kpi1 2020年度: spaces are folded */
            digits -= YEAR_DIGITS;
        if (digits == 0 || digits > 2 || digits == rest.length ||
            !text_to_size(text_cut(rest, 0, digits), &n) || n == 0)
            return key;
        rest = text_from(rest, digits);
        for (size_t k = 0; k < sizeof(joins) / sizeof(*joins); k++)
            if (text_starts(rest, joins[k])) {
                rest = text_from(rest, strlen(joins[k]));
                break;
            }
        if (rest.length > 0)
            *index = (unsigned)n;
        return rest.length > 0 ? rest : key;
    }
    return key;
}

/* 現状:12基目標:30基: digits that are neither a number of the header (指標2,
 * 3指標) nor that of a plan (第2期). */
bool header_holds_figures(text key)
{
    size_t end = key.length, start = 0;

    while (end > 0 && (ascii_is_digit(key.bytes[end - 1]) ||
                       key.bytes[end - 1] == ')' ||
                       key.bytes[end - 1] == '('))
        end--;
    while (start < end && ascii_is_digit(key.bytes[start]))
        start++;
    for (size_t at = start; at < end; at++) {
        if (!ascii_is_digit(key.bytes[at]) ||
            text_starts(text_from(key, at + 1), "年目"))
            continue;
        if (at >= strlen("第") &&
            text_starts(text_from(key, at - strlen("第")), "第"))
            return false;
        return true;
    }
    return false;
}

bool header_is_count(arena *a, text key)
{
    size_t end = 0;

    while (end < key.length &&
           (ascii_is_digit(key.bytes[end]) || key.bytes[end] == ','))
        end++;
    return end > 0 && unit_word(a, text_from(key, end));
}

bool header_is_figure(text key)
{
    size_t at = 0;

    while (at < key.length && ascii_is_digit(key.bytes[at]))
        at++;
    return at > 0 && at < key.length && key.bytes[at] == '(';
}

/* 4-6月, 第1四半期, 上半期: a part of a year is no year's figure. */
bool header_is_part_of_year(text key, text_marks held)
{
    static const char *const words[] = { "四半期", "上半期", "下半期", "上期",
                                         "下期" };
    size_t digits = 0;

    if (text_may_hold(held, "期") && /* all have it */
        text_contains_one(key, words, sizeof(words) / sizeof(*words)))
        return true;
    if (!text_ends(key, "月"))
        return false;
    key = text_cut(key, 0, key.length - strlen("月"));
    for (size_t i = 0; i < key.length; i++) {
        if (ascii_is_digit(key.bytes[i]))
            digits++;
        else if (key.bytes[i] != '-' && key.bytes[i] != '~')
            return false;
    }
    return digits > 0 && digits <= 4;
}

text header_without(arena *a, text t, size_t start, size_t end)
{
    char *copy = arena_alloc(a, t.length + 1);

    if (copy == NULL)
        return t;
    memcpy(copy, t.bytes, start);
    memcpy(copy + start, t.bytes + end, t.length - end);
    return text_slice(copy, t.length - (end - start));
}

/* 達成率=実績÷目標, or, without its brackets, 達成度(実績-基準)/(目標-基準)×100: where
 * the formula begins, behind its name; the key's end where there is none. */
static size_t find_formula(text key)
{
    static const char *const quotients[] = { "/", "÷" };
    unsigned depth = 0;

    for (size_t at = 0; at < key.length; at++) {
        unsigned char byte = (unsigned char)key.bytes[at];
        text rest;

        depth += byte == '(';
        depth -= byte == ')' && depth > 0;
        if (depth > 0 || at == 0)
            continue;
        if (byte == '=')
            return at;
        if (byte != '/' && byte != 0xC3 /* of ÷ */)
            continue;
        rest = text_from(key, at);
        for (size_t i = 0; i < 2; i++)
            if (text_starts(rest, quotients[i])) {
                text behind = text_from(rest, strlen(quotients[i]));

                if (behind.length == 0 || text_starts(behind, "×"))
                    return at;
            }
    }
    return key.length;
}

text header_cut_footnote(arena *a, text key, text_marks held)
{
    static const char *const marks[] = { "※", "*", "注)", "注1" };

    if (text_may_hold(held, "=") || text_may_hold(held, "/") ||
        text_may_hold(held, "÷"))
        key = text_cut(key, 0, find_formula(key));
    if (!text_may_hold(held, "※") && !text_may_hold(held, "*") &&
        !text_may_hold(held, "注"))
        return key;
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
        size_t at = text_find(key, marks[i], 0), behind;

        if (at == SIZE_MAX || at == 0)
            continue;
        behind = at + strlen(marks[i]);
        while (behind < key.length && ascii_is_digit(key.bytes[behind]))
            behind++;
        /* 目標※2(R8): the bracket is none of the note's */
        key = behind < key.length && key.bytes[behind] == '('
                  ? header_without(a, key, at, behind) : text_cut(key, 0, at);
    }
    return key;
}

text header_cut_request(text key, text_marks held)
{
    static const char *const ends[] = { "ください", "下さい", "ください。",
                                        "下さい。" };
    static const char *const verbs[] = { "記入", "ご記入", "入力", "ご入力",
                                         "選択", "選ん", "選び", "回答",
                                         "ご回答", "お書き", "お答え", "教え",
                                         "お選び", "記載", "ご記載" };

    if (!text_may_hold(held, "さい") ||
        !text_ends_in(key, ends, sizeof(ends) / sizeof(*ends)))
        return key;
    for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++) {
        size_t at = text_find(key, verbs[i], 0);
        text front = text_cut(key, 0, at == SIZE_MAX ? 0 : at);

        if (front.length > strlen("を") && text_ends(front, "を")) {
            front = text_cut(front, 0, front.length - strlen("を"));
            return text_starts(front, "ご")
                       ? text_from(front, strlen("ご")) : front;
        }
    }
    return key;
}

static const struct hint {
    const char *word;
    unsigned says;
} hints[HEADER_HINTS] = {
    { "最終", HINT_FINAL },     { "計画終了", HINT_FINAL },
    { "見直し後", HINT_FINAL }, { "変更後", HINT_FINAL },
    { "改定後", HINT_FINAL },   { "改訂後", HINT_FINAL },
    { "新目標", HINT_FINAL },   { "累計", HINT_TOTAL },
    { "累積", HINT_TOTAL },     { "見込", HINT_EARLY },
    { "速報", HINT_EARLY },     { "暫定", HINT_EARLY },
};

void header_hints_mark(text_marks words[HEADER_HINTS])
{
    for (size_t i = 0; i < HEADER_HINTS; i++)
        words[i] = text_marks_of(text_of(hints[i].word));
}

unsigned header_hints(text key, text_marks held,
                      const text_marks words[HEADER_HINTS])
{
    unsigned says = 0;

    for (size_t i = 0; i < HEADER_HINTS; i++)
        if ((words[i] & ~held) == 0 &&
            text_find(key, hints[i].word, 0) != SIZE_MAX)
            says |= hints[i].says;
    return says;
}

bool header_counts(text base)
{
    static const char *const ends[] = { "数", "率", "額", "量", "件" };

    return text_ends_in(base, ends, sizeof(ends) / sizeof(*ends));
}

/* Behind 問, 設問 or Q; `start` where none of them stands there. */
static size_t behind_question(text t, size_t start)
{
    static const char *const words[] = { "問", "設問", "質問", "Q", "Ｑ" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(text_from(t, start), words[i]))
            return start + strlen(words[i]);
    return start;
}

/* 3, ３ or 3-1 from `at` on: behind its last digit; `at` where there is none. */
static size_t behind_number(text t, size_t at)
{
    size_t behind = at, next;

    for (; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c != GLYPH_DIGIT && c != GLYPH_DASH)
            break;
        if (c == GLYPH_DIGIT)
            behind = next;
    }
    return behind;
}

/* 問１　事業名, 設問2：…, Q3. …: behind the number; `at` where nothing parts it
 * from a word. Q1実績 and Q1 実績 are of the first quarter. */
static size_t behind_join(text t, size_t at)
{
    static const char *const joins[] = { "．", ".", "：", ":", "、", "）", ")" };
    bool quarter = t.bytes[0] == 'Q' || text_starts(t, "Ｑ");
    size_t next = at;

    for (size_t i = 0; i < sizeof(joins) / sizeof(*joins); i++)
        if (text_starts(text_from(t, at), joins[i]))
            return at + strlen(joins[i]);
    if (glyph_at(t, at, &next) == GLYPH_SPACE)
        return quarter ? at : next;
    return at;
}

text header_cut_question(text typed)
{
    size_t start = 0, at, end, next;

    if (typed.length > 0 && ascii_is_digit(typed.bytes[0]))
        return typed; /* as most cells of a table */
    if (typed.length > 0 && glyph_at(typed, 0, &next) == GLYPH_OPEN)
        start = next;
    at = behind_question(typed, start);
    if (at == start)
        return typed;
    end = behind_number(typed, at);
    if (end == at)
        return typed;
    if (start == 0)
        at = behind_join(typed, end);
    else
        at = glyph_at(typed, end, &next) == GLYPH_CLOSE ? next : end;
    return at > end && at < typed.length ? text_trim(text_from(typed, at))
                                         : typed;
}

bool header_tells_of_figure(text key)
{
    static const char *const ends[] = { "分析", "考察", "説明", "所見",
                                        "内容", "振り返り", "ふりかえり",
                                        "検証", "原因", "見解", "特記事項",
                                        "特徴", "背景", "総括" };

    return text_ends_in(key, ends, sizeof(ends) / sizeof(*ends));
}

bool header_counts_remark(text key, const char *word)
{
    static const char *const remarks[] = { "課題", "要因", "理由" };
    static const char *const ends[] = { "数", "率", "割合" };

    return text_in(text_of(word), remarks,
                   sizeof(remarks) / sizeof(*remarks)) &&
           text_ends_in(key, ends, sizeof(ends) / sizeof(*ends));
}
