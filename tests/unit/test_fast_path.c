/*
 * test_fast_path.c - our scanners read what libxml2 reads
 *
 * Each row is a part that is plain, nearly plain, or wrong in one place. It
 * is read with the fast path and without: cells and failures are the same.
 * `good` says whether it is to be read at all.
 */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "support/both_ways.h"
#include "support/package.h"

#define ROW(cells) SHEET("<row r=\"1\">" cells "</row>")
#define C(value) ROW("<c r=\"A1\"><v>" value "</v></c>")
#define T(value) ROW("<c r=\"A1\" t=\"str\"><v>" value "</v></c>")
#define MC "xmlns:mc=\"http://schemas.openxmlformats.org/"                  \
    "markup-compatibility/2006\""
#define X14 "xmlns:x14=\"http://schemas.microsoft.com/office/"              \
    "spreadsheetml/2009/9/main\""
#define PLAIN "<worksheet " NS_MAIN "><sheetData><row r=\"1\"><c r=\"A1\">" \
    "<v>1</v></c></row></sheetData>"
#define TAIL "<row r=\"2\"><c r=\"A2\"><v>7</v></c></row></sheetData>"      \
    "</worksheet>"
#define MIXED(middle) "<worksheet " NS_MAIN "><sheetData><row r=\"1\">"     \
    "<c r=\"A1\"><v>1</v></c>" middle "</row>" TAIL

/* A row with these attributes behind another, and one behind both. */
#define NEXT(attributes) SHEET("<row r=\"3\" spans=\"1:2\"><c r=\"A3\"><v>1" \
    "</v></c></row><row" attributes "><c><v>2</v></c></row><row><c><v>3</v>" \
    "</c></row>")
/* The same where q: and p: are declared, for one namespace. */
#define PREFIXED(attributes) "<worksheet " NS_MAIN " xmlns:q=\"urn:q\"" \
    " xmlns:p=\"urn:q\"><sheetData><row q:r=\"9\"><c><v>1</v></c></row>" \
    "<row" attributes "><c><v>2</v></c></row><row r=\"8\"><c><v>3</v></c>" \
    "</row></sheetData></worksheet>"
#define MERGES(cells) "<worksheet " NS_MAIN "><sheetData/><mergeCells>"     \
    "<mergeCell ref=\"A1:B2\"/>" cells "<mergeCell ref=\"A9:B9\"/>"         \
    "</mergeCells></worksheet>"

