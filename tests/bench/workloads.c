/*
 * workloads.c - the files that are measured
 *
 *     workloads FOLDER COUNT MOST
 *
 * a.xlsx       1 sheet 100,000 x 20: half Japanese shared strings (30,000
 *              different), half numbers, as Excel writes it
 * a_lo.xlsx    the same cells as LibreOffice writes them
 * b.xlsx       100,000 x 10 inline strings
 * d.xlsx       500,000 different shared strings
 * small/       COUNT workbooks of 3 sheets of 60 x 14, styles, merges
 * most/        MOST different KPI workbooks, 24 KPIs each: half in the form
 *              of a strategy report, half flat tables
 * ten/ hundred/ departments/ rows/
 *              the first 10, 100, COUNT and 4,167 of them (100,000 KPIs)
 *
 * Seeded: the same bytes on every run.
 */
#include "bench/xlsx_zip.h"

#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xlsxwriter.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

static uint64_t seed;

static unsigned pick(unsigned below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((seed >> 33) % below);
}

static const char *const words[] = {
    "地域", "産業", "観光", "子育て", "支援", "推進", "整備", "環境", "教育",
    "健康", "福祉", "防災", "交流", "雇用", "創出", "移住", "若者", "高齢者",
    "中心市街地", "エネルギー", "スマート", "文化", "スポーツ", "農業",
    "水産", "港湾", "空港", "大学", "企業", "誘致",
};
enum { WORDS = sizeof(words) / sizeof(*words) };

static const char *const measures[] = {
    "新規雇用者数", "観光客数", "参加者数", "相談件数", "実施件数", "利用者数",
    "企業立地件数", "満足度", "受診率", "定住者数", "育成人数", "支援企業数",
};
static const char *const units[] = {
    "人", "万人", "人", "件", "件", "人", "件", "%", "%", "人", "人", "社",
};
enum { MEASURES = sizeof(measures) / sizeof(*measures) };

/* A text that differs by `number`. */
static const char *phrase(unsigned number, char out[256])
{
    snprintf(out, 256, "%s%s%s事業%u", words[number % WORDS],
             words[number / WORDS % WORDS], words[number * 7 % WORDS],
             number);
    return out;
}

/* ---- Large workbooks -------------------------------------------------- */

