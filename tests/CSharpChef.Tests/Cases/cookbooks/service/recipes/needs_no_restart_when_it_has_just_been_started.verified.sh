c1() { printf '%s' 'new
'; }

u1() {
    title='file[/srv/case.conf] create (recipes/needs_no_restart_when_it_has_just_been_started.csx:1)'
    asks='4'
    { fits "$f0" "8??? * *" "$s0" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/case.conf sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=c1 old=o1; }
}
h1() {
    later 4
}

u2() {
    title='service[case] enable (recipes/needs_no_restart_when_it_has_just_been_started.csx:2)'
    { fits "$v0" '* enabled no' || fits "$v0" '* static no' || fits "$v0" '* generated no' || fits "$v0" '* alias no' || fits "$v0" '* indirect no' ||
        service case enabled; }
}

u3() {
    title='service[case] start (recipes/needs_no_restart_when_it_has_just_been_started.csx:2)'
    { fits "$v0" 'loaded active * no' || fits "$v0" 'loaded reloading * no' ||
        service case started; }
}
h3() {
    settle 4
}

u4() {
    title='service[case] restart (recipes/needs_no_restart_when_it_has_just_been_started.csx:2)'
    service case restarted
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 4=70e342f1abb7 '
open_journal
f0='?' s0='?'
v0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case.conf
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
    echo '=units'
    exec systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload -- case
}
eval "$(subjects 2>/dev/null | assignments)"
hooks=' 1 3 '
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
