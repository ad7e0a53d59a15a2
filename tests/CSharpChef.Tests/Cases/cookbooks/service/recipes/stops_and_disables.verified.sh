
u1() {
    title='service[case] disable (recipes/stops_and_disables.csx:1)'
    { fits "$v0" '* disabled no' || fits "$v0" '* masked no' || fits "$v0" '* static no' ||
        service case disabled; }
}

u2() {
    title='service[case] stop (recipes/stops_and_disables.csx:1)'
    { fits "$v0" '[lm]* inactive * no' || fits "$v0" '[lm]* failed * no' ||
        service case stopped; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
v0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=units'
    exec systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload -- case
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
