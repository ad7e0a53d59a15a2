
action1() {
    title='line[/srv/case/conf] ensure (recipes/replaces_and_removes_a_block.csx:1)'
    line /srv/case/conf new block=case old=old1
}

action2() {
    title='line[/srv/case/conf] remove (recipes/replaces_and_removes_a_block.csx:6)'
    line /srv/case/conf '' block=other old=old2 gone
}
