# Needs: command output work action

# guard NUMBER yes|no CODE [KEY=VALUE...]: fails when the action must not run. Then $skipped is the guard's number,
# unless the guard failed.
# Sets: skipped
guard() {
    local index="$1" wanted="$2" text="$3" cwd=/ mask='' variables='' option='' code=0
    local obstacle='' timed_out='' begun_as=''
    shift 3
    for option; do
        case $option in
            cwd=*) cwd=${option#*=} ;;
            umask=*) mask=${option#*=} ;;
            variables=*) "${option#*=}" ;;
        esac
    done
    [ ! -d "$cwd/." ] || ask_quietly "$text" || code=$?
    [ -z "$timed_out" ] || fail "guard $index did not end within ${limit:-60} s" || return 1
    if [ "$code" != 0 ] || [ ! -d "$cwd/." ]; then
        find_obstacle
        [ "$obstacle" ] || find_complaint || return 1
        if [ "$obstacle" ]; then cannot_judge; return; fi
    fi
    case $code,$wanted in 0,yes | [1-9]*,no) return 0 ;; esac
    skipped=$index
    return 1
}

# ask_quietly CODE: runs the code of a guard without its output. Of a code that runs as $runas, it finds whether it has
# begun: runuser and su end with 1 when they cannot become the user, like a plain no.
# Sets: begun_as timed_out
ask_quietly() {
    local answer='' code=0 variables="$variables"
    if [ -z "$runas" ]; then ask_guard "$1" >/dev/null 2>&1; return; fi
    variables="echo begun >&8; exec 8>&-; $variables"
    answer=$({
        ask_guard "$1" >/dev/null 2>&1 || code=$?
        [ -z "$timed_out" ] || echo late >&8
        exit "$code"
    } 8>&1) || code=$?
    case $answer in *late*) timed_out=1 ;; esac
    case $answer in *begun*) begun_as=1 ;; esac
    return "$code"
}

# ask_guard CODE: runs the code of a guard within its time limit.
# Sets: timed_out
ask_guard() {
    if command -v timeout >/dev/null; then
        ask_with_timeout "$1"
    else
        within "${limit:-60}" shell_text "$1" 6</dev/null
    fi
}

# ask_with_timeout CODE: the same with the program timeout, which takes one process less than within. A guard leaves
# nothing to kill.
# Sets: timed_out
ask_with_timeout() {
    local own="timeout -s KILL ${limit:-60}" clock='' code=0
    timed_out=''
    read_clock
    (shell_text "$1") 3>&- 4<&- 5>&- 7>&- || code=$?
    case $code in 124 | 137 | 143) ! is_over "${limit:-60}" "$clock" || timed_out=1 ;; esac
    return "$code"
}

# find_complaint: what a shell itself says about a guard that it cannot run. An exit code does not tell: 127 is also
# the plain no of `command -v`. The guard runs again for it, since a file for its errors would cost two processes in
# each run; in English, since they are read.
# Sets: obstacle
find_complaint() {
    local line='' timed_out='' variables="${variables}export LC_ALL=C; "
    if [ "$runas" ] && [ ! -O / ]; then obstacle="only root can run it as $runas"; fi
    case $code,$obstacle,${runas:+$begun_as,} in 2,,* | 126,,* | 127,,* | *,,,) ;; *) return 0 ;; esac
    make_work_folder || return 1
    ask_guard "$text" >/dev/null 2>"$work/errors" || :
    [ -z "$runas" ] || [ "$begun_as" ] || obstacle="it cannot run as $runas: exit code $code"
    while IFS= read -r line || [ "$line" ]; do
        case $code,$line in
            *,runuser:\ * | *,su:\ *) [ -z "$runas" ] || [ "$begun_as" ] || obstacle="it cannot run as $runas: $line" ;;
            127,*': '*': '*'not found'* | 127,sh:*': No such file or directory'*) obstacle=$line ;;
            126,*': Permission denied'* | 126,sh:*) obstacle=$line ;;
            2,*[Ss]'yntax error'* | 2,sh:*'unexpected EOF'* | 2,sh:*'ad substitution'*) obstacle=$line ;;
        esac
    done <"$work/errors"
    : >"$work/errors"
    obstacle=${obstacle#sh: }
    obstacle=${obstacle#-c: }
    case $obstacle in [0-9]*': '* | 'line '[0-9]*': '*) obstacle=${obstacle#*: } ;; esac
    [ -z "$obstacle" ] || [ -z "$hidden" ] || obstacle="exit code $code"
}

# cannot_judge: fails for $obstacle. In a plan, what the guard needs may come with the changes before it.
cannot_judge() {
    local shown=" ($text)"
    if [ "$mode" = plan ] && [ "$changes_before" ]; then say unasked "$number"; return 0; fi
    if [ "$hidden" ] || [ "${#text}" -gt 120 ]; then shown=''; fi
    fail "guard $index$shown cannot be judged: $obstacle"
}
