/*
 * rules_assessment.c - rules about rates and grades: as declared, as
 * computed, and what stands in the way
 *
 * Arguments: see each row.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "assessment", "0.1.0", ""

static const rule rows[] = {
    /* {0} the baseline's year, {1} the target's */
    { F("baseline-not-before-target", WARNING),
      { "基準値の年度（{0y}）が目標の年度（{1y}）より前ではありません",
        "the baseline's year, FY{0}, is not before the target's, FY{1}" },
      { "基準値と目標の年度を確かめてください。このままでは目標値をそのまま"
        "期待値とします。",
        "Check both years. As it stands the target itself is expected." },
      "115人（H31年度）⇒1,000人（H31年度）",
      "115人（H26年度）⇒1,000人（H31年度）" },
    /* {0} the rate as taken, {1} the other */
    { F("cumulative-unmarked", WARNING),
      { "実績「{value}」が累計か単年度か分かりません（今の読み方で{0}、"
        "累計とみなせば{1}）",
        "it is not marked whether the actual {value} is a running total "
        "(as read {0}, as a total {1})" },
      { "累計なら「累計305人」のように書き、単年度の値なら「単年度」"
        "と備考に書いてください。計画のkpisでも指定できます。",
        "Write 累計305人 for a running total; for one year's figure say so "
        "in the remarks. The plan's kpis can pin it too." },
      "H27 | 94件、H28 | 264件", "H27 | 94件、H28 | 累計264件" },
    /* {1} the rate as printed */
    { F("direction-inferred", NOTICE),
      { "印字された達成率[「{1}」]から、少ないほどよい指標として読みました",
        "the printed rate[ {1}] tells that lower is better: read so" },
      { "少ないほどよい指標なら、目標に「以下」と書くか向きの欄に"
        "入れてください。多いほどよい指標なら、達成率を計算し直します。",
        "If fewer is better, write 以下 behind the target or fill in the "
        "direction. If more is better, the rate is wrong." },
      "2.50倍 → 1.45倍 172.4%", "2.50倍以下 → 1.45倍 172.4%" },
    /* {0} declared, {1} computed, {2} how, {3} what would give the declared */
    { F("grade-differs", WARNING),
      { "判定は「{0}」ですが、計算では「{1}」です（{2}[。{3}]）",
        "the declared grade is {0}, the computed one {1} ({2}[; {3}])" },
      { "達成率と判定の区分を確かめてください。実績値や累計の書き方が"
        "違っていれば直し、判定が正しければ備考に理由を書きます。",
        "Check rate and bands. If a figure or 累計 is wrong, correct it; if "
        "the grade is right, say why in the remarks." },
      "76%で【B】", "76%で【C】" },
    /* {0} the reason in Japanese, {1} in English */
    { F("grade-not-computed", WARNING),
      { "判定「{value}」が書かれていますが、計算では判定できません[（{0}）]",
        "the grade {value} is declared, but none can be computed[ ({1})]" },
      { "目標値、実績値、年度がそろっているか確かめてください。"
        "評価の対象外なら「※数値目標対象外」と書きます。",
        "Check that target, actual and years are there. If the project is "
        "not assessed, write ※数値目標対象外." },
      "実績「－」で【B】", "実績「累計305人」で【B】" },
    /* {0} the grade as it counts, {1} computed, {2} why, {3} by whom, {4}
     * when; value = the declared grade; field = the KPI, or none */
    { F("grade-overridden", NOTICE),
      { "[KPI「{field}」の]判定を「{0}」に変更しています[（計算では「{1}」）]。"
        "理由：{2}[、{3}][、{4}]",
        "the grade[ of the KPI {field}] is set to {0}[ (computed: {1})]: "
        "{2}[, {3}][, {4}]" },
      { "計画のoverridesによる変更です。理由・決裁者・日付が正しいか"
        "確かめてください。",
        "This comes from the plan's overrides. Check reason, name and "
        "date." },
      "grade: B、reason: 事情による",
      "grade: B、reason: 台風で2回中止したため、by: 企画課長、date: 2017-06-20" },
    /* {0} the rate as taken, {1} the other */
    { F("kind-ambiguous", WARNING),
      { "実績「{value}」が累計なのか水準なのかで達成率が変わります（今の読み"
        "方で{0}、もう一方で{1}）",
        "the rate depends on whether {value} is a total or a level (as read "
        "{0}, otherwise {1})" },
      { "5年間の合計を目指す指標なら目標に期間（H27～31年度）を、"
        "ある年度の水準なら「累計」を付けずに書いてください。"
        "計画のkpisでも指定できます。",
        "For a total over years give the target its period (H27～31年度); "
        "for a level leave out 累計. The plan's kpis can pin it too." },
      "40人（H26年度）⇒200人（H31年度）で 累計94人",
      "200人（H27～31年度）で 累計94人" },
    /* {0} what is missing, in Japanese, {1} in English, {2} the grade,
     * {3} the rate */
    { F("near-band", NOTICE),
      { "達成率{3}（{2}）は判定の境目に近い値です：{0}",
        "the rate, {3} ({2}), is near another grade: {1}" },
      { "実績値に数え漏れや重複がないか、もう一度確かめてください。"
        "境目とみなす幅は計画のwatch（ポイント、0で点検しない）で変えられます。",
        "Check once more that nothing is left out or counted twice. The "
        "plan's watch (percentage points, 0 = off) says how near is near." },
      "目標100件、実績99件で C", "目標100件、実績100件で B" },
    /* {0} declared, {1} computed, {2} how */
    { F("rate-differs", WARNING),
      { "達成率は「{0}」と書かれていますが、計算では{1}です[（{2}）]",
        "the declared rate is {0}, the computed one {1}[ ({2})]" },
      { "目標値、実績値、達成率のどれが違うか確かめてください。"
        "達成率の列は式にしておくとずれません(例: =E5/D5)。",
        "Check which of target, actual and rate is wrong. With a formula in "
        "the rate's column (=E5/D5) they cannot drift apart." },
      "目標120件、実績253件、達成率21.1%",
      "目標120件、実績253件、達成率210.8%" },
    /* {0} the reason in Japanese, {1} in English */
    { F("rate-not-computed", WARNING),
      { "目標と実績の数値はありますが、達成率を計算できません（{0}）",
        "target and actual are figures, but no rate can be computed ({1})" },
      { "理由に挙げた項目（単位、年度、途中の年度の実績など）"
        "を直してください。",
        "Mend what the reason names: unit, year, or the actual of a year "
        "in between." },
      "目標10件、実績5％", "目標10件、実績5件" },
    { F("rate-of-final-target", WARNING),
      { "達成率が最終年度の目標に対する割合（実績÷目標値）になっています",
        "the declared rate is the actual by the final target" },
      { "この計画では、報告年度までに見込む値（期待値）に対する割合で計算しま"
        "す。達成率の欄を期待値で計算し直すか、担当課に確かめてください。"
        "毎年度の目標なら、目標に「/年」か種別「単年度」を書きます。",
        "The plan compares with what is expected by the reported year. "
        "Compute the rate so, or ask the officer. If the target holds for "
        "each year, write /年 behind it or the kind 単年度." },
      "目標300件（H31年度）、H28実績240件で 80.0%",
      "期待値210件に対して 114.3%" },
    { F("rate-without-figures", WARNING),
      { "達成率「{value}」がありますが、目標か実績の数値がありません",
        "there is a rate, {value}, but no figure for target or actual" },
      { "目標値と実績値を入れるか、達成率を消してください。",
        "Enter target and actual, or remove the rate." },
      "目標 －、実績 5件、達成率 95%", "目標 6件、実績 5件、達成率 83.3%" },
    /* {0} baseline, {1} target */
    { F("target-below-baseline", NOTICE),
      { "目標値「{1}」が基準値「{0}」より小さくなっています",
        "the target {1} is below the baseline {0}" },
      { "少ないほどよい指標なら、目標に「以下」と書くか向きの欄に"
        "入れてください。そうでなければ値を確かめます。",
        "If fewer is better, write 以下 behind the target or fill in the "
        "direction. Else check the figures." },
      "50件（H26年度）⇒40件（H31年度）",
      "50件（H26年度）⇒40件以下（H31年度）" },
    /* {0} the target, {1} its year */
    { F("target-reached-early", NOTICE),
      { "最終年度（{1y}）の目標「{0}」をすでに達成しています（実績「"
        "{value}」）",
        "the target {0} of FY{1} is already reached (actual {value})" },
      { "目標の見直し（上方修正）を検討してください。"
        "累計と単年度の取り違えでないかも確かめます。",
        "Consider a higher target. Check also that total and single year "
        "are not mixed up." },
      "目標100件（H31年度）で H28 | 264件", "目標300件（H31年度）に見直し" },
    /* {0} the actual's unit, {1} the KPI's */
    { F("unit-differs", WARNING),
      { "実績の単位「{0}」が目標の単位「{1}」と違います",
        "the actual counts {0}, the target {1}" },
      { "同じものを数えているか確かめ、同じ単位で書いてください。"
        "数値はそのまま比べています。",
        "Check that both count the same and use one unit. The figures are "
        "compared as they are." },
      "目標2社、実績0件", "目標2社、実績0社" },
    /* {0} the actual's unit, {1} the KPI's */
    { F("unit-incompatible", WARNING),
      { "実績の単位「{0}」を目標の単位「{1}」に換算できません",
        "the actual's unit {0} cannot be converted to the target's {1}" },
      { "目標と同じ単位の値を入れてください。達成率は計算していません。",
        "Enter the figure in the target's unit. No rate is computed." },
      "目標50％、実績12件", "目標50％、実績48％" },
    /* {0} the baseline */
    { F("worse-than-baseline", WARNING),
      { "実績「{value}」が基準値「{0}」より悪くなっています",
        "the actual {value} is worse than the baseline {0}" },
      { "値が正しいか確かめ、正しければ備考に理由と対策を書いてください。",
        "Check the figure; if it is right, give the cause and the measures "
        "in the remarks." },
      "21,116人（H26年度）で H28 | 18,520人",
      "備考: 対象講座の減による。H29は講座を増やす" },
};

const rule_table rules_of_assessment = RULE_TABLE(rows);
