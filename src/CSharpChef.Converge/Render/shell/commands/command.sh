# Needs: output

# Set when the time limit ended what within ran last. An exit code does not tell it: a command may end with any of them.
timed_out=''
# Users that are known to exist, each between two spaces.
known_users=' '
# Longer texts cannot be the argument of a program: Linux takes 128 KB, and a character can have 4 bytes.
longest_argument=30000

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

# read_clock: the time since the machine started, in hundredths of a second.
# Sets: clock
read_clock() {
    local time=''
    read -r time _ </proc/uptime
    clock=$((${time%.*} * 100 + 1${time#*.} - 100))
}

# is_over SECONDS CLOCK: whether this time has passed since the clock had that value.
is_over() {
    local clock=''
    read_clock
    [ "$((clock - $2))" -ge "$(($1 * 100))" ]
}

# within SECONDS FUNCTION [ARGUMENT...] 6<INPUT: runs a function in a session of its own. When the time is over, the
# session is killed.
# Sets: timed_out
within() {
    local seconds="$1" clock='' child='' watch='' code=0
    shift
    timed_out=''
    read_clock
    ("$@") <&6 3>&- 4<&- 5>&- 6<&- 7>&- &
    child=$!
    # shellcheck disable=SC2086
    $own sh -c "$kill_later" "$seconds" "$child" >/dev/null 2>&1 3>&- 4<&- 5>&- 6<&- 7>&- &
    watch=$!
    # A signal to the program ends a wait, not the child.
    while :; do
        code=0
        wait "$child" 2>/dev/null || code=$?
        if [ "$code" -le 128 ] || ! kill -0 "$child" 2>/dev/null; then break; fi
    done
    if [ "$code" = 137 ] && is_over "$seconds" "$clock"; then timed_out=1; fi
    kill -KILL "-$watch" 2>/dev/null || kill -s KILL "$watch" 2>/dev/null
    wait "$watch" 2>/dev/null
    return "$code"
}

# shell_text CODE [ARGUMENT...]: runs the author's text as $runas in $cwd. It replaces the shell, so it is called in a
# subshell. The author's $variables are set by the shell that runs the text: they do not concern the programs before it.
shell_text() {
    local code="$variables$1"
    shift
    unset LC_ALL
    umask "${mask:-022}"
    cd "${cwd:-/}" || exit 126
    if [ "$hidden" ] || [ "${#code}" -gt "$longest_argument" ]; then
        exec 9<<END
$code
END
        code=$from_nine
    fi
    if [ -z "$runas" ]; then
        # shellcheck disable=SC2086
        exec $own sh -c "$code" "$@"
    fi
    # su asks whether the account has expired or is locked, also when root runs it.
    if [ -O / ] && command -v runuser >/dev/null; then
        # shellcheck disable=SC2086
        exec $own runuser -s /bin/sh -c "$code" "$runas" "$@"
    fi
    # shellcheck disable=SC2086
    exec $own su -s /bin/sh -c "$code" "$runas" "$@"
}

# find_obstacle: why nothing can run as $runas in $cwd; empty when it can.
# Sets: obstacle
find_obstacle() {
    obstacle=''
    if [ ! -d "$cwd" ]; then
        obstacle="the folder $cwd to run in does not exist"
    elif [ ! -d "$cwd/." ]; then
        obstacle="the folder $cwd to run in may not be entered"
    elif [ "$runas" ] && ! user_exists "$runas"; then
        obstacle="the user $runas to run as does not exist"
    fi
}

# user_exists NAME: whether the machine has a user of this name.
# Sets: known_users
user_exists() {
    case $known_users in *" $1 "*) return 0 ;; esac
    [ "$(id -un -- "$1" 2>/dev/null)" = "$1" ] || return 1
    known_users="$known_users$1 "
}
