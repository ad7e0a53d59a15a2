
u1() {
    title='file[/no/such/folder/file] create (recipes/goes_on_when_a_failure_is_ignored.csx:1)'
    ignore=1 retries=1 pause=1
    { fits "$f0" "8??? * *" ||
        file /no/such/folder/file; }
}

u2() {
    title='file[/srv/two] create (recipes/goes_on_when_a_failure_is_ignored.csx:7)'
    { fits "$f1" "8??? * *" ||
        file /srv/two; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?' f1='?' s1='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /no/such/folder/file /srv/two
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
