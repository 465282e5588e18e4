/*
 * plan_change.c - single keys of a plan changed, before it is read
 */
#include "plan/plan_change.h"

#include <string.h>

#include "plan/yaml_text.h"

/* A changed key leaves no room for another one, unless that is changed too. */
static const struct contradiction {
    const char *changed, *dropped;
} contradictions[] = {
    { "scheme", "bands" },     { "bands", "scheme" },
    { "scheme", "overrides" }, { "bands", "overrides" },
    { "scheme", "suggest_only" }, { "bands", "suggest_only" },
};

kpi_status plan_change_text(kpi_source *out, arena *a, const char *change,
                            kpi_error *err)
{
    text all = text_of(change);
    size_t equal = text_find(all, "=", 0), dot;
    text key, value;
    const char *made;

    if (equal == SIZE_MAX)
        return yaml_fail(err, change, 0, 0, "a change of the plan is written "
                         "key=value, for example scheme=80-60 or "
                         "rounding.mode=floor");
    key = text_trim(text_cut(all, 0, equal));
    value = text_trim(text_from(all, equal + 1));
    dot = text_find(key, ".", 0);
    if (dot == SIZE_MAX)
        made = arena_printf(a, "%.*s: %.*s\n", (int)key.length, key.bytes,
                            (int)value.length, value.bytes);
    else
        made = arena_printf(a, "%.*s: {%.*s: %.*s}\n", (int)dot, key.bytes,
                            (int)(key.length - dot - 1), key.bytes + dot + 1,
                            (int)value.length, value.bytes);
    if (made == NULL)
        return kpi_fail_nomem(err);
    *out = (kpi_source){ .name = change, .bytes = made,
                         .size = strlen(made) };
    return KPI_OK;
}

static bool is_dropped(const yaml_node *key, const yaml_node *changed)
{
    for (size_t i = 0;
         i < sizeof(contradictions) / sizeof(*contradictions); i++)
        if (text_is(key->value, contradictions[i].dropped) &&
            yaml_find(changed, contradictions[i].changed) != NULL)
            return true;
    return false;
}

/* Keys are found by their text, which may hold any byte. */
static const yaml_node *find(const yaml_node *map, const yaml_node *key)
{
    for (const yaml_node *n = map->first; n != NULL; n = n->next)
        if (text_equal(n->key->value, key->value))
            return n;
    return NULL;
}

/* A map that is being made; what is added is copied, without its siblings. */
typedef struct growing {
    arena *memory;
    yaml_node *map, *last;
    bool failed;
} growing;

static void add(growing *g, const yaml_node *value)
{
    yaml_node *copy = arena_alloc(g->memory, sizeof(*copy));

    if (copy == NULL) {
        g->failed = true;
        return;
    }
    *copy = *value;
    copy->next = NULL;
    if (g->last == NULL)
        g->map->first = copy;
    else
        g->last->next = copy;
    g->last = copy;
    g->map->count++;
}

/* Two maps deep: a plan's map of scalars is what both sides may have. */
static yaml_node *merge(arena *a, const yaml_node *base,
                        const yaml_node *changed, bool outermost)
{
    growing g = { .memory = a, .map = arena_alloc(a, sizeof(*g.map)) };

    if (g.map == NULL)
        return NULL;
    *g.map = *base;
    g.map->first = NULL;
    g.map->count = 0;
    for (const yaml_node *n = base->first; n != NULL; n = n->next) {
        const yaml_node *other = find(changed, n->key);

        if (other == NULL && outermost && is_dropped(n->key, changed))
            continue;
        if (other != NULL && outermost && n->type == YAML_MAP &&
            other->type == YAML_MAP)
            other = merge(a, n, other, false);
        if (other == NULL && find(changed, n->key) != NULL)
            return NULL;
        add(&g, other != NULL ? other : n);
    }
    for (const yaml_node *n = changed->first; n != NULL; n = n->next)
        if (find(base, n->key) == NULL)
            add(&g, n);
    return g.failed ? NULL : g.map;
}

kpi_status plan_change_merge(const yaml_node **out, arena *a,
                             const yaml_node *base, const yaml_node *changed,
                             kpi_error *err)
{
    *out = changed;
    if (base->type == YAML_MAP)
        *out = merge(a, base, changed, true);
    return *out == NULL ? kpi_fail_nomem(err) : KPI_OK;
}
