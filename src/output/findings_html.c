/*
 * findings_html.c - findings as one self-contained page
 *
 * No script, no link, nothing loaded; all text from outside is escaped, and
 * control characters become spaces. The page prints well on A4.
 */
#include "output/findings_parts.h"

typedef struct html_words {
    const char *lang, *title, *as_of, *deadline, *files, *file, *verdict;
    const char *accepted, *rejected, *errors, *warnings, *notices;
    const char *place, *message, *hint, *names, *none, *general;
} html_words;

static const html_words words[] = {
    [LANGUAGE_JA] = {
        "ja", "点検結果", "基準日", "提出期限", "ファイル別の件数", "ファイル",
        "判定", "受理", "差戻し", "エラー", "警告", "注意", "場所", "指摘",
        "直し方", "事業・KPI", "指摘はありません。", "ファイルによらない指摘" },
    [LANGUAGE_EN] = {
        "en", "Findings", "As of", "Deadline", "By file", "File", "Verdict",
        "accepted", "rejected", "Errors", "Warnings", "Notices", "Place",
        "Finding", "How to mend it", "Project, KPI", "There are no findings.",
        "Findings that concern no file" },
};

static const char style_sheet[] =
    "body{font-family:'Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif;"
    "max-width:72em;margin:1.5em auto;padding:0 1em;color:#222;"
    "line-height:1.5}\n"
    "h1{font-size:1.4em}h2{font-size:1.1em;margin-top:2em;"
    "border-bottom:2px solid #567}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "th,td{border:1px solid #bbb;padding:.3em .5em;text-align:left;"
    "vertical-align:top}th{background:#eef2f5;white-space:nowrap}\n"
    "td.n{text-align:right}td.s{white-space:nowrap;font-weight:bold}\n"
    ".error{color:#a40000}.warning{color:#8a5a00}.notice{color:#205080}\n"
    "code{color:#666;font-size:.85em}.hint{color:#444}\n"
    "@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}\n";

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

static void put_counts(buf *out, const check_counts *n)
{
    buf_printf(out, "<td class=\"n\">%zu</td><td class=\"n\">%zu</td>"
               "<td class=\"n\">%zu</td></tr>\n", n->errors, n->warnings,
               n->notices);
}

static void put_overview(buf *out, const shown_list *list,
                         const html_words *w)
{
    buf_printf(out, "<h2>%s</h2>\n<table>\n<tr><th>%s</th><th>%s</th>"
               "<th>%s</th><th>%s</th><th>%s</th></tr>\n", w->files, w->file,
               w->verdict, w->errors, w->warnings, w->notices);
    for (size_t i = 0; i < list->file_count; i++) {
        const shown_file *f = &list->files[i];

        put_element(out, "<tr><td>", text_of(f->file->file), "</td>");
        buf_printf(out, "<td class=\"%s\">%s</td>",
                   f->rejected ? "error" : "ok",
                   f->rejected ? w->rejected : w->accepted);
        put_counts(out, &f->counts);
    }
    buf_string(out, "</table>\n");
}

static void put_row(buf *out, const shown *s, plan_language language,
                    buf *made)
{
    buf_printf(out, "<tr><td class=\"s %s\">%s</td>",
               severity_text(s->severity, LANGUAGE_EN),
               severity_text(s->severity, language));
    buf_clear(made);
    shown_place(made, s);
    put_element(out, "<td>", buf_slice(made), "</td>");
    buf_clear(made);
    shown_names(made, s);
    put_element(out, "<td>", buf_slice(made), "</td>");
    buf_clear(made);
    shown_message(made, s, language);
    shown_number(made, s, language);
    put_element(out, "<td>", buf_slice(made), " <code>");
    put_text(out, s->item->rule);
    buf_clear(made);
    shown_hint(made, s, language);
    put_element(out, "</code><div class=\"hint\">", buf_slice(made),
                "</div></td></tr>\n");
}

static void put_file(buf *out, const shown_file *f, plan_language language,
                     const html_words *w, buf *made)
{
    if (f->count == 0)
        return;
    put_element(out, "<h2>",
                text_of(f->file == NULL ? w->general : f->file->file), "");
    if (f->file != NULL && f->file->department[0] != '\0')
        put_element(out, " (", text_of(f->file->department), ")");
    buf_printf(out, "</h2>\n<table>\n<tr><th></th><th>%s</th><th>%s</th>"
               "<th>%s / %s</th></tr>\n", w->place, w->names, w->message,
               w->hint);
    for (size_t i = 0; i < f->count; i++)
        put_row(out, &f->items[i], language, made);
    buf_string(out, "</table>\n");
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
    buf_printf(out, "<p><code>kpibook %s</code></p>\n</body>\n</html>\n",
               KPI_VERSION);
    if (!buf_ok(out) || !buf_ok(&made))
        status = kpi_fail_nomem(err);
    buf_free(&made);
    arena_free(&list.memory);
    return status;
}
