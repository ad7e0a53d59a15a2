
u1() {
    title='link[/srv/case/folder] create (recipes/refuses_a_directory.csx:1)'
    { same "$l0" /etc/hosts ||
        link /srv/case/folder /etc/hosts; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
d0='?' l0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=paths'
    printf ':%s\n' /srv/case/folder
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- /srv/case/folder
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
