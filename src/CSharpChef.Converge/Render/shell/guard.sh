# guard NUMBER yes|no CODE: false, with $code 0, when it says that the action shall not run.
guard() {
    cwd='' mask='' variables=''
    within "${limit:-60}" shell_text "$3" >/dev/null 2>&1 6</dev/null
    case $?,$2 in
        124,*) fail "guard $1 did not end within ${limit:-60} seconds"; code=1; return 1 ;;
        0,yes | [1-9]*,no) return 0 ;;
    esac
    skipped=$1 code=0
    return 1
}
