/*
 * form_titles.h - the line above a form's labels that says what it is about
 *
 *     令和４年度　事務事業評価シート        the document's title
 *     ①朝市の開催                           the form's: no label names it
 *     担当課 | 商工課 | 施策 | にぎわい     labels with their values
 *     指標名 | …
 *
 * Where forms stand one below or beside the other, or one says the 施策 that
 * it belongs to, such a line is read as 事業名：朝市の開催: so it parts the
 * forms, and none of their labels is taken for the name. So is No.1 | 朝市の開催
 * above 担当課 | 商工課, and with a number or a grade in its row the line above
 * 指標 | 来場者数 and 目標値 | 900人.
 */
#ifndef KPIBOOK_INGEST_FORM_TITLES_H
#define KPIBOOK_INGEST_FORM_TITLES_H

#include "ingest/reader/reader.h"

/* The current sheet with such lines labelled, in `a`; *out is `g` where it
 * has none. False: no memory. */
bool form_titles_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
