/*
 * summary.c - the official workbook: sheets in order, written and closed
 */
#include "output/summary.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "output/summary_book.h"
#include "output/summary_verify.h"
#include "store/store_book.h"

/* Seconds since 1970 of YYYY-MM-DDTHH:MM:SSZ; 1980-01-01 when malformed. */
static time_t document_time(const char *t)
{
    static const unsigned char at[] = { 0, 5, 8, 11, 14, 17 };
    static const unsigned char size[] = { 4, 2, 2, 2, 2, 2 };
    int64_t v[6] = { 0, 1, 1, 0, 0, 0 }, days, y;

    for (size_t i = 0; i < 6; i++) {
        v[i] = 0;
        for (size_t k = 0; k < size[i]; k++) {
            if (strlen(t) < 19 || !ascii_is_digit(t[at[i] + k]))
                return (time_t)315532800;
            v[i] = v[i] * 10 + (t[at[i] + k] - '0');
        }
    }
    /* Days by the civil calendar, March first. */
    y = v[0] - (v[1] <= 2);
    days = y * 365 + y / 4 - y / 100 + y / 400 +
           (153 * (v[1] + (v[1] > 2 ? -3 : 9)) + 2) / 5 + v[2] - 1 - 719468;
    return (time_t)(((days * 24 + v[3]) * 60 + v[4]) * 60 + v[5]);
}

/* libxlsxwriter prints when a file cannot be made: ask first. */
static kpi_status can_write(const char *path, const char *folder,
                            kpi_error *err)
{
    FILE *f = fopen(path, "ab");

    if (!f)
        return kpi_fail(err, KPI_E_OUTPUT, NULL, path,
                        "the workbook cannot be created");
    if (fclose(f) != 0)
        return kpi_fail(err, KPI_E_OUTPUT, NULL, path,
                        "the workbook cannot be written");
    if (folder) {
        char probe[1024];
        int n = snprintf(probe, sizeof(probe), "%s/.", folder);

        f = n > 0 && (size_t)n < sizeof(probe) ? fopen(probe, "rb") : NULL;
        if (!f)
            return kpi_fail(err, KPI_E_OUTPUT, NULL, folder,
                            "the folder for temporary files is missing");
        fclose(f);
    }
    return KPI_OK;
}

static bool set_properties(summary *s)
{
    const dataset *d = s->data;
    char year[16];
    char *title = arena_strdup(&s->memory, *s->plan->title
                                               ? s->plan->title : "KPI");
    char *city = arena_strdup(&s->memory, s->plan->municipality);
    char *made = arena_strdup(&s->memory, "kpibook " KPI_VERSION);
    lxw_doc_properties p = { .title = title, .author = city, .company = city,
                             .comments = made,
                             .created = document_time(s->options->created) };
    lxw_error e;

    if (!title || !city || !made)
        return false;
    snprintf(year, sizeof(year), "%d", s->year);
    e = workbook_set_properties(s->book, &p);
    if (!e)
        e = workbook_set_custom_property_string(s->book, "kpibook-summary",
                                                "1");
    if (!e)
        e = workbook_set_custom_property_string(s->book, "fiscal-year", year);
    if (!e && *s->plan->sha256)
        e = workbook_set_custom_property_string(s->book, "plan-sha256",
                                                s->plan->sha256);
    for (size_t i = 0; i < d->source_count && i < 200 && !e; i++) {
        char name[32];

        snprintf(name, sizeof(name), "input-%zu-sha256", i + 1);
        if (*d->sources[i].sha256)
            e = workbook_set_custom_property_string(s->book, name,
                                                    d->sources[i].sha256);
    }
    return e == LXW_NO_ERROR;
}

/* ---- How far it is ---------------------------------------------------- */

enum { STEP = 64 };

void summary_step(summary *s, size_t units)
{
    size_t before = s->done / STEP;

    s->done += units;
    if (s->options->progress && s->done / STEP != before)
        s->options->progress(s->options->progress_context,
                             s->done < s->all ? s->done : s->all, s->all);
}

/* Rows of the list, projects, rows of 出典; the closing of the archive, which
 * takes as long as a half of all before, cannot be followed. */
static void count_steps(summary *s)
{
    size_t n = s->row_count + s->project_count;

    if (!s->options->open_profile)
        n += s->project_count + (*s->sheets[SHEET_SOURCES] ? s->row_count
                                                           : 0);
    s->all = n + n / 2;
}

typedef kpi_status (*sheet_writer)(summary *s, lxw_worksheet *w,
                                   kpi_error *err);

/* 総括 first, it gives the goals' rows; the cover last, it counts. */
static const struct step {
    sheet_id sheet;
    sheet_writer write;
} before[] = {
    { SHEET_TOTALS, summary_write_totals },
}, after[] = {
    { SHEET_GRANTS, summary_write_grants },
    { SHEET_LIST, summary_write_list },
    { SHEET_FINDINGS, summary_write_findings },
    { SHEET_STATUS, summary_write_status },
    { SHEET_SOURCES, summary_write_sources },
    { SHEET_LEGEND, summary_write_legend },
    { SHEET_COVER, summary_write_cover },
};

