/*
 * department.c - 局 and 課: who submits and who runs a project
 */
#include "ingest/reader/department.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/office_verdict.h"
#include "ingest/reader/project_grade.h"
#include "wording/date_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { DEPARTMENTS_READ = 8, PERSON_BYTES = 12 };

static const text division_suffixes[] = {
    TEXT_WORD("課"), TEXT_WORD("係"), TEXT_WORD("室"), TEXT_WORD("担当"),
    TEXT_WORD("班"), TEXT_WORD("グループ"), TEXT_WORD("チーム"),
    TEXT_WORD("課等")
};

static bool names(reader *r, const char *name, text key)
{
    text own;

    return fold_key(r->memory, &own, text_of(name)) && text_equal(own, key);
}

static bool shortens(reader *r, const char *name, text key)
{
    text own;

    return fold_key(r->memory, &own, text_of(name)) && key.length >= 6 &&
           text_equal(office_bare(own), office_bare(key));
}

department_match department_find(reader *r, const char **name, text typed)
{
    const plan *p = r->plan;
    size_t found = SIZE_MAX, count = 0;
    text key;

    *name = reader_line(r, typed);
    if (p->department_count == 0)
        return DEPARTMENT_FREE;
    if (!fold_key(r->memory, &key, typed))
        return DEPARTMENT_UNKNOWN;
    for (size_t i = 0; i < p->department_count; i++) {
        const plan_department *d = &p->departments[i];

        if (names(r, d->name, key)) {
            *name = reader_text(r, text_of(d->name));
            return DEPARTMENT_EXACT;
        }
        for (size_t k = 0; k < d->alias_count; k++)
            if (names(r, d->aliases[k], key)) {
                *name = reader_text(r, text_of(d->name));
                return DEPARTMENT_ALIAS;
            }
    }
    for (size_t i = 0; i < p->department_count; i++)
        if (shortens(r, p->departments[i].name, key)) {
            found = i;
            count++;
        }
    if (count != 1)
        return DEPARTMENT_UNKNOWN;
    *name = reader_text(r, text_of(p->departments[found].name));
    return DEPARTMENT_SHORT;
}

bool department_is_division(text t)
{
    return text_ending(t, division_suffixes,
                       sizeof(division_suffixes) /
                           sizeof(*division_suffixes)) > 0;
}

/* The next space or slash at or behind a byte, *behind it; the end where none
 * is. */
static size_t next_gap(text t, size_t at, size_t *behind)
{
    for (; at < t.length; at++) {
        text rest = text_from(t, at);

        switch ((unsigned char)t.bytes[at]) {
        case ' ': case '\n': case '\r': case '\t': case '/':
            *behind = at + 1;
            return at;
        case 0xE3: case 0xEF:
            if (!text_starts(rest, "　") && !text_starts(rest, "／"))
                break;
            *behind = at + strlen("　");
            return at;
        default:
            break;
        }
    }
    *behind = at;
    return at;
}

/* Behind the last 局 or 部 that something follows, when it ends in 課. */
static size_t joint_of(text t)
{
    static const char *const heads[] = { "委員会事務局", "局", "部", "委員会",
                                         "本部", "庁", "公室" };
    size_t best = 0;

    for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
        for (size_t at = text_find(t, heads[i], 0); at != SIZE_MAX;
             at = text_find(t, heads[i], at + 1)) {
            size_t end = at + strlen(heads[i]);

            if (at > 0 && end < t.length && end > best)
                best = end;
        }
    return best;
}

/* 松山市　産業経済部: without the city, which a gap parts; 中央区 may be the
 * office itself. */
static text without_city(text t)
{
    static const char *const ends[] = { "市", "町", "村", "県", "府", "都" };

    size_t behind, gap = next_gap(t, 0, &behind);
    text city = text_cut(t, 0, gap), rest = text_trim(text_from(t, behind));

    for (size_t i = 0; gap < t.length && i < sizeof(ends) / sizeof(*ends);
         i++)
        if (text_ends(city, ends[i]) && department_like(rest))
            return rest;
    return t;
}

