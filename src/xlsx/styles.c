/*
 * styles.c - xl/styles.xml: the number format of each cell format
 */
#include "xlsx/styles.h"

#include <stdlib.h>
#include <string.h>

enum place { PLACE_NONE, PLACE_ROOT, PLACE_FORMATS, PLACE_CELLS };

typedef struct reader {
    styles *styles;
    arena *memory;
    enum place place;
} reader;

static bool add_format(styles *s, arena *memory, uint32_t id, text code)
{
    void *items = s->formats;
    style_format *f = arena_push(memory, &items, &s->format_count,
                                 &s->format_capacity, sizeof(*f));

    if (f == NULL)
        return false;
    s->formats = items;
    f->id = id;
    f->kind = number_format_classify(code);
    f->code = code.length == 0
                  ? "General" : arena_strndup(memory, code.bytes, code.length);
    if (f->code == NULL)
        s->format_count--;
    return f->code != NULL;
}

static bool add_cell(styles *s, arena *memory, uint32_t id)
{
    void *items = s->cells;
    uint32_t *xf = arena_push(memory, &items, &s->cell_count,
                                &s->cell_capacity, sizeof(*xf));

    if (xf == NULL)
        return false;
    s->cells = items;
    *xf = id;
    return true;
}

static uint32_t read_id(const xml_attributes *a)
{
    size_t id;
    text value;

    xml_attribute(a, "numFmtId", &value);
    if (!text_to_size(text_trim(value), &id) || id > INT32_MAX)
        return 0;
    return (uint32_t)id;
}

static enum place enter(enum place parent, const char *name)
{
    if (parent == PLACE_NONE && strcmp(name, "styleSheet") == 0)
        return PLACE_ROOT;
    if (parent == PLACE_ROOT && strcmp(name, "numFmts") == 0)
        return PLACE_FORMATS;
    if (parent == PLACE_ROOT && strcmp(name, "cellXfs") == 0)
        return PLACE_CELLS;
    return PLACE_NONE;
}

static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *a)
{
    reader *r = context;
    bool ok = true;
    text code;

    if (ns != XML_NS_MAIN)
        return false;
    if (r->place == PLACE_FORMATS && strcmp(name, "numFmt") == 0) {
        xml_attribute(a, "formatCode", &code);
        ok = add_format(r->styles, r->memory, read_id(a), code);
    } else if (r->place == PLACE_CELLS && strcmp(name, "xf") == 0) {
        ok = add_cell(r->styles, r->memory, read_id(a));
    } else if (enter(r->place, name) != PLACE_NONE) {
        r->place = enter(r->place, name);
        return true;
    }
    if (!ok)
        xml_fail_status(p, limits_fail_memory(xml_error(p), r->memory));
    return false;
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    reader *r = context;

    (void)p;
    (void)name;
    r->place = r->place == PLACE_ROOT ? PLACE_NONE : PLACE_ROOT;
}

/* By id; of two with one id the later counts and comes first here. */
static int compare_formats(const void *left, const void *right)
{
    const style_format *a = *(const style_format *const *)left;
    const style_format *b = *(const style_format *const *)right;

    if (a->id != b->id)
        return (a->id > b->id) - (a->id < b->id);
    return (a < b) - (a > b);
}

static uint32_t find_format(const styles *s, style_format **sorted,
                            size_t count, uint32_t id)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (sorted[middle]->id < id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count || sorted[low]->id != id)
        return 0;
    return (uint32_t)(sorted[low] - s->formats);
}

/* Ids become indexes: the built-in formats are put behind the file's own. */
static kpi_status resolve(styles *s, arena *memory, kpi_error *err)
{
    size_t own = s->format_count, count;
    bool used[NUMBER_FORMAT_BUILTINS] = { false };
    style_format **sorted;

    for (size_t i = 0; i < s->cell_count; i++) {
        if (s->cells[i] < NUMBER_FORMAT_BUILTINS)
            used[s->cells[i]] = true;
    }
    for (size_t i = 1; i < own; i++) {
        if (s->formats[i].id < NUMBER_FORMAT_BUILTINS)
            used[s->formats[i].id] = false;
    }
    for (uint32_t id = 1; id < NUMBER_FORMAT_BUILTINS; id++) {
        const char *code = number_format_builtin(id);

        if (used[id] && code != NULL &&
            !add_format(s, memory, id, text_of(code)))
            return limits_fail_memory(err, memory);
    }
    count = s->format_count;
    sorted = malloc(count * sizeof(*sorted));
    if (sorted == NULL)
        return kpi_fail_nomem(err);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &s->formats[i];
    qsort(sorted, count, sizeof(*sorted), compare_formats);
    for (size_t i = 0; i < s->cell_count; i++)
        s->cells[i] = find_format(s, sorted, count, s->cells[i]);
    free(sorted);
    return KPI_OK;
}

kpi_status styles_none(styles *out, arena *memory, kpi_error *err)
{
    *out = (styles){ NULL, 0, 0, NULL, 0, 0 };
    if (!add_format(out, memory, 0, text_of("General")))
        return limits_fail_memory(err, memory);
    return KPI_OK;
}

kpi_status styles_read(styles *out, opc *package, size_t entry,
                       arena *memory, kpi_error *err)
{
    reader r = { out, memory, PLACE_NONE };
    xml_handler handler = { &r, on_start, on_end, NULL };
    kpi_status status = styles_none(out, memory, err);

    if (status == KPI_OK)
        status = opc_parse(package, entry, XML_NS_MAIN, &handler, err);
    if (status == KPI_OK)
        status = resolve(out, memory, err);
    return status;
}
