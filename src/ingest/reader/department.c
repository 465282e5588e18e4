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

enum { DEPARTMENTS_READ = 8 };

static const text division_suffixes[] = {
    TEXT_WORD("課"), TEXT_WORD("係"), TEXT_WORD("室"), TEXT_WORD("担当"),
    TEXT_WORD("班"), TEXT_WORD("グループ"), TEXT_WORD("チーム"),
    TEXT_WORD("課等")
};

/* What has a bureau of its own in front of it, where a space parts them. */
static const char *const house_suffixes[] = { "センター", "事務所", "研究所",
                                              "保健所", "支所", "出張所", "館",
                                              "園", "病院", "消防署", "学校" };
static const char *const bureau_suffixes[] = { "局", "部", "委員会", "本部" };

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
           (text_ends_in(t, house_suffixes,
                         sizeof(house_suffixes) / sizeof(*house_suffixes)) &&
            text_ends_in(bureau, bureau_suffixes,
                         sizeof(bureau_suffixes) / sizeof(*bureau_suffixes)));
}

/* 計画課（内線3456）: without what stands in the brackets. */
static text without_extension(text t)
{
    size_t open = text_find(t, "（", 0);

    if (open == SIZE_MAX || open == 0 || !text_ends(t, "）") ||
        !glyph_has_digit(text_from(t, open)))
        return t;
    return text_trim(text_cut(t, 0, open));
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
            out->division = reader_line(r, division);
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

/* Many rows name the same few offices: each is taken apart once, unless there
 * is something to say of its cells. */
void department_set(reader *r, project *p, text bureau, text division,
                    uint32_t row, uint32_t col)
{
    struct department_read *last = read_before(r, bureau, division), now;
    size_t found = r->data->findings.count;

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
    if (now.bureau != NULL)
        p->bureau = now.bureau;
    if (now.division != NULL)
        p->division = now.division;
    if (now.verdict != NULL && p->declared_grade[0] == '\0' &&
        p->declared_status[0] == '\0')
        project_grade_set(r, p, text_of(now.verdict));
}

/* ---- Lines and file names --------------------------------------------- */

static const char *const leads[] = {
    "提出部局", "提出部署", "提出局", "提出課", "提出元", "提出", "部局名", "部局", "部署名",
    "所管部局名", "所管部局", "所管部署", "所管課", "所管", "担当部署", "担当課名",
    "担当課", "部署", "局名", "所属名", "所属", "担当部局", "担当局", "作成", "作成部局", "作成課",
    "回答部局", "記入部局", "所管局", "所管局名", "担当局名", "所管部", "担当部", "所管室",
    "担当室", "主管局", "主管部", "主管部局", "提出部", "提出課", "回答部署",
    "回答課", "提出部課", "回答部課", "報告部課", "記入部課", "作成部課",
    "記入部署", "記入課", "作成部署", "回答局", "回答部", "記入局", "記入部",
    "作成局", "作成部", "報告部局", "報告部署", "報告局", "報告部", "報告課",
    /* may lead a person's name */
    "担当", "主管", "主管課", "事務局", "担当部課", "所管部課"
};
enum { LEADS_SURE = sizeof(leads) / sizeof(*leads) - 6 };

/* 環境局　評価：C: without the grade behind it. */
static text without_verdict(text t)
{
    text behind;
    size_t colon = glyph_colon(t, &behind), next;

    for (size_t at = 0; colon != SIZE_MAX && at < colon; at = next)
        if (glyph_is_space(glyph_at(t, at, &next)) &&
            project_verdict(text_trim(text_from(t, next))).length > 0)
            return text_trim(text_cut(t, 0, at));
    return t;
}

/* 環境局　担当者：山田, 環境局　内線123: without whom to ask; 環境局 ／ 作成日. */
static text without_person(text t)
{
    static const char *const words[] = {
        "担当者", "記入者", "作成者", "記載者", "回答者", "責任者", "氏名",
        "連絡先", "内線", "電話", "tel", "℡", "作成日", "提出日", "記入日",
        "回答日", "報告日", "作成年月日", "提出年月日", "記入年月日"
    };
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_is_space(glyph_at(t, at, &next)) &&
            glyph_any(t, next, words, sizeof(words) / sizeof(*words)) > 0)
            return text_trim(text_cut(t, 0, at));
    return t;
}

/* Most lines begin with none of the letters of those words. */
static bool may_lead(text line)
{
    static const char letters[] = "提部所担局作回記主事報";
    const size_t width = strlen("所");

    for (size_t i = 0; line.length >= width && i + 1 < sizeof(letters);
         i += width)
        if (memcmp(line.bytes, letters + i, width) == 0)
            return true;
    return false;
}

/* 作成：港市: whose document it is says of no office. */
static bool is_city(text t)
{
    static const char *const ends[] = { "市", "町", "村", "県", "区" };

    return text_ends_in(t, ends, sizeof(ends) / sizeof(*ends));
}

