# A program of CSharpChef. $1 marks its result lines, $2 is what it may do: converge or plan.
token=$1 mode=$2
trap '' HUP
trap : PIPE
\unalias -a
unset CDPATH ENV BASH_ENV GREP_OPTIONS POSIXLY_CORRECT IFS
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
umask 022
exec 4<&0 5>&1 </dev/null
nl='
'
dirty='' changed='' skipped='' stop='' failed='' queue='' ran='' hooks='' work='' number=0
ignore='' retries=0 pause=2 limit='' runas='' hidden='' quiet=''
units_changed=''
own=$(command -v setsid) || own=''
if [ -w /var/lib ]; then state=/var/lib/csharpchef; else state=${XDG_STATE_HOME:-$HOME/.local/state}/csharpchef; fi

# say WORD...: one result line.
say() { printf '%s %s\n' "$token" "$*" >&5; }

# one_line TEXT: the text with its line ends as spaces, in $line.
one_line() {
    set -f
    IFS=$nl
    # shellcheck disable=SC2086
    set -- $1
    IFS=' '
    line=$*
    unset IFS
    set +f
}

# would TEXT: tells a change, unless it is part of one that was told; true when it may be made.
would() {
    changed=1
    if [ -z "$quiet" ]; then
        one_line "$1"
        say did "$number" "$line"
    fi
    [ "$mode" = converge ] && dirty=1
}

# fail TEXT: tells why the action fails.
fail() {
    one_line "$1"
    say why "$number" "$line"
    return 1
}

# try COMMAND...: runs it quietly; when it fails, tells what it wrote.
try() {
    problem=$("$@" 2>&1 4<&-) && return 0
    fail "${problem:-$1 failed}"
}

# lines of output for a person, after which more result lines may come.
show() { sed 's/^/|/' >&5; echo >&5; }

# run NUMBER: one action: its guards and steps, then what its change asks for.
run() {
    [ -z "$stop" ] || return 0
    number=$1 changed='' attempt=0
    while :; do
        skipped='' ignore='' retries=0 pause=2 limit='' runas='' hidden='' quiet=''
        "u$1" && break
        if [ "$attempt" -ge "$retries" ]; then
            say failed "$1"
            [ "$ignore" ] || stop=1
            return 0
        fi
        attempt=$((attempt + 1))
        say retry "$1"
        sleep "$pause"
    done
    if [ "$skipped" ]; then
        say skipped "$1" "$skipped"
    elif [ -z "$changed" ]; then
        say unchanged "$1"
    else
        say changed "$1"
        case $hooks in *" $1 "*) "h$1" ;; esac
    fi
}

# later NUMBER...: queues actions for the end of the run, each once while it waits and twice in all.
later() {
    for next; do
        case " $queue :$ran" in
            *" $next "*:* | *:*",$next,"*",$next,"*) ;;
            *) queue="$queue$next " ;;
        esac
    done
}

# settle NUMBER...: takes actions out of the queue.
settle() {
    for next; do
        case " $queue" in *" $next "*)
            queue=" $queue"
            queue="${queue%%" $next "*} ${queue#*" $next "}"
            queue=${queue# }
            ;;
        esac
    done
}

# finish: runs what is queued, also after a failure.
finish() {
    failed=$stop
    while [ "$queue" ]; do
        next=${queue%% *} queue=${queue#* } stop=''
        ran="$ran,$next,"
        run "$next"
        [ -z "$stop" ] || failed=1
    done
}

# in_work: a folder of the run's own, made when it is first needed.
in_work() {
    [ -z "$work" ] || return 0
    work=$(mktemp -d /run/csharpchef.XXXXXX 2>/dev/null || mktemp -d "${TMPDIR:-/tmp}/csharpchef.XXXXXX") ||
        fail "cannot make a temporary folder in ${TMPDIR:-/tmp}"
}

leave() { [ -z "$work" ] || rm -rf "$work"; }

# same VALUE WANTED: as the probe saw it, when nothing changed since.
same() { [ -z "$dirty" ] && [ "$1" = "$2" ]; }

# fits VALUE PATTERN [SUM WANTED]: likewise by a pattern, and a checksum.
fits() {
    [ -z "$dirty" ] || return 1
    # shellcheck disable=SC2254
    case $1 in $2) [ "${3-}" = "${4-}" ] ;; *) return 1 ;; esac
}
