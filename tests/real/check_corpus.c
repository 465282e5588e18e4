/*
 * check_corpus.c - reads a corpus of real workbooks and compares each cell
 *
 *     check_corpus [CORPUS]
 *
 * CORPUS/manifest.tsv names the files and what is expected of them,
 * CORPUS/values holds the expected cells; see the corpus's README. Each file
 * is read with the fast path and by libxml2 alone. Prints a
 * line for each difference and "N passed, N failed"; exits 1 on a failure.
 * Without an argument the corpus is looked for in $KPIBOOK_SHARED/corpus and
 * passed over when it is not there.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>
#include <zlib.h>

#include "xlsx/cellref.h"
#include "xlsx/grid.h"

enum { LINE_SIZE = 1 << 22, MOST_SHOWN = 10, PATH_SIZE = 1024 };

static const struct {
    const char *expected, *rules; /* any of them */
} outcomes[] = {
    { "ERR_EMPTY_FILE", "file-empty" },
    { "ERR_NOT_ZIP", "file-not-xlsx" },
    { "ERR_HTML", "file-not-xlsx" },
    { "ERR_OTHER_FORMAT", "file-not-xlsx file-ods file-xlsb" },
    { "ERR_LEGACY_XLS", "file-legacy-xls" },
    { "ERR_ENCRYPTED", "file-encrypted" },
    { "ERR_ZIP_CORRUPT", "file-damaged" },
    { "ERR_ZIP_AMBIGUOUS", "file-damaged" },
    { "ERR_NO_WORKBOOK", "file-damaged" },
    { "ERR_NO_SHEETS", "file-damaged" },
    { "ERR_PART_MISSING", "file-damaged" },
    { "ERR_XML_MALFORMED", "file-damaged" },
    { "ERR_XML_DTD", "file-unsafe" },
    { "ERR_LIMIT", "file-over-limit" },
};

/* One file of the corpus while it is checked. */
typedef struct check {
    const char *name;
    size_t problems;
    bool one_parser; /* no fast path */
    book *book;
    arena memory;
    grid *grids;
    size_t seen;
} check;

static void problem(check *c, const char *where, const char *what,
                    const char *expected, const char *got)
{
    if (c->problems++ < MOST_SHOWN)
        printf("%s: %s: %s: expected %s, got %s\n", c->name, where, what,
               expected, got);
}

static void *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long length;

    *size = 0;
    if (file == NULL)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (length = ftell(file)) >= 0 &&
        fseek(file, 0, SEEK_SET) == 0) {
        bytes = malloc((size_t)length + 1);
        if (bytes != NULL)
            *size = fread(bytes, 1, (size_t)length, file);
    }
    fclose(file);
    return bytes;
}

static kpi_status read_all(check *c, const kpi_source *source, kpi_error *err)
{
    kpi_limits limits = { .one_parser = c->one_parser };
    kpi_status status = book_open(&c->book, source, &limits, err);

    if (status != KPI_OK)
        return status;
    c->grids = calloc(book_sheet_count(c->book) + 1, sizeof(*c->grids));
    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(c->book); i++)
        status = grid_read(&c->grids[i], &c->memory, c->book, i, err);
    return status;
}

static void check_cell(check *c, struct json_object *row)
{
    size_t sheet = (size_t)json_object_get_int(
        json_object_array_get_idx(row, 0));
    const char *ref = json_object_get_string(
        json_object_array_get_idx(row, 1));
    const char *type = json_object_get_string(
        json_object_array_get_idx(row, 2));
    struct json_object *value = json_object_array_get_idx(row, 3);
    const char *shown = json_object_to_json_string(value);
    text expected = { json_object_get_string(value),
                      (size_t)json_object_get_string_len(value) };
    const cell *got = NULL;
    uint32_t r, col;
    bool ok = false;
    char text_got[128];

    if (sheet < book_sheet_count(c->book) &&
        cellref_parse(&r, &col, ref, strlen(ref)))
        got = grid_cell(&c->grids[sheet], r, col);
    if (got == NULL) {
        problem(c, ref, "no cell", shown, "nothing");
        return;
    }
    c->seen++;
    snprintf(text_got, sizeof(text_got), "%d:%.*s", (int)got->type,
             got->value.length < 100 ? (int)got->value.length : 100,
             got->value.bytes);
    if (type[0] == 'n') {
        ok = got->type == CELL_NUMBER &&
             strtod(got->value.bytes, NULL) == json_object_get_double(value);
    } else if (type[0] == 's') {
        ok = got->type == CELL_STRING && text_equal(got->value, expected);
    } else if (type[0] == 'b') {
        ok = got->type == CELL_BOOLEAN &&
             text_is(got->value, json_object_get_boolean(value) ? "1" : "0");
    } else if (type[0] == 'e') {
        ok = got->type == CELL_ERROR && text_equal(got->value, expected);
    } else if (type[0] == 'd') {
        struct json_object *serial = json_object_array_get_idx(row, 5);

        if (serial == NULL)
            serial = json_object_array_get_idx(row, 4);
        if (serial == NULL || json_object_is_type(serial, json_type_string))
            ok = got->type == CELL_STRING &&
                 text_equal(got->value, expected);
        else
            ok = got->type == CELL_NUMBER &&
                 text_equal(got->iso, expected) &&
                 fabs(strtod(got->value.bytes, NULL) -
                      json_object_get_double(serial)) < 1e-9;
    }
    if (!ok)
        problem(c, ref, type, shown, text_got);
}

