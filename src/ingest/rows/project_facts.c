/*
 * project_facts.c - labels and values behind a project's name in its own cell
 */
#include "ingest/rows/project_facts.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"

enum { FACTS_BYTES = 360, FACTS_MOST = 6, LABEL_BYTES = 48,
       PERIOD_BYTES = 60 };

typedef struct fact {
    role role;       /* ROLE_BUREAU of any office */
    text all, value; /* 事業期間：R1～R3, and what stands behind the label */
    year_span years; /* of a period, or of what a cost's label names */
    figure amount;   /* of a cost */
} fact;

/* 事業期間 of 事業期間：R1～R3, of 【事業期間】R1～R3 and of 事業期間　R1～R3; empty:
 * nothing is parted so. */
static text label_in(text t, text *value)
{
    static const char *const gaps[] = { "　", " " };
    size_t at = glyph_colon(t, value);

    if (at != SIZE_MAX)
        return text_trim(text_cut(t, 0, at));
    at = text_starts(t, "【") ? text_find(t, "】", 0) : SIZE_MAX;
    if (at != SIZE_MAX) {
        *value = text_trim(text_from(t, at + strlen("】")));
        return text_cut(t, strlen("【"), at);
    }
    for (size_t i = 0; i < sizeof(gaps) / sizeof(*gaps); i++)
        if ((at = text_find(t, gaps[i], 0)) != SIZE_MAX) {
            *value = text_trim(text_from(t, at));
            return text_cut(t, 0, at);
        }
    return text_of("");
}

/* What a label says of a project; NULL for other texts. */
static const header_word *label_of(reader *r, text t, text *value)
{
    text label = label_in(t, value);
    const header_word *w;

    if (label.length == 0 || label.length > LABEL_BYTES ||
        value->length == 0 ||
        !header_roles_may_be(r->roles, label, r->context_year))
        return NULL;
    w = header_roles_find(r->roles, label, r->context_year);
    return w->exact && (w->role == ROLE_PERIOD || w->role == ROLE_COST ||
                        w->role == ROLE_BUREAU || w->role == ROLE_DIVISION ||
                        (w->role == ROLE_IGNORED &&
                         text_contains(label, text_of("予算"))))
               ? w : NULL;
}

/* 300千円, and its year: 300千円（R5決算）. */
static bool read_cost(reader *r, fact *f)
{
    size_t open = text_find(f->value, "（", 0), start, end;
    year_span year = { 0 };

    if (open == SIZE_MAX)
        open = text_find(f->value, "(", 0);
    if (open == SIZE_MAX)
        open = f->value.length;
    else if (f->years.to != 0 ||
             !fiscal_year_find(&year, &start, &end,
                               text_from(f->value, open), r->context_year))
        return false;
    f->years = year.to != 0 ? year : f->years;
    return number_text_parse(r->memory, &f->amount,
                             text_trim(text_cut(f->value, 0, open))) &&
           text_ends(f->amount.unit, "円");
}

static bool read_one(reader *r, fact *f, text t)
{
    const header_word *w = label_of(r, t, &f->value);
    size_t start, end;

    if (w == NULL)
        return false;
    f->all = t;
    f->role = w->role;
    f->years = w->has_year ? w->years : (year_span){ 0 };
    switch (w->role) {
    case ROLE_PERIOD:
        return fiscal_year_find(&f->years, &start, &end, f->value,
                                r->context_year);
    case ROLE_COST:
        return read_cost(r, f);
    case ROLE_BUREAU: case ROLE_DIVISION:
        f->role = ROLE_BUREAU;
        return department_in_bracket(f->value, true);
    default:
        return true;
    }
}

/* Where the next of them begins: behind a mark that a label follows. */
static size_t next_at(reader *r, text t, size_t from, size_t *end)
{
    static const char *const marks[] = { "、", "，", "／", "/", "\n", "　", " " };
    text value;

    for (size_t at = from; at < t.length; utf8_next(t, &at))
        for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
            size_t behind = at + strlen(marks[i]);

            if (!text_starts(text_from(t, at), marks[i]) ||
                label_of(r, text_trim(text_from(t, behind)), &value) == NULL)
                continue;
            *end = at;
            return behind;
        }
    *end = t.length;
    return t.length;
}

static void give(reader *r, project *p, const fact *f)
{
    cell_value spent = { .has_value = true, .value = f->amount.value };
    text unit = f->amount.unit;

    switch (f->role) {
    case ROLE_PERIOD:
        p->has_period = true;
        p->period_from = f->years.from != 0 ? f->years.from : f->years.to;
        p->period_to = f->years.open ? 0 : f->years.to;
        break;
    case ROLE_COST:
        spent.text = reader_line(r, f->value);
        rows_cost(r, p, &spent, &unit,
                  f->years.to != 0 ? f->years.to : r->stated_year, p->where);
        break;
    default:
        reader_add_text(r, &p->notes, &p->note_count, reader_line(r, f->all));
        break;
    }
}

/* R1～R3, 令和４年度～: from when to when it runs, without a label. One year alone may
 * be a part of the name. */
static bool take_period(reader *r, project *p, text t)
{
    fact f = { .role = ROLE_PERIOD };

    if (p->has_period || t.length > PERIOD_BYTES || !glyph_has_digit(t) ||
        !fiscal_year_parse(&f.years, t, 0) || /* 2-3 is a number */
        (f.years.from == 0 && !f.years.open))
        return false;
    give(r, p, &f);
    return true;
}

bool project_facts_take(reader *r, project *p, text t, text *office)
{
    fact facts[FACTS_MOST];
    size_t count = 0, end;
    text value;

    t = text_trim(t);
    if (take_period(r, p, t))
        return true;
    if (t.length > FACTS_BYTES || label_of(r, t, &value) == NULL)
        return false;
    for (size_t at = 0; at < t.length; count++) {
        size_t next = next_at(r, t, at, &end);

        if (count == FACTS_MOST ||
            !read_one(r, &facts[count], text_trim(text_cut(t, at, end))))
            return false;
        at = next;
    }
    for (size_t i = 0; i < count; i++)
        if (facts[i].role == ROLE_BUREAU)
            *office = facts[i].value;
        else
            give(r, p, &facts[i]);
    return true;
}