/* 環境課 or 環境センター behind 環境局. */
static bool stands_below(text bureau, text t)
{
    return department_is_division(t) ||
           office_house(bureau, t);
}

/* 総務課　（中西）: a few letters apart from an office, which name none. */
static bool names_person(text office, text inner)
{
    return glyph_is_space(glyph_class_before(office, office.length)) &&
           inner.length <= PERSON_BYTES && !department_like(inner) &&
           office_name(text_trim(office));
}

/* 計画課（内線3456）, 総務課　（中西）: without what stands in the brackets. */
static text without_extension(text t)
{
    size_t open = glyph_may_close(t) && text_ends(t, "）")
                      ? text_find(t, "（", 0) : SIZE_MAX;
    text front, inner;

    if (open == SIZE_MAX || open == 0)
        return t;
    front = text_cut(t, 0, open);
    if (!glyph_bracketed(t, open, &inner) ||
        !(glyph_has_digit(inner) || names_person(front, text_trim(inner))))
        return t;
    return text_trim(front);
}

void department_split(text typed, text *bureau, text *division)
{
    text t = without_extension(without_city(text_trim(typed))), named;
    size_t last = SIZE_MAX, behind = 0, next;

    *bureau = t;
    *division = text_of("");
    for (size_t at = next_gap(t, 0, &next); at < t.length;
         at = next_gap(t, next, &next)) {
        last = at;
        behind = next;
    }
    if (last != SIZE_MAX &&
        stands_below(text_trim(text_cut(t, 0, last)),
                     text_trim(text_from(t, behind)))) {
        *bureau = text_trim(text_cut(t, 0, last));
        *division = text_trim(text_from(t, behind));
        if (glyph_colon(*division, &named) != SIZE_MAX)
            *division = named; /* 環境局　担当：環境課 */
        return;
    }
    if (department_is_division(t)) {
        size_t joint = joint_of(t);

        if (joint == 0)
            return;
        *bureau = text_trim(text_cut(t, 0, joint));
        *division = text_trim(text_from(t, joint));
        if (text_starts(*division, "・")) /* 総務部・企画課 */
            *division = text_trim(text_from(*division, strlen("・")));
    }
}

bool department_holds(text bureau, text t)
{
    text first, second;

    if (!stands_below(bureau, t) || department_is_division(bureau) ||
        !office_name(bureau))
        return false;
    department_split(t, &first, &second);
    return second.length == 0;
}

const char *department_joined(reader *r, text bureau, text division)
{
    const char *both;
    buf b;

    buf_init(&b);
    buf_text(&b, bureau);
    buf_char(&b, ' ');
    buf_text(&b, division);
    both = reader_line(r, buf_slice(&b));
    buf_free(&b);
    return both;
}

text department_join(reader *r, text upper, text lower)
{
    buf b;
    text all;

    if (lower.length >= upper.length &&
        text_equal(text_cut(lower, 0, upper.length), upper))
        return lower;
    buf_init(&b);
    buf_text(&b, upper);
    buf_text(&b, lower);
    all = text_of(reader_line(r, buf_slice(&b)));
    r->failed = r->failed || !buf_ok(&b);
    buf_free(&b);
    return all;
}

static const char *bureau_of(reader *r, text typed, uint32_t row, uint32_t col)
{
    const char *name;

    switch (department_find(r, &name, typed)) {
    case DEPARTMENT_ALIAS:
    case DEPARTMENT_SHORT:
        if (text_starts(typed, name)) /* the bureau with its 部 */
            return reader_line(r, typed);
        reader_finding(r, "corrected-department", row, col, typed,
                       reader_text(r, typed), name, NULL);
        break;
    case DEPARTMENT_UNKNOWN:
        reader_finding(r, "department-unknown", row, col, typed,
                       reader_text(r, typed), NULL, NULL);
        break;
    case DEPARTMENT_EXACT:
    case DEPARTMENT_FREE:
        break;
    }
    return name;
}

