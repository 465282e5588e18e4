/*
 * grant_kept.c - what a form says for those below it too
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

/* Do other lines say where the forms below stand? */
static bool is_headed(const reader *r)
{
    const headings *h = &r->headings;

    if (!h->has_goal && !h->has_theme)
        return h->measure[0] != '\0' && r->goal_title == NULL;
    return (h->has_goal ? h->goal.title : h->theme.title) != r->goal_title;
}

void form_keep_goal(const form *f)
{
    reader *r = f->reader;
    const project *p = f->project;

    if (is_headed(r))
        return;
    r->goal_title = p->goal.title;
    r->headings.has_goal = true;
    r->headings.goal = p->goal;
    r->headings.goal_style = STYLE_GOAL_WORD;
    r->goal_bureau = p->bureau;
    r->goal_division = p->division;
}

/* An empty row from `row` on, above the form's name. */
static bool has_gap(const form *f, uint32_t row)
{
    while (row < f->title_row &&
           view_next(&f->reader->view, row, 0) != UINT32_MAX)
        row++;
    return row < f->title_row;
}

/* The goal and theme of a form, as headings would have said them, and no
 * measure. */
static void keep_outer(reader *r, const project *p)
{
    headings *h = &r->headings;

    h->has_goal = p->has_goal;
    h->goal = p->goal;
    h->goal_style = STYLE_GOAL_WORD;
    h->has_theme = p->has_theme;
    h->theme = p->theme;
    h->theme_style = STYLE_THEME_WORD;
    h->has_part = false;
    h->measure = "";
}

void form_keep_outer(form *f)
{
    reader *r = f->reader;
    const project *p = f->project;

    if (!f->leads) {
        r->goal_title = p->has_goal ? p->goal.title : p->theme.title;
        r->goal_bureau = r->goal_division = "";
        keep_outer(r, p);
    }
    f->leads = true;
}

void form_keep_levels(const form *f)
{
    reader *r = f->reader;
    const project *p = f->project;

    if (f->leads || (!p->has_goal && !p->has_theme) || f->outer_row == 0 ||
        !has_gap(f, f->outer_row) || is_headed(r))
        return;
    r->goal_title = p->has_goal ? p->goal.title : p->theme.title;
    r->goal_bureau = r->goal_division = "";
    keep_outer(r, p);
}

void form_keep_measure(const form *f)
{
    reader *r = f->reader;
    headings *h = &r->headings;
    const project *p = f->project;

    if (f->last >= r->view.grid->rows - 1 || is_headed(r) ||
        !form_heads_inner(f, f->last + 1))
        return;
    keep_outer(r, p);
    h->measure = reader_line(r, f->level);
    h->measure_style = STYLE_MEASURE_WORD;
    r->goal_title = p->has_goal ? p->goal.title
                  : p->has_theme ? p->theme.title : h->measure;
    r->goal_bureau = p->bureau;
    r->goal_division = p->division;
    if (r->plan->department_count == 0 && p->bureau[0] != '\0')
        r->bureau_above = p->bureau;
}

void form_inherit_office(const form *f)
{
    const reader *r = f->reader;
    project *p = f->project;

    if (p->bureau[0] != '\0' || p->division[0] != '\0' || !p->has_goal ||
        r->goal_title == NULL || r->goal_title != p->goal.title)
        return;
    p->bureau = r->goal_bureau;
    p->division = r->goal_division;
}

void form_keep_head_office(const form *f)
{
    reader *r = f->reader;
    const project *p = f->project;

    if (r->data->project_count > 1 &&
        strcmp(p[-1].where.sheet, r->view.grid->sheet) == 0)
        return; /* a form stands above */
    if (f->office_row == 0 || !f->named || !has_gap(f, f->office_row))
        return;
    r->head_bureau = p->bureau;
    r->head_division = p->division;
}

void form_inherit_head_office(const form *f)
{
    reader *r = f->reader;
    project *p = f->project;

    if (p->bureau[0] != '\0' || p->division[0] != '\0' || !f->named ||
        f->office_row != 0 || r->head_bureau == NULL)
        return;
    p->bureau = r->head_bureau;
    p->division = r->head_division;
    reader_finding(r, "department-inherited", f->title_row, f->title_col,
                   f->title, p->bureau[0] != '\0' ? p->bureau : p->division,
                   "1", NULL);
}
