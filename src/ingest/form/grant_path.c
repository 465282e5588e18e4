/*
 * grant_path.c - the levels above a form's project in one line, which no word
 * tells
 *
 *     しごとをつくる　＞　林業の成長         計画カード 1/4
 *     林道の整備                            判定
 *
 *     事業名 | 林道の整備
 *     体系   | しごとをつくる ／ 林業の成長
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

enum { PART_LEAST = 2, PART_BYTES = 180 };

/* Where a part ends; beside 体系 other signs may part them, too. */
static size_t part_end(text t, size_t at, bool placed, size_t *next)
{
    static const char *const strokes[] = { "／", " / ", "→", "⇒", "≫", "》",
                                           "＞＞", ">", "↓", "｜", "」・「" };
    size_t end = heading_path_end(t, at, next);

    for (size_t i = 0; placed && i < sizeof(strokes) / sizeof(*strokes); i++) {
        size_t found = text_find(t, strokes[i], at),
               behind = found + strlen(strokes[i]);

        if (found < end || (found == end && end < t.length && behind > *next)) {
            end = found;
            *next = behind;
        }
    }
    return end;
}

/* しごとをつくる of 「しごとをつくる」. */
static text unquoted(text t)
{
    static const char *const open = "「", *const close = "」";
    text inner = t = text_trim(t);

    if (text_starts(inner, open))
        inner = text_from(inner, strlen(open));
    if (text_ends(inner, close))
        inner = text_cut(inner, 0, inner.length - strlen(close));
    return text_find(inner, open, 0) == SIZE_MAX &&
                   text_find(inner, close, 0) == SIZE_MAX ? inner : t;
}

/* Without a number only ＞ says that the one is within the other: 10人 → 20人. */
bool form_path_read(form_path *p, text t, bool placed)
{
    bool inside = placed || text_find(t, "＞", 0) != SIZE_MAX ||
                  text_find(t, " > ", 0) != SIZE_MAX;
    static const char *const signs[] = { "＞", ">", "→", "⇒", "↓", "》", "≫" };
    bool wrapped = text_find(t, "\n", 0) != SIZE_MAX;
    size_t end;
    text no, title;

    *p = (form_path){ .count = 0 };
    if ((wrapped && !(placed && text_contains_one(
                                     t, signs, sizeof(signs) /
                                                   sizeof(*signs)))) ||
        text_find(t, "＜", 0) != SIZE_MAX || text_find(t, "《", 0) != SIZE_MAX)
        return false; /* ＜基本目標＞しごとをつくる */
    for (size_t at = 0; at < t.length; at = end) {
        text part = unquoted(text_cut(t, at, part_end(t, at, placed, &end)));
        bool numbered = heading_is_numbered(heading_read(part, &no, &title));

        if (wrapped && part.length == 0)
            continue; /* ＞ at the end of a line */
        if (p->count == FORM_PATH_PARTS || !form_is_phrase(part) ||
            part.length == 0 || part.length > PART_BYTES ||
            (numbered ? title.length == 0 : !inside))
            return false;
        p->parts[p->count++] = part;
    }
    return p->count >= PART_LEAST;
}

bool form_is_path(text t)
{
    form_path path;
    size_t end;

    return heading_path_end(t, 0, &end) < t.length && form_path_read(&path, t, false);
}

/* Is nothing else in the row, but the document's title (計画進捗カード 1/4)? */
static bool stands_above(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (c != col && !form_is_cover(view_text(v, row, c)))
            return false;
    return true;
}

bool form_take_path(form *f, uint32_t row, uint32_t col, text t)
{
    project *p = f->project;
    bool placed;
    size_t end, n = 0;
    form_path path;

    if (f->below || p->has_goal || p->has_theme || p->measure[0] != '\0' ||
        part_end(t, 0, true, &end) == t.length)
        return false;
    placed = form_names_place(form_position_label(f, row, col, &t));
    if ((!placed && (f->title.length > 0 || f->named ||
                     !stands_above(f, row, col))) ||
        !form_path_read(&path, t, placed))
        return false;
    form_set_heading(f, &p->has_goal, &p->goal, path.parts[n++]);
    form_set_heading(f, &p->has_theme, &p->theme, path.parts[n++]);
    if (path.count == FORM_PATH_PARTS)
        form_set_heading(f, &p->has_part, &p->part, path.parts[n++]);
    if (n < path.count)
        p->measure = reader_line(f->reader, path.parts[n]);
    f->path = path.parts[path.count - 1];
    f->path_row = row;
    f->path_col = col;
    reader_finding(f->reader, "heading-uncertain", row, col, t, NULL, NULL,
                   NULL); /* no word says which levels they are */
    return true;
}

void form_take_path_name(form *f)
{
    project *p = f->project;

    f->title = f->path;
    f->title_row = f->path_row;
    f->title_col = f->path_col;
    if (p->measure[0] != '\0')
        p->measure = "";
    else
        p->has_theme = false;
}
