
# service[case] disable (recipes/stops_and_disables.csx:1)
u1() {
    { fits "$v0" '* disabled no' || fits "$v0" '* masked no' || fits "$v0" '* static no' ||
        service case disabled; }
}

# service[case] stop (recipes/stops_and_disables.csx:1)
u2() {
    { fits "$v0" '[lm]* inactive * no' || fits "$v0" '[lm]* failed * no' ||
        service case stopped; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
v0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=units'
    systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload -- case
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