static const struct part_case {
    const char *label, *part;
    bool good;
} sheets[] = {
    /* Rows behind rows */
    { "a plain next row", NEXT(" r=\"7\" spans=\"1:5\""), true },
    { "a next row without attributes", NEXT(""), true },
    { "a next row with many attributes",
      NEXT(" ht=\"18\" r=\"7\" customHeight=\"1\" s=\"1\" thickBot=\"1\""),
      true },
    { "a next row with too many attributes",
      NEXT(" a=\"1\" b=\"1\" c=\"1\" d=\"1\" e=\"1\" f=\"1\" g=\"1\" h=\"1\" "
           "r=\"8\""), true },
    { "a row that is not hidden", NEXT(" r=\"7\" hidden=\"false\""), true },
    { "a row that is hidden", NEXT(" r=\"7\" hidden=\"1\""), true },
    { "a row that is hidden in words", NEXT(" r=\"7\" hidden=\"true\""),
      true },
    { "a next row zero", NEXT(" r=\"0\""), true },
    { "a next row with space about its number", NEXT(" r=\" 7 \""), true },
    { "a next row further up", NEXT(" r=\"1\""), true },
    { "a next row of Japanese", NEXT(" r=\"4\" x=\"達成\""), true },
    { "a next row with an entity", NEXT(" r=\"&#55;\""), true },
    { "a next row with a default namespace", NEXT(" xmlns=\"urn:x\""), true },
    { "the last next row", SHEET("<row r=\"1048575\"/><row r=\"1048575\">"
                                 "<c><v>1</v></c></row><row><c><v>2</v></c>"
                                 "</row>"), true },
    { "a row of another namespace's words", "<worksheet " NS_MAIN "><sheetData>"
      "<row xmlns:q=\"urn:q\"><c q:a=\"1\"><v>1</v></c></row><row r=\"5\">"
      "<c><v>2</v></c></row></sheetData></worksheet>", true },
    { "a prefix that ended with its row", "<worksheet " NS_MAIN "><sheetData>"
      "<row xmlns:q=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
      "main\"><c><v>1</v></c></row><row r=\"5\"><c><v>2</v></c><q:c><q:v>3"
      "</q:v></q:c></row></sheetData></worksheet>", true },
    { "a next row with a prefix", PREFIXED(" r=\"7\" q:dyDescent=\"0.4\""),
      true },
    { "a next row's number with a prefix", PREFIXED(" q:r=\"7\""), true },
    { "a hidden row with a prefix", PREFIXED(" q:hidden=\"1\""), true },
    { "one name with a prefix and without", PREFIXED(" q:r=\"7\" r=\"5\""),
      true },
    { "a language of the next row", PREFIXED(" xml:lang=\"ja\""), true },
    { "a next row that declares a prefix", PREFIXED(" xmlns:o=\"urn:o\" "
                                                    "o:a=\"1\""), true },
    { "a next row's prefix that none declares", PREFIXED(" o:a=\"1\""),
      true },
    { "a next row's prefix without a name", PREFIXED(" q:=\"1\""), true },
    { "a next row's name without a prefix", PREFIXED(" :a=\"1\""), true },
    { "two prefixes before one name", PREFIXED(" q:p:a=\"1\""), true },
    { "a next row's number before a name", PREFIXED(" q:1=\"1\""), true },
    { "one name with two prefixes", PREFIXED(" q:a=\"1\" p:a=\"1\""), true },
    { "a comment in the next row", NEXT(" r=\"7\"><!-- c --><c/"), true },
    { "a next row too far", NEXT(" r=\"1048577\""), false },
    { "a next row behind the last", SHEET("<row r=\"1048576\"><c><v>1</v></c>"
                                          "</row><row><c/></row>"), false },
    { "no row", NEXT(" r=\"x\""), false },
    { "a next row's attribute twice", NEXT(" r=\"7\" r=\"7\""), false },
    { "a bad byte in the next row", NEXT(" x=\"\xFF\""), false },
    { "no space in the next row", NEXT(" r=\"7\"spans=\"1:2\""), false },
    { "an open next row", SHEET("<row r=\"1\"><c/></row><row r=\"2\"><c/>"),
      false },
    { "another end of the next row", NEXT(" r=\"7\"><c/></rows"), false },
    /* Merged ranges */
    { "a merge", MERGES("<mergeCell ref=\"C1:D2\"/>"), true },
    { "a merge from behind", MERGES("<mergeCell ref=\"D2:C1\"/>"), true },
    { "a merge of one cell", MERGES("<mergeCell ref=\"C1\"/>"), true },
    { "a merge of nothing", MERGES("<mergeCell ref=\"#REF!\"/>"), true },
    { "a merge with two colons", MERGES("<mergeCell ref=\"C1:D2:E3\"/>"),
      true },
    { "a merge with space", MERGES("<mergeCell ref=\" C1:D2\"/>"), true },
    { "a merge with more to say", MERGES("<mergeCell ref=\"C1:D2\" x=\"1\"/>"),
      true },
    { "a merge that holds something", MERGES("<mergeCell ref=\"C1:D2\"><a/>"
                                             "</mergeCell>"), true },
    { "a merge with a bad byte", MERGES("<mergeCell ref=\"C1\x01\"/>"), false },
    { "an open merge", MERGES("<mergeCell ref=\"C1:D2\">"), false },
    /* Values */
    { "a number", C("12.5"), true },
    { "a long number", C("123456789012345678901234567890123456789012345.5"),
      true },
    { "a negative exponent", C("-1.5E-300"), true },
    { "an exponent out of reach", C("1E999"), true },
    { "a point and nothing", C("5."), true },
    { "a sign and nothing", C("-"), true },
    { "space around a number", C(" 5\t"), true },
    { "a line break in a number", C("1\r\n2"), true },
    { "an entity in a number", C("&#49;2"), true },
    { "a comment in a number", C("1<!-- c -->2"), true },
    { "CDATA in a number", C("1<![CDATA[2]]>"), true },
    { "an instruction in a number", C("1<?x y?>2"), true },
    { "an element in a number", C("1<b>2</b>3"), true },
    { "an empty value", C(""), true },
    { "text with entities", T("a &lt;&gt;&amp;&quot;&apos; b"), true },
    { "text with references", T("&#x3042;&#12354;&#x1F600;"), true },
    { "text with CR", T("a\rb\r\nc\n\rd"), true },
    { "CR as a reference", T("a&#13;b"), true },
    { "a tab in text", T("a\tb"), true },
    { "escapes", T("_x0041__x005F_x0041_ _X0041_ _y"), true },
    { "brackets", T("]] ]>x ]]&gt;"), true },
    { "greater than", T("a > b >> c"), true },
    { "NUL by escape", T("_x0000_"), true },
    { "characters of all lengths", T("aé達😀"), true },
    { "the last characters", T("\xEE\xBF\xBF\xEF\xBF\xBD\xF4\x8F\xBF\xBF"),
      true },
    { "DEL and C1", T("\x7F\xC2\x85"), true },
    /* What is refused in text */
    { "a section's end", T("a]]>b"), false },
    { "a section's end behind text", T("ab]]>"), false },
    { "an unknown entity", T("&nbsp;"), false },
    { "an open entity", T("&amp b"), false },
    { "an ampersand", T("a & b"), false },
    { "reference to NUL", T("&#0;"), false },
    { "reference to a surrogate", T("&#xD800;"), false },
    { "reference to FFFF", T("&#xFFFF;"), false },
    { "reference too large", T("&#x110000;"), false },
    { "reference larger than 32 bits", T("&#x100000041;"), false },
    { "reference without digits", T("&#;"), false },
    { "reference with a capital X", T("&#X41;"), false },
    { "a control character", T("a\x01" "b"), false },
    { "vertical tab", T("a\x0B"), false },
    { "a lone tail byte", T("a\x80"), false },
    { "a cut character", T("\xE9\x81"), false },
    { "an overlong slash", T("\xC0\xAF"), false },
    { "an overlong three", T("\xE0\x80\xAF"), false },
    { "a surrogate", T("\xED\xA0\x80"), false },
    { "FFFE", T("\xEF\xBF\xBE"), false },
    { "above the last plane", T("\xF4\x90\x80\x80"), false },
    { "byte FF", T("\xFF"), false },
    /* Attributes */
    { "single quotes", ROW("<c r='A1' t='str'><v>a</v></c>"), true },
    { "spaces about the equals sign", ROW("<c r = \"B1\" ><v>1</v></c >"),
      true },
    { "line breaks between attributes", ROW("<c\nr=\"B1\"\r\n\ts=\"0\">"
                                            "<v>1</v></c>"), true },
    { "a line break in an attribute", ROW("<c r=\"\nB1\"><v>1</v></c>"),
      true },
    { "another order", ROW("<c t=\"s\" s=\"1\" r=\"C1\"><v>1</v></c>"),
      true },
    { "other attributes", ROW("<c r=\"A1\" cm=\"1\" vm=\"2\" ph=\"1\"><v>1"
                              "</v></c>"), true },
    { "a foreign attribute", "<worksheet " NS_MAIN " xmlns:q=\"urn:q\">"
      "<sheetData><row><c q:r=\"Z9\"><v>1</v></c></row></sheetData>"
      "</worksheet>", true },
    { "an entity in a type", ROW("<c r=\"A1\" t=\"&#115;tr\"><v>a</v></c>"),
      true },
    { "an unknown type", ROW("<c r=\"A1\" t=\"x\"><v>1</v></c>"), true },
    { "an empty type", ROW("<c r=\"A1\" t=\"\"><v>1</v></c>"), true },
    { "types that begin alike", ROW("<c t=\"st\"><v>1</v></c><c t=\"nn\">"
                                    "<v>1</v></c><c t=\"x\"><v>1</v></c>"),
      true },
    { "a style that is not there", ROW("<c s=\"99\"><v>1</v></c><c s=\"-1\">"
                                       "<v>1</v></c><c s=\"99999999999\"><v>"
                                       "1</v></c>"), true },
    { "zero style", ROW("<c s=\"0\"><v>1</v></c><c s=\"01\"><v>1</v></c>"),
      true },
    { "greater than in an attribute", ROW("<c r=\"A1\" x=\">\"><v>1</v></c>"),
      true },
    { "an attribute twice", ROW("<c r=\"A1\" r=\"A1\"><v>1</v></c>"), false },
    { "a foreign attribute twice", "<worksheet " NS_MAIN " xmlns:q=\"urn:q\">"
      "<sheetData><row q:a=\"1\" q:a=\"1\"/></sheetData></worksheet>",
      false },
    { "less than in an attribute", ROW("<c x=\"<\"/>"), false },
    { "no space between attributes", ROW("<c r=\"A1\"t=\"n\"/>"), false },
    { "no quotes", ROW("<c r=A1/>"), false },
    { "no value", ROW("<c r/>"), false },
    { "an open quote", ROW("<c r=\"A1><v>1</v></c>"), false },
    { "a slash within a tag", ROW("<c / r=\"A1\">"), false },
    { "an ampersand in an attribute", ROW("<c x=\"a&b\"/>"), false },
    { "a bad byte in an attribute", ROW("<c x=\"\xFF\"/>"), false },
    /* References */
    { "lower case", ROW("<c r=\"b1\"><v>1</v></c>"), true },
    { "the last cell", SHEET("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1"
                             "</v></c></row>"), true },
    { "no references", SHEET("<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
                             "<row><c><v>3</v></c></row>"), true },
    { "another row's", SHEET("<row r=\"1\"><c r=\"A5\"><v>1</v></c></row>"
                             "<row><c><v>2</v></c></row>"), true },
    { "row zero", SHEET("<row r=\"0\"><c r=\"B0\"><v>1</v></c></row>"),
      true },
    { "leading zeros", ROW("<c r=\"A01\"><v>1</v></c>"), true },
    { "column XFE", ROW("<c r=\"XFE1\"><v>1</v></c>"), false },
    { "row 1048577", ROW("<c r=\"A1048577\"><v>1</v></c>"), false },
    { "a huge row", ROW("<c r=\"A4294967297\"><v>1</v></c>"), false },
    { "dollars", ROW("<c r=\"$A$1\"><v>1</v></c>"), false },
    { "no digits", ROW("<c r=\"AB\"><v>1</v></c>"), false },
    { "behind the last column", ROW("<c r=\"XFD1\"/><c/>"), false },
    /* Cells */
    { "an empty cell", ROW("<c r=\"A1\" s=\"1\"/><c r=\"B1\"></c>"), true },
    { "inline", ROW("<c t=\"inlineStr\"><is><t>a</t></is></c>"), true },
    { "inline with kept space", ROW("<c t=\"inlineStr\"><is><t xml:space=\""
                                    "preserve\"> a </t></is></c>"), true },
    { "inline without a type", ROW("<c><is><t>a</t></is></c>"), true },
    { "inline of another type", ROW("<c t=\"s\"><is><t>a</t></is></c>"),
      true },
    { "inline runs", ROW("<c t=\"inlineStr\"><is><r><rPr/><t>a</t></r><r><t>"
                         "b</t></r></is></c>"), true },
    { "inline and a value", ROW("<c t=\"inlineStr\"><is><t>a</t></is><v>b"
                                "</v></c>"), true },
    { "empty inline", ROW("<c t=\"inlineStr\"><f>x</f><is><t></t></is></c>"
                          "<c t=\"inlineStr\"><f>x</f><is/></c>"), true },
    { "two values", ROW("<c><v>1</v><v>2</v></c>"), true },
    { "a value before a formula", ROW("<c><v>1</v><f>x</f></c>"), true },
    { "formulas", ROW("<c><f>A1&gt;B1</f><v>1</v></c><c><f t=\"shared\" "
                      "ref=\"A1:A9\" si=\"0\">x>1</f><v>1</v></c><c><f t=\""
                      "shared\" si=\"0\"/><v>1</v></c>"), true },
    { "formulas without values", ROW("<c><f>x</f></c><c><f/></c><c t=\"str\">"
                                     "<f>x</f><v></v></c><c t=\"str\"><f>x"
                                     "</f></c><c t=\"s\"><f>x</f><v/></c>"),
      true },
    { "elements in a formula", ROW("<c><f>x<b/></f><v>1</v></c>"), true },
    { "a formula's own namespace", ROW("<c><f xmlns=\"urn:q\">x</f><v>1</v>"
                                       "</c>"), true },
    { "a section's end in a formula", ROW("<c><f>]]></f><v>1</v></c>"),
      false },
    { "a bad formula's attribute", ROW("<c><f t=\"a\" t=\"b\">x</f></c>"),
      false },
    { "booleans", ROW("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>2</v></c><c t=\""
                      "b\"><v>true</v></c><c t=\"b\"><v></v></c>"), true },
    { "errors", ROW("<c t=\"e\"><v>#N/A</v></c><c t=\"e\"><v>oops</v></c>"
                    "<c t=\"e\"><v> #REF! </v></c>"), true },
    { "dates", ROW("<c t=\"d\"><v>2020-04-01</v></c><c t=\"d\"><v>x</v></c>"),
      true },
    { "shared strings", ROW("<c t=\"s\"><v>0</v></c><c t=\"s\"><v> 1 </v></c>"
                            "<c t=\"s\"><v>001</v></c>"), true },
    { "a shared string too far", ROW("<c t=\"s\"><v>9</v></c>"), false },
    { "a shared string below none", ROW("<c t=\"s\"><v>-1</v></c>"), false },
    { "text between cells", ROW("<c><v>1</v></c> x <c><v>2</v></c>"), true },
    { "extensions in a cell", ROW("<c><v>1</v><extLst><ext uri=\"a\"/>"
                                  "</extLst></c>"), true },
    /* Half plain: libxml2 goes on somewhere in the middle */
    { "a comment between cells", MIXED("<!-- c --><c><v>2</v></c>"), true },
    { "an instruction between cells", MIXED("<?x y?><c><v>2</v></c>"), true },
    { "a choice between cells", "<worksheet " NS_MAIN " " MC " " X14 ">"
      "<sheetData><row r=\"1\"><c><v>1</v></c><mc:AlternateContent>"
      "<mc:Choice Requires=\"x14\"><c><v>2</v></c><!-- c --><c><v>3</v></c>"
      "</mc:Choice><mc:Fallback><c><v>4</v></c></mc:Fallback>"
      "</mc:AlternateContent><c><v>5</v></c></row></sheetData></worksheet>",
      true },
    { "a choice that is not understood", "<worksheet " NS_MAIN " " MC
      " xmlns:q=\"urn:q\"><sheetData><row r=\"1\"><mc:AlternateContent>"
      "<mc:Choice Requires=\"q\"><c><v>2</v></c></mc:Choice><mc:Fallback>"
      "<!-- c --><c><v>4</v></c></mc:Fallback></mc:AlternateContent>"
      "</row></sheetData></worksheet>", true },
    { "foreign elements", "<worksheet " NS_MAIN " xmlns:q=\"urn:q\">"
      "<sheetData><row><q:c><v>9<!-- c --></v></q:c><c><v>1</v></c>"
      "<c xmlns=\"urn:q\"><v>8</v></c></row></sheetData></worksheet>", true },
    { "a default namespace taken back", "<worksheet " NS_MAIN "><sheetData>"
      "<row><c xmlns=\"\"><v>8</v></c><c><v>1</v></c></row></sheetData>"
      "</worksheet>", true },
    { "prefixes changed within", "<x:worksheet xmlns:x=\"http://schemas."
      "openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData xmlns:y=\""
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><y:row>"
      "<x:c><y:v>1</y:v></x:c></y:row></x:sheetData></x:worksheet>", true },
    { "an undeclared prefix", MIXED("<q:c><v>2</v></q:c>"), true },
    { "lines before a failure", "\n<worksheet " NS_MAIN ">\n<sheetData>\n"
      "<row\n r=\"1\">\n<c r=\"A1\">\n<v>1</v>\n</c>\n<!-- c\n -->\n<c t=\"s\">"
      "<v>7</v></c></row></sheetData></worksheet>", false },
    { "lines before malformed XML", "<worksheet " NS_MAIN ">\n<sheetData>\n"
      "<row\n r=\"1\">\n<c r=\"A1\">\n<v>1</w>\n</c></row></sheetData>"
      "</worksheet>", false },
    { "a CDATA section cut off", MIXED("<![CDATA[ <c/> "), false },
    { "hidden lines and merges", "<worksheet " NS_MAIN "><cols><col min=\"2\""
      " max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"1\">"
      "<c><v>1</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell "
      "ref=\"A1:B2\"/></mergeCells></worksheet>", true },
    /* The document */
    { "a declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\" "
      "standalone=\"yes\"?>\r\n" C("1"), true },
    { "a declaration in single quotes", "<?xml version='1.0' "
      "encoding='utf-8'?>" C("1"), true },
    { "version 1.1", "<?xml version=\"1.1\"?>" C("1"), true },
    { "another encoding", "<?xml version=\"1.0\" encoding=\"us-ascii\"?>"
      C("1"), true },
    { "Latin-1", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"
      T("\xE9"), true },
    { "a declaration out of order", "<?xml encoding=\"UTF-8\" "
      "version=\"1.0\"?>" C("1"), false },
    { "a declaration without a space", "<?xml version=\"1.0\"encoding=\""
      "UTF-8\"?>" C("1"), false },
    { "standalone maybe", "<?xml version=\"1.0\" standalone=\"may\"?>"
      C("1"), false },
    { "a BOM", "\xEF\xBB\xBF" C("1"), true },
    { "a space before the declaration", " <?xml version=\"1.0\"?>" C("1"),
      false },
    { "a comment first", "<!-- c -->" C("1"), true },
    { "a comment last", C("1") "<!-- c -->", true },
    { "space last", C("1") " \r\n\t", true },
    { "an instruction last", C("1") "\n<?x?>\n", true },
    { "text last", C("1") "x", false },
    { "an element last", C("1") "<a/>", false },
    { "an end tag last", C("1") "</worksheet>", false },
    { "a reference last", C("1") "&#32;", false },
    { "CDATA last", C("1") "<![CDATA[]]>", false },
    { "a DOCTYPE", "<!DOCTYPE a>" C("1"), false },
    { "a DOCTYPE within", MIXED("<!DOCTYPE a>"), false },
    { "only a root", "<worksheet " NS_MAIN "/>", true },
    { "text first", "x" C("1"), false },
    { "nothing", "", false },
    { "no end", PLAIN, false },
    { "the wrong end", PLAIN "</sheet>", false },
    { "a longer end", PLAIN "</worksheets>", false },
    { "a shorter end", PLAIN "</work>", false },
    { "an end with an attribute", PLAIN "</worksheet a=\"1\">", false },
    { "crossed elements", ROW("<c><v>1</c></v>"), false },
    { "a name that begins with a digit", ROW("<1/>"), false },
    { "a name that begins with a dash", ROW("<-a/>"), false },
    { "a Japanese name", ROW("<表>1</表><c><v>1</v></c>"), true },
    { "a name with two colons", ROW("<a:b:c/>"), true },
    { "a name that ends with a colon", ROW("<a:/>"), true },
    { "no name", ROW("< c/>"), false },
    { "a root of two prefixes", "<a:worksheet " NS_MAIN "/>", true },
    { "a reserved prefix", "<worksheet " NS_MAIN " xmlns:xml=\"urn:q\"/>",
      true },
    { "an empty prefix's URI", "<worksheet " NS_MAIN " xmlns:q=\"\"/>",
      true },
    { "a namespace declared twice", "<worksheet " NS_MAIN " xmlns:q=\"a\" "
      "xmlns:q=\"a\"/>", false },
    { "two prefixes, one attribute", "<worksheet " NS_MAIN " xmlns:q=\"a\" "
      "xmlns:p=\"a\" p:z=\"1\" q:z=\"2\"/>", true },
    { "no namespace", "<worksheet><sheetData><row><c><v>1</v></c></row>"
      "</sheetData></worksheet>", true },
    { "strict", "<worksheet xmlns=\"http://purl.oclc.org/ooxml/"
      "spreadsheetml/main\"><sheetData><row><c><v>1</v></c></row>"
      "</sheetData></worksheet>", true },
};

