
u1() {
    title='directory[/srv/case/file] create (recipes/refuses_a_file_at_the_path.csx:1)'
    { fits "$d0" "4??? * *" ||
        directory /srv/case/file; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
d0='?' l0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=paths'
    printf ':%s\n' /srv/case/file
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- /srv/case/file
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