static void read_offices(reader *r, struct department_read *out, text bureau,
                         text division, uint32_t row, uint32_t col)
{
    text first, second, said;
    const char *name;

    said = office_verdict(r, &bureau);
    if (said.length == 0)
        said = office_verdict(r, &division);
    if (said.length > 0)
        out->verdict = reader_line(r, said);
    bureau = date_words_cut(bureau);
    division = date_words_cut(division);
    if (date_words_alone(bureau))
        bureau = text_of("");
    if (date_words_alone(division))
        division = text_of("");
    if (bureau.length > 0) {
        department_split(bureau, &first, &second);
        /* a roster may hold whole names with 課 */
        if (second.length > 0 && r->plan->department_count > 0 &&
            department_find(r, &name, bureau) < DEPARTMENT_UNKNOWN) {
            first = bureau;
            second = text_of("");
        }
        /* a line of a joined name: 経済観光文化局 of 経済観光文化局創業推進部 */
        out->bureau = bureau_of(r, first, row, col);
        if (second.length > 0 && division.length == 0)
            out->division = reader_line(r, second);
    }
    if (division.length > 0) {
        department_split(division, &first, &second);
        if (bureau.length == 0 && second.length > 0) {
            out->bureau = bureau_of(r, first, row, col);
            out->division = reader_line(r, second);
        } else
            out->division = reader_line(r, without_extension(division));
    }
}

/* What was read of such words before; NULL: memory. */
static struct department_read *read_before(reader *r, text bureau,
                                           text division)
{
    uint64_t look = text_hash(bureau) + 3 * text_hash(division);

    if (r->departments_read == NULL)
        r->departments_read = arena_array(r->memory, DEPARTMENTS_READ,
                                          sizeof(*r->departments_read));
    r->failed = r->failed || r->departments_read == NULL;
    return r->failed ? NULL : &r->departments_read[look % DEPARTMENTS_READ];
}

/* 健康推進課　母子保健係 of a bureau that is known: neither is one. */
static bool is_below_known(const project *p, text bureau,
                           const struct department_read *now)
{
    return bureau.length == 0 && now->bureau != NULL &&
           now->division != NULL && p->bureau[0] != '\0' &&
           department_is_division(text_of(now->bureau)) &&
           !department_is_division(text_of(p->bureau));
}

/* Many rows name the same few offices: each is taken apart once, unless there
 * is something to say of its cells. */
void department_set(reader *r, project *p, text bureau, text division,
                    uint32_t row, uint32_t col)
{
    struct department_read *last, now;
    size_t found = r->data->findings.count;

    bureau = department_without_person(bureau);
    division = department_without_person(division);
    last = read_before(r, bureau, division);
    if (last == NULL)
        return;
    now = *last;
    if (now.typed_bureau == NULL || !text_is(bureau, now.typed_bureau) ||
        !text_is(division, now.typed_division)) {
        now = (struct department_read){ NULL, NULL, NULL, NULL, NULL };
        read_offices(r, &now, bureau, division, row, col);
        if (r->data->findings.count == found) {
            now.typed_bureau = arena_strndup(r->memory, bureau.bytes,
                                             bureau.length);
            now.typed_division = arena_strndup(r->memory, division.bytes,
                                               division.length);
            r->failed = r->failed || now.typed_bureau == NULL ||
                        now.typed_division == NULL;
            if (!r->failed)
                *last = now;
        }
    }
    if (is_below_known(p, bureau, &now)) {
        p->division = department_joined(r, text_of(now.bureau),
                                        text_of(now.division));
    } else {
        if (now.bureau != NULL)
            p->bureau = now.bureau;
        if (now.division != NULL)
            p->division = now.division;
    }
    if (now.verdict != NULL && p->declared_grade[0] == '\0' &&
        p->declared_status[0] == '\0')
        project_grade_set(r, p, text_of(now.verdict));
}