static const struct part_case strings[] = {
    { "plain strings", SST("<si><t>甲</t></si><si><t xml:space=\"preserve\"> "
                           "b </t></si><si><t/></si><si/><si></si>"), true },
    { "strings with entities", SST("<si><t>a&amp;b</t></si><si><t>&lt;</t>"
                                   "</si>"), true },
    { "strings with escapes", SST("<si><t>_x0041_</t></si><si><t>a_b</t>"
                                  "</si>"), true },
    { "runs and readings", SST("<si><r><t>a</t></r><r><t>b</t></r><rPh sb=\""
                               "0\" eb=\"1\"><t>x</t></rPh></si>"), true },
    { "two texts in one", SST("<si><t>a</t><t>b</t></si><si><t>c</t></si>"),
      true },
    { "a comment in a string", SST("<si><t>a</t></si><si><t>b<!-- -->c</t>"
                                   "</si><si><t>d</t></si>"), true },
    { "a comment between strings", SST("<si><t>a</t></si><!-- --><si><t>b"
                                       "</t></si>"), true },
    { "a foreign item", "<sst " NS_MAIN " xmlns:q=\"urn:q\"><q:si><t>a</t>"
      "</q:si><si><t>b</t></si><si><t>c</t></si></sst>", true },
    { "text between strings", SST("a<si><t>a</t></si>b<si><t>b</t></si>c"),
      true },
    { "greater than in a string", SST("<si><t>a>b</t></si><si><t>]]</t></si>"),
      true },
    { "a section's end in a string", SST("<si><t>a</t></si><si><t>]]></t>"
                                         "</si>"), false },
    { "a string cut off", "<sst " NS_MAIN "><si><t>a</t></si><si><t>b", false },
    { "bad bytes in a string", SST("<si><t>a</t></si><si><t>\xE9</t></si>"),
      false },
    { "crossed items", SST("<si><t>a</si></t>"), false },
};

