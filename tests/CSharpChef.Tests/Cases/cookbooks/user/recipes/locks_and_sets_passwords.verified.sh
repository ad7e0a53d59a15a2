t1() { hash='$6$salt$other'; }
t2() { hash='$6$salt$other'; }

u1() {
    title='user[ann] create (recipes/locks_and_sets_passwords.csx:1)'
    { { fits "$w0" '[0-9]*':'*':'*':'*':'*' && fits "$x0" '!*'; } ||
        user ann locked=yes; }
}

u2() {
    title='user[bob] create (recipes/locks_and_sets_passwords.csx:2)'
    { { fits "$w1" '[0-9]*':'*':'*':'*':'*' && t1 && same "$x1" "$hash"; } ||
        user bob secret=t2; }
}

u3() {
    title='user[eve] create (recipes/locks_and_sets_passwords.csx:3)'
    { { fits "$w2" '[0-9]*':'*':'*':'*':'*' && fits "$x2" '[!!]*'; } ||
        user eve locked=no; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
w0='?' m0='?' x0='?' w1='?' m1='?' x1='?' w2='?' m2='?' x2='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=users'
    printf ':%s\n' ann bob eve
}
shadow=/dev/null
[ ! -r /etc/shadow ] || shadow=/etc/shadow
eval "$(subjects 2>/dev/null | assignments /etc/passwd /etc/group "$shadow")"
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
