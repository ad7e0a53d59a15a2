
action1() {
    title='service[case] disable (recipes/stops_and_disables.csx:1)'
    { matches "$unit0_state" '* disabled no' || matches "$unit0_state" '* masked no' || matches "$unit0_state" '* static no' ||
        service case disabled "$unit0_answer"; }
}

action2() {
    title='service[case] stop (recipes/stops_and_disables.csx:1)'
    { matches "$unit0_state" '* inactive * no' || matches "$unit0_state" '* failed * no' ||
        service case stopped "$unit0_answer"; }
}
