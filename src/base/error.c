/*
 * error.c - how an operation fails: a status, and one description of the cause
 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const char *const status_text[] = {
    [KPI_OK] = "success",
    [KPI_E_NOMEM] = "out of memory",
    [KPI_E_INPUT] = "the input cannot be read",
    [KPI_E_LIMIT] = "the input exceeds a limit",
    [KPI_E_PLAN] = "the plan is wrong",
    [KPI_E_USAGE] = "wrong argument",
    [KPI_E_OUTPUT] = "the output could not be written",
};

const char *kpi_status_text(kpi_status status)
{
    size_t index = (size_t)status;

    if (index >= sizeof(status_text) / sizeof(*status_text))
        return "unknown status";
    return status_text[index];
}

static void copy_cut(char *out, size_t size, const char *string)
{
    text t = text_of(string);
    size_t length = t.length < size ? t.length : utf8_floor(t, size - 1);

    memcpy(out, t.bytes, length);
    out[length] = '\0';
}

kpi_status kpi_fail(kpi_error *err, kpi_status status, const char *rule,
                    const char *source, const char *format, ...)
{
    char message[1024];
    va_list args;

    if (err == NULL)
        return status;
    va_start(args, format);
    if (vsnprintf(message, sizeof(message), format, args) < 0)
        message[0] = '\0';
    va_end(args);
    memset(err, 0, sizeof(*err));
    err->status = status;
    copy_cut(err->rule, sizeof(err->rule), rule);
    copy_cut(err->source, sizeof(err->source), source);
    copy_cut(err->message, sizeof(err->message), message);
    return status;
}

kpi_status kpi_fail_nomem(kpi_error *err)
{
    return kpi_fail(err, KPI_E_NOMEM, NULL, NULL, "%s",
                    kpi_status_text(KPI_E_NOMEM));
}
