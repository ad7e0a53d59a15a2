
# group[ops] remove (recipes/removes_one.csx:1)
u1() {
    { same "$g0" '?' ||
        no_group ops; }
}

# group[never] remove (recipes/removes_one.csx:2)
u2() {
    { same "$g1" '?' ||
        no_group never; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
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
say end "${failed:-0}"
