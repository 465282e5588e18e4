/*
 * rules_sheet.c - rules about sheets, tables and cells as they are read:
 * what was not found, not calculated, corrected or is not certain
 *
 * Arguments: {0} what was typed or found, {1} what it was taken for; where a
 * row says otherwise, that.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "sheet", "0.1.0", ""

static const rule rows[] = {
    { F("actual-not-paired", WARNING),
      { "実績欄「{value}」に、KPI「{0}」に当たる数値が見つかりません",
        "the actual {value} holds no figure for the KPI {0}" },
      { "KPI欄に並べた順に、KPIごとに名前か単位を付けて実績を書いてください"
        "(例: 参加企業数：421社、参加者：1,623人)。",
        "Write one actual for each KPI, in their order and with its name or "
        "unit, for example 参加企業数：421社、参加者：1,623人." },
      "KPIが2つで実績は 421社 だけ", "参加企業数：421社、参加者：1,623人" },
    { F("actual-year-inferred", NOTICE),
      { "実績の見出し[「{value}」]に年度がないため、{0}年度の実績と読みました",
        "the heading[ {value}] names no year: read as the actuals of {0}" },
      { "見出しに年度を書いてください(例: H28実績)。"
        "違う年度なら直してください。",
        "Write the year into the heading, as in H28実績. If it is another "
        "year, correct it." },
      "実績", "H28実績" },
    { F("actual-year-unknown", WARNING),
      { "実績[「{value}」]が何年度の値か分かりません",
        "it is not known of which year the actual[ {value}] is" },
      { "見出しか年度の欄に年度を書いてください(例: H28実績、令和2年度)。",
        "Write the year into the heading or the year's column: H28実績, "
        "令和2年度." },
      "実績値", "H28実績値" },
    { F("baseline-year-inferred", NOTICE),
      { "基準値の見出し[「{value}」]に年度がないため、注記の{0}年度の値と読みました",
        "the heading[ {value}] names no year: read as the baselines of {0}, "
        "which a note states" },
      { "見出しに年度を書いてください(例: 基準値（R1）)。"
        "違う年度なら直してください。",
        "Write the year into the heading, as in 基準値（R1）. If it is another "
        "year, correct it." },
      "基準値", "基準値（R1）" },
    { F("cell-error", ERROR),
      { "必要な値のセルがExcelのエラー（{value}）です",
        "a needed cell holds the Excel error {value}" },
      { "セルを選び、数式の参照先（消した行や列、空欄の割り算など）を直すか、"
        "値を直接入力してください。#REF! は元に戻す(Ctrl+Z)"
        "か参照を選び直します。",
        "Select the cell and mend what its formula refers to (a deleted "
        "row, a division by a blank), or type the value in." },
      "#REF!", "305" },
    { F("cell-text-cut", WARNING),
      { "セルの文章が長すぎるため、先頭の32,767文字だけを読みました",
        "the cell's text is too long: only its first 32,767 characters "
        "were read" },
      { "Excelのセルに入るのは32,767文字までです。文章を短くし、詳しい資料は"
        "別のファイルにしてください。",
        "A cell of Excel holds 32,767 characters. Shorten the text and give "
        "details in a file of their own." },
      "概要が40,000文字", "概要は1,000文字、詳細は別紙" },
    /* value: the heading, {0} the first figure below it */
    { F("column-not-read", WARNING),
      { "[「{value}」の]列の数値[（{0}など）]は読みませんでした",
        "the figures of the column[ {value}][ ({0} ...)] were not read" },
      { "同じ見出しの列が2つあるか、見出しから内容が分かりません。見出しに"
        "「目標値（R6）」「R4実績」のように役割と年度を書くか、計画の headers か "
        "pins で列の役割を決めてください。",
        "Two columns have the same heading, or the heading does not tell "
        "what the column holds. Write its role and year, as in R4実績, or "
        "name the role in the plan (headers, pins)." },
      "実績 | 実績", "R3実績 | R4実績" },
    { F("column-role-inferred", NOTICE),
      { "「{value}」の列を、内容から{0}と読みました",
        "the column {value} was read as {1} by what stands in it" },
      { "ちがうときは見出しを「事業名」「施策名」「基本目標」などの語に直すか、計画の "
        "headers か pins で列の役割を決めてください。",
        "If it is something else, use a heading such as 事業名, 施策名 or "
        "基本目標, or name the role in the plan (headers, pins)." },
      "施設類型", "事業名" },
    { F("corrected-department", NOTICE),
      { "部署名「{0}」を「{1}」と読みました",
        "the department {0} was read as {1}" },
      { "計画の部署一覧と同じ名前で書くと確実です。"
        "読み方が違えば直してください。",
        "Use the name in the plan's list. If it was read wrongly, correct "
        "it." },
      "産経局", "産業経済局" },
    { F("corrected-number", NOTICE),
      { "「{0}」を「{1}」と読みました", "{0} was read as {1}" },
      { "全角の数字や△、余分な空白は読み替えています。"
        "セルには半角の数値だけを入れると確実です。"
        "読み方が違えば直してください。",
        "Full-width digits, △ and stray spaces are corrected. Enter plain "
        "digits to be sure. If it was read wrongly, correct the cell." },
      "１，１０２　人", "1102人" },
    { F("corrected-unit", NOTICE),
      { "単位「{0}」を「{1}」と読みました", "the unit {0} was read as {1}" },
      { "単位は省かずに書くと確実です(例: 906億円)。"
        "読み方が違えば直してください。",
        "Write the unit in full, for example 906億円. If it was read "
        "wrongly, correct it." },
      "906億", "906億円" },
    { F("cost-among-indicators", NOTICE),
      { "指標の間の「{value}」の行は、指標でなく事業の経費（実績）として読みました",
        "the line {value} among the indicators was read as what the project "
        "cost, not as an indicator" },
      { "計画額は記録していません。指標であれば、「事業費の削減額」のように何の"
        "指標か分かる名前にしてください。",
        "Planned costs are not kept. If it is an indicator, call it by what "
        "it measures, as in 事業費の削減額." },
      "項目「事業費」", "項目「事業費の削減額」" },
    { F("cost-unit-inferred", NOTICE),
      { "経費の単位の記載がないため、{0}と読みました",
        "the costs name no unit: read as {0}" },
      { "経費の見出しに単位を書いてください(例: 交付対象事業経費（千円）)。"
        "単位が違えば直してください。",
        "Write the unit into the heading, as in 交付対象事業経費（千円）. If "
        "it is another unit, correct it." },
      "交付対象事業経費 67,055", "交付対象事業経費（千円） 67,055" },
    /* {0} the department that the sheet names, {1} that of the file's name */
    { F("department-differs", WARNING),
      { "シートに書かれた提出部署「{0}」が、ファイル名の部署「{1}」と違います",
        "the sheet names the department {0}, the file's name {1}" },
      { "別の局の様式に上書きしていないか確かめ、シートの提出部署か"
        "ファイル名を直してください。",
        "Check that no other bureau's form was used; correct the sheet or "
        "the file's name." },
      "環境局.xlsx の「提出：総務局」", "環境局.xlsx の「提出：環境局」" },
    /* {0} that of the line above, {1} how many projects leave theirs out */
    { F("department-inherited", NOTICE),
      { "部署を省いた事業（{1}件）は、上の行の部署（ここでは「{0}」）の"
        "事業と読みました",
        "projects that leave the department out ({1}) were read as those of "
        "the line above, here {0}" },
      { "同じ部署が続く行にも、部署名を毎行に書いてください。",
        "Repeat the department in each of its rows." },
      "2行目の局名が空欄", "どの行にも 産業経済局" },
    /* {0} that of the project */
    { F("department-of-row", NOTICE),
      { "事業の途中の行の部署「{value}」は記録せず、先頭の行の「{0}」を事業の"
        "部署としました",
        "the department {value} of a row inside the project is not kept: "
        "the project's is {0}" },
      { "指標ごとに部署が違うときは、事業の行を分けるか、部署を並べて先頭の行に"
        "書いてください。",
        "Where indicators have departments of their own, make the project "
        "two rows, or name all departments in its first row." },
      "事業の1行目 こども課、2行目 健康課", "1行目 こども課、健康課" },
    /* {0} as typed, {1} the nearest name in the list, if one is near */
    { F("department-unknown", WARNING),
      { "部署名「{value}」が計画の部署一覧にありません[（「{1}」ではありませ"
        "んか）]",
        "the department {value} is not in the plan's list[ (meant: {1}?)]" },
      { "書き間違いや旧名称でないか確かめ、計画の部署一覧と同じ"
        "名前にしてください。正しい別名なら、担当課が計画のaliasesに加えます。",
        "Check for a slip or an old name and use the name in the plan's "
        "list. If it is a correct other name, the officer adds it to the "
        "plan's aliases." },
      "産業経済極", "産業経済局" },
    { F("era-inferred", NOTICE),
      { "「{value}」に元号がないため、{0}と読みました",
        "{value} names no era: read as {0}" },
      { "表のどこかに元号か西暦を書いてください(例: 平成27年度、H27)。"
        "違う元号なら直してください。",
        "Write the era or the Western year somewhere in the sheet, for "
        "example H27. If it is another era, correct it." },
      "実績値（27年度）", "実績値（H27年度）" },
    { F("example-ignored", NOTICE),
      { "記入例の行「{value}」は読みませんでした",
        "the row {value} is an example and was not read" },
      { "実際の事業なら、「記入例」の文字を消してください。",
        "If it is a real project, take the word 記入例 away." },
      "（記入例）○○推進事業", "移住推進事業" },
    { F("figure-is-formula", NOTICE),
      { "目標値か実績の値が数式の結果です",
        "a needed figure is the result of a formula" },
      { "数式が別のブックや別のシートを見ていると、提出先では値が変わることが"
        "あります。値を確かめ、必要ならコピーして「形式を選択して貼り付け」→"
        "「値」で置き換えてください。",
        "A formula that looks at another workbook or sheet may give another "
        "value elsewhere. Check it; Paste Special > Values keeps the "
        "number." },
      "=[集計.xlsx]H28!E5", "305" },
    /* {0} the KPI's name */
    { F("figure-not-read", WARNING),
      { "KPI「{0}」の行にある値「{value}」は読みませんでした",
        "the figure {value} in the rows of the KPI {0} was not read" },
      { "指標名のない行の値は、どの指標のものか分かりません。指標名か内訳"
        "（対象、性別など）を書くか、行を1つにまとめてください。",
        "It is not known what a figure in a row without a name is. Write the "
        "indicator's name or part (対象, 性別), or make it one row." },
      "2行目に指標名がなく、目標 20・実績 18 だけ",
      "2行目 | 来場者数（市外） | 20 | 18" },
    /* {0} the label */
    { F("figure-passed-over", NOTICE),
      { "「{0}」の値「{value}」は、どの指標の値としても読みませんでした",
        "the figure {value} labelled {0} was read as none of an indicator's" },
      { "指標の値なら、指標名と同じ行か列に置き、見出し（目標、実績など）と年度を"
        "付けてください。そうでなければ、このままで構いません。",
        "If it belongs to an indicator, put it in the row or column of its "
        "name, below or behind 目標 or 実績 with its year. If not, leave it." },
      "指標の表から離れたセルの「最終目標 6,500」",
      "来場者数 | 目標（R12） 6,500" },
    { F("footnote-mark-cut", NOTICE),
      { "「{value}」は脚注の印を除いて「{0}」と読みました",
        "{value} was read as {0}, without the mark of its footnote" },
      { "印まで名前なら、脚注の行の頭から印を除いてください。そうでなければ、"
        "このままで構いません。",
        "If the mark is part of the name, take it off the footnote's line. If "
        "not, leave it." },
      "受診率（※1）", "受診率" },
    { F("formula-not-calculated", ERROR),
      { "必要な値のセルの数式に計算結果が保存されていません",
        "a needed cell holds a formula without a stored result" },
      { "Excelで開き、F9キーで再計算してから上書き保存し、"
        "もう一度提出してください。「数式」→「計算方法の設定」は「自動」"
        "にします。",
        "Open the workbook in Excel, press F9, save it and send it again. "
        "Formulas > Calculation Options should be Automatic." },
      "=SUM(E5:E8)（結果なし）", "=SUM(E5:E8)（結果 305）" },
    /* value: the number */
    { F("formula-overwritten", WARNING),
      { "数式の列に数値「{value}」が直接入力されています",
        "the number {value} was typed into a column of formulas" },
      { "同じ列のほかのセルは数式です。上か下のセルをコピーして数式に戻すか、"
        "入力した値が正しいことを確かめてください。",
        "The other cells of the column are formulas. Copy the formula from "
        "the cell above or below, or check that the number is right." },
      "J列が =I5/G5 の式で、J8だけ 0.8", "J8も =I8/G8" },
    /* {0} its title */
    { F("heading-passed-over", NOTICE),
      { "「{value}」は、どの事業の上位（目標、施策など）としても読みませんでした",
        "{value} was read as no goal, theme or measure of any project" },
      { "事業が属する目標や施策なら、事業の見出しのすぐ上か、表の列に書いてください。"
        "そうでなければ、このままで構いません。",
        "If projects belong to it, write it right above the project's name or "
        "in a column of the table. If not, leave it." },
      "様式の離れたセルの「政策１　にぎわいのあるまち」",
      "政策１　にぎわいのあるまち を事業名のすぐ上に" },
    { F("heading-uncertain", NOTICE),
      { "「{value}」を施策や基本目標などの見出しと読みました",
        "{value} was read as the heading of a measure, a goal or the like" },
      { "施策なら「⇒」を付け、基本目標やテーマなら番号（基本目標Ⅰ、①）"
        "を付けてください。表の説明なら、表の外に移します。",
        "Put ⇒ in front of a measure, a number (基本目標Ⅰ, ①) in front of a "
        "goal or theme; move other words out of the table." },
      "就業支援の強化", "⇒就業支援の強化" },
    { F("hidden-columns-ignored", NOTICE),
      { "表の右の非表示の列[（{value}…）]は、作業用の一覧とみて読みませんでした",
        "hidden columns to the right of the table[ ({value} …)] were taken for "
        "a clerk's list and not read" },
      { "報告する内容なら、列を再表示し、表との間の空の列をなくしてください。"
        "作業用なら、そのままで構いません。",
        "If they hold data, unhide them and close the empty column in front of "
        "them. If not, leave them." },
      "（非表示の列）101", "（列を再表示）" },
    { F("hidden-data", NOTICE),
      { "非表示の行・列・シートのデータも読みました",
        "data in hidden rows, columns or sheets was read too" },
      { "古い案などを隠してあるなら削除してください。隠した行は、"
        "行番号を選んで右クリック→「再表示」で確かめられます。",
        "Delete old drafts that were only hidden. To see hidden rows, select "
        "the row numbers, right-click and choose Unhide." },
      "非表示の7～9行に旧目標", "旧目標の行を削除" },
    { F("kind-unknown", NOTICE),
      { "種別「{value}」を読み取れません",
        "the kind {value} is not understood" },
      { "「単年度」「累計」「水準」のどれかを書いてください。",
        "Write 単年度 (each year), 累計 (a total) or 水準 (a level)." },
      "その他", "累計" },
    { F("kpi-not-understood", WARNING),
      { "KPIの記述を読み取れません[（「{0}」）]",
        "the KPI is not understood[ (at {0})]" },
      { "「名前：基準値（年度）⇒目標値（年度）」の形で書いてください(例: "
        "創業件数：83件（H26年度）⇒100件（H31年度）)。"
        "KPIが複数なら改行で分けます。",
        "Write it as name：baseline（year）⇒target（year）, for example "
        "創業件数：83件（H26年度）⇒100件（H31年度）, and each KPI on a line "
        "of its own." },
      "83から100くらいに増やす（創業）",
      "創業件数：83件（H26年度）⇒100件（H31年度）" },
    { F("kpi-shared-by-many", WARNING),
      { "KPI「{value}」のセルが{0}事業に結合されています（記録した共有先は{1}まで）",
        "the cell of the KPI {value} is merged over {0} projects (the first "
        "{1} others are named)" },
      { "結合の範囲が広すぎないか確かめ、そのKPIを共有する事業だけに結合し直して"
        "ください。",
        "Check that the merged range is not too wide, and merge the cell "
        "over the projects that share the KPI only." },
      "1つのKPIを20,000事業に結合", "共有する6事業だけに結合" },
    { F("kpi-text-uncertain", NOTICE),
      { "KPIの記述を「{0}：{1}」と読みました",
        "the KPI was read as {0}: {1}" },
      { "読み方が違えば、「名前：基準値（年度）⇒目標値（年度）」"
        "の形に直してください。合っていれば、このままで構いません。",
        "If it was read wrongly, write it as name：baseline（year）⇒"
        "target（year）. If not, leave it." },
      "企業へ2社（H31年度）進出", "進出企業数：2社（H31年度）" },
    /* {0} what was looked for, {1} what came closest */
    /* value: the label, {0} what stands beside it */
    { F("label-not-read", NOTICE),
      { "[項目「{value}」の]記入「{0}」は読みませんでした",
        "[the label {value}: ]{0} was not read" },
      { "KPIに関わらない項目なら、このままで構いません。関わるなら、項目名を"
        "「目標値（R6）」「R4実績」「担当課」のように書き、値をその右に1つだけ"
        "置くか、計画の headers に項目名を加えてください。",
        "If it has nothing to do with the KPIs, leave it. Else name the label "
        "as in 目標値（R6）, R4実績 or 担当課, with one value right of it, or "
        "add the word to the plan (headers)." },
      "備忘 | 30人", "目標値（R6） | 30人" },
    { F("name-inferred", NOTICE),
      { "「事業名」の見出しがないため、「{value}」を事業名と読みました",
        "no label says what the project is called: {value} was taken for its "
        "name" },
      { "違うときは、事業名の左か上に「事業名」（施策や取組なら「施策名」「取組名」）"
        "と書いてください。",
        "If it is something else, write 事業名 (施策名, 取組名) in front of the "
        "name or above it." },
      "朝市の開催（見出しなし）", "事業名 | 朝市の開催" },
    { F("no-kpi-table", ERROR),
      { "KPIの表が見つかりません[（探した見出し: {0}）][。最も近いもの: {1}]",
        "no KPI table was found[ (looked for {0})][; closest: {1}]" },
      { "見出しの行に「事業名」「KPI」「目標値」「実績値」"
        "などの列名があるか確かめてください。表が別のブックにあれば、"
        "そちらを提出します。",
        "Check that the header row names its columns: 事業名, KPI, 目標値, "
        "実績値. If the table is in another workbook, send that one." },
      "見出しのない表", "事業名 | KPI | 目標値 | H28実績" },
    /* value: the words that say it, {0} the sheet */
    { F("old-copy-ignored", WARNING),
      { "シート「{0}」は「{value}」とあり、事業がすべて他のシートにもあるため、"
        "前の報告の写しとして読みませんでした",
        "the sheet {0} says {value} and all of its projects stand on other "
        "sheets too: it was taken for a copy of an older report and not "
        "read" },
      { "写しなら、提出前にこのシートを削除してください。今回の報告なら、"
        "シート名や表題からその言葉を消してください。",
        "If it is a copy, delete the sheet before you hand the workbook in. If "
        "it is this report, take those words out of its name or title." },
      "シート「【旧】R3報告」", "（シートを削除）" },
    { F("rate-not-calculated", NOTICE),
      { "達成率または評価のセルに計算結果がありません[（{value}）]",
        "a rate or grade holds no stored result[ ({value})]" },
      { "達成率と評価は計算し直すため、集計に支障はありません。"
        "Excelで開いて上書き保存すると結果が入ります。",
        "Rates and grades are computed anew, so nothing is lost. Saving the "
        "workbook in Excel stores the result." },
      "=E5/D5（結果なし）", "=E5/D5（結果 96.7%）" },
    { F("row-ignored", NOTICE),
      { "表の後の行「{value}」は数値がないため読みませんでした",
        "the row {value} behind the table holds no figure and was not read" },
      { "注記や作成者名なら、このままで構いません。事業の行なら、表とのあいだの"
        "空行を消し、KPIと目標値を入れてください。",
        "If it is a note, leave it. If it is a project, delete the blank row "
        "in front of it and enter its KPI and target." },
      "表の下に1行あけて書いた事業", "表に続けて書いた事業" },
    { F("sheet-not-read", NOTICE),
      { "シート「{value}」には目標や実績の値がありますが、どの表としても"
        "読みませんでした",
        "the sheet {value} holds figures of targets or actuals, but was read "
        "as no table" },
      { "指標の値なら、1行目に見出し（指標、目標値、R5実績など）、その下に1行1指標で"
        "並べてください。集計やグラフのシートなら、このままで構いません。",
        "If they belong to indicators, write a heading row (指標, 目標値, R5実績) "
        "with a row an indicator below it. If the sheet is a summary or a "
        "chart's, leave it." },
      "シート「グラフ」に 目標 | 100、実績 | 90",
      "指標 | 目標値 | R5実績" },
    /* {0} as shown, {1} as stored */
    { F("shown-differs", WARNING),
      { "セルの表示は「{0}」ですが、実際の値は「{1}」です",
        "the cell shows {0}, but its value is {1}" },
      { "集計には実際の値を使います。表示のとおりにしたいときはその値を入力"
        "し直し、実際の値でよければ「ホーム」→「小数点以下の表示桁数を増やす」"
        "で見えるようにしてください。",
        "The value itself is used. To use what is shown, type that; else "
        "show it with Home > Increase Decimal." },
      "表示 86、値 85.6", "表示 85.6、値 85.6" },
    /* {0} as it was submitted, {1} as the list has it, {2} the workbook */
    { F("summary-edited", NOTICE),
      { "公式集計表のKPI一覧で書き換えられた実績「{1}」を採用しました"
        "[（提出時は「{0}」）]",
        "the actual {1} that was entered in the official workbook was "
        "taken[ (submitted: {0})]" },
      { "担当部署に確かめ、提出ファイルの実績も同じ値に直してもらってください。"
        "意図しない書換えなら、元の値に戻します。",
        "Ask the department to correct its own file too. If the change was "
        "not meant, put the old value back." },
      "提出は 305人、KPI一覧は 350人", "どちらも 350人" },
    /* value: its first heading, {0} what it lacks */
    { F("table-not-read", NOTICE),
      { "「{value}」で始まる表は、指標の表ではないため読みませんでした"
        "[（{0}の列がありません）]",
        "the table that begins with {value} holds no indicators and was not "
        "read[ (it lacks {0})]" },
      { "予算などの表なら、このままで構いません。指標の表なら、見出しに「指標」"
        "「目標値」「実績値」などの列名を書いてください。",
        "If it is a budget or the like, leave it. If it holds indicators, "
        "name its columns: 指標, 目標値, 実績値." },
      "事業名 | 予算額 | 決算額", "事業名 | 指標 | 目標値 | R4実績" },
    { F("target-year-inferred", NOTICE),
      { "目標の見出し[「{value}」]に年度がないため、表題や注記などの{0}年度の目標と読みました",
        "the heading[ {value}] names no year: read as the targets of {0}, "
        "which the title, a note, a label or the name states" },
      { "見出しに年度を書いてください(例: R2目標)。計画期間の最終年度の目標なら"
        "「目標値（R6）」のように書きます。",
        "Write the year into the heading, as in R2目標. For the last year of "
        "the plan write 目標値（R6）." },
      "目標", "R2目標" },
    /* {0} the year, {1} its own figure, {2} the total, {3} which counts */
    { F("total-beside-year", NOTICE),
      { "{0y}に単年の実績「{1}」と累計「{2}」があり、「{3}」を使いました",
        "FY{0} has a figure of its own ({1}) and a total ({2}): {3} is "
        "used" },
      { "累計の指標なら累計を、単年の指標なら単年の実績を使います。違うときは"
        "種別（単年度・累計）を書くか、使わない列を表から外してください。",
        "A cumulative KPI takes the total, any other the year's own figure. "
        "If that is wrong, state the kind (単年度, 累計) or move the other "
        "column out of the table." },
      "R4実績 7 | 累計 18", "R4実績（累計） 18" },
    { F("value-uncertain", NOTICE),
      { "「{value}」を「{0}」と読みましたが、ほかの読み方もできます",
        "{value} was read as {0}, but could be read otherwise" },
      { "セルには数値と単位を一つだけ入れ、説明は備考に移してください。",
        "Keep one figure with its unit in the cell and move other words to "
        "the remarks." },
      "10～20件", "15件（備考: 10～20件の見込み）" },
    { F("year-not-understood", WARNING),
      { "年度「{value}」を読み取れません",
        "the year {value} is not understood" },
      { "「H28年度」「令和2年度」「2016年度」のように書いてください。",
        "Write H28年度, 令和2年度 or 2016年度." },
      "28/4～", "H28年度" },
};

const rule_table rules_of_sheet = RULE_TABLE(rows);
