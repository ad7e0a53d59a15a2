# Needs: state lock_holder output queue

# Set while this run has a journal, which is open as file 3.
journal=''

# open_journal: takes the node for this run and begins its journal. A plan needs neither.
# Sets: journal
open_journal() {
    local boot=''
    [ "$mode" = converge ] || { queue_pending; return 0; }
    if ! open_lock; then
        say note "cannot write to $state: this run keeps no journal and takes no lock"
        return 0
    fi
    take_lock || { say busy "$holder" "$holder_rest"; say end 1; exit; }
    trap 'cancelled=1' USR1
    : >"$state/waiting"
    [ -z "$holder" ] || clear_interrupted
    set -C
    command exec 3>"$state/runs/$run" || { say busy "$run is on the node already"; say end 1; exit; }
    set +C
    journal=1
    read -r boot </proc/sys/kernel/random/boot_id
    printf '%s %s %s %s\n' "$run" "$$" "$boot" "$who" >"$state/holder"
    say run "$run" "$who"
    queue_pending
}

# open_lock: opens the file of the lock as file 7. It stays, so that all runs lock the same file.
open_lock() {
    [ -d "$state/runs" ] || (umask 077 && mkdir -p "$state/runs")
    command exec 7>>"$state/lock"
} 2>/dev/null

# take_lock: takes the lock of the machine. The kernel releases it when its holder ends; without flock the process of
# the holder is looked for. Afterwards $holder is the run that had the machine last, or has it.
take_lock() {
    if command -v flock >/dev/null; then
        if try_lock; then
            alive || :
            return 0
        fi
        printf '%s\n' "$run" >"$state/waiting"
        [ "$if_busy" = wait ] || return 1
        say waiting "$holder" "$holder_rest"
        flock 7
    else
        while alive; do
            printf '%s\n' "$run" >"$state/waiting"
            [ "$if_busy" = wait ] || return 1
            sleep 1
        done
    fi
    alive || :
}

# try_lock: takes the lock unless another process has it. A run that begins or ends has it for a moment in which the
# file of the holder does not name it. Without a run that has it, $holder_rest is the process.
# Sets: holder holder_rest
try_lock() {
    local tries=0 lock_holder='another process'
    until flock -n 7; do
        if alive; then return 1; fi
        if [ "$tries" = 3 ]; then
            find_lock_holder "$state/lock" || :
            holder='' holder_rest=$lock_holder
            return 1
        fi
        tries=$((tries + 1))
        sleep 1
        open_lock || :
    done
}

# clear_interrupted: reports a run that was interrupted, and removes its temporary files.
clear_interrupted() {
    say interrupted "$holder" "$(last_action)"
    remove_work_folder
}

# last_action: prints what an interrupted run was doing.
last_action() {
    awk '
        $1 == "begin" { at = $0 }
        /^(changed|unchanged|failed|skipped) / { at = "" }
        END { sub(/^begin [0-9]+ /, "", at); print at }' "$state/runs/$holder" 2>/dev/null
}

# close_journal: writes the last lines and gives the machine back. Of more than 30 journals the oldest are removed.
# Sets: journal
close_journal() {
    [ "$journal" ] || return 0
    [ -z "$cancelled" ] || say cancelled
    printf 'end %s\n' "${failed:-0}" >&3
    journal=''
    anything_pending || : >"$pending_file"
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
