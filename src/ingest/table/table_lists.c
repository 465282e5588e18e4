/*
 * table_lists.c - headers of lists: of projects, or of what has their codes
 */
#include "ingest/table/table_find_parts.h"

enum { CODE_BYTES = 24, DATA_ROWS = 2, BRIEF_CELLS = 3 };

/* 担当局 | 担当課 below 担当, R4 | R5 below 事業費, 前回 | 今回 below 評価, and nothing
 * below 事業名. */
static bool is_part_of_header(const finder *f, uint32_t row, uint32_t col)
{
    uint32_t c = row < f->view->grid->rows ? view_next(f->view, row, 0)
                                           : UINT32_MAX;
    bool earlier;

    if (c == UINT32_MAX || view_filled(f->view, row, col))
        return false;
    for (; c != UINT32_MAX; c = view_next(f->view, row, c + 1)) {
        const header_word *w = finder_word(f, row, c);

        if (!w->exact && !w->year_only &&
            !table_names_round(view_text(f->view, row, c), &earlier))
            return false;
    }
    return true;
}

/* The first row of data below a header. */
static uint32_t data_below(const finder *f, uint32_t row, uint32_t col)
{
    uint32_t last = view_range(f->view, row, col).last_row;

    return last + (is_part_of_header(f, last + 1, col) ? 2 : 1);
}

/* 番号 | 事業名 | 担当局 | 評価: projects in a list; below each label (事業費 may
 * stand above R2 | R3) two rows of no labels. One in four may be 詳細. Also
 * 事業名 | 決算額 or 事業名 | 担当課 alone, and 事業名 | 基本目標 | 事業期間. */
static bool heads_projects(const finder *f, const row_score *s, uint32_t row)
{
    const uint64_t verdicts = BIT(ROLE_GRADE) | BIT(ROLE_COST),
                   both = BIT(ROLE_PROJECT) | BIT(ROLE_CODE);
    bool full = s->exact >= 3 && s->others * 3 <= s->exact;
    bool brief = !full && s->cells <= BRIEF_CELLS && s->roles == s->cells &&
                 (s->mask & (verdicts | BIT(ROLE_BUREAU) |
                             BIT(ROLE_DIVISION))) != 0;
    role of = (s->mask & both) == BIT(ROLE_CODE)
                  ? ROLE_MEASURE /* 施策コード | 施策名 */ : ROLE_PROJECT;
    uint32_t col = UINT32_MAX, first;

    if (!(full || brief) ||
        s->numbers + s->years > 0 || (s->mask & BIT(of)) == 0 ||
        (s->mask & (verdicts | BIT(ROLE_NO) | BIT(ROLE_BUREAU) |
                    BIT(ROLE_DIVISION) | BIT(ROLE_CODE) |
                    BIT(ROLE_PERIOD))) == 0)
        return false;
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        if (finder_word(f, row, c)->role == of)
            col = c;
    if (brief && (col != view_next(f->view, row, 0) ||
                  !finder_word(f, row, col)->exact))
        return false;
    first = data_below(f, row, col);
    for (uint32_t below = first; below < first + DATA_ROWS; below++) {
        uint32_t c = view_next(f->view, below, 0);

        if (!view_filled(f->view, below, col) ||
            view_cell(f->view, below, col)->type != CELL_STRING ||
            finder_word(f, below, col)->exact ||
            (finder_word(f, below, c)->exact &&
             finder_word(f, below, c)->index == 0) || /* but No.1 */
            view_next(f->view, below, c + 1) == UINT32_MAX)
            return false;
    }
    return true;
}

/* 指標番号 | 評価, 事業番号 | R5決算額 | R6決算額: of what another table names; two
 * rows at least follow that begin with short codes. */
static bool heads_codes(const finder *f, const row_score *s, uint32_t row)
{
    static const char *const whose[] = { "事業", "取組", "指標", "KPI",
                                         "ＫＰＩ" };
    const uint64_t told = BIT(ROLE_GRADE) | BIT(ROLE_COST) | BIT(ROLE_RATE) |
                          BIT(ROLE_ACTUAL);
    uint32_t col = view_next(f->view, row, 0), first;
    const header_word *w;

    if (s->cells < 2 || s->roles != s->cells || (s->mask & told) == 0 ||
        (s->mask & (LEVEL_ROLES | BIT(ROLE_KPI))) != 0)
        return false;
    w = finder_word(f, row, col);
    if (!w->exact || (w->role != ROLE_NO && w->role != ROLE_CODE) ||
        !text_contains_one(view_text(f->view, row, col), whose,
                           sizeof(whose) / sizeof(*whose)))
        return false;
    first = data_below(f, row, col);
    for (uint32_t below = first; below < first + DATA_ROWS; below++)
        if (!view_filled(f->view, below, col) ||
            view_text(f->view, below, col).length > CODE_BYTES ||
            finder_word(f, below, col)->exact ||
            view_next(f->view, below, col + 1) == UINT32_MAX)
            return false;
    return true;
}

bool finder_heads_list(const finder *f, const row_score *s, uint32_t row)
{
    return heads_projects(f, s, row) || heads_codes(f, s, row);
}
