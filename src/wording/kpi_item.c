/*
 * kpi_item.c - one item of a KPI cell: its figures with what belongs to them
 */
#include "wording/kpi_item.h"

#include "wording/glyph.h"
#include "wording/kpi_choice.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* ---- Brackets -------------------------------------------------------- */

/* 2013年度比: the year of a comparison, not of the figure. */
static bool compares_year(const kpi_item *item, size_t i)
{
    static const char *const words[] = { "比", "基準比", "対比", "と比較",
                                         "から", "より" };

    return item_is(item, i, TOKEN_WORD) && i > item->from &&
           item_token(item, i - 1)->kind == TOKEN_YEAR &&
           glyph_any(item->cell, item_token(item, i)->start, words,
                     COUNT(words)) != 0;
}

/* （基準） 【目標値】: a role and nothing else. */
static bool is_role_bracket(const kpi_item *item, size_t open)
{
    return item_token(item, open)->partner == open + 2 &&
           item_is(item, open + 1, TOKEN_ROLE);
}

bool kpi_item_year_bracket(const kpi_item *item, size_t open)
{
    size_t close = item_token(item, open)->partner;
    bool year = false;

    for (size_t k = open + 1; k < close && k < item->to; k++) {
        token_kind kind = item_token(item, k)->kind;

        if (kind == TOKEN_FIGURE || compares_year(item, k))
            return false;
        year = year || kind == TOKEN_YEAR;
    }
    return year || is_role_bracket(item, open);
}

/* What a bracket says of the time that its figure counts. */
enum { SPAN_YEAR = 1, SPAN_TOTAL = 2, SPAN_COUNTED = 3, SPAN_ALL = 4 };

static int says_span(const kpi_item *item, size_t open)
{
    static const struct span_word {
        const char *word;
        int span;
    } words[] = {
        { "毎年", SPAN_YEAR },  { "各年", SPAN_YEAR },  { "年間", SPAN_YEAR },
        { "単年", SPAN_YEAR },  { "累計", SPAN_TOTAL }, { "延べ", SPAN_TOTAL },
        { "合計", SPAN_TOTAL }, { "通算", SPAN_TOTAL },
        { "いずれも", SPAN_ALL }, { "ともに", SPAN_ALL }, { "共に", SPAN_ALL },
    };
    size_t close = item_token(item, open)->partner;
    int said = 0;

    for (size_t k = open + 1; k < close; k++)
        for (size_t i = 0; item_token(item, k)->kind == TOKEN_WORD &&
                           i < COUNT(words); i++)
            if (text_find(item_text(item, k), words[i].word, 0) != SIZE_MAX)
                said |= words[i].span;
    return said;
}

/* The only figure of a bracket, SIZE_MAX when there are none or several. */
static size_t only_figure(const kpi_item *item, size_t open)
{
    size_t close = item_token(item, open)->partner, found = SIZE_MAX;

    for (size_t k = open + 1; k < close; k++) {
        const token *t = item_token(item, k);

        if (t->kind != TOKEN_FIGURE || t->follow != FOLLOW_STOP)
            continue;
        if (found != SIZE_MAX)
            return SIZE_MAX;
        found = k;
    }
    return found;
}

/* The year at token `k` stands in front of the figure, over ： or a role. */
static bool dates_figure(const kpi_item *item, size_t k, size_t where)
{
    token_kind between = item_token(item, k + 1)->kind;

    return k + 1 == where ||
           (k + 2 == where &&
            (between == TOKEN_COLON || between == TOKEN_ROLE));
}

static year_span first_year(const kpi_item *item, size_t open)
{
    size_t close = item_token(item, open)->partner;

    for (size_t k = open + 1; k < close; k++)
        if (item_token(item, k)->kind == TOKEN_YEAR)
            return item_token(item, k)->years;
    return (year_span){ 0 };
}

