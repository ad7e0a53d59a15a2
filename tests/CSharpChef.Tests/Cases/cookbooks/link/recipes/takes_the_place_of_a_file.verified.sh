
u1() {
    title='link[/srv/case/was-a-file] create (recipes/takes_the_place_of_a_file.csx:1)'
    { same "$l0" /etc/hosts ||
        link /srv/case/was-a-file /etc/hosts; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
d0='?' l0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=paths'
    printf ':%s\n' /srv/case/was-a-file
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- /srv/case/was-a-file
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
