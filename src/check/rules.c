/*
 * rules.c - the catalogue: finding rules and filling in their words
 */
#include "check/rules_table.h"

#include <string.h>

#include "base/error_words.h"
#include "wording/fiscal_year.h"

static const rule_table *const tables[] = {
    &rules_of_file, &rules_of_submission, &rules_of_template, &rules_of_sheet,
    &rules_of_missing, &rules_of_value, &rules_of_logic,
    &rules_of_assessment, &rules_of_identity, &rules_of_previous,
    &rules_of_mic,
};

enum { TABLES = sizeof(tables) / sizeof(*tables) };

size_t rule_count(void)
{
    size_t count = 0;

    for (size_t i = 0; i < TABLES; i++)
        count += tables[i]->count;
    return count;
}

/* The tables are sorted: merges them up to the rule that is asked for. */
const rule *rule_at(size_t index)
{
    size_t at[TABLES] = { 0 };
    const rule *found = NULL;

    for (size_t n = 0; n <= index; n++) {
        size_t from = TABLES;

        for (size_t i = 0; i < TABLES; i++) {
            if (at[i] == tables[i]->count)
                continue;
            if (from == TABLES || strcmp(tables[i]->rows[at[i]].id,
                                         tables[from]->rows[at[from]].id) < 0)
                from = i;
        }
        if (from == TABLES)
            return NULL;
        found = &tables[from]->rows[at[from]++];
    }
    return found;
}

static const rule *find_in(const rule_table *table, const char *id)
{
    size_t low = 0, high = table->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *other = table->rows[middle].id;
        int order = id[0] != other[0] ? id[0] - other[0] : strcmp(id, other);

        if (order == 0)
            return &table->rows[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const rule *rule_find(const char *id)
{
    const rule *found = NULL;

    for (size_t i = 0; i < TABLES && found == NULL; i++)
        found = find_in(tables[i], id);
    return found;
}

const rule *rule_find_again(rule_memory *memory, const char *id)
{
    size_t slot = 0;

    for (size_t i = 0; id[i] != '\0'; i++)
        slot = slot * 31 + (unsigned char)id[i];
    slot %= RULE_MEMORY;
    if (memory->known[slot] == NULL ||
        strcmp(memory->known[slot]->id, id) != 0)
        memory->known[slot] = rule_find(id);
    return memory->known[slot];
}

static const struct severity_words {
    const char *in[2]; /* by plan_language */
} words[] = {
    [SEVERITY_NOTICE] = { { "注意", "notice" } },
    [SEVERITY_WARNING] = { { "警告", "warning" } },
    [SEVERITY_ERROR] = { { "エラー", "error" } },
    [SEVERITY_OFF] = { { "対象外", "off" } },
};

const char *severity_text(severity s, plan_language language)
{
    return words[s].in[language];
}

static severity severity_of_word(const char *word, severity otherwise)
{
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strcmp(word, words[i].in[LANGUAGE_EN]) == 0)
            return (severity)i;
    return otherwise;
}

const plan_rule *rule_change(const rule *r, const plan *p)
{
    for (size_t i = 0; p != NULL && i < p->rule_count; i++)
        if (strcmp(p->rules[i].rule, r->id) == 0)
            return &p->rules[i];
    return NULL;
}

bool rule_on_trial(const rule *r, const plan *p, const char *as_of)
{
    return rule_change(r, p) == NULL && r->enforce_from[0] != '\0' &&
           strcmp(as_of == NULL ? "" : as_of, r->enforce_from) < 0;
}

severity rule_severity(const rule *r, const plan *p, const char *as_of)
{
    const plan_rule *change = rule_change(r, p);

    if (change != NULL)
        return severity_of_word(change->severity, r->severity);
    return rule_on_trial(r, p, as_of) ? SEVERITY_NOTICE : r->severity;
}

/* ---- Filling in ---- */

static const char *named_value(text name, const finding *f)
{
    if (text_is(name, "value"))
        return f->value;
    if (text_is(name, "project"))
        return f->project;
    if (text_is(name, "field"))
        return f->field;
    if (name.length >= 1 && name.bytes[0] >= '0' &&
        name.bytes[0] < '0' + FINDING_ARGS)
        return f->args[name.bytes[0] - '0'];
    return NULL;
}

static void put_value(buf *out, text name, const finding *f)
{
    const char *value = f == NULL ? "…" : named_value(name, f);
    size_t year;

    if (f != NULL && name.length == 2 && name.bytes[1] == 'y' &&
        text_to_size(text_of(value), &year) && year > 1867 && year < 2200)
        fiscal_year_put(out, (int)year);
    else if (f != NULL && name.length == 2 && name.bytes[1] == 'j')
        error_words_put(out, text_of(value));
    else
        buf_string(out, value == NULL ? "" : value);
}

/* Is every placeholder between `at` and the closing bracket filled? */
static bool part_holds(text pattern, size_t at, const finding *f)
{
    for (; at < pattern.length && pattern.bytes[at] != ']'; at++) {
        size_t end = pattern.bytes[at] == '{' ? text_find(pattern, "}", at)
                                              : SIZE_MAX;
        const char *value;

        if (end == SIZE_MAX)
            continue;
        value = f == NULL ? NULL
                          : named_value(text_cut(pattern, at + 1, end), f);
        if (value == NULL || value[0] == '\0')
            return false;
        at = end;
    }
    return true;
}

/* Up to the next bracket. */
static size_t plain_end(text pattern, size_t at)
{
    while (at < pattern.length && pattern.bytes[at] != '{' &&
           pattern.bytes[at] != '[' && pattern.bytes[at] != ']')
        at++;
    return at;
}

void rule_format(buf *out, const char *string, const finding *f)
{
    text pattern = text_of(string);

    for (size_t at = 0; at < pattern.length; at++) {
        char c = pattern.bytes[at];
        size_t end = SIZE_MAX;

        if (c == '{')
            end = text_find(pattern, "}", at);
        else if (c == '[' && !part_holds(pattern, at + 1, f))
            end = text_find(pattern, "]", at);
        if (end != SIZE_MAX) {
            if (c == '{')
                put_value(out, text_cut(pattern, at + 1, end), f);
            at = end;
        } else if (c != '[' && c != ']') {
            end = plain_end(pattern, at + 1);
            buf_add(out, pattern.bytes + at, end - at);
            at = end - 1;
        }
    }
}
