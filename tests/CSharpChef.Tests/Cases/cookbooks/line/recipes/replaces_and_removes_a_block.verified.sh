
u1() {
    title='line[/srv/case/conf] ensure (recipes/replaces_and_removes_a_block.csx:1)'
    line /srv/case/conf new block=case old=o1
}

u2() {
    title='line[/srv/case/conf] remove (recipes/replaces_and_removes_a_block.csx:6)'
    line /srv/case/conf '' block=other old=o2 gone
}

say hello
facts() { :; }
open_journal
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
