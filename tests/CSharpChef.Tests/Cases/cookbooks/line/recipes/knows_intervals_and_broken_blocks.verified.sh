
u1() {
    title='line[/srv/case/conf] ensure (recipes/knows_intervals_and_broken_blocks.csx:1)'
    line /srv/case/conf 'aaa is three' match='^a{2,3} is ' old=o1
}

u2() {
    title='line[/srv/case/conf] ensure (recipes/knows_intervals_and_broken_blocks.csx:6)'
    line /srv/case/conf 'closed now' block=open old=o2
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
