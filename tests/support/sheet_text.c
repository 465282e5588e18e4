/*
 * sheet_text.c - workbooks from readable text, and datasets as readable text
 */
#include "support/sheet_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/cellref.h"

enum { FORMATS = 32, CELLS = 256, SHEETS = 16 };

typedef struct writer {
    package *package;
    buf sheet, merges, workbook, links, columns;
    text formats[FORMATS];
    size_t format_count;
    size_t sheets;
    uint32_t row;
    /* merges that may still grow, by column of their first cell */
    merge_range open[CELLS];
    bool is_open[CELLS];
    text above[CELLS];
} writer;

static void put_escaped(buf *b, text t)
{
    for (size_t i = 0; i < t.length; i++) {
        if (t.bytes[i] == '&')
            buf_string(b, "&amp;");
        else if (t.bytes[i] == '<')
            buf_string(b, "&lt;");
        else if (t.bytes[i] == '"')
            buf_string(b, "&quot;");
        else if (text_starts(text_from(t, i), "¶")) {
            buf_string(b, "&#10;");
            i += strlen("¶") - 1;
        } else
            buf_char(b, t.bytes[i]);
    }
}

static size_t format_index(writer *w, text format)
{
    for (size_t i = 0; i < w->format_count; i++)
        if (text_equal(w->formats[i], format))
            return i + 1;
    assert_true(w->format_count < FORMATS);
    w->formats[w->format_count++] = format;
    return w->format_count;
}

static bool is_decimal(text t)
{
    size_t digits = 0;

    for (size_t i = 0; i < t.length; i++) {
        if (ascii_is_digit(t.bytes[i]))
            digits++;
        else if (t.bytes[i] != '.' && !(t.bytes[i] == '-' && i == 0))
            return false;
    }
    return digits > 0;
}

static void put_cell(writer *w, uint32_t col, text t)
{
    char ref[CELLREF_SIZE];
    size_t brace = text_find(t, "{", 0), style = 0;
    bool formula = false;

    if (t.length == 0)
        return;
    cellref_write(ref, w->row, col);
    if (brace != SIZE_MAX && text_ends(t, "}") &&
        (brace == 0 || is_decimal(text_cut(t, 0, brace)))) {
        text inner = text_cut(t, brace + 1, t.length - 1);

        formula = text_is(inner, "f");
        style = formula ? 0 : format_index(w, inner);
        t = text_cut(t, 0, brace);
    }
    if (t.length == 0)
        buf_printf(&w->sheet, "<c r=\"%s\"><f>A1</f></c>", ref);
    else if (is_decimal(t))
        buf_printf(&w->sheet, "<c r=\"%s\" s=\"%zu\">%s<v>%.*s</v></c>", ref,
                   style, formula ? "<f>A1</f>" : "", (int)t.length, t.bytes);
    else if (text_starts(t, "#") && (text_ends(t, "!") || text_ends(t, "A")))
        buf_printf(&w->sheet, "<c r=\"%s\" t=\"e\"><v>%.*s</v></c>", ref,
                   (int)t.length, t.bytes);
    else {
        buf_printf(&w->sheet, "<c r=\"%s\" t=\"inlineStr\"><is><t>", ref);
        put_escaped(&w->sheet, text_starts(t, "'") ? text_from(t, 1) : t);
        buf_string(&w->sheet, "</t></is></c>");
    }
}

static void close_merge(writer *w, size_t i)
{
    char ref[CELLREF_RANGE_SIZE];
    const merge_range *m = &w->open[i];

    if (!w->is_open[i])
        return;
    w->is_open[i] = false;
    if (m->row == m->last_row && m->col == m->last_col)
        return;
    cellref_write_range(ref, m->row, m->col, m->last_row, m->last_col);
    buf_printf(&w->merges, "<mergeCell ref=\"%s\"/>", ref);
}

/* ^ and < widen the range that covers the cell above or to the left. */
static void widen(writer *w, uint32_t row, uint32_t col, bool up)
{
    for (size_t i = 0; i < CELLS; i++) {
        merge_range *m = &w->open[i];

        if (!w->is_open[i])
            continue;
        if (up ? (m->col <= col && col <= m->last_col &&
                  m->last_row + 1 >= row)
               : (m->last_col + 1 == col && m->last_row == row)) {
            if (up)
                m->last_row = row;
            else
                m->last_col = col;
            return;
        }
    }
    fail_msg("row %u: nothing to merge with", row + 1);
}

