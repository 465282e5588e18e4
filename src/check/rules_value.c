/*
 * rules_value.c - rules about a single figure, year or word that is malformed
 * or cannot be
 *
 * Arguments: see each row.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "value", "0.1.0", ""

static const rule rows[] = {
    /* {0} the year, {1} the reported year */
    { F("actual-after-reported-year", WARNING),
      { "報告年度（{1y}）より後の{0y}に実績値があります",
        "there is an actual for FY{0}, after the reported year FY{1}" },
      { "値の年度を確かめてください。見込みや計画の値なら、"
        "実績の欄から取り除きます。",
        "Check the year. If it is a forecast or a planned value, take it "
        "out of the actuals." },
      "H29 | 400人（報告年度はH28）", "H28 | 400人" },
    /* {0} the year */
    { F("actual-is-text", NOTICE),
      { "{0y}の実績「{value}」を数値として読めません",
        "the actual of FY{0}, {value}, is no figure" },
      { "数値があれば数値だけをセルに入れ、説明は備考に移してください。"
        "数値がない理由なら、このままで構いません。",
        "If there is a figure, enter it alone and move the words to the "
        "remarks. If it says why there is none, leave it." },
      "制度の検討・見直し", "0件（備考: 制度の検討・見直し）" },
    /* {0} the year */
    { F("actual-not-a-number", ERROR),
      { "{0y}の実績「{value}」が数値ではありません",
        "the actual of FY{0}, {value}, is not a number" },
      { "セルを選び、数値と単位だけを入れてください(例: 305人)。"
        "説明は備考に移します。まだ値がなければ「調査中」「－」"
        "のように理由を書いてください。",
        "Enter the figure and its unit alone, for example 305人, and move "
        "words to the remarks. If there is none yet, write 調査中 or －." },
      "約三百人くらい", "約300人" },
    /* {0} the printed grades */
    { F("declared-grade-unknown", WARNING),
      { "判定「{value}」は計画の区分（{0}）にありません",
        "the grade {value} is none of the plan's ({0})" },
      { "計画で決めた区分のどれかを書いてください。",
        "Write one of the grades that the plan defines." },
      "【E】", "【D】" },
    { F("declared-status-unknown", NOTICE),
      { "「{value}」は計画の評価対象外の区分にありません",
        "{value} is none of the plan's reasons for not grading" },
      { "計画で決めた書き方（例: ※数値目標対象外）にそろえるか、"
        "担当課が計画のcategoriesに加えてください。",
        "Use the words of the plan, for example ※数値目標対象外, or let the "
        "officer add them to the plan's categories." },
      "※目標なし", "※数値目標対象外" },
    { F("fraction-of-count", NOTICE),
      { "「{value}」は数えるものの値ですが、整数ではありません",
        "{value} counts things but is no whole number" },
      { "平均や換算値ならその旨を指標名に書いてください。"
        "打ち間違い（小数点の位置、桁区切りのカンマ）でないか確かめます。",
        "If it is a mean, say so in the KPI's name. Else check for a slip: "
        "the decimal point, or a point for a comma." },
      "1.102人", "1,102人" },
    /* {0} the goal as printed */
    { F("goal-unknown", WARNING),
      { "基本目標「{0}」が計画にありません",
        "the goal {0} is not in the plan" },
      { "基本目標の番号を計画と同じにしてください(例: Ⅰ、Ⅱ)。",
        "Use the number of the goal as the plan has it, for example Ⅰ." },
      "基本目標Ⅸ", "基本目標Ⅳ" },
    { F("negative-count", WARNING),
      { "「{value}」は数えるものの値ですが、マイナスです",
        "{value} counts things but is negative" },
      { "「－」や「△」が打ち間違いでないか確かめてください。増減の値なら、"
        "指標名に「増減」と書きます。",
        "Check whether the sign is a slip. If it is a change, say so in the "
        "KPI's name (増減)." },
      "△198人", "198人 または 指標名「転入者の増減」" },
    /* {0} the likely value */
    { F("percent-as-fraction", WARNING),
      { "割合「{value}」は小数で書かれているようです（{0}％ではありませんか）",
        "the percentage {value} seems to be a fraction (meant: {0}%?)" },
      { "単位が％の欄には百分率の数を入れてください。0.85 ではなく 85、"
        "またはセルの表示形式を「パーセンテージ」にして 85% とします。",
        "In a column of % enter percent: 85, not 0.85; or give the cell the "
        "Percentage format and enter 85%." },
      "0.85（単位％）", "85（単位％）" },
    { F("percent-out-of-range", WARNING),
      { "割合「{value}％」が0～100％の範囲にありません",
        "the percentage {value}% is outside 0 to 100" },
      { "小数点の位置と、パーセント表示のセルに100倍した値を入れていないかを"
        "確かめてください。",
        "Check the decimal point, and whether 85 was typed into a cell "
        "whose format turns it into 8500%." },
      "850%", "85.0%" },
    /* {0} first year, {1} last year */
    { F("period-reversed", WARNING),
      { "期間の始まり（{0y}）が終わり（{1y}）より後です",
        "the period starts (FY{0}) after its end (FY{1})" },
      { "期間の年度を確かめてください(例: H27～31年度、R1n-R3n)。",
        "Check the years of the period, for example H27～31年度." },
      "H31～27年度", "H27～31年度" },
    { F("target-equals-baseline", NOTICE),
      { "目標値が基準値と同じです", "the target equals the baseline" },
      { "維持が目標なら、目標値に「維持」と書いてください。そうでなければ、"
        "どちらかの値が打ち間違いでないか確かめます。",
        "If the aim is to keep the level, write 維持. Else check whether "
        "one of the two is a slip." },
      "83件（H26年度）⇒83件（H31年度）",
      "83件（H26年度）⇒83件を維持（H31年度）" },
    { F("target-not-a-number", WARNING),
      { "実績は数値ですが、目標が数値ではありません",
        "the actuals are figures, but the target is none" },
      { "目標を数値で入れてください(例: 40件（H31年度）)。"
        "数値目標がない指標なら、実績も言葉（実施済など）にそろえます。",
        "Enter the target as a figure, for example 40件（H31年度）; or use "
        "words for the actuals too (実施済)." },
      "事業の継続", "40件（H31年度）" },
    { F("target-zero", NOTICE),
      { "目標値が0です", "the target is 0" },
      { "0を目指す指標なら、目標を「0件以下」と書くと少ないほどよい指標として"
        "扱います。未定なら「－」と書いてください。",
        "If the aim is none at all, write 0件以下: fewer is then better. If "
        "it is not decided, write －." },
      "0件", "0件以下" },
    /* {0} how many characters */
    { F("text-too-long", WARNING),
      { "文章が{0}文字あり、1つのセルに入りません（公式集計表では途中まで"
        "になります）",
        "a text of {0} characters does not fit a cell and is cut in the "
        "official workbook" },
      { "32,700文字以内にまとめ、詳しい資料は別のファイルにしてください。",
        "Keep it under 32,700 characters and give details in a file of "
        "their own." },
      "概要が40,000文字", "概要は1,000文字、詳細は別紙" },
    /* {0} the year; where one is left out, {1} that which counts */
    { F("year-duplicate", WARNING),
      { "[{0y}の]実績が2つあります[（「{1}」を使い、「{value}」は使いません）]",
        "[FY{0} has ]two actuals[ ({1} is used, {value} is not)]" },
      { "年度の見出しを確かめ、一方を消すか正しい年度に直してください。",
        "Check the years' headings; remove one or correct its year." },
      "H28 | 305人、H28 | 410人", "H27 | 305人、H28 | 410人" },
    /* {0} the year, {1} {2} the plan's years */
    { F("year-outside-plan", NOTICE),
      { "目標の年度（{0y}）が計画期間（{1y}～{2y}）の外です",
        "the target's year, FY{0}, lies outside the plan, FY{1} to FY{2}" },
      { "年度の打ち間違いでないか確かめてください。別の計画の目標年度なら、"
        "このままで構いません。",
        "Check for a slip. If the year comes from another plan, leave it." },
      "200万人（H23年度）", "200万人（H32年度）" },
};

const rule_table rules_of_value = RULE_TABLE(rows);
