/*
 * annotate_cases.h - small workbooks, and what their annotated copies hold
 *
 * Parts of a case replace those of the usual workbook. Every copy is also
 * read back, stripped and made again; see test_annotate.c.
 */
#ifndef KPIBOOK_TESTS_ANNOTATE_CASES_H
#define KPIBOOK_TESTS_ANNOTATE_CASES_H

#include "support/package.h"

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/"       \
            "relationships/"
#define NS_RELS                                                             \
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
#define NS_TYPES                                                            \
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\""
#define STRICT "http://purl.oclc.org/ooxml/"
#define RELATION(id, type, target)                                          \
    "<Relationship Id=\"" id "\" Type=\"" REL type "\" Target=\"" target     \
    "\"/>"
#define RELATIONS(inner) "<Relationships " NS_RELS ">" inner "</Relationships>"
#define TYPES(inner)                                                        \
    "<Types " NS_TYPES "><Default Extension=\"xml\" ContentType=\""         \
    "application/xml\"/><Default Extension=\"rels\" ContentType=\"x/rels\"/>" \
    inner "</Types>"
#define WORKBOOK(inner) "<workbook " NS_MAIN " " NS_R ">" inner "</workbook>"
#define SHEETS "<sheets><sheet name=\"表1\" sheetId=\"7\" r:id=\"rId1\"/>"  \
               "</sheets>"
#define COMMENTS(authors, list)                                             \
    "<comments " NS_MAIN "><authors>" authors "</authors><commentList>"     \
    list "</commentList></comments>"
#define VML_NS                                                              \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "                            \
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "                  \
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
#define CELLS                                                               \
    "<row r=\"1\" spans=\"1:3\"><c r=\"A1\"><v>1</v></c>"                   \
    "<c r=\"C1\" s=\"1\"><v>0.5</v></c></row>"                              \
    "<row r=\"4\"><c r=\"B4\" t=\"str\"><v>x</v></c></row>"

/* A small workbook; parts of a case replace these (NULL takes one out). */
static const char *const usual[][2] = {
    { "[Content_Types].xml", TYPES("") },
    { "_rels/.rels", RELATIONS(RELATION("rId1", "officeDocument",
                                        "xl/workbook.xml")) },
    { "xl/workbook.xml", WORKBOOK(SHEETS) },
    { "xl/_rels/workbook.xml.rels",
      RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                RELATION("rId2", "styles", "styles.xml")) },
    { "xl/worksheets/sheet1.xml", SHEET(CELLS) },
    { "xl/styles.xml",
      STYLES("<fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill/>"
             "<fill/></fills><borders count=\"1\"><border/></borders>"
             "<cellXfs count=\"2\"><xf/><xf numFmtId=\"10\" fontId=\"0\" "
             "fillId=\"0\" borderId=\"0\"><alignment horizontal=\"right\"/>"
             "</xf></cellXfs>") },
    { "docProps/app.xml", "<odd>kept</odd>" },
};
enum { USUAL = sizeof(usual) / sizeof(*usual), PARTS = 6, WANTED = 6 };

#define SHEET1 "xl/worksheets/sheet1.xml"
#define SHEET1_RELS "xl/worksheets/_rels/sheet1.xml.rels"

