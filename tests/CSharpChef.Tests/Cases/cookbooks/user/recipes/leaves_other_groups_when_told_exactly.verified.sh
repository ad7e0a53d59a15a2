
# user[ann] create (recipes/leaves_other_groups_when_told_exactly.csx:1)
u1() {
    user ann groups=audio exact
}

say hello
facts() { :; }
run 1
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
