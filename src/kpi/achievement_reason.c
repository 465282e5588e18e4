/*
 * achievement_reason.c - why there is no rate or no grade, in words
 */
#include "kpi/achievement.h"

static const struct reason {
    const char *id;
    const char *text[2]; /* by plan_language */
} reasons[REASON_COUNT] = {
    [REASON_NONE] = { "", { "", "" } },
    [REASON_NO_ACTUAL] = { "no-actual", { "実績値なし", "no actual" } },
    [REASON_NO_TARGET] = { "no-target",
        { "目標値なし", "no numeric target" } },
    [REASON_NOT_DUE] = { "not-due",
        { "未到来", "the target's period or year has not come" } },
    [REASON_EXPECTED_ZERO] = { "expected-zero",
        { "期待値が0のため比を計算できない",
          "the expected value is 0: no ratio" } },
    [REASON_ACTUAL_ZERO] = { "actual-zero",
        { "実績値が0のため逆比を計算できない",
          "the actual is 0: no inverse ratio" } },
    [REASON_TARGET_IS_BASELINE] = { "target-is-baseline",
        { "目標値が基準値と同じため進捗率を計算できない",
          "the target equals the baseline: no progress" } },
    [REASON_SIGNS_DIFFER] = { "signs-differ",
        { "実績値と期待値の符号が異なる",
          "actual and expected value differ in sign" } },
    [REASON_UNITS_DIFFER] = { "units-differ",
        { "単位が異なり換算できない",
          "the units differ and cannot be converted" } },
    [REASON_YEAR_MISSING] = { "year-missing",
        { "途中の年度の実績値がないため累計を計算できない",
          "no total: the actual of a year is missing" } },
    [REASON_NO_YEAR] = { "no-year",
        { "年度が分からない", "a year is not known" } },
    [REASON_NOT_COUNTED] = { "not-counted",
        { "評価の対象外（達成率は参考）",
          "not assessed; rates are for reference" } },
    [REASON_PENDING] = { "pending",
        { "実績値が未確定", "the actual is pending" } },
    [REASON_ENDED] = { "ended", { "事業終了", "the project has ended" } },
    [REASON_NO_KPI] = { "no-kpi",
        { "評価できるKPIがない", "there is no KPI to assess" } },
    [REASON_NO_BASELINE] = { "no-baseline",
        { "比べられる基準値がないため進捗率を計算できない",
          "no baseline to compare with: no progress" } },
    [REASON_NO_PLAN] = { "no-plan",
        { "計画がないため判定しない", "no plan: nothing is graded" } },
    [REASON_RELISTED] = { "relisted",
        { "再掲", "listed before" } },
    [REASON_NEGATIVE] = { "negative",
        { "負の値のため比では測れない",
          "negative values: a ratio tells nothing" } },
    [REASON_NO_PROJECT_GRADE] = { "no-project-grade",
        { "KPIごとに判定し、事業としては判定しない",
          "each KPI is graded, the project is not" } },
};

static const struct reason *reason_at(no_rate_reason reason)
{
    return &reasons[reason < REASON_COUNT ? reason : REASON_NONE];
}

const char *no_rate_reason_text(no_rate_reason reason, plan_language language)
{
    return reason_at(reason)->text[language == LANGUAGE_EN];
}

const char *no_rate_reason_id(no_rate_reason reason)
{
    return reason_at(reason)->id;
}
