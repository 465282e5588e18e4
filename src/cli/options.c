#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_CHANGE, OPTION_LIMIT };

typedef struct option_row {
    const char *name;
    char letter;           /* 0 = none */
    enum option_kind kind;
    size_t offset;         /* in cli; of a limit, in kpi_limits */
    const char *argument;
    const char *commands;  /* words with a space behind each; "" = all */
    const char *choices;   /* allowed words, with | between; NULL = any */
    const char *help[2];
} option_row;

#define FLAG(name, letter, field, commands, ja, en)                         \
    { name, letter, OPTION_FLAG, offsetof(cli, field), NULL, commands,      \
      NULL, { ja, en } }
#define TEXT(name, letter, field, argument, commands, choices, ja, en)      \
    { name, letter, OPTION_TEXT, offsetof(cli, field), argument, commands,  \
      choices, { ja, en } }
#define LIMIT(name, field, ja, en)                                          \
    { "limit-" name, 0, OPTION_LIMIT, offsetof(kpi_limits, field), "N",     \
      READING, NULL, { ja, en } }

#define READING "validate consolidate export cells inspect explain init " \
    "status annotate template diff "

static const option_row options[] = {
    TEXT("plan", 'p', plan_file, "PLAN", "validate consolidate export "
         "inspect explain status annotate template diff ", NULL,
         "計画ファイル(YAML)", "the plan (YAML)"),
    TEXT("format", 'f', format, "FORMAT", "validate inspect rules status diff "
         "explain consolidate ",
         NULL, "出力の形式: text json html csv", "text, json, html or csv"),
    TEXT("output", 'o', output, "FILE", "consolidate export init annotate "
         "template diff ", NULL,
         "出力先(- は標準出力)", "where to write (- is standard output)"),
    TEXT("to", 0, to, "FORMAT", "export ", "json|jsonl|csv|sqlite|xlsx",
         "書き出す形式(省略時は出力先の拡張子)",
         "what to write (default: by the output's ending)"),
    TEXT("schema", 0, schema, "FORMAT", "export ", "json|sql",
         "書き出しの形式定義(json か sql)を出して終わる",
         "print the schema of an export (json or sql)"),
    TEXT("encoding", 0, encoding, "NAME", "export ", "utf-8|cp932",
         "CSVの文字コード: utf-8(既定) cp932",
         "of CSV: utf-8 (default) or cp932"),
    TEXT("sheet", 0, sheet, "NAME", "cells ", NULL,
         "このシートだけ", "only this sheet"),
    FLAG("summary", 0, summary, "cells ",
         "シートごとの集計だけ", "only counts, a line a sheet"),
    FLAG("no-fast-path", 0, no_fast_path, "cells ",
         "自前の走査を使わずlibxml2だけで読む",
         "read with libxml2 alone, without our own scanner"),
    FLAG("only-accepted", 0, only_accepted, "consolidate export ",
         "エラーのあるファイルの数値を除く",
         "leave out files that have an error finding"),
    TEXT("grade", 0, grade, "WHICH", "consolidate export validate ",
         "declared|computed|final",
         "集計する判定: declared(自己評価) computed(計算) final(最終)",
         "which grade is counted: declared, computed or final"),
    TEXT("profile", 0, profile, "NAME", "consolidate ", "print|open",
         "print(印刷用、既定) open(公開用)",
         "print (default) or open (for publication)"),
    FLAG("sources", 0, sources, "consolidate ",
         "2万行を超える集計表にも出典のシートを付ける",
         "list every value's source also above 20,000 KPI rows"),
    TEXT("use", 0, use, "FILE", "validate consolidate export status ", NULL,
         "同じ事業が複数あるとき、このファイルを採る",
         "take this file where several hold the same project"),
    TEXT("whatif", 0, whatif, "PLAN", "explain ", NULL,
         "この計画で判定したら変わる事業を示す",
         "which grades would change under this other plan"),
    { "set", 0, OPTION_CHANGE, 0, "KEY=VALUE", "explain ", NULL,
      { "計画のこの項目を変えたら変わる事業を示す(繰り返せる)",
        "which grades would change with this plan key (may be repeated)" } },
    TEXT("previous", 0, previous, "DATA", "validate consolidate export ",
         NULL, "昨年度のデータ(これと比べて点検し、集計表で比較する)",
         "last year's data, to check against and to compare with"),
    TEXT("annotate", 0, annotate, "DIR", "validate ", NULL,
         "指摘をコメントで付けたファイルをこのフォルダに書く",
         "write annotated copies of the files there"),
    TEXT("from", 0, from, "DATA", "template ", NULL,
         "あらかじめ記入するデータ(昨年度のデータか提出物)",
         "what to prefill: last year's data, or workbooks"),
    FLAG("mic", 0, mic, "validate ",
         "総務省の機械判読ルール15項目も点検する",
         "check the 15 rules for machine-readable tables, too"),
    TEXT("mail", 0, mail, "DIR", "validate ", NULL,
         "部局ごとの連絡文をこのフォルダに書く",
         "write a mail text for each department there"),
    TEXT("ledger", 0, ledger, "FILE", "status ", NULL,
         "受付簿(JSON Lines)に記録する",
         "record the verdicts in this file (JSON Lines)"),
    TEXT("sign", 0, sign, "NAME", "status ", NULL,
         "受付簿に確認者として署名する", "sign the ledger off as NAME"),
    TEXT("jobs", 'j', jobs, "N", READING, NULL,
         "並列数(既定はコア数)", "workers (default: all cores)"),
    TEXT("as-of", 0, as_of, "DATE", "validate consolidate export explain "
         "status annotate ", NULL, "基準日 YYYY-MM-DD",
         "the day it counts as, YYYY-MM-DD"),
    TEXT("progress", 0, progress, "WHEN", READING, "auto|always|never",
         "進み具合の表示: auto always never",
         "a progress bar: auto, always or never"),
    TEXT("color", 0, color, "WHEN", "", "auto|always|never",
         "色: auto always never", "colours: auto, always or never"),
    TEXT("lang", 0, lang, "LANG", "", NULL,
         "メッセージの言語: ja en", "language of messages: ja or en"),
    FLAG("strip", 0, strip, "annotate ",
         "付けた印を取り除く", "take the marks away"),
    FLAG("force", 0, force, "validate consolidate export init annotate "
         "template diff ",
         "既にあるファイルを置き換える", "replace an existing output"),
    FLAG("quiet", 'q', quiet, "", "結果だけを出す", "say only what matters"),
    FLAG("verbose", 'v', verbose, "", "詳しく出す", "say more"),
    FLAG("help", 0, help, "", "この説明", "this help"),
    FLAG("version", 0, version, "", "版", "the version"),
    LIMIT("file-bytes", file_bytes, "ファイルの大きさ", "size of a file"),
    LIMIT("part-bytes", part_bytes, "1パートの展開後の大きさ",
          "one part, inflated"),
    LIMIT("total-bytes", total_bytes, "全パートの展開後の大きさ",
          "all parts, inflated"),
    LIMIT("ratio", ratio, "圧縮率(1MiBを超えるパート)",
          "inflated : deflated of a part over 1 MiB"),
    LIMIT("entries", entries, "書庫内の項目数", "entries of the archive"),
    LIMIT("cells", cells, "セル数", "cells of all sheets"),
    LIMIT("strings", strings, "共有文字列の数", "shared strings"),
    LIMIT("string-bytes", string_bytes, "1つの文字列の長さ",
          "length of one string"),
    LIMIT("text-bytes", text_bytes, "全文字列の長さ", "all strings"),
    LIMIT("nesting", nesting, "XML要素の深さ", "depth of XML elements"),
    LIMIT("attributes", attributes, "1要素の属性の数",
          "attributes of an element"),
    LIMIT("merges", merges, "1シートの結合セルの数",
          "merged ranges of a sheet"),
    LIMIT("sheets", sheets, "シート数", "sheets"),
    LIMIT("memory-bytes", memory_bytes, "1ファイルに使うメモリ",
          "memory for one workbook"),
};

