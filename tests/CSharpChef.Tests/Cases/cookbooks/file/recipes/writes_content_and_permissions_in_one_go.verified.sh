c1() { printf '%s' 'new
'; }

u1() {
    title='file[/srv/case/a.conf] create (recipes/writes_content_and_permissions_in_one_go.csx:1)'
    { fits "$f0" "81a0 $uid0 *" "$s0" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/case/a.conf mode=0640 owner=daemon sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
uid0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=owners'
    printf ':%s\n' daemon
    set -- /srv/case/a.conf
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments /etc/passwd)"
[ "$uid0" != '?' ] || uid0=$(id -u daemon 2>/dev/null)
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
