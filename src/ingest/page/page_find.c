/*
 * page_find.c - the lines of a page, and where its projects begin
 */
#include "ingest/page/page.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/title_words.h"
#include "wording/date_words.h"
#include "wording/glyph.h"
#include "wording/kpi_stated.h"

enum { NAME_BYTES = 300, LINES_MIN = 4 };

/* Each row has one cell, and that is text. */
static bool is_column(const sheet_view *v)
{
    const grid *g = v->grid;
    const cell *last = NULL;

    if (g->count < LINES_MIN)
        return false;
    for (size_t i = 0; i < g->count; i++) {
        const cell *c = &g->cells[i];

        if (c->value.length == 0 && c->type != CELL_STRING)
            continue; /* merged over the columns of a page */
        if (c->type != CELL_STRING ||
            (last != NULL && last->row == c->row))
            return false;
        last = c;
    }
    return true;
}

/* Only a text with a colon or in brackets can be a label with its value. */
static bool may_pair(text t)
{
    text behind;
    size_t next;

    return glyph_at(t, 0, &next) == GLYPH_OPEN ||
           glyph_colon(t, &behind) != SIZE_MAX;
}

/* 成果：来場者数は、目標900人に対し…: the word says that it is one. */
static text without_word(text t)
{
    static const char *const words[] = { "成果", "結果", "効果", "実績",
                                         "評価", "事業成果", "事業の成果",
                                         "取組実績", "取組の成果", "状況" };
    text behind;
    size_t colon = glyph_colon(t, &behind);

    return colon != SIZE_MAX &&
                   text_in(text_trim(text_cut(t, 0, colon)), words,
                           sizeof(words) / sizeof(*words))
               ? behind : t;
}

/* ・来場者数　目標900人に対し、実績640人: an indicator, whatever stands above. */
static bool states_kpi(page_pair *out, reader *r, text t)
{
    kpi_stated said[STATED_MOST];
    text label = text_of("指標");

    if (!kpi_stated_may(t) ||
        kpi_stated_read(said, t, r->context_year) == 0 ||
        said[0].name.length == 0)
        return false;
    *out = (page_pair){ text_of(""), label, without_word(t),
                        header_roles_find(r->roles, label, r->context_year),
                        false };
    return out->word->role == ROLE_KPI;
}

/* 指標1 above 指標名：来場者数: no name. */
static bool counts_indicator(reader *r, text t)
{
    const header_word *w = header_roles_find(r->roles, t, r->context_year);

    return w->exact && w->role == ROLE_KPI && w->index != 0;
}

static bool add_lines(page *p, reader *r, arena *a, bool tables)
{
    const sheet_view *v = &r->view;
    bool gap = true;

    for (uint32_t row = 0; row < v->grid->rows; row++) {
        page_line *l;

        if (view_next(v, row, 0) == UINT32_MAX) {
            gap = true;
            continue;
        }
        l = arena_push(a, (void **)&p->lines, &p->line_count,
                       &p->line_capacity, sizeof(*l));
        if (l == NULL)
            return false;
        *l = (page_line){ .row = row, .col = view_next(v, row, 0),
                          .gap = gap, .words = text_of("") };
        gap = false;
        if (view_next(v, row, l->col + 1) != UINT32_MAX ||
            view_cell(v, row, l->col)->type != CELL_STRING) {
            if (!tables ||
                !page_verdict_read(l, r, p->line_count > 1 ? l - 1 : NULL))
                l->kind = PAGE_TABLE;
            continue;
        }
        l->words = view_text(v, row, l->col);
        if ((!tables || may_pair(l->words)) &&
            page_pair_read(&l->pair, r, l->words))
            l->kind = PAGE_LABEL;
        else if (!tables && states_kpi(&l->pair, r, l->words)) {
            l->kind = PAGE_LABEL;
            l->stated = true;
        } else if (tables && (form_is_section(r, l->words) ||
                              counts_indicator(r, l->words)))
            l->kind = PAGE_SECTION;
    }
    return true;
}

