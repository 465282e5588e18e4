/*
 * check_wording.c - the wording room against a city's real report
 *
 * Reads every KPI text and actual of data/kitakyushu_h28.json below the
 * folder KPIBOOK_SHARED (default ../shared) and compares what was read with
 * the facts that were transcribed beside them. Names are compared loosely:
 * the data writes some labels in its own way. Without the folder it is
 * skipped (status 0).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "base/buf.h"
#include "wording/fold.h"
#include "wording/kpi_text.h"

typedef struct tally {
    size_t kpis, good, actuals, good_actuals, named;
    bool verbose;
} tally;

static struct json_object *get(struct json_object *o, const char *key)
{
    struct json_object *value = NULL;

    json_object_object_get_ex(o, key, &value);
    return value;
}

static const char *string_of(struct json_object *o, const char *key)
{
    struct json_object *value = get(o, key);

    return value == NULL ? "" : json_object_get_string(value);
}

/* The value as the file writes it, or "" for null. */
static bool same_number(arena *a, bool has, number value,
                        struct json_object *expected)
{
    number wanted;

    if (expected == NULL)
        return !has;
    return has &&
           number_from_decimal(a, &wanted,
                               text_of(json_object_to_json_string(expected)))
           && number_compare(value, wanted) == 0;
}

static bool same_years(year_span got, const char *from, const char *to)
{
    year_span first, last;

    if (*from == '\0' && *to == '\0')
        return got.from == 0 && got.to == 0;
    fiscal_year_parse(&first, text_of(from), 0);
    fiscal_year_parse(&last, text_of(to), 0);
    if (last.from != 0) /* H21～H25 */
        return got.from == last.from && got.to == last.to;
    if (*from == '\0')
        return got.from == 0 && got.to == last.to;
    return got.from == first.to && got.to == (*to == '\0' ? 0 : last.to);
}

static void complain(const char *said, const char *what,
                     const char *name)
{
    printf("differs in %s: %s [%s]\n", what, said, name);
}

/* The label of a KPI of several: behind the last ： or in the last （）. */
static bool names_match(arena *a, const char *expected, text got)
{
    static const char *const drop[] = { "（", "）", "(", ")", "：", ":" };
    text left, right;
    char *copy = arena_strdup(a, expected);

    for (size_t i = 0; copy != NULL && i < 6; i++) {
        char *hit;

        while ((hit = strstr(copy, drop[i])) != NULL)
            memmove(hit, hit + strlen(drop[i]), strlen(hit + strlen(drop[i]))
                                                    + 1);
    }
    if (copy == NULL || !fold_key(a, &left, text_of(copy)))
        return false;
    copy = arena_strndup(a, got.bytes, got.length);
    for (size_t i = 0; copy != NULL && i < 6; i++) {
        char *hit;

        while ((hit = strstr(copy, drop[i])) != NULL)
            memmove(hit, hit + strlen(drop[i]), strlen(hit + strlen(drop[i]))
                                                    + 1);
    }
    return copy != NULL && fold_key(a, &right, text_of(copy)) &&
           text_equal(left, right);
}

/* Which of the parsed KPIs the data means: by name, else the n-th. */
static size_t find_kpi(arena *a, const kpi_text *kpis, size_t count,
                       const char *name, struct json_object *target,
                       const char *unit)
{
    for (size_t i = 0; i < count; i++)
        if (names_match(a, name, kpis[i].name))
            return i;
    for (size_t i = 0; i < count; i++)
        if (text_is(kpis[i].unit, unit) &&
            same_number(a, kpis[i].has_target, kpis[i].target.value, target))
            return i;
    return 0;
}

static bool compare_kpi(arena *a, const kpi_text *kpi, struct json_object *o)
{
    const char *said = string_of(o, "target_text");
    const char *name = string_of(o, "name");
    const char *period = string_of(o, "period_from");
    bool good = true;
    struct json_object *target = get(o, "target");

#define WANT(condition, what) \
    if (!(condition)) { complain(said, what, name); good = false; }
    WANT(same_number(a, kpi->has_target, kpi->target.value, target), "target")
    WANT(same_number(a, kpi->has_baseline, kpi->baseline.value,
                     get(o, "baseline")), "baseline")
    WANT(same_years(kpi->baseline_years, "", string_of(o, "baseline_year")),
         "baseline year")
    WANT(same_years(kpi->target_years, period,
                    *period == '\0' ? string_of(o, "target_year")
                                    : string_of(o, "period_to")),
         "target year")
    WANT(target == NULL || text_is(kpi->unit, string_of(o, "unit")), "unit")
    WANT(kpi->per_year == json_object_get_boolean(get(o, "per_year")),
         "per year")
    WANT(kpi->cumulative ==
             json_object_get_boolean(get(o, "printed_cumulative")),
         "cumulative")
    WANT(text_is(kpi->target.qualifier, string_of(o, "target_qualifier")),
         "qualifier")
    WANT(kpi->confidence != CONFIDENCE_NONE, "confidence")
#undef WANT
    return good;
}

