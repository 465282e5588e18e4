/*
 * kpi_item.c - one item of a KPI cell: which figures count, and their years
 */
#include "wording/kpi_item.h"

#include "wording/glyph.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const token *tok(const kpi_item *item, size_t i)
{
    return &item->tokens->items[i];
}

static text token_text(const kpi_item *item, size_t i)
{
    return text_cut(item->cell, tok(item, i)->start, tok(item, i)->end);
}

static bool is_kind(const kpi_item *item, size_t i, token_kind kind)
{
    return i >= item->from && i < item->to && tok(item, i)->kind == kind;
}

/* ---- Choosing ------------------------------------------------------------ */

typedef enum choice { CHOICE_NO, CHOICE_WEAK, CHOICE_STRONG } choice;

/* A bracket behind the figure whose words go on without a space. */
static bool bracket_joins_word(const kpi_item *item, size_t i)
{
    size_t close;
    const token *next;

    if (!is_kind(item, i + 1, TOKEN_OPEN))
        return false;
    close = tok(item, i + 1)->partner;
    if (close == SIZE_MAX || close + 1 >= item->to)
        return false;
    for (size_t k = i + 2; k < close; k++)
        if (tok(item, k)->kind == TOKEN_YEAR ||
            tok(item, k)->kind == TOKEN_FIGURE)
            return false;
    next = tok(item, close + 1);
    return next->kind == TOKEN_COLON ||
           (next->kind == TOKEN_WORD && next->start == tok(item, close)->end);
}

