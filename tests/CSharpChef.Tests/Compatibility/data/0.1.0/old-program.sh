# shellcheck disable=SC2016,SC2034,SC2317 # texts stay as they are; variables and functions are reached by name
{
# Where csharpchef keeps what it needs on this machine; a run of this machine on itself may be told another place.
if [ "${CSHARPCHEF_STATE-}" ]; then
    state=$CSHARPCHEF_STATE
elif [ -w /var/lib ]; then
    state=/var/lib/csharpchef
else
    state=${XDG_STATE_HOME:-$HOME/.local/state}/csharpchef
fi

# alive: whether the run that has the machine, as $state/holder tells, still runs. It is in $holder and $holder_pid.
alive() {
    holder='' holder_pid='' holder_boot='' holder_rest=''
    [ -s "$state/holder" ] || return 1
    read -r holder holder_pid holder_boot holder_rest <"$state/holder"
    read -r boot </proc/sys/kernel/random/boot_id
    [ "$holder_boot" = "$boot" ] && grep -q -- "$holder" "/proc/$holder_pid/cmdline" 2>/dev/null
}

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

# open_journal: takes the node for this run and begins its journal. A plan needs neither.
open_journal() {
    [ "$mode" = converge ] || return 0
    [ -d "$state/runs" ] || (umask 077 && mkdir -p "$state/runs") 2>/dev/null
    if ! command exec 7>>"$state/lock"; then
        say note "cannot write to $state: this run keeps no journal and takes no lock"
        return 0
    fi 2>/dev/null
    take_lock || { say busy "$holder $holder_rest"; say end 1; exit; }
    trap 'cancelled=1' USR1
    : >"$state/waiting"
    [ -z "$holder" ] || clear_up
    set -C
    command exec 3>"$state/runs/$run" || { say busy "$run is on the node already"; say end 1; exit; }
    set +C
    journal=1
    read -r boot </proc/sys/kernel/random/boot_id
    printf '%s %s %s %s\n' "$run" "$$" "$boot" "$who" >"$state/holder"
    say run "$run" "$who"
    pay_old_debts
}

# take_lock: a lock of the kernel's goes with its holder; without flock the holder's process tells.
take_lock() {
    if command -v flock >/dev/null; then
        if flock -n 7; then
            alive || :
            return 0
        fi
        alive || :
        printf '%s\n' "$run" >"$state/waiting"
        [ "$patience" = wait ] || return 1
        say waiting "$holder $holder_rest"
        flock 7
    else
        while alive; do
            printf '%s\n' "$run" >"$state/waiting"
            [ "$patience" = wait ] || return 1
            sleep 1
        done
    fi
    alive || :
}

# clear_up: tells of a run that did not end, and removes what it left.
clear_up() {
    say interrupted "$holder" "$(under_way)"
    read -r left <"$state/work"
    case $left in */csharpchef.??????) rm -rf -- "$left" ;; esac
}

# under_way: what a run that did not end was doing.
under_way() {
    awk '$1 == "begin" { at = $0 } /^(changed|unchanged|failed|skipped) / { at = "" } END { sub(/^begin [0-9]+ /, "", at); print at }' \
        "$state/runs/$holder" 2>/dev/null
}

# owe NUMBER [paid]: keeps in mind, over a lost run too, that an action is still to do.
owe() {
    case $journal$owed_names in 1*" $1="*) ;; *) return 0 ;; esac
    name=${owed_names#*" $1="}
    printf '%s %s\n' "${2:-owed}" "${name%% *}" >>"$state/owed"
}

# intend: what a change asks for is owed before it is made, over a loss of power too: once it is made, no later run would notice.
intend() {
    [ "$mode$journal" = converge1 ] || return 0
    for next in $asks; do owe "$next"; done
    sync "$state/owed" 2>/dev/null
}

# unasked: the action changed nothing, or failed: it asks for nothing.
unasked() {
    [ -z "$begun" ] || for next in $asks; do forget "$next"; done
}

# forget NUMBER: it is owed no more, unless it waits for its turn.
forget() {
    case " $queue" in *" $1 "*) ;; *) owe "$1" paid ;; esac
}

