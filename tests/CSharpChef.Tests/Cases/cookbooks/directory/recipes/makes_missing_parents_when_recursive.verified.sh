
u1() {
    title='directory[/srv/case/a/b] create (recipes/makes_missing_parents_when_recursive.csx:1)'
    { fits "$d0" "41e8 $uid0 *" ||
        directory /srv/case/a/b mode=0750 owner=daemon recursive; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
d0='?' l0='?'
uid0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=owners'
    printf ':%s\n' daemon
    echo '=paths'
    printf ':%s\n' /srv/case/a/b
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- /srv/case/a/b
}
eval "$(subjects 2>/dev/null | assignments /etc/passwd)"
[ "$uid0" != '?' ] || uid0=$(id -u daemon 2>/dev/null)
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
