# Needs: command output work

# execute CODE [KEY=VALUE...]: runs the author's command.
execute() {
    local text="$1" cwd=/ mask='' variables='' creates='' returns=' 0 ' input='' script='' option='' code=0
    shift
    for option; do
        case $option in
            cwd=*) cwd=${option#*=} ;;
            umask=*) mask=${option#*=} ;;
            variables=*) variables=${option#*=} ;;
            creates=*) creates=${option#*=} ;;
            returns=*) returns=" ${option#*=} " ;;
            input=*) input=${option#*=} ;;
            script=*) script=${option#*=} ;;
        esac
    done
    if [ "$creates" ] && { [ -e "$creates" ] || [ -L "$creates" ]; }; then return 0; fi
    would run || return 0
    make_work_folder || return 1
    (umask 077 && : >"$work/input" && : >"$work/output")
    [ -z "$input" ] || "$input" >"$work/input"
    [ -z "$script" ] || write_script || return 1
    [ -z "$script" ] || text="$text '$work/script'"
    within "${limit:-3600}" shell_text "$text" 6<"$work/input" >"$work/output" 2>&1 || code=$?
    [ -z "$script$hidden" ] || rm -f -- "$work/script" "$work/input"
    case $returns in
        *" $code "*) [ -z "$hidden" ] || rm -f -- "$work/output" ;;
        *) report_exit_code ;;
    esac
}

# write_script: writes the author's script for its interpreter, readable for the user who runs it.
write_script() {
    (umask 077 && "$script" >"$work/script") || fail "cannot write the script" || return 1
    [ "$runas" ] || return 0
    chmod 711 "$work" && try chown "$runas" "$work/script" && chmod 500 "$work/script"
}

# report_exit_code: fails for the exit code $code, and shows the end of the output.
report_exit_code() {
    local reason="ended with exit code $code"
    [ "$code" != 124 ] || reason="did not end within ${limit:-3600} seconds"
    say code "$number" "$code"
    if [ "$hidden" ]; then
        rm -f -- "$work/output"
    else
        say output "$number"
        tail -n 20 "$work/output" | tail -c 4096 | show
    fi
    fail "$reason"
}
