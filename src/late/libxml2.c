/*
 * libxml2.c - libxml2 for the command, looked up when a part asks for it
 *
 * Plain parts, and those are nearly all that departments send, are read
 * without libxml2 (ooxml/xml_plain.c). Yet it brings ICU and the C++ library,
 * and looking those up takes longer than all else that a short run does. The
 * command is therefore linked with these functions in place of the library:
 * each looks its namesake up when the first of them is called.
 *
 * `make LATE=` links it as usual, and so is everything but the command.
 */
#include "late/late.h"

#include <pthread.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* What the command calls: a further one fails to link until it is named
   here and below. */
#define FUNCTIONS(EACH) \
    EACH(__xmlStructuredError) \
    EACH(__xmlStructuredErrorContext) \
    EACH(inputPush) \
    EACH(xmlCtxtUseOptions) \
    EACH(xmlDetectCharEncoding) \
    EACH(xmlFreeDoc) \
    EACH(xmlFreeInputStream) \
    EACH(xmlFreeParserCtxt) \
    EACH(xmlFreeParserInputBuffer) \
    EACH(xmlInitParser) \
    EACH(xmlNewIOInputStream) \
    EACH(xmlNewParserCtxt) \
    EACH(xmlParseDocument) \
    EACH(xmlParserInputBufferCreateIO) \
    EACH(xmlResetLastError) \
    EACH(xmlSetStructuredErrorFunc) \
    EACH(xmlStopParser)

#define POINTER(name) __typeof__(name) *name;
static struct {
    FUNCTIONS(POINTER)
} libxml2;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* POSIX lets the object that dlsym() gives be called; ISO C has no cast. */
#define LOOK_UP(name) \
    *(void **)&libxml2.name = late_look_up(library, #name);
static void load(void)
{
    void *library = late_open(SONAME);

    FUNCTIONS(LOOK_UP)
}

#define CALL(name) (pthread_once(&once, load), libxml2.name)

xmlStructuredErrorFunc *__xmlStructuredError(void)
{
    return CALL(__xmlStructuredError)();
}

void **__xmlStructuredErrorContext(void)
{
    return CALL(__xmlStructuredErrorContext)();
}

int inputPush(xmlParserCtxtPtr context, xmlParserInputPtr input)
{
    return CALL(inputPush)(context, input);
}

int xmlCtxtUseOptions(xmlParserCtxtPtr context, int options)
{
    return CALL(xmlCtxtUseOptions)(context, options);
}

xmlCharEncoding xmlDetectCharEncoding(const unsigned char *bytes, int length)
{
    return CALL(xmlDetectCharEncoding)(bytes, length);
}

void xmlFreeDoc(xmlDocPtr document)
{
    CALL(xmlFreeDoc)(document);
}

void xmlFreeInputStream(xmlParserInputPtr input)
{
    CALL(xmlFreeInputStream)(input);
}

void xmlFreeParserCtxt(xmlParserCtxtPtr context)
{
    CALL(xmlFreeParserCtxt)(context);
}

void xmlFreeParserInputBuffer(xmlParserInputBufferPtr bytes)
{
    CALL(xmlFreeParserInputBuffer)(bytes);
}

void xmlInitParser(void)
{
    CALL(xmlInitParser)();
}

xmlParserInputPtr xmlNewIOInputStream(xmlParserCtxtPtr context,
                                      xmlParserInputBufferPtr bytes,
                                      xmlCharEncoding encoding)
{
    return CALL(xmlNewIOInputStream)(context, bytes, encoding);
}

xmlParserCtxtPtr xmlNewParserCtxt(void)
{
    return CALL(xmlNewParserCtxt)();
}

int xmlParseDocument(xmlParserCtxtPtr context)
{
    return CALL(xmlParseDocument)(context);
}

xmlParserInputBufferPtr
xmlParserInputBufferCreateIO(xmlInputReadCallback read,
                             xmlInputCloseCallback close, void *from,
                             xmlCharEncoding encoding)
{
    return CALL(xmlParserInputBufferCreateIO)(read, close, from, encoding);
}

void xmlResetLastError(void)
{
    CALL(xmlResetLastError)();
}

void xmlSetStructuredErrorFunc(void *context, xmlStructuredErrorFunc handler)
{
    CALL(xmlSetStructuredErrorFunc)(context, handler);
}

void xmlStopParser(xmlParserCtxtPtr context)
{
    CALL(xmlStopParser)(context);
}
