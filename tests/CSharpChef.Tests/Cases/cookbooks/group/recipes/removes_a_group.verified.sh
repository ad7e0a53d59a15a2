
action1() {
    title='group[ops] remove (recipes/removes_a_group.csx:1)'
    { equals "$group0_members" absent ||
        no_group ops; }
}

action2() {
    title='group[never] remove (recipes/removes_a_group.csx:2)'
    { equals "$group1_members" absent ||
        no_group never; }
}
