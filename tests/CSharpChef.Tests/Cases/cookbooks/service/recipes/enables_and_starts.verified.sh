
action1() {
    title='service[case] enable (recipes/enables_and_starts.csx:1)'
    { matches "$unit0_state" '* enabled no' ||
        service case enabled "$unit0_answer"; }
}

action2() {
    title='service[case] start (recipes/enables_and_starts.csx:1)'
    { matches "$unit0_state" '* active * no' || matches "$unit0_state" '* reloading * no' ||
        service case started "$unit0_answer"; }
}
