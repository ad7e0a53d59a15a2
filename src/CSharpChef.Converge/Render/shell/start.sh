# A program of CSharpChef: TOKEN that marks its result lines, converge or plan, the run's name, whether it may wait for another
# run, and who began it.
token=$1 mode=$2 run=$3 patience=$4 who=$5
trap '' HUP
trap : PIPE
\unalias -a
unset secrets CDPATH ENV BASH_ENV GREP_OPTIONS POSIXLY_CORRECT IFS
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
umask 022
exec 4<&0 5>&1 </dev/null
nl='
'
dirty='' changed='' skipped='' stop='' failed='' queue='' ran='' hooks='' work='' number=0
title='' begun='' asks='' cancelled='' owed_names='' journal=''
ignore='' retries=0 pause=2 limit='' runas='' hidden='' quiet='' secrets=''
units_changed='' unsynced=''
own=''
if command -v setsid >/dev/null; then own=setsid; fi
# Code of a shell that the process list shall not show: it comes on its file 9.
from_nine='eval "$(cat <&9)" 9<&-'

# say WORD...: one result line, in the journal first. The link may be gone.
say() {
    [ -z "$journal" ] || printf '%s\n' "$*" >&3
    printf '%s %s\n' "$token" "$*" >&5
} 2>/dev/null

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
    if [ "$begun" != "$number" ]; then
        begun=$number
        say begin "$number" "$title"
        [ -z "$asks" ] || intend
    fi
    if [ "$hidden" ]; then
        say did "$number" 'sensitive change'
    elif [ -z "$quiet" ]; then
        one_line "$1"
        say did "$number" "$line"
    fi
    [ "$mode" = converge ] && dirty=1
}

# fail TEXT: tells why the action fails.
fail() {
    one_line "$1"
    [ -z "$secrets" ] || line=$(printf '%s\n' "$line" | masked)
    say why "$number" "$line"
    return 1
}

# try COMMAND...: runs it quietly; when it fails, tells what it wrote.
try() {
    problem=$("$@" 2>&1 3>&- 4<&- 7>&-) && return 0
    [ -z "$hidden" ] || problem=''
    fail "${problem:-$1 failed}"
}

# masked: standard input without the texts that a program with secrets sets here.
masked() {
    if [ -z "$secrets" ]; then cat; return; fi
    secrets=$secrets awk '
        BEGIN { n = split(ENVIRON["secrets"], secret, "\n") }
        {
            for (i = 1; i <= n; i++) {
                rest = $0
                $0 = ""
                while (secret[i] != "" && (at = index(rest, secret[i]))) {
                    $0 = $0 substr(rest, 1, at - 1) "***"
                    rest = substr(rest, at + length(secret[i]))
                }
                $0 = $0 rest
            }
            print
        }'
}

# show: lines for a person, from standard input. An empty line says that the last one was whole.
show() {
    in_work || return 1
    { sed 's/^/|/' && echo; } >"$work/shown"
    [ -z "$journal" ] || masked <"$work/shown" >&3
    cat "$work/shown" >&5 2>/dev/null || :
}

# run NUMBER: one action: its guards and steps, then what its change asks for.
run() {
    [ -z "$stop$cancelled" ] || return 0
    number=$1 changed='' attempt=0 begun=''
    while :; do
        skipped='' asks='' ignore='' retries=0 pause=2 limit='' runas='' hidden='' quiet=''
        "u$1" && break
        if [ "$attempt" -ge "$retries" ]; then
            say failed "$1"
            unasked
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
        unasked
    else
        say changed "$1"
        case $hooks in *" $1 "*) "h$1" ;; esac
    fi
}

# now NUMBER: runs an action that a change asks for at once.
now() {
    number=0
    run "$1"
    [ "$number" = 0 ] || forget "$1"
}

# later NUMBER...: queues actions for the end of the run, each once while it waits and twice in all.
later() {
    for next; do
        case " $queue :$ran" in
            *" $next "*:*) ;;
            *:*",$next,"*",$next,"*) owe "$next" paid ;;
            *) queue="$queue$next " && owe "$next" ;;
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
            owe "$next" paid
            ;;
        esac
    done
}

# finish: runs what is queued, also after a failure.
finish() {
    failed=$stop$cancelled
    while [ "$queue" ] && [ -z "$cancelled" ]; do
        paying=${queue%% *} queue=${queue#* } stop=''
        ran="$ran,$paying,"
        now "$paying"
        [ -z "$stop$cancelled" ] || failed=1
    done
}

# in_work: a folder of the run's own, made when it is first needed.
in_work() {
    [ -z "$work" ] || return 0
    work=$(mktemp -d /run/csharpchef.XXXXXX 2>/dev/null || mktemp -d "${TMPDIR:-/tmp}/csharpchef.XXXXXX") ||
        fail "cannot make a temporary folder in ${TMPDIR:-/tmp}" || return 1
    [ -z "$journal" ] || printf '%s\n' "$work" >"$state/work"
}

leave() {
    [ -z "$unsynced" ] || sync
    [ -z "$work" ] || rm -rf "$work"
}

# same VALUE WANTED: as the probe saw it, when nothing changed since.
same() { [ -z "$dirty" ] && [ "$1" = "$2" ]; }

# fits VALUE PATTERN [SUM WANTED]: likewise by a pattern, and a checksum.
fits() {
    [ -z "$dirty" ] || return 1
    # shellcheck disable=SC2254
    case $1 in $2) [ "${3-}" = "${4-}" ] ;; *) return 1 ;; esac
}
