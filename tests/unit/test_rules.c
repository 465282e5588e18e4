/*
 * test_rules.c - the catalogue: complete, sorted, and filled in
 */
#include "support/rows.h"

#include <string.h>

#include "check/rules.h"

enum { RULES_AT_LEAST = 60 };

/* ---- The tables ---------------------------------------------------------- */

static void holds_at_least_sixty_rules(void **state)
{
    (void)state;
    assert_true(rule_count() >= RULES_AT_LEAST);
    assert_null(rule_at(rule_count()));
}

static void every_id_is_in_kebab_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        const char *id = rule_at(i)->id;
        size_t length = strlen(id);

        assert_true(length >= 5 && length < 32); /* fits into kpi_error */
        assert_int_equal(strspn(id, "abcdefghijklmnopqrstuvwxyz-"), length);
        assert_true(id[0] != '-' && id[length - 1] != '-');
        assert_non_null(strchr(id, '-'));
        assert_null(strstr(id, "--"));
    }
}

static void lists_rules_sorted_and_once(void **state)
{
    (void)state;
    for (size_t i = 1; i < rule_count(); i++)
        assert_true(strcmp(rule_at(i - 1)->id, rule_at(i)->id) < 0);
}

static void finds_every_rule_by_its_id(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++)
        assert_ptr_equal(rule_find(rule_at(i)->id), rule_at(i));
    assert_null(rule_find("no-such-rule"));
    assert_null(rule_find(""));
}

static bool has_japanese(const char *s)
{
    for (; *s != '\0'; s++)
        if ((unsigned char)*s >= 0xe3)
            return true;
    return false;
}

static void finds_again_what_it_would_find(void **state)
{
    rule_memory memory = { { NULL } };

    (void)state;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < rule_count(); i++)
            assert_ptr_equal(rule_find_again(&memory, rule_at(i)->id),
                             rule_at(i));
    assert_null(rule_find_again(&memory, "no-such-rule"));
    assert_null(rule_find_again(&memory, ""));
}

static void every_rule_is_complete_in_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        const rule *r = rule_at(i);

        assert_true(has_japanese(r->message[LANGUAGE_JA]));
        assert_true(has_japanese(r->hint[LANGUAGE_JA]));
        assert_false(has_japanese(r->message[LANGUAGE_EN]));
        assert_true(strlen(r->message[LANGUAGE_EN]) > 10);
        assert_true(strlen(r->hint[LANGUAGE_EN]) > 20);
        assert_true(text_ends(text_of(r->hint[LANGUAGE_JA]), "。"));
        assert_true(text_ends(text_of(r->hint[LANGUAGE_EN]), "."));
        assert_false(text_ends(text_of(r->message[LANGUAGE_JA]), "。"));
        assert_false(text_ends(text_of(r->message[LANGUAGE_EN]), "."));
        assert_true(r->wrong[0] != '\0' && r->right[0] != '\0');
        assert_string_not_equal(r->wrong, r->right);
        assert_true(r->since[0] != '\0' && r->family[0] != '\0');
        assert_non_null(r->enforce_from);
        assert_true(r->severity != SEVERITY_OFF);
    }
}

/* Is `name` a placeholder: value project field 0 .. 5 0y .. 5y, 0j .. 5j? */
static bool is_placeholder(text name)
{
    if (text_is(name, "value") || text_is(name, "project") ||
        text_is(name, "field"))
        return true;
    return name.length >= 1 && name.length <= 2 && name.bytes[0] >= '0' &&
           name.bytes[0] < '0' + FINDING_ARGS &&
           (name.length == 1 || name.bytes[1] == 'y' ||
            name.bytes[1] == 'j');
}

/* How many placeholders a pattern has; fails on one that is malformed. */
static size_t count_placeholders(const char *string)
{
    text pattern = text_of(string);
    size_t count = 0;
    bool optional = false;

    for (size_t at = 0; at < pattern.length; at++) {
        char c = pattern.bytes[at];

        if (c == '{') {
            size_t end = text_find(pattern, "}", at);

            assert_true(end != SIZE_MAX);
            assert_true(is_placeholder(text_cut(pattern, at + 1, end)));
            count++;
            at = end;
        } else {
            assert_true(c != '}');
            assert_true(c != (optional ? '[' : ']'));
            if (c == '[' || c == ']')
                optional = !optional;
        }
    }
    assert_false(optional);
    return count;
}

static void placeholders_are_alike_in_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        const rule *r = rule_at(i);

        assert_int_equal(count_placeholders(r->message[LANGUAGE_JA]),
                         count_placeholders(r->message[LANGUAGE_EN]));
        assert_int_equal(count_placeholders(r->hint[LANGUAGE_JA]), 0);
        assert_int_equal(count_placeholders(r->hint[LANGUAGE_EN]), 0);
    }
}

