/*
 * standalone.c - replays a fuzz target on files, without libFuzzer
 *
 *     fuzz_zip FILE|DIR...
 *
 * Every file is given once; a folder stands for the files in it. A folder
 * that is not there holds none. Prints how many were replayed.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static size_t replayed;

static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;
    size_t size = 0, room = 0, got = 0;

    if (file == NULL) {
        fprintf(stderr, "%s cannot be read\n", path);
        return 1;
    }
    do {
        size += got;
        if (size == room) {
            uint8_t *grown;

            room = room == 0 ? 4096 : room * 2;
            grown = realloc(bytes, room);
            if (grown == NULL)
                abort();
            bytes = grown;
        }
        got = fread(bytes + size, 1, room - size, file);
    } while (got != 0);
    fclose(file);
    (void)LLVMFuzzerTestOneInput(bytes, size);
    replayed++;
    free(bytes);
    return 0;
}

static int replay(const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    char name[4096];
    int code = 0;

    if (folder == NULL)
        return replay_file(path);
    while ((entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        if (snprintf(name, sizeof(name), "%s/%s", path, entry->d_name) <
            (int)sizeof(name))
            code |= replay(name);
    }
    closedir(folder);
    return code;
}

int main(int argc, char **argv)
{
    int code = 0;

    for (int i = 1; i < argc; i++)
        code |= replay(argv[i]);
    printf("%s: %zu inputs replayed\n", argv[0], replayed);
    return code;
}
