# Needs: command output

# guard NUMBER yes|no CODE: fails when the action must not run. Then $skipped is the guard's number, unless the guard
# failed.
# Sets: skipped
guard() {
    local cwd='' mask='' variables='' code=0
    if command -v timeout >/dev/null; then
        # This takes one process less than within, and a guard leaves nothing to kill.
        local own="timeout -s KILL ${limit:-60}"
        (shell_text "$3") >/dev/null 2>&1 3>&- 4<&- 5>&- 7>&- || code=$?
    else
        within "${limit:-60}" shell_text "$3" >/dev/null 2>&1 6</dev/null || code=$?
    fi
    case $code,$2 in
        124,* | 137,* | 143,*) fail "guard $1 did not end within ${limit:-60} seconds" || return 1 ;;
        0,yes | [1-9]*,no) return 0 ;;
    esac
    skipped=$1
    return 1
}
