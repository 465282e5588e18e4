/*
 * yaml_tree.c - a YAML document (1.2) as a small tree (libfyaml is below it)
 */
#include "plan/yaml_tree.h"

#include <libfyaml.h>
#include <string.h>

#include "plan/yaml_text.h"

typedef struct builder {
    arena *memory;
    const char *file;
    text bytes;              /* without a byte order mark */
    kpi_error *err;
    struct {
        yaml_node *node, *last;
        yaml_node *key;      /* a map's key that waits for its value */
    } open[YAML_MAX_DEPTH];
    size_t depth, nodes, documents;
    yaml_node *root;
} builder;

const yaml_node *yaml_find(const yaml_node *map, const char *key)
{
    if (map == NULL || map->type != YAML_MAP)
        return NULL;
    for (const yaml_node *n = map->first; n != NULL; n = n->next)
        if (text_is(n->key->value, key))
            return n;
    return NULL;
}

/* ---- What libfyaml says ------------------------------------------------ */

/*
 * What libfyaml says first, as it prints it: `name:2:5: error: message` and a
 * line feed, then without one the line that it means. Collecting its errors
 * as structs leaks them (0.7.12), and without a function to write to it
 * writes to stderr.
 */
typedef struct complaint {
    char message[160];
    unsigned line, column;
} complaint;

/* The number that ends at `*end`, which moves to the colon before it. */
static unsigned number_before(text t, size_t *end)
{
    size_t start = *end;
    size_t value = 0;

    while (start > 0 && ascii_is_digit(t.bytes[start - 1]))
        start--;
    if (start == 0 || !text_to_size(text_cut(t, start, *end), &value) ||
        value > UINT32_MAX / 2)
        value = 0;
    *end = start > 0 ? start - 1 : 0;
    return (unsigned)value;
}

static void listen(struct fy_diag *diag, void *user, const char *bytes,
                   size_t length)
{
    static const char mark[] = ": error: ";
    complaint *c = user;
    text said = text_slice(bytes, length), message;
    size_t end = text_find(said, mark, 0);

    (void)diag;
    if (c->message[0] != '\0' || end == SIZE_MAX || !text_ends(said, "\n"))
        return;
    message = text_trim(text_from(said, end + sizeof(mark) - 1));
    message.length = utf8_floor(message, sizeof(c->message) - 1 <
                                             message.length
                                             ? sizeof(c->message) - 1
                                             : message.length);
    memcpy(c->message, message.bytes, message.length);
    c->message[message.length] = '\0';
    c->column = number_before(said, &end);
    c->line = number_before(said, &end);
}

static kpi_status fail_syntax(builder *b, const complaint *c)
{
    const char *hint = yaml_slip(b->bytes, c->line);
    const char *message = c->message[0] != '\0' ? c->message
                                                : "it cannot be read";

    if (hint != NULL)
        return yaml_fail(b->err, b->file, c->line, c->column,
                         "the YAML is wrong: %s (%s)", message, hint);
    return yaml_fail(b->err, b->file, c->line, c->column,
                     "the YAML is wrong: %s", message);
}

/* ---- Events become nodes ---------------------------------------------- */

static void place_of(yaml_node *node, struct fy_token *token)
{
    const struct fy_mark *mark = fy_token_start_mark(token);

    if (mark == NULL)
        return;
    node->line = (unsigned)mark->line + 1;
    node->column = (unsigned)mark->column + 1;
}

static kpi_status refuse(builder *b, struct fy_token *token, const char *what)
{
    yaml_node at = { .line = 0 };

    place_of(&at, token);
    return yaml_fail(b->err, b->file, at.line, at.column, "%s", what);
}

static kpi_status attach(builder *b, yaml_node *node)
{
    size_t top = b->depth - 1;
    yaml_node *parent;

    if (b->depth == 0) {
        b->root = node;
        return KPI_OK;
    }
    parent = b->open[top].node;
    if (parent->type == YAML_MAP && b->open[top].key == NULL) {
        if (node->type != YAML_SCALAR)
            return yaml_fail(b->err, b->file, node->line, node->column,
                             "a key must be a word; if a value begins with "
                             "[ or {, put it in \"...\"");
        b->open[top].key = node;
        return KPI_OK;
    }
    node->key = b->open[top].key;
    b->open[top].key = NULL;
    if (b->open[top].last == NULL)
        parent->first = node;
    else
        b->open[top].last->next = node;
    b->open[top].last = node;
    parent->count++;
    return KPI_OK;
}

