/*
 * kpi_name.c - how the KPIs of an item are called
 */
#include "wording/kpi_name.h"

#include "wording/glyph.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static bool is_name_mark(uint32_t c)
{
    static const uint32_t leader = 0x2026, leaders = 0x22EF; /* … ⋯ */
    glyph_class class = glyph_class_of(c);

    return glyph_is_space(class) || class == GLYPH_BULLET ||
           c == leader || c == leaders || c == '=' ||
           class == GLYPH_COMMA || class == GLYPH_COLON;
}

/* ： ＝ ・ 、 bullets and white space off both ends. */
text kpi_name_trim(text t)
{
    size_t at;

    while (t.length != 0) {
        at = 0;
        if (!is_name_mark(glyph_next(t, &at)))
            break;
        t = text_from(t, at);
    }
    while (t.length != 0 && is_name_mark(glyph_before(t, t.length)))
        t.length = utf8_floor(t, t.length - 1);
    return t;
}

text kpi_name_unwrap(text t)
{
    static const uint32_t quotes[] = { ')', 0x300D, 0x300F, 0xFF63 };
    size_t at = 0, next = 0, depth = 0;
    uint32_t close;

    if (t.length == 0)
        return t;
    close = glyph_partner(glyph_next(t, &at));
    if (close == 0 || glyph_before(t, t.length) != close)
        return t;
    for (size_t i = 0; i < COUNT(quotes); i++)
        if (close == quotes[i])
            return t;
    do {
        glyph_class c = glyph_at(t, next, &next);

        depth += c == GLYPH_OPEN;
        depth -= c == GLYPH_CLOSE;
    } while (depth != 0 && next < t.length);
    return next == t.length
               ? text_trim(text_cut(t, at, glyph_back(t, t.length))) : t;
}

/* を は が に at the end of a name that runs on into its figure. */
static text trim_particle(text t)
{
    static const char *const particles[] = { "を", "は", "が", "に" };

    for (size_t i = 0; i < COUNT(particles); i++) {
        text shorter = t;
        glyph_class before;

        if (!text_ends(t, particles[i]))
            continue;
        shorter.length -= text_of(particles[i]).length;
        before = glyph_class_before(shorter, shorter.length);
        if (before == GLYPH_KANJI || before == GLYPH_KATAKANA ||
            before == GLYPH_CLOSE || before == GLYPH_LATIN)
            return shorter;
    }
    return t;
}

/* Behind a leading year: に おける の 、 are no name, nor is 5年間で. */
static text trim_leading_particle(text t)
{
    static const char *const particles[] = { "における", "に", "で", "は",
                                             "の" };
    static const char *const spans[] = { "年間で", "か年で", "年間に" };
    size_t at, span;

    t = text_from(t, glyph_any(t, 0, particles, COUNT(particles)));
    at = glyph_skip_digits(t, 0);
    span = at == 0 ? 0 : glyph_any(t, at, spans, COUNT(spans));
    return span == 0 ? t : text_from(t, at + span);
}

/* A word behind a colon that says that there is no baseline: ：未実施⇒. */
static bool says_none(text t)
{
    static const char *const words[] = { "なし", "無し", "無", "新規",
                                         "未策定", "未設置", "未整備",
                                         "未導入" };
    figure_state state = no_number_state(t);

    return state != STATE_TEXT ||
           glyph_any(t, 0, words, COUNT(words)) == text_trim(t).length;
}

/* The last token of the name in from..to, cut back from an arrow. */
static size_t name_end(const kpi_item *item, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (!item_is(item, i, TOKEN_ARROW) || item_token(item, i)->depth != 0)
            continue;
        to = i;
        if (to > from + 1 && item_token(item, to - 1)->kind == TOKEN_WORD &&
            item_token(item, to - 2)->kind == TOKEN_COLON &&
            says_none(text_cut(item->cell, item_token(item, to - 1)->start,
                               item_token(item, to - 1)->end)))
            to--;
        break;
    }
    for (; to > from; to--) {
        const token *t = item_token(item, to - 1);

        if (t->kind == TOKEN_CLOSE && t->partner != SIZE_MAX &&
            t->partner >= from && kpi_item_year_bracket(item, t->partner)) {
            to = t->partner + 1;
            continue;
        }
        if (t->kind != TOKEN_COLON && t->kind != TOKEN_BREAK &&
            t->kind != TOKEN_ROLE && t->kind != TOKEN_DASH &&
            t->kind != TOKEN_COMMA && t->kind != TOKEN_OPEN &&
            t->kind != TOKEN_PERIOD && t->kind != TOKEN_YEAR)
            break;
        if (t->kind == TOKEN_OPEN && t->partner != SIZE_MAX &&
            t->partner < to)
            break;
    }
    return to;
}

