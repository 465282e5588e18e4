/*
 * format.h - vsnprintf for the few conversions that nearly all texts use
 *
 * Findings and derivations are put together from strings and integers: %s,
 * %.*s, %c, %d, %u, %zu and %% are done here, in a tenth of the time. A
 * format with any other conversion, a width or a flag goes to vsnprintf.
 */
#ifndef KPIBOOK_BASE_FORMAT_H
#define KPIBOOK_BASE_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/*
 * As vsnprintf: writes at most `room` bytes with the NUL, and returns how
 * many there are without it; SIZE_MAX on failure. `out` may be NULL when
 * `room` is 0.
 */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 0)))
#endif
size_t format_bytes(char *out, size_t room, const char *format,
                    va_list args);

#endif