static void put_row(writer *w, text line)
{
    uint32_t col = 0;
    bool hidden = text_starts(line, "~");

    if (hidden)
        line = text_from(line, 1);
    buf_printf(&w->sheet, "<row r=\"%u\"%s>", w->row + 1,
               hidden ? " hidden=\"1\"" : "");
    for (size_t at = 0; at <= line.length; col++) {
        size_t end = text_find(line, "|", at);
        text t;

        if (end == SIZE_MAX)
            end = line.length;
        t = text_trim(text_cut(line, at, end));
        at = end + 1;
        assert_true(col < CELLS);
        if (text_is(t, "^") || text_is(t, "<")) {
            widen(w, w->row, col, text_is(t, "^"));
            continue;
        }
        close_merge(w, col);
        w->open[col] = (merge_range){ w->row, col, w->row, col };
        w->is_open[col] = true;
        put_cell(w, col, t);
    }
    buf_string(&w->sheet, "</row>");
    w->row++;
}

static void end_sheet(writer *w)
{
    char name[64];
    buf part;

    if (w->sheets == 0)
        return;
    for (size_t i = 0; i < CELLS; i++)
        close_merge(w, i);
    snprintf(name, sizeof(name), "xl/worksheets/sheet%zu.xml", w->sheets);
    buf_init(&part);
    buf_string(&part, "<worksheet " NS_MAIN ">");
    if (w->columns.length > 0)
        buf_printf(&part, "<cols>%s</cols>", buf_cstr(&w->columns));
    buf_printf(&part, "<sheetData>%s</sheetData>", buf_cstr(&w->sheet));
    if (w->merges.length > 0)
        buf_printf(&part, "<mergeCells>%s</mergeCells>",
                   buf_cstr(&w->merges));
    buf_string(&part, "</worksheet>");
    package_text(w->package, name, buf_cstr(&part), PACKAGE_DEFLATE);
    buf_free(&part);
    buf_clear(&w->sheet);
    buf_clear(&w->merges);
    buf_clear(&w->columns);
    w->row = 0;
}

static void begin_sheet(writer *w, text name, bool hidden)
{
    end_sheet(w);
    w->sheets++;
    buf_string(&w->workbook, "<sheet name=\"");
    put_escaped(&w->workbook, name);
    buf_printf(&w->workbook, "\" sheetId=\"%zu\"%s r:id=\"r%zu\"/>",
               w->sheets, hidden ? " state=\"hidden\"" : "", w->sheets);
    buf_printf(&w->links,
               "<Relationship Id=\"r%zu\" Type=\"http://schemas."
               "openxmlformats.org/officeDocument/2006/relationships/"
               "worksheet\" Target=\"worksheets/sheet%zu.xml\"/>",
               w->sheets, w->sheets);
}

static void put_line(writer *w, text line)
{
    if (text_starts(line, "# ") || text_starts(line, "#- ")) {
        bool hidden = text_starts(line, "#-");

        begin_sheet(w, text_trim(text_from(line, hidden ? 2 : 1)), hidden);
        return;
    }
    if (w->sheets == 0)
        begin_sheet(w, text_of("表"), false);
    if (text_starts(line, "! ")) {
        uint32_t row, col;
        char ref[8];

        snprintf(ref, sizeof(ref), "%c1", line.bytes[2]);
        assert_true(cellref_parse(&row, &col, ref, strlen(ref)));
        buf_printf(&w->columns, "<col min=\"%u\" max=\"%u\" hidden=\"1\"/>",
                   col + 1, col + 1);
        return;
    }
    put_row(w, line);
}

static void put_styles(writer *w)
{
    buf b;

    buf_init(&b);
    buf_string(&b, "<styleSheet " NS_MAIN "><numFmts>");
    for (size_t i = 0; i < w->format_count; i++) {
        buf_printf(&b, "<numFmt numFmtId=\"%zu\" formatCode=\"", 164 + i);
        put_escaped(&b, w->formats[i]);
        buf_string(&b, "\"/>");
    }
    buf_string(&b, "</numFmts><cellXfs><xf numFmtId=\"0\"/>");
    for (size_t i = 0; i < w->format_count; i++)
        buf_printf(&b, "<xf numFmtId=\"%zu\" applyNumberFormat=\"1\"/>",
                   164 + i);
    buf_string(&b, "</cellXfs></styleSheet>");
    package_text(w->package, "xl/styles.xml", buf_cstr(&b), 0);
    buf_free(&b);
}

