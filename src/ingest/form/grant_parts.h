/*
 * grant_parts.h - the pieces of layout_grant: labels and words around tables
 */
#ifndef KPIBOOK_INGEST_GRANT_PARTS_H
#define KPIBOOK_INGEST_GRANT_PARTS_H

#include "ingest/form/layout_grant.h"
#include "ingest/kpi/kpi_build.h"
#include "ingest/reader/cell_value.h"
#include "ingest/rows/cost_words.h"

/* What the words of a cell are as a label. */
const header_word *form_label(const form *f, uint32_t row, uint32_t col);
/* grant_present.c: 現況値（R3） beside 目標値（R8）, above the actuals of R4 and later,
 * is the same as 現状値（R3）; else the word as it is. */
const header_word *form_present_word(const form *f, const header_word *w,
                                     uint32_t row, uint32_t col);
/* A label whose value may stand beside or below it, not another's. */
bool form_is_label(const form *f, uint32_t row, uint32_t col);
/* Roles that a label of a form may have. */
bool form_knows(role r);
/* Has a table a column of projects or measures, by its words? What only
 * stands below it may mean something else where a form names its project. */
bool form_has_levels(const table *t);
/* Labels of an indicator: 指標名, 単位, 目標値 … and 算出方法, which says no
 * fact. */
bool form_describes_kpi(const header_word *w);
/* 指標名 | 数値目標対象外, or in one cell: nothing is measured; where that is
 * said. */
bool form_has_no_target(const form *f, uint32_t row, uint32_t col,
                        uint32_t *value_row, uint32_t *value);
void form_take_no_target(form *f, uint32_t row, uint32_t col);
/* 事業概要 | 事業名：花の市 at the side of a form: the title of a part, with what
 * its lines say beside it. */
bool form_is_side_title(const form *f, uint32_t row, uint32_t col);
/* The cell beside a label, else below it. */
bool form_value_of(const form *f, uint32_t row, uint32_t col,
                   uint32_t *value_row, uint32_t *value_col);
/* grant_above.c: 指標名 or 単位 | 基準値 in a row of nothing but labels, and in the
 * next one nothing but their values: the column of the value. */
bool form_value_under(const form *f, uint32_t row, uint32_t col,
                      uint32_t *value_col);
/* 総合評価 merged over rows of other labels, 必要性 | … and 有効性 | …, at their end,
 * and the grade right below it, as wide. */
bool form_tall_grade(const form *f, uint32_t row, uint32_t col,
                     uint32_t *value_row, uint32_t *value_col);
/* Are these a few words, the value of a label above in such rows? */
bool form_says_under(const form *f, uint32_t row, uint32_t col);
/* No. | 事業名 | 分類 above 1 | 朝市の開催 | 甲: two labels beside each other, a word
 * that nobody knows behind or in front of them (目標 | 分類 | 施策 | 担当課), and
 * below each cell one that is no label. */
bool form_heads_values(const form *f, uint32_t row, uint32_t col);
/* 交付先 | 創設年度 | 決算額 above 商店会 | H20 | 3,200: at least one label that is
 * known, and below each cell one that is no label. */
bool form_heads_some(const form *f, uint32_t row);

/* ---- grant_period.c --------------------------------------------------- */

/* 事業期間 | R1～R3. */
void form_take_period(form *f, text t);
/* 事業開始年度 | H20 and 終了年度 | R5: a period once both are known. */
void form_take_period_end(form *f, role end, text t);
/* At the end of the form: the first of them alone has no end. */
void form_settle_period(form *f);

/* ---- grant_pairs.c ---------------------------------------------------- */

/* 【…, （… or the like: a label may stand in brackets. */
bool form_in_brackets(text t);
/* 【所管】経済局: what the bracket in front holds, and what stands behind it. */
bool form_bracket_pair(text t, text *label, text *value);
/* 所管：産業局 | 期間：R1～R3: nothing else in a row, two at least; *roles has a
 * bit for each of their roles. */
