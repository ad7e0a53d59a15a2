
action1() {
    title='group[ops] remove (recipes/removes_a_group.csx:1)'
    { { equals "$group0_members" absent && is_only_in_files group; } ||
        no_group ops; }
}

action2() {
    title='group[never] remove (recipes/removes_a_group.csx:2)'
    { { equals "$group1_members" absent && is_only_in_files group; } ||
        no_group never; }
}
