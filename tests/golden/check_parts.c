/*
 * check_parts.c - workbooks, part by part, against ECMA-376's order and
 * Excel's limits (support/part_order.h, support/package_facts.h)
 *
 *     check_parts FILE.xlsx...      fails when anything is against them
 */
#include <stdio.h>
#include <stdlib.h>

#include "support/package_facts.h"

static char *slurp(const char *path, size_t *size)
{
    FILE *in = fopen(path, "rb");
    char *bytes = NULL;
    long end;

    *size = 0;
    if (!in)
        return NULL;
    fseek(in, 0, SEEK_END);
    end = ftell(in);
    rewind(in);
    bytes = malloc((size_t)end + 1);
    if (bytes)
        *size = fread(bytes, 1, (size_t)end, in);
    fclose(in);
    return bytes;
}

int main(int argc, char **argv)
{
    size_t bad = 0;

    for (int i = 1; i < argc; i++) {
        offences o = { .file = argv[i] };
        size_t size;
        char *bytes = slurp(argv[i], &size);

        if (!bytes || !package_check(&o, bytes, size))
            o.count++;
        if (o.count)
            fprintf(stderr, "parts: %s: %zu against the standard\n", argv[i],
                    o.count);
        bad += o.count;
        free(bytes);
    }
    printf("parts: %d workbooks, %zu against the standard\n", argc - 1, bad);
    return bad != 0;
}
