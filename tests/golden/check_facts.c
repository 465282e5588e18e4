/*
 * check_facts.c - no fact is lost between a report and what was read
 *
 *     check_facts EXPORT.json FACTS.json [part]
 *
 * EXPORT is a kpibook.dataset/1 made by kpibook; FACTS is another one, or a
 * transcription of a printed report (data/kitakyushu_h28.json,
 * data/fukuoka_r2.json). Prints every fact that differs and a closing count;
 * exit 1 when one does, 2 when a file cannot be read. With `part`
 * the export may hold only some of the projects.
 */
#include "facts.h"

/* ---- KPIs ------------------------------------------------------------- */

/* A fact under its key in a dataset, or under its key in a transcription. */
static json *either(json *from, const char *key, const char *raw)
{
    json *value = member(from, key);

    return value != NULL ? value : member(from, raw);
}

static bool is_dataset(json *kpi)
{
    return json_object_is_type(member(kpi, "target"), json_type_object);
}

/* Units that are printed are compared; a transcription names an actual's
 * unit only where it is another magnitude. */
static void check_actual(const char *where, json *expected, json *got,
                         const char *got_text)
{
    const char *unit = string_of(expected, "unit");
    const char *text = string_of(expected, "text");

    total.actuals++;
    check_number(where, "actual", member(expected, "value"),
                 member(got, "value"));
    check_bool(where, "累計", member(expected, "cumulative"),
               member(got, "cumulative"));
    if (member(expected, "value") != NULL && unit[0] != '\0')
        check_text(where, "unit of the actual", unit, string_of(got, "unit"));
    if (member(expected, "state") != NULL)
        check_text(where, "state", string_of(expected, "state"),
                   string_of(got, "state"));
    total.facts++;
    if (!is_part(got_text, text))
        differ(where, "text of the actual", text, got_text);
}

static void check_actuals(const char *where, json *expected, json *got)
{
    json *e = member(expected, "actuals"), *g = member(got, "actuals");

    check_int(where, "years", (int)count_of(e), (int)count_of(g));
    for (size_t i = 0; i < count_of(e) && i < count_of(g); i++) {
        json *one = item_of(g, i);
        char place[1200];

        snprintf(place, sizeof(place), "%s %d", where,
                 json_object_get_int(member(one, "fiscal_year")));
        check_year(place, "year",
                   either(item_of(e, i), "fiscal_year", "year"),
                   member(one, "fiscal_year"));
        check_actual(place, item_of(e, i), one, string_of(one, "text"));
    }
}

static void check_baseline(const char *where, json *expected, json *got)
{
    bool data = is_dataset(expected);
    json *year = member(expected, data ? "baseline.fiscal_year"
                                       : "baseline_year");
    int from, last = year_of(year, &from);

    if (data)
        from = json_object_get_int(member(expected, "baseline.from"));
    check_number(where, "baseline",
                 member(expected, data ? "baseline.value" : "baseline"),
                 member(got, "baseline.value"));
    check_int(where, "year of the baseline", last,
              json_object_get_int(member(got, "baseline.fiscal_year")));
    check_int(where, "first year of the baseline", from,
              json_object_get_int(member(got, "baseline.from")));
}

static void check_target(const char *where, json *expected, json *got)
{
    bool data = is_dataset(expected);
    const char *printed = string_of(expected, data ? "target.text"
                                                   : "target_text");
    json *to = member(expected, "period_to");

    check_number(where, "target",
                 member(expected, data ? "target.value" : "target"),
                 member(got, "target.value"));
    check_text(where, "qualifier",
               string_of(expected, data ? "target.qualifier"
                                        : "target_qualifier"),
               string_of(got, "target.qualifier"));
    check_bool(where, "per year",
               member(expected, data ? "target.per_year" : "per_year"),
               member(got, "target.per_year"));
    check_bool(where, "累計 of the target",
               member(expected, data ? "target.cumulative"
                                     : "printed_cumulative"),
               member(got, "target.cumulative"));
    check_year(where, "first year of the target",
               member(expected, data ? "target.from" : "period_from"),
               member(got, "target.from"));
    check_year(where, "year of the target",
               data ? member(expected, "target.to")
                    : to != NULL ? to : member(expected, "target_year"),
               member(got, "target.to"));
    /* Of a cell that holds several KPIs, each may keep its own part. */
    total.facts++;
    if (!is_part(string_of(got, "target.text"), printed))
        differ(where, "text", printed, string_of(got, "target.text"));
}

