/*
 * calendar.h - days and moments of the Gregorian calendar, in integers
 *
 * Day 0 is 1970-01-01; moments are seconds since then, UTC. Years 1 to 9999.
 */
#ifndef KPIBOOK_BASE_CALENDAR_H
#define KPIBOOK_BASE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

enum { DAY_TEXT_SIZE = 11, MOMENT_TEXT_SIZE = 21 };

int64_t calendar_days(int64_t year, int64_t month, int64_t day);
void calendar_date(int64_t days, int64_t *year, int64_t *month, int64_t *day);
/* Days of a month, 28 to 31. */
int64_t calendar_month_length(int64_t year, int64_t month);
/* True for a day that exists, written YYYY-MM-DD. */
bool calendar_day_valid(const char *day);
/* YYYY-MM-DD of a moment, in a zone that many minutes east of UTC. */
void calendar_day_text(char out[DAY_TEXT_SIZE], int64_t seconds,
                       int zone_minutes);
/* YYYY-MM-DDTHH:MM:SSZ */
void calendar_moment_text(char out[MOMENT_TEXT_SIZE], int64_t seconds);
/*
 * W3CDTF as docProps has it: 2017-06-01, 2017-06-01T09:30:00Z, fractions of
 * seconds (cut off), +09:00. Without a zone it is UTC. False for anything
 * else.
 */
bool calendar_read_moment(int64_t *seconds, const char *moment);

#endif
