/*
 * compare_pair.c - which project and KPI of one side is which of the other
 *
 * Every pass gives each record that is still alone a key; records of one key
 * belong together. What a pass does never depends on which side is which.
 */
#include "kpi/compare_parts.h"

typedef enum pass_way {
    PASS_IN_ORDER, /* the first with the first, the second with the second */
    PASS_UNIQUE,   /* only where one is left on each side */
    PASS_SIMILAR   /* the most similar name, no other as similar */
} pass_way;

/* The key of the record at `i` of a list; false: it takes no part. */
typedef bool (*pass_key)(comparing *c, const compare_list *list, bool is_old,
                         size_t i, buf *key);

typedef struct pass {
    bool kpis;         /* pairs KPIs, else projects */
    pass_way way;
    pass_key key;
    compare_match match;
} pass;

/* Records of one side by class: those of a class are chained in order. */
typedef struct classes {
    size_t *first, *last, *next, *count;
} classes;

static const size_t nothing = SIZE_MAX;

static size_t list_count(const compare_list *l, bool kpis)
{
    return kpis ? l->kpi_count : l->project_count;
}

static paired *pair_of(const compare_list *l, bool kpis, size_t i)
{
    return kpis ? &l->kpis[i].pair : &l->projects[i].pair;
}

static text name_of(const compare_list *l, bool kpis, size_t i)
{
    return kpis ? l->kpis[i].name : l->projects[i].name;
}

static bool classes_make(comparing *c, classes *out, size_t most,
                         size_t records)
{
    out->first = arena_array(&c->work, most + 1, sizeof(*out->first));
    out->last = arena_array(&c->work, most + 1, sizeof(*out->last));
    out->count = arena_array(&c->work, most + 1, sizeof(*out->count));
    out->next = arena_array(&c->work, records + 1, sizeof(*out->next));
    return out->first != NULL && out->last != NULL && out->count != NULL &&
           out->next != NULL;
}

static void classify(comparing *c, const pass *p, classes *out,
                     key_table *keys, bool is_old)
{
    const compare_list *l = is_old ? &c->old : &c->now;
    size_t count = list_count(l, p->kpis);
    buf key;

    buf_init(&key);
    for (size_t i = 0; i < count && !c->failed; i++) {
        size_t *class;
        const char *kept;

        buf_clear(&key);
        if (pair_of(l, p->kpis, i)->partner != nothing ||
            !p->key(c, l, is_old, i, &key))
            continue;
        kept = buf_ok(&key) ? arena_strndup(&c->work, buf_cstr(&key),
                                            key.length) : NULL;
        class = kept == NULL ? NULL
                             : key_table_put(keys,
                                             text_slice(kept, key.length),
                                             keys->count);
        if (class == NULL) {
            c->failed = true;
            break;
        }
        out->next[i] = nothing;
        if (out->count[*class]++ == 0)
            out->first[*class] = i;
        else
            out->next[out->last[*class]] = i;
        out->last[*class] = i;
    }
    buf_free(&key);
}

static void join(comparing *c, const pass *p, size_t old, size_t now)
{
    paired *a = pair_of(&c->old, p->kpis, old);
    paired *b = pair_of(&c->now, p->kpis, now);
    compare_match match = p->match;

    if (p->kpis && match == MATCH_NAME) {
        compare_match above =
            c->old.projects[c->old.kpis[old].project].pair.match;

        if (above == MATCH_SUGGESTED || above == MATCH_MOVED)
            match = above;
    }
    *a = (paired){ now, match };
    *b = (paired){ old, match };
}

/* ---- The most similar name -------------------------------------------- */

typedef struct best {
    unsigned score;
    size_t with;
    bool tie;
} best;

static void take_score(best *b, unsigned score, size_t with)
{
    if (score > b->score)
        *b = (best){ score, with, false };
    else if (score == b->score && score > 0)
        b->tie = true;
}

static bool names_make(comparing *c, const compare_list *l, bool kpis,
                       size_t first, const size_t *next, similar_name *out)
{
    for (size_t i = first, n = 0; i != nothing; i = next[i], n++)
        if (!similar_name_make(&c->work, &out[n], name_of(l, kpis, i)))
            return false;
    return true;
}

