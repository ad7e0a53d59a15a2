# Needs: state

# Asks a run to end after its current step: TOKEN RUN. A run that still waits for another one is ended at once.
if alive && [ "$holder" = "$2" ]; then
    printf '%s\n' "$2" >"$state/cancel"
    kill -s USR1 "$holder_pid" && printf '%s cancelled\n' "$1"
else
    answer=none
    for process in $(grep -ls -- "$2" /proc/[0-9]*/cmdline); do
        grep -qs converge "$process" || continue
        process=${process%/cmdline}
        kill "${process#/proc/}" 2>/dev/null && answer=withdrawn
    done
    printf '%s %s\n' "$1" "$answer"
fi