bool form_row_pairs(const form *f, uint32_t row, uint64_t *roles);
/* 必要性：A, 前年度の評価：C: a label with its value, of whatever role. */
bool form_any_pair(const form *f, uint32_t row, uint32_t col);
/* `事業名：創業支援` in one cell: what its label is, NULL for no such cell. */
const header_word *form_pair(const form *f, uint32_t row, uint32_t col,
                             text *label, text *value);
const header_word *form_pair_in(const form *f, text t, text *label,
                                text *value);
/* 創業支援　担当課：商工課: cuts a text off where the next label begins, which is
 * returned; empty where there is none. */
text form_cut_pair(const form *f, text *t);

/* Takes in all labels, values and words of a row. */
void form_take_row(form *f, uint32_t row);

/* Labels of an indicator that no table took are said. */
void form_note_pending(form *f);
/* A label's value beside or below it; the last column that it takes. */
bool form_take_label(form *f, const header_word *w, uint32_t row,
                     uint32_t *col);
/* `事業名：創業支援` in one cell, and more behind it perhaps. */
bool form_take_pairs(form *f, uint32_t row, uint32_t col, text t);

/* ---- grant_beside.c --------------------------------------------------- */

/* Labels with their values behind a table's header, from a column on. */
void form_take_behind(form *f, uint32_t row, uint32_t col);
/* The same in front of a table's years, from its header to the row `last`. */
void form_take_front(form *f, uint32_t last);

/* A label and its value, in two cells or in one. */
typedef struct form_label_value {
    role role;
    unsigned rank; /* of the label's level */
    text label, value;
    uint32_t row, col; /* of the value */
    bool below;        /* the label */
} form_label_value;

/* 実施年度 | 令和２年度: when it is done, where no period says so. False: it is
 * something else. Of a label in a row *col becomes its value's. */
bool form_run_year(const reader *r, project *p, text label, text value);
bool form_take_year_run(form *f, const header_word *w, uint32_t row,
                        uint32_t *col);
/* 計画期間 | 開始 | R4 | 終了 | R8: `one` is the value 開始; *last becomes the last
 * column that is taken. */
void form_take_period_cells(form *f, const form_label_value *one,
                            uint32_t *last);

/* ---- grant_card.c ----------------------------------------------------- */

/* No.3 | 温泉街の再生 below a line of a plan or year: that line is the
 * document's title, and no form's. */
bool form_is_titled_card(const form *f, uint32_t row, uint32_t col);
/* No.1-2, 事業番号　3: the number of a form, and no name. */
bool form_is_number(text t);
/* 1-2 of No.1-2. */
text form_number_of(text t);
/* No.101 in front of the form's name: the project's number. */
bool form_take_number(form *f, text t);
/* P01 | 窓口の改善 | 状況 | 順調: the number in front of a name without a label. */
bool form_take_serial(form *f, uint32_t row, uint32_t col, text t);
/* At the end of the form: where that name is the form's. */
void form_settle_serial(form *f);
/* 3. in front of 自転車道の整備: 3. 自転車道の整備, and the cell of the name;
 * else the cell's own words. */
text form_number_joined(reader *r, uint32_t row, uint32_t *col);
/* 1-1 | 温泉街の再生 right above 担当 | 産業部: takes it for the form's name. What
 * stands alone in a row further up is of the document. */
bool form_take_numbered_name(form *f, uint32_t row);
/* Takes 評価　B in one cell. */
bool form_take_verdict_words(form *f, uint32_t row, text t);

/* ---- grant_names.c ---------------------------------------------------- */

/* 別紙1, 様式第２号, ※提出期限…, ←1枚に1事業, 該当なし: words that name nothing. */
bool form_is_no_name(text t);
/* 記入者：阿部, 連絡先：内線123: a label that is known to hold nothing. */
bool form_is_aside(const reader *r, text t);
/* Words for one thing on one line, and no sentence. */
bool form_is_phrase(text t);

/* Takes the value of a label that names a project, or what was done. */
void form_take_name(form *f, const form_label_value *one);
/* The name behind the title of a document, in one cell: R4実績　評価シート　【事業名】
 * 朝市の開催. */
bool form_take_title_name(form *f, uint32_t row, uint32_t col, text t);
/* Notes a label below a form's indicators with another value than it has:
 * perhaps the next form begins there, and what follows is taken for this
 * one's. */
