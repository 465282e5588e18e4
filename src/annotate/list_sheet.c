/*
 * list_sheet.c - the sheet 指摘一覧: every finding, with a link to its cell
 */
#include "annotate/list_sheet.h"

#include <string.h>

#include "annotate/xml_edit.h"
#include "xlsx/cellref.h"

/* Excel holds 32,767 characters in a cell; names in a note. */
enum { CELL_BYTES = 32000, NAMED_SHEETS = 5, MOST_LINES = 28 };

typedef enum column {
    COL_SEVERITY, COL_SHEET, COL_CELL, COL_NAMES, COL_VALUE, COL_MESSAGE,
    COL_HINT, COL_RULE
} column;

static const struct {
    const char *words[2];
    unsigned width;
} columns[LIST_COLUMNS] = {
    [COL_SEVERITY] = { { "重さ", "Severity" }, 9 },
    [COL_SHEET] = { { "シート", "Sheet" }, 16 },
    [COL_CELL] = { { "セル", "Cell" }, 10 },
    [COL_NAMES] = { { "事業・見出し", "Project, heading" }, 28 },
    [COL_VALUE] = { { "いまの値", "Value" }, 18 },
    [COL_MESSAGE] = { { "指摘", "Finding" }, 46 },
    [COL_HINT] = { { "直し方", "How to mend it" }, 46 },
    [COL_RULE] = { { "規則", "Rule" }, 22 },
};

static const char *const title[2] = { ANNOTATE_SHEET, "Findings" };
static const char *const what_it_is[2] = {
    LIST_SIGN " がつけた指摘の一覧です。セルの番地を押すとその場所へ移ります。"
    "直したら、この表と印を残したまま提出できます。",
    LIST_SIGN " lists its findings here. A cell's address leads to its place. "
    "Mend them and submit this file; this sheet and the marks may stay.",
};
static const char *const not_marked[2] = {
    "印をつけられなかったシート（この表だけに載せています）：",
    "Sheets that could not be marked (listed here only): ",
};
static const char *const whole_file[2] = { "（ファイル全体）",
                                           "(whole file)" };
static const char *const is_hidden[2] = { "（非表示）", " (hidden)" };

typedef struct writer {
    buf *out;
    const mark_table *table;
    const book *book;
    const bool *unsafe;
    const style_marks *styles;
    plan_language language;
    uint32_t row;   /* the next, from zero */
    unsigned lines; /* of text that the row shows */
    buf scratch, cells;
} writer;

/* Lines that a text takes in its column; half-width characters count. */
static unsigned lines_in(text t, unsigned width)
{
    unsigned lines = 0;

    for (size_t from = 0; from <= t.length;) {
        size_t end = text_find(t, "\n", from);
        size_t stop = end == SIZE_MAX ? t.length : end;
        size_t columns_used = utf8_width(text_cut(t, from, stop));

        lines += columns_used == 0 ? 1u
                     : (unsigned)((columns_used - 1) / width) + 1u;
        from = stop + 1;
    }
    return lines;
}

