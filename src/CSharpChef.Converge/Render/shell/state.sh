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