static void same_both_ways(package *p, const kpi_limits *limits, int good)
{
    kpi_source source = package_source(p);
    buf fast, slow;

    buf_init(&fast);
    buf_init(&slow);
    both_ways_dump(&fast, &source, limits, false);
    both_ways_dump(&slow, &source, limits, true);
    assert_string_equal(buf_cstr(&fast), buf_cstr(&slow));
    assert_int_equal(fast.length, slow.length);
    assert_true(text_equal(buf_slice(&fast), buf_slice(&slow)));
    if (good >= 0)
        assert_int_equal(strstr(buf_cstr(&fast), "failed ") == NULL, good);
    buf_free(&fast);
    buf_free(&slow);
}

static const char some_strings[] = SST("<si><t>甲</t></si><si><t>乙</t></si>");
static const char some_styles[] =
    STYLES("<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"&quot;"
           "R&amp;D&quot;0\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
           "numFmtId=\"170\"/></cellXfs>");

static void reads_a_sheet_alike(void **state)
{
    const struct part_case *c = *state;
    package p;

    package_init(&p);
    package_book(&p, c->part, some_strings, some_styles, NULL);
    same_both_ways(&p, NULL, c->good);
    package_free(&p);
}

static void reads_strings_alike(void **state)
{
    const struct part_case *c = *state;
    package p;

    package_init(&p);
    package_book(&p, ROW("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"),
                 c->part, some_styles, NULL);
    same_both_ways(&p, NULL, -1);
    package_free(&p);
}

