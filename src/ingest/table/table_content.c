/*
 * table_content.c - what a column holds, by what stands in it
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/kpi_stated.h"

enum { STATED_ROWS = 4 /* a heading may stand above the first one */ };

/* 実績 | R3 | R4 above 実績値 | 19 | 27: the first column names lines. Behind a gap
 * 年度計画 may be the next form's. */
static bool leads_years(const deciding *d, const table_column *k,
                        const content *n)
{
    unsigned years = 0;

    if (view_hangs(d->view, d->t->first_row, k->col))
        return false; /* 指標 down to it: 達成率 below is not each line's word */
    for (size_t i = 0; i < d->count; i++)
        years += d->columns[i].years.to != 0 && d->columns[i].col > k->col;
    return k->col == d->t->col && years > 1 && n->lines > 0 &&
           n->numbers == 0 && column_near(d, k->col).lines > 0;
}

/* 年度 | R2 | R3 above 数値 | 4 | 5 */
static bool heads_values(const deciding *d, const table_column *k)
{
    text key, t = view_text(d->view, d->t->first_row, k->col);
    arena_mark mark = arena_get_mark(d->memory); /* the view keeps its text */
    bool found = fold_key(d->memory, &key, t) && table_is_value_line(key);

    arena_rewind(d->memory, mark);
    return found;
}

/* 区分 | 事業名: of the projects, no part of an indicator. */
static bool leads_projects(const deciding *d, const table_column *k)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_PROJECT && d->columns[i].col > k->col)
            return true;
    return false;
}

/* Another column holds actuals, by its word, its year or its lines. */
static bool shows_actuals(const deciding *d)
{
    if (columns_count(d, ROLE_ACTUAL) > 0)
        return true;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_LINE ||
            (d->columns[i].role == ROLE_NONE && d->columns[i].years.to != 0))
            return true;
    return false;
}

/* No grades but texts with figures, and nothing else shows actuals. */
static bool may_be_actual(const deciding *d, const content *n)
{
    return n->grades == 0 && n->numbers == 0 && n->names * 2 < n->cells &&
           !shows_actuals(d);
}

/* A column says that it holds actuals, and not only 状況 of a year. */
static bool has_actual_words(const deciding *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL &&
            (d->columns[i].years.to == 0 ||
             strstr(d->columns[i].header, "状況") == NULL))
            return true;
    return false;
}

/* KPI | 単位 | KPI値（R6） above 利用者数 | 人 | 230: the second column of
 * indicators holds what is aimed at, where no other says so. */
static bool states_targets(const deciding *d, const table_column *k,
                           const content *n)
{
    return (k->years.to != 0 || text_ends(text_of(k->header), "値")) &&
           n->cells > 0 && n->names * 2 < n->cells && n->long_texts == 0 &&
           columns_count(d, ROLE_KPI) > 1 &&
           columns_count(d, ROLE_TARGET) + columns_count(d, ROLE_PLANNED) ==
               0;
}

/* KPI | KPIの状況 above 目標：2.5倍 and, on a line below, 実績：1.45倍. */
static bool tells_results(const deciding *d, const table_column *k)
{
    static const char *const marks[] = { "実績：", "実績:", "実績値：",
                                         "実績値:" };
    uint32_t row = d->t->first_row;
    text t, line;
    size_t end;

    if (columns_count(d, ROLE_KPI) < 2 || row >= d->view->grid->rows)
        return false;
    t = view_text(d->view, row, k->col);
    end = text_find(t, "\n", 0);
    if (end == SIZE_MAX)
        return false;
    line = text_trim(text_from(t, end + 1));
    return text_starts(t, "目標") &&
           (text_starts(line, marks[0]) || text_starts(line, marks[1]) ||
            text_starts(line, marks[2]) || text_starts(line, marks[3]));
}

/* KPIの目標と実績 above 来場者数：目標 900人 ⇒ 実績 640人, where no other column
 * names the indicators, 目標・実績 above 目標 900人／実績 640人 beside one: what
 * the column is then, else ROLE_NONE. */
static role states_both(const deciding *d, const table_column *k)
{
    uint32_t end = d->t->first_row + STATED_ROWS;
    kpi_stated said[STATED_MOST];

    for (uint32_t row = d->t->first_row;
         row < end && row < d->view->grid->rows; row++) {
        const cell *c = view_cell(d->view, row, k->col);
        text t = c != NULL && c->type == CELL_STRING
                     ? view_text(d->view, row, k->col) : text_of("");
        bool named;

        if (!kpi_stated_may(t) ||
            kpi_stated_read(said, t, d->context_year) == 0)
            continue;
        named = columns_count(d, ROLE_KPI) > 0;
        return said[0].name.length > 0 ? (named ? ROLE_NONE : ROLE_KPI)
               : named                 ? ROLE_ACTUAL : ROLE_NONE;
    }
    return ROLE_NONE;
}

