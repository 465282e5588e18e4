/*
 * kpi_labelled.c - several things of one year on lines of a cell
 *
 *     目標：80
 *     実績：78.9
 *     達成率：98.6％
 */
#include <string.h>

#include "ingest/kpi/kpi_parts.h"
#include "ingest/reader/bracket_pair.h"
#include "ingest/table/line_note.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/kpi_stated.h"
#include "wording/no_number.h"
#include "wording/units.h"

/* The label in front of a line's colon or space, and what stands behind. */
static role line_of(build *b, text line, text *rest)
{
    size_t end = 0, next;
    text key, label;

    while (end < line.length) {
        glyph_class c = glyph_at(line, end, &next);

        if (c == GLYPH_COLON || glyph_is_space(c) || c == GLYPH_DIGIT)
            break;
        end = next;
    }
    if (end == 0 || end == line.length)
        return ROLE_NONE;
    if (!glyph_bracketed(text_cut(line, 0, end), 0, &label)) /* （目標）30 */
        label = text_cut(line, 0, end);
    if (!fold_key(b->reader->memory, &key, label))
        return ROLE_NONE;
    if (glyph_at(line, end, &next) != GLYPH_DIGIT)
        end = next;
    *rest = text_trim(text_from(line, end));
    return table_line_role(key);
}

bool build_two_lines(build *b, labelled *out, text words)
{
    size_t line = text_find(words, "\n", 0);
    line_note note;

    if (line == SIZE_MAX || text_find(words, "\n", line + 1) != SIZE_MAX ||
        !line_note_find(&note, b->reader->memory, &b->reader->view,
                        b->table->bottom) ||
        note.count != 2)
        return false;
    *out = (labelled){ .actual = text_of(""), .planned = text_of(""),
                       .rate = text_of("") };
    for (size_t i = 0; i < 2; i++) {
        text one = text_trim(i == 0 ? text_cut(words, 0, line)
                                    : text_from(words, line + 1));

        if (one.length == 0)
            return false;
        if (note.lines[i] == ROLE_ACTUAL)
            out->actual = one;
        else
            out->planned = one;
    }
    return true;
}

/* 6.1人/便 is one figure with its unit, 80/－ and 策定/策定済 are two. */
static bool counts_per(const text parts[2])
{
    return glyph_has_digit(parts[0]) && !glyph_has_digit(parts[1]) &&
           no_number_state(parts[1]) == STATE_TEXT;
}

bool build_header_pair(labelled *out, const table_column *k, text words)
{
    static const char *const plans[] = { "目標", "計画", "見込" };
    text header = text_of(k->header), parts[2];
    size_t aim = SIZE_MAX, done;

    /* 目標と実績 > R5実績: of the two only the last */
    if (text_find(table_column_words(k), "実績", 0) != SIZE_MAX)
        header = table_column_words(k);
    done = text_find(header, "実績", 0);
    if (done == SIZE_MAX || !content_two_parts(words, parts) ||
        counts_per(parts))
        return false;
    for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++)
        aim = aim == SIZE_MAX ? text_find(header, plans[i], 0) : aim;
    if (aim == SIZE_MAX)
        return false;
    *out = (labelled){ .actual = parts[aim < done],
                       .planned = parts[aim > done],
                       .rate = text_of("") };
    return true;
}

bool build_bracket_pair(build *b, labelled *out, const kpi *k,
                        const table_column *column, text words)
{
    bracket_pair pair;
    figure f;

    if (!glyph_may_close(words) ||
        !bracket_pair_read(&pair, b->reader, text_of(column->header), words) ||
        !number_text_parse(b->reader->memory, &f, pair.planned) ||
        (f.unit.length > 0 && !text_is(f.unit, k->unit)))
        return false;
    *out = (labelled){ .actual = pair.actual, .planned = pair.planned,
                       .rate = text_of(""),
                       .open = pair.actual.length == 0,
                       .pending = pair.pending };
    return true;
}

bool build_says_two(build *b, text words)
{
    size_t figures = 0, at = 0;
    figure f;

    while (at < words.length)
        figures += number_text_parse(b->reader->memory, &f,
                                     text_line(words, &at));
    return figures > 1;
}

