
action1() {
    title='group[ann] create (recipes/joins_the_group_of_its_name.csx:1)'
    { matches "$group0_members" '[0-9]*:*' ||
        group ann; }
}

action2() {
    title='user[ann] create (recipes/joins_the_group_of_its_name.csx:2)'
    { matches "$user0_account" '[0-9]*':'*':'*':'*':'*' ||
        user ann manage; }
}
