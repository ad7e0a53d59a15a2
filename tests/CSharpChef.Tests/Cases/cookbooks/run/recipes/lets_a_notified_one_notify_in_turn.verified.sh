
u1() {
    title='file[/srv/one] create (recipes/lets_a_notified_one_notify_in_turn.csx:12)'
    asks='3'
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    later 3
}

u2() {
    title='execute[last] run (recipes/lets_a_notified_one_notify_in_turn.csx:1)'
    execute true
}

u3() {
    title='execute[next] run (recipes/lets_a_notified_one_notify_in_turn.csx:6)'
    asks='2'
    execute true
}
h3() {
    later 2
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 2=9955cd911d19 3=5972e5dce608 '
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/one
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
hooks=' 1 3 '
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
