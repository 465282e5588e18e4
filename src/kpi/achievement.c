/*
 * achievement.c - 達成率: every KPI and project of a dataset assessed
 */
#include "kpi/achievement.h"

#include <string.h>

#include "base/limits.h"
#include "kpi/achievement_parts.h"
#include "kpi/grade.h"
#include "kpi/key_table.h"
#include "kpi/stretch.h"
#include "wording/fold.h"

enum { MOST_NAMED = 20, /* KPIs named in a project's explanation */
       RECENT = 256, SHORT = 64 };

/* What all projects are assessed by. */
typedef struct assessing {
    dataset *d;
    const plan *p;
    int year;
    arena lasting;          /* of this call */
    folded_rule *rules;
    key_table overrides;    /* folded "project" NL "kpi" -> index */
    size_t *group_owner;    /* by group: the project that reports, plus one */
    size_t groups;
    bool brief;
} assessing;

/* Assesses the projects of a stretch. */
typedef struct assessor {
    const assessing *all;
    const plan *p;
    stretch *part;
    arena scratch, spare;   /* of one project; its memory, for the next one */
    calc c;                 /* reckons in `scratch` */
    const char *recent[RECENT]; /* kept: grades, rates and reasons repeat */
} assessor;

/* ---- What is kept --------------------------------------------------------- */

static const char *keep_string(assessor *s, const char *string)
{
    size_t length = strlen(string), slot = length;
    const char *kept;

    if (length == 0)
        return "";
    for (size_t i = 0; length <= SHORT && i < length; i++)
        slot = slot * 31 + (unsigned char)string[i];
    kept = s->recent[slot % RECENT];
    if (kept != NULL && strcmp(kept, string) == 0)
        return kept;
    kept = calc_keep(&s->c, arena_strndup(s->part->kept, string, length));
    if (length <= SHORT && !s->c.failed)
        s->recent[slot % RECENT] = kept;
    return kept;
}

static quantity keep_quantity(assessor *s, quantity q)
{
    quantity kept = { q.known, NUMBER_ZERO };

    if (q.known && !number_copy(s->part->kept, &kept.value, q.value))
        s->c.failed = true;
    return kept;
}

/* ---- Overrides ------------------------------------------------------------ */

static bool override_key(arena *a, text *out, const char *project_name,
                         const char *kpi_name)
{
    text x, y;
    char *made;

    if (!fold_key(a, &x, text_of(project_name)) ||
        !fold_key(a, &y, text_of(kpi_name)))
        return false;
    made = arena_printf(a, "%.*s\n%.*s", (int)x.length, x.bytes,
                        (int)y.length, y.bytes);
    if (made == NULL)
        return false;
    *out = text_of(made);
    return true;
}

static bool index_overrides(assessing *s)
{
    key_table_init(&s->overrides, &s->lasting);
    for (size_t i = 0; i < s->p->override_count; i++) {
        const plan_override *o = &s->p->overrides[i];
        text key;

        if (!override_key(&s->lasting, &key, o->project, o->kpi) ||
            key_table_put(&s->overrides, key, i) == NULL)
            return false;
    }
    return true;
}

/* An override that the data already holds stays when the plan has none. */
static void apply_override(assessor *s, grade_override *out,
                           const char *project_name, const char *kpi_name)
{
    const plan_override *o;
    size_t index;
    text key;

    if (s->p->override_count == 0)
        return;
    if (!override_key(&s->scratch, &key, project_name, kpi_name)) {
        s->c.failed = true;
        return;
    }
    index = key_table_get(&s->all->overrides, key);
    if (index == SIZE_MAX)
        return;
    o = &s->p->overrides[index];
    *out = (grade_override){ keep_string(s, o->grade),
                             keep_string(s, o->reason),
                             keep_string(s, o->by), keep_string(s, o->date) };
}

/* ---- A KPI ---------------------------------------------------------------- */

static const char *explain_with_override(assessor *s, const char *derived,
                                         const grade_override *o)
{
    const char *kept;
    buf out;

    if (o->grade[0] == '\0')
        return keep_string(s, derived);
    buf_init(&out);
    buf_string(&out, derived);
    explain_override(&out, o, s->p->language);
    kept = keep_string(s, calc_keep(&s->c, buf_ok(&out) ? buf_cstr(&out)
                                                        : NULL));
    buf_free(&out);
    return kept;
}

