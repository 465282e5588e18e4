/*
 * achievement_explain.c - the end of a derivation: percent, shown, grade
 */
#include "kpi/achievement.h"
#include "kpi/achievement_parts.h"

enum { EXACT_DIGITS = 4 }; /* a percent with no more of them is written out */

/* ` = 76.25%`, or ` ≈ 104.11%` where the percent has no short decimal. */
static void put_percent(calc *c, buf *out, number percent, int digits)
{
    number rounded = calc_round(c, percent, EXACT_DIGITS, NUMBER_HALF_UP);

    if (number_compare(rounded, percent) == 0) {
        buf_string(out, " = ");
        number_put(out, percent, 0);
    } else {
        buf_string(out, " ≈ ");
        number_put_fixed(out, percent, digits + 2);
    }
    buf_char(out, '%');
}

/* The largest shown percentage below a bound: 99, 99.9; exactly: <100. */
static void put_upper(buf *out, number bound, const plan *p)
{
    arena work;
    calc c = { .memory = &work };
    number step;

    arena_init(&work, 0);
    if (p->grade_on == GRADE_ON_EXACT) {
        buf_char(out, '<');
        number_put(out, bound, 0);
    } else if (number_power_of_ten(&work, &step, -p->digits)) {
        number_put(out, calc_subtract(&c, bound, step), 0);
    }
    arena_free(&work);
}

/* (120–) (70–99) (–69); on exact values (70–<100) */
static void put_bounds(buf *out, const plan *p, size_t band)
{
    buf_string(out, " (");
    if (p->bands[band].has_bound)
        number_put(out, p->bands[band].at_least, 0);
    buf_string(out, "–");
    if (band > 0 && p->bands[band - 1].has_bound)
        put_upper(out, p->bands[band - 1].at_least, p);
    buf_char(out, ')');
}

void explain_grade(buf *out, const char *grade, const plan *p)
{
    static const words suggested = {{ "（目安）", " (suggestion)" }};

    buf_string(out, grade);
    for (size_t i = 0; i < p->band_count; i++)
        if (text_equal(text_of(p->bands[i].grade), text_of(grade))) {
            put_bounds(out, p, i);
            break;
        }
    if (p->suggest_only)
        buf_string(out, suggested.in[p->language]);
}

void explain_result(calc *c, buf *out, number rate, const char *shown,
                    const char *grade, const plan *p)
{
    size_t before = out->length;
    int digits = p->digits < 0 ? 0 : p->digits;

    put_percent(c, out, calc_percent(c, rate), digits);
    if (!buf_ok(out))
        return;
    if (!text_ends(text_slice(out->bytes + before, out->length - before),
                   calc_keep(c, arena_printf(c->memory, " %s", shown))))
        buf_printf(out, " → %s", shown);
    if (grade[0] != '\0') {
        buf_string(out, " → ");
        explain_grade(out, grade, p);
    }
}

/* ---- The whole derivation of a KPI ---------------------------------------- */

const char *measure_reason(const measure *m, plan_language language)
{
    return m->reason_text != NULL ? m->reason_text
                                  : no_rate_reason_text(m->reason, language);
}

static const words formula_notes[FORMULA_COUNT] = {
    [FORMULA_INVERSE] = {{ "（逆比 inverse）", " (inverse)" }},
    [FORMULA_MIRROR] = {{ "（鏡像 mirror）", " (mirror)" }},
    [FORMULA_PROGRESS] = {{ "（進捗 progress）", " (progress)" }},
    [FORMULA_KEEP] = {{ "（維持 keep）", " (keep)" }},
};

static void put_notes(buf *out, const measure *m, plan_language language)
{
    static const words yearly = {{ "（年度別計画値）", " (yearly plan)" }};
    static const words ahead = {{ "（先行）", " (ahead of its period)" }};
    static const words final = {{ "（最終目標比）",
                                  " (against the final target)" }};
    static const words worse = {{ "（▼基準値より悪化）",
                                  " (▼ worse than the baseline)" }};
    const char *formula = formula_notes[m->formula].in[language];

    if (formula != NULL && m->formula_text[0] != '\0')
        buf_string(out, formula);
    if (m->planned)
        buf_string(out, yearly.in[language]);
    if (m->ahead)
        buf_string(out, ahead.in[language]);
    if (m->against_final)
        buf_string(out, final.in[language]);
    if (m->worse)
        buf_string(out, worse.in[language]);
}

const char *explain_kpi(calc *c, const measure *m, const char *shown,
                        const char *grade, const plan *p)
{
    char room[512];
    buf out;

    buf_init_room(&out, room, sizeof(room));
    buf_string(&out, m->formula_text);
    if (m->rate.known) {
        explain_result(c, &out, m->rate.value, shown, grade, p);
    } else {
        if (m->formula_text[0] != '\0')
            buf_string(&out, p->language == LANGUAGE_JA ? "：" : ": ");
        buf_string(&out, measure_reason(m, p->language));
    }
    put_notes(&out, m, p->language);
    return calc_keep_buf(c, &out);
}

void explain_override(buf *out, const grade_override *o, plan_language l)
{
    static const words changed = {{ "；判定を変更：", "; overridden: " }};
    const char *details[] = { o->reason, o->by, o->date };
    bool some = false;

    if (o->grade[0] == '\0')
        return;
    buf_string(out, changed.in[l]);
    buf_string(out, o->grade);
    for (size_t i = 0; i < sizeof(details) / sizeof(*details); i++) {
        if (details[i][0] == '\0')
            continue;
        buf_string(out, some ? ", " : " [");
        buf_string(out, details[i]);
        some = true;
    }
    if (some)
        buf_char(out, ']');
}
