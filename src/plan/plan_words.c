/*
 * plan_words.c - what the errors of a plan say: found, expected, meant
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "plan/nearest.h"
#include "plan/plan_read.h"
#include "plan/schemes.h"
#include "plan/yaml_text.h"
#include "wording/fold.h"

enum { QUOTE_BYTES = 48, LIST_BYTES = 140 };

kpi_status plan_fail(plan_reader *r, const yaml_node *node,
                     const char *format, ...)
{
    char message[640];
    va_list args;

    va_start(args, format);
    if (vsnprintf(message, sizeof(message), format, args) < 0)
        message[0] = '\0';
    va_end(args);
    return yaml_fail(r->err, r->file, node->line, node->column, "%s",
                     message);
}

const char *plan_quote(plan_reader *r, const yaml_node *node)
{
    static const char *const kinds[] = { [YAML_LIST] = "a list",
                                         [YAML_MAP] = "a map" };
    size_t cut;
    char *quoted;

    if (node->type != YAML_SCALAR)
        return kinds[node->type];
    if (node->value.length == 0)
        return "nothing";
    cut = node->value.length > QUOTE_BYTES
              ? utf8_floor(node->value, QUOTE_BYTES) : node->value.length;
    quoted = arena_printf(r->scratch, "\"%.*s%s\"", (int)cut,
                          node->value.bytes,
                          cut < node->value.length ? "..." : "");
    if (quoted == NULL)
        return "something";
    for (char *c = quoted; *c != '\0'; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    return quoted;
}

/* "bands.at_least", "title" */
static const char *path_of(plan_reader *r, const plan_key *key)
{
    const char *path = key->name;

    if (r->group->name[0] != '\0')
        path = arena_printf(r->scratch, "%s.%s", r->group->name, key->name);
    return path != NULL ? path : key->name;
}

kpi_status plan_unexpected(plan_reader *r, const plan_key *key,
                           const yaml_node *node, const char *expected)
{
    return plan_fail(r, node, "%s: found %s, expected %s, for example "
                     "%s: %s", path_of(r, key), plan_quote(r, node), expected,
                     key->name, key->example);
}

/* ---- The nearest word ------------------------------------------------- */

/* Remembers the nearest word so far, and lists all of them. */
typedef struct nearest {
    text typed;         /* folded */
    const char *word;
    size_t distance;
    char list[LIST_BYTES];
    bool all;           /* the list holds every word */
} nearest;

static void nearest_begin(nearest *n, plan_reader *r, text typed)
{
    *n = (nearest){ .distance = SIZE_MAX, .all = true };
    if (!fold_key(r->scratch, &n->typed, typed))
        n->typed = typed;
}

static void nearest_word(nearest *n, const char *word)
{
    size_t away = nearest_distance(n->typed, text_of(word));
    size_t used = strlen(n->list), length = strlen(word);

    if (away < n->distance && nearest_is_close(away, text_of(word))) {
        n->distance = away;
        n->word = word;
    }
    if (used + length + 3 > sizeof(n->list)) {
        n->all = false;
        return;
    }
    snprintf(n->list + used, sizeof(n->list) - used, "%s%s",
             used > 0 ? ", " : "", word);
}

/* ", did you mean `best`?" and the list, as far as there is room. */
static const char *advice(plan_reader *r, const nearest *n)
{
    const char *words = arena_printf(
        r->scratch, "%s%s%s%s%s", n->word != NULL ? "; did you mean " : "",
        n->word != NULL ? n->word : "", n->word != NULL ? "?" : "",
        n->all ? "; allowed: " : n->word != NULL ? ""
                                                 : "; see kpibook-plan(5)",
        n->all ? n->list : "");

    return words != NULL ? words : "";
}

kpi_status plan_not_a_word(plan_reader *r, const plan_key *key,
                           const yaml_node *node)
{
    nearest n;

    nearest_begin(&n, r, node->value);
    for (int i = 0; i < key->words->count; i++)
        if (key_word(key->words, i) != NULL)
            nearest_word(&n, key_word(key->words, i));
    return plan_fail(r, node, "%s: found %s%s", path_of(r, key),
                     plan_quote(r, node), advice(r, &n));
}

kpi_status plan_unknown_key(plan_reader *r, const yaml_node *key)
{
    nearest n;

    nearest_begin(&n, r, key->value);
    for (size_t i = 0; i < r->group->count; i++)
        nearest_word(&n, r->group->keys[i].name);
    return plan_fail(r, key, "unknown key %s%s%s%s", plan_quote(r, key),
                     r->group->name[0] != '\0' ? " in " : "",
                     r->group->name, advice(r, &n));
}

kpi_status plan_unknown_scheme(plan_reader *r, const yaml_node *node)
{
    nearest n;

    nearest_begin(&n, r, node->value);
    for (size_t i = 0; i < scheme_count(); i++)
        nearest_word(&n, scheme_at(i)->name);
    return plan_fail(r, node, "scheme: found %s, which is no preset%s; or "
                     "write bands of your own", plan_quote(r, node),
                     advice(r, &n));
}