/* 172.4%: what is printed has one decimal. */
static void check_rate(const char *where, const char *printed, json *got)
{
    char shown[32] = "";

    if (got != NULL)
        snprintf(shown, sizeof(shown), "%.1f%%",
                 json_object_get_double(got) * 100 + 1e-9);
    check_text(where, "printed rate", printed, shown);
}

static void check_grant_kpi(const char *where, json *expected, json *got,
                            int fiscal_year)
{
    json *one = item_of(member(got, "actuals"), 0);

    check_number(where, "target", member(expected, "target"),
                 member(got, "target.value"));
    check_int(where, "year of the target", fiscal_year,
              json_object_get_int(member(got, "target.to")));
    check_int(where, "first year of the target", 0,
              json_object_get_int(member(got, "target.from")));
    total.actuals++;
    check_int(where, "year", fiscal_year,
              json_object_get_int(member(one, "fiscal_year")));
    check_number(where, "actual", member(expected, "actual"),
                 member(one, "value"));
    if (member(expected, "actual") == NULL)
        check_text(where, "text of the actual",
                   string_of(expected, "actual_text"),
                   string_of(one, "text"));
    check_rate(where, string_of(expected, "rate_printed"),
               member(got, "declared.rate"));
}

/*
 * The names as printed. A transcription shortens some to the words that
 * count, or lengthens the label (件数 for 件).
 */
static void check_name(const char *where, json *expected, json *got)
{
    const char *e = string_of(expected, "name"), *g = string_of(got, "name");

    total.facts++;
    if (is_dataset(expected) ? !same_folded(e, g, true)
                             : !is_part(e, g) && !is_part(g, e))
        differ(where, "name", e, g);
}

/* Projects that share a KPI across two files cannot see each other. */
static void check_shared(const char *where, json *expected, json *got,
                         json *projects, const char *file)
{
    json *names = member(expected, "shared_with");

    for (size_t i = 0; i < count_of(names); i++) {
        const char *name = json_object_get_string(item_of(names, i));
        bool elsewhere = false;

        total.facts++;
        if (holds(member(got, "shared_with"), name))
            continue;
        for (size_t p = 0; p < count_of(projects); p++)
            if (same_folded(string_of(item_of(projects, p), "name"), name,
                            false) &&
                strcmp(string_of(item_of(projects, p), "source.file"),
                       file) != 0)
                elsewhere = true;
        if (elsewhere)
            total.known++;
        else
            differ(where, "shared with", name, "");
    }
}

/* ---- Projects --------------------------------------------------------- */

typedef struct expected_project {
    json *project;       /* of the facts */
    const char *goal, *theme, *part, *measure; /* as printed */
    const char *goal_title, *theme_title, *part_title;
} expected_project;

static const char *printed_goal(const char *no)
{
    return strcmp(no, "I") == 0 ? "Ⅰ" : strcmp(no, "II") == 0 ? "Ⅱ" : no;
}

typedef struct facts {
    json *projects; /* of the export */
    bool *taken;
    int fiscal_year;
    bool part;
} facts;

static json *find_project(json *projects, const expected_project *e,
                          bool *taken)
{
    bool relisted = json_object_get_boolean(member(e->project, "relisted"));

    for (size_t i = 0; i < count_of(projects); i++) {
        json *p = item_of(projects, i);

        if (taken[i] ||
            !same_folded(string_of(p, "name"), string_of(e->project, "name"),
                         false) ||
            strcmp(string_of(p, "goal.no"), e->goal) != 0 ||
            !same_folded(string_of(p, "measure"), e->measure, false) ||
            json_object_get_boolean(member(p, "relisted")) != relisted)
            continue;
        taken[i] = true;
        return p;
    }
    return NULL;
}

