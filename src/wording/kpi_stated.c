/*
 * kpi_stated.c - a target and what it came to, in one text
 */
#include "wording/kpi_stated.h"

#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { SLOTS_MOST = 4 * STATED_MOST, NAME_BYTES = 240 };

typedef enum slot_of { OF_BASELINE, OF_TARGET, OF_ACTUAL, OF_RATE } slot_of;

/* A word with its value: 目標 900人. */
typedef struct slot {
    slot_of of;
    size_t start, value; /* bytes: of the word or its year, of the value */
    text year;
} slot;

typedef struct slot_word {
    const char *word;
    slot_of of;
} slot_word;

/* The longer of two that begin alike comes first. */
static const slot_word slot_words[] = {
    { "目標値", OF_TARGET }, { "目標", OF_TARGET },
    { "数値目標", OF_TARGET },
    { "実績値", OF_ACTUAL }, { "実績", OF_ACTUAL },
    { "達成率", OF_RATE },   { "達成度", OF_RATE },
    { "現状値", OF_BASELINE }, { "基準値", OF_BASELINE },
    { "当初値", OF_BASELINE },
};

/* Between a word and its value. */
static const char *const to_value[] = { "は", "が", "の" };
/* Between a value and the next word. */
static const char *const links[] = {
    "に対しての", "に対して", "に対する", "に対し", "としていたが",
    "でしたが", "でありましたが", "であったが", "だったが", "のところ",
    "であり", "となり", "ですが", "だが", "で", "が", "の",
};
/* Behind the last value. */
static const char *const ends[] = {
    "となりました", "となった", "となっている", "となっています", "となる",
    "でありました", "でした", "であった", "である", "です", "だった",
    "にとどまりました", "にとどまった", "に留まった", "に留まりました",
    "を達成しました", "を達成した", "に達した", "に達しました", "に終わった",
};
/* Why there is no figure. */
static const char *const reasons[] = {
    "調査中", "集計中", "公表待ち", "確認中", "未実施", "未定", "未集計",
    "未公表", "未調査", "なし", "該当なし", "中止", "算出中",
};

static size_t skip_marks(text t, size_t at)
{
    size_t next;

    for (glyph_class c; glyph_is_space(c = glyph_at(t, at, &next)) ||
                        c == GLYPH_COLON || c == GLYPH_COMMA;)
        at = next;
    return at;
}

/* 実績－当初値: a dash between two words is a minus, and no missing figure; not
 * that of －に対し or －調査中. */
static bool is_minus(text t, size_t behind)
{
    size_t next;
    glyph_class c = glyph_at(t, behind, &next);

    return glyph_is_letter(c) && c != GLYPH_HIRAGANA && c != GLYPH_LATIN &&
           glyph_any(t, behind, reasons, COUNT(reasons)) == 0;
}

bool kpi_stated_is_value(text t, int context_year)
{
    static const char *const heads[] = { "累計", "約", "年間", "延べ", "延",
                                         "計", "△", "▲", "第" };
    size_t at = 0, next;
    year_span years;

    for (size_t size; (size = glyph_any(t, at, heads, COUNT(heads))) > 0;)
        at = glyph_skip(t, at + size, false);
    switch (glyph_at(t, at, &next)) {
    case GLYPH_DIGIT:
        return true;
    case GLYPH_DASH:
        if (is_minus(t, next))
            return false;
        next = glyph_skip(t, next, false);
        return next == t.length || glyph_at(t, next, &next) != GLYPH_LATIN;
    case GLYPH_OPEN:
        return fiscal_year_read(&years, t, next, context_year) > 0;
    default:
        return glyph_any(t, at, reasons, COUNT(reasons)) > 0 ||
               (fiscal_year_may_begin(t, at) &&
                fiscal_year_read(&years, t, at, context_year) > 0);
    }
}

/* May a word begin at `at`? Not inside of another: 数値目標, 事業実績. */
static bool is_boundary(text t, size_t at)
{
    text front = text_cut(t, 0, at);
    glyph_class c;

    if (at == 0)
        return true;
    c = glyph_class_before(t, at);
    if (c == GLYPH_HIRAGANA)
        return text_ends_in(front, links, COUNT(links)) ||
               text_ends(front, "は") || text_ends(front, "、");
    return !glyph_is_letter(c) && c != GLYPH_DIGIT && c != GLYPH_UNIT;
}

