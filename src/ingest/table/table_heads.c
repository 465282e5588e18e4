/*
 * table_heads.c - what the words above a column say, from the top down
 */
#include "ingest/header/unit_words.h"
#include "ingest/table/header_repeats.h"
#include "ingest/table/table_notes.h"
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

/* `named`: an indicator's column stands in front. */
static role child_of(role parent, const header_word *w, bool named)
{
    if (parent == ROLE_COST && role_is_figure(w->role))
        return ROLE_COST; /* 事業費 above R5実績 and R6計画 */
    switch (w->role) {
    case ROLE_KPI: /* 平成27年度実績 above 指標１ and 指標２ */
        return named && w->index != 0 && role_is_figure(parent) ? parent
                                                                : ROLE_KPI;
    case ROLE_VALUE:
        if (parent == ROLE_BASELINE_YEAR) /* 基準年度 above 年度 and 数値 */
            return ROLE_BASELINE;
        if (parent == ROLE_TARGET_YEAR)
            return ROLE_TARGET;
        return parent != ROLE_NONE ? parent : w->role;
    case ROLE_NAME: /* KPIの達成状況 above 名称 and 実績: no verdict's */
        return parent != ROLE_NONE && parent != ROLE_GRADE ? parent : w->role;
    case ROLE_YEAR:
        if (parent == ROLE_BASELINE || parent == ROLE_BASELINE_YEAR)
            return ROLE_BASELINE_YEAR;
        return parent == ROLE_TARGET || parent == ROLE_TARGET_YEAR
                   ? ROLE_TARGET_YEAR : ROLE_YEAR;
    case ROLE_BUREAU: case ROLE_DIVISION: /* 評価 above 担当課 and 最終 */
        return parent == ROLE_GRADE ? ROLE_GRADE : w->role;
    case ROLE_PERIOD: /* 目標値 above 値 and 期間; 実績 above 計画期間 */
        return parent == ROLE_TARGET   ? ROLE_TARGET_YEAR
               : parent == ROLE_ACTUAL ? ROLE_ACTUAL
                                       : ROLE_PERIOD;
    case ROLE_PERIOD_FROM: case ROLE_PERIOD_TO: /* 目標期間 above 始期, 終期 */
        return parent != ROLE_TARGET && parent != ROLE_TARGET_YEAR ? w->role
             : w->role == ROLE_PERIOD_TO ? ROLE_TARGET_YEAR : ROLE_TARGET_FROM;
    case ROLE_TARGET:
        return parent == ROLE_PLANNED ? ROLE_PLANNED : ROLE_TARGET;
    case ROLE_BASELINE: /* 目標値 above 当初 and 改定後 */
        return parent == ROLE_TARGET ? ROLE_TARGET : ROLE_BASELINE;
    case ROLE_ACTUAL: /* 策定時 above 実績: the figure it began with */
        return parent == ROLE_BASELINE ? ROLE_BASELINE : ROLE_ACTUAL;
    default:
        return w->role;
    }
}

/* What the words above a year said. */
typedef struct words_above {
    bool years_under_kpi;
    role parent; /* of 年度 or an era, if it is a figure or cost */
} words_above;

/* The bytes of a word for a time, or for what grew in it, at a byte. */
static size_t time_word(text t, size_t at, int context_year)
{
    static const char *const words[] = { "増加分", "増分", "単年度", "年度",
                                         "年目" };
    size_t digits = glyph_skip_digits(t, at), size = 0, next;
    year_span year;

    if (digits > at && (size = glyph_word(t, digits, "年目")) > 0)
        return digits - at + size;
    for (size_t i = 0; size == 0 && i < sizeof(words) / sizeof(*words); i++)
        size = glyph_word(t, at, words[i]);
    if (size == 0 && fiscal_year_may_begin(t, at))
        size = fiscal_year_read(&year, t, at, context_year);
    return size == 0 && glyph_is_space(glyph_at(t, at, &next)) ? next - at
                                                               : size;
}

