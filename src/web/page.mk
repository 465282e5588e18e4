# page.mk - build/kpibook.html: the core as WebAssembly in one page
#
#   make page                    the page
#   make page PLAN=plan.yaml     with this plan inside
#
# Compiles the same src/ with Debian's emscripten, and the libraries from
# Debian's source packages (fetch_sources.sh). Everything lands in build/web.
OUT    := build/web
SRC    := $(OUT)/src
# Debian's emscripten finds its own modules only with this, when another node
# than Debian's is on the machine.
export NODE_PATH := /usr/share/nodejs
EMCC   := emcc
PAGE   ?= build/kpibook.html
PLAN   ?=

PACKAGES := zlib libdeflate libxml2 libxlsxwriter utf8proc libfyaml json-c \
    nettle gmp

.PHONY: page
page: $(PAGE)

# ---- What the libraries need beside their sources ----
$(OUT)/packages: FORCE
	@mkdir -p $(@D)
	@echo '$(PACKAGES)' | cmp -s - $@ || { \
	    sh src/web/fetch_sources.sh $(SRC) $(PACKAGES) && \
	    echo '$(PACKAGES)' > $@; }

# libxml2 without all but its parser. Its version: 2.9.14 and 20914.
$(OUT)/include/libxml/xmlversion.h: $(OUT)/packages
	@mkdir -p $(@D) $(OUT)/include/json-c
	@ln -sfn $(abspath $(SRC)/zlib/contrib/minizip) $(OUT)/include/minizip
	@ln -sfn $(abspath $(SRC)/nettle) $(OUT)/include/nettle
	@for h in $(SRC)/json-c/*.h src/web/config/json*.h; do \
	    ln -sfn "$$PWD/$$h" $(OUT)/include/json-c/; done
	version=$$(sed -n '1s/.*(\([0-9.]*\).*/\1/p' $(SRC)/libxml2/debian/changelog); \
	number=$$(echo $$version | awk -F. '{ print $$1 * 10000 + $$2 * 100 + $$3 }'); \
	sed -e 's/@WITH_\(TREE\|PUSH\|ICONV\)@/1/;s/@WITH_[A-Z0-9_]*@/0/' \
	    -e 's/@VERSION@/'$$version/ -e 's/@LIBXML_VERSION_NUMBER@/'$$number/ \
	    -e 's/@LIBXML_VERSION_EXTRA@//' \
	    $(SRC)/libxml2/include/libxml/xmlversion.h.in > $@

HEADERS := $(OUT)/include/libxml/xmlversion.h

# ---- The libraries: folder/file, and the flags of each folder ----
LIBRARY := \
    $(addprefix zlib/,adler32 crc32 deflate inffast inflate inftrees trees zutil) \
    $(addprefix zlib/contrib/minizip/,ioapi unzip zip) \
    $(addprefix libdeflate/lib/,adler32 crc32 deflate_decompress utils) \
    $(addprefix libxml2/,SAX2 buf chvalid dict encoding entities error globals \
        hash list parser parserInternals threads tree uri valid xmlIO \
        xmlmemory xmlstring) \
    $(addprefix libxlsxwriter/src/,app chart chartsheet comment content_types \
        core custom drawing format hash_table metadata packager relationships \
        shared_strings styles table theme utility vml workbook worksheet \
        xmlwriter) \
    $(addprefix libxlsxwriter/third_party/,md5/md5 tmpfileplus/tmpfileplus) \
    utf8proc/utf8proc \
    $(addprefix libfyaml/src/lib/fy-,accel atom composer ctype diag doc \
        docbuilder docstate dump emit event input parse path token types utf8 \
        utils walk) libfyaml/src/xxhash/xxhash \
    $(addprefix json-c/,arraylist debug json_c_version json_object \
        json_object_iterator json_tokener json_util libjson linkhash printbuf \
        random_seed strerror_override) \
    $(addprefix nettle/,sha256 sha256-compress write-be32) \
    $(addprefix gmp/mini-gmp/,mini-gmp mini-mpq)