static bool heads_indicators(const page_line *l)
{
    return l->kind == PAGE_LABEL && l->pair.word->role == ROLE_KPI;
}

/* ２　数値目標の達成状況 right above KPI：… is a section's title. */
static void drop_titles(page *p)
{
    for (size_t i = 0; i + 1 < p->line_count; i++)
        if (heads_indicators(&p->lines[i]) && p->lines[i].pair.phrase &&
            heads_indicators(&p->lines[i + 1]) && !p->lines[i + 1].stated)
            p->lines[i].kind = PAGE_WORDS;
}

/* What says something of a project whose name stands above. */
static bool is_attribute(const page_line *l)
{
    role what = l->kind == PAGE_LABEL ? l->pair.word->role : ROLE_NONE;

    return what == ROLE_BUREAU || what == ROLE_DIVISION ||
           what == ROLE_SUMMARY || what == ROLE_PURPOSE ||
           what == ROLE_COST || role_is_period(what) || what == ROLE_GRANT ||
           what == ROLE_ACTIVITY || what == ROLE_KPI || what == ROLE_IGNORED;
}

static bool names_project(const page_line *l)
{
    return l->kind == PAGE_LABEL && l->pair.word->role == ROLE_PROJECT &&
           l->pair.value.length > 0;
}

/* 来場者数：50人 or 50人→90人: an indicator's figures, no name. */
static bool has_figures(text t)
{
    text behind;
    size_t at = glyph_colon(t, &behind);

    return (at != SIZE_MAX && glyph_has_digit(behind)) ||
           glyph_arrow(t) != SIZE_MAX;
}

static bool is_sentence(text t)
{
    return text_ends(t, "。") || text_starts(t, "※") || text_starts(t, "・") ||
           text_starts(t, "（注");
}

bool page_is_prose(const page *p, size_t line)
{
    return line < p->line_count && p->lines[line].kind == PAGE_WORDS &&
           !p->lines[line].gap && text_ends(p->lines[line].words, "。") &&
           !text_starts(p->lines[line].words, "※");
}

/* 評価：C with more of the same project below it: 指標：…. */
static bool is_grade_above(const page *p, size_t i)
{
    const page_line *l = &p->lines[i];

    return i + 1 < p->line_count && l->kind == PAGE_LABEL && !l->gap &&
           (l->pair.word->role == ROLE_GRADE ||
            l->pair.word->role == ROLE_STATUS) &&
           !l[1].gap && is_attribute(&l[1]);
}

/* A project's name without a label: marked, or behind a gap, and what says
 * something of it below. */
static bool may_name(const page *p, size_t i, heading_style *style)
{
    const page_line *l = &p->lines[i];
    size_t below = i + 1;
    text no, title;

    while (page_is_prose(p, below))
        below++;
    if (l->kind != PAGE_WORDS || below >= p->line_count ||
        (!is_attribute(&p->lines[below]) && !is_grade_above(p, below)) ||
        l->words.length > NAME_BYTES || is_sentence(l->words) ||
        has_figures(l->words))
        return false;
    *style = heading_read(l->words, &no, &title);
    if (below > i + 1 && !heading_is_numbered(*style))
        return false;
    return heading_is_numbered(*style) || *style == STYLE_BULLET ||
           ((*style == STYLE_NONE || *style == STYLE_BRACKETS) && l->gap);
}

static void start(page_line *l, bool labelled)
{
    if (!labelled)
        l->pair = (page_pair){ text_of(""), text_of(""), l->words, NULL,
                               false };
    l->kind = PAGE_START;
}

/* Does an indicator follow before the next such name? */
static bool leads_to_kpi(const page *p, size_t i)
{
    heading_style style;

    for (i++; i < p->line_count && !may_name(p, i, &style); i++)
        if (heads_indicators(&p->lines[i]))
            return true;
    return false;
}

