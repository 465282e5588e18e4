/*
 * kpi_choice.c - which of an item's figures count
 */
#include "wording/kpi_choice.h"

#include "wording/glyph.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* A bracket behind the figure whose words go on without a space. */
static bool bracket_joins_word(const kpi_item *item, size_t i)
{
    size_t close;
    const token *next;

    if (!item_is(item, i + 1, TOKEN_OPEN))
        return false;
    close = item_token(item, i + 1)->partner;
    if (close == SIZE_MAX || close + 1 >= item->to)
        return false;
    for (size_t k = i + 2; k < close; k++)
        if (item_token(item, k)->kind == TOKEN_YEAR ||
            item_token(item, k)->kind == TOKEN_FIGURE)
            return false;
    next = item_token(item, close + 1);
    return next->kind == TOKEN_COLON ||
           (next->kind == TOKEN_WORD &&
            next->start == item_token(item, close)->end);
}

/* ～ × に: nothing but a mark between two figures. */
static bool is_range_word(const kpi_item *item, size_t i)
{
    text word = item_text(item, i);
    size_t next;

    if (item_token(item, i)->kind != TOKEN_WORD)
        return false;
    for (size_t at = 0; at < word.length; at = next)
        if (glyph_is_letter(glyph_at(word, at, &next)) &&
            !text_is(word, "に"))
            return false;
    return true;
}

