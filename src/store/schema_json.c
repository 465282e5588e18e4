/*
 * schema_json.c - JSON Schema (draft 2020-12) of kpibook.dataset/1
 */
#include "base/json_out.h"
#include "store/record.h"
#include "store/store.h"

static void put_record(json_out *j, const record *r, bool nullable);

static void put_type(json_out *j, const char *type, bool nullable)
{
    json_key(j, "type");
    if (nullable) {
        json_open(j, '[');
        json_string(j, type);
        json_string(j, "null");
        json_close(j, ']');
    } else {
        json_string(j, type);
    }
}

static void put_choice(json_out *j, const choice *c)
{
    json_key(j, "enum");
    json_open(j, '[');
    for (unsigned v = 0; v < c->count; v++)
        if (v != c->none)
            json_string(j, c->id(v));
    if (c->none < c->count)
        json_null(j);
    json_close(j, ']');
}

static void put_year(json_out *j)
{
    put_type(j, "integer", true);
    json_key(j, "minimum");
    json_int(j, 1);
    json_key(j, "maximum");
    json_int(j, 9999);
}

static void put_value(json_out *j, const field *f)
{
    switch (f->type) {
    case FIELD_CONST:
        json_key_string(j, "const", f->word);
        break;
    case FIELD_TEXT:
        put_type(j, "string", false);
        break;
    case FIELD_YEAR:
        put_year(j);
        break;
    case FIELD_GROUP:
        put_type(j, "integer", true);
        break;
    case FIELD_BOOL:
    case FIELD_AGREES:
        put_type(j, "boolean", f->type == FIELD_AGREES);
        break;
    case FIELD_QUANTITY:
        put_type(j, "number", true);
        break;
    case FIELD_CHOICE:
        put_choice(j, f->choice);
        break;
    case FIELD_FRACTION:
        put_type(j, "string", true);
        json_key_string(j, "pattern", "^-?[0-9]+(/[0-9]+)?$");
        break;
    case FIELD_CELL:
    case FIELD_RANGE:
        put_type(j, "string", true);
        json_key_string(j, "pattern", "^[A-Z]+[0-9]+(:[A-Z]+[0-9]+)?$");
        break;
    default:
        put_type(j, "string", true);
        break;
    }
}

static void put_field(json_out *j, const field *f)
{
    bool nullable = f->flag != FIELD_NOWHERE || f->filled != FIELD_NOWHERE;

    json_key(j, f->key);
    if (f->type == FIELD_OBJECT) {
        put_record(j, f->record, nullable);
        return;
    }
    json_open(j, '{');
    if (f->type == FIELD_LIST || f->type == FIELD_STRINGS) {
        put_type(j, "array", false);
        json_key(j, "items");
        if (f->type == FIELD_LIST) {
            put_record(j, f->record, false);
        } else {
            json_open(j, '{');
            put_type(j, "string", false);
            json_close(j, '}');
        }
    } else {
        put_value(j, f);
    }
    json_close(j, '}');
}

static void put_members(json_out *j, const record *r, bool nullable)
{
    put_type(j, "object", nullable);
    json_key(j, "required");
    json_open(j, '[');
    for (size_t i = 0; i < r->count; i++)
        if (!r->fields[i].optional)
            json_string(j, r->fields[i].key);
    json_close(j, ']');
    json_key(j, "additionalProperties");
    json_bool(j, true); /* a later version may add keys */
    json_key(j, "properties");
    json_open(j, '{');
    for (size_t i = 0; i < r->count; i++)
        put_field(j, &r->fields[i]);
    json_close(j, '}');
}

static void put_record(json_out *j, const record *r, bool nullable)
{
    json_open(j, '{');
    put_members(j, r, nullable);
    json_close(j, '}');
}

void store_schema_json(buf *out)
{
    json_out j;

    json_init(&j, out, 1);
    json_open(&j, '{');
    json_key_string(&j, "$schema",
                    "https://json-schema.org/draft/2020-12/schema");
    json_key_string(&j, "$id", "urn:kpibook:dataset:1");
    json_key_string(&j, "title", "kpibook.dataset/1");
    put_members(&j, &record_dataset, false);
    json_close(&j, '}');
    buf_char(out, '\n');
}
