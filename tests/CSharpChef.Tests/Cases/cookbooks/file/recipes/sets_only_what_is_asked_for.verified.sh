
u1() {
    title='file[/srv/case/a.conf] create (recipes/sets_only_what_is_asked_for.csx:1)'
    { fits "$f0" "81a0 $uid0 $gid0" ||
        file /srv/case/a.conf mode=0640 owner=daemon group=adm; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
uid0='?'
gid0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=owners'
    printf ':%s\n' daemon
    echo '=groups'
    printf ':%s\n' adm
    set -- /srv/case/a.conf
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments /etc/passwd /etc/group)"
[ "$uid0" != '?' ] || uid0=$(id -u daemon 2>/dev/null)
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
