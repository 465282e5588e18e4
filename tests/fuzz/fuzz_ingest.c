/*
 * fuzz_ingest.c - any text as a sheet, any bytes as a workbook, made records
 *
 * Bytes that begin like an archive are the workbook itself. All else is a
 * sheet: a line a row, | between cells, figures are numbers, ^ is merged with
 * the cell above and < with the one to the left. So a mutation moves header
 * words and figures about instead of breaking the archive.
 *
 * Reading never fails but for memory; a file that cannot be read is one
 * finding. Every place lies on a sheet of the size that Excel allows, every
 * finding has a rule, and reading again gives the same.
 */
#include "base/buf.h"
#include "base/text.h"
#include "fuzz/one_part.h"
#include "ingest/ingest.h"
#include "xlsx/cellref.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* ---- Text as a sheet -------------------------------------------------- */

enum { COLUMNS = 40 };

static void put_merge(buf *b, uint32_t row, uint32_t col, uint32_t last_row,
                      uint32_t last_col)
{
    char ref[CELLREF_RANGE_SIZE];

    cellref_write_range(ref, row, col, last_row, last_col);
    if (row != last_row || col != last_col)
        buf_printf(b, "<mergeCell ref=\"%s\"/>", ref);
}

static void put_cell(buf *b, text t, uint32_t row, uint32_t col)
{
    char ref[CELLREF_SIZE];
    bool decimal = t.length > 0 && t.length < 16;

    cellref_write(ref, row, col);
    for (size_t i = 0; i < t.length; i++)
        decimal = decimal && ascii_is_digit(t.bytes[i]);
    if (t.length == 0)
        return;
    if (decimal) {
        buf_printf(b, "<c r=\"%s\"><v>%.*s</v></c>", ref, (int)t.length,
                   t.bytes);
        return;
    }
    buf_printf(b, "<c r=\"%s\" t=\"inlineStr\"><is><t>", ref);
    for (size_t at = 0; at < t.length;) {
        uint32_t c = utf8_next(t, &at);
        char utf8[4];
        size_t n = utf8_put(utf8, c);

        if (c == '&' || c == '<' || c < 0x20)
            buf_printf(b, "&#%u;", c == '&' || c == '<' || c == '\t'
                                       ? (unsigned)c
                                       : 10u);
        else if (c != 0xFFFE && c != 0xFFFF)
            buf_add(b, utf8, n);
    }
    buf_string(b, "</t></is></c>");
}

static void put_sheet(buf *out, text t)
{
    uint32_t row = 0, top[COLUMNS] = { 0 };
    buf cells, merges;
    size_t at = 0;

    buf_init(&cells);
    buf_init(&merges);
    for (; at < t.length && row < 400; row++) {
        uint32_t col = 0, left = 0;
        bool end = false;

        buf_printf(&cells, "<row r=\"%u\">", row + 1);
        for (; !end && at <= t.length && col < COLUMNS; col++) {
            size_t stop = at;
            text one;

            while (stop < t.length && t.bytes[stop] != '|' &&
                   t.bytes[stop] != '\n')
                stop++;
            end = stop == t.length || t.bytes[stop] == '\n';
            one = text_trim(text_cut(t, at, stop));
            at = stop + 1;
            if (text_is(one, "^") && row > 0) {
                put_merge(&merges, top[col], col, row, col);
            } else if (text_is(one, "<") && col > 0) {
                put_merge(&merges, row, left, row, col);
            } else {
                put_cell(&cells, one, row, col);
                top[col] = row;
                left = col;
            }
        }
        buf_string(&cells, "</row>");
    }
    buf_printf(out, "<worksheet " NS_MAIN "><sheetData>%s</sheetData>",
               buf_cstr(&cells));
    if (merges.length > 0)
        buf_printf(out, "<mergeCells>%s</mergeCells>", buf_cstr(&merges));
    buf_string(out, "</worksheet>");
    buf_free(&cells);
    buf_free(&merges);
}

/* ---- Properties ------------------------------------------------------- */

static void check_place(const place *p)
{
    check(p->sheet != NULL);
    check(!p->has_cell || (p->row <= p->last_row && p->col <= p->last_col &&
                           p->last_row < CELLREF_MAX_ROWS &&
                           p->last_col < CELLREF_MAX_COLS));
    check(!p->has_cell || p->sheet[0] != '\0');
}

static void check_kpi(const kpi *k)
{
    check(k->name != NULL && k->unit != NULL);
    check_place(&k->where);
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        check(a->value.known == (a->state == STATE_REPORTED ||
                                 a->state == STATE_PRELIMINARY));
        check(i == 0 || k->actuals[i - 1].fiscal_year <= a->fiscal_year);
        check_place(&a->where);
    }
}

static size_t check_dataset(const dataset *d)
{
    size_t kpis = 0;

    check(d->source_count == 1);
    check(!d->sources[0].unreadable ||
          (d->project_count == 0 && d->findings.count == 1));
    check(d->project_count > 0 || d->findings.count > 0);
    for (size_t i = 0; i < d->project_count; i++) {
        check(d->projects[i].source == 0);
        check_place(&d->projects[i].where);
        for (size_t k = 0; k < d->projects[i].kpi_count; k++, kpis++)
            check_kpi(&d->projects[i].kpis[k]);
    }
    for (size_t i = 0; i < d->findings.count; i++) {
        check(d->findings.items[i].rule[0] != '\0');
        check_place(&d->findings.items[i].where);
    }
    return kpis;
}

static void read_twice(const kpi_source *input)
{
    kpi_limits limits = small_limits();
    plan *p = plan_default();
    size_t kpis[2] = { 0, 0 }, findings[2] = { 0, 0 };

    check(p != NULL);
    for (unsigned i = 0; i < 2; i++) {
        ingest_report report;
        kpi_error err = { KPI_OK, "", "", "", 0, 0 };
        dataset *d = NULL;

        if (ingest_workbook(&d, &report, input, p, &limits, &err) !=
            KPI_OK) {
            check(err.status == KPI_E_NOMEM && d == NULL);
            continue;
        }
        kpis[i] = check_dataset(d);
        findings[i] = d->findings.count;
        for (size_t t = 0; t < report.table_count; t++)
            check(report.tables[t].row <= report.tables[t].last_row &&
                  report.tables[t].col <= report.tables[t].last_col);
        dataset_free(d);
    }
    check(kpis[0] == kpis[1] && findings[0] == findings[1]);
    plan_free(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_source input = { "fuzz.xlsx", bytes, size };
    package made;
    buf sheet;

    if (size >= 2 && bytes[0] == 'P' && bytes[1] == 'K') {
        read_twice(&input);
        return 0;
    }
    buf_init(&sheet);
    put_sheet(&sheet, text_slice((const char *)bytes, size));
    one_part(&made, ONE_SHEET, (const uint8_t *)sheet.bytes, sheet.length);
    input = package_source(&made);
    read_twice(&input);
    package_free(&made);
    buf_free(&sheet);
    return 0;
}
