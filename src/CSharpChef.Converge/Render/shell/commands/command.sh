# Code of a shell that kills the session of a process after some seconds: SECONDS PROCESS. It compares the start time of
# the process: a watch can outlive a program that was killed, and its process number can by then belong to another.
kill_later='
process=$1
read -r stat <"/proc/$process/stat" || exit
set -- ${stat##*)}
started=${20}
sleep "$0"
read -r stat <"/proc/$process/stat" || exit
set -- ${stat##*)}
[ "${20}" != "$started" ] || kill -KILL "-$process" || kill -s KILL "$process"'

# within SECONDS FUNCTION [ARGUMENT...] 6<INPUT: runs a function in a session of its own. When the time is over, the
# session is killed and the exit code is 124.
within() {
    local seconds="$1" began='' now='' child='' watch='' code=0
    shift
    read -r began _ </proc/uptime
    ("$@") <&6 3>&- 4<&- 5>&- 6<&- 7>&- &
    child=$!
    # shellcheck disable=SC2086
    $own sh -c "$kill_later" "$seconds" "$child" >/dev/null 2>&1 3>&- 4<&- 5>&- 6<&- 7>&- &
    watch=$!
    # A signal to the program ends a wait, not the child.
    while :; do
        code=0
        wait "$child" || code=$?
        if [ "$code" -le 128 ] || ! kill -0 "$child" 2>/dev/null; then break; fi
    done
    if kill -KILL "-$watch" 2>/dev/null || kill -s KILL "$watch" 2>/dev/null; then
        wait "$watch" 2>/dev/null
        # The watch may have killed the child and not have ended yet.
        read -r now _ </proc/uptime
        if [ "$code" != 137 ] || [ "$((${now%.*} - ${began%.*}))" -lt "$seconds" ]; then return "$code"; fi
    fi
    return 124
}

# shell_text CODE: runs the author's text as $runas in $cwd. It replaces the shell, so it is called in a subshell.
shell_text() {
    unset LC_ALL
    umask "${mask:-022}"
    [ -z "$variables" ] || "$variables"
    cd "${cwd:-/}" || exit 126
    if [ "$hidden" ]; then exec 9<<END; set -- "$from_nine"; fi
$1
END
    if [ "$runas" ]; then
        # shellcheck disable=SC2086
        exec $own su -s /bin/sh -c "$1" "$runas"
    fi
    # shellcheck disable=SC2086
    exec $own sh -c "$1"
}
