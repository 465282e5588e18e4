#!/bin/sh
# Every command and every option of --help stands in both man pages, and the
# page of each command can be written and formatted.
set -u
B=${B:-build}
export LC_ALL=C.UTF-8
failed=0
commands=$("$B/kpibook" --help --lang en | sed -n 's/^  \([a-z]*\)  .*/\1/p')
[ -n "$commands" ] || { echo "no commands in --help"; exit 1; }
for page in src/share/man/kpibook.1 src/share/man/ja/kpibook.1; do
    for command in $commands; do
        grep -q "^\.BR $command " "$page" || { echo "$page: no command $command"; failed=1; }
        options=$("$B/kpibook" "$command" --help | sed -n 's/^  ...\{0,1\} *--\([a-z-]*\) .*/\1/p')
        [ -n "$options" ] || { echo "no options in the help of $command"; failed=1; }
        for option in $options; do
            grep -qF -- "\\-\\-$(printf '%s' "$option" | sed 's/-/\\-/g')" "$page" ||
                { echo "$page: no option --$option"; failed=1; }
        done
    done
done
for command in $commands; do
    for language in ja en; do
        sh src/share/man/command_page.sh "$B/kpibook" "$command" $language | grep -q '^\.SH' ||
            { echo "no page of $command ($language)"; failed=1; }
    done
done
exit $failed
