/*
 * findings_list.c - which findings are shown, file by file, and their words
 */
#include "output/findings_parts.h"

#include <string.h>

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

static shown look_up(rule_memory *rules, const finding *f, const plan *p,
                     const findings_style *style)
{
    const rule *r = rule_find_again(rules, f->rule);

    if (r == NULL)
        return (shown){ f, NULL, SEVERITY_WARNING, NULL, false };
    return (shown){ f, r, rule_severity(r, p, style->as_of),
                    rule_change(r, p), rule_on_trial(r, p, style->as_of) };
}

static void add_changes(shown_list *list, const dataset *d, const plan *p)
{
    for (size_t i = 0; i < p->rule_count; i++) {
        const rule *r = rule_find(p->rules[i].rule);
        shown_change *c = &list->changes[list->change_count];

        if (r == NULL || rule_change(r, p) != &p->rules[i])
            continue;
        *c = (shown_change){ r, &p->rules[i], 0 };
        for (size_t n = 0; n < d->findings.count; n++)
            c->findings += strcmp(d->findings.items[n].rule, r->id) == 0;
        list->change_count++;
    }
}

/* Those that are shown, in the dataset's order, and how many each file has. */
static size_t pick(shown_list *list, shown *picked, const dataset *d,
                   const plan *p, const findings_style *style)
{
    rule_memory rules = { { NULL } };
    size_t count = 0;

    for (size_t i = 0; i < d->findings.count; i++) {
        const finding *f = &d->findings.items[i];
        shown s = look_up(&rules, f, p, style);
        shown_file *file = &list->files[file_of(d, f)];

        file->rejected = file->rejected || s.severity == SEVERITY_ERROR;
        if (!is_shown(&s, style))
            continue;
        picked[count++] = s;
        file->count++;
        count_one(&file->counts, s.severity);
        count_one(&list->total, s.severity);
    }
    return count;
}

/* Hands each file its stretch of the items. */
static void spread(shown_list *list, const dataset *d, const shown *picked,
                   size_t count)
{
    shown *next = list->items;

    for (size_t i = 0; i <= list->file_count; i++) {
        list->files[i].items = next;
        next += list->files[i].count;
        list->files[i].count = 0;
    }
    for (size_t i = 0; i < count; i++) {
        shown_file *file = &list->files[file_of(d, picked[i].item)];

        list->items[(size_t)(file->items - list->items) + file->count++] =
            picked[i];
    }
}

kpi_status shown_list_make(shown_list *out, const dataset *d, const plan *p,
                           const findings_style *style, kpi_error *err)
{
    size_t count = 0;
    shown *picked;

    *out = (shown_list){ .file_count = d->source_count };
    arena_init(&out->memory, 0);
    picked = arena_items(&out->memory, d->findings.count, sizeof(*picked));
    out->files = arena_array(&out->memory, d->source_count + 1,
                             sizeof(*out->files));
    out->changes = arena_array(&out->memory, p->rule_count + 1,
                               sizeof(*out->changes));
    if (picked != NULL && out->files != NULL && out->changes != NULL) {
        count = pick(out, picked, d, p, style);
        out->items = arena_items(&out->memory, count, sizeof(*out->items));
    }
    if (out->items == NULL) {
        arena_free(&out->memory);
        return kpi_fail_nomem(err);
    }
    for (size_t i = 0; i < d->source_count; i++)
        out->files[i].file = &d->sources[i];
    add_changes(out, d, p);
    spread(out, d, picked, count);
    return KPI_OK;
}

void shown_clean(buf *out, text t)
{
    size_t clean = 0; /* from here on it is, and not yet written */

    for (size_t at = 0; at < t.length;) {
        size_t start = at;
        uint32_t c = utf8_next(t, &at);

        if (c >= 0x20 && c != 0xfffd && (c < 0x7f || c >= 0xa0))
            continue;
        buf_text(out, text_cut(t, clean, start));
        /* 0xfffd: malformed bytes */
        buf_string(out, c == 0xfffd ? "\xef\xbf\xbd" : " ");
        clean = at;
    }
    buf_text(out, text_from(t, clean));
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

static severity severity_changed(const rule *r, const plan_rule *change)
{
    const plan one = { .rules = (plan_rule *)(uintptr_t)change,
                       .rule_count = 1 };

    return rule_severity(r, &one, "");
}

static void put_reason(buf *out, const char *reason, plan_language language)
{
    if (reason[0] == '\0')
        return;
    buf_string(out, language == LANGUAGE_JA ? "。理由: " : ": ");
    buf_string(out, reason);
}

void shown_note(buf *out, const shown *s, plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    if (s->change != NULL) {
        buf_printf(out, ja ? "計画により%sから%sに変更"
                           : "changed by the plan from %s to %s",
                   severity_text(s->rule->severity, language),
                   severity_text(s->severity, language));
        put_reason(out, s->change->reason, language);
    } else if (s->trial) {
        buf_printf(out, ja ? "試行中の規則: %sから%s"
                           : "a rule on trial: from %s on this is: %s",
                   s->rule->enforce_from,
                   severity_text(s->rule->severity, language));
    }
}

void shown_change_put(buf *out, const shown_change *c,
                      plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    buf_printf(out, ja ? "%s: %s → %s、%zu件" : "%s: %s to %s, findings: %zu",
               c->rule->id, severity_text(c->rule->severity, language),
               severity_text(severity_changed(c->rule, c->change), language),
               c->findings);
    put_reason(out, c->change->reason, language);
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
