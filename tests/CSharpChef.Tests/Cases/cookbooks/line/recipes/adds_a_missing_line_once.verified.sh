
u1() {
    title='line[/srv/case/conf] ensure (recipes/adds_a_missing_line_once.csx:1)'
    { same "$n0" there ||
        line /srv/case/conf 'AllowUsers ann' old=o1; }
}

u2() {
    title='line[/srv/case/conf] ensure (recipes/adds_a_missing_line_once.csx:2)'
    { same "$n1" there ||
        line /srv/case/conf 'User x' old=o2; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
n0='?' n1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=lines'
    printf ':%s\n' /srv/case/conf 'AllowUsers ann' '' /srv/case/conf 'User x' ''
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