text department_of_line(text line)
{
    line = text_trim(line);
    if (line.length > 150)
        return text_of("");
    if (line.length > 3 && (unsigned char)line.bytes[0] == 0xE2 &&
        (text_starts(line, "■") || text_starts(line, "●") ||
         text_starts(line, "◆") || text_starts(line, "○")))
        line = text_trim(text_from(line, strlen("■"))); /* ■担当：… */
    if (text_starts(line, "【") || text_starts(line, "（") ||
        text_starts(line, "("))
        line = text_from(line, text_starts(line, "(") ? 1 : strlen("【"));
    if (!may_lead(line))
        return text_of("");
    for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++) {
        text rest;
        bool closed;

        if (memcmp(line.bytes, leads[i], strlen("所")) != 0 ||
            !text_starts(line, leads[i]))
            continue;
        rest = text_from(line, strlen(leads[i]));
        closed = text_starts(rest, "】") || text_starts(rest, "）");
        if (closed)
            rest = text_from(rest, strlen("】"));
        if (text_starts(rest, "：") || text_starts(rest, "　"))
            rest = text_from(rest, strlen("："));
        else if (text_starts(rest, ":") || text_starts(rest, " "))
            rest = text_from(rest, 1);
        else if (!closed || !department_like(rest))
            continue;
        rest = without_verdict(text_trim(date_words_cut(rest)));
        if (i < LEADS_SURE) /* 担当：企画課　電話：… is whom to ask */
            rest = without_person(rest);
        if (glyph_class_before(rest, rest.length) == GLYPH_SLASH)
            rest = text_trim(text_cut(rest, 0, glyph_back(rest, rest.length)));
        while (text_ends(rest, "】") ||
               (text_ends(rest, "）") &&
                text_find(rest, "（", 0) == SIZE_MAX))
            rest = text_trim(text_cut(rest, 0, rest.length - strlen("】")));
        if ((i >= LEADS_SURE && !department_like(rest)) /* 担当：山田 */ ||
            date_words_alone(rest) /* 作成：平成29年7月 */ ||
            (strcmp(leads[i], "作成") == 0 && is_city(rest)))
            continue;
        return rest;
    }
    return text_of("");
}

text department_of_title_end(text title)
{
    size_t next, gap = 0;

    for (size_t at = 0; at < title.length; at = next) {
        gap = glyph_is_space(glyph_at(title, at, &next)) ? gap + 1 : 0;
        if (gap >= 1 && next < title.length) {
            text end = text_from(title, next), said, behind;

            if (glyph_is_space(glyph_at(end, 0, &(size_t){ 0 })) ||
                (said = department_of_line(end)).length == 0 ||
                !office_name(said) ||
                (gap == 1 && glyph_colon(end, &behind) == SIZE_MAX))
                continue;
            return said;
        }
    }
    return text_of("");
}

text department_label(text line)
{
    text behind;
    size_t colon = glyph_colon(line, &behind);

    return colon == SIZE_MAX ? text_of("")
                             : text_trim(text_cut(line, 0, colon));
}

text department_beside(text t)
{
    text office = office_unbracketed(t);

    return office_name(office) ? office : department_of_line(t);
}

static text stem_of(const char *file)
{
    text t = text_of(file);
    size_t slash = 0, dot;

    for (size_t i = 0; i < t.length; i++)
        if (t.bytes[i] == '/' || t.bytes[i] == '\\')
            slash = i + 1;
    t = text_from(t, slash);
    for (dot = t.length; dot > 0 && t.bytes[dot - 1] != '.'; dot--)
        ;
    return dot > 1 ? text_cut(t, 0, dot - 1) : t;
}

static bool holds(text t, text part)
{
    for (size_t at = 0; at + part.length <= t.length; at++)
        if (memcmp(t.bytes + at, part.bytes, part.length) == 0)
            return true;
    return false;
}

static const char *of_roster(reader *r, text stem, const char *file)
{
    const char *found = "";
    size_t length = 0;
    text key, whole;

    if (!fold_key(r->memory, &key, stem) ||
        !fold_key(r->memory, &whole, text_of(file)))
        return "";
    for (size_t i = 0; i < r->plan->department_count; i++) {
        const plan_department *d = &r->plan->departments[i];

        for (size_t k = 0; k < d->file_count; k++)
            if (plan_glob(d->files[k], whole))
                return reader_text(r, text_of(d->name));
        for (size_t k = 0; k <= d->alias_count; k++) {
            const char *name = k == 0 ? d->name : d->aliases[k - 1];
            text own, bare;

            if (!fold_key(r->memory, &own, text_of(name)))
                return "";
            bare = office_bare(own);
            if (own.length > length && own.length > 0 &&
                (holds(key, own) ||
                 (bare.length >= 6 && text_equal(key, bare)))) {
                found = reader_text(r, text_of(d->name));
                length = own.length;
            }
        }
    }
    return found;
}

static bool is_mark(uint32_t c)
{
    return c == '_' || c == '-' || c == ' ' || c == 0x3000 || c == '(' ||
           c == ')' || c == 0xFF08 || c == 0xFF09 || c == 0x3010 ||
           c == 0x3011 || c == 0xFF3F || c == 0xFF0D || c == '.' ||
           c == '[' || c == ']' || c == 0x30FB;
}

/* Does ・ part two names, and not the words of one: 健康・福祉部? */
static bool parts_names(text front)
{
    return department_like(front) ||
           glyph_class_before(front, front.length) < GLYPH_KANJI;
}

const char *department_of_file(reader *r, const char *file)
{
    text stem = stem_of(file), best = text_of("");
    const char *name;
    size_t start = 0;

    if (r->plan->department_count > 0) {
        name = of_roster(r, stem, file);
        if (name[0] != '\0')
            return name;
    }
    for (size_t at = 0; at <= stem.length;) {
        size_t here = at;
        uint32_t c = at < stem.length ? utf8_next(stem, &at) : '_';
        text piece;

        if (here == stem.length)
            at++;
        if (!is_mark(c))
            continue;
        piece = text_trim(text_cut(stem, start, here));
        if (c == 0x30FB && !parts_names(piece))
            continue;
        start = at;
        while (piece.length > 0 && ascii_is_digit(piece.bytes[0]))
            piece = text_from(piece, 1);
        if (best.length == 0 && piece.length >= 6)
            best = department_like(piece) ? office_of_stem(piece)
                                          : department_in_front(piece);
    }
    return reader_text(r, best);
}
