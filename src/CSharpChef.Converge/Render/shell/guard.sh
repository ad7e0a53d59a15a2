# guard NUMBER yes|no CODE: false, with $code 0, when it says that the action shall not run.
guard() {
    cwd='' mask='' variables='' code=0
    if command -v timeout >/dev/null; then
        # One process less than a watch of our own, and a guard has nothing to clean up.
        alone=$own own="timeout -s KILL ${limit:-60}"
        (shell_text "$3") >/dev/null 2>&1 3>&- 4<&- 5>&- 7>&- || code=$?
        own=$alone
    else
        within "${limit:-60}" shell_text "$3" >/dev/null 2>&1 6</dev/null || code=$?
    fi
    case $code,$2 in
        124,* | 137,* | 143,*) fail "guard $1 did not end within ${limit:-60} seconds"; code=1; return 1 ;;
        0,yes | [1-9]*,no) return 0 ;;
    esac
    skipped=$1 code=0
    return 1
}
