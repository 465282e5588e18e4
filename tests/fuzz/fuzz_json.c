/*
 * fuzz_json.c - kpibook.dataset/1 and kpibook.part/1 from hostile bytes
 *
 * What is accepted must come back: written, read and written again, the
 * bytes are the same; the same holds by way of a database.
 */
#include "check.h"
#include "store/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void same_again(const dataset *d, store_format by)
{
    buf first, between, second;
    dataset *again = NULL;
    kpi_source in = { "again", NULL, 0 };
    kpi_status status;

    buf_init(&first);
    buf_init(&between);
    buf_init(&second);
    check(store_write_json(&first, d, NULL, NULL) == KPI_OK);
    if (by == STORE_SQLITE)
        check(store_write_sqlite(&between, d, NULL, NULL) == KPI_OK);
    else
        buf_text(&between, buf_slice(&first));
    in.bytes = buf_cstr(&between);
    in.size = between.length;
    status = by == STORE_SQLITE ? store_read_sqlite(&again, &in, NULL)
                                : store_read_json(&again, &in, NULL);
    check(status == KPI_OK);
    check(store_write_json(&second, again, NULL, NULL) == KPI_OK);
    check(first.length == second.length &&
            memcmp(first.bytes, second.bytes, first.length) == 0);
    dataset_free(again);
    buf_free(&first);
    buf_free(&between);
    buf_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_source in = { "fuzz", bytes, size };
    dataset *d = NULL, **parts = NULL;
    kpi_error err = { 0 };
    kpi_status status;
    size_t count = 0;
    arena list;

    arena_init(&list, 0);
    status = store_read_json(&d, &in, &err);
    check_error(status, &err);
    if (status == KPI_OK) {
        same_again(d, STORE_JSON);
        same_again(d, STORE_SQLITE);
    }
    dataset_free(d);
    if (store_read_jsonl(&parts, &count, &list, &in, NULL) == KPI_OK)
        for (size_t i = 0; i < count; i++) {
            same_again(parts[i], STORE_JSON);
            dataset_free(parts[i]);
        }
    arena_free(&list);
    return 0;
}
