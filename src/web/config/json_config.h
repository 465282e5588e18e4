/* json_config.h - what json-c's configure would write under Emscripten */
#define JSON_C_HAVE_INTTYPES_H 1
