/*
 * findings_html.c - findings as one self-contained page
 *
 * No script, no link, nothing loaded; all text from outside is escaped, and
 * control characters become spaces. The page prints well on A4.
 */
#include "output/findings_parts.h"

typedef struct html_words {
    const char *lang, *title, *as_of, *deadline, *files, *file, *department;
    const char *verdict, *accepted, *rejected, *errors, *warnings, *notices;
    const char *place, *finding, *none, *general, *severity, *total;
    const char *changes, *changes_note;
} html_words;

static const html_words words[] = {
    [LANGUAGE_JA] = {
        "ja", "点検結果", "基準日", "提出期限", "ファイル別の件数", "ファイル",
        "部署", "判定", "受理", "差戻し", "エラー", "警告", "注意", "場所",
        "指摘と直し方", "指摘はありません。", "ファイルによらない指摘", "区分",
        "計", "計画で変えた規則", "件数は、変えなければ指摘となる数です。" },
    [LANGUAGE_EN] = {
        "en", "Findings", "As of", "Deadline", "By file", "File",
        "Department", "Verdict", "accepted", "rejected", "Errors",
        "Warnings", "Notices", "Place", "Finding and how to mend it",
        "There are no findings.", "Findings that concern no file",
        "Severity", "Total", "Rules that the plan changes",
        "The numbers are of what the rules would say unchanged." },
};

static const char style_sheet[] =
    "body{font-family:'Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif;"
    "max-width:64em;margin:1.5em auto;padding:0 1em;color:#222;"
    "line-height:1.5;font-size:15px}\n"
    "h1{font-size:1.4em;margin-bottom:.2em}\n"
    "h2{font-size:1.1em;margin:2em 0 .6em;border-bottom:2px solid #567;"
    "padding-bottom:.2em}\n"
    "h2 small{font-weight:normal;color:#555;margin-left:.6em}\n"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}\n"
    "th,td{border:1px solid #c4cad0;padding:.35em .6em;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}\n"
    "th{background:#eef2f5;font-weight:600}\n"
    "th.n,td.n{text-align:right;width:4.5em;font-variant-numeric:"
    "tabular-nums}th.v,td.v{width:5em;white-space:nowrap}\n"
    "th.p{width:11em}td.p{font-family:monospace;font-size:.95em}\n"
    "tr.sum td{background:#f6f8fa;font-weight:600}\n"
    ".b{display:inline-block;border-radius:3px;padding:0 .5em;"
    "font-weight:600;white-space:nowrap}\n"
    ".error{background:#fbe3e3;color:#8f0000}"
    ".warning{background:#fdf0d5;color:#6d4800}"
    ".notice{background:#e3eef8;color:#1c4a75}"
    ".ok{background:#e2f2e5;color:#1d5b2a}\n"
    ".who{color:#555;font-size:.9em}.hint{color:#333;margin-top:.2em;"
    "padding-left:1em;border-left:3px solid #d5dce2}\n"
    ".note{color:#6d4800;font-size:.9em}"
    "code{color:#777;font-size:.8em;white-space:nowrap}\n"
    "@page{size:A4;margin:15mm 12mm}\n"
    "@media print{body{margin:0;padding:0;max-width:none;font-size:10pt}"
    "tr{break-inside:avoid}h2{break-after:avoid}thead{display:"
    "table-header-group}*{-webkit-print-color-adjust:exact;"
    "print-color-adjust:exact}}\n";

static void put_escaped(buf *out, text t)
{
    for (size_t at = 0; at < t.length;) {
        size_t start = at;
        uint32_t c = utf8_next(t, &at);

        switch (c) {
        case '&': buf_string(out, "&amp;"); break;
        case '<': buf_string(out, "&lt;"); break;
        case '>': buf_string(out, "&gt;"); break;
        case '"': buf_string(out, "&quot;"); break;
        case '\'': buf_string(out, "&#39;"); break;
        case '\n': buf_string(out, "<br>"); break;
        default: shown_clean(out, text_cut(t, start, at));
        }
    }
}

static void put_text(buf *out, const char *string)
{
    put_escaped(out, text_of(string));
}

/* An element with escaped content. */
static void put_element(buf *out, const char *open, text content,
                        const char *close)
{
    buf_string(out, open);
    put_escaped(out, content);
    buf_string(out, close);
}

static void put_head(buf *out, const plan *p, const findings_style *style,
                     const html_words *w)
{
    buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
               "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
               "content=\"width=device-width\">\n", w->lang);
    put_element(out, "<title>", text_of(w->title), "");
    if (p->title[0] != '\0')
        put_element(out, " - ", text_of(p->title), "");
    buf_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n",
               style_sheet);
    put_element(out, "<h1>", text_of(p->title), p->title[0] != '\0' ? " "
                                                                    : "");
    put_element(out, "", text_of(w->title), "</h1>\n<p>");
    if (style->as_of != NULL && style->as_of[0] != '\0')
        buf_printf(out, "%s: %s　", w->as_of, style->as_of);
    if (p->deadline[0] != '\0')
        buf_printf(out, "%s: %s", w->deadline, p->deadline);
    buf_string(out, "</p>\n");
}

static void put_badge(buf *out, const char *kind, const char *label)
{
    buf_printf(out, "<span class=\"b %s\">%s</span>", kind, label);
}