static bool slot_at(slot *out, text t, size_t at, int context_year)
{
    size_t word = at, size = 0, end = 0;
    year_span years;

    if (fiscal_year_may_begin(t, at))
        end = fiscal_year_read(&years, t, at, context_year);
    if (end > 0) {
        word = glyph_skip(t, at + end, false);
        if (glyph_word(t, word, "末") > 0)
            word += strlen("末");
        if (glyph_word(t, word, "の") > 0)
            word += strlen("の");
    }
    for (size_t i = 0; i < COUNT(slot_words) && size == 0; i++) {
        size = glyph_word(t, word, slot_words[i].word);
        out->of = slot_words[i].of;
    }
    if (size == 0)
        return false;
    out->start = at;
    out->year = text_cut(t, at, at + end);
    out->value = skip_marks(t, word + size);
    size = glyph_any(t, out->value, to_value, COUNT(to_value));
    if (size > 0)
        out->value = skip_marks(t, out->value + size);
    return kpi_stated_is_value(text_from(t, out->value), context_year);
}

static size_t find_slots(slot *slots, text t, int context_year)
{
    size_t count = 0, next;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_at(t, at, &next);
        if (!is_boundary(t, at) || !slot_at(&slots[count], t, at,
                                            context_year))
            continue;
        next = slots[count].value;
        if (++count == SLOTS_MOST)
            return 0;
    }
    return count;
}

/* Brackets that close what was opened in front of the text, or that are never
 * closed. */
static text balanced(text t)
{
    size_t next, from = 0, open[16];
    unsigned depth = 0;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_OPEN && depth < COUNT(open))
            open[depth++] = at;
        else if (c == GLYPH_CLOSE && depth > 0)
            depth--;
        else if (c == GLYPH_CLOSE)
            return text_trim(text_cut(t, from, at));
    }
    return depth > 0 ? text_trim(text_cut(t, 0, open[0])) : t;
}

/* A text without the marks and words that lead to the next one. */
static text without_link(text t, const char *const *words, size_t count)
{
    for (bool again = true; again && t.length > 0;) {
        glyph_class c = glyph_class_before(t, t.length);

        again = glyph_is_space(c) || c == GLYPH_COMMA || c == GLYPH_COLON ||
                c == GLYPH_ARROW || c == GLYPH_SLASH || c == GLYPH_OPEN ||
                text_ends(t, "。");
        if (again)
            t = text_cut(t, 0, glyph_back(t, t.length));
        for (size_t i = 0; i < count && !again; i++)
            if (text_ends(t, words[i])) {
                t = text_cut(t, 0, t.length - strlen(words[i]));
                again = true;
            }
    }
    return t;
}

text kpi_stated_unlinked(text t)
{
    return text_trim(without_link(t, links, COUNT(links)));
}

/* Where the value at `from` ends, that another name or more words follow. */
static size_t value_end(text t, size_t from, size_t to)
{
    size_t next;
    unsigned depth = 0;

    for (size_t at = from; at < to; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_OPEN)
            depth++;
        else if (c == GLYPH_CLOSE && depth-- == 0)
            return at;
        if (depth > 0 || at == from)
            continue;
        if (c == GLYPH_BREAK || c == GLYPH_BULLET ||
            text_starts(text_from(t, at), "。") ||
            (c == GLYPH_COMMA && (text_starts(text_from(t, at), "、") ||
                                  glyph_at(t, next, &(size_t){ 0 }) !=
                                      GLYPH_DIGIT)) ||
            (c == GLYPH_SPACE && glyph_is_letter(glyph_at(
                                     t, glyph_skip(t, at, false),
                                     &(size_t){ 0 }))))
            return at;
    }
    return to;
}

/* 「来場者数」は、 or ・来場者数： in front of the first word. */
static text name_of(text t)
{
    static const char *const words[] = { "については", "について", "は", "の" };
    static const char *const quotes[][2] = { { "「", "」" }, { "『", "』" } };
    size_t next;

    t = text_trim(without_link(t, words, COUNT(words)));
    for (glyph_class c; (c = glyph_at(t, 0, &next)) == GLYPH_BULLET ||
                        c == GLYPH_COMMA || glyph_is_space(c) ||
                        text_starts(t, "。") || c == GLYPH_CLOSE;)
        t = text_from(t, next);
    for (size_t i = 0; i < COUNT(quotes); i++)
        if (text_starts(t, quotes[i][0]) &&
            text_find(t, quotes[i][1], 0) ==
                t.length - strlen(quotes[i][1]))
            t = text_cut(t, strlen(quotes[i][0]),
                         t.length - strlen(quotes[i][1]));
    return text_trim(t);
}

