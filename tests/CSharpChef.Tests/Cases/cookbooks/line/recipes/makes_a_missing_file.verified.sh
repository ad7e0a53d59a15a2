
u1() {
    title='line[/srv/case/new] ensure (recipes/makes_a_missing_file.csx:1)'
    { same "$n0" there ||
        line /srv/case/new first old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
n0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=lines'
    printf ':%s\n' /srv/case/new first ''
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
