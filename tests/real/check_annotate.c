/*
 * check_annotate.c - annotates a corpus of real workbooks and takes the
 *                    marks out again
 *
 *     check_annotate [CORPUS [FOLDER]]
 *
 * Every workbook that can be read gets findings on some cells of each sheet.
 * The copy must show the same cells as before on all original sheets and
 * have the comments; stripped, every part must be byte for byte as it was; a
 * second annotation must give the same bytes, and one of the copy the same
 * parts. Copies are written to FOLDER when it is given. Prints a line for
 * each failure and "N passed, N failed"; exits 1 on a failure. Without an
 * argument the corpus is looked for in $KPIBOOK_SHARED/corpus and passed
 * over when it is not there.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/annotate.h"
#include "annotate/comment_marks.h"
#include "support/annotated.h"

enum { MOST_FILES = 2000, PATH_SIZE = 1024 };

typedef struct tally {
    size_t passed, failed, refused, sheets, marked;
    const char *folder;
} tally;

static bool fail(tally *t, const char *file, const char *why,
                 const char *detail)
{
    printf("check_annotate: %s: %s%s%s\n", file, why,
           *detail == '\0' ? "" : ": ", detail);
    (void)t;
    return false;
}

static bool read_file(const char *path, buf *out)
{
    FILE *f = fopen(path, "rb");
    char block[65536];
    size_t got;

    if (f == NULL)
        return false;
    while ((got = fread(block, 1, sizeof(block), f)) > 0)
        buf_add(out, block, got);
    fclose(f);
    return buf_ok(out);
}

static bool write_file(const tally *t, const char *name, const buf *bytes)
{
    char path[PATH_SIZE];
    FILE *f;
    bool ok;

    snprintf(path, sizeof(path), "%s/%s", t->folder, name);
    f = fopen(path, "wb");
    if (f == NULL)
        return false;
    ok = fwrite(bytes->bytes, 1, bytes->length, f) == bytes->length;
    return fclose(f) == 0 && ok;
}

/* ---- Reading the copy ------------------------------------------------- */

static size_t count_of(const char *part, const char *word)
{
    size_t count = 0;

    for (; (part = strstr(part, word)) != NULL; part += strlen(word))
        count++;
    return count;
}

/* Parts xl/comments*.xml that name our author. */
static size_t comment_parts(const kpi_source *copy)
{
    size_t count = 0;
    char name[64];

    for (unsigned n = 1; n <= 60; n++) {
        char *part;

        snprintf(name, sizeof(name), "xl/comments%u.xml", n);
        part = annotated_part(copy, name);
        if (part != NULL &&
            count_of(part, "author>" COMMENT_AUTHOR "</") == 1)
            count++;
        free(part);
    }
    return count;
}

static bool same_cells(tally *t, const char *file, book *b,
                       const kpi_source *copy)
{
    bool ok = true;
    book *c;

    if (book_open(&c, copy, NULL, NULL) != KPI_OK)
        return fail(t, file, "the copy cannot be read", "");
    if (book_sheet_count(c) != book_sheet_count(b) + 1)
        ok = fail(t, file, "the copy has not one sheet more", "");
    for (size_t i = 0; ok && i < book_sheet_count(b); i++) {
        if (!annotated_same_cells(b, i, c, i + 1))
            ok = fail(t, file, "cells differ on sheet",
                      book_sheet(b, i)->name);
    }
    book_free(c);
    return ok;
}

/* ---- One file --------------------------------------------------------- */

static bool strip_and_compare(tally *t, const char *file,
                              const kpi_source *input,
                              const kpi_source *copy)
{
    bool was = false, ok;
    char name[256];
    kpi_error err;
    kpi_source stripped;
    buf out;

    buf_init(&out);
    if (annotate_strip(&out, copy, &was, &err) != KPI_OK || !was) {
        buf_free(&out);
        return fail(t, file, "the marks cannot be taken out", err.message);
    }
    stripped = (kpi_source){ file, out.bytes, out.length };
    ok = *annotated_difference(input, &stripped, name) == '\0';
    if (!ok)
        fail(t, file, "a part is not as it was", name);
    buf_free(&out);
    return ok;
}

