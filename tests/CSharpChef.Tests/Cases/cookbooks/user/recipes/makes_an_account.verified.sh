t1() { hash='$6$salt$hash'; }
t2() { hash='$6$salt$hash'; }

u1() {
    title='user[ann] create (recipes/makes_an_account.csx:1)'
    { { fits "$w0" 4242:"$gid0":'Ann O'\''Hara':'*':/bin/bash && fits "$m0" '* adm *' && fits "$m0" '* audio *' && t1 && same "$x0" "$hash"; } ||
        user ann uid=4242 group=staff groups='adm audio' shell=/bin/bash comment='Ann O'\''Hara' secret=t2 manage; }
}

u2() {
    title='user[robot] create (recipes/makes_an_account.csx:11)'
    { fits "$w1" '[0-9]*':'*':'*':'*':'*' ||
        user robot system; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
gid0='?'
w0='?' m0='?' x0='?' w1='?' m1='?' x1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=groups'
    printf ':%s\n' staff
    echo '=users'
    printf ':%s\n' ann robot
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
