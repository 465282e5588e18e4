#include "cli/files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_READ = 1 << 16 };

static file_result fail_read(char reason[256], const char *text)
{
    snprintf(reason, 256, "%s", text);
    return FILE_UNREADABLE;
}

/* Room for what fstat claims, growing as long as more comes. */
static file_result read_all(void **bytes, size_t *size, int fd,
                            uint64_t limit, size_t expected,
                            char reason[256])
{
    size_t capacity = expected > 0 ? expected + 1 : FIRST_READ;
    char *data = malloc(capacity);
    size_t length = 0;

    while (data != NULL) {
        ssize_t got = read(fd, data + length, capacity - length);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            free(data);
            return fail_read(reason, strerror(errno));
        }
        if (got == 0)
            break;
        length += (size_t)got;
        if (length > limit) {
            free(data);
            return FILE_TOO_LARGE;
        }
        if (length == capacity) {
            char *more = realloc(data, 2 * capacity);

            if (more == NULL) {
                free(data);
                return FILE_NO_MEMORY;
            }
            data = more;
            capacity *= 2;
        }
    }
    if (data == NULL)
        return FILE_NO_MEMORY;
    *bytes = data;
    *size = length;
    return FILE_READ;
}

file_result file_read(void **bytes, size_t *size, const char *path,
                      uint64_t limit, char reason[256])
{
    struct stat info;
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO
                      : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    file_result result;

    *bytes = NULL;
    *size = 0;
    reason[0] = '\0';
    if (fd < 0)
        return fail_read(reason, strerror(errno));
    if (fstat(fd, &info) != 0)
        result = fail_read(reason, strerror(errno));
    else if (S_ISDIR(info.st_mode))
        result = fail_read(reason, strerror(EISDIR));
    else if (!standard && !S_ISREG(info.st_mode))
        result = fail_read(reason, "not a regular file");
    else if (S_ISREG(info.st_mode) && (uint64_t)info.st_size > limit)
        result = FILE_TOO_LARGE;
    else
        result = read_all(bytes, size, fd, limit,
                          S_ISREG(info.st_mode) ? (size_t)info.st_size : 0,
                          reason);
    if (!standard)
        close(fd);
    return result;
}

int folder_make(const cli *c, const char *path)
{
    struct stat info;

    if (mkdir(path, 0777) == 0 ||
        (errno == EEXIST && stat(path, &info) == 0 &&
         S_ISDIR(info.st_mode)))
        return CLI_DONE;
    cli_message(c, "%s: %s", path, strerror(errno));
    return CLI_OUTPUT;
}

char *folder_path(const char *folder, const char *name, const char *ending)
{
    size_t size = strlen(folder) + strlen(name) + strlen(ending) + 2;
    char *path = malloc(size);

    if (path == NULL)
        return NULL;
    snprintf(path, size, "%s/%s%s", folder, name, ending);
    for (char *at = path + strlen(folder) + 1; *at != '\0'; at++) {
        if (strchr("/\\:*?\"<>|", *at) != NULL || (unsigned char)*at < ' ')
            *at = '_';
    }
    return path;
}

/* The temporary file of this moment; it goes however the run ends. */
static char *volatile pending;

static void remove_pending(void)
{
    if (pending != NULL)
        unlink(pending);
}

/* Ctrl-C and its like end the run as they would have. */
static void on_end(int number)
{
    remove_pending();
    signal(number, SIG_DFL);
    raise(number);
}

/* GMP gives up with abort() when a few bytes are missing: the status is that
 * of memory that ran out. Where there is memory, an abort is a fault and stays
 * one. */
enum { PROBE_BYTES = 1 << 20 };

static void on_abort(int number)
{
    int zero = open("/dev/zero", O_RDWR);
    void *probe = mmap(NULL, PROBE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE,
                       zero, 0);

    remove_pending();
    if (zero >= 0 && probe == MAP_FAILED)
        _exit(CLI_OUTPUT);
    signal(number, SIG_DFL);
}

