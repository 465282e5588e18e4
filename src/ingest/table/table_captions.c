/*
 * table_captions.c - small tables, each with a line above that says of what
 */
#include "ingest/table/table_captions.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "wording/glyph.h"

enum { SUBJECT_BYTES = 120 };

/* A word of documents and tables: the line says what kind of table it is. */
static bool names_kind(text t)
{
    static const char *const sections[] = { "指標", "KPI", "ＫＰＩ", "実績",
                                            "目標", "一覧", "表", "評価",
                                            "状況", "年度" };

    return text_contains_one(t, sections,
                             sizeof(sections) / sizeof(*sections)) ||
           department_like(t);
}

text table_caption_bracketed(const table *t)
{
    text words = t->caption;

    if (!text_starts(words, "【") || !text_ends(words, "】"))
        return text_of("");
    words = text_trim(text_cut(words, strlen("【"),
                               words.length - strlen("】")));
    return names_kind(words) ? text_of("") : words;
}

text table_caption_subject(const table *t)
{
    text words = t->caption, no, title, value;
    heading_style style = heading_read(words, &no, &title);
    year_span span;
    size_t start, end, next;

    if (style == STYLE_BULLET)
        words = title;
    else if (style != STYLE_NONE) /* numbered: a heading anyhow */
        return text_of("");
    if (office_in_brackets(words, &title).length > 0)
        words = title;
    if (words.length == 0 || words.length > SUBJECT_BYTES ||
        names_kind(words) || text_ends(words, "。") ||
        text_find(words, "単位", 0) != SIZE_MAX ||
        !glyph_is_letter(glyph_at(words, 0, &next)) ||
        glyph_colon(words, &value) != SIZE_MAX ||
        fiscal_year_find(&span, &start, &end, words, 0))
        return text_of("");
    return words;
}

/* One that names its projects needs no line above for that. */
static bool has_levels(const table *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (role_is_level(t->columns[i].role))
            return true;
    return false;
}

bool table_captions_name(const table_list *tables)
{
    const table *before = NULL;
    size_t named = 0;

    for (size_t i = 0; i < tables->count; i++) {
        const table *t = &tables->items[i];
        text subject = table_caption_subject(t);

        if (!t->accepted || subject.length == 0 || has_levels(t) ||
            table_column_any(t, ROLE_KPI) == NULL ||
            (before != NULL &&
             (!table_same_columns(before, t) ||
              text_equal(subject, table_caption_subject(before)))))
            return false;
        before = t;
        named++;
    }
    return named > 1;
}
