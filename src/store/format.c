/*
 * format.c - which form a file name or a word means
 */
#include "store/store.h"

static const struct format_word {
    const char *word;
    store_format format;
} words[] = {
    { "json", STORE_JSON },     { "jsonl", STORE_JSONL },
    { "ndjson", STORE_JSONL },  { "csv", STORE_CSV },
    { "sqlite", STORE_SQLITE }, { "sqlite3", STORE_SQLITE },
    { "db", STORE_SQLITE },     { "xlsx", STORE_XLSX },
    { "xlsm", STORE_XLSX },
};

static bool same_word(text t, const char *word)
{
    for (size_t i = 0; i < t.length; i++)
        if (word[i] == '\0' || ascii_lower(t.bytes[i]) != word[i])
            return false;
    return word[t.length] == '\0';
}

store_format store_format_of(const char *name_or_word)
{
    text t = text_of(name_or_word);

    for (size_t i = t.length; i > 0; i--) {
        if (t.bytes[i - 1] == '/')
            break;
        if (t.bytes[i - 1] == '.') {
            t = text_from(t, i);
            break;
        }
    }
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (same_word(t, words[i].word))
            return words[i].format;
    return STORE_NONE;
}
