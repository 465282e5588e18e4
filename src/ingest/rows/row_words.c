/*
 * row_words.c - rows of words among a table's rows that are nothing of its data
 */
#include "ingest/rows/row_words.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/reader/note_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

enum { COUNT_ROWS = 20, TALLY_BYTES = 24, PROSE_BYTES = 60 };

static const char *const note_starts[] = {
    "※", "＊", "*", "注)", "注）", "（注", "(注", "注：", "注:", "注１", "注1", "【注",
    "備考：", "備考:", "出典", "資料：", "資料:", "[注", "［注", "参考：", "（参考）",
    "（単位", "(単位", "単位：", "単位:", "【凡例", "［凡例", "〔凡例", "＜凡例"
};

/* 評価　A：100％以上　B：70％以上　C：70％未満: what the grades mean. */
static bool tells_bands(text t)
{
    static const char *const starts[] = { "評価", "判定", "達成度", "進捗度" };
    static const char *const bounds[] = { "以上", "未満" };
    unsigned bands = 0;

    bool named = false;

    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        named = named || text_starts(t, starts[i]);
    if (!named)
        return false;
    for (size_t i = 0; i < sizeof(bounds) / sizeof(*bounds); i++)
        for (size_t at = 0; (at = text_find(t, bounds[i], at)) != SIZE_MAX;
             at += strlen(bounds[i]))
            bands += at > 0 && (t.bytes[at - 1] == '%' ||
                                text_ends(text_cut(t, 0, at), "％"));
    return bands > 1;
}

bool row_is_note(text t)
{
    size_t next;

    for (size_t i = 0; i < sizeof(note_starts) / sizeof(*note_starts); i++)
        if (text_starts(t, note_starts[i]))
            return true;
    /* 注2：… */
    return (text_starts(t, "注") &&
            glyph_at(t, strlen("注"), &next) == GLYPH_DIGIT) ||
           tells_bands(t) || note_is_headed_legend(t);
}

/* ○○推進事業 */
static bool starts_blank(text t)
{
    static const char *const blanks[] = { "○○", "〇〇", "◯◯", "△△", "××" };

    for (size_t i = 0; i < sizeof(blanks) / sizeof(*blanks); i++)
        if (text_starts(t, blanks[i]))
            return true;
    return false;
}

bool row_is_example(text t)
{
    static const char *const starts[] = { "記入例", "（記入例", "(記入例",
                                          "【記入例", "［記入例", "[記入例",
                                          "記載例", "（記載例", "(記載例",
                                          "【記載例", "（例）", "(例)", "例）",
                                          "例)", "例：", "例:", "【例】",
                                          "＜例＞", "〔例〕", "※例", "（見本",
                                          "【見本" };

    size_t next;
    glyph_class first = glyph_at(t, 0, &next);

    /* they begin with a bracket, a mark, or the kanji of 例, 記入例 */
    if ((glyph_is_letter(first) || first == GLYPH_DIGIT) &&
        !text_starts(t, "記") && !text_starts(t, "例") &&
        !text_starts(t, "〇"))
        return false;
    for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
        if (text_starts(t, starts[i]))
            return true;
    return text_is(t, "例") || starts_blank(t);
}

bool row_hides_city(text t)
{
    static const char *const cities[] = { "市", "町", "村", "県", "区", "都",
                                          "府" };

    if (!starts_blank(t))
        return false;
    t = text_from(t, strlen("○○"));
    for (size_t i = 0; i < sizeof(cities) / sizeof(*cities); i++)
        if (text_starts(t, cities[i]))
            return true;
    return false;
}

/* Words, and no figure, no reason why there is none. */
static bool is_phrase(const sheet_view *v, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(v, row, col);
    text t = view_text(v, row, col);
    size_t next;

    return c != NULL && c->type == CELL_STRING && t.length > 0 &&
           glyph_digit(t, 0, &next) < 0 && no_number_state(t) == STATE_TEXT;
}

bool row_explains_columns(const reader *r, const table *t, uint32_t row)
{
    const table_column *no = table_column_any(t, ROLE_NO);
    const sheet_view *v = &r->view;
    unsigned figures = 0;

    if (row != t->bottom + 1 || no == NULL || view_filled(v, row, no->col) ||
        view_hangs(v, row, no->col))
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type != CELL_STRING ||
            view_range(v, row, c).last_row > row)
            return false;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if ((!role_is_figure(k->role) && k->role != ROLE_RATE) ||
            !view_filled(v, row, k->col))
            continue;
        if (!is_phrase(v, row, k->col))
            return false;
        figures++;
    }
    if (figures < 2)
        return false;
    /* the projects below are numbered */
    for (uint32_t below = row + 1; below <= row + 2; below++)
        if (view_filled(v, below, no->col) &&
            glyph_has_digit(view_text(v, below, no->col)))
            return true;
    return false;
}

bool row_says_no_projects(text words)
{
    static const char *const none[] = { "該当事業なし", "該当事業無し",
                                        "該当なし", "該当無し", "対象事業なし",
                                        "対象事業無し", "対象なし", "事業なし",
                                        "該当する事業なし",
                                        "該当事業はありません",
                                        "該当する事業はありません" };

    words = unit_plain(words);
    if (text_ends(words, "。"))
        words = text_cut(words, 0, words.length - strlen("。"));
    return text_in(words, none, sizeof(none) / sizeof(*none));
}

