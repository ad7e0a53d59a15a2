
u1() {
    title='service[case] enable (recipes/enables_and_starts.csx:1)'
    { fits "$v0" '* enabled no' || fits "$v0" '* static no' || fits "$v0" '* generated no' || fits "$v0" '* alias no' || fits "$v0" '* indirect no' ||
        service case enabled; }
}

u2() {
    title='service[case] start (recipes/enables_and_starts.csx:1)'
    { fits "$v0" 'loaded active * no' || fits "$v0" 'loaded reloading * no' ||
        service case started; }
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
