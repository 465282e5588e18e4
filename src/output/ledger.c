#include "output/ledger.h"

#include "base/json_out.h"

static void put_file(buf *out, const dataset *d, size_t index, const plan *p,
                     const char *as_of, const char *moment)
{
    const source *s = &d->sources[index];
    check_counts n = check_count_source(d, index, p, as_of);
    json_out j;

    json_init(&j, out, 0);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.ledger/1");
    json_key_string(&j, "at", moment);
    json_key_string(&j, "sha256", s->sha256);
    json_key_string(&j, "file", s->file);
    json_key_string_or_null(&j, "department", s->department);
    json_key_string_or_null(&j, "modified", s->modified);
    json_key_string(&j, "verdict", n.errors > 0 ? "rejected" : "accepted");
    json_key(&j, "errors");
    json_size(&j, n.errors);
    json_key(&j, "warnings");
    json_size(&j, n.warnings);
    json_close(&j, '}');
    buf_char(out, '\n');
}

void ledger_put(buf *out, const dataset *d, const plan *p, const char *as_of,
                const char *moment, const char *signed_by)
{
    json_out j;

    for (size_t i = 0; i < d->source_count; i++)
        put_file(out, d, i, p, as_of, moment);
    if (signed_by == NULL)
        return;
    json_init(&j, out, 0);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.ledger/1");
    json_key_string(&j, "at", moment);
    json_key_string(&j, "signed_by", signed_by);
    json_key(&j, "files");
    json_open(&j, '[');
    for (size_t i = 0; i < d->source_count; i++) {
        if (!d->sources[i].superseded && !d->sources[i].unreadable)
            json_string(&j, d->sources[i].sha256);
    }
    json_close(&j, ']');
    json_close(&j, '}');
    buf_char(out, '\n');
}
