
# line[/srv/case/conf] ensure (recipes/replaces_and_removes_a_block.csx:1)
u1() {
    line /srv/case/conf new block=case old=o1
}

# line[/srv/case/conf] remove (recipes/replaces_and_removes_a_block.csx:6)
u2() {
    line /srv/case/conf '' block=other old=o2 gone
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
