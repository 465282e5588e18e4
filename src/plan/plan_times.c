/*
 * plan_times.c - the values of a plan: fiscal years, days, hours, zones
 */
#include <string.h>

#include "base/calendar.h"
#include "plan/plan_read.h"
#include "wording/fiscal_year.h"

enum { FIRST_YEAR = 1868, LAST_YEAR = 2199, MAX_ZONE_MINUTES = 14 * 60 };

static void store_int(void *base, const plan_key *key, int value)
{
    plan_store(base, key->field, &value, sizeof(value));
}

static bool year_is_sane(int year)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* 2016 alone is a year in a plan, though not in a workbook's text. */
static bool year_span_at(plan_reader *r, const yaml_node *node,
                         year_span *out)
{
    text t = plan_narrow(r, node);
    size_t year;

    *out = (year_span){ 0 };
    if (t.length == 4 && text_to_size(t, &year)) {
        out->to = (int)year;
        return year_is_sane(out->to);
    }
    return t.length > 0 && fiscal_year_parse(out, t, 0) && !out->calendar &&
           !out->open && !out->until && !out->mean && year_is_sane(out->to);
}

kpi_status plan_read_year(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base)
{
    year_span span;

    if (!year_span_at(r, node, &span) || span.from != 0)
        return plan_unexpected(r, key, node,
                               "a fiscal year (H28, R2, 2016)");
    store_int(base, key, span.to);
    return KPI_OK;
}

kpi_status plan_period(plan_reader *r, void *item, const yaml_node *node)
{
    year_span span;
    plan *p = item;

    if (!year_span_at(r, node, &span) || span.from == 0)
        return plan_fail(r, node, "period: found %s, expected two fiscal "
                         "years, for example period: {from: H27, to: H31}",
                         plan_quote(r, node));
    p->from = span.from;
    p->to = span.to;
    return KPI_OK;
}

/* Reads up to `most` digits at *at and moves behind them. */
static bool take_digits(text t, size_t *at, size_t most, int *out)
{
    size_t start = *at, value = 0;

    while (*at < t.length && *at - start < most && ascii_is_digit(t.bytes[*at]))
        ++*at;
    if (!text_to_size(text_cut(t, start, *at), &value))
        return false;
    *out = (int)value;
    return *at > start;
}

static bool take_char(text t, size_t *at, const char *any)
{
    if (*at >= t.length || strchr(any, t.bytes[*at]) == NULL ||
        t.bytes[*at] == '\0')
        return false;
    ++*at;
    return true;
}

typedef struct moment {
    int year, month, day, hour, minute, second;
    bool has_time;
} moment;

/* 2017-06-30 or 2017/6/30, a day that exists. */
static bool take_day(text t, size_t *at, moment *m)
{
    return take_digits(t, at, 4, &m->year) && take_char(t, at, "-/") &&
           take_digits(t, at, 2, &m->month) && take_char(t, at, "-/") &&
           take_digits(t, at, 2, &m->day) && year_is_sane(m->year) &&
           m->month >= 1 && m->month <= 12 && m->day >= 1 &&
           m->day <= calendar_month_length(m->year, m->month);
}

/* " 17:00", "T17:00:30", or nothing. */
static bool take_hour(text t, size_t *at, moment *m)
{
    m->has_time = *at < t.length;
    if (!m->has_time)
        return true;
    if (!take_char(t, at, "T ") || !take_digits(t, at, 2, &m->hour) ||
        !take_char(t, at, ":") || !take_digits(t, at, 2, &m->minute))
        return false;
    if (*at < t.length &&
        (!take_char(t, at, ":") || !take_digits(t, at, 2, &m->second)))
        return false;
    return m->hour < 24 && m->minute < 60 && m->second < 60;
}

static kpi_status store_printed(plan_reader *r, void *base,
                                const plan_key *key, const char *printed)
{
    if (printed == NULL)
        return kpi_fail_nomem(r->err);
    return plan_store_text(r, base, key, text_of(printed));
}

kpi_status plan_read_date(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base)
{
    text t = plan_narrow(r, node);
    moment m = { 0 };
    size_t at = 0;

    if (!take_day(t, &at, &m) || at != t.length)
        return plan_unexpected(r, key, node, "a day that exists");
    return store_printed(r, base, key,
                         arena_printf(r->scratch, "%04d-%02d-%02d", m.year,
                                      m.month, m.day));
}

/* A day alone lasts to its end. */
kpi_status plan_read_time(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base)
{
    text t = plan_narrow(r, node);
    moment m = { 0 };
    size_t at = 0;

    if (!take_day(t, &at, &m) || !take_hour(t, &at, &m) || at != t.length)
        return plan_unexpected(r, key, node,
                               "a day that exists and an hour to 23:59");
    if (!m.has_time) {
        m.hour = 23;
        m.minute = m.second = 59;
    }
    return store_printed(r, base, key,
                         arena_printf(r->scratch,
                                      "%04d-%02d-%02dT%02d:%02d:%02d",
                                      m.year, m.month, m.day, m.hour,
                                      m.minute, m.second));
}

static const struct {
    const char *name;
    int minutes;
} zones[] = {
    { "Asia/Tokyo", 540 }, { "Japan", 540 }, { "JST", 540 }, { "UTC", 0 },
    { "Z", 0 },
};

kpi_status plan_read_zone(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base)
{
    text t = plan_narrow(r, node);
    size_t at = 1;
    int hours = 0, minutes = 0;

    for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++)
        if (text_is(t, zones[i].name)) {
            store_int(base, key, zones[i].minutes);
            return KPI_OK;
        }
    if ((!text_starts(t, "+") && !text_starts(t, "-")) ||
        !take_digits(t, &at, 2, &hours) || !take_char(t, &at, ":") ||
        !take_digits(t, &at, 2, &minutes) || at != t.length ||
        minutes >= 60 || hours * 60 + minutes > MAX_ZONE_MINUTES)
        return plan_unexpected(r, key, node,
                               "Asia/Tokyo, UTC or an offset like +09:00");
    minutes += hours * 60;
    store_int(base, key, t.bytes[0] == '-' ? -minutes : minutes);
    return KPI_OK;
}