bool row_notes_across(const reader *r, const table *t, uint32_t row,
                      uint32_t col, text words)
{
    static const char *const marks[] = { "（注", "(注", "※", "注）", "注)" };
    merge_range m;
    bool marked = false;
    unsigned figures = 0;

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        marked = marked || text_starts(words, marks[i]);
    if (!marked && (words.length < PROSE_BYTES || !text_ends(words, "。")))
        return false;
    m = view_range(&r->view, row, col);
    if (m.last_col == m.col || m.row != row || col > t->col ||
        (marked ? m.last_row > row
                : view_next(&r->view, row, m.last_col + 1) != UINT32_MAX))
        return false;
    for (size_t i = 0; i < t->count; i++)
        figures += role_is_figure(t->columns[i].role) &&
                   t->columns[i].col <= m.last_col;
    return figures > (marked ? 1u : 0u);
}

/* A text in the projects' column, and one cell of an office's beside it. */
static bool is_pair(const sheet_view *v, const table *t, uint32_t row,
                    const table_column *projects)
{
    uint32_t beside = view_next(v, row, projects->col + 1);
    const table_column *k = beside == UINT32_MAX
                                ? NULL : table_column_at(t, beside);

    return k != NULL && (k->role == ROLE_BUREAU || k->role == ROLE_DIVISION) &&
           view_next(v, row, 0) == projects->col &&
           view_cell(v, row, projects->col)->type == CELL_STRING &&
           view_next(v, row, beside + 1) == UINT32_MAX;
}

bool row_counts_beside(const reader *r, const table *t, uint32_t row)
{
    const sheet_view *v = &r->view;
    const table_column *projects = table_column_any(t, ROLE_PROJECT);
    bool counts = false, gap = false;

    if (projects == NULL || !is_pair(v, t, row, projects))
        return false;
    /* all of them stand apart from the table, below a gap */
    for (uint32_t up = row;
         !gap && up > t->bottom && row - up < COUNT_ROWS; up--) {
        gap = view_next(v, up, 0) == UINT32_MAX;
        if (!gap && !is_pair(v, t, up, projects))
            return false;
    }
    for (uint32_t at = row; gap && at < v->grid->rows && at - row < COUNT_ROWS &&
                            is_pair(v, t, at, projects); at++)
        counts = counts ||
                 view_cell(v, at, view_next(v, at, projects->col + 1))->type ==
                     CELL_NUMBER;
    return counts;
}

bool row_is_page_number(text words)
{
    size_t at = 0, next, digits = 0, dashes = 0;

    for (; at < words.length; at = next) {
        glyph_class c = glyph_at(words, at, &next);

        if (c == GLYPH_DASH)
            dashes++;
        else if (c == GLYPH_DIGIT && dashes == 1)
            digits++;
        else if (!glyph_is_space(c))
            return false;
    }
    return dashes == 2 && digits > 0 && digits < 4 &&
           glyph_class_before(words, words.length) == GLYPH_DASH;
}

bool row_is_tally_alone(arena *a, text words)
{
    static const char *const counted[] = { "事業", "指標", "施策", "取組",
                                           "項目", "件" };
    static const char *const all[] = { "合計", "総計", "小計", "計", "全" };
    size_t digits = 0, next;
    text key;

    if (words.length == 0 || words.length > TALLY_BYTES ||
        ascii_is_digit(words.bytes[words.length - 1]) ||
        !glyph_has_digit(words))
        return false; /* 12, and most names */
    for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
        if (text_starts(words, all[i])) {
            words = text_from(words, strlen(all[i]));
            break;
        }
    words = unit_plain(words);
    if (glyph_at(words, 0, &next) != GLYPH_DIGIT || !fold_key(a, &key, words))
        return false;
    while (digits < key.length && ascii_is_digit(key.bytes[digits]))
        digits++;
    return digits > 0 &&
           text_in(text_from(key, digits), counted,
                   sizeof(counted) / sizeof(*counted));
}

/* 一覧表　計 13 事業: what is counted in front of the sum. */
static bool ends_in_tally(arena *a, text words)
{
    size_t at = 0;

    while ((at = text_find(words, "計", at)) != SIZE_MAX) {
        if (at > 0 && (words.bytes[at - 1] == ' ' ||
                       text_ends(text_cut(words, 0, at), "　")))
            return row_is_tally_alone(a, text_from(words, at));
        at += strlen("計");
    }
    return false;
}

bool row_tells_tally(const reader *r, const table *t, uint32_t row,
                     text words)
{
    static const char *const ends[] = { "件", "事業", "項目", "指標", "施策" };
    text key;
    size_t at;

    if (row <= t->bottom + 1 || words.length > 3 * TALLY_BYTES ||
        (table_column_any(t, ROLE_TARGET) == NULL &&
         table_column_any(t, ROLE_PLANNED) == NULL) ||
        !fold_key(r->memory, &key, words))
        return false;
    if (ends_in_tally(r->memory, words))
        return true;
    at = text_find(key, "数", 0);
    if (at == SIZE_MAX && text_find(key, "計", 0) == strlen("小"))
        return row_is_tally_alone(r->memory, words);
    if (at == SIZE_MAX && !text_starts(key, "計"))
        return false;
    at = at == SIZE_MAX ? strlen("計") : at + strlen("数");
    while (at < key.length && key.bytes[at] == ':')
        at++;
    if (at == key.length || !ascii_is_digit(key.bytes[at]))
        return false;
    while (at < key.length && ascii_is_digit(key.bytes[at]))
        at++;
    if (at == key.length) /* 小計　指標数 4 */
        return text_starts(key, "小計") || text_starts(key, "合計");
    return text_in(text_from(key, at), ends, sizeof(ends) / sizeof(*ends));
}
