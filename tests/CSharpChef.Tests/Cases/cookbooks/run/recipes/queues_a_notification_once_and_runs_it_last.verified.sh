
u1() {
    title='file[/srv/one] create (recipes/queues_a_notification_once_and_runs_it_last.csx:6)'
    asks='4'
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    later 4
}

u2() {
    title='file[/srv/two] create (recipes/queues_a_notification_once_and_runs_it_last.csx:7)'
    asks='4'
    { fits "$f1" "8??? * *" ||
        file /srv/two; }
}
h2() {
    later 4
}

u3() {
    title='file[/srv/three] create (recipes/queues_a_notification_once_and_runs_it_last.csx:8)'
    { fits "$f2" "8??? * *" ||
        file /srv/three; }
}

u4() {
    title='execute[said] run (recipes/queues_a_notification_once_and_runs_it_last.csx:1)'
    execute true
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 4=02ca27893aae '
open_journal
f0='?' s0='?' f1='?' s1='?' f2='?' s2='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/one /srv/two /srv/three
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
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