/* 目標：8事業 or （目標）8事業 alone: no actual, and the plan's figure is none. */
static bool states_plan(text words)
{
    static const char *const plans[] = { "目標：", "目標:", "目標値：",
                                         "目標値:", "計画：", "計画:",
                                         "計画値：", "計画値:", "目標）",
                                         "目標)", "目標】", "目標値）",
                                         "目標値)", "計画）", "計画)",
                                         "計画値）", "計画値)" };
    size_t next;

    if (glyph_at(words, 0, &next) == GLYPH_OPEN)
        words = text_from(words, next);
    if (!text_starts(words, "目標") && !text_starts(words, "計画"))
        return false; /* as most texts */
    for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++)
        if (text_starts(words, plans[i]))
            return true;
    return false;
}

/* 目標 900人 ⇒ 実績 640人（達成率 71.1％） */
static bool states_both(const build *b, labelled *out, text words)
{
    kpi_stated said[STATED_MOST];

    if (!kpi_stated_may(words) ||
        kpi_stated_read(said, words, b->reader->context_year) != 1 ||
        said[0].name.length > 0 || said[0].baseline.length > 0 ||
        said[0].target_year.length > 0 || said[0].actual_year.length > 0)
        return false;
    *out = (labelled){ .actual = said[0].actual, .planned = said[0].target,
                       .rate = said[0].rate };
    return true;
}

bool build_labelled(build *b, labelled *out, text words)
{
    size_t lines = 0, at = 0;

    *out = (labelled){ .actual = text_of(""), .planned = text_of(""),
                       .rate = text_of("") };
    if (states_both(b, out, words))
        return true;
    if (text_find(words, "\n", 0) == SIZE_MAX && !states_plan(words))
        return false;
    while (at < words.length) {
        text line = text_line(words, &at), rest;

        if (line.length == 0)
            continue;
        lines++;
        switch (line_of(b, line, &rest)) {
        case ROLE_ACTUAL: out->actual = rest; break;
        case ROLE_PLANNED: out->planned = rest; break;
        case ROLE_RATE: out->rate = rest; break;
        default: return false;
        }
    }
    return out->actual.length > 0 ? lines > 1 : states_plan(words);
}

/* The newest planned value stands for the target that no column names. */
static void stands_for_target(build *b, kpi *k, const planned *p, text unit)
{
    target *t = &k->target;
    bool own = k->planned_count > 1 && t->to ==
                   k->planned[k->planned_count - 2].fiscal_year;

    if (table_column_any(b->table, ROLE_TARGET) != NULL ||
        (t->value.known && !own) || t->to > p->fiscal_year)
        return;
    t->value = p->value;
    t->state = STATE_REPORTED;
    t->text = p->text;
    t->to = p->fiscal_year;
    t->unit = reader_text(b->reader, unit);
    t->where = p->where;
}

void build_labelled_plan(build *b, kpi *k, int fiscal_year, text words,
                         place where)
{
    planned *grown;
    figure f;

    if (fiscal_year == 0 || words.length == 0 ||
        !number_text_parse(b->reader->memory, &f, words))
        return;
    grown = arena_array(b->reader->memory, k->planned_count + 1,
                        sizeof(*grown));
    if (grown == NULL) {
        b->reader->failed = true;
        return;
    }
    for (size_t i = 0; i < k->planned_count; i++)
        grown[i] = k->planned[i];
    grown[k->planned_count++] = (planned){
        .fiscal_year = fiscal_year, .value = { true, f.value },
        .text = reader_text(b->reader, words), .where = where
    };
    k->planned = grown;
    stands_for_target(b, k, &grown[k->planned_count - 1], f.unit);
}

void build_labelled_rate(build *b, kpi *k, text words, place where)
{
    arena *a = b->reader->memory;
    number hundred;
    figure f;

    if (!number_text_parse(a, &f, words) || !units_is_percent(f.unit))
        return;
    k->declared_rate.known = number_from_int(a, &hundred, 100) &&
                             number_divide(a, &k->declared_rate.value,
                                           f.value, hundred);
    b->reader->failed = b->reader->failed || !k->declared_rate.known;
    k->declared_rate_text = reader_text(b->reader, words);
    k->rate_where = where;
}