/* へ and no more up to the end of its line: of the figure above. */
static bool ends_figure(const kpi_item *item, size_t at, size_t to)
{
    static const char *const words[] = { "へ", "に", "まで", "を目指す",
                                         "とする", "に増加", "へ増加", "に減少",
                                         "へ減少" };
    const token *t = item_token(item, at);

    return t->kind == TOKEN_WORD && at > item->from && at + 1 < to &&
           item_token(item, at + 1)->kind == TOKEN_BREAK &&
           text_in(text_trim(text_cut(item->cell, t->start, t->end)), words,
                   COUNT(words));
}

/* The name in tokens from..to, as typed. */
text kpi_name_of(const kpi_item *item, size_t from, size_t to)
{
    bool year = false;
    text name;

    to = name_end(item, from, to);
    for (; from < to; from++) {
        const token *t = item_token(item, from);

        if (t->kind == TOKEN_OPEN && t->partner < to &&
            kpi_item_year_bracket(item, from)) {
            from = t->partner;
            continue;
        }
        if (ends_figure(item, from, to) || kpi_item_numbers(item, from))
            continue;
        if (t->kind != TOKEN_BULLET && t->kind != TOKEN_BREAK &&
            t->kind != TOKEN_COMMA && t->kind != TOKEN_COLON &&
            t->kind != TOKEN_YEAR && t->kind != TOKEN_PERIOD &&
            t->kind != TOKEN_ROLE && t->kind != TOKEN_NOTE)
            break;
        year = year || t->kind == TOKEN_YEAR;
    }
    if (from >= to)
        return text_of("");
    name = text_cut(item->cell, item_token(item, from)->start,
                    item_token(item, to - 1)->end);
    if (year)
        name = trim_leading_particle(name);
    return kpi_name_unwrap(trim_particle(kpi_name_trim(name)));
}

/* 4,000人の雇用創出: the words behind the figure. */
static text name_behind(const kpi_item *item, const atom *at)
{
    size_t start = item_token(item, at->token)->end, end, i = at->token + 1;
    const char *of = "の";
    size_t size = glyph_word(item->cell, start, of);

    if (size == 0)
        return text_of("");
    for (; i < item->to; i++) {
        const token *t = item_token(item, i);

        if (t->kind == TOKEN_BREAK || t->kind == TOKEN_NOTE ||
            t->kind == TOKEN_YEAR || t->kind == TOKEN_ARROW ||
            (t->kind == TOKEN_OPEN && kpi_item_year_bracket(item, i)))
            break;
    }
    end = i == item->to ? item_token(item, i - 1)->end
                        : item_token(item, i)->start;
    return kpi_name_trim(text_cut(item->cell, start + size, end));
}

/* The text in front of an atom, which names or labels it. */
text kpi_name_before(const kpi_item *item, const atom *at)
{
    return kpi_name_of(item, at->text_from, at->text_to);
}

/* `base` and what stands behind its last colon or space, outside brackets; no
 * number alone: (1) 来場者数. */
static bool split_base(text whole, text *base, text *label, bool *by_colon)
{
    size_t colon = NO_ATOM, space = NO_ATOM, next;
    size_t depth = 0;

    for (size_t i = 0; i < whole.length;) {
        size_t here = i;
        glyph_class c = glyph_at(whole, i, &next);

        i = next;
        if (c == GLYPH_OPEN)
            depth++;
        if (c == GLYPH_CLOSE && depth != 0)
            depth--;
        if (depth != 0)
            continue;
        if (c == GLYPH_COLON)
            colon = here;
        if (glyph_is_space(c))
            space = here;
    }
    *by_colon = colon != NO_ATOM;
    if (colon == NO_ATOM)
        colon = space;
    if (colon == NO_ATOM)
        return false;
    *base = kpi_name_trim(text_cut(whole, 0, colon));
    *label = kpi_name_trim(text_from(whole, colon));
    return base->length > glyph_number_mark(whole, 1) && label->length != 0;
}

/* `base（label）` in the arena. */
static bool joined_name(arena *a, text *out, text base, text label)
{
    char *made = arena_printf(a, "%.*s（%.*s）", (int)base.length, base.bytes,
                              (int)label.length, label.bytes);

    if (made == NULL)
        return false;
    *out = text_of(made);
    return true;
}

