# Needs: state

# Asks a run to end after its current step: TOKEN RUN.
if alive && [ "$holder" = "$2" ]; then
    printf '%s\n' "$2" >"$state/cancel"
    kill -s USR1 "$holder_pid" && printf '%s cancelled\n' "$1"
else
    printf '%s none\n' "$1"
fi