/* Nobody reads how a rate is shown that has no band and is explained to
 * nobody. */
static bool is_shown(const assessor *s)
{
    return !s->c.quiet || s->p->band_count != 0;
}

static void write_kpi(assessor *s, const kpi_case *k, bool counted)
{
    const measure *m = &k->measure;
    const grade_override *o = &k->kpi->override;
    graded g = { "", "" };
    kpi_assessment done = { .done = true, .fiscal_year = s->all->year };

    if (m->rate.known && is_shown(s))
        g = grade_of(&s->c, m->rate.value, s->p);
    if (!counted)
        g.grade = "";
    done.kind = k->reading.kind;
    done.direction = k->reading.direction;
    done.formula = m->formula;
    done.expected = keep_quantity(s, m->expected);
    done.actual = keep_quantity(s, m->actual);
    done.baseline = keep_quantity(s, m->baseline);
    done.rate = keep_quantity(s, m->rate);
    done.shown = keep_string(s, g.shown);
    done.grade = keep_string(s, g.grade);
    done.final_grade = o->grade[0] != '\0' ? o->grade
                       : s->p->suggest_only ? ""
                                            : done.grade;
    done.suggestion = s->p->suggest_only && done.grade[0] != '\0';
    done.reason = m->reason;
    done.reason_text = m->rate.known
                           ? ""
                           : keep_string(s, measure_reason(m,
                                                           s->p->language));
    done.ahead = m->ahead;
    done.against_final = m->against_final;
    done.worse_than_baseline = m->worse;
    done.explain = s->c.quiet ? "" : explain_with_override(
        s, explain_kpi(&s->c, m, g.shown, g.grade, s->p), o);
    k->kpi->assessment = done;
}

/* The KPIs of one merged cell are reported with the first project only. */
static bool reports(const assessor *s, const project *p, size_t index,
                    const kpi *k)
{
    if (p->superseded || p->relisted)
        return false;
    return k->group == 0 || k->group >= s->all->groups ||
           s->all->group_owner[k->group] == index + 1;
}

static void assess_kpi(assessor *s, kpi_case *k, size_t index, text folded,
                       bool counted)
{
    const project *p = &s->all->d->projects[index];
    finding_place at = { s->part->findings, p->source, p->name };

    if (k->kpi->override.grade == NULL) /* a reader that knows of none */
        k->kpi->override = (grade_override){ "", "", "", "" };
    reading_choose(&s->c, &k->reading, k->kpi, folded, s->all->rules, s->p,
                   s->all->year);
    s->c.quiet = s->all->brief && !k->kpi->declared_rate.known;
    measure_kpi(&s->c, &k->measure, k->kpi, &k->reading, s->all->year,
                s->p->language);
    apply_override(s, &k->kpi->override, p->name, k->kpi->name);
    write_kpi(s, k, counted);
    s->c.quiet = false;
    if (reports(s, p, index, k->kpi))
        report_kpi(&s->c, &at, k, s->p, s->all->year);
}

/* ---- A project ------------------------------------------------------------ */

/* A status that the plan lists; all of them where it lists none. */
static bool is_counted(const project *p, const plan *of)
{
    if (p->declared_status[0] == '\0')
        return true;
    return of->category_count != 0 &&
           plan_category_of(of, p->declared_status) == SIZE_MAX;
}

/* `（U・Iターン就職者数 76%、若年者のマッチング数 91%）` */
static void put_rates(buf *out, const project *p, plan_language language)
{
    bool japanese = language == LANGUAGE_JA;

    buf_string(out, japanese ? "（" : " (");
    for (size_t i = 0; i < p->kpi_count && i < MOST_NAMED; i++) {
        const kpi_assessment *a = &p->kpis[i].assessment;

        if (i != 0)
            buf_string(out, japanese ? "、" : ", ");
        buf_string(out, p->kpis[i].name);
        buf_char(out, ' ');
        buf_string(out, a->rate.known ? a->shown : a->reason_text);
    }
    if (p->kpi_count > MOST_NAMED)
        buf_printf(out, japanese ? "、ほか%zu" : ", and %zu more",
                   p->kpi_count - MOST_NAMED);
    buf_string(out, japanese ? "）" : ")");
}