/* The other figure of 10～20件: from its first to its second, or back. */
static size_t range_partner(const kpi_item *item, size_t i, bool forward)
{
    for (size_t n = 1; n <= 2; n++) {
        size_t k = forward ? i + n : i - n;

        if ((!forward && i < item->from + n) || k >= item->to)
            return SIZE_MAX;
        if (item_token(item, k)->kind == TOKEN_FIGURE)
            return k;
        if (item_token(item, k)->kind != TOKEN_DASH && !is_range_word(item, k))
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

/* Behind the mark of a range: only the first figure stands for it. */
static bool ends_range(const kpi_item *item, size_t i)
{
    size_t first = range_partner(item, i, false);

    return first != SIZE_MAX && item_token(item, first)->follow == FOLLOW_RANGE;
}

/* 0歳～2歳児, 20～30歳代: the words behind the mark are of a span. */
static bool range_of_spans(const kpi_item *item, size_t i)
{
    static const char *const spans[] = { "歳", "才", "代", "年", "か月",
                                         "ヶ月", "カ月", "日", "時", "週" };
    size_t at = glyph_skip(item->cell, item_token(item, i)->end, false), next;

    if (glyph_at(item->cell, at, &next) == GLYPH_WAVE ||
        glyph_at(item->cell, at, &next) == GLYPH_DASH)
        at = glyph_skip(item->cell, next, false);
    at = glyph_skip_digits(item->cell, at);
    return glyph_any(item->cell, at, spans, COUNT(spans)) != 0;
}

/* →20人に, から2026年度までに20人に */
static bool is_behind_arrow(const kpi_item *item, size_t i)
{
    static const char *const words[] = { "に", "には", "までに", "末に",
                                         "末までに" };
    text word;

    if (i > item->from + 1 && item_is(item, i - 1, TOKEN_WORD) &&
        item_is(item, i - 2, TOKEN_YEAR)) {
        word = item_text(item, i - 1);
        if (glyph_any(word, 0, words, COUNT(words)) != word.length)
            return false;
        i--;
    }
    if (i > item->from && item_is(item, i - 1, TOKEN_YEAR))
        i--;
    return i > item->from && item_is(item, i - 1, TOKEN_ARROW);
}

/* Neither a colon nor a word goes on behind the bracket. */
static bool ends_words(const kpi_item *item, size_t close)
{
    size_t next = close + 1;

    return next >= item->to ||
           (!item_is(item, next, TOKEN_COLON) &&
            !(item_is(item, next, TOKEN_WORD) &&
              item_token(item, next)->start == item_token(item, close)->end));
}

/* 0人を維持（R6）: nothing but the wish between the figure and its year. */
static bool is_dated_goal(const kpi_item *item, size_t i)
{
    static const char *const wishes[] = {
        "を維持", "を維持する", "に維持", "を達成", "を達成する", "を確保",
        "を確保する", "を目指す", "とする", "にする",
    };

    return item_is(item, i + 1, TOKEN_WORD) &&
           item_is(item, i + 2, TOKEN_OPEN) &&
           text_in(text_trim(item_text(item, i + 1)), wishes, COUNT(wishes)) &&
           kpi_item_year_bracket(item, i + 2) &&
           ends_words(item, item_token(item, i + 2)->partner);
}

static choice first_choice(const kpi_item *item, size_t i)
{
    const token *t = item_token(item, i);
    size_t partner;
    bool behind_arrow = is_behind_arrow(item, i);

    if (ends_range(item, i))
        return CHOICE_NO;
    switch (t->follow) {
    case FOLLOW_RANGE:
        partner = range_partner(item, i, true);
        if (partner == SIZE_MAX && range_of_spans(item, i))
            return CHOICE_NO; /* 20～30歳代の人口割合 */
        return partner == SIZE_MAX ||
                       item_token(item, partner)->follow == FOLLOW_STOP
                   ? CHOICE_STRONG : CHOICE_NO;
    case FOLLOW_STOP:
        return bracket_joins_word(item, i) ? CHOICE_WEAK : CHOICE_STRONG;
    case FOLLOW_FROM:
        return item_is(item, i + 1, TOKEN_ARROW) ? CHOICE_STRONG
                                                 : CHOICE_WEAK;
    case FOLLOW_PARTICLE:
        return behind_arrow || is_dated_goal(item, i) ? CHOICE_STRONG
                                                      : CHOICE_WEAK;
    case FOLLOW_OF:
        return behind_arrow ? CHOICE_STRONG : CHOICE_WEAK;
    case FOLLOW_TAIL:
        return CHOICE_STRONG;
    case FOLLOW_COLON:
    case FOLLOW_WORD:
        break;
    }
    return CHOICE_NO;
}

/* Joined by an arrow to another figure, or with a year of its own. */
static bool is_anchored(const kpi_item *item, size_t i)
{
    size_t next = i + 1;

    if (i > item->from && (item_is(item, i - 1, TOKEN_ARROW) ||
                           item_is(item, i - 1, TOKEN_COLON) ||
                           item_is(item, i - 1, TOKEN_YEAR) ||
                           item_is(item, i - 1, TOKEN_ROLE)))
        return true;
    if (item_is(item, next, TOKEN_OPEN)) {
        size_t close = item_token(item, next)->partner;

        for (size_t k = next + 1; k < close && k < item->to; k++)
            if (item_token(item, k)->kind == TOKEN_YEAR)
                return true;
        next = close == SIZE_MAX ? next : close + 1;
    }
    return item_is(item, next, TOKEN_ARROW);
}

/* Ages, spans, 週1回 and bare digits behind a letter: part of a name, if
 * anything else can be the figure. */
static bool looks_like_name(const kpi_item *item, size_t i)
{
    const token *t = item_token(item, i);
    glyph_class before = glyph_class_before(item->cell, t->start);
    static const char *const per_words[] = { "週", "月", "毎週", "毎月",
                                             "毎日" };

    if (t->follow == FOLLOW_RANGE) { /* 40～74歳 */
        size_t partner = range_partner(item, i, true);

        return partner != SIZE_MAX &&
               units_is_span(item_token(item, partner)->figure.unit);
    }
    if (is_anchored(item, i))
        return false;
    if (kpi_scan_bounds_name(item->tokens, item->cell, i))
        return true;
    if (glyph_any(item->cell, t->start, per_words, COUNT(per_words)) != 0)
        return true;
    if (units_is_span(t->figure.unit))
        return true;
    if (t->figure.unit.length == 0 && glyph_is_letter(before))
        return true;
    return glyph_before(item->cell, t->start) == 0x65E5; /* 日 */
}

static size_t choose_level(kpi_item *item, choice *choices, size_t depth)
{
    size_t strong = 0, sure = 0;
    text unit = text_of("");

    for (size_t i = item->from; i < item->to; i++) {
        choices[i - item->from] = CHOICE_NO;
        if (!item_is(item, i, TOKEN_FIGURE) ||
            item_token(item, i)->depth != depth)
            continue;
        choices[i - item->from] = first_choice(item, i);
        if (choices[i - item->from] == CHOICE_STRONG) {
            strong++;
            if (!looks_like_name(item, i)) {
                sure++;
                unit = item_token(item, i)->figure.unit;
            }
        }
    }
    if (sure != 0 && sure < strong) {
        for (size_t i = item->from; i < item->to; i++)
            if (choices[i - item->from] == CHOICE_STRONG &&
                looks_like_name(item, i) &&
                !(unit.length != 0 &&
                  text_equal(unit, item_token(item, i)->figure.unit))) {
                choices[i - item->from] = CHOICE_NO;
                strong--;
            }
        item->doubtful = true;
    }
    return strong;
}

static bool words_before(const kpi_item *item, size_t i)
{
    for (size_t k = item->from; k < i; k++)
        if (item_token(item, k)->kind == TOKEN_WORD ||
            item_token(item, k)->kind == TOKEN_OPEN)
            return true;
    return false;
}

/* Goals that make a figure before を に へ the target. */
bool kpi_choice_goal_follows(const kpi_item *item, size_t i)
{
    static const char *const goals[] = {
        "を維持", "を目指", "を達成", "を確保", "を目標", "を超え", "を上回",
        "を実施", "を開催", "を創出", "を育成", "を設置", "を整備", "を誘致",
        "を実現", "を支援", "を認定", "に増", "に減", "に拡大", "に向上",
        "に引き上げ", "に引上げ", "に引き下げ", "に引下げ", "に縮小", "に低減",
        "に削減", "に抑制", "にする", "へ", "まで", "を導入", "を採択",
        "とする", "とし", "を継続", "を保", "を堅持", "に上昇", "に改善", "に高め", "に維持", "に伸ば",
    };
    static const char *const nouns[] = { "の達成", "の維持", "の確保",
                                         "の実現" };
    size_t end = item_token(item, i)->end, size, next;

    if (item_token(item, i)->follow != FOLLOW_OF)
        return glyph_any(item->cell, end, goals, COUNT(goals)) != 0;
    size = glyph_any(item->cell, end, nouns, COUNT(nouns));
    return size != 0 &&
           !glyph_is_letter(glyph_at(item->cell, end + size, &next));
}

/* 4,000人の雇用創出: the figure begins the item, the name is behind it. */
static bool begins_item(const kpi_item *item, size_t i)
{
    text unit = item_token(item, i)->figure.unit;

    return item_token(item, i)->follow == FOLLOW_OF &&
           !words_before(item, i) && unit.length != 0 &&
           !units_is_span(unit) && !text_is(unit, "つ") &&
           units_read_known(unit, 0) == unit.length;
}

/* No strong figure: at most one weak one may be the target. */
static size_t choose_weak(kpi_item *item, choice *choices)
{
    size_t found = SIZE_MAX, goals = 0, first = SIZE_MAX;

    for (size_t i = item->from; i < item->to; i++) {
        if (choices[i - item->from] != CHOICE_WEAK)
            continue;
        choices[i - item->from] = CHOICE_NO;
        if (first == SIZE_MAX)
            first = i;
        if (kpi_choice_goal_follows(item, i)) {
            goals++;
            found = i;
        }
    }
    if (goals > 1)
        found = SIZE_MAX;
    else if (goals == 0 && first != SIZE_MAX && begins_item(item, first))
        found = first;
    if (found == SIZE_MAX) {
        item->doubtful = item->doubtful || first != SIZE_MAX;
        return 0;
    }
    choices[found - item->from] = CHOICE_STRONG;
    return 1;
}

/* Figures of the bracket that could count, ages and the like left out: but
 * not those of （目標値（R6）：10.1日以上）. */
static size_t choose_inside(const kpi_item *item, choice *choices,
                            size_t open)
{
    const token *t = item_token(item, open);
    size_t strong = 0;
    bool told = false;

    for (size_t k = open + 1; k < t->partner; k++) {
        const token *inner = item_token(item, k);

        told = told || inner->kind == TOKEN_ROLE;
        if (inner->kind != TOKEN_FIGURE || inner->depth != t->depth + 1 ||
            (!told && units_is_span(inner->figure.unit)) ||
            first_choice(item, k) != CHOICE_STRONG)
            continue;
        choices[k - item->from] = CHOICE_STRONG;
        strong++;
    }
    return strong;
}

/* A bracket with figures that ends the item or stands before an arrow. */
static size_t choose_bracket(kpi_item *item, choice *choices)
{
    for (size_t i = item->from; i < item->to; i++) {
        const token *t = item_token(item, i);
        size_t strong;

        if (t->kind != TOKEN_OPEN || t->partner == SIZE_MAX)
            continue;
        strong = choose_inside(item, choices, i);
        if (strong != 0 && ends_words(item, t->partner)) {
            item->unwrapped = i;
            item->doubtful = item->doubtful || strong == 1;
            return strong;
        }
        for (; i < t->partner; i++)
            choices[i - item->from] = CHOICE_NO;
    }
    return 0;
}

/* The token behind the first line, where the next one begins with a role:
 * 売上高1億円超(newline)【目標値】5件. */
static size_t name_line_end(const kpi_item *item)
{
    for (size_t i = item->from; i < item->to; i++) {
        token_kind kind = item_token(item, i)->kind;
        size_t next = i + 1;

        if (kind == TOKEN_YEAR || kind == TOKEN_ROLE ||
            kind == TOKEN_ARROW || kind == TOKEN_COLON)
            return SIZE_MAX;
        if (kind != TOKEN_BREAK)
            continue;
        if (item_is(item, next, TOKEN_OPEN))
            next++;
        return item_is(item, next, TOKEN_ROLE) ? i : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* A bound in the name (1億円超, 65歳以上), where figures have their roles. */
static size_t drop_bound(const kpi_item *item, choice *choices, size_t count)
{
    size_t end = name_line_end(item);

    if (end == SIZE_MAX)
        return count;
    for (size_t i = item->from; i < end && count > 1; i++)
        if (choices[i - item->from] == CHOICE_STRONG &&
            item_token(item, i)->figure.qualifier.length != 0) {
            choices[i - item->from] = CHOICE_NO;
            count--;
        }
    return count;
}

size_t kpi_choice_make(kpi_item *item, choice *choices)
{
    size_t count = choose_level(item, choices, 0);

    count = drop_bound(item, choices, count);
    if (count == 0)
        count = choose_weak(item, choices);
    if (count == 0)
        count = choose_bracket(item, choices);
    return count;
}
