/*
 * card_lone.c - one cell alone in a line of a card
 */
#include "ingest/card/card_spot.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/title_words.h"

/* 【評価】 alone above 総合評価 | B: no label left empty, where what stands below it
 * is a label without such brackets. */
static bool is_bracketed_part(const card_scan *s, const card_spot *p, text t)
{
    uint32_t row = p->at.last_row + 1;
    card_spot below[CARD_SPOTS_MAX];

    return text_starts(t, "【") && text_ends(t, "】") &&
           form_is_section(s->reader, t) && card_gather(s, below, row) > 0 &&
           below[0].at.col == p->at.col && below[0].label &&
           !text_starts(view_text(s->view, row, below[0].at.col), "【");
}

/* Ⅴ　評価, ■指標の推移 alone: the title of a part, and no label left empty. */
static bool heads_part(const card_scan *s, const card_spot *p)
{
    text t = view_text(s->view, p->at.row, p->at.col), no, title;
    heading_style style = heading_read(t, &no, &title);

    return ((heading_is_numbered(style) || style == STYLE_ROMAN ||
             style == STYLE_BULLET) &&
            title.length > 0 &&
            form_is_section(s->reader, t)) ||
           is_bracketed_part(s, p, t);
}

/* 総合戦略　進捗状況報告書（令和4年度実績） above 港市: a plan's document, and no figure's
 * label; 実績の推移 may be one. */
static bool is_title(const card_scan *s, const card_spot *p)
{
    text t = view_text(s->view, p->at.row, p->at.col);

    return role_is_figure(p->role) &&
           (form_is_cover(t) ||
            (title_names_plan(t, s->reader->context_year) &&
             !title_is_document(t, s->reader->context_year)));
}

bool card_read_lone(card_scan *s, const card_spot *p, uint32_t row)
{
    bool ok = true;

    if (!p->label &&
        (card_take_unit(s, p, &ok) || card_take_next_level(s, p, &ok)))
        return ok;
    if (!p->label || form_is_number(view_text(s->view, row, p->at.col)) ||
        is_title(s, p))
        return p->string ? card_add_line(s, row, p->at.col)
                         : card_add_stray(s, row, p->at.col);
    if (card_take_below(s, p, 1, row, &ok))
        return ok;
    if (role_is_level(p->role) && card_word(s, row, p->at.col)->index != 0)
        return card_add_line(s, row, p->at.col); /* 事業1 over 事業名 | ... */
    if (p->role == ROLE_KPI)
        return card_add_group(s, p, row, true);
    if (heads_part(s, p))
        return card_add_line(s, row, p->at.col);
    s->labels[p->at.col]++;
    return card_add_pair(s, p) != NULL;
}
