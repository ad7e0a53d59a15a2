
u1() {
    title='line[/srv/case/conf] ensure (recipes/knows_when_the_match_is_right_already.csx:1)'
    { same "$n0" there ||
        line /srv/case/conf 'Port 2222' match='^Port 222' old=o1; }
}

u2() {
    title='line[/srv/case/conf] ensure (recipes/knows_when_the_match_is_right_already.csx:6)'
    { same "$n1" there ||
        line /srv/case/conf 'No.such [line] *' match='^No\.such ' old=o2; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
n0='?' n1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=lines'
    printf ':%s\n' /srv/case/conf 'Port 2222' '^Port 222' /srv/case/conf 'No.such [line] *' '^No\.such '
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