void sheet_text_package(package *p, const char *string)
{
    static writer w;
    text t = text_of(string);
    buf part;

    memset(&w, 0, sizeof(w));
    w.package = p;
    buf_init(&w.sheet);
    buf_init(&w.merges);
    buf_init(&w.workbook);
    buf_init(&w.links);
    buf_init(&w.columns);
    package_frame(p);
    for (size_t at = 0; at < t.length;) {
        size_t end = text_find(t, "\n", at);

        if (end == SIZE_MAX)
            end = t.length;
        put_line(&w, text_cut(t, at, end));
        at = end + 1;
    }
    end_sheet(&w);
    buf_init(&part);
    buf_printf(&part, "<workbook " NS_MAIN " " NS_R "><sheets>%s</sheets>"
                      "</workbook>",
               buf_cstr(&w.workbook));
    package_text(p, "xl/workbook.xml", buf_cstr(&part), 0);
    buf_clear(&part);
    buf_printf(&part,
               "<Relationships xmlns=\"http://schemas.openxmlformats.org/"
               "package/2006/relationships\">%s<Relationship Id=\"s\" "
               "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
               "relationships/styles\" Target=\"styles.xml\"/>"
               "</Relationships>",
               buf_cstr(&w.links));
    package_text(p, "xl/_rels/workbook.xml.rels", buf_cstr(&part), 0);
    put_styles(&w);
    buf_free(&part);
    buf_free(&w.sheet);
    buf_free(&w.merges);
    buf_free(&w.workbook);
    buf_free(&w.links);
    buf_free(&w.columns);
}

dataset *sheet_text_ingest(const char *string, const char *file,
                           const plan *p, ingest_report *report)
{
    plan *none = p == NULL ? plan_default() : NULL;
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    dataset *d = NULL;
    kpi_source input;
    package made;

    package_init(&made);
    sheet_text_package(&made, string);
    input = package_source(&made);
    input.name = file;
    assert_int_equal(ingest_workbook(&d, report, &input,
                                     p != NULL ? p : none, NULL, &err),
                     KPI_OK);
    package_free(&made);
    plan_free(none);
    return d;
}

/* ---- Datasets as text ------------------------------------------------- */

static void put_heading(buf *b, bool has, const heading *h, const char *name)
{
    if (has)
        buf_printf(b, "|%s %s%s%s", name, h->no,
                   h->no[0] != '\0' && h->title[0] != '\0' ? " " : "",
                   h->title);
}

static void put_quantity(buf *b, const quantity *q)
{
    if (q->known)
        number_put(b, q->value, 0);
    else
        buf_string(b, "-");
}

static void put_span(buf *b, int from, int to)
{
    if (from != 0)
        buf_printf(b, "@%d-%d", from, to);
    else if (to != 0)
        buf_printf(b, "@%d", to);
}

static void put_actual(buf *b, const kpi *k, const actual *a)
{
    buf_printf(b, " %d=%s", a->fiscal_year, a->cumulative ? "c" : "");
    if (a->value.known)
        number_put(b, a->value.value, 0);
    else
        buf_string(b, figure_state_id(a->state));
    if (a->value.known && strcmp(a->unit, k->unit) != 0)
        buf_string(b, a->unit);
    if (a->state == STATE_PRELIMINARY)
        buf_string(b, "p");
}

