/*
 * page_take.c - what the lines of a page say of its projects and indicators
 */
#include "ingest/page/page.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"
#include "wording/dated_piece.h"
#include "wording/glyph.h"
#include "wording/kpi_stated.h"

/* The project that is read, and the label whose items follow. */
typedef struct taking {
    page *page;
    reader *reader;
    arena *memory;
    size_t project;
    bool open;       /* a label's line is above: */
    role role;       /* its role */
    text label;
    size_t items;    /* that were read below it */
    page_value *last; /* its value, that more words may belong to */
    size_t first_kpi; /* of those that the last label of indicators has */
    size_t named;     /* indicators on lines of their own, without figures, */
    bool in_turn;     /* and each is followed by a line of its figures */
} taking;

/* ---- Fields ----------------------------------------------------------- */

static text joined(arena *a, text front, const char *between, text behind,
                   bool *ok)
{
    size_t length = front.length + strlen(between) + behind.length;
    char *both = arena_alloc(a, length + 1);

    if (both == NULL) {
        *ok = false;
        return front;
    }
    memcpy(both, front.bytes, front.length);
    memcpy(both + front.length, between, strlen(between));
    memcpy(both + front.length + strlen(between), behind.bytes,
           behind.length);
    return text_slice(both, length);
}

/* The column of a label, or of a year of a role; SIZE_MAX: no memory. */
static size_t field_of(taking *w, role what, int year, text header,
                       bool of_project, const page_line *l)
{
    page *p = w->page;
    page_field *f;

    for (size_t i = 0; i < p->field_count; i++) {
        f = &p->fields[i];
        if (f->of_project == of_project && f->role == what &&
            f->year == year &&
            (year != 0 || text_equal(f->header, header)))
            return i;
    }
    f = arena_push(w->memory, (void **)&p->fields, &p->field_count,
                   &p->field_capacity, sizeof(*f));
    if (f == NULL)
        return SIZE_MAX;
    *f = (page_field){ what, year, header, l->row, l->col, of_project };
    return p->field_count - 1;
}

static bool say_unread(taking *w, const page_line *l)
{
    page *p = w->page;
    size_t *slot =
        arena_push(w->memory, (void **)&p->unread, &p->unread_count,
                   &p->unread_capacity, sizeof(*slot));

    if (slot == NULL)
        return false;
    *slot = (size_t)(l - p->lines);
    return true;
}

static bool add_value(taking *w, size_t field, size_t owner, text words,
                      const page_line *l)
{
    page *p = w->page;
    page_value *v;

    w->last = NULL;
    if (field == SIZE_MAX)
        return false;
    for (size_t i = p->value_count;
         i-- > p->projects[w->project].first_value;)
        if (p->values[i].field == field && p->values[i].owner == owner)
            return say_unread(w, l); /* said twice */
    v = arena_push(w->memory, (void **)&p->values, &p->value_count,
                   &p->value_capacity, sizeof(*v));
    if (v == NULL)
        return false;
    *v = (page_value){ field, owner, words, l->row, l->col };
    w->last = v;
    return true;
}

/* ---- Indicators ------------------------------------------------------- */

static page_project *project_of(taking *w)
{
    return &w->page->projects[w->project];
}

/* Is a dash in front of an item's words, and neither the sign of its figure
 * nor what stands for one? －5人, －（R4）、3人（R5） */
static bool leads_words(text behind)
{
    size_t next;
    glyph_class c = behind.length == 0 ? GLYPH_DIGIT
                                       : glyph_at(behind, 0, &next);

    return glyph_is_letter(c) || glyph_is_space(c);
}