/* A unit in the bracket that ends a name: 観光入込客数（千人）. */
text kpi_name_unit(text name)
{
    size_t open = NO_ATOM, next;
    text inside;

    if (glyph_class_before(name, name.length) != GLYPH_CLOSE)
        return text_of("");
    for (size_t i = 0; i < name.length; i = next)
        if (glyph_at(name, i, &next) == GLYPH_OPEN)
            open = next;
    if (open == NO_ATOM)
        return text_of("");
    inside = text_trim(text_cut(name, open,
                                utf8_floor(name, name.length - 1)));
    if (text_starts(inside, "単位")) {
        inside = text_from(inside, text_of("単位").length);
        inside = kpi_name_trim(inside);
    }
    return units_read_known(inside, 0) == inside.length ? inside
                                                        : text_of("");
}

/* 相談件数（基準値：10件、目標値：20件）: the bracket holds the figures. */
static kpi_naming plan_bracket(const kpi_item *item, text whole)
{
    kpi_naming n = { .first = whole, .nested = true };

    n.base = kpi_name_of(item, item->from, item->unwrapped);
    n.labels = n.base.length != 0;
    return n;
}

/* `first` and `second` are printed first of two KPIs that share a base. */
static kpi_naming plan_several(const kpi_item *item, const atom *first,
                               const atom *second, text whole)
{
    kpi_naming n = { .base = whole, .first = text_of("") };
    bool unnamed = kpi_name_before(item, second).length == 0, by_colon;

    n.labels = whole.length != 0;
    if (unnamed || (!second->colon && first->colon && !first->line &&
                    !second->line))
        return n; /* X：10件、参加者20人 */
    n.labels = (second->colon || !second->line || !first->colon) &&
               split_base(whole, &n.base, &n.first, &by_colon);
    if (n.labels && second->colon)
        n.nested = n.labels = by_colon || (first->colon && !second->line);
    if (!n.labels)
        n.base = text_of("");
    return n;
}

kpi_naming kpi_name_plan(const kpi_item *item, const kpi_pair *pairs,
                         size_t count)
{
    kpi_naming none = { .base = text_of(""), .first = text_of("") };
    const atom *first = kpi_pair_first(item, &pairs[0]);
    text whole;

    if (item->unwrapped == SIZE_MAX && count < 2)
        return none;
    whole = kpi_name_before(item, first);
    if (item->unwrapped != SIZE_MAX)
        return plan_bracket(item, whole);
    return plan_several(item, first, kpi_pair_first(item, &pairs[1]), whole);
}

/* ラベル or unit; the name of KPI `k` of the item. */
bool kpi_name_give(arena *a, kpi_text *kpi, const kpi_item *item,
                   const kpi_naming *n, const kpi_pair *p, size_t k,
                   size_t count)
{
    const atom *at = kpi_pair_first(item, p);
    text own = k == 0 && n->labels ? n->first : kpi_name_before(item, at);

    if (n->labels && !(k != 0 && at->colon && !n->nested && own.length != 0)) {
        if (count == 1 && own.length == 0) {
            kpi->name = n->base;
            return true;
        }
        kpi->label = own.length != 0 ? own : kpi->unit;
        if (kpi->label.length == 0) {
            kpi->confidence = CONFIDENCE_LOW;
            kpi->name = n->base;
            return true;
        }
        return joined_name(a, &kpi->name, n->base, kpi->label);
    }
    kpi->name = own;
    if (count > 1)
        kpi->label = own.length != 0 ? own : kpi->unit;
    if (own.length == 0 && (p->base == NO_ATOM || k == 0))
        kpi->name = name_behind(item, at);
    return true;
}

/* Bytes of the mark in front of the nth name, or 0. */
static size_t name_number(text name, size_t n)
{
    size_t size = glyph_number_mark(name, n), next;

    if (size != 0 && name.bytes[0] != '\xE2' /* ①20代 */ &&
        glyph_at(name, size, &next) == GLYPH_DIGIT)
        return 0; /* 1.5倍 */
    return size;
}

void kpi_name_strip_numbers(kpi_text *items, size_t count)
{
    if (count < 2 || count > 20)
        return;
    for (size_t i = 0; i < count; i++)
        if (name_number(items[i].name, i + 1) == 0 &&
            name_number(items[i].whole, i + 1) == 0) /* ①R5年度までに… */
            return;
    for (size_t i = 0; i < count; i++)
        items[i].name = kpi_name_trim(text_from(
            items[i].name, name_number(items[i].name, i + 1)));
}