/* Whatever is cut off, wherever. */
static void refuses_every_cut_alike(void **state)
{
    static const char part[] = MIXED("<c r=\"B1\" t=\"str\"><f>a&amp;b</f><v>"
                                     "達成&#x3042;</v></c><!-- c --><c><v>3"
                                     "</v></c>");

    (void)state;
    for (size_t size = 0; size <= strlen(part); size++) {
        package p;

        package_init(&p);
        package_book(&p, NULL, some_strings, NULL, NULL);
        package_add(&p, "xl/worksheets/sheet1.xml", part, size, 0);
        same_both_ways(&p, NULL, size == strlen(part));
        package_free(&p);
    }
}

/* Inflated whole; and so large that tags, characters and references lie
 * across every border of the window. */
static const struct large_case {
    const char *label;
    unsigned rows;
} larges[] = {
    { "a part of 700 KiB", 4000 },
    { "a part of 5 MiB", 28000 },
};

static void reads_large_parts_alike(void **state)
{
    const struct large_case *c = *state;
    unsigned seed = 7;

    for (unsigned odd = 0; odd < 3; odd++) {
        buf sheet;
        package p;

        buf_init(&sheet);
        buf_string(&sheet, "<worksheet " NS_MAIN "><sheetData>");
        for (unsigned row = 1; row <= c->rows; row++) {
            seed = seed * 1103515245 + 12345;
            buf_printf(&sheet, "<row r=\"%u\"><c r=\"A%u\" t=\"inlineStr\">"
                       "<is><t>達成%.*s&amp;]]x</t></is></c>\r\n<c r=\"B%u\">"
                       "<f>A%u&gt;1</f><v>%u.5</v></c><c r=\"C%u\" t=\"str\">"
                       "<v>率%u</v></c></row>\n", row, row,
                       (int)(seed >> 16) % 40,
                       "0123456789012345678901234567890123456789", row, row,
                       seed >> 8, row, seed >> 20);
            if (row == c->rows * 3 / 4 && odd == 1)
                buf_string(&sheet, "<!-- from here on by libxml2 -->");
            if (row == c->rows - 1 && odd == 2)
                buf_string(&sheet, "</row>");
        }
        buf_string(&sheet, "</sheetData></worksheet>");
        package_init(&p);
        package_book(&p, NULL, some_strings, NULL, NULL);
        package_add(&p, "xl/worksheets/sheet1.xml", sheet.bytes, sheet.length,
                    PACKAGE_DEFLATE);
        same_both_ways(&p, NULL, odd != 2);
        package_free(&p);
        buf_free(&sheet);
    }
}

