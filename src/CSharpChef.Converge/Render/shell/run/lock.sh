# Needs: output lock_holder

# Set when the lock of the package manager was not released in time: the next package does not wait again.
lock_failed=''

# await_locks FILE...: waits until no other process holds a lock on these files, and reports that it waits.
# Sets: lock_failed
await_locks() {
    local waited=0 lock_holder='' advice='try again when it has ended, or set Timeout to wait for longer'
    while find_lock_holder "$@"; do
        [ "$waited" != 0 ] || say note "waits for $lock_holder, which has the lock of the package manager"
        if [ "$cancelled$lock_failed" ] || [ "$waited" -ge "${limit:-300}" ]; then
            lock_failed=1
            fail "$lock_holder had the lock of the package manager for ${limit:-300} s: $advice"
            return 1
        fi
        waited=$((waited + 1))
        sleep 1
    done
    lock_failed=''
}