/* The other figure of 10～20件: from its first to its second, or back. */
static size_t range_partner(const kpi_item *item, size_t i, bool forward)
{
    for (size_t n = 1; n <= 2; n++) {
        size_t k = forward ? i + n : i - n;

        if ((!forward && i < item->from + n) || k >= item->to)
            return SIZE_MAX;
        if (tok(item, k)->kind == TOKEN_FIGURE)
            return k;
        if (tok(item, k)->kind != TOKEN_WORD &&
            tok(item, k)->kind != TOKEN_DASH)
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

/* Behind the mark of a range: only the first figure stands for it. */
static bool ends_range(const kpi_item *item, size_t i)
{
    size_t first = range_partner(item, i, false);

    return first != SIZE_MAX && tok(item, first)->follow == FOLLOW_RANGE;
}

static choice first_choice(const kpi_item *item, size_t i)
{
    const token *t = tok(item, i);
    size_t partner;
    bool behind_arrow = i > item->from && is_kind(item, i - 1, TOKEN_ARROW);

    if (ends_range(item, i))
        return CHOICE_NO;
    switch (t->follow) {
    case FOLLOW_RANGE:
        partner = range_partner(item, i, true);
        return partner == SIZE_MAX ||
                       tok(item, partner)->follow == FOLLOW_STOP
                   ? CHOICE_STRONG : CHOICE_NO;
    case FOLLOW_STOP:
        return bracket_joins_word(item, i) ? CHOICE_WEAK : CHOICE_STRONG;
    case FOLLOW_FROM:
        return is_kind(item, i + 1, TOKEN_ARROW) ? CHOICE_STRONG
                                                 : CHOICE_WEAK;
    case FOLLOW_PARTICLE:
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

    if (i > item->from && (is_kind(item, i - 1, TOKEN_ARROW) ||
                           is_kind(item, i - 1, TOKEN_COLON) ||
                           is_kind(item, i - 1, TOKEN_YEAR) ||
                           is_kind(item, i - 1, TOKEN_ROLE)))
        return true;
    if (is_kind(item, next, TOKEN_OPEN)) {
        size_t close = tok(item, next)->partner;

        for (size_t k = next + 1; k < close && k < item->to; k++)
            if (tok(item, k)->kind == TOKEN_YEAR)
                return true;
        next = close == SIZE_MAX ? next : close + 1;
    }
    return is_kind(item, next, TOKEN_ARROW);
}

/* Ages, spans, 週1回 and bare digits behind a letter: part of a name, if
 * anything else can be the figure. */
static bool looks_like_name(const kpi_item *item, size_t i)
{
    const token *t = tok(item, i);
    glyph_class before = glyph_class_before(item->cell, t->start);
    uint32_t mark = glyph_before(item->cell, t->start);

    if (t->follow == FOLLOW_RANGE) { /* 40～74歳 */
        size_t partner = range_partner(item, i, true);

        return partner != SIZE_MAX &&
               units_is_span(tok(item, partner)->figure.unit);
    }
    if (is_anchored(item, i))
        return false;
    if (units_is_span(t->figure.unit))
        return true;
    if (t->figure.unit.length == 0 && glyph_is_letter(before))
        return true;
    return mark == 0x9031 || mark == 0x6708 || mark == 0x65E5; /* 週月日 */
}

static size_t choose_level(kpi_item *item, choice *choices, size_t depth)
{
    size_t strong = 0, sure = 0;
    text unit = text_of("");

    for (size_t i = item->from; i < item->to; i++) {
        choices[i - item->from] = CHOICE_NO;
        if (tok(item, i)->kind != TOKEN_FIGURE || tok(item, i)->depth != depth)
            continue;
        choices[i - item->from] = first_choice(item, i);
        if (choices[i - item->from] == CHOICE_STRONG) {
            strong++;
            if (!looks_like_name(item, i)) {
                sure++;
                unit = tok(item, i)->figure.unit;
            }
        }
    }
    if (sure != 0 && sure < strong) {
        for (size_t i = item->from; i < item->to; i++)
            if (choices[i - item->from] == CHOICE_STRONG &&
                looks_like_name(item, i) &&
                !(unit.length != 0 &&
                  text_equal(unit, tok(item, i)->figure.unit))) {
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
        if (tok(item, k)->kind == TOKEN_WORD ||
            tok(item, k)->kind == TOKEN_OPEN)
            return true;
    return false;
}

/* Goals that make a figure before を に へ the target. */
static bool goal_follows(const kpi_item *item, size_t i)
{
    static const char *const goals[] = {
        "を維持", "を目指", "を達成", "を確保", "を目標", "を超え", "を上回",
        "を実施", "を開催", "を創出", "を育成", "を設置", "を整備", "を誘致",
        "を実現", "を支援", "を認定", "に増", "に減", "に拡大", "に向上",
        "に引き上げ", "に引上げ", "に引き下げ", "に引下げ", "に縮小", "に低減",
        "に削減", "に抑制", "にする", "へ", "まで", "を導入", "を採択",
        "とする", "とし", "に上昇", "に改善", "に高め", "に維持", "に伸ば",
    };
    size_t end = tok(item, i)->end;

    return glyph_any(item->cell, end, goals, COUNT(goals)) != 0;
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
        if (tok(item, i)->follow != FOLLOW_OF && goal_follows(item, i)) {
            goals++;
            found = i;
        }
    }
    if (goals > 1) {
        item->doubtful = true;
        return 0;
    }
    if (found == SIZE_MAX && first != SIZE_MAX &&
        tok(item, first)->follow == FOLLOW_OF && !words_before(item, first) &&
        tok(item, first)->figure.unit.length != 0 &&
        !units_is_span(tok(item, first)->figure.unit) &&
        !text_is(tok(item, first)->figure.unit, "つ") &&
        units_read_known(tok(item, first)->figure.unit, 0) ==
            tok(item, first)->figure.unit.length)
        found = first; /* 4,000人の雇用創出 */
    if (found == SIZE_MAX) {
        item->doubtful = item->doubtful || first != SIZE_MAX;
        return 0;
    }
    choices[found - item->from] = CHOICE_STRONG;
    return 1;
}

/* A bracket with figures that ends the item or stands before an arrow. */
static size_t choose_bracket(kpi_item *item, choice *choices)
{
    size_t i = item->from;

    while (i < item->to) {
        const token *t = tok(item, i);
        size_t close, strong = 0, next;

        if (t->kind != TOKEN_OPEN || t->partner == SIZE_MAX) {
            i++;
            continue;
        }
        close = t->partner;
        for (size_t k = i + 1; k < close; k++) {
            bool age = tok(item, k)->kind == TOKEN_FIGURE &&
                       units_is_span(tok(item, k)->figure.unit);

            if (tok(item, k)->kind == TOKEN_FIGURE && !age &&
                tok(item, k)->depth == t->depth + 1 &&
                first_choice(item, k) == CHOICE_STRONG) {
                choices[k - item->from] = CHOICE_STRONG;
                strong++;
            }
        }
        next = close + 1;
        if (strong != 0 &&
            (next >= item->to ||
             (tok(item, next)->kind != TOKEN_COLON &&
              !(tok(item, next)->kind == TOKEN_WORD &&
                tok(item, next)->start == tok(item, close)->end)))) {
            item->unwrapped = i;
            item->doubtful = item->doubtful || strong == 1;
            return strong;
        }
        for (size_t k = i + 1; k < close; k++)
            choices[k - item->from] = CHOICE_NO;
        i = close + 1;
    }
    return 0;
}

/* ---- What belongs to a figure ---------------------------------------------- */

/* 2013年度比: the year of a comparison, not of the figure. */
static bool compares_year(const kpi_item *item, size_t i)
{
    static const char *const words[] = { "比", "基準比", "対比", "と比較",
                                         "から", "より" };

    return is_kind(item, i, TOKEN_WORD) && i > item->from &&
           tok(item, i - 1)->kind == TOKEN_YEAR &&
           glyph_any(item->cell, tok(item, i)->start, words,
                     COUNT(words)) != 0;
}

bool kpi_item_year_bracket(const kpi_item *item, size_t open)
{
    size_t close = tok(item, open)->partner;
    bool year = false;

    for (size_t k = open + 1; k < close && k < item->to; k++) {
        token_kind kind = tok(item, k)->kind;

        if (kind == TOKEN_FIGURE || compares_year(item, k))
            return false;
        year = year || kind == TOKEN_YEAR;
    }
    return year;
}

static bool bracket_says(const kpi_item *item, size_t open, const char *word)
{
    size_t close = tok(item, open)->partner;

    for (size_t k = open + 1; k < close; k++)
        if (tok(item, k)->kind == TOKEN_WORD &&
            text_find(token_text(item, k), word, 0) != SIZE_MAX)
            return true;
    return false;
}

/* （H26年度：65人） （現状 30件）: a second figure with its year or role. */
static bool inner_figure(const kpi_item *item, size_t open, atom *at)
{
    size_t close = tok(item, open)->partner, figures = 0, where = 0;
    bool named = false;

    for (size_t k = open + 1; k < close; k++) {
        const token *t = tok(item, k);

        if (t->kind == TOKEN_FIGURE && t->follow == FOLLOW_STOP) {
            figures++;
            where = k;
        }
    }
    if (figures != 1)
        return false;
    for (size_t k = open + 1; k < close; k++) {
        const token *t = tok(item, k);

        if (t->kind == TOKEN_YEAR && (k + 1 == where ||
            (k + 2 == where && (tok(item, k + 1)->kind == TOKEN_COLON ||
                                tok(item, k + 1)->kind == TOKEN_ROLE)))) {
            at->inner_years = t->years;
            named = true;
        }
        if (t->kind == TOKEN_ROLE && k < where) {
            at->inner_role = t->role;
            at->has_inner_role = true;
            named = true;
            for (size_t y = open + 1; y < close; y++)
                if (tok(item, y)->kind == TOKEN_YEAR &&
                    at->inner_years.to == 0 && at->inner_years.from == 0)
                    at->inner_years = tok(item, y)->years;
        }
    }
    if (!named)
        return false;
    at->inner = tok(item, where)->figure;
    at->has_inner = true;
    return true;
}

static void take_years(atom *at, year_span years, bool behind)
{
    if (at->has_years)
        return;
    at->years = years;
    at->has_years = true;
    at->years_behind = behind;
}

/* One bracket behind the figure. */
static void read_bracket(const kpi_item *item, atom *at, size_t open)
{
    size_t close = tok(item, open)->partner;
    size_t years = 0;
    bool arrow = false;
    text inside = text_trim(text_cut(item->cell, tok(item, open)->end,
                                     tok(item, close)->start));

    if (inner_figure(item, open, at))
        return;
    if (at->unit.length == 0 && tok(item, at->token)->figure.unit.length == 0
        && inside.length != 0 &&
        units_read_known(inside, 0) == inside.length) {
        at->unit = inside;
        return;
    }
    for (size_t k = open + 1; k < close; k++) {
        const token *t = tok(item, k);

        if (t->kind == TOKEN_ARROW && years == 1)
            arrow = true;
        if (t->kind == TOKEN_PERIOD)
            at->cumulative = true;
        if (t->kind == TOKEN_FIGURE)
            at->doubtful = true;
        if (t->kind != TOKEN_YEAR || compares_year(item, k + 1))
            continue;
        if (years++ == 0) {
            take_years(at, t->years, true);
        } else if (arrow && !at->has_second) {
            at->second = t->years;
            at->has_second = true;
        }
    }
    if (years == 0 && !at->cumulative)
        at->doubtful = at->doubtful || true;
    if (bracket_says(item, open, "いずれも") ||
        bracket_says(item, open, "ともに") ||
        bracket_says(item, open, "共に"))
        at->all_years = true;
    if (bracket_says(item, open, "毎年") || bracket_says(item, open, "各年") ||
        bracket_says(item, open, "年間") || bracket_says(item, open, "単年"))
        at->per_year = true;
    if (bracket_says(item, open, "累計") || bracket_says(item, open, "延べ") ||
        bracket_says(item, open, "合計") || bracket_says(item, open, "通算"))
        at->cumulative = true;
}

static bool is_chosen(const kpi_item *item, const choice *choices, size_t i)
{
    return i >= item->from && i < item->to &&
           choices[i - item->from] == CHOICE_STRONG;
}

/* The next chosen figure is reached from `i` over year, role and colon. */
static bool leads_to_figure(const kpi_item *item, const choice *choices,
                            size_t i)
{
    while (i < item->to && (tok(item, i)->kind == TOKEN_COLON ||
                            tok(item, i)->kind == TOKEN_ROLE ||
                            tok(item, i)->kind == TOKEN_BREAK ||
                            tok(item, i)->kind == TOKEN_PERIOD))
        i++;
    return is_chosen(item, choices, i);
}

/* Brackets, years and commas behind the figure; returns the token behind. */
static size_t read_extent(const kpi_item *item, const choice *choices,
                          atom *at, bool years_first)
{
    size_t i = at->token + 1, end = i;

    while (i < item->to) {
        const token *t = tok(item, i);

        if (t->kind == TOKEN_WORD && i == at->token + 1 &&
            (tok(item, at->token)->follow == FOLLOW_PARTICLE ||
             tok(item, at->token)->follow == FOLLOW_TAIL) &&
            is_kind(item, i + 1, TOKEN_OPEN) &&
            kpi_item_year_bracket(item, i + 1)) {
            i++; /* を500万人に増やす（R6） */
        } else if (t->kind == TOKEN_OPEN && t->partner != SIZE_MAX &&
            t->partner < item->to) {
            if (t->start != tok(item, i - 1)->end && end != i &&
                leads_to_figure(item, choices, t->partner + 1))
                break;
            if (kpi_item_year_bracket(item, i) && (years_first ||
                at->has_years) &&
                leads_to_figure(item, choices, t->partner + 1))
                break;
            read_bracket(item, at, i);
            i = end = t->partner + 1;
        } else if (t->kind == TOKEN_YEAR) {
            bool leads = leads_to_figure(item, choices, i + 1);

            if (at->has_years || (leads && (years_first ||
                tok(item, i + 1)->kind == TOKEN_COLON)))
                break;
            take_years(at, t->years, true);
            i = end = i + 1;
        } else if (t->kind == TOKEN_NOTE) {
            i = end = i + 1;
        } else if ((t->kind == TOKEN_COMMA || t->kind == TOKEN_COLON ||
                    t->kind == TOKEN_BREAK || t->kind == TOKEN_ROLE) &&
                   i + 1 < item->to &&
                   (tok(item, i + 1)->kind == TOKEN_YEAR ||
                    (t->kind == TOKEN_BREAK &&
                     tok(item, i + 1)->kind == TOKEN_OPEN))) {
            i++;
        } else {
            break;
        }
    }
    return end;
}

/* Year, role and colon in front of the figure: moves text_to back. */
static void read_front(const kpi_item *item, atom *at)
{
    size_t i = at->text_to;

    while (i > at->text_from) {
        const token *t = tok(item, i - 1);

        if (t->kind == TOKEN_COLON) {
            at->colon = true;
        } else if (t->kind == TOKEN_YEAR) {
            take_years(at, t->years, false);
        } else if (t->kind == TOKEN_ROLE) {
            at->has_role = true;
            at->role = t->role;
        } else if (t->kind == TOKEN_PERIOD) {
            at->cumulative = true;
        } else if (t->kind == TOKEN_CLOSE && t->partner != SIZE_MAX &&
                   t->partner >= at->text_from &&
                   kpi_item_year_bracket(item, t->partner)) {
            for (size_t k = t->partner + 1; k < i - 1; k++) {
                if (tok(item, k)->kind == TOKEN_YEAR)
                    take_years(at, tok(item, k)->years, false);
                if (tok(item, k)->kind == TOKEN_ROLE) {
                    at->has_role = true;
                    at->role = tok(item, k)->role;
                }
            }
            i = t->partner + 1;
        } else if (t->kind != TOKEN_BREAK && t->kind != TOKEN_COMMA &&
                   t->kind != TOKEN_DASH) {
            break;
        }
        i--;
    }
    at->text_to = i;
}

/* A year at the start of the text in front: 令和6年度までに空き家…100件. */
static void read_leading(const kpi_item *item, atom *at)
{
    for (size_t i = at->text_from; i < at->text_to; i++) {
        const token *t = tok(item, i);

        if (t->kind == TOKEN_YEAR) {
            take_years(at, t->years, false);
            return;
        }
        if (t->kind == TOKEN_PERIOD)
            at->cumulative = true;
        if (t->kind == TOKEN_ROLE && !at->has_role) {
            at->has_role = true;
            at->role = t->role;
        }
        if (t->kind != TOKEN_BULLET && t->kind != TOKEN_BREAK &&
            t->kind != TOKEN_ROLE && t->kind != TOKEN_PERIOD &&
            t->kind != TOKEN_COMMA)
            return;
    }
}

/* （H31年度まで）⇒20,000人: a year in front of an arrow, no figure there. */
static void read_before_arrow(const kpi_item *item, atom *at)
{
    for (size_t i = at->text_from; i < at->text_to; i++) {
        const token *t = tok(item, i);

        if (t->kind == TOKEN_ARROW)
            return;
        if (t->kind == TOKEN_YEAR) {
            at->before = t->years;
            at->has_before = true;
        }
    }
}

/* The text in front, split at an arrow and at line breaks. */
static void read_between(const kpi_item *item, atom *at, bool first)
{
    for (size_t i = at->text_from; i < at->text_to; i++) {
        token_kind kind = tok(item, i)->kind;

        if (kind == TOKEN_ARROW &&
            tok(item, i)->depth == tok(item, at->token)->depth) {
            at->arrow = true;
            if (!first)
                at->text_from = i + 1;
        }
        if (kind == TOKEN_BREAK || kind == TOKEN_BULLET)
            at->line = true;
    }
}

static bool year_stands_first(const kpi_item *item, const choice *choices)
{
    for (size_t i = item->from; i < item->to; i++) {
        if (is_chosen(item, choices, i))
            return false;
        if (tok(item, i)->kind == TOKEN_YEAR &&
            leads_to_figure(item, choices, i + 1))
            return true;
        if (tok(item, i)->kind == TOKEN_YEAR && tok(item, i)->depth != 0 &&
            is_kind(item, i + 1, TOKEN_CLOSE) &&
            leads_to_figure(item, choices, i + 2))
            return true;
    }
    return false;
}

static bool read_atoms(arena *a, kpi_item *item, const choice *choices,
                       size_t count)
{
    size_t behind = item->from;
    bool years_first = year_stands_first(item, choices);

    item->atoms = arena_array(a, count, sizeof(*item->atoms));
    if (item->atoms == NULL)
        return false;
    for (size_t i = item->from; i < item->to; i++) {
        atom *at = &item->atoms[item->count];

        if (!is_chosen(item, choices, i))
            continue;
        if (item->unwrapped != SIZE_MAX && item->count == 0)
            behind = item->unwrapped + 1;
        at->token = i;
        at->unit = text_of("");
        at->text_from = behind;
        at->text_to = i;
        read_between(item, at, item->count == 0);
        read_front(item, at);
        read_leading(item, at);
        at->extent = read_extent(item, choices, at, years_first);
        if (at->arrow && item->count == 0)
            read_before_arrow(item, at);
        behind = at->extent;
        item->hopeless = item->hopeless ||
                         tok(item, i)->follow == FOLLOW_RANGE;
        item->count++;
    }
    return true;
}

bool kpi_item_read(arena *a, kpi_item *item)
{
    size_t size = item->to - item->from, count;
    choice *choices = arena_array(a, size, sizeof(*choices));

    if (choices == NULL)
        return false;
    item->atoms = NULL;
    item->count = 0;
    item->unwrapped = SIZE_MAX;
    count = choose_level(item, choices, 0);
    if (count == 0)
        count = choose_weak(item, choices);
    if (count == 0)
        count = choose_bracket(item, choices);
    if (count == 0)
        return true;
    return read_atoms(a, item, choices, count);
}
