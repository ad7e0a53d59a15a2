
# line[/srv/case/conf] ensure (recipes/knows_intervals_and_broken_blocks.csx:1)
u1() {
    line /srv/case/conf 'aaa is three' match='^a{2,3} is ' old=o1
}

# line[/srv/case/conf] ensure (recipes/knows_intervals_and_broken_blocks.csx:6)
u2() {
    line /srv/case/conf 'closed now' block=open old=o2
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
