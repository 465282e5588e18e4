/*
 * grant_guess.c - is a form's name only what stands above its labels?
 */
#include "ingest/form/grant_parts.h"

/* 計画の名称 | まちなか再生: the label in front says that it is a name. */
static bool is_called(const form *f)
{
    static const char *const ends[] = { "名", "名称" };
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, f->title_row, 0);

    return c < f->title_col &&
           text_ends_in(view_text(v, f->title_row, c), ends,
                        sizeof(ends) / sizeof(*ends));
}

/* Words above the labels that no word, number or mark says to be a name. */
static bool is_guessed(const form *f)
{
    static const char *const sure[] = { "事業", "プロジェクト", "補助金", "交付金" };
    const project *p = f->project;
    text no, title;

    return !f->named && !f->titled && !f->headed && !f->owned &&
           !f->under_heading && !p->has_theme && !p->has_goal &&
           f->level.length == 0 && f->path.length == 0 &&
           f->serial.length == 0 && p->no[0] == '\0' && !is_called(f) &&
           !text_ends_in(f->title, sure, sizeof(sure) / sizeof(*sure)) &&
           heading_read(f->title, &no, &title) == STYLE_NONE;
}

void form_note_guess(const form *f)
{
    if (is_guessed(f))
        reader_finding(f->reader, "name-inferred", f->title_row, f->title_col,
                       f->title, NULL, NULL, NULL);
}