enum { OPTION_COUNT = sizeof(options) / sizeof(*options), FIRST_LONG = 1000 };

static bool option_is_for(const option_row *o, const cli_command *command)
{
    size_t length;
    const char *at = o->commands;

    if (*at == '\0' || command == NULL)
        return true;
    length = strlen(command->name);
    for (; (at = strstr(at, command->name)) != NULL; at += length) {
        if ((at == o->commands || at[-1] == ' ') && at[length] == ' ')
            return true;
    }
    return false;
}

static bool is_choice(const char *choices, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = choices; length > 0; at++) {
        size_t span = strcspn(at, "|");

        if (span == length && memcmp(at, word, length) == 0)
            return true;
        at += span;
        if (*at == '\0')
            break;
    }
    return false;
}

/* 1000, 64K, 512M, 2G: whole numbers above zero. */
static bool parse_limit(uint64_t *out, const char *word)
{
    static const char units[] = "KMG";
    uint64_t value = 0;
    const char *at = word;
    const char *unit;

    for (; *at >= '0' && *at <= '9'; at++) {
        if (value > (UINT64_MAX - 9) / 10)
            return false;
        value = value * 10 + (uint64_t)(*at - '0');
    }
    if (at == word)
        return false;
    if (*at != '\0') {
        unit = strchr(units, *at >= 'a' ? *at - 'a' + 'A' : *at);
        if (unit == NULL || at[1] != '\0' || value > UINT64_MAX >> 30)
            return false;
        value <<= 10 * (unit - units + 1);
    }
    *out = value;
    return value > 0;
}

