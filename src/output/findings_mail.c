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

static void put_one(buf *out, const shown *s, size_t index,
                    plan_language language, buf *made)
{
    buf_printf(out, "%zu. [%s] ", index,
               severity_text(s->severity, language));
    buf_clear(made);
    shown_place(made, s);
    if (made->length > 0)
        buf_char(made, ' ');
    shown_message(made, s, language);
    shown_number(made, s, language);
    shown_clean(out, buf_slice(made));
    buf_clear(made);
    shown_names(made, s);
    if (made->length > 0)
        buf_string(out, "\n   ");
    shown_clean(out, buf_slice(made));
    buf_clear(made);
    shown_hint(made, s, language);
    if (made->length > 0)
        buf_string(out, language == LANGUAGE_JA ? "\n   → " : "\n   -> ");
    shown_clean(out, buf_slice(made));
    buf_char(out, '\n');
}

static void put_file(buf *out, const shown_file *f, const mail_words *w,
                     plan_language language, buf *made)
{
    buf_string(out, language == LANGUAGE_JA ? "\n■ " : "\n* ");
    put_string(out, f->file->file);
    buf_printf(out, language == LANGUAGE_JA ? "（%s）\n" : " (%s)\n",
               f->rejected ? w->rejected : w->accepted);
    for (size_t i = 0; i < f->count; i++)
        put_one(out, &f->items[i], i + 1, language, made);
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

    put_subject(out, p, w, p->language, &n);
    put_string(out, department);
    buf_printf(out, "%s\n\n%s\n", w->honorific, w->greeting);
    buf_string(out, n.errors > 0 ? w->mend
                    : n.warnings + n.notices > 0 ? w->look : w->none);
    for (size_t i = 0; i < list->file_count; i++)
        if (is_theirs(&list->files[i], department))
            put_file(out, &list->files[i], w, p->language, made);
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
