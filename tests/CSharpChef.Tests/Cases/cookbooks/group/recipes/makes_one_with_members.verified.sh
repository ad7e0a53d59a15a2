
u1() {
    title='group[ops] create (recipes/makes_one_with_members.csx:1)'
    { { fits "$g0" '4300:*' && fits "$g0" '4300:*,daemon,*' && fits "$g0" '4300:*,bin,*'; } ||
        group ops gid=4300 members='daemon bin'; }
}

u2() {
    title='group[plain] create (recipes/makes_one_with_members.csx:6)'
    { fits "$g1" '[0-9]*:*' ||
        group plain; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
g0='?' g1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=accounts'
    printf ':%s\n' ops plain
}
eval "$(subjects 2>/dev/null | assignments /etc/group)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
