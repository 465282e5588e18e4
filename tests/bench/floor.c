/*
 * floor.c - merely inflates: the floor that reading is measured against
 *
 *     floor FILE|FOLDER...
 *
 * The parts that a reader of cells needs, by minizip with 64 KiB reads, CRC
 * checked; nothing is looked at. Theme, drawings and printer settings are
 * passed over as by kpibook.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/unzip.h>

static int is_needed(const char *name)
{
    static const char *const needed[] = {
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/sharedStrings.xml", "docProps/core.xml", "docProps/app.xml",
        "docProps/custom.xml",
    };

    for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++) {
        if (strcmp(name, needed[i]) == 0)
            return 1;
    }
    return strncmp(name, "xl/worksheets/sheet", 19) == 0;
}

static int inflate_parts(const char *path)
{
    static char buffer[65536];
    unzFile file = unzOpen64(path);
    char name[256];
    int bad = file == NULL, code = bad ? 0 : unzGoToFirstFile(file);

    while (!bad && code == UNZ_OK) {
        int got;

        bad = unzGetCurrentFileInfo64(file, NULL, name, sizeof(name), NULL, 0,
                                      NULL, 0) != UNZ_OK;
        if (!bad && is_needed(name)) {
            bad = unzOpenCurrentFile(file) != UNZ_OK;
            while (!bad && (got = unzReadCurrentFile(file, buffer,
                                                     sizeof(buffer))) != 0)
                bad = got < 0;
            bad = bad || unzCloseCurrentFile(file) != UNZ_OK;
        }
        code = unzGoToNextFile(file);
    }
    if (file != NULL)
        (void)unzClose(file);
    if (bad)
        fprintf(stderr, "floor: %s: damaged\n", path);
    return bad;
}

int main(int argc, char **argv)
{
    int bad = 0;

    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        struct dirent *entry;
        char path[1024];

        if (folder == NULL) {
            bad |= inflate_parts(argv[i]);
            continue;
        }
        while ((entry = readdir(folder)) != NULL) {
            if (entry->d_name[0] == '.')
                continue;
            snprintf(path, sizeof(path), "%s/%s", argv[i], entry->d_name);
            bad |= inflate_parts(path);
        }
        closedir(folder);
    }
    return bad;
}
