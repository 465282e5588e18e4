/*
 * yaml_text.c - lines of a YAML text, and what no plan may hold
 */
#include "plan/yaml_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "plan/yaml_tree.h"

kpi_status yaml_fail(kpi_error *err, const char *file, unsigned line,
                     unsigned column, const char *format, ...)
{
    char message[1024];
    va_list args;

    va_start(args, format);
    if (vsnprintf(message, sizeof(message), format, args) < 0)
        message[0] = '\0';
    va_end(args);
    kpi_fail(err, KPI_E_PLAN, NULL, file, "%s", message);
    if (err != NULL) {
        err->line = line;
        err->column = column;
    }
    return KPI_E_PLAN;
}

/* Behind the line break at `at`, or `at` when none stands there. */
static size_t skip_break(text t, size_t at)
{
    if (at + 1 < t.length && t.bytes[at] == '\r' && t.bytes[at + 1] == '\n')
        return at + 2;
    if (at < t.length && (t.bytes[at] == '\n' || t.bytes[at] == '\r'))
        return at + 1;
    return at;
}

static text line_text(text t, unsigned line)
{
    size_t start = 0, end = 0;

    for (unsigned number = 1; end < t.length; number++) {
        for (start = end; end < t.length; end++)
            if (t.bytes[end] == '\n' || t.bytes[end] == '\r')
                break;
        if (number == line)
            break;
        end = skip_break(t, end);
    }
    return text_cut(t, start, end);
}

unsigned yaml_line(text t, size_t place)
{
    unsigned line = 1;

    for (size_t at = 0; at < place;) {
        size_t behind = skip_break(t, at);

        line += behind > at;
        at = behind > at ? behind : at + 1;
    }
    return line;
}

/* The first line that is no UTF-8. */
static unsigned first_bad_line(text t)
{
    size_t start = 0;

    for (size_t i = 0; i <= t.length; i++) {
        if (i < t.length && t.bytes[i] != '\n')
            continue;
        if (!utf8_valid(text_cut(t, start, i)))
            return yaml_line(t, start);
        start = i + 1;
    }
    return 1;
}

kpi_status yaml_check_text(text t, const char *file, kpi_error *err)
{
    const char *nul;

    if (t.length > YAML_MAX_BYTES)
        return yaml_fail(err, file, 0, 0,
                         "the plan has more than %d bytes", YAML_MAX_BYTES);
    if (text_starts(t, "\xff\xfe") || text_starts(t, "\xfe\xff"))
        return yaml_fail(err, file, 1, 1,
                         "the plan is UTF-16; save it as UTF-8");
    if (text_starts(t, "PK\x03\x04"))
        return yaml_fail(err, file, 1, 1, "the plan is a workbook or "
                         "another zip file; a plan is a text file (.yaml)");
    if (!utf8_valid(t))
        return yaml_fail(err, file, first_bad_line(t), 1,
                         "the plan is not UTF-8 (perhaps Shift_JIS); save it "
                         "as UTF-8");
    nul = memchr(t.bytes, '\0', t.length);
    if (nul != NULL)
        return yaml_fail(err, file, yaml_line(t, (size_t)(nul - t.bytes)), 1,
                         "a NUL byte stands in the plan; a plan is plain "
                         "text in UTF-8");
    return KPI_OK;
}

/* What Japanese input and other editors leave in a line that YAML refuses. */
static const struct {
    const char *sign, *hint;
} slips[] = {
    { "\t", "a tab stands in the line; indent with spaces" },
    { "\xEF\xBC\x9A", "a full-width colon \xEF\xBC\x9A stands in the line; "
                      "write `key: value` with : and a space" },
    { "\xE3\x80\x80", "a full-width space stands in the line; "
                      "write ASCII spaces" },
    { "\xE2\x80\x9C", "curly quotes stand in the line; write \"...\"" },
    { ":", "if a value holds `: `, ` #` or begins with one of "
           "[ ] { } * & ! | > % @ put it in \"...\"" },
};

const char *yaml_slip(text t, unsigned number_of_line)
{
    text line = line_text(t, number_of_line);

    for (size_t i = 0; i < sizeof(slips) / sizeof(*slips); i++)
        if (text_find(line, slips[i].sign, 0) != SIZE_MAX)
            return slips[i].hint;
    return NULL;
}
