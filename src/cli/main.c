/*
 * kpibook - reads the KPI workbooks that a city's departments submit, checks
 * and grades them, and writes the official consolidated workbook
 */
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/files.h"
#include "cli/options.h"

static const cli_command commands[] = {
    { "validate", cmd_validate, false, "[-p PLAN] FILE|DIR...",
      { "提出前の点検: 何がどのセルで誤っているか、どう直すか",
        "findings with file, sheet and cell; exit 1 when any is an error" },
      "kpibook validate -p plan.yaml 提出/" },
    { "consolidate", cmd_consolidate, true,
      "-p PLAN FILE|DIR... -o SUMMARY.xlsx",
      { "読み、点検し、判定し、公式集計表を書く",
        "read, check, assess, merge, write the official workbook" },
      "kpibook consolidate -p plan.yaml 提出/ -o 集計表.xlsx" },
    { "export", cmd_export, false, "[-p PLAN] FILE|DIR... -o OUT",
      { "正規化したデータを .json .jsonl .csv .sqlite で書き出す",
        "canonical data as .json, .jsonl, .csv or .sqlite" },
      "kpibook export -p plan.yaml 提出/ -o data.json" },
    { "template", cmd_template, true, "-p PLAN [--from DATA] -o DIR",
      { "部局ごとの報告様式を作る(昨年度のデータを記入しておける)",
        "a blank or prefilled submission workbook for each department" },
      "kpibook template -p plan.yaml --from 昨年度.json -o 様式/" },
    { "annotate", cmd_annotate, false,
      "[-p PLAN] FILE -o COPY.xlsx | --strip FILE -o COPY.xlsx",
      { "提出ファイルの写しに、指摘をセルのコメントとして付ける",
        "the clerk's own workbook with each finding as a comment" },
      "kpibook annotate -p plan.yaml 環境局.xlsx -o 環境局_指摘.xlsx" },
    { "diff", cmd_diff, false, "[-p PLAN] OLD NEW [-o CHANGES.xlsx]",
      { "2つの提出・年度・データの違いと、達成率・判定への影響",
        "what changed between two submissions or years, and its effects" },
      "kpibook diff -p plan.yaml 昨年度.json 提出/" },
    { "status", cmd_status, true, "-p PLAN [--ledger FILE] DIR",
      { "提出状況: 受理 差戻し 遅延 未提出",
        "who has submitted: accepted, returned, late, missing" },
      "kpibook status -p plan.yaml 提出/" },
    { "init", cmd_init, false, "DIR -o PLAN",
      { "提出物から計画ファイルの下書きを作る",
        "a commented first plan, drafted from submissions" },
      "kpibook init 提出/ -o plan.yaml" },
    { "inspect", cmd_inspect, false, "[-p PLAN] FILE...",
      { "ファイルをどう読み取ったか: シート、表、列の役割、確からしさ",
        "how a file was understood: sheets, tables, column roles" },
      "kpibook inspect 環境局.xlsx" },
    { "cells", cmd_cells, false, "FILE... [--sheet NAME] [--summary]",
      { "読んだままの全セルをJSON Linesで出す",
        "every cell as read, as JSON Lines; or counts a sheet" },
      "kpibook cells 環境局.xlsx --summary" },
    { "explain", cmd_explain, false, "RULE | -p PLAN FILE... PROJECT | "
      "-p PLAN FILE... --whatif PLAN|--set KEY=VALUE",
      { "規則の説明、または達成率と判定がどう出たか",
        "a rule, or how a rate and grade came about" },
      "kpibook explain -p plan.yaml 環境局.xlsx 先端的水素社会づくり" },
    { "rules", cmd_rules, false, "[--format text|json]",
      { "点検の規則の一覧", "the rule catalogue" },
      "kpibook rules --format json" },
};

enum { COMMAND_COUNT = sizeof(commands) / sizeof(*commands) };

const char *cli_say(const cli *c, const char *japanese, const char *english)
{
    return c->language == KPI_JAPANESE ? japanese : english;
}

void cli_message(const cli *c, const char *format, ...)
{
    va_list args;

    (void)c;
    fflush(stdout);
    fputs("kpibook: ", stderr);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}

int cli_misuse(const cli *c, const char *format, ...)
{
    va_list args;

    fflush(stdout);
    fputs("kpibook: ", stderr);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fprintf(stderr, "\nkpibook: %s kpibook %s%s--help\n",
            cli_say(c, "使い方は", "see"),
            c->command != NULL ? c->command->name : "",
            c->command != NULL ? " " : "");
    return CLI_USAGE;
}

