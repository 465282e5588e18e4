/*
 * summary_model.c - what will be shown, where, and how it is counted
 */
#include "output/summary_book.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "kpi/consolidate.h"
#include "kpi/key_table.h"
#include "store/store_book.h"
#include "wording/fold.h"

enum { LOOK_BACK = 200, NAME_UNITS = 31 };

bool summary_is_english(const summary *s)
{
    return s->plan->language == LANGUAGE_EN;
}

const char *say(const summary *s, const char *ja, const char *en)
{
    return summary_is_english(s) ? en : ja;
}

const char *summary_text(summary *s, const char *format, ...)
{
    va_list args;
    char stack[512];
    const char *out;
    int n;

    va_start(args, format);
    n = vsnprintf(stack, sizeof(stack), format, args);
    va_end(args);
    if (n < 0)
        return "";
    if ((size_t)n < sizeof(stack)) {
        out = arena_strndup(&s->memory, stack, (size_t)n);
    } else {
        char *long_text = arena_alloc(&s->memory, (size_t)n + 1);

        if (long_text) {
            va_start(args, format);
            vsnprintf(long_text, (size_t)n + 1, format, args);
            va_end(args);
        }
        out = long_text;
    }
    if (!out)
        s->styles.failed = true;
    return out ? out : "";
}

uint32_t summary_list_row(size_t index)
{
    return (uint32_t)(SUMMARY_LIST_HEAD + 1 + index);
}

/* ---- Names of sheets -------------------------------------------------- */

static bool name_taken(summary *s, const char *name)
{
    text key, other;

    if (!fold_key(&s->memory, &key, text_of(name)))
        return false;
    for (size_t i = 0; i < SHEET_IDS; i++)
        if (*s->sheets[i] &&
            fold_key(&s->memory, &other, text_of(s->sheets[i])) &&
            text_equal(key, other))
            return true;
    for (size_t i = 0; i < s->goal_count; i++)
        if (s->goals[i].sheet &&
            fold_key(&s->memory, &other, text_of(s->goals[i].sheet)) &&
            text_equal(key, other))
            return true;
    return text_is(key, "history") || text_is(key, STORE_BOOK_SHEET);
}

/* Legal characters, no apostrophe at an end, at most `units` UTF-16 units. */
static const char *legal_name(summary *s, const char *wanted, size_t units)
{
    text t = text_of(wanted);
    size_t used = 0;
    const char *out;
    buf b;

    buf_init(&b);
    for (size_t at = 0; at < t.length;) {
        char bytes[4];
        uint32_t c = utf8_next(t, &at);

        if (c < 0x20 || c == 0x7F || (c < 0x80 && strchr("[]:*?/\\'", (int)c)))
            c = ' ';
        used += c > 0xFFFF ? 2 : 1;
        if (used > units)
            break;
        buf_add(&b, bytes, utf8_put(bytes, c));
    }
    t = text_trim(buf_slice(&b));
    out = t.length ? arena_strndup(&s->memory, t.bytes, t.length) : "Sheet";
    buf_free(&b);
    return out ? out : "Sheet";
}

static const char *unique_name(summary *s, const char *wanted)
{
    const char *name = legal_name(s, wanted, NAME_UNITS);

    for (unsigned n = 2; name_taken(s, name) && n < 100000; n++)
        name = summary_text(s, "%s(%u)",
                            legal_name(s, wanted, NAME_UNITS - 7), n);
    return name;
}

static const struct sheet_name {
    const char *ja, *en;
} sheet_names[SHEET_IDS] = {
    [SHEET_COVER] = { "表紙・目次", "Contents" },
    [SHEET_TOTALS] = { "総括", "Summary" },
    [SHEET_GRANTS] = { "交付金", "Grants" },
    [SHEET_LIST] = { "KPI一覧", "KPIs" },
    [SHEET_FINDINGS] = { "指摘事項", "Findings" },
    [SHEET_STATUS] = { "提出状況", "Submissions" },
    [SHEET_SOURCES] = { "出典", "Sources" },
    [SHEET_LEGEND] = { "凡例・計算方法", "Legend" },
};

