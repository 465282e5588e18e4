/*
 * rules_identity.c - rules about projects and KPIs that stand there twice
 *
 * Arguments: see each row.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "identity", "0.1.0", ""

static const rule rows[] = {
    /* {0} where the first one stands */
    { F("code-duplicate", WARNING),
      { "コード「{value}」が別のKPIと重なっています[（{0}）]",
        "the code {value} is used for another KPI too[ ({0})]" },
      { "コードはKPIごとに一つです。様式を写したときに残ったコードを、"
        "正しいものに直してください。",
        "Each KPI has a code of its own. Correct the one that was left when "
        "the row was copied." },
      "K-012 が2行", "K-012 と K-013" },
    /* {0} where the first one stands */
    { F("kpi-duplicate", WARNING),
      { "同じ事業に同じKPIが2つあります[（{0}）]",
        "the project has the same KPI twice[ ({0})]" },
      { "一方の行を消してください。違うものを数えているなら、"
        "名前に違いを書きます(例: 参加者数（小学校）、参加者数（中学校）)。",
        "Delete one of the rows. If they count different things, say so in "
        "the names." },
      "参加者数：50人 が2行", "参加者数（小学校）と 参加者数（中学校）" },
    /* {0} where the first one stands */
    { F("project-duplicate", WARNING),
      { "同じ事業が2回あります[（{0}）]",
        "the project stands there twice[ ({0})]" },
      { "重複なら一方を消し、再び載せるのであれば事業名のうしろに【再掲】と"
        "書いてください。そうしないと2回数えます。",
        "Delete one, or write 【再掲】 behind the name where it is listed "
        "again: else it is counted twice." },
      "創業支援事業 が2か所", "創業支援事業 と 創業支援事業【再掲】" },
    /* {0} where the first stands, {1} what differs (in English {4}),
       {2} there, {3} here */
    { F("relisted-differs", WARNING),
      { "再掲の内容が初出[（{0}）]と違います: {1} 初出「{2}」、再掲「{3}」",
        "the entry differs from its first listing[ ({0})]: {4} there {2}, "
        "here {3}" },
      { "どちらが正しいか確かめ、初出と再掲を同じ値にそろえてください。",
        "Find out which is right and use it in both places." },
      "初出 H28 | －、再掲 H28 | 累計48人", "初出も再掲も H28 | 累計48人" },
    { F("relisted-without-original", WARNING),
      { "再掲とありますが、初出の事業が見つかりません",
        "the project is marked as listed again, but it is nowhere listed "
        "first" },
      { "事業名が初出と同じか確かめてください。初出がないなら【再掲】を"
        "消します。消さないと集計に入りません。",
        "Check that the name equals the first listing's. If there is none, "
        "remove 【再掲】: else it is not counted." },
      "創業支援【再掲】（初出は 創業支援事業）", "創業支援事業【再掲】" },
    /* {0} where the other stands, {1} its project, {2} its figure, {3} year */
    { F("same-kpi-different-figure", WARNING),
      { "同じKPIなのに、{3y}の実績「{value}」が「{1}」の「{2}」と違います"
        "[（{0}）]",
        "the same KPI has {value} for FY{3} here, but {2} in {1}[ ({0})]" },
      { "同じ数を指すなら正しい値にそろえ、別のものを数えているなら名前を"
        "分けてください。",
        "If both tell the same number, use the right one in both; if not, "
        "give them different names." },
      "企業等との共同研究 H28 累計4件 と 累計7件", "どちらも 累計7件" },
};

const rule_table rules_of_identity = RULE_TABLE(rows);
