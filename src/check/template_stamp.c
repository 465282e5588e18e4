/*
 * template_stamp.c - what a submission template says of itself
 */
#include "check/template_stamp.h"

#include <string.h>

#include "wording/fold.h"

const char template_version[] = "kpibook.template/1";

static const char family[] = "kpibook.template/";
static const char hex[] = "0123456789abcdef";

enum { ROW_DIGITS = 13, FIELD_DIGITS = 5 };

/* ---- Hashes (FNV-1a, 64 bits) -------------------------------------------- */

typedef struct hashing {
    arena memory;
    uint64_t value;
    bool failed;
} hashing;

static void hash_begin(hashing *h)
{
    *h = (hashing){ .value = UINT64_C(14695981039346656037) };
    arena_init(&h->memory, 0);
}

static void hash_bytes(hashing *h, text t)
{
    for (size_t i = 0; i <= t.length; i++) { /* with an end mark */
        h->value ^= i < t.length ? (unsigned char)t.bytes[i] : 0x1fu;
        h->value *= UINT64_C(1099511628211);
    }
}

static void hash_string(hashing *h, const char *typed)
{
    text folded = text_of("");

    if (typed[0] != '\0' && !fold_key(&h->memory, &folded, text_of(typed)))
        h->failed = true;
    hash_bytes(h, folded);
}

static void hash_int(hashing *h, int value)
{
    const char *made = arena_printf(&h->memory, "%d", value);

    if (made == NULL)
        h->failed = true;
    hash_bytes(h, text_of(made));
}

static void hash_quantity(hashing *h, quantity q, const char *unit,
                          const char *typed)
{
    buf b;

    if (!q.known) {
        hash_string(h, typed);
        return;
    }
    buf_init(&b);
    number_put_fraction(&b, q.value);
    hash_bytes(h, buf_slice(&b));
    h->failed = h->failed || !buf_ok(&b);
    buf_free(&b);
    hash_string(h, unit);
}

static bool hash_end(hashing *h)
{
    arena_free(&h->memory);
    return !h->failed;
}

static void put_hex(char *out, size_t digits, uint64_t value)
{
    for (size_t i = digits; i-- > 0; value >>= 4)
        out[i] = hex[value & 15];
}

bool template_plan_hash(char out[17], const plan *p)
{
    hashing h;

    hash_begin(&h);
    hash_string(&h, p->title);
    hash_string(&h, p->municipality);
    hash_int(&h, p->from);
    hash_int(&h, p->to);
    hash_int(&h, p->reported_year);
    for (size_t i = 0; i < p->band_count; i++)
        hash_string(&h, p->bands[i].grade);
    for (size_t i = 0; i < p->category_count; i++)
        hash_string(&h, p->categories[i].status);
    put_hex(out, 16, h.value);
    out[16] = '\0';
    return hash_end(&h);
}

static const char *own_unit(const char *own, const kpi *k)
{
    return own[0] != '\0' ? own : k->unit;
}

static void hash_figures(hashing *h, const kpi *k, uint32_t fields)
{
    const baseline *b = &k->baseline;
    const target *t = &k->target;

    if (fields & STAMP_UNIT)
        hash_string(h, k->unit);
    if (fields & STAMP_BASELINE) {
        hash_quantity(h, b->value, own_unit(b->unit, k), b->text);
        hash_int(h, b->from);
        hash_int(h, b->fiscal_year);
    }
    if (fields & STAMP_TARGET) {
        hash_quantity(h, t->value, own_unit(t->unit, k), t->text);
        hash_int(h, t->from);
        hash_int(h, t->to);
    }
}

bool template_row_hash(uint32_t *out, const project *p, const kpi *k,
                       uint32_t fields, int first_year)
{
    hashing h;

    hash_begin(&h);
    hash_string(&h, p->name);
    hash_string(&h, k->name);
    hash_figures(&h, k, fields);
    for (int i = 0; i < STAMP_YEARS; i++) {
        const actual *a = kpi_actual(k, first_year + i);

        if ((fields & (uint32_t)STAMP_FIRST_YEAR << i) == 0)
            continue;
        hash_int(&h, i);
        if (a != NULL)
            hash_quantity(&h, a->value, own_unit(a->unit, k), a->text);
    }
    *out = (uint32_t)(h.value ^ h.value >> 32);
    return hash_end(&h);
}

