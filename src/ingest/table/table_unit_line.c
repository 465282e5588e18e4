/*
 * table_unit_line.c - （単位：人） in a line above a table
 */
#include "ingest/header/unit_words.h"
#include "ingest/table/table_find_parts.h"

enum { UNIT_REACH = 3, UNIT_BYTES = 24, UNIT_LINE_BYTES = 90 };

/* 人・％: which of them is meant is not said. */
static bool names_several(const finder *f, text unit)
{
    return (text_find(unit, "、", 0) != SIZE_MAX ||
            text_find(unit, "，", 0) != SIZE_MAX ||
            text_find(unit, ",", 0) != SIZE_MAX ||
            text_find(unit, "・", 0) != SIZE_MAX) &&
           !unit_word(f->memory, unit);
}

/* 単位：各指標の（　）内, 単位：表のとおり: where the units stand, and none. */
static bool says_where(text unit)
{
    static const char *const words[] = { "各指標", "指標ごと", "（　）", "（ ）",
                                         "（）", "( )", "()", "括弧", "かっこ",
                                         "カッコ", "とおり", "通り", "参照",
                                         "記載" };

    return text_contains_one(unit, words, sizeof(words) / sizeof(*words));
}

/* （単位：人）, or at the end of a caption: （１）登用に関する指標（単位：％） */
static bool unit_of_line(const finder *f, text typed, text *unit)
{
    if (unit_caption_end(typed) < typed.length)
        typed = text_from(typed, unit_caption_end(typed));
    if (typed.length > UNIT_LINE_BYTES ||
        text_find(typed, "単位", 0) == SIZE_MAX)
        return false;
    if (unit_of_others(f->memory, typed, unit))
        return true;
    *unit = unit_plain(typed);
    if (text_is(*unit, "：") || text_is(*unit, ":") ||
        names_several(f, *unit) || says_where(*unit))
        return false; /* a label, its value beside it */
    /* 単位：千t-CO2 says so itself */
    return unit_word(f->memory, *unit) ||
           (unit->length <= UNIT_BYTES &&
            text_find(*unit, "単位", 0) == SIZE_MAX &&
            text_find(*unit, "は", 0) == SIZE_MAX && /* 費用は千円: of others */
            (text_find(typed, "単位：", 0) != SIZE_MAX ||
             text_find(typed, "単位:", 0) != SIZE_MAX));
}

/* 指標② | 出店数 | 単位：店: the unit is that one's alone. */
static bool is_of_one(const finder *f, uint32_t row, uint32_t col)
{
    uint32_t first = view_next(f->view, row, 0);
    const header_word *w = finder_word(f, row, first);

    return first != col && w->exact && w->role == ROLE_KPI && w->index != 0;
}

void finder_unit_line(const finder *f, table *t, uint32_t floor)
{
    t->unit = text_of("");
    for (uint32_t row = t->top; row > floor && t->top - row < UNIT_REACH;) {
        row--;
        for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
             c = view_next(f->view, row, c + 1)) {
            text unit;

            if (unit_of_line(f, view_text(f->view, row, c), &unit) &&
                !is_of_one(f, row, c)) {
                t->unit = unit;
                return;
            }
        }
    }
}
