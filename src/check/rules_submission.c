/*
 * rules_submission.c - rules about the files of a submission together:
 * which one counts, and whose it is
 *
 * Arguments: see each row.
 */
#include "check/rules_table.h"

#define F(id, s) id, SEVERITY_##s, "submission", "0.1.0", ""

static const rule rows[] = {
    /* {0} the bureau that the row names, {1} who sent the file */
    { F("bureau-not-of-file", WARNING),
      { "担当局「{0}」が、ファイルを提出した「{1}」と違います",
        "the bureau is {0}, but the file was submitted by {1}" },
      { "担当局の欄を直すか、その事業を担当する局のファイルに移してください。"
        "他局の事業を載せるのが正しければ、そのままで構いません。",
        "Correct the bureau, or move the project to the file of the bureau "
        "in charge. If it belongs here, leave it." },
      "産業経済局.xlsx の中の【総務局】",
      "産業経済局.xlsx の中の【産業経済局】" },
    { F("file-department-unknown", WARNING),
      { "どの部署のファイルか分かりません",
        "it is not known which department sent this file" },
      { "ファイル名を計画のfilesに書いた名前(例: 産業経済局.xlsx)にするか、"
        "様式の部署名の欄に部署一覧の名前を書いてください。",
        "Name the file as the plan's files say (for example 産業経済局.xlsx) "
        "or write the department's name in the form." },
      "様式(最終)2.xlsx", "産業経済局.xlsx" },
    /* {0} the other file */
    { F("file-duplicate", WARNING),
      { "[「{0}」と]同じ内容のファイルです",
        "the file is a copy[ of {0}]" },
      { "一方を取り除いてください。中身が違うはずなら、"
        "保存し忘れがないか確かめてください。",
        "Remove one of them. If they should differ, check whether one was "
        "not saved." },
      "環境局.xlsx と 環境局 - コピー.xlsx", "環境局.xlsx だけ" },
    /* {0} the newer file */
    { F("file-superseded", NOTICE),
      { "新しい提出[「{0}」]に置き換えられたため使いません",
        "a newer submission[, {0},] replaces this file" },
      { "古いファイルは集計に入りません。古い方が正しければ、"
        "新しい方を取り除くか、Excelで保存し直してください。",
        "The older file is not counted. If it is the right one, remove the "
        "newer or save the right one again in Excel." },
      "5月22日保存の 環境局.xlsx", "6月1日保存の 環境局.xlsx" },
    /* {0} the number */
    { F("heading-number-inferred", NOTICE),
      { "見出し「{value}」に番号がありません。同じ題名の「{0}」とみなしました",
        "the heading {value} has no number: taken as {0}, which has the same "
        "title" },
      { "同じ見出しなら番号も書いてください。別の見出しなら、題名を"
        "書き分けてください。",
        "If it is the same heading, write the number too. If it is another "
        "one, give it another title." },
      "他の部署は「Ⅰ 暮らしを守る」、この部署は「暮らしを守る」",
      "どちらも「Ⅰ 暮らしを守る」" },
    /* {0} the newer file */
    { F("project-only-in-older-file", WARNING),
      { "この事業は古いファイルにだけあり、新しい提出[「{0}」]にありません",
        "the project stands only in the older file, not in the newer one"
        "[, {0}]" },
      { "集計には残しています。新しいファイルで行を消し忘れ・写し"
        "忘れていないか確かめ、やめた事業なら古いファイルを取り除いてくださ"
        "い。",
        "It is kept. Check whether the row was lost in the newer file; if "
        "the project was dropped, remove the older file." },
      "新しいファイルで行が抜けている", "新しいファイルにも行がある" },
    /* {0} the newer file */
    { F("project-superseded", NOTICE),
      { "新しい提出[「{0}」]に同じ事業があるため、こちらは使いません",
        "a newer submission[, {0},] holds the same project: this one is not "
        "used" },
      { "新しいファイルの値で集計します。古い方が正しければ、"
        "新しい方のその事業を直してください。",
        "The newer figures are used. If the older ones are right, correct "
        "the project in the newer file." },
      "2つのファイルに同じ事業", "新しいファイルにだけある事業" },
    /* {0} the other file */
    { F("submission-order-unclear", WARNING),
      { "[「{0}」と]同じ事業がありますが、どちらが新しいか分かりません",
        "[{0} holds the same project; ]which one is newer is not known" },
      { "保存日時が同じか、記録されていません。正しい方だけを残すか、"
        "正しい方をExcelで開いて上書き保存してください。--use FILE "
        "でも指定できます。",
        "Their times are equal or missing. Keep only the right file, or "
        "open the right one in Excel and save it. --use FILE also decides." },
      "保存日時が同じ2つのファイル", "正しい方を保存し直した2つのファイル" },
};

const rule_table rules_of_submission = RULE_TABLE(rows);