/* ---- Writing ------------------------------------------------------------- */

static void put_name(buf *out, const char *name)
{
    for (; *name != '\0'; name++) {
        unsigned char c = (unsigned char)*name;

        if (c > ' ' && c != ';' && c != '%') {
            buf_char(out, *name);
        } else {
            buf_char(out, '%');
            buf_char(out, hex[c >> 4]);
            buf_char(out, hex[c & 15]);
        }
    }
}

void template_stamp_put(buf *out, const template_stamp *s)
{
    char row[ROW_DIGITS + 1];

    buf_printf(out, "%s;plan=%s;year=%d;first=%d;department=",
               template_version, s->plan, s->fiscal_year, s->first_year);
    put_name(out, s->department);
    buf_string(out, ";rows=");
    for (size_t i = 0; i < s->count; i++) {
        put_hex(row, FIELD_DIGITS, s->rows[i].fields);
        put_hex(row + FIELD_DIGITS, ROW_DIGITS - FIELD_DIGITS,
                s->rows[i].hash);
        buf_add(out, row, ROW_DIGITS);
    }
}

/* ---- Reading ------------------------------------------------------------- */

static int hex_digit(char c)
{
    const char *at = c == '\0' ? NULL : strchr(hex, ascii_lower(c));

    return at == NULL ? -1 : (int)(at - hex);
}

static bool read_hex(text t, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < t.length; i++) {
        int digit = hex_digit(t.bytes[i]);

        if (digit < 0)
            return false;
        *out = *out << 4 | (uint64_t)digit;
    }
    return t.length > 0;
}

static const char *read_name(arena *a, text t)
{
    char *out = arena_strndup(a, t.bytes, t.length);
    size_t length = 0;

    for (size_t i = 0; out != NULL && i < t.length; i++) {
        uint64_t c = 0;

        out[length] = t.bytes[i];
        if (t.bytes[i] == '%' && i + 2 < t.length &&
            read_hex(text_cut(t, i + 1, i + 3), &c) && c != 0) {
            out[length] = (char)(unsigned char)c;
            i += 2;
        }
        length++;
    }
    if (out != NULL)
        out[length] = '\0';
    return out;
}

/* The value of `key=` in a stamp, empty when it is not there. */
static text field_of(text stamp, const char *key)
{
    size_t at = text_find(stamp, key, 0), end;

    if (at == SIZE_MAX)
        return text_of("");
    at += strlen(key);
    end = text_find(stamp, ";", at);
    return text_cut(stamp, at, end == SIZE_MAX ? stamp.length : end);
}

static int year_of(text t)
{
    size_t year = 0;

    return text_to_size(t, &year) && year < 3000 ? (int)year : 0;
}

static bool read_rows(arena *a, template_stamp *out, text rows)
{
    size_t count = rows.length / ROW_DIGITS;

    out->rows = arena_array(a, count + 1, sizeof(*out->rows));
    if (out->rows == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t at = i * ROW_DIGITS;
        uint64_t fields, hash;

        if (!read_hex(text_cut(rows, at, at + FIELD_DIGITS), &fields) ||
            !read_hex(text_cut(rows, at + FIELD_DIGITS, at + ROW_DIGITS),
                      &hash))
            break;
        out->rows[out->count++] = (stamp_row){ (uint32_t)fields,
                                               (uint32_t)hash };
    }
    return true;
}

bool template_stamp_read(arena *a, template_stamp *out, bool *known,
                         text stamp)
{
    size_t end = text_find(stamp, ";", 0);
    text version = text_cut(stamp, 0, end == SIZE_MAX ? stamp.length : end);
    text plan_text;

    *out = (template_stamp){ .version = "", .department = "" };
    *known = text_starts(stamp, family);
    if (!*known)
        return true;
    out->version = arena_strndup(a, version.bytes, version.length);
    if (out->version == NULL)
        return false;
    if (!text_is(version, template_version))
        return true;
    plan_text = field_of(stamp, ";plan=");
    if (plan_text.length == 16)
        memcpy(out->plan, plan_text.bytes, 16);
    out->fiscal_year = year_of(field_of(stamp, ";year="));
    out->first_year = year_of(field_of(stamp, ";first="));
    out->department = read_name(a, field_of(stamp, ";department="));
    return out->department != NULL &&
           read_rows(a, out, field_of(stamp, ";rows="));
}
