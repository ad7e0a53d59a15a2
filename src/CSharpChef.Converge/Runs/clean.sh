# Needs: state lock_holder pending

# Removes the files that runs keep on this machine, and nothing else: RUNS OPTIONS, the command that lists the runs of
# this machine in two parts. A folder that a run uses is left alone.
runs=$1 options=$2

# require_no_run: ends with an error when a run is active.
require_no_run() {
    alive || return 0
    printf 'run %s has this machine, started by %s: nothing is removed\n' "$holder" "${holder_rest:-somebody}"
    printf 'follow it with: %s follow %s%s\n' "$runs" "$holder" "$options"
    printf 'end it with: %s cancel %s%s\n' "$runs" "$holder" "$options"
    exit 1
}

# require_lock: takes the lock of the folder, or ends with an error when another process has it.
require_lock() {
    local lock_holder='another process'
    { [ -f "$state/lock" ] && command -v flock; } >/dev/null || return 0
    exec 7<"$state/lock"
    flock -n 7 && return 0
    require_no_run
    find_lock_holder "$state/lock" || :
    printf '%s has the lock %s: try again when it has ended\n' "$lock_holder" "$state/lock"
    exit 1
}

# print_pending: prints what is pending and dropped.
print_pending() {
    local since='' recipe='' what=''
    [ -s "$pending_file" ] || return 0
    pending_lines | while read -r _ _ since recipe what; do
        if [ "$recipe" ]; then
            printf '%s is not pending any more: it was since %s, and the next run of %s does not run it\n' \
                "$what" "$since" "$recipe"
        else
            echo 'an action is not pending any more; the release that left it did not note which'
        fi
    done
}

# remove_files: removes what runs made. A copy of a file has its time as suffix, and a journal begins with it.
remove_files() {
    local time='[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9]Z'
    [ -z "$holder" ] || remove_work_folder
    [ ! -d "$state/backup" ] || find "$state/backup" -type f -name "*.$time" -exec rm -f -- {} + || return 1
    [ ! -d "$state/runs" ] || find "$state/runs" -type f -name "$time-*" -exec rm -f -- {} + || return 1
    find "$state/backup" "$state/runs" -depth -type d -exec rmdir -- {} \; 2>/dev/null
    (cd "$state" && rm -f -- "${pending_file##*/}" apt-lists cancel holder receiver waiting work lock) || return 1
    rmdir -- "$state" 2>/dev/null || :
}

# clean_folder: removes the files of runs in $state.
# Sets: pending_file
clean_folder() {
    [ -d "$state" ] || return 0
    if [ ! -w "$state" ]; then
        printf '%s stays: it belongs to %s\n' "$state" "$(stat -c %U -- "$state")"
        return 0
    fi
    pending_file=$state/${pending_file##*/}
    require_lock
    alive || :
    print_pending
    remove_files || exit 1
    [ ! -d "$state" ] || printf '%s stays: it has files that runs did not make\n' "$state"
}

if [ "${CSHARPCHEF_STATE-}" ]; then
    set -- "$CSHARPCHEF_STATE"
else
    set -- /var/lib/csharpchef "${XDG_STATE_HOME:-$HOME/.local/state}/csharpchef"
fi
for state; do [ ! -w "$state" ] || require_no_run; done
for state; do clean_folder; done
echo removed what csharpchef left