/* ・, ①, ア　or 1) in front of an item. */
static text bare_item(text t)
{
    size_t next, mark = 0;
    text no, title;

    if (heading_read(t, &no, &title) == STYLE_KANA)
        return title;
    for (size_t n = 1; n < 20 && mark == 0; n++)
        mark = glyph_number_mark(t, n);
    if ((text_ends(text_cut(t, 0, mark), ".") ||
         text_ends(text_cut(t, 0, mark), "．")) &&
        glyph_at(t, mark, &next) == GLYPH_DIGIT)
        mark = 0; /* 14.5% is a figure */
    t = text_trim(text_from(t, mark));
    while (t.length > 0) {
        glyph_class c = glyph_at(t, 0, &next);

        if (c != GLYPH_BULLET && c != GLYPH_COMMA &&
            (c != GLYPH_DASH || !leads_words(text_from(t, next))))
            break;
        t = text_trim(text_from(t, next));
    }
    return t;
}

/* 60人（R4）、70人（R5）: a column for each year; *done false where that is not
 * what it says. */
static bool add_years(taking *w, size_t owner, role what, text label,
                      text words, const page_line *l, bool *done)
{
    int context = w->reader->context_year, year;
    text rest = words, typed = text_of("");
    size_t count = 0;
    bool ok = true;

    *done = false;
    while (rest.length > 0) {
        dated_piece_next(&rest, &typed, &year, context);
        if (year == 0)
            return true;
        count++;
    }
    if (count == 0 || (count == 1 && what != ROLE_ACTUAL))
        return true;
    *done = true;
    for (rest = words; rest.length > 0 && ok;) {
        text value = dated_piece_next(&rest, &typed, &year, context);
        text header = joined(w->memory, typed, "", label, &ok);

        if (text_find(typed, "実績", 0) != SIZE_MAX)
            header = typed;
        ok = ok && add_value(w, field_of(w, what, year, header, false, l),
                             owner, value, l);
    }
    return ok;
}

static bool add_figure(taking *w, size_t owner, const page_pair *pair,
                       const page_line *l)
{
    bool aim = pair->word->role == ROLE_KPI; /* 数値目標：90人 */
    role what = aim ? ROLE_TARGET : pair->word->role;
    text words = pair->value, label = aim ? text_of("目標値") : pair->label;
    bool done = false;
    page_pair more;

    while (page_pair_cut(&more, w->reader, &words))
        if (!add_figure(w, owner, &more, l))
            return false;
    if (words.length == 0)
        return true;
    if (!pair->word->has_year &&
        (what == ROLE_ACTUAL || what == ROLE_PLANNED ||
         what == ROLE_TARGET) &&
        !add_years(w, owner, what, label, words, l, &done))
        return false;
    return done || add_value(w, field_of(w, what, 0, label, false, l), owner,
                             words, l);
}

/* 640人 of R5実績 640人: as 640人（R5）. */
static text dated(taking *w, text value, text year, bool *ok)
{
    return year.length == 0
               ? value
               : joined(w->memory, joined(w->memory, value, "（", year, ok),
                        "）", text_of(""), ok);
}

static bool add_stated(taking *w, size_t owner, const char *label, text words,
                       const page_line *l)
{
    page_pair pair = { .label = text_of(label), .value = words };

    pair.word = header_roles_find(w->reader->roles, pair.label,
                                  w->reader->context_year);
    return words.length == 0 || add_figure(w, owner, &pair, l);
}

static page_kpi *push_kpi(taking *w, text name, text words,
                          const page_line *l)
{
    page *p = w->page;
    page_kpi *k = arena_push(w->memory, (void **)&p->kpis, &p->kpi_count,
                             &p->kpi_capacity, sizeof(*k));

    if (k == NULL)
        return NULL;
    *k = (page_kpi){ name, words, w->project, l->row, l->col };
    project_of(w)->kpi_count++;
    return k;
}

/* 来場者数は、目標900人に対し、実績640人（達成率71.1％）: one or more such. */
static bool add_all_stated(taking *w, const kpi_stated *said, size_t count,
                           const page_line *l)
{
    bool ok = true;

    for (size_t i = 0; i < count && ok; i++) {
        const kpi_stated *s = &said[i];
        text name = bare_item(s->name);
        size_t owner = w->page->kpi_count;

        ok = push_kpi(w, name, name, l) != NULL &&
             add_stated(w, owner, "現状値", s->baseline, l) &&
             add_stated(w, owner, "目標", dated(w, s->target, s->target_year,
                                                &ok), l) &&
             add_stated(w, owner, "実績", dated(w, s->actual, s->actual_year,
                                                &ok), l) &&
             add_stated(w, owner, "達成率", s->rate, l) && ok &&
             (!s->doubtful || say_unread(w, l));
    }
    w->last = NULL;
    return ok;
}

