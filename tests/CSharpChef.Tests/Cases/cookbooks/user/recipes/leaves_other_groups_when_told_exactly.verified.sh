
u1() {
    title='user[ann] create (recipes/leaves_other_groups_when_told_exactly.csx:1)'
    user ann groups=audio exact
}

say hello
facts() { :; }
open_journal
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
