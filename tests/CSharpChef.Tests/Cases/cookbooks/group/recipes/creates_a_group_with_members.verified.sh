
action1() {
    title='group[ops] create (recipes/creates_a_group_with_members.csx:1)'
    { { matches "$group0_members" '4300:*' && matches "$group0_members" '4300:*,daemon,*' && matches "$group0_members" '4300:*,bin,*'; } ||
        group ops gid=4300 members='daemon bin'; }
}

action2() {
    title='group[plain] create (recipes/creates_a_group_with_members.csx:6)'
    { matches "$group1_members" '[0-9]*:*' ||
        group plain; }
}
