
action1() {
    title='group[ops] create (recipes/adds_members_and_keeps_others.csx:1)'
    { { matches "$group0_members" '[0-9]*:*' && matches "$group0_members" '[0-9]*:*,bin,*'; } ||
        group ops members=bin; }
}
