/*
 * test_yaml_tree.c - what a document may hold, and what is refused where
 */
#include "support/rows.h"

#include <string.h>

#include "plan/yaml_tree.h"

static kpi_status read_tree(const yaml_node **root, arena *a,
                            const char *yaml, size_t size, kpi_error *err)
{
    kpi_source given = { "p.yaml", yaml, size };

    memset(err, 0, sizeof(*err));
    return yaml_tree_read(root, a, &given, err);
}

/* ---- What is refused -------------------------------------------------- */

#define BYTES(s) s, sizeof(s) - 1

static const struct refusal {
    const char *label;
    const char *yaml;
    size_t size;
    unsigned line, column;
    const char *message;
} refusals[] = {
    { "refuses_an_empty_file", BYTES(""), 1, 1, "empty" },
    { "refuses_a_file_of_spaces", BYTES(" \r\n\n"), 1, 1, "empty" },
    { "refuses_a_file_of_comments", BYTES("# a\n# b\n"), 1, 1, "empty" },
    { "refuses_a_second_document", BYTES("a: b\n---\nc: d\n"), 2, 1,
      "one document" },
    { "refuses_text_behind_the_end", BYTES("a: b\n...\nc: d\n"), 2, 1,
      "one document" },
    { "refuses_an_anchor", BYTES("a: 1\nb: &x c\n"), 2, 5, "anchors" },
    { "refuses_an_alias", BYTES("a: 1\nb: *x\n"), 2, 5, "aliases" },
    { "refuses_a_merge_key", BYTES("<<: *x\n"), 1, 6, "aliases" },
    { "refuses_an_anchored_list", BYTES("a: &x [1]\n"), 1, 5, "anchors" },
    { "refuses_a_tag", BYTES("a: !!int 1\n"), 1, 4, "tags" },
    { "refuses_nul", BYTES("a: b\nc: \0\n"), 2, 1, "NUL" },
    { "refuses_an_escaped_nul", BYTES("a: b\nc: \"x\\0y\"\n"), 2, 5,
      "control character" },
    { "refuses_a_control_character", BYTES("a: \"\\x1b[1m\"\n"), 1, 5,
      "control character" },
    { "refuses_shift_jis", BYTES("a: b\nt: \x93\xfa\x96\x7b\n"), 2, 1,
      "UTF-8" },
    { "refuses_utf_16", BYTES("\xff\xfe" "a\0:\0"), 1, 1, "UTF-16" },
    { "refuses_a_workbook", BYTES("PK\x03\x04....."), 1, 1, "workbook" },
    { "believes_no_line_that_looks_like_an_error",
      BYTES("%x\n# 6:6: error: x\n%7:7: error: y\n---\na: [\n"), 6, 1,
      "bracket" },
    { "names_a_tab_in_the_indentation", BYTES("a:\n\t- b\n"), 2, 1, "tab" },
    { "names_a_full_width_colon", BYTES("a：b\nc: d\n"), 1, 1,
      "full-width colon" },
    { "names_a_full_width_space", BYTES("a: b\n　c: d\n  e: f\n"), 2, 5,
      "full-width space" },
    { "refuses_an_open_bracket", BYTES("a: [1, 2\n"), 2, 1, "bracket" },
    { "refuses_an_open_quote", BYTES("a: 1\nb: 'x\n"), 2, 5, "quote" },
    { "refuses_a_colon_in_a_plain_value", BYTES("a: b: c\n"), 1, 5,
      "put it in" },
    { "refuses_doubled_quotes_over_lines", BYTES("a: 'b''\n  c'\n"), 1, 5,
      "put the text in" },
    { "refuses_wrong_indentation", BYTES("k:\n- a: x\n b: y\n"), 3, 2,
      "indentation" },
    { "refuses_a_list_as_key", BYTES("[a]: b\n"), 1, 1, "key must be" },
    { "refuses_a_map_as_key", BYTES("{a: b}: c\n"), 1, 1, "key must be" },
    { "refuses_deep_nesting", BYTES("[[[[[[[[[1]]]]]]]]]"), 1, 9, "deep" },
    { "counts_columns_in_characters", BYTES("題名: 北九州 : x\n"), 1, 9,
      "the YAML is wrong" },
    { "counts_lines_over_crlf", BYTES("a: b\r\nc: &x d\r\n"), 2, 5,
      "anchors" },
};

static void refuses(void **state)
{
    const struct refusal *c = *state;
    const yaml_node *root;
    kpi_error err;
    arena a;

    arena_init(&a, 0);
    assert_int_equal(read_tree(&root, &a, c->yaml, c->size, &err),
                     KPI_E_PLAN);
    assert_null(root);
    assert_string_equal(err.source, "p.yaml");
    assert_non_null(strstr(err.message, c->message));
    assert_int_equal(err.line, c->line);
    assert_int_equal(err.column, c->column);
    arena_free(&a);
}

/* ---- What is read ----------------------------------------------------- */

