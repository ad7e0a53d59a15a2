
action1() {
    title='service[case] start (recipes/does_not_change_a_state_that_is_null.csx:1)'
    { matches "$unit0_state" '* active * no' || matches "$unit0_state" '* reloading * no' ||
        service case started "$unit0_answer"; }
}
