
# file[/srv/one] create (recipes/lets_a_notified_one_notify_in_turn.csx:12)
u1() {
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    later 3
}

# execute[last] run (recipes/lets_a_notified_one_notify_in_turn.csx:1)
u2() {
    execute true
}

# execute[next] run (recipes/lets_a_notified_one_notify_in_turn.csx:6)
u3() {
    execute true
}
h3() {
    later 2
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=files'
    printf ':%s\n' /srv/one
    set -- /srv/one
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
    echo '=sums'
    sha256sum -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
hooks=' 1 3 '
run 1
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
