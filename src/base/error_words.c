/*
 * error_words.c - what went wrong, in Japanese: one table of patterns
 */
#include "base/error_words.h"

#include <string.h>

enum { HOLES = 6, DEPTH = 4 };

/* {} is a hole; {1} .. in the Japanese are the holes in the English order. */
static const struct words {
    const char *english, *japanese;
} table[] = {
    /* files */
    { "the file is empty", "ファイルが空です" },
    { "the file is protected by a password", "パスワードで保護されています" },
    { "the file is an old .xls workbook", "古い形式(.xls)のブックです" },
    { "the file is a very old .xls workbook",
      "とても古い形式(.xls)のブックです" },
    { "the file is an OpenDocument spreadsheet (.ods)",
      "OpenDocument表計算(.ods)です" },
    { "the file is a binary workbook (.xlsb)",
      "バイナリ形式(.xlsb)のブックです" },
    { "the file is no workbook but another document",
      "ブックではなく、ほかの文書です" },
    { "the file is no workbook but another Office document",
      "ブックではなく、ほかのOffice文書です" },
    { "the file is no workbook", "ブックではありません" },
    { "the file is a ZIP archive, but no workbook",
      "ZIP形式ですが、ブックではありません" },
    { "the file is neither a workbook nor a ZIP archive",
      "ブックでもZIP形式でもありません" },
    { "built without SQLite", "SQLiteを含めずに作られています" },
    /* limits */
    { "{} than the limit of {} (--limit-{})",
      "{1}（上限 {2}、--limit-{3} で変更）" },
    { "the file has more bytes", "ファイルが大きすぎます" },
    { "an element has more attributes", "XMLの要素の属性が多すぎます" },
    { "a piece of XML has more bytes", "XMLのひとつの部分が長すぎます" },
    { "the archive has more entries", "ブックの中の部品が多すぎます" },
    { "the part has more bytes", "部品が大きすぎます" },
    { "the part is compressed more", "部品の圧縮率が高すぎます" },
    { "the parts together have more bytes", "部品の合計が大きすぎます" },
    { "the workbook needs more memory", "ブックに必要なメモリが多すぎます" },
    { "the sheet needs more memory", "シートに必要なメモリが多すぎます" },
    { "what is read from the workbook takes more memory",
      "ブックから読み取った内容が多すぎます" },
    { "the text of all cells is larger", "セルの文字の合計が多すぎます" },
    /* the archive */
    { "the archive's directory is broken", "ZIPの目次が壊れています" },
    { "the archive's directory is cut off", "ZIPの目次が途中で切れています" },
    { "the archive has no directory: it is cut off or no ZIP file",
      "ZIPの目次がありません（途中で切れているか、ZIPではありません）" },
    { "the archive has an overlong entry name", "部品の名前が長すぎます" },
    { "an entry name holds a NUL byte",
      "部品の名前に使えない文字があります" },
    { "the archive has two entries with this name",
      "同じ名前の部品が2つあります" },
    { "the entry is encrypted", "部品が暗号化されています" },
    { "the entry is compressed by an unknown method",
      "部品の圧縮方式が分かりません" },
    { "the entry's header is broken", "部品の見出しが壊れています" },
    { "the compressed data is broken", "圧縮された内容が壊れています" },
    { "the entry is shorter than the archive says",
      "部品が目次より短く、途中で切れています" },
    { "the checksum (CRC) is wrong",
      "検査値(CRC)が合わず、内容が壊れています" },
    { "the entry cannot be copied", "部品を写せません" },
    /* parts and XML */
    { "the part is neither in UTF-8 nor in UTF-16",
      "文字コードがUTF-8でもUTF-16でもありません" },
    { "malformed XML: more follows after the document's end",
      "XMLの終わりの後に余分な内容があります" },
    { "malformed XML: {}", "XMLの書き方が誤っています（{1}）" },
    { "malformed XML", "XMLの書き方が誤っています" },
    { "the part declares a DOCTYPE",
      "DOCTYPE宣言があります（安全のため読みません）" },
    { "the part is missing", "部品がありません" },
    { "the workbook part is missing", "ブック本体の部品がありません" },
    { "the part of sheet \"{}\" is missing",
      "シート「{1}」の部品がありません" },
    { "the part is no workbook", "ブック本体の部品ではありません" },
    { "the workbook has no sheets", "シートがひとつもありません" },
    { "there is no row \"{}\"", "「{1}」という行はありません" },
    { "there are more than {} rows", "行が{1}行を超えています" },
    { "the part is no worksheet", "ワークシートの部品ではありません" },
    { "the part holds no shared strings",
      "共有文字列の部品ではありません" },
    { "there is no cell \"{}\"", "「{1}」というセルはありません" },
    { "row {} has more than {} cells", "{1}行目のセルが{2}を超えています" },
    { "cell {} refers to shared string \"{}\" of {}",
      "セル{1}が指す共有文字列「{2}」がありません（全部で{3}）" },
    /* exported data */
    { "the JSON ends too early", "JSONが途中で終わっています" },
    { "something stands behind the JSON", "JSONの後に余分な内容があります" },
    { "the JSON is larger than 2 GiB", "JSONが2GiBを超えています" },
    { "an object was expected", "{ } のまとまりが必要です" },
    { "a list was expected", "[ ] の一覧が必要です" },
    { "texts were expected", "文字列が必要です" },
    { "a cell was expected", "セル番地が必要です" },
    { "no line is a {}", "{1} の行がありません" },
    { "this is no kpibook database", "kpibookのデータベースではありません" },
    { "this is no {}", "{1} ではありません" },
    { "the database holds no whole dataset",
      "データベースの内容がそろっていません" },
    { "the data was changed by hand", "データが手で書き換えられています" },
    { "its first row is not understood", "1行目を理解できません" },
    { "too many columns", "列が多すぎます" },
    { "the header has no such column", "見出しにこの列がありません" },
    { "the value is not understood", "値を理解できません" },
    { "a quotation mark is missing or too many",
      "引用符（\"）の数が合いません" },
    { "no header", "見出しの行がありません" },
    { "neither UTF-8 nor cp932 (Shift_JIS)",
      "文字コードがUTF-8でもcp932(Shift_JIS)でもありません" },
    { "this system cannot convert to cp932",
      "このシステムではcp932に変換できません" },
    /* writing */
    { "the output could not be written", "出力を書き込めません" },
    { "the workbook cannot be created", "ブックを作れません" },
    { "the workbook cannot be written (is the disk full?): {}",
      "ブックを書き込めません（空き容量を確かめてください）: {1}" },
    { "the workbook was not written whole (is the disk full?): {}",
      "ブックを最後まで書き込めません（空き容量を確かめてください）: {1}" },
    { "the workbook cannot be written", "ブックを書き込めません" },
    { "the template cannot be written", "様式を書き込めません" },
    { "the folder for temporary files is missing",
      "一時ファイルのフォルダーがありません" },
    { "it cannot be read", "読み取れません" },
    { "this format cannot be exported", "この形式では出力できません" },
    { "there is no schema of this format", "この形式のスキーマはありません" },
    { "the plan has no such department", "計画ファイルにない部局です" },
    { "no project has this in its name",
      "名前にこの語を含む事業がありません" },
    { "no such rule", "そのような規則はありません" },
    { "a template needs reported_year in the plan",
      "様式を作るには、計画ファイルに reported_year が必要です" },
    /* annotating */
    { "the workbook cannot be changed in place",
      "このブックには書き込めません" },
    { "the workbook cannot be annotated safely",
      "このブックには安全に書き込めません" },
    { "the annotated copy does not read as it should",
      "書き込んだ写しを正しく読み戻せません" },
    { "the part cannot be kept", "部品を残せません" },
    { "the part is in an unknown encoding", "部品の文字コードが分かりません" },
    { "the part cannot be changed in place", "部品を書き換えられません" },
    { "the part has no root element", "部品にXMLの要素がありません" },
    { "the sheet cannot be removed", "シートを取り除けません" },
    { "the styles cannot be changed in place", "書式を書き換えられません" },
    { "the list of sheets cannot be changed safely",
      "シートの一覧を安全に書き換えられません" },
    /* the plan */
    { "{}: found {}, expected {}, for example {}: {}",
      "{1}: {2} ではなく、{3}を書いてください（例 {4}: {5}）" },
    { "{}: found {}, which is no preset{}; or write bands of your own",
      "{1}: {2} という既定の区分はありません{3}。bands に区分を書くこともできます" },
    { "overrides.grade: found {}, which is neither a grade of the bands nor "
      "a category",
      "overrides.grade: {1} は bands の評価でも categories の区分でもありません" },
    { "{}: found {}; {}", "{1}: {2} は使えません。{3}" },
    { "{}: found {}", "{1}: {2} は使えません" },
    { "unknown key {}; {}", "{1} というキーはありません。{2}" },
    { "unknown key {}", "{1} というキーはありません" },
    { "; did you mean {}?{}", "（{1} のことですか）{2}" },
    { "did you mean {}?; {}", "{1} のことですか。{2}" },
    { "did you mean {}?", "{1} のことですか" },
    { "; allowed: {}", "（使える語: {1}）" },
    { "allowed: {}", "使える語: {1}" },
    { "; see kpibook-plan(5)", "（kpibook-plan(5)を参照）" },
    { "see kpibook-plan(5)", "kpibook-plan(5)を参照してください" },
    { "\"{}\" in {}", "{2} の中の \"{1}\"" },
    { "{}: from ({}) lies behind to ({})",
      "{1}: from ({2}) が to ({3}) より後です" },
    { "{}: {} is missing, for example {}: {}",
      "{1}: {2} がありません（例 {3}: {4}）" },
    { "{}: more than {} names", "{1}: 名前が{2}を超えています" },
    { "{}: \"{}\" stands twice, first as no. {} of the list",
      "{1}: 「{2}」が重複しています（最初は一覧の{3}番目）" },
    { "the key {} stands twice, first in line {}",
      "キー {1} が重複しています（最初は{2}行目）" },
    { "headers: the role {} stands twice, first in line {}",
      "headers: 役割 {1} が重複しています（最初は{2}行目）" },
    { "kpis: say which KPIs are meant: match, project or code, for example "
      "{}",
      "kpis: どのKPIかを match、project、code のいずれかで書いてください（例 {1}）" },
    { "kpis: this rule sets nothing; add {}",
      "kpis: 何も決めていません。次のいずれかを加えてください: {1}" },
    { "averages.cap: found {}, expected a percentage over 0, for example {}",
      "averages.cap: {1} ではなく、0より大きい百分率を書いてください（例 {2}）" },
    { "bands: only the last band may be without at_least; write for example "
      "{}",
      "bands: at_least を省けるのは最後の区分だけです（例 {1}）" },
    { "bands: at_least must fall from band to band, but {} follows {}; begin "
      "with the best grade",
      "bands: at_least は上の評価から順に小さくします（{2} の次に {1} があります）" },
    { "bands: scheme names the bands already; keep one of scheme and bands",
      "bands: scheme がすでに区分を決めています。どちらか一方にしてください" },
    { "reported_year: {} lies before the period, which begins in {}",
      "reported_year: {1} は計画期間（{2}から）より前です" },
    { "watch: found {}, expected percentage points, {}, for example {}",
      "watch: {1} ではなく、ポイント数（{2}）を書いてください（例 {3}）" },
    { "period: found {}, expected two fiscal years, for example {}",
      "period: {1} ではなく、年度を2つ書いてください（例 {2}）" },
    { "the plan is {}; it must be keys with values, for example title: {}",
      "計画ファイルが{1}です。キーと値で書いてください（例 title: {2}）" },
    { "the plan is empty; write at least `title: ...` (see kpibook-plan(5))",
      "計画ファイルが空です。少なくとも title: を書いてください"
      "（kpibook-plan(5)を参照）" },
    { "the plan has more than {} bytes",
      "計画ファイルが{1}バイトを超えています" },
    { "the plan is UTF-16; save it as UTF-8",
      "計画ファイルがUTF-16です。UTF-8で保存してください" },
    { "the plan is a workbook or another zip file; a plan is a text file "
      "(.yaml)",
      "計画ファイルがブックなどのZIPです。テキスト(.yaml)にしてください" },
    { "the plan is not UTF-8 (perhaps Shift_JIS); save it as UTF-8",
      "計画ファイルがUTF-8ではありません（Shift_JISかもしれません）。"
      "UTF-8で保存してください" },
    { "a NUL byte stands in the plan; a plan is plain text in UTF-8",
      "計画ファイルに使えない文字があります。UTF-8のテキストで書いてください" },
    { "the plan holds more than 100,000 values",
      "計画ファイルの値が100,000を超えています" },
    { "the YAML is wrong: {} ({})", "YAMLの書き方が誤っています: {1}（{2}）" },
    { "the YAML is wrong: {}", "YAMLの書き方が誤っています: {1}" },
    { "a tab stands in the line; indent with spaces",
      "行にタブがあります。空白で字下げしてください" },
    { "a full-width colon ： stands in the line; write `key: value` with : "
      "and a space",
      "行に全角の ： があります。`key: value` のように半角の : と空白で書いてください" },
    { "a full-width space stands in the line; write ASCII spaces",
      "行に全角の空白があります。半角の空白にしてください" },
    { "curly quotes stand in the line; write \"...\"",
      "行に全角の引用符があります。\"...\" で書いてください" },
    { "if a value holds `: `, ` #` or begins with one of {} put it in \"...\"",
      "値に `: ` や ` #` があるとき、{1} で始まるときは \"...\" で囲んでください" },
    { "flow sequence without a closing bracket", "[ が閉じられていません" },
    { "flow mapping without a closing brace", "{ が閉じられていません" },
    { "a key must be a word; if a value begins with [ or {, put it in "
      "\"...\"",
      "キーは1語にします。値が [ か { で始まるときは \"...\" で囲んでください" },
    { "anchors (&) are not used in a plan; {}",
      "計画ファイルではアンカー(&)を使いません。値が & で始まるときは \"...\" で"
      "囲んでください" },
    { "tags (!) are not used in a plan; {}",
      "計画ファイルではタグ(!)を使いません。値が ! で始まるときは \"...\" で"
      "囲んでください" },
    { "aliases (*) are not used in a plan; {}",
      "計画ファイルではエイリアス(*)を使いません。値をもう一度書くか、"
      "* で始まる値を \"...\" で囲んでください" },
    { "'' stands in a text over several lines; put the text in \"...\"",
      "複数行の文字列に '' があります。\"...\" で囲んでください" },
    { "a control character stands in the text",
      "文字列に使えない制御文字があります" },
    { "lists and maps stand too deep in each other",
      "一覧とキーの入れ子が深すぎます" },
    { "a plan is one document; take out what stands behind this --- or ...",
      "計画ファイルはひとつの文書です。この --- または ... より後を消してください" },
    { "a change of the plan is written key=value, for example {} or {}",
      "計画の変更は key=value の形で書きます（例 {1}、{2}）" },
    { "cannot read the plan: {}", "計画ファイルを読めません: {1}" },
    { "{}: there is no {} \"{}\"; did you mean {}?; all are listed by {}",
      "{1}: {2}「{3}」はありません。{4} のことですか（一覧は {5}）" },
    { "{}: there is no {} \"{}\"; all are listed by {}",
      "{1}: {2}「{3}」はありません（一覧は {4}）" },
    { "rule", "規則" },
    { "role", "役割" },
    { "column role", "列の役割" },
    /* what a plan's key expects and what was found */
    { "nothing", "空欄" },
    { "something", "値" },
    { "a list of texts", "文字列の一覧" },
    { "a list", "一覧" },
    { "a map", "キーと値" },
    { "keys with values", "キーと値" },
    { "roles with lists of words", "役割ごとの語の一覧" },
    { "a text", "文字列" },
    { "a name or pattern (* and ?)", "名前か型（* と ?）" },
    { "a word of a-z, 0-9 and -", "a-z、0-9、- の語" },
    { "true or false", "true か false" },
    { "a percentage", "百分率" },
    { "a percentage with %", "% の付いた百分率" },
    { "a percentage with %, from 0% to under 100%",
      "0% 以上 100% 未満の百分率" },
    { "a number over 0", "0より大きい数" },
    { "how many digits behind the point, 0 to 6", "小数点以下の桁数（0～6）" },
    { "a colour, RRGGBB", "色（RRGGBB）" },
    { "a cell", "セル番地" },
    { "a fiscal year (H28, R2, 2016)", "年度（H28、R2、2016）" },
    { "a day that exists", "実在する日付" },
    { "a day that exists and an hour to 23:59",
      "実在する日付と23:59までの時刻" },
    { "Asia/Tokyo, UTC or an offset like +09:00",
      "Asia/Tokyo、UTC、または +09:00 のような時差" },
    { "No such file or directory", "ファイルがありません" },
    { "Permission denied", "権限がありません" },
    { "Is a directory", "フォルダーです" },
    { "out of memory", "メモリが足りません" },
    { "the input cannot be read", "入力を読めません" },
    { "the input exceeds a limit", "入力が上限を超えています" },
    { "the plan is wrong", "計画ファイルに誤りがあります" },
    { "wrong argument", "引数が誤っています" },
    /* a place in front: projects[3].name: ... */
    { "{}: {}", "{1}: {2}" },
};

