
action1() {
    title='user[ann] create (recipes/leaves_other_groups_when_append_is_false.csx:1)'
    user ann groups=audio exact
}
