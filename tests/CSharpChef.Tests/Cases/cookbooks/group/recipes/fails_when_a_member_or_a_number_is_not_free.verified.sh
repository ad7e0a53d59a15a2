
action1() {
    title='group[plain] create (recipes/fails_when_a_member_or_a_number_is_not_free.csx:1)'
    ignore=1
    { matches "$group0_members" '1717:*' ||
        group plain gid=1717; }
}

action2() {
    title='group[ops] create (recipes/fails_when_a_member_or_a_number_is_not_free.csx:6)'
    ignore=1
    { { matches "$group1_members" '[0-9]*:*' && matches "$group1_members" '[0-9]*:*,nobodys,*'; } ||
        group ops members=nobodys; }
}

action3() {
    title='group[www-data] remove (recipes/fails_when_a_member_or_a_number_is_not_free.csx:11)'
    ignore=1
    { { equals "$group2_members" absent && is_only_in_files group; } ||
        no_group www-data; }
}