void form_note_second(const form *f, const form_label_value *one);

/* ---- grant_extent.c ---------------------------------------------------- */

/* Does a form of its own begin in a row of another: ① | 健診事業 | 担当課 | 健康課 behind
 * a gap or a title, and above a table of indicators? */
bool form_heads_inner(const form *f, uint32_t row);

/* ---- grant_kept.c ----------------------------------------------------- */

/* 基本目標 | しごと | 担当課 | 商工課 above indicators of its own: it holds for the forms
 * below that name no other, and so does its office. */
void form_keep_goal(const form *f);
void form_inherit_office(const form *f);
/* 基本目標 | しごと, and a gap above the name of the form: so do such levels for those
 * below that name none. */
void form_keep_levels(const form *f);
/* テーマ | にぎわい above ○ 港の活用, alone in front of the name: the heading stands
 * below those levels, which hold for the forms below, too. */
void form_keep_outer(form *f);
/* 施策 | 健康づくり with indicators of its own, and ① | 健診事業 | 担当課 | 健康課 with its own
 * below: the form inside it stands below that measure and its bureau. */
void form_keep_measure(const form *f);
/* 報告課 | 商工課, and a gap above the name of the first form: it is the whole
 * document's, as its title is. */
void form_keep_head_office(const form *f);
/* For a form below that does not ask whose it is. */
void form_inherit_head_office(const form *f);

/* ---- grant_guess.c ---------------------------------------------------- */

/* Says so where no label, word, number or mark tells that the form's title is
 * what its project is called. */
void form_note_guess(const form *f);

/* ---- grant_wrapped.c -------------------------------------------------- */

/* R元 | R2 | R3 below the figures of H28 | H29 | H30, beside a label that is merged
 * down over all of them: the figures of these stand in the next row. */
bool form_wraps_years(const form *f, uint32_t row);
/* Adds the figures of such lines to those of the table's one indicator. */
void form_take_wrapped(form *f, kpi *k);

/* ---- grant_label_number.c --------------------------------------------- */

/* 基本目標Ⅰ, 施策1-2: a level's word and its number, and nothing behind. */
bool form_level_number(text t, text *word, text *no);
/* 基本目標Ⅰ | しごとをつくる: the number of the label in front of what it says. */
text form_with_number(const form *f, text label, text value);
/* Takes ① of プロジェクト① for the number of a project whose name has none. */
void form_take_label_number(form *f, text label, text name);

/* ---- grant_levels.c --------------------------------------------------- */

/* 主な事業, 構成事業: what a measure consists of. */
bool form_names_parts(text label);
/* 主要事業名 | 朝市の開催: one of them, and not several. */
bool form_names_one(text label, text value);
/* 主な取組 | ・講座を開催した。 or 取組 | ・講座 above ・広報, or 令和６年度の取組 | 講座の開催:
 * what was done, and no name. */
bool form_tells_parts(text label, text value);
/* Takes what stands above the project: a goal, a theme or a measure. */
void form_take_level(form *f, const form_label_value *one);
/* 計画上の位置付け, 施策の体系: beside it stand the levels above the project. */
bool form_names_place(text label);
/* The same of 取組 right below 施策, where the form is of a 事業: false for other
 * words. */
bool form_take_act(form *f, const form_label_value *one);
bool form_take_level_lines(form *f, text t);
void form_set_heading(form *f, bool *has, heading *h, text t);
/* What stands in front of lines of levels, in their cell, beside or above it;
 * *t is what is behind it. */
text form_position_label(const form *f, uint32_t row, uint32_t col, text *t);
/* The same of lines with numbers alone, below 計画体系 or beside it. */
bool form_take_numbered_levels(form *f, uint32_t row, uint32_t col);
/* grant_place_row.c: 政策体系 | 第１章　まち | 第２節　消防: takes the levels side by side
 * with the first of them. Is a cell one of theirs? */
bool form_take_place_row(form *f, uint32_t row, uint32_t col);
/* 位置付け | 安心して暮らせるまち: taken as the theme, with a finding; 基本目標Ⅰ　… is
 * the goal. Is a cell what stands beside that word? */
