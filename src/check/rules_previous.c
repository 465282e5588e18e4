/*
 * rules_previous.c - rules against last year's data
 *
 * Arguments: {0} last year's text, {1} this year's, {2} a fiscal year; where
 * a row says otherwise, that.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "previous", "0.1.0", ""

static const rule rows[] = {
    { F("previous-actual-changed", WARNING),
      { "過去（{2y}）の実績が前回の「{0}」から「{1}」に変わっています",
        "the past actual of FY{2} was {0} last time and is {1} now" },
      { "過去の実績は確定値です。確定値への更新や訂正なら備考に理由を書き、"
        "そうでなければ前回の値に戻してください。",
        "Past actuals are final. If it was corrected, say why in the "
        "remarks; else restore it." },
      "H27 | 142人 → 152人", "H27 | 142人" },
    { F("previous-baseline-changed", WARNING),
      { "基準値が前回の「{0}」から「{1}」に変わっています",
        "the baseline was {0} last time and is {1} now" },
      { "計画で決めた基準値に戻すか、変更の決定を備考に書いてください。",
        "Restore the plan's baseline, or cite the decision that changed "
        "it." },
      "115人（H26年度） → 142人（H27年度）", "115人（H26年度）" },
    /* {0} last year's figure, {1} this year's, {2} its year, {3} times */
    { F("previous-jump", WARNING),
      { "{2y}の実績「{1}」が前回の最新値「{0}」と10倍以上違います",
        "the actual of FY{2}, {1}, is ten times off the latest figure of "
        "last time, {0}" },
      { "桁と単位、累計か単年度かを確かめてください。"
        "正しければ備考に理由を書きます。",
        "Check digits, unit and whether one is a total. If it is right, say "
        "why in the remarks." },
      "69人 → 2,446人", "2,069人 → 2,446人" },
    { F("previous-kpi-new", NOTICE),
      { "前回はなかったKPIです", "the KPI was not there last time" },
      { "追加したKPIなら、このままで構いません。名前を変えただけなら、"
        "前回の名前に戻すか、担当課に知らせてください。",
        "If it was added, leave it. If only its name changed, use the old "
        "name or tell the officer." },
      "「創業の件数」（前回は「創業件数」）", "「創業件数」" },
    { F("previous-kpi-vanished", WARNING),
      { "前回あったKPI「{0}」がありません",
        "the KPI {0} of last time is gone" },
      { "行を消していないか、名前が変わっていないか確かめてください。"
        "やめたKPIは消さずに、実績に「事業終了」と書きます。",
        "Check whether the row was deleted or the name changed. A KPI that "
        "ended stays, with 事業終了 as its actual." },
      "（行がない）", "創業件数 | 事業終了" },
    { F("previous-project-new", NOTICE),
      { "前回はなかった事業です", "the project was not there last time" },
      { "新しい事業なら、このままで構いません。名前を変えただけなら、"
        "前回の名前に戻すか、担当課に知らせてください。",
        "If it is new, leave it. If only its name changed, use the old name "
        "or tell the officer." },
      "「創業の支援」（前回は「創業支援事業」）", "「創業支援事業」" },
    { F("previous-project-vanished", WARNING),
      { "前回あった事業「{0}」がありません",
        "the project {0} of last time is gone" },
      { "行を消していないか、名前が変わっていないか確かめてください。"
        "終わった事業は消さずに「終了」と書きます。",
        "Check whether its rows were deleted or its name changed. A project "
        "that ended stays, marked 終了." },
      "（行がない）", "創業支援事業 ※終了" },
    /* {3} 10, 100, 1000 */
    { F("previous-slip", WARNING),
      { "{2y}の値「{1}」は前回の「{0}」のちょうど{3}倍です",
        "{1} (FY{2}) is exactly {3} times {0} of last time" },
      { "0の打ち過ぎや打ち忘れ、千円と円、％と小数の取り違えでないか確かめ、"
        "正しい値に直してください。",
        "Check for a zero too many or too few, for 千円 against 円 and for % "
        "against a fraction." },
      "前回 1,070人 → 今回 10,700人", "1,070人" },
    { F("previous-target-changed", WARNING),
      { "目標が前回の「{0}」から「{1}」に変わっています",
        "the target was {0} last time and is {1} now" },
      { "計画で決めた目標に戻すか、目標を改めた決定を備考に書いてください。",
        "Restore the plan's target, or cite the decision that changed it." },
      "1,000人（H31年度） → 500人（H31年度）", "1,000人（H31年度）" },
    { F("previous-unit-changed", WARNING),
      { "単位が前回の「{0}」から「{1}」に変わっています",
        "the unit was {0} last time and is {1} now" },
      { "前回と同じ単位で書いてください。単位を変えるなら、"
        "過去の値もすべて新しい単位に直します。",
        "Use last time's unit. If it must change, convert all past figures "
        "too." },
      "千円 → 円", "千円 → 千円" },
};

const rule_table rules_of_previous = RULE_TABLE(rows);
