
action1() {
    title='group[ops] create (recipes/changes_number_and_members.csx:1)'
    group ops gid=4301 members='bin sys' exact
}
