/*
 * json_tree.c - JSON objects into records, by json-c
 */
#include "store/json_tree.h"

#include <json-c/json.h>
#include <limits.h>
#include <string.h>

enum { NESTING = 24, SAFE_DIGITS = 18 };

/* ---- Parsing ---------------------------------------------------------- */

static text without_bom(const kpi_source *in)
{
    text t = text_slice(in->size > 0 ? in->bytes : "", in->size);

    return text_starts(t, "\xEF\xBB\xBF") ? text_from(t, 3) : t;
}

static bool in_number(char c)
{
    return ascii_is_digit(c) || c == '-' || c == '+' || c == '.' ||
           c == 'e' || c == 'E';
}

/* The end of the string that starts at `at`; of a number or word too. */
static size_t token_end(text t, size_t at)
{
    size_t end = at + 1;

    if (t.bytes[at] == '"') {
        while (end < t.length && t.bytes[end] != '"')
            end += t.bytes[end] == '\\' ? 2 : 1;
        return end < t.length ? end + 1 : t.length;
    }
    if (in_number(t.bytes[at]))
        while (end < t.length && in_number(t.bytes[end]))
            end++;
    return end;
}

static bool is_long_integer(text t)
{
    for (size_t i = 0; i < t.length; i++)
        if (!ascii_is_digit(t.bytes[i]) && t.bytes[i] != '-')
            return false;
    return t.length > SAFE_DIGITS;
}

/* Copies the text only when a number needs its fraction: see the header. */
static bool protect_integers(buf *copy, text t)
{
    size_t done = 0;

    for (size_t at = 0; at < t.length;) {
        size_t end = token_end(t, at);

        if (ascii_is_digit(t.bytes[end - 1]) &&
            is_long_integer(text_cut(t, at, end))) {
            buf_text(copy, text_cut(t, done, end));
            buf_string(copy, ".0");
            done = end;
        }
        at = end;
    }
    if (done > 0)
        buf_text(copy, text_from(t, done));
    return done > 0;
}

static unsigned line_of(text t, size_t offset)
{
    unsigned line = 1;

    for (size_t i = 0; i < offset && i < t.length; i++)
        if (t.bytes[i] == '\n')
            line++;
    return line;
}

/* Behind the value only spaces may stand. */
static bool all_read(text t, size_t end)
{
    return end <= t.length && text_trim(text_from(t, end)).length == 0;
}

static kpi_status parse(json_tree *tree, text t)
{
    struct json_tokener *tokener = json_tokener_new_ex(NESTING);
    enum json_tokener_error error;
    kpi_status status = KPI_OK;
    size_t end;

    if (tokener == NULL)
        return kpi_fail_nomem(tree->err);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT |
                           JSON_TOKENER_ALLOW_TRAILING_CHARS |
                           JSON_TOKENER_VALIDATE_UTF8);
    tree->root = json_tokener_parse_ex(tokener, t.bytes, (int)t.length);
    error = json_tokener_get_error(tokener);
    end = json_tokener_get_parse_end(tokener);
    if (error != json_tokener_success || !all_read(t, end)) {
        tree->line = line_of(t, end);
        status = json_tree_fail(tree, error == json_tokener_continue
                                    ? "the JSON ends too early"
                                : error != json_tokener_success
                                    ? json_tokener_error_desc(error)
                                    : "something stands behind the JSON");
    }
    json_tokener_free(tokener);
    return status;
}

kpi_status json_tree_parse(json_tree *tree, const kpi_source *in,
                           kpi_error *err)
{
    text t = without_bom(in);
    kpi_status status;
    buf copy;

    *tree = (json_tree){ .file = in->name, .err = err };
    buf_init(&copy);
    if (t.length >= INT_MAX - 1)
        return kpi_fail(err, KPI_E_LIMIT, "file-over-limit", in->name,
                        "the JSON is larger than 2 GiB");
    if (protect_integers(&copy, t))
        t = buf_slice(&copy);
    status = buf_ok(&copy) ? parse(tree, t) : kpi_fail_nomem(err);
    if (status == KPI_OK && !json_object_is_type(tree->root, json_type_object))
        status = json_tree_fail(tree, "an object was expected");
    if (status != KPI_OK)
        json_tree_free(tree);
    buf_free(&copy);
    return status;
}

void json_tree_free(json_tree *tree)
{
    json_object_put(tree->root);
    tree->root = NULL;
}

/* ---- Where the reader stands ------------------------------------------ */

static void put_path(buf *out, const json_tree *tree)
{
    for (size_t i = 0; i < tree->depth; i++)
        if (tree->path[i].key == NULL)
            buf_printf(out, "[%zu]", tree->path[i].index);
        else
            buf_printf(out, "%s%s", i > 0 ? "." : "", tree->path[i].key);
    if (tree->depth > 0)
        buf_string(out, ": ");
}

kpi_status json_tree_fail(json_tree *tree, const char *message)
{
    kpi_status status;
    buf path;

    buf_init(&path);
    put_path(&path, tree);
    status = kpi_fail(tree->err, KPI_E_INPUT, "file-damaged", tree->file,
                      "%s%s", buf_cstr(&path), message);
    if (tree->err != NULL)
        tree->err->line = tree->line;
    buf_free(&path);
    return status;
}

size_t json_tree_enter(json_tree *tree, const char *key, size_t index)
{
    size_t mark = tree->depth;

    if (mark < JSON_STEPS)
        tree->path[tree->depth++] = (json_step){ key, index };
    return mark;
}

void json_tree_leave(json_tree *tree, size_t mark)
{
    tree->depth = mark;
}

/* ---- Records ---------------------------------------------------------- */

struct json_object *json_tree_member(struct json_object *from,
                                     const char *key)
{
    struct json_object *member = NULL;

    json_object_object_get_ex(from, key, &member);
    return member;
}