bool form_take_place(form *f, uint32_t row, uint32_t col);
bool form_stands_at_place(const form *f, uint32_t row, uint32_t col);
/* 基本目標１　しごとをつくる, ■施策：移住の促進 alone in a row: a level's word and its
 * title; STYLE_NONE for other rows. */
heading_style form_heading_at(const sheet_view *v, uint32_t row, text *no,
                              text *title);
/* Ⅰ　健康なまち, ◇ 参加を広げる or 2-1　子育ての支援 right above 事業名, and no part of the
 * form: Ⅰ　事業の概要. */
bool form_heads_name(const form *f, uint32_t row);
/* The same of １　しごとをつくる or 【しごとをつくる】, see grant_group.c. */
bool form_heads_group(const form *f, uint32_t row);
/* Such a line above a form's name holds for it, and for the forms below it
 * down to the next one. */
bool form_take_heading(form *f, uint32_t row);
/* Gives the project what such lines say and the form itself does not. */
void form_inherit_levels(form *f);
/* 第１章　すこやかなまち above a form's name. */
bool form_is_chapter(text t);

/* ---- grant_document.c ------------------------------------------------- */

/* Is nothing else typed in the row? */
bool form_stands_alone(const form *f, uint32_t row, uint32_t col);
/* ⑤ ものづくりの振興 above 事業１　設備の更新: words of a theme that were taken for
 * the title of the form. */
bool form_is_headed_by(const form *f, uint32_t row);
/* 令和2年度　交付金事業 at the top of the sheet, a gap, and ① 朝市の開催 right above
 * the labels: the first line is the document's title, the second the form's. */
bool form_is_titled_above(const form *f, uint32_t row, uint32_t col, text t);
/* Ⅰ．にぎわう町 above ◆朝市の開催, each alone in its row: the goal of a form, and
 * what the form is about. */
bool form_is_goal_above(const form *f, uint32_t row, uint32_t col, text t);
/* （１）病児保育 | 担当課 | 保育課: what has a number and an office of its own is a
 * form. */
bool form_is_owned(const form *f, uint32_t row);

/* ---- grant_path.c ----------------------------------------------------- */

/* 1　まちづくり　→　2　公園の整備 or まちづくり ＞ 公園の整備 above the form's name, or
 * beside 体系: its levels from the outermost in, which no word tells; said. */
bool form_is_path(text t);
/* Its parts; `placed`: it stands beside 体系. False for other words. */
enum { FORM_PATH_PARTS = 4 };
typedef struct form_path {
    text parts[FORM_PATH_PARTS];
    size_t count;
} form_path;
bool form_path_read(form_path *out, text t, bool placed);
bool form_take_path(form *f, uint32_t row, uint32_t col, text t);
/* At the end of a form that has no name: the innermost of them is. */
void form_take_path_name(form *f);

/* ---- grant_tiers.c ---------------------------------------------------- */

/* ⑦ 都市の展開 above ⇒ 技術の開発, each alone in its row, above 【ロボットの活躍】 beside
 * labels: takes a level, or the name in brackets. */
bool form_take_tier(form *f, uint32_t row, uint32_t col, text t);

/* ---- grant_heading.c -------------------------------------------------- */

/* Is the form one indicator's, below a heading that names what it is of? Asked
 * before its rows are taken. */
bool form_stands_under_heading(const form *f, uint32_t from);
/* Of such a form: does the table below the labels that begin at `from` hold a
 * further indicator of the same project? */
bool form_goes_on_under_heading(const form *f, const table *t,
                                uint32_t from);
/* At the end of such a form: the innermost heading in force is its name. */
void form_take_heading_name(form *f);

/* ---- grant_top.c ------------------------------------------------------ */

/* Takes lines of levels and the name below them, from the row `from` on, of a
 * form without a label for its name; *first is the first of them. */
bool form_take_top_lines(form *f, uint32_t from, uint32_t *first);

/* ---- grant_offices.c -------------------------------------------------- */

/*
 *     部局運営方針　　　産業部
 *
 *     重点目標１ | 朝市の開催   | 担当 | 商工課
 *     …
 *     重点目標２ | 山道の手入れ | 担当 | 林務課
 *
 * The bureau in the head of the document, above a gap and the 課 of the first
 * form, is that of the forms below, too, which name nothing but a 課.
 */
