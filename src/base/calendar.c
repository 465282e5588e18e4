#include "base/calendar.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { DAY_SECONDS = 86400, ERA_DAYS = 146097, EPOCH_SHIFT = 719468 };

/* Counted from 1 March of year 0, so that a leap day ends its year. */
int64_t calendar_days(int64_t year, int64_t month, int64_t day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 +
                          day - 1;

    return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 -
           year_of_era / 100 + day_of_year - EPOCH_SHIFT;
}

void calendar_date(int64_t days, int64_t *year, int64_t *month, int64_t *day)
{
    int64_t z = days + EPOCH_SHIFT;
    int64_t era = (z >= 0 ? z : z - (ERA_DAYS - 1)) / ERA_DAYS;
    int64_t of_era = z - era * ERA_DAYS;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
                365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153;

    *day = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = y + era * 400 + (*month <= 2 ? 1 : 0);
}

int64_t calendar_month_length(int64_t year, int64_t month)
{
    int64_t next_year = month == 12 ? year + 1 : year;

    return calendar_days(next_year, month % 12 + 1, 1) -
           calendar_days(year, month, 1);
}

static bool take(int64_t *out, const char **at, size_t digits, char before)
{
    const char *s = *at;

    if (before != '\0' && *s++ != before)
        return false;
    *out = 0;
    for (size_t i = 0; i < digits; i++, s++) {
        if (!ascii_is_digit(*s))
            return false;
        *out = *out * 10 + (*s - '0');
    }
    *at = s;
    return true;
}

static bool take_day(int64_t *days, const char **at)
{
    int64_t year, month, day;

    if (!take(&year, at, 4, '\0') || !take(&month, at, 2, '-') ||
        !take(&day, at, 2, '-') || year < 1 || month < 1 || month > 12 ||
        day < 1 || day > calendar_month_length(year, month))
        return false;
    *days = calendar_days(year, month, day);
    return true;
}

bool calendar_day_valid(const char *day)
{
    int64_t days;

    return take_day(&days, &day) && *day == '\0';
}

void calendar_day_text(char out[DAY_TEXT_SIZE], int64_t seconds,
                       int zone_minutes)
{
    char moment[MOMENT_TEXT_SIZE];

    calendar_moment_text(moment, seconds + (int64_t)zone_minutes * 60);
    memcpy(out, moment, DAY_TEXT_SIZE - 1);
    out[DAY_TEXT_SIZE - 1] = '\0';
}

void calendar_moment_text(char out[MOMENT_TEXT_SIZE], int64_t seconds)
{
    int64_t days = seconds / DAY_SECONDS, rest = seconds % DAY_SECONDS;
    int64_t year, month, day;

    if (rest < 0) {
        days--;
        rest += DAY_SECONDS;
    }
    calendar_date(days, &year, &month, &day);
    if (year < 1 || year > 9999) {
        snprintf(out, MOMENT_TEXT_SIZE, "1970-01-01T00:00:00Z");
        return;
    }
    snprintf(out, MOMENT_TEXT_SIZE, "%04u-%02u-%02uT%02u:%02u:%02uZ",
             (unsigned)year % 10000, (unsigned)month % 100,
             (unsigned)day % 100, (unsigned)(rest / 3600) % 100,
             (unsigned)(rest / 60 % 60), (unsigned)(rest % 60));
}

static bool take_zone(int64_t *minutes, const char **at)
{
    int64_t hour, minute;
    bool west = **at == '-';

    *minutes = 0;
    if (**at == 'Z') {
        (*at)++;
        return true;
    }
    if (**at != '+' && **at != '-')
        return true;
    (*at)++;
    if (!take(&hour, at, 2, '\0') || !take(&minute, at, 2, ':'))
        return false;
    *minutes = (west ? -1 : 1) * (hour * 60 + minute);
    return true;
}

bool calendar_read_moment(int64_t *seconds, const char *moment)
{
    int64_t days, hour = 0, minute = 0, second = 0, zone = 0;

    if (!take_day(&days, &moment))
        return false;
    if (*moment == 'T') {
        if (!take(&hour, &moment, 2, 'T') || !take(&minute, &moment, 2, ':'))
            return false;
        if (*moment == ':' && !take(&second, &moment, 2, ':'))
            return false;
        if (*moment == '.') {
            moment++;
            moment += strspn(moment, "0123456789");
        }
        if (!take_zone(&zone, &moment))
            return false;
    }
    if (*moment != '\0' || hour > 24 || minute > 59 || second > 60)
        return false;
    *seconds = days * DAY_SECONDS + hour * 3600 + minute * 60 + second -
               zone * 60;
    return true;
}