static void check_headings(const char *where, const expected_project *e,
                           json *got, bool part_left_out)
{
    bool data = member(e->project, "declared") != NULL;

    check_text(where, "theme", e->theme, string_of(got, "theme.no"));
    check_text(where, "goal", e->goal_title, string_of(got, "goal.title"));
    check_text(where, "title of the theme", e->theme_title,
               string_of(got, "theme.title"));
    check_text(where, "bureau", string_of(e->project, "bureau"),
               string_of(got, "bureau"));
    check_text(where, "division", string_of(e->project, "division"),
               string_of(got, "division"));
    check_text(where, "summary", string_of(e->project, "summary"),
               string_of(got, "summary"));
    check_text(where, "purpose", string_of(e->project, "purpose"),
               string_of(got, "purpose"));
    check_text(where, "number", string_of(e->project, "no"),
               string_of(got, "no"));
    check_text(where, "lead", string_of(e->project, "lead"),
               string_of(got, "lead"));
    check_text(where, "grade",
               string_of(e->project, data ? "declared.grade" : "grade"),
               string_of(got, "declared.grade"));
    check_text(where, "status",
               string_of(e->project, data ? "declared.status" : "status"),
               string_of(got, "declared.status"));
    if (part_left_out && string_of(got, "theme.part.no")[0] == '\0')
        return; /* some print no banner of the part */
    check_text(where, "part", e->part, string_of(got, "theme.part.no"));
    check_text(where, "title of the part", e->part_title,
               string_of(got, "theme.part.title"));
}

static void check_lists(const char *where, json *expected, json *got)
{
    json *costs = either(expected, "costs", "eligible_cost");
    json *activities = member(expected, "activities");
    const char *note = string_of(expected, "note");

    if (member(expected, "grant_type") != NULL) {
        check_text(where, "grant", string_of(expected, "grant_type"),
                   count_of(member(got, "grants")) == 1
                       ? json_object_get_string(
                             item_of(member(got, "grants"), 0)) : "");
        check_year(where, "first year of the project",
                   member(expected, "period_from"),
                   member(got, "period.from"));
        check_year(where, "last year of the project",
                   member(expected, "period_to"), member(got, "period.to"));
        check_text(where, "note", note,
                   count_of(member(got, "notes")) == 1
                       ? json_object_get_string(
                             item_of(member(got, "notes"), 0)) : "");
    } else {
        check_names(where, "grants", either(expected, "grants", "funding"),
                    member(got, "grants"));
        check_names(where, "notes", member(expected, "notes"),
                    member(got, "notes"));
        check_year(where, "first year of the project",
                   member(expected, "period.from"),
                   member(got, "period.from"));
        check_year(where, "last year of the project",
                   member(expected, "period.to"), member(got, "period.to"));
    }
    check_names(where, "municipalities", member(expected, "municipalities"),
                member(got, "municipalities"));
    check_int(where, "costs", (int)count_of(costs),
              (int)count_of(member(got, "costs")));
    for (size_t i = 0; i < count_of(costs); i++) {
        json *one = item_of(member(got, "costs"), i);

        check_year(where, "year of the cost",
                   either(item_of(costs, i), "fiscal_year", "year"),
                   member(one, "fiscal_year"));
        check_number(where, "cost", member(item_of(costs, i), "value"),
                     member(one, "value"));
    }
    check_int(where, "activities", (int)count_of(activities),
              (int)count_of(member(got, "activities")));
    for (size_t i = 0; i < count_of(activities); i++) {
        json *one = item_of(member(got, "activities"), i);

        check_text(where, "activity", string_of(item_of(activities, i),
                                                "title"),
                   string_of(one, "title"));
        check_text(where, "text of the activity",
                   string_of(item_of(activities, i), "text"),
                   string_of(one, "text"));
    }
}