static bool compare_actual(arena *a, const kpi_text *kpis, size_t count,
                           size_t which, struct json_object *o)
{
    actual_text *actuals;
    size_t actual_count, *pairs = arena_array(a, count + 1, sizeof(*pairs));
    const char *said = string_of(o, "text");
    struct json_object *value = get(o, "value");
    const actual_text *got;
    number shown = NUMBER_ZERO;

    if (pairs == NULL ||
        !actual_text_parse(a, &actuals, &actual_count, text_of(said)))
        return false;
    actual_text_pair(pairs, kpis, count, actuals, actual_count);
    if (pairs[which] == SIZE_MAX) {
        complain(said, "pairing", "");
        return false;
    }
    got = &actuals[pairs[which]];
    shown = got->figure.value;
    if (got->has_increase && text_is(kpis[which].target.qualifier, "増"))
        shown = got->increase.value;
    if (!same_number(a, got->has_value, shown, value)) {
        complain(said, "actual", "");
        return false;
    }
    if (got->figure.cumulative !=
        json_object_get_boolean(get(o, "cumulative"))) {
        complain(said, "cumulative", "");
        return false;
    }
    return true;
}

static void check_kpi(tally *t, struct json_object *o)
{
    const char *said = string_of(o, "target_text");
    struct json_object *actuals = get(o, "actuals");
    kpi_text *kpis;
    size_t count, which;
    arena a;

    arena_init(&a, 0);
    t->kpis++;
    if (!kpi_text_parse(&a, &kpis, &count, text_of(said), 2019) ||
        count == 0) {
        complain(said, "everything", "");
        arena_free(&a);
        return;
    }
    which = find_kpi(&a, kpis, count, string_of(o, "name"), get(o, "target"),
                     string_of(o, "unit"));
    t->good += compare_kpi(&a, &kpis[which], o);
    if (names_match(&a, string_of(o, "name"), kpis[which].name))
        t->named++;
    else if (t->verbose)
        printf("name: %s | %.*s\n", string_of(o, "name"),
               (int)kpis[which].name.length, kpis[which].name.bytes);
    if (t->verbose && kpis[which].confidence != CONFIDENCE_HIGH)
        printf("low: %s\n", said);
    for (size_t i = 0; i < json_object_array_length(actuals); i++) {
        t->actuals++;
        t->good_actuals += compare_actual(&a, kpis, count, which,
                                          json_object_array_get_idx(actuals,
                                                                    i));
    }
    arena_free(&a);
}

/* Every KPI below `o`; the data nests a dozen levels. */
static void walk(tally *t, struct json_object *o, int depth)
{
    if (depth > 32)
        return;
    if (json_object_is_type(o, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(o); i++)
            walk(t, json_object_array_get_idx(o, i), depth + 1);
    } else if (json_object_is_type(o, json_type_object)) {
        if (get(o, "target_text") != NULL)
            check_kpi(t, o);
        json_object_object_foreach(o, key, value) {
            (void)key;
            walk(t, value, depth + 1);
        }
    }
}

int main(int argc, char **argv)
{
    const char *shared = getenv("KPIBOOK_SHARED");
    struct json_object *data;
    tally t = { .verbose = argc > 1 && strcmp(argv[1], "-v") == 0 };
    buf path;

    buf_init(&path);
    buf_printf(&path, "%s/data/kitakyushu_h28.json",
               shared == NULL ? "../shared" : shared);
    data = json_object_from_file(buf_cstr(&path));
    if (data == NULL) {
        printf("skipped: no %s\n", buf_cstr(&path));
        buf_free(&path);
        return 0;
    }
    walk(&t, data, 0);
    printf("KPIs: %zu of %zu as in the data, %zu names alike; "
           "actuals: %zu of %zu\n", t.good, t.kpis, t.named, t.good_actuals,
           t.actuals);
    json_object_put(data);
    buf_free(&path);
    return t.kpis != 0 && t.good == t.kpis && t.good_actuals == t.actuals
               ? 0 : 1;
}
