
# line[/srv/case/conf] ensure (recipes/writes_a_block_between_markers.csx:1)
u1() {
    line /srv/case/conf 'one
  two $x '\''y'\''
' block=case old=o1
}

# line[/srv/case/new] ensure (recipes/writes_a_block_between_markers.csx:6)
u2() {
    line /srv/case/new only block=case old=o2
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
