/*
 * check_logic.c - figures of one KPI that contradict each other
 */
#include "check/check_parts.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/units.h"

enum { JUMP_TIMES = 10, SMALL = 100 };

static const char *baseline_unit(const kpi *k)
{
    return k->baseline.unit[0] != '\0' ? k->baseline.unit : k->unit;
}

static const char *baseline_text(checker *c, const kpi *k)
{
    return check_figure(c, k->baseline.value.value, baseline_unit(k));
}

static const char *actual_unit(const kpi *k, const actual *a)
{
    return a->unit[0] != '\0' ? a->unit : k->unit;
}

/* Small counts jump by themselves: 2 to 20. */
static bool both_small(checker *c, number x, number y)
{
    number bound = calc_int(&c->calc, SMALL);

    return number_compare(x, bound) < 0 && number_compare(y, bound) < 0;
}

/* ---- Year after year ----------------------------------------------------- */

/* The newest known actual before the one at `index`, or NULL. */
static const actual *known_before(const kpi *k, size_t index)
{
    const actual *found = NULL;

    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a->value.known && a->fiscal_year != 0 &&
            a->fiscal_year < k->actuals[index].fiscal_year &&
            (found == NULL || a->fiscal_year > found->fiscal_year))
            found = a;
    }
    return found;
}

static void report_pair(checker *c, const project *p, const kpi *k,
                        const char *id, const actual *a,
                        const actual *before, const char *meant)
{
    check_report(c, p, k, &(report){
        id, a->where, check_actual_text(c, a),
        { check_int(c, a->fiscal_year), check_int(c, before->fiscal_year),
          check_actual_text(c, before), meant } });
}

static bool is_target(const kpi *k, number x)
{
    return k->target.value.known &&
           number_compare(k->target.value.value, x) == 0;
}

/* Yearly figures: a jump, one that is a slip of digits, a copy of last
 * year's. */
static void compare_years(checker *c, const project *p, const kpi *k,
                          const actual *a, const actual *before)
{
    number old;

    if (!check_comparable(c, &old, before->value.value,
                          actual_unit(k, before), actual_unit(k, a)) ||
        both_small(c, a->value.value, old))
        return;
    if (check_apart(c, a->value.value, old, JUMP_TIMES)) {
        if (check_slip(c, a->value.value, old) != 0)
            report_pair(c, p, k, "digit-slip", a, before,
                        check_figure(c, old, actual_unit(k, a)));
        else
            report_pair(c, p, k, "actual-jump", a, before, NULL);
    } else if (number_compare(a->value.value, old) == 0 &&
               !is_target(k, old)) {
        report_pair(c, p, k, "actual-unchanged", a, before, NULL);
    }
}

/* A running total never falls, not even below one of its years. */
static bool has_fallen(checker *c, const kpi *k, const actual *a,
                       const actual *before)
{
    number old;

    if (k->target.from != 0 && before->fiscal_year < k->target.from)
        return false;
    return check_comparable(c, &old, before->value.value,
                            actual_unit(k, before), actual_unit(k, a)) &&
           number_compare(a->value.value, old) < 0;
}

static void years(checker *c, const project *p, const kpi *k)
{
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        const actual *before;

        if (!a->value.known || a->total.known)
            continue;
        before = known_before(k, i);
        if (before == NULL)
            continue;
        if (!a->cumulative && !before->cumulative)
            compare_years(c, p, k, a, before);
        else if (a->cumulative && has_fallen(c, k, a, before))
            report_pair(c, p, k, "cumulative-falls", a, before, NULL);
    }
}

static void actual_before_period(checker *c, const project *p, const kpi *k)
{
    const target *t = &k->target;

    if (t->from == 0 || t->per_year)
        return;
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (!a->value.known || a->fiscal_year == 0 ||
            a->fiscal_year >= t->from || number_sign(a->value.value) == 0 ||
            (k->baseline.fiscal_year == a->fiscal_year && !a->cumulative))
            continue;
        check_report(c, p, k, &(report){
            "actual-before-period", a->where, check_actual_text(c, a),
            { check_int(c, a->fiscal_year), check_int(c, t->from) } });
    }
}

