# Needs: command output work package batch

# run_manager FUNCTION [ARGUMENT...]: runs the package manager. When it fails, the end of its output is shown.
# Sets: batch_changes configured timed_out
run_manager() {
    local code=0 hint='' manager="${1#run_}"
    make_work_folder || return 1
    start_manager "$@"
    [ "$code" = 0 ] || report_manager
}

# start_manager FUNCTION [ARGUMENT...]: runs the package manager and keeps its exit code and output.
# Sets: code batch_changes configured timed_out
start_manager() {
    local claimed='' before=''
    code=0
    claim_unconfigured
    within "${limit:-900}" "$@" 6</dev/null >"$work/output" 2>&1 || code=$?
    note_claimed
}

# report_manager: reports that $manager failed with $code, and fails.
# Sets: hint manager
report_manager() {
    [ "$timed_out" ] || say code "$number" "$code"
    report_if_changed
    show_output
    find_hint
    [ "$manager" != dpkg_configure ] || manager='dpkg --configure -a'
    if [ "$timed_out" ]; then
        fail "$manager did not end within ${limit:-900} s$hint"
    else
        fail "$manager ended with exit code $code$hint"
    fi
}

# show_output: shows the end of what the package manager printed, unless the resource is sensitive.
show_output() {
    [ -z "$hidden" ] || return 0
    say output "$number"
    { problems "$work/lists" | tail -n 6; tail -n 20 "$work/output"; } | show_end
}

# problems FILE: prints the lines in which a package manager reports errors and warnings.
problems() { [ ! -s "$1" ] || grep -E '^(E|W|ERROR|WARNING|Error): ' "$1"; }
