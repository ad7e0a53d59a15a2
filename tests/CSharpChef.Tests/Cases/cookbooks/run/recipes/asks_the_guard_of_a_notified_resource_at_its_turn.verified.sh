
u1() {
    title='file[/srv/one] create (recipes/asks_the_guard_of_a_notified_resource_at_its_turn.csx:7)'
    asks='2'
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    later 2
}

u2() {
    title='execute[said] run (recipes/asks_the_guard_of_a_notified_resource_at_its_turn.csx:1)'
    guard 1 yes 'test -e /srv/not-there' || return "$code"
    execute true
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 2=02ca27893aae '
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
hooks=' 1 '
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
