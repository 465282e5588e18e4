/*
 * rows_status.c - states of a project that remarks say in words
 */
#include "ingest/header/unit_words.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/rows_parts.h"
#include "wording/date_words.h"
#include "wording/glyph.h"

enum { STATUS_BYTES = 60 };

/* 数値目標対象外 of 数値目標対象外（調査は３年毎）: what a remark says in front of
 * brackets that hold all behind it. */
static text ahead_of_reason(text t)
{
    size_t open = text_find(t, "（", 0);
    text inner;

    return open != SIZE_MAX && open > 0 && glyph_bracketed(t, open, &inner)
               ? text_trim(text_cut(t, 0, open)) : t;
}

/* 評価 | 備考 above － and 数値目標対象外: the remark says what the dash is. */
void rows_status_reason(rows_reader *w, const project_span *span, project *p)
{
    const table_column *k = table_column_any(w->table, ROLE_REMARK);
    text t;

    if (k == NULL || !project_says_none(text_of(p->declared_status)))
        return;
    t = ahead_of_reason(view_text(&w->reader->view, span->row, k->col));
    if (t.length <= STATUS_BYTES && text_find(t, "。", 0) == SIZE_MAX &&
        !project_says_none(t) && project_status_like(w->reader, t))
        p->declared_status = reader_line(w->reader, t);
}

/* The words of `t` without the longest of these at its end; `t` without any. */
static text without_end(text t, const text *ends, size_t count)
{
    size_t end = text_ending(t, ends, count);

    return text_trim(text_cut(t, 0, t.length - end));
}

bool rows_stopped(text t)
{
    static const text stops[] = {
        TEXT_WORD("終了"), TEXT_WORD("廃止"), TEXT_WORD("休止"),
        TEXT_WORD("休止中"), TEXT_WORD("終了済"), TEXT_WORD("廃止済")
    };
    static const text joints[] = {
        TEXT_WORD("をもって"), TEXT_WORD("をもち"), TEXT_WORD("により"),
        TEXT_WORD("で"), TEXT_WORD("に"), TEXT_WORD("限りで"),
        TEXT_WORD("、"), TEXT_WORD("は"), TEXT_WORD("を")
    };
    static const text projects[] = { TEXT_WORD("事業"), TEXT_WORD("本事業"),
                                     TEXT_WORD("当事業"), TEXT_WORD("事業は"),
                                     TEXT_WORD("事業を") };
    text front;
    bool reason;

    if (t.length > STATUS_BYTES || t.length < stops[0].length ||
        (text_find(t, "了", 0) == SIZE_MAX &&
         text_find(t, "止", 0) == SIZE_MAX))
        return false; /* as most texts */
    t = unit_plain(ahead_of_reason(t));
    front = without_end(t, stops, sizeof(stops) / sizeof(*stops));
    if (front.length == t.length)
        return false;
    front = without_end(front, projects, sizeof(projects) / sizeof(*projects));
    reason = text_ends(front, "により");
    front = without_end(front, joints, sizeof(joints) / sizeof(*joints));
    return reason || front.length == 0 || date_words_alone(front);
}

/* The last year has no figure of any indicator. */
static bool ends_without_figures(const project_span *span)
{
    for (size_t i = 0; i < span->kpi_count; i++) {
        const kpi *k = &span->kpis[i];

        if (k->actual_count == 0 || k->actuals[k->actual_count - 1].value.known)
            return false;
    }
    return span->kpi_count > 0;
}

/* 事業終了 where the office or the indicator of a project without indicators
 * would stand, often over all columns behind. */
static bool stops_instead(const rows_reader *w, const project_span *span,
                          project *p)
{
    static const role places[] = { ROLE_BUREAU, ROLE_DIVISION, ROLE_KPI };

    for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
        const table_column *k = table_column_any(w->table, places[i]);
        text t;

        if (k == NULL || span->kpi_count > 0)
            continue;
        t = view_text(&w->reader->view, span->row, k->col);
        if (rows_stopped(t)) {
            p->declared_status = reader_line(w->reader, unit_plain(t));
            return true;
        }
    }
    return false;
}

/* 休止中（R5～） as all that the remark of a project says, where there is no grade
 * and its figures end, too. */
void rows_status_stop(rows_reader *w, const project_span *span, project *p)
{
    static const char *const stops[] = { "休止", "休止中", "事業休止",
                                         "事業休止中", "廃止", "事業廃止",
                                         "終了", "事業終了" };
    const table_column *k = table_column_any(w->table, ROLE_REMARK);
    text t;

    if (stops_instead(w, span, p))
        return;
    if (k == NULL || (k->block != 0 && w->table->blocks > 1) ||
        table_column_any(w->table, ROLE_GRADE) != NULL ||
        table_column_any(w->table, ROLE_STATUS) != NULL)
        return;
    t = ahead_of_reason(view_text(&w->reader->view, span->row, k->col));
    if (text_in(t, stops, sizeof(stops) / sizeof(*stops)) &&
        ends_without_figures(span))
        p->declared_status = reader_line(w->reader, t);
}

/* 数値目標対象外, （※数値目標対象外） where the indicator or a remark would
 * stand. */
void rows_status_excluded(rows_reader *w, const project_span *span,
                          project *p)
{
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        for (size_t n = span->first; n <= span->last &&
                                     (c->role == ROLE_KPI ||
                                      c->role == ROLE_REMARK); n++) {
            text t = unit_plain(view_text(&w->reader->view,
                                          w->segment->rows[n], c->col));

            if (t.length <= STATUS_BYTES && text_ends(t, "対象外") &&
                project_status_like(w->reader, t)) {
                p->declared_status = project_grade_text(w->reader, t);
                return;
            }
        }
    }
}
