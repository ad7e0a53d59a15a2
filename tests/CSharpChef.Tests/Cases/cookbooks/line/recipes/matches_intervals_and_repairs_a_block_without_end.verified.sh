
action1() {
    title='line[/srv/case/conf] ensure (recipes/matches_intervals_and_repairs_a_block_without_end.csx:1)'
    line /srv/case/conf 'aaa is three' match='^a{2,3} is ' old=old1
}

action2() {
    title='line[/srv/case/conf] ensure (recipes/matches_intervals_and_repairs_a_block_without_end.csx:6)'
    line /srv/case/conf 'closed now' block=open old=old2
}