/* １年目（R元）, 通期, 2022年度増加分１年目: when a figure is of, and no indicator. */
static bool names_time(text name, int context_year)
{
    size_t at = 0, next, size;

    while (at < name.length && glyph_at(name, at, &next) != GLYPH_OPEN)
        at = next;
    name = text_trim(text_cut(name, 0, at));
    if (table_names_whole_year(name) || table_names_nth_year(name))
        return true;
    for (at = 0; at < name.length; at += size)
        if ((size = time_word(name, at, context_year)) == 0)
            return false;
    return name.length > 0;
}

static void add_word(table_column *k, const header_word *w, bool under,
                     bool named, int context_year, words_above *a)
{
    bool earlier;

    if (w->has_year)
        k->years = w->years;
    if (w->before.to != 0)
        k->before = w->before;
    if (w->pair != PAIR_NONE)
        k->pair = w->pair;
    if (w->unit.length > 0)
        k->unit = w->unit;
    k->final = k->final || w->final;
    k->cumulative = k->cumulative || w->cumulative;
    k->preliminary = k->preliminary || w->preliminary;
    if (w->year_only) {
        a->years_under_kpi = k->role == ROLE_KPI;
        if (a->parent != ROLE_NONE)
            k->role = a->parent; /* 計画値 over 令和 over ５年度 */
        else if (k->role == ROLE_YEAR)
            k->role = ROLE_NONE; /* 年度 over H27 and H28 */
        return;
    }
    if (w->role == ROLE_NONE && w->index != 0 && k->role != ROLE_NONE) {
        k->index = w->index; /* ① below 単位: of the first indicator */
        return;
    }
    if (k->role == ROLE_GRADE && table_names_round(w->name, &earlier)) {
        k->role = earlier ? ROLE_IGNORED : ROLE_GRADE;
        return;
    }
    if (w->role == ROLE_NONE) {
        /* （％） below a name is its unit, no name */
        if (w->name.length > 0 &&
            !(w->unit.length > 0 && (text_starts(w->name, "（") ||
                                     text_starts(w->name, "(")))) {
            if (table_names_relative_year(w->name))
                return; /* 前年度 over 目標 and 実績 */
            if (k->kpi_group.length == 0)
                k->kpi_group = k->kpi_name;
            if (!names_time(w->name, context_year) || k->years.to == 0)
                k->kpi_name = w->name;
        }
        return;
    }
    a->years_under_kpi = false;
    if (w->index != 0)
        k->index = w->index;
    k->exact = under ? k->exact || w->exact : w->exact;
    k->why = w->from_plan ? "plan" : w->exact ? "synonym" : "contained";
    a->parent = w->role == ROLE_YEAR && (role_is_figure(k->role) ||
                                         k->role == ROLE_COST)
                    ? k->role : ROLE_NONE;
    k->role = child_of(k->role, w, named);
    if (w->rank != 0 || !role_is_level(k->role))
        k->rank = w->rank;
}

/* 基準値／目標値 over two columns: a word for each. Over more of them, the words
 * below say what they hold. Cells merged as wide as it are of one column. */
static bool add_wide_pair(const deciding *d, table_column *k,
                          const header_word *w, merge_range m)
{
    bool first = w->pair == PAIR_BASELINE_FIRST;

    if (m.last_col == m.col ||
        view_range(d->view, d->t->bottom + 1, m.col).last_col == m.last_col)
        return false;
    if (m.last_col == m.col + 1) {
        k->role = (k->col == m.col) == first ? ROLE_BASELINE : ROLE_TARGET;
        k->years = k->role == ROLE_BASELINE ? w->before : w->years;
        k->exact = true;
        k->why = "synonym";
    }
    return true;
}

