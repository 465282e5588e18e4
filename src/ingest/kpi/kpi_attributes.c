/*
 * kpi_attributes.c - kind, direction, code, remark and rate of an indicator
 */
#include <limits.h>
#include <string.h>

#include "ingest/kpi/kpi_label.h"
#include "ingest/kpi/kpi_parts.h"
#include "ingest/kpi/kpi_way_note.h"
#include "ingest/kpi/kpi_wish.h"
#include "ingest/reader/project_grade.h"
#include "wording/fold.h"
#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { SIGN_BYTES = 4 };

typedef struct word_kind {
    const char *word;
    int value;
} word_kind;

static const word_kind kinds[] = {
    { "annual", KIND_ANNUAL },         { "cumulative", KIND_CUMULATIVE },
    { "level", KIND_LEVEL },           { "milestone", KIND_MILESTONE },
    { "累計", KIND_CUMULATIVE },       { "累積", KIND_CUMULATIVE },
    { "積上", KIND_CUMULATIVE },       { "単年", KIND_ANNUAL },
    { "毎年", KIND_ANNUAL },           { "年間", KIND_ANNUAL },
    { "各年", KIND_ANNUAL },           { "フロー", KIND_ANNUAL },
    { "ストック", KIND_LEVEL },        { "水準", KIND_LEVEL },
    { "時点", KIND_LEVEL },            { "到達", KIND_LEVEL },
    { "状態", KIND_LEVEL },            { "現況", KIND_LEVEL },
    { "率", KIND_LEVEL },
    { "行為", KIND_MILESTONE },        { "マイルストーン", KIND_MILESTONE },
    { "策定", KIND_MILESTONE },
};
static const word_kind directions[] = {
    { "維持", DIRECTION_KEEP },  { "keep", DIRECTION_KEEP },
    { "現状", DIRECTION_KEEP },  { "→", DIRECTION_KEEP },
    { "down", DIRECTION_DOWN },  { "減", DIRECTION_DOWN },
    { "低", DIRECTION_DOWN },    { "下", DIRECTION_DOWN },
    { "↓", DIRECTION_DOWN },     { "↘", DIRECTION_DOWN },
    { "小さ", DIRECTION_DOWN },  { "少な", DIRECTION_DOWN },
    { "短", DIRECTION_DOWN },    { "縮", DIRECTION_DOWN },
    { "抑", DIRECTION_DOWN },    { "▼", DIRECTION_DOWN },
    { "▽", DIRECTION_DOWN },     { "横ばい", DIRECTION_KEEP },
    { "マイナス", DIRECTION_DOWN }, { "up", DIRECTION_UP },
    { "増", DIRECTION_UP },      { "高", DIRECTION_UP },
    { "上", DIRECTION_UP },      { "↑", DIRECTION_UP },
    { "↗", DIRECTION_UP },       { "大き", DIRECTION_UP },
    { "多い", DIRECTION_UP },    { "多く", DIRECTION_UP },
    { "拡大", DIRECTION_UP },    { "プラス", DIRECTION_UP },
};

static int find_kind(reader *r, text t, const word_kind *list, size_t count)
{
    text key;

    if (t.length == 0 || !fold_key(r->memory, &key, t))
        return 0;
    for (size_t i = 0; i < count; i++)
        if (text_find(key, list[i].word, 0) != SIZE_MAX)
            return list[i].value;
    return 0;
}

kpi_direction kpi_direction_said(reader *r, text t)
{
    kpi_direction noted = t.length > 0 && t.length <= SIGN_BYTES
                              ? kpi_way_of_mark(r, t) : DIRECTION_UNKNOWN;

    if (noted != DIRECTION_UNKNOWN)
        return noted;
    return (kpi_direction)find_kind(r, t, directions,
                                    sizeof(directions) / sizeof(*directions));
}

/* The block's newest grade older than `before`, or NULL; one without a year is
 * newer than all. */
static const table_column *grade_before(const build *b, int before)
{
    const table_column *found = NULL;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (c->role != ROLE_GRADE || c->block != b->block)
            continue;
        if (c->years.to == 0)
            return before == INT_MAX ? c : NULL;
        if (c->years.to < before &&
            (found == NULL || c->years.to > found->years.to))
            found = c;
    }
    return found;
}

