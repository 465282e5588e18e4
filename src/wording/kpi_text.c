/*
 * kpi_text.c - 指標 in free text: name, baseline, target, years in one cell
 *
 * The cell is scanned into tokens, cut into items, each item's figures are
 * chosen (kpi_item.h), joined over the arrows, and named.
 */
#include "wording/kpi_text.h"

#include "wording/glyph.h"
#include "wording/kpi_item.h"
#include "wording/units.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))
#define NONE SIZE_MAX

typedef struct pair {
    size_t base, target; /* atoms; base may be NONE */
    bool doubtful;
} pair;

typedef struct kpi_reader {
    arena *memory;
    text cell;
    token_list tokens;
    kpi_text *items;
    size_t count, capacity;
} kpi_reader;

static const token *tok(const kpi_item *item, size_t i)
{
    return &item->tokens->items[i];
}

/* ---- Names ---------------------------------------------------------------- */

static bool is_name_mark(uint32_t c)
{
    glyph_class class = glyph_class_of(c);

    return glyph_is_space(class) || class == GLYPH_BULLET ||
           class == GLYPH_COMMA || class == GLYPH_COLON;
}

/* ： ・ 、 bullets and white space off both ends. */
static text trim_name(text t)
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

/* Behind a leading year: に おける の 、 are no name. */
static text trim_leading_particle(text t)
{
    static const char *const particles[] = { "における", "に", "で", "は",
                                             "の" };
    size_t size = glyph_any(t, 0, particles, COUNT(particles));

    return text_from(t, size);
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
        if (tok(item, i)->kind != TOKEN_ARROW || tok(item, i)->depth != 0)
            continue;
        to = i;
        if (to > from + 1 && tok(item, to - 1)->kind == TOKEN_WORD &&
            tok(item, to - 2)->kind == TOKEN_COLON &&
            says_none(text_cut(item->cell, tok(item, to - 1)->start,
                               tok(item, to - 1)->end)))
            to--;
        break;
    }
    for (; to > from; to--) {
        const token *t = tok(item, to - 1);

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

/* The name in tokens from..to, as typed. */
static text name_of(const kpi_item *item, size_t from, size_t to)
{
    bool year = false;
    text name;

    to = name_end(item, from, to);
    for (; from < to; from++) {
        const token *t = tok(item, from);

        if (t->kind == TOKEN_OPEN && t->partner < to &&
            kpi_item_year_bracket(item, from)) {
            from = t->partner;
            continue;
        }
        if (t->kind != TOKEN_BULLET && t->kind != TOKEN_BREAK &&
            t->kind != TOKEN_COMMA && t->kind != TOKEN_COLON &&
            t->kind != TOKEN_YEAR && t->kind != TOKEN_PERIOD &&
            t->kind != TOKEN_ROLE && t->kind != TOKEN_NOTE)
            break;
        year = year || t->kind == TOKEN_YEAR;
    }
    if (from >= to)
        return text_of("");
    name = text_cut(item->cell, tok(item, from)->start,
                    tok(item, to - 1)->end);
    if (year)
        name = trim_leading_particle(name);
    return trim_particle(trim_name(name));
}

/* 4,000人の雇用創出: the words behind the figure. */
static text name_behind(const kpi_item *item, const atom *at)
{
    size_t start = tok(item, at->token)->end, end, i = at->token + 1;
    const char *of = "の";
    size_t size = glyph_word(item->cell, start, of);

    if (size == 0)
        return text_of("");
    for (; i < item->to; i++) {
        const token *t = tok(item, i);

        if (t->kind == TOKEN_BREAK || t->kind == TOKEN_NOTE ||
            t->kind == TOKEN_YEAR || t->kind == TOKEN_ARROW ||
            (t->kind == TOKEN_OPEN && kpi_item_year_bracket(item, i)))
            break;
    }
    end = i == item->to ? tok(item, item->to - 1)->end : tok(item, i)->start;
    return trim_name(text_cut(item->cell, start + size, end));
}

/* The text in front of an atom, which names or labels it. */
static text text_before(const kpi_item *item, const atom *at)
{
    return name_of(item, at->text_from, at->text_to);
}

/* `base` and what stands behind its last colon or space, outside brackets. */
static bool split_base(const kpi_item *item, const atom *at, text whole,
                       text *base, text *label, bool *by_colon)
{
    size_t colon = NONE, space = NONE, next;
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
    *by_colon = colon != NONE;
    if (colon == NONE)
        colon = space;
    (void)item;
    (void)at;
    if (colon == NONE)
        return false;
    *base = trim_name(text_cut(whole, 0, colon));
    *label = trim_name(text_from(whole, colon));
    return base->length != 0 && label->length != 0;
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

/* ---- Pairs ------------------------------------------------------------------ */

/* The atom of a pair that is printed first: its text is the name. */
static const atom *first_of(const kpi_item *item, const pair *p)
{
    return &item->atoms[p->base == NONE || p->base > p->target ? p->target
                                                               : p->base];
}

static text unit_of(const kpi_item *item, const atom *at)
{
    text unit = tok(item, at->token)->figure.unit;

    return unit.length == 0 ? at->unit : unit;
}

static bool same_label(text left, text right)
{
    return right.length == 0 || text_equal(left, right) ||
           (left.length > right.length &&
            text_equal(text_from(left, left.length - right.length), right));
}

/* m figures left of the arrow and m right of it with the same labels. */
static bool is_parallel(const kpi_item *item, size_t left, size_t right,
                        size_t m)
{
    for (size_t i = 0; i < m; i++) {
        const atom *l = &item->atoms[left + i];
        const atom *r = &item->atoms[right + i];
        text unit = unit_of(item, l), other = unit_of(item, r);

        if (!same_label(text_before(item, l), text_before(item, r)))
            return false;
        if (unit.length != 0 && other.length != 0 && !text_equal(unit, other))
            return false;
    }
    return true;
}

static size_t segment_end(const kpi_item *item, size_t start)
{
    size_t end = start + 1;

    while (end < item->count && !item->atoms[end].arrow)
        end++;
    return end;
}

static bool linked_by_roles(const kpi_item *item, size_t k)
{
    const atom *l = &item->atoms[k], *r = &item->atoms[k + 1];

    return l->has_role && r->has_role && l->role != r->role &&
           (l->role == ROLE_BASELINE || l->role == ROLE_TARGET) &&
           (r->role == ROLE_BASELINE || r->role == ROLE_TARGET);
}

/* Two figures of one unit without words between, each with a year. */
static bool linked_by_years(const kpi_item *item, size_t k)
{
    const atom *l = &item->atoms[k], *r = &item->atoms[k + 1];
    text unit = unit_of(item, l);

    return l->has_years && r->has_years && l->years.to != 0 &&
           l->years.to < r->years.to && unit.length != 0 &&
           text_equal(unit, unit_of(item, r)) &&
           text_before(item, r).length == 0;
}

/* Figures before an arrow's own: each a target, or joined by their roles. */
static size_t single_pairs(const kpi_item *item, pair *pairs, size_t count,
                           size_t from, size_t to)
{
    for (size_t k = from; k < to; k++) {
        if (k + 1 < to && linked_by_roles(item, k)) {
            bool reversed = item->atoms[k].role == ROLE_TARGET;

            pairs[count++] = (pair){ reversed ? k + 1 : k,
                                     reversed ? k : k + 1, false };
            k++;
        } else if (k + 1 < to && linked_by_years(item, k)) {
            pairs[count++] = (pair){ k, k + 1, true };
            k++;
        } else if (item->atoms[k].has_role &&
                   item->atoms[k].role == ROLE_MIDDLE && count != 0) {
            pairs[count - 1].doubtful = true;
        } else {
            pairs[count++] = (pair){ NONE, k, false };
        }
    }
    return count;
}

/* A chain 10→15→20 from the last atom before the arrow; returns its end. */
static size_t chain_pair(const kpi_item *item, pair *made, size_t base)
{
    size_t target = base + 1;
    bool middle = false;

    while (target + 1 < item->count && item->atoms[target + 1].arrow &&
           !item->atoms[target + 1].line && !item->atoms[target].line) {
        target++;
        middle = true;
    }
    *made = (pair){ base, target, middle };
    return target + 1;
}

static size_t find_pairs(const kpi_item *item, pair *pairs)
{
    size_t count = 0, k = 0;

    while (k < item->count) {
        size_t end = segment_end(item, k), m = end - k;

        if (end == item->count)
            return single_pairs(item, pairs, count, k, end);
        if (m >= 2 && segment_end(item, end) - end >= m &&
            is_parallel(item, k, end, m)) {
            for (size_t i = 0; i < m; i++)
                pairs[count++] = (pair){ k + i, end + i, false };
            k = end + m;
            continue;
        }
        count = single_pairs(item, pairs, count, k, end - 1);
        k = chain_pair(item, &pairs[count], end - 1);
        count++;
    }
    return count;
}

/* Figures without a year take that of the next one in their run. */
static void share_years(kpi_item *item, size_t from, size_t to)
{
    for (size_t k = to; k > from + 1; k--) {
        const atom *later = &item->atoms[k - 1];
        atom *at = &item->atoms[k - 2];

        if (!at->has_years && later->has_years &&
            (later->years_behind || later->all_years)) {
            at->years = later->years;
            at->has_years = true;
            at->years_behind = true;
            at->all_years = later->all_years;
        }
    }
    for (size_t k = from + 1; k < to; k++) {
        const atom *before = &item->atoms[k - 1];
        atom *at = &item->atoms[k];

        if (!at->has_years && before->has_years && !before->years_behind) {
            at->years = before->years;
            at->has_years = true;
        }
    }
}

/* Runs of figures that play the same part: all targets, all baselines. */
static void share_all_years(kpi_item *item, const pair *pairs, size_t count)
{
    size_t k = 0;

    while (k < count) {
        size_t end = k + 1;

        while (end < count && (pairs[end].base == NONE) ==
                                  (pairs[k].base == NONE) &&
               pairs[end].target == pairs[end - 1].target + 1 &&
               (pairs[k].base == NONE ||
                pairs[end].base == pairs[end - 1].base + 1))
            end++;
        share_years(item, pairs[k].target, pairs[end - 1].target + 1);
        if (pairs[k].base != NONE)
            share_years(item, pairs[k].base, pairs[end - 1].base + 1);
        k = end;
    }
}

/* ---- One KPI ------------------------------------------------------------------ */

static kpi_text *add_kpi(kpi_reader *r)
{
    void *items = r->items;
    kpi_text *made = arena_push(r->memory, &items, &r->count, &r->capacity,
                                sizeof(*made));

    if (made == NULL)
        return NULL;
    r->items = items;
    made->name = made->label = made->unit = made->whole = text_of("");
    made->baseline.unit = made->baseline.qualifier = text_of("");
    made->target.unit = made->target.qualifier = text_of("");
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

/* Words between the KPI's last figure and the next one's, or the end. */
static bool has_leftover(const kpi_item *item, const atom *at, bool last)
{
    if (!last || tok(item, at->token)->follow == FOLLOW_OF)
        return false; /* 4,000人の雇用創出: the words are the name */
    for (size_t i = at->extent; i < item->to; i++) {
        const token *t = tok(item, i);

        if (t->kind == TOKEN_OPEN || t->kind == TOKEN_FIGURE ||
            t->kind == TOKEN_DASH || t->kind == TOKEN_ARROW)
            return true;
        if (t->kind == TOKEN_WORD &&
            !is_filler(text_cut(item->cell, t->start, t->end)))
            return true;
    }
    return false;
}

/* A unit in the bracket that ends a name: 観光入込客数（千人）. */
static text unit_in_name(text name)
{
    size_t open = NONE, next;
    text inside;

    if (glyph_class_before(name, name.length) != GLYPH_CLOSE)
        return text_of("");
    for (size_t i = 0; i < name.length; i = next)
        if (glyph_at(name, i, &next) == GLYPH_OPEN)
            open = next;
    if (open == NONE)
        return text_of("");
    inside = text_trim(text_cut(name, open,
                                utf8_floor(name, name.length - 1)));
    if (text_starts(inside, "単位")) {
        inside = text_from(inside, text_of("単位").length);
        inside = trim_name(inside);
    }
    return units_read_known(inside, 0) == inside.length ? inside
                                                        : text_of("");
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
static text whole_of(const kpi_item *item, const pair *p, size_t from)
{
    size_t to = item->atoms[p->target].extent;

    if (p->base != NONE && item->atoms[p->base].extent > to)
        to = item->atoms[p->base].extent;
    if (from >= to)
        return text_of("");
    return text_trim(text_cut(item->cell, tok(item, from)->start,
                              tok(item, to - 1)->end));
}

/* A unit that no table knows, or 2倍にする, which is no level. */
static bool is_odd_unit(const kpi_item *item, const atom *at)
{
    text unit = tok(item, at->token)->figure.unit;

    return (unit.length != 0 && units_read_known(unit, 0) != unit.length &&
            glyph_word(unit, 0, "つ") == 0) ||
           (text_is(unit, "倍") &&
            tok(item, at->token)->follow == FOLLOW_PARTICLE) ||
           item->tokens->joined;
}

static void fill_figures(kpi_text *kpi, const kpi_item *item, const pair *p,
                         bool last)
{
    const atom *target = &item->atoms[p->target];
    const atom *base = p->base == NONE ? NULL : &item->atoms[p->base];

    kpi->has_target = true;
    kpi->target = tok(item, target->token)->figure;
    kpi->target_years = target->years;
    kpi->per_year = kpi->target.per_year || target->per_year;
    kpi->cumulative = kpi->target.cumulative || target->cumulative;
    if (kpi->target.unit.length == 0)
        kpi->target.unit = target->unit;
    if (base != NULL) {
        kpi->has_baseline = true;
        kpi->baseline = tok(item, base->token)->figure;
        kpi->baseline_years = base->years;
        if (kpi->baseline.unit.length == 0)
            kpi->baseline.unit = base->unit;
    }
    if (target->has_second && !zero_years(target->second) &&
        (base == NULL || !base->has_years)) {
        kpi->baseline_years = target->years;
        kpi->target_years = target->second;
    }
    if (target->has_before && base == NULL) { /* the arrow has no left side */
        if (target->has_years)
            kpi->baseline_years = target->before;
        else
            kpi->target_years = target->before;
    }
    kpi->confidence = item->doubtful || p->doubtful || target->doubtful ||
                              (base != NULL && base->doubtful) ||
                              has_leftover(item, target, last)
                          ? CONFIDENCE_LOW
                          : CONFIDENCE_HIGH;
    if (target->has_inner)
        fill_inner(kpi, target);
    kpi->unit = kpi->target.unit.length != 0 ? kpi->target.unit
                                             : kpi->baseline.unit;
    if (last && base == NULL && target->extent < item->to &&
        tok(item, target->extent)->kind == TOKEN_ARROW) {
        kpi->baseline = kpi->target; /* 500人（H30）→ 半減（R6） */
        kpi->has_baseline = true;
        kpi->baseline_years = kpi->target_years;
        kpi->target_years = (year_span){ 0 };
        kpi->has_target = false;
        kpi->confidence = CONFIDENCE_NONE;
    }
    if (kpi->confidence == CONFIDENCE_HIGH && is_odd_unit(item, target))
        kpi->confidence = CONFIDENCE_LOW;
    if (item->hopeless) {
        kpi->has_target = false;
        kpi->has_baseline = false;
        kpi->confidence = CONFIDENCE_NONE;
    }
}

/* How the KPIs of an item are named: a base with labels, or each its own. */
typedef struct naming {
    text base;       /* empty: own names */
    text first;      /* the first one's label; empty: its unit */
    bool nested;     /* X：A：10 B：20 : a colon makes no own name */
    bool labels;
} naming;

static naming find_naming(const kpi_item *item, const pair *pairs,
                          size_t count)
{
    naming n = { .base = text_of(""), .first = text_of("") };
    const atom *first, *second;
    text whole, next;
    bool by_colon = false;

    first = first_of(item, &pairs[0]);
    whole = text_before(item, first);
    if (item->unwrapped != SIZE_MAX) {
        n.base = name_of(item, item->from, item->unwrapped);
        n.first = whole;
        n.labels = n.base.length != 0 && (count > 1 || whole.length != 0);
        n.nested = true;
        return n;
    }
    if (count < 2)
        return n;
    second = first_of(item, &pairs[1]);
    next = text_before(item, second);
    if (next.length == 0) {
        n.base = whole;
        n.labels = whole.length != 0;
        if (n.labels && !first->colon)
            n.labels = true;
        return n;
    }
    if (second->colon) {
        n.nested = split_base(item, first, whole, &n.base, &n.first,
                              &by_colon) && by_colon;
        n.labels = n.nested;
        if (!n.labels)
            n.base = text_of("");
        return n;
    }
    if (first->colon && !first->line && !second->line) {
        n.base = whole; /* X：10件、参加者20人 */
        n.labels = whole.length != 0;
        return n;
    }
    if (second->line && first->colon)
        return n;
    n.labels = split_base(item, first, whole, &n.base, &n.first, &by_colon);
    if (!n.labels)
        n.base = text_of("");
    return n;
}

/* ラベル or unit; the name of KPI `k` of the item. */
static bool name_kpi(kpi_reader *r, kpi_text *kpi, const kpi_item *item,
                     const naming *n, const pair *p, size_t k, size_t count)
{
    const atom *at = first_of(item, p);
    text own = k == 0 && n->labels ? n->first : text_before(item, at);

    if (n->labels && !(k != 0 && at->colon && !n->nested && own.length != 0)) {
        kpi->label = own.length != 0 ? own : kpi->unit;
        if (kpi->label.length == 0)
            kpi->confidence = CONFIDENCE_LOW;
        if (kpi->label.length == 0 || (count == 1 && own.length == 0)) {
            kpi->name = n->base;
            return true;
        }
        return joined_name(r->memory, &kpi->name, n->base, kpi->label);
    }
    kpi->name = own;
    if (count > 1)
        kpi->label = own.length != 0 ? own : kpi->unit;
    if (own.length == 0 && (p->base == NONE || k == 0))
        kpi->name = name_behind(item, at);
    return true;
}

/* 全国平均以上, 半減: an amount without a figure is no milestone. */
static bool says_amount(text name)
{
    static const char *const ends[] = { "以上", "以下", "以内", "未満", "増加",
                                        "減少", "倍増", "半減", "増", "減",
                                        "上回る", "下回る", "維持" };

    for (size_t i = 0; i < COUNT(ends); i++)
        if (text_ends(name, ends[i]))
            return true;
    return false;
}

/* No figure was chosen: a milestone, or nothing that is understood. */
static bool read_milestone(kpi_reader *r, const kpi_item *item)
{
    kpi_text *kpi;
    text name;
    bool figures = false, ranges = false, arrows = false;
    size_t to = item->to, from = item->from;
    year_span years = { 0 };

    while (to > from && (tok(item, to - 1)->kind == TOKEN_BREAK ||
                         tok(item, to - 1)->kind == TOKEN_NOTE))
        to--;
    while (from < to && tok(item, from)->kind == TOKEN_BREAK)
        from++;
    if (from == to)
        return true;
    for (size_t i = from; i < to; i++) {
        const token *t = tok(item, i);

        figures = figures || (t->kind == TOKEN_FIGURE &&
                              t->follow != FOLLOW_OF &&
                              t->follow != FOLLOW_COLON);
        ranges = ranges || (t->kind == TOKEN_FIGURE &&
                            (t->follow == FOLLOW_RANGE || i + 1 == to ||
                             t->follow == FOLLOW_STOP));
        arrows = arrows || t->kind == TOKEN_ARROW;
        if (t->kind == TOKEN_YEAR)
            years = t->years; /* the last: 未策定（H26）⇒策定（H28） */
    }
    name = name_of(item, from, to);
    if (arrows)
        name = trim_name(text_cut(item->cell, tok(item, from)->start,
                                  tok(item, to - 1)->end));
    kpi = add_kpi(r);
    if (kpi == NULL)
        return false;
    kpi->name = name;
    kpi->target_years = years;
    kpi->whole = text_trim(text_cut(item->cell, tok(item, from)->start,
                                    tok(item, to - 1)->end));
    kpi->confidence = ranges || r->tokens.bad_number ||
                              glyph_class_before(name, name.length) ==
                                  GLYPH_DIGIT
                          ? CONFIDENCE_NONE
                      : figures || arrows || says_amount(name) || item->doubtful ||
                              name.length == 0
                          ? CONFIDENCE_LOW
                          : CONFIDENCE_HIGH;
    return true;
}

static bool read_item(kpi_reader *r, size_t from, size_t to)
{
    kpi_item item = { .tokens = &r->tokens, .cell = r->cell, .from = from,
                      .to = to };
    pair *pairs;
    size_t count;
    naming n;

    if (from == to)
        return true;
    if (!kpi_item_read(r->memory, &item))
        return false;
    if (item.count == 0)
        return read_milestone(r, &item);
    pairs = arena_array(r->memory, item.count, sizeof(*pairs));
    if (pairs == NULL)
        return false;
    count = find_pairs(&item, pairs);
    share_all_years(&item, pairs, count);
    n = find_naming(&item, pairs, count);
    for (size_t k = 0; k < count; k++) {
        kpi_text *kpi = add_kpi(r);
        text unit;

        if (kpi == NULL)
            return false;
        fill_figures(kpi, &item, &pairs[k], k + 1 == count);
        if (!name_kpi(r, kpi, &item, &n, &pairs[k], k, count))
            return false;
        kpi->whole = whole_of(&item, &pairs[k], k == 0 ? from
                              : first_of(&item, &pairs[k])->text_from);
        unit = kpi->unit.length == 0 ? unit_in_name(kpi->name) : text_of("");
        if (unit.length != 0)
            kpi->unit = unit;
        if (text_find(kpi->name, "累計", 0) != SIZE_MAX)
            kpi->cumulative = true;
    }
    return true;
}

/* The item so far is complete: it has a figure, or ends with its year. */
static bool item_complete(const kpi_reader *r, size_t from, size_t to)
{
    const token *items = r->tokens.items;

    for (size_t i = from; i < to; i++)
        if (items[i].kind == TOKEN_FIGURE && items[i].depth == 0 &&
            items[i].follow != FOLLOW_COLON)
            return true;
    if (to == from)
        return false;
    if (items[to - 1].kind == TOKEN_YEAR)
        return true;
    if (items[to - 1].kind != TOKEN_CLOSE || items[to - 1].partner == SIZE_MAX)
        return false;
    for (size_t i = items[to - 1].partner; i < to; i++)
        if (items[i].kind == TOKEN_YEAR || items[i].kind == TOKEN_FIGURE)
            return true;
    return false;
}

bool kpi_text_parse(arena *a, kpi_text **out, size_t *count, text cell,
                    int context_year)
{
    kpi_reader r = { .memory = a, .cell = cell };
    size_t from = 0;
    bool ok;

    *out = NULL;
    *count = 0;
    if (text_trim(cell).length == 0)
        return true;
    if (!kpi_scan(a, &r.tokens, cell, context_year))
        return false;
    ok = true;
    if (r.tokens.too_long) {
        kpi_text *kpi = add_kpi(&r);

        ok = kpi != NULL;
        if (ok) {
            kpi->whole = text_trim(cell);
            kpi->confidence = CONFIDENCE_NONE;
        }
        from = r.tokens.count;
    }
    for (size_t i = from; i < r.tokens.count && ok; i++) {
        size_t end = i;

        if (r.tokens.items[i].kind != TOKEN_BULLET || i == from)
            continue;
        while (end > from && r.tokens.items[end - 1].kind == TOKEN_BREAK)
            end--;
        if (!item_complete(&r, from, end))
            continue;
        ok = read_item(&r, from, end);
        from = i;
    }
    if (ok && from < r.tokens.count)
        ok = read_item(&r, from, r.tokens.count);
    if (!ok)
        return false;
    *out = r.items;
    *count = r.count;
    return true;
}
