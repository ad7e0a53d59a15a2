
u1() {
    title='file[/srv/one] create (recipes/takes_a_notification_over_a_barrier.csx:6)'
    asks='2'
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    later 2
}

u2() {
    title='execute[said] run (recipes/takes_a_notification_over_a_barrier.csx:1)'
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
if [ "$stop$cancelled" ]; then finish; else say owed "$queue"; fi
leave
close_journal
say end "${failed:-0}"
