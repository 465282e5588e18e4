/*
 * make_hostile.c - workbooks that cost more than they are worth
 *
 *     make_hostile FOLDER
 *
 * Beside the departments' files, sorted before, between and behind them: one
 * that inflates a thousandfold, one nested too deep, one with 200,000 cells
 * and no table, one with a string that never ends.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/package.h"

enum { BLANKS = 32 << 20, NESTED = 2000, ROWS = 20000, COLS = 10 };

static void put_sheet_of_blanks(buf *sheet)
{
    buf_string(sheet, "<worksheet " NS_MAIN "><sheetData>");
    for (int i = 0; i < BLANKS / 64; i++)
        buf_string(sheet, "                                "
                          "                                ");
    buf_string(sheet, "</sheetData></worksheet>");
}

static void put_nested_sheet(buf *sheet)
{
    buf_string(sheet, "<worksheet " NS_MAIN ">");
    for (int i = 0; i < NESTED; i++)
        buf_string(sheet, "<extLst>");
    for (int i = 0; i < NESTED; i++)
        buf_string(sheet, "</extLst>");
    buf_string(sheet, "</worksheet>");
}

static void put_large_sheet(buf *sheet)
{
    unsigned seed = 1;

    buf_string(sheet, "<worksheet " NS_MAIN "><sheetData>");
    for (int row = 1; row <= ROWS; row++) {
        buf_printf(sheet, "<row r=\"%d\">", row);
        for (int col = 0; col < COLS; col++) {
            seed = seed * 1664525u + 1013904223u;
            buf_printf(sheet, "<c r=\"%c%d\"><v>%u</v></c>", 'A' + col, row,
                       seed >> 8);
        }
        buf_string(sheet, "</row>");
    }
    buf_string(sheet, "</sheetData></worksheet>");
}

static void put_endless_string(buf *sheet)
{
    buf_string(sheet, "<worksheet " NS_MAIN "><sheetData><row r=\"1\">"
                      "<c r=\"A1\" t=\"inlineStr\"><is><t>");
    for (int i = 0; i < 200000; i++)
        buf_printf(sheet, "実績%d", i);
    buf_string(sheet, "</t></is></c></row></sheetData></worksheet>");
}

static const struct hostile {
    const char *name;
    void (*put)(buf *sheet);
} hostiles[] = {
    { "00_blanks", put_sheet_of_blanks },
    { "上下水道局_nested", put_nested_sheet },
    { "港湾空港局_cells", put_large_sheet },
    { "龍_string", put_endless_string },
};

static int write_one(const char *folder, const struct hostile *h)
{
    char path[1024];
    kpi_source source;
    package p;
    buf sheet;
    FILE *f;
    int ok;

    buf_init(&sheet);
    h->put(&sheet);
    package_init(&p);
    package_book(&p, buf_cstr(&sheet), NULL, NULL, NULL);
    source = package_source(&p);
    snprintf(path, sizeof(path), "%s/%s.xlsx", folder, h->name);
    f = fopen(path, "wb");
    ok = buf_ok(&sheet) && f != NULL &&
         fwrite(source.bytes, 1, source.size, f) == source.size;
    if (f != NULL)
        ok = fclose(f) == 0 && ok;
    package_free(&p);
    buf_free(&sheet);
    return ok;
}

int main(int argc, char **argv)
{
    for (size_t i = 0; argc == 2 && i < sizeof(hostiles) / sizeof(*hostiles);
         i++) {
        if (!write_one(argv[1], &hostiles[i]))
            return 1;
    }
    return argc == 2 ? 0 : 2;
}