static void put_string(writer *w, uint32_t col, list_style style, text t)
{
    char ref[CELLREF_SIZE];

    unsigned lines;

    cellref_write(ref, w->row, col);
    if (t.length > CELL_BYTES)
        t.length = utf8_floor(t, CELL_BYTES);
    lines = lines_in(t, columns[col].width);
    w->lines = lines > w->lines ? lines : w->lines;
    buf_printf(w->out, "<c r=\"%s\" s=\"%u\"", ref,
               (unsigned)style_of_list(w->styles, style));
    if (t.length == 0) {
        buf_string(w->out, "/>");
        return;
    }
    buf_string(w->out, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    xml_put_xstring(w->out, t);
    buf_string(w->out, "</t></is></c>");
}

static void open_row(writer *w, const char *height)
{
    buf_printf(w->out, "<row r=\"%u\"%s>", (unsigned)w->row + 1, height);
}

static void close_row(writer *w)
{
    buf_string(w->out, "</row>");
    w->row++;
}

static void put_note(writer *w, list_style style, const char *height,
                     const char *note)
{
    open_row(w, height);
    put_string(w, 0, style, text_of(note));
    close_row(w);
}

/* ---- Notes ------------------------------------------------------------ */

static void put_counts(writer *w)
{
    static const severity of[MARK_KINDS] = {
        [MARK_ERROR] = SEVERITY_ERROR, [MARK_WARNING] = SEVERITY_WARNING,
        [MARK_NOTICE] = SEVERITY_NOTICE,
    };
    size_t counts[MARK_KINDS] = { 0 };

    for (size_t i = 0; i < w->table->line_count; i++)
        counts[w->table->lines[i].kind]++;
    buf_clear(&w->scratch);
    for (size_t i = 0; i < MARK_KINDS; i++)
        buf_printf(&w->scratch,
                   w->language == LANGUAGE_JA ? "%s%s %zu件" : "%s%s: %zu",
                   i == 0 ? "" : w->language == LANGUAGE_JA ? "・" : ", ",
                   severity_text(of[i], w->language), counts[i]);
    if (w->table->line_count == 0) {
        buf_clear(&w->scratch);
        buf_string(&w->scratch, w->language == LANGUAGE_JA
                                    ? "指摘はありません。" : "No findings.");
    }
    put_note(w, LIST_NOTE, "", buf_cstr(&w->scratch));
}

static void note_unsafe(writer *w)
{
    size_t count = 0;

    buf_clear(&w->scratch);
    for (size_t i = 0; i < w->table->sheet_count; i++) {
        if (!w->unsafe[i])
            continue;
        if (++count <= NAMED_SHEETS)
            buf_printf(&w->scratch, "%s%s", count == 1
                       ? not_marked[w->language]
                       : w->language == LANGUAGE_JA ? "、" : ", ",
                       book_sheet(w->book, i)->name);
    }
    if (count > NAMED_SHEETS)
        buf_printf(&w->scratch, w->language == LANGUAGE_JA
                                    ? " ほか%zu枚" : " and %zu more",
                   count - NAMED_SHEETS);
    if (count > 0)
        put_note(w, LIST_NOTE, "", buf_cstr(&w->scratch));
}

static void note_left_out(writer *w)
{
    size_t cells = 0;

    for (size_t i = 0; i < w->table->sheet_count; i++)
        cells += w->table->sheets[i].left_out;
    buf_clear(&w->scratch);
    if (cells > 0)
        buf_printf(&w->scratch, w->language == LANGUAGE_JA
                   ? "コメントは1シート%d件までです。ほかの%zuセルはこの表だけ"
                     "に載せています。"
                   : "A sheet gets at most %d comments; %zu more cells are "
                     "listed here only.", ANNOTATE_COMMENTS, cells);
    if (w->table->line_count > ANNOTATE_LINES)
        buf_printf(&w->scratch, w->language == LANGUAGE_JA
                   ? "この表は%d行までです。%zu件は載せていません。"
                   : " This list has at most %d lines; %zu findings are not "
                     "shown.", ANNOTATE_LINES,
                   w->table->line_count - ANNOTATE_LINES);
    if (w->scratch.length > 0)
        put_note(w, LIST_NOTE, "", buf_cstr(&w->scratch));
}

/* ---- Lines ------------------------------------------------------------ */

static void put_place(writer *w, uint32_t index)
{
    size_t i = 0;
    const mark *m;
    char ref[CELLREF_SIZE];

    for (; i < w->table->sheet_count && index >= w->table->sheets[i].count;
         i++)
        index -= (uint32_t)w->table->sheets[i].count;
    if (i == w->table->sheet_count || !w->styles->usable)
        return;
    m = &w->table->sheets[i].items[index];
    cellref_write(ref, w->row, LIST_PLACES);
    buf_printf(w->out, "<c r=\"%s\" s=\"%u\" t=\"inlineStr\"><is><t "
               "xml:space=\"preserve\">", ref, (unsigned)m->style);
    cellref_write(ref, m->row, m->col);
    buf_printf(w->out, "%s!", ref);
    xml_put_xstring(w->out, text_of(book_sheet(w->book, i)->name));
    buf_string(w->out, "</t></is></c>");
}

static void put_names(writer *w, const finding *f)
{
    buf_clear(&w->scratch);
    buf_string(&w->scratch, f->project);
    if (f->project[0] != '\0' && f->field[0] != '\0')
        buf_string(&w->scratch, "\n");
    buf_string(&w->scratch, f->field);
    put_string(w, COL_NAMES, LIST_TEXT, buf_slice(&w->scratch));
}

static void put_sheet(writer *w, const mark_line *line)
{
    const char *name = line->item->where.sheet;

    buf_clear(&w->scratch);
    buf_string(&w->scratch, name[0] == '\0' ? whole_file[w->language] : name);
    if (line->sheet != SIZE_MAX &&
        book_sheet(w->book, line->sheet)->state != SHEET_VISIBLE)
        buf_string(&w->scratch, is_hidden[w->language]);
    put_string(w, COL_SHEET, LIST_CENTER, buf_slice(&w->scratch));
}

static void put_line(writer *w, const mark_line *line)
{
    static const struct {
        list_style style;
        severity severity;
    } kinds[MARK_KINDS] = {
        [MARK_ERROR] = { LIST_ERROR, SEVERITY_ERROR },
        [MARK_WARNING] = { LIST_WARNING, SEVERITY_WARNING },
        [MARK_NOTICE] = { LIST_NOTICE, SEVERITY_NOTICE },
    };
    const place *at = &line->item->where;
    char ref[CELLREF_RANGE_SIZE] = "";

    put_string(w, COL_SEVERITY, kinds[line->kind].style,
               text_of(severity_text(kinds[line->kind].severity,
                                     w->language)));
    put_sheet(w, line);
    if (line->has_cell)
        cellref_write_range(ref, at->row, at->col,
                            at->last_row < at->row ? at->row : at->last_row,
                            at->last_col < at->col ? at->col : at->last_col);
    put_string(w, COL_CELL, LIST_LINK, text_of(ref));
    put_names(w, line->item);
    put_string(w, COL_VALUE, LIST_TEXT, text_of(line->item->value));
    buf_clear(&w->scratch);
    mark_message(&w->scratch, line, w->language);
    put_string(w, COL_MESSAGE, LIST_TEXT, buf_slice(&w->scratch));
    buf_clear(&w->scratch);
    mark_hint(&w->scratch, line, w->language);
    put_string(w, COL_HINT, LIST_TEXT, buf_slice(&w->scratch));
    put_string(w, COL_RULE, LIST_TEXT, text_of(line->item->rule));
}

/* Programs differ in whether they fit rows to wrapped text on opening. */
static const char *row_height(writer *w)
{
    unsigned lines = w->lines < MOST_LINES ? w->lines : MOST_LINES;

    buf_clear(&w->scratch);
    buf_printf(&w->scratch, " ht=\"%u\"", lines * 14 + 5);
    return buf_cstr(&w->scratch);
}

static void put_rows(writer *w, size_t lines)
{
    size_t marks = 0;
    uint32_t places = 0;

    for (size_t i = 0; i < w->table->sheet_count; i++)
        marks += w->table->sheets[i].count;
    if (!w->styles->usable)
        marks = 0;
    for (size_t i = 0; i < lines || i < marks; i++) {
        buf *out = w->out;

        buf_clear(&w->cells);
        w->out = &w->cells;
        w->lines = 0;
        if (i < lines)
            put_line(w, &w->table->lines[i]);
        if (i < marks)
            put_place(w, places++);
        w->out = out;
        open_row(w, i < lines ? row_height(w) : " hidden=\"1\"");
        buf_text(out, buf_slice(&w->cells));
        close_row(w);
    }
}

static void put_link(writer *w, const mark_line *line, uint32_t row)
{
    char ref[CELLREF_SIZE], goal[CELLREF_SIZE];
    buf *b = &w->scratch;

    cellref_write(ref, row, COL_CELL);
    cellref_write(goal, line->row, line->col);
    buf_clear(b);
    buf_char(b, '\'');
    for (const char *c = book_sheet(w->book, line->sheet)->name; *c; c++) {
        buf_char(b, *c);
        if (*c == '\'')
            buf_char(b, '\'');
    }
    buf_printf(b, "'!%s", goal);
    buf_printf(w->out, "<hyperlink ref=\"%s\" location=\"", ref);
    xml_put_xstring(w->out, buf_slice(b));
    buf_printf(w->out, "\" display=\"%s\"/>", goal);
}

static void put_links(writer *w, size_t lines, uint32_t first)
{
    bool any = false;

    for (size_t i = 0; i < lines; i++) {
        const mark_line *line = &w->table->lines[i];

        if (!line->has_cell)
            continue;
        buf_string(w->out, any ? "" : "<hyperlinks>");
        put_link(w, line, first + (uint32_t)i);
        any = true;
    }
    buf_string(w->out, any ? "</hyperlinks>" : "");
}

/* ---- The sheet -------------------------------------------------------- */

static void put_start(writer *w, const char *main, uint32_t head)
{
    buf_printf(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
               "standalone=\"yes\"?>\n<worksheet xmlns=\"%s\"><sheetPr>"
               "<tabColor rgb=\"%s\"/><pageSetUpPr fitToPage=\"1\"/>"
               "</sheetPr><sheetViews><sheetView showGridLines=\"0\" "
               "tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"%u\" "
               "topLeftCell=\"A%u\" activePane=\"bottomLeft\" "
               "state=\"frozen\"/><selection pane=\"bottomLeft\" "
               "activeCell=\"A%u\" sqref=\"A%u\"/></sheetView></sheetViews>"
               "<sheetFormatPr defaultRowHeight=\"15\"/><cols>", main,
               style_border[MARK_ERROR], (unsigned)head + 1,
               (unsigned)head + 2, (unsigned)head + 2, (unsigned)head + 2);
    for (unsigned i = 0; i < LIST_COLUMNS; i++)
        buf_printf(w->out, "<col min=\"%u\" max=\"%u\" width=\"%u\" "
                   "customWidth=\"1\"/>", i + 1, i + 1, columns[i].width);
    buf_printf(w->out, "<col min=\"%u\" max=\"%u\" width=\"9\" "
               "hidden=\"1\" customWidth=\"1\"/></cols><sheetData>",
               LIST_PLACES + 1, LIST_PLACES + 1);
}

static void put_head(writer *w)
{
    open_row(w, " ht=\"22\" customHeight=\"1\"");
    for (uint32_t i = 0; i < LIST_COLUMNS; i++)
        put_string(w, i, LIST_HEAD, text_of(columns[i].words[w->language]));
    close_row(w);
}

static void put_end(writer *w, const list_extent *extent, size_t lines)
{
    char range[CELLREF_RANGE_SIZE];

    buf_string(w->out, "</sheetData>");
    cellref_write_range(range, extent->head, 0, extent->last,
                        LIST_COLUMNS - 1);
    if (lines > 0)
        buf_printf(w->out, "<autoFilter ref=\"%s\"/>", range);
    put_links(w, lines, extent->head + 1);
    buf_string(w->out, "<printOptions horizontalCentered=\"1\"/>"
               "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" "
               "bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
               "<pageSetup paperSize=\"9\" fitToHeight=\"0\" "
               "orientation=\"landscape\"/><headerFooter><oddFooter>"
               "&amp;C&amp;P / &amp;N</oddFooter></headerFooter>");
    if (lines > 0)
        buf_printf(w->out, "<ignoredErrors><ignoredError sqref=\"%s\" "
                   "numberStoredAsText=\"1\"/></ignoredErrors>", range);
    buf_string(w->out, "</worksheet>");
}

bool list_sheet_write(buf *out, list_extent *extent, const mark_table *table,
                      const book *b, const bool *unsafe,
                      const style_marks *styles, const char *main,
                      plan_language language)
{
    writer w = { .out = out, .table = table, .book = b, .unsafe = unsafe,
                 .styles = styles, .language = language };
    size_t lines = table->line_count < ANNOTATE_LINES ? table->line_count
                                                      : ANNOTATE_LINES;
    buf body;
    bool ok;

    buf_init(&w.scratch);
    buf_init(&w.cells);
    buf_init(&body);
    w.out = &body;
    put_note(&w, LIST_TITLE, " ht=\"28\" customHeight=\"1\"",
             title[language]);
    put_note(&w, LIST_NOTE, "", what_it_is[language]);
    put_counts(&w);
    note_unsafe(&w);
    note_left_out(&w);
    extent->head = w.row;
    extent->last = w.row + (uint32_t)lines;
    put_head(&w);
    put_rows(&w, lines);
    w.out = out;
    put_start(&w, main, extent->head);
    buf_text(out, buf_slice(&body));
    put_end(&w, extent, lines);
    ok = buf_ok(out) && buf_ok(&body) && buf_ok(&w.scratch) &&
         buf_ok(&w.cells);
    buf_free(&body);
    buf_free(&w.scratch);
    buf_free(&w.cells);
    return ok;
}