static void only_what_stops_a_file_is_an_error(void **state)
{
    static const char *const errors[] = {
        "actual-not-a-number", "cell-error", "formula-not-calculated",
        "no-kpi-table",
    };

    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        const rule *r = rule_at(i);
        bool listed = strcmp(r->family, "file") == 0;

        for (size_t n = 0; n < sizeof(errors) / sizeof(*errors); n++)
            listed = listed || strcmp(r->id, errors[n]) == 0;
        assert_int_equal(r->severity == SEVERITY_ERROR, listed);
    }
}

/* ---- Severity ------------------------------------------------------------ */

static const struct severity_case {
    const char *label, *enforce_from, *as_of, *plan_says;
    severity expected;
} severity_rows[] = {
    { "its own severity", "", "2026-01-01", NULL, SEVERITY_WARNING },
    { "a trial before its day", "2026-04-01", "2026-03-31", NULL,
      SEVERITY_NOTICE },
    { "a trial on its day", "2026-04-01", "2026-04-01", NULL,
      SEVERITY_WARNING },
    { "a trial without a day", "2026-04-01", "", NULL, SEVERITY_NOTICE },
    { "a trial with no day at all", "2026-04-01", NULL, NULL,
      SEVERITY_NOTICE },
    { "turned off by the plan", "", "2026-01-01", "off", SEVERITY_OFF },
    { "raised by the plan", "", "2026-01-01", "error", SEVERITY_ERROR },
    { "the plan decides a trial", "2026-04-01", "2026-03-31", "error",
      SEVERITY_ERROR },
};

static void takes_the_severity(void **state)
{
    const struct severity_case *c = *state;
    rule r = *rule_find("target-missing");
    plan_rule change = { "target-missing", c->plan_says, "so agreed", 1 };
    plan *p = plan_default();

    assert_non_null(p);
    r.enforce_from = c->enforce_from;
    if (c->plan_says != NULL) {
        p->rules = &change;
        p->rule_count = 1;
    }
    assert_int_equal(rule_severity(&r, p, c->as_of), c->expected);
    p->rule_count = 0;
    assert_int_equal(rule_severity(&r, NULL, "9999-12-31"),
                     SEVERITY_WARNING);
    plan_free(p);
}

static void severities_have_words_in_both_languages(void **state)
{
    (void)state;
    assert_string_equal(severity_text(SEVERITY_ERROR, LANGUAGE_EN), "error");
    assert_string_equal(severity_text(SEVERITY_WARNING, LANGUAGE_JA), "警告");
    assert_string_equal(severity_text(SEVERITY_NOTICE, LANGUAGE_JA), "注意");
}

/* ---- Filling in ---------------------------------------------------------- */

static const struct format_case {
    const char *label, *pattern, *filled;
} format_rows[] = {
    { "the value", "「{value}」です", "「15件」です" },
    { "names", "{project}: {field}", "企業誘致: 実績" },
    { "arguments", "{0}, {1}", "人, 2016" },
    { "a year", "{1y}の実績", "平成28年度(2016)の実績" },
    { "an argument that is no year", "{0y}", "人" },
    { "an absent argument", "<{4}>", "<>" },
    { "an optional part that is filled", "a[ ({0})]b", "a (人)b" },
    { "an optional part that is not", "a[ ({0}, {5})]b", "ab" },
    { "an unknown placeholder", "{nobody}", "" },
    { "a bracket without an end", "{value", "{value" },
    { "nothing to fill in", "text", "text" },
};

static void fills_in(void **state)
{
    const struct format_case *c = *state;
    finding f = { .rule = "x", .value = "15件", .project = "企業誘致",
                  .field = "実績", .args = { "人", "2016" } };
    buf b;

    buf_init(&b);
    rule_format(&b, c->pattern, &f);
    assert_string_equal(buf_cstr(&b), c->filled);
    buf_free(&b);
}

static void shows_a_pattern_without_a_finding(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    rule_format(&b, "{0y}の「{value}」です[（{1}）]", NULL);
    assert_string_equal(buf_cstr(&b), "…の「…」です");
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ONE(tests, n, holds_at_least_sixty_rules);
    TEST_ONE(tests, n, every_id_is_in_kebab_case);
    TEST_ONE(tests, n, lists_rules_sorted_and_once);
    TEST_ONE(tests, n, finds_every_rule_by_its_id);
    TEST_ONE(tests, n, finds_again_what_it_would_find);
    TEST_ONE(tests, n, every_rule_is_complete_in_both_languages);
    TEST_ONE(tests, n, placeholders_are_alike_in_both_languages);
    TEST_ONE(tests, n, only_what_stops_a_file_is_an_error);
    TEST_ROWS(tests, n, takes_the_severity, severity_rows);
    TEST_ONE(tests, n, severities_have_words_in_both_languages);
    TEST_ROWS(tests, n, fills_in, format_rows);
    TEST_ONE(tests, n, shows_a_pattern_without_a_finding);
    return run_tests("rules", tests, n);
}
