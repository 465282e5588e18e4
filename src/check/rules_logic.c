/*
 * rules_logic.c - rules about figures of one KPI that contradict each other
 *
 * Arguments: see each row.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "logic", "0.1.0", ""

static const rule rows[] = {
    /* {0} the year, {1} the first year of the target's period */
    { F("actual-before-period", WARNING),
      { "目標の期間（{1y}から）より前の{0y}に実績「{value}」があります",
        "there is an actual, {value}, for FY{0}, before the target's period "
        "starts in FY{1}" },
      { "期間か実績の年度を確かめてください。期間より前の値は基準値として"
        "書きます(例: 3台（H28年度）⇒9台（H29～31年度）)。",
        "Check the period and the actual's year. A figure from before the "
        "period belongs into the baseline." },
      "9台（H29～31年度）で H28 | 累計11台", "H28 | －（H29～）" },
    /* {0} the year, {1} the year before, {2} its figure */
    { F("actual-jump", WARNING),
      { "{0y}の実績「{value}」が{1y}の「{2}」と10倍以上違います",
        "the actual of FY{0}, {value}, is ten times off {2} of FY{1}" },
      { "桁、単位（千円と円、万人と人）、累計か単年度かを確かめてください。"
        "正しければ、備考に理由を書きます。",
        "Check the digits, the unit (千円 or 円, 万人 or 人) and whether one "
        "is a total. If it is right, say why in the remarks." },
      "H27 | 69人、H28 | 2,446人", "H27 | 2,069人、H28 | 2,446人" },
    /* {0} the year, {1} the year before */
    { F("actual-unchanged", NOTICE),
      { "{0y}の実績が{1y}と全く同じ「{value}」です",
        "the actual of FY{0}, {value}, is the same as in FY{1}" },
      { "前年度の値をコピーしたままになっていないか確かめてください。",
        "Check whether last year's figure was left standing." },
      "H27 | 1,953人、H28 | 1,953人", "H27 | 1,953人、H28 | 1,623人" },
    /* {0} the year, {1} the actual of that year */
    { F("baseline-differs-from-actual", WARNING),
      { "基準値「{value}」が同じ{0y}の実績「{1}」と違います",
        "the baseline {value} differs from the actual of the same year "
        "FY{0}, {1}" },
      { "どちらが正しい値か確かめ、同じ値にそろえてください。"
        "基準値が当時の見込みなら、実績に直します。",
        "Find out which is right and use it in both places. If the baseline "
        "was a forecast, replace it by the actual." },
      "6,000人（H27年度）で H27 | 6,355人",
      "6,355人（H27年度）で H27 | 6,355人" },
    /* {0} the baseline's unit, {1} the KPI's */
    { F("baseline-unit-differs", WARNING),
      { "基準値の単位「{0}」が目標の単位「{1}」と違います",
        "the baseline is in {0}, the target in {1}" },
      { "基準値と目標値を同じ単位で書いてください。",
        "Write baseline and target in the same unit." },
      "115件（H26年度）⇒1,000人", "115人（H26年度）⇒1,000人" },
    /* {0} the year, {1} the actual of that year */
    { F("baseline-unlike-actual", WARNING),
      { "基準値「{value}」が{0y}の実績「{1}」と10倍以上違います",
        "the baseline {value} is ten times off the actual of FY{0}, {1}" },
      { "桁、単位（千円と円など）、累計か単年度かを確かめてください。",
        "Check the digits, the unit and whether one of them is a total." },
      "24人（H26年度）で H27 | 980人", "240人（H26年度）で H27 | 280人" },
    /* {0} the year, {1} the earlier year, {2} its figure */
    { F("cumulative-falls", WARNING),
      { "累計のはずの{0y}の実績「{value}」が{1y}の「{2}」より減っています",
        "the running total of FY{0}, {value}, is below {2} of FY{1}" },
      { "累計は減りません。単年度の値なら「累計」を消し、"
        "累計なら前年度までの値を足してください。",
        "A total cannot fall. If it is one year's figure, remove 累計; else "
        "add the earlier years." },
      "H27 | 累計142人、H28 | 累計105人", "H27 | 累計142人、H28 | 累計247人" },
    /* {0} the year, {1} the earlier year, {2} its figure, {3} likely meant */
    { F("digit-slip", WARNING),
      { "{0y}の実績「{value}」は{1y}の「{2}」のちょうど10倍・100倍・1000倍"
        "（または10分の1など）です（{3}ではありませんか）",
        "the actual of FY{0}, {value}, is exactly 10, 100 or 1000 times off "
        "{2} of FY{1} (meant: {3}?)" },
      { "0の打ち過ぎや打ち忘れ、千円と円の取り違えでないか確かめてください。",
        "Check for a zero too many or too few, and for 千円 against 円." },
      "H27 | 1,070人、H28 | 10,700人", "H27 | 1,070人、H28 | 1,070人" },
    /* {0} the baseline, {1} the words that tell the direction */
    { F("direction-contradicts", WARNING),
      { "目標「{value}」は「{1}」ですが、基準値「{0}」からの向きと合いません",
        "the target {value} says {1}, against the way from the baseline "
        "{0}" },
      { "目標値と基準値、「以上」「以下」の向きを確かめてください。"
        "少ないほどよい指標なら「以下」、多いほどよい指標なら「以上」"
        "とします。",
        "Check target, baseline and the word: 以下 where fewer is better, "
        "以上 where more is." },
      "50件（H26年度）⇒60件以下", "50件（H26年度）⇒40件以下" },
    /* {0} the unit, {1} the unit that the name tells */
    { F("name-unit-differs", WARNING),
      { "指標名からは単位「{1}」のはずですが、「{0}」です",
        "by its name the KPI counts {1}, but its unit is {0}" },
      { "指標名か単位を直してください(例: 仲介件数なら「件」、"
        "仲介人数なら「人」)。",
        "Correct the name or the unit: 件 for 仲介件数, 人 for 仲介人数." },
      "仲介件数：500人", "仲介件数：500件" },
    /* {0} the total, {1} the sum of the parts, {2} the year or "" */
    { F("total-differs", WARNING),
      { "合計「{0}」が内訳の和「{1}」と一致しません[（{2y}）]",
        "the total {0} is not the sum of its parts, {1}[ (FY{2})]" },
      { "内訳か合計のどちらかを直してください。合計のセルは =SUM(…) "
        "にしておくとずれません。",
        "Correct a part or the total. With =SUM(...) in the total's cell "
        "they cannot drift apart." },
      "合計10人、内訳5人・6人", "合計11人、内訳5人・6人" },
    /* {0} the actual's unit, {1} the KPI's */
    { F("unit-scale-differs", NOTICE),
      { "実績の単位「{0}」を目標の単位「{1}」に換算して計算します",
        "the actual in {0} is converted to the target's {1}" },
      { "換算は正確に行うため、このままで構いません。"
        "同じ単位で書けば読み間違いが減ります。",
        "The conversion is exact; leave it. The same unit is easier to "
        "read." },
      "目標1兆円、実績906億円", "目標10,000億円、実績906億円" },
};

const rule_table rules_of_logic = RULE_TABLE(rows);
