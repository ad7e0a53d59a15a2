
u1() {
    title='user[ann] remove (recipes/removes_an_account_with_its_home.csx:1)'
    { same "$w0" '?' ||
        no_user ann home; }
}

u2() {
    title='user[never] remove (recipes/removes_an_account_with_its_home.csx:6)'
    { same "$w1" '?' ||
        no_user never; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
w0='?' m0='?' x0='?' w1='?' m1='?' x1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=users'
    printf ':%s\n' ann never
}
shadow=/dev/null
[ ! -r /etc/shadow ] || shadow=/etc/shadow
eval "$(subjects 2>/dev/null | assignments /etc/passwd /etc/group "$shadow")"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