static int set_option(cli *c, const option_row *o, const char *argument)
{
    void *field = (char *)c + o->offset;

    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)field = true;
        return CLI_DONE;
    case OPTION_TEXT:
        if (o->choices != NULL && !is_choice(o->choices, argument))
            return cli_misuse(c, "--%s: '%s': %s %s", o->name, argument,
                              cli_say(c, "使える語は", "expected"),
                              o->choices);
        *(const char **)field = argument;
        return CLI_DONE;
    case OPTION_CHANGE:
        if (c->change_count == CLI_CHANGES)
            return cli_misuse(c, "--%s: %s", o->name,
                              cli_say(c, "多すぎる", "too many"));
        c->changes[c->change_count++] = argument;
        return CLI_DONE;
    case OPTION_LIMIT:
        field = (char *)&c->limits + o->offset;
        if (!parse_limit(field, argument))
            return cli_misuse(c, "--%s: '%s': %s", o->name, argument,
                              cli_say(c, "1以上の整数で(K M Gを付けられる)",
                                      "expected a whole number above zero "
                                      "(K, M or G may follow)"));
        return CLI_DONE;
    }
    return CLI_USAGE;
}

/* getopt's own message is not in the reader's language: it is said here. */
static int unknown_option(const cli *c, const char *word, int letter)
{
    const char *names[OPTION_COUNT];
    const char *near;
    char given[64];

    if (letter != 0)
        return cli_misuse(c, "-%c: %s", letter,
                          cli_say(c, "このようなオプションはない",
                                  "no such option"));
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = options[i].name;
    snprintf(given, sizeof(given), "%.*s", (int)strcspn(word + 2, "="),
             word + 2);
    near = cli_nearest(given, names, OPTION_COUNT);
    if (near == NULL)
        return cli_misuse(c, "%s: %s", word,
                          cli_say(c, "このようなオプションはない",
                                  "no such option"));
    return cli_misuse(c, "%s: %s --%s%s", word,
                      cli_say(c, "このようなオプションはない。もしかして",
                              "no such option; did you mean"), near,
                      cli_say(c, " ?", "?"));
}

static void fill_getopt(struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const option_row *o = &options[i];
        bool argument = o->kind != OPTION_FLAG;

        longs[i] = (struct option){ o->name,
                                    argument ? required_argument
                                             : no_argument,
                                    NULL, FIRST_LONG + (int)i };
        if (o->letter != 0) {
            *shorts++ = o->letter;
            if (argument)
                *shorts++ = ':';
        }
    }
    longs[OPTION_COUNT] = (struct option){ NULL, 0, NULL, 0 };
    *shorts = '\0';
}

