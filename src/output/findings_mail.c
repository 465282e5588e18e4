/*
 * findings_mail.c - a polite mail to one department: what to mend, by when
 */
#include "output/findings_parts.h"

#include <string.h>

typedef struct mail_words {
    const char *subject, *honorific, *greeting;
    const char *none, *mend, *look, *deadline, *resend, *closing;
    const char *rejected, *accepted;
} mail_words;

static const mail_words words[] = {
    [LANGUAGE_JA] = {
        "件名: ", " 御担当者様",
        "お世話になっております。\n"
        "ご提出いただいたKPI調査票を点検しましたので、結果をお知らせします。\n",
        "指摘はありませんでした。ご協力ありがとうございました。\n",
        "次の「エラー」を直したうえで、再度ご提出をお願いいたします。\n",
        "次の点についてご確認をお願いいたします。正しければ、そのままで"
        "構いません。\n",
        "提出期限: ",
        "直したファイルは、同じ名前で上書き保存してお送りください。\n",
        "お忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。\n",
        "差戻し", "受理" },
    [LANGUAGE_EN] = {
        "Subject: ", "", "Thank you for your KPI workbook. This is what the "
        "check found.\n",
        "There is nothing to mend. Thank you.\n",
        "Please mend what is marked as an error and send the workbook "
        "again.\n",
        "Please look at the following. What is right may stay as it is.\n",
        "Deadline: ",
        "Please save the mended file under the same name.\n",
        "Thank you for your help.\n", "rejected", "accepted" },
};

static void put_string(buf *out, const char *string)
{
    shown_clean(out, text_of(string));
}

static bool is_theirs(const shown_file *f, const char *department)
{
    return f->file != NULL && strcmp(f->file->department, department) == 0;
}

static void put_subject(buf *out, const plan *p, const mail_words *w,
                        plan_language language, const check_counts *n)
{
    buf_string(out, w->subject);
    if (p->title[0] != '\0') {
        put_string(out, p->title);
        buf_string(out, language == LANGUAGE_JA ? "　" : ": ");
    }
    if (language == LANGUAGE_JA)
        buf_printf(out, "KPI調査票の点検結果（エラー%zu件、警告%zu件）\n\n",
                   n->errors, n->warnings);
    else
        buf_printf(out, "check of the KPI workbook (%zu errors, %zu "
                   "warnings)\n\n", n->errors, n->warnings);
}

enum { MAIL_MOST = 30 }; /* findings; more is not read in a mail */

/* A mail that is being written. */
typedef struct mail {
    buf *out, *made;
    const mail_words *words;
    plan_language language;
    size_t number; /* of findings told */
} mail;

/* How to mend it stands once for each rule of a file. */
static bool is_hinted(const shown_file *f, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(f->items[i].item->rule, f->items[index].item->rule) == 0)
            return true;
    return false;
}

static void put_one(mail *m, const shown_file *f, size_t index)
{
    const shown *s = &f->items[index];

    buf_printf(m->out, "%zu. [%s] ", ++m->number,
               severity_text(s->severity, m->language));
    buf_clear(m->made);
    shown_place(m->made, s);
    if (m->made->length > 0)
        buf_char(m->made, ' ');
    shown_message(m->made, s, m->language);
    shown_number(m->made, s, m->language);
    shown_clean(m->out, buf_slice(m->made));
    buf_clear(m->made);
    shown_names(m->made, s);
    if (m->made->length > 0)
        buf_string(m->out, "\n   ");
    shown_clean(m->out, buf_slice(m->made));
    buf_clear(m->made);
    if (!is_hinted(f, index))
        shown_hint(m->made, s, m->language);
    if (m->made->length > 0)
        buf_string(m->out,
                   m->language == LANGUAGE_JA ? "\n   → " : "\n   -> ");
    shown_clean(m->out, buf_slice(m->made));
    buf_char(m->out, '\n');
}

/* Errors first: they are what sends a file back. */
static void put_file(mail *m, const shown_file *f)
{
    buf_string(m->out, m->language == LANGUAGE_JA ? "\n■ " : "\n* ");
    put_string(m->out, f->file->file);
    buf_printf(m->out, m->language == LANGUAGE_JA ? "（%s）\n" : " (%s)\n",
               f->rejected ? m->words->rejected : m->words->accepted);
    for (int s = SEVERITY_ERROR; s >= SEVERITY_NOTICE; s--)
        for (size_t i = 0; i < f->count && m->number < MAIL_MOST; i++)
            if (f->items[i].severity == (severity)s)
                put_one(m, f, i);
}

static void put_rest(mail *m, size_t all)
{
    if (all > m->number)
        buf_printf(m->out, m->language == LANGUAGE_JA
                   ? "\nこのほかに%zu件の指摘があります。"
                     "全件は点検結果の一覧でお知らせします。\n"
                   : "\nThere are %zu findings more; the full list has them "
                     "all.\n", all - m->number);
}

/* 2017-06-30T17:15 as 2017-06-30 17:15 */
static void put_deadline(buf *out, const plan *p, const mail_words *w)
{
    if (p->deadline[0] == '\0')
        return;
    buf_char(out, '\n');
    buf_string(out, w->deadline);
    for (const char *c = p->deadline; *c != '\0'; c++)
        buf_char(out, *c == 'T' ? ' ' : *c);
    buf_char(out, '\n');
}

static check_counts count_theirs(const shown_list *list,
                                 const char *department)
{
    check_counts n = { 0, 0, 0 };

    for (size_t i = 0; i < list->file_count; i++)
        if (is_theirs(&list->files[i], department)) {
            n.errors += list->files[i].counts.errors;
            n.warnings += list->files[i].counts.warnings;
            n.notices += list->files[i].counts.notices;
        }
    return n;
}

static void put_mail(buf *out, const shown_list *list, const plan *p,
                     const char *department, buf *made)
{
    const mail_words *w = &words[p->language];
    check_counts n = count_theirs(list, department);
    mail m = { out, made, w, p->language, 0 };

    put_subject(out, p, w, p->language, &n);
    put_string(out, department);
    buf_printf(out, "%s\n\n%s\n", w->honorific, w->greeting);
    buf_string(out, n.errors > 0 ? w->mend
                    : n.warnings + n.notices > 0 ? w->look : w->none);
    for (size_t i = 0; i < list->file_count; i++)
        if (is_theirs(&list->files[i], department))
            put_file(&m, &list->files[i]);
    put_rest(&m, n.errors + n.warnings + n.notices);
    put_deadline(out, p, w);
    if (n.errors > 0)
        buf_string(out, w->resend);
    if (n.errors + n.warnings + n.notices > 0)
        buf_printf(out, "\n%s", w->closing);
}

kpi_status findings_put_mail(buf *out, const dataset *d, const plan *p,
                             const findings_style *style,
                             const char *department, kpi_error *err)
{
    shown_list list;
    kpi_status status = shown_list_make(&list, d, p, style, err);
    buf made;

    if (status != KPI_OK)
        return status;
    buf_init(&made);
    put_mail(out, &list, p, department, &made);
    if (!buf_ok(out) || !buf_ok(&made))
        status = kpi_fail_nomem(err);
    buf_free(&made);
    arena_free(&list.memory);
    return status;
}
