/*
 * schemes.c - preset scales of grades, named by the scale, not by a city
 */
#include "plan/schemes.h"

/* From the best down: blue, light blue, yellow, orange; grey between. They
 * differ in lightness too, for black and white and for colour-blind eyes. */
#define BLUE "9DC3E6"
#define PALE_BLUE "DDEBF7"
#define GREEN "C6E0B4"
#define YELLOW "FFE699"
#define ORANGE "F4B183"
#define RED "E6897E"
#define GREY "EDEDED"

static const scheme schemes[] = {
    { "120-100-70", false, 4,
      { { "A", "120", BLUE }, { "B", "100", PALE_BLUE },
        { "C", "70", YELLOW }, { "D", NULL, ORANGE } },
      { "総合戦略の4段階。目標を2割以上うわまわれば A、達成で B、7割で C",
        "four grades of a comprehensive strategy: A a fifth beyond the "
        "target, B reached, C seven tenths" } },
    { "110-80-50", false, 4,
      { { "A", "110", BLUE }, { "B", "80", PALE_BLUE },
        { "C", "50", YELLOW }, { "D", NULL, ORANGE } },
      { "4段階。おおむね達成（8割以上）を B、半ばを C とする",
        "four grades: nearly reached (80) is B, half is C" } },
    { "80-60", false, 3,
      { { "順調", "80", BLUE }, { "やや遅れ", "60", YELLOW },
        { "遅れ", NULL, ORANGE } },
      { "進み具合の3段階。計画の8割で順調、6割でやや遅れ",
        "three words for progress: on track from 80, a little late from "
        "60, else late" } },
    { "seven-point", false, 7,
      { { "7", "120", BLUE }, { "6", "110", PALE_BLUE },
        { "5", "100", GREEN }, { "4", "80", GREY }, { "3", "60", YELLOW },
        { "2", "40", ORANGE }, { "1", NULL, RED } },
      { "7点法。5が達成。うえは1割きざみ、したは2割きざみ",
        "seven points: 5 is reached, a tenth a point above it, a fifth a "
        "point below" } },
    { "s-a-b-c", false, 4,
      { { "S", "120", BLUE }, { "A", "100", PALE_BLUE },
        { "B", "80", YELLOW }, { "C", NULL, ORANGE } },
      { "達成を A とし、とくに優れたものを S とする4段階。評価できないもの（−）は "
        "categories に書く",
        "A is reached, S is outstanding; what cannot be assessed (−) "
        "belongs in categories" } },
    { "symbols", false, 4,
      { { "◎", "100", BLUE }, { "○", "80", PALE_BLUE },
        { "△", "50", YELLOW }, { "×", NULL, ORANGE } },
      { "記号の4段階。◎達成、○おおむね達成（8割）、△半ば、×それ未満",
        "four signs: reached, nearly (80), half, less" } },
    { "a-b-bstar-c-d-e", false, 6,
      { { "A", "120", BLUE }, { "B", "100", PALE_BLUE },
        { "B*", "90", GREEN }, { "C", "70", YELLOW }, { "D", "50", ORANGE },
        { "E", NULL, RED } },
      { "6段階。B* は達成にあと1割のもの",
        "six grades: B* is within a tenth of the target" } },
    { "naikakufu-4", true, 4,
      { { "非常に効果的であった", "100", BLUE },
        { "相当程度効果があった", "70", PALE_BLUE },
        { "効果があった", "30", YELLOW },
        { "効果がなかった", NULL, ORANGE } },
      { "地方創生関係交付金の効果検証の4語。判断は人がおこなうもので、達成率からは"
        "目安だけを示す（全目標の達成、7割、3割をさかいとする）",
        "the four words of the national grant's review: people decide, the "
        "rate only suggests (bounds 100, 70, 30)" } },
};

enum { SCHEME_COUNT = sizeof(schemes) / sizeof(*schemes) };

size_t scheme_count(void)
{
    return SCHEME_COUNT;
}