static const option_row *option_of(int code)
{
    if (code >= FIRST_LONG)
        return &options[code - FIRST_LONG];
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (options[i].letter != 0 && options[i].letter == code)
            return &options[i];
    }
    return NULL;
}

int options_parse(cli *c, int argc, char **argv)
{
    struct option longs[OPTION_COUNT + 1];
    char shorts[2 * OPTION_COUNT + 2];
    int code;

    fill_getopt(longs, shorts);
    opterr = 0;
    optind = 1;
    while ((code = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        const option_row *o;
        int status;

        if (code == ':')
            return cli_misuse(c, "%s: %s", argv[optind - 1],
                              cli_say(c, "値がない", "needs a value"));
        if (code == '?')
            return unknown_option(c, argv[optind - 1], optopt);
        o = option_of(code);
        if (o == NULL)
            return CLI_USAGE;
        if (!option_is_for(o, c->command))
            return cli_misuse(c, "--%s: %s %s", o->name,
                              cli_say(c, "次のコマンドのオプションではない:",
                                      "is no option of"),
                              c->command->name);
        status = set_option(c, o, optarg);
        if (status != CLI_DONE)
            return status;
    }
    c->inputs = argv + optind;
    c->input_count = (size_t)(argc - optind);
    return CLI_DONE;
}

static void put_option(const cli *c, FILE *out, const option_row *o)
{
    char left[48];
    kpi_limits defaults;

    snprintf(left, sizeof(left), "%c%c%s --%s%s%s",
             o->letter != 0 ? '-' : ' ', o->letter != 0 ? o->letter : ' ',
             o->letter != 0 ? "," : " ", o->name,
             o->argument != NULL ? " " : "",
             o->argument != NULL ? o->argument : "");
    fprintf(out, "  %-30s %s", left, o->help[c->language]);
    if (o->kind == OPTION_LIMIT) {
        kpi_limits_default(&defaults);
        fprintf(out, " (%llu)", (unsigned long long)*(uint64_t *)(void *)
                ((char *)&defaults + o->offset));
    }
    fputc('\n', out);
}

static void put_options(const cli *c, FILE *out, bool limits)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((options[i].kind == OPTION_LIMIT) == limits &&
            option_is_for(&options[i], c->command))
            put_option(c, out, &options[i]);
    }
}

static void help_command(const cli *c, FILE *out)
{
    fprintf(out, "%s kpibook %s %s\n\n%s\n\n%s\n",
            cli_say(c, "使い方:", "usage:"), c->command->name,
            c->command->usage, c->command->help[c->language],
            cli_say(c, "オプション:", "options:"));
    put_options(c, out, false);
    if (strstr(READING, c->command->name) != NULL) {
        fprintf(out, "\n%s\n",
                cli_say(c, "入力の上限(かっこ内は既定):",
                        "limits on input (default in brackets):"));
        put_options(c, out, true);
    }
    fprintf(out, "\n%s\n  %s\n", cli_say(c, "例:", "example:"),
            c->command->example);
}

void options_help(const cli *c, FILE *out, const cli_command *commands,
                  size_t count)
{
    if (c->command != NULL) {
        help_command(c, out);
        return;
    }
    fprintf(out, "%s\n\n%s kpibook COMMAND [OPTION...] FILE...\n\n",
            cli_say(c, "kpibook: 自治体のKPIブックを読み、点検し、集計する",
                    "kpibook: reads, checks and consolidates municipal KPI "
                    "workbooks"),
            cli_say(c, "使い方:", "usage:"));
    for (size_t i = 0; i < count; i++)
        fprintf(out, "  %-12s %s\n", commands[i].name,
                commands[i].help[c->language]);
    fprintf(out, "\n%s\n",
            cli_say(c, "詳しくは kpibook COMMAND --help, man kpibook",
                    "more: kpibook COMMAND --help, man kpibook"));
    fprintf(out, "%s\n",
            cli_say(c, "終了コード: 0 エラーなし 1 エラーの指摘あり "
                       "2 使い方・計画の誤り 3 出力できない",
                    "exit status: 0 no errors, 1 error findings, "
                    "2 usage or plan error, 3 output not written"));
}
