/*
 * table_settle.c - what a column's words leave open, told by its neighbours
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/header_years.h"
#include "ingest/header/unit_words.h"
#include "wording/fold.h"
#include "wording/kpi_text.h"

enum { PHRASE_BYTES = 600 };

unsigned columns_count(const deciding *d, role r)
{
    unsigned n = 0;

    for (size_t i = 0; i < d->count; i++)
        n += d->columns[i].role == r;
    return n;
}

/* （４）KPI | 指標名: a column of KPI①, KPI② beside the one of the names. */
static void settle_labels(deciding *d)
{
    for (size_t i = 0; i + 1 < d->count && columns_count(d, ROLE_KPI) > 1;
         i++) {
        table_column *k = &d->columns[i];
        content n;

        if (k->role != ROLE_KPI || d->columns[i + 1].role != ROLE_KPI)
            continue;
        n = column_near(d, k->col); /* another form may stand below */
        if (n.labels + n.ordinals > 0 && (n.labels + n.ordinals) * 4 >= n.cells)
            k->role = ROLE_IGNORED;
    }
}

/* 数値目標, 目標（KPI）, 指標値, 指標（基準⇒目標）. */
static bool heads_aims(const char *header)
{
    static const char *const words[] = { "数値目標", "目標（", "目標(",
                                         "目標【", "指標値" };
    size_t start, end;

    return text_contains_one(text_of(header), words,
                             sizeof(words) / sizeof(*words)) ||
           (header_find_arrow(text_of(header), &start, &end) &&
            strstr(header + end, "目標") != NULL);
}

/* 数値目標（KPI）, 数値目標となる指標. */
static bool says_indicator(const table_column *k)
{
    static const char *const words[] = { "KPI", "ＫＰＩ", "指標" };

    return text_contains_one(table_column_words(k), words,
                             sizeof(words) / sizeof(*words));
}

/* 数値目標 or 数値目標（R7） above ① and ②, as 評価指標 is above another ① and ②:
 * their targets, but 指標値（R5） is none. */
static void settle_numbered_aims(deciding *d)
{
    for (size_t i = 0; i < d->count && columns_count(d, ROLE_KPI) > 2; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_KPI || k->index == 0 ||
            strcmp(k->why, "plan") == 0 || !heads_aims(k->header) ||
            (k->years.to != 0 && strstr(k->header, "数値目標") == NULL))
            continue;
        for (size_t n = 0; n < i; n++) {
            const table_column *one = &d->columns[n];
            content c;

            if (one->role != ROLE_KPI || one->index != k->index ||
                heads_aims(one->header))
                continue;
            c = column_sample(d, k->col);
            if (c.names * 2 <= c.cells)
                k->role = ROLE_TARGET;
            break;
        }
    }
}

/* 数値目標 in the header of each of several indicators: the columns hold alike.
 * Figures in one of them may be a name's own: 売上1億円超. */
static bool holds_figures(const deciding *d, const table_column *k)
{
    unsigned cells = 0, names = 0;

    for (size_t i = 0; i < d->count; i++) {
        const table_column *one = &d->columns[i];
        content n;

        if (one != k && (one->role != ROLE_KPI ||
                         !text_equal(table_column_words(one), table_column_words(k))))
            continue;
        n = column_sample(d, one->col);
        cells += n.cells;
        names += n.names;
    }
    return cells > 0 && names * 2 < cells;
}

/* 数値目標（指標） below KPI① and below KPI②: the same column of several. */
static bool comes_again(const deciding *d, const table_column *k)
{
    for (size_t i = 0; i < d->count; i++) {
        const table_column *one = &d->columns[i];

        if (one != k && one->role == ROLE_KPI && one->index != k->index &&
            heads_aims(one->header) && says_indicator(one))
            return says_indicator(k);
    }
    return false;
}

/* 数値目標 in front of each indicator of a card: all such columns have one word. */
static bool heads_each(const deciding *d, const table_column *k)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_KPI &&
            !text_equal(table_column_words(&d->columns[i]),
                        table_column_words(k)))
            return false;
    return columns_count(d, ROLE_KPI) > 1;
}

/* 数値目標 above 対象年度, 目標 and 実績, too: what all of them are about, and
 * the years are not the target's alone. */
static bool groups_actuals(const deciding *d, const char *header, size_t group)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL &&
            strncmp(d->columns[i].header, header, group) == 0)
            return true;
    return false;
}