static void check_values(check *c, const char *path)
{
    gzFile file = gzopen(path, "rb");
    char *line = malloc(LINE_SIZE);
    size_t lines = 0, cells = 0;
    char expected[32], got[32];

    if (file == NULL || line == NULL) {
        problem(c, path, "values", "a file", "none");
        goto out;
    }
    while (gzgets(file, line, LINE_SIZE) != NULL) {
        struct json_object *row = json_tokener_parse(line);

        if (lines++ > 0 && json_object_is_type(row, json_type_array))
            check_cell(c, row);
        json_object_put(row);
    }
    for (size_t i = 0; i < book_sheet_count(c->book); i++) {
        for (size_t k = 0; k < c->grids[i].count; k++)
            cells += c->grids[i].cells[k].type != CELL_EMPTY;
    }
    if (cells != lines - 1) {
        snprintf(expected, sizeof(expected), "%zu", lines - 1);
        snprintf(got, sizeof(got), "%zu", cells);
        problem(c, "all", "count of cells", expected, got);
    }
out:
    if (file != NULL)
        gzclose(file);
    free(line);
}

static void check_refusal(check *c, const char *expected, kpi_status status,
                          const kpi_error *err)
{
    for (size_t i = 0; i < sizeof(outcomes) / sizeof(*outcomes); i++) {
        if (strcmp(outcomes[i].expected, expected) != 0)
            continue;
        /* Read within the limits is as right as refused. */
        if (status == KPI_OK && strcmp(expected, "ERR_LIMIT") == 0)
            return;
        if (status == KPI_OK || err->rule[0] == '\0' ||
            strstr(outcomes[i].rules, err->rule) == NULL)
            problem(c, "file", expected, outcomes[i].rules,
                    status == KPI_OK ? "no error" : err->rule);
        return;
    }
    problem(c, "file", "outcome", expected, "a word that is not known");
}

static bool check_file(const char *corpus, const char *name,
                       const char *expected, const char *values,
                       bool one_parser)
{
    check c = { .name = name, .one_parser = one_parser };
    char path[PATH_SIZE];
    kpi_source source = { name, NULL, 0 };
    kpi_error err = { .status = KPI_OK };
    kpi_status status;
    void *bytes;

    arena_init(&c.memory, 0);
    snprintf(path, sizeof(path), "%s/files/%s", corpus, name);
    bytes = read_file(path, &source.size);
    source.bytes = bytes;
    if (bytes == NULL)
        problem(&c, path, "file", "a file", "none");
    status = read_all(&c, &source, &err);
    if (strcmp(expected, "OK") != 0) {
        check_refusal(&c, expected, status, &err);
    } else if (status != KPI_OK) {
        problem(&c, err.source, err.rule, "no error", err.message);
    } else {
        snprintf(path, sizeof(path), "%s/%s", corpus, values);
        check_values(&c, path);
    }
    free(c.grids);
    arena_free(&c.memory);
    book_free(c.book);
    free(bytes);
    return c.problems == 0;
}

/* Cuts a line into its fields at tabs. */
static size_t split(char *line, char **fields, size_t most)
{
    size_t count = 0;

    line[strcspn(line, "\r\n")] = '\0';
    while (line != NULL && count < most) {
        char *tab = strchr(line, '\t');

        fields[count++] = line;
        if (tab != NULL)
            *tab = '\0';
        line = tab == NULL ? NULL : tab + 1;
    }
    return count;
}

static size_t column(char **header, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(header[i], name) == 0)
            return i;
    }
    return 0;
}

int main(int argc, char **argv)
{
    char corpus[PATH_SIZE - 32], path[PATH_SIZE], head[8192], line[8192];
    const char *shared = getenv("KPIBOOK_SHARED");
    char *header[32], *fields[32];
    size_t columns, passed = 0, failed = 0;
    bool good;
    FILE *manifest;

    if (argc > 2) {
        fprintf(stderr, "usage: check_corpus [CORPUS]\n");
        return 2;
    }
    if (argc == 2)
        snprintf(corpus, sizeof(corpus), "%s", argv[1]);
    else
        snprintf(corpus, sizeof(corpus), "%s/corpus",
                 shared == NULL ? "../shared" : shared);
    snprintf(path, sizeof(path), "%s/manifest.tsv", corpus);
    manifest = fopen(path, "r");
    if (manifest == NULL && argc == 1) {
        printf("check_corpus: no corpus in %s, passed over\n", corpus);
        return 0;
    }
    if (manifest == NULL || fgets(head, sizeof(head), manifest) == NULL) {
        fprintf(stderr, "check_corpus: %s cannot be read\n", path);
        return 2;
    }
    columns = split(head, header, 32);
    while (fgets(line, sizeof(line), manifest) != NULL) {
        if (split(line, fields, 32) < columns)
            continue;
        good = true;
        for (int one = 0; one < 2; one++)
            good &= check_file(corpus,
                               fields[column(header, columns, "file")],
                               fields[column(header, columns, "expected")],
                               fields[column(header, columns, "values")],
                               one != 0);
        passed += good ? 1 : 0;
        failed += good ? 0 : 1;
    }
    fclose(manifest);
    printf("%zu passed, %zu failed\n", passed, failed);
    return failed == 0 && passed != 0 ? 0 : 1;
}