/* 令和6年度の実施内容 | 令和6年度実績: the year's figure stands in a column of its
 * own. */
static bool measured_beside(const deciding *d, const table_column *k)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL && d->columns[i].exact &&
            d->columns[i].years.to == k->years.to)
            return true;
    return false;
}

/* 達成見込, 指標の状況 above ◎, ○ and △, where no other column grades. */
static bool shows_grades(const deciding *d, const table_column *k)
{
    static const char *const words[] = { "状況", "見込", "進捗", "達成",
                                         "判定", "評価" };
    content n;

    if ((k->role != ROLE_IGNORED && k->role != ROLE_KPI) ||
        !text_contains_one(text_of(k->header), words,
                           sizeof(words) / sizeof(*words)) ||
        columns_count(d, ROLE_GRADE) > 0 ||
        (k->role == ROLE_KPI && columns_count(d, ROLE_KPI) < 2))
        return false;
    n = column_sample(d, k->col);
    return n.cells > 1 && content_mostly(n.grades, &n);
}

/* 28が累計なら○, 累計 above marks alone: which figures are totals. */
static bool ticks_totals(const deciding *d, const table_column *k)
{
    return (strstr(k->header, "累計") != NULL ||
            strstr(k->header, "累積") != NULL) &&
           strstr(k->header, "単年") == NULL &&
           (strstr(k->header, "○") != NULL ||
            strstr(k->header, "〇") != NULL ||
            column_holds_marks(d, k->col));
}

/* 毎年度目標 above marks alone, or 毎年度: which targets are each year's. */
static bool ticks_each_year(const deciding *d, const table_column *k)
{
    content n;

    if (strstr(k->header, "毎年") == NULL)
        return false;
    n = column_sample(d, k->col);
    return (n.kinds > 0 && n.kinds == n.cells) ||
           column_holds_marks(d, k->col);
}

/* 区分 above 策定時の値（H27）, H28実績値, 目標値（R1): each line says what it
 * is and of which year, and no column does. */
static bool dates_lines(const deciding *d, const table_column *k,
                        const content *n)
{
    if (k->years.to != 0 || n->dated < 2 || n->dated * 2 < n->cells ||
        !content_mostly(n->dated + n->years, n))
        return false;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].years.to != 0 && &d->columns[i] != k &&
            (role_is_figure(d->columns[i].role) ||
             d->columns[i].role == ROLE_NONE))
            return false;
    return true;
}

static bool is_verdict(role r)
{
    return r == ROLE_GRADE || r == ROLE_STATUS;
}

