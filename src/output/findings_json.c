/*
 * findings_json.c - findings for programs: kpibook.findings/1
 */
#include "output/findings_parts.h"

#include "base/json_out.h"
#include "xlsx/cellref.h"

static void put_cells(json_out *j, const place *at)
{
    char cell[CELLREF_SIZE], range[CELLREF_RANGE_SIZE];

    cell[0] = range[0] = '\0';
    if (at->has_cell) {
        cellref_write(cell, at->row, at->col);
        cellref_write_range(range, at->row, at->col, at->last_row,
                            at->last_col);
    }
    json_key_string_or_null(j, "sheet", at->sheet);
    json_key_string_or_null(j, "cell", cell);
    json_key_string_or_null(j, "range", range);
}

/* The catalogue's severity where the plan or a trial has another. */
static const char *was_of(const shown *s)
{
    return s->change == NULL && !s->trial
        ? "" : severity_text(s->rule->severity, LANGUAGE_EN);
}

static void put_rules(json_out *j, const shown_list *list)
{
    json_key(j, "rules");
    json_open(j, '[');
    for (size_t i = 0; i < list->change_count; i++) {
        const shown_change *c = &list->changes[i];

        json_open(j, '{');
        json_key_string(j, "rule", c->rule->id);
        json_key_string(j, "severity", c->change->severity);
        json_key_string(j, "was", severity_text(c->rule->severity,
                                                LANGUAGE_EN));
        json_key_string_or_null(j, "reason", c->change->reason);
        json_key(j, "findings");
        json_size(j, c->findings);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_finding(json_out *j, const shown *s, plan_language language,
                        buf *made)
{
    const finding *f = s->item;

    json_open(j, '{');
    json_key_string(j, "rule", f->rule);
    json_key_string(j, "severity", severity_text(s->severity, LANGUAGE_EN));
    put_cells(j, &f->where);
    json_key_string_or_null(j, "value", f->value);
    buf_clear(made);
    shown_message(made, s, language);
    json_key(j, "message");
    json_text(j, buf_slice(made));
    buf_clear(made);
    shown_hint(made, s, language);
    json_key(j, "hint");
    json_text(j, buf_slice(made));
    json_key_string_or_null(j, "project", f->project);
    json_key_string_or_null(j, "field", f->field);
    json_key(j, "places");
    json_size(j, f->joined + 1);
    json_key_string_or_null(j, "was", was_of(s));
    json_key_string_or_null(j, "reason",
                            s->change == NULL ? "" : s->change->reason);
    json_close(j, '}');
}

static void put_findings(json_out *j, const shown_file *file,
                         plan_language language, buf *made)
{
    json_key(j, "findings");
    json_open(j, '[');
    for (size_t i = 0; i < file->count; i++)
        put_finding(j, &file->items[i], language, made);
    json_close(j, ']');
}

static void put_file(json_out *j, const shown_file *file,
                     plan_language language, buf *made)
{
    json_open(j, '{');
    json_key_string(j, "file", file->file->file);
    json_key_string_or_null(j, "sha256", file->file->sha256);
    json_key_string_or_null(j, "department", file->file->department);
    json_key_string(j, "verdict", file->rejected ? "rejected" : "accepted");
    put_findings(j, file, language, made);
    json_close(j, '}');
}

static void put_summary(json_out *j, const shown_list *list)
{
    json_key(j, "summary");
    json_open(j, '{');
    json_key(j, "files");
    json_size(j, list->file_count);
    json_key(j, "errors");
    json_size(j, list->total.errors);
    json_key(j, "warnings");
    json_size(j, list->total.warnings);
    json_key(j, "notices");
    json_size(j, list->total.notices);
    json_close(j, '}');
}

kpi_status findings_put_json(buf *out, const dataset *d, const plan *p,
                             const findings_style *style, kpi_error *err)
{
    shown_list list;
    kpi_status status = shown_list_make(&list, d, p, style, err);
    json_out j;
    buf made;

    if (status != KPI_OK)
        return status;
    buf_init(&made);
    json_init(&j, out, 1);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.findings/1");
    json_key(&j, "tool");
    json_open(&j, '{');
    json_key_string(&j, "name", "kpibook");
    json_key_string(&j, "version", KPI_VERSION);
    json_close(&j, '}');
    json_key_string_or_null(&j, "plan", p->title);
    json_key_string_or_null(&j, "as_of", style->as_of);
    json_key(&j, "files");
    json_open(&j, '[');
    for (size_t i = 0; i < list.file_count; i++)
        put_file(&j, &list.files[i], style->language, &made);
    json_close(&j, ']');
    put_findings(&j, &list.files[list.file_count], style->language, &made);
    put_rules(&j, &list);
    put_summary(&j, &list);
    json_close(&j, '}');
    buf_char(out, '\n');
    if (!buf_ok(out) || !buf_ok(&made))
        status = kpi_fail_nomem(err);
    buf_free(&made);
    arena_free(&list.memory);
    return status;
}
