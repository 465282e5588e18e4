/*
 * template_hidden.c - the sheet _kpibook: stamp, lists, years of the entries
 */
#include "output/template_parts.h"

#include <string.h>

enum { PROPERTY_BYTES = 240, CELL_BYTES = 1000 };

const char *const template_list_names[TEMPLATE_LISTS] = {
    [LIST_UNITS] = "kpibook_units",
    [LIST_KINDS] = "kpibook_kinds",
    [LIST_DIRECTIONS] = "kpibook_directions",
    [LIST_GRADES] = "kpibook_grades",
    [LIST_REASONS] = "kpibook_reasons",
    [LIST_REACHED] = "kpibook_reached",
    [LIST_ACTS] = "kpibook_acts",
};

/* Words that ingest reads back as what they stand for. */
static const char *const kinds[KIND_COUNT] = {
    [KIND_UNKNOWN] = "",
    [KIND_ANNUAL] = "単年度",
    [KIND_CUMULATIVE] = "累計",
    [KIND_LEVEL] = "水準",
    [KIND_MILESTONE] = "行為",
};
static const char *const directions[DIRECTION_COUNT] = {
    [DIRECTION_UNKNOWN] = "",
    [DIRECTION_UP] = "増加",
    [DIRECTION_DOWN] = "減少",
    [DIRECTION_KEEP] = "維持",
};
static const char *const reasons[] = {
    "調査中", "集計中", "公表待ち", "隔年調査（今年度は対象外）", "未実施", "中止",
    "事業終了", "該当なし", "x（秘匿）",
};
/* The first of them stand for 'reached' wherever they are part of a text. */
enum { REACHED = 5 };
static const char *const acts[] = {
    "策定済", "改定済", "実施済", "着工済", "完了", "達成", "未達成",
};

const char *template_kind_word(kpi_kind kind)
{
    return kinds[kind];
}

const char *template_direction_word(kpi_direction direction)
{
    return directions[direction];
}

/* ---- Lists ------------------------------------------------------------------------ */

static void put_list(template_book *t, template_list list,
                     const char *const *words, size_t count)
{
    uint32_t col = HIDDEN_LISTS + (uint32_t)list;
    char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
    const char *range;

    for (size_t i = 0; i < count; i++)
        template_string(t, t->hidden, (uint32_t)i, col, words[i], NULL);
    lxw_rowcol_to_cell_abs(first, 0, (lxw_col_t)col, 1, 1);
    lxw_rowcol_to_cell_abs(last, (lxw_row_t)(count > 0 ? count - 1 : 0),
                           (lxw_col_t)col, 1, 1);
    range = template_text(t, "=_kpibook!%s:%s", first, last);
    if (!t->failed && workbook_define_name(t->book,
                                           template_list_names[list],
                                           range) != LXW_NO_ERROR)
        t->failed = true;
}

static void put_grades(template_book *t)
{
    const plan *p = t->plan;
    size_t count = 0;
    const char **words = arena_array(&t->memory,
                                     p->band_count + p->category_count + 1,
                                     sizeof(*words));

    if (words == NULL) {
        t->failed = true;
        return;
    }
    for (size_t i = 0; i < p->band_count; i++)
        words[count++] = p->bands[i].grade;
    for (size_t i = 0; i < p->category_count; i++)
        words[count++] = p->categories[i].status;
    put_list(t, LIST_GRADES, words, count);
}

static void put_years(template_book *t)
{
    for (size_t i = 0; i <= t->past_count; i++)
        template_number(t, t->hidden, TEMPLATE_HEAD,
                        HIDDEN_YEARS + (uint32_t)i,
                        calc_int(&t->calc, i < t->past_count ? t->past[i]
                                                             : t->year),
                        NULL);
}

/* ---- Stamp -------------------------------------------------------------------------- */

static bool make_stamp(template_book *t, buf *out)
{
    template_stamp s = { .department = t->department->name,
                         .fiscal_year = t->year };

    s.first_year = t->past_count > 0 ? t->past[0] : 0;
    s.rows = arena_array(&t->memory, t->kpis + 1, sizeof(*s.rows));
    if (s.rows == NULL || !template_plan_hash(s.plan, t->plan))
        return false;
    for (size_t i = 0; i < t->filled; i++) {
        const template_row *r = &t->rows[i];
        stamp_row *row = &s.rows[s.count];

        if (r->kpi == NULL)
            continue;
        row->fields = r->fields;
        if (!template_row_hash(&row->hash, r->project, r->kpi, r->fields,
                               s.first_year))
            return false;
        s.count++;
    }
    template_stamp_put(out, &s);
    return buf_ok(out);
}

static bool put_property(template_book *t, size_t index, text part)
{
    const char *name = index == 0 ? "kpibook"
                                  : template_text(t, "kpibook.%03zu",
                                                  index + 1);
    char *value = arena_strndup(&t->memory, part.bytes, part.length);

    return value != NULL && !t->failed &&
           workbook_set_custom_property_string(t->book, name, value) ==
               LXW_NO_ERROR;
}

bool template_write_stamp(template_book *t)
{
    buf stamp;
    text whole;
    bool made;

    buf_init(&stamp);
    made = make_stamp(t, &stamp);
    whole = buf_slice(&stamp);
    for (size_t at = 0, n = 0; made && at < whole.length; n++) {
        size_t end = utf8_floor(whole, at + PROPERTY_BYTES < whole.length
                                           ? at + PROPERTY_BYTES
                                           : whole.length);

        made = put_property(t, n, text_cut(whole, at, end));
        at = end;
    }
    for (size_t at = 0, n = 0; made && at < whole.length; n++) {
        size_t end = utf8_floor(whole, at + CELL_BYTES < whole.length
                                           ? at + CELL_BYTES : whole.length);
        const char *part = arena_strndup(&t->memory, whole.bytes + at,
                                         end - at);

        if (part == NULL)
            made = false;
        else
            template_string(t, t->hidden,
                            template_row_at(t->row_count + 2 + n),
                            HIDDEN_VALUE, part, NULL);
        at = end;
    }
    buf_free(&stamp);
    return made;
}

/* What the stamp says, for a person who looks. */
static void put_keys(template_book *t)
{
    const struct { const char *key, *value; } keys[] = {
        { "kpibook", template_version },
        { "plan", t->plan->title },
        { "fiscal_year", template_text(t, "%d", t->year) },
        { "sender", t->department->name },
    };

    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
        template_string(t, t->hidden, (uint32_t)i, HIDDEN_KEY, keys[i].key,
                        NULL);
        template_string(t, t->hidden, (uint32_t)i, HIDDEN_VALUE,
                        keys[i].value, NULL);
    }
}

void template_write_hidden(template_book *t)
{
    put_keys(t);
    put_list(t, LIST_UNITS, t->units, t->unit_count);
    put_list(t, LIST_KINDS, kinds + 1, KIND_COUNT - 1);
    put_list(t, LIST_DIRECTIONS, directions + 1, DIRECTION_COUNT - 1);
    put_grades(t);
    put_list(t, LIST_REASONS, reasons, sizeof(reasons) / sizeof(*reasons));
    put_list(t, LIST_REACHED, acts, REACHED);
    put_list(t, LIST_ACTS, acts, sizeof(acts) / sizeof(*acts));
    put_years(t);
    worksheet_protect(t->hidden, NULL, NULL);
    worksheet_hide(t->hidden);
}