/* 数値目標 above 年度 and 値: the years of the target beside it. */
static void settle_target_years(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *year = &d->columns[i];
        size_t group = strlen(year->header) - table_column_words(year).length;

        if ((year->role != ROLE_YEAR &&
             (year->role != ROLE_BASELINE_YEAR || /* 現状値 in front of it */
              strcmp(year->why, "position") != 0)) ||
            strcmp(year->why, "plan") == 0 || group == 0 ||
            !heads_aims(year->header) ||
            (year->role == ROLE_YEAR && groups_actuals(d, year->header, group)))
            continue;
        for (size_t n = i == 0 ? 1 : i - 1; n <= i + 1 && n < d->count; n += 2)
            if (d->columns[n].role == ROLE_TARGET &&
                strncmp(d->columns[n].header, year->header, group) == 0)
                year->role = ROLE_TARGET_YEAR;
    }
}

/* 数値目標（KPI）, beside which another column is 数値目標: the name of what is
 * counted. */
static bool is_name_beside(const deciding *d, const table_column *k)
{
    bool other = false;

    for (size_t i = 0; i < d->count; i++)
        other = other ||
                (&d->columns[i] != k && d->columns[i].role == ROLE_KPI &&
                 !says_indicator(&d->columns[i]) &&
                 heads_aims(d->columns[i].header));
    return other && says_indicator(k);
}

bool column_tells_targets(const deciding *d, const table_column *k)
{
    unsigned texts = 0, named = 0, figures = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows && texts < 12;
         row++) {
        text t = view_text(d->view, row, k->col);
        const cell *c = view_cell(d->view, row, k->col);
        kpi_text *items = NULL;
        size_t count = 0;
        text no;

        heading_project_number(t, &no, &t); /* 1 来場者数：50人→80人 */
        figures += c != NULL && c->type == CELL_NUMBER;
        if (c == NULL || c->type != CELL_STRING || t.length == 0 ||
            t.length > PHRASE_BYTES || !view_begins(d->view, row, k->col) ||
            !kpi_text_parse(d->memory, &items, &count, t, d->context_year) ||
            count == 0 || !items[0].has_target)
            continue;
        texts++;
        named += items[0].name.length >= 2 * strlen("名");
    }
    return named >= 2 && figures <= named
               ? named * 3 >= texts * 2
               : named == 1 && texts == 1 && figures == 0;
}

/* 来場者数 above 数値目標 | R4実績, its figures below: the header names the
 * indicator. */
static bool is_named_above(const deciding *d, const table_column *k)
{
    return strstr(k->header, " > ") != NULL &&
           columns_count(d, ROLE_PROJECT) > 0 && holds_figures(d, k);
}

/* 指標の名称 below 数値目標の達成状況: a name, however its cells look. */
static bool says_name(const table_column *k)
{
    return says_indicator(k) && !heads_aims(table_column_words(k).bytes);
}

/* Such a column beside 指標名 is the target, where no other is or figures
 * stand below it. */
static void settle_targets(deciding *d)
{
    for (size_t i = 0; i < d->count && columns_count(d, ROLE_KPI) > 0; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_KPI && strcmp(k->why, "plan") != 0 && i > 0 &&
            heads_aims(k->header) && !says_name(k) &&
            !is_name_beside(d, k) &&
            (columns_count(d, ROLE_KPI) == 1
                 ? is_named_above(d, k)
                 : (columns_count(d, ROLE_TARGET) == 0 &&
                    !comes_again(d, k)) || holds_figures(d, k)) &&
            !((strstr(k->header, "内容") != NULL || comes_again(d, k) ||
               heads_each(d, k)) &&
              column_tells_targets(d, k)))
            k->role = ROLE_TARGET;
    }
    settle_target_years(d);
}

/* Of those with the number of an indicator, how many columns of role `r`; of
 * indicators, only with a year or without one. */
static unsigned count_numbered(const deciding *d, unsigned index, role r,
                               bool dated)
{
    unsigned n = 0;

    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];

        n += k->index == index && k->role == r &&
             (r != ROLE_KPI || (k->years.to != 0) == dated);
    }
    return n;
}

/* KPI① | KPI① R3 | KPI① R4 | KPI① 目標, or R3 above KPI① further right: what has
 * the indicator's number and a year is its figure in that year. */
static void settle_dated(deciding *d)
{
    unsigned several = columns_count(d, ROLE_KPI);

    for (size_t i = 0; i < d->count && several > 1; i++) {
        unsigned index = d->columns[i].index;

        if (d->columns[i].role != ROLE_KPI || index == 0 ||
            d->columns[i].years.to != 0 ||
            count_numbered(d, index, ROLE_KPI, false) != 1 ||
            count_numbered(d, index, ROLE_KPI, true) +
                    count_numbered(d, index, ROLE_TARGET, false) < 2)
            continue;
        for (size_t n = i + 1; n < d->count; n++) {
            table_column *k = &d->columns[n];

            if (k->role == ROLE_KPI && k->index == index &&
                k->years.to != 0 && strcmp(k->why, "plan") != 0) {
                k->role = ROLE_ACTUAL;
                k->why = "position";
            }
        }
    }
}