/* A value that is not written has no place of its own: its key's end. */
static void borrow_place(const builder *b, yaml_node *node)
{
    const yaml_node *key;

    if (node->line != 0 || b->depth == 0)
        return;
    key = b->open[b->depth - 1].key;
    if (key == NULL)
        key = b->open[b->depth - 1].node;
    node->line = key->line;
    node->column = key->column;
}

static kpi_status add_node(builder *b, yaml_node **out, yaml_type type,
                           struct fy_token *token, struct fy_token *anchor,
                           struct fy_token *tag)
{
    yaml_node *node;

    if (anchor != NULL)
        return refuse(b, anchor, "anchors (&) are not used in a plan; put a "
                                 "value that begins with & in \"...\"");
    if (tag != NULL)
        return refuse(b, tag, "tags (!) are not used in a plan; put a value "
                              "that begins with ! in \"...\"");
    if (++b->nodes > YAML_MAX_NODES)
        return refuse(b, token, "the plan holds more than 100,000 values");
    node = arena_alloc(b->memory, sizeof(*node));
    if (node == NULL)
        return kpi_fail_nomem(b->err);
    node->type = type;
    node->value = text_of("");
    if (token != NULL)
        place_of(node, token);
    borrow_place(b, node);
    *out = node;
    return attach(b, node);
}

/* "\0" and the like in quotes: nothing that a cell or a page could hold. */
static bool is_printable(text t)
{
    for (size_t i = 0; i < t.length; i++)
        if ((unsigned char)t.bytes[i] < ' ' && t.bytes[i] != '\n' &&
            t.bytes[i] != '\t')
            return false;
    return utf8_valid(t);
}

/* What was typed between the quotes. */
static text typed_text(const builder *b, struct fy_token *token)
{
    const struct fy_mark *from = fy_token_start_mark(token);
    const struct fy_mark *to = fy_token_end_mark(token);

    if (from == NULL || to == NULL || from->input_pos > to->input_pos ||
        to->input_pos > b->bytes.length)
        return text_of("");
    return text_cut(b->bytes, from->input_pos, to->input_pos);
}

/* 'it''s': a doubled quote is one. */
static bool undouble(builder *b, text typed, text *out)
{
    char *copy = arena_alloc(b->memory, typed.length + 1);
    size_t length = 0;

    if (copy == NULL)
        return false;
    for (size_t i = 0; i < typed.length; i++) {
        copy[length++] = typed.bytes[i];
        if (typed.bytes[i] == '\'' && i + 1 < typed.length)
            i++;
    }
    copy[length] = '\0';
    *out = text_slice(copy, length);
    return true;
}

/*
 * A scalar as meant. Doubled quotes are undone here: libfyaml's iterator
 * leaks and miscounts when a text has several in a row (0.7.12).
 */
static kpi_status scalar_text(builder *b, struct fy_token *token,
                              yaml_node *node)
{
    size_t length = 0;
    const char *bytes;

    if (fy_token_scalar_style(token) == FYSS_SINGLE_QUOTED) {
        text typed = typed_text(b, token);

        if (memchr(typed.bytes, '\n', typed.length) == NULL &&
            memchr(typed.bytes, '\r', typed.length) == NULL)
            return undouble(b, typed, &node->value)
                       ? KPI_OK : kpi_fail_nomem(b->err);
        if (text_find(typed, "''", 0) != SIZE_MAX)
            return yaml_fail(b->err, b->file, node->line, node->column,
                             "'' stands in a text over several lines; put "
                             "the text in \"...\"");
    }
    bytes = fy_token_get_text(token, &length);
    if (bytes != NULL)
        bytes = arena_strndup(b->memory, bytes, length);
    if (bytes == NULL)
        return kpi_fail_nomem(b->err);
    node->value = text_slice(bytes, length);
    return KPI_OK;
}

static kpi_status add_scalar(builder *b, const struct fy_event *e)
{
    struct fy_token *token = e->scalar.value;
    yaml_node *node;
    kpi_status status = add_node(b, &node, YAML_SCALAR, token,
                                 e->scalar.anchor, e->scalar.tag);

    if (status != KPI_OK)
        return status;
    node->plain = token == NULL ||
                  fy_token_scalar_style(token) == FYSS_PLAIN;
    if (token == NULL)
        return KPI_OK;
    status = scalar_text(b, token, node);
    if (status == KPI_OK && !is_printable(node->value))
        return yaml_fail(b->err, b->file, node->line, node->column,
                         "a control character stands in the text");
    return status;
}