/* ---- The baseline -------------------------------------------------------- */

/* 50人増: the target is a change, the baseline a level. */
static bool is_change(checker *c, const kpi *k)
{
    static const char *const changes[] = { "増", "減", NULL };

    return check_holds(text_of(check_key(c, k->target.qualifier)), changes);
}

static const actual *first_known(const kpi *k)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known && k->actuals[i].fiscal_year != 0)
            return &k->actuals[i];
    return NULL;
}

static void report_baseline(checker *c, const project *p, const kpi *k,
                            const char *id, const actual *a)
{
    check_report(c, p, k, &(report){
        id, k->baseline.where, baseline_text(c, k),
        { check_int(c, a->fiscal_year), check_actual_text(c, a) } });
}

static void baseline_against_actuals(checker *c, const project *p,
                                     const kpi *k)
{
    const baseline *b = &k->baseline;
    const actual *same, *first = first_known(k);
    number other;

    if (!b->value.known || is_change(c, k))
        return;
    same = b->from == 0 && b->fiscal_year != 0
        ? kpi_actual(k, b->fiscal_year) : NULL;
    if (same != NULL && same->value.known &&
        same->calendar_year == b->calendar_year) {
        if (check_comparable(c, &other, same->value.value,
                             actual_unit(k, same), baseline_unit(k)) &&
            number_compare(other, b->value.value) != 0)
            report_baseline(c, p, k, "baseline-differs-from-actual", same);
        return;
    }
    if (first == NULL || first->cumulative || first->total.known ||
        !check_comparable(c, &other, first->value.value,
                          actual_unit(k, first), baseline_unit(k)))
        return;
    if (!both_small(c, other, b->value.value) &&
        check_apart(c, other, b->value.value, JUMP_TIMES))
        report_baseline(c, p, k, "baseline-unlike-actual", first);
}

static void direction(checker *c, const project *p, const kpi *k)
{
    static const char *const at_most[] = { "以下", "以内", "未満", NULL };
    static const char *const at_least[] = { "以上", "超", NULL };
    bool up, down;
    number from;
    text words;
    int order;

    if (!k->baseline.value.known || !k->target.value.known ||
        k->target.from != 0 || k->target.per_year || k->target.cumulative)
        return;
    words = text_of(check_key(c, k->target.qualifier));
    up = check_holds(words, at_least) || k->direction == DIRECTION_UP;
    down = check_holds(words, at_most) || k->direction == DIRECTION_DOWN ||
           units_is_rank(text_of(k->unit));
    if (down == up || !check_comparable(c, &from, k->baseline.value.value,
                                        baseline_unit(k), k->unit))
        return;
    order = number_compare(k->target.value.value, from);
    if ((down && order > 0) || (up && order < 0))
        check_report(c, p, k, &(report){
            "direction-contradicts", k->target.where,
            check_figure(c, k->target.value.value, k->unit),
            { baseline_text(c, k), words.length > 0 ? k->target.qualifier
                                                    : down ? "↓" : "↑" } });
}

/* ---- Units --------------------------------------------------------------- */

/* False where there is nothing to say: a unit is missing or the same. */
static bool relate(checker *c, units_relation *relation, const char *from,
                   const char *to)
{
    number factor;

    if (from == to || from[0] == '\0' || to[0] == '\0' ||
        strcmp(from, to) == 0)
        return false;
    if (!units_relate(&c->work, relation, &factor, text_of(from),
                      text_of(to))) {
        c->failed = true;
        return false;
    }
    return true;
}

