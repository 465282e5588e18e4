/*
 * findings_list.c - which findings are shown, file by file, and their words
 */
#include "output/findings_parts.h"

#include "xlsx/cellref.h"

/* Which of `files` a finding belongs to. */
static size_t file_of(const dataset *d, const finding *f)
{
    return f->source < d->source_count ? f->source : d->source_count;
}

static void count_one(check_counts *n, severity s)
{
    n->errors += s == SEVERITY_ERROR;
    n->warnings += s == SEVERITY_WARNING;
    n->notices += s == SEVERITY_NOTICE;
}

static bool is_shown(const shown *s, const findings_style *style)
{
    return s->severity != SEVERITY_OFF && s->severity >= style->least;
}

static shown look_up(const finding *f, const plan *p,
                     const findings_style *style)
{
    return (shown){ f, rule_find(f->rule),
                    check_severity(f, p, style->as_of) };
}

/* Counts first, then hands each file its stretch of the items. */
static void spread(shown_list *list, const dataset *d, const plan *p,
                   const findings_style *style)
{
    shown *next = list->items;

    for (size_t i = 0; i < d->findings.count; i++) {
        const finding *f = &d->findings.items[i];
        shown s = look_up(f, p, style);
        shown_file *file = &list->files[file_of(d, f)];

        file->rejected = file->rejected || s.severity == SEVERITY_ERROR;
        if (is_shown(&s, style))
            file->count++;
    }
    for (size_t i = 0; i <= list->file_count; i++) {
        list->files[i].items = next;
        next += list->files[i].count;
        list->files[i].count = 0;
    }
}

kpi_status shown_list_make(shown_list *out, const dataset *d, const plan *p,
                           const findings_style *style, kpi_error *err)
{
    *out = (shown_list){ .file_count = d->source_count };
    arena_init(&out->memory, 0);
    out->items = arena_array(&out->memory, d->findings.count,
                             sizeof(*out->items));
    out->files = arena_array(&out->memory, d->source_count + 1,
                             sizeof(*out->files));
    if (out->items == NULL || out->files == NULL) {
        arena_free(&out->memory);
        return kpi_fail_nomem(err);
    }
    for (size_t i = 0; i < d->source_count; i++)
        out->files[i].file = &d->sources[i];
    spread(out, d, p, style);
    for (size_t i = 0; i < d->findings.count; i++) {
        const finding *f = &d->findings.items[i];
        shown s = look_up(f, p, style);
        shown_file *file = &out->files[file_of(d, f)];

        if (!is_shown(&s, style))
            continue;
        out->items[(size_t)(file->items - out->items) + file->count++] = s;
        count_one(&file->counts, s.severity);
        count_one(&out->total, s.severity);
    }
    return KPI_OK;
}

void shown_clean(buf *out, text t)
{
    for (size_t at = 0; at < t.length;) {
        size_t start = at;
        uint32_t c = utf8_next(t, &at);

        if (c < 0x20 || (c >= 0x7f && c < 0xa0))
            buf_char(out, ' ');
        else if (c == 0xfffd)
            buf_string(out, "\xef\xbf\xbd"); /* malformed bytes */
        else
            buf_text(out, text_cut(t, start, at));
    }
}

/* ---- Words --------------------------------------------------------------- */

void shown_message(buf *out, const shown *s, plan_language language)
{
    if (s->rule != NULL) {
        rule_format(out, s->rule->message[language], s->item);
        return;
    }
    buf_string(out, s->item->rule);
    if (s->item->value[0] != '\0')
        buf_printf(out, ": %s", s->item->value);
}

void shown_hint(buf *out, const shown *s, plan_language language)
{
    if (s->rule != NULL)
        rule_format(out, s->rule->hint[language], s->item);
}

void shown_number(buf *out, const shown *s, plan_language language)
{
    if (s->item->joined > 0)
        buf_printf(out, language == LANGUAGE_JA ? "（%zuか所）"
                                                : " (%zu places)",
                   s->item->joined + 1);
}

void shown_place(buf *out, const shown *s)
{
    const place *at = &s->item->where;
    char range[CELLREF_RANGE_SIZE];

    buf_string(out, at->sheet);
    if (!at->has_cell)
        return;
    if (at->sheet[0] != '\0')
        buf_char(out, '!');
    cellref_write_range(range, at->row, at->col, at->last_row, at->last_col);
    buf_string(out, range);
}

void shown_names(buf *out, const shown *s)
{
    buf_string(out, s->item->project);
    if (s->item->project[0] != '\0' && s->item->field[0] != '\0')
        buf_string(out, " / ");
    buf_string(out, s->item->field);
}