static void begin_book(xlsx_zip *z, const char *folder, const char *name,
                       int strings)
{
    char path[1024];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    z->file = zipOpen64(path, APPEND_STATUS_CREATE);
    z->length = 0;
    bench_must(z->file != NULL, path);
    part_begin(z, "[Content_Types].xml");
    part_put(z, "<Types xmlns=\"" PACKAGE "content-types\"><Default "
             "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats"
             "-package.relationships+xml\"/><Default Extension=\"xml\" "
             "ContentType=\"application/xml\"/><Override PartName=\"/xl/"
             "workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
             "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
             TYPE "worksheet+xml\"/>");
    if (strings)
        part_put(z, "<Override PartName=\"/xl/sharedStrings.xml\" "
                 "ContentType=\"" TYPE "sharedStrings+xml\"/>");
    part_put(z, "</Types>");
    part_end(z);
    part_begin(z, "_rels/.rels");
    part_put(z, "<Relationships xmlns=\"" PACKAGE "relationships\">"
             "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/"
             "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    part_end(z);
    part_begin(z, "xl/workbook.xml");
    part_put(z, "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
             "relationships\"><sheets><sheet name=\"実績\" sheetId=\"1\" "
             "r:id=\"rId1\"/></sheets></workbook>");
    part_end(z);
    part_begin(z, "xl/_rels/workbook.xml.rels");
    part_put(z, "<Relationships xmlns=\"" PACKAGE "relationships\">"
             "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/"
             "worksheet\" Target=\"worksheets/sheet1.xml\"/>");
    if (strings)
        part_put(z, "<Relationship Id=\"rId2\" Type=\"" OFFICE
                 "relationships/sharedStrings\" "
                 "Target=\"sharedStrings.xml\"/>");
    part_put(z, "</Relationships>");
    part_end(z);
}

static void end_book(xlsx_zip *z)
{
    bench_must(zipClose(z->file, NULL) == ZIP_OK, "a file did not close");
}

static void put_strings(xlsx_zip *z, unsigned count, int office)
{
    char text[256];

    part_begin(z, "xl/sharedStrings.xml");
    part_put(z, "<sst xmlns=\"" MAIN "\" count=\"%u\" uniqueCount=\"%u\">",
             count, count);
    for (unsigned i = 0; i < count; i++)
        part_put(z, office ? "<si><t xml:space=\"preserve\">%s</t></si>"
                           : "<si><t>%s</t></si>", phrase(i, text));
    part_put(z, "</sst>");
    part_end(z);
}

static void open_row(xlsx_zip *z, unsigned row, unsigned cols, int office)
{
    if (office)
        part_put(z, "<row r=\"%u\" customFormat=\"false\" ht=\"12.8\" "
                 "hidden=\"false\" customHeight=\"false\" "
                 "outlineLevel=\"0\" collapsed=\"false\">", row + 1);
    else
        part_put(z, "<row r=\"%u\" spans=\"1:%u\" x14ac:dyDescent=\"0.4\">",
                 row + 1, cols);
}

static void begin_sheet(xlsx_zip *z, unsigned rows, unsigned cols)
{
    part_begin(z, "xl/worksheets/sheet1.xml");
    part_put(z, "<worksheet xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
             "relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/"
             "markup-compatibility/2006\" mc:Ignorable=\"x14ac\" "
             "xmlns:x14ac=\"http://schemas.microsoft.com/office/"
             "spreadsheetml/2009/9/ac\"><dimension ref=\"A1:%c%u\"/>"
             "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>"
             "<sheetFormatPr defaultRowHeight=\"18.75\"/><sheetData>",
             (char)('A' + cols - 1), rows);
}

static void end_sheet(xlsx_zip *z)
{
    part_put(z, "</sheetData><pageMargins left=\"0.7\" right=\"0.7\" "
             "top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
             "</worksheet>");
    part_end(z);
}

static void put_mixed(const char *folder, const char *name, unsigned rows,
                      unsigned strings, int office)
{
    enum { COLS = 20 };
    static xlsx_zip z;

    seed = 1;
    begin_book(&z, folder, name, 1);
    put_strings(&z, strings, office);
    begin_sheet(&z, rows, COLS);
    for (unsigned row = 0; row < rows; row++) {
        open_row(&z, row, COLS, office);
        for (unsigned col = 0; col < COLS; col++) {
            const char *style = office ? " s=\"0\"" : "";

            if (col % 2 == 0)
                part_put(&z, "<c r=\"%c%u\"%s t=\"s\"><v>%u</v></c>",
                         (char)('A' + col), row + 1, style, pick(strings));
            else
                part_put(&z, "<c r=\"%c%u\"%s%s><v>%u.%u</v></c>",
                         (char)('A' + col), row + 1, style,
                         office ? " t=\"n\"" : "", pick(1000000),
                         1 + pick(99));
        }
        part_put(&z, "</row>");
    }
    end_sheet(&z);
    end_book(&z);
}

static void put_inline(const char *folder, const char *name, unsigned rows)
{
    enum { COLS = 10 };
    static xlsx_zip z;
    char text[256];

    seed = 2;
    begin_book(&z, folder, name, 0);
    begin_sheet(&z, rows, COLS);
    for (unsigned row = 0; row < rows; row++) {
        open_row(&z, row, COLS, 0);
        for (unsigned col = 0; col < COLS; col++)
            part_put(&z, "<c r=\"%c%u\" t=\"inlineStr\"><is><t>%s</t></is>"
                     "</c>", (char)('A' + col), row + 1,
                     phrase(pick(100000), text));
        part_put(&z, "</row>");
    }
    end_sheet(&z);
    end_book(&z);
}

static void put_unique(const char *folder, const char *name, unsigned count)
{
    enum { COLS = 10 };
    static xlsx_zip z;

    begin_book(&z, folder, name, 1);
    put_strings(&z, count, 0);
    begin_sheet(&z, count / COLS, COLS);
    for (unsigned row = 0; row < count / COLS; row++) {
        open_row(&z, row, COLS, 0);
        for (unsigned col = 0; col < COLS; col++)
            part_put(&z, "<c r=\"%c%u\" t=\"s\"><v>%u</v></c>",
                     (char)('A' + col), row + 1, row * COLS + col);
        part_put(&z, "</row>");
    }
    end_sheet(&z);
    end_book(&z);
}

/* ---- Small workbooks -------------------------------------------------- */

static lxw_workbook *new_book(const char *folder, unsigned number)
{
    lxw_doc_properties about = { .created = 1491004800 };
    lxw_workbook *book;
    char path[1024];

    snprintf(path, sizeof(path), "%s/%04u.xlsx", folder, number);
    book = workbook_new(path);
    bench_must(book != NULL, path);
    workbook_set_properties(book, &about);
    return book;
}

static lxw_format *new_style(lxw_workbook *book, const char *code)
{
    lxw_format *style = workbook_add_format(book);

    format_set_border(style, LXW_BORDER_THIN);
    format_set_text_wrap(style);
    format_set_align(style, LXW_ALIGN_VERTICAL_TOP);
    if (code != NULL)
        format_set_num_format(style, code);
    return style;
}

static void put_small(const char *folder, unsigned number)
{
    static const char *const sheets[] = { "目標1", "目標2", "集計" };
    lxw_workbook *book = new_book(folder, number);
    lxw_format *plain = new_style(book, NULL);
    lxw_format *number_style = new_style(book, "#,##0");
    lxw_format *percent = new_style(book, "0.0%");
    char text[256];

    seed = number;
    for (size_t s = 0; s < 3; s++) {
        lxw_worksheet *sheet = workbook_add_worksheet(book, sheets[s]);

        worksheet_set_column(sheet, 0, 0, 30, NULL);
        for (unsigned row = 0; row < 60; row++) {
            for (lxw_col_t col = 0; col < 14; col++) {
                if (col < 4)
                    worksheet_write_string(sheet, row, col,
                                           phrase(pick(400), text), plain);
                else
                    worksheet_write_number(
                        sheet, row, col,
                        col % 5 == 0 ? pick(1000) / 1000.0 : pick(100000),
                        col % 5 == 0 ? percent : number_style);
            }
        }
        for (unsigned row = 0; row < 60; row += 3)
            worksheet_merge_range(sheet, row, 0, row + 2, 0,
                                  phrase(row, text), plain);
    }
    bench_must(workbook_close(book) == LXW_NO_ERROR, "a small workbook");
}

/* ---- Department KPI workbooks ----------------------------------------- */

typedef struct figures {
    unsigned measure, base, target, first, second;
} figures;

static figures new_figures(void)
{
    figures f = { .measure = pick(MEASURES) };
    int percent = strcmp(units[f.measure], "%") == 0;

    f.base = 10 + pick(percent ? 30 : 400);
    f.target = f.base + 5 + pick(percent ? 50 : 600);
    f.first = f.base + pick(f.target - f.base);
    f.second = f.first + pick(f.target - f.base) / 2;
    if (percent && f.second > 100)
        f.second = 100;
    return f;
}

static void put_lines(lxw_worksheet *sheet, unsigned row, const figures *f,
                      unsigned kpi, lxw_format *style)
{
    static const char *const years[] = { "H27", "H28" };
    const unsigned actuals[] = { f->first, f->second };
    char text[512];

    snprintf(text, sizeof(text), "%s%u：%u%s（H26年度）⇒%u%s（H31年度）",
             measures[f->measure], kpi, f->base, units[f->measure],
             f->target, units[f->measure]);
    worksheet_merge_range(sheet, row, 2, row + 1, 2, text, style);
    for (unsigned y = 0; y < 2; y++) {
        snprintf(text, sizeof(text), "%u%s", actuals[y], units[f->measure]);
        worksheet_write_string(sheet, row + y, 3, years[y], style);
        worksheet_write_string(sheet, row + y, 4, text, style);
    }
}

static void put_strategy(lxw_workbook *book, unsigned number)
{
    static const char *const heads[] = {
        "事業名等", "概要", "KPI（平成31年度）\n※KPI＝重要業績評価指標",
        "KPI実績及び達成状況",
    };
    lxw_worksheet *sheet = workbook_add_worksheet(book, "基本目標Ⅰ");
    lxw_format *style = new_style(book, NULL);
    unsigned row = 6;
    char text[512], name[256];

    worksheet_merge_range(sheet, 0, 0, 0, 4, "まち・ひと・しごと創生総合戦略 "
                          "KPI達成状況（平成28年度末時点）", NULL);
    snprintf(text, sizeof(text), "提出：第%u局", number);
    worksheet_write_string(sheet, 1, 0, text, NULL);
    worksheet_write_string(sheet, 2, 0, "Ⅰ しごとをつくり、安心して働けるよう"
                           "にする", NULL);
    worksheet_merge_range(sheet, 4, 0, 4, 4, "①地域産業の振興", style);
    for (lxw_col_t col = 0; col < 4; col++)
        worksheet_write_string(sheet, 5, col, heads[col], style);
    worksheet_merge_range(sheet, 5, 3, 5, 4, heads[3], style);
    for (unsigned project = 0; project < 12; project++) {
        unsigned first = row;

        for (unsigned kpi = 0; kpi < 2; kpi++, row += 2) {
            figures f = new_figures();

            put_lines(sheet, row, &f, kpi + 1, style);
        }
        snprintf(text, sizeof(text), "%s\n【第%u局】\n【%c】",
                 phrase(number * 40 + project, name), number,
                 (char)('A' + pick(4)));
        worksheet_merge_range(sheet, first, 0, row - 1, 0, text, style);
        snprintf(text, sizeof(text), "%sを図るため、%sに取り組み、%sを"
                 "すすめる。", words[pick(WORDS)], words[pick(WORDS)],
                 words[pick(WORDS)]);
        worksheet_merge_range(sheet, first, 1, row - 1, 1, text, style);
    }
}

static void put_flat(lxw_workbook *book, unsigned number)
{
    static const char *const heads[] = {
        "No.", "事業名", "担当局", "KPI", "単位", "基準値（平成26年度）",
        "目標値（平成31年度）", "平成27年度実績", "平成28年度実績",
    };
    lxw_worksheet *sheet = workbook_add_worksheet(book, "KPI一覧");
    lxw_format *style = new_style(book, NULL);
    lxw_format *count = new_style(book, "#,##0");
    char text[512], name[256];

    worksheet_write_string(sheet, 0, 0, "総合戦略 KPI一覧（平成28年度末時点）",
                           NULL);
    for (lxw_col_t col = 0; col < 9; col++)
        worksheet_write_string(sheet, 2, col, heads[col], style);
    for (unsigned i = 0; i < 24; i++) {
        figures f = new_figures();
        unsigned row = 3 + i;

        worksheet_write_number(sheet, row, 0, i + 1, style);
        worksheet_write_string(sheet, row, 1,
                               phrase(number * 40 + i, name), style);
        snprintf(text, sizeof(text), "第%u局", number);
        worksheet_write_string(sheet, row, 2, text, style);
        worksheet_write_string(sheet, row, 3, measures[f.measure], style);
        worksheet_write_string(sheet, row, 4, units[f.measure], style);
        worksheet_write_number(sheet, row, 5, f.base, count);
        worksheet_write_number(sheet, row, 6, f.target, count);
        worksheet_write_number(sheet, row, 7, f.first, count);
        worksheet_write_number(sheet, row, 8, f.second, count);
    }
}

static void put_department(const char *folder, unsigned number)
{
    lxw_workbook *book = new_book(folder, number);

    seed = 1000 + number;
    if (number % 2 == 0)
        put_strategy(book, number);
    else
        put_flat(book, number);
    bench_must(workbook_close(book) == LXW_NO_ERROR, "a KPI workbook");
}

/* The first `count` workbooks of most/ once more, as hard links. */
static void link_first(const char *folder, const char *name, unsigned count)
{
    char from[1100], to[1100];

    snprintf(to, sizeof(to), "%s/%s", folder, name);
    (void)mkdir(to, 0777);
    for (unsigned i = 0; i < count; i++) {
        snprintf(from, sizeof(from), "%s/most/%04u.xlsx", folder, i);
        snprintf(to, sizeof(to), "%s/%s/%04u.xlsx", folder, name, i);
        (void)unlink(to);
        bench_must(link(from, to) == 0, to);
    }
}

static void put_departments(const char *folder, unsigned count, unsigned most)
{
    static const struct { const char *name; unsigned count; } parts[] = {
        { "ten", 10 }, { "hundred", 100 }, { "rows", 4167 },
    };
    char path[1024];

    snprintf(path, sizeof(path), "%s/most", folder);
    (void)mkdir(path, 0777);
    for (unsigned i = 0; i < most; i++)
        put_department(path, i);
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        if (parts[i].count <= most)
            link_first(folder, parts[i].name, parts[i].count);
    }
    link_first(folder, "departments", count);
}

int main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    unsigned count = argc > 2 ? (unsigned)atoi(argv[2]) : 0;
    unsigned most = argc > 3 ? (unsigned)atoi(argv[3]) : 0;
    char small[1024];

    bench_must(count > 0 && most >= count && most <= 10000,
               "usage: workloads FOLDER COUNT MOST");
    snprintf(small, sizeof(small), "%s/small", folder);
    (void)mkdir(folder, 0777);
    (void)mkdir(small, 0777);
    put_mixed(folder, "a.xlsx", 100000, 30000, 0);
    put_mixed(folder, "a_lo.xlsx", 100000, 30000, 1);
    put_inline(folder, "b.xlsx", 100000);
    put_unique(folder, "d.xlsx", 500000);
    for (unsigned i = 0; i < count; i++)
        put_small(small, i);
    put_departments(folder, count, most);
    return 0;
}
