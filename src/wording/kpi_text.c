/*
 * kpi_text.c - 指標 in free text: name, baseline, target, years in one cell
 *
 * The cell is scanned into tokens, cut into items, each item's figures are
 * chosen (kpi_item.h), joined (kpi_pair.h) and named (kpi_name.h).
 */
#include "wording/kpi_text.h"

#include "wording/glyph.h"
#include "wording/kpi_boxed.h"
#include "wording/kpi_name.h"
#include "wording/kpi_split.h"
#include "wording/kpi_stated.h"
#include "wording/kpi_yearly.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

typedef struct kpi_reader {
    arena *memory;
    text cell;
    token_list tokens;
    kpi_text *items;
    size_t count, capacity;
} kpi_reader;

static kpi_text *add_kpi(kpi_reader *r)
{
    void *items = r->items;
    kpi_text *made = arena_push(r->memory, &items, &r->count, &r->capacity,
                                sizeof(*made));

    if (made == NULL)
        return NULL;
    r->items = items;
    kpi_text_init(made);
    return made;
}

/* Words behind a figure that say nothing more: を維持する, に増やす. */
static bool is_filler(text t)
{
    static const char *const words[] = {
        "を", "に", "へ", "まで", "目指す", "目標", "とする", "する", "維持",
        "達成", "増やす", "増加", "させる", "の", "実施", "開催", "引き上げる",
        "拡大", "向上", "以降", "継続", "こと", "と", "減らす", "削減",
        "確保", "創出", "育成", "設置", "整備", "誘致", "引き下げる", "縮小",
        "改善", "上昇", "支援", "認定", "採択", "導入", "。", ".", "で", "う",
        "採用", "登録", "締結", "策定", "から", "より",
    };
    size_t at = 0;

    while (at < t.length) {
        size_t size = glyph_any(t, at, words, COUNT(words)), next;

        if (size == 0 && glyph_is_space(glyph_at(t, at, &next)))
            size = next - at;
        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

/* Words between the KPI's last figure and the next one's, or the end. The
 * baseline may be that figure: 450人 ※R4現状値 388人, （目標：450人、現状：388人）. */
static bool has_leftover(const kpi_item *item, const atom *at,
                         const atom *base, bool last)
{
    if (base == at + 1 && kpi_name_before(item, base).length == 0 &&
        (at->has_role || item_noted(item, at)))
        at = base;
    if (!last || item_token(item, at->token)->follow == FOLLOW_OF)
        return false; /* 4,000人の雇用創出: the words are the name */
    for (size_t i = at->extent; i < item->to; i++) {
        const token *t = item_token(item, i);

        if (t->kind == TOKEN_OPEN || t->kind == TOKEN_FIGURE ||
            t->kind == TOKEN_DASH || t->kind == TOKEN_ARROW)
            return true;
        if (t->kind == TOKEN_WORD &&
            !is_filler(text_cut(item->cell, t->start, t->end)))
            return true;
    }
    return false;
}

static void fill_inner(kpi_text *kpi, const atom *at)
{
    if (at->inner_role == ROLE_TARGET) { /* 120件（目標：R6 150件） */
        kpi->baseline = kpi->target;
        kpi->has_baseline = kpi->has_target;
        kpi->baseline_years = kpi->target_years;
        kpi->target = at->inner;
        kpi->has_target = true;
        kpi->target_years = at->inner_years;
        return;
    }
    if (kpi->has_baseline) {
        kpi->confidence = CONFIDENCE_LOW;
        return;
    }
    if (kpi->target.qualifier.length == 0 && !kpi->per_year &&
        !at->has_years && !at->has_inner_role)
        kpi->confidence = CONFIDENCE_LOW; /* 120件（R6：150件） */
    kpi->baseline = at->inner;
    kpi->has_baseline = true;
    kpi->baseline_years = at->inner_years;
}

static bool zero_years(year_span y)
{
    return y.from == 0 && y.to == 0;
}

/* The tokens that a KPI was read from. */
static text whole_of(const kpi_item *item, const kpi_pair *p, size_t from)
{
    size_t to = item->atoms[p->target].extent;

    if (p->base != NO_ATOM && item->atoms[p->base].extent > to)
        to = item->atoms[p->base].extent;
    if (from >= to)
        return text_of("");
    return text_trim(text_cut(item->cell, item_token(item, from)->start,
                              item_token(item, to - 1)->end));
}

/* A unit that no table knows, or 2倍にする, which is no level. */
static bool is_odd_unit(const kpi_item *item, const atom *at)
{
    const figure *f = &item_token(item, at->token)->figure;
    text unit = f->unit;

    return (unit.length != 0 && !figure_unit_is_known(f) &&
            glyph_word(unit, 0, "つ") == 0) ||
           (text_is(unit, "倍") &&
            item_token(item, at->token)->follow == FOLLOW_PARTICLE) ||
           item->tokens->joined || item->tokens->split;
}

/* 前年度比3%増, H30年度を基準として10％増加, 10件／5年: no level of a year. */
static bool is_relative(const kpi_item *item, const atom *at)
{
    static const char *const words[] = { "基準として", "基準に", "比べ",
                                         "比較" };
    const figure *f = &item_token(item, at->token)->figure;
    text front = text_cut(item->cell, item_token(item, item->from)->start,
                          f->start);

    if (f->span_years != 0 ||
        glyph_before(item->cell, f->start) == 0x6BD4) /* 比 */
        return true;
    if (!text_is(f->qualifier, "増") && !text_is(f->qualifier, "減"))
        return false;
    return text_contains_one(front, words, COUNT(words));
}

static void fill_target(kpi_text *kpi, const kpi_item *item, const atom *at)
{
    kpi->has_target = true;
    kpi->target = item_token(item, at->token)->figure;
    kpi->target_years = at->years;
    kpi->per_year = kpi->target.per_year || at->per_year;
    kpi->cumulative = kpi->target.cumulative || at->cumulative;
    if (kpi->target.unit.length == 0)
        kpi->target.unit = at->unit;
}

static void fill_baseline(kpi_text *kpi, const kpi_item *item, const atom *at)
{
    kpi->has_baseline = true;
    kpi->baseline = item_token(item, at->token)->figure;
    kpi->baseline_years = at->years;
    if (kpi->baseline.unit.length == 0)
        kpi->baseline.unit = at->unit;
}

/* （H26→H31） behind the target, or a year before an arrow. */
static void fill_years(kpi_text *kpi, const atom *target, const atom *base)
{
    if (target->has_second && !zero_years(target->second) &&
        (base == NULL || !base->has_years)) {
        kpi->baseline_years = target->years;
        kpi->target_years = target->second;
    }
    if (!target->has_before || base != NULL)
        return;
    if (target->has_years) /* the arrow has no figure on its left */
        kpi->baseline_years = target->before;
    else
        kpi->target_years = target->before;
}

/* 500人（H30）→ 半減（R6）: the figure is the baseline of an unread goal. */
static void demote_target(kpi_text *kpi, const kpi_item *item, size_t from)
{
    kpi->baseline = kpi->target;
    kpi->has_baseline = true;
    kpi->baseline_years = kpi->target_years;
    kpi->target_years = (year_span){ 0 };
    for (size_t i = from; i < item->to; i++)
        if (item_token(item, i)->kind == TOKEN_YEAR)
            kpi->target_years = item_token(item, i)->years;
    kpi->has_target = false;
    kpi->confidence = CONFIDENCE_NONE;
}

static void fill_figures(kpi_text *kpi, const kpi_item *item,
                         const kpi_pair *p, bool last)
{
    const atom *target = &item->atoms[p->target];
    const atom *base = p->base == NO_ATOM ? NULL : &item->atoms[p->base];

    fill_target(kpi, item, target);
    if (base != NULL)
        fill_baseline(kpi, item, base);
    fill_years(kpi, target, base);
    kpi->confidence = item->doubtful || p->doubtful || target->doubtful ||
                              (base != NULL && base->doubtful) ||
                              has_leftover(item, target, base, last)
                          ? CONFIDENCE_LOW
                          : CONFIDENCE_HIGH;
    if (target->has_inner)
        fill_inner(kpi, target);
    kpi->unit = kpi->target.unit.length != 0 ? kpi->target.unit
                                             : kpi->baseline.unit;
    if (last && base == NULL && target->extent < item->to &&
        item_token(item, target->extent)->kind == TOKEN_ARROW)
        demote_target(kpi, item, target->extent);
    if (kpi->confidence == CONFIDENCE_HIGH &&
        (is_odd_unit(item, target) || is_relative(item, target)))
        kpi->confidence = CONFIDENCE_LOW;
    if (item->hopeless) {
        kpi->has_target = false;
        kpi->has_baseline = false;
        kpi->confidence = CONFIDENCE_NONE;
    }
}

/* 全国平均以上, 半減: an amount without a figure is no milestone. */
static bool says_amount(text name)
{
    static const char *const ends[] = { "以上", "以下", "以内", "未満", "増加",
                                        "減少", "倍増", "半減", "増", "減",
                                        "上回る", "下回る", "維持" };

    return text_ends_in(name, ends, COUNT(ends));
}

/* What stands in an item whose figures were not chosen. */
typedef struct leftovers {
    bool figures; /* one that could have been meant */
    bool values;  /* one that surely was: no milestone */
    bool arrows;
    year_span years; /* the last: 未策定（H26）⇒策定（H28）; that of the target
                      * where it stands first: 目標　策定（R5）／基準　未策定（R2） */
} leftovers;

static leftovers find_leftovers(const kpi_item *item, size_t from, size_t to)
{
    leftovers found = { 0 };
    bool aimed = false, based = false; /* behind 目標, and then 基準 */

    for (size_t i = from; i < to; i++) {
        const token *t = item_token(item, i);
        bool is_figure = t->kind == TOKEN_FIGURE;

        if (t->kind == TOKEN_ROLE) {
            based = t->role == ROLE_BASELINE;
            aimed = aimed || t->role == ROLE_TARGET;
        }

        if (is_figure && t->follow != FOLLOW_OF && t->follow != FOLLOW_COLON)
            found.figures = true;
        if (is_figure && (t->follow == FOLLOW_RANGE || i + 1 == to ||
                          t->follow == FOLLOW_STOP))
            found.values = true;
        if (t->kind == TOKEN_ARROW)
            found.arrows = true;
        if (t->kind == TOKEN_YEAR &&
            !(aimed && based && (found.years.to != 0)))
            found.years = t->years;
    }
    return found;
}

static text_confidence milestone_confidence(const kpi_item *item, text name,
                                            const leftovers *found)
{
    if (found->values || item->tokens->bad_number ||
        glyph_class_before(name, name.length) == GLYPH_DIGIT)
        return CONFIDENCE_NONE;
    return found->figures || found->arrows || says_amount(name) ||
                   item->doubtful || name.length == 0
               ? CONFIDENCE_LOW : CONFIDENCE_HIGH;
}

/* No figure was chosen: a milestone, or nothing that is understood. */
static bool read_milestone(kpi_reader *r, const kpi_item *item)
{
    kpi_text *kpi;
    leftovers found;
    text whole;
    size_t to = item->to, from = item->from;

    while (to > from && (item_token(item, to - 1)->kind == TOKEN_BREAK ||
                         item_token(item, to - 1)->kind == TOKEN_NOTE))
        to--;
    while (from < to && item_token(item, from)->kind == TOKEN_BREAK)
        from++;
    if (from == to)
        return true;
    kpi = add_kpi(r);
    if (kpi == NULL)
        return false;
    found = find_leftovers(item, from, to);
    whole = text_cut(item->cell, item_token(item, from)->start,
                     item_token(item, to - 1)->end);
    kpi->whole = text_trim(whole);
    kpi->name = found.arrows ? kpi_name_trim(whole)
                             : milestone_name(kpi_name_of(item, from, to));
    kpi->target_years = found.years;
    kpi->confidence = milestone_confidence(item, kpi->name, &found);
    return true;
}

static void doubt(kpi_text *kpi)
{
    if (kpi->confidence == CONFIDENCE_HIGH)
        kpi->confidence = CONFIDENCE_LOW;
}

enum { NEAR = 8 /* KPIs of an item that are compared by their names */ };

/* Two KPIs of an item by one name: which is which is not told. */
static void doubt_namesakes(kpi_reader *r, size_t first)
{
    for (size_t i = first; i < r->count; i++)
        for (size_t k = i - first > NEAR ? i - NEAR : first; k < i; k++)
            if (text_equal(r->items[i].name, r->items[k].name)) {
                doubt(&r->items[i]);
                doubt(&r->items[k]);
            }
}

/* KPI `k` of the item's pairs, all of it. */
static bool read_kpi(kpi_reader *r, const kpi_item *item,
                     const kpi_naming *n, const kpi_pair *pairs, size_t k,
                     size_t count)
{
    kpi_text *kpi = add_kpi(r);
    size_t from = k == 0 ? item->from
                         : kpi_pair_first(item, &pairs[k])->text_from;
    text unit;

    if (kpi == NULL)
        return false;
    fill_figures(kpi, item, &pairs[k], k + 1 == count);
    if (!kpi_name_give(r->memory, kpi, item, n, &pairs[k], k, count))
        return false;
    kpi->whole = whole_of(item, &pairs[k], from);
    if (text_is(kpi->unit, "倍") && !kpi->has_baseline &&
        text_find(kpi->name, "倍率", 0) == SIZE_MAX)
        doubt(kpi); /* 売上高：1.5倍 */
    unit = kpi->unit.length == 0 ? kpi_name_unit(kpi->name) : text_of("");
    if (unit.length != 0)
        kpi->unit = unit;
    if (text_find(kpi->name, "累計", 0) != SIZE_MAX)
        kpi->cumulative = true;
    return true;
}

static bool read_yearly(kpi_reader *r, const kpi_item *item)
{
    kpi_text *kpi = add_kpi(r);
    size_t last = item->atoms[item->count - 1].extent;
    kpi_pair first = { .base = NO_ATOM, .target = 0 };
    kpi_naming n = kpi_name_plan(item, &first, 1);

    if (kpi == NULL || !kpi_yearly_fill(r->memory, kpi, item) ||
        !kpi_name_give(r->memory, kpi, item, &n, &first, 0, 1))
        return false;
    kpi->whole = text_trim(text_cut(item->cell,
                                    item_token(item, item->from)->start,
                                    item_token(item, last - 1)->end));
    return true;
}

static bool read_item(kpi_reader *r, size_t from, size_t to)
{
    kpi_item item = { .tokens = &r->tokens, .cell = r->cell, .from = from,
                      .to = to };
    kpi_pair *pairs;
    size_t count, first = r->count;
    kpi_naming n;

    if (from == to)
        return true;
    if (!kpi_item_read(r->memory, &item))
        return false;
    if (item.count == 0)
        return read_milestone(r, &item);
    if (kpi_yearly_is(&item))
        return read_yearly(r, &item);
    pairs = arena_array(r->memory, item.count, sizeof(*pairs));
    if (pairs == NULL)
        return false;
    count = kpi_pair_find(&item, pairs);
    kpi_pair_share_years(&item, pairs, count);
    n = kpi_name_plan(&item, pairs, count);
    for (size_t k = 0; k < count; k++)
        if (!read_kpi(r, &item, &n, pairs, k, count))
            return false;
    doubt_namesakes(r, first);
    return true;
}

/* The cell is no KPI that could be read: its text, and no figure. */
static bool refuse_cell(kpi_reader *r)
{
    kpi_text *kpi = add_kpi(r);

    if (kpi == NULL)
        return false;
    kpi->whole = text_trim(r->cell);
    kpi->confidence = CONFIDENCE_NONE;
    return true;
}

/* A bullet behind a complete item begins the next one, and so may a line. */
static bool read_items(kpi_reader *r)
{
    size_t from = 0;

    for (size_t i = 1; i < r->tokens.count; i++) {
        size_t end = i;

        if (r->tokens.items[i].kind == TOKEN_BREAK &&
            kpi_split_at(&r->tokens, r->cell, from, i)) {
            if (!read_item(r, from, i))
                return false;
            from = i + 1;
        }
        if (r->tokens.items[i].kind != TOKEN_BULLET)
            continue;
        while (end > from && r->tokens.items[end - 1].kind == TOKEN_BREAK)
            end--;
        if (!kpi_split_complete(&r->tokens, from, end))
            continue;
        if (!read_item(r, from, end))
            return false;
        from = i;
    }
    return read_item(r, from, r->tokens.count);
}

bool kpi_text_parse(arena *a, kpi_text **out, size_t *count, text cell,
                    int context_year)
{
    kpi_reader r; /* the scan fills in its tokens */

    *out = NULL;
    *count = 0;
    if (!kpi_boxed_open(a, &cell))
        return false;
    r.memory = a;
    r.cell = cell;
    r.items = NULL;
    r.count = r.capacity = 0;
    if (text_trim(cell).length == 0)
        return true;
    if (kpi_stated_may(cell) &&
        (!kpi_text_stated(a, out, count, cell, context_year) || *count > 0))
        return *count > 0;
    if (!kpi_scan(a, &r.tokens, cell, context_year))
        return false;
    if (!(r.tokens.too_long ? refuse_cell(&r) : read_items(&r)))
        return false;
    kpi_name_strip_numbers(r.items, r.count);
    *out = r.items;
    *count = r.count;
    return true;
}
