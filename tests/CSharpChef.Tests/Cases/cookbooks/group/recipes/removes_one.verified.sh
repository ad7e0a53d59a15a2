
u1() {
    title='group[ops] remove (recipes/removes_one.csx:1)'
    { same "$g0" '?' ||
        no_group ops; }
}

u2() {
    title='group[never] remove (recipes/removes_one.csx:2)'
    { same "$g1" '?' ||
        no_group never; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
g0='?' g1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=accounts'
    printf ':%s\n' ops never
}
eval "$(subjects 2>/dev/null | assignments /etc/group)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