static text json_text_of(struct json_object *value)
{
    if (!json_object_is_type(value, json_type_string))
        return text_of("");
    return text_slice(json_object_get_string(value),
                      (size_t)json_object_get_string_len(value));
}

text json_tree_text(struct json_object *from, const char *key)
{
    return json_text_of(json_tree_member(from, key));
}

size_t json_tree_count(struct json_object *list)
{
    return json_object_is_type(list, json_type_array)
               ? json_object_array_length(list) : 0;
}

struct json_object *json_tree_item(struct json_object *list, size_t index)
{
    return json_object_array_get_idx(list, index);
}

text json_tree_item_text(struct json_object *list, size_t index)
{
    return json_text_of(json_object_array_get_idx(list, index));
}

/* A number's text is what was written, a boolean's "true" or "false". */
static bool fits(const field *f, struct json_object *value)
{
    json_type type = json_object_get_type(value);

    if (f->type == FIELD_BOOL || f->type == FIELD_AGREES)
        return type == json_type_boolean;
    if (record_is_bare(f->type))
        return type == json_type_int || type == json_type_double;
    return type == json_type_string;
}

static const char *expected(const field *f)
{
    if (f->type == FIELD_BOOL || f->type == FIELD_AGREES)
        return "true or false was expected";
    if (f->type == FIELD_YEAR)
        return "a year was expected";
    if (f->type == FIELD_CELL || f->type == FIELD_RANGE)
        return "a cell was expected";
    if (f->type == FIELD_CHOICE)
        return "this word is not known";
    if (f->type == FIELD_CONST)
        return "this is no kpibook.dataset/1";
    return record_is_bare(f->type) ? "a number was expected"
                                   : "a text was expected";
}

static kpi_status read_value(json_tree *tree, struct json_object *value,
                             dataset *d, const field *f, void *item)
{
    bool nomem = false, set;
    text t = text_of("");

    if (value != NULL && !fits(f, value))
        return json_tree_fail(tree, expected(f));
    if (value != NULL && json_object_is_type(value, json_type_string))
        t = json_text_of(value);
    else if (value != NULL)
        t = text_of(json_object_get_string(value));
    set = record_set(d, f, item, value != NULL ? &t : NULL, &nomem);
    if (nomem)
        return kpi_fail_nomem(tree->err);
    return set ? KPI_OK : json_tree_fail(tree, expected(f));
}

static kpi_status read_strings(json_tree *tree, struct json_object *list,
                               dataset *d, const field *f, void *item)
{
    size_t count = json_object_array_length(list);
    const char **strings = record_make_list(d, f, item, count);

    if (strings == NULL)
        return kpi_fail_nomem(tree->err);
    for (size_t i = 0; i < count; i++) {
        struct json_object *one = json_object_array_get_idx(list, i);
        text t;

        if (!json_object_is_type(one, json_type_string))
            return json_tree_fail(tree, "texts were expected");
        t = json_text_of(one);
        strings[i] = dataset_keep_text(d, t);
        if (strings[i] == NULL)
            return kpi_fail_nomem(tree->err);
    }
    return KPI_OK;
}

static kpi_status read_records(json_tree *tree, struct json_object *list,
                               dataset *d, const field *f, void *item)
{
    size_t count = json_object_array_length(list);
    char *items = record_make_list(d, f, item, count);
    kpi_status status = KPI_OK;

    if (items == NULL)
        return kpi_fail_nomem(tree->err);
    for (size_t i = 0; i < count && status == KPI_OK; i++) {
        size_t mark = json_tree_enter(tree, NULL, i);

        status = json_tree_read(tree, json_object_array_get_idx(list, i), d,
                                f->record, items + i * f->record->size);
        json_tree_leave(tree, mark);
    }
    return status;
}

/* A null list is an empty one: other programs write it so. */
static kpi_status read_list(json_tree *tree, struct json_object *list,
                            dataset *d, const field *f, void *item)
{
    if (list == NULL)
        return KPI_OK;
    if (!json_object_is_type(list, json_type_array))
        return json_tree_fail(tree, "a list was expected");
    return f->type == FIELD_STRINGS ? read_strings(tree, list, d, f, item)
                                    : read_records(tree, list, d, f, item);
}

static kpi_status read_object(json_tree *tree, struct json_object *value,
                              dataset *d, const field *f, void *item)
{
    if (value == NULL)
        return KPI_OK;
    if (f->flag != FIELD_NOWHERE)
        *(bool *)((char *)item + f->flag) = true;
    return json_tree_read(tree, value, d, f->record, item);
}

kpi_status json_tree_read_field(json_tree *tree, struct json_object *from,
                                dataset *d, const field *f, void *item)
{
    struct json_object *value = NULL;
    bool there = json_object_object_get_ex(from, f->key, &value);
    size_t mark = json_tree_enter(tree, f->key, 0);
    kpi_status status = KPI_OK;

    if (f->type == FIELD_OBJECT)
        status = read_object(tree, value, d, f, item);
    else if (f->type == FIELD_STRINGS || f->type == FIELD_LIST)
        status = read_list(tree, value, d, f, item);
    else if (there || record_is_needed(f))
        status = read_value(tree, value, d, f, item);
    json_tree_leave(tree, mark);
    return status;
}

kpi_status json_tree_read(json_tree *tree, struct json_object *from,
                          dataset *d, const record *r, void *item)
{
    kpi_status status = KPI_OK;

    if (!json_object_is_type(from, json_type_object))
        return json_tree_fail(tree, "an object was expected");
    for (size_t i = 0; i < r->count && status == KPI_OK; i++)
        status = json_tree_read_field(tree, from, d, &r->fields[i], item);
    return status;
}