static const struct reading {
    const char *label;
    const char *yaml;
    const char *value; /* of the key "a" */
    bool plain;
    unsigned line, column;
} readings[] = {
    { "reads_a_plain_scalar", "a: 北九州市\n", "北九州市", true, 1, 4 },
    { "reads_over_a_byte_order_mark", "\xEF\xBB\xBF" "a: b\n", "b", true, 1,
      4 },
    { "reads_crlf", "x: 1\r\na: b\r\n", "b", true, 2, 4 },
    { "reads_double_quotes", "a: \"b: c #d\"\n", "b: c #d", false, 1, 5 },
    { "reads_single_quotes", "a: 'it''s'\n", "it's", false, 1, 5 },
    { "reads_many_doubled_quotes", "a: 'x''''''''''''''y'\n", "x'''''''y",
      false, 1, 5 },
    { "reads_a_text_of_quotes_only", "a: ''''''\n", "''", false, 1, 5 },
    { "reads_an_empty_text_in_quotes", "a: ''\n", "", false, 1, 5 },
    { "reads_single_quotes_behind_japanese", "題: 'あ'\na: '北''九州'\n",
      "北'九州", false, 2, 5 },
    { "folds_single_quotes_over_lines", "a: 'b\n  c'\n", "b c", false, 1,
      5 },
    { "reads_a_literal_block", "a: |\n  b\n  c\n", "b\nc\n", false, 2, 1 },
    { "reads_a_folded_block", "a: >-\n  b\n  c\n", "b c", false, 2, 1 },
    { "reads_nothing_as_an_empty_plain_scalar", "x: 1\na:\n", "", true, 2,
      1 },
    { "drops_a_comment", "a: b # c\n", "b", true, 1, 4 },
    { "reads_a_flow_map", "{x: 1, a: b}", "b", true, 1, 11 },
    { "reads_a_quoted_key", "\"a\": b", "b", true, 1, 6 },
    { "allows_a_directive", "%YAML 1.2\n---\na: b\n", "b", true, 3, 4 },
    { "allows_the_end_to_be_marked", "---\na: b\n...\n", "b", true, 2, 4 },
};

static void reads(void **state)
{
    const struct reading *c = *state;
    const yaml_node *root, *n;
    kpi_error err;
    arena a;

    arena_init(&a, 0);
    assert_int_equal(read_tree(&root, &a, c->yaml, strlen(c->yaml), &err),
                     KPI_OK);
    n = yaml_find(root, "a");
    assert_non_null(n);
    assert_int_equal(n->type, YAML_SCALAR);
    assert_string_equal(n->value.bytes, c->value);
    assert_int_equal(n->plain, c->plain);
    assert_int_equal(n->line, c->line);
    assert_int_equal(n->column, c->column);
    assert_null(yaml_find(root, "none"));
    arena_free(&a);
}

static void keeps_lists_and_their_order(void **state)
{
    static const char yaml[] = "a:\n  - b\n  - {c: d}\n  - [e, f, g]\n";
    const yaml_node *root, *list;
    kpi_error err;
    arena a;

    (void)state;
    arena_init(&a, 0);
    assert_int_equal(read_tree(&root, &a, yaml, strlen(yaml), &err), KPI_OK);
    list = yaml_find(root, "a");
    assert_int_equal(list->type, YAML_LIST);
    assert_int_equal(list->count, 3);
    assert_string_equal(list->first->value.bytes, "b");
    assert_int_equal(list->first->next->type, YAML_MAP);
    assert_string_equal(yaml_find(list->first->next, "c")->value.bytes, "d");
    assert_int_equal(list->first->next->next->count, 3);
    assert_int_equal(list->first->next->next->line, 4);
    assert_null(list->first->next->next->next);
    arena_free(&a);
}

static void refuses_a_document_over_the_limit(void **state)
{
    size_t size = YAML_MAX_BYTES + 1;
    char *yaml = test_malloc(size);
    const yaml_node *root;
    kpi_error err;
    arena a;

    (void)state;
    memset(yaml, '#', size);
    arena_init(&a, 0);
    assert_int_equal(read_tree(&root, &a, yaml, size, &err), KPI_E_PLAN);
    assert_non_null(strstr(err.message, "bytes"));
    assert_int_equal(read_tree(&root, &a, yaml, size - 1, &err), KPI_E_PLAN);
    assert_non_null(strstr(err.message, "empty"));
    arena_free(&a);
    test_free(yaml);
}

static void refuses_more_values_than_the_limit(void **state)
{
    size_t size = 4 + 2 * (size_t)YAML_MAX_NODES + 2;
    char *yaml = test_malloc(size);
    const yaml_node *root;
    kpi_error err;
    arena a;

    (void)state;
    memcpy(yaml, "a: [", 4);
    for (size_t i = 4; i + 2 < size; i += 2)
        memcpy(yaml + i, "b,", 2);
    memcpy(yaml + size - 2, "b]", 2);
    arena_init(&a, 0);
    assert_int_equal(read_tree(&root, &a, yaml, size, &err), KPI_E_PLAN);
    assert_non_null(strstr(err.message, "values"));
    assert_int_equal(err.line, 1);
    arena_free(&a);
    test_free(yaml);
}

static void survives_every_arena_limit(void **state)
{
    static const char yaml[] =
        "title: 北九州市\nlist: [a, {b: c}]\ntext: \"quoted\"\n";
    kpi_status status = KPI_E_NOMEM;
    const yaml_node *root;
    kpi_error err;
    arena a;

    (void)state;
    for (size_t limit = 1; status != KPI_OK && limit < 10000; limit += 7) {
        arena_init(&a, limit);
        status = read_tree(&root, &a, yaml, strlen(yaml), &err);
        assert_true(status == KPI_OK || status == KPI_E_NOMEM);
        assert_true((root != NULL) == (status == KPI_OK));
        arena_free(&a);
    }
    assert_int_equal(status, KPI_OK);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, refuses, refusals);
    TEST_ROWS(tests, n, reads, readings);
    TEST_ONE(tests, n, keeps_lists_and_their_order);
    TEST_ONE(tests, n, refuses_a_document_over_the_limit);
    TEST_ONE(tests, n, refuses_more_values_than_the_limit);
    TEST_ONE(tests, n, survives_every_arena_limit);
    return run_tests("yaml_tree", tests, n);
}