/* An indicator begins: its name, its figures in free text or with labels. */
static bool add_kpi(taking *w, text words, const page_line *l)
{
    page *p = w->page;
    size_t first = 0, owner = p->kpi_count;
    page_pair pair, all[16];
    kpi_stated said[STATED_MOST];
    page_kpi *k;
    text behind;

    words = bare_item(words);
    if (kpi_stated_may(words) && !page_pair_has_colon(w->reader, words)) {
        size_t count = kpi_stated_read(said, words, w->reader->context_year);

        if (count > 0 && said[0].name.length > 0)
            return add_all_stated(w, said, count, l);
    }
    while (first < sizeof(all) / sizeof(*all) &&
           page_pair_cut(&pair, w->reader, &words))
        all[first++] = pair;
    k = push_kpi(w, text_of(""), words, l);
    if (k == NULL)
        return false;
    k->name = text_trim(text_cut(words, 0, glyph_colon(words, &behind)));
    for (size_t i = first; i-- > 0;) /* as they were typed */
        if (!add_figure(w, owner, &all[i], l))
            return false;
    w->last = NULL;
    return true;
}

/* Which indicator an item is of, by its name, else by its turn; *words is
 * then what it says of it. */
static size_t kpi_of_item(taking *w, text *words)
{
    const page *p = w->page;
    const page_project *o = project_of(w);
    text item = bare_item(*words), behind;
    size_t best = SIZE_MAX, length = 0, turn = w->first_kpi + w->items;
    size_t colon;

    for (size_t i = o->first_kpi; i < p->kpi_count; i++) {
        text name = p->kpis[i].name;

        if (name.length > length && item.length > name.length &&
            text_equal(text_cut(item, 0, name.length), name)) {
            best = i;
            length = name.length;
        }
    }
    if (best != SIZE_MAX) {
        size_t next;

        *words = text_trim(text_from(item, length));
        if (glyph_at(*words, 0, &next) == GLYPH_COLON)
            *words = text_trim(text_from(*words, next));
        return best;
    }
    if (turn >= p->kpi_count)
        return SIZE_MAX;
    colon = glyph_colon(item, &behind);
    *words = colon == SIZE_MAX || glyph_has_digit(text_cut(item, 0, colon))
                 ? item /* 500人（R1）　目標値：900人（R6） */ : behind;
    return turn;
}

/* ---- Lines ------------------------------------------------------------ */

static bool is_of_kpi(role what)
{
    return role_is_figure(what) || what == ROLE_UNIT || what == ROLE_RATE ||
           what == ROLE_BASELINE_YEAR || what == ROLE_TARGET_YEAR ||
           what == ROLE_TARGET_FROM || what == ROLE_KIND ||
           what == ROLE_DIRECTION;
}

/* 実績：60人（R4） of the one indicator, ・来場者数：60人 of one of several. */
static bool take_item(taking *w, text words, const page_line *l)
{
    const page_project *o = project_of(w);
    page_pair pair = { .label = w->label };
    size_t owner;

    pair.word = header_roles_find(w->reader->roles, w->label,
                                  w->reader->context_year);
    if (w->first_kpi + 1 == w->page->kpi_count &&
        dated_piece_is(words, w->reader->context_year)) {
        owner = w->first_kpi; /* a line a year */
    } else {
        owner = kpi_of_item(w, &words);
        w->items++;
    }
    pair.value = words;
    if (owner == SIZE_MAX || o->kpi_count == 0)
        return say_unread(w, l);
    return add_figure(w, owner, &pair, l);
}

