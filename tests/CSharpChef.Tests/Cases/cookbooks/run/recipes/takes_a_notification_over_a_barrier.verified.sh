
# file[/srv/one] create (recipes/takes_a_notification_over_a_barrier.csx:6)
u1() {
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    later 2
}

# execute[said] run (recipes/takes_a_notification_over_a_barrier.csx:1)
u2() {
    execute true
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
hooks=' 1 '
run 1
if [ "$stop" ]; then finish; else say owed "$queue"; fi
leave
say end "${failed:-0}"
