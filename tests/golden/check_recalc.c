/*
 * check_recalc.c - every formula's cached result, reckoned again elsewhere
 *
 *     check_recalc strip IN.xlsx OUT.xlsx      takes the cached results away
 *     check_recalc compare OURS.xlsx THEIRS.xlsx AT_LEAST
 *                  each formula of OURS has the value that THEIRS gives;
 *                  fails below AT_LEAST formulas
 *
 * THEIRS is what another program saved after it had reckoned. Numbers agree
 * to 10 significant digits: it reckons in binary.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "ooxml/zip.h"
#include "support/package.h"
#include "xlsx/cellref.h"
#include "xlsx/grid.h"

enum { SHOWN = 12, DIGITS = 10 };

static bool slurp(const char *path, char **bytes, size_t *size)
{
    FILE *in = fopen(path, "rb");
    long end;

    if (!in)
        return false;
    fseek(in, 0, SEEK_END);
    end = ftell(in);
    rewind(in);
    *bytes = malloc((size_t)end + 1);
    *size = *bytes ? fread(*bytes, 1, (size_t)end, in) : 0;
    fclose(in);
    return *bytes && *size == (size_t)end;
}

/* ---- Strip ------------------------------------------------------------ */

/* Drops <v>..</v> behind </f>; returns how many. */
static size_t strip_part(buf *out, text in)
{
    size_t at = 0, dropped = 0;

    for (;;) {
        size_t f = text_find(in, "</f><v>", at), end;

        if (f == SIZE_MAX)
            break;
        end = text_find(in, "</v>", f);
        if (end == SIZE_MAX)
            break;
        buf_text(out, text_cut(in, at, f + 4));
        at = end + 4;
        dropped++;
    }
    buf_text(out, text_from(in, at));
    return dropped;
}

static int strip(const char *from, const char *to)
{
    kpi_limits limits;
    kpi_source source;
    package out;
    arena a;
    zip *z = NULL;
    char *bytes = NULL;
    size_t size = 0, dropped = 0;
    FILE *file;
    int code = 1;

    arena_init(&a, 0);
    package_init(&out);
    kpi_limits_default(&limits);
    if (!slurp(from, &bytes, &size) ||
        zip_open(&z, bytes, size, &limits, &a, NULL) != KPI_OK)
        goto out;
    for (size_t i = 0; i < zip_count(z); i++) {
        const char *name = zip_at(z, i)->name;
        text part;
        buf b;

        if (zip_read_all(z, i, &a, &part, NULL) != KPI_OK)
            goto out;
        buf_init(&b);
        if (text_starts(text_of(name), "xl/worksheets/sheet"))
            dropped += strip_part(&b, part);
        else
            buf_text(&b, part);
        package_add(&out, name, buf_cstr(&b), b.length, PACKAGE_DEFLATE);
        buf_free(&b);
    }
    source = package_source(&out);
    file = fopen(to, "wb");
    if (file) {
        code = fwrite(source.bytes, 1, source.size, file) != source.size;
        code |= fclose(file) != 0;
    }
    printf("recalc: %zu cached results taken away\n", dropped);
out:
    zip_close(z);
    package_free(&out);
    arena_free(&a);
    free(bytes);
    return code;
}

/* ---- Compare ---------------------------------------------------------- */

typedef struct side {
    char *bytes;
    size_t size;
    book *book;
} side;

static bool open_side(side *s, const char *path)
{
    kpi_source source;
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };

    memset(s, 0, sizeof(*s));
    if (!slurp(path, &s->bytes, &s->size))
        return false;
    source = (kpi_source){ path, s->bytes, s->size };
    if (book_open(&s->book, &source, NULL, &err) == KPI_OK)
        return true;
    fprintf(stderr, "%s: %s\n", path, err.message);
    return false;
}

static bool same_number(arena *a, text x, text y)
{
    number m, n;

    return number_from_decimal(a, &m, x) && number_from_decimal(a, &n, y) &&
           number_round_significant(a, &m, m, DIGITS) &&
           number_round_significant(a, &n, n, DIGITS) &&
           number_compare(m, n) == 0;
}

static bool same_value(arena *a, const cell *x, const cell *y)
{
    text t = y ? y->value : text_of("");

    if (x->type == CELL_NUMBER)
        return y && y->type == CELL_NUMBER && same_number(a, x->value, t);
    return text_equal(x->value, t);
}

static bool find_sheet(const side *s, const char *name, size_t *index)
{
    for (*index = 0; *index < book_sheet_count(s->book); (*index)++)
        if (!strcmp(book_sheet(s->book, *index)->name, name))
            return true;
    return false;
}

static void report(const grid *g, const cell *x, const cell *y)
{
    char ref[CELLREF_SIZE];
    text t = y ? y->value : text_of("");

    cellref_write(ref, x->row, x->col);
    printf("recalc: %s!%s: cached \"%.*s\", reckoned \"%.*s\"\n", g->sheet,
           ref, (int)x->value.length, x->value.bytes, (int)t.length, t.bytes);
}

static int compare(const char *ours, const char *theirs, size_t at_least)
{
    side a, b;
    size_t formulas = 0, differ = 0;
    bool opened = open_side(&a, ours);

    if (!open_side(&b, theirs) || !opened)
        return 1;
    for (size_t i = 0; i < book_sheet_count(a.book); i++) {
        arena memory;
        grid mine, other;
        size_t k;

        arena_init(&memory, 0);
        if (!find_sheet(&b, book_sheet(a.book, i)->name, &k) ||
            grid_read(&mine, &memory, a.book, i, NULL) != KPI_OK ||
            grid_read(&other, &memory, b.book, k, NULL) != KPI_OK)
            return 1;
        for (size_t c = 0; c < mine.count; c++) {
            const cell *x = &mine.cells[c];
            const cell *y = grid_cell(&other, x->row, x->col);

            formulas += x->formula;
            if (!x->formula || same_value(&memory, x, y))
                continue;
            if (differ++ < SHOWN)
                report(&mine, x, y);
        }
        /* An empty text is no cell for the reader: look from the other side. */
        for (size_t c = 0; c < other.count; c++)
            if (other.cells[c].formula && other.cells[c].value.length &&
                !grid_cell(&mine, other.cells[c].row, other.cells[c].col))
                differ++;
        arena_free(&memory);
    }
    printf("recalc: %zu formulas, %zu differ\n", formulas, differ);
    book_free(a.book);
    book_free(b.book);
    free(a.bytes);
    free(b.bytes);
    return differ > 0 || formulas < at_least;
}

int main(int argc, char **argv)
{
    if (argc == 4 && !strcmp(argv[1], "strip"))
        return strip(argv[2], argv[3]);
    if (argc == 5 && !strcmp(argv[1], "compare"))
        return compare(argv[2], argv[3], strtoul(argv[4], NULL, 10));
    fprintf(stderr, "usage: check_recalc strip IN OUT | "
                    "compare OURS THEIRS AT_LEAST\n");
    return 2;
}