/* 目標 and below it 実績 in one column's header, neither a group's word. */
static void note_lines(deciding *d, const table_column *k,
                       const header_word *w, uint32_t row)
{
    bool first = k->role == ROLE_TARGET || k->role == ROLE_PLANNED;
    bool next = w->role == ROLE_TARGET || w->role == ROLE_PLANNED;
    merge_range above = view_range(d->view, row - 1, k->col);

    if (k->years.to == 0 || above.last_col > above.col || row <= d->t->top ||
        !((first && w->role == ROLE_ACTUAL) ||
          (next && k->role == ROLE_ACTUAL)))
        return;
    d->t->lines[0] = first ? ROLE_PLANNED : ROLE_ACTUAL;
    d->t->lines[1] = first ? ROLE_ACTUAL : ROLE_PLANNED;
    d->t->line_count = 2;
}

/* 指標② below 目標値: of the second indicator; false for other words, and
 * above a column of its names. */
static bool add_repeated(const deciding *d, table_column *k,
                         const header_word *w, uint32_t row)
{
    unsigned index;

    if (w->role != ROLE_KPI && w->role != ROLE_NONE && w->role != ROLE_ACTIVITY)
        return false;
    index = header_repeats_index(d->view, d->roles, d->t, row, k->col,
                                 d->context_year);
    if (index == 0)
        return false;
    k->index = w->index != 0 ? w->index : index;
    if (row == d->t->top)
        return false;
    if (k->role == ROLE_NONE && k->years.to != 0) {
        k->role = ROLE_ACTUAL;
        k->why = "position";
    }
    if (w->unit.length > 0)
        k->unit = w->unit;
    return true;
}

/* ① over 名称 | 単位 | 目標値: of the first indicator; false for other words. */
static bool add_number(const deciding *d, table_column *k,
                       const header_word *w, uint32_t row, uint32_t col)
{
    unsigned index;

    if (k->role != ROLE_NONE || w->role == ROLE_KPI)
        return false;
    index = table_numbered_group(d, row, col);
    if (index == 0)
        return false;
    k->role = ROLE_KPI;
    k->index = index;
    k->exact = true;
    k->why = "synonym";
    return true;
}

/* （千円） below 決算額: a note takes nothing back of what the words above it
 * say. */
static void add_note(const deciding *d, table_column *k)
{
    text t = view_text(d->view, d->t->notes_row, k->col), unit;
    const header_word *w;

    if (t.length == 0)
        return;
    w = table_note_word(d->memory, d->roles, t, d->context_year, &unit);
    if (k->unit.length == 0)
        k->unit = unit;
    k->final = k->final || w->final;
    k->cumulative = k->cumulative || w->cumulative;
    k->preliminary = k->preliminary || w->preliminary;
    if (k->role == ROLE_NONE && k->years.to != 0 &&
        (role_is_figure(w->role) || w->role == ROLE_RATE)) {
        k->role = w->role; /* R4 above （実績） */
        k->exact = w->exact;
        k->why = w->exact ? "synonym" : "contained";
    }
    if (k->years.to == 0 && w->has_year)
        k->years = w->years;
}

/* 推移 down the side of header and rows, but not 年度計画 with 実績 below it, which
 * name the lines beside them. */
static bool is_side_title(const deciding *d, uint32_t row, uint32_t col)
{
    uint32_t below = view_range(d->view, row, col).last_row + 1;

    return col == d->t->col && !d->view->turned &&
           !(view_filled(d->view, below, col) &&
             view_begins(d->view, below, col));
}

/* 単位 | 人 | ％ between the names of indicators and 計画値 | 実績: the column's
 * unit; empty for other rows. */
static text unit_of_line(const deciding *d, uint32_t row, uint32_t from)
{
    uint32_t label = view_next(d->view, row, d->t->col);

    if (row == d->t->top || label >= from || from == UINT32_MAX ||
        !table_may_be_word(d->view, d->roles, row, label, d->context_year) ||
        table_word(d->view, d->roles, row, label, d->context_year)->role !=
            ROLE_UNIT)
        return text_of("");
    return unit_plain(view_text(d->view, row, from));
}