/* Does the block have an actual of the year in its row? */
static bool has_actual(const build *b, int year)
{
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (c->role == ROLE_ACTUAL && c->years.to == year &&
            build_mine(b, c) &&
            view_filled(&b->reader->view, b->rows[b->first], c->col))
            return true;
    }
    return false;
}

/* The grade in the block's own columns: of 評価 below each year the newest one,
 * but none of before the newest actual. */
static const char *block_grade(const build *b)
{
    const sheet_view *v = &b->reader->view;
    const table_column *c = grade_before(b, INT_MAX);

    while (c != NULL && c->years.to != 0 &&
           !view_filled(v, b->rows[b->first], c->col) &&
           !has_actual(b, c->years.to))
        c = grade_before(b, c->years.to);
    return c == NULL ? ""
                     : project_grade_text(b->reader,
                                          view_text(v, b->rows[b->first],
                                                    c->col));
}

/* 累計なら○: marks below it are of figures. */
static bool ticks_totals(const table_column *kind)
{
    return kind->role == ROLE_KIND && strcmp(kind->why, "content") == 0 &&
           (strstr(kind->header, "累計") != NULL ||
            strstr(kind->header, "累積") != NULL) &&
           strstr(kind->header, "単年") == NULL;
}

/* ○, ■ alone. */
static bool is_mark(text t)
{
    size_t next;

    return t.length > 0 &&
           (glyph_at(t, 0, &next) == GLYPH_BULLET ||
            (next = glyph_word(t, 0, "〇")) > 0) && next == t.length;
}

/* Does a column of kinds, which only its cells show to be one, stand behind the
 * figures of a year that it does not name? */
static bool is_behind(const build *b, const table_column *kind)
{
    const table_column *front;

    if (kind->role != ROLE_KIND || strcmp(kind->why, "content") != 0 ||
        kind->years.to != 0 || kind->col == 0)
        return false;
    front = table_column_at(b->table, kind->col - 1);
    return front != NULL && front->role == ROLE_ACTUAL &&
           front->years.to == 0;
}

/* 単年 beside one line's figure, 累計 beside the next one's: of the figures; but
 * 毎年度目標 stands in the lines of the targets. */
static bool kind_changes(const build *b, const table_column *kind)
{
    const sheet_view *v = &b->reader->view;

    if (kind->years.to != 0 || strstr(kind->header, "毎年") != NULL)
        return kind->years.to != 0;
    for (size_t n = b->first + 1; n <= b->last; n++)
        if (view_begins(v, b->rows[n], kind->col) &&
            view_filled(v, b->rows[n], kind->col) &&
            !text_equal(view_text(v, b->rows[n], kind->col),
                        view_text(v, b->rows[b->first], kind->col)))
            return true;
    return false;
}

/* The first column of kinds that is the indicator's and says something, in
 * *row; others are of its figures: 累計なら○, 実績の種別 of a year. On a sheet a year
 * one behind the figures is so too: 単年 on one, 累計 on the next. */
static const table_column *own_kind(const build *b, uint32_t *row)
{
    for (size_t i = 0; table_may_have(b->table, ROLE_KIND) &&
                       i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role != ROLE_KIND || !build_mine(b, k) || ticks_totals(k) ||
            (build_year_column(b) == NULL && is_behind(b, k)) ||
            kind_changes(b, k))
            continue;
        for (size_t n = b->first; n <= b->last; n++)
            if (view_filled(&b->reader->view, b->rows[n], k->col)) {
                *row = b->rows[n];
                return k;
            }
    }
    return NULL;
}

/* 累計・単年の別, 数値の種類: of all figures, not of the indicator. */
static bool tells_figures(const char *header)
{
    static const char *const words[] = { "数値の", "実績の", "値の種", "集計" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strstr(header, words[i]) != NULL)
            return true;
    return strstr(header, "累計") != NULL && strstr(header, "単年") != NULL;
}

bool build_kind_totals(const build *b)
{
    const table_column *kind = table_column_of(b->table, ROLE_KIND, b->block);
    text t;

    if (kind == NULL || kind->years.to != 0)
        return false;
    t = build_text(b, ROLE_KIND);
    return (text_starts(t, "累計") || text_starts(t, "累積")) &&
           tells_figures(kind->header) && !kind_changes(b, kind);
}

