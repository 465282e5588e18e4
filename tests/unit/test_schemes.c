/*
 * test_schemes.c - the preset scales, and the labels that bounds give
 */
#include "support/rows.h"

#include <string.h>

#include "plan/schemes.h"

static const struct preset {
    const char *label;
    const char *name;
    const char *bands; /* grade=bound=label, as whole percents shown */
    bool suggest_only;
} presets[] = {
    { "has_120_100_70", "120-100-70",
      "A=120=120%以上;B=100=100～119%;C=70=70～99%;D=-=69%以下;", false },
    { "has_110_80_50", "110-80-50",
      "A=110=110%以上;B=80=80～109%;C=50=50～79%;D=-=49%以下;", false },
    { "has_80_60", "80-60",
      "順調=80=80%以上;やや遅れ=60=60～79%;遅れ=-=59%以下;", false },
    { "has_seven_points", "seven-point",
      "7=120=120%以上;6=110=110～119%;5=100=100～109%;4=80=80～99%;"
      "3=60=60～79%;2=40=40～59%;1=-=39%以下;", false },
    { "has_s_a_b_c", "s-a-b-c",
      "S=120=120%以上;A=100=100～119%;B=80=80～99%;C=-=79%以下;", false },
    { "has_symbols", "symbols",
      "◎=100=100%以上;○=80=80～99%;△=50=50～79%;×=-=49%以下;", false },
    { "has_a_b_bstar_c_d_e", "a-b-bstar-c-d-e",
      "A=120=120%以上;B=100=100～119%;B*=90=90～99%;C=70=70～89%;"
      "D=50=50～69%;E=-=49%以下;", false },
    { "suggests_only_in_four_words", "naikakufu-4",
      "非常に効果的であった=100=100%以上;相当程度効果があった=70=70～99%;"
      "効果があった=30=30～69%;効果がなかった=-=29%以下;", true },
};

static void gives_bands(void **state)
{
    const struct preset *c = *state;
    const scheme *s = scheme_find(text_of(c->name));
    plan *p = plan_default();
    buf b;

    assert_non_null(s);
    assert_non_null(p);
    p->digits = 0;
    p->grade_on = GRADE_ON_SHOWN;
    assert_true(scheme_apply(p, s));
    assert_true(scheme_label_bands(p));
    buf_init(&b);
    for (size_t i = 0; i < p->band_count; i++) {
        buf_printf(&b, "%s=", p->bands[i].grade);
        if (p->bands[i].has_bound)
            number_put(&b, p->bands[i].at_least, 0);
        else
            buf_char(&b, '-');
        buf_printf(&b, "=%s;", p->bands[i].label);
    }
    assert_string_equal(buf_cstr(&b), c->bands);
    assert_string_equal(p->scheme, c->name);
    assert_int_equal(p->suggest_only, c->suggest_only);
    buf_free(&b);
    plan_free(p);
}

static bool is_hex_color(const char *color)
{
    return strlen(color) == 6 && strspn(color, "0123456789ABCDEF") == 6;
}

static void every_preset_is_well_formed(void **state)
{
    (void)state;
    assert_int_equal(scheme_count(), sizeof(presets) / sizeof(*presets));
    for (size_t i = 0; i < scheme_count(); i++) {
        const scheme *s = scheme_at(i);

        assert_ptr_equal(scheme_find(text_of(s->name)), s);
        assert_true(s->about[LANGUAGE_JA][0] != '\0');
        assert_true(s->about[LANGUAGE_EN][0] != '\0');
        assert_in_range(s->band_count, 2, 8);
        for (size_t j = 0; j < s->band_count; j++) {
            assert_true(is_hex_color(s->bands[j].color));
            assert_int_equal(s->bands[j].at_least == NULL,
                             j + 1 == s->band_count);
            for (size_t k = 0; k < j; k++)
                assert_string_not_equal(s->bands[j].color,
                                        s->bands[k].color);
        }
    }
    assert_null(scheme_at(scheme_count()));
    assert_null(scheme_find(text_of("120-100")));
}

/* One decimal: the value below 100% that can be shown is 99.9%. */
static void labels_follow_the_shown_digits(void **state)
{
    plan *p = plan_default();

    (void)state;
    assert_non_null(p);
    p->digits = 1;
    p->grade_on = GRADE_ON_SHOWN;
    p->language = LANGUAGE_EN;
    assert_true(scheme_apply(p, scheme_find(text_of("80-60"))));
    assert_true(scheme_label_bands(p));
    assert_string_equal(p->bands[0].label, "80% or more");
    assert_string_equal(p->bands[1].label, "60–79.9%");
    assert_string_equal(p->bands[2].label, "59.9% or less");
    plan_free(p);
}

static void labels_of_one_band_hold_for_all(void **state)
{
    plan_band band = { .grade = "A", .label = "", .color = "" };
    plan *p = plan_default();

    (void)state;
    assert_non_null(p);
    p->bands = &band;
    p->band_count = 1;
    assert_true(scheme_label_bands(p));
    assert_string_equal(band.label, "すべて");
    p->bands = NULL;
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, gives_bands, presets);
    TEST_ONE(tests, n, every_preset_is_well_formed);
    TEST_ONE(tests, n, labels_follow_the_shown_digits);
    TEST_ONE(tests, n, labels_of_one_band_hold_for_all);
    return run_tests("schemes", tests, n);
}
