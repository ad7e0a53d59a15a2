c1() { printf '%s' 'no
'; }

u1() {
    title='file[/srv/case/a] create (recipes/refuses_an_owner_that_does_not_exist.csx:1)'
    { fits "$f0" "8??? $uid0 *" "$s0" 564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 ||
        file /srv/case/a owner=nobody-here sum=564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
uid0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=owners'
    printf ':%s\n' nobody-here
    set -- /srv/case/a
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments /etc/passwd)"
[ "$uid0" != '?' ] || uid0=$(id -u nobody-here 2>/dev/null)
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