/* 2016年度 over 実績値 | 集計: the column beside the figure's, of its year. */
static const table_column *kind_beside(const build *b,
                                       const table_column *shown)
{
    for (unsigned i = 0; i < 2; i++) {
        const table_column *k = table_column_at(b->table, i == 0
                                                    ? shown->col + 1
                                                    : shown->col - 1);

        if (k != NULL && k->role == ROLE_KIND &&
            (k->years.to == shown->years.to ||
             (i == 0 && k->years.to == 0 && ticks_totals(k))))
            return k;
    }
    return NULL;
}

/* 年度実績 | 区分 above 累計 and 単年; 実績の区分 where 目標種別 is another one. */
static const table_column *kind_of_figures(const build *b,
                                           const table_column *shown)
{
    const table_column *behind = table_column_at(b->table, shown->col + 1);

    if (behind != NULL && is_behind(b, behind))
        return behind;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role == ROLE_KIND && build_mine(b, k) &&
            strstr(k->header, "実績") != NULL)
            return k;
    }
    return build_year_column(b) == NULL
               ? NULL : table_column_of(b->table, ROLE_KIND, b->block);
}

bool build_says_total(const build *b, const table_column *shown,
                      uint32_t row)
{
    const table_column *kind = !table_may_have(b->table, ROLE_KIND) ? NULL
                               : shown->years.to != 0
                                   ? kind_beside(b, shown)
                                   : kind_of_figures(b, shown);
    merge_range at;
    text t;

    if (build_line_total(b, row))
        return true;
    if (kind == NULL)
        return false;
    at = view_range(&b->reader->view, row, kind->col);
    if (shown->years.to == 0 && at.last_row > at.row)
        return false; /* of several lines */
    t = view_text(&b->reader->view, row, kind->col);
    return text_starts(t, "累計") || text_starts(t, "累積") ||
           (ticks_totals(kind) && is_mark(t));
}

/* 指標1 above 名称 in a form counts its indicators: every form has one. */
static bool counts_indicators(const build *b, text code)
{
    const header_word *w;

    if (code.length == 0 || !b->reader->view.turned)
        return false;
    w = header_roles_find(b->reader->roles, code, 0);
    return w->role == ROLE_KPI && w->index != 0;
}

/* Does a sign of another way stand in the header, or in the column? Then ▲ is
 * no minus, and － no empty cell. */
static bool has_opposite(const build *b, const table_column *c,
                         const char *const *signs, size_t count)
{
    const sheet_view *v = &b->reader->view;

    for (size_t i = 0; i < count; i++)
        if (strstr(c->header, signs[i]) != NULL)
            return true;
    for (uint32_t row = b->table->first_row; row <= b->table->last_row; row++)
        if (text_in(view_text(v, row, c->col), signs, count))
            return true;
    return false;
}

/* ▲ beside others with ▼, － beside ＋; ○ below 逆指標. */
static kpi_direction signed_direction(const build *b, text t,
                                      const table_column *c)
{
    static const char *const up[] = { "▲", "△" }, *const down[] = { "▼", "▽" };
    static const char *const plus[] = { "＋", "+" };
    static const char *const minus[] = { "－", "-", "−", "ー", "―" };
    wish w;

    if (text_in(t, plus, COUNT(plus)))
        return DIRECTION_UP;
    if (text_in(t, up, COUNT(up)))
        return has_opposite(b, c, down, COUNT(down)) ? DIRECTION_UP
                                                     : DIRECTION_UNKNOWN;
    if (text_in(t, minus, COUNT(minus)))
        return has_opposite(b, c, plus, COUNT(plus)) ? DIRECTION_DOWN
                                                     : DIRECTION_UNKNOWN;
    return is_mark(t) && wish_find(&w, text_of(c->header), 0)
               ? w.direction : DIRECTION_UNKNOWN;
}

static kpi_direction stated_direction(build *b)
{
    text t = build_text(b, ROLE_DIRECTION);
    const table_column *c;
    kpi_direction way;
    uint32_t row;

    if (t.length == 0)
        return DIRECTION_UNKNOWN;
    way = kpi_direction_said(b->reader, t);
    if (way == DIRECTION_UNKNOWN && t.length <= SIGN_BYTES &&
        build_cell(b, ROLE_DIRECTION, &row, &c))
        way = signed_direction(b, t, c);
    return way;
}