static int output_failed(output_file *o, const cli *c, int error)
{
    cli_message(c, "%s: %s: %s", o->target,
                cli_say(c, "書き込めない", "cannot write"), strerror(error));
    output_discard(o);
    return CLI_OUTPUT;
}

/* mkstemp gives 0600; an output has the mode that open() would give. */
static void apply_umask(int fd)
{
    mode_t mask = umask(0);

    umask(mask);
    (void)fchmod(fd, 0666 & ~mask);
}

/* Once; a signal that whoever started the run ignores stays ignored. */
static void watch_pending(void)
{
    static const int ends[] = { SIGINT, SIGTERM, SIGHUP };
    static bool watched;

    if (watched)
        return;
    watched = true;
    signal(SIGABRT, on_abort);
    at_quick_exit(remove_pending);
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (signal(ends[i], on_end) == SIG_IGN)
            signal(ends[i], SIG_IGN);
}

static int open_temporary(output_file *o, const cli *c)
{
    const char *slash = strrchr(o->target, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - o->target) + 1;
    size_t size = folder + sizeof(".kpibook-XXXXXX");
    int fd;

    o->temporary = malloc(size);
    if (o->temporary == NULL)
        return output_failed(o, c, ENOMEM);
    snprintf(o->temporary, size, "%.*s.kpibook-XXXXXX", (int)folder,
             o->target);
    fd = mkstemp(o->temporary);
    if (fd < 0) {
        free(o->temporary);
        o->temporary = NULL;
        return output_failed(o, c, errno);
    }
    pending = o->temporary;
    watch_pending();
    apply_umask(fd);
    o->stream = fdopen(fd, "wb");
    if (o->stream == NULL) {
        close(fd);
        return output_failed(o, c, errno);
    }
    return CLI_DONE;
}

int output_open(output_file *o, const cli *c, const char *target)
{
    struct stat info;

    *o = (output_file){ target, NULL, NULL };
    if (strcmp(target, "-") == 0) {
        o->stream = stdout;
        return CLI_DONE;
    }
    if (stat(target, &info) == 0) {
        if (S_ISDIR(info.st_mode))
            return output_failed(o, c, EISDIR);
        if (!c->force) {
            cli_message(c, "%s: %s", target,
                        cli_say(c, "既にある。置き換えるには --force",
                                "exists already; --force replaces it"));
            return CLI_OUTPUT;
        }
    }
    return open_temporary(o, c);
}

int output_open_path(output_file *o, const cli *c, const char *target)
{
    int code = output_open(o, c, target);

    if (code == CLI_DONE && o->temporary != NULL) {
        fclose(o->stream);
        o->stream = NULL;
    }
    return code;
}

/* Reopens what a library wrote by path, to flush it to the disk. */
static bool sync_path(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;

    if (fd >= 0)
        ok = close(fd) == 0 && ok;
    return ok;
}

int output_commit(output_file *o, const cli *c)
{
    bool ok;

    if (o->temporary == NULL) {
        o->stream = NULL;
        return CLI_DONE; /* stdout: cli_finish() looks after it */
    }
    if (o->stream != NULL) {
        ok = fflush(o->stream) == 0 && fsync(fileno(o->stream)) == 0;
        ok = fclose(o->stream) == 0 && ok;
        o->stream = NULL;
    } else {
        ok = sync_path(o->temporary);
    }
    if (!ok || rename(o->temporary, o->target) != 0)
        return output_failed(o, c, errno);
    pending = NULL;
    free(o->temporary);
    o->temporary = NULL;
    return CLI_DONE;
}

void output_discard(output_file *o)
{
    if (o->temporary == NULL)
        return;
    if (o->stream != NULL)
        fclose(o->stream);
    o->stream = NULL;
    unlink(o->temporary);
    pending = NULL;
    free(o->temporary);
    o->temporary = NULL;
}