static void put_counts(buf *out, const check_counts *n)
{
    buf_printf(out, "<td class=\"n\">%zu</td><td class=\"n\">%zu</td>"
               "<td class=\"n\">%zu</td></tr>\n", n->errors, n->warnings,
               n->notices);
}

static void put_overview(buf *out, const shown_list *list,
                         const html_words *w)
{
    buf_printf(out, "<h2>%s</h2>\n<table>\n<thead><tr><th>%s</th><th>%s</th>"
               "<th class=\"v\">%s</th><th class=\"n\">%s</th>"
               "<th class=\"n\">%s</th><th class=\"n\">%s</th></tr></thead>\n",
               w->files, w->file, w->department, w->verdict, w->errors,
               w->warnings, w->notices);
    for (size_t i = 0; i < list->file_count; i++) {
        const shown_file *f = &list->files[i];

        put_element(out, "<tr><td>", text_of(f->file->file), "</td>");
        put_element(out, "<td>", text_of(f->file->department), "</td>");
        buf_string(out, "<td class=\"v\">");
        put_badge(out, f->rejected ? "error" : "ok",
                  f->rejected ? w->rejected : w->accepted);
        buf_string(out, "</td>");
        put_counts(out, &f->counts);
    }
    if (list->file_count > 1) {
        buf_printf(out, "<tr class=\"sum\"><td colspan=\"3\">%s</td>",
                   w->total);
        put_counts(out, &list->total);
    }
    buf_string(out, "</table>\n");
}

/* A line that is left out when it would be empty. */
static void put_line(buf *out, const char *kind, const buf *made)
{
    if (made->length == 0)
        return;
    buf_printf(out, "<div class=\"%s\">", kind);
    put_element(out, "", buf_slice(made), "</div>");
}

static void put_row(buf *out, const shown *s, plan_language language,
                    buf *made)
{
    buf_string(out, "<tr><td class=\"v\">");
    put_badge(out, severity_text(s->severity, LANGUAGE_EN),
              severity_text(s->severity, language));
    buf_clear(made);
    shown_place(made, s);
    put_element(out, "</td><td class=\"p\">", buf_slice(made), "</td>");
    buf_clear(made);
    shown_message(made, s, language);
    shown_number(made, s, language);
    put_element(out, "<td>", buf_slice(made), " <code>");
    put_text(out, s->item->rule);
    buf_string(out, "</code>");
    buf_clear(made);
    shown_names(made, s);
    put_line(out, "who", made);
    buf_clear(made);
    shown_hint(made, s, language);
    put_line(out, "hint", made);
    buf_clear(made);
    shown_note(made, s, language);
    put_line(out, "note", made);
    buf_string(out, "</td></tr>\n");
}

static void put_file(buf *out, const shown_file *f, plan_language language,
                     const html_words *w, buf *made)
{
    if (f->count == 0)
        return;
    put_element(out, "<h2>",
                text_of(f->file == NULL ? w->general : f->file->file), "");
    if (f->file != NULL) {
        put_element(out, "<small>", text_of(f->file->department), " ");
        put_badge(out, f->rejected ? "error" : "ok",
                  f->rejected ? w->rejected : w->accepted);
        buf_string(out, "</small>");
    }
    buf_printf(out, "</h2>\n<table>\n<thead><tr><th class=\"v\">%s</th>"
               "<th class=\"p\">%s</th><th>%s</th></tr></thead>\n",
               w->severity, w->place, w->finding);
    for (size_t i = 0; i < f->count; i++)
        put_row(out, &f->items[i], language, made);
    buf_string(out, "</table>\n");
}

static void put_changes(buf *out, const shown_list *list,
                        plan_language language, const html_words *w,
                        buf *made)
{
    if (list->change_count == 0)
        return;
    buf_printf(out, "<h2>%s</h2>\n<p>%s</p>\n<ul>\n", w->changes,
               w->changes_note);
    for (size_t i = 0; i < list->change_count; i++) {
        buf_clear(made);
        shown_change_put(made, &list->changes[i], language);
        put_element(out, "<li>", buf_slice(made), "</li>\n");
    }
    buf_string(out, "</ul>\n");
}

kpi_status findings_put_html(buf *out, const dataset *d, const plan *p,
                             const findings_style *style, kpi_error *err)
{
    const html_words *w = &words[style->language];
    shown_list list;
    kpi_status status = shown_list_make(&list, d, p, style, err);
    check_counts *n = &list.total;
    buf made;

    if (status != KPI_OK)
        return status;
    buf_init(&made);
    put_head(out, p, style, w);
    put_overview(out, &list, w);
    if (n->errors + n->warnings + n->notices == 0)
        buf_printf(out, "<p>%s</p>\n", w->none);
    for (size_t i = 0; i <= list.file_count; i++)
        put_file(out, &list.files[i], style->language, w, &made);
    put_changes(out, &list, style->language, w, &made);
    buf_printf(out, "<p><code>kpibook %s</code></p>\n</body>\n</html>\n",
               KPI_VERSION);
    if (!buf_ok(out) || !buf_ok(&made))
        status = kpi_fail_nomem(err);
    buf_free(&made);
    arena_free(&list.memory);
    return status;
}
