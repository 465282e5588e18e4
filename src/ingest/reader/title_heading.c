/*
 * title_heading.c - headings in the lines above a table and a sheet's name
 */
#include "ingest/reader/title_heading.h"

#include <string.h>

#include "ingest/header/header_lookup.h"
#include "ingest/header/level_number.h"
#include "ingest/header/office_name.h"
#include "ingest/header/title_words.h"
#include "wording/glyph.h"

enum { NAME_BYTES = 240 };

/* 基本目標１ or 施策2-1, with nothing behind the number. */
static bool is_level_alone(text t)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);

    return heading_has_word(style) && no.length > 0 && title.length == 0;
}

/* 基本目標, 施策: the word for a level above the projects. */
static bool is_level_word(reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(&r->view, r->roles, row, col,
                                      r->context_year);

    return w->exact && (w->role == ROLE_GOAL || w->role == ROLE_THEME ||
                        w->role == ROLE_PART || w->role == ROLE_MEASURE);
}

/* A further label, whose value stands beside it. */
static bool is_label(reader *r, uint32_t row, uint32_t col)
{
    return table_word(&r->view, r->roles, row, col, r->context_year)->exact &&
           !is_level_word(r, row, col) &&
           view_next(&r->view, row, col + 1) != UINT32_MAX;
}

static bool is_number(text t)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c != GLYPH_DIGIT && c != GLYPH_DASH && c != GLYPH_OPEN &&
            c != GLYPH_CLOSE && c != GLYPH_MARK && c != GLYPH_LATIN)
            return false;
    }
    return t.length > 0 && t.length <= 12;
}

static bool is_name(reader *r, uint32_t row, uint32_t col)
{
    const header_word *w;
    const cell *c = view_cell(&r->view, row, col);

    if (c == NULL || c->type != CELL_STRING ||
        view_text(&r->view, row, col).length > NAME_BYTES)
        return false;
    w = table_word(&r->view, r->roles, row, col, r->context_year);
    return !w->exact && !w->year_only;
}

/* 基本目標 | しごと | 施策 | 創業: a further level with its name behind it. */
static bool begins_pair(reader *r, uint32_t row, uint32_t col)
{
    uint32_t next = view_next(&r->view, row, col + 1);

    return next != UINT32_MAX && is_name(r, row, next) &&
           (is_level_word(r, row, col) ||
            is_level_alone(view_text(&r->view, row, col)));
}

/* The columns of a pair's number, UINT32_MAX for none, and name, whose label
 * is at col. */
static bool find_pair(reader *r, uint32_t row, uint32_t col, uint32_t *no,
                      uint32_t *name)
{
    const sheet_view *v = &r->view;
    uint32_t second, third;
    const cell *c = col == UINT32_MAX ? NULL : view_cell(v, row, col);

    *no = UINT32_MAX;
    if (c == NULL || c->type != CELL_STRING ||
        view_range(v, row, col).last_row > row)
        return false;
    second = view_next(v, row, col + 1);
    if (second == UINT32_MAX)
        return false;
    third = view_next(v, row, second + 1);
    if (third != UINT32_MAX &&
        (is_label(r, row, third) || begins_pair(r, row, third)))
        third = UINT32_MAX; /* 施策 | 創業 | 担当課 | 商工課 */
    if (third != UINT32_MAX && view_next(v, row, third + 1) != UINT32_MAX &&
        !begins_pair(r, row, view_next(v, row, third + 1)))
        return false;
    if (!is_level_alone(view_text(v, row, col)) &&
        !is_level_word(r, row, col))
        return false;
    *name = third != UINT32_MAX ? third : second;
    if (third != UINT32_MAX) {
        *no = second;
        if (!is_number(view_text(v, row, second)))
            return false;
    }
    return is_name(r, row, *name) && !is_number(view_text(v, row, *name));
}

bool title_heading_pairs(reader *r, uint32_t row)
{
    uint32_t no, name;

    return find_pair(r, row, view_next(&r->view, row, 0), &no, &name);
}

uint32_t title_heading_behind(reader *r, uint32_t row)
{
    uint32_t no, name, col = view_next(&r->view, row, 0);

    if (!find_pair(r, row, col, &no, &name))
        return UINT32_MAX;
    do
        col = view_next(&r->view, row, name + 1);
    while (find_pair(r, row, col, &no, &name));
    return col;
}

static void take(reader *r, text banner)
{
    if (!headings_take(&r->headings, r->memory, banner))
        r->failed = true;
}

/* The word that a banner has for a label's level. */
static text banner_word(const header_word *w)
{
    return text_of(w->role == ROLE_GOAL      ? "基本目標"
                   : w->role != ROLE_THEME   ? "施策"
                   : w->rank == RANK_AIM     ? "基本方針"
                   : w->rank == RANK_POLICY  ? "基本政策"
                   : w->rank == RANK_PILLAR  ? "施策の柱"
                                             : "基本的方向");
}