/* 単位：万人 below the name of an indicator. */
static text stated_unit(const deciding *d, uint32_t row, uint32_t col)
{
    text t = view_text(d->view, row, col), unit = text_of("");

    if (row > d->t->top && text_starts(t, "単位"))
        unit = unit_plain(t);
    return unit_word(d->memory, unit) ? unit : text_of("");
}

/* 成果指標：来場者数（人）: names an indicator, behind what it is. */
static bool is_labelled_name(const deciding *d, const header_word *w,
                             uint32_t row, uint32_t from)
{
    text t = view_text(d->view, row, from), name;
    size_t colon = w->role == ROLE_KPI ? glyph_colon(t, &name) : SIZE_MAX;

    return colon != SIZE_MAX && name.length > 0 &&
           header_roles_find(d->roles, text_trim(text_cut(t, 0, colon)),
                             d->context_year)->role == ROLE_KPI;
}

/* 雇用創出効果 over 目標 | 実績: what is measured, though its last word alone would
 * be a remark's or a grade's. Not 事業の効果, which is anything's. */
static bool names_figures(const deciding *d, const header_word *w,
                          uint32_t row, uint32_t from)
{
    static const char *const others[] = { "事業", "取組", "施策", "目標", "指標",
                                          "KPI", "ＫＰＩ", "進捗", "達成",
                                          "状況", "評価", "計画", "成果" };
    merge_range m = view_range(d->view, row, from);
    bool aims = false, comes = false;

    if (w->exact || w->has_year || m.last_col == m.col ||
        m.last_row >= d->t->bottom ||
        (!is_labelled_name(d, w, row, from) &&
         ((w->role != ROLE_IGNORED && w->role != ROLE_REMARK &&
           w->role != ROLE_GRADE && w->role != ROLE_STATUS &&
           w->role != ROLE_ACTIVITY && w->role != ROLE_SUMMARY) ||
          text_contains_one(view_text(d->view, row, from), others,
                            sizeof(others) / sizeof(*others)))))
        return false;
    for (uint32_t col = m.col; col <= m.last_col; col++) {
        const header_word *one = table_word(d->view, d->roles, m.last_row + 1,
                                            col, d->context_year);

        aims = aims || (one->exact && (one->role == ROLE_TARGET ||
                                       one->role == ROLE_PLANNED));
        comes = comes || (one->exact && one->role == ROLE_ACTUAL);
    }
    return aims && comes;
}

/* R5基準値 4　R9目標 22 between the name of an indicator and 計画 | 実績. */
static bool is_aim(const deciding *d, const table_column *k, uint32_t row,
                   uint32_t from)
{
    return k->kpi_name.length > 0 && row < d->t->bottom &&
           table_states_aim(d->memory, view_text(d->view, row, from),
                            d->context_year);
}

/* The same below the name, in its cell: the name's own word, else `w`. */
static const header_word *cut_aim(const deciding *d, table_column *k,
                                  const header_word *w, uint32_t row,
                                  uint32_t from)
{
    text name, aim;

    if (row == d->t->bottom ||
        !table_aim_below(d->memory, view_text(d->view, row, from),
                         d->context_year, &name, &aim))
        return w;
    k->aim_row = row + 1;
    return header_roles_find(d->roles, name, d->context_year);
}

/* 指標1 | 水質の達成率 | < | （単位：％） as the first row of a header, above 区分 |
 * R4 | R5 | R6: where the name stands, for the unit is its too. UINT32_MAX for
 * others, and left of it. */
static uint32_t stated_name(const deciding *d, uint32_t row, uint32_t col)
{
    uint32_t label = d->t->col, name, unit;
    const header_word *w, *below;

    if (row != d->t->top || row == d->t->bottom)
        return UINT32_MAX;
    name = view_next(d->view, row,
                     view_range(d->view, row, label).last_col + 1);
    if (name == UINT32_MAX || name > col)
        return UINT32_MAX;
    unit = view_next(d->view, row, view_range(d->view, row, name).last_col + 1);
    if (unit == UINT32_MAX || !unit_is_line(view_text(d->view, row, unit)) ||
        view_next(d->view, row,
                  view_range(d->view, row, unit).last_col + 1) != UINT32_MAX)
        return UINT32_MAX;
    w = table_word(d->view, d->roles, row, label, d->context_year);
    below = table_word(d->view, d->roles, row + 1, unit, d->context_year);
    return w->exact && w->role == ROLE_KPI &&
                   (below->year_only || below->has_year)
               ? name : UINT32_MAX;
}

