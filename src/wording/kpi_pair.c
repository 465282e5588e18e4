/*
 * kpi_pair.c - which figures of an item are baseline and target of one KPI
 */
#include "wording/kpi_pair.h"

#include "wording/kpi_name.h"

/* The atom of a pair that is printed first: its text is the name. */
const atom *kpi_pair_first(const kpi_item *item, const kpi_pair *p)
{
    return &item->atoms[p->base == NO_ATOM || p->base > p->target ? p->target
                                                               : p->base];
}

text kpi_pair_unit(const kpi_item *item, const atom *at)
{
    text unit = item_token(item, at->token)->figure.unit;

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
        text unit = kpi_pair_unit(item, l), other = kpi_pair_unit(item, r);

        if (!same_label(kpi_name_before(item, l), kpi_name_before(item, r)))
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

/* Behind `k`, intermediate targets left out. */
static size_t behind_middles(const kpi_item *item, size_t k, size_t to)
{
    for (k++; k < to && item->atoms[k].has_role &&
              item->atoms[k].role == ROLE_MIDDLE; k++)
        continue;
    return k;
}

/* 450人（R9） 基準値 388人（R4）, 450人 ※R4現状値 388人: of one unit, nothing
 * named in between. */
static bool linked_by_baseline(const kpi_item *item, size_t k, size_t other)
{
    const atom *l = &item->atoms[k], *r = &item->atoms[other];

    return !l->has_role && r->has_role && r->role == ROLE_BASELINE &&
           (l->has_years || item_noted(item, l)) &&
           !l->has_inner &&
           text_equal(kpi_pair_unit(item, l), kpi_pair_unit(item, r)) &&
           kpi_name_before(item, r).length == 0;
}

/* 基準値 … 目標値 …, in either order. */
static bool linked_by_roles(const kpi_item *item, size_t k, size_t other)
{
    const atom *l = &item->atoms[k], *r = &item->atoms[other];

    return l->has_role && r->has_role && l->role != r->role &&
           (l->role == ROLE_BASELINE || l->role == ROLE_TARGET) &&
           (r->role == ROLE_BASELINE || r->role == ROLE_TARGET);
}

/* Two figures of one unit without words between, each with a year. */
static bool linked_by_years(const kpi_item *item, size_t k)
{
    const atom *l = &item->atoms[k], *r = &item->atoms[k + 1];
    text unit = kpi_pair_unit(item, l), other = kpi_pair_unit(item, r);

    return l->has_years && r->has_years && l->years.to != 0 &&
           l->years.to < r->years.to &&
           (unit.length == 0 || other.length == 0 ||
            text_equal(unit, other)) &&
           kpi_name_before(item, r).length == 0;
}

/* 15,000千円（R6） ※R1 8,600千円: an earlier year's behind a mark. */
static bool linked_by_note(const kpi_item *item, size_t k)
{
    const atom *l = &item->atoms[k], *r = &item->atoms[k + 1];

    return l->has_years && r->has_years && !r->has_role &&
           r->years.to < l->years.to && item_noted(item, l) &&
           text_equal(kpi_pair_unit(item, l), kpi_pair_unit(item, r)) &&
           kpi_name_before(item, r).length == 0;
}

/* Figures before an arrow's own: each a target, or joined by their roles. */
static size_t single_pairs(const kpi_item *item, kpi_pair *pairs, size_t count,
                           size_t from, size_t to)
{
    for (size_t k = from; k < to; k++) {
        size_t other = behind_middles(item, k, to);

        if (other < to && linked_by_roles(item, k, other)) {
            bool reversed = item->atoms[k].role == ROLE_TARGET;

            pairs[count++] = (kpi_pair){ reversed ? other : k,
                                     reversed ? k : other, other != k + 1 };
            k = other;
        } else if (k + 1 < to && linked_by_baseline(item, k, k + 1)) {
            pairs[count++] = (kpi_pair){ k + 1, k, false };
            k++;
        } else if (k + 1 < to && linked_by_note(item, k)) {
            pairs[count++] = (kpi_pair){ k + 1, k, true };
            k++;
        } else if (k + 1 < to && linked_by_years(item, k)) {
            pairs[count++] = (kpi_pair){ k, k + 1, true };
            k++;
        } else if (item->atoms[k].has_role &&
                   item->atoms[k].role == ROLE_MIDDLE && count != 0) {
            pairs[count - 1].doubtful = true;
        } else {
            pairs[count++] = (kpi_pair){ NO_ATOM, k, false };
        }
    }
    return count;
}

/* A chain 10→15→20 from the last atom before the arrow; returns its end. */
static size_t chain_pair(const kpi_item *item, kpi_pair *made, size_t base)
{
    size_t target = base + 1;
    bool middle = false;

    while (target + 1 < item->count && item->atoms[target + 1].arrow &&
           !item->atoms[target + 1].line && !item->atoms[target].line) {
        target++;
        middle = true;
    }
    *made = (kpi_pair){ base, target, middle };
    return target + 1;
}

size_t kpi_pair_find(const kpi_item *item, kpi_pair *pairs)
{
    size_t count = 0, k = 0;

    while (k < item->count) {
        size_t end = segment_end(item, k), m = end - k;

        if (end == item->count)
            return single_pairs(item, pairs, count, k, end);
        if (m >= 2 && segment_end(item, end) - end >= m &&
            is_parallel(item, k, end, m)) {
            for (size_t i = 0; i < m; i++)
                pairs[count++] = (kpi_pair){ k + i, end + i, false };
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

/* 相談者40人→120人、就職者6人→30人（H30→R6）: both years hold for all. */
static void share_changes(kpi_item *item, const kpi_pair *pairs, size_t count)
{
    for (size_t k = count; k > 1; k--) {
        const kpi_pair *pair = &pairs[k - 2], *behind = &pairs[k - 1];
        const atom *later = &item->atoms[behind->target];
        atom *at = &item->atoms[pair->target];

        if (pair->base == NO_ATOM || behind->base == NO_ATOM ||
            behind->base != pair->target + 1 || !later->has_second ||
            at->has_years || item->atoms[pair->base].has_years ||
            item->atoms[behind->base].line)
            continue;
        at->years = later->years;
        at->second = later->second;
        at->has_years = at->has_second = at->years_behind = true;
    }
}

/* Runs of figures that play the same part: all targets, all baselines. */
void kpi_pair_share_years(kpi_item *item, const kpi_pair *pairs, size_t count)
{
    size_t k = 0;

    while (k < count) {
        size_t end = k + 1;

        while (end < count && (pairs[end].base == NO_ATOM) ==
                                  (pairs[k].base == NO_ATOM) &&
               pairs[end].target == pairs[end - 1].target + 1 &&
               (pairs[k].base == NO_ATOM ||
                pairs[end].base == pairs[end - 1].base + 1))
            end++;
        share_years(item, pairs[k].target, pairs[end - 1].target + 1);
        if (pairs[k].base != NO_ATOM)
            share_years(item, pairs[k].base, pairs[end - 1].base + 1);
        k = end;
    }
    share_changes(item, pairs, count);
}
