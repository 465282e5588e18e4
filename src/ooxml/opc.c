/*
 * opc.c - a package: its parts, and what kind of package it is
 */
#include "ooxml/opc_parts.h"

#include <stdlib.h>

#include "ooxml/sniff.h"

static kpi_status not_xlsx(kpi_error *err, const char *what)
{
    return kpi_fail(err, KPI_E_INPUT, "file-not-xlsx", NULL, "%s", what);
}

bool opc_same_name(const char *a, const char *b)
{
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return *a == '\0' && *b == '\0';
}

/* ---- Parts as XML ----------------------------------------------------- */

typedef struct part_input {
    zip *archive;
    bool whole; /* the end was reached */
} part_input;

static kpi_status read_part(void *context, void *buffer, size_t size,
                            size_t *got, kpi_error *err)
{
    part_input *input = context;
    kpi_status status = zip_read(input->archive, buffer, size, got, err);

    input->whole = status == KPI_OK && *got == 0;
    return status;
}

/* The entry is open. */
static kpi_status parse_open(opc *package, size_t entry, xml_ns expected,
                             const xml_handler *handler, xml_scan scan,
                             kpi_error *err)
{
    part_input part = { package->archive, false };
    xml_input input = { &part, read_part,
                        zip_at(package->archive, entry)->name };
    kpi_status status;

    status = xml_parse_part(&input, zip_at(package->archive, entry)->size,
                            &package->limits, expected, handler, scan, err);
    if (status == KPI_OK && part.whole)
        status = zip_end(package->archive, err);
    zip_abandon(package->archive);
    return status;
}

kpi_status opc_parse_scanned(opc *package, size_t entry, xml_ns expected,
                             const xml_handler *handler, xml_scan scan,
                             kpi_error *err)
{
    kpi_status status = zip_begin(package->archive, entry, err);

    return status != KPI_OK ? status
                            : parse_open(package, entry, expected, handler,
                                         scan, err);
}

kpi_status opc_parse(opc *package, size_t entry, xml_ns expected,
                     const xml_handler *handler, kpi_error *err)
{
    part_reading how = { expected, &package->limits, handler };
    kpi_status status = zip_begin(package->archive, entry, err);
    const xml_record *known;
    zip_packed packed;
    xml_record record;
    xml_handler noting;

    if (status != KPI_OK)
        return status;
    packed = zip_packed_of(package->archive);
    known = part_memory_find(package->known, &packed, &how);
    if (known != NULL) {
        zip_pass(package->archive);
        return xml_record_play(known, zip_at(package->archive, entry)->name,
                               &package->limits, handler, err);
    }
    if (!part_memory_wants(package->known, &packed))
        return parse_open(package, entry, expected, handler, NULL, err);
    xml_record_init(&record);
    noting = xml_record_begin(&record, handler);
    status = parse_open(package, entry, expected, &noting, NULL, err);
    if (status == KPI_OK)
        part_memory_keep(package->known, &packed, &how, &record);
    xml_record_free(&record);
    return status;
}

void opc_ignore_end(void *context, xml_parser *p, const char *name)
{
    (void)context;
    (void)p;
    (void)name;
}

/* ---- What kind of package --------------------------------------------- */

static bool name_starts(const char *name, const char *prefix)
{
    while (*prefix != '\0' && ascii_lower(*name) == *prefix) {
        name++;
        prefix++;
    }
    return *prefix == '\0';
}

static bool has_part_under(const opc *package, const char *folder)
{
    for (size_t i = 0; i < zip_count(package->archive); i++) {
        const zip_entry *entry = zip_at(package->archive, i);

        if (!entry->folder && name_starts(entry->name, folder))
            return true;
    }
    return false;
}

/* OpenDocument says what it is in an entry "mimetype". */
static kpi_status refuse_opendocument(opc *package, kpi_error *err)
{
    char type[128];
    size_t entry, got = 0;
    kpi_status status = KPI_OK;
    text t;

    if (!zip_find(package->archive, "mimetype", &entry) ||
        has_part_under(package, "xl/"))
        return KPI_OK;
    if (zip_begin(package->archive, entry, err) != KPI_OK)
        return not_xlsx(err, "the file is no workbook");
    status = zip_read(package->archive, type, sizeof(type), &got, err);
    zip_abandon(package->archive);
    t = text_slice(type, got);
    if (status == KPI_OK &&
        text_find(t, "opendocument.spreadsheet", 0) != SIZE_MAX)
        return kpi_fail(err, KPI_E_INPUT, "file-ods", NULL,
                        "the file is an OpenDocument spreadsheet (.ods)");
    return not_xlsx(err, "the file is no workbook but another document");
}

static kpi_status read_content_types(opc *package, kpi_error *err)
{
    bool has_xl = has_part_under(package, "xl/");
    kpi_status status = KPI_OK;
    size_t entry;

    if (zip_find(package->archive, "[Content_Types].xml", &entry))
        status = opc_types_read(package, entry, err);
    if (status == KPI_E_INPUT && !has_xl &&
        (err == NULL || strcmp(err->rule, "file-damaged") == 0))
        return not_xlsx(err, "the file is a ZIP archive, but no workbook");
    if (status == KPI_OK && !has_xl &&
        !opc_types_mention(package, "spreadsheetml") &&
        !opc_types_mention(package, "ms-excel"))
        return not_xlsx(err, "the file is a ZIP archive, but no workbook");
    return status;
}

