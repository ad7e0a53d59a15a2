# $state is the folder where csharpchef keeps its files on this machine. CSHARPCHEF_STATE sets another one.
if [ "${CSHARPCHEF_STATE-}" ]; then
    state=$CSHARPCHEF_STATE
elif [ -w /var/lib ]; then
    state=/var/lib/csharpchef
else
    state=${XDG_STATE_HOME:-$HOME/.local/state}/csharpchef
fi
# The run that $state/holder names, its process, and who began it.
holder='' holder_pid='' holder_rest=''

# alive: whether the run that has the machine is still running.
# Sets: holder holder_pid holder_rest
alive() {
    local boot='' holder_boot=''
    holder='' holder_pid='' holder_rest=''
    [ -s "$state/holder" ] || return 1
    read -r holder holder_pid holder_boot holder_rest <"$state/holder"
    read -r boot </proc/sys/kernel/random/boot_id
    [ "$holder_boot" = "$boot" ] && grep -q -- "$holder" "/proc/$holder_pid/cmdline" 2>/dev/null
}

# remove_work_folder: removes the temporary files of a run that was interrupted.
remove_work_folder() {
    local folder=''
    { read -r folder <"$state/work"; } 2>/dev/null
    case $folder in */csharpchef.??????) rm -rf -- "$folder" ;; esac
}