/* サービス種別 | サービス名 | 指標: fewer names than the next column has, which are
 * short. */
static bool groups_names(const deciding *d, size_t i)
{
    const table_column *k = &d->columns[i];
    content outer, inner;

    if (i + 2 >= d->count || k->role != ROLE_NAME || k[1].role != ROLE_NAME ||
        k[2].role != ROLE_KPI || columns_count(d, ROLE_PROJECT) > 0)
        return false;
    outer = column_sample(d, k->col);
    inner = column_sample(d, k[1].col);
    return outer.cells < inner.cells &&
           inner.cells <= column_sample(d, k[2].col).cells &&
           inner.long_texts * 2 < inner.cells &&
           content_mostly(inner.names, &inner);
}

static void settle_kpi_words(deciding *d)
{
    settle_targets(d);
    /* サービス種別 | 項目: the last name is the indicator's; of 項目 | 内容 it is
     * a guess */
    if (columns_count(d, ROLE_KPI) + columns_count(d, ROLE_PROJECT) == 0)
        for (size_t i = 0; i < d->count && columns_count(d, ROLE_NAME) > 1;
             i++)
            if (d->columns[i].role == ROLE_NAME) {
                d->columns[i].role = ROLE_PROJECT;
                d->columns[i].rank = columns_count(d, ROLE_NAME) > 1 ? 44 : 45;
                if (text_ends(text_of(d->columns[i].header), "項目"))
                    d->columns[i].why = "content";
            }
    for (size_t i = 0; i < d->count; i++)
        if (groups_names(d, i)) {
            d->columns[i].role = d->columns[i + 1].role = ROLE_PROJECT;
            d->columns[i].rank = 44;
            d->columns[i + 1].rank = 45;
        } else if (d->columns[i].role == ROLE_NAME) {
            d->columns[i].rank = 45; /* counts only of a project */
            d->columns[i].role = columns_count(d, ROLE_KPI) == 0 ? ROLE_KPI
                                 : columns_count(d, ROLE_PROJECT) == 0
                                     ? ROLE_PROJECT
                                     : ROLE_SUMMARY;
        }
}

/* 指標の推移 | 指標名 | 単位, and no figure below it: the title of a part, at the
 * side of its table. */
static void settle_side_title(deciding *d)
{
    table_column *k = d->columns;
    content n;

    if (d->count < 2 || k->role != ROLE_ACTUAL || k->years.to != 0 ||
        (k[1].role != ROLE_KPI && k[1].role != ROLE_NAME &&
         k[1].role != ROLE_NO))
        return;
    n = column_sample(d, k->col);
    if (n.numbers == 0)
        k->role = ROLE_IGNORED;
}

/* 評価項目, 成果目標 above names, where nothing else names an indicator: the
 * word inside the header misled. */
static void settle_misled(deciding *d)
{
    if (columns_count(d, ROLE_KPI) + columns_count(d, ROLE_NAME) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        content n;

        if ((k->role != ROLE_GRADE && k->role != ROLE_TARGET) || k->exact ||
            k->years.to != 0)
            continue;
        n = column_sample(d, k->col);
        if (n.grades > 0 || !content_mostly(n.names, &n))
            continue;
        k->role = ROLE_KPI;
        k->why = "content";
        return;
    }
}

/* 基準値（開始前） above １年目 and ２年目, beside a column of years: stages. */
static bool names_stages(const deciding *d, const table_column *k)
{
    unsigned cells = 0, stages = 0;
    bool years = false;

    for (size_t i = 0; i < d->count; i++)
        years = years || (d->columns[i].role == ROLE_YEAR &&
                          d->columns[i].col > k->col);
    for (uint32_t row = d->t->first_row;
         years && row <= d->t->last_row && row < d->view->grid->rows &&
         cells < 4; row++) {
        const header_word *w;

        if (!view_filled(d->view, row, k->col))
            break;
        w = table_word(d->view, d->roles, row, k->col, d->context_year);
        cells++;
        stages += w->role == ROLE_BASELINE || w->role == ROLE_TARGET ||
                  text_find(view_text(d->view, row, k->col), "年目", 0) !=
                      SIZE_MAX;
    }
    return cells > 1 && stages == cells;
}

/* ＫＰＩ① merged over 年度 | R2 | R3 and the lines below: it names them all, and
 * KPIの実績 what they hold. Or it is the label of the name beside it: 指標① |
 * 参加者数 | 基準値 | 目標値. */
