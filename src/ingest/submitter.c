/*
 * submitter.c - whose the projects are, where none of their cells says so
 */
#include "ingest/submitter.h"

#include <string.h>

#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "wording/glyph.h"

enum { COVER_CELLS = 24, COVER_BYTES = 60 };

/* ---- A sheet ---------------------------------------------------------- */

/* All projects from `first` on say their 課: a line of the sheet that names one
 * tells no more of them. */
static bool have_divisions(const reader *r, size_t first)
{
    for (size_t i = first; i < r->data->project_count; i++)
        if (r->data->projects[i].division[0] == '\0')
            return false;
    return first < r->data->project_count;
}

/* 教育部, the name of a sheet among several whose forms say only their 課; empty
 * for others. */
static text bureau_of_sheet(reader *r, const char *name, size_t first)
{
    const char *named = "";

    if (department_is_division(text_of(r->own_department)) &&
        r->plan->department_count == 0 && have_divisions(r, first))
        named = department_of_file(r, name);
    return text_of(department_is_division(text_of(named)) ? "" : named);
}

/* Who a sheet of several, or of one, says it is from; else the cover in front
 * of it, where that is not the one of the whole file. */
static text sheet_department(reader *r, const char *name, bool several,
                             size_t first)
{
    text named = text_of("");

    if (several)
        named = bureau_of_sheet(r, name, first);
    if (named.length > 0)
        return named;
    if (several && r->own_department[0] != '\0')
        return text_of(r->own_department);
    if (r->own_department[0] == '\0' && r->title_department[0] != '\0')
        return text_of(r->title_department);
    named = text_of(several ? department_of_file(r, name) : "");
    return named.length == 0 &&
                   strcmp(r->cover_department, r->sheet_department) != 0
               ? text_of(r->cover_department) : named;
}

/* 岡崎市環境部, alone in its row of a sheet that holds nothing else: who publishes
 * it. Empty where no cell, or several, say so. */
static text cover_office(const reader *r)
{
    const sheet_view *v = &r->view;
    text found = text_of("");

    if (v->grid->count > COVER_CELLS)
        return found;
    for (uint32_t row = 0; row < v->grid->rows; row++) {
        uint32_t col = view_next(v, row, 0);
        text t;
        size_t city;

        if (col == UINT32_MAX || view_next(v, row, col + 1) != UINT32_MAX)
            continue;
        t = text_trim(view_text(v, row, col));
        city = text_find(t, "市", 0);
        if (t.length > COVER_BYTES)
            continue;
        if (city != SIZE_MAX && city > 0)
            t = text_trim(text_from(t, city + strlen("市")));
        if (!office_name(t) || text_ends(t, "課") || text_equal(t, found))
            continue;
        if (found.length > 0)
            return text_of("");
        found = t;
    }
    return found;
}

/* 部局名：環境局 on a sheet without projects; 作成：企画課 may be a note's. */
static void take_cover(reader *r)
{
    text own = text_of(r->own_department);
    text alone = own.length == 0 ? cover_office(r) : text_of("");

    if (alone.length > 0) {
        r->cover_department = reader_line(r, alone);
        r->cover_division = "";
    }
    if (own.length == 0 || text_ends(own, "課"))
        return;
    r->cover_department = r->own_department;
    r->cover_division = r->own_division;
}

/* 商工労政課, the name of one sheet among several of a bureau. */
static text division_of_sheet(reader *r, const char *name, bool several,
                              text own)
{
    text t = text_of(several && !text_ends(own, "課")
                         ? r->plan->department_count > 0
                               ? name : department_of_file(r, name)
                         : "");

    return text_ends(t, "課") && office_name(t) ? t : text_of("");
}

/* 都市局 of 道路課, where a project of the sheet says so: 都市局　道路課 above the
 * first form alone. */
static const char *bureau_of(const reader *r, size_t first, text division)
{
    for (size_t i = first; i < r->data->project_count; i++) {
        const project *p = &r->data->projects[i];

        if (p->bureau[0] != '\0' &&
            text_equal(text_of(p->division), division))
            return p->bureau;
    }
    return "";
}

/* 産業部　商工課 on a sheet of 産業部: it says both. */
static bool is_settled(const project *p, text bureau)
{
    return p->bureau[0] == '\0' ||
           (p->division[0] != '\0' &&
            text_equal(bureau, text_of(p->bureau)));
}

/* 担当 | 観光課, 所管 | 商工課 on a sheet of 産業部: what is called a bureau by a word
 * that says no level is a division of it, where all that is said so is one. */
