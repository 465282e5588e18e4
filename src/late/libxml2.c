/*
 * libxml2.c - libxml2 for the command, looked up when a part asks for it
 *
 * Plain parts, and those are nearly all that departments send, are read
 * without libxml2 (ooxml/xml_plain.c). Yet it brings ICU and the C++ library,
 * and looking those up takes longer than all else that a short run does.
 *
 * `make LATE=` links it as usual, and so is everything but the command.
 */
#include "late/late.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#define ACTIONS(EACH) \
    EACH(1, xmlFreeDoc, xmlDocPtr) \
    EACH(1, xmlFreeInputStream, xmlParserInputPtr) \
    EACH(1, xmlFreeParserCtxt, xmlParserCtxtPtr) \
    EACH(1, xmlFreeParserInputBuffer, xmlParserInputBufferPtr) \
    EACH(0, xmlInitParser, void) \
    EACH(0, xmlResetLastError, void) \
    EACH(2, xmlSetStructuredErrorFunc, void *, xmlStructuredErrorFunc) \
    EACH(1, xmlStopParser, xmlParserCtxtPtr)

#define FUNCTIONS(EACH) \
    EACH(xmlStructuredErrorFunc *, 0, __xmlStructuredError, void) \
    EACH(void **, 0, __xmlStructuredErrorContext, void) \
    EACH(int, 2, inputPush, xmlParserCtxtPtr, xmlParserInputPtr) \
    EACH(int, 2, xmlCtxtUseOptions, xmlParserCtxtPtr, int) \
    EACH(xmlCharEncoding, 2, xmlDetectCharEncoding, const unsigned char *, \
         int) \
    EACH(xmlParserInputPtr, 3, xmlNewIOInputStream, xmlParserCtxtPtr, \
         xmlParserInputBufferPtr, xmlCharEncoding) \
    EACH(xmlParserCtxtPtr, 0, xmlNewParserCtxt, void) \
    EACH(int, 1, xmlParseDocument, xmlParserCtxtPtr) \
    EACH(xmlParserInputBufferPtr, 4, xmlParserInputBufferCreateIO, \
         xmlInputReadCallback, xmlInputCloseCallback, void *, xmlCharEncoding)

LATE_LIBRARY(ACTIONS, FUNCTIONS)
