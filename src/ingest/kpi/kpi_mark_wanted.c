/*
 * kpi_mark_wanted.c - a mark behind indicators' names, of which a note says
 * that less, or more, is better
 *
 *     ［減］の付いた指標は減らすことが目標です
 *     指標                          | 基準 | 目標
 *     焼却量［減］                  | 541  | 430
 */
#include "ingest/kpi/kpi_parts.h"

#include <string.h>

#include "ingest/reader/sheet_note.h"
#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { MARK_BYTES = 9, NOTE_BYTES = 300 };

/* 減 or 逆 in the bracket; as most names, 来場者数（人） has none. */
static bool may_mark(text inner)
{
    static const char *const signs[] = { "減", "増", "逆", "低", "高", "少",
                                         "多", "↓", "↑", "▼", "▲", "▽",
                                         "△", "↘", "↗" };

    return inner.length > 0 && inner.length <= MARK_BYTES &&
           text_contains_one(inner, signs, COUNT(signs));
}

/* の付いた指標は減らすことが目標です: which way, where only one is said. */
static kpi_direction wanted_way(text t)
{
    static const char *const down[] = { "減ら", "減少", "減る", "低減", "削減",
                                        "抑制", "下げ", "下回", "少な", "低い",
                                        "低く", "小さ", "短い", "短縮" };
    static const char *const up[] = { "増や", "増加", "増え", "上げ", "上回",
                                      "多い", "高い", "高め", "大き", "向上" };
    static const char *const wish[] = { "目標", "目指", "めざ", "望ま", "好ま",
                                        "良い", "よい", "ほど", "良好" };
    bool less = text_contains_one(t, down, COUNT(down));
    bool more = text_contains_one(t, up, COUNT(up));

    if (less == more || !text_contains_one(t, wish, COUNT(wish)) ||
        text_find(t, "ではな", 0) != SIZE_MAX)
        return DIRECTION_UNKNOWN;
    return less ? DIRECTION_DOWN : DIRECTION_UP;
}

/* What is said of a mark in a note, up to the next one. */
static kpi_direction told_of(text note, text mark)
{
    size_t at = text_find(note, mark.bytes, 0), end, next;

    if (note.length > NOTE_BYTES || at == SIZE_MAX)
        return DIRECTION_UNKNOWN;
    note = text_from(note, at + mark.length);
    for (end = 0; end < note.length; end = next)
        if (glyph_at(note, end, &next) == GLYPH_OPEN)
            break;
    return wanted_way(text_cut(note, 0, end));
}

static bool tells(arena *a, text note, text mark)
{
    (void)a;
    return told_of(note, mark) != DIRECTION_UNKNOWN;
}

text build_mark_wanted(reader *r, kpi *k, text name)
{
    size_t open, close;
    text mark, note;

    if (!glyph_may_close(name) ||
        glyph_class_before(name, name.length) != GLYPH_CLOSE)
        return name;
    open = close = glyph_back(name, name.length);
    while (open > 0 && glyph_class_before(name, open) != GLYPH_OPEN)
        open = glyph_back(name, open);
    if (open == 0 || !may_mark(text_cut(name, open, close)))
        return name;
    open = glyph_back(name, open);
    mark = text_of(reader_text(r, text_from(name, open)));
    note = sheet_note_find(r, mark, tells);
    if (open == 0 || note.length == 0)
        return name;
    k->direction = told_of(note, mark);
    return text_trim(text_cut(name, 0, open));
}
