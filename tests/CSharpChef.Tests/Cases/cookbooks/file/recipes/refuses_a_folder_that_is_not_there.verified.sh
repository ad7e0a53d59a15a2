c1() { printf '%s' 'no
'; }

u1() {
    title='file[/srv/case/no/such/file] create (recipes/refuses_a_folder_that_is_not_there.csx:1)'
    { fits "$f0" "8??? * *" "$s0" 564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 ||
        file /srv/case/no/such/file sum=564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/no/such/file
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