/* （H26年度：65人） （現状 30件）: a second figure with its year or role. */
static bool inner_figure(const kpi_item *item, size_t open, atom *at)
{
    size_t where = only_figure(item, open);
    bool named = false;

    if (where == SIZE_MAX)
        return false;
    for (size_t k = open + 1; k < where; k++) {
        const token *t = item_token(item, k);

        if (t->kind == TOKEN_YEAR && dates_figure(item, k, where)) {
            at->inner_years = t->years;
            named = true;
        }
        if (t->kind == TOKEN_ROLE) {
            at->inner_role = t->role;
            at->has_inner_role = named = true;
            if (at->inner_years.to == 0 && at->inner_years.from == 0)
                at->inner_years = first_year(item, open);
        }
    }
    if (!named)
        return false;
    at->inner = item_token(item, where)->figure;
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

/* 120（人）: the unit of a figure that has none. */
static bool take_unit(const kpi_item *item, atom *at, size_t open)
{
    size_t close = item_token(item, open)->partner;
    text inside = text_trim(text_cut(item->cell, item_token(item, open)->end,
                                     item_token(item, close)->start));

    if (at->unit.length != 0 || inside.length == 0 ||
        item_token(item, at->token)->figure.unit.length != 0 ||
        units_read_known(inside, 0) != inside.length)
        return false;
    at->unit = inside;
    return true;
}

/* The years in the bracket, the second behind an arrow; returns how many. */
static size_t take_bracket_years(const kpi_item *item, atom *at, size_t open)
{
    size_t close = item_token(item, open)->partner, years = 0;
    bool arrow = false, per_year = item_token(item, at->token)->figure.per_year;

    for (size_t k = open + 1; k < close; k++) {
        const token *t = item_token(item, k);

        arrow = arrow || (t->kind == TOKEN_ARROW && years == 1);
        if (t->kind == TOKEN_PERIOD && !per_year)
            at->cumulative = true; /* not of 10件/年（5年間で50件） */
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
    return years;
}

/* （R6年度目標）, （H30基準）: a role beside the year. */
static void take_bracket_role(const kpi_item *item, atom *at, size_t open)
{
    size_t close = item_token(item, open)->partner;

    for (size_t k = open + 1; k < close && !at->has_role; k++)
        if (item_token(item, k)->kind == TOKEN_ROLE &&
            kpi_item_year_bracket(item, open)) {
            at->role = item_token(item, k)->role;
            at->has_role = true;
        }
}

/* One bracket behind the figure. */
static void read_bracket(const kpi_item *item, atom *at, size_t open)
{
    int said = says_span(item, open);

    if (inner_figure(item, open, at))
        return;
    if (is_role_bracket(item, open)) { /* 120件（現状値） */
        at->role = item_token(item, open + 1)->role;
        at->has_role = true;
        return;
    }
    if (take_unit(item, at, open))
        return;
    take_bracket_role(item, at, open);
    if (take_bracket_years(item, at, open) == 0 && !at->cumulative &&
        (said & SPAN_COUNTED) == 0)
        at->doubtful = true;
    at->all_years = at->all_years || (said & SPAN_ALL) != 0;
    at->per_year = at->per_year || (said & SPAN_YEAR) != 0;
    at->cumulative = at->cumulative || (said & SPAN_TOTAL) != 0;
}

/* ---- Behind and in front --------------------------------------------- */

static bool is_chosen(const kpi_item *item, const choice *choices, size_t i)
{
    return i >= item->from && i < item->to &&
           choices[i - item->from] == CHOICE_STRONG;
}

/* The next chosen figure is reached from `i` over year, role and colon. */
static bool leads_to_figure(const kpi_item *item, const choice *choices,
                            size_t i)
{
    while (i < item->to && (item_token(item, i)->kind == TOKEN_COLON ||
                            item_token(item, i)->kind == TOKEN_ROLE ||
                            item_token(item, i)->kind == TOKEN_BREAK ||
                            item_token(item, i)->kind == TOKEN_PERIOD))
        i++;
    return is_chosen(item, choices, i);
}

static bool holds_figure(const kpi_item *item, size_t open)
{
    atom inner = { 0 };

    return inner_figure(item, open, &inner);
}

/* を500万人に増やす（R6） を維持（毎年度） とする（R1：300人）: words before the
 * bracket. */
static bool is_goal_word(const kpi_item *item, const atom *at, size_t i)
{
    figure_follow follow = item_token(item, at->token)->follow;

    return i == at->token + 1 && item_is(item, i, TOKEN_WORD) &&
           (follow == FOLLOW_PARTICLE || follow == FOLLOW_TAIL ||
            kpi_choice_goal_follows(item, at->token)) &&
           item_is(item, i + 1, TOKEN_OPEN) &&
           (kpi_item_year_bracket(item, i + 1) ||
            (says_span(item, i + 1) & SPAN_COUNTED) != 0 ||
            holds_figure(item, i + 1));
}

/* The bracket at token `i` belongs to the figure behind it. */
static bool leads_bracket(const kpi_item *item, const choice *choices,
                          const atom *at, size_t i, bool apart,
                          bool years_first)
{
    const token *t = item_token(item, i);
    size_t behind = t->partner + 1;

    if (is_role_bracket(item, i) && !at->has_role &&
        t->start == item_token(item, i - 1)->end && behind < item->to &&
        item_token(item, behind)->start > item_token(item, behind - 1)->end)
        return false; /* 175回（目標）　107回（H30基準） */
    if (is_role_bracket(item, i) && item_is(item, behind, TOKEN_YEAR) &&
        leads_to_figure(item, choices, behind + 1))
        return true;
    if (!leads_to_figure(item, choices, behind))
        return false;
    return (apart && t->start != item_token(item, i - 1)->end) ||
           is_role_bracket(item, i) ||
           (kpi_item_year_bracket(item, i) &&
            (years_first || at->has_years));
}

/* A comma, colon, role or break behind which a year follows. */
static bool joins_year(const kpi_item *item, size_t i)
{
    token_kind kind = item_token(item, i)->kind;

    if (kind == TOKEN_BREAK && item_is(item, i + 1, TOKEN_OPEN))
        return true;
    return (kind == TOKEN_COMMA || kind == TOKEN_COLON ||
            kind == TOKEN_BREAK || kind == TOKEN_ROLE) &&
           item_is(item, i + 1, TOKEN_YEAR);
}

/* The year at token `i` belongs to the figure behind it. */
static bool leads_year(const kpi_item *item, const choice *choices,
                       const atom *at, size_t i, bool years_first)
{
    return at->has_years ||
           (leads_to_figure(item, choices, i + 1) &&
            (years_first || item_is(item, i + 1, TOKEN_COLON)));
}

/* （R4）　（R9） behind 388人→450人: the second one's is the target's. */
static void take_second(const kpi_item *item, atom *at, size_t open)
{
    const token *year = item_token(item, open + 1);

    if (at->arrow && at->has_years && at->years_behind && !at->has_second &&
        item_token(item, open)->partner == open + 2 &&
        year->kind == TOKEN_YEAR && year->years.to != at->years.to) {
        at->second = year->years;
        at->has_second = true;
    }
}

/* Brackets, years and commas behind the figure; returns the token behind. */
static size_t read_extent(const kpi_item *item, const choice *choices,
                          atom *at, bool years_first)
{
    size_t i = at->token + 1, end = i;

    while (i < item->to) {
        const token *t = item_token(item, i);

        if (t->kind == TOKEN_OPEN && t->partner < item->to) {
            if (leads_bracket(item, choices, at, i, end != i, years_first))
                break;
            take_second(item, at, i);
            read_bracket(item, at, i);
            i = end = t->partner + 1;
        } else if (t->kind == TOKEN_YEAR) {
            if (leads_year(item, choices, at, i, years_first))
                break;
            take_years(at, t->years, true);
            i = end = i + 1;
        } else if (t->kind == TOKEN_NOTE && !item_is(item, i + 1, TOKEN_YEAR) &&
                   !item_is(item, i + 1, TOKEN_ROLE)) {
            i = end = i + 1; /* and not ※ of ※R4現状値388人 */
        } else if (is_goal_word(item, at, i) || joins_year(item, i)) {
            i++;
        } else {
            break;
        }
    }
    return end;
}

/* 合計 of R3～R7合計　268人: of all these years. */
static bool is_total_of_years(const kpi_item *item, size_t i)
{
    static const char *const words[] = { "合計", "合計で", "の合計",
                                         "の合計で" };

    return item_is(item, i, TOKEN_WORD) && i > item->from &&
           item_is(item, i - 1, TOKEN_YEAR) &&
           item_token(item, i - 1)->years.from != 0 &&
           text_in(item_text(item, i), words, COUNT(words));
}

/* で of R2～R6で25人, の of R2年度からR6年度までの累計で60件 and of 2019年度の
 * 120人から. */
static bool is_year_particle(const kpi_item *item, size_t i)
{
    static const char *const words[] = { "で", "に", "は", "には", "までに" };
    text word = item_text(item, i);

    if (!item_is(item, i, TOKEN_WORD) || i <= item->from ||
        !item_is(item, i - 1, TOKEN_YEAR))
        return false;
    return glyph_any(word, 0, words, COUNT(words)) == word.length ||
           (text_is(word, "の") &&
            (item_token(item, i - 1)->years.from != 0 ||
             (item_is(item, i + 1, TOKEN_FIGURE) &&
              item_is(item, i + 2, TOKEN_ARROW))));
}

/* A year or role in front of the figure. */
static void take_front(atom *at, const token *t)
{
    if (t->kind == TOKEN_YEAR)
        take_years(at, t->years, false);
    if (t->kind == TOKEN_ROLE) {
        at->has_role = true;
        at->role = t->role;
    }
}

/* Year, role and colon in front of the figure: moves text_to back. */
static void read_front(const kpi_item *item, atom *at)
{
    size_t i = at->text_to;

    for (; i > at->text_from; i--) {
        const token *t = item_token(item, i - 1);

        if (t->kind == TOKEN_CLOSE && t->partner != SIZE_MAX &&
            t->partner >= at->text_from &&
            !item_is(item, t->partner - 1, TOKEN_DASH) &&
            kpi_item_year_bracket(item, t->partner)) {
            for (size_t k = t->partner + 1; k < i - 1; k++)
                take_front(at, item_token(item, k));
            i = t->partner + 1;
            continue;
        }
        if (t->kind != TOKEN_COLON && t->kind != TOKEN_YEAR &&
            t->kind != TOKEN_ROLE && t->kind != TOKEN_PERIOD &&
            t->kind != TOKEN_BREAK && t->kind != TOKEN_COMMA &&
            t->kind != TOKEN_DASH && !is_year_particle(item, i - 1) &&
            !is_total_of_years(item, i - 1))
            break;
        take_front(at, t);
        at->colon = at->colon || t->kind == TOKEN_COLON;
        at->cumulative = at->cumulative || t->kind == TOKEN_PERIOD ||
                         is_total_of_years(item, i - 1);
    }
    at->text_to = i;
}

/* KPI of KPI2：, 指標 of 指標２：. */
static bool is_label_word(const kpi_item *item, size_t i)
{
    return item_is(item, i, TOKEN_ROLE) ||
           (item_is(item, i, TOKEN_WORD) &&
            (text_is(item_text(item, i), "指標") ||
             text_is(item_text(item, i), "成果指標")));
}

bool kpi_item_numbers(const kpi_item *item, size_t i)
{
    if (item_is(item, i, TOKEN_WORD) && item_is(item, i + 1, TOKEN_YEAR))
        return !glyph_has_letter(item_text(item, i));
    if (item_is(item, i, TOKEN_WORD) && is_label_word(item, i))
        i++;
    return item_is(item, i + 1, TOKEN_COLON) &&
           item_is(item, i + 2, TOKEN_YEAR) && is_label_word(item, i - 1) &&
           (item_is(item, i, TOKEN_WORD) || item_is(item, i, TOKEN_FIGURE)) &&
           !glyph_has_letter(item_text(item, i));
}

/* A year at the start of the text in front: 令和6年度までに空き家…100件. */
static void read_leading(const kpi_item *item, atom *at)
{
    for (size_t i = at->text_from; i < at->text_to; i++) {
        const token *t = item_token(item, i);

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
            t->kind != TOKEN_COMMA && !kpi_item_numbers(item, i) &&
            !(t->kind == TOKEN_COLON && i > at->text_from &&
              kpi_item_numbers(item, i - 1)))
            return;
    }
}

/* （H31年度まで）⇒20,000人: a year in front of an arrow, no figure there. */
static void read_before_arrow(const kpi_item *item, atom *at)
{
    for (size_t i = at->text_from; i < at->text_to; i++) {
        const token *t = item_token(item, i);

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
        token_kind kind = item_token(item, i)->kind;

        if (kind == TOKEN_ARROW &&
            item_token(item, i)->depth == item_token(item, at->token)->depth) {
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
        if (item_token(item, i)->kind == TOKEN_YEAR &&
            leads_to_figure(item, choices, i + 1))
            return true;
        if (item_is(item, i, TOKEN_YEAR) && item_token(item, i)->depth != 0 &&
            item_is(item, i + 1, TOKEN_CLOSE) &&
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
                         item_token(item, i)->follow == FOLLOW_RANGE;
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
    count = kpi_choice_make(item, choices);
    if (count == 0)
        return true;
    return read_atoms(a, item, choices, count);
}
