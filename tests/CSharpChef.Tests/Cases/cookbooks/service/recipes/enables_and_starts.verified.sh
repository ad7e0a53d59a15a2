
action1() {
    title='service[case] enable (recipes/enables_and_starts.csx:1)'
    { matches "$unit0_state" '* enabled no' || matches "$unit0_state" '* static no' || matches "$unit0_state" '* generated no' || matches "$unit0_state" '* alias no' || matches "$unit0_state" '* indirect no' ||
        service case enabled; }
}

action2() {
    title='service[case] start (recipes/enables_and_starts.csx:1)'
    { matches "$unit0_state" 'loaded active * no' || matches "$unit0_state" 'loaded reloading * no' ||
        service case started; }
}