/* Decides an open column by what stands below it. */
static void decide_by_content(deciding *d, table_column *k)
{
    content n;
    role before = k->role, both;

    if (strcmp(k->why, "plan") == 0)
        return;
    columns_lone_end(d, k);
    if (shows_grades(d, k) || ticks_each_year(d, k)) {
        k->role = ticks_each_year(d, k) ? ROLE_KIND : ROLE_GRADE;
        k->why = "content";
        return;
    }
    if (k->role != ROLE_NONE && k->role != ROLE_ACTUAL &&
        k->role != ROLE_LINE && k->role != ROLE_GRADE &&
        k->role != ROLE_VALUE && k->role != ROLE_NAME &&
        k->role != ROLE_KPI && k->role != ROLE_STATUS &&
        k->role != ROLE_NO && k->role != ROLE_RATE &&
        k->role != ROLE_YEAR && k->role != ROLE_KIND &&
        k->role != ROLE_ACTIVITY && k->role != ROLE_PERIOD &&
        k->role != ROLE_BASELINE_YEAR && k->role != ROLE_TARGET_YEAR &&
        k->role != ROLE_TOTAL && k->role != ROLE_BREAKDOWN)
        return;
    if ((k->role == ROLE_NONE || k->role == ROLE_ACTUAL ||
         k->role == ROLE_TOTAL || k->role == ROLE_KIND) &&
        ticks_totals(d, k)) {
        k->role = ROLE_KIND;
        k->why = "content";
        return;
    }
    n = column_sample(d, k->col);
    if ((k->role == ROLE_NONE || k->role == ROLE_LINE ||
         k->role == ROLE_NAME || k->role == ROLE_YEAR) &&
        dates_lines(d, k, &n)) {
        k->role = ROLE_YEAR;
        k->why = "content";
        return;
    }
    if ((k->role == ROLE_NONE || k->role == ROLE_ACTUAL ||
         k->role == ROLE_LINE) &&
        (both = states_both(d, k)) != ROLE_NONE) {
        k->role = both;
        return;
    }
    switch (k->role) {
    case ROLE_NONE: case ROLE_ACTUAL: case ROLE_VALUE:
        if (k->years.to == 0 && content_mostly(n.years, &n))
            k->role = ROLE_YEAR;
        else if (n.kinds + n.totals > 0 &&
                 content_mostly(n.kinds + n.totals, &n))
            k->role = ROLE_KIND; /* 実績の種類: 累計, 単年度 */
        else if (k->role == ROLE_NONE && n.arrows > 0 &&
                 content_mostly(n.arrows, &n))
            k->role = ROLE_DIRECTION;
        else if (k->years.to == 0 &&
                 (content_mostly(n.lines, &n) || leads_years(d, k, &n) ||
                  (k->header[0] == '\0' && n.lines > 1 &&
                   (n.lines * 3 > n.cells || columns_begin_lines(d, k)))))
            k->role = ROLE_LINE;
        else if (k->role == ROLE_VALUE)
            k->role = ROLE_ACTUAL;
        else if (k->role == ROLE_NONE && k->years.to != 0 &&
                 k->kpi_name.length > 0 && n.cells > 0 && n.numbers == 0 &&
                 content_mostly(n.names + n.arrows, &n) &&
                 columns_count(d, ROLE_ACTUAL) > 0)
            k->role = ROLE_IGNORED; /* 工程 above R4: 実施, → */
        else if (k->role == ROLE_NONE && k->years.to != 0)
            k->role = ROLE_ACTUAL;
        else if (k->role == ROLE_NONE && n.cells > 0 &&
                 content_mostly(n.labels, &n))
            k->role = ROLE_IGNORED;
        else if (k->role == ROLE_NONE && k->header[0] != '\0' &&
                 column_says_verdicts(d, k))
            k->role = ROLE_GRADE; /* 振り返り above 目標どおり */
        break;
    case ROLE_LINE: case ROLE_KIND:
        if (n.names > 0 && content_mostly(n.names, &n) && n.lines == 0 &&
            column_tells_ways(d, k->col))
            k->role = ROLE_DIRECTION;
        else if (k->role == ROLE_LINE && column_pairs_figures(d, k))
            k->role = ROLE_ACTUAL; /* 目標／実績 above 30／26 */
        else if (k->role == ROLE_KIND && n.cells > 0 &&
                 content_mostly(n.labels, &n))
            k->role = ROLE_IGNORED; /* 指標種別: アウトカム, アウトプット */
        else if ((content_mostly(n.lines, &n) && n.totals < n.lines &&
             n.kinds == 0) || columns_begin_lines(d, k) ||
            (k->role == ROLE_LINE && column_lines_with_costs(d, k, &n)))
            k->role = ROLE_LINE;
        else if (k->role == ROLE_LINE && k->years.to != 0 &&
                 n.names * 2 < n.cells)
            k->role = ROLE_ACTUAL; /* 目標・実績 above R4 and R5 */
        else if (k->role == ROLE_LINE && n.cells > 0)
            k->role = column_grades_figures(d, k, &n) ||
                              column_classes_verdict(d, k) ? ROLE_GRADE
                      : (n.kinds + n.totals) * 2 >= n.cells ? ROLE_KIND
                      : n.marks * 2 >= n.cells ? ROLE_RELISTED
                      : content_mostly(n.years, &n) ? ROLE_YEAR
                      : n.texts * 2 >= n.cells && !leads_projects(d, k)
                          ? ROLE_BREAKDOWN : ROLE_IGNORED;
        break;
    case ROLE_BREAKDOWN: /* 内訳 above 年度目標 and 実績値 */
        k->role = content_mostly(n.lines, &n) ? ROLE_LINE : k->role;
        break;
    case ROLE_GRADE: case ROLE_STATUS:
        if (n.grades == 0 && column_is_sorts(d, k))
            k->role = ROLE_IGNORED; /* 評価区分: プロセス */
        /* KPIの進捗状況 > 項目 above 計画値, 実績値 */
        else if (k->years.to == 0 && n.lines > 1 && n.grades == 0 &&
            content_mostly(n.lines, &n))
            k->role = ROLE_LINE;
        /* 中間評価（H30） above figures: that year's */
        else if (k->years.to != 0 &&
            (strstr(k->header, "中間") != NULL ||
             strstr(k->header, "最終") != NULL) &&
            n.cells > 0 && n.grades * 2 < n.cells)
            k->role = ROLE_ACTUAL;
        else if (k->years.to != 0 && strstr(k->header, "状況") != NULL &&
                 n.cells > 0 && n.grades * 2 < n.cells &&
                 !has_actual_words(d))
            k->role = ROLE_ACTUAL; /* 達成状況（R5）: 2人, 87.2% */
        else if (n.cells > 0 && n.percents * 2 > n.cells &&
                 !((columns_count(d, ROLE_RATE) > 0 || n.texts > n.names) &&
                   may_be_actual(d, &n)))
            k->role = ROLE_RATE;
        else if (n.cells > 0 && may_be_actual(d, &n))
            k->role = ROLE_ACTUAL; /* 進捗: H27年度：217人, R4 9％ beside 達成率,
                                    * or 98.6% and 268世帯 */
        else if (column_holds_sentences(d, k, &n))
            k->role = ROLE_REMARK; /* 評価: 相談は増えている。 */
        break;
    case ROLE_ACTIVITY: /* 取組実績 above R3 and R4, or beside 年度, and figures
                         * below */
        if ((k->years.to != 0 ||
             columns_count(d, ROLE_YEAR) > columns_count(d, ROLE_ACTUAL)) &&
            n.cells > 0 &&
            (n.names * 2 < n.cells || column_goes_on_actuals(d, k)) &&
            !(n.numbers == 0 && measured_beside(d, k)))
            k->role = ROLE_ACTUAL;
        break;
    case ROLE_PERIOD: /* 計画期間 above R3 and R4, behind 目標 and 実績 */
        if (k->years.to != 0 && n.numbers > 0 && n.numbers * 2 >= n.cells &&
            columns_count(d, ROLE_LINE) > 0)
            k->role = ROLE_ACTUAL;
        break;
    case ROLE_RATE: /* 達成度: ◎ ○ △, or 達成 改善; 達成度（５段階）: 4, 3 */
        if (strstr(k->header, "段階") != NULL ||
            column_grades_by_points(d, k, &n) ||
            (n.numbers + n.percents == 0 &&
             ((n.grades > 0 && n.grades * 2 >= n.cells) ||
              column_grades_by_words(d, k, &n))))
            k->role = ROLE_GRADE;
        break;
    case ROLE_TOTAL: /* 累計 above 累計 beside some figures: no figures */
        if (n.numbers == 0 && content_mostly(n.kinds + n.totals, &n))
            k->role = ROLE_KIND;
        break;
    case ROLE_BASELINE_YEAR: case ROLE_TARGET_YEAR: /* 基準年度（2013年度） */
        if (k->years.to != 0 &&
            ((n.years == 0 && n.cells > 0 &&
              (n.names * 2 < n.cells || n.numbers * 2 >= n.cells)) ||
             column_begins_with_figure(d, k)))
            k->role = k->role == ROLE_TARGET_YEAR ? ROLE_TARGET
                                                  : ROLE_BASELINE;
        break;
    case ROLE_NAME:
        k->role = content_mostly(n.lines, &n) || columns_begin_lines(d, k)
                      ? ROLE_LINE
                  : content_mostly(n.labels, &n) ? ROLE_IGNORED
                  : content_mostly(n.ordinals, &n) ? ROLE_NO
                  : n.cells > 0 && n.long_texts * 2 > n.cells
                      ? ROLE_SUMMARY
                      : ROLE_NAME;
        break;
    case ROLE_KPI:
        if ((n.cells > 1 && content_mostly(n.labels, &n)) ||
            column_labels_names(d, k) || column_letters_names(d, k) ||
            column_leads_line(d, k))
            k->role = ROLE_IGNORED;
        else if (n.lines > 1 &&
                 (content_mostly(n.lines, &n) || columns_begin_lines(d, k)))
            k->role = ROLE_LINE; /* 指標 over 項目, above 目標 and 実績 */
        else if (tells_results(d, k))
            k->role = ROLE_ACTUAL;
        else if (states_targets(d, k, &n))
            k->role = ROLE_TARGET;
        else if (n.cells > 1 && content_mostly(n.ordinals, &n) &&
                 strstr(k->header, "目標") == NULL &&
                 (k->index == 0 || k->years.to == 0)) /* KPI① R3: a figure */
            k->role = ROLE_CODE;
        break;
    case ROLE_YEAR:
        if ((n.lines > 1 && n.lines * 2 >= n.cells) ||
            (n.years == 0 && column_first_rows(d, k, 1).lines == 1) ||
            heads_values(d, k) || columns_begin_lines(d, k))
            k->role = ROLE_LINE; /* 年度 | R3 | R4 above 目標 and 実績 */
        else if (n.cells > 0 && n.years == 0 &&
                 !(n.ordinals == n.cells &&
                   (strstr(k->header, "平成") != NULL ||
                    strstr(k->header, "令和") != NULL ||
                    (d->context_year != 0 &&
                     strstr(k->header, "年度") != NULL))))
            k->role = ROLE_IGNORED; /* 平成（年度） above 27 and 28 */
        break;
    default:
        break;
    }
    if (k->role != before)
        k->why = k->role == ROLE_ACTUAL ? "position" : "content";
}

