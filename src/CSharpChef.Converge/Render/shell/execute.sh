# execute CODE [KEY=VALUE...]: runs the author's command.
execute() {
    text=$1
    shift
    cwd=/ mask='' variables='' creates='' returns=' 0 ' input='' script=''
    for wish; do
        case $wish in
            cwd=*) cwd=${wish#*=} ;;
            umask=*) mask=${wish#*=} ;;
            variables=*) variables=${wish#*=} ;;
            creates=*) creates=${wish#*=} ;;
            returns=*) returns=" ${wish#*=} " ;;
            input=*) input=${wish#*=} ;;
            script=*) script=${wish#*=} ;;
        esac
    done
    if [ "$creates" ] && { [ -e "$creates" ] || [ -L "$creates" ]; }; then return 0; fi
    would run || return 0
    in_work || return 1
    (umask 077 && : >"$work/input" && : >"$work/output")
    [ -z "$input" ] || "$input" >"$work/input"
    if [ "$script" ]; then
        (umask 077 && "$script" >"$work/script") || fail "cannot write the script" || return 1
        [ -z "$runas" ] || { chmod 711 "$work" && try chown "$runas" "$work/script" && chmod 500 "$work/script"; } || return 1
        text="$text '$work/script'"
    fi
    code=0
    within "${limit:-3600}" shell_text "$text" 6<"$work/input" >"$work/output" 2>&1 || code=$?
    [ -z "$script$hidden" ] || rm -f -- "$work/script" "$work/input"
    case $returns in *" $code "*) [ -z "$hidden" ] || rm -f -- "$work/output"; return 0 ;; esac
    if [ "$code" = 124 ]; then reason="did not end within ${limit:-3600} seconds"; else reason="ended with exit code $code"; fi
    say code "$number" "$code"
    if [ "$hidden" ]; then
        rm -f -- "$work/output"
    else
        say output "$number"
        tail -n 20 "$work/output" | tail -c 4096 | show
    fi
    fail "$reason"
}
