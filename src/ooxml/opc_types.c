/*
 * opc_types.c - [Content_Types].xml: the types of parts (ECMA-376 Part 2,
 *               6.2.3)
 */
#include "ooxml/opc_parts.h"

/* ---- Content types ---------------------------------------------------- */

static void add_type(opc *package, xml_parser *p, opc_types *list,
                     text key, text type)
{
    void *items = list->items;
    opc_type *item;

    if (list->count >= package->limits.entries) {
        xml_fail_limit(p, "there are more content types", "entries",
                       package->limits.entries);
        return;
    }
    item = arena_push(package->memory, &items, &list->count, &list->capacity,
                      sizeof(*item));
    list->items = items;
    if (item != NULL) {
        item->key = arena_strndup(package->memory, key.bytes, key.length);
        item->type = arena_strndup(package->memory, type.bytes, type.length);
    }
    if (item == NULL || item->key == NULL || item->type == NULL) {
        if (item != NULL)
            list->count--;
        xml_fail_status(p, limits_fail_memory(xml_error(p),
                                              package->memory));
    }
}

static bool types_start(void *context, xml_parser *p, xml_ns ns,
                        const char *name, const xml_attributes *a)
{
    opc *package = context;
    text key, type;

    if (ns != XML_NS_CONTENT_TYPES)
        return false;
    if (strcmp(name, "Types") == 0)
        return true;
    xml_attribute(a, "ContentType", &type);
    if (strcmp(name, "Override") == 0 && xml_attribute(a, "PartName", &key)) {
        while (text_starts(key, "/") || text_starts(key, "\\"))
            key = text_from(key, 1);
        add_type(package, p, &package->overrides, key, type);
    } else if (strcmp(name, "Default") == 0 &&
               xml_attribute(a, "Extension", &key)) {
        add_type(package, p, &package->defaults, key, type);
    }
    return false;
}

const char *opc_content_type(const opc *package, const char *part)
{
    const char *dot = strrchr(part, '.');

    for (size_t i = 0; i < package->overrides.count; i++) {
        if (opc_same_name(package->overrides.items[i].key, part))
            return package->overrides.items[i].type;
    }
    for (size_t i = 0; dot != NULL && i < package->defaults.count; i++) {
        if (opc_same_name(package->defaults.items[i].key, dot + 1))
            return package->defaults.items[i].type;
    }
    return "";
}

const char *opc_part_of_type(const opc *package, const char *type)
{
    for (size_t i = 0; i < package->overrides.count; i++) {
        if (strstr(package->overrides.items[i].type, type) != NULL)
            return package->overrides.items[i].key;
    }
    return NULL;
}

kpi_status opc_types_read(opc *package, size_t entry, kpi_error *err)
{
    xml_handler handler = { package, types_start, opc_ignore_end, NULL };

    return opc_parse(package, entry, XML_NS_CONTENT_TYPES, &handler, err);
}

bool opc_types_mention(const opc *package, const char *type)
{
    for (size_t i = 0; i < package->defaults.count; i++) {
        if (strstr(package->defaults.items[i].type, type) != NULL)
            return true;
    }
    return opc_part_of_type(package, type) != NULL;
}