static kpi_status open_node(builder *b, yaml_type type,
                            struct fy_token *token, struct fy_token *anchor,
                            struct fy_token *tag)
{
    yaml_node *node;
    kpi_status status = add_node(b, &node, type, token, anchor, tag);

    if (status != KPI_OK)
        return status;
    if (b->depth == YAML_MAX_DEPTH)
        return yaml_fail(b->err, b->file, node->line, node->column,
                         "lists and maps stand too deep in each other");
    b->open[b->depth].node = node;
    b->open[b->depth].last = NULL;
    b->open[b->depth].key = NULL;
    b->depth++;
    return KPI_OK;
}

static kpi_status second_document(const builder *b, struct fy_token *token)
{
    size_t dots = text_find(b->bytes, "\n...", 0);
    yaml_node at = { .line = 0, .column = 1 };

    if (dots != SIZE_MAX)
        at.line = yaml_line(b->bytes, dots + 1);
    if (token != NULL)
        place_of(&at, token);
    return yaml_fail(b->err, b->file, at.line, at.column,
                     "a plan is one document; take out what stands behind "
                     "this --- or ...");
}

static kpi_status take_event(builder *b, const struct fy_event *e)
{
    switch (e->type) {
    case FYET_DOCUMENT_START:
        if (++b->documents > 1)
            return second_document(b, e->document_start.document_start);
        return KPI_OK;
    case FYET_SCALAR:
        return add_scalar(b, e);
    case FYET_SEQUENCE_START:
        return open_node(b, YAML_LIST, e->sequence_start.sequence_start,
                         e->sequence_start.anchor, e->sequence_start.tag);
    case FYET_MAPPING_START:
        return open_node(b, YAML_MAP, e->mapping_start.mapping_start,
                         e->mapping_start.anchor, e->mapping_start.tag);
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END:
        b->depth--;
        return KPI_OK;
    case FYET_ALIAS:
        return refuse(b, e->alias.anchor,
                      "aliases (*) are not used in a plan; write the value "
                      "again, or put a value that begins with * in \"...\"");
    default:
        return KPI_OK;
    }
}

static kpi_status take_events(builder *b, struct fy_parser *parser,
                              const complaint *said)
{
    kpi_status status = KPI_OK;
    bool ended = false;

    while (status == KPI_OK && !ended) {
        struct fy_event *e = fy_parser_parse(parser);

        if (e == NULL)
            return fail_syntax(b, said);
        ended = e->type == FYET_STREAM_END;
        status = take_event(b, e);
        fy_parser_event_free(parser, e);
    }
    return status;
}

/* ---- The whole -------------------------------------------------------- */

static kpi_status parse(builder *b)
{
    complaint said = { .line = 0 };
    struct fy_diag_cfg to = { .output_fn = listen, .user = &said,
                              .level = FYET_ERROR, .module_mask = ~0U };
    struct fy_parse_cfg how = { .flags = FYPCF_JSON_NONE |
                                         FYPCF_DEFAULT_VERSION_1_2 };
    struct fy_diag *diag = fy_diag_create(&to);
    struct fy_parser *parser = NULL;
    kpi_status status;

    if (diag == NULL)
        return kpi_fail_nomem(b->err);
    how.diag = diag;
    parser = fy_parser_create(&how);
    if (parser == NULL ||
        fy_parser_set_string(parser, b->bytes.bytes, b->bytes.length) != 0) {
        status = kpi_fail_nomem(b->err);
        goto out;
    }
    status = take_events(b, parser, &said);
out:
    fy_parser_destroy(parser);
    fy_diag_destroy(diag);
    return status;
}

kpi_status yaml_tree_read(const yaml_node **root, arena *memory,
                          const kpi_source *source, kpi_error *err)
{
    builder b = { .memory = memory, .file = source->name, .err = err };
    kpi_status status;

    *root = NULL;
    b.bytes = text_slice(source->size > 0 ? source->bytes : "", source->size);
    if (text_starts(b.bytes, "\xEF\xBB\xBF"))
        b.bytes = text_from(b.bytes, 3);
    status = yaml_check_text(b.bytes, b.file, err);
    if (status != KPI_OK)
        return status;
    if (text_trim(b.bytes).length > 0)
        status = parse(&b);
    if (status != KPI_OK)
        return status;
    if (b.root == NULL)
        return yaml_fail(err, b.file, 1, 1, "the plan is empty; write at "
                         "least `title: ...` (see kpibook-plan(5))");
    *root = b.root;
    return KPI_OK;
}