void build_attributes(build *b, kpi_list *list)
{
    reader *r = b->reader;
    uint32_t kind_row = 0;
    const table_column *own = own_kind(b, &kind_row);
    text kind = own == NULL ? text_of("")
                            : build_cell_text(b, own, kind_row);
    kpi_direction way = stated_direction(b);
    text code = build_text(b, ROLE_CODE);
    text remark = text_of("");
    const table_column *c;
    uint32_t row;

    if (is_mark(kind) && strstr(own->header, "毎年") != NULL)
        kind = text_of("毎年"); /* 毎年度目標: ○ */
    /* a remark beside several indicators is the project's */
    if (build_cell(b, ROLE_REMARK, &row, &c) &&
        (c->block == b->block || b->table->blocks <= 1) &&
        view_range(&r->view, row, c->col).row >= b->rows[b->first] &&
        view_range(&r->view, row, c->col).last_row <= b->rows[b->last])
        remark = view_text(&r->view, row, c->col);

    for (size_t i = 0; i < list->count; i++) {
        kpi *k = &list->items[i];

        k->kind = (kpi_kind)find_kind(r, kind, kinds,
                                      sizeof(kinds) / sizeof(*kinds));
        if (b->table->kinds_total && k->kind == KIND_CUMULATIVE)
            b->cumulative = true;
        if (way != DIRECTION_UNKNOWN) /* else what the name says */
            k->direction = way;
        if (b->table->blocks > 1 && b->block != 0)
            k->declared_grade = block_grade(b);
        if (b->table->coded)
            k->code = k->name;
        else if (!counts_indicators(b, code))
            k->code = reader_line(r, code);
        k->remark = reader_text(r, remark);
        if (k->kind == KIND_ANNUAL)
            k->target.per_year = k->target.per_year || k->target.value.known;
    }
    if (kind.length > 0 && list->items[0].kind == KIND_UNKNOWN &&
        no_number_state(kind) == STATE_TEXT)
        reader_finding(r, "kind-unknown", kind_row, own->col, kind, NULL,
                       NULL, NULL);
}

/* － of a year behind the last that has a figure: no rate yet. */
static bool is_early(const build *b, const kpi *k, uint32_t row, uint32_t col,
                     int year)
{
    int newest = 0;

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known && k->actuals[i].fiscal_year > newest)
            newest = k->actuals[i].fiscal_year;
    return newest != 0 && year > newest &&
           cell_says_none(&b->reader->view, row, col);
}

/* A rate a year, in columns: the newest from *k on. */
static void rate_of_columns(const build *b, const kpi *first, uint32_t *row,
                            const table_column **k)
{
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (c->role != ROLE_RATE || !build_mine(b, c) ||
            c->years.to <= (*k)->years.to)
            continue;
        for (size_t n = b->first; n <= b->last; n++)
            if (view_filled(&b->reader->view, b->rows[n], c->col)) {
                if (is_early(b, first, b->rows[n], c->col, c->years.to))
                    break;
                *row = b->rows[n];
                *k = c;
                break;
            }
    }
}

void build_newest_line(const build *b, const kpi *first, uint32_t *row,
                       const table_column *k)
{
    const table_column *year = build_year_column(b);
    int newest = 0;

    for (size_t n = b->last + 1; year != NULL && n-- > b->first;) {
        year_span span = { 0 };
        bool dated;

        if (!view_filled(&b->reader->view, b->rows[n], k->col) ||
            view_range(&b->reader->view, b->rows[n], k->col).col < k->col)
            continue; /* a target over 目標, 実績 and 達成率 is no rate */
        dated = build_year_of_line(b, n, year, &span) == LINE_YEAR;
        if (dated && (span.to <= newest ||
                      is_early(b, first, b->rows[n], k->col, span.to)))
            continue;
        if (!dated && newest != 0)
            continue;
        *row = b->rows[n];
        newest = span.to;
        if (!dated)
            return;
    }
}

/* 目標値, 実績値 and 達成率 on lines of one column, below each other for each year:
 * the newest such line. */
