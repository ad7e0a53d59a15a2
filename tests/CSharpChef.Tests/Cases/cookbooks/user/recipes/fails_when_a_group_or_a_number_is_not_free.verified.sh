
action1() {
    title='user[ann] create (recipes/fails_when_a_group_or_a_number_is_not_free.csx:1)'
    ignore=1
    { matches "$user0_account" '[0-9]*':"$group0_gid":'*':'*':'*' ||
        user ann group=nobodys; }
}

action2() {
    title='user[bob] create (recipes/fails_when_a_group_or_a_number_is_not_free.csx:6)'
    ignore=1
    { matches "$user1_account" 1717:'*':'*':'*':'*' ||
        user bob uid=1717; }
}

action3() {
    title='user[eve] create (recipes/fails_when_a_group_or_a_number_is_not_free.csx:11)'
    ignore=1
    { { matches "$user2_account" '[0-9]*':'*':'*':'*':'*' && matches "$user2_groups" '* nobodys *'; } ||
        user eve groups=nobodys; }
}

action4() {
    title='user[www-data] create (recipes/fails_when_a_group_or_a_number_is_not_free.csx:16)'
    ignore=1
    { matches "$user3_account" 1717:'*':'*':'*':'*' ||
        user www-data uid=1717; }
}