static int exit_of(kpi_status status)
{
    switch (status) {
    case KPI_OK: return CLI_DONE;
    case KPI_E_PLAN:
    case KPI_E_USAGE: return CLI_USAGE;
    case KPI_E_INPUT:
    case KPI_E_LIMIT: return CLI_FINDINGS;
    case KPI_E_NOMEM:
    case KPI_E_OUTPUT: break;
    }
    return CLI_OUTPUT;
}

int cli_fail(const cli *c, const kpi_error *err)
{
    char place[64] = "", said[640];

    if (err->line > 0)
        snprintf(place, sizeof(place), ":%u:%u", err->line, err->column);
    if (err->status == KPI_E_NOMEM)
        cli_message(c, "%s", cli_say(c, "メモリが足りない", "out of memory"));
    else
        cli_message(c, "%s%s%s%s%s%s%s", err->source, place,
                    err->source[0] != '\0' ? ": " : "",
                    kpi_error_text(said, sizeof(said), err, c->language),
                    err->rule[0] != '\0' ? " [" : "", err->rule,
                    err->rule[0] != '\0' ? "]" : "");
    return exit_of(err->status);
}

void cli_cause(kpi_error *out, const char *rule, const char *message)
{
    *out = (kpi_error){ .status = KPI_E_INPUT };
    snprintf(out->rule, sizeof(out->rule), "%s", rule);
    snprintf(out->message, sizeof(out->message), "%s", message);
}

bool cli_write(void *stream, const void *bytes, size_t size)
{
    return size == 0 || fwrite(bytes, 1, size, stream) == size;
}

int cli_finish(const cli *c, int code)
{
    bool bad = ferror(stdout) != 0;

    if (fclose(stdout) != 0)
        bad = true;
    if (!bad)
        return code;
    cli_message(c, "%s", cli_say(c, "標準出力に書き込めない",
                                 "cannot write to standard output"));
    return CLI_OUTPUT;
}

/* Levenshtein's distance of two short words, up to a bound. */
static size_t distance(const char *a, const char *b)
{
    enum { LONGEST = 40 };
    size_t row[LONGEST + 1];
    size_t n = strlen(a), m = strlen(b);

    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t best = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);

            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[m];
}

const char *cli_nearest(const char *word, const char *const *words,
                        size_t count)
{
    const char *best = NULL;
    size_t least = 1 + strlen(word) / 3;

    for (size_t i = 0; i < count; i++) {
        size_t d = distance(word, words[i]);

        if (d <= least) {
            least = d == 0 ? 0 : d - 1;
            best = words[i];
        }
    }
    return best;
}

bool cli_use_color(const cli *c, FILE *stream)
{
    const char *none = getenv("NO_COLOR");

    if (c->color != NULL && strcmp(c->color, "auto") != 0)
        return strcmp(c->color, "always") == 0;
    return (none == NULL || none[0] == '\0') &&
           isatty(fileno(stream)) == 1;
}

/* --lang, else LC_ALL / LC_MESSAGES / LANG by their text. */
static kpi_language language_of(const char *option)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    const char *text = option;

    for (size_t i = 0; text == NULL && i < 3; i++) {
        text = getenv(names[i]);
        if (text != NULL && text[0] == '\0')
            text = NULL;
    }
    return text != NULL && strncmp(text, "ja", 2) == 0 ? KPI_JAPANESE
                                                       : KPI_ENGLISH;
}

static const cli_command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static int unknown_command(const cli *c, const char *word)
{
    const char *names[COMMAND_COUNT];
    const char *near;

    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i].name;
    near = cli_nearest(word, names, COMMAND_COUNT);
    if (near == NULL)
        return cli_misuse(c, "%s: %s", word,
                          cli_say(c, "このようなコマンドはない",
                                  "no such command"));
    return cli_misuse(c, "%s: %s %s%s", word,
                      cli_say(c, "このようなコマンドはない。もしかして",
                              "no such command; did you mean"),
                      near, cli_say(c, " ?", "?"));
}