static no_rate_reason project_reason(const project *p, const plan *of,
                                     bool counted)
{
    if (!counted)
        return REASON_NOT_COUNTED;
    if (p->kpi_count == 0)
        return REASON_NO_KPI;
    if (!of->given)
        return REASON_NO_PLAN;
    if (of->project_rule == PROJECT_NONE)
        return REASON_NO_PROJECT_GRADE;
    for (size_t i = 1; i < p->kpi_count; i++)
        if (p->kpis[i].assessment.reason != p->kpis[0].assessment.reason)
            return REASON_NO_KPI;
    return p->kpis[0].assessment.reason;
}

static const char *explain_project(assessor *s, const project *p,
                                   const project_assessment *done)
{
    const plan *of = s->p;
    char room[512];
    buf out;

    buf_init_room(&out, room, sizeof(room));
    if (done->rate.known) {
        buf_string(&out, project_rule_name(of->project_rule, of->language));
        put_rates(&out, p, of->language);
        explain_result(&s->c, &out, done->rate.value, done->shown,
                       done->grade, of);
    } else {
        if (done->reason == REASON_NOT_COUNTED)
            buf_printf(&out, of->language == LANGUAGE_JA ? "%s：" : "%s: ",
                       p->declared_status);
        buf_string(&out, done->reason_text);
        if (p->kpi_count != 0)
            put_rates(&out, p, of->language);
    }
    return calc_keep_buf(&s->c, &out);
}