static bool has_arrow(text t, size_t from, size_t to)
{
    return glyph_arrow(text_cut(t, from, to)) != SIZE_MAX;
}

/* The slots of one indicator become what they say; `to` is where its last
 * value ends. */
static bool fill(kpi_stated *out, text t, const slot *slots, size_t count,
                 size_t from, size_t to)
{
    size_t seen[OF_RATE + 1];
    text *values[] = { &out->baseline, &out->target, &out->actual,
                       &out->rate };

    for (size_t i = 0; i < COUNT(seen); i++)
        seen[i] = SIZE_MAX;
    out->doubtful = false;
    out->baseline = out->target = out->actual = out->rate = text_of("");
    out->target_year = out->actual_year = text_of("");
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count;
        text value = text_cut(t, slots[i].value,
                              last ? to : slots[i + 1].start);

        seen[slots[i].of] = i;
        *values[slots[i].of] = balanced(text_trim(
            last ? without_link(value, ends, COUNT(ends))
                 : without_link(value, links, COUNT(links))));
        if (slots[i].of == OF_TARGET)
            out->target_year = slots[i].year;
        if (slots[i].of == OF_ACTUAL)
            out->actual_year = slots[i].year;
    }
    out->name = name_of(text_cut(t, from, slots[0].start));
    out->whole = text_trim(text_cut(t, from, to));
    if (out->target.length == 0 || out->actual.length == 0 ||
        out->name.length > NAME_BYTES ||
        text_find(out->name, "。", 0) != SIZE_MAX)
        return false;
    /* H26実績 115人 → 目標 1,000人 is where it began, and its target */
    return seen[OF_ACTUAL] > seen[OF_TARGET] ||
           (out->baseline.length == 0 && out->actual_year.length == 0 &&
            !has_arrow(t, slots[seen[OF_ACTUAL]].value,
                       slots[seen[OF_TARGET]].start) &&
            glyph_class_before(out->actual, out->actual.length) !=
                GLYPH_CLOSE);
}

/* Words behind the last value: ends of a sentence say no more. */
static bool says_more(text t)
{
    return name_of(without_link(t, ends, COUNT(ends))).length > 0;
}

size_t kpi_stated_read(kpi_stated out[STATED_MOST], text t, int context_year)
{
    slot slots[SLOTS_MOST];
    size_t count, made = 0, from = 0;

    if (!kpi_stated_may(t))
        return 0;
    count = find_slots(slots, t, context_year);
    for (size_t i = 0, end; i < count; i = end) {
        unsigned seen = 0;
        size_t to;

        for (end = i; end < count && !(seen & 1u << slots[end].of); end++)
            seen |= 1u << slots[end].of;
        to = value_end(t, slots[end - 1].value,
                       end < count ? slots[end].start : t.length);
        if (made == STATED_MOST ||
            !(seen & 1u << OF_TARGET) || !(seen & 1u << OF_ACTUAL) ||
            !fill(&out[made], t, &slots[i], end - i, from, to) ||
            (made > 0 && out[made].name.length == 0))
            return 0;
        made++;
        from = to;
    }
    if (made > 0)
        out[made - 1].doubtful = says_more(text_from(t, from));
    return made;
}

bool kpi_stated_some(text t, int context_year)
{
    slot slots[SLOTS_MOST];
    size_t count, next;

    if (text_find(t, "実績", 0) == SIZE_MAX &&
        text_find(t, "目標", 0) == SIZE_MAX)
        return false;
    count = find_slots(slots, t, context_year);
    for (size_t i = 0; i < count; i++) {
        size_t at = slots[i].value, end = at;

        while (glyph_at(t, end, &next) == GLYPH_DIGIT ||
               (end > at && glyph_at(t, end, &next) == GLYPH_COMMA))
            end = next;
        /* 目標１　しごとをつくる is a heading */
        if (end > at && (slots[i].of == OF_TARGET ||
                         slots[i].of == OF_ACTUAL) &&
            (glyph_is_letter(glyph_at(t, end, &next)) ||
             glyph_at(t, end, &next) == GLYPH_UNIT))
            return true;
    }
    return false;
}
