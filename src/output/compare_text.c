/*
 * compare_text.c - differences as text for a terminal
 */
#include "output/compare_report.h"

#include "output/columns.h"
#include "wording/fiscal_year.h"
#include "xlsx/cellref.h"

enum { VALUE_COLUMNS = 60 };

static const char red[] = "\x1b[31m", green[] = "\x1b[32m",
                  yellow[] = "\x1b[33m", plain[] = "\x1b[0m";

typedef struct writer {
    buf *out;
    const comparison *c;
    const compare_style *style;
    const project *shown; /* whose head was written last */
} writer;

static bool japanese(const writer *w)
{
    return w->style->language == LANGUAGE_JA;
}

static void colored(writer *w, const char *color, const char *string)
{
    buf_printf(w->out, "%s%s%s", w->style->color ? color : "", string,
               w->style->color ? plain : "");
}

/* On one line, without what would steer a terminal. */
static void put_short(writer *w, const char *string)
{
    text t = text_of(string);
    buf clean;

    buf_init(&clean);
    for (size_t at = 0; at < t.length;) {
        size_t start = at;
        uint32_t c = utf8_next(t, &at);

        if (c < 0x20 || (c >= 0x7f && c < 0xa0))
            buf_char(&clean, ' ');
        else
            buf_text(&clean, text_cut(t, start, at));
    }
    columns_put_short(w->out, buf_cstr(&clean), VALUE_COLUMNS);
    w->out->failed = w->out->failed || !buf_ok(&clean);
    buf_free(&clean);
}

void compare_put_place(buf *out, const dataset *d, const project *p,
                       place where)
{
    char range[CELLREF_RANGE_SIZE];

    if (p != NULL && p->source < d->source_count)
        buf_string(out, d->sources[p->source].file);
    if (where.sheet != NULL && where.sheet[0] != '\0')
        buf_printf(out, ":%s", where.sheet);
    if (!where.has_cell)
        return;
    cellref_write_range(range, where.row, where.col, where.last_row,
                        where.last_col);
    buf_printf(out, "!%s", range);
}

void compare_put_field(buf *out, const compare_change *c,
                       plan_language language)
{
    buf_string(out, compare_field_text(c->field, language));
    if (c->fiscal_year == 0)
        return;
    if (language == LANGUAGE_JA) {
        buf_string(out, "（");
        fiscal_year_put(out, c->fiscal_year);
        buf_string(out, "）");
    } else {
        buf_printf(out, " (FY%d)", c->fiscal_year);
    }
}

static void put_value(writer *w, const char *string)
{
    if (string[0] == '\0')
        buf_string(w->out, japanese(w) ? "（なし）" : "(none)");
    else
        put_short(w, string);
}

/* One line a change: `~ 実績（…）: 142人 → 152人  [old.xlsx:…, new.xlsx:…]` */
static void put_changes(writer *w, const compare_changes *changes,
                        const project *old, const project *now,
                        const char *indent)
{
    for (size_t i = 0; i < changes->count; i++) {
        const compare_change *c = &changes->items[i];

        if (c->minor && !w->style->minor)
            continue;
        buf_printf(w->out, "%s", indent);
        colored(w, yellow, "~ ");
        compare_put_field(w->out, c, w->style->language);
        buf_string(w->out, ": ");
        put_value(w, c->old.text);
        buf_string(w->out, " → ");
        put_value(w, c->now.text);
        buf_string(w->out, "  [");
        compare_put_place(w->out, w->c->old, old, c->old.where);
        buf_string(w->out, " → ");
        compare_put_place(w->out, w->c->now, now, c->now.where);
        buf_string(w->out, c->minor ? japanese(w) ? "] （表記のみ）\n"
                                                  : "] (spelling)\n" : "]\n");
    }
}

static void put_effect(writer *w, const compare_effect *e, const char *indent)
{
    const char *none = "－";

    if (!e->rate_changed && !e->grade_changed)
        return;
    buf_printf(w->out, "%s", indent);
    colored(w, yellow, "= ");
    buf_printf(w->out, "%s %s → %s", japanese(w) ? "達成率" : "rate",
               e->old_shown[0] != '\0' ? e->old_shown : none,
               e->now_shown[0] != '\0' ? e->now_shown : none);
    if (e->grade_changed)
        buf_printf(w->out, "  %s %s → %s", japanese(w) ? "評価" : "grade",
                   e->old_grade[0] != '\0' ? e->old_grade : none,
                   e->now_grade[0] != '\0' ? e->now_grade : none);
    buf_char(w->out, '\n');
}

static void put_match(writer *w, compare_match match)
{
    if (match == MATCH_NAME || match == MATCH_NONE)
        return;
    buf_string(w->out, japanese(w) ? "（" : " (");
    colored(w, match == MATCH_SUGGESTED ? red : plain,
            compare_match_text(match, w->style->language));
    buf_string(w->out, japanese(w) ? "）" : ")");
}

