
action1() {
    title='line[/srv/case/conf] ensure (recipes/writes_a_block_between_markers.csx:1)'
    line /srv/case/conf 'one
  two $x '\''y'\''
' block=case old=old1
}

action2() {
    title='line[/srv/case/new] ensure (recipes/writes_a_block_between_markers.csx:6)'
    line /srv/case/new only block=case old=old2
}
