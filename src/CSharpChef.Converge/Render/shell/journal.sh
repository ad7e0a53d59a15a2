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