static bool says_something(const writer *w, compare_match match,
                           const compare_changes *changes,
                           const compare_effect *e)
{
    return match == MATCH_NONE || match == MATCH_SUGGESTED ||
           e->rate_changed || e->grade_changed ||
           changes->count > (w->style->minor ? 0 : changes->minor);
}

static void put_project(writer *w, const compare_project *p)
{
    const project *of = p->now != NULL ? p->now : p->old;

    w->shown = of;
    if (p->now == NULL)
        colored(w, red, japanese(w) ? "- 事業 " : "- project ");
    else if (p->old == NULL)
        colored(w, green, japanese(w) ? "+ 事業 " : "+ project ");
    else
        buf_string(w->out, japanese(w) ? "  事業 " : "  project ");
    put_short(w, of->name);
    put_match(w, p->match);
    if (p->match == MATCH_NONE) {
        buf_string(w->out, "  [");
        compare_put_place(w->out, p->now != NULL ? w->c->now : w->c->old, of,
                          of->where);
        buf_char(w->out, ']');
    }
    buf_char(w->out, '\n');
    put_changes(w, &p->changes, p->old, p->now, "    ");
    put_effect(w, &p->effect, "    ");
}

static void put_kpi(writer *w, const compare_kpi *k)
{
    const kpi *of = k->now != NULL ? k->now : k->old;
    const project *in = k->now != NULL ? k->now_project : k->old_project;

    if (w->shown != in) {
        buf_string(w->out, japanese(w) ? "  事業 " : "  project ");
        put_short(w, in->name);
        buf_char(w->out, '\n');
        w->shown = in;
    }
    if (k->now == NULL)
        colored(w, red, "  - KPI ");
    else if (k->old == NULL)
        colored(w, green, "  + KPI ");
    else
        buf_string(w->out, "    KPI ");
    put_short(w, of->name);
    put_match(w, k->match);
    if (k->match == MATCH_NONE) {
        buf_string(w->out, "  [");
        compare_put_place(w->out, k->now != NULL ? w->c->now : w->c->old, in,
                          of->where);
        buf_char(w->out, ']');
    }
    buf_char(w->out, '\n');
    put_changes(w, &k->changes, k->old_project, k->now_project, "        ");
    put_effect(w, &k->effect, "        ");
}

/* KPIs follow their project: both lists are in the order of one side. */
static void put_all(writer *w)
{
    const comparison *c = w->c;
    size_t next = 0;

    for (size_t i = 0; i < c->project_count; i++) {
        const compare_project *p = &c->projects[i];
        const project *of = p->now != NULL ? p->now : p->old;

        if (says_something(w, p->match, &p->changes, &p->effect))
            put_project(w, p);
        for (; next < c->kpi_count; next++) {
            const compare_kpi *k = &c->kpis[next];

            if ((k->now != NULL ? k->now_project : k->old_project) != of)
                break;
            if (says_something(w, k->match, &k->changes, &k->effect))
                put_kpi(w, k);
        }
    }
    for (; next < c->kpi_count; next++)
        if (says_something(w, c->kpis[next].match, &c->kpis[next].changes,
                           &c->kpis[next].effect))
            put_kpi(w, &c->kpis[next]);
}

static void put_counts(writer *w)
{
    const comparison *c = w->c;

    if (compare_same(c, w->style->minor)) {
        buf_string(w->out, japanese(w) ? "違いはありません" : "no differences");
    } else {
        buf_printf(w->out,
                   japanese(w)
                       ? "事業: 追加 %zu、削除 %zu、変更 %zu　KPI: 追加 %zu、削除 %zu、"
                         "変更 %zu　達成率の変化 %zu、評価の変化 %zu"
                       : "projects: %zu added, %zu removed, %zu changed; "
                         "KPIs: %zu added, %zu removed, %zu changed; rates "
                         "changed %zu, grades changed %zu",
                   c->projects_added, c->projects_removed,
                   c->projects_changed, c->kpis_added, c->kpis_removed,
                   c->kpis_changed, c->rates_changed, c->grades_changed);
        if (c->suggested > 0)
            buf_printf(w->out, japanese(w) ? "　推定の対応 %zu（要確認）"
                                           : "; suggested pairs %zu",
                       c->suggested);
    }
    if (c->minor > 0 && !w->style->minor)
        buf_printf(w->out, japanese(w) ? "　表記のみの違い %zu"
                                       : "; spelling only %zu", c->minor);
    buf_char(w->out, '\n');
}

kpi_status compare_put_text(buf *out, const comparison *c,
                            const compare_style *style, kpi_error *err)
{
    writer w = { out, c, style, NULL };

    put_all(&w);
    put_counts(&w);
    return buf_ok(out) ? KPI_OK : kpi_fail_nomem(err);
}
