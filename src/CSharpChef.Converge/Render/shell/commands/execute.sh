# Needs: command output work

# execute CODE [KEY=VALUE...]: runs the author's command.
# Sets: changed
execute() {
    local text="$1" cwd=/ mask='' variables='' creates='' returns=' 0 ' input='' script='' option='' code=0
    local obstacle='' changed_before="$changed"
    shift
    for option; do
        case $option in
            cwd=*) cwd=${option#*=} ;;
            umask=*) mask=${option#*=} ;;
            variables=*) "${option#*=}" ;;
            creates=*) creates=${option#*=} ;;
            returns=*) returns=" ${option#*=} " ;;
            input=*) input=${option#*=} ;;
            script=*) script=${option#*=} ;;
        esac
    done
    if [ "$creates" ] && { [ -e "$creates" ] || [ -L "$creates" ]; }; then return 0; fi
    find_obstacle
    [ -z "$obstacle" ] || may_come || fail "$obstacle" || return 1
    would run || return 0
    prepare_files || return 1
    [ -z "$script" ] || text="$text '$work/script'"
    # runuser and su end with 1 when they cannot become the user, which can be an exit code that the recipe expects.
    [ -z "$runas" ] || variables="echo begun >&8; exec 8>&-; $variables"
    did
    within "${limit:-3600}" shell_text "$text" 6<"$work/input" 8>"$work/begun" >"$work/output" 2>&1 || code=$?
    [ -z "$script$hidden" ] || rm -f -- "$work/script" "$work/input"
    [ -z "$runas" ] || [ -s "$work/begun" ] || returns=''
    case $timed_out,$returns in
        ,*" $code "*) show_output ;;
        *)
            # The next run repeats a command that failed: its notifications need not stay pending.
            changed=$changed_before
            report_exit_code
            ;;
    esac
}

# prepare_files: makes the files of the command's script, input and output.
prepare_files() {
    local problem=''
    make_work_folder || return 1
    problem=$({
        umask 077
        : >"$work/output" && : >"$work/input" && { [ -z "$input" ] || "$input" >"$work/input"; }
    } 2>&1) || fail "cannot write the input of the command: ${problem##*: }" || return 1
    [ -z "$script" ] || write_script
}

# write_script: writes the author's script for its interpreter, readable for the user who runs it.
write_script() {
    local problem=''
    problem=$({ umask 077; "$script" >"$work/script"; } 2>&1) ||
        fail "cannot write the script: ${problem##*: }" || return 1
    [ "$runas" ] || return 0
    try chmod 711 "$work" && try chown "$runas" "$work/script" && try chmod 500 "$work/script"
}

# show_output: shows the end of what the command printed.
show_output() {
    if [ "$hidden" ]; then
        rm -f -- "$work/output"
    elif [ -s "$work/output" ]; then
        say output "$number"
        tail -n 20 "$work/output" | show_end
    fi
}

# report_exit_code: fails for the exit code $code, or for the time limit, and shows the end of the output.
report_exit_code() {
    local reason="ended with exit code $code"
    if [ "$timed_out" ]; then reason="did not end within ${limit:-3600} s"; else say code "$number" "$code"; fi
    show_output
    fail "$reason"
}
