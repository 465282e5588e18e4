/*
 * make_samples.c - the sample workbooks, from the data they carry
 *
 *     make_samples samples/kitakyushu/data.json samples/kitakyushu
 *
 * Writes the file of each source of a kpibook.dataset/1: the strategy report
 * when its projects stand under a goal, else the grant form. The document's
 * time is the source's `modified`, so the same data give the same bytes.
 */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Days since 1970-01-01 of a day of the Gregorian calendar. */
static long days_of(long year, long month, long day)
{
    long y = month > 2 ? year : year - 1, m = month > 2 ? month - 3
                                                        : month + 9;

    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 -
           719468;
}

static long digits_of(const char *s, size_t start, size_t length)
{
    long value = 0;

    for (size_t i = start; i < start + length; i++)
        value = value * 10 + (s[i] - '0');
    return value;
}

/* 2017-05-22T01:15:00Z */
static time_t time_of(const char *w3c)
{
    if (strlen(w3c) != 20) {
        fprintf(stderr, "make_samples: no time: \"%s\"\n", w3c);
        exit(2);
    }
    return (time_t)(((days_of(digits_of(w3c, 0, 4), digits_of(w3c, 5, 2),
                              digits_of(w3c, 8, 2)) * 24 +
                      digits_of(w3c, 11, 2)) * 60 +
                     digits_of(w3c, 14, 2)) * 60 + digits_of(w3c, 17, 2));
}

static void set_properties(lxw_workbook *book, json *data, json *source)
{
    lxw_doc_properties properties = { 0 };

    properties.title = (char *)string_of(data, "plan.title");
    properties.author = (char *)string_of(source, "department");
    properties.company = (char *)string_of(data, "plan.municipality");
    properties.created = time_of(string_of(source, "modified"));
    must(workbook_set_properties(book, &properties), "properties");
}

static void write_source(json *data, json *source, const char *folder)
{
    const char *file = string_of(source, "file");
    json *projects = member(data, "projects");
    sheet_styles styles;
    line path = { NULL, 0, 0 };
    lxw_workbook *book;
    bool strategy = false;

    line_print(&path, "%s/%s", folder, file);
    book = workbook_new(path.bytes);
    if (book == NULL)
        must(LXW_ERROR_MEMORY_MALLOC_FAILED, file);
    styles_make(&styles, book);
    set_properties(book, data, source);
    for (size_t i = 0; i < count_of(projects); i++) {
        json *project = item_of(projects, i);

        if (strcmp(string_of(project, "source.file"), file) != 0)
            continue;
        if (member(project, "goal") != NULL)
            strategy = true;
        else
            write_grant(book, &styles, project);
    }
    if (strategy)
        write_strategy(book, &styles, data, file,
                       string_of(source, "department"));
    must(workbook_close(book), path.bytes);
    printf("%s\n", path.bytes);
    line_free(&path);
}

int main(int argc, char **argv)
{
    json *data, *sources;

    if (argc != 3) {
        fputs("usage: make_samples DATA.json FOLDER\n", stderr);
        return 2;
    }
    data = json_object_from_file(argv[1]);
    if (data == NULL) {
        fprintf(stderr, "make_samples: %s: %s\n", argv[1],
                json_util_get_last_err());
        return 1;
    }
    sources = member(data, "sources");
    for (size_t i = 0; i < count_of(sources); i++)
        write_source(data, item_of(sources, i), argv[2]);
    json_object_put(data);
    return fflush(stdout) == 0 ? 0 : 3;
}
