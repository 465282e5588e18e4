/*
 * summary_status.c - 提出状況: who has submitted what, and when
 *
 * A line a file; a department without one has a line too. How each stands
 * says check/submission.h.
 */
#include <string.h>

#include "check/submission.h"
#include "output/day_words.h"
#include "output/summary_book.h"

enum { COL_NO, COL_DEPARTMENT, COL_STATUS, COL_FILE, COL_MODIFIED,
       COL_ERRORS, COL_WARNINGS, COL_NOTICES, COL_CONTACT, COLS,
       HEAD = PAPER_LIST_HEAD };

static const paper_column columns[COLS] = {
    { "番号", "No.", 50 },
    { "部局", "Department", 220 },
    { "状況", "Status", 170 },
    { "ファイル", "File", 380 },
    { "更新日時", "Modified", 165 },
    { "エラー", "Errors", 75 },
    { "警告", "Warnings", 75 },
    { "注意", "Notices", 75 },
    { "連絡先", "Contact", 220 },
};

static const paper_list frame = {
    SHEET_STATUS, "提出状況", "Submissions", columns, COLS
};

typedef struct sheet {
    summary *s;
    page pg;
    uint32_t row;
} sheet;

static void put_number(sheet *f, uint32_t col, size_t value, bool blank)
{
    if (blank)
        page_text(&f->pg, page_cell(f->row, col), STYLE_LIST_CENTER, "－");
    else
        page_size(&f->pg, page_cell(f->row, col), STYLE_LIST_CENTER, value);
}

/* One file of a department, or the department without one. */
static void write_line(sheet *f, const submission *sub, const source *src,
                       const char *contact)
{
    summary *s = f->s;
    const char *as_of = s->options->as_of ? s->options->as_of : "";
    const char *name = *sub->department
                           ? sub->department
                           : say(s, "（部局名なし）", "(no department)");
    const char *status = submission_state_text(sub->state, s->plan->language);
    check_counts counts = { 0, 0, 0 };
    number no;
    unsigned a, b;
    buf modified;

    if (src)
        counts = check_count_source(s->data,
                                    (size_t)(src - s->data->sources),
                                    s->plan, as_of);
    if (src && src->superseded)
        status = say(s, "差替え済み", "replaced");
    if (!src && sub->overdue)
        status = say(s, "未提出（期限超過）", "missing (overdue)");
    if (number_from_int(&f->pg.scratch, &no, (int64_t)(f->row - HEAD)))
        page_number(&f->pg, page_cell(f->row, COL_NO), STYLE_LIST_CENTER,
                    FORMAT_PLAIN_INTEGER, no);
    page_text(&f->pg, page_cell(f->row, COL_DEPARTMENT), STYLE_LIST_TEXT,
              name);
    page_text(&f->pg, page_cell(f->row, COL_STATUS), STYLE_LIST_CENTER,
              status);
    page_text(&f->pg, page_cell(f->row, COL_FILE), STYLE_LIST_TEXT,
              src ? src->file : "－");
    buf_init(&modified);
    if (!src || !day_put_moment(&modified, src->modified,
                                s->plan->zone_minutes))
        buf_string(&modified, "－");
    page_text(&f->pg, page_cell(f->row, COL_MODIFIED), STYLE_LIST_CENTER,
              buf_cstr(&modified));
    buf_free(&modified);
    put_number(f, COL_ERRORS, counts.errors, !src);
    put_number(f, COL_WARNINGS, counts.warnings, !src);
    put_number(f, COL_NOTICES, counts.notices, !src);
    page_text(&f->pg, page_cell(f->row, COL_CONTACT), STYLE_LIST_TEXT,
              contact);
    a = page_need(&f->pg, COL_DEPARTMENT, COL_DEPARTMENT, STYLE_LIST_TEXT,
                  name);
    b = page_need(&f->pg, COL_FILE, COL_FILE, STYLE_LIST_TEXT,
                  src ? src->file : "");
    page_height(&f->pg, f->row, (a > b ? a : b) + 20);
    f->row++;
    page_flush(&f->pg);
}

static const char *contact_of(const summary *s, const char *department)
{
    for (size_t i = 0; i < s->plan->department_count; i++)
        if (!strcmp(s->plan->departments[i].name, department))
            return s->plan->departments[i].contact;
    return "";
}

static void write_all(sheet *f, const submission_table *table)
{
    summary *s = f->s;

    for (size_t i = 0; i < table->count; i++) {
        const submission *sub = &table->rows[i];
        const char *contact = contact_of(s, sub->department);

        for (size_t k = 0; k < sub->source_count; k++)
            write_line(f, sub, &s->data->sources[sub->sources[k]], contact);
        if (!sub->source_count)
            write_line(f, sub, NULL, contact);
    }
}

/* 提出期限：…　基準日：…　受理 11　差戻し 0 … */
static void put_note(buf *b, const summary *s, const submission_table *table)
{
    const char *gap = say(s, "　　", "    ");

    if (*s->plan->deadline) {
        buf_string(b, say(s, "提出期限：", "Deadline: "));
        day_put_deadline(b, s->plan->deadline, s->plan->language);
        buf_string(b, gap);
    }
    put_as_of(b, s);
    for (int i = 0; i < SUBMISSION_STATES; i++)
        buf_printf(b, "%s%s %zu", i ? say(s, "　", "  ") : gap,
                   submission_state_text((submission_state)i,
                                         s->plan->language),
                   table->by_state[i]);
}

kpi_status summary_write_status(summary *s, lxw_worksheet *w, kpi_error *err)
{
    sheet f = { .s = s, .row = HEAD + 1 };
    submission_table table;
    kpi_status status = submission_list(
        &table, &s->memory, s->data, s->plan,
        s->options->as_of ? s->options->as_of : "", err);
    buf b;

    if (status != KPI_OK)
        return status;
    buf_init(&b);
    put_note(&b, s, &table);
    paper_list_begin(s, &f.pg, w, &frame, buf_cstr(&b));
    buf_free(&b);
    write_all(&f, &table);
    paper_list_end(s, &f.pg, &frame, f.row, "");
    return page_finish(&f.pg, err);
}
