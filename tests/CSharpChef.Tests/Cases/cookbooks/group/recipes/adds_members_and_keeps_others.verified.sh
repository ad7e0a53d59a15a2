
u1() {
    title='group[ops] create (recipes/adds_members_and_keeps_others.csx:1)'
    { { fits "$g0" '[0-9]*:*' && fits "$g0" '[0-9]*:*,bin,*'; } ||
        group ops members=bin; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
g0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=accounts'
    printf ':%s\n' ops
}
eval "$(subjects 2>/dev/null | assignments /etc/group)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
