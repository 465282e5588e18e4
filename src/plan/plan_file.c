/*
 * plan_file.c - a plan in YAML: the document is walked by the table of keys
 */
#include "plan/plan_file.h"

#include <nettle/sha2.h>
#include <string.h>

#include "plan/plan_change.h"
#include "plan/plan_read.h"

enum { MAX_HEADER_ROLES = 256 };

static kpi_status read_keys(plan_reader *r, const yaml_node *node,
                            void *base);

/* ---- One key ---------------------------------------------------------- */

/* Texts of an item are "" before they are read: never NULL. */
static void clear_texts(const key_group *group, void *item)
{
    const char *empty = "";

    for (size_t i = 0; i < group->count; i++) {
        key_type type = group->keys[i].type;

        if (type == KEY_TEXT || type == KEY_NAME || type == KEY_ID ||
            type == KEY_CHOICE || type == KEY_COLOR || type == KEY_DATE)
            plan_store(item, group->keys[i].field, &empty, sizeof(empty));
    }
}

/* A map, or where the group allows it a text in its place. */
static kpi_status read_item(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *item)
{
    const key_group *group = key->group, *outer = r->group;
    bool brief = node->type == YAML_SCALAR && group->brief != NULL &&
                 node->value.length > 0;
    kpi_status status;

    if (node->type != YAML_MAP && !brief)
        return plan_unexpected(r, key, node, "keys with values");
    r->group = group;
    status = brief ? group->brief(r, item, node) : read_keys(r, node, item);
    if (status == KPI_OK && group->check != NULL)
        status = group->check(r, item, node);
    r->group = outer;
    return status;
}

static kpi_status read_maps(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *base)
{
    const key_group *group = key->group;
    char *items;
    kpi_status status = KPI_OK;

    if (node->type != YAML_LIST)
        return plan_unexpected(r, key, node, "a list");
    items = arena_array(&r->plan->memory, node->count, group->size);
    if (items == NULL)
        return kpi_fail_nomem(r->err);
    plan_store(base, key->field, &items, sizeof(items));
    plan_store(base, key->also, &node->count, sizeof(node->count));
    for (const yaml_node *n = node->first; n != NULL; n = n->next) {
        clear_texts(group, items);
        if (group->line != NO_FIELD)
            plan_store(items, group->line, &n->line, sizeof(n->line));
        status = read_item(r, key, n, items);
        if (status != KPI_OK)
            return status;
        items += group->size;
    }
    return KPI_OK;
}

/* ---- headers: a map whose keys are roles ------------------------------ */

static kpi_status add_header(plan_reader *r, const yaml_node *role,
                             const yaml_node *word, plan_word *out)
{
    static const plan_key role_key = {
        "role", KEY_ID, offsetof(plan_word, role), NO_FIELD, NULL, NULL,
        true, "[目標, めざす値]" };
    static const plan_key word_key = {
        "word", KEY_TEXT, offsetof(plan_word, word), NO_FIELD, NULL, NULL,
        true, "目標値" };
    kpi_status status = plan_value(r, &role_key, role, out);

    out->line = word->line;
    if (status == KPI_OK)
        status = plan_value(r, &word_key, word, out);
    return status;
}

static kpi_status check_role(plan_reader *r, const yaml_node *map,
                             const yaml_node *value)
{
    for (const yaml_node *n = map->first; n != value; n = n->next)
        if (text_equal(n->key->value, value->key->value))
            return plan_fail(r, value->key, "headers: the role %s stands "
                             "twice, first in line %u",
                             plan_quote(r, value->key), n->key->line);
    return KPI_OK;
}

static kpi_status read_headers(plan_reader *r, const plan_key *key,
                               const yaml_node *node, void *base)
{
    size_t count = 0, at = 0;
    plan_word *words;
    kpi_status status = KPI_OK;

    if (node->type != YAML_MAP || node->count > MAX_HEADER_ROLES)
        return plan_unexpected(r, key, node, "roles with lists of words");
    for (const yaml_node *n = node->first; n != NULL; n = n->next)
        count += n->type == YAML_LIST ? n->count : 1;
    words = arena_array(&r->plan->memory, count, sizeof(*words));
    if (words == NULL)
        return kpi_fail_nomem(r->err);
    for (const yaml_node *n = node->first; n != NULL; n = n->next) {
        const yaml_node *word = n->type == YAML_LIST ? n->first : n;

        status = check_role(r, node, n);
        while (word != NULL && status == KPI_OK) {
            status = add_header(r, n->key, word, &words[at++]);
            word = word == n ? NULL : word->next;
        }
        if (status != KPI_OK)
            return status;
    }
    plan_store(base, key->field, &words, sizeof(words));
    plan_store(base, key->also, &at, sizeof(at));
    return KPI_OK;
}

/* ---- A map ------------------------------------------------------------ */

static const plan_key *find_key(const key_group *group, text name)
{
    for (size_t i = 0; i < group->count; i++)
        if (text_is(name, group->keys[i].name))
            return &group->keys[i];
    return NULL;
}

static kpi_status read_key(plan_reader *r, const plan_key *key,
                           const yaml_node *node, void *base)
{
    switch (key->type) {
    case KEY_MAP:
        return read_item(r, key, node, base);
    case KEY_MAPS:
        return read_maps(r, key, node, base);
    case KEY_HEADERS:
        return read_headers(r, key, node, base);
    default:
        return plan_value(r, key, node, base);
    }
}

