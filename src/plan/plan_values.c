/*
 * plan_values.c - the values of a plan: texts, words, numbers, cells
 */
#include <assert.h>
#include <string.h>

#include "plan/plan_read.h"
#include "plan/schemes.h"
#include "wording/fold.h"
#include "xlsx/cellref.h"

enum { MAX_DIGITS = 6, MAX_NUMBER_BYTES = 16, COLOR_DIGITS = 6 };

static_assert(sizeof(project_rule) == sizeof(int) &&
                  sizeof(rate_formula) == sizeof(int),
              "KEY_WORD stores an int into a field of an enum");

typedef kpi_status (*value_reader)(plan_reader *r, const plan_key *key,
                                   const yaml_node *node, void *base);

void plan_store(void *base, size_t field, const void *value, size_t size)
{
    memcpy((char *)base + field, value, size);
}

static void store_int(void *base, const plan_key *key, int value)
{
    plan_store(base, key->field, &value, sizeof(value));
}

kpi_status plan_store_text(plan_reader *r, void *base, const plan_key *key,
                           text value)
{
    const char *copy = arena_strndup(&r->plan->memory, value.bytes,
                                     value.length);

    if (copy == NULL)
        return kpi_fail_nomem(r->err);
    plan_store(base, key->field, &copy, sizeof(copy));
    return KPI_OK;
}

text plan_narrow(plan_reader *r, const yaml_node *node)
{
    text folded;

    if (node->type != YAML_SCALAR ||
        !fold_width(r->scratch, &folded, NULL, text_trim(node->value)))
        return text_of("");
    return folded;
}

/* ---- Texts and words -------------------------------------------------- */

/* Trimmed and not empty, but for `key: ""` where a key may be left out. */
static bool text_value(const yaml_node *node, bool required, text *out)
{
    if (node->type != YAML_SCALAR)
        return false;
    *out = text_trim(node->value);
    return out->length > 0 || (!node->plain && !required);
}

static kpi_status read_text(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *base)
{
    text value;

    if (!text_value(node, key->required, &value))
        return plan_unexpected(r, key, node, "a text");
    return plan_store_text(r, base, key, value);
}

static kpi_status read_name(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *base)
{
    text value;

    if (!text_value(node, key->required, &value))
        return plan_unexpected(r, key, node, "a name or pattern (* and ?)");
    if (!fold_key(r->scratch, &value, value))
        return kpi_fail_nomem(r->err);
    return plan_store_text(r, base, key, value);
}

/* One text, or a list of texts. `fold`: kept folded. */
static kpi_status read_list(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *base, bool fold)
{
    const yaml_node *item = node->type == YAML_LIST ? node->first : node;
    size_t count = node->type == YAML_LIST ? node->count : 1;
    const char **texts = arena_array(&r->plan->memory, count, sizeof(*texts));
    text value;

    if (texts == NULL)
        return kpi_fail_nomem(r->err);
    for (size_t i = 0; i < count; i++, item = item->next) {
        if (!text_value(item, true, &value))
            return plan_unexpected(r, key, item, "a list of texts");
        if (fold && !fold_key(r->scratch, &value, value))
            return kpi_fail_nomem(r->err);
        texts[i] = arena_strndup(&r->plan->memory, value.bytes, value.length);
        if (texts[i] == NULL)
            return kpi_fail_nomem(r->err);
    }
    plan_store(base, key->field, &texts, sizeof(texts));
    plan_store(base, key->also, &count, sizeof(count));
    return KPI_OK;
}

static kpi_status read_texts(plan_reader *r, const plan_key *key,
                             const yaml_node *node, void *base)
{
    return read_list(r, key, node, base, false);
}

static kpi_status read_names(plan_reader *r, const plan_key *key,
                             const yaml_node *node, void *base)
{
    return read_list(r, key, node, base, true);
}