static void check_project(const expected_project *e, json *got,
                          const facts *f)
{
    json *ek = member(e->project, "kpis"), *gk = member(got, "kpis");
    const char *where = string_of(got, "name");

    total.projects++;
    check_headings(where, e, got, f->part);
    check_lists(where, e->project, got);
    check_int(where, "KPIs", (int)count_of(ek), (int)count_of(gk));
    for (size_t i = 0; i < count_of(ek) && i < count_of(gk); i++) {
        json *x = item_of(ek, i), *y = item_of(gk, i);
        char place[1024];

        snprintf(place, sizeof(place), "%s / %s", where,
                 string_of(x, "name"));
        total.kpis++;
        check_name(place, x, y);
        check_text(place, "unit", string_of(x, "unit"),
                   string_of(y, "unit"));
        if (member(x, "rate_printed") != NULL ||
            member(x, "actual_text") != NULL) {
            check_grant_kpi(place, x, y, f->fiscal_year);
            continue;
        }
        check_baseline(place, x, y);
        check_target(place, x, y);
        check_actuals(place, x, y);
        check_shared(place, x, y, f->projects,
                     string_of(got, "source.file"));
    }
}

/* ---- Facts ------------------------------------------------------------ */

static void check_one(facts *f, const expected_project *e)
{
    json *got = find_project(f->projects, e, f->taken);

    if (got != NULL)
        check_project(e, got, f);
    else if (!f->part)
        differ(string_of(e->project, "name"), "project", e->measure, "");
}

static void check_sections(facts *f, json *sections)
{
    for (size_t s = 0; s < count_of(sections); s++) {
        json *themes = member(item_of(sections, s), "themes");

        for (size_t t = 0; t < count_of(themes); t++) {
            json *measures = member(item_of(themes, t), "measures");

            for (size_t m = 0; m < count_of(measures); m++) {
                json *measure = item_of(measures, m);
                json *list = member(measure, "projects");

                for (size_t p = 0; p < count_of(list); p++) {
                    expected_project e = {
                        item_of(list, p),
                        printed_goal(string_of(item_of(sections, s), "no")),
                        string_of(item_of(themes, t), "no"),
                        string_of(measure, "part.no"),
                        string_of(measure, "title"),
                        string_of(item_of(sections, s), "title"),
                        string_of(item_of(themes, t), "title"),
                        string_of(measure, "part.title"),
                    };

                    check_one(f, &e);
                }
            }
        }
    }
}

static void check_list(facts *f, json *list)
{
    for (size_t i = 0; i < count_of(list); i++) {
        json *p = item_of(list, i);
        expected_project e = {
            p, string_of(p, "goal.no"), string_of(p, "theme.no"),
            string_of(p, "theme.part.no"), string_of(p, "measure"),
            string_of(p, "goal.title"), string_of(p, "theme.title"),
            string_of(p, "theme.part.title"),
        };

        check_one(f, &e);
    }
}

int main(int argc, char **argv)
{
    json *exported, *expected;
    facts f;

    if (argc < 3) {
        fputs("usage: check_facts EXPORT.json FACTS.json [part]\n", stderr);
        return 2;
    }
    exported = json_object_from_file(argv[1]);
    expected = json_object_from_file(argv[2]);
    if (exported == NULL || expected == NULL) {
        fprintf(stderr, "check_facts: %s\n", json_util_get_last_err());
        return 2;
    }
    f.part = argc > 3 && strcmp(argv[3], "part") == 0;
    f.projects = member(exported, "projects");
    f.taken = calloc(count_of(f.projects) + 1, sizeof(bool));
    f.fiscal_year = json_object_get_int(member(exported, "fiscal_year"));
    if (f.taken == NULL)
        return 2;
    if (member(expected, "sections") != NULL)
        check_sections(&f, member(expected, "sections"));
    else
        check_list(&f, member(expected, "projects"));
    if (total.projects != count_of(f.projects))
        check_int("all", "projects", (int)total.projects,
                  (int)count_of(f.projects));
    printf("%zu projects, %zu KPIs, %zu actuals: %zu facts compared, "
           "%zu differ", total.projects, total.kpis, total.actuals,
           total.facts, total.differences);
    if (total.known > 0)
        printf(" (%zu shared across two files, not seen in either)",
               total.known);
    putchar('\n');
    free(f.taken);
    json_object_put(exported);
    json_object_put(expected);
    return total.differences == 0 && total.projects > 0 ? 0 : 1;
}
