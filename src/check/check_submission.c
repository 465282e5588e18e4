/*
 * check_submission.c - whose file it is, against the plan's roster
 */
#include "check/check_parts.h"

#include <string.h>

static void files_unknown(checker *c)
{
    for (size_t i = 0; i < c->data->source_count; i++) {
        const source *s = &c->data->sources[i];

        if (s->department[0] == '\0' && !s->unreadable && !s->superseded)
            finding_add(&c->data->findings, "file-department-unknown", i,
                        place_none(), s->file, NULL);
    }
}

static bool starts_with(const char *whole, const char *start)
{
    return strncmp(whole, start, strlen(start)) == 0;
}

/* A sender that is misspelt has its own finding. */
static bool is_on_roster(const checker *c, const char *sender)
{
    for (size_t i = 0; i < c->plan->department_count; i++)
        if (strcmp(c->plan->departments[i].name, sender) == 0)
            return true;
    return false;
}

/* 産業経済局 and 産業経済局雇用政策課 are one. */
static void bureau_not_of_file(checker *c, const project *p)
{
    const char *sender = p->source < c->data->source_count
        ? c->data->sources[p->source].department : "";
    const char *mine, *theirs;

    if (!is_on_roster(c, sender) || p->bureau[0] == '\0')
        return;
    mine = check_key(c, p->bureau);
    theirs = check_key(c, sender);
    if (starts_with(mine, theirs) || starts_with(theirs, mine))
        return;
    check_report(c, p, NULL, &(report){ "bureau-not-of-file", p->where,
                                        p->bureau, { p->bureau, sender } });
}

void check_submission(checker *c)
{
    static const project_check of_project[] = { bureau_not_of_file };

    if (c->plan->department_count == 0)
        return;
    files_unknown(c);
    check_projects(c, of_project, 1);
}