/* 所管：港湾局　　評価：C: what a short value has behind it is cut off. */
static bool take_own(taking *w, role what, text label, text words,
                     const page_line *l)
{
    bool prose = what == ROLE_SUMMARY || what == ROLE_PURPOSE ||
                 what == ROLE_ACTIVITY || what == ROLE_REMARK ||
                 what == ROLE_IGNORED;
    page_pair more;

    if (what == ROLE_GRADE) /* B（A：順調 B：概ね順調） */
        words = form_grade_alone(w->reader, words);
    while (!prose && page_pair_cut(&more, w->reader, &words))
        if (!take_own(w, more.word->role, more.label, more.value, l))
            return false;
    return words.length == 0 ||
           add_value(w, field_of(w, what, 0, label, true, l), w->project,
                     words, l);
}

/* ア　来場者数 and below it 目標値：90人　実績値：60人: the figures of the one above.*/
static bool is_in_turn(taking *w, const page_line *l)
{
    if (!w->open || w->role != ROLE_KPI || l->pair.value.length == 0 ||
        !is_of_kpi(l->pair.word->role))
        return false;
    w->in_turn = w->in_turn || w->named == 1;
    w->named = 0;
    return w->in_turn;
}

/* ・来場者数：60人 and ・満足度：70％ on lines of one cell: an item each. */
static bool lists_items(text t)
{
    size_t lines = 0;
    text behind;

    for (size_t at = 0; at < t.length; lines++) {
        text line = text_line(t, &at);

        if (line.length == 0 || glyph_colon(line, &behind) == SIZE_MAX)
            return false;
    }
    return lines > 1;
}

static bool take_one(taking *w, text t, const page_line *l)
{
    return w->role == ROLE_KPI ? add_kpi(w, t, l) : take_item(w, t, l);
}

static bool take_items(taking *w, text t, const page_line *l)
{
    bool ok = true;

    if (!lists_items(t))
        return t.length == 0 || take_one(w, text_trim(t), l);
    for (size_t at = 0; at < t.length && ok;)
        ok = take_one(w, text_line(t, &at), l);
    return ok;
}

static bool take_label(taking *w, const page_line *l)
{
    role what = l->pair.word->role;
    page *p = w->page;

    if (is_in_turn(w, l))
        return add_figure(w, p->kpi_count - 1, &l->pair, l);
    w->in_turn = false;
    w->named = 0;
    w->open = true;
    w->role = what;
    w->label = l->pair.label;
    w->last = NULL;
    w->items = 0;
    if (what == ROLE_KPI) {
        if (p->kpi_label.length == 0)
            p->kpi_label = l->pair.label;
        w->first_kpi = p->kpi_count;
        return take_items(w, l->pair.value, l);
    }
    if (is_of_kpi(what))
        return take_items(w, l->pair.value, l);
    if (what == ROLE_PROJECT) { /* 主な取組 below the project's name */
        w->role = ROLE_ACTIVITY;
        w->label = text_of("活動内容");
    }
    return l->pair.value.length == 0 ||
           take_own(w, w->role, w->label, l->pair.value, l);
}

/* No sentence is what a label of the role says. */
static bool is_short(role what)
{
    return what == ROLE_BUREAU || what == ROLE_DIVISION ||
           what == ROLE_GRADE || role_is_period(what) || what == ROLE_COST ||
           what == ROLE_GRANT;
}

/* A sentence is no indicator's name; 課題：… is left out as what it is. */
static bool is_remark(const taking *w, text t)
{
    text behind;

    return text_ends(t, "。") &&
           (glyph_colon(t, &behind) == SIZE_MAX ||
            kpi_stated_some(t, w->reader->context_year));
}

/* ３　位置付け below ２　担当課：商工課: no more of whose it is. Nor are other words
 * with a number, but ②　観光課. */
static bool ends_short(const taking *w, text t)
{
    text no, title;

    return w->last != NULL && is_short(w->role) &&
           (form_is_section(w->reader, t) ||
            (heading_is_numbered(heading_read(t, &no, &title)) &&
             title.length > 0 && !department_like(title)));
}