static const struct annotate_case {
    const char *label;
    const char *parts[PARTS][2];
    const char *wanted[WANTED][2]; /* a part of the copy holds this text */
    const char *unwanted[3][2];
} cases[] = {
    { "puts a sheet with links in front", { { NULL } },
      { { "xl/workbook.xml", "<sheets><sheet name=\"指摘一覧\" sheetId=\"8\" "
          "r:id=\"rIdKpibook1\"/><sheet name=\"表1\"" },
        { "xl/worksheets/sheet2.xml", "tabSelected=\"1\"" },
        { "xl/worksheets/sheet2.xml", "location=\"'表1'!A1\"" },
        { "xl/worksheets/sheet2.xml", "state=\"frozen\"" },
        { "xl/worksheets/sheet2.xml", "約三百人" },
        { "[Content_Types].xml", "/xl/worksheets/sheet2.xml" } },
      { { NULL } } },
    { "writes comments with message, hint and rule", { { NULL } },
      { { "xl/comments1.xml", "<author>kpibook</author>" },
        { "xl/comments1.xml", "<comment ref=\"A1\" authorId=\"0\">" },
        { "xl/comments1.xml", "【エラー】" },
        { "xl/comments1.xml", "[actual-not-a-number]\n【警告】" },
        { "xl/drawings/vmlDrawing1.vml", "<x:Row>0</x:Row><x:Column>0" },
        { SHEET1_RELS, "Target=\"/xl/comments1.xml\"" } }, { { NULL } } },
    { "keeps number format and alignment of a marked cell", { { NULL } },
      { { "xl/styles.xml", "<xf applyFill=\"1\" applyBorder=\"1\" numFmtId="
          "\"10\" fontId=\"0\" fillId=\"4\" borderId=\"3\"><alignment "
          "horizontal=\"right\"/></xf>" },
        { "xl/styles.xml", "<fills count=\"6\">" },
        { "xl/styles.xml", "<borders count=\"5\">" },
        { "xl/styles.xml", "<fonts count=\"7\">" } }, { { NULL } } },
    { "adds cells and rows that were blank, in order", { { NULL } },
      { { SHEET1, "<c r=\"D1\" s=\"" },
        { SHEET1, "</row><row r=\"6\"><c r=\"A6\" s=\"" },
        { SHEET1, "</row><row r=\"7\">" } },
      { { SHEET1, "spans" } } },
    { "opens rows and sheetData that were empty",
      { { SHEET1, SHEET("<row r=\"1\"/><row r=\"3\"><c r=\"A3\"><v>1</v></c>"
                        "</row>") } },
      { { SHEET1, "<row r=\"1\"><c r=\"B1\" s=\"" } }, { { NULL } } },
    { "marks a sheet without any row",
      { { SHEET1, "<worksheet " NS_MAIN "><sheetData/></worksheet>" } },
      { { SHEET1, "<sheetData><row r=\"1\"><c r=\"A1\" s=\"" },
        { SHEET1, "</row></sheetData><legacyDrawing" } }, { { NULL } } },
    { "is not fooled by comments, CDATA and text",
      { { SHEET1, SHEET("<!-- <c r=\"A1\"/> --><row r=\"1\"><c r=\"A1\" "
          "t=\"inlineStr\"><is><t><![CDATA[<c r=\"B1\"/></row>]]></t></is>"
          "</c><c r='B1' t='str'><v>a>b</v></c></row><?x <row r=\"1\"> ?>") } },
      { { SHEET1, "<!-- <c r=\"A1\"/> -->" },
        { SHEET1, "<![CDATA[<c r=\"B1\"/></row>]]>" } }, { { NULL } } },
    { "takes a blank cell's style from its row, then its column",
      { { SHEET1, "<worksheet " NS_MAIN "><cols><col min=\"1\" max=\"1\" "
          "style=\"1\"/></cols><sheetData><row r=\"1\" s=\"1\" "
          "customFormat=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
          "</worksheet>" } },
      { { "xl/styles.xml", "fillId=\"3\" borderId=\"2\"" } }, { { NULL } } },
    { "knows cells by their order where r is missing",
      { { SHEET1, SHEET("<row><c><v>1</v></c><c s=\"1\"><v>2</v></c></row>"
                        "<row><c><v>3</v></c></row>") } },
      { { SHEET1, "<c s=\"" } }, { { NULL } } },
    { "puts legacyDrawing where the schema has it",
      { { SHEET1, "<worksheet " NS_MAIN "><sheetData>" CELLS "</sheetData>"
          "<pageMargins/><drawing r:id=\"d\" " NS_R "/><tableParts/>"
          "</worksheet>" } },
      { { SHEET1, "<drawing r:id=\"d\"" },
        { SHEET1, "<legacyDrawing xmlns:r=" },
        { SHEET1, "r:id=\"rIdKpibook2\"/><tableParts/>" } }, { { NULL } } },
    { "adds to the comments and shapes that are there",
      { { SHEET1, "<worksheet " NS_MAIN " " NS_R "><sheetData>" CELLS
          "</sheetData><legacyDrawing r:id=\"v\"/></worksheet>" },
        { SHEET1_RELS, RELATIONS(RELATION("v", "vmlDrawing",
                                          "../drawings/a.vml")
                                 RELATION("c", "comments", "/xl/c.xml")) },
        { "xl/c.xml", COMMENTS("<author>係</author>",
          "<comment ref=\"A1\" authorId=\"0\"><text><r><t>前から</t></r>"
          "</text></comment><comment ref=\"Z9\" authorId=\"0\"><text><t>他"
          "</t></text></comment>") },
        { "xl/drawings/a.vml", "<xml " VML_NS "><v:shape id=\"_x0000_s2049\">"
          "<v:textbox><div>a<br>b</div></v:textbox></v:shape></xml>" } },
      { { "xl/c.xml", "<author>係</author><author>kpibook</author>" },
        { "xl/c.xml", "<r><t>前から</t></r><r>" },
        { "xl/c.xml", "―――― kpibook ――――" },
        { "xl/c.xml", "authorId=\"1\"" },
        { "xl/drawings/a.vml", "id=\"_x0000_s2050\"" },
        { "xl/drawings/a.vml", "a<br>b" } },
      { { "xl/drawings/a.vml", "<x:Row>0</x:Row><x:Column>0</x:Column>" },
        { SHEET1, "rIdKpibook" } } },
    { "adds to a plain comment and to an empty one",
      { { SHEET1_RELS, RELATIONS(RELATION("c", "comments", "/xl/c.xml")) },
        { "xl/c.xml", COMMENTS("<author/>",
          "<comment ref=\"A1\" authorId=\"0\"><text><t>plain</t></text>"
          "</comment><comment ref=\"B4\" authorId=\"0\"><text/></comment>") } },
      { { "xl/c.xml", "<t>plain\n―――― kpibook ――――\n【" },
        { "xl/c.xml", "<text><r><rPr>" } }, { { NULL } } },
    { "works under a prefix and with absolute targets",
      { { "xl/workbook.xml",
          "<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/"
          "spreadsheetml/2006/main\"><x:bookViews><x:workbookView activeTab="
          "\"0\"/></x:bookViews><x:sheets><x:sheet name=\"表1\" sheetId=\"1\" "
          NS_R " r:id=\"rId1\"/></x:sheets></x:workbook>" },
        { "xl/_rels/workbook.xml.rels",
          "<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/"
          "package/2006/relationships\"><p:Relationship Id=\"rId1\" Type=\""
          REL "worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
          "<p:Relationship Id=\"rId2\" Type=\"" REL "styles\" Target=\""
          "/xl/styles.xml\"/></p:Relationships>" },
        { SHEET1, "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/"
          "spreadsheetml/2006/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\">"
          "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>" },
        { "xl/styles.xml", "<x:styleSheet xmlns:x=\"http://schemas."
          "openxmlformats.org/spreadsheetml/2006/main\"><x:cellXfs>"
          "<x:xf/></x:cellXfs></x:styleSheet>" } },
      { { "xl/workbook.xml", "<x:sheets><x:sheet name=\"指摘一覧\"" },
        { "xl/workbook.xml", "<x:definedName name=\"_xlnm.Print_Titles\"" },
        { SHEET1, "<x:c r=\"B1\" s=\"" },
        { SHEET1, "<x:legacyDrawing xmlns:r=" },
        { "xl/styles.xml", "<x:fgColor rgb=\"FFFFC9C4\"/>" },
        { "xl/_rels/workbook.xml.rels", "<p:Relationship Id=\"rIdKpibook1" } },
      { { "xl/workbook.xml", "activeTab" } } },
    { "writes strict OOXML into a strict workbook",
      { { "xl/workbook.xml", "<workbook xmlns=\"" STRICT "spreadsheetml/main\" "
          "xmlns:r=\"" STRICT "officeDocument/relationships\">" SHEETS
          "</workbook>" },
        { "xl/_rels/workbook.xml.rels",
          RELATIONS("<Relationship Id=\"rId1\" Type=\"" STRICT
                    "officeDocument/relationships/worksheet\" Target=\""
                    "worksheets/sheet1.xml\"/>") },
        { SHEET1, "<worksheet xmlns=\"" STRICT "spreadsheetml/main\">"
          "<sheetData>" CELLS "</sheetData></worksheet>" },
        { "xl/styles.xml", NULL } },
      { { "xl/worksheets/sheet2.xml", "xmlns=\"" STRICT "spreadsheetml/main" },
        { "xl/comments1.xml", "xmlns=\"" STRICT "spreadsheetml/main" },
        { "xl/styles.xml", "xmlns=\"" STRICT "spreadsheetml/main" },
        { SHEET1, "xmlns:r=\"" STRICT "officeDocument/relationships\"" },
        { SHEET1_RELS, "Type=\"" STRICT "officeDocument/relationships/"
          "vmlDrawing\"" } },
      { { "xl/worksheets/sheet2.xml", "2006/main" } } },
    { "makes a styles part where there is none",
      { { "xl/styles.xml", NULL },
        { "xl/_rels/workbook.xml.rels",
          RELATIONS(RELATION("rId1", "worksheet",
                             "worksheets/sheet1.xml")) },
        { SHEET1, SHEET("<row r=\"1\"><c r=\"A1\" s=\"9\"><v>1</v></c>"
                        "</row>") } },
      { { "xl/styles.xml", "<cellXfs count=\"" },
        { "xl/_rels/workbook.xml.rels", "relationships/styles\" Target=\""
          "/xl/styles.xml\"" },
        { "[Content_Types].xml", "PartName=\"/xl/styles.xml\"" } },
      { { NULL } } },
    { "leaves a style alone that is used but not there",
      { { SHEET1, SHEET("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" "
          "s=\"5\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>") } },
      { { SHEET1, "<c s=\"15\" r=\"A1\">" } }, { { NULL } } },
    { "moves what counts sheets, and keeps the rest",
      { { "xl/workbook.xml", WORKBOOK("<bookViews><workbookView xWindow=\"5\" "
          "firstSheet=\"1\" activeTab=\"1\"/></bookViews><sheets><sheet "
          "name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"図\" "
          "sheetId=\"2\" r:id=\"g\"/></sheets><definedNames><definedName "
          "name=\"a\">表1!$A$1</definedName><definedName name=\"b\" "
          "localSheetId=\"0\">表1!$A$2</definedName></definedNames>"
          "<calcPr calcId=\"1\"/>") },
        { "xl/_rels/workbook.xml.rels",
          RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                    RELATION("rId2", "styles", "styles.xml")
                    RELATION("g", "chartsheet", "chartsheets/s.xml")) },
        { "xl/chartsheets/s.xml", "<chartsheet " NS_MAIN "><sheetViews>"
          "<sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
          "</chartsheet>" } },
      { { "xl/workbook.xml", "<workbookView xWindow=\"5\"/>" },
        { "xl/workbook.xml", "name=\"b\" localSheetId=\"1\">表1!$A$2" },
        { "xl/workbook.xml", "name=\"a\">表1!$A$1" },
        { "xl/chartsheets/s.xml", "<sheetView workbookViewId=\"0\"/>" } },
      { { "xl/workbook.xml", "localSheetId=\"2\"" } } },
    { "keeps macros and their content type",
      { { "[Content_Types].xml", TYPES("<Override PartName=\"/xl/workbook.xml"
          "\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main"
          "+xml\"/>") },
        { "xl/vbaProject.bin", "macro" } },
      { { "[Content_Types].xml", "sheet.macroEnabled.main+xml" },
        { "xl/vbaProject.bin", "macro" } }, { { NULL } } },
    { "uses an Override where vml means something else",
      { { "[Content_Types].xml", TYPES("<Default Extension=\"VML\" "
          "ContentType=\"text/plain\"/>") } },
      { { "[Content_Types].xml", "<Override PartName=\"/xl/drawings/"
          "vmlDrawing1.vml\" ContentType=\"application/vnd.openxmlformats-"
          "officedocument.vmlDrawing\"/>" } }, { { NULL } } },
    { "marks the first cell of a merged range, and colours it all",
      { { SHEET1, "<worksheet " NS_MAIN "><sheetData><row r=\"1\"><c r=\"A1\">"
          "<v>1</v></c></row></sheetData><mergeCells><mergeCell "
          "ref=\"A1:B2\"/></mergeCells></worksheet>" } },
      { { "xl/comments1.xml", "ref=\"A1\"" }, { SHEET1, "<c r=\"B2\" s=\"" } },
      { { "xl/comments1.xml", "ref=\"B1\"" } } },
    { "lists a sheet whose rows are out of order, and leaves it alone",
      { { SHEET1, SHEET("<row r=\"5\"><c r=\"A5\"><v>1</v></c></row>"
                        "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>") } },
      { { "xl/worksheets/sheet2.xml", "印をつけられなかったシート" },
        { "xl/worksheets/sheet2.xml", "location=\"'表1'!A2\"" },
        { SHEET1, "<c r=\"A2\"><v>2</v></c>" } },
      { { SHEET1, "legacyDrawing" } } },
    { "keeps the styles of a sheet that it leaves alone",
      { { SHEET1, SHEET("<row r=\"1\"><c r=\"A2\" s=\"4\"><v>1</v></c>"
                        "</row>") } },
      { { "xl/worksheets/sheet2.xml", "印をつけられなかったシート" } },
      { { NULL } } },
    { "leaves a sheet alone whose comments are broken",
      { { SHEET1_RELS, RELATIONS(RELATION("c", "comments", "/xl/c.xml")) },
        { "xl/c.xml", "<comments " NS_MAIN "><commentList></comments>" } },
      { { "xl/worksheets/sheet2.xml", "印をつけられなかったシート" } },
      { { SHEET1, "legacyDrawing" } } },
    { "leaves a sheet alone whose rows stand in AlternateContent",
      { { SHEET1, "<worksheet " NS_MAIN " xmlns:mc=\"http://schemas."
          "openxmlformats.org/markup-compatibility/2006\"><sheetData>"
          "<mc:AlternateContent><mc:Fallback><row r=\"1\"><c r=\"A1\"><v>1</v>"
          "</c></row></mc:Fallback></mc:AlternateContent></sheetData>"
          "</worksheet>" } },
      { { "xl/worksheets/sheet2.xml", "印をつけられなかったシート" } },
      { { NULL } } },
    { "gives way to a sheet of the same name",
      { { "xl/workbook.xml", WORKBOOK("<sheets><sheet name=\"指摘一覧\" "
          "sheetId=\"65534\" r:id=\"rId1\"/></sheets>") } },
      { { "xl/workbook.xml", "<sheet name=\"指摘一覧 (2)\" sheetId=\"1\"" } },
      { { NULL } } },
    { "quotes a sheet's name in links",
      { { "xl/workbook.xml", WORKBOOK("<sheets><sheet name=\"A&amp;B's\" "
          "sheetId=\"1\" r:id=\"rId1\"/></sheets>") } },
      { { "xl/worksheets/sheet2.xml", "location=\"'A&amp;B''s'!A1\"" } },
      { { NULL } } },
};

#endif
