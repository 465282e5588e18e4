/*
 * summary_open_check.c - the 15 rules for machine-readable tables, in words
 */
#include "output/summary.h"
#include "output/summary_open.h"

static const char *const check_texts[SUMMARY_CHECK_ITEMS][2] = {
    [CHECK_FORMAT] = { "ファイル形式はExcelかCSV", "one file, xlsx or csv" },
    [CHECK_ONE_DATUM] = { "1セル1データ", "one cell, one datum" },
    [CHECK_NUMBERS] = { "数値データは数値属性とし、文字列を含まない",
                        "numbers are numbers" },
    [CHECK_MERGES] = { "セルの結合をしない", "no merged cells" },
    [CHECK_LOOKS] = { "スペースや改行で体裁を整えない",
                      "no spaces or line breaks for looks" },
    [CHECK_LABELS] = { "項目名などを省略しない", "no omitted labels" },
    [CHECK_FORMULAS] = { "数式は数値に置き換える", "values, not formulas" },
    [CHECK_SHAPES] = { "図形やグラフを置かない", "no shapes" },
    [CHECK_UNITS] = { "データの単位を記載する", "units are stated" },
    [CHECK_CHARACTERS] = { "機種依存文字を使わない",
                           "no platform characters" },
    [CHECK_YEARS] = { "西暦で、または西暦を併せて表記する",
                      "Western years, or both" },
    [CHECK_AREA] = { "地域名または地域コードを記載する",
                     "area code or name" },
    [CHECK_SYMBOLS] = { "数値の列に記号を混ぜない",
                        "symbols kept out of numeric columns" },
    [CHECK_SPLIT] = { "データを分断しない", "data not split" },
    [CHECK_ONE_TABLE] = { "1シートに1つの表", "one table a sheet" },
};

const char *summary_check_text(size_t item, plan_language language)
{
    return item < SUMMARY_CHECK_ITEMS ? check_texts[item][language] : "";
}

void summary_check_put(buf *out, const summary_check *check,
                       plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    buf_printf(out, ja ? "総務省チェック %d 項目: %u 適合\n"
                       : "machine readability: %d rules, %u passed\n",
               SUMMARY_CHECK_ITEMS, check->count);
    for (size_t i = 0; i < SUMMARY_CHECK_ITEMS; i++) {
        if (!check->passed[i])
            buf_printf(out, ja ? "  不適合: %s (%zuか所)\n"
                               : "  failed: %s (%zu places)\n",
                       summary_check_text(i, language), check->offences[i]);
    }
}