static bool stands_beside(const deciding *d, const table_column *k)
{
    merge_range m = view_range(d->view, d->t->first_row, k->col);
    const header_word *w;

    if (m.row > d->t->bottom || m.last_row < d->t->first_row ||
        !view_filled(d->view, m.row, m.col))
        return false;
    w = table_word(d->view, d->roles, m.row, m.col, d->context_year);
    return columns_count(d, ROLE_LINE) > 0 ||
           (w->exact && w->role == ROLE_ACTUAL && !w->has_year) ||
           (w->exact && w->role == ROLE_KPI &&
            view_filled(d->view, m.row, m.last_col + 1));
}

/* 成果指標１ | 団体数 | 基準値 | 目標値, and below the first two nothing beside the
 * figures: the second is the name, and no header. */
static bool is_front_label(const deciding *d, size_t i)
{
    const table_column *k = &d->columns[i], *next = k + 1;
    uint32_t row = d->t->first_row;

    return i + 1 < d->count && k->exact && next->header[0] != '\0' &&
           (next->role == ROLE_NONE || (strcmp(next->why, "content") == 0 &&
                                        next->role != ROLE_YEAR &&
                                        next->role != ROLE_LINE)) &&
           !view_filled(d->view, row, k->col) &&
           !view_filled(d->view, row, next->col) &&
           view_next(d->view, row, next->col + 1) != UINT32_MAX;
}

static void settle_front_label(deciding *d)
{
    if (columns_count(d, ROLE_KPI) != 1)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_KPI &&
            strcmp(d->columns[i].why, "plan") != 0 && is_front_label(d, i))
            d->columns[i].role = d->columns[i + 1].role = ROLE_NONE;
}

/* 評価 > 前回, 前回自己評価 */
static bool is_round(const table_column *k)
{
    const char *own = strstr(k->header, " > ");
    bool earlier;

    return own != NULL
               ? table_names_round(text_of(own + strlen(" > ")), &earlier)
               : text_starts(text_of(k->header), "前回");
}

/* Names without a header that says so: the first column, where no other
 * holds an indicator (区分 | R4目標 | R4実績). */
static void settle_names(deciding *d)
{
    unsigned levels = 0;

    if (columns_count(d, ROLE_KPI) + columns_count(d, ROLE_NAME) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        levels += role_is_level(d->columns[i].role);
        if (d->columns[i].kpi_name.length > 0 &&
            d->columns[i].years.to != 0 &&
            column_sample(d, d->columns[i].col).cells > 0)
            return;
    }
    if (levels > 0) {
        columns_division(d);
        return;
    }
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        content n = column_sample(d, k->col);

        if (k->role == ROLE_NO || k->role == ROLE_CODE || n.cells == 0 ||
            (k->role == ROLE_IGNORED && is_round(k)))
            continue;
        if (k->role != ROLE_NONE && k->role != ROLE_BREAKDOWN &&
            k->role != ROLE_IGNORED &&
            (k->role != ROLE_YEAR || n.years > 0))
            return;
        if (names_stages(d, k) || stands_beside(d, k) || is_front_label(d, i))
            return;
        if (n.texts * 2 < n.cells || n.long_texts * 2 > n.cells)
            return;
        k->role = ROLE_KPI;
        k->why = "content";
        return;
    }
}

/* 目標: 新規就農者数　年3人 - a text that names the indicator too, where no
 * other column does. */
static void settle_named_targets(deciding *d)
{
    table_column *k = NULL;

    if (columns_count(d, ROLE_KPI) > 0 || columns_count(d, ROLE_TARGET) != 1 ||
        columns_count(d, ROLE_PLANNED) + columns_count(d, ROLE_LINE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_TARGET)
            k = &d->columns[i];
    if (column_tells_targets(d, k)) {
        k->role = ROLE_KPI;
        k->why = "content";
    }
}

void columns_settle(deciding *d)
{
    columns_captioned(d);
    columns_abreast(d);
    columns_relisted(d);
    columns_global_goals(d);
    settle_side_title(d);
    columns_times(d);
    columns_goals(d);
    columns_offices(d);
    columns_lines(d);
    columns_side_lines(d);
    settle_dated(d);
    settle_numbered_aims(d);
    settle_labels(d);
    settle_kpi_words(d);
    columns_present(d);
    columns_since(d);
    settle_misled(d);
    columns_goals(d);
    settle_named_targets(d);
    settle_front_label(d);
    settle_names(d);
    columns_kinds(d);
    columns_figures(d);
    columns_names(d);
    columns_units(d);
    columns_second_actuals(d);
}