typedef struct sheets {
    lxw_worksheet *once[SHEET_IDS];
    lxw_worksheet **goals;
    lxw_worksheet *data; /* hidden */
} sheets;

/*
 * The sheet's rows are written as they come (page_init() looks at it): what
 * has neither a table nor cells merged over rows may be so in any book.
 */
static lxw_worksheet *add_long(summary *s, const char *name)
{
    lxw_worksheet *w;

    s->book->options.constant_memory =
        s->in_order || s->row_count > SUMMARY_LONG_ROWS;
    w = workbook_add_worksheet(s->book, name);
    s->book->options.constant_memory = s->in_order;
    return w;
}

static lxw_worksheet *add(summary *s, const char *name, unsigned tab)
{
    lxw_worksheet *w = !*name ? NULL
                       : name == s->sheets[SHEET_SOURCES] ||
                                 text_is(text_of(name), STORE_BOOK_SHEET)
                           ? add_long(s, name)
                           : workbook_add_worksheet(s->book, name);

    if (*name && !w)
        s->styles.failed = true;
    if (w)
        worksheet_set_tab_color(w, tab);
    return w;
}

/* The order of the tabs. */
static bool add_sheets(summary *s, sheets *out)
{
    static const unsigned front = 0x1F3A5F, goal = 0x6C9BC4, back = 0xA9B4C0;

    out->goals = arena_array(&s->memory, s->goal_count + 1,
                             sizeof(*out->goals));
    if (!out->goals)
        return false;
    for (int i = SHEET_COVER; i < SHEET_IDS; i++) {
        if (i == SHEET_GRANTS)
            for (size_t g = 0; g < s->goal_count; g++)
                out->goals[g] = s->goals[g].sheet
                                    ? add(s, s->goals[g].sheet, goal) : NULL;
        out->once[i] = add(s, s->sheets[i],
                           i <= SHEET_TOTALS ? front
                           : i == SHEET_GRANTS ? goal : back);
    }
    out->data = add(s, STORE_BOOK_SHEET, back);
    return !s->styles.failed;
}

static kpi_status run(summary *s, const sheets *all, const struct step *steps,
                      size_t count, kpi_error *err)
{
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < count && status == KPI_OK; i++)
        if (all->once[steps[i].sheet])
            status = steps[i].write(s, all->once[steps[i].sheet], err);
    return status;
}

static kpi_status write_print(summary *s, kpi_error *err)
{
    sheets all = { { NULL }, NULL, NULL };
    kpi_status status;

    if (!add_sheets(s, &all))
        return kpi_fail_nomem(err);
    status = run(s, &all, before, sizeof(before) / sizeof(*before), err);
    for (size_t g = 0; g < s->goal_count && status == KPI_OK; g++)
        if (all.goals[g])
            status = summary_write_goal(s, all.goals[g], g, err);
    if (status == KPI_OK)
        status = run(s, &all, after, sizeof(after) / sizeof(*after), err);
    if (status == KPI_OK && all.data)
        status = summary_write_data(s, all.data, err);
    if (status == KPI_OK)
        worksheet_activate(all.once[SHEET_COVER]);
    return status;
}

static kpi_status write_open(summary *s, kpi_error *err)
{
    kpi_status status = summary_write_open(s, err);
    lxw_worksheet *data;

    if (status != KPI_OK || !s->options->with_data)
        return status;
    data = add_long(s, STORE_BOOK_SHEET);
    return data ? summary_write_data(s, data, err) : kpi_fail_nomem(err);
}

kpi_status summary_write(const char *path, const dataset *d, const plan *p,
                         const summary_options *options, kpi_error *err)
{
    summary s = { .data = d, .plan = p, .options = options };
    kpi_status status = can_write(path, options->temporary, err);
    lxw_error closed;

    if (status != KPI_OK)
        return status;
    arena_init(&s.memory, 0);
    status = summary_prepare(&s, err);
    count_steps(&s);
    if (status == KPI_OK) {
        char *folder = options->temporary
                           ? arena_strdup(&s.memory, options->temporary)
                           : NULL;
        lxw_workbook_options o = { .constant_memory = s.in_order,
                                   .tmpdir = folder };

        s.book = workbook_new_opt(path, &o);
        if (!s.book)
            status = kpi_fail_nomem(err);
    }
    if (status == KPI_OK) {
        style_init(&s.styles, s.book, p->font);
        status = !set_properties(&s)     ? kpi_fail_nomem(err)
                 : options->open_profile ? write_open(&s, err)
                                         : write_print(&s, err);
    }
    if (status == KPI_OK && !summary_room())
        status = kpi_fail_nomem(err);
    if (s.book && status != KPI_OK) {
        lxw_workbook_free(s.book);
    } else if (s.book) {
        closed = workbook_close(s.book);
        if (closed != LXW_NO_ERROR)
            status = kpi_fail(err, KPI_E_OUTPUT, NULL, path,
                              "the workbook cannot be written (is the disk "
                              "full?): %s", lxw_strerror(closed));
    }
    arena_free(&s.memory);
    return status == KPI_OK ? summary_verify(path, err) : status;
}
