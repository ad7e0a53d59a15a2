
action1() {
    title='service[case] disable (recipes/stops_and_disables.csx:1)'
    { matches "$unit0_state" '* disabled no' || matches "$unit0_state" '* masked no' || matches "$unit0_state" '* static no' ||
        service case disabled; }
}

action2() {
    title='service[case] stop (recipes/stops_and_disables.csx:1)'
    { matches "$unit0_state" '[lm]* inactive * no' || matches "$unit0_state" '[lm]* failed * no' ||
        service case stopped; }
}
