/*
 * grant_card.c - the line that heads a card: number, name and grade
 *
 *     総合戦略　事業カード（令和5年度末時点）
 *     No.3 | 温泉街の再生 | < | < | 評価　B
 *     担当 | 産業部　観光課
 *     KPI  | R2基準 | R3 | R4 | R6目標
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/title_words.h"
#include "ingest/reader/project_grade.h"
#include "wording/fiscal_year.h"

enum { VERDICT_BYTES = 36 };

static bool is_number_sign(text t)
{
    static const char *const words[] = { "No", "NO", "no", "Ｎｏ", "ＮＯ", "№" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(t, words[i]))
            return true;
    return false;
}

bool form_is_titled_card(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    year_span year;

    return !f->named && !f->headed && f->title.length > 0 &&
           f->title_row < row && view_next(v, row, 0) == col &&
           is_number_sign(view_text(v, row, col)) &&
           view_next(v, f->title_row, 0) == f->title_col &&
           view_next(v, f->title_row, f->title_col + 1) == UINT32_MAX &&
           (title_names_plan(f->title, f->reader->context_year) ||
            fiscal_year_read(&year, f->title, 0, f->reader->context_year) !=
                0 ||
            text_find(f->title, "年度", 0) != SIZE_MAX);
}

/* 前年度評価, （参考）前回の評価: what was said a year ago. */
static bool is_earlier(text label)
{
    static const char *const words[] = { "前年度", "前回", "昨年度", "前々年度" };

    return text_contains_one(label, words, sizeof(words) / sizeof(*words));
}

bool form_take_verdict_words(form *f, uint32_t row, text t)
{
    text said = t.length <= VERDICT_BYTES ? project_verdict(t) : text_of("");

    if (said.length == 0 || said.length == t.length ||
        !project_grade_like(f->reader, t) ||
        is_earlier(text_cut(t, 0, (size_t)(said.bytes - t.bytes))))
        return false;
    form_add_grade(f, row,
                   text_trim(text_cut(t, 0, (size_t)(said.bytes - t.bytes))),
                   said);
    return true;
}
