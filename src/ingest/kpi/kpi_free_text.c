/*
 * kpi_free_text.c - does the cell of an indicator's name hold its figures too?
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

#include <string.h>

/* R1（基準） or R6（目標） among the years of the indicator's lines. */
static bool has_figures_by_year(const build *b)
{
    const table_column *year = build_year_column(b);
    year_span span;

    for (size_t n = b->first; year != NULL && n <= b->last; n++) {
        text typed = view_text(&b->reader->view, b->rows[n], year->col);
        line_year line;

        if (typed.length == 0 || text_ends(typed, "年度") ||
            ascii_is_digit(typed.bytes[typed.length - 1]))
            continue; /* a year and no more */
        line = build_year_of_line(b, n, year, &span);
        if (line == LINE_YEAR_FIRST || line == LINE_YEAR_DUE)
            return true;
    }
    return false;
}

/* The table has no place for targets, or leaves it empty. */
static bool lacks_targets(const build *b)
{
    return b->column != NULL && !build_has(b, ROLE_TARGET) &&
           !build_has(b, ROLE_PLANNED) && !build_has_lines(b) &&
           !has_figures_by_year(b);
}

bool build_is_free_text(const build *b)
{
    return lacks_targets(b) && !build_has(b, ROLE_BASELINE);
}

/* A baseline and no target stands beside the name's cell, which may state it:
 * 就職者数¶累計600人（R2～6年度） | 98人（H30） | 累計92人. */
static bool has_baseline_only(const build *b, text name)
{
    return !table_may_have(b->table, ROLE_TARGET) &&
           build_has(b, ROLE_BASELINE) && glyph_has_digit(name) &&
           lacks_targets(b);
}

/* 実績値 | 3 | 5 is the only kind of line, or there is none. */
static bool has_no_aims(const build *b)
{
    if (!build_has_lines(b))
        return true;
    for (size_t n = b->first; n <= b->last; n++)
        if (build_line_role(b, b->rows[n]) != ROLE_ACTUAL)
            return false;
    return true;
}

/* KPI | 商談件数：120件（H30）から200件（R5）へ above a table of actuals: a label's
 * value that states it all. */
static bool is_stated_above(const build *b, text name)
{
    return b->column == NULL && glyph_has_digit(name) &&
           name.length <= READER_PHRASE_MAX && !build_has(b, ROLE_TARGET) &&
           !build_has(b, ROLE_PLANNED) && !build_has(b, ROLE_BASELINE) &&
           has_no_aims(b);
}

static bool has_actual_of(const build *b, int year)
{
    for (size_t i = 0; i < b->table->count; i++)
        if (b->table->columns[i].role == ROLE_ACTUAL &&
            b->table->columns[i].years.to == year &&
            build_mine(b, &b->table->columns[i]))
            return true;
    return false;
}

/* 目標 | 実績 below R3 and below R4: a plan for each year. */
static bool has_targets_by_year(const build *b)
{
    size_t count = 0;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role != ROLE_TARGET || !build_mine(b, k))
            continue;
        if (k->years.to == 0 || !has_actual_of(b, k->years.to))
            return false;
        count++;
    }
    return count > 1;
}

/* A plan for each year stands beside the name's cell, which may state the
 * whole: 利用者数 126万人（2017年度）→200万人（2023年度） | 2018年度 | 138万人. */
static bool has_plans_only(const build *b)
{
    return b->column != NULL && !build_has(b, ROLE_BASELINE) &&
           !build_has_lines(b) &&
           (build_has(b, ROLE_PLANNED) || has_targets_by_year(b) ||
            (build_has(b, ROLE_TARGET) && build_year_column(b) != NULL));
}

/* Do the last words of the name's header speak of it: 数値目標（R8年度）, 指標と現状値?
 */
bool build_header_says(const build *b, const char *const *words, size_t count)
{
    text header = text_of(b->column != NULL ? b->column->header : "");
    size_t at;

    while ((at = text_find(header, " > ", 0)) != SIZE_MAX)
        header = text_from(header, at + strlen(" > "));
    return text_contains_one(header, words, count);
}

static const char *const aims[] = { "目標" };

/* 数値目標（R8年度） above 収納率　98.9％ and lines of 目標 and 実績 by year: the header
 * says what the figure is. */
static bool has_headed_aim(const build *b, text name)
{
    return b->column != NULL && glyph_has_digit(name) &&
           !build_has(b, ROLE_TARGET) && build_header_says(b, aims, 1);
}

/* A figure behind the name, all of the cell: 収納率　98.9％, 収納率（98.9％） where the
 * header says 目標値. The bracket of 受診者数（40歳以上） below 数値目標 is a part of the
 * name. */
