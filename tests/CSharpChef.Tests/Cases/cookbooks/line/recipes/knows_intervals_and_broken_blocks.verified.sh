
action1() {
    title='line[/srv/case/conf] ensure (recipes/knows_intervals_and_broken_blocks.csx:1)'
    line /srv/case/conf 'aaa is three' match='^a{2,3} is ' old=old1
}

action2() {
    title='line[/srv/case/conf] ensure (recipes/knows_intervals_and_broken_blocks.csx:6)'
    line /srv/case/conf 'closed now' block=open old=old2
}