static void settle_divisions(reader *r, text bureau, size_t first)
{
    if (bureau.length == 0 || r->plan->department_count > 0)
        return;
    for (size_t i = first; i < r->data->project_count; i++) {
        const project *p = &r->data->projects[i];

        if (!is_settled(p, bureau) &&
            (p->division[0] != '\0' ||
             !department_holds(bureau, text_of(p->bureau))))
            return;
    }
    for (size_t i = first; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (is_settled(p, bureau))
            continue;
        p->division = p->bureau;
        p->bureau = reader_line(r, bureau);
    }
}

/* Does a project name its bureau, and no division of it? */
static bool lacks_division(const project *p)
{
    return p->bureau[0] != '\0' && p->division[0] == '\0' &&
           !department_is_division(text_of(p->bureau));
}

/* 作成：環境課 above a form that says 担当局 | 環境局: whose it is can be told when
 * all forms are known, since one 課 may fill in those of others. */
static void keep_division(reader *r, size_t first)
{
    struct sheet_office *kept;

    if (r->own_department[0] == '\0' || r->data->project_count != first + 1 ||
        !lacks_division(&r->data->projects[first]) ||
        !department_is_division(text_of(r->own_department)))
        return;
    kept = arena_push(r->memory, (void **)&r->sheet_offices,
                      &r->sheet_office_count, &r->sheet_office_capacity,
                      sizeof(*kept));
    if (kept == NULL) {
        r->failed = true;
        return;
    }
    *kept = (struct sheet_office){
        r->data->projects[first].where.sheet, r->own_department, NULL
    };
}

/* Projects of a sheet that names its department, on a line, in its title or
 * as its name, are that department's, whatever other sheets say. */
void submitter_of_sheet(reader *r, const char *name, bool several,
                        size_t first)
{
    text own = sheet_department(r, name, several, first), bureau, under;
    text sheet = division_of_sheet(r, name, several, own);
    bool division = text_ends(own, "課"), lone;
    const char *above;

    if (first == r->data->project_count)
        take_cover(r);
    keep_division(r, first);
    if (own.length == 0)
        return;
    settle_divisions(r, own, first);
    department_split(own, &bureau, &under);
    /* （健康課） in a title says of no bureau */
    lone = division && under.length == 0 && r->plan->department_count == 0 &&
           r->own_department[0] == '\0' && r->title_department[0] != '\0';
    above = division && under.length == 0 ? bureau_of(r, first, own) : "";
    for (size_t i = first; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (p->bureau[0] != '\0' ||
            (p->division[0] != '\0' &&
             (division || text_equal(own, text_of(p->division)))))
            continue;
        if (above[0] != '\0') {
            p->bureau = above;
            p->division = reader_line(r, own);
            continue;
        }
        department_set(r, p, lone ? text_of("") : own,
                       lone                         ? own
                       : under.length == 0 &&
                               p->division[0] == '\0' ? sheet
                                                     : text_of(""),
                       view_place_row(&r->view, &p->where),
                       view_place_col(&r->view, &p->where));
    }
}

/* Those that name no department are the division's that a line above says. */
void submitter_own_division(reader *r, size_t first)
{
    for (size_t i = first; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (p->bureau[0] == '\0' && p->division[0] == '\0')
            p->division = r->own_division;
    }
}

/* ---- The file --------------------------------------------------------- */

/* The only project of a sheet; NULL for none. */
static project *only_project(const reader *r, const char *sheet)
{
    project *found = NULL;

    for (size_t i = 0; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (strcmp(p->where.sheet, sheet) != 0)
            continue;
        if (found != NULL)
            return NULL;
        found = p;
    }
    return found;
}

/* Is the 課 one of another bureau, or of several? */
static bool fills_in_for_others(const reader *r, const project *p,
                                text division)
{
    for (size_t i = 0; i < r->data->project_count; i++) {
        const project *other = &r->data->projects[i];

        if (text_equal(text_of(other->division), division) &&
            other->bureau[0] != '\0' && strcmp(other->bureau, p->bureau) != 0)
            return true;
    }
    for (size_t i = 0; i < r->sheet_office_count; i++) {
        const struct sheet_office *s = &r->sheet_offices[i];
        text bureau, under;

        department_split(text_of(s->office), &bureau, &under);
        if (s->of != NULL && strcmp(s->of->bureau, p->bureau) != 0 &&
            text_equal(under.length > 0 ? under : bureau, division))
            return true;
    }
    return false;
}

/* Gives projects the divisions that the heads of their sheets say. */
static void give_divisions(reader *r)
{
    for (size_t i = 0; i < r->sheet_office_count; i++)
        r->sheet_offices[i].of = only_project(r, r->sheet_offices[i].sheet);
    for (size_t i = 0; i < r->sheet_office_count; i++) {
        const struct sheet_office *s = &r->sheet_offices[i];
        project *p = s->of;
        text bureau, under;

        department_split(text_of(s->office), &bureau, &under);
        if (p == NULL || !lacks_division(p) ||
            (under.length > 0 && !text_starts(text_of(p->bureau),
                                              reader_text(r, bureau))))
            continue;
        under = under.length > 0 ? under : bureau;
        if (!fills_in_for_others(r, p, under))
            p->division = reader_line(r, under);
    }
}