static bool is_name(const page *p, size_t i, heading_style wanted)
{
    heading_style style;

    return may_name(p, i, &style) && style == wanted &&
           (style != STYLE_NONE || leads_to_kpi(p, i));
}

/* The mark that most names have; of as many, what is marked. */
static heading_style style_of_names(const page *p, size_t *names)
{
    heading_style best = STYLE_NONE;
    size_t most = 0;

    for (heading_style s = STYLE_BRACKETS + 1; s-- > STYLE_NONE;) {
        size_t count = 0;

        for (size_t i = 0; i < p->line_count; i++)
            count += is_name(p, i, s);
        if (count > most) {
            most = count;
            best = s;
        }
    }
    *names = most;
    return best;
}

static size_t set_starts(page *p)
{
    size_t count = 0, names, labels = 0;
    heading_style style = style_of_names(p, &names);
    unsigned rank = 0;

    for (size_t i = 0; i < p->line_count; i++) {
        if (!names_project(&p->lines[i]))
            continue;
        if (labels++ == 0) {
            p->name_label = p->lines[i].pair.label;
            rank = p->lines[i].pair.word->rank;
        }
    }
    /* 主な取組：… below each ① name says what was done */
    p->labelled = labels > names ||
                  (labels > 0 && !heading_is_numbered(style));
    for (size_t i = 0; i < p->line_count; i++) {
        page_line *l = &p->lines[i];

        if (p->labelled ? !names_project(l) || l->pair.word->rank != rank
                        : !is_name(p, i, style))
            continue;
        start(l, p->labelled);
        count++;
    }
    return count;
}

/* 【事業2】 above 事業名：…: which one it is, and no heading. */
static bool counts_project(const page_line *l)
{
    return l->kind == PAGE_LABEL && l->pair.word->role == ROLE_PROJECT &&
           l->pair.value.length == 0;
}

/* 評価シート　3 behind a project: which form the next one is. */
static bool is_title(const page_line *l, size_t above, const reader *r)
{
    return above > 0 && l->kind == PAGE_WORDS &&
           title_is_document(l->words, r->context_year);
}

/* Lines right in front of a project or of such a line, from the end up;
 * `above`: so many projects begin on them. */
static void set_headings(page *p, size_t above, const reader *r)
{
    bool leads = false; /* is a project, or such a line, next? */

    for (size_t i = p->line_count; i-- > 0;) {
        page_line *l = &p->lines[i];
        heading_style style;
        text no, title;

        if (l->kind == PAGE_SECTION || l->kind == PAGE_START) {
            leads = leads || l->kind == PAGE_START;
            above -= l->kind == PAGE_START;
            continue;
        }
        if (!leads || l->kind == PAGE_TABLE || l->kind == PAGE_COSTS ||
            is_sentence(l->words) ||
            (l->kind != PAGE_LABEL && has_figures(l->words)) ||
            l->words.length > NAME_BYTES) { /* 基本目標：4　… has none */
            leads = false;
            continue;
        }
        style = heading_read(l->words, &no, &title);
        leads = l->kind == PAGE_LABEL ? role_is_level(l->pair.word->role)
                                      : style != STYLE_NONE || l->gap;
        if (leads)
            l->kind = counts_project(l) || is_title(l, above, r) ? PAGE_SECTION
                                                          : PAGE_HEADING;
    }
}

/* What may stand between an indicator's name and its figures: 単位：人. */
static bool is_of_indicator(role what)
{
    return role_is_figure(what) || what == ROLE_UNIT || what == ROLE_KIND ||
           what == ROLE_DIRECTION || what == ROLE_BASELINE_YEAR ||
           what == ROLE_TARGET_YEAR;
}

/* The first line of an indicator with a figure, which 令和2年8月 below a title is
 * not; NULL: there is none. */