void form_share_bureau(form *f);
/* 【農林水産部】 or ■ 農林水産部 alone in a row, or 農林水産部 behind a gap: the bureau
 * of the forms below. */
bool form_heads_bureau(const sheet_view *v, uint32_t row, text *bureau);
/* 問い合わせ先 | 環境局　環境保全課: whose form it is, where nothing else says so.
 * *col becomes the last column taken. False: it is something else. */
bool form_take_contact(form *f, uint32_t row, uint32_t *col);
/* 担当 above 印 or, beside 課長, above 山田: who seals the form, and no office. */
bool form_is_sealed(const form *f, uint32_t row, const form_label_value *one);
/* 部長 | 課長 | 担当 and nothing else in a row: the boxes for seals. */
bool form_heads_seals(const form *f, uint32_t row);
/* 局 | … | 部 | … | 課 | … | 係: all of them, two names in bureau or division
 * where there are more than two. */
void form_take_office(form *f, const form_label_value *one);
/* 担当課 behind each indicator: those of all of them, where no label says whose
 * the form is. */
void form_take_office_column(form *f, const segment *s);
/* 港市教育委員会, with its city: it makes the document, and whose the form is a
 * label may say: 教育部　学校教育課. 港市総合戦略推進本部 is nobody's. */
bool form_take_publisher(form *f, text office, uint32_t row, uint32_t col);
/* At the end of the form: its, where nothing said a bureau. */
void form_settle_publisher(form *f);

/* ---- grant_words.c ---------------------------------------------------- */

/* 目標 | 20 | 40 below years: the last of them stands for the target, until a
 * label states it. */
bool form_aims_at_plan(const kpi *k);
/* 福岡市（代表）、糸島市 */
bool form_is_city(text t);
void form_take_cities(form *f, text t);
void form_add_activity(form *f, text title, text words);
/* Its title on the first line, its words on the others. */
void form_add_activity_lines(form *f, text t);
/* A line of words without a label names the indicator: 指標１　団体数. A word
 * for all indicators (成果指標の推移) does not. */
text form_caption_name(text line);
/* 重点プロジェクト１　子育て応援: a project's word and number, and its name. What
 * the word is; ROLE_NONE for others. */
role form_heads_project(const reader *r, text t, text *no, text *title);
/* 事業の概要, 指標の状況, 評価: words that a part of a form has for its title. */
bool form_titles_part(text title);
/* １　事業の概要, ■基本情報, 【評価】 head parts of a form and say no fact. */
bool form_is_section(const reader *r, text t);
/* １ 講座の開催, ① ...: *title without the number. */
bool form_is_numbered(text t, text *title);
/* 施設名 | 市民会館, 計画の名称 | まちなか再生: what a form is about, where no
 * label that is known says so; *value is the value's column. Not whose it is
 * or who fills it in. */
bool form_names_subject(const form *f, uint32_t row, uint32_t col,
                        uint32_t *value);
/* Takes words that have no label by what they are. */
void form_take_words(form *f, uint32_t row, uint32_t col, text t);

/* ---- grant_rows.c ----------------------------------------------------- */

static inline bool form_is_figure(role r)
{
    return role_is_figure(r) || r == ROLE_RATE;
}
/* Gathers the rows of the form's table up to `last`; the first row behind them.
 * `named`: a column of it names the indicators, and blank rows may stand
 * between them. */
uint32_t form_gather_rows(form *f, segment *s, uint32_t last, bool named);

/* ---- grant_aims.c ----------------------------------------------------- */

/* 最終目標（R9年度） | 70 or 現状値（R5） | 40 below the figures of an indicator: keeps
 * it until all are read. False: it is something else. */
bool form_keep_aim(form *f, uint32_t row);
/* Where the figure of such a line stands; UINT32_MAX for other rows. */
uint32_t form_aim_value(const form *f, uint32_t row);
/* Gives each such figure to the one indicator above it; of several it is said.
 */
void form_take_aims(form *f, const kpi_list *all);

