# find_lock_holder FILE...: whether another process holds a lock on one of these files, and which. The list of locks is
# read at once: it changes while it is read line by line.
# Sets: lock_holder
find_lock_holder() {
    local inodes='' pid='' place='' process=''
    inodes=" $(stat -c %i -- "$@" 2>/dev/null | tr '\n' ' ')"
    while read -r _ _ _ _ pid place _; do
        case $inodes in *" ${place##*:} "*) ;; *) continue ;; esac
        { read -r process <"/proc/$pid/comm"; } 2>/dev/null
        # A lock outlives the process that took it when a child has its file too.
        lock_holder="another process"
        [ -z "$process" ] || lock_holder="$process (process $pid)"
        return 0
    done <<END
$(cat /proc/locks)
END
    return 1
} 2>/dev/null