static void put_kpi(buf *b, const kpi *k)
{
    buf_printf(b, "K %s|%s|", k->name, k->unit);
    if (k->baseline.present) {
        buf_string(b, "B");
        put_quantity(b, &k->baseline.value);
        put_span(b, k->baseline.from, k->baseline.fiscal_year);
    }
    buf_string(b, "|T");
    if (k->target.cumulative)
        buf_string(b, "c");
    put_quantity(b, &k->target.value);
    buf_string(b, k->target.qualifier);
    if (k->target.per_year)
        buf_string(b, "/y");
    put_span(b, k->target.from, k->target.to);
    for (size_t i = 0; i < k->planned_count; i++) {
        buf_printf(b, " p%d=", k->planned[i].fiscal_year);
        put_quantity(b, &k->planned[i].value);
    }
    buf_string(b, "|");
    for (size_t i = 0; i < k->actual_count; i++)
        put_actual(b, k, &k->actuals[i]);
    if (k->declared_rate.known) {
        buf_string(b, "|rate ");
        number_put(b, k->declared_rate.value, 4);
    }
    if (k->kind != KIND_UNKNOWN)
        buf_printf(b, "|%s", kpi_kind_id(k->kind));
    if (k->direction != DIRECTION_UNKNOWN)
        buf_printf(b, "|%s", kpi_direction_id(k->direction));
    if (k->declared_grade[0] != '\0')
        buf_printf(b, "|grade %s", k->declared_grade);
    if (k->remark[0] != '\0')
        buf_printf(b, "|remark %s", k->remark);
    if (k->code[0] != '\0')
        buf_printf(b, "|code %s", k->code);
    for (size_t i = 0; i < k->shared_count; i++)
        buf_printf(b, "|with %s", k->shared_with[i]);
    buf_char(b, '\n');
}

static void put_project(buf *b, const project *p)
{
    buf_printf(b, "P %s|%s", p->no, p->name);
    put_heading(b, p->has_goal, &p->goal, "goal");
    put_heading(b, p->has_theme, &p->theme, "theme");
    put_heading(b, p->has_part, &p->part, "part");
    put_heading(b, p->measure[0] != '\0',
                &(heading){ p->measure_no, p->measure }, "measure");
    if (p->bureau[0] != '\0' || p->division[0] != '\0')
        buf_printf(b, "|%s/%s", p->bureau, p->division);
    if (p->declared_grade[0] != '\0')
        buf_printf(b, "|grade %s", p->declared_grade);
    if (p->declared_status[0] != '\0')
        buf_printf(b, "|status %s", p->declared_status);
    for (size_t i = 0; i < p->grant_count; i++)
        buf_printf(b, "|grant %s", p->grants[i]);
    if (p->relisted)
        buf_string(b, "|relisted");
    for (size_t i = 0; i < p->municipality_count; i++)
        buf_printf(b, "|city %s", p->municipalities[i]);
    if (p->has_period)
        buf_printf(b, "|period %d-%d", p->period_from, p->period_to);
    for (size_t i = 0; i < p->cost_count; i++) {
        buf_printf(b, "|cost %d=", p->costs[i].fiscal_year);
        put_quantity(b, &p->costs[i].value);
        buf_string(b, p->costs[i].unit);
    }
    if (p->summary[0] != '\0')
        buf_printf(b, "|summary %s", p->summary);
    if (p->purpose[0] != '\0')
        buf_printf(b, "|purpose %s", p->purpose);
    for (size_t i = 0; i < p->activity_count; i++)
        buf_printf(b, "|activity %s: %s", p->activities[i].title,
                   p->activities[i].text);
    for (size_t i = 0; i < p->note_count; i++)
        buf_printf(b, "|note %s", p->notes[i]);
    buf_char(b, '\n');
    for (size_t i = 0; i < p->kpi_count; i++)
        put_kpi(b, &p->kpis[i]);
}

void dataset_text(buf *out, const dataset *d, bool findings)
{
    for (size_t i = 0; i < d->project_count; i++)
        put_project(out, &d->projects[i]);
    for (size_t i = 0; findings && i < d->findings.count; i++) {
        const finding *f = &d->findings.items[i];
        char ref[CELLREF_SIZE] = "";

        if (f->where.has_cell)
            cellref_write(ref, f->where.row, f->where.col);
        buf_printf(out, "F %s %s %s", f->rule, ref, f->value);
        for (size_t n = 0; n < FINDING_ARGS && f->args[n] != NULL; n++)
            buf_printf(out, " > %s", f->args[n]);
        buf_char(out, '\n');
    }
}

void sheet_text_reads(void **state)
{
    const sheet_case *c = *state;
    dataset *d = sheet_text_ingest(c->sheet, c->file, NULL, NULL);
    buf b;

    buf_init(&b);
    dataset_text(&b, d, true);
    assert_string_equal(buf_cstr(&b), c->expected);
    buf_free(&b);
    dataset_free(d);
}