static bool is_headed_aim(const build *b, const kpi_text *item)
{
    static const char *const values[] = { "目標値", "と目標", "・目標", "／目標",
                                          "/目標", "（目標", "(目標", "び目標",
                                          "よび目標" };

    return build_header_says(b, aims, 1) &&
           build_figure_apart(item,
                              build_header_says(b, values, sizeof(values) /
                                                           sizeof(*values)));
}

text build_name_aimless(const build *b, kpi *k, text name)
{
    size_t space = SIZE_MAX, next;
    figure_state state;
    text behind;

    if (!build_header_says(b, aims, 1) || glyph_arrow(name) != SIZE_MAX)
        return name;
    for (size_t at = 0; at < name.length; at = next)
        if (glyph_is_space(glyph_at(name, at, &next)))
            space = at;
    if (space == SIZE_MAX || space == 0 ||
        text_contains_one(text_cut(name, 0, space), aims, 1))
        return name; /* 目標 90人 実績 － */
    behind = text_trim(text_from(name, space));
    state = no_number_state(text_from(behind, glyph_any(behind, 0, aims, 1)));
    if (state == STATE_TEXT)
        return name;
    k->target.state = state;
    k->target.text = reader_line(b->reader, behind);
    return text_trim(text_cut(name, 0, space));
}

/* From a figure of one year to that of another: with １人１日当たり in the name, too,
 * which is then read with doubt. */
static bool goes_from_to(const kpi_text *item)
{
    return item->has_baseline && item->baseline_years.to != 0 &&
           item->target_years.to != 0;
}

/* 捕獲頭数【186頭（R2）→目標設定なし】: where it comes from, and no figure that it
 * goes to. */
static bool goes_to_none(const build *b, const kpi_text *item, text typed)
{
    return !item->has_target && item->has_baseline &&
           item->baseline_years.to != 0 && item->name.length > 0 &&
           !build_has(b, ROLE_BASELINE) &&
           glyph_arrow(typed) != SIZE_MAX;
}

/* 成婚数：5組, 成婚数　毎年度5組, 就職者数：5年間で300人 beside a label: no part of a
 * name, though no year is said. */
static bool says_amount(const build *b, const kpi_text *item)
{
    text behind, end = text_from(item->whole, item->name.length);
    size_t next;

    return b->column == NULL &&
           (item->per_year || item->cumulative || item->target.span_years != 0 ||
            (text_equal(text_cut(item->whole, 0, item->name.length),
                        item->name) &&
             glyph_colon(end, &behind) == 0 &&
             glyph_at(behind, 0, &next) == GLYPH_DIGIT));
}

/* One alone is due in a year, too: 20人 may be a part of its name. */
static bool states_one(const build *b, const kpi_text *item, bool alone)
{
    if (!item->has_target || item->name.length == 0)
        return false;
    if (!item->has_baseline && alone && is_headed_aim(b, item))
        return true;
    return (item->confidence == CONFIDENCE_HIGH || goes_from_to(item)) &&
           (item->has_baseline ? !build_has(b, ROLE_BASELINE)
                               : !alone || item->target_years.to != 0 ||
                                     says_amount(b, item));
}

bool build_figure_apart(const kpi_text *item, bool bracket)
{
    size_t next, length = item->name.length;
    bool opens;

    if (length == 0 || length >= item->whole.length ||
        !text_equal(text_cut(item->whole, 0, length), item->name) ||
        glyph_is_letter(glyph_at(item->whole, length, &next)))
        return false;
    opens = glyph_at(item->whole, length, &next) == GLYPH_OPEN;
    return opens ? bracket : item->confidence == CONFIDENCE_HIGH;
}

bool build_states_whole(const build *b, const kpi_text *items, size_t count,
                        text typed)
{
    if (count != 1 && b->column != NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!states_one(b, &items[i], count == 1) &&
            !goes_to_none(b, &items[i], typed))
            return false;
    return count > 0;
}

bool build_may_state(const build *b, text name)
{
    return has_plans_only(b) || is_stated_above(b, name) ||
           has_baseline_only(b, name) || has_headed_aim(b, name);
}

static bool is_actual(const build *b, text words)
{
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        for (size_t n = b->first;
             k->role == ROLE_ACTUAL && build_mine(b, k) && n <= b->last; n++)
            if (text_equal(view_text(&b->reader->view, b->rows[n], k->col),
                           words))
                return true;
    }
    return false;
}

bool build_aim_below(const build *b, kpi_text *items, size_t count)
{
    size_t at;
    text aim;

    if (count != 1 || items[0].has_target || items[0].has_baseline ||
        items[0].target_years.to == 0 ||
        (at = text_find(items[0].name, "\n", 0)) == SIZE_MAX || at == 0)
        return false;
    aim = text_trim(text_from(items[0].name, at));
    if (!is_actual(b, aim))
        return false;
    items[0].name = text_trim(text_cut(items[0].name, 0, at));
    return true;
}
