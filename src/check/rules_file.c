/*
 * rules_file.c - rules about a file as a whole: it cannot be read
 *
 * {0} is the part within the file, {1} its line, {2} what the reader says;
 * any may be absent (finding_add_error).
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "file", "0.1.0", ""

static const rule rows[] = {
    { F("file-damaged", ERROR),
      { "ファイルが壊れていて読めません[（{0}）][ {1}行目][: {2j}]",
        "the file is damaged and cannot be read[ ({0})][, line {1}]"
        "[: {2}]" },
      { "元のファイルをExcelで開き、「名前を付けて保存」でExcelブック(.xlsx)"
        "として保存し直してください。Excelが修復を勧めたら、"
        "修復後の内容を確かめてから保存します。メールやコピーの途中で切れた"
        "場合は送り直してください。",
        "Open the original in Excel and save it again as Excel Workbook "
        "(.xlsx); if Excel offers a repair, check the result before saving. "
        "If it was cut off in a mail or a copy, send it again." },
      "途中で切れた 産業経済局.xlsx", "Excelで保存し直した 産業経済局.xlsx" },
    { F("file-empty", ERROR),
      { "ファイルの中身が空です", "the file is empty" },
      { "0バイトのファイルです。元のブックをExcelで開いて保存し直し、"
        "ファイルの大きさが0でないことを確かめて提出してください。",
        "The file has no bytes. Save the original workbook again in Excel "
        "and check that its size is not 0 before sending it." },
      "0バイトの 環境局.xlsx", "保存し直した 環境局.xlsx(例: 24KB)" },
    { F("file-encrypted", ERROR),
      { "パスワードで保護されていて読めません",
        "the file is protected by a password" },
      { "Excelで開き、「ファイル」→「情報」→「ブックの保護」"
        "→「パスワードを使用して暗号化」でパスワードの欄を空にして保存し、"
        "提出してください。",
        "Open it in Excel, choose File > Info > Protect Workbook > Encrypt "
        "with Password, clear the password, save and send it again." },
      "パスワード付きの 総務局.xlsx",
      "パスワードを外して保存した 総務局.xlsx" },
    { F("file-legacy-xls", ERROR),
      { "古い形式のブック(.xls)です", "the workbook has the old .xls format" },
      { "Excelで開き、「名前を付けて保存」でファイルの種類を「Excelブック(*.xl"
        "sx)」にして保存し、そのファイルを提出してください。"
        "名前の末尾を書き換えるだけでは変わりません。",
        "Open it in Excel, choose Save As with the type Excel Workbook "
        "(*.xlsx), and send that file. Renaming is not enough." },
      "Excel 97-2003形式の 様式.xls", "Excelブック形式で保存した 様式.xlsx" },
    { F("file-not-xlsx", ERROR),
      { "Excelブック(.xlsx)ではありません[（{0}）][: {2j}]",
        "the file is not an Excel workbook (.xlsx)[ ({0})][: {2}]" },
      { "中身はCSVやWebページ、別の圧縮ファイルなどです。Excelで開き、"
        "「名前を付けて保存」で「Excelブック(*.xlsx)」"
        "として保存して提出してください。",
        "It holds CSV, a web page, another archive or the like. Open it in "
        "Excel, choose Save As with the type Excel Workbook (*.xlsx), and "
        "send that file." },
      "名前だけ .xlsx にしたCSV", "Excelブック形式で保存した .xlsx" },
    { F("file-ods", ERROR),
      { "OpenDocument表計算(.ods)です", "the file is an OpenDocument sheet" },
      { "LibreOfficeなどで開き、「名前を付けて保存」で「Excel 2007-365 (.xls"
        "x)」を選んで保存し、提出してください。",
        "Open it in LibreOffice, choose Save As with the type Excel 2007-365 "
        "(.xlsx), and send that file." },
      "様式.ods", "様式.xlsx" },
    { F("file-over-limit", ERROR),
      { "ファイルが上限を超えています[（{0}）][: {2j}]",
        "the file holds more than a limit allows[ ({0})][: {2}]" },
      { "表の外の行や列に書式や空白が残っていると大きくなります。"
        "Ctrl+Endで最後のセルを確かめ、使っていない行と列を選んで削除し、"
        "保存し直してください。正しい大きさなら、担当課が --limit-… "
        "の値を上げて読み込めます。",
        "Formats or blanks in unused rows and columns make files large. "
        "Press Ctrl+End to see the last cell, delete the unused rows and "
        "columns, and save again. If the size is right, the officer can "
        "raise the limit with --limit-..." },
      "1,048,576行まで書式が付いた表", "表の範囲だけが残るブック" },
    { F("file-unreadable", ERROR),
      { "ファイルを開けません[: {2j}]", "the file cannot be opened[: {2}]" },
      { "ほかの人が開いていないか、閲覧の権限があるか、"
        "クラウドから取り込み済みかを確かめ、もう一度実行してください。"
        "フォルダーではなくファイルを指定します。",
        "Check that nobody has it open, that you may read it, that it has "
        "been downloaded from the cloud and that it is no folder; then try "
        "again." },
      "読み取りの権限がないファイル", "自分で開けるファイル" },
    { F("file-unsafe", ERROR),
      { "安全でない内容(DTDや実体宣言)が含まれています[（{0}）]"
        "[ {1}行目][: {2j}]",
        "the file holds unsafe content (a DTD or entities)"
        "[ ({0})][, line {1}][: {2}]" },
      { "Excelが作るブックにはない内容です。表を新しいブックにコピーし、"
        "Excelで保存して提出してください。",
        "Excel never writes such content. Copy the table into a new "
        "workbook, save it in Excel and send that file." },
      "DOCTYPE宣言を含むブック", "Excelで新しく保存したブック" },
    { F("file-xlsb", ERROR),
      { "バイナリブック(.xlsb)です", "the file is a binary workbook (.xlsb)" },
      { "Excelで開き、「名前を付けて保存」で「Excelブック(*.xlsx)」"
        "にして保存し、提出してください。",
        "Open it in Excel, choose Save As with the type Excel Workbook "
        "(*.xlsx), and send that file." },
      "様式.xlsb", "様式.xlsx" },
};

const rule_table rules_of_file = RULE_TABLE(rows);