static void reads_a_long_string_alike(void **state)
{
    buf sheet;
    package p;

    (void)state;
    buf_init(&sheet);
    buf_string(&sheet, "<worksheet " NS_MAIN "><sheetData><row><c t=\"str\">"
               "<v>");
    for (unsigned i = 0; i < 60000; i++)
        buf_string(&sheet, i % 1000 == 999 ? "]]" : "達成");
    buf_string(&sheet, "</v></c></row></sheetData></worksheet>");
    package_init(&p);
    package_book(&p, NULL, some_strings, NULL, NULL);
    package_add(&p, "xl/worksheets/sheet1.xml", sheet.bytes, sheet.length,
                PACKAGE_DEFLATE);
    same_both_ways(&p, NULL, true);
    same_both_ways(&p, &(kpi_limits){ .string_bytes = 300000 }, false);
    package_free(&p);
    buf_free(&sheet);
}

/* Each limit ends reading at the same cell, with the same words. */
static void meets_limits_alike(void **state)
{
    static const char sheet[] =
        "<worksheet " NS_MAIN "><sheetData>"
        "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>abc</t>"
        "</is></c><c t=\"str\"><v>defg</v></c><c r=\"D1\" s=\"1\" t=\"n"
        "\"><f a=\"1\" b=\"2\" d=\"3\" e=\"4\">x</f><v>1</v></c></row>"
        "<row r=\"2\" a=\"1\" b=\"2\" c=\"3\" d=\"4\"><c><v>1</v></c></row>"
        "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/>"
        "<mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:C2\"/></mergeCells>"
        "</worksheet>";

    (void)state;
    for (uint64_t limit = 1; limit < 100; limit++) {
        const kpi_limits limits[] = {
            { .cells = limit }, { .string_bytes = limit },
            { .text_bytes = limit }, { .strings = limit },
            { .nesting = limit }, { .attributes = limit },
            { .memory_bytes = limit * 200 }, { .merges = limit },
        };

        for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
            package p;

            package_init(&p);
            package_book(&p, sheet, some_strings, some_styles, NULL);
            same_both_ways(&p, &limits[i], -1);
            package_free(&p);
        }
    }
}