INCLUDE := -Isrc/web/config -I$(OUT)/include -I$(SRC)/zlib -I$(SRC)/libdeflate \
    -I$(SRC)/libxml2/include -I$(SRC)/libxlsxwriter/include -I$(SRC)/utf8proc \
    -I$(SRC)/libfyaml/include -I$(SRC)/gmp/mini-gmp

FLAGS_zlib          := -DZ_HAVE_UNISTD_H -DNOCRYPT -DNOUNCRYPT
FLAGS_libdeflate    :=
FLAGS_libxml2       := -I$(SRC)/libxml2
FLAGS_libxlsxwriter := -DUSE_SYSTEM_MINIZIP
FLAGS_utf8proc      := -DUTF8PROC_STATIC
FLAGS_libfyaml      := -DHAVE_CONFIG_H -D_GNU_SOURCE -I$(SRC)/libfyaml/src/lib -I$(SRC)/libfyaml/src/xxhash
FLAGS_json-c        := -D_GNU_SOURCE -I$(OUT)/include/json-c
FLAGS_nettle        := -DHAVE_CONFIG_H -I$(SRC)/nettle
FLAGS_gmp           := '-DGMP_LIMB_MAX=(~(mp_limb_t)0)'

# ---- The core: every room but SQLite's files and the command line ----
CORE   := $(filter-out src/store/sql%,$(foreach f,$(FLOORS),$(wildcard src/$(f)/*.c))) \
          $(wildcard src/api*.c) src/web/web.c src/web/without_sqlite.c

LIBRARY_OBJ := $(LIBRARY:%=$(OUT)/obj/lib/%.o)
CORE_OBJ    := $(CORE:%.c=$(OUT)/obj/%.o)
# -Oz saves 8 percent more and costs a third of the speed.
OPTIMIZE    := -Os

$(OUT)/obj/lib/%.o: | $(HEADERS)
	@mkdir -p $(@D)
	$(EMCC) $(OPTIMIZE) -w $(FLAGS_$(firstword $(subst /, ,$*))) $(INCLUDE) \
	    -c $(SRC)/$*.c -o $@

$(OUT)/obj/%.o: %.c | $(HEADERS)
	@mkdir -p $(@D)
	$(EMCC) $(OPTIMIZE) -std=c11 -Wall -Wextra -D_POSIX_C_SOURCE=200809L \
	    -DUTF8PROC_STATIC -Iinclude -Isrc $(INCLUDE) -MMD -MP -c $< -o $@

# ---- One script with a heap that grows, no file system but memory ----
LINK := $(OPTIMIZE) -sMODULARIZE=1 -sEXPORT_NAME=createCore -sENVIRONMENT=worker \
    -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=2GB -sTOTAL_STACK=8MB \
    -sFILESYSTEM=1 -sEXIT_RUNTIME=0 -sINVOKE_RUN=0 --no-entry \
    -sDYNAMIC_EXECUTION=0 -sTEXTDECODER=2 \
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString -sEXPORTED_FUNCTIONS=_malloc,_free

$(OUT)/core.js: $(LIBRARY_OBJ) $(CORE_OBJ) src/web/page.mk
	$(EMCC) $(LINK) $(LIBRARY_OBJ) $(CORE_OBJ) -o $@

PARTS := $(addprefix src/web/,page.html page.css words.js core.js \
    report.js page.js worker.js)

$(PAGE): $(OUT)/core.js $(PARTS) src/web/assemble.js $(PLAN) $(OUT)/plan
	node src/web/assemble.js $@ $(OUT)/core.js $(OUT)/core.wasm $(PLAN)

# Changes when PLAN= names another plan than the last time.
$(OUT)/plan: FORCE
	@mkdir -p $(@D)
	@echo '$(PLAN)' | cmp -s - $@ || echo '$(PLAN)' > $@
.PHONY: FORCE
FORCE:

.PHONY: libraries
libraries: $(LIBRARY_OBJ)

-include $(CORE_OBJ:.o=.d)