int cli_load_plan(kpi_plan **out, const cli *c, const char *file,
                  const char *const *changes, size_t count)
{
    kpi_error err = { .status = KPI_OK };
    kpi_source source = { file, NULL, 0 };
    char reason[256];
    void *bytes = NULL;
    int code = CLI_DONE;
    file_result result = file_read(&bytes, &source.size, file,
                                   (uint64_t)64 << 20, reason);

    if (result == FILE_NO_MEMORY) {
        err.status = KPI_E_NOMEM;
        return cli_fail(c, &err);
    }
    if (result != FILE_READ) {
        cli_message(c, "%s: %s: %s", file,
                    cli_say(c, "計画を読めない", "cannot read the plan"),
                    reason[0] != '\0' ? reason : "too large");
        return CLI_USAGE;
    }
    source.bytes = bytes;
    if (kpi_plan_read_changed(out, &source, changes, count, &err) != KPI_OK)
        code = cli_fail(c, &err);
    free(bytes);
    return code;
}

/* --use FILE is the plan's key `use`. */
static int load_plan_using(cli *c)
{
    char change[1024];
    const char *changes[1] = { change };

    if (c->plan_file == NULL)
        return cli_misuse(c, "--use: %s",
                          cli_say(c, "-p も要る", "needs -p PLAN"));
    if (strpbrk(c->use, "\"\\[]") != NULL ||
        snprintf(change, sizeof(change), "use=[\"%s\"]", c->use) >=
            (int)sizeof(change))
        return cli_misuse(c, "--use: '%s': %s", c->use,
                          cli_say(c, "この名前は計画の use に書く",
                                  "name this file in the plan (use)"));
    return cli_load_plan(&c->plan, c, c->plan_file, changes, 1);
}

static int load_plan(cli *c)
{
    kpi_error err = { .status = KPI_OK };

    if (c->use != NULL)
        return load_plan_using(c);
    if (c->plan_file != NULL)
        return cli_load_plan(&c->plan, c, c->plan_file, NULL, 0);
    if (c->command->needs_plan)
        return cli_misuse(c, "%s", cli_say(c, "-p で計画を指定する",
                                           "needs a plan: -p PLAN"));
    if (kpi_plan_none(&c->plan, &err) != KPI_OK)
        return cli_fail(c, &err);
    return CLI_DONE;
}

static int check_common(const cli *c)
{
    size_t length = c->jobs == NULL ? 0 : strlen(c->jobs);

    if (c->jobs != NULL &&
        (length == 0 || length > 4 || c->jobs[0] == '0' ||
         strspn(c->jobs, "0123456789") != length))
        return cli_misuse(c, "--jobs: '%s': %s", c->jobs,
                          cli_say(c, "1以上の整数で",
                                  "expected a whole number above zero"));
    if (c->lang != NULL && strncmp(c->lang, "ja", 2) != 0 &&
        strncmp(c->lang, "en", 2) != 0)
        return cli_misuse(c, "--lang: '%s': ja | en", c->lang);
    return CLI_DONE;
}

static void put_version(void)
{
    printf("kpibook %s\n", KPI_VERSION);
}

/* What stands in front of a command: only --help, --version and --lang. */
static int run_without_command(cli *c, int argc, char **argv)
{
    if (argc < 2) {
        options_help(c, stderr, commands, COMMAND_COUNT);
        return CLI_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        put_version();
        return CLI_DONE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        c->command = argc > 2 ? find_command(argv[2]) : NULL;
        options_help(c, stdout, commands, COMMAND_COUNT);
        return CLI_DONE;
    }
    return unknown_command(c, argv[1]);
}

static int run_command(cli *c, int argc, char **argv)
{
    int code = options_parse(c, argc - 1, argv + 1);

    if (c->lang != NULL)
        c->language = language_of(c->lang);
    if (code != CLI_DONE)
        return code;
    if (c->help) {
        options_help(c, stdout, commands, COMMAND_COUNT);
        return CLI_DONE;
    }
    if (c->version) {
        put_version();
        return CLI_DONE;
    }
    code = check_common(c);
    if (code == CLI_DONE)
        code = load_plan(c);
    return code == CLI_DONE ? c->command->run(c) : code;
}

/* --lang counts for messages about options that stand before it, too. */
static const char *early_language(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            return argv[i] + 7;
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            return argv[i + 1];
    }
    return NULL;
}

int main(int argc, char **argv)
{
    cli c = { .language = language_of(early_language(argc, argv)) };
    int code;

    if (argc > 1)
        c.command = find_command(argv[1]);
    code = c.command == NULL ? run_without_command(&c, argc, argv)
                             : run_command(&c, argc, argv);
    kpi_plan_free(c.plan);
    return cli_finish(&c, code);
}
