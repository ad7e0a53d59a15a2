
u1() {
    title='link[/srv/case/current] create (recipes/replaces_a_link_that_points_elsewhere.csx:1)'
    { same "$l0" /srv/case/release-2 ||
        link /srv/case/current /srv/case/release-2; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
d0='?' l0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=paths'
    printf ':%s\n' /srv/case/current
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- /srv/case/current
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