static const page_line *first_indicator(const page *p)
{
    bool open = false;

    for (size_t i = 0; i < p->line_count; i++) {
        const page_line *l = &p->lines[i];
        bool heads = heads_indicators(l);

        if (l->kind != PAGE_WORDS)
            open = heads || (open && l->kind == PAGE_LABEL &&
                             is_of_indicator(l->pair.word->role));
        if (open && glyph_has_digit(heads ? l->pair.value : l->words) &&
            !date_words_alone(l->words))
            return l;
    }
    return NULL;
}

bool page_find(page *out, reader *r, arena *a, bool *found)
{
    const page_line *first;
    size_t starts;

    *out = (page){ .labelled = false };
    *found = false;
    if (!is_column(&r->view))
        return true;
    if (!add_lines(out, r, a, false))
        return false;
    drop_titles(out);
    first = first_indicator(out);
    if (first == NULL) {
        for (size_t i = 0; i < out->line_count && first == NULL; i++)
            if (kpi_stated_some(out->lines[i].words, r->context_year))
                first = &out->lines[i];
        if (first != NULL)
            reader_missed(r, first->row, first->col, first->words, "KPI");
        return true;
    }
    reader_missed(r, first->row, first->col, first->words, "事業名");
    starts = set_starts(out);
    *found = starts > 0;
    if (*found)
        set_headings(out, starts, r);
    return true;
}

/* A row of a table where little is filled in: 実績 without figures yet. */
static void set_tables(page *p)
{
    for (size_t i = 1; i + 1 < p->line_count; i++) {
        page_line *l = &p->lines[i];

        if (l->kind == PAGE_WORDS && l[-1].kind == PAGE_TABLE && !l->gap &&
            l[1].kind == PAGE_TABLE && !l[1].gap)
            l->kind = PAGE_TABLE;
    }
}

/* Tables stand below the names of projects, and nowhere else. */
static bool has_tables(const page *p)
{
    size_t starts = 0, with = 0;
    bool below = true;

    for (size_t i = 0; i < p->line_count; i++) {
        if (p->lines[i].kind == PAGE_START) {
            starts++;
            below = false;
        } else if (p->lines[i].kind == PAGE_TABLE) {
            if (starts == 0)
                return false;
            /* 指標① | 来場者数 above 基準値：50人（R1） is a label, and no header */
            if (i + 1 == p->line_count || p->lines[i + 1].gap ||
                p->lines[i + 1].kind != PAGE_TABLE)
                continue;
            with += !below;
            below = true;
        }
    }
    return with > 0 && 2 * with >= starts;
}

/* 担当課：商工課 in front of each name is the next project's: lines of forms, as
 * a page says what is a project's below its name. */
static bool has_labels_in_front(const page *p)
{
    size_t first = 0;

    while (first < p->line_count && p->lines[first].kind != PAGE_START)
        first++;
    for (size_t i = 0; i < first; i++) {
        const page_line *l = &p->lines[i];

        if (l->kind != PAGE_LABEL || l->pair.value.length == 0 ||
            !is_attribute(l) || l->pair.word->role == ROLE_KPI)
            continue;
        for (size_t n = first; n < p->line_count; n++)
            if (p->lines[n].kind == PAGE_LABEL &&
                text_equal(p->lines[n].pair.label, l->pair.label))
                return true;
    }
    return false;
}

/* 指標1 | 来場者数 | 単位 | 人: labels of an indicator, each with its value. */
static bool lists_labels(reader *r, const page_line *l)
{
    const sheet_view *v = &r->view;
    unsigned n = 0;

    for (uint32_t c = l->col; c != UINT32_MAX; c = view_next(v, l->row, c + 1)) {
        const header_word *w = table_word(v, r->roles, l->row, c,
                                          r->context_year);

        if (w->exact != (n % 2 == 0) || (n == 0 && w->role != ROLE_KPI))
            return false;
        n++;
    }
    return n > 2 && n % 2 == 0;
}

/* 所管課：商工課 | 対象：市民: labels with their values side by side, and one that is
 * known among them, are a form's, whose lines are no page's. */