/* ---- grant_kpis.c ----------------------------------------------------- */

/* Does a header name an indicator above figures? */
bool form_names_in_header(const table *t);
/* The indicators of the form's table, whose labels stand from row `from` on;
 * the first row behind their rows. Without indicators *all is empty. */
uint32_t form_indicators(form *f, uint32_t from, uint32_t last,
                         kpi_list *all);

/* ---- grant_labelled.c ------------------------------------------------- */

/* What labels say of the one indicator of a table; no name: of none. */
typedef struct form_labelled {
    text name, unit, direction;
    uint32_t name_row;
    uint32_t titled_row; /* see form_titled_name(); else UINT32_MAX */
    bool has_baseline, has_target;
    bool down;             /* a label says that lower is better */
    bool above;            /* labels stand above their values */
    bool each_year, total; /* 目標年度 | 毎年度, R元～R5年度累計 */
    uint32_t baseline_row, baseline_col, target_row, target_col;
    uint32_t rate_row, rate_col; /* 0: none */
    year_span baseline_years, target_years;
} form_labelled;

/* The labels from row `from` to the table's header. `index` 0: of any
 * indicator; else only those from 指標2 on, down to another one's. */
form_labelled form_find_labelled(const form *f, uint32_t from,
                                 unsigned index);
/* What labels at the left say in a column above the table: 指標名 | 来場者数 |
 * | 出店数, where its figures of that indicator begin. */
form_labelled form_find_over(const form *f, uint32_t from, uint32_t col);
/* Gives an indicator what they say and its table does not. */
void form_fill_labelled(form *f, kpi *k, const form_labelled *l);

/* ---- grant_titled.c --------------------------------------------------- */

/* 基準値（R2）：74.3％: what the label in front of the colon is; NULL for other
 * words. */
const header_word *form_stated_word(const form *f, text t, text *value);
/* ①利用者数 above 基準値 | 120 | 目標値 | 300 and those above the table: the name,
 * not above row `from`; empty where none stands there. */
text form_titled_name(const form *f, uint32_t from, uint32_t *name_row);
/* Is a row such a line of the next table? */
bool form_is_titled_name(const form *f, uint32_t row);

/* ---- grant_stated.c --------------------------------------------------- */

/* Gives indicators that a table names without a target what labels above it
 * state: ＫＰＩ | 就職者数：22％（H26年度）⇒32％（H31年度）. These are pending no more. */
void form_take_stated(form *f, kpi_list *all);

/* ---- grant_grades.c --------------------------------------------------- */

/* Ａ（順調）, □A ■B □C: the grade without what it means. */
text form_grade_alone(const reader *r, text t);
/* 達成度 | C, 達成度：◎: a grade where else a rate is. × beside 達成率 is none. */
bool form_says_grade(const form *f, text label, text said);
/* 判定：◎目標達成　○順調に推移: what grades mean, in one cell with their label, and no
 * grade itself; `said` is what stands behind the colon. */
bool form_explains_grades(const form *f, const header_word *w, text t,
                          text said);
/* 施策の進捗評価 | 順調: words that only contain 評価, or 達成度, beside a
 * grade. */
bool form_heads_grade(const form *f, const header_word *w, uint32_t row,
                      uint32_t col);
/* The same above it, each alone in its row: 本事業の評価 above □A ■B □C; or 達成度
 * behind labels, each above its value. */
bool form_heads_grade_below(const form *f, const header_word *w, uint32_t row,
                            uint32_t col);
/* 総合評価 | 評価対象外 and nothing behind: that is a label, too, but of what stands
 * below it, where no label begins that row. No 評価対象外の理由. */
bool form_is_status(const form *f, uint32_t row, uint32_t col,
                    uint32_t value);
/* 一次評価：C | 評価の内容：計画に対しやや遅れている: verdicts from `first` on, each with
 * its label in its cell: neither an indicator nor a line of a list. */
bool form_says_verdicts(const form *f, uint32_t row, uint32_t first);
/* A grade that stands beside a label at `row`: the project's, until all of
 * the form is known. */