static void name_sheets(summary *s)
{
    bool forms = false;

    for (size_t i = 0; i < s->project_count; i++)
        forms = forms || s->projects[i].form;
    for (size_t i = 0; i < SHEET_IDS; i++)
        s->sheets[i] = say(s, sheet_names[i].ja, sheet_names[i].en);
    if (!forms)
        s->sheets[SHEET_GRANTS] = "";
    if (s->in_order && !s->options->sources)
        s->sheets[SHEET_SOURCES] = "";
    for (size_t i = 0; i < s->goal_count; i++) {
        goal_view *g = &s->goals[i];
        const char *wanted = say(s, "事業一覧", "Projects");

        if (!g->projects)
            continue;
        if (g->is_goal)
            wanted = summary_text(s, "%s%s", say(s, "基本目標", "Goal "),
                                  *g->goal.no ? g->goal.no : g->goal.title);
        g->sheet = unique_name(s, wanted);
    }
}

/* ---- Projects --------------------------------------------------------- */

bool summary_same_heading(const heading *a, const heading *b)
{
    int m = heading_number(a->no), n = heading_number(b->no);

    if (m || n)
        return m == n;
    return !strcmp(a->no, b->no) && !strcmp(a->title, b->title);
}

/* SIZE_MAX: memory. */
static size_t goal_of(summary *s, const project *p)
{
    void *goals = s->goals;
    goal_view *g;

    for (size_t i = s->goal_count; i-- > 0;)
        if (s->goals[i].is_goal == p->has_goal &&
            (!p->has_goal || summary_same_heading(&s->goals[i].goal, &p->goal)))
            return i;
    g = arena_push(&s->memory, &goals, &s->goal_count, &s->goal_capacity,
                   sizeof(*g));
    if (!g)
        return SIZE_MAX;
    s->goals = goals;
    g->goal = p->has_goal
                  ? p->goal
                  : (heading){ "", say(s, "（基本目標なし）", "(no goal)") };
    g->is_goal = p->has_goal;
    return s->goal_count - 1;
}

/* Where the plan's city has no bureaus, its divisions are what stands first
 * below the mayor; else the department that submitted. */
static const char *bureau_name(const summary *s, const project *p)
{
    const dataset *d = s->data;

    if (*p->bureau || *p->division)
        return *p->bureau ? p->bureau : p->division;
    if (p->source < d->source_count && *d->sources[p->source].department)
        return d->sources[p->source].department;
    return say(s, "（部局名なし）", "(no bureau)");
}

/* SIZE_MAX: memory. */
static size_t bureau_of(summary *s, key_table *seen, const project *p)
{
    const char *name = bureau_name(s, p);
    size_t *at = key_table_put(seen, text_of(name), s->bureau_count);

    if (at != NULL && *at == s->bureau_count) {
        s->bureaus[s->bureau_count] = name;
        s->first_of_bureau[s->bureau_count++] = SIZE_MAX;
    }
    return at == NULL ? SIZE_MAX : *at;
}

/* Puts the last project in front of its bureau's others. */
static void join_bureau(summary *s, project_view *v)
{
    v->next_of_bureau = s->first_of_bureau[v->bureau];
    s->first_of_bureau[v->bureau] = s->project_count;
}

const char *summary_band(summary *s, const char *grade)
{
    text wanted, band;

    if (!*grade)
        return "";
    for (size_t i = 0; i < s->plan->band_count; i++)
        if (!strcmp(s->plan->bands[i].grade, grade))
            return s->plan->bands[i].grade;
    if (!fold_key(&s->memory, &wanted, text_of(grade)))
        return "";
    for (size_t i = 0; i < s->plan->band_count; i++) {
        const char *name = s->plan->bands[i].grade;

        if (fold_key(&s->memory, &band, text_of(name)) &&
            text_equal(wanted, band))
            return name;
    }
    return "";
}

