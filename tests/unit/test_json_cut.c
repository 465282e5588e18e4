/*
 * test_json_cut.c - the projects of a kpibook.dataset/1 taken out one by one
 */
#include "support/rows.h"

#include <string.h>

#include "store/json_cut.h"

static const struct cut_case {
    const char *label;
    const char *json;
    const char *around; /* NULL: odd, to be read whole */
    const char *items;  /* each with its line before and a | behind it */
} cases[] = {
    { "takes items out of the list",
      "{\"a\":1,\"projects\":[{\"n\":1},{\"n\":2}],\"z\":[]}",
      "{\"a\":1,\"projects\":[],\"z\":[]}", "1{\"n\":1}|1{\"n\":2}|" },
    { "spaces and lines between",
      "{\n \"projects\" : [\n  {\n \"n\": 1 } ,\n  {}\n ]\n}\n",
      "{\n \"projects\" : []\n}\n", "3{\n \"n\": 1 }|5{}|" },
    { "an empty list", "{\"projects\":[ ]}", "{\"projects\":[]}", "" },
    { "no list", "{\"projects\":null}", "{\"projects\":null}", "" },
    { "no such key", "{\"b\":[{\"c\":[1]}]}", "{\"b\":[{\"c\":[1]}]}", "" },
    { "a key deeper down", "{\"b\":{\"projects\":[{}]}}",
      "{\"b\":{\"projects\":[{}]}}", "" },
    { "a text that looks like the key", "{\"b\":\"projects\",\"c\":[{}]}",
      "{\"b\":\"projects\",\"c\":[{}]}", "" },
    { "a key that begins like it", "{\"projects\\\"\":[{}]}",
      "{\"projects\\\"\":[{}]}", "" },
    { "brackets and quotes in texts",
      "{\"projects\":[{\"a\":\"]}\\\"[{\",\"b\":\"\\\\\"}]}",
      "{\"projects\":[]}", "1{\"a\":\"]}\\\"[{\",\"b\":\"\\\\\"}|" },
    { "lists in an item", "{\"projects\":[{\"a\":[[{}],{}]},{}]}",
      "{\"projects\":[]}", "1{\"a\":[[{}],{}]}|1{}|" },
    { "what is no JSON around", "{projects:[{}]}", "{projects:[{}]}", "" },
    { "a list that does not end", "{\"projects\":[{}", NULL, NULL },
    { "an item that does not end", "{\"projects\":[{]}", NULL, NULL },
    { "a text that does not end", "{\"a\":\"", NULL, NULL },
    { "no comma", "{\"projects\":[{}{}]}", NULL, NULL },
    { "a comma too many", "{\"projects\":[{},]}", NULL, NULL },
    { "a comma in front", "{\"projects\":[,{}]}", NULL, NULL },
    { "an item that is no object", "{\"projects\":[{},1]}", NULL, NULL },
    { "the list twice", "{\"projects\":[{}],\"projects\":[]}", NULL, NULL },
    { "a bracket too many", "{\"projects\":[]}}", NULL, NULL },
};

static bool note(void *context, text item, unsigned line)
{
    buf_printf(context, "%u%.*s|", line, (int)item.length, item.bytes);
    return buf_ok(context);
}

/* In pieces of so many bytes. */
static bool cut(json_cut *c, const char *json, size_t size)
{
    text all = text_of(json);

    for (size_t at = 0; at < all.length; at += size)
        assert_true(json_cut_add(c, text_cut(all, at, at + size < all.length
                                                          ? at + size
                                                          : all.length)));
    return json_cut_done(c);
}

static void cuts(void **state)
{
    const struct cut_case *c = *state;

    for (size_t size = 1; size <= strlen(c->json); size++) {
        json_cut first, second;
        buf items;

        json_cut_init(&first);
        json_cut_init(&second);
        buf_init(&items);
        second.take = note;
        second.context = &items;
        assert_int_equal(cut(&first, c->json, size), c->around != NULL);
        if (c->around != NULL) {
            assert_string_equal(buf_cstr(&first.around), c->around);
            assert_true(cut(&second, c->json, size));
            assert_string_equal(buf_cstr(&items), c->items);
            assert_int_equal(first.count, second.count);
        }
        json_cut_free(&first);
        json_cut_free(&second);
        buf_free(&items);
    }
}

static bool refuse(void *context, text item, unsigned line)
{
    (void)item;
    (void)line;
    ++*(int *)context;
    return false;
}

static void stops_when_told(void **state)
{
    json_cut c;
    int asked = 0;

    (void)state;
    json_cut_init(&c);
    c.take = refuse;
    c.context = &asked;
    assert_false(json_cut_add(&c, text_of("{\"projects\":[{},{}]}")));
    assert_int_equal(asked, 1);
    json_cut_free(&c);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, cuts, cases);
    TEST_ONE(tests, n, stops_when_told);
    return run_tests("json_cut", tests, n);
}