static void join_similar(comparing *c, const pass *p, const classes *old,
                         const classes *now, size_t class)
{
    similar_name a[COMPARE_ALIKE], b[COMPARE_ALIKE];
    best of_old[COMPARE_ALIKE] = { { 0, 0, false } };
    best of_now[COMPARE_ALIKE] = { { 0, 0, false } };
    size_t n, m;

    if (old->count[class] > COMPARE_ALIKE ||
        now->count[class] > COMPARE_ALIKE)
        return;
    if (!names_make(c, &c->old, p->kpis, old->first[class], old->next, a) ||
        !names_make(c, &c->now, p->kpis, now->first[class], now->next, b)) {
        c->failed = true;
        return;
    }
    for (n = 0; n < old->count[class]; n++)
        for (m = 0; m < now->count[class]; m++) {
            unsigned score = similar_names(&a[n], &b[m]);

            take_score(&of_old[n], score, m);
            take_score(&of_now[m], score, n);
        }
    n = 0;
    for (size_t i = old->first[class]; i != nothing; i = old->next[i], n++) {
        m = 0;
        for (size_t k = now->first[class]; k != nothing;
             k = now->next[k], m++)
            if (of_old[n].score >= SIMILAR_ENOUGH && of_old[n].with == m &&
                of_now[m].with == n && !of_old[n].tie && !of_now[m].tie)
                join(c, p, i, k);
    }
}

/* ---- A pass ------------------------------------------------------------ */

static void join_class(comparing *c, const pass *p, const classes *old,
                       const classes *now, size_t class)
{
    size_t i = old->first[class], k = now->first[class];

    if (old->count[class] == 0 || now->count[class] == 0)
        return;
    if (p->way == PASS_SIMILAR) {
        join_similar(c, p, old, now, class);
    } else if (p->way == PASS_UNIQUE) {
        if (old->count[class] == 1 && now->count[class] == 1)
            join(c, p, i, k);
    } else {
        for (; i != nothing && k != nothing; i = old->next[i],
                                             k = now->next[k])
            join(c, p, i, k);
    }
}

static void run(comparing *c, const pass *p)
{
    size_t olds = list_count(&c->old, p->kpis);
    size_t nows = list_count(&c->now, p->kpis);
    classes old, now;
    key_table keys;

    if (c->failed)
        return;
    key_table_init(&keys, &c->work);
    if (!classes_make(c, &old, olds + nows, olds) ||
        !classes_make(c, &now, olds + nows, nows)) {
        c->failed = true;
        return;
    }
    classify(c, p, &old, &keys, true);
    classify(c, p, &now, &keys, false);
    for (size_t class = 0; class < keys.count && !c->failed; class++)
        join_class(c, p, &old, &now, class);
}

/* ---- Keys --------------------------------------------------------------- */

/* Parts are set apart so that no two lists of parts are alike. */
static void put(buf *key, text part)
{
    buf_text(key, part);
    buf_char(key, '\x1f');
}

static void put_relisted(buf *key, const project *p)
{
    buf_char(key, p->relisted ? 'r' : '-');
}

static bool project_full(comparing *c, const compare_list *l, bool is_old,
                         size_t i, buf *key)
{
    const project_entry *e = &l->projects[i];

    (void)c;
    (void)is_old;
    put_relisted(key, e->record);
    put(key, e->goal);
    put(key, e->name);
    return true;
}

static bool project_name(comparing *c, const compare_list *l, bool is_old,
                         size_t i, buf *key)
{
    const project_entry *e = &l->projects[i];

    (void)c;
    (void)is_old;
    put_relisted(key, e->record);
    put(key, e->name);
    return e->name.length > 0;
}

static bool project_bureau(comparing *c, const compare_list *l, bool is_old,
                           size_t i, buf *key)
{
    const project_entry *e = &l->projects[i];

    (void)c;
    (void)is_old;
    put_relisted(key, e->record);
    put(key, e->bureau);
    return e->name.length > 0;
}

static bool kpi_code(comparing *c, const compare_list *l, bool is_old,
                     size_t i, buf *key)
{
    const kpi_entry *e = &l->kpis[i];

    (void)c;
    (void)is_old;
    put_relisted(key, l->projects[e->project].record);
    put(key, e->code);
    return e->code.length > 0;
}