/* 28年度末時点　達成状況 over H27 | 142人 and H28 | 累計305人: a line a year, and
 * the header's year is but when all of it was told. */
static bool spans_years(const deciding *d, size_t first, size_t last)
{
    role r = d->columns[first].role;
    content n = column_sample(d, d->columns[first].col);

    return last > first && (is_verdict(r) || r == ROLE_ACTUAL) &&
           content_mostly(n.years, &n);
}

/* Beside them stand their figures, where none are told to be. */
static bool tells_figures(const deciding *d, role r, const content *n)
{
    return is_verdict(r) && n->cells > 0 && n->grades * 2 < n->cells &&
           n->percents * 2 < n->cells && n->names * 2 < n->cells &&
           !shows_actuals(d);
}

/* R4, and no word of what stands below. */
static bool is_year_alone(const deciding *d, size_t i)
{
    return d->columns[i].role == ROLE_NONE && d->columns[i].years.to != 0;
}

/* 年度 or R4 over two columns, 目標 or 70 over both below it: lines of figures, and what
 * a form has in the second column further down (評価 | 順調) is none of them. */
static bool spans_lines(const deciding *d, size_t first, size_t last)
{
    role r = d->columns[first].role;
    uint32_t row = d->t->first_row;
    merge_range m = view_range(d->view, row, d->columns[first].col);

    if (is_year_alone(d, first))
        return columns_are_one(d, first, last);
    return (r == ROLE_YEAR || r == ROLE_LINE ||
            r == ROLE_KPI || /* 参加者数 over both, and labels of a form below */
            ((r == ROLE_NAME || r == ROLE_NONE) &&
             columns_begin_lines(d, &d->columns[first]))) &&
           m.row == row && view_filled(d->view, row, m.col) &&
           m.last_col == d->columns[last].col;
}

