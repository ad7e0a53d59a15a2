
u1() {
    title='link[/srv/case/here] create (recipes/makes_a_link_also_to_nowhere.csx:1)'
    { same "$l0" /srv/case/nowhere ||
        link /srv/case/here /srv/case/nowhere; }
}

u2() {
    title='link[/srv/case/relative] create (recipes/makes_a_link_also_to_nowhere.csx:2)'
    { same "$l1" 'some where/else' ||
        link /srv/case/relative 'some where/else'; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
d0='?' l0='?' d1='?' l1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=paths'
    printf ':%s\n' /srv/case/here /srv/case/relative
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- /srv/case/here /srv/case/relative
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