/* An item of the label above, or more of what it says. */
static bool take_words(taking *w, const page_line *l)
{
    page_pair pair;
    bool ok = true;

    if (w->open && w->role == ROLE_KPI && is_remark(w, l->words))
        return say_unread(w, l);
    if (w->open && w->role == ROLE_KPI) {
        w->named++;
        return add_kpi(w, l->words, l);
    }
    if (w->open && is_of_kpi(w->role))
        return take_item(w, l->words, l);
    if (w->open && ends_short(w, l->words)) {
        w->open = false;
        return form_is_section(w->reader, l->words) || say_unread(w, l);
    }
    if (page_pair_unknown(&pair, l->words)) {
        w->open = false;
        return say_unread(w, l);
    }
    if (!w->open || kpi_stated_some(l->words, w->reader->context_year))
        return say_unread(w, l);
    if (text_ends(l->words, "。") && is_short(w->role)) {
        w->role = ROLE_SUMMARY; /* 担当課：商工課, and what was done below it */
        w->label = text_of("概要");
        w->last = NULL;
    }
    if (w->last == NULL)
        return add_value(w, field_of(w, w->role, 0, w->label, true, l),
                         w->project, l->words, l);
    w->last->words = joined(w->memory, w->last->words, "\n", l->words, &ok);
    return ok;
}

static bool take_start(taking *w, size_t line)
{
    page *p = w->page;
    page_project *o =
        arena_push(w->memory, (void **)&p->projects, &p->project_count,
                   &p->project_capacity, sizeof(*o));
    const page_line *l = &p->lines[line];
    page_pair more;
    bool ok = true;

    if (o == NULL)
        return false;
    *o = (page_project){ l->pair.value, line, p->kpi_count, 0,
                         p->value_count };
    w->project = p->project_count - 1;
    w->first_kpi = p->kpi_count;
    w->open = page_is_prose(p, line + 1); /* below its name: what it is */
    w->role = ROLE_SUMMARY;
    w->label = text_of("概要");
    w->last = NULL;
    while (p->labelled && page_pair_cut(&more, w->reader, &o->name))
        if (!take_own(w, more.word->role, more.label, more.value, l))
            return false;
    if (l->pair.no.length > 0)
        o->name = joined(w->memory, l->pair.no, "", o->name, &ok);
    return ok;
}

/* 以上 below all that was said. */
static bool is_closing(text t)
{
    static const char *const words[] = { "以上", "以　上", "（以上）", "記" };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

static bool take_costs(taking *w, const page_line *l)
{
    page_cost one = { .year = 0 };
    bool ok = true;

    w->open = false;
    while (ok && page_cost_next(&one, w->reader, l)) {
        page_line at = *l;

        at.col = one.col;
        ok = add_value(w, field_of(w, ROLE_COST, one.year,
                                   joined(w->memory, one.typed, "",
                                          one.label, &ok), true, &at),
                       w->project, one.words, &at) && ok;
    }
    w->last = NULL;
    return ok;
}

bool page_take(page *p, reader *r, arena *a)
{
    taking w = { .page = p, .reader = r, .memory = a };
    bool ok = true;

    for (size_t i = 0; i < p->line_count && ok; i++) {
        const page_line *l = &p->lines[i];

        if (l->kind == PAGE_TABLE || l->kind == PAGE_SECTION ||
            is_closing(l->words))
            w.open = false;
        else if (l->kind == PAGE_COSTS && p->project_count > 0)
            ok = take_costs(&w, l);
        else if (l->kind == PAGE_COSTS)
            w.open = false;
        else if (l->kind == PAGE_START)
            ok = take_start(&w, i);
        else if (p->project_count == 0 || l->kind == PAGE_HEADING ||
                 text_starts(l->words, "※") || text_starts(l->words, "（注"))
            w.open = l->kind == PAGE_HEADING ? false : w.open;
        else if (l->kind == PAGE_LABEL)
            ok = take_label(&w, l);
        else
            ok = take_words(&w, l);
    }
    return ok;
}