void form_add_grade(form *f, uint32_t row, text label, text said);
/* 進捗状況 | 順調 | 遅れ below the years of the form's table: of the newest one that
 * has a grade; `said` for other labels. */
text form_newest_grade(const form *f, const form_label_value *one, text said);
/* The indicator that comes next is named by a label at `row`. */
void form_add_owner(form *f, uint32_t row);
/* 達成度 | C on a line between those of indicators: a grade of the one above.
 * Takes it. */
bool form_grades_above(form *f, uint32_t row);
/* Are there such lines among those of these indicators? Then each of them has
 * what stands below it. */
void form_own_rows(form *f, const kpi_list *all);
/* 達成率 | 75.0% | 評価 | C: nothing but such labels, two at least or a rate, with
 * their values. No line of a table; below an indicator's figures they are its. */
bool form_pairs_verdicts(const form *f, uint32_t row);
void form_take_verdicts(form *f, kpi *k, uint32_t row);
/* At the end of the form: where each of several indicators has a grade below
 * its name (指標１ | … 評価 | A, 指標２ | … 評価 | B), they are theirs. */
void form_settle_grades(form *f);

/* ---- grant_costs.c ---------------------------------------------------- */

/* 事業費 | 決算額 | 千円 | …, うち一般財源, 人件費 among the lines of indicators:
 * what the project costs. */
bool form_is_cost_line(const form *f, uint32_t row);
/* Is it the label of costs: 事業費, 実績額（円） beside years? */
bool form_labels_costs(const form *f, const header_word *w, uint32_t row,
                       uint32_t col);
/* ２年度 | 67,055 beside or below a label of costs. */
void form_take_costs(form *f, uint32_t row, uint32_t col);
/* ２　交付対象事業経費（千円） above R2年度 | 67,055 and R3年度 | 81,801: takes them, and
 * gives the row behind; `row` itself where it heads no such lines. */
uint32_t form_take_cost_years(form *f, uint32_t row, uint32_t last);
/* 国庫支出金 | 480 below a line of costs, a part of them, or 合計 | 1,300, which is
 * what they are. False: the line is neither, or no sum follows. */
bool form_take_cost_parts(form *f, uint32_t row);
bool form_has_cost(const form *f, int fiscal_year);
/* 円, 千円: in a cell of a line of costs, else on the heading above it. */
text form_cost_unit(const form *f, uint32_t row);
/* Is this a word of money of a year whose cost the form has? */
bool form_cost_is_taken(const form *f, text t);
/* A year above a column of costs, its unit in the label or header. */
void form_add_cost(form *f, uint32_t row, uint32_t col, int fiscal_year,
                   text unit);
/* The same of an amount that was read. */
void form_keep_cost(form *f, uint32_t row, uint32_t col, const cell_value *v,
                    int fiscal_year, text unit);

/* ---- grant_amounts.c -------------------------------------------------- */

/* R2決算額　67,055, or R2：67,055千円、R3：81,801千円: with amounts, in a cell; keeps
 * those of the wanted kind whose year has none. The year of an amount alone is
 * `fiscal_year`. False: it is none. */
bool form_costs_stated(form *f, uint32_t row, uint32_t col, int fiscal_year,
                       text t, text unit, money wanted);
/* 67,055千円（令和２年度決算）: what stands behind a label of costs in its cell.
 * False: it is no amount of a year. */
bool form_take_cost_words(form *f, const header_word *label, uint32_t row,
                          uint32_t col, text t);

/* 年度 | 目標 | 実績 | 事業費（千円）: what the year of each line cost. */
void form_take_cost_column(form *f, const uint32_t *rows, size_t count);

/* ---- grant_lists.c ---------------------------------------------------- */

/* 年度 | 決算額 | 国庫支出金 | 一般財源 above 令和４年度 | 15,209 | …: costs, whatever
 * the words behind them are. */
bool form_heads_costs(const form *f, uint32_t row);
/* 事業名 | 担当課 | 評価 above lines: a list, no labels with values. */
bool form_heads_list(const form *f, uint32_t row);
/* The first row behind a list whose header ends at row `head`. Its costs of
 * years are taken, the rest is noted. */
uint32_t form_skip_list(form *f, uint32_t head, uint32_t last);

#endif