static bool is_id(text t)
{
    for (size_t i = 0; i < t.length; i++) {
        char c = t.bytes[i];

        if (!(c >= 'a' && c <= 'z') && !ascii_is_digit(c) && c != '-' &&
            c != '_')
            return false;
    }
    return t.length > 0;
}

static kpi_status read_id(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base)
{
    if (node->type != YAML_SCALAR || !is_id(text_trim(node->value)))
        return plan_unexpected(r, key, node, "a word of a-z, 0-9 and -");
    return plan_store_text(r, base, key, text_trim(node->value));
}

/* Which word stands at the node; -1 for none. */
static int word_at(const plan_key *key, const yaml_node *node)
{
    if (node->type != YAML_SCALAR)
        return -1;
    for (int i = 0; i < key->words->count; i++)
        if (key_word(key->words, i) != NULL &&
            text_is(text_trim(node->value), key_word(key->words, i)))
            return i;
    return -1;
}

static kpi_status read_word(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *base)
{
    int word = word_at(key, node);

    if (word < 0)
        return plan_not_a_word(r, key, node);
    store_int(base, key, word);
    return KPI_OK;
}

static kpi_status read_choice(plan_reader *r, const plan_key *key,
                              const yaml_node *node, void *base)
{
    if (word_at(key, node) < 0)
        return plan_not_a_word(r, key, node);
    return plan_store_text(r, base, key, text_trim(node->value));
}

static kpi_status read_choices(plan_reader *r, const plan_key *key,
                               const yaml_node *node, void *base)
{
    const yaml_node *item = node->type == YAML_LIST ? node->first : node;

    for (; item != NULL; item = item->next) {
        if (word_at(key, item) < 0)
            return plan_not_a_word(r, key, item);
        if (node->type != YAML_LIST)
            break;
    }
    return read_list(r, key, node, base, false);
}

static kpi_status read_bool(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *base)
{
    text t = plan_narrow(r, node);
    bool value = text_is(t, "true");

    if (!value && !text_is(t, "false"))
        return plan_unexpected(r, key, node, "true or false");
    plan_store(base, key->field, &value, sizeof(value));
    return KPI_OK;
}

static kpi_status read_scheme(plan_reader *r, const plan_key *key,
                              const yaml_node *node, void *base)
{
    const scheme *s = node->type == YAML_SCALAR
                          ? scheme_find(plan_narrow(r, node)) : NULL;

    (void)key;
    (void)base;
    if (s == NULL)
        return plan_unknown_scheme(r, node);
    return scheme_apply(r->plan, s) ? KPI_OK : kpi_fail_nomem(r->err);
}

/* ---- Numbers, cells, colours ------------------------------------------ */

/* A short decimal without exponent; *percent: a % stood behind it. */
static bool decimal_at(plan_reader *r, const yaml_node *node, number *out,
                       bool *percent)
{
    text t = plan_narrow(r, node);

    *percent = text_ends(t, "%");
    if (*percent)
        t = text_trim(text_cut(t, 0, t.length - 1));
    if (t.length == 0 || t.length > MAX_NUMBER_BYTES)
        return false;
    for (size_t i = 0; i < t.length; i++)
        if (!ascii_is_digit(t.bytes[i]) && strchr("+-.", t.bytes[i]) == NULL)
            return false;
    return number_from_decimal(&r->plan->memory, out, t);
}

static void store_number(void *base, const plan_key *key, number value)
{
    bool has = true;

    plan_store(base, key->field, &value, sizeof(value));
    if (key->also != NO_FIELD)
        plan_store(base, key->also, &has, sizeof(has));
}

static kpi_status read_percent(plan_reader *r, const plan_key *key,
                               const yaml_node *node, void *base)
{
    number value;
    bool percent;

    if (!decimal_at(r, node, &value, &percent))
        return plan_unexpected(r, key, node, "a percentage");
    store_number(base, key, value);
    return KPI_OK;
}