static void reads_names_with_entities(void **state)
{
    static const char workbook[] =
        "<workbook " NS_MAIN " " NS_R "><sheets><sheet name=\"A&amp;B &lt;"
        "&#x8868;&gt;\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    buf out;
    package p;

    (void)state;
    buf_init(&out);
    package_init(&p);
    package_book(&p, ROW("<c><v>1</v></c>"), some_strings, some_styles, NULL);
    package_free(&p);
    package_init(&p);
    package_frame(&p);
    package_text(&p, "xl/workbook.xml", workbook, 0);
    package_text(&p, "xl/_rels/workbook.xml.rels",
                 "<Relationships xmlns=\"http://schemas.openxmlformats.org/"
                 "package/2006/relationships\"><Relationship Id=\"rId1\" "
                 "Type=\"http://schemas.openxmlformats.org/officeDocument/"
                 "2006/relationships/worksheet\" Target=\"worksheets/"
                 "sheet1.xml\"/></Relationships>", 0);
    package_text(&p, "xl/worksheets/sheet1.xml", C("1"), 0);
    package_text(&p, "xl/styles.xml", some_styles, 0);
    same_both_ways(&p, NULL, true);
    for (int one = 0; one < 2; one++) {
        kpi_source source = package_source(&p);

        both_ways_dump(&out, &source, NULL, one != 0);
        assert_non_null(strstr(buf_cstr(&out), "sheet A&B <表> 0"));
        assert_non_null(strstr(buf_cstr(&out), "\"R&D\"0"));
    }
    package_free(&p);
    buf_free(&out);
}

int main(void)
{
    enum { MOST = 256 };
    struct CMUnitTest tests[MOST];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_sheet_alike, sheets);
    TEST_ROWS(tests, n, reads_strings_alike, strings);
    TEST_ONE(tests, n, refuses_every_cut_alike);
    TEST_ROWS(tests, n, reads_large_parts_alike, larges);
    TEST_ONE(tests, n, reads_a_long_string_alike);
    TEST_ONE(tests, n, meets_limits_alike);
    TEST_ONE(tests, n, reads_names_with_entities);
    return run_tests("fast_path", tests, n);
}
