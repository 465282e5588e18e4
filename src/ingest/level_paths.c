/*
 * level_paths.c - levels of a project that stand in one cell
 */
#include "ingest/level_paths.h"

#include "ingest/form/grant_parts.h"

static bool read_path(form_path *path, const char *words)
{
    text t = text_of(words);

    return (text_find(t, "＞", 0) != SIZE_MAX ||
            text_find(t, " > ", 0) != SIZE_MAX) &&
           form_path_read(path, t, false);
}

/* しごと ＞ 林業 below the goal しごと, too. */
static bool is_known(bool has, const heading *h, text part)
{
    text no, title;

    heading_read(part, &no, &title);
    return has && (text_equal(text_of(h->title), part) ||
                   text_equal(text_of(h->title), title));
}

/* The levels from the outermost in, and what is left for the innermost. */
static bool split_measure(reader *r, project *p)
{
    form_path path;
    size_t n = 0, last;

    if (!read_path(&path, p->measure))
        return false;
    last = path.count - 1;
    if (last > 2 || (last == 2 && p->has_goal && p->has_theme))
        return false;
    if (is_known(p->has_goal, &p->goal, path.parts[n]) && ++n < last &&
        is_known(p->has_theme, &p->theme, path.parts[n]))
        n++;
    if (last - n > (size_t)!p->has_goal + !p->has_theme)
        return false;
    if (n < last && !p->has_goal)
        reader_set_heading(r, &p->has_goal, &p->goal, path.parts[n++]);
    if (n < last)
        reader_set_heading(r, &p->has_theme, &p->theme, path.parts[n]);
    p->measure = reader_line(r, path.parts[last]);
    return true;
}

static bool split_theme(reader *r, project *p)
{
    form_path path;

    if (!p->has_theme || !read_path(&path, p->theme.title) ||
        path.count > 2 ||
        (p->has_goal && !is_known(true, &p->goal, path.parts[0])))
        return false;
    if (!p->has_goal)
        reader_set_heading(r, &p->has_goal, &p->goal, path.parts[0]);
    reader_set_heading(r, &p->has_theme, &p->theme, path.parts[1]);
    return true;
}

static bool split_goal(reader *r, project *p)
{
    form_path path;

    if (!p->has_goal || p->has_theme || !read_path(&path, p->goal.title) ||
        path.count > 3 || (path.count == 3 && p->measure[0] != '\0'))
        return false;
    p->goal.title = reader_line(r, path.parts[0]);
    reader_set_heading(r, &p->has_theme, &p->theme, path.parts[1]);
    if (path.count == 3)
        p->measure = reader_line(r, path.parts[2]);
    return true;
}

void level_paths_split(reader *r, size_t first)
{
    bool said = false;

    for (size_t i = first; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];
        const char *words = p->measure;

        if (!split_measure(r, p)) {
            words = p->has_theme ? p->theme.title : p->goal.title;
            if (!split_theme(r, p) && !split_goal(r, p))
                continue;
        }
        if (!said) /* once a sheet */
            reader_finding(r, "heading-uncertain", p->where.row, p->where.col,
                           text_of(words), NULL, NULL, NULL);
        said = true;
    }
}
