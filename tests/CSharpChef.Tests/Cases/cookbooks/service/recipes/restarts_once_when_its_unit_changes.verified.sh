c1() { printf '%s' '[Unit]
Description=changed
[Service]
ExecStart=/bin/sleep infinity
ExecReload=/bin/true
[Install]
WantedBy=multi-user.target
'; }
c2() { printf '%s' 'changed
'; }

u1() {
    title='file[/etc/systemd/system/case.service] create (recipes/restarts_once_when_its_unit_changes.csx:2)'
    asks='3'
    { fits "$f0" "8??? * *" "$s0" 3c767ae6c8a3d1f4fac5bea3cd6c84db377ab1ad1164ff6a3be12f206b446bc5 ||
        file /etc/systemd/system/case.service sum=3c767ae6c8a3d1f4fac5bea3cd6c84db377ab1ad1164ff6a3be12f206b446bc5 body=c1 old=o1; }
}
h1() {
    later 3
}

u2() {
    title='file[/srv/case.conf] create (recipes/restarts_once_when_its_unit_changes.csx:7)'
    asks='3'
    { fits "$f1" "8??? * *" "$s1" 7f8b1dfc466b6249f06cbe55c9174df2578e7754da793fded244ef5cba2a38f1 ||
        file /srv/case.conf sum=7f8b1dfc466b6249f06cbe55c9174df2578e7754da793fded244ef5cba2a38f1 body=c2 old=o2; }
}
h2() {
    later 3
}

u3() {
    title='service[case] restart (recipes/restarts_once_when_its_unit_changes.csx:1)'
    service case restarted
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 3=70e342f1abb7 '
open_journal
f0='?' s0='?' f1='?' s1='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /etc/systemd/system/case.service /srv/case.conf
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
hooks=' 1 2 '
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
