/*
 * rules_mic.c - 総務省 統一ルール for machine-readable tables, asked of
 * submitted sheets on demand (check_mic.h)
 *
 * Arguments: {0} how many cells of the sheet, {1} what stands in the first.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "mic", "0.1.0", ""

static const rule rows[] = {
    /* {0} the municipality */
    { F("mic-area-missing", WARNING),
      { "どの自治体の表か書かれていません（{0}）",
        "the workbook does not name its area ({0})" },
      { "表題か列に、自治体の名前か全国地方公共団体コードを書いてください"
        "(例: 北九州市、401005)。",
        "Write the name of the municipality or its code into the title or a "
        "column, for example 北九州市, 401005." },
      "総合戦略KPI調査票", "北九州市 総合戦略KPI調査票" },
    { F("mic-era-years", WARNING),
      { "年度が和暦だけで書かれています（{0}セル、例「{1}」）",
        "years are written by era only ({0} cells, for example {1})" },
      { "西暦を添えてください(例: 平成28年度(2016)、2016年度)。",
        "Add the Western year, for example 平成28年度(2016)." },
      "H28実績", "2016年度(H28)実績" },
    { F("mic-formulas", WARNING),
      { "シートに数式が残っています（{0}セル）",
        "the sheet holds formulas ({0} cells)" },
      { "公開するときは、範囲をコピーして「形式を選択して貼り付け」→「値」で"
        "数値に置き換えてください。",
        "For publication copy the range and use Paste Special > Values." },
      "=E5/D5", "0.967" },
    { F("mic-label-omitted", WARNING),
      { "事業名を省いた行があります（{0}行、例「{1}」の続き）",
        "rows leave out the project's name ({0} rows, for example below "
        "{1})" },
      { "同じ事業が続く行にも、事業名を毎行に書いてください。",
        "Repeat the project's name in each of its rows." },
      "2行目の事業名が空欄", "どの行にも 創業支援事業" },
    { F("mic-layout-spaces", WARNING),
      { "見た目を整えるための空白や改行があります（{0}セル）",
        "spaces or line breaks are used for looks ({0} cells)" },
      { "空白や改行（Alt+Enter）を消し、配置は「セルの書式設定」の「配置」で"
        "整えてください。",
        "Remove the spaces and line breaks (Alt+Enter) and use the cell's "
        "alignment instead." },
      "目　標　値", "目標値" },
    { F("mic-macros", WARNING),
      { "マクロが含まれています", "the workbook holds macros" },
      { "「名前を付けて保存」で「Excelブック(*.xlsx)」として保存すると、マクロ"
        "のないブックになります。",
        "Save it as Excel Workbook (*.xlsx): that leaves the macros out." },
      "調査票.xlsm", "調査票.xlsx" },
    { F("mic-merged-cells", WARNING),
      { "結合されたセルがあります（{0}か所）",
        "the sheet has merged cells ({0} ranges)" },
      { "範囲を選んで「ホーム」→「セルを結合して中央揃え」で結合を解き、"
        "空いたセルに同じ値を入れてください。",
        "Unmerge them (Home > Merge & Center) and fill the value into each "
        "cell." },
      "2行を結合した事業名", "どの行にも書いた事業名" },
    { F("mic-number-as-text", WARNING),
      { "数値が文字として入っています", "the figure is stored as text" },
      { "セルには半角の数字だけを入れ、単位や「約」「累計」は単位の列や備考に"
        "分けてください。",
        "Enter digits only; put the unit and words such as 約 or 累計 into "
        "columns of their own." },
      "累計305人", "305（単位の列に 人、備考に 累計）" },
    { F("mic-platform-characters", WARNING),
      { "機種依存文字があります（{0}セル、例「{1}」）",
        "there are platform-dependent characters ({0} cells, for example "
        "{1})" },
      { "①は(1)、Ⅰは1、㈱は(株)、㎡はm2、半角カナは全角カナのように書き換えて"
        "ください。",
        "Write (1) for ①, 1 for Ⅰ, (株) for ㈱, m2 for ㎡, and full-width "
        "kana." },
      "基本目標Ⅰ", "基本目標1" },
    { F("mic-rows-apart", WARNING),
      { "表の途中に空の行があります（{0}行）",
        "blank rows split the table ({0} rows)" },
      { "空の行を選び、右クリック→「削除」で詰めてください。",
        "Select the blank rows, right-click and choose Delete." },
      "事業のあいだに空行", "空行のない表" },
    { F("mic-several-values", WARNING),
      { "一つのセルに複数のデータが入っています",
        "one cell holds several data" },
      { "基準値、目標値、実績を列に分け、KPIが複数なら行に分けてください。",
        "Give baseline, target and actual columns of their own, and each "
        "KPI a row." },
      "115人（H26年度）⇒1,000人（H31年度）",
      "基準値の列に 115、目標値の列に 1000" },
    { F("mic-shapes", WARNING),
      { "図形・画像・グラフが含まれています",
        "the workbook holds shapes, pictures or charts" },
      { "図形の文字はセルに書き写し、図形や画像は削除するか別のファイルに"
        "分けてください。",
        "Write the text of shapes into cells and remove the shapes, or keep "
        "them in another file." },
      "実績を吹き出しで補足", "備考の列に書いた補足" },
    { F("mic-symbol-for-number", WARNING),
      { "数値の欄に記号や文字が入っています",
        "there are symbols or words in a column of numbers" },
      { "数値の列は空欄にし、「－」や「調査中」は備考か注記の列に書いて"
        "ください。提出用の様式で理由を求められているときは、このままで"
        "構いません。",
        "Leave the number blank and put － or 調査中 into a column of "
        "remarks. Where the form asks for the reason, leave it." },
      "調査中", "（空欄、備考に 調査中）" },
    /* {0} how many tables */
    { F("mic-tables-in-sheet", WARNING),
      { "一つのシートに表が{0}個あります",
        "the sheet holds {0} tables" },
      { "表ごとにシートを分けるか、見出しをそろえて一つの表にまとめて"
        "ください。",
        "Give each table a sheet, or make them one table." },
      "施策ごとに見出しを繰り返した表", "施策の列を持つ一つの表" },
};

const rule_table rules_of_mic = RULE_TABLE(rows);