/*
 * The standard's way is the package's relation to its officeDocument. Where
 * that leads nowhere: the part whose type says workbook, the usual names.
 */
static kpi_status find_main_part(opc *package, kpi_error *err)
{
    static const char *const usual[] = { "xl/workbook.xml",
                                         "xl/workbook.bin" };
    opc_relations root;
    kpi_status status = opc_relations_read(package, "", &root, err);
    const opc_relation *main;
    const char *part = NULL;
    size_t entry;

    if (status != KPI_OK)
        return status;
    main = opc_relation_by_type(&root, "officeDocument");
    if (main != NULL && main->found)
        part = main->target;
    if (part == NULL) {
        part = opc_part_of_type(package, "sheet.main+xml");
        if (part != NULL && zip_find(package->archive, part, &entry))
            part = zip_at(package->archive, entry)->name;
        else
            part = NULL;
    }
    for (size_t i = 0; part == NULL && i < 2; i++) {
        if (zip_find(package->archive, usual[i], &entry))
            part = zip_at(package->archive, entry)->name;
    }
    if (part == NULL)
        return kpi_fail(err, KPI_E_INPUT, "file-damaged",
                        main != NULL && main->target[0] != '\0'
                            ? main->target : "xl/workbook.xml",
                        "the workbook part is missing");
    package->main_part = part;
    return KPI_OK;
}

/*
 * Some writers list types of parts that they never write (xlsb among them)
 * as Defaults, so only the type of the workbook itself counts.
 */
static kpi_status judge_main_part(const opc *package, kpi_error *err)
{
    const char *part = package->main_part;
    const char *type = opc_content_type(package, part);

    if (strstr(type, "sheet.binary") != NULL ||
        text_ends(text_of(part), ".bin"))
        return kpi_fail(err, KPI_E_INPUT, "file-xlsb", NULL,
                        "the file is a binary workbook (.xlsb)");
    if (strstr(type, "wordprocessingml") != NULL ||
        strstr(type, "presentationml") != NULL ||
        strstr(type, "ms-word") != NULL ||
        strstr(type, "ms-powerpoint") != NULL ||
        strstr(type, "visio") != NULL)
        return not_xlsx(err, "the file is no workbook but another Office "
                             "document");
    return KPI_OK;
}

static kpi_status open_input(opc **out, const zip_input *input,
                             part_memory *known, const kpi_limits *limits,
                             arena *memory, kpi_error *err)
{
    opc *package = calloc(1, sizeof(*package));
    kpi_status status;

    *out = NULL;
    if (package == NULL)
        return kpi_fail_nomem(err);
    package->limits = *limits;
    package->memory = memory;
    package->known = known;
    status = zip_open_input(&package->archive, input, limits, memory, err);
    if (status == KPI_E_INPUT && package->archive == NULL &&
        input->bytes != NULL &&
        !sniff_is_zip(input->bytes, (size_t)input->size))
        status = not_xlsx(err, "the file is neither a workbook nor a ZIP "
                               "archive");
    if (status == KPI_OK) {
        zip_lend(package->archive, part_memory_inflater(known));
        status = refuse_opendocument(package, err);
    }
    if (status == KPI_OK)
        status = read_content_types(package, err);
    if (status == KPI_OK)
        status = find_main_part(package, err);
    if (status == KPI_OK)
        status = judge_main_part(package, err);
    if (status != KPI_OK) {
        opc_close(package);
        return status;
    }
    *out = package;
    return KPI_OK;
}

kpi_status opc_open_input(opc **out, const zip_input *input,
                          const kpi_limits *limits, arena *memory,
                          kpi_error *err)
{
    return open_input(out, input, NULL, limits, memory, err);
}

kpi_status opc_open(opc **out, const kpi_source *source,
                    const kpi_limits *limits, arena *memory, kpi_error *err)
{
    return opc_open_known(out, source, NULL, limits, memory, err);
}

kpi_status opc_open_known(opc **out, const kpi_source *source,
                          part_memory *known, const kpi_limits *limits,
                          arena *memory, kpi_error *err)
{
    const zip_input input = { .bytes = source->bytes, .size = source->size };
    kpi_status status;

    *out = NULL;
    if (source->size > limits->file_bytes)
        return limits_fail(err, NULL, "the file has more bytes",
                           "file-bytes", limits->file_bytes);
    status = sniff(source->bytes, source->size, err);
    return status != KPI_OK ? status
                            : open_input(out, &input, known, limits, memory,
                                         err);
}

void opc_close(opc *package)
{
    if (package == NULL)
        return;
    zip_close(package->archive);
    free(package);
}

zip *opc_zip(const opc *package)
{
    return package->archive;
}

const kpi_limits *opc_limits(const opc *package)
{
    return &package->limits;
}

const char *opc_main_part(const opc *package)
{
    return package->main_part;
}
