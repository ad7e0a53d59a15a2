# Needs: state

# Asks a run to end after its current step: TOKEN RUN. A run that still waits for another one is ended at once.
if alive && [ "$holder" = "$2" ]; then
    printf '%s\n' "$2" >"$state/cancel"
    kill -s USR1 "$holder_pid" && printf '%s cancelled\n' "$1"
else
    printf '%s none\n' "$1"
    # All arguments of a process are one line of this file.
    grep -ls -- "$2" /proc/[0-9]*/cmdline | while read -r process; do
        grep -qs converge "$process" || continue
        process=${process%/cmdline}
        kill "${process#/proc/}" 2>/dev/null && printf '%s withdrawn\n' "$1"
    done
fi