# pay_old_debts: queues what earlier runs still owed, where the recipe still knows it.
pay_old_debts() {
    [ -s "$state/owed" ] || return 0
    # shellcheck disable=SC2013
    for name in $(awk '{ if ($1 == "owed") due[$2] = ++n; else delete due[$2] } END { for (name in due) print due[name], name }' "$state/owed" | sort -n | sed 's/.* //'); do
        case $owed_names in *"=$name "*)
            name=${owed_names%"=$name "*}
            later "${name##* }"
            ;;
        esac
    done
}

# close_journal: the last line, then the machine is free again. The oldest of many journals go.
close_journal() {
    [ "$journal" ] || return 0
    printf 'end %s\n' "${failed:-0}" >&3
    journal=''
    [ "$queue$cancelled" ] || : >"$state/owed"
    : >"$state/holder"
    exec 7>&-
    set -- "$state"/runs/*
    [ $# -le 30 ] || (
        while [ $# -gt 20 ]; do
            rm -f -- "$1"
            shift
        done
    )
}

# within SECONDS FUNCTION [ARGUMENT...] 6<INPUT: runs it in a session of its own; 124, and the session ended, when time runs out.
within() {
    seconds=$1
    shift
    read -r began _ </proc/uptime
    ("$@") <&6 3>&- 4<&- 5>&- 6<&- 7>&- &
    child=$!
    # shellcheck disable=SC2016,SC2086
    $own sh -c 'sleep "$0"; kill -KILL "-$1" || kill -s KILL "$1"' "$seconds" "$child" >/dev/null 2>&1 3>&- 4<&- 5>&- 6<&- 7>&- &
    watch=$!
    # A signal to the program ends a wait, not the child.
    while :; do
        code=0
        wait "$child" || code=$?
        if [ "$code" -le 128 ] || ! kill -0 "$child" 2>/dev/null; then break; fi
    done
    if kill -KILL "-$watch" 2>/dev/null || kill -s KILL "$watch" 2>/dev/null; then
        wait "$watch" 2>/dev/null
        # The watch may have struck and not be gone yet.
        read -r now _ </proc/uptime
        if [ "$code" != 137 ] || [ "$((${now%.*} - ${began%.*}))" -lt "$seconds" ]; then return "$code"; fi
    fi
    return 124
}

# shell_text CODE: runs the author's text as the wanted user in the wanted place. In a subshell: it does not return.
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

# execute CODE [KEY=VALUE...]: runs the author's command.
execute() {
    text=$1
    shift
    cwd=/ mask='' variables='' creates='' returns=' 0 ' input='' script=''
    for wish; do
        case $wish in
            cwd=*) cwd=${wish#*=} ;;
            umask=*) mask=${wish#*=} ;;
            variables=*) variables=${wish#*=} ;;
            creates=*) creates=${wish#*=} ;;
            returns=*) returns=" ${wish#*=} " ;;
            input=*) input=${wish#*=} ;;
            script=*) script=${wish#*=} ;;
        esac
    done
    if [ "$creates" ] && { [ -e "$creates" ] || [ -L "$creates" ]; }; then return 0; fi
    would run || return 0
    in_work || return 1
    (umask 077 && : >"$work/input" && : >"$work/output")
    [ -z "$input" ] || "$input" >"$work/input"
    if [ "$script" ]; then
        (umask 077 && "$script" >"$work/script") || fail "cannot write the script" || return 1
        [ -z "$runas" ] || { chmod 711 "$work" && try chown "$runas" "$work/script" && chmod 500 "$work/script"; } || return 1
        text="$text '$work/script'"
    fi
    code=0
    within "${limit:-3600}" shell_text "$text" 6<"$work/input" >"$work/output" 2>&1 || code=$?
    [ -z "$script$hidden" ] || rm -f -- "$work/script" "$work/input"
    case $returns in *" $code "*) [ -z "$hidden" ] || rm -f -- "$work/output"; return 0 ;; esac
    if [ "$code" = 124 ]; then reason="did not end within ${limit:-3600} seconds"; else reason="ended with exit code $code"; fi
    say code "$number" "$code"
    if [ "$hidden" ]; then
        rm -f -- "$work/output"
    else
        say output "$number"
        tail -n 20 "$work/output" | tail -c 4096 | show
    fi
    fail "$reason"
}



u1() {
    title='execute[hold the machine] run (recipes/default.csx:1)'
    limit=20
    execute 'echo held >"$CSHARPCHEF_STATE/held"; read -r line <"$CSHARPCHEF_STATE/go"'
}

say hello
facts() { :; }
open_journal
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
exit
}
