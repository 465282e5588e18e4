#!/bin/sh
# Writes the man page of one command from its --help, so that they cannot
# drift: command_page.sh KPIBOOK COMMAND ja|en > kpibook-COMMAND.1
set -eu
kpibook=$1
command=$2
language=$3

roff() { # a leading dot or quote, backslashes and hyphens mean something
    sed -e 's/\\/\\\\/g' -e "s/^\\([.']\\)/\\\\\\&\\1/" -e 's/-/\\-/g'
}
if [ "$language" = ja ]; then
    name=名前 synopsis=書式 description=説明 more=関連項目
else
    name=NAME synopsis=SYNOPSIS description=DESCRIPTION more="SEE ALSO"
fi
help=$("$kpibook" "$command" --help --lang "$language")
usage=$(printf '%s\n' "$help" | sed -n '1s/^[^:]*: *//p')
summary=$(printf '%s\n' "$help" | sed -n '3p')
upper=$(printf '%s' "$command" | tr '[:lower:]' '[:upper:]')
version=$("$kpibook" --version)

printf '.TH KPIBOOK\\-%s 1 "" "%s"\n' "$upper" "$version"
printf '.SH %s\nkpibook\\-%s \\- %s\n' "$name" "$command" "$(printf '%s' "$summary" | roff)"
printf '.SH %s\n%s\n' "$synopsis" "$(printf '%s' "$usage" | roff)"
printf '.SH %s\n.nf\n' "$description"
printf '%s\n' "$help" | sed '1,4d' | roff
printf '.fi\n.SH "%s"\n.BR kpibook (1),\n.BR kpibook\\-plan (5)\n' "$more"