static void classify(summary *s, project_view *v)
{
    const project *p = v->project;
    grade_choice choice = s->plan->count_grade;

    v->category = plan_category_of(s->plan, p->declared_status);
    if (choice == GRADE_FINAL && *p->override.grade)
        v->category = SIZE_MAX;
    v->computed = project_grade(p, GRADE_COMPUTED);
    v->counted = summary_band(s, project_grade(p, choice));
    if (p->relisted)
        v->class = CLASS_RELISTED;
    else if (*p->declared_status && v->category != SIZE_MAX)
        v->class = CLASS_CATEGORY;
    else
        v->class = *v->counted ? CLASS_COUNTED : CLASS_UNGRADED;
    switch (v->class) {
    case CLASS_COUNTED: v->class_text = say(s, "計上", "counted"); break;
    case CLASS_RELISTED: v->class_text = say(s, "再掲", "relisted"); break;
    case CLASS_CATEGORY:
        v->class_text = s->plan->categories[v->category].label;
        break;
    case CLASS_UNGRADED:
        v->class_text = say(s, "判定なし", "no grade");
        break;
    }
}

static bool view_projects(summary *s)
{
    const dataset *d = s->data;
    size_t n = d->project_count + 1;
    key_table bureaus;

    key_table_init(&bureaus, &s->memory);
    s->projects = arena_array(&s->memory, n, sizeof(*s->projects));
    s->bureaus = arena_array(&s->memory, n, sizeof(*s->bureaus));
    s->first_of_bureau = arena_array(&s->memory, n,
                                     sizeof(*s->first_of_bureau));
    if (!s->projects || !s->bureaus || !s->first_of_bureau)
        return false;
    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];
        project_view *v = &s->projects[s->project_count];

        if (p->superseded)
            continue;
        v->project = p;
        v->goal = goal_of(s, p);
        v->bureau = bureau_of(s, &bureaus, p);
        if (v->goal == SIZE_MAX || v->bureau == SIZE_MAX)
            return false;
        join_bureau(s, v);
        v->form = *p->purpose || p->activity_count || p->cost_count;
        v->sheet = v->last_grade = "";
        if (p->has_goal || !v->form)
            s->goals[v->goal].projects++;
        s->has_declared = s->has_declared || *p->declared_grade;
        s->has_costs = s->has_costs || p->cost_count;
        classify(s, v);
        s->project_count++;
    }
    return true;
}

/* ---- Rows and years --------------------------------------------------- */

static void add_year(summary *s, int year)
{
    size_t at = s->year_count;

    for (size_t i = 0; i < s->year_count; i++)
        if (s->years[i] == year)
            return;
    if (at == SUMMARY_MAX_YEARS) {
        if (year < s->years[0])
            return;
        memmove(s->years, s->years + 1, (--at) * sizeof(*s->years));
        s->year_count--;
    }
    while (at > 0 && s->years[at - 1] > year) {
        s->years[at] = s->years[at - 1];
        at--;
    }
    s->years[at] = year;
    s->year_count++;
}

/* The earlier row of the same merged cell, from 1; 0 when there is none. */
static size_t same_cell(const summary *s, const project *p, const kpi *k)
{
    size_t seen = 0;

    if (!k->group)
        return 0;
    for (size_t i = s->row_count; i-- > 0 && seen < LOOK_BACK; seen++) {
        const kpi *other = s->rows[i].kpi;
        const project *owner = s->projects[s->rows[i].project].project;

        if (other && other->group == k->group && owner->source == p->source &&
            owner->relisted == p->relisted && !strcmp(other->name, k->name) &&
            !strcmp(owner->goal.no, p->goal.no))
            return s->rows[i].same_as ? s->rows[i].same_as : i + 1;
    }
    return 0;
}

