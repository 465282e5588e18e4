/*
 * grant_titled.c - the line above an indicator's labels and years names it
 *
 *     ①利用者数                     or 指標名：利用者数【人】
 *     基準値 | 120 | 目標値（R7） | 300   or 基準値：120 | 目標値（R7）：300
 *     年度 | R3 | R4
 *     目標 | 150 | 200
 *     実績 | 140 | 210
 *
 * The labels between tell such a line from a heading right above a table; and
 * so does a unit at its end: ◆利用者数（人）.
 */
#include "ingest/form/grant_parts.h"

#include "ingest/header/unit_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { LABEL_BYTES = 60, NAME_BYTES = 180, STAGE_ROWS = 4 };

const header_word *form_stated_word(const form *f, text t, text *value)
{
    size_t at = glyph_colon(t, value);
    const header_word *w;

    if (at == SIZE_MAX || at == 0 || at > LABEL_BYTES || value->length == 0)
        return NULL;
    w = header_roles_find(f->reader->roles, text_trim(text_cut(t, 0, at)),
                          f->reader->context_year);
    return w->exact ? w : NULL;
}

static bool is_stage(role r)
{
    return r == ROLE_BASELINE || r == ROLE_BASELINE_YEAR ||
           r == ROLE_TARGET || r == ROLE_TARGET_YEAR;
}

static bool describes_stage(const header_word *w)
{
    return is_stage(w->role) || w->role == ROLE_UNIT ||
           w->role == ROLE_DIRECTION;
}

/* 基準値 | 120 | 目標値（R7） | 300, 基準値：120 | 目標値（R7）：300: nothing but such
 * labels and their values. */
static bool says_stages(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    unsigned stages = 0;
    uint32_t next;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX; c = next) {
        const header_word *w = form_label(f, row, c);
        text value;

        next = view_next(v, row, view_range(v, row, c).last_col + 1);
        if (w->exact) {
            if (!describes_stage(w) || next == UINT32_MAX ||
                form_label(f, row, next)->exact)
                return false;
            next = view_next(v, row, view_range(v, row, next).last_col + 1);
        } else {
            w = form_stated_word(f, view_text(v, row, c), &value);
            if (w == NULL || !describes_stage(w))
                return false;
        }
        stages += is_stage(w->role);
    }
    return stages > 0;
}

/* ①利用者数, ■利用者数: without its mark; no heading of a part. */
static text marked_name(const form *f, text t)
{
    static const char *const others[] = { "事業", "取組", "取り組み",
                                          "プロジェクト" };
    text no, title = t;
    heading_style style = heading_read(t, &no, &title);

    if ((!heading_is_numbered(style) && style != STYLE_BULLET) ||
        title.length == 0 || form_is_section(f->reader, t) ||
        text_ends(title, "。") ||
        text_ends_in(title, others, sizeof(others) / sizeof(*others)))
        return text_of("");
    return title;
}

/* 成果指標：利用者数（人）, 指標１　利用者数, ①利用者数. */
static text name_in(const form *f, text t)
{
    text value;
    const header_word *w = form_stated_word(f, t, &value);

    if (w != NULL)
        return w->role == ROLE_KPI || w->role == ROLE_NAME ? value
                                                           : text_of("");
    value = form_caption_name(t);
    return value.length > 0 ? value : marked_name(f, t);
}

/* The words of a row that holds nothing else. */
static text words_alone(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);
    text t;

    if (c == UINT32_MAX || view_cell(v, row, c)->type != CELL_STRING ||
        view_next(v, row, view_range(v, row, c).last_col + 1) != UINT32_MAX)
        return text_of("");
    t = view_text(v, row, c);
    return t.length > NAME_BYTES ? text_of("") : t;
}

static text name_at(const form *f, uint32_t row)
{
    text t = words_alone(f, row);

    return t.length == 0 ? t : name_in(f, t);
}

/* ◆利用者数（人）, but no 事業費（千円） */
static text counted_name(const form *f, uint32_t row)
{
    text t = words_alone(f, row), rest, unit, name;

    if (!glyph_may_close(t) ||
        glyph_class_before(t, t.length) != GLYPH_CLOSE ||
        form_is_section(f->reader, t) ||
        !unit_take_from_name(f->reader->memory, t, &rest, &unit) ||
        text_find(unit, "円", 0) != SIZE_MAX || rest.length == 0)
        return text_of("");
    name = name_in(f, t);
    return name.length > 0 ? name : heading_unmarked(t);
}

text form_titled_name(const form *f, uint32_t from, uint32_t *name_row)
{
    uint32_t row = f->table->top, stages = 0;

    while (row > from && stages < STAGE_ROWS && says_stages(f, row - 1)) {
        row--;
        stages++;
    }
    if (row <= from)
        return text_of("");
    *name_row = row - 1;
    return stages > 0 ? name_at(f, row - 1) : counted_name(f, row - 1);
}

/* 年度 | R3 | R4 */
static bool heads_years(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);

    if (c == UINT32_MAX)
        return false;
    c = view_next(v, row, c + 1);
    return c != UINT32_MAX && form_label(f, row, c)->year_only;
}

bool form_is_titled_name(const form *f, uint32_t row)
{
    uint32_t rows = f->reader->view.grid->rows, next = row + 1;

    while (next < rows && next - row <= STAGE_ROWS && says_stages(f, next))
        next++;
    return next < rows && heads_years(f, next) &&
           (next > row + 1 ? name_at(f, row) : counted_name(f, row)).length >
               0;
}
