/*
 * turned_headings.c - headings above tables on their side
 */
#include "ingest/turned/turned_headings.h"

#include <string.h>

void turned_headings_take(reader *r, text t)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);
    bool counted = heading_is_numbered(style) ||
                   style == STYLE_MEASURE_WORD || style == STYLE_THEME_WORD;

    if (style != STYLE_GOAL_WORD && style != STYLE_ROMAN &&
        !(style == STYLE_THEME_WORD && no.length > 0) && /* 柱１ */
        !(counted && r->over.has_goal))
        return;
    if (!headings_take(&r->over, r->memory, t))
        r->failed = true;
}

void turned_headings_give(reader *r, const char *title, size_t first)
{
    const headings *h = &r->over;

    for (size_t i = first; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (p->has_goal || strcmp(p->name, title) == 0)
            continue;
        p->has_goal = h->has_goal;
        p->goal = h->goal;
        if (!p->has_theme && h->has_theme) {
            p->has_theme = true;
            p->theme = h->theme;
        }
        if (p->measure[0] == '\0')
            p->measure = h->measure;
    }
}
