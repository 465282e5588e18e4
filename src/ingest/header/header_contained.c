/*
 * header_contained.c - words that tell a column's role inside a longer header
 */
#include "ingest/header/header_contained.h"

#include <string.h>

#include "ingest/header/header_marks.h"

const header_synonym header_contained[] = {
    { "率順位", ROLE_IGNORED, 0 },
    { "率の順位", ROLE_IGNORED, 0 },
    { "増減", ROLE_IGNORED, 0 },
    { "時比", ROLE_IGNORED, 0 },
    { "年比", ROLE_IGNORED, 0 },
    { "年度比", ROLE_IGNORED, 0 },
    { "目標・kpi", ROLE_KPI, 0 },
    { "目標・指標", ROLE_KPI, 0 },
    { "施策・kpi", ROLE_KPI, 0 },
    { "再掲", ROLE_RELISTED, 0 },
    { "達成率", ROLE_RATE, 0 },
    { "進捗率", ROLE_RATE, 0 },
    { "達成度", ROLE_RATE, 0 },
    { "達成割合", ROLE_RATE, 0 },
    { "前年度比", ROLE_IGNORED, 0 },
    { "要因", ROLE_IGNORED, 0 },
    { "理由", ROLE_IGNORED, 0 },
    { "課題", ROLE_IGNORED, 0 },
    { "今後の", ROLE_IGNORED, 0 },
    { "乖離", ROLE_IGNORED, 0 },
    { "差異", ROLE_IGNORED, 0 },
    { "根拠", ROLE_IGNORED, 0 },
    { "考え方", ROLE_IGNORED, 0 },
    { "定義", ROLE_IGNORED, 0 },
    { "目標まで", ROLE_IGNORED, 0 },
    { "基準日", ROLE_IGNORED, 0 }, /* 評価基準日: when, and no grade */
    { "年月日", ROLE_IGNORED, 0 },
    { "対する評価", ROLE_GRADE, 0 },
    { "算出", ROLE_IGNORED, 0 },
    { "出典", ROLE_IGNORED, 0 },
    { "分の累計", ROLE_TOTAL, 0 },
    { "値の累計", ROLE_TOTAL, 0 },
    { "判定", ROLE_GRADE, 0 },
    { "ランク", ROLE_GRADE, 0 },
    { "備考", ROLE_REMARK, 0 },
    { "補足", ROLE_REMARK, 0 },
    { "コメント", ROLE_REMARK, 0 },
    { "事業費", ROLE_COST, 0 },
    { "事業経費", ROLE_COST, 0 },
    { "決算額", ROLE_COST, 0 },
    { "執行額", ROLE_COST, 0 },
    { "予算", ROLE_IGNORED, 0 },
    { "事業期間", ROLE_PERIOD, 0 },
    { "基本目標", ROLE_GOAL, 10 },
    { "実績", ROLE_ACTUAL, 0 },
    { "現況値", ROLE_ACTUAL, 0 },
    { "目標年度", ROLE_TARGET_YEAR, 0 },
    { "基準年度", ROLE_BASELINE_YEAR, 0 },
    { "数値目標", ROLE_KPI, 0 },
    { "目標値", ROLE_TARGET, 0 },
    { "基準値", ROLE_BASELINE, 0 },
    { "現状値", ROLE_BASELINE, 0 },
    { "当初値", ROLE_BASELINE, 0 },
    { "策定時", ROLE_BASELINE, 0 },
    { "重要業績", ROLE_KPI, 0 },
    { "指標", ROLE_KPI, 0 },
    { "kpi", ROLE_KPI, 0 },
    { "目標", ROLE_TARGET, 0 },
    { "事業名", ROLE_PROJECT, 50 },
    { "取組名", ROLE_PROJECT, 40 },
    { "施策名", ROLE_MEASURE, 30 },
    { "担当課", ROLE_DIVISION, 0 },
    { "所管課", ROLE_DIVISION, 0 },
    { "担当", ROLE_BUREAU, 0 },
    { "所管", ROLE_BUREAU, 0 },
    { "部局", ROLE_BUREAU, 0 },
    { "交付金", ROLE_GRANT, 0 },
    { "概要", ROLE_SUMMARY, 0 },
    { "単位", ROLE_UNIT, 0 },
    { "評価", ROLE_GRADE, 0 },
};
const size_t header_contained_count =
    sizeof(header_contained) / sizeof(*header_contained);

/* 再掲 and 課題 say what a column is good for wherever they stand, and what was
 * spent is a cost: 事業費の実績. But 事業費・指標等の推移 says more. */
static bool decides_anywhere(const header_synonym *s)
{
    return s->role == ROLE_IGNORED || s->role == ROLE_RELISTED ||
           s->role == ROLE_COST;
}

/* 総事業費・指標等の推移, 事業費と成果: costs, and indicators or their figures. */
static bool is_cost_beside(const header_synonym *s, text key)
{
    static const char *const joints[] = { "・", "･", "と", "及び", "および", "、",
                                          ",", "や", "/", "並びに" };
    static const char *const others[] = { "指標", "kpi", "成果", "実績",
                                          "活動" };
    text behind;

    if (s->role != ROLE_COST)
        return false;
    behind = text_from(key, text_find(key, s->word, 0) + strlen(s->word));
    if (text_starts(behind, "等"))
        behind = text_from(behind, strlen("等"));
    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++)
        if (text_starts(behind, joints[i]))
            return text_contains_one(behind, others,
                                     sizeof(others) / sizeof(*others)) &&
                   text_find(behind, "額", 0) == SIZE_MAX;
    return false;
}

const header_synonym *header_contained_find(const header_words *h,
                                            const text_marks *marks,
                                            text key, text_marks held)
{
    const header_synonym *found = NULL, *head;

    if (text_find(key, "。", 0) != SIZE_MAX ||
        text_find(key, "は", 0) != SIZE_MAX || header_holds_figures(key))
        return NULL; /* a sentence is no header, nor are figures with words */
    for (size_t i = 0; found == NULL && i < header_contained_count; i++)
        if ((marks[i] & ~held) == 0 &&
            text_find(key, header_contained[i].word, 0) != SIZE_MAX &&
            !is_cost_beside(&header_contained[i], key))
            found = &header_contained[i];
    if (found != NULL && header_counts_remark(key, found->word))
        return NULL;
    if (found != NULL && decides_anywhere(found))
        return found;
    head = header_lookup_head(h, key);
    return head != NULL ? head : found;
}
