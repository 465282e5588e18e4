/*
 * rules_missing.c - rules about what should stand there and does not
 *
 * Arguments: {0} a fiscal year where one is concerned.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "missing", "0.1.0", ""

static const rule rows[] = {
    { F("actual-blank", WARNING),
      { "{0y}の実績が空欄です", "the actual of FY{0} is blank" },
      { "数値を入れてください。まだなければ「調査中」「隔年調査（次回R3）」"
        "「未実施」のように理由を書きます。空欄は0とは扱いません。",
        "Enter the figure. If there is none yet, write why: 調査中, "
        "隔年調査（次回R3）, 未実施. A blank is never read as 0." },
      "（空欄）", "76.7% または 調査中" },
    { F("actual-missing", NOTICE),
      { "{0y}の実績が「{value}」で、理由がありません",
        "the actual of FY{0} is {value}, without a reason" },
      { "数値がまだない理由を同じセルに書いてください(例: 「－（H31実施予"
        "定）」「調査中」「該当なし」)。数値が出ていれば入力します。",
        "Write in the same cell why there is no figure yet, for example "
        "－（H31実施予定）, 調査中 or 該当なし; or enter the figure." },
      "－", "－（H31実施予定）" },
    { F("actual-pending", NOTICE),
      { "{0y}の実績はまだ確定していません",
        "the actual of FY{0} is still pending" },
      { "確定したら数値に置き換えて提出し直してください。"
        "締切までに出なければこのままで構いません。",
        "Replace it by the figure once it is known. If that is after the "
        "deadline, leave it." },
      "調査中", "863億円" },
    { F("actual-preliminary", NOTICE),
      { "{0y}の実績は速報値です",
        "the actual of FY{0} is preliminary" },
      { "確定値が出ていれば置き換え、「速報」の字を消してください。",
        "If the final figure is known, replace it and remove 速報." },
      "517（速報値）", "519" },
    { F("baseline-value-missing", NOTICE),
      { "基準値の年度はありますが、値がありません",
        "the baseline has a year but no figure" },
      { "基準年度の実績値を入れてください(例: 115人（H26年度）)。"
        "基準値がない新規事業なら、年度も消してください。",
        "Enter the figure of the base year, for example 115人（H26年度）. "
        "If the project is new, remove the year too." },
      "－（H26年度）⇒1,000人", "115人（H26年度）⇒1,000人" },
    { F("baseline-year-missing", NOTICE),
      { "基準値「{value}」が何年度の値か分かりません",
        "it is not known of which year the baseline {value} is" },
      { "基準値のうしろに年度を書いてください(例: 115人（H26年度）)。",
        "Write the year behind the baseline, for example 115人（H26年度）." },
      "115人⇒1,000人（H31年度）", "115人（H26年度）⇒1,000人（H31年度）" },
    { F("bureau-missing", WARNING),
      { "担当局がありません", "the bureau in charge is missing" },
      { "事業名のうしろに【産業経済局】のように書くか、"
        "担当局の列に入れてください。同じ局が続く場合も各行に書きます。",
        "Write it behind the project's name, as in 【産業経済局】, or in the "
        "bureau's column; in every row, also where it repeats." },
      "企業誘致", "企業誘致【産業経済局】" },
    { F("goal-missing", WARNING),
      { "基本目標がありません", "the goal is missing" },
      { "事業の上に「基本目標Ⅰ …」の見出し行を置くか、"
        "基本目標の列に入れてください。",
        "Put the goal's heading row (基本目標Ⅰ ...) above the project, or "
        "fill in the goal's column." },
      "（見出しのない表）", "基本目標Ⅰ しごとをつくり…" },
    { F("grade-missing", WARNING),
      { "自己評価の判定がありません", "the declared grade is missing" },
      { "【A】～【D】の判定か、対象外の理由（※数値目標対象外、【－】など）"
        "を書いてください。",
        "Write the grade, 【A】 to 【D】, or why there is none: "
        "※数値目標対象外, 【－】." },
      "企業誘致【産業経済局】", "企業誘致【産業経済局】【B】" },
    { F("kpi-name-missing", WARNING),
      { "指標（KPI）の名前がありません", "the KPI has no name" },
      { "何を数えた値かを、数値の前に書いてください(例: 創業件数：83件⇒100"
        "件)。",
        "Write what is counted in front of the figure, for example "
        "創業件数：83件⇒100件." },
      "83件⇒100件", "創業件数：83件⇒100件" },
    { F("project-name-missing", WARNING),
      { "事業名がありません", "the project has no name" },
      { "事業名の欄に入れてください。上の行と同じ事業なら、"
        "セルを結合したままにするか、同じ名前を書きます。",
        "Fill in the project's name. If it is the same as above, keep the "
        "cells merged or repeat the name." },
      "（空欄）", "創業支援事業" },
    { F("project-without-kpi", WARNING),
      { "指標（KPI）が一つもありません", "the project has no KPI" },
      { "指標と目標値、実績値を入れてください。数値目標を持たない事業なら"
        "「※数値目標対象外」と書きます。",
        "Enter the KPI with target and actual. If the project has no "
        "numeric target, write ※数値目標対象外." },
      "（KPI欄が空欄）", "創業件数：83件（H26年度）⇒100件（H31年度）" },
    { F("rate-missing", NOTICE),
      { "達成率の欄が空欄です", "the rate is missing" },
      { "ほかの行には達成率があります。様式の式を上のセルからコピーするか、"
        "達成率を入れてください。実績がなければ「－」とします。",
        "Other rows have one. Copy the form's formula from the cell above "
        "or enter the rate; write － where there is no actual." },
      "（空欄）", "96.7%" },
    { F("reported-year-missing", WARNING),
      { "報告年度（{0y}）の実績の欄がありません",
        "there is no actual for the reported year FY{0}" },
      { "年度の見出しの打ち間違い（同じ年度が2つあるなど）でないか確かめて"
        "ください。なければ、実績の欄に報告年度の行か列を足し、値（なければ"
        "理由）を入れます。",
        "Add the row or column of the reported year and enter the figure, "
        "or why there is none." },
      "H27の行だけ", "H27の行とH28の行" },
    { F("target-missing", WARNING),
      { "目標値がありません", "the target is missing" },
      { "目標値を単位と達成年度を付けて入れてください(例: 1,000人（H31年"
        "度）)。数値にできない目標なら「計画策定（H28年度）」"
        "のように書きます。",
        "Enter the target with unit and year, for example "
        "1,000人（H31年度）. A target that is an act is written so: "
        "計画策定（H28年度）." },
      "－", "40%（R3年度）" },
    { F("target-year-missing", WARNING),
      { "目標をいつまでに達成するのか分かりません",
        "it is not known by when the target is to be reached" },
      { "目標値のうしろに年度を書いてください(例: 131校（H31年度）、"
        "合計なら1,000人（H27～31年度）、毎年度なら2件/年)。目標値の列がある"
        "表では、見出しに「目標値（H31年度）」と書いても構いません。",
        "Write the year behind the target: 131校（H31年度）; for a total "
        "1,000人（H27～31年度）; for each year 2件/年. In a table with a "
        "column of targets the heading may say it: 目標値（H31年度）." },
      "小学校131校", "小学校131校（H31年度）" },
    { F("unit-missing", WARNING),
      { "単位がありません", "the unit is missing" },
      { "数値のうしろか単位の欄に単位を入れてください(例: 人、件、％、千円)。",
        "Write the unit behind the figure or in the unit's column: 人, 件, "
        "％, 千円." },
      "1,000", "1,000人" },
    { F("year-gap", NOTICE),
      { "{0y}の実績の欄が抜けています",
        "the actual of FY{0} is left out between other years" },
      { "抜けた年度の行か列を足し、値（なければ理由）を入れてください。"
        "累計の計算に使います。",
        "Add the year that was left out, with its figure or the reason why "
        "there is none. Totals need it." },
      "H27、H29", "H27、H28、H29" },
};

const rule_table rules_of_missing = RULE_TABLE(rows);
