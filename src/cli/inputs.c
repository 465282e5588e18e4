/* What readdir() says of an entry, where it says so: d_type. */
#define _DEFAULT_SOURCE

#include "cli/inputs.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/files.h"
#include "cli/reports.h"

enum { MAX_DEPTH = 64 };

typedef struct walk {
    const cli *c;
    input_list *list;
    size_t skip; /* bytes of the DIR and its slash, before the shown name */
} walk;

static char *join_path(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';
    size_t size = length + strlen(name) + 2;
    char *path = malloc(size);

    if (path != NULL)
        snprintf(path, size, "%s%s%s", folder, slash ? "" : "/", name);
    return path;
}

static bool add_input(input_list *list, char *path, size_t skip)
{
    if (path == NULL)
        return false;
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 16 : 2 * list->capacity;
        input *items = realloc(list->items, capacity * sizeof(*items));

        if (items == NULL) {
            free(path);
            return false;
        }
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = (input){ path, path + skip };
    return true;
}

static bool has_ending(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);

    if (length <= tail)
        return false;
    for (size_t i = 0; i < tail; i++) {
        char c = name[length - tail + i];

        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != ending[i])
            return false;
    }
    return true;
}

static bool is_workbook(const char *name)
{
    return has_ending(name, ".xlsx") || has_ending(name, ".xlsm");
}

/* A name in a folder. */
typedef struct named {
    char *name;
    bool file; /* it is known to be a file */
} named;

static int by_name(const void *a, const void *b)
{
    return strcmp(((const named *)a)->name, ((const named *)b)->name);
}

static void free_names(named *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(names[i].name);
    free(names);
}

/* Not every system says so, nor every file system. */
static bool is_known_file(const struct dirent *entry)
{
#ifdef DT_REG
    return entry->d_type == DT_REG;
#else
    (void)entry;
    return false;
#endif
}

/* All names of a folder, sorted: readdir's order differs by machine. */
static bool read_names(named **out, size_t *count, const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    named *names = NULL;
    size_t n = 0, capacity = 0;
    bool ok = dir != NULL;

    while (ok && (entry = readdir(dir)) != NULL) {
        if (n == capacity) {
            named *more;

            capacity = capacity == 0 ? 32 : 2 * capacity;
            more = realloc(names, capacity * sizeof(*names));
            ok = more != NULL;
            if (!ok)
                break;
            names = more;
        }
        names[n] = (named){ strdup(entry->d_name), is_known_file(entry) };
        ok = names[n].name != NULL;
        n += ok ? 1 : 0;
    }
    if (dir != NULL)
        closedir(dir);
    if (!ok) {
        free_names(names, n);
        return false;
    }
    if (n > 0)
        qsort(names, n, sizeof(*names), by_name);
    *out = names;
    *count = n;
    return true;
}

static bool walk_folder(const walk *w, const char *folder, unsigned depth);

static bool walk_entry(const walk *w, const char *folder,
                       const named *entry, unsigned depth)
{
    const char *name = entry->name;
    struct stat info;
    char *path;
    bool ok = true;

    if (name[0] == '.' || strncmp(name, "~$", 2) == 0) {
        if (w->c->verbose && is_workbook(name))
            cli_message(w->c, "%s/%s: %s", folder, name,
                        cli_say(w->c, "読み飛ばした", "skipped"));
        return true;
    }
    path = join_path(folder, name);
    if (path == NULL)
        return false;
    /* A link to a folder could lead round in a circle: not followed. */
    if (!entry->file && lstat(path, &info) == 0 && S_ISDIR(info.st_mode))
        ok = walk_folder(w, path, depth + 1);
    else if (is_workbook(name))
        return add_input(w->list, path, w->skip);
    free(path);
    return ok;
}

static bool walk_folder(const walk *w, const char *folder, unsigned depth)
{
    named *names = NULL;
    size_t count = 0;
    bool ok = true;

    if (depth > MAX_DEPTH)
        return true;
    if (!read_names(&names, &count, folder)) {
        cli_message(w->c, "%s: %s", folder,
                    cli_say(w->c, "フォルダを開けない",
                            "cannot open the folder"));
        return true;
    }
    for (size_t i = 0; ok && i < count; i++)
        ok = walk_entry(w, folder, &names[i], depth);
    free_names(names, count);
    return ok;
}