/* 基本目標１ | しごと, which is no word of a header's. */
static void take_numbered(reader *r, text level, text no, text title)
{
    buf b;

    buf_init(&b);
    buf_text(&b, level);
    buf_text(&b, no);
    buf_string(&b, "　");
    buf_text(&b, title);
    take(r, text_of(reader_line(r, buf_slice(&b))));
    buf_free(&b);
}

/* 施策 | 1-1 | 創業の促進: as 施策1-1　創業の促進 in one cell. */
static void take_pair(reader *r, uint32_t row, uint32_t col, uint32_t no,
                      uint32_t name)
{
    const sheet_view *v = &r->view;
    text level = view_text(v, row, col);
    bool vision = header_is_vision(level);
    const header_word *w = table_word(v, r->roles, row, col,
                                      r->context_year);
    heading_label label = {
        .word = is_level_alone(level) ? level : banner_word(w),
        .no = no == UINT32_MAX ? text_of("") : view_text(v, row, no),
        .title = text_of(reader_line(r, view_text(v, row, name))),
        .rank = w->rank, .row = row
    };

    if (vision && r->headings.has_goal && !r->headings.goal_vision)
        return; /* of the goal above */
    if (!is_level_word(r, row, col))
        take_numbered(r, label.word, label.no, label.title);
    else if (!headings_take_label(&r->headings, r->memory, &label))
        r->failed = true;
    r->headings.goal_vision = r->headings.goal_vision || vision;
}

bool title_heading_act(reader *r, uint32_t row, text *no, text *title)
{
    enum { CELLS = 3 };
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0);
    const header_word *w = NULL;
    unsigned cells = 0;
    buf b;

    buf_init(&b);
    for (; c != UINT32_MAX && cells < CELLS; c = view_next(v, row, c + 1)) {
        if (cells == 1 && level_number_read(r->roles, r->context_year,
                                            buf_slice(&b), no, title) != NULL)
            break; /* 取組①　相談 | 担当：健康課 */
        if (cells++ > 0)
            buf_string(&b, "　");
        buf_text(&b, view_text(v, row, c));
    }
    if (c == UINT32_MAX && b.length > 0 && b.length <= NAME_BYTES)
        w = level_number_read(r->roles, r->context_year,
                              text_of(reader_line(r, buf_slice(&b))), no,
                              title);
    buf_free(&b);
    return w != NULL && w->role == ROLE_PROJECT && w->rank >= RANK_ACT &&
           w->rank <= RANK_ACT + 2;
}

text title_heading_alone(const reader *r, text banner)
{
    text no, title, about;
    heading_style style = heading_read(banner, &no, &title);

    if (style == STYLE_GOAL_WORD && no.length > 0 &&
        title_is_document(title, r->context_year)) /* 基本目標２の進捗状況 */
        return text_cut(banner, 0,
                        (size_t)(no.bytes - banner.bytes) + no.length);
    about = title_front(banner, r->context_year);
    style = heading_read(about, &no, &title);
    return style == STYLE_NONE ||
                   (title.length == 0 && style != STYLE_GOAL_WORD)
               ? banner : about;
}

bool title_heading_several(text t)
{
    static const char *const joints[] = { "・", "、", "，", "～", "〜", "及び",
                                          "と", "から" };
    text no, title, rest;
    size_t next;

    heading_read(t, &no, &title);
    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++)
        if (no.length > 0 && text_starts(title, joints[i])) {
            rest = text_from(title, strlen(joints[i]));
            return rest.length > 0 &&
                   (glyph_at(rest, 0, &next) == GLYPH_DIGIT ||
                    (heading_read(rest, &no, &title) != STYLE_NONE &&
                     no.length > 0));
        }
    return false;
}

/* Up to the bracket that closes the one in front of a heading: 【基本目標２　ひと
 * の流れ】; not of 【基本目標２】ひとの流れ. */
static text inside_bracket(text t)
{
    size_t next, depth = 0;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_CLOSE && depth == 0)
            return is_level_alone(text_cut(t, 0, at)) ? t
                                                      : text_cut(t, 0, at);
        depth += c == GLYPH_OPEN;
        depth -= c == GLYPH_CLOSE;
    }
    return t;
}

/* 施策３「子育て」の進捗: as 施策３　子育て. */
static text without_quotes(reader *r, text t)
{
    text no, title;
    size_t close;
    buf b;

    if (heading_read(t, &no, &title) == STYLE_NONE ||
        !text_starts(title, "「") ||
        (close = text_find(title, "」", 0)) == SIZE_MAX)
        return t;
    buf_init(&b);
    buf_text(&b, text_cut(t, 0, (size_t)(title.bytes - t.bytes)));
    buf_string(&b, "　");
    buf_text(&b, text_cut(title, strlen("「"), close));
    t = text_of(reader_line(r, buf_slice(&b)));
    buf_free(&b);
    return t;
}