static bool view_rows(summary *s)
{
    size_t n = 0;

    for (size_t i = 0; i < s->project_count; i++)
        n += s->projects[i].project->kpi_count +
             !s->projects[i].project->kpi_count;
    s->rows = arena_array(&s->memory, n + 1, sizeof(*s->rows));
    if (!s->rows)
        return false;
    for (size_t i = 0; i < s->project_count; i++) {
        project_view *v = &s->projects[i];
        const project *p = v->project;

        v->first_row = summary_list_row(s->row_count);
        if (!p->kpi_count)
            s->rows[s->row_count++].project = i;
        for (size_t j = 0; j < p->kpi_count; j++) {
            kpi_view *r = &s->rows[s->row_count];

            r->project = i;
            r->kpi = &p->kpis[j];
            r->same_as = same_cell(s, p, r->kpi);
            r->once = !r->same_as && !p->relisted &&
                      v->class != CLASS_CATEGORY;
            for (size_t y = 0; y < r->kpi->actual_count; y++)
                add_year(s, r->kpi->actuals[y].fiscal_year);
            s->row_count++;
        }
        v->last_row = summary_list_row(s->row_count) - 1;
    }
    return true;
}

uint32_t summary_list_span(const summary *s, list_column c)
{
    if (c == LIST_ACTUAL || c == LIST_STATE)
        return (uint32_t)s->year_count;
    return c == LIST_LAST_GRADE || c == LIST_MOVE
               ? s->last != NULL && s->plan->band_count > 0 : 1;
}

static void place_columns(summary *s)
{
    uint32_t at = 0;

    for (int c = 0; c < LIST_COLUMNS; c++) {
        s->column[c] = at;
        at += summary_list_span(s, (list_column)c);
        if (c == LIST_CLASS)
            s->printed_columns = at;
    }
    s->column_count = at;
}

kpi_status summary_prepare(summary *s, kpi_error *err)
{
    const dataset *d = s->data;
    kpi_status status;
    size_t rows = 0;

    s->year = d->fiscal_year ? d->fiscal_year : s->plan->reported_year;
    if (!s->year)
        s->year = dataset_newest_year(d);
    for (size_t i = 0; i < SHEET_IDS; i++)
        s->sheets[i] = "";
    if (!view_projects(s) || !view_rows(s))
        return kpi_fail_nomem(err);
    if (!s->year_count)
        add_year(s, s->year);
    rows = s->row_count;
    s->in_order = rows > (s->options->in_order_rows
                              ? s->options->in_order_rows
                              : (size_t)SUMMARY_IN_ORDER_ROWS);
    status = summary_prepare_last(s, err);
    if (status != KPI_OK)
        return status;
    place_columns(s);
    name_sheets(s);
    s->band_row = 4;
    s->band_rows = s->plan->band_count;
    if (s->band_rows && s->plan->bands[s->band_rows - 1].has_bound)
        s->band_rows++;
    return KPI_OK;
}

static bool is_counted(const project_view *v, const count_filter *f)
{
    const char *grade = f->computed ? v->computed : v->counted;

    return (f->goal == SIZE_MAX || v->goal == f->goal) &&
           v->class == f->class &&
           (f->class != CLASS_CATEGORY || v->category == f->category) &&
           (!f->grade || !strcmp(grade, f->grade));
}

size_t summary_count(const summary *s, const count_filter *f)
{
    size_t n = 0;

    if (f->bureau == SIZE_MAX)
        for (size_t i = 0; i < s->project_count; i++)
            n += is_counted(&s->projects[i], f);
    else
        for (size_t i = s->first_of_bureau[f->bureau]; i != SIZE_MAX;
             i = s->projects[i].next_of_bureau)
            n += is_counted(&s->projects[i], f);
    return n;
}