static kpi_status read_fraction(plan_reader *r, const plan_key *key,
                                const yaml_node *node, void *base)
{
    number value, one, hundredth;
    bool percent;
    arena *a = &r->plan->memory;

    if (!number_from_int(a, &one, 1) || !number_power_of_ten(a, &hundredth, -2))
        return kpi_fail_nomem(r->err);
    if (!decimal_at(r, node, &value, &percent))
        return plan_unexpected(r, key, node, "a percentage with %");
    if (percent && !number_multiply(a, &value, value, hundredth))
        return kpi_fail_nomem(r->err);
    if (number_sign(value) < 0 || number_compare(value, one) >= 0)
        return plan_unexpected(r, key, node,
                               "a percentage with %, from 0% to under 100%");
    store_number(base, key, value);
    return KPI_OK;
}

static kpi_status read_weight(plan_reader *r, const plan_key *key,
                              const yaml_node *node, void *base)
{
    number value;
    bool percent;

    if (!decimal_at(r, node, &value, &percent) || percent ||
        number_sign(value) <= 0)
        return plan_unexpected(r, key, node, "a number over 0");
    store_number(base, key, value);
    return KPI_OK;
}

static kpi_status read_digits(plan_reader *r, const plan_key *key,
                              const yaml_node *node, void *base)
{
    size_t value;

    if (!text_to_size(plan_narrow(r, node), &value) || value > MAX_DIGITS)
        return plan_unexpected(r, key, node,
                               "how many digits behind the point, 0 to 6");
    store_int(base, key, (int)value);
    return KPI_OK;
}

static kpi_status read_color(plan_reader *r, const plan_key *key,
                             const yaml_node *node, void *base)
{
    text t = plan_narrow(r, node);
    char upper[COLOR_DIGITS];

    if (text_starts(t, "#"))
        t = text_from(t, 1);
    if (t.length != COLOR_DIGITS)
        return plan_unexpected(r, key, node, "a colour, RRGGBB");
    for (size_t i = 0; i < COLOR_DIGITS; i++) {
        char c = ascii_lower(t.bytes[i]);

        if (!ascii_is_digit(c) && !(c >= 'a' && c <= 'f'))
            return plan_unexpected(r, key, node, "a colour, RRGGBB");
        upper[i] = c >= 'a' ? (char)(c - 'a' + 'A') : c;
    }
    return plan_store_text(r, base, key, text_slice(upper, COLOR_DIGITS));
}

static kpi_status read_cell(plan_reader *r, const plan_key *key,
                            const yaml_node *node, void *base)
{
    text t = plan_narrow(r, node);
    uint32_t row = 0, col = 0;

    if (!cellref_parse(&row, &col, t.bytes, t.length))
        return plan_unexpected(r, key, node, "a cell");
    plan_store(base, key->field, &row, sizeof(row));
    plan_store(base, key->also, &col, sizeof(col));
    return KPI_OK;
}

static const value_reader readers[KEY_TYPE_COUNT] = {
    [KEY_TEXT] = read_text,
    [KEY_TEXTS] = read_texts,
    [KEY_NAME] = read_name,
    [KEY_NAMES] = read_names,
    [KEY_ID] = read_id,
    [KEY_CHOICE] = read_choice,
    [KEY_CHOICES] = read_choices,
    [KEY_WORD] = read_word,
    [KEY_BOOL] = read_bool,
    [KEY_DIGITS] = read_digits,
    [KEY_YEAR] = plan_read_year,
    [KEY_DATE] = plan_read_date,
    [KEY_TIME] = plan_read_time,
    [KEY_ZONE] = plan_read_zone,
    [KEY_PERCENT] = read_percent,
    [KEY_FRACTION] = read_fraction,
    [KEY_WEIGHT] = read_weight,
    [KEY_COLOR] = read_color,
    [KEY_CELL] = read_cell,
    [KEY_SCHEME] = read_scheme,
};

kpi_status plan_value(plan_reader *r, const plan_key *key,
                      const yaml_node *node, void *base)
{
    return readers[key->type](r, key, node, base);
}
