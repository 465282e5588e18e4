# kpibook: make, make demo, make test; see README.md
#
#   make                builds build/kpibook and libkpibook, installs nothing
#   make setup          installs what pkg-config does not find (apt-get)
#   make demo           setup, then the main job on the samples
#   make test           setup, then all tests          (make check is the same)
#   make asan           the tests under AddressSanitizer and UBSan
#   make valgrind       the unit tests under valgrind
#   make fuzz FUZZ_TIME=60      every fuzz target for so many seconds (clang);
#                               FUZZ="zip sheet" only these
#   make afl AFL_TIME=60        the same with AFL++; AFL=book one target
#   make coverage               what unit tests and corpus reach (clang, LLVM)
#   make check-layers   holds the includes to the floors of the house
#   make check-corpus CORPUS=../shared/corpus   real workbooks, cell by cell
#   make samples        writes the sample workbooks anew from their data
#   make install DESTDIR=... prefix=...

VERSION  := 0.1.0
SOVERSION := 0
prefix   ?= /usr/local
bindir   ?= $(prefix)/bin
libdir   ?= $(prefix)/lib
includedir ?= $(prefix)/include
datadir  ?= $(prefix)/share
B        ?= build
CC       ?= cc
CFLAGS   ?= -O3 -g
WARNINGS := -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifdef WERROR
WARNINGS += -Werror
endif
# V=1 shows the whole commands.
ifndef V
Q := @
say = @echo "  $(1) $@"
endif

# ---- What it needs: pkg-config's name and Debian's package, side by side ----
NEEDS      := minizip:libminizip-dev libxml-2.0:libxml2-dev \
              xlsxwriter:libxlsxwriter-dev gmp:libgmp-dev \
              libutf8proc:libutf8proc-dev libfyaml:libfyaml-dev \
              json-c:libjson-c-dev sqlite3:libsqlite3-dev \
              nettle:nettle-dev zlib:zlib1g-dev libdeflate:libdeflate-dev
TEST_NEEDS := cmocka:libcmocka-dev
MODULES    := $(foreach n,$(NEEDS),$(firstword $(subst :, ,$(n))))

# Lower floors first; a floor may use only those before it. FLOORS="base xlsx"
# builds a library of these rooms only.
ALL_FLOORS := base ooxml xlsx wording kpi plan \
              $(addprefix ingest/,header table reader kpi rows form walk turned card page) \
              ingest check store output annotate
FLOORS     ?= $(ALL_FLOORS) api
PKG_CFLAGS := $(shell pkg-config --cflags $(MODULES) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(MODULES) 2>/dev/null) -lpthread
TEST_LIBS  := $(shell pkg-config --libs cmocka 2>/dev/null)
# The command takes the archives of libraries that have one: looking up a
# dozen shared ones costs more than --version does. libxml2 stays shared, its
# archive asks for all of ICU; libxlsxwriter has none; SQLite's asks for libm,
# another to look up. STATIC= links as usual. These three are looked up when
# they are needed (src/late); not with LATE=, and not when what they are called
# cannot be seen.
STATIC     ?= minizip gmp utf8proc fyaml json-c nettle z deflate
archives    = $(foreach l,$(STATIC),$(if $(findstring /,$(shell $(CC) \
              -print-file-name=lib$(l).a)),$(l)))
LATE     ?= xml2 xlsxwriter sqlite3
soname    = $(shell readelf -d "$$($(CC) -print-file-name=lib$(1).so)" \
              2>/dev/null | sed -n '/SONAME/s/.*\[\(.*\)\].*/\1/p')
LATE_LIBS := $(foreach l,$(LATE),$(if $(call soname,$(l)),$(l)))
LATE_OBJ := $(if $(LATE_LIBS),$(B)/obj/src/late/late.o) \
            $(LATE_LIBS:%=$(B)/obj/src/late/lib%.o)
# The pointers of the tables are set right at every start: packed, the list of
# them is a few pages instead of a hundred.
PACKED   := -Wl,-z,pack-relative-relocs
COMMAND_LIBS = $(foreach a,$(archives),-l:lib$(a).a) \
              $(filter-out $(archives:%=-l%) $(LATE_LIBS:%=-l%), \
              $(PKG_LIBS)) -lm

