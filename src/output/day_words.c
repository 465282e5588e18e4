#include "output/day_words.h"

#include <string.h>

#include "base/calendar.h"
#include "base/text.h"

enum { DAY_LENGTH = DAY_TEXT_SIZE - 1 };

/* From its first day on; `zero` + n = year n. Newest first. */
static const struct era_start {
    const char *day, *name;
    int zero;
} eras[] = {
    { "2019-05-01", "令和", 2018 },
    { "1989-01-08", "平成", 1988 },
    { "1926-12-25", "昭和", 1925 },
};

static unsigned digits(const char *t, size_t count)
{
    unsigned value = 0;

    for (size_t i = 0; i < count; i++)
        value = value * 10 + (unsigned)(t[i] - '0');
    return value;
}

/* 平成29年6月30日; false before the first era. */
static bool put_era(buf *b, const char *day)
{
    int year = (int)digits(day, 4);

    for (size_t i = 0; i < sizeof(eras) / sizeof(*eras); i++) {
        if (strcmp(day, eras[i].day) < 0)
            continue;
        buf_string(b, eras[i].name);
        if (year - eras[i].zero == 1)
            buf_string(b, "元年");
        else
            buf_printf(b, "%d年", year - eras[i].zero);
        buf_printf(b, "%u月%u日", digits(day + 5, 2), digits(day + 8, 2));
        return true;
    }
    return false;
}

void day_put(buf *b, const char *day, plan_language language)
{
    if (language == LANGUAGE_JA && calendar_day_valid(day) &&
        put_era(b, day))
        buf_printf(b, "(%s)", day);
    else
        buf_string(b, day);
}

void day_put_deadline(buf *b, const char *deadline, plan_language language)
{
    char day[DAY_TEXT_SIZE];
    size_t length = strlen(deadline);

    if (length < DAY_LENGTH + 6 || deadline[DAY_LENGTH] != 'T') {
        day_put(b, deadline, language);
        return;
    }
    memcpy(day, deadline, DAY_LENGTH);
    day[DAY_LENGTH] = '\0';
    day_put(b, day, language);
    buf_printf(b, " %.5s", deadline + DAY_LENGTH + 1);
}

bool day_put_moment(buf *b, const char *moment, int zone_minutes)
{
    char local[MOMENT_TEXT_SIZE];
    int64_t seconds;

    if (!calendar_read_moment(&seconds, moment))
        return false;
    calendar_moment_text(local, seconds + (int64_t)zone_minutes * 60);
    buf_printf(b, "%.10s %.5s", local, local + 11);
    return true;
}