bool columns_read_words(deciding *d, uint32_t col)
{
    table_column k = { .col = col, .why = "", .header = "" };
    bool named = columns_count(d, ROLE_KPI) > 0;
    words_above seen = { false, ROLE_NONE };
    header_word named_word;
    uint32_t from = UINT32_MAX;
    buf header;

    k.kpi_name = k.kpi_group = k.unit = text_of("");
    buf_init(&header);
    for (uint32_t row = d->t->top; row <= d->t->bottom; row++) {
        const header_word *w = table_level_word(d, row, col, &from);
        uint32_t stated = stated_name(d, row, col);
        text unit;

        if (row == d->t->notes_row && d->counted)
            continue;
        if (stated != UINT32_MAX) {
            k.kpi_name = view_text(d->view, row, stated);
            k.unit = unit_plain(view_text(d->view, row,
                view_next(d->view, row,
                          view_range(d->view, row, stated).last_col + 1)));
            continue;
        }
        if (row == d->t->notes_row) {
            table_add_words(&header, view_text(d->view, row, col));
            add_note(d, &k);
            continue;
        }
        if (w == NULL)
            continue;
        if (view_range(d->view, row, from).last_row > d->t->bottom) {
            if (is_side_title(d, row, from))
                k.role = ROLE_IGNORED;
            continue;
        }
        if (is_aim(d, &k, row, from)) {
            k.aim_row = row + 1;
            continue;
        }
        w = cut_aim(d, &k, w, row, from);
        if (w->exact)
            note_lines(d, &k, w, row);
        k.head_row = row;
        k.head_col = from;
        table_add_words(&header, w->name.length > 0 ? w->name
                                              : view_text(d->view, row, col));
        if (names_figures(d, w, row, from)) {
            named_word = *w;
            named_word.role = ROLE_NONE;
            w = &named_word;
        }
        unit = w->role == ROLE_NONE ? unit_of_line(d, row, from) : text_of("");
        if (unit.length == 0)
            unit = stated_unit(d, row, from);
        if (unit.length > 0)
            k.unit = unit;
        else if (!add_number(d, &k, w, row, from) &&
                 !add_repeated(d, &k, w, row) &&
                 (w->pair == PAIR_NONE ||
                  !add_wide_pair(d, &k, w, view_range(d->view, row, from))))
            add_word(&k, w, header.length > 0, named, d->context_year,
                     &seen);
    }
    if (seen.years_under_kpi && named &&
        strstr(buf_cstr(&header), "数値目標") != NULL) {
        k.role = ROLE_TARGET; /* 指標名 | 数値目標 above R6 */
    } else if (seen.years_under_kpi) {
        k.role = ROLE_ACTUAL;
        k.stacked_to = col; /* joined below */
        k.why = "position";
    }
    k.header = !buf_ok(&header) ? NULL
                                : arena_strndup(d->memory, buf_cstr(&header),
                                                header.length);
    buf_free(&header);
    if (k.header == NULL)
        return false;
    if (k.role != ROLE_NONE && k.why[0] == '\0')
        k.why = "position";
    /* An indicator's unit in its header: 来場者数（人） */
    if (k.kpi_name.length > 0 && k.role == ROLE_NONE && k.years.to == 0)
        k.kpi_name = text_of("");
    table_column *slot = arena_push(d->memory, (void **)&d->columns,
                                    &d->count, &d->capacity, sizeof(*slot));

    if (slot == NULL)
        return false;
    *slot = k;
    return true;
}