CPPFLAGS += -Iinclude -Isrc -Itests -D_POSIX_C_SOURCE=200809L
LIB_SRC  := $(sort $(foreach f,$(filter-out api,$(FLOORS)),$(wildcard src/$(f)/*.c))) \
            $(if $(filter api,$(FLOORS)),$(wildcard src/api*.c))
CLI_SRC  := $(sort $(wildcard src/cli/*.c))
LIB_OBJ  := $(LIB_SRC:%.c=$(B)/obj/%.o)
CLI_OBJ  := $(CLI_SRC:%.c=$(B)/obj/%.o)
SUPPORT_OBJ := $(patsubst %.c,$(B)/obj/%.o,$(sort $(wildcard tests/support/*.c)))
UNIT_BIN := $(patsubst tests/unit/%.c,$(B)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))
REAL_BIN := $(patsubst tests/real/%.c,$(B)/real/%,$(sort $(wildcard tests/real/check_*.c)))
GOLDEN_BIN := $(patsubst tests/golden/%.c,$(B)/golden/%,$(sort $(wildcard tests/golden/*.c)))
FUZZ     := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
REPLAY_BIN := $(FUZZ:%=$(B)/replay/%)

.DEFAULT_GOAL := all
.PHONY: all setup setup-test demo test check unit golden replay asan valgrind \
        fuzz afl coverage check-layers check-corpus check-real samples install uninstall clean
all: $(B)/kpibook $(B)/libkpibook.a $(B)/libkpibook.so

$(B)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC  )
	$(Q)$(CC) $(CPPFLAGS) $(PKG_CFLAGS) $(WARNINGS) -fPIC -MMD -MP $(CFLAGS) -c $< -o $@

# The rooms, for the tests; what is installed shows only the kpi_ names.
$(B)/internal.a: $(LIB_OBJ)
	$(call say,AR  )
	@rm -f $@
	$(Q)ar rcs $@ $^

$(B)/support.a: $(SUPPORT_OBJ)
	$(call say,AR  )
	@rm -f $@
	$(Q)ar rcs $@ $^

$(B)/libkpibook.a: $(LIB_OBJ)
	$(call say,AR  )
	@rm -f $@ $(B)/libkpibook.o
	$(Q)ld -r -o $(B)/libkpibook.o $^
	$(Q)objcopy --wildcard --keep-global-symbol='kpi_*' $(B)/libkpibook.o
	$(Q)ar rcs $@ $(B)/libkpibook.o

$(B)/libkpibook.so: $(B)/libkpibook.a
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,libkpibook.so.$(SOVERSION) \
	    -Wl,--whole-archive $< -Wl,--no-whole-archive $(PKG_LIBS) -o $@

$(B)/obj/src/late/lib%.o: CPPFLAGS += -DSONAME='"$(call soname,$(*F:lib%=%))"'
$(B)/kpibook: $(CLI_OBJ) $(LATE_OBJ) $(B)/libkpibook.a
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -Wl,-O1 -Wl,--as-needed $(PACKED) \
	    $^ $(COMMAND_LIBS) -o $@

$(B)/tests/%: $(B)/obj/tests/unit/%.o $(B)/support.a $(B)/internal.a
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) $(TEST_LIBS) -o $@

$(B)/real/%: $(B)/obj/tests/real/%.o $(B)/support.a $(B)/internal.a
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) $(TEST_LIBS) -o $@
$(B)/golden/%: $(B)/obj/tests/golden/%.o $(B)/support.a $(B)/internal.a
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) $(TEST_LIBS) -o $@

$(B)/replay/%: $(B)/obj/tests/fuzz/fuzz_%.o $(B)/obj/tests/fuzz/standalone.o $(B)/support.a $(B)/internal.a
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) $(TEST_LIBS) -o $@

# With a fuzzer's own main(); FUZZ_LINK is its flag.
$(FUZZ:%=$(B)/%): $(B)/%: $(B)/obj/tests/fuzz/fuzz_%.o $(B)/support.a $(B)/internal.a
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $(FUZZ_LINK) $^ $(PKG_LIBS) $(TEST_LIBS) -o $@

$(B)/make_samples: $(patsubst %.c,$(B)/obj/%.o,$(sort $(wildcard samples/*.c))) $(B)/internal.a
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) -o $@

.PRECIOUS: $(B)/obj/%.o

# ---- Set-up ----
setup:
	@sh tests/support/setup.sh $(NEEDS)
setup-test:
	@sh tests/support/setup.sh $(NEEDS) $(TEST_NEEDS)

# ---- The main job on the samples ----
demo: setup
	@$(MAKE) --no-print-directory all
	@mkdir -p $(B)/demo
	@for city in kitakyushu fukuoka; do \
	    echo; \
	    $(B)/kpibook consolidate --force -p samples/$$city/plan.yaml \
	        samples/$$city -o $(B)/demo/$$city.xlsx || exit $$?; \
	done

samples: $(B)/make_samples
	$(B)/make_samples samples/kitakyushu/data.json samples/kitakyushu
	$(B)/make_samples samples/fukuoka/data.json samples/fukuoka

# ---- Tests ----
test check: setup-test
	@$(MAKE) --no-print-directory all unit replay golden check-real
	@echo "kpibook: all tests passed"

unit: $(UNIT_BIN)
	@sh tests/support/run_unit.sh $(UNIT_BIN)

replay: $(REPLAY_BIN)
	@for t in $(FUZZ); do \
	    $(B)/replay/$$t tests/fuzz/corpus/$$t || exit 1; \
	done

golden: all $(GOLDEN_BIN)
	@B=$(B) sh tests/cli/run.sh
	@for t in $(sort $(wildcard tests/golden/*.sh)); do \
	    echo "golden: $$t"; B=$(B) sh $$t || exit 1; \
	done

CORPUS ?= ../shared/corpus
check-real: $(REAL_BIN)
	@for t in $(REAL_BIN); do \
	    KPIBOOK_SHARED=$${KPIBOOK_SHARED:-../shared} $$t || exit 1; \
	done
check-corpus: $(B)/real/check_corpus
	$(B)/real/check_corpus $(CORPUS)

SANITIZE := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
asan: setup-test
	@$(MAKE) --no-print-directory B=build/asan CFLAGS="$(SANITIZE)" \
	    all unit replay golden check-real
valgrind: setup-test
	@$(MAKE) --no-print-directory B=build/valgrind CFLAGS="-O1 -g" $(UNIT_BIN:$(B)/%=build/valgrind/%)
	@RUN="valgrind -q --error-exitcode=9 --leak-check=full \
	    --soname-synonyms=somalloc=nouserintercepts" \
	    sh tests/support/run_unit.sh $(UNIT_BIN:$(B)/%=build/valgrind/%)

# The same targets, seeds and dictionaries for libFuzzer and for AFL++.
FUZZ_TIME ?= 60
FUZZ_MAX  ?= 65536
fuzz:
	@$(MAKE) --no-print-directory B=build/fuzz CC=clang \
	    CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all" \
	    FUZZ_LINK="-fsanitize=fuzzer,address,undefined" $(FUZZ:%=build/fuzz/%)
	@for t in $(FUZZ); do \
	    mkdir -p build/fuzz/found/$$t; \
	    echo "fuzz: $$t"; \
	    build/fuzz/$$t -max_total_time=$(FUZZ_TIME) -print_final_stats=1 \
	        -max_len=$(FUZZ_MAX) -timeout=10 -rss_limit_mb=2048 \
	        $$(test -f tests/fuzz/$$t.dict && echo -dict=tests/fuzz/$$t.dict) \
	        build/fuzz/found/$$t tests/fuzz/corpus/$$t >build/fuzz/$$t.log 2>&1 \
	        || { tail -n 40 build/fuzz/$$t.log; exit 1; }; \
	    tail -n 8 build/fuzz/$$t.log; \
	done

AFL_TIME ?= 60
AFL      ?= zip package relationships workbook styles shared_strings sheet number_format book
afl: export AFL_USE_ASAN = 1
afl: export AFL_USE_UBSAN = 1
afl:
	@$(MAKE) --no-print-directory B=build/afl CC=afl-clang-fast \
	    CFLAGS="-O1 -g" FUZZ_LINK="-fsanitize=fuzzer" $(AFL:%=build/afl/%)
	@for t in $(AFL); do \
	    mkdir -p build/afl/found/$$t; \
	    echo "afl: $$t"; \
	    AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 \
	    AFL_NO_AFFINITY=1 AFL_AUTORESUME=1 afl-fuzz -V $(AFL_TIME) -m none -t 5000 \
	        -i tests/fuzz/corpus/$$t -o build/afl/found/$$t \
	        $$(test -f tests/fuzz/$$t.dict && echo -x tests/fuzz/$$t.dict) \
	        -- build/afl/$$t >build/afl/$$t.log 2>&1 \
	        || { tail -n 40 build/afl/$$t.log; exit 1; }; \
	    grep -E 'execs_done|execs_per_sec|corpus_count|bitmap_cvg|saved' \
	        build/afl/found/$$t/default/fuzzer_stats; \
	    grep -q 'saved_crashes *: 0$$' build/afl/found/$$t/default/fuzzer_stats \
	        || exit 1; \
	done

# Lines and branches of the library; also of what fuzzers found before.
coverage: setup-test
	@$(MAKE) --no-print-directory B=build/coverage CC=clang \
	    CFLAGS="-O1 -g -fprofile-instr-generate -fcoverage-mapping" all \
	    $(UNIT_BIN:$(B)/%=build/coverage/%) $(REPLAY_BIN:$(B)/%=build/coverage/%)
	@rm -rf build/coverage/raw
	@export LLVM_PROFILE_FILE=build/coverage/raw/%p.profraw; \
	    sh tests/support/run_unit.sh $(UNIT_BIN:$(B)/%=build/coverage/%) && \
	    for t in $(FUZZ); do \
	        build/coverage/replay/$$t tests/fuzz/corpus/$$t \
	            $$(ls -d build/fuzz/found/$$t 2>/dev/null) || exit 1; \
	    done
	@llvm-profdata merge -sparse build/coverage/raw/*.profraw -o build/coverage/all.profdata
	@llvm-cov report build/coverage/libkpibook.so \
	    -instr-profile=build/coverage/all.profdata $(LIB_SRC)

check-layers:
	@sh tests/support/check_layers.sh $(ALL_FLOORS)

# ---- Installation ----
install: all
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(libdir)/pkgconfig $(DESTDIR)$(includedir) \
	    $(DESTDIR)$(datadir)/man/man1 $(DESTDIR)$(datadir)/man/man5 \
	    $(DESTDIR)$(datadir)/man/ja/man1 $(DESTDIR)$(datadir)/man/ja/man5
	install -m 755 $(B)/kpibook $(DESTDIR)$(bindir)/kpibook
	install -m 644 $(B)/libkpibook.a $(DESTDIR)$(libdir)/libkpibook.a
	install -m 755 $(B)/libkpibook.so $(DESTDIR)$(libdir)/libkpibook.so.$(VERSION)
	ln -sf libkpibook.so.$(VERSION) $(DESTDIR)$(libdir)/libkpibook.so.$(SOVERSION)
	ln -sf libkpibook.so.$(SOVERSION) $(DESTDIR)$(libdir)/libkpibook.so
	install -m 644 include/kpibook.h $(DESTDIR)$(includedir)/kpibook.h
	sed -e 's|@prefix@|$(prefix)|;s|@libdir@|$(libdir)|;s|@includedir@|$(includedir)|;s|@version@|$(VERSION)|;s|@modules@|$(MODULES)|' \
	    src/share/kpibook.pc.in > $(DESTDIR)$(libdir)/pkgconfig/kpibook.pc
	install -d $(DESTDIR)$(datadir)/bash-completion/completions $(DESTDIR)$(datadir)/kpibook/plans $(DESTDIR)$(datadir)/kpibook/schemas
	install -m 644 src/share/kpibook.bash $(DESTDIR)$(datadir)/bash-completion/completions/kpibook
	install -m 644 samples/kitakyushu/plan.yaml $(DESTDIR)$(datadir)/kpibook/plans/strategy.yaml
	install -m 644 samples/fukuoka/plan.yaml $(DESTDIR)$(datadir)/kpibook/plans/grant.yaml
	$(B)/kpibook export --schema json > $(DESTDIR)$(datadir)/kpibook/schemas/dataset-1.schema.json
	$(B)/kpibook export --schema sql > $(DESTDIR)$(datadir)/kpibook/schemas/dataset-1.sql
	for c in $$($(B)/kpibook --help --lang en | sed -n 's/^  \([a-z]*\)  .*/\1/p'); do \
	    sh src/share/man/command_page.sh $(B)/kpibook $$c en > $(DESTDIR)$(datadir)/man/man1/kpibook-$$c.1 || exit 1; \
	    sh src/share/man/command_page.sh $(B)/kpibook $$c ja > $(DESTDIR)$(datadir)/man/ja/man1/kpibook-$$c.1 || exit 1; \
	done
	for s in 1 5; do \
	    install -m 644 src/share/man/*.$$s $(DESTDIR)$(datadir)/man/man$$s/; \
	    install -m 644 src/share/man/ja/*.$$s $(DESTDIR)$(datadir)/man/ja/man$$s/; \
	done

uninstall:
	rm -f $(DESTDIR)$(bindir)/kpibook $(DESTDIR)$(includedir)/kpibook.h \
	    $(DESTDIR)$(libdir)/libkpibook.a $(DESTDIR)$(libdir)/libkpibook.so* \
	    $(DESTDIR)$(libdir)/pkgconfig/kpibook.pc \
	    $(DESTDIR)$(datadir)/bash-completion/completions/kpibook \
	    $(DESTDIR)$(datadir)/man/man?/kpibook*.? $(DESTDIR)$(datadir)/man/ja/man?/kpibook*.?
	rm -rf $(DESTDIR)$(datadir)/kpibook

clean:
	rm -rf build

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)

# ---- Benchmarks: bench measures for minutes, bench-quick under one ----
BENCH := $(B)/bench
.PHONY: bench bench-quick
$(BENCH)/%: tests/bench/%.c $(wildcard tests/bench/*.h)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(PKG_CFLAGS) $(WARNINGS) $(CFLAGS) $< $(PKG_LIBS) -o $@
# Its calls of libxlsxwriter are recorded, to be given to it alone.
RECORDED := workbook_new_opt workbook_add_worksheet worksheet_write_string \
            worksheet_write_number worksheet_write_blank \
            worksheet_write_formula_num worksheet_write_formula_str \
            worksheet_write_url_opt worksheet_write_comment_opt \
            worksheet_merge_range worksheet_set_row worksheet_set_column \
            summary_verify
$(BENCH)/writer: tests/bench/writer.c $(B)/internal.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(PKG_CFLAGS) $(WARNINGS) $(CFLAGS) $^ \
	    $(RECORDED:%=-Wl,--wrap=%) $(PKG_LIBS) -o $@
BENCH_TOOLS := $(BENCH)/workloads $(BENCH)/floor $(BENCH)/writer $(BENCH)/bench
bench: all $(BENCH_TOOLS)
	@test -f $(BENCH)/full/done || { echo "bench: writing the workloads"; \
	    $(BENCH)/workloads $(BENCH)/full 1000 10000 && touch $(BENCH)/full/done; }
	$(BENCH)/bench $(B)/kpibook $(BENCH) $(BENCH)/full 7
bench-quick: all $(BENCH_TOOLS)
	@test -f $(BENCH)/quick/done || \
	    { $(BENCH)/workloads $(BENCH)/quick 400 400 && touch $(BENCH)/quick/done; }
	$(BENCH)/bench $(B)/kpibook $(BENCH) $(BENCH)/quick 3 quick

# ---- The page for clerks: build/kpibook.html --------------------------------
#   make page [PLAN=plan.yaml]   the core as WebAssembly in one file; installs
#                                Debian's emscripten (1 GB) when it is missing
#   make test-page               compares it with the command line, in node and
#                                in Debian's chromium; not part of make test
.PHONY: page test-page
PAGE_NEEDS := emcc:emscripten node:nodejs dpkg-source:dpkg-dev
page:
	@sh src/web/setup.sh $(PAGE_NEEDS)
	@$(MAKE) --no-print-directory -f src/web/page.mk FLOORS="$(ALL_FLOORS)" PLAN="$(PLAN)"

test-page: setup
	@sh src/web/setup.sh $(PAGE_NEEDS) chromium:chromium \
	    chromedriver:chromium-driver
	@fc-list :lang=ja 2>/dev/null | grep -q . || \
	    sh src/web/setup.sh fonts-for-the-screenshots:fonts-noto-cjk
	@$(MAKE) --no-print-directory $(B)/kpibook
	@$(MAKE) --no-print-directory -f src/web/page.mk FLOORS="$(ALL_FLOORS)" PLAN= PAGE=build/web/plain.html
	@$(MAKE) --no-print-directory -f src/web/page.mk FLOORS="$(ALL_FLOORS)" \
	    PLAN=samples/kitakyushu/plan.yaml PAGE=build/web/planned.html
	KPIBOOK=$(B)/kpibook node tests/web/compare.js build/web/core.js $(CORPUS)/files
	KPIBOOK=$(B)/kpibook node tests/web/test_page.js build/web/plain.html \
	    build/web/planned.html