static const char *unit_rule(const checker *c, const actual *a,
                             units_relation relation)
{
    bool reported = a->fiscal_year == c->year;

    if (relation == UNITS_CONVERTED)
        return reported ? "unit-scale-differs" : NULL;
    /* assessing reports those of the reported year */
    if (relation == UNITS_COUNTERS || relation == UNITS_INCOMPATIBLE)
        return reported ? NULL : "unit-differs";
    return NULL;
}

static void units(checker *c, const project *p, const kpi *k)
{
    units_relation relation;

    if (k->baseline.value.known &&
        relate(c, &relation, k->baseline.unit, k->unit) &&
        (relation == UNITS_COUNTERS || relation == UNITS_INCOMPATIBLE))
        check_report(c, p, k, &(report){
            "baseline-unit-differs", k->baseline.where, baseline_text(c, k),
            { k->baseline.unit, k->unit } });
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        const char *id;

        if (!a->value.known || !relate(c, &relation, a->unit, k->unit))
            continue;
        id = unit_rule(c, a, relation);
        if (id != NULL)
            check_report(c, p, k, &(report){ id, a->where, a->unit,
                                             { a->unit, k->unit } });
    }
}

/* What a name's end says is counted; the longest end first. */
static const struct name_end {
    text end;
    const char *units[7]; /* a unit may end with any of these */
    const char *shown;
} name_ends[] = {
    { TEXT_WORD("事業者数"), { "社", "者", "件", "事業者", "事業", "人" }, "社" },
    { TEXT_WORD("企業数"), { "社", "企業", "件", "者" }, "社" },
    { TEXT_WORD("世帯数"), { "世帯", "戸" }, "世帯" },
    { TEXT_WORD("団体数"), { "団体", "件" }, "団体" },
    { TEXT_WORD("店舗数"), { "店", "店舗", "件" }, "店舗" },
    { TEXT_WORD("件数"), { "件" }, "件" },
    { TEXT_WORD("人数"), { "人", "名", "人日", "人泊" }, "人" },
    { TEXT_WORD("者数"), { "人", "名", "者", "人日", "人泊", "社" }, "人" },
    { TEXT_WORD("社数"), { "社" }, "社" },
    { TEXT_WORD("回数"), { "回", "度" }, "回" },
    { TEXT_WORD("台数"), { "台" }, "台" },
    { TEXT_WORD("戸数"), { "戸", "世帯" }, "戸" },
    { TEXT_WORD("校数"), { "校" }, "校" },
    { TEXT_WORD("日数"), { "日" }, "日" },
    { TEXT_WORD("割合"), { "%", "割", "ポイント" }, "%" },
};

/* Whether a KPI with such a name may have the unit; any when it has none.
 * 回/日 counts 回. */
static bool unit_fits(const struct name_end *e, text unit)
{
    size_t per = text_find(unit, "/", 0);

    if (unit.length == 0)
        return true;
    if (per != SIZE_MAX && per > 0)
        unit = text_cut(unit, 0, per);
    for (size_t i = 0; e->units[i] != NULL; i++)
        if (text_ends(unit, e->units[i]))
            return true;
    return false;
}

static void name_unit(checker *c, const project *p, const kpi *k)
{
    text typed = text_of(k->name), name;

    if (text_find(typed, "数", 0) == SIZE_MAX &&
        text_find(typed, "割合", 0) == SIZE_MAX)
        return;
    if (!fold_bare(&c->work, &name, text_of(k->name))) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < sizeof(name_ends) / sizeof(*name_ends); i++) {
        if (text_ending(name, &name_ends[i].end, 1) == 0)
            continue;
        if (!unit_fits(&name_ends[i], text_of(check_key(c, k->unit))))
            check_report(c, p, k, &(report){
                "name-unit-differs", k->where, k->name,
                { k->unit, name_ends[i].shown } });
        return;
    }
}

void check_logic(checker *c)
{
    static const kpi_check of_kpi[] = {
        years, actual_before_period, baseline_against_actuals, direction,
        units, name_unit,
    };

    check_kpis(c, of_kpi, sizeof(of_kpi) / sizeof(*of_kpi));
}