static size_t base_offset(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

static bool add_word(input_list *list, const cli *c, const char *word)
{
    struct stat info;
    size_t length = strlen(word);
    walk w = { c, list, 0 };

    if (stat(word, &info) == 0 && S_ISDIR(info.st_mode)) {
        w.skip = length + (length > 0 && word[length - 1] == '/' ? 0 : 1);
        return walk_folder(&w, word, 0);
    }
    return add_input(list, strdup(word), base_offset(word));
}

/* One more folder in front of the name; false when there is none. */
static bool lengthen(input *in)
{
    const char *at = in->name;

    if (at - in->path < 2)
        return false;
    for (at -= 2; at > in->path && at[0] != '/'; at--)
        ;
    in->name = at[0] == '/' ? at + 1 : at;
    return true;
}

static int by_shown_name(const void *a, const void *b)
{
    const input *x = *(input *const *)a, *y = *(input *const *)b;

    return strcmp(x->name, y->name);
}

/* Lengthens equal names until they differ (or nothing more is left). */
static bool make_distinct(input_list *list)
{
    input **sorted = malloc((list->count + 1) * sizeof(*sorted));
    bool again = true;

    if (sorted == NULL)
        return false;
    for (size_t i = 0; i < list->count; i++)
        sorted[i] = &list->items[i];
    while (again) {
        again = false;
        qsort(sorted, list->count, sizeof(*sorted), by_shown_name);
        for (size_t i = 0, end; i < list->count; i = end) {
            for (end = i + 1; end < list->count &&
                 strcmp(sorted[i]->name, sorted[end]->name) == 0; end++)
                ;
            for (size_t k = i; end - i > 1 && k < end; k++)
                again = lengthen(sorted[k]) || again;
        }
    }
    free(sorted);
    return true;
}

int inputs_collect(input_list *list, const cli *c, char *const *words,
                   size_t count)
{
    *list = (input_list){ NULL, 0, 0 };
    for (size_t i = 0; i < count; i++) {
        if (!add_word(list, c, words[i]))
            goto nomem;
    }
    if (list->count == 0 && (count == 0 || !c->may_be_empty))
        return cli_misuse(c, "%s", count == 0
            ? cli_say(c, "ファイルかフォルダを指定する",
                      "name a file or a folder")
            : cli_say(c, "フォルダに .xlsx がない",
                      "no .xlsx below the folder"));
    if (make_distinct(list))
        return CLI_DONE;
nomem:
    inputs_free(list);
    cli_message(c, "%s", cli_say(c, "メモリが足りない", "out of memory"));
    return CLI_OUTPUT;
}

void inputs_free(input_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].path);
    free(list->items);
    *list = (input_list){ NULL, 0, 0 };
}

bool input_load(kpi_source *out, kpi_error *cause, const cli *c,
                const input *in)
{
    void *bytes = NULL;
    char reason[256];
    kpi_limits limits;

    kpi_limits_default(&limits);
    if (c->limits.file_bytes != 0)
        limits.file_bytes = c->limits.file_bytes;
    *out = (kpi_source){ in->name, NULL, 0 };
    switch (file_read(&bytes, &out->size, in->path, limits.file_bytes,
                      reason)) {
    case FILE_READ:
        out->bytes = bytes;
        return true;
    case FILE_TOO_LARGE:
        cli_cause(cause, "file-over-limit", "--limit-file-bytes");
        return false;
    case FILE_UNREADABLE:
        cli_cause(cause, "file-unreadable", reason);
        return false;
    case FILE_NO_MEMORY:
        break;
    }
    *cause = (kpi_error){ .status = KPI_E_NOMEM };
    return false;
}

int input_cannot_read(const cli *c, const input *in, const kpi_error *cause)
{
    kpi_dataset *part = NULL;
    kpi_error err = { .status = KPI_OK };
    kpi_options options = cli_options(c, NULL);
    int code;

    if (cause->status != KPI_E_INPUT && cause->status != KPI_E_LIMIT)
        return cli_fail(c, cause);
    if (kpi_read_failed(&part, in->name, cause, &err) != KPI_OK)
        return cli_fail(c, &err);
    fflush(stdout);
    code = cli_put_errors(c, part, &options);
    kpi_dataset_free(part);
    return code == CLI_DONE ? CLI_FINDINGS : code;
}
