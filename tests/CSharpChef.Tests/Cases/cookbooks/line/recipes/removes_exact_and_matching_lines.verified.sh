
u1() {
    title='line[/srv/case/conf] remove (recipes/removes_exact_and_matching_lines.csx:1)'
    { same "$n0" gone ||
        line /srv/case/conf 'User x' old=o1 gone; }
}

u2() {
    title='line[/srv/case/conf] remove (recipes/removes_exact_and_matching_lines.csx:6)'
    { same "$n1" gone ||
        line /srv/case/conf '' match='^Port [0-9]+$' old=o2 gone; }
}

u3() {
    title='line[/srv/case/missing] remove (recipes/removes_exact_and_matching_lines.csx:11)'
    { same "$n2" gone ||
        line /srv/case/missing x old=o3 gone; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
n0='?' n1='?' n2='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=lines'
    printf ':%s\n' /srv/case/conf 'User x' '' /srv/case/conf '' '^Port [0-9]+$' /srv/case/missing x ''
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
