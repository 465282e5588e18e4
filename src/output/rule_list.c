#include "output/rule_list.h"

#include "base/json_out.h"
#include "output/columns.h"

static void put_json_rule(json_out *j, const rule *r)
{
    static const char *const languages[] = { "ja", "en" };

    json_open(j, '{');
    json_key_string(j, "id", r->id);
    json_key_string(j, "severity", severity_text(r->severity, LANGUAGE_EN));
    json_key_string(j, "family", r->family);
    json_key_string(j, "since", r->since);
    json_key_string_or_null(j, "enforce_from", r->enforce_from);
    json_key(j, "message");
    json_open(j, '{');
    for (size_t i = 0; i < 2; i++)
        json_key_string(j, languages[i], r->message[i]);
    json_close(j, '}');
    json_key(j, "hint");
    json_open(j, '{');
    for (size_t i = 0; i < 2; i++)
        json_key_string(j, languages[i], r->hint[i]);
    json_close(j, '}');
    json_key_string(j, "wrong", r->wrong);
    json_key_string(j, "right", r->right);
    json_close(j, '}');
}

static void put_json(buf *out)
{
    json_out j;

    json_init(&j, out, 1);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.rules/1");
    json_key(&j, "rules");
    json_open(&j, '[');
    for (size_t i = 0; i < rule_count(); i++)
        put_json_rule(&j, rule_at(i));
    json_close(&j, ']');
    json_close(&j, '}');
    buf_char(out, '\n');
}

/* What a message looks like: every placeholder is "…". */
static void put_pattern(buf *out, const char *pattern)
{
    static const finding any = {
        .rule = "", .value = "…", .project = "…", .field = "…",
        .args = { "…", "…", "…", "…", "…", "…" },
    };

    rule_format(out, pattern, &any);
}

void rule_list_put(buf *out, plan_language language, bool json)
{
    if (json) {
        put_json(out);
        return;
    }
    for (size_t i = 0; i < rule_count(); i++) {
        const rule *r = rule_at(i);

        buf_printf(out, "%-34s ", r->id);
        columns_put_left(out, severity_text(r->severity, language), 8);
        put_pattern(out, r->message[language]);
        buf_char(out, '\n');
    }
}

void rule_put(buf *out, const rule *r, plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    buf_printf(out, "%s (%s)\n\n  ", r->id,
               severity_text(r->severity, language));
    put_pattern(out, r->message[language]);
    buf_printf(out, "\n\n%s\n  ", ja ? "直し方" : "how to mend it");
    put_pattern(out, r->hint[language]);
    buf_char(out, '\n');
    if (r->wrong[0] != '\0')
        buf_printf(out, "\n%s\n  %s  %s\n  %s  %s\n", ja ? "例" : "example",
                   ja ? "誤" : "wrong:", r->wrong, ja ? "正" : "right:",
                   r->right);
    if (r->enforce_from[0] != '\0')
        buf_printf(out, ja ? "\n%sまでは試行(注意として表示)\n"
                           : "\na notice until %s\n", r->enforce_from);
}