/* 基準年度 in the columns that 実績 covers, alone and further down: a label of the
 * next indicator's, and no line of figures. */
static bool labels_next(const deciding *d, const table_column *k, role r,
                        const content *n)
{
    uint32_t row = d->t->first_row;

    return role_is_figure(r) && n->cells == 1 && n->lines == 1 &&
           !(view_begins(d->view, row, k->col) &&
             view_filled(d->view, row, k->col));
}

/* Columns below one header cell: a label or number, then what it says. */
static void decide_span(deciding *d, size_t first, size_t last)
{
    role r = d->columns[first].role;
    bool taken = false;
    content names = column_sample(d, d->columns[last].col);

    if ((last == first + 1 && (columns_name_lines(d, first) ||
                               columns_two_words(d, first))) ||
        columns_label_trio(d, first, last) ||
        columns_label_units(d, first, last))
        return;
    if (columns_first_only(d, first, last)) {
        decide_by_content(d, &d->columns[first]);
        return;
    }
    if (spans_lines(d, first, last)) {
        for (size_t i = first + 1; i <= last; i++)
            d->columns[i].role = ROLE_NONE;
        last = first;
        names = (content){ 0 };
        if (r == ROLE_NAME)
            d->columns[first].role = r = ROLE_LINE; /* 項目 above 計画値, 実績 */
        /* 区分 above 成果指標 names no lines, in one column or over two */
        if (r == ROLE_NONE || /* R4, or 利用者数（人） for what all of it is */
            (r == ROLE_YEAR && !columns_begin_lines(d, &d->columns[first]) &&
             !columns_begin_dated(d, &d->columns[first]) &&
             column_first_rows(d, &d->columns[first], 1).lines == 1) ||
            (r == ROLE_YEAR && heads_values(d, &d->columns[first])) ||
            (r == ROLE_LINE &&
             column_first_rows(d, &d->columns[first], 2).lines == 0)) {
            decide_by_content(d, &d->columns[first]);
            return;
        }
    }
    /* 年度 over 活動指標 | 利用者数: no column of years */
    if ((r == ROLE_YEAR || r == ROLE_LINE) && columns_count(d, ROLE_KPI) == 0 &&
        names.names > 0 && names.years + names.lines == 0 &&
        column_names_sections(d, d->columns[first].col))
        r = ROLE_NAME;
    if (spans_years(d, first, last))
        for (size_t i = first; i <= last; i++)
            d->columns[i].years = (year_span){ 0 };

    for (size_t i = first; i <= last; i++) {
        table_column *k = &d->columns[i];
        column_seen seen = column_look(d, k->col);
        content n = seen.all, near = seen.near;

        if (n.cells == 0 && i == first && role_is_figure(r) &&
            columns_say_nothing(d, first, last))
            continue; /* 実績（R6） above －, which is its actual */
        if (n.cells == 0 || columns_behind_years(d, first, i) ||
            (i > first && labels_next(d, k, r, &n)) ||
            (i < last && !columns_begin_counted(d, k, r) &&
             (n.labels * 2 >= n.cells ||
              (near.labels > 0 && near.labels * 2 >= near.cells))) ||
            (i == first && i < last && (r == ROLE_NAME || r == ROLE_KPI) &&
             column_names_sections(d, k->col))) {
            k->role = ROLE_NONE;
        } else if (k->years.to == 0 &&
                   (content_mostly(n.years, &n) ||
                    (i == first && i < last && columns_begin_years(d, k)))) {
            /* 基準値 over 120 and R1: one is the other's, settled later */
            k->role = r == ROLE_TARGET || r == ROLE_BASELINE ||
                              r == ROLE_BASELINE_YEAR || r == ROLE_TARGET_YEAR
                          ? r : ROLE_YEAR;
            k->why = "content";
        } else if (content_mostly(n.lines, &n) ||
                   ((k->header[0] == '\0' || r == ROLE_YEAR || taken) &&
                    columns_begin_lines(d, k))) {
            k->role = ROLE_LINE;
            k->why = "content";
        } else if (!taken && i < last &&
                   (content_mostly(n.ordinals, &n) ||
                    content_mostly(near.ordinals, &near) ||
                    column_first_rows(d, k, 2).ordinals == 2 ||
                    column_counts_by_letters(d, k->col) ||
                    column_counts_one(d, k, d->columns[last].col)) &&
                   (r == ROLE_PROJECT || r == ROLE_KPI ||
                    role_is_level(r))) {
            k->role = r == ROLE_KPI ? ROLE_CODE : ROLE_NO;
            k->why = "content";
        } else if (!taken) {
            k->role = r;
            taken = true;
            if (i > first && d->columns[first].role == ROLE_YEAR &&
                tells_figures(d, r, &n)) {
                k->role = ROLE_ACTUAL;
                k->why = "position";
            }
        } else if (r == ROLE_BREAKDOWN ||
                   (r == ROLE_KPI && content_mostly(n.texts, &n))) {
            k->role = ROLE_BREAKDOWN;
            k->why = "content";
        } else {
            k->role = ROLE_NONE;
        }
    }
}

/* Columns without a header cell of their own, beside one that has one. */
void columns_by_content(deciding *d)
{
    for (size_t i = 0; i < d->count;) {
        size_t last = i;

        while (last + 1 < d->count && d->columns[i].header[0] != '\0' &&
               d->columns[last + 1].head_row == d->columns[i].head_row &&
               d->columns[last + 1].head_col == d->columns[i].head_col &&
               strcmp(d->columns[last + 1].header,
                      d->columns[i].header) == 0)
            last++;
        if (last == i && d->columns[i].role != ROLE_NONE &&
            d->columns[i].role != ROLE_PERIOD_FROM)
            while (last + 1 < d->count &&
                   d->columns[last + 1].header[0] == '\0')
                last++;
        if (last > i)
            decide_span(d, i, last);
        if (last == i || d->columns[i].role == ROLE_RATE)
            decide_by_content(d, &d->columns[i]);
        i = last + 1;
    }
}