static bool has_pairs_beside(const page *p, reader *r)
{
    const sheet_view *v = &r->view;

    for (size_t i = 0; i < p->line_count; i++) {
        const page_line *l = &p->lines[i];
        unsigned pairs = 0, known = 0;
        uint32_t c = l->col;

        for (; l->kind == PAGE_TABLE && c != UINT32_MAX;
             c = view_next(v, l->row, c + 1)) {
            page_pair pair;
            text t = view_text(v, l->row, c);

            if (!may_pair(t))
                break;
            if (page_pair_read(&pair, r, t) && pair.value.length > 0)
                known++;
            else if (!page_pair_unknown(&pair, t))
                break;
            pairs++;
        }
        if ((pairs > 1 && known > 0 && c == UINT32_MAX) ||
            (l->kind == PAGE_TABLE && lists_labels(r, l)))
            return true;
    }
    return false;
}

/* 指標名 above 来場者数, and not 指標名：来場者数: most labels, and an indicator's
 * among them, are lines of a form. */
static bool stands_above(const page *p, reader *r)
{
    size_t above = 0, pairs = 0;
    bool named = false; /* the indicator */

    for (size_t i = 0; i + 1 < p->line_count; i++) {
        const page_line *l = &p->lines[i];
        const header_word *w;

        pairs += (l->kind == PAGE_LABEL || l->kind == PAGE_START) &&
                 l->pair.value.length > 0;
        if (l->kind != PAGE_WORDS || l[1].kind != PAGE_WORDS || l[1].gap)
            continue;
        w = header_roles_find(r->roles, l->words, r->context_year);
        above += w->exact && !w->year_only;
        named = named || (w->exact && w->role == ROLE_KPI);
    }
    return named && above > pairs;
}

/* 事業名 in the header of a table below 【取組】: that names no project. */
static bool tables_name_projects(const page *p, reader *r)
{
    const sheet_view *v = &r->view;
    unsigned rank = 0;

    for (size_t i = 0; i < p->line_count; i++) {
        const page_line *l = &p->lines[i];

        if (l->kind == PAGE_START)
            rank = l->pair.word == NULL ? 0 : l->pair.word->rank;
        if (l->kind != PAGE_TABLE || rank == 0 ||
            (i > 0 && l[-1].kind == PAGE_TABLE && !l->gap))
            continue;
        for (uint32_t c = view_next(v, l->row, 0); c != UINT32_MAX;
             c = view_next(v, l->row, c + 1)) {
            const header_word *w;

            if (!table_may_be_word(v, r->roles, l->row, c, r->context_year))
                continue;
            w = table_word(v, r->roles, l->row, c, r->context_year);
            if (w->exact && w->role == ROLE_PROJECT && w->rank > rank)
                return true;
        }
    }
    return false;
}

bool page_find_outline(page *out, reader *r, arena *a, bool *found)
{
    const sheet_view *v = &r->view;
    bool named = false;

    *out = (page){ .labelled = false };
    *found = false;
    for (uint32_t row = 0; row < v->grid->rows && !named; row++) {
        uint32_t c = view_next(v, row, 0);
        page_line l = { .kind = PAGE_LABEL };

        if (c == UINT32_MAX)
            continue;
        l.words = view_text(v, row, c);
        if (view_next(v, row, c + 1) != UINT32_MAX)
            return true; /* a table, and no project above */
        named = may_pair(l.words) && page_pair_read(&l.pair, r, l.words) &&
                names_project(&l);
    }
    if (!named)
        return true;
    if (!add_lines(out, r, a, true))
        return false;
    set_tables(out);
    page_find_costs(out, r);
    set_headings(out, set_starts(out), r);
    *found = out->labelled && has_tables(out) && !stands_above(out, r) &&
             !tables_name_projects(out, r) && !has_pairs_beside(out, r) &&
             !page_has_year_costs(out, r) && !has_labels_in_front(out);
    return true;
}
