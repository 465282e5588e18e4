/*
 * check_departments.c - the name of the roster that a misspelt one is nearest
 *
 * One character may be wrong, missing or too much; two in names of six and
 * more. When two departments are equally near, neither is named.
 */
#include "check/check_parts.h"

#include <string.h>

enum { NAME_MOST = 40, NEAR_NAME = 6 };

static size_t characters(uint32_t out[NAME_MOST], const char *name)
{
    text t = text_of(name);
    size_t count = 0;

    for (size_t at = 0; at < t.length && count < NAME_MOST;)
        out[count++] = utf8_next(t, &at);
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Characters to change, add or remove (Levenshtein). */
static size_t distance(const char *left, const char *right)
{
    uint32_t a[NAME_MOST], b[NAME_MOST];
    size_t n = characters(a, left), m = characters(b, right);
    size_t row[NAME_MOST + 1];

    for (size_t k = 0; k <= m; k++)
        row[k] = k;
    for (size_t i = 1; i <= n; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t k = 1; k <= m; k++) {
            size_t above = row[k];
            size_t change = corner + (a[i - 1] == b[k - 1] ? 0 : 1);

            row[k] = least(change, least(above, row[k - 1]) + 1);
            corner = above;
        }
    }
    return row[m];
}

static const char *nearest(checker *c, const char *typed)
{
    const char *key = check_key(c, typed), *found = NULL;
    uint32_t ignored[NAME_MOST];
    size_t best = characters(ignored, key) >= NEAR_NAME ? 2 : 1;
    bool alone = true;

    for (size_t i = 0; i < c->plan->department_count; i++) {
        const char *name = c->plan->departments[i].name;
        size_t apart = distance(key, check_key(c, name));

        if (apart > best)
            continue;
        alone = apart < best || found == NULL;
        best = apart;
        found = name;
    }
    return alone ? found : NULL;
}

void check_departments(checker *c)
{
    finding_list *list = &c->data->findings;

    for (size_t i = 0; i < list->count; i++) {
        finding *f = &list->items[i];
        const char *name;

        if (strcmp(f->rule, "department-unknown") != 0 || f->args[1] != NULL)
            continue;
        name = nearest(c, f->value);
        if (name == NULL)
            continue;
        f->args[1] = arena_strdup(list->memory, name);
        c->failed = c->failed || f->args[1] == NULL;
    }
}