static bool annotate_again(tally *t, const char *file,
                           const kpi_source *input, const kpi_source *copy,
                           const dataset *d)
{
    kpi_source other;
    char name[256];
    bool ok = true;
    buf out;

    buf_init(&out);
    if (annotate_workbook(&out, input, d, NULL, LANGUAGE_JA, "", NULL) !=
            KPI_OK ||
        !text_equal(buf_slice(&out), text_slice(copy->bytes, copy->size)))
        ok = fail(t, file, "a second run gives other bytes", "");
    buf_clear(&out);
    if (ok && annotate_workbook(&out, copy, d, NULL, LANGUAGE_JA, "", NULL) !=
                  KPI_OK)
        ok = fail(t, file, "the copy cannot be annotated", "");
    other = (kpi_source){ file, buf_cstr(&out), out.length };
    if (ok && *annotated_difference(copy, &other, name) != '\0')
        ok = fail(t, file, "annotating the copy gives another part", name);
    buf_free(&out);
    return ok;
}

static bool check_book(tally *t, const char *file, const kpi_source *input,
                       book *b, const dataset *d)
{
    kpi_error err = { .status = KPI_OK };
    kpi_source copy;
    bool ok;
    size_t marked;
    buf out;

    buf_init(&out);
    if (annotate_workbook(&out, input, d, NULL, LANGUAGE_JA, "", &err) !=
        KPI_OK) {
        buf_free(&out);
        return fail(t, file, "cannot be annotated", err.message);
    }
    copy = (kpi_source){ file, out.bytes, out.length };
    marked = comment_parts(&copy);
    t->sheets += book_sheet_count(b);
    t->marked += marked;
    ok = same_cells(t, file, b, &copy) &&
         strip_and_compare(t, file, input, &copy) &&
         annotate_again(t, file, input, &copy, d);
    if (marked != book_sheet_count(b))
        printf("check_annotate: %s: %zu of %zu sheets have comments\n", file,
               marked, book_sheet_count(b));
    if (t->folder != NULL && !write_file(t, file, &out))
        ok = fail(t, file, "cannot be written to the folder", "");
    buf_free(&out);
    return ok;
}

/* What the reader refuses, annotating refuses in the same way. */
static bool check_refusal(tally *t, const char *file,
                          const kpi_source *input, const kpi_error *why)
{
    dataset *d = dataset_new(0);
    kpi_error err = { .status = KPI_OK };
    bool ok;
    buf out;

    buf_init(&out);
    ok = d != NULL &&
         annotate_workbook(&out, input, d, NULL, LANGUAGE_JA, "", &err) ==
             why->status && strcmp(err.rule, why->rule) == 0;
    t->refused++;
    dataset_free(d);
    buf_free(&out);
    return ok || fail(t, file, "is refused in another way", err.message);
}

static bool check_file(tally *t, const char *path, const char *file)
{
    kpi_error err = { .status = KPI_OK };
    kpi_source input;
    dataset *d;
    book *b;
    buf bytes;
    bool ok;

    buf_init(&bytes);
    if (!read_file(path, &bytes))
        return fail(t, file, "cannot be read", "");
    input = (kpi_source){ file, buf_cstr(&bytes), bytes.length };
    if (book_open(&b, &input, NULL, &err) != KPI_OK) {
        ok = check_refusal(t, file, &input, &err);
    } else {
        d = annotated_findings(b);
        if (d == NULL)
            t->refused++; /* a sheet of it is damaged */
        ok = d == NULL || check_book(t, file, &input, b, d);
        dataset_free(d);
        book_free(b);
    }
    buf_free(&bytes);
    return ok;
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static void check_folder(tally *t, const char *folder, DIR *dir)
{
    char *names[MOST_FILES], path[PATH_SIZE];
    struct dirent *entry;
    size_t count = 0;

    while (count < MOST_FILES && (entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] != '.')
            names[count++] = strdup(entry->d_name);
    }
    qsort(names, count, sizeof(*names), by_name);
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
        if (check_file(t, path, names[i]))
            t->passed++;
        else
            t->failed++;
        free(names[i]);
    }
}

int main(int argc, char **argv)
{
    const char *shared = getenv("KPIBOOK_SHARED");
    tally t = { .folder = argc > 2 ? argv[2] : NULL };
    char folder[PATH_SIZE];
    DIR *dir;

    if (argc > 1)
        snprintf(folder, sizeof(folder), "%s/files", argv[1]);
    else
        snprintf(folder, sizeof(folder), "%s/corpus/files",
                 shared == NULL ? "../shared" : shared);
    dir = opendir(folder);
    if (dir == NULL) {
        printf("check_annotate: no corpus here, passed over\n");
        return argc > 1;
    }
    check_folder(&t, folder, dir);
    closedir(dir);
    printf("check_annotate: %zu passed, %zu failed (%zu refused by the "
           "reader; %zu of %zu sheets marked)\n", t.passed, t.failed,
           t.refused, t.marked, t.sheets);
    return t.failed > 0;
}
