/*
 * kpi_letters.c - letters that count the indicators of a project
 */
#include "ingest/reader/kpi_letters.h"

#include "wording/glyph.h"

static const uint32_t kana[] = {
    0x30A2, 0x30A4, 0x30A6, 0x30A8, 0x30AA, /* アイウエオ */
    0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3  /* カキクケコ */
};
enum { KANA = sizeof(kana) / sizeof(*kana), NO_LETTER = -1,
       ROW = 100 /* kana count from here, not to follow Latin letters */ };

/* 0 for A, 1 for B, ROW for ア; *name is what stands behind it. */
static int letter_of(text t, text *name)
{
    size_t at = 0, next;
    uint32_t c = t.length > 0 ? glyph_next(t, &at) : 0;
    int found = c >= 'A' && c <= 'Z' ? (int)(c - 'A') : NO_LETTER;

    for (int i = 0; i < KANA; i++)
        if (c == kana[i])
            found = ROW + i;
    if (found == NO_LETTER || at >= t.length ||
        (!glyph_is_space(glyph_at(t, at, &next)) &&
         glyph_word(t, at, ".") == 0))
        return NO_LETTER;
    *name = text_trim(text_from(t, next));
    return name->length > 0 ? found : NO_LETTER;
}

static bool counts(const project *p)
{
    int before = NO_LETTER, letter;
    text name;

    for (size_t i = 0; i < p->kpi_count; i++, before = letter) {
        letter = letter_of(text_of(p->kpis[i].name), &name);
        if (letter == NO_LETTER ||
            (letter != 0 && letter != ROW &&
             (before == NO_LETTER || letter != before + 1)))
            return false;
    }
    return p->kpi_count > 1;
}

void kpi_letters_settle(reader *r, size_t first)
{
    for (size_t i = first; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];
        text name;

        if (!counts(p))
            continue;
        for (size_t k = 0; k < p->kpi_count; k++)
            if (letter_of(text_of(p->kpis[k].name), &name) != NO_LETTER)
                p->kpis[k].name = reader_line(r, name);
    }
}