static kpi_status check_required(plan_reader *r, const yaml_node *node,
                                 uint64_t given)
{
    for (size_t i = 0; i < r->group->count; i++) {
        const plan_key *key = &r->group->keys[i];

        if (key->required && (given >> i & 1) == 0)
            return plan_fail(r, node, "%s: %s is missing, for example %s: %s",
                             r->group->name, key->name, key->name,
                             key->example);
    }
    return KPI_OK;
}

static kpi_status read_keys(plan_reader *r, const yaml_node *node, void *base)
{
    uint64_t given = 0;

    for (const yaml_node *n = node->first; n != NULL; n = n->next) {
        const plan_key *key = find_key(r->group, n->key->value);
        kpi_status status;
        uint64_t bit;

        if (key == NULL)
            return plan_unknown_key(r, n->key);
        bit = (uint64_t)1 << (key - r->group->keys);
        if (given & bit)
            return plan_fail(r, n->key, "the key %s stands twice, first in "
                             "line %u", key->name,
                             yaml_find(node, key->name)->key->line);
        given |= bit;
        status = read_key(r, key, n, base);
        if (status != KPI_OK)
            return status;
    }
    return check_required(r, node, given);
}

/* ---- The whole -------------------------------------------------------- */

static bool name_plan(plan *p, const kpi_source *given)
{
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx context;
    uint8_t hash[SHA256_DIGEST_SIZE];
    char hex[2 * SHA256_DIGEST_SIZE];
    const char *slash = strrchr(given->name, '/');

    sha256_init(&context);
    if (given->size > 0)
        sha256_update(&context, given->size, given->bytes);
    sha256_digest(&context, sizeof(hash), hash);
    for (size_t i = 0; i < sizeof(hash); i++) {
        hex[2 * i] = digits[hash[i] >> 4];
        hex[2 * i + 1] = digits[hash[i] & 15];
    }
    p->given = true;
    /* Without its folder, so that the same inputs give the same bytes. */
    p->file = arena_strdup(&p->memory,
                           slash == NULL ? given->name : slash + 1);
    p->sha256 = arena_strndup(&p->memory, hex, sizeof(hex));
    return p->file != NULL && p->sha256 != NULL;
}

static kpi_status read_root(plan_reader *r, const yaml_node *root)
{
    kpi_status status;

    r->group = &plan_group;
    if (root->type != YAML_MAP)
        return plan_fail(r, root, "the plan is %s; it must be keys with "
                         "values, for example title: %s",
                         plan_quote(r, root), plan_group.keys[0].example);
    status = read_keys(r, root, r->plan);
    return status == KPI_OK ? plan_check(r, root) : status;
}

static kpi_status read_tree(plan **out, const kpi_source *given,
                            const yaml_node *root, arena *scratch,
                            kpi_error *err)
{
    plan_reader r = { .scratch = scratch, .file = given->name, .err = err };
    kpi_status status;

    r.plan = plan_default();
    if (r.plan == NULL || !name_plan(r.plan, given))
        status = kpi_fail_nomem(err);
    else
        status = read_root(&r, root);
    if (status == KPI_OK)
        *out = r.plan;
    else
        plan_free(r.plan);
    return status;
}

kpi_status plan_file_read(plan **out, const kpi_source *given,
                          kpi_error *err)
{
    arena scratch;
    const yaml_node *root;
    kpi_status status;

    *out = NULL;
    arena_init(&scratch, 0);
    status = yaml_tree_read(&root, &scratch, given, err);
    if (status == KPI_OK)
        status = read_tree(out, given, root, &scratch, err);
    arena_free(&scratch);
    return status;
}

/* ---- A plan with changes ------------------------------------------------- */

/* A change by itself must be a plan too: so its errors name the change. */
static kpi_status check_change(const kpi_source *snippet, kpi_error *err)
{
    plan *alone;
    kpi_status status = plan_file_read(&alone, snippet, err);

    plan_free(alone);
    return status;
}

static kpi_status apply_change(const yaml_node **root, arena *scratch,
                               const char *change, kpi_error *err)
{
    const yaml_node *changed;
    kpi_source snippet;
    kpi_status status = plan_change_text(&snippet, scratch, change, err);

    if (status == KPI_OK)
        status = check_change(&snippet, err);
    if (status == KPI_OK)
        status = yaml_tree_read(&changed, scratch, &snippet, err);
    if (status == KPI_OK)
        status = plan_change_merge(root, scratch, *root, changed, err);
    return status;
}

static bool name_changed(plan *p, const char *const *changes, size_t count)
{
    for (size_t i = 0; i < count && p->file != NULL; i++)
        p->file = arena_printf(&p->memory, "%s + %s", p->file, changes[i]);
    p->sha256 = count == 0 ? p->sha256 : "";
    return p->file != NULL;
}

kpi_status plan_file_read_changed(plan **out, const kpi_source *base,
                                  const char *const *changes, size_t count,
                                  kpi_error *err)
{
    arena scratch;
    const yaml_node *root;
    kpi_status status;

    *out = NULL;
    arena_init(&scratch, 0);
    status = yaml_tree_read(&root, &scratch, base, err);
    for (size_t i = 0; i < count && status == KPI_OK; i++)
        status = apply_change(&root, &scratch, changes[i], err);
    if (status == KPI_OK)
        status = read_tree(out, base, root, &scratch, err);
    if (status == KPI_OK && !name_changed(*out, changes, count)) {
        plan_free(*out);
        *out = NULL;
        status = kpi_fail_nomem(err);
    }
    arena_free(&scratch);
    return status;
}