/* The pair of projects that a KPI stands in, the same from both sides. */
static bool put_pair(const compare_list *l, const kpi_entry *e, bool is_old,
                     buf *key)
{
    size_t partner = l->projects[e->project].pair.partner;

    if (partner == nothing)
        return false;
    buf_printf(key, "%zu\x1f%zu\x1f", is_old ? e->project : partner,
               is_old ? partner : e->project);
    return true;
}

static bool kpi_in_project(comparing *c, const compare_list *l, bool is_old,
                           size_t i, buf *key)
{
    const kpi_entry *e = &l->kpis[i];

    (void)c;
    put(key, e->name);
    return put_pair(l, e, is_old, key);
}

static bool kpi_in_project_unit(comparing *c, const compare_list *l,
                                bool is_old, size_t i, buf *key)
{
    put(key, l->kpis[i].unit);
    return kpi_in_project(c, l, is_old, i, key);
}

static bool kpi_anywhere(comparing *c, const compare_list *l, bool is_old,
                         size_t i, buf *key)
{
    const kpi_entry *e = &l->kpis[i];

    (void)c;
    (void)is_old;
    put_relisted(key, l->projects[e->project].record);
    put(key, l->projects[e->project].name);
    put(key, e->name);
    return e->name.length > 0 && l->projects[e->project].name.length > 0;
}

static bool kpi_target(comparing *c, const compare_list *l, bool is_old,
                       size_t i, buf *key)
{
    const kpi_entry *e = &l->kpis[i];
    const target *t = &e->record->target;

    (void)c;
    (void)is_old;
    put_relisted(key, l->projects[e->project].record);
    put(key, e->unit);
    if (t->value.known)
        number_put_fraction(key, t->value.value);
    buf_printf(key, "\x1f%d\x1f%d", t->from, t->to);
    return e->name.length > 0;
}

/* ---- Projects whose KPIs' codes agree ------------------------------------ */

/* The one project of the other side that all paired KPIs stand in. */
static void vote(const compare_list *l, const compare_list *other,
                 size_t *votes)
{
    for (size_t i = 0; i < l->project_count; i++)
        votes[i] = nothing;
    for (size_t i = 0; i < l->kpi_count; i++) {
        const kpi_entry *e = &l->kpis[i];
        size_t to = e->pair.partner == nothing
            ? nothing : other->kpis[e->pair.partner].project;

        if (to == nothing)
            continue;
        if (votes[e->project] == nothing)
            votes[e->project] = to;
        else if (votes[e->project] != to)
            votes[e->project] = nothing - 1;
    }
}

static void projects_by_codes(comparing *c)
{
    static const pass by_code = { false, PASS_UNIQUE, NULL, MATCH_CODE };
    size_t *old = arena_array(&c->work, c->old.project_count + 1,
                              sizeof(*old));
    size_t *now = arena_array(&c->work, c->now.project_count + 1,
                              sizeof(*now));

    if (old == NULL || now == NULL) {
        c->failed = true;
        return;
    }
    vote(&c->old, &c->now, old);
    vote(&c->now, &c->old, now);
    for (size_t i = 0; i < c->old.project_count; i++)
        if (old[i] < c->now.project_count && now[old[i]] == i &&
            c->old.projects[i].pair.partner == nothing &&
            c->now.projects[old[i]].pair.partner == nothing)
            join(c, &by_code, i, old[i]);
}

void compare_pair_all(comparing *c)
{
    static const pass first[] = {
        { false, PASS_IN_ORDER, project_full, MATCH_NAME },
        { false, PASS_UNIQUE, project_name, MATCH_MOVED },
        { true, PASS_UNIQUE, kpi_code, MATCH_CODE },
    }, then[] = {
        { false, PASS_SIMILAR, project_bureau, MATCH_SUGGESTED },
        { true, PASS_IN_ORDER, kpi_in_project_unit, MATCH_NAME },
        { true, PASS_IN_ORDER, kpi_in_project, MATCH_NAME },
        { true, PASS_UNIQUE, kpi_anywhere, MATCH_MOVED },
        { true, PASS_SIMILAR, kpi_target, MATCH_SUGGESTED },
    };

    for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
        run(c, &first[i]);
    if (!c->failed)
        projects_by_codes(c);
    for (size_t i = 0; i < sizeof(then) / sizeof(*then); i++)
        run(c, &then[i]);
}
