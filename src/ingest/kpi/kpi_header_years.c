/*
 * kpi_header_years.c - years of a free text's figures that its header states
 *
 *     ＫＰＩ 基準値（H30）→目標値（R6）
 *     認定農業者数　142経営体→160経営体
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

typedef struct header_due {
    year_span before, due; /* to 0: not stated */
    bool aim;              /* the header speaks of targets */
} header_due;

static bool ends_with_any(text t, const char *const *words, size_t count)
{
    while (t.length > 0) {
        glyph_class c = glyph_class_before(t, t.length);

        if (glyph_is_letter(c))
            break;
        t = text_cut(t, 0, glyph_back(t, t.length));
    }
    return text_ends_in(t, words, count);
}

/* What a year is of: a word in front of it, 目標 right behind it, the side of
 * an arrow; ROLE_NONE where nothing says it. */
static role side_of(text header, size_t start, size_t end, size_t arrow)
{
    static const char *const bases[] = { "基準", "基準値", "現状", "現状値",
                                         "当初", "当初値", "策定時", "現況",
                                         "現況値", "初期値", "基準年度",
                                         "計画策定時", "基準年" };
    static const char *const aims[] = { "目標", "目標値", "最終目標",
                                        "目標年度", "計画", "計画値" };
    static const char *const due[] = { "目標", "末目標", "の目標", "末の目標" };
    text front = text_cut(header, 0, start), behind = text_from(header, end);

    if (ends_with_any(front, bases, sizeof(bases) / sizeof(*bases)))
        return ROLE_BASELINE;
    if (ends_with_any(front, aims, sizeof(aims) / sizeof(*aims)) ||
        glyph_any(behind, 0, due, sizeof(due) / sizeof(*due)) > 0)
        return ROLE_TARGET;
    if (arrow == SIZE_MAX)
        return ROLE_NONE;
    return start < arrow ? ROLE_BASELINE : ROLE_TARGET;
}

static header_due read_header(text header, int context_year)
{
    header_due found = { .aim = text_find(header, "目標", 0) != SIZE_MAX };
    size_t arrow = glyph_arrow(header), at = 0, start, end;
    year_span years;

    while (fiscal_year_find(&years, &start, &end, text_from(header, at),
                            context_year)) {
        role side = side_of(header, at + start, at + end, arrow);

        if (side == ROLE_BASELINE && found.before.to == 0)
            found.before = years;
        if (side == ROLE_TARGET && found.due.to == 0)
            found.due = years;
        at += end;
    }
    return found;
}

void build_header_years(const build *b, kpi_text *items, size_t count)
{
    text header = text_of(b->column != NULL ? b->column->header : "");
    header_due said = { .aim = false };
    bool read = false;

    for (size_t i = 0; i < count; i++) {
        kpi_text *item = &items[i];
        bool base = item->has_baseline && item->baseline_years.to == 0;
        bool due = item->target_years.to == 0 && !item->target_years.open;

        if ((!base && !due) || !glyph_has_digit(header))
            continue;
        if (!read)
            said = read_header(header, b->reader->context_year);
        read = true;
        if (base)
            item->baseline_years = said.before;
        if (due && (item->has_target || said.aim))
            item->target_years = said.due;
    }
}
