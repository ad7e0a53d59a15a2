
u1() {
    title='line[/srv/case/conf] ensure (recipes/writes_a_block_between_markers.csx:1)'
    line /srv/case/conf 'one
  two $x '\''y'\''
' block=case old=o1
}

u2() {
    title='line[/srv/case/new] ensure (recipes/writes_a_block_between_markers.csx:6)'
    line /srv/case/new only block=case old=o2
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
