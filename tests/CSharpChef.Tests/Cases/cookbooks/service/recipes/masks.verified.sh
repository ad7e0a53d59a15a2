
u1() {
    title='service[cron] mask (recipes/masks.csx:1)'
    { fits "$v0" 'masked *' ||
        service cron masked; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
v0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=units'
    exec systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload -- cron
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
