/*
 * rules_template.c - rules about submission templates: the right one, unspoilt
 *
 * Arguments: see each row.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "submission", "0.1.0", ""

static const rule rows[] = {
    /* {0} the KPI whose row was changed, or {1} how many rows are gone */
    { F("template-changed", WARNING),
      { "様式に印刷した値（名前・単位・基準値・目標・過去の実績）"
        "が変わっています[（{0}）][：{1}行が見つかりません]",
        "what the template had printed (name, unit, baseline, target, past "
        "actuals) was changed[: {0}][: {1} rows are gone]" },
      { "配布した様式の値に戻してください。値そのものに誤りがあれば、"
        "直さずに備考に書いて担当課に知らせてください。",
        "Restore the values of the template. If they are wrong, leave them, "
        "say so in the remarks and tell the officer." },
      "保護を外して目標値 1,000 を 500 にした",
      "目標値 1,000（備考に申し出）" },
    /* {0} the department of the template, {1} who submitted */
    { F("template-department", WARNING),
      { "「{0}」に配布した様式を「{1}」が使っています",
        "the template was made for {0} but submitted by {1}" },
      { "自局に配布された様式に書いてください。部署の統合や改称なら、"
        "担当課に知らせてください。",
        "Use the template that was made for your department. If departments "
        "were merged or renamed, tell the officer." },
      "環境局の様式を写した 港湾空港局.xlsx",
      "港湾空港局に配布された 港湾空港局.xlsx" },
    /* {0} the year of the template, {1} the plan's */
    { F("template-version", WARNING),
      { "古い様式か、別の計画の様式です[（様式は{0y}年度、][今回は{1y}年度）]",
        "the template is an old one or another plan's[ (it is of FY{0},]"
        "[ the plan of FY{1})]" },
      { "今回配布された様式に書き直してください。様式は kpibook template "
        "で作り直せます。",
        "Fill in the template of this year. kpibook template makes it anew." },
      "平成27年度の様式", "平成28年度の様式" },
};

const rule_table rules_of_template = RULE_TABLE(rows);
