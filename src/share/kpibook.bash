# bash completion for kpibook: commands and options as --help tells them
_kpibook()
{
    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "$(kpibook --help --lang en |
            sed -n 's/^  \([a-z]*\)  .*/\1/p') --help --version" -- "$word"))
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(kpibook "$command" --help --lang en |
            sed -n 's/^  ...\{0,1\} *\(--[a-z-]*\) .*/\1/p')" -- "$word"))
    else
        COMPREPLY=()
    fi
}
complete -o default -F _kpibook kpibook
