# Needs: state

# Removes the files that csharpchef keeps on this machine, unless a run has it.
for state in "${CSHARPCHEF_STATE:-/var/lib/csharpchef}" /var/lib/csharpchef \
    "${XDG_STATE_HOME:-$HOME/.local/state}/csharpchef"; do
    if alive; then
        printf 'run %s has this machine: wait for its end, or cancel it with csharpchef runs\n' "$holder"
        exit 1
    fi
    rm -rf -- "$state" || exit
done
echo removed what csharpchef left