static void combine(assessor *s, project_assessment *done,
                    const kpi_case *cases, size_t count)
{
    rate_entry *rates = arena_array(&s->scratch, count, sizeof(*rates));
    size_t n = 0;

    if (rates == NULL) {
        s->c.failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (cases[i].measure.rate.known)
            rates[n++] = (rate_entry){ cases[i].measure.rate.value,
                                       cases[i].reading.weight };
    combine_rates(&s->c, &done->rate.value, &done->rate.known, rates, n,
                  s->p->project_rule);
}

/* override, else declared and computed in the order of the plan's choice */
static const char *final_grade(const project *p, const plan *of,
                               const project_assessment *done)
{
    const char *computed = done->suggestion ? "" : done->grade;
    bool computed_first = of->count_grade == GRADE_COMPUTED;
    const char *first = computed_first ? computed : p->declared_grade;
    const char *second = computed_first ? p->declared_grade : computed;

    if (p->override.grade[0] != '\0')
        return p->override.grade;
    return first[0] != '\0' ? first : second;
}

static void compare(assessor *s, const project *p, project_assessment *done,
                    const kpi_case *cases)
{
    finding *f;

    done->compared = p->declared_grade[0] != '\0' &&
                     done->grade[0] != '\0' && !done->suggestion;
    if (!done->compared)
        return;
    if (!grade_equal(&s->scratch, &done->agrees, p->declared_grade,
                     done->grade))
        s->c.failed = true;
    if (done->agrees || p->relisted || p->superseded || s->c.failed)
        return;
    f = finding_add(s->part->findings, "grade-differs", p->source, p->where,
                    p->declared_grade, p->declared_grade, done->grade,
                    done->explain,
                    other_readings(&s->c, cases, p->kpi_count,
                                   p->declared_grade, s->p, s->all->year), NULL);
    if (f != NULL)
        f->project = p->name;
}

static void write_project(assessor *s, project *p, const kpi_case *cases,
                          bool counted)
{
    project_assessment done = { .done = true, .shown = "", .grade = "" };
    bool silent;
    graded g;

    if (counted && s->p->given)
        combine(s, &done, cases, p->kpi_count);
    if (done.rate.known) {
        g = grade_of(&s->c, done.rate.value, s->p);
        done.shown = keep_string(s, g.shown);
        done.grade = keep_string(s, g.grade);
        done.suggestion = s->p->suggest_only && g.grade[0] != '\0';
    } else {
        done.reason = project_reason(p, s->p, counted);
    }
    done.reason_text = no_rate_reason_text(done.reason, s->p->language);
    done.rate = keep_quantity(s, done.rate);
    apply_override(s, &p->override, p->name, "");
    /* Only two grades that differ are explained in a finding. */
    silent = s->all->brief && (p->declared_grade[0] == '\0' ||
                          done.grade[0] == '\0');
    done.explain = silent ? "" : explain_project(s, p, &done);
    compare(s, p, &done, cases);
    done.final_grade = final_grade(p, s->p, &done);
    done.explain = silent ? "" : explain_with_override(s, done.explain,
                                                       &p->override);
    p->assessment = done;
}

static void assess_project(assessor *s, size_t index)
{
    project *p = &s->all->d->projects[index];
    bool counted = is_counted(p, s->p);
    kpi_case *cases = arena_items(&s->scratch, p->kpi_count, sizeof(*cases));
    text folded = text_of("");

    if (cases == NULL || (s->p->kpi_rule_count != 0 &&
                          !fold_key(&s->scratch, &folded, text_of(p->name)))) {
        s->c.failed = true;
        return;
    }
    for (size_t i = 0; i < p->kpi_count && !s->c.failed; i++) {
        cases[i].kpi = &p->kpis[i];
        assess_kpi(s, &cases[i], index, folded, counted);
    }
    if (!s->c.failed)
        write_project(s, p, cases, counted);
}

/* ---- The dataset ---------------------------------------------------------- */

/* The first project that has a KPI of the group reports it. */
static void own_groups(assessing *s, size_t index)
{
    const project *p = &s->d->projects[index];

    for (size_t i = 0; i < p->kpi_count && !p->superseded && !p->relisted;
         i++) {
        size_t group = p->kpis[i].group;

        if (group < s->groups && s->group_owner[group] == 0)
            s->group_owner[group] = index + 1;
    }
}

/* Group numbers are small and dense; one that is not reports each time. */
static bool prepare_groups(assessing *s)
{
    const dataset *d = s->d;
    size_t most = dataset_most_group(d), all = 0;

    for (size_t i = 0; i < d->project_count; i++)
        all += d->projects[i].kpi_count;
    s->groups = (most <= all ? most : all) + 1;
    s->group_owner = arena_array(&s->lasting, s->groups,
                                 sizeof(*s->group_owner));
    for (size_t i = 0; most != 0 && s->group_owner != NULL &&
                       i < d->project_count; i++)
        own_groups(s, i);
    return s->group_owner != NULL;
}

static void assess_stretch(void *context, stretch *part)
{
    const assessing *all = context;
    assessor s = { .all = all, .p = all->p, .part = part };

    arena_init(&s.spare, 0);
    arena_init(&s.scratch, 0);
    arena_borrow(&s.scratch, &s.spare);
    s.c.memory = &s.scratch;
    for (size_t i = part->from; i < part->end && !s.c.failed; i++) {
        assess_project(&s, i);
        arena_free(&s.scratch);
    }
    arena_free(&s.scratch);
    arena_free(&s.spare);
    part->failed = s.c.failed;
}

kpi_status achievement_assess_by(dataset *d, const plan *p, bool brief,
                                 const workers *w, kpi_error *err)
{
    assessing s = { .d = d, .p = p, .brief = brief };
    bool done;

    arena_init(&s.lasting, 0);
    s.year = p->reported_year != 0 ? p->reported_year
                                   : dataset_newest_year(d);
    d->fiscal_year = s.year;
    d->facts.assessed = true;
    done = folded_rules(&s.lasting, &s.rules, p) && index_overrides(&s) &&
           prepare_groups(&s) &&
           stretches_do(d, w, !brief, assess_stretch, &s);
    arena_free(&s.lasting);
    if (!done || d->findings.failed)
        return limits_fail_memory(err, &d->memory);
    return KPI_OK;
}

kpi_status achievement_assess(dataset *d, const plan *p, kpi_error *err)
{
    return achievement_assess_by(d, p, false, NULL, err);
}