/* Matches from `at` of the pattern on; holes take as little as they can. */
static bool fits(const char *pattern, text rest, text holes[HOLES],
                 size_t count)
{
    while (*pattern != '\0' && strncmp(pattern, "{}", 2) != 0) {
        if (rest.length == 0 || rest.bytes[0] != *pattern)
            return false;
        rest = text_from(rest, 1);
        pattern++;
    }
    if (*pattern == '\0')
        return rest.length == 0;
    if (count == HOLES)
        return false;
    pattern += 2;
    for (size_t taken = *pattern == '\0' ? rest.length : 0;
         taken <= rest.length; taken++) {
        holes[count] = text_cut(rest, 0, taken);
        if (fits(pattern, text_from(rest, taken), holes, count + 1))
            return true;
    }
    return false;
}

static void put(buf *out, text english, int depth);

static void fill(buf *out, const char *japanese, const text holes[HOLES],
                 int depth)
{
    for (const char *at = japanese; *at != '\0'; at++) {
        if (at[0] == '{' && at[1] >= '1' && at[1] <= '0' + HOLES &&
            at[2] == '}') {
            put(out, holes[at[1] - '1'], depth + 1);
            at += 2;
        } else {
            buf_char(out, *at);
        }
    }
}

static void put(buf *out, text english, int depth)
{
    text holes[HOLES];

    for (size_t i = 0; depth < DEPTH && i < sizeof(table) / sizeof(*table);
         i++)
        if (fits(table[i].english, english, holes, 0)) {
            fill(out, table[i].japanese, holes, depth);
            return;
        }
    buf_text(out, english);
}

void error_words_put(buf *out, text english)
{
    put(out, english, 0);
}
