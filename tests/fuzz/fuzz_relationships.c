/*
 * fuzz_relationships.c - a target as written, resolved
 *
 * The bytes are a part's name, a line feed, and a target. What comes out is
 * a normal name: no empty, "." or ".." step, no fragment; resolving it again
 * from the root changes nothing.
 */
#include "fuzz/check.h"
#include "ooxml/opc.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_steps(text name)
{
    while (name.length != 0) {
        size_t end = text_find(name, "/", 0);
        text step = text_cut(name, 0, end);

        check(step.length != 0 && !text_is(step, ".") &&
              !text_is(step, ".."));
        check(end == SIZE_MAX || end + 1 < name.length);
        name = end == SIZE_MAX ? text_of("") : text_from(name, end + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    text input = text_slice((const char *)bytes, size);
    size_t line = text_find(input, "\n", 0);
    const char *resolved, *again;
    arena memory;
    char *part;

    arena_init(&memory, 1 << 20);
    part = arena_strndup(&memory, input.bytes,
                         line == SIZE_MAX ? 0 : line);
    resolved = part == NULL ? NULL
                            : opc_resolve(&memory, part,
                                          text_from(input, line == SIZE_MAX
                                                               ? 0 : line + 1));
    if (resolved != NULL) {
        check_steps(text_of(resolved));
        check(strchr(resolved, '\\') == NULL);
        again = opc_resolve(&memory, "", text_of(resolved));
        check(again == NULL || strcmp(again, resolved) == 0 ||
              /* white space at an end is trimmed off a target */
              text_trim(text_of(resolved)).length != strlen(resolved) ||
              strchr(resolved, '#') != NULL);
    }
    arena_free(&memory);
    return 0;
}
