
u1() {
    title='file[/srv/one] create (recipes/runs_an_immediate_notification_each_time_in_place.csx:12)'
    asks='4'
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    now 4
}

u2() {
    title='file[/srv/two] create (recipes/runs_an_immediate_notification_each_time_in_place.csx:13)'
    asks='4'
    { fits "$f1" "8??? * *" ||
        file /srv/two; }
}
h2() {
    now 4
}

u3() {
    title='execute[second] run (recipes/runs_an_immediate_notification_each_time_in_place.csx:1)'
    execute true
}

u4() {
    title='execute[first] run (recipes/runs_an_immediate_notification_each_time_in_place.csx:6)'
    asks='3'
    execute true
}
h4() {
    now 3
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 3=f540ebe16002 4=231b2638c53b '
open_journal
f0='?' s0='?' f1='?' s1='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/one /srv/two
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
hooks=' 1 2 4 '
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
