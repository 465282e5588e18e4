/*
 * serial_date.h - serial numbers and ISO 8601 (ECMA-376 Part 1, 18.17.4)
 *
 * In the 1900 system day 1 is 1900-01-01, and day 60 the 29th of February
 * 1900, which never was (a bug of Lotus 1-2-3 that Excel keeps): serials
 * below 60 count from 1899-12-31, above from 1899-12-30, and 60 itself is no
 * date here. In the 1904 system day 0 is 1904-01-01.
 *
 * All arithmetic is on decimals and integers. A time is shown to the nearest
 * second (half up): stored fractions carry a noise of about 1e-11 days.
 */
#ifndef KPIBOOK_XLSX_SERIAL_DATE_H
#define KPIBOOK_XLSX_SERIAL_DATE_H

#include "base/buf.h"
#include "xlsx/number_format.h"

/*
 * The ISO text of the stored decimal `serial` as a cell of `format` shows
 * it: "2020-04-01", "2020-04-01T12:30:00", "12:30:00" below one day,
 * "PT26H30M0S" for a duration. False when the format is none of a date, or
 * the serial is outside 0 to 9999-12-31.
 */
bool serial_to_iso(buf *out, text serial, number_format format,
                   bool date1904);

enum { SERIAL_TEXT_SIZE = 48 };

/*
 * The serial of ISO 8601 text: a date, a date and time ('T' or a space
 * between), a time, or a duration of days and smaller (PT0H11M0.000S). A
 * zone at the end is passed over: the cell shows local time. The exact
 * quotient is cut behind 20 decimals. False for anything else.
 */
bool serial_from_iso(char out[SERIAL_TEXT_SIZE], text iso, bool date1904);

#endif