/* 保育課 of a project that names nothing else, below こども局. */
static bool is_lone_division(reader *r, const project *p, const char *bureau)
{
    const char *name;

    return p->division[0] == '\0' &&
           department_holds(text_of(bureau), text_of(p->bureau)) &&
           department_find(r, &name, text_of(p->bureau)) >=
               DEPARTMENT_UNKNOWN;
}

/* 提出：こども局 above a column 担当 that names 保育課 and 学童課 alone: divisions of
 * the bureau. Not where one of them is another bureau. */
static void lower_divisions(reader *r, const char *bureau)
{
    for (size_t i = 0; i < r->data->project_count; i++) {
        const project *p = &r->data->projects[i];

        if (p->bureau[0] != '\0' && !is_lone_division(r, p, bureau))
            return;
    }
    for (size_t i = 0; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (p->bureau[0] != '\0') {
            p->division = p->bureau;
            p->bureau = bureau;
        }
    }
}

/* Projects that name no bureau are the submitter's. */
static void give_department(reader *r, const char *department,
                            const char *division)
{
    text first, second;
    const char *bureau = department;

    settle_divisions(r, text_of(department), 0);
    department_split(text_of(department), &first, &second);
    if (second.length > 0 && r->plan->department_count == 0) {
        bureau = reader_line(r, first);
        division = reader_line(r, second);
    }
    lower_divisions(r, bureau);
    for (size_t i = 0; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        /* 作成：行革推進課 is no bureau of 税務課 */
        if (p->bureau[0] != '\0' ||
            (p->division[0] != '\0' && text_ends(text_of(department), "課")))
            continue;
        p->bureau = bureau;
        p->division = p->division[0] != '\0' ? p->division : division;
    }
}

/* Forms say who submits where all of their projects are one bureau's. */
static const char *one_bureau(const dataset *d)
{
    for (size_t i = 1; i < d->project_count; i++)
        if (strcmp(d->projects[i].bureau, d->projects[0].bureau) != 0)
            return "";
    return d->project_count > 0 ? d->projects[0].bureau : "";
}

/* The plan's name of who a line says submits, and the division behind it. */
static department_match named_by_line(reader *r, const char **name,
                                      const char **division)
{
    text bureau, under;
    text line = text_of(r->sheet_department), behind;
    department_match match = department_find(r, name, line);

    department_split(line, &bureau, &under);
    if (under.length == 0)
        return match;
    if (match == DEPARTMENT_FREE && glyph_colon(line, &behind) != SIZE_MAX)
        *name = department_joined(r, bureau, under);
    if (match != DEPARTMENT_UNKNOWN)
        return match;
    *division = reader_line(r, under);
    return department_find(r, name, bureau);
}

/* Who submits: the line that says so, else the file's name. */
void submitter_of_file(reader *r)
{
    source *s = &r->data->sources[r->source];
    const char *by_file = department_of_file(r, s->file), *by_line = "";
    const char *division = "";

    give_divisions(r);
    if (r->sheet_department[0] != '\0') {
        department_match match = named_by_line(r, &by_line, &division);
        finding *f = NULL;

        if (match == DEPARTMENT_UNKNOWN)
            f = finding_add(&r->data->findings, "department-unknown",
                            r->source, r->department_place,
                            r->sheet_department, r->sheet_department,
                            (const char *)NULL);
        else if (match == DEPARTMENT_ALIAS || match == DEPARTMENT_SHORT)
            f = finding_add(&r->data->findings, "corrected-department",
                            r->source, r->department_place,
                            r->sheet_department, r->sheet_department, by_line,
                            (const char *)NULL);
        else
            match = DEPARTMENT_EXACT;
        if (match != DEPARTMENT_EXACT && f == NULL)
            r->failed = true;
    }
    if (by_line[0] != '\0' && by_file[0] != '\0' &&
        r->plan->department_count > 0 && strcmp(by_line, by_file) != 0 &&
        finding_add(&r->data->findings, "department-differs", r->source,
                    r->department_place, by_line, by_line, by_file,
                    (const char *)NULL) == NULL)
        r->failed = true;
    if (division[0] == '\0' &&
        strcmp(r->cover_department, r->sheet_department) == 0)
        division = r->cover_division; /* 課名：環境課 below it */
    s->department = by_line[0] != '\0' ? by_line : by_file;
    if (s->department[0] != '\0')
        give_department(r, s->department, division);
    else
        s->department = one_bureau(r->data);
}