const scheme *scheme_at(size_t index)
{
    return index < SCHEME_COUNT ? &schemes[index] : NULL;
}

const scheme *scheme_find(text name)
{
    for (size_t i = 0; i < SCHEME_COUNT; i++)
        if (text_is(name, schemes[i].name))
            return &schemes[i];
    return NULL;
}

bool scheme_apply(plan *p, const scheme *s)
{
    plan_band *bands = arena_array(&p->memory, s->band_count, sizeof(*bands));

    if (bands == NULL)
        return false;
    for (size_t i = 0; i < s->band_count; i++) {
        const scheme_band *from = &s->bands[i];

        bands[i].grade = from->grade;
        bands[i].color = from->color;
        bands[i].label = "";
        bands[i].has_bound = from->at_least != NULL;
        if (from->at_least != NULL &&
            !number_from_decimal(&p->memory, &bands[i].at_least,
                                 text_of(from->at_least)))
            return false;
    }
    p->scheme = s->name;
    p->bands = bands;
    p->band_count = s->band_count;
    p->suggest_only = p->suggest_only || s->suggest_only;
    return true;
}

/* ---- Labels ----------------------------------------------------------- */

/* %1 is the lower bound, %2 the upper one, %3 the highest value below it. */
static const struct {
    const char *top, *between, *steps, *bottom, *bottom_step, *all;
} wording[] = {
    [LANGUAGE_JA] = { "%1%以上", "%1%以上%2%未満", "%1～%3%", "%2%未満",
                      "%3%以下", "すべて" },
    [LANGUAGE_EN] = { "%1% or more", "%1% to under %2%", "%1–%3%",
                      "under %2%", "%3% or less", "all" },
};

static void put_label(buf *out, const char *pattern, number low, number high,
                      number below)
{
    for (; *pattern != '\0'; pattern++) {
        const number values[] = { low, high, below };

        if (pattern[0] == '%' && pattern[1] >= '1' && pattern[1] <= '3')
            number_put(out, values[*++pattern - '1'], 0);
        else
            buf_char(out, *pattern);
    }
}

/* Every bound is a value that can be shown: then bands can be named by the
 * last value of each. */
static bool bounds_are_shown(const plan *p, arena *a)
{
    number rounded;

    if (p->grade_on != GRADE_ON_SHOWN)
        return false;
    for (size_t i = 0; i < p->band_count; i++) {
        if (!p->bands[i].has_bound)
            continue;
        if (!number_round(a, &rounded, p->bands[i].at_least, p->digits,
                          NUMBER_FLOOR) ||
            number_compare(rounded, p->bands[i].at_least) != 0)
            return false;
    }
    return true;
}

static const char *pattern_for(const plan *p, size_t i, bool shown)
{
    bool low = p->bands[i].has_bound, high = i > 0;

    if (low && high)
        return shown ? wording[p->language].steps
                     : wording[p->language].between;
    if (low)
        return wording[p->language].top;
    if (high)
        return shown ? wording[p->language].bottom_step
                     : wording[p->language].bottom;
    return wording[p->language].all;
}

bool scheme_label_bands(plan *p)
{
    arena *a = &p->memory;
    bool shown = bounds_are_shown(p, a), done = false;
    number step, below = NUMBER_ZERO;
    buf label;

    buf_init(&label);
    if (!number_power_of_ten(a, &step, -p->digits))
        goto out;
    for (size_t i = 0; i < p->band_count; i++) {
        number high = i > 0 ? p->bands[i - 1].at_least : NUMBER_ZERO;

        if (p->bands[i].label[0] != '\0')
            continue;
        if (!number_subtract(a, &below, high, step))
            goto out;
        buf_clear(&label);
        put_label(&label, pattern_for(p, i, shown), p->bands[i].at_least,
                  high, below);
        p->bands[i].label = arena_strdup(a, buf_cstr(&label));
        if (!buf_ok(&label) || p->bands[i].label == NULL)
            goto out;
    }
    done = true;
out:
    buf_free(&label);
    return done;
}