/* 施策：安全なまち at the right of 建設部: a level by its label. */
static bool is_labelled_level(text t)
{
    text behind, no, title;
    size_t colon = t.length > NAME_BYTES ? SIZE_MAX
                                         : glyph_colon(t, &behind);

    return colon != SIZE_MAX && colon > 0 && behind.length > 0 &&
           heading_has_word(heading_read(t, &no, &title)) &&
           no.length == 0 && text_equal(title, behind);
}

/* Behind the first cell of a line, which may be a banner itself. */
static void take_labelled(reader *r, uint32_t row)
{
    uint32_t c = view_next(&r->view, row, 0);

    while (c != UINT32_MAX &&
           (c = view_next(&r->view, row, c + 1)) != UINT32_MAX) {
        text t = view_text(&r->view, row, c);

        if (is_labelled_level(t))
            take(r, t);
    }
}

bool title_heading_path(reader *r, uint32_t row)
{
    uint32_t col = view_next(&r->view, row, 0);
    text t;
    size_t next;

    if (col == UINT32_MAX || view_next(&r->view, row, col + 1) != UINT32_MAX)
        return false;
    t = view_text(&r->view, row, col);
    if (t.length > NAME_BYTES || heading_path_end(t, 0, &next) == t.length ||
        next == t.length || text_find(t, "\n", 0) != SIZE_MAX ||
        text_find(t, "。", 0) != SIZE_MAX || !heading_is_plain(t) ||
        title_is_document(t, r->context_year))
        return false;
    r->headings.measure = reader_line(r, t);
    r->headings.measure_style = STYLE_NONE;
    return true;
}

void title_heading_take(reader *r, uint32_t row)
{
    uint32_t no, name, col = view_next(&r->view, row, 0);

    if (find_pair(r, row, col, &no, &name)) {
        do {
            take_pair(r, row, col, no, name);
            col = view_next(&r->view, row, name + 1);
        } while (find_pair(r, row, col, &no, &name));
        return;
    }
    if (title_heading_path(r, row))
        return;
    for (uint32_t c = view_next(&r->view, row, 0);
         c != UINT32_MAX && !r->headings.has_goal;
         c = view_next(&r->view, row, c + 1)) {
        text t = view_text(&r->view, row, c);
        size_t at = title_find_heading(t);

        if (at == SIZE_MAX)
            continue;
        t = text_from(t, at);
        t = without_quotes(r, inside_bracket(t));
        if (!title_heading_several(t))
            take(r, title_heading_alone(r, t));
    }
    take_labelled(r, row);
}

/* Behind what parts a name from its number: 目標1_しごと, 目標1（しごと）. */
static text name_behind(text t)
{
    size_t next, end = t.length;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (glyph_is_letter(c)) {
            if (at > 0 && glyph_class_before(t, at) == GLYPH_OPEN &&
                glyph_class_before(t, end) == GLYPH_CLOSE)
                end = glyph_back(t, end);
            return text_cut(t, at, end);
        }
    }
    return text_of("");
}

/* Ⅰしごとをつくる, but not Ⅰ総括表 and Ⅱ経済局. */
static bool is_roman_heading(const reader *r, text sheet)
{
    text no, title;

    return heading_read(sheet, &no, &title) == STYLE_ROMAN &&
           glyph_word(title, 0, "期") == 0 && !office_name(title) &&
           !title_is_document(title, r->context_year);
}

void title_heading_of_sheet(reader *r)
{
    text sheet = text_of(r->view.grid->sheet), no, title;
    size_t at = title_find_heading(sheet), open;
    buf b;

    if (at != 0 && at != SIZE_MAX &&
        glyph_at(sheet, 0, &open) == GLYPH_OPEN && open == at)
        sheet = inside_bracket(text_from(sheet, at)); /* 【基本目標２】交流 */
    else if (at != 0 && !is_roman_heading(r, sheet))
        return;
    heading_read(sheet, &no, &title);
    title = name_behind(text_from(
        sheet, (size_t)(no.bytes - sheet.bytes) + no.length));
    if (title.length == 0 || title_is_document(title, r->context_year))
        return;
    buf_init(&b);
    buf_text(&b, text_cut(sheet, 0,
                          (size_t)(no.bytes - sheet.bytes) + no.length));
    buf_string(&b, "　");
    buf_text(&b, title);
    take(r, text_of(reader_line(r, buf_slice(&b))));
    buf_free(&b);
}
