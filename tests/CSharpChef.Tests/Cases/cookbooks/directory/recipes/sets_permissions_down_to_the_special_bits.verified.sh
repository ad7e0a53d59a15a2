
u1() {
    title='directory[/srv/case/plain] create (recipes/sets_permissions_down_to_the_special_bits.csx:1)'
    { fits "$d0" "41ed * *" ||
        directory /srv/case/plain mode=0755; }
}

u2() {
    title='directory[/srv/case/setgid] create (recipes/sets_permissions_down_to_the_special_bits.csx:2)'
    { fits "$d1" "45fd * *" ||
        directory /srv/case/setgid mode=2775; }
}

u3() {
    title='directory[/srv/case/owned] create (recipes/sets_permissions_down_to_the_special_bits.csx:3)'
    { fits "$d2" "4??? $uid0 $gid0" ||
        directory /srv/case/owned owner=daemon group=adm; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
d0='?' l0='?' d1='?' l1='?' d2='?' l2='?'
uid0='?'
gid0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=owners'
    printf ':%s\n' daemon
    echo '=groups'
    printf ':%s\n' adm
    echo '=paths'
    printf ':%s\n' /srv/case/plain /srv/case/setgid /srv/case/owned
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- /srv/case/plain /srv/case/setgid /srv/case/owned
}
eval "$(subjects 2>/dev/null | assignments /etc/passwd /etc/group)"
[ "$uid0" != '?' ] || uid0=$(id -u daemon 2>/dev/null)
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