static bool newest_line(const build *b, role line, const kpi *first,
                        uint32_t *row, const table_column **k)
{
    const table_column *year = build_year_column(b),
                       *c = table_column_of(b->table, ROLE_ACTUAL, b->block);
    bool found = false;
    int newest = 0;

    if (c == NULL || c->years.to != 0)
        return false;
    for (size_t n = b->first; n <= b->last; n++) {
        year_span span = { 0 };

        if (build_line_role(b, b->rows[n]) != line ||
            !view_filled(&b->reader->view, b->rows[n], c->col) ||
            (year != NULL &&
             build_year_of_line(b, n, year, &span) != LINE_YEAR) ||
            (found && (span.to <= newest ||
                       is_early(b, first, b->rows[n], c->col, span.to))))
            continue;
        *row = b->rows[n];
        *k = c;
        newest = span.to;
        found = true;
    }
    return found;
}

/* Ａ | 計画どおり提供した。 on a line of grades below years: why, beside the grade,
 * and no later year's. */
static bool says_why(const build *b, uint32_t row, const table_column *grade,
                     const table_column *c)
{
    const sheet_view *v = &b->reader->view;
    text t = view_text(v, row, c->col);

    return c->role == ROLE_ACTUAL && c->col > grade->col && t.length > 0 &&
           !project_grade_like(b->reader, t) &&
           !project_status_like(b->reader, t) &&
           project_grade_like(b->reader, view_text(v, row, grade->col));
}

/* A line of rates or grades below one of figures: that of the newest. */
static bool newest_on_line(const build *b, role line, const kpi *first,
                           uint32_t *row, const table_column **k)
{
    bool found = false;

    for (size_t n = b->first; !found && n <= b->last; n++) {
        if (build_line_role(b, b->rows[n]) != line)
            continue;
        for (size_t i = 0; i < b->table->count; i++) {
            const table_column *c = &b->table->columns[i];

            if (c->role != ROLE_ACTUAL || c->years.to == 0 ||
                !view_filled(&b->reader->view, b->rows[n], c->col) ||
                (found &&
                 (c->years.to <= (*k)->years.to ||
                  is_early(b, first, b->rows[n], c->col, c->years.to) ||
                  (line == ROLE_GRADE && says_why(b, *row, *k, c)))))
                continue;
            *row = b->rows[n];
            *k = c;
            found = true;
        }
    }
    return found || newest_line(b, line, first, row, k);
}

/* The rate beside the newest figures: the first cell that says something,
 * or the last one where each line is a year's. */
static bool last_rate(const build *b, const kpi *first, uint32_t *row,
                      const table_column **k)
{
    if (!build_cell(b, ROLE_RATE, row, k))
        return newest_on_line(b, ROLE_RATE, first, row, k);
    rate_of_columns(b, first, row, k);
    if (table_column_any(b->table, ROLE_YEAR) != NULL)
        build_newest_line(b, first, row, *k);
    return true;
}

/* A grade that has a line of its own, with the words that say why. */
static void grade_on_line(build *b, kpi *one)
{
    const table_column *k;
    uint32_t row;

    if (!newest_on_line(b, ROLE_GRADE, one, &row, &k))
        return;
    one->declared_grade = project_grade_text(
        b->reader, view_text(&b->reader->view, row, k->col));
    for (size_t i = 0; i < b->table->count && one->remark[0] == '\0'; i++)
        if (says_why(b, row, k, &b->table->columns[i]))
            one->remark = reader_text(
                b->reader, view_text(&b->reader->view, row,
                                     b->table->columns[i].col));
}

/* The rate, and a grade that has a line of its own. */
void build_rate(build *b, kpi_list *list)
{
    uint32_t row;
    const table_column *k;
    quantity q;
    const char *typed;

    if (list->count == 1 && list->items[0].declared_grade[0] == '\0' &&
        build_has_lines(b))
        grade_on_line(b, &list->items[0]);
    if (list->count == 1)
        build_year_grade(b, &list->items[0]);
    if (!last_rate(b, &list->items[0], &row, &k)) {
        if (list->count == 1 && !list->items[0].declared_rate.known)
            build_bracketed_rate(b, &list->items[0]);
        return;
    }
    cell_rate_read(b->reader, &q, &typed, row, k->col, k->unit);
    for (size_t i = 0; i < list->count; i++) {
        if (i > 0 && list->count > 1)
            break; /* one rate beside several KPIs is the first one's */
        list->items[i].declared_rate = q;
        list->items[i].declared_rate_text = typed;
        list->items[i].rate_where = view_place(&b->reader->view, row, k->col);
    }
}

bool build_is_total(const build *b, const kpi *k)
{
    return b->cumulative ||
           (k->target.cumulative && kpi_label_totals(text_of(k->name)) > 0);
}
